"""The newspaper column beside the plan, composed anew as one types.

The plan page loads it once it stands on the screen: setting type is what outline and form can do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moushi.desk.layouts import NEWSPAPER, load_layout
from moushi.desk.previewing import PlanPreview
from moushi.domain.records import Plan, PlanItem
from moushi.errors import say
from moushi.output.proof.faces import measuring

if TYPE_CHECKING:
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot
    from moushi.ui.generated.plan_page import Ui_PlanPage
    from moushi.ui.words import Words


class PlanColumn:
    """Shows the plan in view, and marks the record that is worked on."""

    def __init__(self, ui: Ui_PlanPage, words: Words) -> None:
        self._ui = ui
        self._words = words
        self._layout = load_layout(NEWSPAPER)
        self._measuring = measuring(self._layout)
        self._preview: PlanPreview | None = None

    def forget(self) -> None:
        """Read the plan anew when it is shown next: its words may be others."""
        self._preview = None

    def show(self, snapshot: Snapshot, plan: Plan | None, record: Record | None) -> None:
        """Show a plan and the place of a record in it; without a plan the column is empty."""
        if plan is None:
            self._preview = None
            self._ui.strip.show_galley(None)
            self._ui.stripFigures.clear()
            return
        if self._preview is None or self._preview.plan_id != plan.id:
            self._preview = PlanPreview(snapshot, plan)
        self.draw(record)

    def draw(self, record: Record | None, *, is_draft: bool = False) -> None:
        """Set the column anew, with a record as it is being typed, and mark that record in it."""
        if self._preview is None or self._ui.stripPane.isHidden():
            return
        strip = self._ui.strip
        galley = self._preview.galley(self._layout, record if is_draft else None, self._measuring)
        strip.show_galley(galley)
        if record is not None and not isinstance(record, Plan):
            strip.mark(record.id)
        lines = len(galley.lines)
        figures = say("{characters} characters, {lines} lines", characters=galley.characters, lines=lines)
        self._ui.stripFigures.setText(self._words(figures))
        if isinstance(record, PlanItem):
            characters, lines = len("".join(record.text.split())), len(galley.lines_of(record.id))
            told = say("{characters} characters, on {lines} lines", characters=characters, lines=lines)
            self._ui.itemFigures.setText(self._words(told))

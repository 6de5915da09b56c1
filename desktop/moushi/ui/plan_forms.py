"""The forms of the plan page: of a plan, a passage, a theme and an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from moushi.desk import planning
from moushi.desk.entering import one_paragraph
from moushi.domain.kinds import PassageKind, PlanState, StateOverride
from moushi.domain.record import Record, with_field
from moushi.domain.records import Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.ui.record_form import Editor, RecordForm, fill_choices
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.ui.generated.plan_page import Ui_PlanPage
    from moushi.ui.item_details import ItemDetails


class PlanForms(QObject):
    """Shows one record of a plan in the form of its kind; `typed` brings it as it is being typed."""

    typed = Signal(object)  # the record with what is typed, not kept yet

    def __init__(self, workplace: Workplace, ui: Ui_PlanPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._plan: Plan | None = None
        self._item: PlanItem | None = None
        self._details: ItemDetails | None = None
        self.forms: Mapping[type[Record], RecordForm] = {
            Plan: self._form(
                Plan,
                {"heading": ui.planHeading, "slogan": ui.planSlogan, "state": ui.planState},
                ui.planFault,
                lambda _: False,  # a closed plan is opened again here; the store refuses the rest
            ),
            Passage: self._form(
                Passage,
                {
                    "text": ui.passageText,
                    "kind": ui.passageKind,
                    "speaker_unit": ui.speakerUnit,
                    "speaker_post": ui.speakerPost,
                    "speaker_name": ui.speakerName,
                },
                ui.passageFault,
            ),
            Theme: self._form(Theme, {"lead": ui.themeLead, "label": ui.themeLabel}, ui.themeFault),
            PlanItem: self._form(
                PlanItem,
                {
                    "text": ui.itemText,
                    "begins_paragraph": ui.beginsParagraph,
                    "short_title": ui.shortTitle,
                    "responsible": ui.responsible,
                    "leader": ui.leader,
                    "due_on": ui.due,
                    "done_on": ui.done,
                    "state_override": ui.override,
                    "override_reason": ui.reason,
                },
                ui.itemFault,
            ),
        }
        ui.measureRoom.hide()
        chain: list[QWidget] = [ui.beginsParagraph, *ui.offers.buttons, *ui.links.buttons, ui.shortTitle]
        chain += [ui.units, ui.responsible, ui.leader, ui.due, ui.programmes, ui.milestones, ui.measures]
        chain += [ui.done, ui.override, ui.reason, ui.rollOver, ui.rollTheme]
        chain += [ui.rollGoals, ui.rollNow, ui.beginBlank, ui.beginCopy, ui.beginFile, ui.strip]
        for before, after in pairwise(chain):  # what is made in code stands behind what the form names
            QWidget.setTabOrder(before, after)
        self.fill()

    @property
    def record_id(self) -> UUID | None:
        """The record that is shown."""
        return next((form.record.id for form in self.forms.values() if form.record is not None), None)

    @property
    def details(self) -> ItemDetails:
        """What an item has beside its own fields; made for the first item that is shown."""
        if self._details is None:
            from moushi.ui.item_details import ItemDetails  # loads what is worked out from measures

            self._details = ItemDetails(
                self._workplace, self._ui, lambda: self._item, lambda: self._plan, self
            )
        return self._details

    def fill(self) -> None:
        """Offer the choices in the language of now."""
        ui, workplace = self._ui, self._workplace
        fill_choices(ui.planState, PlanState, workplace)
        fill_choices(ui.passageKind, PassageKind, workplace)
        fill_choices(ui.override, StateOverride, workplace, empty=workplace.words(say("(not set)")))
        if self._details:
            self._details.fill()

    def show(self, snapshot: Snapshot, record: Record | None) -> None:
        """Show a record of a plan; None, or a record of another kind, empties the forms."""
        self._plan = planning.plan_of(snapshot, record)
        self._item = record if isinstance(record, PlanItem) else None
        for kind, form in self.forms.items():
            form.show(record if type(record) is kind else None)
        if self._item or self._details:
            self.details.show(snapshot)

    def follow(self, snapshot: Snapshot, *, anew: bool = True) -> None:
        """Show what changed of an item's lines and standing; forms and tables follow by themselves.

        Not `anew`: nothing changed that measures may count.
        """
        item = self._item
        if item and (held := snapshot.get(PlanItem, item.id)):
            self._plan = planning.plan_of(snapshot, held)
            self.details.follow(snapshot, held, anew=anew)

    def go_to_measure(self, measure_id: UUID) -> bool:
        """Choose a measure of the item that is shown."""
        return self._item is not None and self.details.go_to_measure(measure_id)

    def take_offer(self) -> None:
        """Take the first measure that the text suggests, as it stands in the editor."""
        if self._item is not None:
            self.details.take_offer()

    def roll_over(self) -> None:
        """Carry the item that is shown over to next year."""
        self.details.rolling.open()

    def settle(self) -> bool:
        """Keep everything typed so far; False when some of it cannot be kept."""
        kept = [form.settle() for form in self.forms.values()]
        return all([*kept, self._details is None or self._details.settle()])

    def _form(
        self,
        kind: type[Record],
        editors: Mapping[str, Editor],
        fault: QLabel,
        locked: Callable[[Record], bool] | None = None,
    ) -> RecordForm:
        form = RecordForm(
            self._workplace,
            kind,
            editors,
            fault,
            year=lambda: self._plan.year if self._plan else None,
            locked=locked or self._is_closed,
            parent=self,
        )
        form.typed.connect(lambda name, text: self._on_typed(form, name, text))
        form.shown.connect(self._on_shown)
        return form

    def _on_typed(self, form: RecordForm, name: str, text: str) -> None:
        record = form.record
        if isinstance(record, PlanItem) and name == "text":
            self._ui.offers.follow(text)
        if record is not None and name in ("text", "lead", "heading", "slogan"):
            self.typed.emit(with_field(record, name, one_paragraph(text)))

    def _on_shown(self, record: Record | None) -> None:
        if isinstance(record, PlanItem):
            self._item = record
        if isinstance(record, Plan):
            self._plan = record

    def _is_closed(self, _record: Record | None) -> bool:
        return self._plan is not None and self._plan.state is PlanState.CLOSED

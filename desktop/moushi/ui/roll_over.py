"""Carrying an item over into next year's plan: into which theme, with which goals."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer

from moushi.desk import rolling
from moushi.desk.planning import plan_of, telling
from moushi.domain.records import PlanItem, Theme
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.ui.generated.plan_page import Ui_PlanPage
from moushi.ui.record_form import fill_choices
from moushi.ui.workplace import Workplace


class RollOver(QObject):
    """Binds the form's button and choosers to the item that is shown."""

    def __init__(
        self, workplace: Workplace, ui: Ui_PlanPage, item: Callable[[], PlanItem | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._item = item
        self._year = 0
        ui.rollOver.toggled.connect(self._unfold)
        ui.rollNow.clicked.connect(self._roll)
        ui.rollPane.hide()
        ui.rollBox.hide()

    def fill(self) -> None:
        """Offer the choices in the language of now."""
        words = self._workplace.words
        goals = [
            (words(say("what is left of them")), rolling.Goals.REMAINING.value),
            (words(say("the same once more")), rolling.Goals.SAME.value),
        ]
        fill_choices(self._ui.rollGoals, goals, self._workplace)
        self._tell()

    def show_item(self, snapshot: Snapshot, item: PlanItem | None) -> None:
        """Offer it for an item that is unfinished and goes on nowhere yet."""
        ui = self._ui
        plan = plan_of(snapshot, item)
        is_open = (
            item is not None
            and plan is not None
            and self._workplace.may_write
            and rolling.is_open(snapshot, item, self._workplace.today())
        )
        ui.rollBox.setVisible(is_open)
        if not is_open or item is None or plan is None:
            ui.rollOver.setChecked(False)
            return
        if self._year != plan.year + 1:
            self._year = plan.year + 1
            self._tell()
        if ui.rollOver.isChecked():
            self._offer_themes(snapshot, item)

    def open(self) -> None:
        """Unfold the choices and go to them; where nothing is to be carried over, say why."""
        ui = self._ui
        if ui.rollBox.isHidden() or self._item() is None:
            self._workplace.tell(
                say("Only an item that is unfinished and not carried over yet can be carried over.")
            )
            return
        ui.rollOver.setChecked(True)
        ui.rollTheme.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._ui.rollOver.setText(self._workplace.words(say("Carry over to {year}…", year=self._year)))
        self._ui.rollNow.setText(self._workplace.words(say("Carry over to {year}", year=self._year)))

    def _unfold(self, is_open: bool) -> None:
        ui = self._ui
        item = self._item()
        if is_open and item is not None:
            with self._workplace.desk.snapshot() as snapshot:
                self._offer_themes(snapshot, item)
        ui.rollPane.setVisible(is_open)
        if is_open:  # when it has its room
            QTimer.singleShot(0, self, lambda: ui.formScroll.ensureWidgetVisible(ui.rollNow))

    def _offer_themes(self, snapshot: Snapshot, item: PlanItem) -> None:
        """Offer the themes of next year's plan, first the one like its own, which is made if need be."""
        themes, alike = rolling.themes_for(snapshot, item)
        words = self._workplace.words
        own = alike or snapshot.get(Theme, item.theme_id)
        name = telling(own, 24) if own else ""
        first = say("the same theme: {name}", name=name) if alike else say("a new theme: {name}", name=name)
        others = [(telling(theme, 24), theme.id) for theme in themes if theme != alike]
        fill_choices(self._ui.rollTheme, [(words(first), None), *others], self._workplace)

    def _roll(self) -> None:
        item, ui = self._item(), self._ui
        if item is None:
            return
        chosen = ui.rollTheme.currentData()
        goals = rolling.Goals(ui.rollGoals.currentData())
        with self._workplace.desk.snapshot() as snapshot:
            held = snapshot.get(PlanItem, item.id)
            theme = snapshot.get(Theme, chosen) if isinstance(chosen, UUID) else None
            proposal = (
                self._workplace.guarded(lambda: rolling.roll_over(snapshot, held, goals, theme))
                if held
                else None
            )
        if proposal is not None and self._workplace.apply(proposal):
            made = rolling.rolled(proposal)
            ui.rollOver.setChecked(False)
            self._workplace.tell(
                say("Carried over to {year}.", year=self._year),
                (say("Go There"), lambda: self._workplace.reveal(PlanItem, made)),
            )

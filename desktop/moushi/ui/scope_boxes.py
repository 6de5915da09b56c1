"""Year and federation above the pages: chosen by the person, and kept true to what the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from moushi.errors import say

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QComboBox

    from moushi.changes.model import ChangeSet
    from moushi.ui.pages import Pages
    from moushi.ui.workplace import Workplace


class ScopeBoxes(QObject):
    """The two boxes; `offered` comes when the choices are others than before."""

    offered = Signal()

    def __init__(self, workplace: Workplace, pages: Pages, year: QComboBox, federation: QComboBox) -> None:
        super().__init__(year)
        self._workplace = workplace
        self._pages = pages
        self._year = year
        self._federation = federation
        year.activated.connect(self._choose)
        federation.activated.connect(self._choose)
        workplace.scoped.connect(self.offer)
        workplace.changed.connect(self._follow)

    def offer(self) -> None:
        """Offer the years and federations that are there."""
        scope, words = self._workplace.scope, self._workplace.words
        names = [words(say("All federations")), *(holder.name for holder in scope.federations)]
        _fill(self._year, [str(year) for year in scope.years], scope.years.index(scope.year))
        _fill(self._federation, names, scope.choices.index(scope.federation))
        self.offered.emit()

    def enable(self, *, enabled: bool) -> None:
        """Let year and federation be chosen, or not."""
        self._year.setEnabled(enabled)
        self._federation.setEnabled(enabled)

    def keep(self, federation: UUID | None) -> None:
        """Have the next start look at the same federation."""
        if self._workplace.may_write:
            from moushi.desk.scope import keep_federation  # loads the records

            self._workplace.guarded(lambda: keep_federation(self._workplace.desk, federation))

    def _choose(self) -> None:
        """Show the year and the federation that the person chose."""
        scope = self._workplace.scope
        self._pages.settle()
        federation = scope.choices[self._federation.currentIndex()]
        self._workplace.look(scope.years[self._year.currentIndex()], federation)
        self.keep(federation)

    def _follow(self, change: ChangeSet) -> None:
        """Years and federations may be others after a change; what was taken in comes into view."""
        from moushi.desk.scope import scope  # loads the records

        held = self._workplace.scope
        year, federation = held.year, held.federation
        name = self._pages.current_name
        with self._workplace.desk.snapshot() as snapshot:
            if name == "review" and change.source.sha256 and not change.undoes:
                from moushi.desk.taking_in import plan_taken_in  # loads the intake

                if plan := plan_taken_in(snapshot, change):
                    year, federation = plan.year, federation and plan.federation_id
            now = scope(snapshot, self._workplace.today(), year, federation)
        if now != held:
            is_first = bool(now.federations) and not held.federations
            self._workplace.look(None if is_first else year, federation)  # the year that has come
            if bool(now.federations) != bool(held.federations) and name in ("plan", "first"):
                self._pages.turn("plan")  # undone to the beginning, or done again from there


def _fill(box: QComboBox, texts: list[str], chosen: int) -> None:
    """Offer these choices without telling anybody; the list opens as wide as its longest choice."""
    with QSignalBlocker(box):
        box.clear()
        box.addItems(texts)
        box.setCurrentIndex(chosen)
    box.setToolTip(box.currentText())
    box.view().setMinimumWidth(
        box.view().sizeHintForColumn(0) + box.view().verticalScrollBar().sizeHint().width()
    )

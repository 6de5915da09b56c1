"""What stands above the list of chambers: boxes to narrow it by, buttons for what is due and overdue."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from moushi.desk import chambers, terms
from moushi.desk.chambers import ChamberFilter, Outlook
from moushi.domain.kinds import ChamberKind
from moushi.errors import Message, say
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.chambers_page import Ui_ChambersPage
from moushi.ui.record_form import fill_choices
from moushi.ui.workplace import Workplace


class ChamberFilters(QObject):
    """Kind, state of the term, and Four Goods; with the words of the search field they narrow the list."""

    narrowed = Signal()

    def __init__(self, workplace: Workplace, ui: Ui_ChambersPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._ui = ui
        self._boxes = (ui.kind, ui.state, ui.rating)
        flow = FlowLayout(ui.filters, 6)
        for box in self._boxes:
            flow.addWidget(box)
            box.setMinimumHeight(ui.due.sizeHint().height())
            box.activated.connect(lambda _: self._narrow())
        for button, state in ((ui.overdue, terms.OVERDUE), (ui.due, terms.DUE)):
            flow.addWidget(button)
            button.clicked.connect(lambda _, word=state.word: self.toggle(word))

    def wanted(self, federations: Iterable[UUID]) -> ChamberFilter:
        """Which chambers of some federations are listed."""
        kind = self._ui.kind.currentData()  # Qt gives back a bare text
        return ChamberFilter(
            tuple(federations),
            ChamberKind(kind) if kind else None,
            self._ui.state.currentData(),
            self._ui.rating.currentData(),
            self._ui.search.text(),
        )

    def clear(self) -> None:
        """List all chambers."""
        self._ui.search.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        self._narrow()

    def toggle(self, word: Message) -> None:
        """List only the chambers in a state, or all again."""
        state = self._ui.state
        state.setCurrentIndex(0 if state.currentData() == word.source else state.findData(word.source))
        self._narrow()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        fill_choices(self._ui.kind, ChamberKind, self._workplace, empty=self._words(say("All kinds")))
        words = (*(state.word for state in terms.STATES), chambers.DUE_OR_OVERDUE)
        states = [(self._words(word), word.source) for word in words]
        fill_choices(self._ui.state, states, self._workplace, empty=self._words(say("All states")))

    def fill(self, ratings: Iterable[str]) -> None:
        """Offer the levels and years of recognitions that there are."""
        none = (self._words(say("not recognised")), chambers.UNRATED)
        offered = [*((text, text) for text in ratings), none]
        fill_choices(self._ui.rating, offered, self._workplace, empty=self._words(say("Four Goods")))

    def tell(self, found: Outlook) -> None:
        """Say on the buttons and on the tab what there is to see to."""
        ui, uncovered = self._ui, len(found.uncovered)
        ui.overdue.setText(self._words(say("Overdue {count}", count=len(found.overdue))))
        ui.due.setText(self._words(say("Due {count}", count=len(found.due))))
        tab = say("To&wnships ({count} without a chamber)", count=uncovered)
        tabs = ui.tabs
        tabs.setTabText(tabs.indexOf(ui.townshipsTab), self._words(tab if uncovered else say("To&wnships")))

    def _narrow(self) -> None:
        """Ask for the list by the boxes; the buttons beside them show what those say."""
        state, both = self._ui.state.currentData(), chambers.DUE_OR_OVERDUE.source
        self._ui.overdue.setChecked(state in (terms.OVERDUE.word.source, both))
        self._ui.due.setChecked(state in (terms.DUE.word.source, both))
        self.narrowed.emit()

"""What the returns page shows: which period, which returns; how many are how far, as chips to choose by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QToolButton

from moushi.desk.reporting import periods_of
from moushi.desk.returns import COLOURS, STATE_WORDS, Board, Return, Wanted
from moushi.domain.kinds import Colour
from moushi.domain.period import Period
from moushi.domain.returns import ReturnState
from moushi.errors import say
from moushi.ui.cells import CHIP, chip
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.returns_page import Ui_ReturnsPage
from moushi.ui.returns_model import period_label, totals_words
from moushi.ui.words import Words

Choice = Wanted | ReturnState

_WANTED = {
    Wanted.ALL: say("All chambers"),
    Wanted.MISSING: say("Not received"),
    Wanted.OPEN: say("Not finished"),
}
_CHOICES: tuple[Choice, ...] = (*Wanted, *ReturnState)
_LINES = (12, 17)  # places in the list of periods where a line stands: before quarters, before the year


class ReturnsChoices(QObject):
    """Binds the form's choosers; it tells what a person asks for, and shows what the page then took."""

    period_asked = Signal(object)  # Period
    filter_asked = Signal(object)  # Wanted or ReturnState

    def __init__(self, ui: Ui_ReturnsPage, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._words = words
        self._periods: tuple[Period, ...] = ()
        self._offered: list[Choice] = []
        self._is_short = False
        self._totals = QLabel(ui.chips)
        self._totals.setContentsMargins(0, 0, 8, 0)
        self._totals.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.chips = {state: self._chip(state) for state in ReturnState}
        flow = FlowLayout(ui.chips)
        flow.addWidget(self._totals)
        for button in self.chips.values():
            flow.addWidget(button)
        ui.period.currentIndexChanged.connect(self._on_period)
        ui.filter.currentIndexChanged.connect(lambda place: self.filter_asked.emit(self._offered[place]))

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The filters that are offered, in their order."""
        return tuple(self._offered)

    def show_periods(self, board: Board, period: Period) -> None:
        """Offer the periods of a board's year, those that were sent out with how many came of how many."""
        self._periods = periods_of(board.year)
        box = self._ui.period
        with QSignalBlocker(box):
            box.clear()
            for each in self._periods:
                totals = board.totals(each)
                counts = f"  {totals.came}/{totals.sent}" if totals.sent else ""
                box.addItem(f"{period_label(self._words, each)}{counts}")
            for place in _LINES:
                box.insertSeparator(place)
            place = self._periods.index(period)
            box.setCurrentIndex(place + (place >= 12) + (place >= 16))

    def show_counts(self, board: Board, period: Period, returns: Sequence[Return], wanted: Choice) -> None:
        """Show how many of a period's returns are how far, and which are shown."""
        self._totals.setText(self._words(totals_words(board.totals(period))))
        counts = {choice: sum(each.passes(choice) for each in returns) for choice in _CHOICES}
        self._offered = [c for c in _CHOICES if c is Wanted.ALL or counts[c] or c is wanted]
        with QSignalBlocker(self._ui.filter):
            self._ui.filter.clear()
            self._ui.filter.addItems([self._counted(each, counts[each]) for each in self._offered])
            self._ui.filter.setCurrentIndex(self._offered.index(wanted))
        for state, button in self.chips.items():
            button.setText(self._counted(state, counts[state]))
            button.setAccessibleName(button.text())
            button.setVisible(not self._is_short and state in self._offered)
            button.setChecked(state is wanted)
            button.setIcon(chip(COLOURS[state] or Colour.NONE, button.palette()))
            self._totals.setMinimumHeight(button.sizeHint().height())

    def make_room(self, *, short: bool) -> None:
        """On low windows the list of filters tells what the chips tell."""
        self._is_short = short
        for state, button in self.chips.items():
            button.setVisible(not short and state in self._offered)

    def _chip(self, state: ReturnState) -> QToolButton:
        button = QToolButton(self._ui.chips)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(CHIP)
        button.clicked.connect(lambda checked: self.filter_asked.emit(state if checked else Wanted.ALL))
        return button

    def _on_period(self, place: int) -> None:
        if place >= 0:
            self.period_asked.emit(self._periods[place - sum(place > line for line in _LINES)])

    def _counted(self, choice: Choice, count: int) -> str:
        text = self._words(STATE_WORDS[choice] if isinstance(choice, ReturnState) else _WANTED[choice])
        return f"{text[:1].upper()}{text[1:]} {count}"

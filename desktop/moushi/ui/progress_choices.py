"""What the progress page shows: which period and which rows; how many stand how, as chips to choose by."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QToolButton

from moushi.desk import reporting
from moushi.desk.report_row import Filter
from moushi.desk.reporting import ReportSheet
from moushi.domain.kinds import Colour, State
from moushi.domain.numbers import percent
from moushi.domain.period import Period
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.ui.cells import CHIP, chip
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.progress_page import Ui_ProgressPage
from moushi.ui.words import Words

Wanted = Filter | State

_FILTERS = {
    Filter.ALL: say("All rows"),
    Filter.UNREPORTED: say("Not filled in yet"),
    Filter.LATE: say("Behind and overdue"),
    Filter.PROBLEMS: say("With problems"),
    Filter.DIFFERING: say("Totals that differ"),
}
_CHIPS: tuple[Wanted, ...] = (Filter.UNREPORTED, Filter.DIFFERING, *State)
_COLOURS = {
    State.DONE: Colour.GREEN,
    State.AHEAD: Colour.GREEN,
    State.ON_SCHEDULE: Colour.GREEN,
    State.BEHIND: Colour.YELLOW,
    State.OVERDUE: Colour.RED,
}
_LINES = (12, 17)  # places in the list of periods where a line stands: before quarters, before the year


class ReportChoices(QObject):
    """Binds the form's choosers; it tells what a person asks for, and shows what the page then took."""

    period_asked = Signal(object)  # Period
    filter_asked = Signal(object)  # Filter or State

    def __init__(self, ui: Ui_ProgressPage, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._words = words
        self._periods: tuple[Period, ...] = ()
        self._offered: list[Wanted] = []
        self._is_short = False
        self._schedule = QLabel(ui.chips)
        self._schedule.setContentsMargins(0, 0, 8, 0)
        self._schedule.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.chips = {wanted: self._chip(wanted) for wanted in _CHIPS}
        flow = FlowLayout(ui.chips)
        flow.addWidget(self._schedule)
        for button in self.chips.values():
            flow.addWidget(button)
            self._schedule.setMinimumHeight(button.sizeHint().height())
        ui.period.currentIndexChanged.connect(self._on_period)
        ui.filter.currentIndexChanged.connect(lambda place: self.filter_asked.emit(self._offered[place]))

    @property
    def offered(self) -> tuple[Wanted, ...]:
        """The filters that are offered, in their order."""
        return tuple(self._offered)

    def show_year(self, year: int) -> None:
        """Offer the periods of a year."""
        self._periods = reporting.periods_of(year)
        with QSignalBlocker(self._ui.period):
            self._ui.period.clear()
            self._ui.period.addItems([self._label(period) for period in self._periods])
            for place in _LINES:
                self._ui.period.insertSeparator(place)

    def show_sheet(self, sheet: ReportSheet, wanted: Wanted) -> None:
        """Show a sheet's period and 序时进度, how many of its rows stand how, and which are shown."""
        place = self._periods.index(sheet.period)
        with QSignalBlocker(self._ui.period):
            self._ui.period.setCurrentIndex(place + (place >= 12) + (place >= 16))
        self._schedule.setText(self._words(say("Schedule {share}", share=percent(sheet.schedule))))
        self._offered = [
            choice
            for choice in (*Filter, *State)
            if choice is Filter.ALL or count_of(sheet, choice) or choice is wanted
        ]
        with QSignalBlocker(self._ui.filter):
            self._ui.filter.clear()
            self._ui.filter.addItems([self._counted(choice, sheet) for choice in self._offered])
            self._ui.filter.setCurrentIndex([choice is wanted for choice in self._offered].index(True))
        for choice, button in self.chips.items():
            button.setText(self._counted(choice, sheet))
            button.setAccessibleName(button.text())
            button.setVisible(not self._is_short and any(choice is each for each in self._offered))
            button.setChecked(choice is wanted)
            if isinstance(choice, State):
                button.setIcon(chip(_COLOURS.get(choice, Colour.NONE), button.palette()))

    def make_room(self, *, short: bool) -> None:
        """On low windows the list of filters tells what the chips tell."""
        self._is_short = short
        for choice, button in self.chips.items():
            button.setVisible(not short and any(choice is each for each in self._offered))

    def _chip(self, wanted: Wanted) -> QToolButton:
        button = QToolButton(self._ui.chips)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(CHIP)
        button.clicked.connect(lambda checked: self.filter_asked.emit(wanted if checked else Filter.ALL))
        return button

    def _on_period(self, place: int) -> None:
        self.period_asked.emit(self._periods[place - sum(place > line for line in _LINES)])

    def _label(self, period: Period) -> str:
        if period.first == period.last:
            return QLocale().standaloneMonthName(period.first, QLocale.FormatType.ShortFormat)
        if period.last - period.first == 2:
            return self._words(say("Q{quarter}", quarter=period.last // 3))
        return self._words(say("whole year"))

    def _counted(self, wanted: Wanted, sheet: ReportSheet) -> str:
        text = self._words(choice_word(wanted) if isinstance(wanted, State) else _FILTERS[wanted])
        return f"{text[:1].upper()}{text[1:]} {count_of(sheet, wanted)}"


def count_of(sheet: ReportSheet, wanted: Wanted) -> int:
    """How many rows of a sheet a filter leaves."""
    return sheet.states.get(wanted, 0) if isinstance(wanted, State) else sheet.counts.get(wanted, 0)

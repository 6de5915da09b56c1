"""The overview page: what is due, late and unreported, which chambers are due, and how the year stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QMetaMethod, QRect, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from moushi.changes.model import ChangeSet
from moushi.desk import overview
from moushi.desk.overview import Overview, Reading
from moushi.desk.overview_register import Line
from moushi.desk.overview_states import JudgedItem, Rates, rates_by_month, year_points
from moushi.errors import say
from moushi.ui import overview_words as told
from moushi.ui.generated.overview_page import Ui_OverviewPage
from moushi.ui.overview_list import LinesCard
from moushi.ui.page import Page, command, separator
from moushi.ui.plot_bars import MonthsPlot, StatesPlot
from moushi.ui.plot_card import PlotCard
from moushi.ui.plot_year import YearPlot
from moushi.ui.workplace import Workplace

_WIDE = 1000  # logical pixels from which on four cards stand side by side, and the plots in two columns
_NARROW = 480  # logical pixels up to which on the cards stand one below the other
_AT_ONCE = 0.06  # seconds of judging before the window goes on; more than any county's plan takes
_SLICE = 0.012  # seconds at once after that: nobody feels them


class OverviewPage(Page):
    """What the office has to see first; every line leads to its record.

    `page_wanted` asks for a page by its name and, where one is meant, for a record on it.
    """

    page_wanted = Signal(str, object, object)  # name, kind or None, id or None

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_OverviewPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.view: Overview | None = None
        self._reading: Reading | None = None
        self._judging: Iterator[JudgedItem] = iter(())
        self._judged: list[JudgedItem] = []
        self._rates: dict[UUID, tuple[JudgedItem, tuple[Rates, ...]]] = {}
        self._columns = 0
        self.due = LinesCard(self.words, self.ui.sheet)
        self.late = LinesCard(self.words, self.ui.sheet)
        self.unreported = LinesCard(self.words, self.ui.sheet)
        self.register = LinesCard(self.words, self.ui.sheet)
        self.themes = PlotCard(workplace, StatesPlot(), self.ui.sheet)
        self.year = PlotCard(workplace, YearPlot(), self.ui.sheet)
        self.ledger = PlotCard(workplace, MonthsPlot(), self.ui.sheet)
        self._cards = (self.due, self.late, self.unreported, self.register)
        self._plots = (self.themes, self.year, self.ledger)
        self._later = QTimer(self)
        self._later.timeout.connect(self._go_on)
        self._make_commands()
        self.ui.toPlan.clicked.connect(lambda: self.page_wanted.emit("plan", None, None))
        for card in self._cards:
            card.chosen.connect(self._go)
            card.view.at.connect(self._keep_in_view)
        for plot in self._plots:
            plot.plot.at.connect(self._keep_in_view)
        self._arrange()
        self.retranslate()

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what is shown, and show it; of a very large plan, and the year by month, a moment later."""
        scope = self.workplace.scope
        before = self.view if self.view and self.view.year == scope.year else None
        federations = [holder.id for holder in scope.shown]
        with self.workplace.desk.snapshot() as snapshot:
            made = overview.read(snapshot, federations, scope.year, self.workplace.today(), before)
        self._reading, self._judging, self._judged = made, made.judging(), []
        self._judge(_AT_ONCE)

    def follow(self, change: ChangeSet) -> None:
        """Show what a change brought, where it touches anything that is shown."""
        if overview.is_shown(change):
            self.refresh()

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return (self._tables, separator(self), self._copy, self._save)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        texts = {
            self._tables: say("Plots as &Tables"),
            self._copy: say("&Copy Plot or Cells"),
            self._save: say("&Save Plot as Picture…"),
        }
        for action, text in texts.items():
            action.setText(self.words(text))
        for plot in self._plots:
            plot.retranslate()

    # -- showing -------------------------------------------------------------------------------------------

    def _show(self, view: Overview) -> None:
        words, register = self.words, view.register
        self.ui.summary.setText(told.summary(view, words))
        begin = told.no_plan(view)
        self.ui.beginText.setText(words(begin) if begin else "")
        self.ui.begin.setVisible(begin is not None)
        for card in (self.due, self.late, self.unreported, self.themes, self.year):
            card.setVisible(begin is None)
        self.due.put(say("Due within 30 days"), view.due, say("Nothing is due within 30 days."))
        self.late.put(say("Overdue and behind"), view.late, say("Nothing is overdue or behind schedule."))
        self.unreported.put(told.unreported_title(view), view.unreported, told.nothing_unreported(view))
        self.register.put(say("Renewals and coverage"), register.lines, told.nothing_of_register(view))
        self._show_bars(view)
        self._show_year(view)
        self._arrange()
        for action in (self._tables, self._copy, self._save):
            action.setEnabled(bool(self._seen()))
        self.first = self._first_of()
        self._later.start(0)

    def _show_bars(self, view: Overview) -> None:
        names = {state: told.state_name(self.words, state) for state in told.STATES}
        bars, themes = told.theme_bars(view, self.words)
        plot = self.themes.plot
        assert isinstance(plot, StatesPlot)
        plot.put(bars, names, themes.figures, themes.summary)
        self.themes.put(themes.title, self._whose(), themes.note)
        months, ledger = told.ledger_bars(view, self.words)
        entries = self.ledger.plot
        assert isinstance(entries, MonthsPlot)
        entries.put(months, view.day.month - 1, ledger.figures, ledger.summary)
        self.ledger.put(ledger.title, self._whose(), ledger.note)
        self.ledger.show_only_note(not view.ledger.kinds)

    def _show_year(self, view: Overview) -> None:
        """The year by month, of the items that are reckoned by now."""
        rates = [
            rate
            for item_id, each in view.items.items()
            if (held := self._rates.get(item_id)) and held[0] is each
            for rate in held[1]
        ]
        points = year_points(view.year, view.called, rates)
        months, year = told.year_months(points, self.words)
        plot = self.year.plot
        assert isinstance(plot, YearPlot)
        names = self.words(say("Schedule")), self.words(say("Completed"))
        plot.put(months, names, year.figures, year.summary)
        self.year.put(year.title, self._whose(), year.note)

    def _go_on(self) -> None:
        """Do some of what is still to be done."""
        if self._reading:
            self._judge(_SLICE)
        else:
            self._reckon()

    def _judge(self, seconds: float) -> None:
        """Judge some items; when all are, show them."""
        reading, until = self._reading, perf_counter() + seconds
        for each in self._judging:
            self._judged.append(each)
            if perf_counter() > until:
                self._later.start(0)
                return
        if reading:
            self._reading = None
            self.view = overview.compose(reading, self._judged)
            self._show(self.view)

    def _reckon(self) -> None:
        """Work out some items' years; when all are, show them."""
        view = self.view
        if view is None:
            self._later.stop()
            return
        until = perf_counter() + _SLICE
        for item_id, each in view.items.items():
            held = self._rates.get(item_id)
            if held is None or held[0] is not each:
                self._rates[item_id] = (each, rates_by_month(each, view.called.period))
                if perf_counter() > until:
                    return
        self._later.stop()
        self._show_year(view)

    def _whose(self) -> str:
        scope = self.workplace.scope
        name = (scope.one.short_name or scope.one.name) if scope.one else ""
        return f"{name}{self.words(say('{year}', year=scope.year))}"

    def _first_of(self) -> QWidget:
        """What the keyboard comes to first: the first list that has lines, else the first plot."""
        if self.ui.begin.isVisibleTo(self):
            return self.ui.toPlan
        filled = [card.view for card in self._cards if card.model.lines and card.isVisibleTo(self)]
        return filled[0] if filled else self.themes.focus()

    # -- going about ---------------------------------------------------------------------------------------

    def _go(self, line: Line) -> None:
        """Go where a line leads: to its page, where that can be turned to, else to its record."""
        turned = self.isSignalConnected(QMetaMethod.fromSignal(self.page_wanted))
        if line.page and turned:
            self.page_wanted.emit(line.page, line.kind, line.id)
        else:
            self.workplace.reveal(line.kind, line.id)

    def _keep_in_view(self, part: QWidget, rect: QRect) -> None:
        """Scroll the page to where the keyboard is within a list or a plot."""
        centre = part.mapTo(self.ui.sheet, rect.center())
        self.ui.scroll.ensureVisible(centre.x(), centre.y(), 0, rect.height() // 2 + 8)

    def _near(self) -> PlotCard:
        """The plot that the keyboard is at, else the first in view."""
        focused = self.focusWidget()
        near = [plot for plot in self._plots if focused and plot.isAncestorOf(focused)]
        return (near or self._seen())[0]

    def _seen(self) -> list[PlotCard]:
        return [plot for plot in self._plots if plot.isVisibleTo(self) and not plot.is_only_note]

    def _turn_tables(self, is_table: bool) -> None:
        for plot in self._plots:
            plot.as_table.setChecked(is_table)

    def _on_turned(self) -> None:
        self._tables.setChecked(all(plot.as_table.isChecked() for plot in self._plots))

    # -- room ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        columns = 4 if width >= _WIDE else 2 if width >= _NARROW else 1
        _place(self.ui.cards, [card for card in self._cards if card.isVisibleTo(self)], columns)
        plots = self.ui.plots
        for plot in self._plots:
            plots.removeWidget(plot)
        if columns == 4 and self.themes.isVisibleTo(self):
            plots.addWidget(self.themes, 0, 0, 2, 1)
            plots.addWidget(self.year, 0, 1)
            plots.addWidget(self.ledger, 1, 1)
        else:
            for row, plot in enumerate(self._plots):
                plots.addWidget(plot, row, 0, 1, 2)
        for column in (0, 1):
            plots.setColumnStretch(column, 1)

    # -- setting up ----------------------------------------------------------------------------------------

    def _make_commands(self) -> None:
        self._tables = command(self, "F4")
        self._tables.setCheckable(True)
        self._copy = command(self, QKeySequence.StandardKey.Copy)
        self._save = command(self, "Ctrl+Shift+E")
        self._tables.triggered.connect(self._turn_tables)
        self._copy.triggered.connect(lambda: self._near().copy())
        self._save.triggered.connect(lambda: self._near().save())
        for plot in self._plots:
            plot.toggled.connect(lambda _: self._on_turned())


def _place(grid: QGridLayout, cards: Sequence[QWidget], columns: int) -> None:
    """Lay cards out in so many columns of the same width."""
    for card in cards:
        grid.removeWidget(card)
    for place, card in enumerate(cards):
        grid.addWidget(card, place // columns, place % columns)
    for column in range(4):
        grid.setColumnStretch(column, int(column < min(columns, len(cards))))
        grid.setColumnMinimumWidth(column, 0)

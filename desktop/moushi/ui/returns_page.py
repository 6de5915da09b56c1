"""The returns page: how far each chamber's return of a period is, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent

from moushi.desk import returns
from moushi.desk.report_row import neighbour
from moushi.desk.return_reminders import to_remind
from moushi.desk.returns import STATE_WORDS, Board, Return, Wanted
from moushi.domain.period import Period
from moushi.domain.record import Record
from moushi.domain.records import Chamber
from moushi.domain.returns import ReturnState
from moushi.errors import Message, say
from moushi.ui.generated.returns_page import Ui_ReturnsPage
from moushi.ui.page import Page
from moushi.ui.returns_acts import ReturnsActs, recallable
from moushi.ui.returns_choices import Choice, ReturnsChoices
from moushi.ui.returns_model import (
    CAME,
    FILE,
    NAME,
    OWNER,
    SENT,
    STATE,
    TODO,
    MatrixModel,
    ReturnsModel,
    Seen,
    base_name,
)
from moushi.ui.returns_tools import ReturnsTools
from moushi.ui.workplace import Workplace, nothing

if TYPE_CHECKING:
    from pathlib import Path

    from moushi.intake.source import SourceFile

_WIDE = 860  # logical pixels from which on there is room for labels and all columns
_TALL = 340  # logical pixels from which on there is room for the chips and the story
_MOST_FOUND = 10_000  # chambers by a search
_WIDTHS = {NAME: 14.0, OWNER: 7.0, FILE: 18.0, TODO: 12.0}  # in characters
_HEAD = 11.0  # of a chamber beside the periods


class ReturnsPage(Page):
    """A period's returns as a list, or the year's as a matrix.

    The journal of returns tells nobody when something is written to it: the page reads it whenever it comes
    into view, when the window comes back to the front, and after what is done here. `change_wanted` asks for
    a change in the history, `file_wanted` for a file (SHA-256, name) that may still be under review:
    as long as it is, `find_source` gives it.
    """

    change_wanted = Signal(object)  # UUID
    file_wanted = Signal(str, str)
    journal_written = Signal()  # from whatever thread

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = ui = Ui_ReturnsPage()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._board: Board | None = None
        self._period: Period | None = None
        self._wanted: Choice = Wanted.ALL
        self._is_filling = False
        self.find_source: Callable[[str], Path | SourceFile | None] = nothing
        self.model = ReturnsModel(self)
        self.matrix = MatrixModel(self)
        ui.table.take(self.model)
        ui.matrix.take(self.matrix)
        ui.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        ui.table.horizontalHeader().setStretchLastSection(True)
        for part in (ui.matrix, ui.chips, ui.quiet, ui.story):  # until it is known how much room there is
            part.hide()
        ui.boardPage.setStyleSheet(_CLOSE)
        self.choices = ReturnsChoices(ui, self.words, self)
        self.acts = ReturnsActs(self)
        self.tools = ReturnsTools(self)
        self._wire()
        self.retranslate()
        self.first = ui.table

    # -- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Come into view, with what was written to the journal meanwhile."""
        if not self.is_stale and self.workplace.is_open:
            self.look_again()
        super().enter()

    def refresh(self) -> None:
        """Read how far the year's returns are, and show the period."""
        self._take(self._read())

    def look_again(self) -> None:
        """Show what was written to the journal meanwhile, if anything was."""
        board = self._read()
        if board != self._board:
            self._take(board)

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a chamber's return."""
        if kind is not Chamber or self._board is None:
            return False
        self.turn(by_period=False)
        self.ui.search.clear()
        self._choose_filter(Wanted.ALL)
        return self._go_to(record_id)

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self.tools.commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.tools.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the window comes to the front; chips follow the colours."""
        super().changeEvent(event)
        if getattr(self, "_board", None) is None or not self.workplace.is_open:
            return
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.is_current:
            self.look_again()
        if event.type() == QEvent.Type.PaletteChange:
            self._show_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On small windows the table comes first."""
        super().resizeEvent(event)
        self._make_room()

    # -- showing -------------------------------------------------------------------------------------------

    def _read(self) -> Board:
        scope = self.workplace.scope
        federations = [each.id for each in scope.shown]
        return returns.read(self.workplace.desk, federations, scope.year, self.workplace.today())

    def _take(self, board: Board) -> None:
        self._board = board
        if self._period is None or self._period.year != board.year:
            self._period = returns.default_period(board)
        self._show_board()

    def _show_board(self) -> None:
        board, period = self._board, self._period
        assert board is not None
        assert period is not None
        self.ui.stack.setCurrentWidget(self.ui.boardPage if board.chambers else self.ui.emptyPage)
        self.ui.emptyText.setText(self.words(_NO_CHAMBERS))
        self.choices.show_periods(board, period)
        self.tools.previous.setEnabled(neighbour(period, -1) is not None)
        self.tools.next.setEnabled(neighbour(period, 1) is not None)
        self._show_lines()

    def _show_lines(self) -> None:
        """Show the returns that search and filter leave; who was chosen stays so."""
        board, period, ui = self._board, self._period, self.ui
        if board is None or period is None:
            return
        self._is_filling = True
        chosen, current, seen = [each.chamber.id for each in self.chosen], self._current(), self._seen()
        meant = self._looked_for()
        found = [each for each in board.of(period) if meant is None or each.chamber.id in meant]
        self.choices.show_counts(board, period, found, self._wanted)
        self.model.show(seen, [each for each in found if each.passes(self._wanted)])
        chambers = [each for each in board.chambers if meant is None or each.id in meant]
        self.matrix.show(seen, board, chambers)
        states = [self.words(word) for word in STATE_WORDS.values()]
        ui.table.fit_columns(_WIDTHS, states, [STATE])
        ui.matrix.fit_columns({}, states, range(self.matrix.columnCount()))
        ui.matrix.fit_heads(_HEAD)
        self._make_room()
        ui.table.go(self.model.index(max(self.model.place(current), 0), NAME))
        ui.table.choose([place for each in chosen if (place := self.model.place(each)) >= 0])
        ui.matrix.go(self.matrix.index_of(current, period))
        self._is_filling = False
        self._show_state()

    def _show_state(self) -> None:
        """Say what can be done now, and how the current return went."""
        board, period, tools = self._board, self._period, self.tools
        if self._is_filling or board is None or period is None:
            return
        writes, chosen = self.workplace.may_write, self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        for each in (tools.send, tools.take_files, tools.take_folder, tools.take_in):
            each.setEnabled(writes)
        for action in (tools.go_on, tools.to_chamber):
            action.setEnabled(one is not None)
        tools.remind.setEnabled(bool(to_remind(board, period)))
        tools.mark.setEnabled(bool(one and one.state is ReturnState.TO_MEND))
        tools.undo_file.setEnabled(bool(writes and one and self.acts.change_of(one)))
        tools.recall.setEnabled(writes and any(map(recallable, chosen)))
        tools.open_folder.setEnabled(returns.folder_of(board.of(period)) is not None)
        hint = self._hint(board, period)
        self.ui.quiet.setText(self.words(hint) if hint else "")
        self.ui.quiet.setVisible(hint is not None)
        current = self.model.line(self.ui.table.currentIndex())
        self.ui.story.setText(self._seen().story(current) if current else "")

    def _hint(self, board: Board, period: Period) -> Message | None:
        """What keeps the page from being used, or what to begin with."""
        if not self.workplace.may_write:
            return say("The store is open for reading only: nothing can be sent out or taken in.")
        if not self.model.lines and not self.is_by_period:
            return say("No return is as looked for. Change the words or the filter above.")
        totals = board.totals(period)
        if self.is_by_period or totals.sent or totals.came:
            return None
        return say("Nothing was sent out for this period yet. “Send Out…” makes a workbook for each chamber.")

    def _seen(self) -> Seen:
        owners = {each.id: each.short_name or each.name for each in self.workplace.scope.shown}
        return Seen(self.words, self.workplace.now(), owners)

    def _looked_for(self) -> Collection[UUID] | None:
        """The chambers that are searched for, by letters of their names or their sound; None: all."""
        text = self.ui.search.text().strip()
        if not text:
            return None
        return {hit.id for hit in self.workplace.desk.store.search(text, (Chamber,), _MOST_FOUND)}

    def _make_room(self) -> None:
        ui, wide, tall = self.ui, self.width() >= _WIDE, self.height() >= _TALL
        ui.periodLabel.setVisible(wide)
        ui.filterLabel.setVisible(wide)
        self.choices.make_room(short=not tall)
        self.tools.make_room(short=not tall)
        ui.chips.setVisible(tall and not self.is_by_period)
        ui.story.setVisible(tall and not self.is_by_period)
        if self.workplace.is_open:
            ui.table.setColumnHidden(OWNER, len(self.workplace.scope.shown) <= 1)
        for column in (SENT, CAME, FILE):
            ui.table.setColumnHidden(column, not wide)
        unit = ui.table.fontMetrics().horizontalAdvance("国")
        ui.table.setColumnWidth(NAME, round((_WIDTHS[NAME] if wide else _HEAD) * unit))

    # -- choosing ------------------------------------------------------------------------------------------

    @property
    def is_by_period(self) -> bool:
        """Whether the year's periods are shown beside each other."""
        return self.tools.by_period.isChecked()

    @property
    def chosen(self) -> tuple[Return, ...]:
        """The returns that are selected in the list; none where the periods are shown."""
        rows = () if self.is_by_period else self.ui.table.chosen_rows()
        return tuple(self.model.lines[row] for row in rows)

    @property
    def board(self) -> Board | None:
        """The year's returns as they were read last."""
        return self._board

    @property
    def period(self) -> Period | None:
        """The period in view."""
        return self._period

    def step(self, step: int) -> None:
        """Go to the period before or after, of the same length."""
        found = neighbour(self._period, step) if self._period else None
        if found:
            self._choose_period(found)

    def turn(self, *, by_period: bool) -> None:
        """Show the year's periods beside each other, or one of them as a list; the chamber stays."""
        ui = self.ui
        was_by_period = ui.matrix.isVisibleTo(self)
        held = self._chamber_at(by_period=was_by_period)
        had_keyboard = ui.table.hasFocus() or ui.matrix.hasFocus()
        self.tools.by_period.setChecked(by_period)
        self.first = ui.matrix if by_period else ui.table
        ui.matrix.setVisible(by_period)
        ui.table.setVisible(not by_period)
        ui.filter.setEnabled(not by_period)
        if had_keyboard:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_lines()
        if held and self._period:
            self._go_to(held)
            ui.matrix.go(self.matrix.index_of(held, self._period))

    def _chamber_at(self, *, by_period: bool) -> UUID | None:
        """The chamber on whose line the keyboard is, in the list or among the periods."""
        if by_period:
            chamber = self.matrix.chamber(self.ui.matrix.currentIndex())
            return chamber.id if chamber else None
        line = self.model.line(self.ui.table.currentIndex())
        return line.chamber.id if line else None

    def _current(self) -> UUID | None:
        return self._chamber_at(by_period=self.is_by_period)

    def _choose_period(self, period: Period) -> None:
        if period != self._period:
            self._period = period
            self._wanted = Wanted.ALL
            self._show_board()

    def _choose_filter(self, wanted: Choice) -> None:
        self._wanted = wanted
        self._show_lines()

    def _go_to(self, chamber: UUID) -> bool:
        place = self.model.place(chamber)
        if place >= 0:
            self.ui.table.go(self.model.index(place, NAME))
        return place >= 0

    # -- going about ---------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go on from the current line: to what its file changed, to its review, else to the chamber."""
        if self.is_by_period:
            self._go_from_matrix(self.ui.matrix.currentIndex())
        else:
            self._go_from(self.ui.table.currentIndex())

    def go_to_chamber(self) -> None:
        """Go to the chamber itself."""
        if len(self.chosen) == 1:
            self.workplace.reveal(Chamber, self.chosen[0].chamber.id)

    def _go_from(self, index: QModelIndex) -> None:
        each = self.model.line(index)
        if each is None:
            return
        change = self.acts.change_of(each)
        if each.state is ReturnState.TAKEN_IN and change:
            self.change_wanted.emit(change.id)
        elif each.state in (ReturnState.RECEIVED, ReturnState.TO_MEND) and each.course.came:
            self.file_wanted.emit(each.sha256 or "", base_name(each.course.came.file))
        else:
            self.workplace.reveal(Chamber, each.chamber.id)

    def _go_from_matrix(self, index: QModelIndex) -> None:
        """Go from a cell of the matrix to its return in the list."""
        chamber, period = self.matrix.chamber(index), self.matrix.period(index)
        self.turn(by_period=False)
        if period:
            self._choose_period(period)
        self._choose_filter(Wanted.ALL)
        if chamber:
            self._go_to(chamber.id)
        self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self) -> None:
        if self.workplace.is_open:
            self.look_again()

    def _wire(self) -> None:
        ui = self.ui
        self.choices.period_asked.connect(self._choose_period)
        self.choices.filter_asked.connect(self._choose_filter)
        ui.search.textChanged.connect(lambda _: self._show_lines())
        ui.search.returnPressed.connect(lambda: self.first and self.first.setFocus())
        self.journal_written.connect(self._on_written)
        ui.table.asked.connect(self._go_from)
        ui.matrix.asked.connect(self._go_from_matrix)
        lines = ui.table.selectionModel()
        lines.selectionChanged.connect(lambda *_: self._show_state())
        lines.currentRowChanged.connect(lambda *_: self._show_state())


_CLOSE = """
    QToolButton { padding: 3px 7px; }
    QToolButton[popupMode='2'] { padding-right: 22px; }
    QHeaderView::section:vertical { border: none; }
    QTableCornerButton::section {
        background: palette(window); border: none; border-bottom: 1px solid palette(mid);
    }
"""
"""Bars and chips for small screens; names beside the matrix as quiet as the heads above it."""

_NO_CHAMBERS = say(
    "There are no chambers yet. Enter them on the chambers page, or drop a list of them on the window; they "
    "then stand here, to be sent forms."
)

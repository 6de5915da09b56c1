"""The progress page: a month is entered down a column; states follow at once, and what is missing is seen.

Over 400 lines: it joins table, choices, details and pasting, each in a file of its own, into one page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QKeySequence,
    QPalette,
    QResizeEvent,
)

from moushi.changes.model import ChangeSet, Proposal
from moushi.desk import report_row, reporting
from moushi.desk.report_book import Book, read_book, touched
from moushi.desk.report_entry import clear_block, enter
from moushi.desk.report_parts import with_parts
from moushi.desk.report_row import Filter, ReportRow
from moushi.desk.reporting import Group, Line, ReportSheet
from moushi.domain.period import Period, parse_period
from moushi.domain.record import Record
from moushi.domain.records import Measure, Milestone, PlanItem, Progress
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError, say
from moushi.ui.cells import copy_cells, settle_cell
from moushi.ui.draft import Draft
from moushi.ui.generated.progress_page import Ui_ProgressPage
from moushi.ui.page import Page, command, separator
from moushi.ui.progress_choices import ReportChoices, Wanted, count_of
from moushi.ui.progress_export import export_sheet
from moushi.ui.progress_model import Key, ReportModel, column_of
from moushi.ui.progress_panel import ReportPanel
from moushi.ui.progress_pasting import paste
from moushi.ui.progress_year import YearView
from moushi.ui.workplace import Workplace

_WIDE = 860  # logical pixels from which on the details stand beside the table by themselves
_ROOMY = 1500  # logical pixels from which on the table keeps all columns beside the details
_TALL = 340  # logical pixels from which on there is room for the chips


class ProgressPage(Page):
    """One period of the year's plans, to be typed in; every cell that is left is one change."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_ProgressPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._book = Book(0)
        self._period: Period | None = None
        self._sheet: ReportSheet | None = None
        self._wanted: Wanted = Filter.ALL
        self._details_chosen = False
        self._is_new_fault = False
        self._model = ReportModel(self.words, self._enter_cell, self)
        self.ui.table.take(self._model)
        self._panel = ReportPanel(self.ui, workplace, self._keep_draft, self._act, self._blame, self)
        self._choices = ReportChoices(self.ui, self.words, self)
        self._make_commands()
        self._year = YearView(self.ui, workplace, self._by_month, self._go_to_month, self)
        self._wire()
        self._blame(None)
        self.retranslate()
        self.first = self.ui.table

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the year's plans of the federations in view, and show the period."""
        scope = self.workplace.scope
        with self.workplace.desk.snapshot() as snapshot:
            self._book = read_book(snapshot, scope.year, [holder.id for holder in scope.shown])
        if self._period is None or self._period.year != scope.year:
            self._period = reporting.default_period(self._book, self.workplace.today())
        self._choices.show_year(scope.year)
        self._show_period()
        self._year.refresh(self._book)

    def follow(self, change: ChangeSet) -> None:
        """Show what a change brought, reading only the items that it touches."""
        ids = touched(self._book, change)
        if ids is None or self._sheet is None:
            self.refresh()
        elif ids:
            with self.workplace.desk.snapshot() as snapshot:
                self._sheet, self._book = reporting.renewed_sheet(self._sheet, self._book, snapshot, ids)
            self._renew_lines()
            self._year.refresh(self._book)

    def settle(self) -> bool:
        """Keep what is being typed in a cell or in the details; False when some of it cannot be kept."""
        kept = (settle_cell(), self._panel.settle())
        return all(kept)

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a report, a measure, an item or a milestone."""
        item_id = self._book.item_of(kind, record_id) if kind in _REVEALED else None
        held = self._book.held(item_id) if item_id else None
        if held is None:
            return False
        measure_id: UUID | None = record_id if kind is Measure else None
        reports = (*held.progress, *held.returned)
        report = next((each for each in reports if each.id == record_id), None)
        if report is not None:
            measure_id = report.part_id or report.measure_id
            self._choose_period(parse_period(report.period))
        self._year.turn_back()
        self._choose_filter(Filter.ALL)
        keys = [(held.item.id, measure_id), *((held.item.id, m.id) for m in held.measures)]
        place = next((place for key in keys if (place := self._model.place(key)) >= 0), -1)
        if place < 0:
            return False
        self._go(place)
        return True

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return (
            self._export,
            separator(self),
            self._previous,
            self._next,
            self._by_month,
            separator(self),
            self._row_before,
            self._row_after,
            self._next_missing,
            separator(self),
            self._copy,
            self._paste,
            separator(self),
            self._details,
        )

    def retranslate(self) -> None:
        """Say it in the language of now."""
        texts = {
            self._export: say("&Export Progress Sheet…"),
            self._previous: say("&Previous Period"),
            self._next: say("&Next Period"),
            self._by_month: say("The Year by &Month"),
            self._row_before: say("R&ow Above"),
            self._row_after: say("&Row Below"),
            self._next_missing: say("Next &Unreported"),
            self._copy: say("&Copy Cells"),
            self._paste: say("Paste Cells (&V)"),
            self._details: say("Show &Details"),
        }
        for action, text in texts.items():
            action.setText(self.words(text))
        for action, text in (
            (self._export, say("Export…")),
            (self._details, say("Details")),
            (self._previous, say("‹")),
            (self._next, say("›")),
            (self._by_month, say("1–12")),
        ):
            action.setIconText(self.words(text))
        self._year.retranslate()
        self._panel.retranslate()
        self.ui.table.fit_columns()

    # -- typing --------------------------------------------------------------------------------------------

    def _enter_cell(self, row: ReportRow, field: str, text: str) -> bool:
        kept = self._enter(row, field, text)[0]
        if not kept:
            self.ui.table.refuse()
        return kept

    def _keep_draft(self, row: ReportRow, field: str, text: str, draft: Draft) -> bool:
        kept, change = self._enter(row, field, text, draft.visit)
        if change is not None:
            draft.visit = change.id if change.undoes is None else None
        return kept

    def _enter(
        self, row: ReportRow, field: str, text: str, continues: UUID | None = None
    ) -> tuple[bool, ChangeSet | None]:
        """Keep what was typed; whether it could be, and the change that it was."""
        self._blame(None)
        try:
            with self.workplace.desk.snapshot() as snapshot:
                proposal = enter(snapshot, row, field, text)
        except MoushiError as fault:
            self._blame(fault.message)
            return False, None
        if proposal is None:
            return True, None
        change = self.workplace.apply(proposal, continues)
        return change is not None, change

    def _act(self, propose: Callable[[Snapshot], Proposal | None]) -> None:
        with self.workplace.desk.snapshot() as snapshot:
            proposal = propose(snapshot)
        if proposal:
            self.workplace.apply(proposal)

    def _export_sheet(self) -> None:
        self.settle()
        if self._period:
            export_sheet(self, self.workplace, self._book, self._period)

    def _clear(self) -> None:
        """Empty the selected cells."""
        chosen = self.ui.table.chosen()
        self._blame(None)
        self._act(lambda snapshot: clear_block(snapshot, chosen))

    def _copy_cells(self) -> None:
        """Copy from the table in which the keyboard is."""
        views = (self.ui.yearTable, self.ui.records)
        copy_cells(next((view for view in views if view.hasFocus()), self.ui.table))

    def _paste_cells(self) -> None:
        paste(self.ui.table, self.workplace, self._blame)

    def _untypable(self) -> None:
        """A key was pressed in a cell that takes nothing."""
        row = self._model.row(self.ui.table.currentIndex())
        if row is not None and row.counted is not None:
            self._blame(
                say(
                    "This number is {counted}. To change it, correct the records that it counts; the details "
                    "(F4) list them.",
                    counted=row.counted_word,
                )
            )
            return
        self._blame(
            say(
                "Nothing can be typed here. What is worked out follows by itself; an item without a measure "
                "is reported in words, or gets a measure on the plan page."
            )
        )

    def _blame(self, fault: Message | None) -> None:
        """Say what is wrong with what was typed, or that nothing is."""
        label = self.ui.fault
        label.setText(self.words(fault) if fault else "")
        label.setVisible(fault is not None)
        if fault:
            self._is_new_fault = True
            QTimer.singleShot(0, self, self._forget_fault)
            label.setAccessibleName(label.text())
            QAccessible.updateAccessibility(QAccessibleEvent(label, QAccessible.Event.Alert))

    # -- periods and filters -------------------------------------------------------------------------------

    def _choose_period(self, period: Period) -> None:
        self._year.turn_back()
        if period != self._period and period.year == self._book.year:
            self.settle()
            self._period = period
            self._show_period()

    def _turn_to_year(self, is_year: bool) -> None:
        """Show the year by month, at the row and the month that were in view; or one period again."""
        self.settle()
        if is_year and self._period:
            row = self._model.row(self.ui.table.currentIndex())
            key = (row.item.id, row.measure.id if row.measure else None) if row else None
            self._year.turn_to(self._book, key, self._period.last)
        else:
            self._year.turn_back()

    def _go_to_month(self, period: Period, key: Key) -> None:
        """Show a month's sheet at one of its rows."""
        self._choose_period(period)
        self._choose_filter(Filter.ALL)
        if (place := self._model.place(key)) >= 0:
            self._go(place)

    def _step(self, step: int) -> None:
        """Go to the period before or after, of the same length."""
        found = report_row.neighbour(self._period, step) if self._period else None
        if found:
            self._choose_period(found)

    def _show_period(self) -> None:
        assert self._period is not None
        self._sheet = sheet = reporting.sheet_of(self._book, self._period)
        self._previous.setEnabled(report_row.neighbour(self._period, -1) is not None)
        self._next.setEnabled(report_row.neighbour(self._period, 1) is not None)
        if not count_of(sheet, self._wanted):
            self._wanted = Filter.ALL
        self._show_lines()

    def _choose_filter(self, wanted: Wanted) -> None:
        if wanted is not self._wanted:
            self.settle()
            self._wanted = wanted
            self._show_lines()
        self._show_counts()

    def _show_lines(self) -> None:
        """Show the lines that the filter leaves; the row that was chosen stays so where it is still there."""
        sheet = self._sheet
        assert sheet is not None
        current = self._model.row(self.ui.table.currentIndex())
        column = self.ui.table.currentIndex().column()
        self._model.may_write = self.workplace.may_write
        self._paste.setEnabled(self._model.may_write)
        self._model.show(with_parts(sheet.shown(self._wanted), self._book))
        self._show_counts()
        self._show_state(sheet)
        place = self._model.place(current.key) if current else -1
        if place >= 0:
            self._go(place, column)
        else:
            self._go_to_first()
        self._show_row()

    def _go_to_first(self) -> None:
        rows = [n for n, line in enumerate(self._model.lines) if isinstance(line, ReportRow)]
        column = column_of("value")
        free = [n for n in rows if self._model.field(self._model.index(n, column))]
        if rows:
            self._go(free[0] if free else rows[0], column)

    def _renew_lines(self) -> None:
        """Show newer rows where they stand; a filter keeps showing the rows that it found."""
        sheet = self._sheet
        assert sheet is not None
        shown = self._model.lines
        lines = with_parts(sheet.lines, self._book)
        by_key: dict[Key | UUID, Line] = {_key(line): line for line in lines}
        keys = [_key(line) for line in shown]
        is_all = self._wanted is not Filter.ALL or keys == [_key(line) for line in lines]
        if is_all and all(key in by_key for key in keys):
            self._model.renew([by_key[key] for key in keys])
            self._show_counts()
            self._show_row()
        else:
            QTimer.singleShot(0, self, self._show_lines)  # an editor may still be closing

    def _show_counts(self) -> None:
        if self._sheet:
            self._choices.show_sheet(self._sheet, self._wanted)
            self._next_missing.setEnabled(bool(self._sheet.counts[Filter.UNREPORTED]))

    def _show_state(self, sheet: ReportSheet) -> None:
        """Say what keeps the sheet from being typed in, or how to begin."""
        locked = reporting.why_locked(sheet, self._book, may_write=self.workplace.may_write)
        empty = reporting.how_to_begin(sheet)
        self.ui.quiet.setText(self.words(locked) if locked else "")
        self.ui.quiet.setVisible(locked is not None)
        self.ui.emptyText.setText(self.words(empty) if empty else "")
        self.ui.stack.setCurrentWidget(self.ui.emptyPage if empty else self.ui.sheetPage)
        self._export.setEnabled(empty is None)

    # -- going about ---------------------------------------------------------------------------------------

    def _go(self, place: int, column: int = -1) -> None:
        self.ui.table.go(place, column if column >= 0 else column_of("value"))

    def _go_by(self, step: int) -> None:
        """Go to the row above or below; the keyboard stays where it is, as in the details."""
        index = self.ui.table.currentIndex()
        place = index.row() + step
        while 0 <= place < len(self._model.lines):
            if isinstance(self._model.lines[place], ReportRow):
                self._go(place, index.column())
                return
            place += step

    def _go_to_missing(self) -> None:
        """Go to the next row of which the period's report is missing, from the top again at the end."""
        current = self.ui.table.currentIndex()
        lines = self._model.lines
        missing = [n for n, line in enumerate(lines) if isinstance(line, ReportRow) and line.is_unreported]
        if not missing and self._wanted is not Filter.ALL:
            self._choose_filter(Filter.ALL)
            self._go_to_missing()
            return
        after = [n for n in missing if n > current.row()] or missing
        if after:
            line = lines[after[0]]
            counts = isinstance(line, ReportRow) and "value" in line.editable
            self._go(after[0], column_of("value" if counts else "narrative"))
            self.ui.table.setFocus()

    def _show_row(self) -> None:
        row = self._model.row(self.ui.table.currentIndex())
        self._panel.show(row, may_write=self._model.may_write)

    def _forget_fault(self) -> None:
        self._is_new_fault = False

    def _on_current(self) -> None:
        if not self._is_new_fault:  # else it is of the cell that was just left
            self._blame(None)
        self._show_row()

    # -- setting up ----------------------------------------------------------------------------------------

    def _make_commands(self) -> None:
        self._export = command(self, "Ctrl+Shift+E")
        self._previous = command(self, "Alt+Left")
        self._next = command(self, "Alt+Right")
        self._by_month = command(self, "F6")
        self._by_month.setCheckable(True)
        self._row_before = command(self, "Ctrl+Up")
        self._row_after = command(self, "Ctrl+Down")
        self._next_missing = command(self, "Ctrl+J")
        self._copy = command(self, QKeySequence.StandardKey.Copy)
        self._paste = command(self, QKeySequence.StandardKey.Paste)
        self._details = command(self, "F4")
        self._details.setCheckable(True)
        self._details.setChecked(True)

    def _wire(self) -> None:
        ui = self.ui
        self._export.triggered.connect(self._export_sheet)
        self._previous.triggered.connect(lambda: self._step(-1))
        self._next.triggered.connect(lambda: self._step(1))
        self._by_month.triggered.connect(self._turn_to_year)
        self._row_before.triggered.connect(lambda: self._go_by(-1))
        self._row_after.triggered.connect(lambda: self._go_by(1))
        self._next_missing.triggered.connect(self._go_to_missing)
        self._copy.triggered.connect(self._copy_cells)
        self._paste.triggered.connect(self._paste_cells)
        self._details.triggered.connect(self._choose_details)
        for button, action in (
            (ui.previous, self._previous),
            (ui.next, self._next),
            (ui.export_, self._export),
            (ui.details_, self._details),
        ):
            button.setDefaultAction(action)
        self._choices.period_asked.connect(self._choose_period)
        self._choices.filter_asked.connect(self._choose_filter)
        ui.table.cleared.connect(self._clear)
        ui.table.untypable.connect(self._untypable)
        ui.table.selectionModel().currentChanged.connect(self._on_current)
        ui.filter.setMaximumWidth(ui.filter.fontMetrics().horizontalAdvance("国") * 14)
        ui.periodLabel.hide()  # until there is room for it
        ui.splitter.setStretchFactor(0, 1)
        ui.splitter.setSizes([960, 250])
        ui.sheetPage.setStyleSheet("QToolButton { padding: 3px 7px; }")  # a bar and chips for small screens
        for label in (ui.fault, ui.hint):
            label.setForegroundRole(QPalette.ColorRole.BrightText)
        for label in (ui.quiet, ui.standing):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        bold = ui.about.font()
        bold.setBold(True)
        ui.about.setFont(bold)

    def _choose_details(self, is_shown: bool) -> None:
        self._details_chosen = True
        self._panel.settle()
        self.ui.details.setVisible(is_shown)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On narrow windows the table comes first."""
        super().resizeEvent(event)
        self._choices.make_room(short=event.size().height() < _TALL)
        self.ui.periodLabel.setVisible(event.size().width() >= _WIDE)
        if not self._details_chosen:
            self._details.setChecked(event.size().width() >= _WIDE)
            self.ui.details.setVisible(self._details.isChecked())
        self._make_room()

    def _make_room(self) -> None:
        is_told = self._details.isChecked() and self.width() < _ROOMY
        self.ui.table.make_room(narrow=self.width() < _WIDE, beside_details=is_told)

    def changeEvent(self, event: QEvent) -> None:
        """Chips follow the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_sheet", None):
            self._show_counts()


_REVEALED = (Progress, Measure, PlanItem, Milestone)


def _key(line: Line) -> Key | UUID:
    return line.id if isinstance(line, Group) else line.key

"""The ledger by days: a month's sheet, its buttons, and the entries of the day that was gone to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from moushi.desk.ledger import LedgerFilter
from moushi.desk.ledger_month import Month, month_of
from moushi.errors import say
from moushi.ui.generated.ledger_page import Ui_LedgerPage
from moushi.ui.link_list import Line
from moushi.ui.month_grid import day_words
from moushi.ui.workplace import Workplace

MONTHS = (
    *(say("January"), say("February"), say("March"), say("April"), say("May"), say("June")),
    *(say("July"), say("August"), say("September"), say("October"), say("November"), say("December")),
)


class LedgerDays(QObject):
    """`chosen` names the entry to be shown, or None; `wanted` asks for a new one on the day gone to."""

    chosen = Signal(object)
    wanted = Signal()

    def __init__(
        self,
        workplace: Workplace,
        ui: Ui_LedgerPage,
        listed: Callable[[], LedgerFilter],
        held: Callable[[], UUID | None],
        parent: QObject,
    ) -> None:
        """`listed` says which entries are shown, `held` which one is worked on: it stays where it can."""
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._listed = listed
        self._held = held
        ui.days.show_by(self._read, workplace.words)
        ui.days.day_chosen.connect(self._show)
        ui.days.day_opened.connect(lambda _: self._open())
        ui.dayEntries.currentRowChanged.connect(lambda _: self.chosen.emit(ui.dayEntries.current))
        ui.earlier.clicked.connect(lambda: ui.days.step(-1))
        ui.later.clicked.connect(lambda: ui.days.step(1))
        ui.toToday.clicked.connect(lambda: self.go_to(workplace.today()))

    @property
    def day(self) -> date | None:
        """The day that was gone to."""
        return self._ui.days.day

    def go_to(self, day: date) -> None:
        """Go to a day."""
        self._ui.days.go_to(day, self._workplace.today())

    def likely(self, entry_day: date | None, month: int | None) -> date:
        """The day to begin with: an entry's, else today, or where the month or year in view begins."""
        today, year = self._workplace.today(), self._workplace.scope.year
        if entry_day is not None:
            return entry_day
        if today.year == year and month in (None, today.month):
            return today
        return date(year, month or 1, 1)

    def reload(self) -> None:
        """Read the month anew; the day stays."""
        self._ui.days.reload(self._workplace.today())

    def choose(self, entry: UUID) -> None:
        """Go to an entry of the day."""
        ids = self._ui.dayEntries.ids
        if entry in ids:
            self._ui.dayEntries.setCurrentRow(ids.index(entry))

    def _read(self, year: int, month: int) -> Month:
        return month_of(self._workplace.desk, self._listed(), year, month)

    def _show(self, day: date) -> None:
        """Show what was held on a day."""
        ui, words, month = self._ui, self._workplace.words, self._ui.days.month
        sheet = ui.days.sheet
        if month is None or sheet is None:
            return
        ui.monthName.setText(words(say("{month} {year}", year=month.year, month=MONTHS[month.month - 1])))
        entries = month.entries.get(day, ())
        told = say("{day}: {count} in the ledger", day=day_words(day), count=len(entries))
        ui.dayName.setText(words(told if entries else say("{day}: no entries", day=day_words(day))))
        ui.dayEntries.show_lines([Line(each.id, sheet.line(each)) for each in entries])
        ids, held = [each.id for each in entries], self._held()
        if held in ids:
            self.choose(held)
        elif ids:
            ui.dayEntries.setCurrentRow(0)
            self.chosen.emit(ids[0])
        else:
            self.chosen.emit(None)

    def _open(self) -> None:
        """Go to the day's entries; where there are none, write one down."""
        if self._ui.dayEntries.count():
            self._ui.dayEntries.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit()

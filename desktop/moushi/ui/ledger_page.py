"""The ledger page: entries as a list or by days, beside them the form of one, made for a pile of notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence

from moushi.changes.model import Change
from moushi.compile.roster_document import RosterKind
from moushi.desk import ledger
from moushi.desk.ledger import LedgerFilter
from moushi.desk.ledger_links import Choice, find_members
from moushi.desk.register import Row
from moushi.domain.kinds import ActivityKind
from moushi.domain.record import Record
from moushi.domain.records import (
    Activity,
    ActivityItem,
    Attachment,
    Chamber,
    Federation,
    Member,
    Participation,
    PlanItem,
)
from moushi.errors import Message, say
from moushi.ui.generated.ledger_page import Ui_LedgerPage
from moushi.ui.ledger_days import MONTHS, LedgerDays
from moushi.ui.ledger_form import LedgerForm
from moushi.ui.page import separator
from moushi.ui.paged_list import PagedList
from moushi.ui.paged_model import PagedModel
from moushi.ui.record_form import fill_choices, named_choices
from moushi.ui.register_page import RegisterPage, divide
from moushi.ui.roster_export import export_roster
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.snapshot import Snapshot

_LINKS = (Participation, ActivityItem, Attachment)
_ALL_YEARS = 0  # among the months


class LedgerPage(RegisterPage):
    """The ledger of the federation in view, or of all, in the year in view."""

    kind = Activity

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = ui = Ui_LedgerPage()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = ui.table
        self._member: Member | None = None  # whose entries are listed
        self.model = PagedModel(workplace, ledger.LEDGER_COLUMNS, self._order, self._read, self)
        self.model.sorted_by = (0, True)
        self.list = PagedList(ui.table, self.model, ui.search, self)
        ui.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.list.chosen.connect(self._show_listed)
        self.list.searched.connect(self._reload)
        self.list.selected.connect(self._count)
        self.list.opened.connect(self._type)
        for box in (ui.kind, ui.chamber, ui.month):
            box.activated.connect(lambda _: self._reload())
        ui.memberFilter.seek_by(lambda text: find_members(workplace.desk, text), self.words)
        ui.memberFilter.chosen.connect(self._filter_member)
        ui.memberFilter.textChanged.connect(self._unfilter_member)
        self.form = LedgerForm(workplace, ui, self)
        self.form.asked.connect(lambda held: self.reveal(Activity, held))
        self.form.ended.connect(self.next)
        ui.add.clicked.connect(self.add)
        self.days = LedgerDays(workplace, ui, lambda: self.filter, self._held, self)
        self.days.chosen.connect(self._show)
        self.days.wanted.connect(self.add)
        ui.dayEntries.opened.connect(lambda _: self._type())
        ui.dayEntries.removed.connect(self.remove)
        ui.asList.clicked.connect(lambda: self.look(by_days=False))
        ui.asCalendar.clicked.connect(lambda: self.look(by_days=True))
        ui.asList.setChecked(True)
        divide(ui.splitter)
        self._commands = self._make_commands()
        self.retranslate()

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the entries of the scope; who was current stays so."""
        self.form.forget()
        self._fill()
        self.list.reload()
        if self.is_by_days:
            self._go_to_likely_day()
            self.days.reload()
        else:
            self.list.begin()
        self.allow(self.ui.add, _CHOOSE)

    def follow(self, change: ChangeSet) -> None:
        """Entries that come or go change the list; values alone change only their cells."""
        kinds = {edit.kind for edit in change.edits}
        if kinds & {Chamber, Federation}:
            self._fill()
            self.form.refill()
        if any(edit.kind is Activity and not isinstance(edit, Change) for edit in change.edits):
            entry = self.form.entry
            self.list.reload(entry.id if entry else None)
        elif kinds & {Activity, Participation, ActivityItem, Chamber, Member, PlanItem}:
            self.model.reread()
        if self.is_by_days and kinds & {Activity, Participation, Chamber, Member}:
            self.days.reload()
        if kinds & {*_LINKS, Member, PlanItem, Activity}:
            self.form.follow()

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept."""
        return self.form.settle()

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to an entry, or to that of a participation, a link or an attachment; what hides it gives way."""
        self.settle()
        with self.workplace.desk.snapshot() as snapshot:
            entry = _entry_of(snapshot, snapshot.get(kind, record_id))
        if entry is None:
            return False
        scope = self.workplace.scope
        year = entry.held_on.year if entry.held_on.year in scope.years else scope.year
        if scope.federation not in (None, entry.federation_id) or year != scope.year:
            federation = (
                scope.federation if scope.federation in (None, entry.federation_id) else entry.federation_id
            )
            self.workplace.look(year, federation)
        if self.is_stale:
            self.enter()
        if self.is_by_days:
            self.look(by_days=False)
        if not self.list.select(entry.id):
            self._widen(entry)
            return self.list.select(entry.id)
        return True

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        super().retranslate()
        ui = self.ui
        fill_choices(ui.kind, ActivityKind, self.workplace, empty=self.words(say("All kinds")))
        self._fill_months()
        self.form.retranslate()

    # -- the list ------------------------------------------------------------------------------------------

    @property
    def filter(self) -> LedgerFilter:
        """Which entries are listed."""
        ui, kind, month = self.ui, self.ui.kind.currentData(), self.ui.month.currentData()
        return LedgerFilter(
            year=None if month == _ALL_YEARS else self.workplace.scope.year,
            month=month or None,
            federation=self.workplace.scope.federation,
            kind=ActivityKind(kind) if kind else None,  # Qt gives a choice back as bare text
            chamber=ui.chamber.currentData(),
            member=self._member.id if self._member else None,
            text=ui.search.text(),
        )

    def _order(self, column: int, descending: bool) -> Sequence[UUID]:
        return ledger.entry_ids(self.workplace.desk, self.filter, column, descending=descending)

    def _read(self, ids: Sequence[UUID]) -> Sequence[Row]:
        return ledger.entry_rows(self.workplace.desk, ids)

    def _reload(self) -> None:
        self.list.reload()
        if self.is_by_days:
            self.days.reload()

    def _fill(self) -> None:
        """Offer the chambers of the scope, and the months of its year."""
        with self.workplace.desk.snapshot() as snapshot:
            shown = self.workplace.scope.shown
            chambers = [c for f in shown for c in snapshot.where(Chamber, federation_id=f.id)]
        every = self.words(say("All chambers"))
        fill_choices(self.ui.chamber, named_choices(chambers), self.workplace, empty=every)
        self._fill_months()

    def _fill_months(self) -> None:
        if not self.workplace.is_open:
            return
        months = [(self.words(MONTHS[n - 1]), n) for n in range(1, 13)]
        whole = self.words(say("All of {year}", year=self.workplace.scope.year))
        every = (self.words(say("All years")), _ALL_YEARS)
        fill_choices(self.ui.month, [*months, every], self.workplace, empty=whole)

    def _filter_member(self, chosen: Iterable[Choice]) -> None:
        """List the entries in which a member takes part."""
        members = [each.record for each in chosen if isinstance(each.record, Member)]
        if members:
            self._member = members[0]
            self.ui.memberFilter.setText(members[0].name)
            self._reload()

    def _unfilter_member(self, text: str) -> None:
        if self._member is not None and text != self._member.name:
            self._member = None
            self._reload()

    def _widen(self, entry: Activity) -> None:
        """Let no filter hide an entry."""
        ui = self.ui
        ui.search.clear()
        ui.memberFilter.clear()
        self._member = None
        for box in (ui.kind, ui.chamber, ui.month):
            box.setCurrentIndex(0)
        if entry.held_on.year != self.workplace.scope.year:
            ui.month.setCurrentIndex(ui.month.findData(_ALL_YEARS))
        self.list.reload()

    def _count(self) -> None:
        count, chosen = self.model.rowCount(), self.list.selected_count
        told = say("{count} ledger entries", count=count)
        if chosen > 1:
            told = say("{count} ledger entries, {chosen} selected", count=count, chosen=chosen)
        self.ui.count.setText(self.words(told))

    def _held(self) -> UUID | None:
        return self.form.entry.id if self.form.entry else None

    def _show_listed(self, record_id: UUID | None) -> None:
        if not self.is_by_days:
            self._show(record_id)

    def _show(self, record_id: UUID | None) -> None:
        """Show the current entry, unless it is shown already or a new one is being made."""
        self.ui.empty.setText(self.words(self._invitation()))
        if self._held() == record_id or (record_id is None and self.form.is_entering):
            return
        with self.workplace.desk.snapshot() as snapshot:
            entry = snapshot.get(Activity, record_id) if record_id else None
        self.form.show(entry)

    def _invitation(self) -> Message:
        """What can be done where no entry is shown."""
        if self.is_by_days:
            return say("Choose a day with entries at the left, or press Enter on a day to write one down.")
        if self.model.rowCount():
            return say("Choose an entry at the left to see it here.")
        if not self.filter.is_open:
            return say("No entry is as looked for. Change the words or the filters above.")
        return _CHOOSE if self.workplace.scope.one is None else say("No entry yet. Write the first one down.")

    # -- by days -------------------------------------------------------------------------------------------

    @property
    def is_by_days(self) -> bool:
        """Whether the entries are shown by days."""
        return self.ui.views.currentIndex() == 1

    def look(self, *, by_days: bool) -> None:
        """Show the entries by days, or as a list; the entry that is worked on stays."""
        ui, entry = self.ui, self.form.entry
        ui.views.setCurrentIndex(1 if by_days else 0)
        ui.month.setVisible(not by_days)  # the sheet has its own
        ui.asList.setChecked(not by_days)  # not exclusive, so that Tab goes to both
        ui.asCalendar.setChecked(by_days)
        self.first = ui.days if by_days else ui.table
        if by_days:
            self._go_to_likely_day()
        else:
            self.list.reload(entry.id if entry else None)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_likely_day(self) -> None:
        entry = self.form.entry
        self.days.go_to(self.days.likely(entry.held_on if entry else None, self.filter.month))

    # -- commands ------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a new entry, of the day gone to or of today; without a federation to add it to, say so."""
        one = self.workplace.scope.one
        if one is None:
            self.workplace.tell(_CHOOSE)
        elif self.workplace.may_write:
            day = self.days.day if self.is_by_days else None
            if self.form.begin(one, day or self.workplace.today()):
                self.ui.table.setCurrentIndex(QModelIndex())  # so that any row can be gone to again
                self.ui.table.clearSelection()
                self.ui.dayEntries.setCurrentRow(-1)

    def next(self) -> None:
        """Keep the entry that is being made and begin another."""
        if not self.form.is_entering or self.form.finish():
            self.add()

    def delete(self) -> None:
        """Delete the entries selected with what hangs on them, in one step; the notice takes it back."""
        if not self.is_by_days:
            super().delete()
        elif self.form.entry:
            self.remove([self.form.entry.id])

    def _type(self) -> None:
        self.ui.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_commands(self) -> list[QAction]:
        standard = QKeySequence.StandardKey
        return [
            self.writing(say("&Add Entry"), standard.New, self.add),
            self.writing(say("Keep and Write Down the &Next"), "Ctrl+Return", self.next),
            self.writing(say("&Delete Entries"), standard.Delete, self.delete, self.ui.table),
            self.writing(say("Attach &Photos and Papers…"), "Ctrl+Shift+A", self._attach),
            separator(self),
            *self.list_entries(),
            separator(self),
            self.entry(say("E&xport Roster…"), "Ctrl+Shift+E", self._export_roster),
            separator(self),
            self.entry(
                say("Show &by Days or as a List"), "Ctrl+M", lambda: self.look(by_days=not self.is_by_days)
            ),
            self.entry(say("Go to Its C&hamber"), "", self._go_to_chamber),
        ]

    def _export_roster(self) -> None:
        export_roster(self, RosterKind.LEDGER)

    def _attach(self) -> None:
        if self.form.entry:
            self.form.files.choose()
        else:
            self.workplace.tell(say("Choose an entry first: photos and papers belong to one."))

    def _go_to_chamber(self) -> None:
        entry = self.form.entry
        if entry and entry.chamber_id:
            self.workplace.reveal(Chamber, entry.chamber_id)
        elif entry:
            self.workplace.tell(say("This entry names no chamber. Choose one in its form."))


_CHOOSE = say("Choose a federation above to add an entry to its ledger.")


def _entry_of(snapshot: Snapshot, record: Record | None) -> Activity | None:
    """The entry itself, or the one that a participation, a link to an item or an attachment belongs to."""
    match record:
        case Activity():
            return record
        case Participation() | ActivityItem() | Attachment():
            return snapshot.get(Activity, record.activity_id)
        case _:
            return None

"""The members page: the register as a list, beside it the form of one member, made for a pile of papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence

from moushi.changes.model import Change
from moushi.compile.roster_document import RosterKind
from moushi.desk import register
from moushi.desk.register import MemberFilter, Standing
from moushi.domain.kinds import MemberKind
from moushi.domain.records import Chamber, Federation, Member, Membership, Post, Township
from moushi.errors import Message, say
from moushi.ui.generated.members_page import Ui_MembersPage
from moushi.ui.member_form import MemberForm
from moushi.ui.member_merging import MergingPanel
from moushi.ui.member_retention import RetentionOffer
from moushi.ui.page import separator
from moushi.ui.paged_list import PagedList
from moushi.ui.paged_model import PagedModel
from moushi.ui.record_form import fill_choices, named_choices
from moushi.ui.register_page import RegisterPage, divide
from moushi.ui.roster_export import export_roster
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot
    from moushi.store.listing import Glimpse

_STANDINGS = list(register.STANDING_WORDS)
_MERGING = 60  # of a hundred parts of the width, for two members beside each other


class MembersPage(RegisterPage):
    """The members of the federation in view, or of all."""

    kind = Member

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = ui = Ui_MembersPage()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = ui.table
        self.model = PagedModel(
            workplace, register.MEMBER_COLUMNS, self._order, self._read, self, glimpse=self._glimpse
        )
        self.list = PagedList(ui.table, self.model, ui.search, self)
        self.list.chosen.connect(self._show)
        self.list.searched.connect(self.list.reload)
        self.list.selected.connect(self._count)
        for box in (ui.township, ui.kind, ui.chamber, ui.standing):
            box.activated.connect(lambda _: self.list.reload())
        self.form = MemberForm(workplace, ui, self)
        self.form.asked.connect(self._go_to_duplicate)
        self.form.ended.connect(self.add)
        self.merging = MergingPanel(workplace, self)
        self.merging.closed.connect(self._end_merging)
        self.merging.merged.connect(self.list.select)
        self.merging.hide()
        self._shares: list[int] = []  # of the width, as they were before merging
        ui.splitter.addWidget(self.merging)
        self.offer = RetentionOffer(workplace, ui, self._let_go, self)
        self.list.opened.connect(lambda: ui.name.setFocus(Qt.FocusReason.OtherFocusReason))
        ui.add.clicked.connect(self.add)
        divide(ui.splitter)
        self._commands = self._make_commands()
        self.retranslate()

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the members of the scope; who was current stays so."""
        self.form.forget()
        self._fill()
        self.list.reload()
        self.list.begin()
        self.allow(self.ui.add, _CHOOSE)
        self._end_merging()
        self.offer.look()

    def follow(self, change: ChangeSet) -> None:
        """Members that come or go change the list; values alone change only their cells."""
        kinds = {edit.kind for edit in change.edits}
        if kinds & {Township, Chamber, Federation}:
            self._fill()
        if any(edit.kind is Member and not isinstance(edit, Change) for edit in change.edits):
            member = self.form.member
            self.list.reload(member.id if member else None)
        elif kinds & {Member, Membership, Post, Township, Chamber}:
            self.model.reread()
        if any(edit.kind is Member for edit in change.edits):
            self.offer.look()
        if self.is_merging:
            self.merging.follow(change)

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept."""
        return self.form.settle()

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a member, or to the member of a membership or post; filters that hide it give way."""
        self.settle()
        with self.workplace.desk.snapshot() as snapshot:
            member = _member_of(snapshot, snapshot.get(kind, record_id))
        if member is None:
            return False
        scope = self.workplace.scope
        if scope.federation not in (None, member.federation_id):
            self.workplace.look(scope.year, member.federation_id)
        if self.is_stale:
            self.enter()
        if not self.list.select(member.id):
            self._widen(Standing.LEFT if member.left_on else Standing.CURRENT)
            return self.list.select(member.id)
        return True

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        super().retranslate()
        standings = [(self.words(word), each) for each, word in register.STANDING_WORDS.items()]
        fill_choices(self.ui.standing, standings, self.workplace)
        fill_choices(self.ui.kind, MemberKind, self.workplace, empty=self.words(say("All kinds")))
        self.form.retranslate()
        self.merging.retranslate()
        self.offer.retranslate()

    # -- the list ------------------------------------------------------------------------------------------

    @property
    def filter(self) -> MemberFilter:
        """Which members are listed."""
        ui, kind = self.ui, self.ui.kind.currentData()  # Qt gives a choice back as bare text
        return MemberFilter(
            self.workplace.scope.federation,
            ui.township.currentData(),
            MemberKind(kind) if kind else None,
            ui.chamber.currentData(),
            Standing(ui.standing.currentData() or Standing.CURRENT),
            ui.search.text(),
        )

    def _order(self, column: int, descending: bool) -> Sequence[UUID]:
        return register.member_ids(self.workplace.desk, self.filter, column, descending=descending)

    def _glimpse(self, column: int, descending: bool, first: int) -> Glimpse | None:
        return register.member_glimpse(self.workplace.desk, self.filter, column, first, descending=descending)

    def _read(self, ids: Sequence[UUID]) -> Sequence[register.Row]:
        return register.member_rows(self.workplace.desk, ids)

    def _fill(self) -> None:
        """Offer the townships and chambers of the scope."""
        shown = self.workplace.scope.shown
        with self.workplace.desk.snapshot() as snapshot:
            townships = [t for f in shown for t in snapshot.where(Township, federation_id=f.id)]
            chambers = [c for f in shown for c in snapshot.where(Chamber, federation_id=f.id)]
        ui, words = self.ui, self.words
        fill_choices(ui.township, named_choices(townships), self.workplace, empty=words(say("All townships")))
        fill_choices(ui.chamber, named_choices(chambers), self.workplace, empty=words(say("All chambers")))
        self.form.fill(townships)

    def _widen(self, standing: Standing) -> None:
        """Let no filter hide anybody of that standing."""
        ui = self.ui
        ui.search.clear()
        for box in (ui.township, ui.kind, ui.chamber):
            box.setCurrentIndex(0)
        ui.standing.setCurrentIndex(_STANDINGS.index(standing))
        self.list.reload()

    def _count(self) -> None:
        count, chosen = self.model.rowCount(), self.list.selected_count
        told = say("{count} members", count=count)
        if chosen > 1:
            told = say("{count} members, {chosen} selected", count=count, chosen=chosen)
        self.ui.count.setText(self.words(told))

    def _show(self, record_id: UUID | None) -> None:
        """Show the member of the current row, unless it is shown already or a new one is being typed."""
        self.ui.empty.setText(self.words(self._invitation()))
        held = self.form.member
        if (held.id if held else None) == record_id or (record_id is None and self.form.is_entering):
            return
        with self.workplace.desk.snapshot() as snapshot:
            member = snapshot.get(Member, record_id) if record_id else None
        self.form.show(member)

    def _invitation(self) -> Message:
        """What can be done where no member is shown."""
        if self.model.rowCount():
            return say("Choose a member at the left to see it here.")
        if not self.filter.is_open:
            return say("No member is as looked for. Change the words or the filters above.")
        return _CHOOSE if self.workplace.scope.one is None else say("No member yet. Add the first one.")

    # -- commands ------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a new member; without a federation to add it to, say so."""
        one = self.workplace.scope.one
        if one is None:
            self.workplace.tell(_CHOOSE)
        elif self.workplace.may_write:
            self.form.begin(one)

    def _go_on(self) -> None:
        """Ctrl+Enter carries out what is in the panel: the merging that is open, else the next member."""
        if self.is_merging:
            self.merging.merge()
        else:
            self.add()

    @property
    def is_merging(self) -> bool:
        """Whether members to be merged are shown in the form's place."""
        return not self.merging.isHidden()

    def find_duplicates(self) -> None:
        """Show the likely duplicates of the register in the form's place."""
        if self._begin_merging():
            self.merging.look_for()

    def merge_selected(self) -> None:
        """Show the two members selected beside each other; say so where there are not two."""
        ids = self.list.selected_ids
        if len(ids) != 2:
            self.workplace.tell(say("Select two members in the list, with Ctrl or Shift, to merge them."))
        elif self._begin_merging():
            self.merging.compare_two(*ids)

    def _begin_merging(self) -> bool:
        if not self.workplace.may_write or self.settle() is False:
            return False
        if not self.is_merging:
            self._shares = self.ui.splitter.sizes()
            self.ui.panel.hide()
            self.merging.show()
            whole = self.ui.splitter.width()
            self.ui.splitter.setSizes([whole - whole * _MERGING // 100, 0, whole * _MERGING // 100])
        return True

    def _end_merging(self) -> None:
        if self.is_merging:
            self.merging.hide()
            self.ui.panel.show()
            self.ui.splitter.setSizes(self._shares)
            self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self) -> bool:
        """Keep what was typed and show no member: some are about to be erased."""
        if self.settle() is False:
            return False
        self.ui.table.setCurrentIndex(QModelIndex())
        self.form.show(None)
        return True

    def _go_to_duplicate(self, held: UUID) -> None:
        """Go to a member that is there already; the new one is dropped, or offered for deletion."""
        entered = self.form.give_up()
        self.reveal(Member, held)
        if entered is None:
            return

        def delete() -> None:
            self.remove([entered.id])

        told = say("{name} was entered as a new member and stays so.", name=entered.name)
        self.workplace.tell(told, (say("Delete"), delete))

    def _make_commands(self) -> list[QAction]:
        standard = QKeySequence.StandardKey
        return [
            self.writing(say("&Add Member"), standard.New, self.add),
            self.writing(say("Keep and Go On to the &Next"), "Ctrl+Return", self._go_on),
            self.writing(say("&Delete Members"), standard.Delete, self.delete, self.ui.table),
            separator(self),
            self.writing(say("Find D&uplicates…"), "Ctrl+D", self.find_duplicates),
            self.writing(say("&Merge the Two Selected…"), "Ctrl+M", self.merge_selected),
            separator(self),
            *self.list_entries(),
            separator(self),
            self.entry(say("E&xport Roster…"), "Ctrl+Shift+E", self._export_roster),
            separator(self),
            self.entry(say("Show Those Who Have &Left Too"), "", self._turn_standing),
            self.entry(say("Go to Its C&hamber"), "", self._go_to_chamber),
        ]

    def _export_roster(self) -> None:
        export_roster(self, RosterKind.MEMBERS, listed=self.filter)

    def _turn_standing(self) -> None:
        wanted = Standing.CURRENT if self.filter.standing is Standing.ALL else Standing.ALL
        self.ui.standing.setCurrentIndex(_STANDINGS.index(wanted))
        self.list.reload()

    def _go_to_chamber(self) -> None:
        member = self.form.member
        if member is None:
            return
        with self.workplace.desk.snapshot() as snapshot:
            memberships = snapshot.where(Membership, member_id=member.id)
        if memberships:
            self.workplace.reveal(Chamber, memberships[0].chamber_id)
        else:
            self.workplace.tell(say("{name} is in no chamber yet. Add one in its form.", name=member.name))


_CHOOSE = say("Choose a federation above to add a member to it.")


def _member_of(snapshot: Snapshot, record: Record | None) -> Member | None:
    """The member itself, or whom a membership or a post belongs to."""
    match record:
        case Member():
            return record
        case Membership():
            return snapshot.get(Member, record.member_id)
        case Post(member_id=UUID() as held):
            return snapshot.get(Member, held)
        case _:
            return None

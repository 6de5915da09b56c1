"""The members page: the register as a list, beside it the form of one member, made for a pile of papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from moushi.changes.model import Change, Edit
from moushi.desk import register
from moushi.desk.duplicates import duplicates
from moushi.desk.register import LastValues, MemberFilter, Standing
from moushi.domain.kinds import MemberKind
from moushi.domain.reading import reading_order
from moushi.domain.records import Chamber, Federation, Member, Membership, Post, Township
from moushi.domain.uscc import uscc_advice
from moushi.errors import Message, say
from moushi.ui.cells import copy_cells
from moushi.ui.generated.members_page import Ui_MembersPage
from moushi.ui.page import Page, command, separator
from moushi.ui.paged_list import PagedList, align_labels
from moushi.ui.paged_model import PagedModel
from moushi.ui.post_table import MemberPosts
from moushi.ui.record_form import RecordForm, fill_choices
from moushi.ui.record_table import Column, RecordModel
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot

_SHARES = (5, 3)  # of the width: list, form
_ADVISE = 150  # milliseconds after the last keystroke before duplicates are looked for


class MembersPage(Page):
    """The members of the federation in view, or of all."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = ui = Ui_MembersPage()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.setFocusProxy(ui.table)
        self._entering: UUID | None = None  # the member that is being entered anew
        self._last: LastValues | None = None  # what the next new one begins with
        self.model = PagedModel(workplace, register.MEMBER_COLUMNS, self._order, self._read, self)
        self.list = PagedList(ui.table, self.model, ui.search, self)
        self.list.chosen.connect(self._show)
        self.list.searched.connect(self._narrow)
        self.list.selected.connect(self._count)
        for box in (ui.township, ui.kind, ui.chamber, ui.standing):
            box.activated.connect(self._narrow)
        self.form = RecordForm(
            workplace,
            Member,
            {
                "name": ui.name,
                "kind": ui.memberKind,
                "uscc": ui.uscc,
                "legal_representative": ui.legalRepresentative,
                "contact": ui.contact,
                "phone": ui.phone,
                "township_id": ui.memberTownship,
                "industry": ui.industry,
                "staff": ui.staff,
                "registered_capital": ui.registeredCapital,
                "joined_on": ui.joinedOn,
                "new_generation": ui.newGeneration,
                "birth_year": ui.birthYear,
                "left_on": ui.leftOn,
                "left_reason": ui.leftReason,
                "retain_until": ui.retainUntil,
            },
            ui.fault,
            year=lambda: workplace.today().year,
            along=register.on_leaving,
            inserting=self._enrol,
            parent=self,
        )
        self.form.shown.connect(self._on_shown)
        self.form.typed.connect(self._on_typed)
        self.memberships = RecordModel(
            workplace,
            Membership,
            (
                Column("chamber_id", width=12, choices=self._chambers),
                Column("joined_on", say("Joined"), width=6),
                Column("left_on", say("Left"), width=6),
            ),
            self._its_memberships,
            self._new_membership,
            parent=self,
        )
        ui.memberships.show_model(self.memberships)
        self.posts = MemberPosts(workplace, self._member)
        ui.posts.show_model(self.posts)
        self._advising = QTimer(self, singleShot=True, interval=_ADVISE)
        self._advising.timeout.connect(self._advise)
        ui.nameAdvice.linkActivated.connect(lambda link: self.reveal(Member, UUID(link)))
        ui.phoneShow.toggled.connect(self._show_phone)
        ui.add.clicked.connect(self.add)
        for kind in (QLineEdit, QComboBox, QCheckBox):
            for editor in ui.form.findChildren(kind):
                editor.installEventFilter(self)
        for position, share in enumerate(_SHARES):
            ui.splitter.setStretchFactor(position, share)
        ui.splitter.setSizes([100 * share for share in _SHARES])
        self._texts: list[tuple[QAction, Message]] = []
        self._writing: list[QAction] = []
        self._commands = self._make_commands()
        self.retranslate()
        self._on_shown(None)

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the members of the scope; who was current stays so."""
        self._fill()
        self.list.reload()
        may = self.workplace.may_write and self.workplace.scope.one is not None
        self.ui.add.setEnabled(may)
        self.ui.add.setToolTip("" if may else self.words(_CHOOSE))
        for action in self._writing:
            action.setEnabled(self.workplace.may_write)

    def follow(self, change: ChangeSet) -> None:
        """Members that come or go change the list; values alone change only their cells."""
        kinds = {edit.kind for edit in change.edits}
        if kinds & {Township, Chamber, Federation}:
            self._fill()
        if any(edit.kind is Member and not isinstance(edit, Change) for edit in change.edits):
            member = self._member()
            self.list.reload(member.id if member else None)
        elif kinds & {Member, Membership, Post, Township, Chamber}:
            self.model.reread()
            self._count()

    def settle(self) -> None:
        """Keep what was typed."""
        self.form.settle()
        self._remember()

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
            self._widen(Standing.ALL if member.left_on else Standing.CURRENT)
            return self.list.select(member.id)
        return True

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text in self._texts:
            action.setText(self.words(text))
        standing = [(self.words(word), each) for each, word in register.STANDING_WORDS.items()]
        fill_choices(self.ui.standing, standing, self.workplace)
        fill_choices(self.ui.kind, MemberKind, self.workplace, empty=self.words(say("All kinds")))
        fill_choices(self.ui.memberKind, MemberKind, self.workplace)
        align_labels(
            self.ui.basicsFields, self.ui.placeFields, self.ui.membershipFields, self.ui.leavingFields
        )

    # -- the list ------------------------------------------------------------------------------------------

    @property
    def filter(self) -> MemberFilter:
        """Which members are listed."""
        ui = self.ui
        return MemberFilter(
            self.workplace.scope.federation,
            ui.township.currentData(),
            MemberKind(kind) if (kind := ui.kind.currentData()) else None,  # Qt gives back a bare text
            ui.chamber.currentData(),
            Standing(ui.standing.currentData() or Standing.CURRENT),
            ui.search.text(),
        )

    def _order(self, column: int, descending: bool) -> Sequence[UUID]:
        return register.member_ids(self.workplace.desk, self.filter, column, descending=descending)

    def _read(self, ids: Sequence[UUID]) -> Sequence[register.Row]:
        return register.member_rows(self.workplace.desk, ids)

    def _fill(self) -> None:
        """Offer the townships and chambers of the scope, in the filters and in the form."""
        shown = self.workplace.scope.shown
        with self.workplace.desk.snapshot() as snapshot:
            townships = [t for f in shown for t in snapshot.where(Township, federation_id=f.id)]
            chambers = [c for f in shown for c in snapshot.where(Chamber, federation_id=f.id)]
        towns = _by_name(townships)
        ui = self.ui
        fill_choices(ui.township, towns, self.workplace, empty=self.words(say("All townships")))
        fill_choices(ui.memberTownship, towns, self.workplace, empty="")
        bodies = _by_name(chambers)
        fill_choices(ui.chamber, bodies, self.workplace, empty=self.words(say("All chambers")))
        member = self._member()
        if member:
            place = ui.memberTownship.findData(member.township_id)
            ui.memberTownship.setCurrentIndex(max(place, 0))

    def _narrow(self) -> None:
        self.list.reload()

    def _widen(self, standing: Standing) -> None:
        ui = self.ui
        ui.search.clear()
        for box in (ui.township, ui.kind, ui.chamber):
            box.setCurrentIndex(0)
        ui.standing.setCurrentIndex(list(register.STANDING_WORDS).index(standing))
        self.list.reload()

    def _count(self) -> None:
        listed, chosen = self.model.rowCount(), self.list.selected_count
        count = f"{listed:,}"
        told = (
            say("{count} members, {chosen} selected", count=count, chosen=f"{chosen:,}")
            if chosen > 1
            else say("{count} members", count=count)
        )
        self.ui.count.setText(self.words(told))

    # -- one member ----------------------------------------------------------------------------------------

    def _member(self) -> Member | None:
        record = self.form.record
        return record if isinstance(record, Member) else None

    def _show(self, record_id: UUID | None) -> None:
        """Show the member of the current row, unless it is shown already or a new one is being typed."""
        held = self._member()
        self._invite()
        if (held.id if held else None) == record_id or (record_id is None and self.form.is_new):
            return
        self.settle()
        self._entering = None
        with self.workplace.desk.snapshot() as snapshot:
            self.form.show(snapshot.get(Member, record_id) if record_id else None)

    def _on_shown(self, _record: object) -> None:
        ui, member = self.ui, self._member()
        is_entering = member is not None and member.id == self._entering
        ui.form.setVisible(member is not None)
        ui.empty.setVisible(member is None)
        ui.entering.setVisible(is_entering)
        ui.lists.setVisible(member is not None and not self.form.is_new)
        ui.leaving.setVisible(member is not None and not is_entering)
        self._invite()
        is_other = ui.form.property("shown") != (str(member.id) if member else "")
        ui.form.setProperty("shown", str(member.id) if member else "")
        if is_other:
            ui.phoneShow.setChecked(False)
            ui.panel.verticalScrollBar().setValue(0)
            ui.nameAdvice.clear()
            self._advise_code()
        ui.nameAdvice.setVisible(bool(ui.nameAdvice.text()))
        if is_entering:
            ui.entering.setText(self.words(_ENTERING))
        if not ui.phone.hasFocus():
            self._show_phone()
        if self.workplace.is_open:
            self.memberships.refresh()
            self.posts.refresh()

    def _invite(self) -> None:
        """Where no member is shown, say what can be done."""
        self.ui.empty.setText(self.words(self._invitation()))

    def _invitation(self) -> Message:
        if not self.workplace.is_open or self.model.rowCount():
            return say("Choose a member at the left to see it here.")
        if not self.filter.is_open:
            return say("No member is as looked for. Change the words or the filters above.")
        return _CHOOSE if self.workplace.scope.one is None else say("No member yet. Add the first one.")

    def _show_phone(self) -> None:
        """A number is masked until it is asked for; one that is being typed is not."""
        ui = self.ui
        masked = bool(ui.phone.text()) and not ui.phoneShow.isChecked() and not self._is_typing_phone()
        ui.phoneMasked.setText(register.masked(ui.phone.text()))
        ui.phoneMasked.setVisible(masked)
        ui.phone.setVisible(not masked)
        ui.phoneShow.setVisible(bool(ui.phone.text()) and not self._is_typing_phone())

    def _is_typing_phone(self) -> bool:
        member = self._member()
        return self.ui.phone.hasFocus() or (member is not None and member.id == self._entering)

    # -- entering ------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a new member with the last values of what is mostly the same."""
        one = self.workplace.scope.one
        if one is None or not self.workplace.may_write:
            if one is None:
                self.workplace.tell(_CHOOSE)
            return
        if not self.form.settle():
            return
        self._remember()
        last = self._last or register.last_values(self.workplace.desk)
        member = register.new_member(one, last)
        self._last = last
        self._entering = member.id
        self.form.begin(member)
        self._on_shown(member)
        self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self) -> None:
        """Keep what the member just entered has in common with the next, also for tomorrow."""
        member = self._member()
        if member is None or member.id != self._entering or self.form.is_new:
            return
        with self.workplace.desk.snapshot() as snapshot:
            memberships = snapshot.where(Membership, member_id=member.id)
        chamber = memberships[0].chamber_id if memberships else None
        self._last = LastValues.of(member, chamber)
        last = self._last
        self.workplace.guarded(lambda: register.keep_last(self.workplace.desk, last))

    def _enrol(self, record: Record) -> Sequence[Edit]:
        last = self._last
        if not isinstance(record, Member) or last is None or last.chamber_id is None:
            return ()
        with self.workplace.desk.snapshot() as snapshot:
            chamber = snapshot.get(Chamber, last.chamber_id)
        if chamber is None or chamber.federation_id != record.federation_id:
            return ()
        return register.enrolment(record, chamber.id)

    def _on_typed(self, name: str, _text: str) -> None:
        if name == "uscc":
            self._advise_code()
        if name in ("name", "uscc"):
            self._advising.start()

    def _advise_code(self) -> None:
        _say_in(self.ui.usccAdvice, self.words, uscc_advice(self.ui.uscc.text()))

    def _advise(self) -> None:
        """Say under the name which members it may be already; a link goes there."""
        member = self._member()
        if member is None or not self.workplace.is_open:
            return
        ui = self.ui
        found = duplicates(self.workplace.desk, ui.name.text(), ui.uscc.text(), member.id)
        links = "、".join(
            f'<a href="{each.id}">{escape(each.name)}</a>（{escape(self.words(each.reason))}）'
            for each in found
        )
        text = escape(self.words(say("Perhaps there already: {links}", links="\0"))).replace("\0", links)
        ui.nameAdvice.setText(text if found else "")
        ui.nameAdvice.setVisible(bool(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field; in the last one, while members are entered, to the next member."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if watched is self.ui.birthYear and self._entering is not None:
                self.add()
            else:
                self.focusNextChild()
            return True
        if watched is self.ui.phone and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._show_phone)
        return super().eventFilter(watched, event)

    # -- its lists -----------------------------------------------------------------------------------------

    def _its_memberships(self, snapshot: Snapshot) -> Sequence[Record]:
        member = self._member()
        return snapshot.where(Membership, member_id=member.id) if member else ()

    def _chambers(self, snapshot: Snapshot) -> Sequence[tuple[str, Any]]:
        member = self._member()
        if member is None:
            return ()
        chambers = snapshot.where(Chamber, federation_id=member.federation_id)
        return _by_name(chambers)

    def _new_membership(self, values: Any) -> Membership | None:
        member, chamber = self._member(), values.get("chamber_id")
        if member is None or not isinstance(chamber, UUID):
            return None
        return Membership(
            id=uuid4(), member_id=member.id, chamber_id=chamber, joined_on=self.workplace.today()
        )

    # -- commands ------------------------------------------------------------------------------------------

    def _make_commands(self) -> list[QAction]:
        ui, standard = self.ui, QKeySequence.StandardKey

        def entry(text: Message, keys: Any, act: Callable[[], object], at: QWidget = self) -> QAction:
            action = command(at, keys)
            action.triggered.connect(lambda _checked=False: act())
            self._texts.append((action, text))
            return action

        def writing(text: Message, keys: Any, act: Callable[[], object], at: QWidget = self) -> QAction:
            self._writing.append(entry(text, keys, act, at))
            return self._writing[-1]

        return [
            writing(say("&Add Member"), standard.New, self.add),
            writing(say("Keep and Go On to the &Next"), "Ctrl+Return", self.add),
            writing(say("&Delete Members"), standard.Delete, self.delete, ui.table),
            separator(self),
            entry(say("&Copy"), standard.Copy, lambda: copy_cells(ui.table), ui.table),
            entry(say("&Find"), standard.Find, self._find),
            entry(
                say("&Sort by This Column"),
                "Ctrl+Shift+S",
                lambda: self.list.sort_by(max(ui.table.currentIndex().column(), 0)),
                ui.table,
            ),
            separator(self),
            entry(say("Show Those Who Have &Left Too"), "", self._turn_standing),
            entry(say("Go to Its C&hamber"), "", self._go_to_chamber),
        ]

    def delete(self) -> None:
        """Delete the members selected, with their posts and memberships; the notice takes it back."""
        ids = self.list.selected_ids
        with self.workplace.desk.snapshot() as snapshot:
            members = [member for held in ids if (member := snapshot.get(Member, held))]
            proposal = register.removal(snapshot, members)
        change = self.workplace.apply(proposal) if proposal else None
        if change:
            self.workplace.tell(change.title, (say("Undo"), lambda: self._take_back(change)))

    def _take_back(self, change: ChangeSet) -> None:
        self.workplace.take_back(self.workplace.guarded(lambda: self.workplace.desk.undo(str(change.id))))

    def _find(self) -> None:
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()

    def _turn_standing(self) -> None:
        box = self.ui.standing
        wanted = Standing.CURRENT if self.filter.standing is Standing.ALL else Standing.ALL
        box.setCurrentIndex(list(register.STANDING_WORDS).index(wanted))
        self._narrow()

    def _go_to_chamber(self) -> None:
        member = self._member()
        if member is None:
            return
        with self.workplace.desk.snapshot() as snapshot:
            memberships = snapshot.where(Membership, member_id=member.id)
        if memberships:
            self.workplace.reveal(Chamber, memberships[0].chamber_id)
        else:
            self.workplace.tell(say("{name} is in no chamber yet. Add one in its form.", name=member.name))


_CHOOSE = say("Choose a federation above to add a member to it.")
_ENTERING = say(
    "New member. Kind, township, industry, chamber and joining date are as for the last one. "
    "Enter: next field; Ctrl+Enter: next member."
)


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


def _say_in(label: QLabel, words: Callable[[Message], str], message: Message | None) -> None:
    """Say something in a line that is there only then."""
    label.setText(escape(words(message)) if message else "")
    label.setVisible(message is not None)


def _by_name(records: Iterable[Township | Chamber]) -> list[tuple[str, UUID]]:
    """Names to choose from, in the order in which they are looked up."""
    return sorted(((each.name, each.id) for each in records), key=lambda named: reading_order(named[0]))

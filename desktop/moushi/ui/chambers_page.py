"""The chambers page: chambers with their terms, the form of one, and the townships with their chambers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from moushi.changes.model import Change
from moushi.desk import chambers, register, terms
from moushi.desk.chambers import ChamberFilter
from moushi.domain.kinds import ChamberKind
from moushi.domain.reading import reading_order
from moushi.domain.records import Chamber, Federation, Member, Membership, Person, Post, Township
from moushi.domain.uscc import uscc_advice
from moushi.errors import Message, say
from moushi.ui.cells import StateDelegate
from moushi.ui.generated.chambers_page import Ui_ChambersPage
from moushi.ui.page import separator
from moushi.ui.paged_list import PagedList
from moushi.ui.paged_model import PagedModel
from moushi.ui.post_table import ChamberPosts, HolderDelegate
from moushi.ui.record_form import RecordForm, fill_choices
from moushi.ui.register_page import EnterWalk, Labels, RegisterPage, divide, keep_tidy
from moushi.ui.townships import TownshipsModel
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot


class ChambersPage(RegisterPage):
    """The chambers of the federation in view, or of all; the townships of one."""

    kind = Chamber

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = ui = Ui_ChambersPage()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = ui.table
        self._rows: dict[UUID, register.Row] = {}
        self._begun: UUID | None = None  # the chamber that was begun here last
        self.model = PagedModel(workplace, chambers.CHAMBER_COLUMNS, self._order, self._read, self)
        self.list = PagedList(ui.table, self.model, ui.search, self)
        self.list.chosen.connect(self._show)
        self.list.searched.connect(self.list.reload)
        self.list.selected.connect(self._count)
        for box in (ui.kind, ui.state):
            box.activated.connect(lambda _: self.list.reload())
        self.form = RecordForm(
            workplace,
            Chamber,
            {
                "name": ui.name,
                "kind": ui.chamberKind,
                "township_id": ui.township,
                "uscc": ui.uscc,
                "secretary": ui.secretary,
                "term_number": ui.termNumber,
                "term_began_on": ui.termBeganOn,
                "term_years": ui.termYears,
                "founded_on": ui.foundedOn,
                "dissolved_on": ui.dissolvedOn,
                "party_branch": ui.partyBranch,
                "full_time_staff": ui.fullTimeStaff,
                "rating_level": ui.ratingLevel,
                "rating_year": ui.ratingYear,
            },
            ui.fault,
            year=lambda: workplace.today().year,
            parent=self,
        )
        self.form.shown.connect(self._on_shown)
        self.form.typed.connect(lambda name, _: self._advise_code() if name == "uscc" else None)
        self.posts = ChamberPosts(workplace, self._chamber)
        ui.posts.show_model(self.posts)
        ui.posts.setItemDelegate(HolderDelegate(ui.posts))
        self.townships = TownshipsModel(workplace)
        ui.townships.show_model(self.townships)
        ui.townships.setItemDelegateForColumn(1, StateDelegate(ui.townships))
        self.townships.modelReset.connect(self._count_townships)
        self.townships.dataChanged.connect(self._count_townships)
        ui.add.clicked.connect(self.add)
        EnterWalk(ui.form)
        self._labels = Labels(ui.panel, ui.basicsFields, ui.termFields, ui.ratingFields)
        keep_tidy(ui.uscc)
        self.list.opened.connect(lambda: ui.name.setFocus(Qt.FocusReason.OtherFocusReason))
        divide(ui.splitter)
        self._commands = self._make_commands()
        self.retranslate()
        self._on_shown(None)

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the chambers and townships of the scope; what was current stays so."""
        self._fill()
        self.list.reload()
        self.list.begin()
        self.townships.refresh()
        self._count_townships()
        self.allow(self.ui.add, _CHOOSE)

    def follow(self, change: ChangeSet) -> None:
        """Chambers that come or go change the list; values alone change only their cells."""
        kinds = {edit.kind for edit in change.edits}
        if kinds & {Township, Federation}:
            self._fill()
        if any(edit.kind is Chamber and not isinstance(edit, Change) for edit in change.edits):
            chamber = self._chamber()
            self.list.reload(chamber.id if chamber else None)
        elif kinds & {Chamber, Township, Membership, Member}:
            everywhere = ChamberFilter(self.filter.federations)
            lines = chambers.chamber_lines(self.workplace.desk, everywhere, self.workplace.today())
            self._rows = {row.id: row for _, row in lines}
            self.model.reread()
        if kinds & {Chamber, Township}:
            self.townships.refresh()
            self._count_townships()
        if kinds & {Person, Member}:
            self.posts.refresh()

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept."""
        return self.form.settle()

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a chamber, a township, or the chamber of a post or membership."""
        self.settle()
        with self.workplace.desk.snapshot() as snapshot:
            record = snapshot.get(kind, record_id)
            chamber = _chamber_of(snapshot, record)
        if chamber is None and not isinstance(record, Township):
            return False
        home = chamber.federation_id if chamber else getattr(record, "federation_id", None)
        scope = self.workplace.scope
        if scope.federation not in (None, home) or (chamber is None and scope.one is None):
            self.workplace.look(scope.year, home)
        if self.is_stale:
            self.enter()
        if chamber is None:
            return self._reveal_township(record_id)
        self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
        if self.list.select(chamber.id):
            return True
        self.ui.search.clear()
        for box in (self.ui.kind, self.ui.state):
            box.setCurrentIndex(0)
        self.list.reload()
        return self.list.select(chamber.id)

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        super().retranslate()
        ui = self.ui
        fill_choices(ui.kind, ChamberKind, self.workplace, empty=self.words(say("All kinds")))
        fill_choices(ui.chamberKind, ChamberKind, self.workplace)
        states = [(self.words(state.word), state.word.source) for state in terms.STATES]
        fill_choices(ui.state, states, self.workplace, empty=self.words(say("All states")))
        self._labels.align()

    # -- the list ------------------------------------------------------------------------------------------

    @property
    def filter(self) -> ChamberFilter:
        """Which chambers are listed."""
        ui = self.ui
        shown = tuple(federation.id for federation in self.workplace.scope.shown)
        kind = ui.kind.currentData()  # Qt gives back a bare text
        return ChamberFilter(
            shown, ChamberKind(kind) if kind else None, ui.state.currentData(), ui.search.text()
        )

    def _lines(self) -> list[tuple[Chamber, register.Row]]:
        return chambers.chamber_lines(self.workplace.desk, self.filter, self.workplace.today())

    def _order(self, column: int, descending: bool) -> Sequence[UUID]:
        lines = chambers.sorted_lines(self._lines(), column, descending=descending)
        self._rows = {row.id: row for _, row in lines}
        return list(self._rows)

    def _read(self, ids: Sequence[UUID]) -> Sequence[register.Row]:
        return [self._rows[held] for held in ids if held in self._rows]

    def _fill(self) -> None:
        """Offer the townships of the scope in the form."""
        with self.workplace.desk.snapshot() as snapshot:
            towns = [
                (t.name, t.id)
                for f in self.workplace.scope.shown
                for t in snapshot.where(Township, federation_id=f.id)
            ]
        towns.sort(key=lambda town: reading_order(town[0]))
        fill_choices(self.ui.township, towns, self.workplace, empty="")
        chamber = self._chamber()
        if chamber:
            self.ui.township.setCurrentIndex(max(self.ui.township.findData(chamber.township_id), 0))

    def _count(self) -> None:
        count, chosen = self.model.rowCount(), self.list.selected_count
        told = say("{count} chambers", count=count)
        if chosen > 1:
            told = say("{count} chambers, {chosen} selected", count=count, chosen=chosen)
        self.ui.count.setText(self.words(told))

    # -- one chamber ---------------------------------------------------------------------------------------

    def _chamber(self) -> Chamber | None:
        record = self.form.record
        return record if isinstance(record, Chamber) else None

    def _show(self, record_id: UUID | None) -> None:
        held = self._chamber()
        self._invite()
        if (held.id if held else None) == record_id:
            return
        if record_id is None and held and held.id == self._begun:
            return  # a new one that the filters do not list
        self.settle()
        with self.workplace.desk.snapshot() as snapshot:
            self.form.show(snapshot.get(Chamber, record_id) if record_id else None)

    def _on_shown(self, _record: object) -> None:
        ui, chamber = self.ui, self._chamber()
        ui.form.setVisible(chamber is not None)
        ui.empty.setVisible(chamber is None)
        is_new = self.form.is_new
        for part in (ui.postsTitle, ui.posts):
            part.setVisible(chamber is not None and not is_new)
        self._invite()
        if chamber is not None:
            ui.termLine.setText(self.words(self._term_words(chamber)))
        self._advise_code()
        if self.workplace.is_open:
            self.posts.refresh()

    def _term_words(self, chamber: Chamber) -> Message:
        ends = terms.term_ends(chamber)
        state = terms.term_state(chamber, self.workplace.today()).word
        return say("Ends on {day}: {state}", day=ends.isoformat(), state=state) if ends else state

    def _invite(self) -> None:
        """Where no chamber is shown, say what can be done."""
        self.ui.empty.setText(self.words(self._invitation()))

    def _invitation(self) -> Message:
        if not self.workplace.is_open or self.model.rowCount():
            return say("Choose a chamber at the left to see it here.")
        if self.filter.is_open:
            one = self.workplace.scope.one
            return _CHOOSE if one is None else say("No chamber yet. Add the first one.")
        return say("No chamber is as looked for. Change the words or the filters above.")

    def _advise_code(self) -> None:
        advice = uscc_advice(self.ui.uscc.text())
        self.ui.usccAdvice.setText(escape(self.words(advice)) if advice else "")
        self.ui.usccAdvice.setVisible(advice is not None)

    def add(self) -> None:
        """Begin a new chamber; without a federation to add it to, say so."""
        one = self.workplace.scope.one
        if one is None:
            self.workplace.tell(_CHOOSE)
        elif self.workplace.may_write and self.form.settle():
            self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
            chamber = chambers.new_chamber(one)
            self._begun = chamber.id
            self.form.begin(chamber)
            self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- townships -----------------------------------------------------------------------------------------

    def _count_townships(self) -> None:
        one = self.workplace.scope.one if self.workplace.is_open else None
        held = self.townships.coverage
        if one is None or held is None:
            text = say("Choose a federation above to see its townships.")
        elif not held.townships:
            text = say("{name} has no townships yet. Type their names below.", name=one.name)
        else:
            text = say(
                "{all} townships, {count} with a chamber, {without} without.",
                all=len(held.townships),
                count=len(held.townships) - held.without,
                without=held.without,
            )
        self.ui.townshipLine.setText(self.words(text))

    def _reveal_township(self, record_id: UUID) -> bool:
        self.ui.tabs.setCurrentWidget(self.ui.townshipsTab)
        row = self.townships.row_of(record_id)
        if row >= 0:
            self.ui.townships.setCurrentIndex(self.townships.index(row, 0))
            self.ui.townships.setFocus(Qt.FocusReason.OtherFocusReason)
        return row >= 0

    # -- commands ------------------------------------------------------------------------------------------

    def _make_commands(self) -> list[QAction]:
        standard = QKeySequence.StandardKey
        return [
            self.writing(say("&Add Chamber"), standard.New, self.add),
            self.writing(say("&Delete Chambers"), standard.Delete, self.delete, self.ui.table),
            separator(self),
            *self.list_entries(),
            separator(self),
            self.entry(say("&Townships"), "Ctrl+T", self._turn_tab),
        ]

    def seek(self) -> None:
        """Go to the search field."""
        self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
        super().seek()

    def _turn_tab(self) -> None:
        ui = self.ui
        at_townships = ui.tabs.currentWidget() is ui.townshipsTab
        ui.tabs.setCurrentWidget(ui.chambersTab if at_townships else ui.townshipsTab)
        (ui.table if at_townships else ui.townships).setFocus(Qt.FocusReason.OtherFocusReason)


_CHOOSE = say("Choose a federation above to add a chamber to it.")


def _chamber_of(snapshot: Snapshot, record: Record | None) -> Chamber | None:
    """The chamber itself, or the one of a membership, a post or a person's posts."""
    match record:
        case Chamber():
            return record
        case Membership():
            return snapshot.get(Chamber, record.chamber_id)
        case Post(chamber_id=UUID() as held):
            return snapshot.get(Chamber, held)
        case Person():
            posts = snapshot.where(Post, person_id=record.id)
            return next((found for post in posts if (found := _chamber_of(snapshot, post))), None)
        case _:
            return None

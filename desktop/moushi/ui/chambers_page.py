"""The chambers page: chambers with their terms, the form of one, and the townships with their chambers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from moushi.changes.model import Change
from moushi.compile.roster_document import RosterKind
from moushi.desk import chambers, register
from moushi.desk.chambers import ChamberFilter
from moushi.domain.records import Chamber, Federation, Member, Membership, Person, Township
from moushi.errors import Message, say
from moushi.ui.cells import StateDelegate
from moushi.ui.chamber_filters import ChamberFilters
from moushi.ui.chamber_form import ChamberForm
from moushi.ui.generated.chambers_page import Ui_ChambersPage
from moushi.ui.page import separator
from moushi.ui.paged_list import PagedList
from moushi.ui.paged_model import PagedModel
from moushi.ui.register_page import RegisterPage, divide
from moushi.ui.roster_export import export_roster
from moushi.ui.term_panels import ExtensionPanel, RenewalPanel, TermPanel
from moushi.ui.townships import TownshipsModel
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.record import Record


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
        self._panel: TermPanel | None = None  # that stands in place of the list
        self.model = PagedModel(workplace, chambers.CHAMBER_COLUMNS, self._order, self._read, self)
        self.list = PagedList(ui.table, self.model, ui.search, self)
        self.list.chosen.connect(self._show)
        self.list.searched.connect(self.list.reload)
        self.list.selected.connect(self._count)
        self.filters = ChamberFilters(workplace, ui, self)
        self.filters.narrowed.connect(self.list.reload)
        self.renewal, self.extension = RenewalPanel(workplace), ExtensionPanel(workplace)
        for panel in (self.renewal, self.extension):
            ui.pageLayout.addWidget(panel)
            panel.done.connect(self._on_done)
            panel.left.connect(self._leave_panel)
        self.form = ChamberForm(workplace, ui, self)
        self.form.fields.shown.connect(lambda _: self._invite())
        self.form.renewing.connect(lambda: self._open_panel(self.renewal))
        self.form.extending.connect(lambda: self._open_panel(self.extension))
        self.townships = TownshipsModel(workplace)
        ui.townships.show_model(self.townships)
        ui.townships.setItemDelegateForColumn(1, StateDelegate(ui.townships))
        self.townships.modelReset.connect(self._count_townships)
        self.townships.dataChanged.connect(self._count_townships)
        ui.add.clicked.connect(self.add)
        self.list.opened.connect(lambda: ui.name.setFocus(Qt.FocusReason.OtherFocusReason))
        divide(ui.splitter)
        self._commands = self._make_commands()
        self.retranslate()
        self._invite()

    # -- what the window asks ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the chambers and townships of the scope; what was current stays so."""
        self._follow_in_panel()
        self._fill()
        self.list.reload()
        self.list.begin()
        self.townships.refresh()
        self._count_townships()
        self._count_due()
        self._allow()

    def follow(self, change: ChangeSet) -> None:
        """Chambers that come or go change the list; values alone change only their cells."""
        kinds = {edit.kind for edit in change.edits}
        if kinds & {Chamber, Township, Federation}:
            self._fill()
        if any(edit.kind is Chamber and not isinstance(edit, Change) for edit in change.edits):
            chamber = self.form.chamber
            self.list.reload(chamber.id if chamber else None)
        elif kinds & {Chamber, Township, Membership, Member}:
            everywhere = ChamberFilter(self.filter.federations)
            lines = chambers.chamber_lines(self.workplace.desk, everywhere, self.workplace.today())
            self._rows = {row.id: row for _, row in lines}
            self.model.reread()
        if kinds & {Chamber, Township}:
            self.townships.refresh()
            self._count_townships()
            self._count_due()
        if kinds & {Person, Member}:
            self.form.posts.refresh()
        self._follow_in_panel()

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept, a renewal not carried out among it."""
        kept = self.form.fields.settle()
        return kept and not (self._panel and self._panel.is_touched)

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a chamber, a township, or the chamber of a post or membership."""
        self.settle()
        with self.workplace.desk.snapshot() as snapshot:
            record = snapshot.get(kind, record_id)
            chamber = chambers.chamber_of(snapshot, record)
        if chamber is None and not isinstance(record, Township):
            return False
        home = chamber.federation_id if chamber else getattr(record, "federation_id", None)
        scope = self.workplace.scope
        if scope.federation not in (None, home) or (chamber is None and scope.one is None):
            self.workplace.look(scope.year, home)
        if self.is_stale:
            self.enter()
        self._leave_panel()
        if chamber is None:
            return self._reveal_township(record_id)
        self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
        if self.list.select(chamber.id):
            return True
        self.filters.clear()
        return self.list.select(chamber.id)

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        super().retranslate()
        self.filters.retranslate()
        self.form.retranslate()
        if self.workplace.is_open:
            self._fill()
            self._count_due()
            self._count_townships()

    # -- the list ------------------------------------------------------------------------------------------

    @property
    def filter(self) -> ChamberFilter:
        """Which chambers are listed."""
        return self.filters.wanted(federation.id for federation in self.workplace.scope.shown)

    def _count_due(self) -> None:
        """Say what there is to see to."""
        with self.workplace.desk.snapshot() as snapshot:
            shown = self.workplace.scope.shown
            self.filters.tell(chambers.outlook(snapshot, shown, self.workplace.today()))

    def _lines(self) -> list[tuple[Chamber, register.Row]]:
        return chambers.chamber_lines(self.workplace.desk, self.filter, self.workplace.today())

    def _order(self, column: int, descending: bool) -> Sequence[UUID]:
        lines = chambers.sorted_lines(self._lines(), column, descending=descending)
        self._rows = {row.id: row for _, row in lines}
        return list(self._rows)

    def _read(self, ids: Sequence[UUID]) -> Sequence[register.Row]:
        return [self._rows[held] for held in ids if held in self._rows]

    def _fill(self) -> None:
        """Offer the townships and recognitions of the scope."""
        shown = [federation.id for federation in self.workplace.scope.shown]
        with self.workplace.desk.snapshot() as snapshot:
            self.form.fill(t for f in shown for t in snapshot.where(Township, federation_id=f))
            self.filters.fill(chambers.ratings(snapshot, shown))

    def _count(self) -> None:
        count, chosen = self.model.rowCount(), self.list.selected_count
        told = say("{count} chambers", count=count)
        if chosen > 1:
            told = say("{count} chambers, {chosen} selected", count=count, chosen=chosen)
        self.ui.count.setText(self.words(told))

    # -- one chamber ---------------------------------------------------------------------------------------

    def _show(self, record_id: UUID | None) -> None:
        held = self.form.chamber
        self._invite()
        if (held.id if held else None) == record_id:
            return
        if record_id is None and held and held.id == self._begun:
            return  # a new one that the filters do not list
        self.settle()
        with self.workplace.desk.snapshot() as snapshot:
            self.form.fields.show(snapshot.get(Chamber, record_id) if record_id else None)

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

    def add(self) -> None:
        """Begin a new chamber; without a federation to add it to, say so."""
        one = self.workplace.scope.one
        if one is None:
            self.workplace.tell(_CHOOSE)
        elif self.workplace.may_write and self.form.fields.settle():
            self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
            chamber = chambers.new_chamber(one)
            self._begun = chamber.id
            self.form.fields.begin(chamber)
            self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- renewal and extension -----------------------------------------------------------------------------

    def _chosen(self) -> Chamber | None:
        """The chamber shown, with what was typed of it kept; where there is none, say that one is needed."""
        if not self.form.fields.settle() or not self.workplace.may_write:
            return None
        self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
        if self.form.stored is None:
            self.workplace.tell(say("Choose a chamber first."))
        return self.form.stored

    def _only(self, state: Message) -> None:
        self.ui.tabs.setCurrentWidget(self.ui.chambersTab)
        self.filters.toggle(state)

    def _recognise(self) -> None:
        if self._chosen() is not None:
            self.form.recognising.begin()

    def _open_panel(self, panel: TermPanel) -> None:
        """Enter a renewal or an extension of the chamber shown, in a panel in place of the list."""
        chamber = self._chosen()
        if chamber is not None:
            panel.begin(chamber)
            self._show_panel(panel)

    def _show_panel(self, panel: TermPanel) -> None:
        self._panel = panel
        self.first = panel.first
        self.ui.tabs.hide()
        panel.show()
        panel.enter()
        self._allow()

    def _carry_out(self) -> None:
        if self._panel is not None:
            self._panel.carry_out()

    def _leave_panel(self) -> None:
        """Put a panel away; what was told in it can be gone on with."""
        panel = self._put_away()
        if panel is not None and panel.chamber is not None and panel.is_touched:
            panel.put_aside()
            chamber = panel.chamber
            told = say("{name}: put aside, nothing was changed.", name=chamber.name)
            self.workplace.tell(told, (say("Go On"), lambda: self._go_on(panel, chamber.id)))

    def _go_on(self, panel: TermPanel, chamber_id: UUID) -> None:
        """Go on with what was put aside; where another chamber's took its place, with what is kept of it."""
        if self._panel is not None:
            return
        if panel.chamber is not None and panel.chamber.id == chamber_id:
            if panel.follow():
                self._show_panel(panel)
            return
        with self.workplace.desk.snapshot() as snapshot:
            chamber = snapshot.get(Chamber, chamber_id)
        if chamber is not None and self.workplace.may_write:
            panel.begin(chamber)
            self._show_panel(panel)

    def _put_away(self) -> TermPanel | None:
        panel, self._panel = self._panel, None
        if panel is not None:
            self.first = self.ui.table
            panel.hide()
            self.ui.tabs.show()
            self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._allow()
        return panel

    def _follow_in_panel(self) -> None:
        if self._panel is not None and not self._panel.follow():
            self._put_away()

    def _on_done(self, change: ChangeSet) -> None:
        self._put_away()
        self.workplace.tell(change.title, (say("Undo"), lambda: self._take_back(change)))

    def _allow(self) -> None:
        """What can be done depends on the store, the federation in view, and whether a panel is open."""
        self.allow(self.ui.add, _CHOOSE)
        for action in self._commands:
            if not action.isSeparator() and (self._panel or action not in self._writing):
                action.setEnabled(self._panel is None)
        self._carrying.setEnabled(self._panel is not None and self.workplace.may_write)

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
        soon = chambers.DUE_OR_OVERDUE
        self._carrying = self.entry(say("Carry It O&ut"), "Ctrl+Return", self._carry_out)
        self._carrying.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        return [
            self.writing(say("&Add Chamber"), standard.New, self.add),
            self.writing(say("&Delete Chambers"), standard.Delete, self.delete, self.ui.table),
            separator(self),
            self.writing(say("&Renewal…"), "Ctrl+R", lambda: self._open_panel(self.renewal)),
            self.writing(say("&Extension…"), "Ctrl+E", lambda: self._open_panel(self.extension)),
            self._carrying,
            self.writing(say("New Four &Goods Recognition…"), "", self._recognise),
            separator(self),
            *self._roster_commands(),
            *self.list_entries(),
            self.entry(say("Only Due &or Overdue"), "", lambda: self._only(soon)),
            separator(self),
            self.entry(say("&Townships"), "Ctrl+T", self._turn_tab),
        ]

    def _roster_commands(self) -> list[QAction]:
        """The entries for rosters and lists of chambers."""

        def export() -> None:
            export_roster(self, RosterKind.OFFICERS, chamber=self.form.chamber)

        return [self.entry(say("E&xport Roster…"), "Ctrl+Shift+E", export), separator(self)]

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

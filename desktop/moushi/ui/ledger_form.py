"""The form of one entry of the ledger: the counts of its kind, who took part, entering one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from html import escape
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from moushi.desk import ledger, ledger_links
from moushi.desk.entering import entered
from moushi.desk.ledger import LastEntry
from moushi.desk.ledger_links import Choice
from moushi.domain.kinds import ActivityKind
from moushi.domain.record import Record, field_of, with_field
from moushi.domain.records import Activity, Chamber, Federation, Member
from moushi.errors import Message, MoushiError, say
from moushi.ui.generated.ledger_page import Ui_LedgerPage
from moushi.ui.ledger_files import LedgerFiles
from moushi.ui.ledger_items import LedgerItems
from moushi.ui.link_list import Line, LinkList
from moushi.ui.record_form import RecordForm, fill_choices, index_of, named_choices
from moushi.ui.register_page import EnterWalk, Labels
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.domain.snapshot import Snapshot

_REST = 150  # milliseconds after the last keystroke before an entry is looked over
COUNTS = ("meeting", "people", "collected", "closed", "cases", "settled", "jobs", "villages", "amount", "fee")
"""The rows of the form that only some kinds have."""


class EntryForm(RecordForm):
    """A form whose new record goes into the store as soon as it says more than what it began with."""

    insists = False  # the person wants it kept, though nothing but date, kind, chamber and place is given
    began_as: Activity | None = None

    def is_filled(self, record: Record) -> bool:
        """Whether an entry that is begun tells of something."""
        if not isinstance(record, Activity):
            return False
        return ledger.says_something(record) or (self.insists and record != self.began_as)

    def name_of(self, record: Record) -> Message | str:
        """What a new entry is called."""
        return ledger.entry_title(record) if isinstance(record, Activity) else ""

    def begin(self, template: Record, required: str = "held_on") -> None:
        """Show an entry that is to be."""
        super().begin(template, required)
        self.began_as = template if isinstance(template, Activity) else None

    def insist(self) -> bool:
        """Keep an entry that is begun because the person says so; False when there is nothing to keep."""
        self.insists = True
        try:
            return self.settle() and not self.is_new
        finally:
            self.insists = False


class Walk(EnterWalk):
    """Enter goes on to the next field, past lists of what was added."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter without other keys."""
        is_taken = super().eventFilter(watched, event)
        while is_taken and isinstance(focused := QApplication.focusWidget(), LinkList):
            focused.focusNextChild()
        return is_taken


class LedgerForm(QObject):
    """The right half of the ledger page."""

    asked = Signal(object)  # the id of an entry to go to
    ended = Signal()  # Enter in the last field, while entries are made one after another

    def __init__(self, workplace: Workplace, ui: Ui_LedgerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._ui = ui
        self._entering: UUID | None = None  # the entry that is being made
        self._last: LastEntry | None = None  # what the next new one begins with
        self._shown: UUID | None = None
        self._filled_for: UUID | None = None  # the federation whose chambers are offered
        editors = {name: getattr(ui, name) for name in COUNTS}
        self.record_form = EntryForm(
            workplace,
            Activity,
            {
                "held_on": ui.heldOn,
                "kind": ui.entryKind,
                "title": ui.title,
                "chamber_id": ui.entryChamber,
                **editors,
                "place": ui.place,
                "until": ui.until,
                "narrative": ui.narrative,
            },
            ui.fault,
            year=lambda: workplace.scope.year,
            parent=self,
        )
        ui.member.seek_by(self._find_members, self._words)
        ui.member.chosen.connect(self._add_members)
        ui.member.missed.connect(self._tell_unknown)
        ui.members.removed.connect(self._remove_members)
        ui.members.opened.connect(self._go_to_member)
        self.items = LedgerItems(workplace, ui, lambda: self.entry, self)
        self.files = LedgerFiles(workplace, ui, lambda: self.entry, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.advise)
        self.record_form.shown.connect(lambda _: self._on_shown())
        self.record_form.typed.connect(lambda *_: self._rest.start())
        ui.advice.linkActivated.connect(lambda link: self.asked.emit(UUID(link)))
        ui.heldOn.installEventFilter(self)
        self._labels = Labels(ui.panel, ui.entryFields, ui.moreFields)
        walk = Walk(ui.form, last=ui.place)
        walk.ended.connect(self._end)
        for line in (ui.member, ui.item):
            line.take_first()  # Enter takes what is typed before it walks on
        self._on_shown()

    @property
    def entry(self) -> Activity | None:
        """The entry as it is kept; None when the form is empty."""
        record = self.record_form.record
        return record if isinstance(record, Activity) else None

    @property
    def is_entering(self) -> bool:
        """Whether a new entry is being made, be it in the store already or not."""
        return self.entry is not None and self.entry.id == self._entering

    def show(self, entry: Activity | None) -> None:
        """Show an entry in place of the one before, of which everything typed is kept."""
        self.settle()
        self._entering = None
        self.record_form.show(entry)

    def begin(self, federation: Federation, on: date) -> bool:
        """Begin a new entry with what the last one most likely has in common with it.

        False when something typed before cannot be kept as it stands; that is then said in the form.
        """
        if not self.settle():
            return False
        desk = self._workplace.desk
        self._last = self._last or ledger.last_entry(desk)
        entry = ledger.new_entry(desk, federation, self._last, on)
        self._entering = entry.id
        self.record_form.begin(entry)
        self._ui.heldOn.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ui.heldOn.selectAll()
        return True

    def finish(self) -> bool:
        """Keep a new entry because the person says that it is complete; False when something is wanting."""
        if self.record_form.is_new and not self.record_form.insist():
            if self._ui.fault.isHidden():
                self._workplace.tell(
                    say("Give the entry a title or a member, so that it can be told from others.")
                )
                self._ui.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return self.settle()

    def settle(self) -> bool:
        """Keep what was typed, and what the next new entry may begin with; False when it cannot be kept."""
        if self.entry is not None and self._workplace.may_write:
            for line in (self._ui.member, self._ui.item):
                line.take_named()
        is_kept = self.record_form.settle()
        self._remember()
        return is_kept

    def forget(self) -> None:
        """Another store: what was remembered of the one before does not go for it."""
        self._last = None
        self._filled_for = None

    def refill(self) -> None:
        """Chambers were added or renamed."""
        self._filled_for = None
        self._fill_chambers()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        ui = self._ui
        fill_choices(ui.entryKind, ActivityKind, self._workplace)
        if self.entry:
            ui.entryKind.setCurrentIndex(list(ActivityKind).index(self.entry.kind))
        self._labels.align()
        ui.entering.setText(self._words(_ENTERING))
        self.files.retranslate()
        self.items.refresh()
        self.advise()

    def follow(self) -> None:
        """Show what changed of whom and what the entry is linked to."""
        self._show_members()
        self.items.refresh()
        self.files.refresh()
        self._rest.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the date go a day on or back."""
        if (
            watched is self._ui.heldOn
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            entry = self.entry
            if step and entry and not event.modifiers() and not self._ui.heldOn.isReadOnly():
                with suppress(MoushiError, OverflowError):
                    spec, text = field_of(Activity, "held_on"), self._ui.heldOn.text()
                    day = entered(spec, text, year=self._workplace.scope.year)
                    assert isinstance(day, date)
                    self._ui.heldOn.selectAll()
                    self._ui.heldOn.insert(date.fromordinal(day.toordinal() + step).isoformat())
                return True
        return False

    def _on_shown(self) -> None:
        ui, entry = self._ui, self.entry
        ui.form.setVisible(entry is not None)
        ui.empty.setVisible(entry is None)
        ui.entering.setVisible(self.is_entering)
        self._ask_counts()
        if not self._workplace.is_open:
            return
        if self._shown != (entry.id if entry else None):
            self._shown = entry.id if entry else None
            ui.panel.verticalScrollBar().setValue(0)
            for line in (ui.member, ui.item):
                if line.text().strip():
                    told = say(
                        "“{name}” was not added. Press Enter after a name to add it.", name=line.text()
                    )
                    self._workplace.tell(told)
                line.clear()
        free = self._workplace.may_write and entry is not None
        for line in (ui.member, ui.item):
            line.setEnabled(free)
        self._fill_chambers()
        self._show_members()
        self.items.refresh()
        self.files.refresh()
        self.advise()

    def _ask_counts(self) -> None:
        """The kind decides which counts are asked."""
        entry, layout = self.entry, self._ui.entryFields
        asked = ledger.asked(entry) if entry else frozenset()
        for name in COUNTS:
            layout.setRowVisible(getattr(self._ui, name), name in asked)

    def _fill_chambers(self) -> None:
        """Offer the chambers of the entry's federation."""
        entry = self.entry
        if entry is None or not self._workplace.is_open:
            return
        box = self._ui.entryChamber
        if self._filled_for != entry.federation_id:
            self._filled_for = entry.federation_id
            with self._workplace.desk.snapshot() as snapshot:
                chambers = snapshot.where(Chamber, federation_id=entry.federation_id)
            fill_choices(box, named_choices(chambers), self._workplace, empty="")
        box.setCurrentIndex(max(index_of(box, entry.chamber_id), 0))

    # -- what is told while typing -------------------------------------------------------------------------

    def advise(self) -> None:
        """Say below the fields what looks wrong; a link goes to an entry of the same event."""
        self._rest.stop()
        entry, workplace = self._as_typed(), self._workplace
        told: list[str] = []
        if entry is not None and workplace.is_open:
            with workplace.desk.snapshot() as snapshot:
                found = ledger_links.advice(snapshot, entry, workplace.scope.year, workplace.today())
            for each in found:
                text = escape(self._words(each.message))
                told.append(f'<a href="{each.entry}">{text}</a>' if each.entry else text)
        self._ui.advice.setText("<br>".join(told))
        self._ui.advice.setVisible(bool(told))

    def _as_typed(self) -> Activity | None:
        """The entry with what stands in the fields, as far as it can be read."""
        entry = self.entry
        if entry is None:
            return None
        for name in ("held_on", "until", "title", *COUNTS):
            spec = field_of(Activity, name)
            with suppress(MoushiError):
                value = entered(spec, self.record_form.text(name), year=self._workplace.scope.year)
                entry = with_field(entry, name, value)
        return entry

    # -- who took part -------------------------------------------------------------------------------------

    def _find_members(self, text: str) -> Sequence[Choice]:
        return self._workplace.guarded(lambda: ledger_links.find_members(self._workplace.desk, text)) or ()

    def _add_members(self, chosen: Iterable[Choice]) -> None:
        entry = self.entry
        members = [each.record for each in chosen if isinstance(each.record, Member)]
        if entry is None or not members:
            return
        with self._workplace.desk.snapshot() as snapshot:
            proposal = ledger_links.taking_part(snapshot, entry, members)
        if proposal is None:
            self._workplace.tell(say("{name} takes part already.", name=members[0].name))
        else:
            self._workplace.apply(proposal)

    def _remove_members(self, ids: Sequence[UUID]) -> None:
        with self._workplace.desk.snapshot() as snapshot:
            proposal = ledger_links.not_taking_part(snapshot, ids)
        if proposal and self._workplace.may_write:
            self._workplace.apply(proposal)

    def _show_members(self) -> None:
        entry = self.entry
        if entry is None or not self._workplace.is_open:
            return
        with self._workplace.desk.snapshot() as snapshot:
            lines = [Line(link.id, member.name) for link, member in _participants(snapshot, entry)]
        self._ui.members.show_lines(lines)

    def _go_to_member(self, link: UUID) -> None:
        entry = self.entry
        if entry is None:
            return
        with self._workplace.desk.snapshot() as snapshot:
            found = [member for held, member in _participants(snapshot, entry) if held.id == link]
        if found:
            self._workplace.reveal(Member, found[0].id)

    def _tell_unknown(self, name: str) -> None:
        self._workplace.tell(
            say("“{name}” is no member yet. Add it on the members page, or write it in the notes.", name=name)
        )

    # -- entering one after another ------------------------------------------------------------------------

    def _end(self) -> None:
        if self._entering is not None:
            self.ended.emit()
        else:
            self._ui.place.focusNextChild()

    def _remember(self) -> None:
        """Keep what the entry just made has in common with the next, also for tomorrow."""
        entry = self.entry
        if entry is None or not self.is_entering or self.record_form.is_new:
            return
        last = LastEntry.of(entry)
        if last != self._last:
            self._last = last
            if self._workplace.may_write:
                self._workplace.guarded(lambda: ledger.keep_last(self._workplace.desk, last))


_ENTERING = say(
    "New entry. Kind, chamber and place are as for the last one. Enter: next field; Ctrl+Enter: next entry."
)


def _participants(snapshot: Snapshot, entry: Activity) -> list[tuple[Record, Member]]:
    return [(link, member) for link, member in ledger_links.participants(snapshot, entry)]

"""A form on one record: stock editors bound to its fields, each keeping what is typed as drafts do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert, Proposal, Source, typed
from moushi.desk.entering import check_name, entered, shown
from moushi.domain.reading import by_name
from moushi.domain.record import FieldSpec, Record, Scalar, field_of, with_field
from moushi.domain.words import choice_word, field_word, kind_word
from moushi.errors import Message, MoushiError, say
from moushi.ui.draft import Draft, TextEditor
from moushi.ui.workplace import Workplace

Editor = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox


class RecordForm(QObject):
    """Binds editors to the fields of a record of one kind; texts by drafts, choices and ticks at once."""

    typed = Signal(str, str)  # field and text, at each keystroke
    shown = Signal(object)  # the record, whenever it is another or has other values
    inserted = Signal(object)  # a record that was begun here and is now in the store

    def __init__(
        self,
        workplace: Workplace,
        kind: type[Record],
        editors: Mapping[str, Editor],
        fault: QLabel | None = None,
        *,
        year: Callable[[], int | None] = lambda: None,
        is_amount: Callable[[Record], bool | None] = lambda _: None,
        locked: Callable[[Record], bool] = lambda _: False,
        along: Callable[[Record, str, Scalar], Iterable[Edit]] = lambda *_: (),
        inserting: Callable[[Record], Iterable[Edit]] = lambda _: (),
        parent: QObject | None = None,
    ) -> None:
        """Bind the editors.

        `year` completes typed dates; `is_amount` says whether the record's numbers are yuan; `locked` whether
        it takes no changes now. `along` gives the edits that go with a field's new value, `inserting` those
        that go with a new record. `fault` is the label that says what is wrong with what was typed.
        """
        super().__init__(parent or workplace)
        self._workplace = workplace
        self._kind = kind
        self._fault = fault
        self._year = year
        self._is_amount = is_amount
        self._locked = locked
        self._along = along
        self._inserting = inserting
        self._record: Record | None = None
        self._required: str | None = None  # of a record that is begun and not in the store yet
        self._keeping = False
        self._faults: dict[str, Message] = {}
        self._drafts: dict[str, Draft] = {}
        self._choices: dict[str, QComboBox | QCheckBox] = {}
        for name, editor in editors.items():
            self._bind(name, editor)
        workplace.changed.connect(self._follow)
        if fault:
            fault.setWordWrap(True)
            fault.setProperty("fault", True)
            fault.hide()
        self._present(None)

    @property
    def record(self) -> Record | None:
        """The record as it is kept; None when the form is empty."""
        return self._record

    @property
    def is_new(self) -> bool:
        """Whether the record was begun and is not in the store yet."""
        return self._required is not None

    def show(self, record: Record | None) -> None:
        """Show a record in place of the one before, of which everything typed is kept first."""
        self._leave()
        self._required = None
        self._present(record)

    def begin(self, template: Record, required: str = "name") -> None:
        """Show a record that is to be; it goes into the store when its required field is left filled in."""
        self._leave()
        self._required = required
        self._present(template)

    def settle(self) -> bool:
        """Keep everything typed so far; False when some of it cannot be kept as it stands."""
        kept = [draft.keep(leaving=True) for draft in self._drafts.values()]
        return all(kept)

    def _leave(self) -> None:
        """Keep everything typed; of what cannot be kept, and now gives way, say what it was."""
        if not self.settle():
            for name, fault in self._faults.items():
                self._workplace.tell(say("{field}: {fault}", field=field_word(self._kind, name), fault=fault))
            for name, draft in self._drafts.items():
                if draft.is_dirty and name not in self._faults:
                    self._workplace.offer_copy(field_word(self._kind, name), draft.text)

    def is_filled(self, record: Record) -> bool:
        """Whether a record that is begun tells enough to go into the store."""
        return bool(getattr(record, self._required or "id"))

    def name_of(self, record: Record) -> Message | str:
        """What a new record is called in the history."""
        return _name_of(record)

    def text(self, name: str) -> str:
        """What stands in a text field's editor."""
        return self._drafts[name].text

    def _bind(self, name: str, editor: Editor) -> None:
        match editor:
            case QCheckBox():
                self._choices[name] = editor
                editor.clicked.connect(lambda checked: self._choose(name, checked))
            case QComboBox():
                self._choices[name] = editor
                editor.activated.connect(lambda _: self._choose(name, editor.currentData()))
            case _:
                draft = Draft(editor, lambda text, leaving: self._keep(name, text, leaving=leaving), self)
                draft.typed.connect(lambda text: self._on_typed(name, text))
                self._drafts[name] = draft

    def _present(self, record: Record | None) -> None:
        self._record = record
        for draft in self._drafts.values():
            draft.visit = None
        for name in (*self._drafts, *self._choices):
            self._write(name)
            self._blame(name, None)
        self._lock()
        self.shown.emit(record)

    def _lock(self) -> None:
        """Let editors be typed in where the store and the record take changes; texts can be read always."""
        record = self._record
        free = record is not None and self._workplace.may_write and not self._locked(record)
        for draft in self._drafts.values():
            draft.editor.setEnabled(record is not None)
            draft.editor.setReadOnly(not free)
        for choice in self._choices.values():
            choice.setEnabled(free)

    def _write(self, name: str) -> None:
        """Let an editor show what is kept."""
        value: Scalar = getattr(self._record, name) if self._record is not None else None
        if name in self._drafts:
            amount = self._is_amount(self._record) if self._record is not None else None
            self._drafts[name].show(shown(field_of(self._kind, name), value, amount=amount))
            return
        choice = self._choices[name]
        with QSignalBlocker(choice):
            if isinstance(choice, QCheckBox):
                choice.setChecked(bool(value))
            else:
                choice.setCurrentIndex(index_of(choice, value))
                choice.setToolTip(choice.currentText())

    def _on_typed(self, name: str, text: str) -> None:
        if self._record is not None:
            self.typed.emit(name, text)

    def _keep(self, name: str, text: str, *, leaving: bool) -> bool:
        """Keep what was typed in a field; False when it cannot be kept."""
        if self._record is None:
            return True
        draft = self._drafts[name]
        if draft.is_dirty:
            try:
                value = entered(field_of(self._kind, name), text, year=self._year())
                if self._required is None:
                    check_name(self._kind, name, value)
            except MoushiError as fault:
                self._blame(name, fault.message)
                return False
            if not self._put(name, value, draft):
                return False
        if leaving and self._required is not None and not self._insert():
            return False
        self._blame(name, None)
        if leaving:
            self._write(name)  # as it is spelled when it is shown
        return True

    def _choose(self, name: str, value: Scalar) -> None:
        value = as_choice(field_of(self._kind, name), value)
        if self._record is None:
            return
        if not self._put(name, value) or (self._required is not None and not self._insert()):
            self._write(name)

    def _put(self, name: str, value: Scalar, draft: Draft | None = None) -> bool:
        record = self._record
        assert record is not None
        old = getattr(record, name)
        if value == old and type(value) is type(old):
            return True
        if self._required is not None:
            self._record = with_field(record, name, value)
            return True
        self._keeping = True
        try:
            proposal = typed(self._kind, record.id, name, old, value)
            further = tuple(self._along(record, name, value))
            proposal = replace(proposal, edits=(*proposal.edits, *further))
            change = self._workplace.apply(proposal, draft.visit if draft else None)
        finally:
            self._keeping = False
        if change is None:
            return False
        if draft:
            draft.visit = change.id if change.undoes is None else None
        self._take(change)
        self.shown.emit(self._record)
        return True

    def _insert(self) -> bool:
        """Put a record that is begun into the store, if its required field is filled in."""
        record = self._record
        if record is None or not self.is_filled(record):
            return True
        title = say("New {record}: {name}", record=kind_word(self._kind), name=self.name_of(record))
        self._keeping = True
        try:
            change = self._workplace.apply(
                Proposal(Source(""), title, (Insert(record), *self._inserting(record)))
            )
        finally:
            self._keeping = False
        if change is None:
            return False
        self._required = None
        self.inserted.emit(record)
        self.shown.emit(record)
        return True

    def _follow(self, change: ChangeSet) -> None:
        """Show what somebody else changed of the record; what is being typed stays."""
        if self._record is None or self._keeping:
            return
        if not any(edit.id == self._record.id for edit in change.edits):
            return
        self._take(change)
        if self._record is None:
            self._required = None
            self._present(None)
            return
        if any(isinstance(edit, Insert) and edit.id == self._record.id for edit in change.edits):
            self._required = None  # it went into the store with something else
        for name in (*self._drafts, *self._choices):
            draft = self._drafts.get(name)
            if draft is None or not (draft.is_dirty or draft.is_composing):
                self._write(name)
        self._lock()
        self.shown.emit(self._record)

    def _take(self, change: ChangeSet) -> None:
        """Take over what a change made of the record."""
        for edit in change.edits:
            if self._record is not None and edit.id == self._record.id:
                match edit:
                    case Change(_, _, name, _, new):
                        self._record = with_field(self._record, name, new)
                    case Delete():
                        self._record = None
                    case Insert(record):
                        self._record = record

    def _blame(self, name: str, fault: Message | None) -> None:
        """Mark a field whose text cannot be kept, and say why; or take that back."""
        if self._faults.get(name) == fault:
            return
        if fault is None:
            del self._faults[name]
        else:
            self._faults[name] = fault
        words = self._workplace.words
        mark(self._drafts[name].editor, words(fault) if fault else "")
        if self._fault:
            told = (
                say("{field}: {fault}", field=field_word(self._kind, each), fault=why)
                for each, why in self._faults.items()
            )
            self._fault.setText("\n".join(map(words, told)))
            self._fault.setVisible(bool(self._faults))


def as_choice(spec: FieldSpec, value: Scalar) -> Scalar:
    """What a box holds as the field's value: Qt gives a choice back as its bare text."""
    return spec.type(value) if isinstance(value, str) and issubclass(spec.type, StrEnum) else value


def mark(editor: TextEditor, fault: str) -> None:
    """Mark an editor whose text cannot be kept and tell screen readers why; "" takes the mark away."""
    editor.setProperty("faulty", bool(fault))
    editor.setAccessibleDescription(fault)
    editor.style().unpolish(editor)
    editor.style().polish(editor)


def named_choices(records: Iterable[Record]) -> list[tuple[str, Any]]:
    """Records to choose from by their names, in the order in which they are looked up."""
    return [(getattr(each, "name", ""), each.id) for each in by_name(records)]


def fill_choices(
    box: QComboBox,
    choices: type[StrEnum] | Iterable[tuple[str, Any]],
    workplace: Workplace,
    *,
    empty: str | None = None,
) -> None:
    """Offer the members of an enumeration, or texts with their values; `empty` is the word for none of them.

    The choice made stays, as far as it is offered again.
    """
    chosen = box.currentData()
    offered = (
        [(workplace.words(choice_word(choice)), choice) for choice in choices]
        if isinstance(choices, type)
        else list(choices)
    )
    with QSignalBlocker(box):
        box.clear()
        if empty is not None:
            box.addItem(empty, None)
        for text, value in offered:
            box.addItem(text[:1].upper() + text[1:], value)
        box.setCurrentIndex(max(index_of(box, chosen), 0) if box.count() else -1)
    widest = box.view().sizeHintForColumn(0) + box.view().verticalScrollBar().sizeHint().width()
    box.view().setMinimumWidth(widest)


def index_of(box: QComboBox, value: object) -> int:
    """The place of a value among a box's choices, -1 when it is not offered."""
    return next((n for n in range(box.count()) if box.itemData(n) == value), -1)


def _name_of(record: Record) -> str:
    for name in ("name", "text", "lead", "headline"):
        if text := getattr(record, name, ""):
            return str(text)
    return ""

"""The cells of small lists of records (milestones, posts, townships), the last line for a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert, Proposal, Source, typed
from moushi.desk.entering import check_name, entered, shown
from moushi.domain.rank import between, fitted
from moushi.domain.record import Record, Scalar, field_of, with_field
from moushi.domain.snapshot import Snapshot, dependents
from moushi.domain.words import choice_word, kind_word
from moushi.errors import Message, MoushiError, say
from moushi.ui.record_form import as_choice
from moushi.ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[Snapshot], Sequence[Record]]
Template = Callable[[Mapping[str, Scalar]], Record | None]
"""A new record of the values typed in the last line; None when they do not make one yet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a column: its heading (else the field's label), its choices, its width in characters."""

    field: str
    heading: Message | None = None
    width: int = 10
    choices: Callable[[Snapshot], Sequence[tuple[str, Any]]] | None = None
    is_amount: Callable[[Record], bool | None] = lambda _: None


class RecordModel(QAbstractTableModel):
    """The records of `rows` in their order; with a `template`, a last line in which a new one is typed."""

    def __init__(
        self,
        workplace: Workplace,
        kind: type[Record],
        columns: Sequence[Column],
        rows: Rows,
        template: Template | None = None,
        *,
        year: Callable[[], int | None] = lambda: None,
        locked: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.columns = tuple(columns)
        self._workplace = workplace
        self._rows = rows
        self._template = template
        self._year = year
        self._locked = locked
        self._lines: list[Record | None] = []  # None: the line in which a new one is typed
        self._choices: dict[str, list[tuple[str, Any]]] = {}
        workplace.changed.connect(self._follow)
        workplace.spoken.connect(self.refresh)

    @property
    def workplace(self) -> Workplace:
        """Where the model works."""
        return self._workplace

    def refresh(self) -> None:
        """Read the records anew; selection, current cell and open editors stay with their records."""
        if not self._workplace.is_open:
            return
        with self._workplace.desk.snapshot() as snapshot:
            lines: list[Record | None] = list(self._rows(snapshot))
            self._choices = {c.field: self._choices_of(c, snapshot) for c in self.columns}
        if self._adds:
            lines.append(None)
        self._turn_to(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _turn_to(self, lines: list[Record | None]) -> None:
        """Let lines go, come, or change places, and say so to the view."""
        was, now = _ids(self._lines), _ids(lines)
        stay = [each for each in was if each in set(now)]
        if stay == [each for each in now if each in set(was)]:
            for row in reversed([row for row, each in enumerate(was) if each not in set(now)]):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()
            for row in [row for row, each in enumerate(now) if each not in set(was)]:
                self.beginInsertRows(QModelIndex(), row, row)
                self._lines.insert(row, lines[row])
                self.endInsertRows()
            self._lines = lines
        elif len(stay) == len(was) == len(now):
            self.layoutAboutToBeChanged.emit()
            held = self.persistentIndexList()
            self._lines = lines
            there = [self.index(now.index(was[index.row()]), index.column()) for index in held]
            self.changePersistentIndexList(held, there)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    @property
    def may_write(self) -> bool:
        """Whether cells can be typed in."""
        return self._workplace.may_write and not self._locked()

    @property
    def _adds(self) -> bool:
        """Whether there is a line in which a new one is typed."""
        return self._template is not None and self.may_write

    @property
    def records(self) -> list[Record]:
        """Those shown, in their order."""
        return [record for record in self._lines if record]

    def record(self, row: int) -> Record | None:
        """The record of a row; None for the last line, in which a new one is typed."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, record_id: UUID) -> int:
        """The row of a record, -1 when it is not among them."""
        return next((n for n, record in enumerate(self._lines) if record and record.id == record_id), -1)

    def choices(self, column: int) -> list[tuple[str, Any]]:
        """What a column's cells choose from: texts with their values; nothing where a cell is typed."""
        return self._choices.get(self.columns[column].field, [])

    def remove(self, rows: Sequence[int]) -> bool:
        """Take records out, with what hangs on them, in one step."""
        records = [record for row in rows if (record := self.record(row))]
        if not records or not self.may_write:
            return False
        edits: dict[UUID, Edit] = {}
        with self._workplace.desk.snapshot() as snapshot:
            for record in records:
                for hanging in dependents(snapshot, record):
                    edits.setdefault(hanging.id, Delete(hanging))
                edits.setdefault(record.id, Delete(record))
        title = say("Deleted {count} × {record}", count=len(records), record=kind_word(self.kind))
        return self._workplace.apply(Proposal(Source(""), title, tuple(edits.values()))) is not None

    def move(self, row: int, by: int) -> int:
        """Move a record up (-1) or down (1) among its like; the row where it stands now."""
        target = row + by
        record, other = self.record(row), self.record(target)
        if record is None or other is None or not self.may_write or not hasattr(record, "rank"):
            return row
        order = self.records
        order.insert(target, order.pop(row))
        held = [None if each is record else getattr(each, "rank", "") or None for each in order]
        edits = [
            Change(self.kind, each.id, "rank", getattr(each, "rank", ""), rank)
            for each, rank in zip(order, fitted(held), strict=True)
            if getattr(each, "rank", "") != rank
        ]
        title = say("Moved {record}", record=kind_word(self.kind))
        return target if self._workplace.apply(Proposal(Source(""), title, tuple(edits))) else row

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The records, and the line for a new one."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One for each column."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings; rows have none."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's text as it is typed; the last line invites to type in it."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self.record(index.row())
        if record is None:
            return self._invitation(index.column(), role)
        value = getattr(record, column.field)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(column, record, value)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._heading(index.column())}: {self._text(column, record, value)}"
            case Qt.ItemDataRole.UserRole:
                return value
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed in where the store takes changes."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if self.may_write else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was typed or chosen in a cell; what cannot be read is said, and the cell stays."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = self.columns[index.column()]
        spec = field_of(self.kind, column.field)
        record = self.record(index.row())
        try:
            chosen = bool(self.choices(index.column()))
            new = as_choice(spec, value) if chosen else entered(spec, str(value), year=self._year())
            if record is not None:
                check_name(self.kind, column.field, new)
        except MoushiError as fault:
            if record is not None or str(value).strip():
                self._workplace.tell(say("{field}: {fault}", field=Message(spec.label), fault=fault.message))
            return False
        if record is None:
            return self._add(column.field, new)
        old = getattr(record, column.field)
        if new == old:
            return True
        if self._workplace.apply(typed(self.kind, record.id, column.field, old, new)):
            return True
        if not chosen:
            self._workplace.offer_copy(Message(spec.label), str(value))
        return False

    def _add(self, field: str, value: Scalar) -> bool:
        if value in (None, "") or self._template is None:
            return False
        record = self._template({field: value})
        if record is None:
            return False
        if getattr(record, "rank", None) == "":
            last = max((getattr(r, "rank", "") for r in self.records), default="") or None
            record = with_field(record, "rank", between(last, None))
        title = say("New {record}: {name}", record=kind_word(self.kind), name=str(value))
        return self._workplace.apply(Proposal(Source(""), title, (Insert(record),))) is not None

    def _invitation(self, column: int, role: int) -> Any:
        """A cell of the line in which a new record is typed."""
        match role:
            case Qt.ItemDataRole.DisplayRole if column == 0:
                return self._workplace.words(say("Type here to add…"))
            case Qt.ItemDataRole.ForegroundRole if column == 0:
                return QGuiApplication.palette().placeholderText()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._workplace.words(say("New line: {field}", field=self._heading(column)))
            case Qt.ItemDataRole.EditRole:
                return ""
        return None

    def _follow(self, change: ChangeSet) -> None:
        shown_ids = {record.id for record in self.records}
        adds = bool(self._lines) and self._lines[-1] is None
        if adds != self._adds or any(edit.kind is self.kind or edit.id in shown_ids for edit in change.edits):
            self.refresh()

    def _heading(self, section: int) -> str:
        column = self.columns[section]
        words = self._workplace.words(column.heading or Message(field_of(self.kind, column.field).label))
        return words[:1].upper() + words[1:]

    def _choices_of(self, column: Column, snapshot: Snapshot) -> list[tuple[str, Any]]:
        spec = field_of(self.kind, column.field)
        empty = [("", None)] if spec.optional else []
        if column.choices:
            return [*empty, *column.choices(snapshot)]
        if issubclass(spec.type, StrEnum):
            return [*empty, *((self._workplace.words(choice_word(each)), each) for each in spec.type)]
        if spec.type is bool:
            return [(self._workplace.words(say("no")), False), (self._workplace.words(say("yes")), True)]
        return []

    def _text(self, column: Column, record: Record, value: Scalar) -> str:
        for text, choice in self._choices.get(column.field, ()):
            if choice == value:
                return text
        return shown(field_of(self.kind, column.field), value, amount=column.is_amount(record))


def _ids(lines: Sequence[Record | None]) -> list[UUID | None]:
    return [record.id if record else None for record in lines]

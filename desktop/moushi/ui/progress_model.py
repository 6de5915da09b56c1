"""The progress sheet as a table: groups over rows, what is typed and what is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import QWidget

from moushi.desk.report_row import ReportRow
from moushi.desk.reporting import Group, Line
from moushi.domain.kinds import Colour, State
from moushi.domain.words import choice_word
from moushi.errors import Message, say
from moushi.ui.cells import COLOUR_ROLE, COPY_ROLE, NUMBER, TEXT, Index, brush
from moushi.ui.group_lines import group_data
from moushi.ui.words import Words

Key = tuple[UUID, UUID | None]
Text = str | Message


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, width in Chinese characters, what it shows, and the field that is typed in it."""

    name: str
    head: Message
    width: float
    text: Callable[[ReportRow], Text]
    field: str | None = None
    is_number: bool = False
    of_item: bool = False  # shown once for the rows of one item


def _value(row: ReportRow) -> str:
    """What was typed, beside what the chambers come to instead; else what it comes to, and of how many."""
    typed = row.typed["value"]
    if typed:
        return f"{typed} ≠ {row.apart_now}" if row.apart_now else typed
    return f"{row.value} · {row.short_of}" if row.value and row.short_of else row.value


def _words(name: str) -> Callable[[ReportRow], str]:
    """What the office said, else what chambers did."""
    return lambda row: row.typed[name] or row.told.get(name, "")


def _total(row: ReportRow) -> str:
    typed = row.typed["cumulative"]
    return f"{typed} ≠ {row.differs_now}" if row.differs_now else typed


COLUMNS = (
    Column("number", say("No."), 2.6, lambda r: str(r.number), is_number=True, of_item=True),
    Column("title", say("Item"), 11.5, lambda r: r.title, of_item=True),
    Column("measure", say("Measure"), 6, lambda r: r.name),
    Column("target", say("Goal"), 5.5, lambda r: r.target, is_number=True),
    Column("unit", say("Lead unit"), 5, lambda r: r.lead_unit, of_item=True),
    Column("last", say("Last period"), 4, lambda r: r.last, is_number=True),
    Column("value", say("This period"), 5.6, _value, "value", is_number=True),
    Column("cumulative", say("Reported total"), 5, _total, "cumulative", is_number=True),
    Column("state", say("Standing"), 7.2, lambda r: r.word or ""),
    Column("reached", say("Reached"), 5, lambda r: r.reached, is_number=True),
    Column("rate", say("Rate"), 4.2, lambda r: r.rate, is_number=True),
    Column("gap", say("Gap"), 4.4, lambda r: r.gap, is_number=True),
    Column("narrative", say("Progress in words"), 14, _words("narrative"), "narrative"),
    Column("problems", say("Problems"), 10, _words("problems"), "problems"),
    Column("next_steps", say("Next steps"), 10, _words("next_steps"), "next_steps"),
)
"""In their order; the typed ones of numbers and of words stand side by side, as months are entered."""

Enter = Callable[[ReportRow, str, str], bool]
"""Keeps what was typed in a row's field; False when it cannot be kept."""


class ReportModel(QAbstractTableModel):
    """The lines of a sheet that a filter left; a cell that is typed in is handed on to `enter`."""

    def __init__(self, words: Words, enter: Enter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._enter = enter
        self._lines: tuple[Line, ...] = ()
        self._begins: tuple[bool, ...] = ()
        self.may_write = True

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines in place of all."""
        self.beginResetModel()
        self._take(lines)
        self.endResetModel()

    def renew(self, lines: Sequence[Line]) -> None:
        """Show newer lines of the same rows where they stand."""
        changed = [n for n, (old, new) in enumerate(zip(self._lines, lines, strict=True)) if old != new]
        self._take(lines)
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def line(self, index: Index) -> Line | None:
        """The line of a cell."""
        return self._lines[index.row()] if index.isValid() else None

    def row(self, index: Index) -> ReportRow | None:
        """The row of a cell; None of a group's."""
        line = self.line(index)
        return line if isinstance(line, ReportRow) else None

    def place(self, key: Key) -> int:
        """Where the row of an item and a measure stands; -1 where it does not."""
        return next(
            (n for n, line in enumerate(self._lines) if isinstance(line, ReportRow) and line.key == key), -1
        )

    def field(self, index: Index) -> str | None:
        """The field that is typed in a cell; None where nothing can be typed."""
        row, name = self.row(index), COLUMNS[index.column()].field
        return name if row and self.may_write and name in row.editable else None

    def state_words(self) -> list[str]:
        """All states in words."""
        return [self._words(choice_word(state)) for state in State]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' heads."""
        if orientation != Qt.Orientation.Horizontal or section >= len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(COLUMNS[section].head)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER if COLUMNS[section].is_number else TEXT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups are passed over; what can be typed can be."""
        if self.row(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.field(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        line = self.line(index)
        if isinstance(line, Group):
            return group_data(line, index.column(), role)
        return self._row_data(line, index, role) if line else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed."""
        row, name = self.row(index), self.field(index)
        if role != Qt.ItemDataRole.EditRole or row is None or name is None:
            return False
        return self._enter(row, name, str(value))

    def _row_data(self, row: ReportRow, index: Index, role: int) -> Any:
        column = COLUMNS[index.column()]
        says = _SAYS.get(role)
        return says(self, row, column, index) if says else None

    def _shown(self, row: ReportRow, column: Column, index: Index) -> str:
        is_repeated = column.of_item and not self._begins[index.row()]
        return "" if is_repeated else self._said(column.text(row))

    def _typed(self, row: ReportRow, column: Column, _index: Index) -> str:
        return row.typed[column.field] if column.field else self._said(column.text(row))

    def _ground(self, _row: ReportRow, _column: Column, index: Index) -> QBrush | None:
        """What can be typed in stands out from what is only shown."""
        return None if self.field(index) else brush(QPalette.ColorRole.AlternateBase)

    def _ink(self, row: ReportRow, column: Column, _index: Index) -> QBrush | None:
        """What is only there to help, or only added up, stands back."""
        is_help = column.name == "last"
        is_not_typed = column.field is not None and not row.typed[column.field] and row.counted is None
        return brush(QPalette.ColorRole.PlaceholderText) if is_help or is_not_typed else None

    def _hint(self, row: ReportRow, column: Column, _index: Index) -> str:
        told: Text = column.text(row)
        match column.name:
            case "title":
                told = row.item.text
            case "last":
                told = row.last_words
            case "value" | "cumulative" | "reached" if row.counted_word:
                told = row.counted_word
            case "value" | "reached" if row.chambers_word:
                told = "\n".join(map(self._words, (row.chambers_word, *row.differs)))
            case "value" if row.value:
                told = say("Added up from the shorter periods; type here only what differs.")
            case "cumulative":
                told = "\n".join(map(self._words, row.differs))
            case "state":
                told = row.reason
        return self._said(told)

    def _said(self, text: Text) -> str:
        return text if isinstance(text, str) else self._words(text)

    def _take(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        before: UUID | None = None
        begins: list[bool] = []
        for line in self._lines:
            item_id = line.item.id if isinstance(line, ReportRow) else None
            begins.append(item_id != before)
            before = item_id
        self._begins = tuple(begins)


def _alignment(_model: ReportModel, _row: ReportRow, column: Column, _index: Index) -> Qt.AlignmentFlag:
    return NUMBER if column.is_number else TEXT


def _colour(_model: ReportModel, row: ReportRow, column: Column, _index: Index) -> Colour | None:
    return row.colour if column.name == "state" and row.state else None


_SAYS: dict[int, Callable[[ReportModel, ReportRow, Column, Index], Any]] = {
    Qt.ItemDataRole.DisplayRole: ReportModel._shown,  # noqa: SLF001 - what the model itself says, by role
    Qt.ItemDataRole.EditRole: ReportModel._typed,  # noqa: SLF001
    COPY_ROLE: ReportModel._typed,  # noqa: SLF001
    Qt.ItemDataRole.BackgroundRole: ReportModel._ground,  # noqa: SLF001
    Qt.ItemDataRole.ForegroundRole: ReportModel._ink,  # noqa: SLF001
    Qt.ItemDataRole.ToolTipRole: ReportModel._hint,  # noqa: SLF001
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    COLOUR_ROLE: _colour,
}


def column_of(name: str) -> int:
    """The column of that name."""
    return next(n for n, column in enumerate(COLUMNS) if column.name == name)

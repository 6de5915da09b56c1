"""The cells of a return's rows, each read as its field's type when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import ne
from typing import Any, NamedTuple

from moushi.domain.cell_names import column_letters
from moushi.domain.record import Scalar
from moushi.domain.return_book import without_marks
from moushi.domain.returns import FieldType, FormField
from moushi.errors import say
from moushi.intake.grid import Grid
from moushi.intake.list_values import Doubt
from moushi.intake.returns.reading import ReadCell
from moushi.intake.returns.values import read_cell
from moushi.intake.values import plain
from moushi.intake.workbook import Sheet

_NONE = bytearray()
_NUMBERS = frozenset((FieldType.WHOLE, FieldType.DECIMAL, FieldType.AMOUNT, FieldType.SHARE))
_CONVERTED = frozenset((FieldType.DECIMAL, FieldType.AMOUNT, FieldType.SHARE, FieldType.ANSWER))
"""Types of which a cell does not hold what JSON does."""

Decoders = Mapping[str, Callable[[Any], Scalar] | None]
"""What makes a field's value of what JSON holds; None where it is that."""

_Met = dict[tuple[type, object, int], ReadCell]


class _Column(NamedTuple):
    place: int
    prefix: str  # Sheet!B
    field: FormField
    formats: bytearray
    met: _Met


class TableCells:
    """The cells of a table's columns, by row and field; what a column says again and again is read once."""

    def __init__(
        self, sheet: Sheet, grid: Grid, fields: Iterable[tuple[int, FormField]], year: int | None
    ) -> None:
        """Take the sheet, the places of columns with their fields, and the year that days are of."""
        self._sheet, self._grid, self._year = sheet, grid, year
        self._columns = {
            field.key: _Column(
                place, f"{sheet.name}!{column_letters(place)}", field, sheet.formats.get(place, _NONE), {}
            )
            for place, field in fields
        }
        self._odd_rows = grid.merged_rows | {row for row, _ in sheet.unreckoned}
        self._noted = frozenset(row for row, _ in sheet.notes)
        self.keys = tuple(self._columns)

    def cell(self, row: int, key: str) -> ReadCell:
        """The cell of a field in a row; `KeyError` when the field has no column."""
        place, prefix, field, formats, met = self._columns[key]
        where = f"{prefix}{row + 1}"
        sheet, at = self._sheet, row
        if row in self._odd_rows:
            if (odd := self._odd(row, place, field, where)) is not None:
                return odd
            at = self._grid.origin(row, place)[0]
        values = sheet.rows[at] if at < len(sheet.rows) else ()
        value = values[place] if place < len(values) else ""
        kind = formats[at] if at < len(formats) else 0
        like = type(value), value, kind
        read = met.get(like)
        if read is None:
            read = met[like] = self._read(field, value, (at, place), where)
        note = without_marks(sheet.notes.get((row, place), "")) if sheet.notes else ""
        return ReadCell(where, read.raw, read.shown, read.value, read.doubt, read.made, note)

    def unlike(
        self, rows: Sequence[int], sent: Sequence[Mapping[str, object]], decoders: Decoders
    ) -> list[Collection[str] | None]:
        """For each row the fields whose cells are not, at a glance, as they were sent.

        None where a glance is not enough: something in the row is odd or has a comment. `sent` are the rows'
        values as JSON holds them, `decoders` what makes values of them where they are no such. Columns are
        gone through one by one, since nearly all of each is as it was.
        """
        lines = self._sheet.rows
        unseen = self._odd_rows | self._noted
        plain = [n for n, row in enumerate(rows) if row < len(lines) and row not in unseen]
        found: list[Collection[str] | None] = [None] * len(rows)
        for n in plain:
            found[n] = ()
        seen = [lines[rows[n]] for n in plain]
        known = [sent[n] for n in plain]
        for column in self._columns.values():
            for at in self._unlike_in(column, seen, [rows[n] for n in plain], known, decoders):
                found[plain[at]] = (*(found[plain[at]] or ()), column.field.key)
        return found

    def _unlike_in(
        self,
        column: _Column,
        lines: Sequence[Sequence[object]],
        rows: Sequence[int],
        sent: Sequence[Mapping[str, object]],
        decoders: Decoders,
    ) -> Iterator[int]:
        """Which of the lines have another value in a column than they were sent with."""
        place, key = column.place, column.field.key
        if all(len(line) > place for line in lines):
            values = [line[place] for line in lines]
        else:
            values = [line[place] if place < len(line) else "" for line in lines]
        raws = [each.get(key) for each in sent]
        said = ["" if raw is None or raw is False else raw for raw in raws]
        types = set(map(type, values))
        is_text = types <= {str}
        is_plain = column.field.type not in _CONVERTED and bool not in types
        left: Iterable[int]
        if is_plain and (is_text or not column.formats):
            left = compress(range(len(values)), map(ne, values, said))
        else:
            left = (n for n, value in enumerate(values) if value != "" or said[n] != "")
        decode = decoders.get(key)
        for n in left:
            value, raw = values[n], raws[n]
            if value == "" or not self._is_like(column, value, rows[n], raw, decode):
                yield n

    def _is_like(
        self, column: _Column, value: object, row: int, raw: object, decode: Callable[[Any], Scalar] | None
    ) -> bool:
        """Whether a value is, as it is read, what JSON holds."""
        kind = column.formats[row] if row < len(column.formats) else 0
        like = type(value), value, kind
        read = column.met.get(like)
        if read is None:
            read = column.met[like] = self._read(column.field, value, (row, column.place), "")
        if read.doubt is not None:
            return False
        if read.value == raw:
            return True
        if decode is None or raw in (None, "") or read.value is None:
            return False
        return decode(raw) == read.value

    def _read(self, field: FormField, value: object, at: tuple[int, int], where: str) -> ReadCell:
        return read_cell(field, value, number_format=self._sheet.format_of(*at), year=self._year, where=where)

    def _odd(self, row: int, place: int, field: FormField, where: str) -> ReadCell | None:
        """A cell that holds a formula without its result, or is merged with others so that it is not sure."""
        origin = self._grid.origin(row, place)
        if self._grid.is_unreckoned(row, place):
            message = say("The cell holds a formula without its result.")
            action = say(
                "Open the file in Excel or WPS, save it and take it in again, or type the value into it."
            )
            return ReadCell(where, None, "", doubt=Doubt(message, action))
        if origin == (row, place):
            return None
        if origin[1] != place:
            return ReadCell(where, "", "")
        value = self._grid.value(row, place)
        if field.type not in _NUMBERS or field.is_locked or not plain(value):
            return None
        message = say("The cell is merged with the ones above, so it is not sure whose number that is.")
        action = say("Split the merged cell and type for each row its own number.")
        return ReadCell(where, value, plain(value), doubt=Doubt(message, action))


class RowCells(Mapping[str, ReadCell]):
    """The cells of a row (from 0) of a table by the fields' keys, read when they are asked for, once."""

    __slots__ = ("_met", "row", "table")

    def __init__(self, table: TableCells, row: int) -> None:
        """Take the table's cells and the row."""
        self.table, self.row = table, row
        self._met: dict[str, ReadCell] | None = None  # most rows are as they were sent

    def __getitem__(self, key: str) -> ReadCell:
        """The cell of a field."""
        if self._met is None:
            self._met = {}
        cell = self._met.get(key)
        if cell is None:
            cell = self._met[key] = self.table.cell(self.row, key)
        return cell

    def __contains__(self, key: object) -> bool:
        """Whether a field has a column."""
        return key in self.table.keys

    def __iter__(self) -> Iterator[str]:
        """The fields that have a column."""
        return iter(self.table.keys)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.table.keys)

    def __eq__(self, other: object) -> bool:
        """Whether it says the same."""
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # how Python says that it has none

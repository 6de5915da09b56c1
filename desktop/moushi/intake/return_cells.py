"""The cells of a return's rows, each read as its field's type when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from moushi.compile.return_document import without_marks
from moushi.domain.cell_names import column_letters
from moushi.domain.record import Scalar
from moushi.domain.returns import FieldType, FormField
from moushi.errors import say
from moushi.intake.grid import Grid
from moushi.intake.list_values import Doubt
from moushi.intake.return_reading import ReadCell
from moushi.intake.return_values import read_cell
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
        self._plain = tuple(
            (key, c.place, c.formats, c.met, c.field, c.field.type not in _CONVERTED)
            for key, c in self._columns.items()
        )
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

    def is_as_sent(self, row: int, sent: Mapping[str, object], decoders: Decoders) -> bool:
        """Whether all cells of a row are, at a glance, as they were sent; none is odd or has a comment.

        `sent` are values as JSON holds them, `decoders` what makes values of them where they are no such.
        """
        rows = self._sheet.rows
        if row in self._odd_rows or row in self._noted or row >= len(rows):
            return False
        values = rows[row]
        width = len(values)
        for key, place, formats, met, field, is_plain in self._plain:
            value = values[place] if place < width else ""
            raw = sent.get(key)
            if value == "":
                if raw is None or raw == "" or raw is False:
                    continue
                return False
            kind = formats[row] if row < len(formats) else 0
            if is_plain and value == raw and (not kind or type(value) is str):
                continue
            like = type(value), value, kind
            read = met.get(like)
            if read is None:
                read = met[like] = self._read(field, value, (row, place), "")
            if read.doubt is not None:
                return False
            if read.value != raw:
                decode = decoders.get(key)
                if decode is None or raw is None or read.value is None or decode(raw) != read.value:
                    return False
        return True

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
    """The cells of a row by the fields' keys, read when they are asked for."""

    __slots__ = ("_row", "_table")

    def __init__(self, table: TableCells, row: int) -> None:
        """Take the table's cells and the row, from 0."""
        self._table, self._row = table, row

    def __getitem__(self, key: str) -> ReadCell:
        """The cell of a field."""
        return self._table.cell(self._row, key)

    def is_as_sent(self, sent: Mapping[str, object], decoders: Decoders) -> bool:
        """Whether all cells are, at a glance, as they were sent."""
        return self._table.is_as_sent(self._row, sent, decoders)

    def __iter__(self) -> Iterator[str]:
        """The fields that have a column."""
        return iter(self._table.keys)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._table.keys)

    def __eq__(self, other: object) -> bool:
        """Whether it says the same."""
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]

"""A return's table beside what its form was sent with: its columns, and what its rows say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from moushi.compile.return_document import SentRow, SentTable
from moushi.domain.record import Scalar
from moushi.domain.returns import FieldType
from moushi.intake.return_cells import RowCells
from moushi.intake.return_columns import DECODERS, Column, column_of
from moushi.intake.return_numbers import perhaps_in_yuan
from moushi.intake.return_reading import ReadCell, ReadRow, ReadTable
from moushi.intake.return_rules import Base, same
from moushi.intake.return_told import Told, short


class SentAndRead:
    """A table as read, beside what its form was sent with; None when that is not known."""

    def __init__(self, table: ReadTable, sent: SentTable | None, step: Callable[[], None]) -> None:
        """Know the columns that are there, and the rows that were sent; `step` is called at each row."""
        self.table = table
        self._step = step
        self.told = Told(table.table.title)
        self.columns = tuple(column_of(each) for each in table.table.fields)
        self._amounts = [column for column in self.columns if column.field.type is FieldType.AMOUNT]
        self.of = {column.lands: column for column in self.columns if column.lands}
        self.is_known = sent is not None
        self.sent: dict[UUID, SentRow] = {row.record: row for row in sent.rows} if sent else {}
        self._decoders = {column.key: DECODERS.get(column.field.type) for column in self.columns}
        self._as_sent: dict[tuple[int, UUID], bool] = {}  # the rows live as long as this
        self._numbers = {row.number: row.record for row in sent.rows} if sent else {}

    # -- rows --------------------------------------------------------------------------------------------

    def rows(self) -> Iterator[ReadRow]:
        """The rows that say something, each knowing the record that its number stood for."""
        for row in self.table.rows:
            self._step()
            self.told.look_at(row)
            if row.record is None and row.number in self._numbers:
                yield replace(row, record=self._numbers[row.number])
            else:
                yield row

    def read_out(self, row: ReadRow) -> ReadRow:
        """The row with all its cells read once, for they are looked at again and again.

        An amount that may have been typed in another unit than the column's is in doubt.
        """
        cells = dict(row.cells)
        for column in self._amounts:
            cell = cells.get(column.key)
            if cell is not None and cell.value is not None:
                known = self.sent_value(row.record, column.lands) if row.record else None
                if doubt := perhaps_in_yuan(column.field, cell, known):
                    cells[column.key] = replace(cell, value=None, doubt=doubt)
        return replace(row, cells=cells)

    def says_something(self, row: ReadRow) -> bool:
        """Whether anything is typed in the row where something is asked."""
        for column in self.columns:
            cell = row.cells.get(column.key)
            if cell is not None and not column.field.is_locked and (cell.value is not None or cell.doubt):
                return True
        return False

    def is_as_sent(self, row: ReadRow, record: UUID | None) -> bool:
        """Whether every cell of the row is at a glance as it was sent, with nothing left beside it."""
        if record is None or record not in self.sent:
            return False
        if (id(row), record) not in self._as_sent:
            self._as_sent[id(row), record] = self._is_as_sent(row, self.sent[record].values)
        return self._as_sent[id(row), record]

    def _is_as_sent(self, row: ReadRow, values: Mapping[str, Any]) -> bool:
        if isinstance(row.cells, RowCells):
            return row.cells.is_as_sent(values, self._decoders)
        for key, cell in row.cells.items():
            value, raw = cell.value, values.get(key)
            if cell.doubt is not None or cell.note:
                return False
            if value == raw or (value is None and (raw == "" or raw is False)):
                continue
            decode = self._decoders.get(key)
            if decode is None or raw is None or value is None or decode(raw) != value:
                return False
        return True

    def says_as_sent(self, row: ReadRow, record: UUID) -> bool:
        """Whether a row says what it was sent with wherever something is asked."""
        sent = self.sent.get(record)
        values = sent.values if sent else None
        for column in self.columns:
            cell = row.cells.get(column.key)
            if cell is None or not column.is_asked:
                continue
            if cell.doubt is not None or not same(
                column.name, column.fitted(cell.value), column.sent(values)
            ):
                return False
        return True

    def sent_value(self, record: UUID, lands: str) -> Scalar:
        """What a row was sent with in the field that lands there."""
        column, row = self.of.get(lands), self.sent.get(record)
        return column.sent(row.values) if column and row else None

    def all_words(self, row: ReadRow) -> str:
        """What a row says, for a person who is to find it again."""
        shown = [cell.shown for column in self.columns if (cell := row.cells.get(column.key))]
        return "；".join(short(text) for text in shown if text.strip())

    def value(self, row: ReadRow, lands: str) -> Scalar:
        """What a row says in the field that lands there; a doubtful value is none."""
        column = self.of.get(lands)
        return column.fitted(row.value(column.key)) if column else None

    def cell(self, row: ReadRow, lands: str) -> ReadCell | None:
        """The cell of a row whose value lands there."""
        column = self.of.get(lands)
        return row.cells.get(column.key) if column else None

    def text(self, row: ReadRow, lands: str) -> str:
        """What a row says there as a text."""
        value = self.value(row, lands)
        return value if isinstance(value, str) else ""

    def place(self, row: ReadRow, lands: str) -> str:
        """Where that stands."""
        cell = self.cell(row, lands)
        return cell.where if cell else row.where

    def base(self, column: Column, record: UUID | None) -> Scalar | Base:
        """What a cell was sent with; of a row that was not sent, nothing."""
        if not self.is_known:
            return Base.UNKNOWN
        row = self.sent.get(record) if record else None
        return column.sent(row.values) if row else None

    @property
    def where(self) -> str:
        """The place of the table."""
        return self.table.rows[0].where if self.table.rows else f"{self.table.sheet}!A1"

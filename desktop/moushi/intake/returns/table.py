"""A return's table beside what its form was sent with: its columns, and what its rows say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from moushi.compile.return_document import SentRow, SentTable
from moushi.compile.return_rows import HeldRow
from moushi.domain.record import Scalar
from moushi.domain.returns import FieldType
from moushi.intake.returns.cells import RowCells
from moushi.intake.returns.columns import DECODERS, Column, column_of
from moushi.intake.returns.matching import Key
from moushi.intake.returns.numbers import perhaps_in_yuan
from moushi.intake.returns.reading import ReadCell, ReadRow, ReadTable
from moushi.intake.returns.rules import Base, same
from moushi.intake.returns.told import Told, short

Keys = Callable[[Callable[[str], Scalar]], Sequence[Key]]
"""Makes of values, asked for by where they land, the keys by which a row is known."""


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
        self._unlike: dict[int, tuple[UUID, Collection[str] | None]] = {}  # by cells, which live as long
        self._numbers = {row.number: row.record for row in sent.rows} if sent else {}

    # -- rows --------------------------------------------------------------------------------------------

    def rows(self) -> list[ReadRow]:
        """The rows, each knowing the record that its number stood for."""
        found: list[ReadRow] = []
        for row in self.table.rows:
            self._step()
            self.told.look_at(row)
            if row.record is None and row.number in self._numbers:
                found.append(replace(row, record=self._numbers[row.number]))
            else:
                found.append(row)
        self._look_at_all(found)
        return found

    def read_out(self, row: ReadRow) -> ReadRow:
        """The row, an amount in doubt that may have been typed in another unit than the column's."""
        doubtful: dict[str, ReadCell] = {}
        for column in self._amounts:
            cell = row.cells.get(column.key)
            if cell is not None and cell.value is not None:
                known = self.sent_value(row.record, column.lands) if row.record else None
                if doubt := perhaps_in_yuan(column.field, cell, known):
                    doubtful[column.key] = replace(cell, value=None, doubt=doubt)
        return replace(row, cells={**row.cells, **doubtful}) if doubtful else row

    def says_something(self, row: ReadRow) -> bool:
        """Whether anything is typed in the row where something is asked."""
        for column in self.columns:
            if column.field.is_locked:
                continue
            if self.is_kept(row, row.record, column):
                return True
            cell = row.cells.get(column.key)
            if cell is not None and (cell.value is not None or cell.doubt):
                return True
        return False

    def unlike(self, row: ReadRow, record: UUID | None) -> Collection[str] | None:
        """The fields in which a row is not, at a glance, as it was sent for a record.

        None where a glance is not enough: the row was not sent, or something is odd or left beside it.
        """
        if record is None or record not in self.sent:
            return None
        held = self._unlike.get(id(row.cells))
        if held is None or held[0] != record:
            held = self._unlike[id(row.cells)] = record, self._look(row, self.sent[record].values)
        return held[1]

    def is_as_sent(self, row: ReadRow, record: UUID | None) -> bool:
        """Whether every cell of the row is at a glance as it was sent, with nothing left beside it."""
        unlike = self.unlike(row, record)
        return unlike is not None and not unlike

    def is_kept(self, row: ReadRow, record: UUID | None, column: Column) -> bool:
        """Whether a cell is there and holds at a glance what it was sent with, which is something."""
        unlike = self.unlike(row, record)
        if unlike is None or column.key in unlike or record is None or column.key not in row.cells:
            return False
        return self.sent[record].values.get(column.key) not in (None, "", False)

    def _look(self, row: ReadRow, values: Mapping[str, Any]) -> Collection[str] | None:
        if isinstance(row.cells, RowCells):
            (unlike,) = row.cells.table.unlike([row.cells.row], [values], self._decoders)
            return unlike
        return [key for key, cell in row.cells.items() if not self._is_like(cell, key, values.get(key))]

    def _is_like(self, cell: ReadCell, key: str, raw: Any) -> bool:
        if cell.doubt is not None or cell.note:
            return False
        value, decode = cell.value, self._decoders.get(key)
        if value == raw or (value is None and (raw == "" or raw is False)):
            return True
        if decode is None or raw in (None, "") or value is None:
            return False
        return decode(raw) == value

    def _look_at_all(self, rows: Sequence[ReadRow]) -> None:
        """Look at the rows of each stretch at once, as what their numbers say."""
        stretches: dict[int, list[tuple[UUID, RowCells]]] = defaultdict(list)
        for row in rows:
            if isinstance(row.cells, RowCells) and row.record is not None and row.record in self.sent:
                stretches[id(row.cells.table)].append((row.record, row.cells))
        for stretch in stretches.values():
            sent = [self.sent[record].values for record, _ in stretch]
            unlike = stretch[0][1].table.unlike([cells.row for _, cells in stretch], sent, self._decoders)
            for (record, cells), keys in zip(stretch, unlike, strict=True):
                self._unlike[id(cells)] = record, keys

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

    def known(self, held: Mapping[UUID, HeldRow], keys: Keys) -> Mapping[UUID, Sequence[Key]]:
        """By what all rows that are held or were sent are known, as held and as sent."""
        return {
            record: [
                *(keys(held[record].value) if record in held else ()),
                *(keys(partial(self.sent_value, record)) if record in self.sent else ()),
            ]
            for record in dict.fromkeys((*held, *self.sent))
        }

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

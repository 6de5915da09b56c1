"""A return as read, before it is compared with the records: its form, chamber and period, rows and cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from moushi.changes.model import Finding
from moushi.domain.period import Period
from moushi.domain.record import Scalar
from moushi.domain.returns import FormTable, ReturnForm
from moushi.errors import Message
from moushi.intake.list_values import Doubt


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell: its place (`Sheet!B7`), what stands there, and the value made of it in its field's type.

    `shown` is as a person sees it there (85% where the cell holds 0.85). `value` is None where nothing is, or
    where `doubt` says why it was not taken; the doubt may name the likely value. `made` is said where the
    value is not plainly what stands there (2000万 is 20,000,000 yuan). `note` is a comment left there.
    """

    where: str
    raw: object
    shown: str
    value: Scalar = None
    doubt: Doubt | None = None
    made: Message | None = None
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there; a sign for nothing (-, 无) is something."""
        return not self.shown and self.value is None and self.doubt is None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row: its place, the number printed in it, and the record that this stood for when it was sent."""

    where: str
    number: int | None
    record: UUID | None
    cells: Mapping[str, ReadCell]  # by the fields' keys; a column that is missing has none
    is_hidden: bool = False

    def value(self, key: str) -> Scalar:
        """The value of a field, None where there is none."""
        cell = self.cells.get(key)
        return cell.value if cell else None


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that was found: on which sheet, with its rows; `missing` are fields that have no column."""

    form: ReturnForm
    table: FormTable
    sheet: str
    rows: tuple[ReadRow, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReturn:
    """A chamber's return: what its hidden sheet says of it, else its words; None where nothing does.

    `id` is that of the workbook as it was sent, which the journal knows. `is_by_content` when the hidden
    sheet is gone or altered, which the findings say. `several` names the returns whose hidden sheets it has
    where it has those of more than one.
    """

    id: UUID | None
    chamber_id: UUID | None
    chamber: str
    period: Period | None
    tables: tuple[ReadTable, ...]
    findings: tuple[Finding, ...] = ()
    is_by_content: bool = False
    several: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The place of what concerns all of it."""
        return f"{self.tables[0].sheet}!A1" if self.tables else "1:1"

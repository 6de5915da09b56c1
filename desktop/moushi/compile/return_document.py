"""A return as it goes out: what a chamber's workbook holds, and the hidden sheet by which it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from moushi.domain.ids import id_of
from moushi.domain.period import Period, parse_period
from moushi.domain.record import Scalar, to_json
from moushi.domain.return_book import HIDDEN_MARK
from moushi.domain.returns import FormField, FormTable, ReturnForm
from moushi.errors import MoushiError

_FORMAT = 1  # of the hidden sheet


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A row as it goes out: its printed number, the record that it is about, values by the fields' keys.

    `own` are fields that it asks in a unit of its own (`compile.return_rows.field_in_row`).
    """

    number: int
    record: UUID
    values: Mapping[str, Scalar]
    own: Mapping[str, FormField] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnTable:
    """A table as it goes out; its sheet is named by its title."""

    form: str
    version: int
    table: FormTable
    rows: tuple[ReturnRow, ...]


@dataclass(frozen=True, slots=True)
class ReturnDocument:
    """What a chamber is sent for a period; `id` is the workbook's, `office` and `contact` go on the cover."""

    id: UUID
    chamber_id: UUID
    chamber: str
    federation: str
    period: Period
    due_on: date
    forms: tuple[ReturnForm, ...]
    tables: tuple[ReturnTable, ...]
    office: str = ""
    contact: str = ""
    sent_on: date | None = None


# -- what was sent, as the journal keeps it ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it was sent: values as JSON holds them (`domain.record.to_json`), by the fields' keys."""

    number: int
    record: UUID
    values: Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class SentTable:
    """A table as it was sent, of a form's version of then."""

    form: str
    version: int
    key: str
    rows: tuple[SentRow, ...]


def sent_to_json(document: ReturnDocument) -> dict[str, Any]:
    """What was prefilled, for the journal."""
    return {
        "tables": [
            {
                "form": each.form,
                "version": each.version,
                "key": each.table.key,
                "rows": [
                    [row.number, str(row.record), {key: to_json(value) for key, value in row.values.items()}]
                    for row in each.rows
                ],
            }
            for each in document.tables
        ]
    }


def sent_from_json(held: Mapping[str, Any]) -> tuple[SentTable, ...]:
    """The inverse of `sent_to_json`; `KeyError`, `TypeError` or `ValueError` when it is none."""
    return tuple(
        SentTable(
            each["form"],
            each["version"],
            each["key"],
            tuple(SentRow(number, id_of(record), values) for number, record, values in each["rows"]),
        )
        for each in held["tables"]
    )


# -- the hidden sheet ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a hidden sheet says of its workbook; `rows` are records by a table's key and printed number."""

    id: UUID
    chamber_id: UUID
    chamber: str
    period: Period
    forms: Mapping[str, int]  # their names to their versions
    rows: Mapping[str, Mapping[int, UUID]]
    titles: Mapping[str, str]  # the tables' keys to the titles of their sheets


def hidden_rows(document: ReturnDocument) -> Iterator[tuple[str, ...]]:
    """The lines of the hidden sheet, all texts: what, then its values."""
    yield HIDDEN_MARK, str(_FORMAT)
    yield "id", str(document.id)
    yield "chamber", str(document.chamber_id), document.chamber
    yield "period", str(document.period)
    for form in document.forms:
        yield "form", form.name, str(form.version)
    for each in document.tables:
        yield "table", each.table.key, each.table.title
        for row in each.rows:
            yield "row", each.table.key, str(row.number), str(row.record)


def read_hidden(lines: Iterable[Sequence[object]]) -> Hidden | None:
    """What the hidden sheet says; None when it is none of ours, was altered or is of another format."""
    told: dict[str, list[str]] = {}
    forms: dict[str, int] = {}
    rows: dict[str, dict[int, UUID]] = {}
    titles: dict[str, str] = {}
    try:
        for line in lines:
            what, *values = (str(value).strip() for value in line if value not in (None, ""))
            match what:
                case "form":
                    forms[values[0]] = int(float(values[1]))
                case "table":
                    rows.setdefault(values[0], {})
                    titles[values[0]] = values[1]
                case "row":
                    rows.setdefault(values[0], {})[int(float(values[1]))] = id_of(values[2])
                case _:
                    told[what] = values
        if int(float(told[HIDDEN_MARK][0])) != _FORMAT:
            return None  # a newer program's
        return Hidden(
            UUID(told["id"][0]),
            UUID(told["chamber"][0]),
            " ".join(told["chamber"][1:]),
            parse_period(told["period"][0]),
            forms,
            rows,
            titles,
        )
    except (ValueError, IndexError, KeyError, MoushiError):
        return None

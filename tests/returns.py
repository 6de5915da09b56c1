"""Returns as they are read, made from what was sent out: cells typed over, rows added, gone or moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from moushi.changes.model import Change, Finding, Insert, Proposal, Severity, Source
from moushi.compile.return_document import (
    ReturnDocument,
    ReturnTable,
    SentTable,
    sent_from_json,
    sent_to_json,
)
from moushi.domain.cell_names import column_letters
from moushi.domain.record import Record, Scalar
from moushi.domain.returns import FieldType, FormField
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.intake.list_values import Doubt
from moushi.intake.returns.comparing import propose_return
from moushi.intake.returns.owner import ReturnWish
from moushi.intake.returns.reading import ReadCell, ReadReturn, ReadRow, ReadTable

Typed = Mapping[str, Mapping[int, Mapping[str, object]]]
"""What is typed over, by table, printed number and field; `None` empties a cell."""
New = Mapping[str, Sequence[Mapping[str, object]]]

SOURCE = Source("鹭汀镇商会.xlsx", "0" * 64)
FIRST = 4  # the row of a table's first data


def sent(document: ReturnDocument) -> tuple[SentTable, ...]:
    """What the journal holds of a document."""
    return sent_from_json(sent_to_json(document))


def doubt(text: str, likely: object = None) -> Doubt:
    """A doubt about a cell."""
    return Doubt(say("“{text}” is in doubt.", text=text), say("Look it up."), likely)


def came_back(
    document: ReturnDocument,
    typed: Typed | None = None,
    new: New | None = None,
    *,
    gone: Mapping[str, Sequence[int]] | None = None,
    order: Callable[[list[ReadRow]], Sequence[ReadRow]] = lambda rows: rows,
    is_by_content: bool = False,
    **more: Any,
) -> ReadReturn:
    """A document as it came back. A value that is a `Doubt` is one; a `ReadCell` stands as it is."""
    tables = tuple(
        _table(
            each,
            (typed or {}).get(each.table.key, {}),
            (new or {}).get(each.table.key, ()),
            (gone or {}).get(each.table.key, ()),
            order,
            document,
            is_by_content,
        )
        for each in document.tables
    )
    read = ReadReturn(
        None if is_by_content else document.id,
        None if is_by_content else document.chamber_id,
        document.chamber,
        document.period,
        tables,
        is_by_content=is_by_content,
    )
    return replace(read, **more)


def _table(
    table: ReturnTable,
    typed: Mapping[int, Mapping[str, object]],
    new: Sequence[Mapping[str, object]],
    gone: Sequence[int],
    order: Callable[[list[ReadRow]], Sequence[ReadRow]],
    document: ReturnDocument,
    is_by_content: bool,
) -> ReadTable:
    rows: list[tuple[int | None, UUID | None, dict[str, object], Mapping[str, FormField]]] = [
        (row.number, row.record, {**row.values, **typed.get(row.number, {})}, row.own)
        for row in table.rows
        if row.number not in gone
    ]
    rows += [(None, None, dict(values), {}) for values in new]
    fields = table.table.fields
    read = []
    for place, (number, record, values, own) in enumerate(rows, FIRST):
        cells = {
            each.key: _cell(
                f"{table.table.title}!{column_letters(n)}{place}",
                values.get(each.key),
                own.get(each.key, each),
            )
            for n, each in enumerate(fields, 1)
        }
        known = None if is_by_content else record
        read.append(ReadRow(f"{table.table.title}!A{place}", number, known, cells))
    form = next(each for each in document.forms if each.name == table.form)
    return ReadTable(form, table.table, table.table.title, tuple(order(read)))


def _cell(where: str, value: object, asked: FormField) -> ReadCell:
    if isinstance(value, ReadCell):
        return replace(value, where=where)
    if isinstance(value, Doubt):
        text = str(value.message.values["text"])
        return ReadCell(where, text, text, None, value)
    if value is None or value == "":
        return ReadCell(where, "", "")
    raw = f"{value}元" if asked.type is FieldType.AMOUNT else value
    raw = float(raw) if isinstance(raw, Decimal) else raw  # what a workbook holds
    return ReadCell(where, raw, str(value) if isinstance(raw, float) else str(raw), value)  # type: ignore[arg-type]  # a value of its field


# -- what follows ------------------------------------------------------------------------------------------


def proposed(read: ReadReturn, document: ReturnDocument | None, snapshot: Snapshot, **more: Any) -> Proposal:
    """The proposal; without a document the journal knows nothing of it."""
    known = sent(document) if document else None
    return propose_return(read, known, snapshot, SOURCE, more.pop("wish", ReturnWish()), **more)


def changes(proposal: Proposal) -> dict[tuple[str, str], tuple[Scalar, Scalar]]:
    """The changed fields: old and new, by kind and field (of several records the last)."""
    return {
        (edit.kind.__name__, edit.field): (edit.old, edit.new)
        for edit in proposal.edits
        if isinstance(edit, Change)
    }


def inserted(proposal: Proposal, kind: type[Record]) -> list[Any]:
    """The new records of a kind."""
    return [edit.record for edit in proposal.edits if isinstance(edit, Insert) and edit.kind is kind]


def told(proposal: Proposal, severity: Severity | None = None) -> list[str]:
    """What was noticed, in words."""
    return [finding.message.render() for finding in proposal.findings if severity in (None, finding.severity)]


def finding_of(proposal: Proposal, words: str) -> Finding:
    """The finding that has these words."""
    (found,) = [each for each in proposal.findings if words in each.message.render()]
    return found

"""Compiling a return: what a chamber is asked for a period, prefilled with what is held, as it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from moushi.compile.return_document import ReturnDocument, ReturnRow, ReturnTable
from moushi.compile.return_rows import HeldRow, field_in_row, held_rows
from moushi.domain.period import Period
from moushi.domain.records import Chamber, Federation
from moushi.domain.returns import FormTable, ReturnForm
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError


def compile_return(
    snapshot: Snapshot,
    forms: Sequence[ReturnForm],
    chamber: Chamber,
    period: Period,
    *,
    due_on: date,
    office: str = "",
    contact: str = "",
    sending_id: UUID,
    sent_on: date | None = None,
) -> ReturnDocument:
    """What the forms ask of a chamber for a period; `office` and `contact` say on the cover who asks.

    A table in which nothing stands and nothing can be added is left out, a form without tables too.

    Raises:
        MoushiError: two of the forms have a table of the same key, so that what comes back is not sure.
    """
    _refuse_doubles(forms)
    federation = snapshot.get(Federation, chamber.federation_id)
    tables = [
        ReturnTable(form.name, form.version, table, rows)
        for form in forms
        for table in form.tables
        if (rows := tuple(_rows(snapshot, table, chamber, period))) or table.blank
    ]
    names = {table.form for table in tables}
    return ReturnDocument(
        id=sending_id,
        chamber_id=chamber.id,
        chamber=chamber.name,
        federation=federation.name if federation else "",
        period=period,
        due_on=due_on,
        forms=tuple(form for form in forms if form.name in names),
        tables=tuple(tables),
        office=office or (federation.name if federation else ""),
        contact=contact,
        sent_on=sent_on,
    )


def _refuse_doubles(forms: Sequence[ReturnForm]) -> None:
    owners: dict[str, ReturnForm] = {}
    for form in forms:
        for table in form.tables:
            other = owners.setdefault(table.key, form)
            if other is not form:
                raise MoushiError(
                    "The forms “{one}” and “{other}” both have a table “{table}”. Send only one of them.",
                    one=other.title,
                    other=form.title,
                    table=table.key,
                )


def _rows(snapshot: Snapshot, table: FormTable, chamber: Chamber, period: Period) -> Iterator[ReturnRow]:
    for number, held in enumerate(held_rows(snapshot, table.rows, chamber, period), 1):
        yield _row(table, number, held)


def _row(table: FormTable, number: int, held: HeldRow) -> ReturnRow:
    shown = [field for field in table.fields if field.lands and (field.is_prefilled or field.is_locked)]
    own = {field.key: asked for field in table.fields if (asked := field_in_row(field, held)) is not field}
    return ReturnRow(number, held.id, {field.key: held.value(field.lands) for field in shown}, own)

"""The journal of returns: what was sent, came back and was taken in; never undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, insert, select

from moushi.domain.kinds import ReturnEvent
from moushi.domain.returns import ReturnLine
from moushi.store.schema import JOURNAL_RETURN


def append_returns(connection: Connection, lines: Sequence[tuple[ReturnLine, Any | None]]) -> None:
    """Append lines, each with its document, to the journal of returns."""
    names = [spec.name for spec in fields(ReturnLine)]
    rows = [
        {name: getattr(line, name) for name in names} | {"line": uuid4(), "document": document}
        for line, document in lines
    ]
    if rows:
        connection.execute(insert(JOURNAL_RETURN), rows)


def returns(connection: Connection, year: int | None = None) -> list[ReturnLine]:
    """The journal of returns without documents, of the periods of a year or of all, oldest first."""
    table = JOURNAL_RETURN.c
    statement = select(*(table[spec.name] for spec in fields(ReturnLine))).order_by(table.at, table.line)
    if year is not None:
        statement = statement.where(table.period.startswith(str(year)))
    return [ReturnLine(**row) for row in connection.execute(statement).mappings()]


def sent_return(connection: Connection, return_id: UUID) -> tuple[ReturnLine, Any | None] | None:
    """A workbook that was sent, by its id, with what was prefilled; None when the journal has none."""
    table = JOURNAL_RETURN.c
    statement = select(JOURNAL_RETURN).where(table.id == return_id, table.event == ReturnEvent.SENT)
    row = connection.execute(statement.order_by(table.at.desc())).mappings().first()
    if row is None:
        return None
    return ReturnLine(**{spec.name: row[spec.name] for spec in fields(ReturnLine)}), row["document"]

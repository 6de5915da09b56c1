"""What is kept beside the records and is never undone: the journals of exports and returns, and settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, insert, select

from moushi.domain.returns import ReturnEvent, ReturnLine
from moushi.store.schema import JOURNAL_EXPORT, JOURNAL_RETURN, SETTING


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was made: what of, where to, its SHA-256 in hex, and the compiled document as JSON."""

    id: UUID
    at: datetime
    person: str
    what: str
    path: str
    sha256: str
    article_id: UUID | None = None
    document: Any | None = None


def append_export(connection: Connection, export: Export) -> None:
    """Append to the journal."""
    columns = JOURNAL_EXPORT.c.keys()
    connection.execute(insert(JOURNAL_EXPORT), {name: getattr(export, name) for name in columns})


def exports(connection: Connection, limit: int | None = None) -> list[Export]:
    """The journal without the documents, newest first."""
    columns = [column for column in JOURNAL_EXPORT.c if column.name != "document"]
    statement = select(*columns).order_by(JOURNAL_EXPORT.c.at.desc(), JOURNAL_EXPORT.c.id).limit(limit)
    return [Export(**row) for row in connection.execute(statement).mappings()]


def export(connection: Connection, export_id: UUID) -> Export | None:
    """One export with its document, None when there is none of that id."""
    statement = select(JOURNAL_EXPORT).where(JOURNAL_EXPORT.c.id == export_id)
    row = connection.execute(statement).mappings().first()
    return None if row is None else Export(**row)


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


def setting(connection: Connection, key: str) -> Any | None:
    """The value kept under a key, None when there is none."""
    return connection.execute(select(SETTING.c.value).where(SETTING.c.key == key)).scalar_one_or_none()


def put_setting(connection: Connection, key: str, value: Any | None) -> None:
    """Keep a JSON value under a key; None drops it."""
    connection.execute(delete(SETTING).where(SETTING.c.key == key))
    if value is not None:
        connection.execute(insert(SETTING), {"key": key, "value": value})

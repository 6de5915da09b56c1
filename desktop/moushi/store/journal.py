"""What is kept beside the records and is never undone: the journal of exports, and settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from moushi.store.schema import JOURNAL_EXPORT, SETTING


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


def setting(connection: Connection, key: str) -> Any | None:
    """The value kept under a key, None when there is none."""
    return connection.execute(select(SETTING.c.value).where(SETTING.c.key == key)).scalar_one_or_none()


def put_setting(connection: Connection, key: str, value: Any | None) -> None:
    """Keep a JSON value under a key; None drops it."""
    connection.execute(delete(SETTING).where(SETTING.c.key == key))
    if value is not None:
        connection.execute(insert(SETTING), {"key": key, "value": value})

"""Stores for tests: fresh ones in a folder of their own, and what lies in their tables."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from sqlalchemy import delete

from moushi.store import Store, open_store
from moushi.store.schema import DERIVED, METADATA, TABLES

RECORD_TABLES = tuple(table.name for table in TABLES.values())
DERIVED_TABLES = tuple(table.name for table in DERIVED)


@contextmanager
def fresh_store(folder: Path | None = None, **options: Any) -> Iterator[Store]:
    """An empty store, open for writing; cheaper than making one, so that properties can have many."""
    with TemporaryDirectory() as made:
        path = (folder or Path(made)) / "county.moushi"
        shutil.copyfile(_empty(), path)
        with closing(open_store(path, **options)) as store:
            yield store


@contextmanager
def emptied_store() -> Iterator[Store]:
    """The one store of all examples of a property, emptied; cheaper still, for it is opened only once."""
    store = _shared()
    with store.database.engine.connect() as connection, connection.begin():
        for table in reversed(METADATA.sorted_tables):
            connection.execute(delete(table))
    yield store


@cache
def _shared() -> Store:
    store = open_store(_folder() / "shared.moushi")
    atexit.register(store.database.close)
    return store


@cache
def _empty() -> Path:
    path = _folder() / "empty.moushi"
    open_store(path).close()
    return path


@cache
def _folder() -> Path:
    made = mkdtemp(prefix="moushi-tests-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


def rows(path: Path, tables: tuple[str, ...] = RECORD_TABLES) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of tables as they lie in the file, sorted."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def tamper(path: Path, statement: str, *values: Any) -> None:
    """Change a store's file behind the program's back, references unchecked."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)

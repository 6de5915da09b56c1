"""Stores for tests: fresh ones in a folder of their own, and what lies in their tables."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from moushi.store import Store, open_store
from moushi.store.schema import DERIVED, TABLES

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


@cache
def _empty() -> Path:
    path = Path(mkdtemp(prefix="moushi-tests-")) / "empty.moushi"
    open_store(path).close()
    return path


def rows(path: Path, tables: tuple[str, ...] = RECORD_TABLES) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of tables as they lie in the file, sorted."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def tamper(path: Path, statement: str, *values: Any) -> None:
    """Change a store's file behind the program's back, references unchecked."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)

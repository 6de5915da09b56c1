"""Opening a store: made when it is not there, migrated when it is old, refused when it is newer or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from moushi.errors import MoushiError
from moushi.store.engine import APPLICATION_ID, Database, connect, require_store, told
from moushi.store.files import put_in_place
from moushi.store.lock import StoreLock
from moushi.store.schema import SCHEMA_HEAD
from moushi.store.store import Store


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(
    path: Path, *, read_only: bool = False, person: str = "", clock: Callable[[], datetime] = _now
) -> Store:
    """The store of that file, for one writer or for reading only.

    `person` is who works with it; `clock` dates what is done. `StoreHeldError` when another program writes to
    it; `MoushiError` when the file is no store, is newer than this program or cannot be used.
    """
    path = path.resolve()
    if path.exists():
        require_store(path)
    elif read_only:
        raise MoushiError(
            "There is no store {path}. Give the name of one, or open it for writing.", path=path
        )
    if read_only:
        return Store(_open(path, read_only=True), None, person, clock)
    _make_folder(path.parent)
    lock = StoreLock(path, person, clock())
    try:
        if not path.exists():
            _create(path)
        return Store(_open(path), lock, person, clock)
    except BaseException:
        lock.release()
        raise


def _open(path: Path, *, read_only: bool = False) -> Database:
    database = Database(path, read_only=read_only)
    try:
        revision = _revision(database)
        if revision == SCHEMA_HEAD:
            return database
        database.close()
        _bring_up(path, revision, read_only=read_only)
        return Database(path, read_only=read_only)
    except BaseException:
        database.close()
        raise


def _revision(database: Database) -> str:
    with database.read() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _bring_up(path: Path, revision: str, *, read_only: bool) -> None:
    from moushi.store import migrating  # noqa: PLC0415 (slow to import, hardly ever needed)

    if not migrating.is_known(revision):
        raise MoushiError(
            "{path} was written by a newer Moushi (schema {revision}). Install the newest Moushi to open it.",
            path=path,
            revision=revision,
        )
    if read_only:
        raise MoushiError(
            "{path} was written by an older Moushi. Open it once for writing, which brings it up to date.",
            path=path,
        )
    migrating.migrate(path)


def _create(path: Path) -> None:
    """Make an empty store beside `path` and put it in place whole, so that no half-made store is ever met."""
    from moushi.store import migrating  # noqa: PLC0415 (slow to import, needed once)

    unborn = path.with_name(path.name + ".new")
    with told(path):
        unborn.unlink(missing_ok=True)
        unborn.touch()
        connection = connect(unborn)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            connection.close()
        migrating.migrate(unborn)
        put_in_place(unborn, path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise MoushiError(
            "The folder {path} cannot be made ({reason}). Choose another place for the store.",
            path=folder,
            reason=fault.strerror or fault,
        ) from fault

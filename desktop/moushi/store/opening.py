"""Opening a store: made when it is not there, migrated when it is old, refused when it is newer or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from moushi.errors import MoushiError
from moushi.store.attachments import bring_along, unpack
from moushi.store.backup import back_up, copy_store, replace_store
from moushi.store.engine import APPLICATION_ID, Database, connect, require_store, told
from moushi.store.files import logs_of, put_in_place, reading_from, writing_to
from moushi.store.lock import StoreLock
from moushi.store.place import is_network
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
    with reading_from(path):
        there = path.exists()
    if there:
        require_store(path)
    elif read_only:
        raise MoushiError(
            "There is no store {path}. Give the name of one, or open it for writing.", path=path
        )
    if read_only:
        return Store(_open(path, read_only=True, at=clock()), None, person, clock)
    with writing_to(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = StoreLock(path, person, clock())
    try:
        if not path.exists():
            _create(path)
        unpack(path, path)
        return Store(_open(path, at=clock()), lock, person, clock)
    except BaseException:
        lock.release()
        raise


def restore(
    backup: Path, store: Path, *, person: str = "", clock: Callable[[], datetime] = _now
) -> Path | None:
    """Put a backup in the place of a store nobody has open; answers where the old store is kept, if any.

    The backup is checked first: `MoushiError` when it is no store, damaged or newer than this program.
    """
    backup, store = backup.resolve(), store.resolve()
    if backup == store:
        raise MoushiError("{path} cannot be restored from itself. Choose a backup of it.", path=store)
    for path in (backup, *([store] if store.exists() else [])):
        require_store(path)
    with writing_to(store):
        store.parent.mkdir(parents=True, exist_ok=True)
    lock = StoreLock(store, person, clock())
    prepared = store.with_name(store.name + ".new")
    try:
        checked_copy(backup, prepared)
        unpack(prepared, store)
        bring_along(backup, store)
        return replace_store(prepared, store, clock())
    finally:
        prepared.unlink(missing_ok=True)
        lock.release()


def checked_copy(store: Path, target: Path) -> None:
    """Copy a store or a backup, which may be open; `MoushiError` when it is none, damaged or too new."""
    require_store(store)
    copy_store(store, target)
    _require_known(target, store)


def _require_known(path: Path, shown: Path) -> None:
    database = Database(path, read_only=True)
    try:
        revision = _revision(database)
    finally:
        database.close()
    if revision != SCHEMA_HEAD:
        _refuse_newer(shown, revision)


def _refuse_newer(path: Path, revision: str) -> None:
    from moushi.store import migrating

    if not migrating.is_known(revision):
        raise MoushiError(
            "{path} was written by a newer Moushi (schema {revision}). Install the newest Moushi to open it.",
            path=path,
            revision=revision,
        )


def _open(path: Path, *, read_only: bool = False, at: datetime) -> Database:
    journal = "DELETE" if is_network(path) else "WAL"
    database = Database(path, read_only=read_only, journal=journal)
    try:
        revision = _revision(database)
        if revision == SCHEMA_HEAD:
            return database
        database.close()
        _bring_up(path, revision, read_only=read_only, at=at)
        return Database(path, read_only=read_only, journal=journal)
    except BaseException:
        database.close()
        raise


def _revision(database: Database) -> str:
    with database.read() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _bring_up(path: Path, revision: str, *, read_only: bool, at: datetime) -> None:
    from moushi.store import migrating
    from moushi.store.derived import rebuild_derived

    _refuse_newer(path, revision)
    if read_only:
        raise MoushiError(
            "{path} was written by an older Moushi. Open it once for writing, which brings it up to date.",
            path=path,
        )
    back_up(path, "migration", at)
    migrating.migrate(path, finish=rebuild_derived)


def _create(path: Path) -> None:
    """Make an empty store beside `path` and put it in place whole, so that no half-made store is ever met."""
    from moushi.store import migrating

    unborn = path.with_name(path.name + ".new")
    with told(path), writing_to(path):
        unborn.unlink(missing_ok=True)
        unborn.touch()
        connection = connect(unborn)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            connection.close()
        migrating.migrate(unborn)
        for log in logs_of(path):  # left by a store that was here and is gone
            log.unlink(missing_ok=True)
        put_in_place(unborn, path)

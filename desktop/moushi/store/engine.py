"""The database file: connections, transactions, and what the driver's errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from moushi.errors import Message, MoushiError, say
from moushi.store.files import reading_from

APPLICATION_ID = 0x4D6F7573
"""Written into the file's header, so that a store is known without opening it."""

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 5.0

_IN_USE = say(
    "{path} is in use by another program just now. Wait a moment and try again; nothing was changed."
)
_NOT_WRITABLE = say(
    "{path} cannot be written. Ask for the right to write there, or move the store to a folder of your own."
)
_TOLD: dict[int, Message] = {
    sqlite3.SQLITE_FULL: say(
        "There is no room left on the disk of {path}. Free some space and try again; nothing was changed."
    ),
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_PROTOCOL: _IN_USE,
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_PERM: _NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: say(
        "{path} cannot be opened. See whether its folder is there and may be read and written."
    ),
    sqlite3.SQLITE_IOERR: say(
        "The disk or share that holds {path} gave an error. See whether it is connected, "
        "then try again; nothing was changed."
    ),
}


class DamagedError(MoushiError):
    """A store's file is damaged."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(
            "{path} is damaged. Put a backup in its place, and tell who looks after Moushi.", path=path
        )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the driver's errors that a person can do something about into `MoushiError`; others are bugs."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as fault:
        cause = fault.orig if isinstance(fault, DBAPIError) else fault
        code = getattr(cause, "sqlite_errorcode", None)  # the low byte is the kind of error
        kind = code & 0xFF if code is not None else None
        if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise DamagedError(path) from fault
        if kind not in _TOLD:
            raise
        raise MoushiError(_TOLD[kind].source, path=path) from fault


class Database:
    """One open store file: transactions that read one instant, and transactions that write."""

    def __init__(
        self, path: Path, *, read_only: bool = False, journal: str = "WAL", foreign_keys: bool = True
    ) -> None:
        """Connect to an existing file; `journal` is SQLite's journal mode, set only when writing."""
        self.path = path
        self.read_only = read_only
        self._closed = False
        self.engine = _engine(_address(path, read_only), None if read_only else journal, foreign_keys)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent read transaction."""
        self._require_open()
        with told(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One write transaction, committed whole or not at all; nobody else writes meanwhile."""
        if self.read_only:
            raise MoushiError(
                "{path} is open for reading only. Close the program that holds it and open it again.",
                path=self.path,
            )
        self._require_open()
        with told(self.path), self.engine.connect() as connection:
            connection.execution_options(begin_with="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._closed = True
        self.engine.dispose()

    def _require_open(self) -> None:
        if self._closed:  # its lock may be another program's by now
            raise RuntimeError(f"{self.path} is closed")


def require_store(path: Path) -> None:
    """Refuse a file that is no store, by its header only; `MoushiError` says what it is taken for."""
    with reading_from(path), path.open("rb") as file:
        header = file.read(_HEADER)
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise MoushiError(
            "{path} is not a Moushi store and was left as it is. Choose another file.", path=path
        )


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection of the driver itself, for copying and checking whole files."""
    return _connect(_address(path, read_only))


def _address(path: Path, read_only: bool) -> str:
    plain = path.as_posix()
    address = "file://" + quote(plain if plain.startswith("/") else f"/{plain}", safe="/:")
    if not read_only:
        return address + "?mode=rw"
    return address + ("?mode=ro" if _readable_as_shared(address, path) else "?immutable=1")


def _readable_as_shared(address: str, path: Path) -> bool:
    """Whether SQLite can read the file as one that others may write.

    In a folder that may not be written it cannot make its index of the write-ahead log; then, if there is no
    log, nobody has the store open for writing and it may be read as it lies.
    """
    try:
        connection = _connect(address + "?mode=ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return path.with_name(path.name + "-wal").exists()
    return True


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def _engine(address: str, journal: str | None, foreign_keys: bool) -> Engine:
    def connected() -> sqlite3.Connection:
        connection = _connect(address)
        try:
            if journal:
                connection.execute(f"PRAGMA journal_mode={journal}")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connected, poolclass=QueuePool)

    # The driver would open no transaction for reads and schema changes, so each begins explicitly.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin_with", "BEGIN"))

    return engine

"""The check of a whole store: its file, its references, its history and what is derived from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from moushi.changes.model import ConflictError, Finding, Severity, applied
from moushi.domain.record import Record
from moushi.domain.words import kind_word
from moushi.errors import Message, say
from moushi.store import history
from moushi.store.engine import DamagedError
from moushi.store.schema import HISTORY_CHANGE, HISTORY_EDIT, TABLES
from moushi.store.snapshot import StoreSnapshot
from moushi.store.store import Store

_RESTORE = say("Restore the newest backup from before this, and tell who looks after Moushi.")


def doctor(store: Store) -> list[Finding]:
    """What is wrong with a store, and what to do about it; nothing, when it is sound.

    Derived tables that do not fit the records are made anew when the store is open for writing.
    """
    try:
        with store.database.read() as connection:
            found = [_error(store, message) for message in _faults(connection)]
            stale = not found and not _derived_fit(connection)
    except DamagedError as fault:
        return [_error(store, fault.message)]
    if stale:
        found.append(_stale(store))
    return found


def _error(store: Store, message: Message) -> Finding:
    return Finding(Severity.ERROR, store.path.name, message, _RESTORE)


def _stale(store: Store) -> Finding:
    message = say("Measured values or the search do not fit the records.")
    if store.read_only:
        action = say("Open the store for writing and check it again, which makes them anew.")
        return Finding(Severity.WARNING, store.path.name, message, action)
    from moushi.store.derived import rebuild_derived

    with store.database.write() as connection:
        rebuild_derived(connection)
    action = say("They have been made anew; nothing is left to do.")
    return Finding(Severity.WARNING, store.path.name, message, action)


def _faults(connection: Connection) -> Iterator[Message]:
    file_faults = [row for row in connection.exec_driver_sql("PRAGMA quick_check").scalars() if row != "ok"]
    if file_faults:
        yield say("The file is damaged: {reason}", reason=file_faults[0])
        return  # what else it says cannot be trusted
    dangling = Counter(row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    for table, count in dangling.items():
        yield say("{count} rows of {table} point to something that is not there", count=count, table=table)
    records: dict[UUID, Record] = {}
    unreadable = list(_read_records(connection, records))
    yield from unreadable
    uneven = list(_history_gaps(connection))
    yield from uneven
    if not unreadable and not uneven:
        yield from _replay(connection, records)


def _read_records(connection: Connection, records: dict[UUID, Record]) -> Iterator[Message]:
    for kind in TABLES:
        try:
            records.update({record.id: record for record in StoreSnapshot(connection).where(kind)})
        except (ValueError, ArithmeticError, TypeError) as fault:
            yield say("Records cannot be read ({record}): {reason}", record=kind_word(kind), reason=fault)


def _history_gaps(connection: Connection) -> Iterator[Message]:
    table, edit = HISTORY_CHANGE.c, HISTORY_EDIT.c
    held = func.count(edit.position)
    statement = select(table.number, table.edit_count, held).outerjoin(
        HISTORY_EDIT, edit.change_id == table.id
    )
    statement = statement.group_by(table.id).order_by(table.number)
    for expected, (number, promised, found) in enumerate(connection.execute(statement), 1):
        if number != expected:
            yield say("Change {number} is missing from the history", number=expected)
            return
        if promised != found:
            yield say(
                "Change {number} holds {found} of its {promised} edits",
                number=number,
                found=found,
                promised=promised,
            )


def _replay(connection: Connection, records: dict[UUID, Record]) -> Iterator[Message]:
    """Whether the history, applied from nothing, gives the records that are there."""
    replayed: dict[UUID, Record] = {}
    done = 0
    try:
        for number, edits in history.edits_after(connection, 0):
            touched = {edit.id: replayed.pop(edit.id) for edit in edits if edit.id in replayed}
            replayed |= applied(touched, edits)
            done = number
    except (ConflictError, KeyError, ValueError) as fault:
        yield say("The history cannot be replayed after change {number}: {reason}", number=done, reason=fault)
        return
    for record_id in replayed.keys() | records.keys():
        if replayed.get(record_id) != records.get(record_id):
            found = replayed.get(record_id) or records[record_id]
            word = kind_word(type(found))
            yield say("{record} {id} is not as the history says", record=word, id=record_id)


def _derived_fit(connection: Connection) -> bool:
    from moushi.store.derived import derived_rows

    for table, rows in derived_rows(StoreSnapshot(connection)):
        held = [dict(row) for row in connection.execute(select(table)).mappings()]
        if _sorted(held) != _sorted(rows):
            return False
    return True


def _sorted(rows: list[dict[str, Any]]) -> list[list[tuple[str, str]]]:
    return sorted(sorted((name, str(value)) for name, value in row.items()) for row in rows)

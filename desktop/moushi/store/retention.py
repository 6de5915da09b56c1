"""Retention deletion, the one without undo: members' values are erased wherever a store keeps them.

Erased are the members and what hangs on them, every edit of theirs in the history, their names in its titles
and in the journals' documents, and their rows in returns that were sent out, in the store and in all its
backups; then the files are written anew, since a database leaves what it deletes in its free pages. Backups
come first: whenever the program dies, the members are still there and offered again, or they are gone
everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, Text, delete, func, or_, select, type_coerce, update

from moushi.domain.record import Record
from moushi.domain.records import Member
from moushi.domain.snapshot import dependents
from moushi.errors import MoushiError, say
from moushi.store import journal
from moushi.store.backup import backups_of, copy_store
from moushi.store.derived import rebuild_derived, update_derived
from moushi.store.engine import DamagedError, Database, connect, told
from moushi.store.files import put_in_place, reading_from, writing_to
from moushi.store.schema import (
    HISTORY_CHANGE,
    HISTORY_EDIT,
    JOURNAL_EXPORT,
    JOURNAL_RETURN,
    SCHEMA_HEAD,
    TABLES,
)
from moushi.store.snapshot import StoreSnapshot, chunks

Report = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""

ERASED = "■"
"""What stands in titles and documents in the place of an erased value."""

_NAMING = ("name", "uscc", "phone")  # a text with one of these speaks of the member
_TOLD = ("name", "uscc", "legal_representative", "contact", "phone", "left_reason")
_SHORTEST = 2
_UNFINISHED = "retention.unfinished"
_MERGED = say("Merged {second} into {first}").source
_TITLE = {"source": say("Values erased when the time of keeping was over").source, "values": {}}


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased: members, and backups that were written anew or, not being readable, dropped."""

    members: int
    rewritten: int
    dropped: int


def erase(database: Database, ids: Collection[UUID], report: Report = lambda _done, _of: None) -> Erased:
    """Erase members for good from an open store and its backups; the work can be ended only before a step.

    `MoushiError` when a file cannot be written: the members are then still in the store.
    """
    backups = copies_of(database.path)
    with database.read() as connection:
        traces = _Traces.of(connection, ids)
    rewritten = dropped = 0
    for done, backup in enumerate(backups):
        report(done, len(backups) + 1)
        if not _holds(backup, traces):
            continue
        if _rewritten(backup, database.path, traces):
            rewritten += 1
        else:
            with writing_to(backup):
                backup.unlink()
            dropped += 1
    report(len(backups), len(backups) + 1)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        _erase(connection, traces)
        journal.put_setting(connection, _UNFINISHED, value=True)
    finish(database)
    return Erased(len(frozenset(ids)), rewritten, dropped)


def copies_of(store: Path) -> list[Path]:
    """The copies of a store that the program itself made: its backups, and damaged ones set aside."""
    set_aside = store.parent.glob(f"{store.stem}-damaged-*{store.suffix}")
    return [*(backup.path for backup in backups_of(store)), *sorted(set_aside)]


def is_unfinished(connection: Connection) -> bool:
    """Whether members were erased but the file was not written anew: the program died in between."""
    return journal.setting(connection, _UNFINISHED) is True


def finish(database: Database) -> None:
    """Write the store's file anew, so that nothing of what was erased is left in it or in its log."""
    with told(database.path), closing(connect(database.path)) as connection:
        connection.execute("VACUUM")
    with database.write() as connection:
        journal.put_setting(connection, _UNFINISHED, None)
    with told(database.path), closing(connect(database.path)) as connection:
        (busy, *_rest) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise MoushiError(
            "The members are erased, but another program still reads {path}: close it, so that its log goes.",
            path=database.path,
        )


@dataclass(frozen=True, slots=True)
class _Traces:
    """By what the members are known: ids, texts that name them, and all texts told of them."""

    members: frozenset[UUID]
    naming: tuple[str, ...]
    told: tuple[str, ...]

    @classmethod
    def of(cls, connection: Connection, ids: Collection[UUID]) -> _Traces:
        """Those of these members, of the deleted ones that were like them, or merged into them."""
        held = _states(connection, ids)
        gone = _deleted(connection)
        naming = _texts(held, _NAMING)
        everyone = {
            *ids,
            *(each.id for each in gone if any(each.held.get(name) in naming for name in _NAMING)),
        }
        while True:  # one merged into one that was merged
            held = _states(connection, everyone)
            names = _texts(held, ["name"])
            merged = {each.id for each in gone if each.into in names} - everyone
            if not merged:
                return cls(frozenset(everyone), _texts(held, _NAMING), _texts(held, _TOLD))
            everyone |= merged

    def name_them_in(self, text: str) -> bool:
        """Whether a text names one of the members."""
        return any(each in text for each in self.naming)


def _states(connection: Connection, ids: Collection[UUID]) -> list[dict[str, Any]]:
    """The fields of some members as they are and as they ever were."""
    table, edit = TABLES[Member], HISTORY_EDIT.c
    found: list[dict[str, Any]] = []
    for some in chunks(list(ids)):
        found += [
            dict(row) for row in connection.execute(select(table).where(table.c.id.in_(some))).mappings()
        ]
        rows = connection.execute(select(edit.field, edit.old, edit.new).where(edit.record_id.in_(some)))
        for field, *sides in rows:
            found += [{field: side} if field else side for side in sides if side is not None]
    return found


def _texts(held: Iterable[dict[str, Any]], names: Iterable[str]) -> tuple[str, ...]:
    found = {each[name].strip() for each in held for name in names if isinstance(each.get(name), str)}
    return tuple(sorted((text for text in found if len(text) >= _SHORTEST), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Deleted:
    """A member deleted before: its fields then, and the name of the one that it was merged into."""

    id: UUID
    held: dict[str, Any]
    into: str | None


def _deleted(connection: Connection) -> list[_Deleted]:
    """The members that were deleted and are not back."""
    edit, change = HISTORY_EDIT.c, HISTORY_CHANGE.c
    rows = connection.execute(
        select(edit.record_id, edit.old, change.title)
        .join(HISTORY_CHANGE, change.id == edit.change_id)
        .where(edit.record == "Member", edit.op == "delete")
        .where(edit.record_id.not_in(select(TABLES[Member].c.id)))
    )
    return [_Deleted(record_id, old, _merged_into(title)) for record_id, old, title in rows if old]


def _merged_into(title: Any) -> str | None:
    """The name of the member that stays, in the title of a merging or of its redo."""
    if not isinstance(title, dict):
        return None
    values = title.get("values", {})
    if title.get("source") == _MERGED:
        return str(values.get("first", "")).strip()
    return next((into for each in values.values() if (into := _merged_into(each)) is not None), None)


# -- one database ------------------------------------------------------------------------------------------


def _erase(connection: Connection, traces: _Traces) -> None:
    gone = _hung_on(connection, traces.members)
    gone |= _erase_records(connection, traces.members)
    _erase_history(connection, traces)
    _erase_documents(connection, traces)
    _erase_returns(connection, traces, gone)


def _erase_records(connection: Connection, ids: Collection[UUID]) -> frozenset[UUID]:
    """Delete the members with what hangs on them, and what was derived from them; the answer is their ids."""
    snapshot = StoreSnapshot(connection)
    going: dict[UUID, Record] = {}
    for member_id in ids:
        member = snapshot.get(Member, member_id)
        if member is not None:
            going |= {each.id: each for each in (*dependents(snapshot, member), member)}
    for kind in reversed(TABLES):
        its = [each.id for each in going.values() if type(each) is kind]
        for some in chunks(its):
            connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.id.in_(some)))
    update_derived(connection, going, {})
    _forget_edits(connection, [*going, *ids])
    return frozenset((*going, *ids))


def _hung_on(connection: Connection, ids: Collection[UUID]) -> frozenset[UUID]:
    """What ever pointed to the members and was deleted before, such as posts, by the history."""
    edit = HISTORY_EDIT.c
    found: set[UUID] = set()
    for each in map(str, ids):
        sides = (type_coerce(side, Text).contains(each) for side in (edit.old, edit.new))
        found.update(connection.scalars(select(edit.record_id).where(edit.field.is_(None), or_(*sides))))
    return frozenset(found)


def _forget_edits(connection: Connection, ids: Collection[UUID]) -> None:
    """Take every edit of these records out of the history; what is left of a change keeps its number."""
    edit, change = HISTORY_EDIT.c, HISTORY_CHANGE.c
    for some in chunks(list(dict.fromkeys(ids))):
        touched = set(connection.scalars(select(edit.change_id).where(edit.record_id.in_(some)).distinct()))
        connection.execute(delete(HISTORY_EDIT).where(edit.record_id.in_(some)))
        for few in chunks(list(touched)):
            left = select(func.count()).select_from(HISTORY_EDIT).where(edit.change_id == change.id)
            counted = update(HISTORY_CHANGE).where(change.id.in_(few))
            connection.execute(counted.values(edit_count=left.scalar_subquery()))
            emptied = update(HISTORY_CHANGE).where(change.id.in_(few), change.edit_count == 0)
            connection.execute(emptied.values(title=_TITLE))


def _erase_history(connection: Connection, traces: _Traces) -> None:
    """Black out the members in the titles of changes and the names of files taken in."""
    change = HISTORY_CHANGE.c
    for row in _naming(connection, HISTORY_CHANGE, ("title", "source"), traces):
        title, source = _blacked(row["title"], traces.told), _blacked(row["source"], traces.told)
        of_it = update(HISTORY_CHANGE).where(change.id == row["id"])
        connection.execute(of_it.values(title=title, source=source))


def _erase_documents(connection: Connection, traces: _Traces) -> None:
    """Black out the members in the journal's documents and in the names of its files."""
    table = JOURNAL_EXPORT.c
    for row in _naming(connection, JOURNAL_EXPORT, ("document", "path", "what"), traces):
        named = ("document", "path", "what")
        blacked = {name: _blacked(row[name], traces.told) for name in named}
        connection.execute(update(JOURNAL_EXPORT).where(table.id == row["id"]).values(blacked))


def _erase_returns(connection: Connection, traces: _Traces, gone: frozenset[UUID]) -> None:
    """Take the rows of what is gone out of the returns that were sent; black out the members elsewhere."""
    table = JOURNAL_RETURN.c
    ids = frozenset(map(str, gone))
    for row in _naming(connection, JOURNAL_RETURN, ("document", "file"), traces, ids):
        document = _blacked(_without_rows(row["document"], ids), traces.told)
        values = {"document": document, "file": _blacked(row["file"], traces.told)}
        connection.execute(update(JOURNAL_RETURN).where(table.line == row["line"]).values(values))


def _without_rows(document: Any, ids: frozenset[str]) -> Any:
    """What was prefilled in a return (`compile.return_document.sent_to_json`), less the rows of records."""
    if not isinstance(document, dict) or not isinstance(document.get("tables"), list):
        return document
    kept = [
        {**each, "rows": [row for row in each.get("rows", ()) if not ids & set(map(str, row[:2]))]}
        for each in document["tables"]
    ]
    return {**document, "tables": kept}


def _naming(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    traces: _Traces,
    ids: Collection[str] = (),
) -> Iterator[dict[str, Any]]:
    """The rows of a table that name one of the members, or any of these ids, in some columns."""
    (key,) = table.primary_key.columns
    texts = select(key, *(type_coerce(table.c[name], Text) for name in names))
    found = [
        row[0]
        for row in connection.execute(texts)
        for whole in ("\n".join(filter(None, row[1:])),)
        if traces.name_them_in(_bare(whole)) or any(each in whole for each in ids)
    ]
    for some in chunks(found):
        yield from map(dict, connection.execute(select(table).where(key.in_(some))).mappings().all())


def _bare(text: str) -> str:
    """A JSON text without the strokes by which quotation marks stand in it, once or twice."""
    return text.replace("\\", "")


def _blacked(value: Any, told_texts: Sequence[str]) -> Any:
    """A JSON value with these texts blacked out wherever they stand."""
    match value:
        case str():
            for text in told_texts:
                for spelled in (text, json.dumps(text, ensure_ascii=False)[1:-1]):
                    value = value.replace(spelled, ERASED)
            return value
        case list():
            return [_blacked(each, told_texts) for each in value]
        case dict():
            return {name: _blacked(each, told_texts) for name, each in value.items()}
        case _:
            return value


# -- backups -----------------------------------------------------------------------------------------------


def _holds(backup: Path, traces: _Traces) -> bool:
    """Whether a backup's file holds a text that is told of the members, or one of them; by its bytes."""
    sought = [text.encode() for text in traces.naming]
    sought += [form.encode() for each in traces.members for form in (each.hex, str(each))]
    longest = max(map(len, sought), default=0)
    with reading_from(backup), backup.open("rb") as file:
        before = b""
        while portion := file.read(1 << 22):
            portion = before + portion
            if any(each in portion for each in sought):
                return True
            before = portion[-longest:] if longest else b""
    return False


def _rewritten(backup: Path, store: Path, traces: _Traces) -> bool:
    """Write a backup anew without the members; False when it cannot be read, and then must go."""
    prepared = store.with_name(f"{store.stem}.erasing")
    try:
        copy_store(backup, prepared)
        if not _brought_up(prepared):
            return False
        database = Database(prepared, journal="DELETE")
        try:
            with database.write() as connection:
                _erase(connection, traces)
        finally:
            database.close()
        with told(prepared), closing(connect(prepared)) as connection:
            connection.execute("VACUUM")
        with writing_to(backup):
            put_in_place(prepared, backup)
    except DamagedError:
        return False
    finally:
        prepared.unlink(missing_ok=True)
    return True


def _brought_up(prepared: Path) -> bool:
    """Bring an older schema up to date; False for a newer one, which this program cannot read."""
    from moushi.store import migrating

    with told(prepared), closing(connect(prepared, read_only=True)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision != SCHEMA_HEAD:
        if not migrating.is_known(revision):
            return False
        migrating.migrate(prepared, finish=rebuild_derived)
    return True

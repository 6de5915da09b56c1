"""The history: every applied proposal with its edits, and which of them are undone."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Select, Text, func, insert, or_, select, type_coerce, update

from moushi.changes.model import ChangeSet, Delete, Edit, Proposal, Source, edit_from_json, edit_to_json
from moushi.domain.record import Record
from moushi.errors import Message, MoushiError
from moushi.store.schema import HISTORY_CHANGE, HISTORY_EDIT
from moushi.store.snapshot import chunks

_SHORTEST_PREFIX = 4
_DIGITS = 32


def write_change(connection: Connection, proposal: Proposal, at: datetime, person: str) -> ChangeSet:
    """Append an applied proposal; `number` is the next one."""
    source = Source(proposal.source.name, proposal.source.sha256, proposal.source.person or person)
    number = last_number(connection) + 1
    change = ChangeSet(
        uuid4(), number, at, source, proposal.title, proposal.edits, len(proposal.edits), proposal.undoes
    )
    connection.execute(
        insert(HISTORY_CHANGE).values(
            id=change.id,
            number=number,
            at=at,
            source=source.name,
            sha256=source.sha256,
            person=source.person,
            title=_message_to_json(change.title),
            edit_count=change.edit_count,
            undoes=change.undoes,
        )
    )
    lines = (edit_to_json(edit) for edit in change.edits)
    connection.execute(
        insert(HISTORY_EDIT),
        [
            {"change_id": change.id, "position": n, "record_id": UUID(line.pop("id")), **line}
            for n, line in enumerate(lines)
        ],
    )
    return change


def open_change(connection: Connection, change_id: UUID) -> ChangeSet | None:
    """The change of that id with its edits, if it is the newest: only that one may still be written on."""
    found = _read(connection, select(HISTORY_CHANGE).where(HISTORY_CHANGE.c.id == change_id))
    if not found or found[0].number != last_number(connection):
        return None
    return replace(found[0], edits=edits_of(connection, change_id))


def rewrite_change(connection: Connection, change: ChangeSet, edit: Edit, at: datetime) -> ChangeSet:
    """Give the newest change another single edit: what a person typed on in the same visit to a field."""
    line = edit_to_json(edit)
    of_change = HISTORY_EDIT.c.change_id == change.id
    connection.execute(update(HISTORY_EDIT).where(of_change).values(new=line["new"]))
    connection.execute(update(HISTORY_CHANGE).where(HISTORY_CHANGE.c.id == change.id).values(at=at))
    return replace(change, edits=(edit,), at=at)


def last_number(connection: Connection) -> int:
    """The number of the newest change, 0 when there is none."""
    newest = connection.execute(select(func.max(HISTORY_CHANGE.c.number))).scalar_one()
    return int(newest or 0)


class Kind(StrEnum):
    """Which changes are meant: all, files taken in, what was typed, or undos and redos."""

    ALL = "all"
    FILES = "files"
    TYPED = "typed"
    UNDOS = "undos"


def headers(
    connection: Connection, limit: int | None = None, before: int | None = None, kind: Kind = Kind.ALL
) -> list[ChangeSet]:
    """The changes of a kind without their edits, newest first; `before`: only those of smaller numbers."""
    statement = _of_kind(select(HISTORY_CHANGE), kind, before)
    return _read(connection, statement.limit(limit))


def with_text(
    connection: Connection,
    text: str,
    is_told: Callable[[Message], bool],
    limit: int | None = None,
    before: int | None = None,
    kind: Kind = Kind.ALL,
) -> list[ChangeSet]:
    """Like `headers`, of the changes with a text in source, person or edits, letters of any case.

    `is_told` says whether a title has it in the person's language.
    """
    holding = _holding(connection, text)
    folded = text.casefold()
    titles: dict[str, bool] = {}  # most titles are alike: each is rendered once
    numbers: list[int] = []
    change = HISTORY_CHANGE.c
    light = select(change.number, change.source, change.person, type_coerce(change.title, Text))
    for number, source, person, title in connection.execute(_of_kind(light, kind, before)):
        if title not in titles:
            titles[title] = is_told(_message_from_json(json.loads(title)))
        if titles[title] or number in holding or folded in source.casefold() or folded in person.casefold():
            numbers.append(number)
            if len(numbers) == limit:
                break
    return [
        found
        for some in chunks(numbers)
        for found in _read(
            connection,
            select(HISTORY_CHANGE).where(change.number.in_(some)).order_by(change.number.desc()),
        )
    ]


def files_in_force(connection: Connection, checksums: Collection[str]) -> frozenset[str]:
    """Which of the files of these SHA-256 brought a change that was not taken back."""
    return frozenset(
        change.source.sha256
        for some in chunks(sorted(checksums))
        for change in _read(connection, select(HISTORY_CHANGE).where(HISTORY_CHANGE.c.sha256.in_(some)))
        if change.undoes is None and change.undone_by is None and change.source.sha256
    )


def file_change(connection: Connection, sha256: str) -> ChangeSet | None:
    """The newest change in force that the file of that SHA-256 brought, without its edits."""
    table = HISTORY_CHANGE.c
    brought = select(HISTORY_CHANGE).where(table.sha256 == sha256, table.undoes.is_(None))
    found = _read(connection, brought.order_by(table.number.desc()))
    return next((change for change in found if change.undone_by is None), None)


def edits_of_files(connection: Connection, checksums: Collection[str]) -> tuple[Edit, ...]:
    """What the changes in force that files of these SHA-256 brought have done, oldest first."""
    changes = [
        change
        for some in chunks(sorted(checksums))
        for change in _read(connection, select(HISTORY_CHANGE).where(HISTORY_CHANGE.c.sha256.in_(some)))
        if change.undoes is None and change.undone_by is None
    ]
    changes.sort(key=lambda change: change.number)
    return tuple(edit for change in changes for edit in edits_of(connection, change.id))


def _of_kind(statement: Select[Any], kind: Kind, before: int | None) -> Select[Any]:
    """Only changes of a kind, and of numbers smaller than one, newest first."""
    table = HISTORY_CHANGE.c
    if before is not None:
        statement = statement.where(table.number < before)
    match kind:
        case Kind.UNDOS:
            statement = statement.where(table.undoes.is_not(None))
        case Kind.FILES:
            statement = statement.where(table.undoes.is_(None), table.source != "")
        case Kind.TYPED:
            statement = statement.where(table.undoes.is_(None), table.source == "")
        case _:
            pass
    return statement.order_by(table.number.desc())


def header(connection: Connection, change_id: UUID) -> ChangeSet:
    """A change without its edits; `MoushiError` when there is none of that id."""
    found = _read(connection, select(HISTORY_CHANGE).where(HISTORY_CHANGE.c.id == change_id))
    if not found:
        raise MoushiError(
            "There is no change {id}. Look up the changes and their ids with moushi history.", id=change_id
        )
    return found[0]


def after(connection: Connection, number: int) -> list[ChangeSet]:
    """The changes made after one, with their edits, oldest first."""
    statement = select(HISTORY_CHANGE).where(HISTORY_CHANGE.c.number > number)
    found = _read(connection, statement.order_by(HISTORY_CHANGE.c.number))
    edits = dict(edits_after(connection, number))
    return [replace(change, edits=edits.get(change.number, ())) for change in found]


def named(connection: Connection, text: str) -> UUID:
    """The id of the change whose id begins with a text of at least four hexadecimal digits."""
    digits = text.strip().replace("-", "").lower()
    if not _SHORTEST_PREFIX <= len(digits) <= _DIGITS or set(digits) - set("0123456789abcdef"):
        raise MoushiError(
            "“{text}” is no change. Give its id, or the first four or more characters of it.", text=text
        )
    ids = HISTORY_CHANGE.c.id
    first, last = UUID(digits.ljust(_DIGITS, "0")), UUID(digits.ljust(_DIGITS, "f"))
    found: list[UUID] = list(
        connection.execute(select(ids).where(ids.between(first, last)).limit(2)).scalars()
    )
    if not found:
        raise MoushiError(
            "No change begins with “{text}”. Look up the changes and their ids with moushi history.",
            text=text,
        )
    if len(found) > 1:
        raise MoushiError(
            "Several changes begin with “{text}”. Look up their ids with moushi history and give more of it.",
            text=text,
        )
    return found[0]


def edits_of(connection: Connection, change_id: UUID) -> tuple[Edit, ...]:
    """The edits of a change in their order."""
    statement = select(HISTORY_EDIT).where(HISTORY_EDIT.c.change_id == change_id)
    rows = connection.execute(statement.order_by(HISTORY_EDIT.c.position)).mappings()
    return tuple(_edit(row) for row in rows)


def only_edits(connection: Connection, changes: Sequence[ChangeSet]) -> dict[UUID, Edit]:
    """The edits of those of these changes that have only one, by the changes' ids."""
    found: dict[UUID, Edit] = {}
    for some in chunks([change.id for change in changes if change.edit_count == 1]):
        rows = connection.execute(select(HISTORY_EDIT).where(HISTORY_EDIT.c.change_id.in_(some)))
        found |= {row["change_id"]: _edit(row) for row in rows.mappings()}
    return found


def _holding(connection: Connection, text: str) -> set[int]:
    """The numbers of the changes that have a text in what they changed, put in or took out."""
    written = json.dumps(text, ensure_ascii=False)[1:-1]
    edits = HISTORY_EDIT.c
    statement = select(HISTORY_CHANGE.c.number).join(HISTORY_EDIT, edits.change_id == HISTORY_CHANGE.c.id)
    statement = statement.where(
        or_(*(type_coerce(side, Text).icontains(written, autoescape=True) for side in (edits.old, edits.new)))
    )
    return set(connection.execute(statement.distinct()).scalars())


def last_deleted(connection: Connection, record_id: UUID) -> Record | None:
    """A record as it was when it was last taken out; None when it never was."""
    changes, edits = HISTORY_CHANGE.c, HISTORY_EDIT.c
    statement = select(HISTORY_EDIT).join(HISTORY_CHANGE, edits.change_id == changes.id)
    statement = statement.where(edits.record_id == record_id, edits.op == "delete")
    row = connection.execute(statement.order_by(changes.number.desc()).limit(1)).mappings().first()
    edit = None if row is None else _edit(row)
    return edit.record if isinstance(edit, Delete) else None


def edits_after(connection: Connection, number: int) -> Iterator[tuple[int, tuple[Edit, ...]]]:
    """The edits of each change made after one, oldest first, with the change's number."""
    changes, edits = HISTORY_CHANGE.c, HISTORY_EDIT.c
    statement = select(changes.number, HISTORY_EDIT).join(HISTORY_EDIT, edits.change_id == changes.id)
    statement = statement.where(changes.number > number).order_by(changes.number, edits.position)
    rows = connection.execute(statement).mappings()
    for of_change, lines in groupby(rows, key=lambda row: int(row["number"])):
        yield of_change, tuple(_edit(line) for line in lines)


def undo_links(connection: Connection) -> dict[UUID, UUID]:
    """For each undo and redo, oldest first, the change that it takes back."""
    table = HISTORY_CHANGE.c
    statement = select(table.id, table.undoes).where(table.undoes.is_not(None)).order_by(table.number)
    return {row.id: row.undoes for row in connection.execute(statement)}


def undone_by(links: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    """For each change that is undone, the undo in force; an undo that was itself undone is not in force."""
    in_force: dict[UUID, UUID] = {}
    for undo_id, change_id in reversed(list(links.items())):
        if undo_id not in in_force:
            in_force[change_id] = undo_id
    return in_force


def undo_candidate(connection: Connection) -> UUID | None:
    """The newest change that is neither an undo nor undone, and of which something is left."""
    undone = undone_by(undo_links(connection))
    table = HISTORY_CHANGE.c
    statement = select(table.id).where(table.undoes.is_(None), table.edit_count > 0)
    statement = statement.order_by(table.number.desc())
    return next((found for found in connection.execute(statement).scalars() if found not in undone), None)


def redo_candidate(connection: Connection) -> UUID | None:
    """The newest undo in force since the newest change that was neither an undo nor a redo."""
    links = undo_links(connection)
    undone = undone_by(links)
    table = HISTORY_CHANGE.c
    newest = select(func.max(table.number)).where(table.undoes.is_(None)).scalar_subquery()
    statement = select(table.id).where(table.number > newest, table.edit_count > 0)
    statement = statement.order_by(table.number.desc())
    recent: list[UUID] = list(connection.execute(statement).scalars())
    return next((found for found in recent if found not in undone and _is_undo(found, links)), None)


def _is_undo(change_id: UUID, links: Mapping[UUID, UUID]) -> bool:
    """Whether a change takes an ordinary one back, at first or again: the undo of an undo is a redo."""
    steps = 0
    while change_id in links:
        change_id = links[change_id]
        steps += 1
    return steps % 2 == 1


def _read(connection: Connection, statement: Select[Any]) -> list[ChangeSet]:
    rows = connection.execute(statement).mappings().all()
    undone = undone_by(undo_links(connection))
    return [
        ChangeSet(
            id=row["id"],
            number=row["number"],
            at=row["at"],
            source=Source(row["source"], row["sha256"], row["person"]),
            title=_message_from_json(row["title"]),
            edit_count=row["edit_count"],
            undoes=row["undoes"],
            undone_by=undone.get(row["id"]),
        )
        for row in rows
    ]


def _edit(row: Mapping[Any, Any]) -> Edit:
    return edit_from_json({**row, "id": str(row["record_id"])})


def _message_to_json(message: Message) -> dict[str, Any]:
    return {
        "source": message.source,
        "values": {name: _value_to_json(value) for name, value in message.values.items()},
    }


def _value_to_json(value: object) -> Any:
    if isinstance(value, Message):
        return _message_to_json(value)
    return value if value is None or type(value) in (str, int, float, bool) else str(value)


def _message_from_json(held: Mapping[str, Any]) -> Message:
    values = held["values"].items()
    return Message(
        held["source"], {name: _message_from_json(v) if isinstance(v, dict) else v for name, v in values}
    )

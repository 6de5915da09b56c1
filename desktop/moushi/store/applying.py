"""Applying a proposal within a write transaction: all of it, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from moushi.changes.model import ChangeSet, Proposal, RefusedError, applied
from moushi.changes.rules import check
from moushi.changes.visit import comes_to_nothing, joined_edit, taken_back
from moushi.domain.record import Record, fields_of
from moushi.domain.snapshot import references_to
from moushi.domain.words import field_word, kind_word
from moushi.store import history
from moushi.store.derived import update_derived
from moushi.store.schema import TABLES
from moushi.store.snapshot import StoreSnapshot, chunks, targets

_Rows = Mapping[UUID, Record]


def apply_proposal(
    connection: Connection, proposal: Proposal, at: datetime, person: str, continues: UUID | None = None
) -> ChangeSet:
    """Write a proposal's records, history and derived rows; `ConflictError` or `RefusedError` refuses it.

    With `continues` a typed change is joined to that earlier one, if it is still the newest and of the same
    field: one visit to a field is one change. A field typed back to what it was is the undo of that change.
    """
    _refuse_unfit(proposal)
    begun = history.open_change(connection, continues) if continues else None
    joined = joined_edit(begun, proposal) if begun else None
    if begun and comes_to_nothing(begun, proposal):
        proposal, joined = taken_back(begun, proposal), None
    snapshot = StoreSnapshot(connection)
    before = _touched(proposal, snapshot)
    after = applied(before, proposal.edits)
    snapshot.load_ancestors([*before.values(), *after.values()])
    check(proposal.edits, snapshot, after)
    _refuse_undone(connection, proposal)
    _write(connection, before, after)
    _refuse_dangling(connection, snapshot, before, after)
    if begun and joined:
        change = history.rewrite_change(connection, begun, joined, at)
    else:
        change = history.write_change(connection, proposal, at, person)
    update_derived(connection, before, after)
    return change


def _refuse_unfit(proposal: Proposal) -> None:
    if not proposal.edits:
        raise RefusedError(
            "There is nothing to apply: no edit is left. Take at least one, or close the review."
        )
    if proposal.has_errors:
        raise RefusedError(
            "“{source}” has errors and was not applied. Mend them as its findings say and take it in again.",
            source=proposal.source.name,
        )


def _touched(proposal: Proposal, snapshot: StoreSnapshot) -> dict[UUID, Record]:
    ids: dict[type[Record], list[UUID]] = defaultdict(list)
    for edit in proposal.edits:
        ids[edit.kind].append(edit.id)
    found: dict[UUID, Record] = {}
    for kind, wanted in ids.items():
        snapshot.load(kind, wanted)
        found |= {i: record for i in wanted if (record := snapshot.get(kind, i)) is not None}
    return found


def _write(connection: Connection, before: _Rows, after: _Rows) -> None:
    """Write what differs: inserts, changed fields, deletes; references are checked at commit."""
    inserts: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
    updates: dict[tuple[type[Record], tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    for record_id, record in after.items():
        kind = type(record)
        held = before.get(record_id)
        if not isinstance(held, kind):
            inserts[kind].append({spec.name: getattr(record, spec.name) for spec in fields_of(kind)})
            continue
        names = (spec.name for spec in fields_of(kind))
        changed = {
            name: getattr(record, name) for name in names if getattr(record, name) != getattr(held, name)
        }
        if changed:
            updates[kind, tuple(changed)].append({"of_id": record_id, **changed})
    for kind, rows in inserts.items():
        connection.execute(insert(TABLES[kind]), rows)
    for (kind, names_changed), rows in updates.items():
        table = TABLES[kind]
        statement = update(table).where(table.c.id == bindparam("of_id"))
        connection.execute(statement.values({name: bindparam(name) for name in names_changed}), rows)
    for kind, ids in _deleted(before, after).items():
        for some in chunks(ids):
            connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.id.in_(some)))


def _deleted(before: _Rows, after: _Rows) -> dict[type[Record], list[UUID]]:
    deleted: dict[type[Record], list[UUID]] = defaultdict(list)
    for record_id, record in before.items():
        if not isinstance(after.get(record_id), type(record)):
            deleted[type(record)].append(record_id)
    return deleted


def _refuse_dangling(connection: Connection, snapshot: StoreSnapshot, before: _Rows, after: _Rows) -> None:
    """Refuse records that would point to nothing, by name; the database would only say that some do."""
    for record in after.values():
        for kind, field, target in targets(record):
            kept = target not in before and snapshot.get(kind, target) is not None
            if not kept and not isinstance(after.get(target), kind):
                raise RefusedError(
                    "{record}: its {field} is not there or would be deleted. Take what it points to as well.",
                    record=kind_word(type(record)),
                    field=field_word(type(record), field),
                )
    for kind, ids in _deleted(before, after).items():
        for child, field in references_to(kind.__name__):
            table = TABLES[child]
            for some in chunks(ids):
                left = select(table.c.id).where(table.c[field].in_(some)).limit(1)
                if connection.execute(left).first():
                    raise RefusedError(
                        "The {record} still has what hangs on it ({child}). Delete that together with it.",
                        record=kind_word(kind),
                        child=kind_word(child),
                    )


def _refuse_undone(connection: Connection, proposal: Proposal) -> None:
    if proposal.undoes is None:
        return
    taken_back = history.header(connection, proposal.undoes)
    if taken_back.undone_by is not None:
        raise RefusedError(
            "“{title}” is undone already; nothing is left to take back.", title=taken_back.title
        )

"""Deleting records of the register and the ledger with all that hangs on them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from moushi.changes.model import Delete, Edit, Proposal, Source
from moushi.desk.ledger import entry_title
from moushi.domain.record import Record
from moushi.domain.records import Activity
from moushi.domain.snapshot import Snapshot, dependents
from moushi.domain.words import kind_word
from moushi.errors import Message, say


def removal(snapshot: Snapshot, records: Sequence[Record]) -> Proposal | None:
    """The proposal that deletes records with all that hangs on them; None when there are none."""
    if not records:
        return None
    edits: dict[UUID, Edit] = {}
    for record in records:
        for hanging in dependents(snapshot, record):
            edits.setdefault(hanging.id, Delete(hanging))
        edits.setdefault(record.id, Delete(record))
    kind = kind_word(type(records[0]))
    if len(records) == 1:
        title = say("Deleted {record}: {name}", record=kind, name=_name(records[0]))
    else:
        title = say("Deleted {count} × {record}", count=len(records), record=kind)
    return Proposal(Source(""), title, tuple(edits.values()))


def _name(record: Record) -> Message | str:
    return entry_title(record) if isinstance(record, Activity) else getattr(record, "name", "")

"""What a review needs to know of the records: those that edits change, and what they stand under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from moushi.changes.model import Change, Edit, Insert
from moushi.domain.record import Record, field_of, fields_of
from moushi.domain.records import KINDS
from moushi.domain.snapshot import Snapshot

Context = Mapping[UUID, Record]
"""The records that a proposal's edits change, and all that they stand under or point to."""


def context_of(edits: Iterable[Edit], snapshot: Snapshot) -> Context:
    """What groups need to know of the records."""
    edits = tuple(edits)
    found: dict[UUID, Record] = {}
    waiting: list[Record] = []
    new = {edit.id for edit in edits if isinstance(edit, Insert)}  # the records do not have them yet
    for held in _changed(edits, snapshot):
        found[held.id] = held
        waiting.append(held)
    for edit in edits:
        if not isinstance(edit, Change):
            waiting.append(edit.record)
            continue
        target = field_of(edit.kind, edit.field).refers_to
        if target and isinstance(edit.new, UUID) and edit.new not in found:
            other = snapshot.get(KINDS[target], edit.new)
            if other is not None:
                found[other.id] = other
                waiting.append(other)
    references = {kind: _references(kind) for kind in KINDS.values()}
    while waiting:
        record = waiting.pop()
        for name, kind in references[type(record)]:
            target_id = getattr(record, name)
            if target_id is not None and target_id not in found and target_id not in new:
                other = snapshot.get(kind, target_id)
                if other is not None:
                    found[other.id] = other
                    waiting.append(other)
    return found


def _changed(edits: Iterable[Edit], snapshot: Snapshot) -> Iterator[Record]:
    """The records that edits change; those of a kind are read at once."""
    ids: dict[type[Record], dict[UUID, None]] = defaultdict(dict)
    for edit in edits:
        if isinstance(edit, Change):
            ids[edit.kind][edit.id] = None
    for kind, some in ids.items():
        yield from snapshot.among(kind, "id", some)


def _references(kind: type[Record]) -> tuple[tuple[str, type[Record]], ...]:
    """The fields that point to other records, and to which kinds."""
    return tuple((spec.name, KINDS[spec.refers_to]) for spec in fields_of(kind) if spec.refers_to)

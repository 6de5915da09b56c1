"""Proposals applied to records in memory."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from moushi.changes.model import ChangeSet, Proposal, applied
from moushi.domain.records import KINDS
from moushi.domain.snapshot import MemorySnapshot


def apply(snapshot: MemorySnapshot, proposal: Proposal) -> tuple[MemorySnapshot, ChangeSet]:
    """The records after a proposal, and the change that it was."""
    records = {record.id: record for kind in KINDS.values() for record in snapshot.where(kind)}
    after = applied(records, proposal.edits)
    at = datetime(2031, 1, 1, tzinfo=UTC)
    return MemorySnapshot(after.values()), ChangeSet(
        uuid4(), 1, at, proposal.source, proposal.title, proposal.edits
    )

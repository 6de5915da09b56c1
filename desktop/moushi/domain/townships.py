"""Townships by name: one that was renamed keeps its id, and so its chambers and members."""

from __future__ import annotations

from uuid import UUID

from moushi.domain.records import Township, normal_name, township_id
from moushi.domain.snapshot import Snapshot


def township_called(snapshot: Snapshot, federation: UUID, name: str) -> Township | None:
    """The federation's township of that name, else the one that had it first; None when there is neither.

    A list with the new name of a township finds it, and so does an older list with the old one.
    """
    wanted = normal_name(name)
    there = snapshot.where(Township, federation_id=federation)
    named = next((township for township in there if normal_name(township.name) == wanted), None)
    return named or snapshot.get(Township, township_id(federation, name))

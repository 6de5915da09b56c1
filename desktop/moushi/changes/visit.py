"""A visit to a field: what a person types in one is one change, however often it was kept meanwhile."""

from __future__ import annotations

from dataclasses import replace

from moushi.changes.model import Change, ChangeSet, Proposal
from moushi.errors import say


def joined_edit(begun: ChangeSet, further: Proposal) -> Change | None:
    """The one edit that a visit's change and what was typed further come to; None when they do not join."""
    if begun.undoes is not None or further.undoes is not None:
        return None
    match (begun.edits, further.edits):
        case ((Change() as first,), (Change() as then,)) if (first.kind, first.id, first.field) == (
            then.kind,
            then.id,
            then.field,
        ) and first.new == then.old:
            return replace(first, new=then.new)
        case _:
            return None


def taken_back(begun: ChangeSet, further: Proposal) -> Proposal:
    """A field typed back to what it was before the visit: the undo of the visit's change."""
    return replace(further, title=say("Undo: {title}", title=begun.title), undoes=begun.id)

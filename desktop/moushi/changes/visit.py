"""A visit to a field: what a person types in one is one change, however often it was kept meanwhile."""

from __future__ import annotations

from dataclasses import replace

from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert, Proposal
from moushi.domain.record import with_field
from moushi.errors import say


def joined_edit(begun: ChangeSet, further: Proposal) -> Edit | None:
    """The one edit that a visit's change and what was typed further come to; None when they do not join.

    A field changed again is one change from the first value to the last; a field of a record that the visit
    has just made is part of making it.
    """
    if begun.undoes is not None or further.undoes is not None:
        return None
    match (begun.edits, further.edits):
        case ((Change() as first,), (Change() as then,)) if (first.kind, first.id, first.field) == (
            then.kind,
            then.id,
            then.field,
        ) and first.new == then.old:
            return replace(first, new=then.new)
        case ((Insert(record),), (Change(kind, record_id, name, old, new),)) if (
            type(record) is kind and record.id == record_id and getattr(record, name) == old
        ):
            return Insert(with_field(record, name, new))
        case _:
            return None


def comes_to_nothing(begun: ChangeSet, further: Proposal) -> bool:
    """Whether what was typed further takes the visit's change back: the old text again, the record gone."""
    match joined_edit(begun, further):
        case Change(_, _, _, old, new):
            return old == new
        case None if begun.undoes is None and further.undoes is None:
            match (begun.edits, further.edits):
                case ((Insert(made),), (Delete(gone),)):
                    return made == gone
    return False


def taken_back(begun: ChangeSet, further: Proposal) -> Proposal:
    """What comes to nothing as the undo of the visit's change."""
    return replace(further, title=say("Undo: {title}", title=begun.title), undoes=begun.id)

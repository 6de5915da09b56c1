"""Undo: the inverse proposal of a change, with what later changes stand on left out and named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert, Proposal, Source, inverse
from moushi.changes.review import Review
from moushi.domain.record import pointers
from moushi.errors import say


@dataclass(frozen=True, slots=True)
class UndoReview:
    """The undo of a change as a review, and the later changes because of which some edits are off."""

    review: Review
    because_of: tuple[ChangeSet, ...]

    @property
    def applies_at_once(self) -> bool:
        """Whether nothing later stands in the way."""
        return not self.because_of


def undo(change: ChangeSet, later: Sequence[ChangeSet], person: str = "") -> UndoReview:
    """The undo of `change`, given the changes made after it (edits included, oldest first).

    Pairs of a later change and its undo cancel out and do not stand in the way.
    """
    title = say("Undo: {title}", title=change.title)
    if change.undoes is not None:
        title = say("Redo: {title}", title=change.title.values.get("title", change.title))
    proposal = Proposal(
        Source(change.source.name, change.source.sha256, person), title, inverse(change.edits), (), change.id
    )
    review = Review(proposal)
    blocking: list[ChangeSet] = []
    in_force = standing(later)
    for other in in_force:
        blocked = [n for n, edit in enumerate(proposal.edits) if any(_blocks(e, edit) for e in other.edits)]
        if blocked:
            blocking.append(other)
        for position in blocked:
            review = review.reject(position)
    return UndoReview(review, tuple(blocking))


def standing(changes: Iterable[ChangeSet]) -> list[ChangeSet]:
    """The changes that are in force: without those undone, nor the undos themselves (a redo revives)."""
    kept: dict[UUID, ChangeSet] = {}
    for change in changes:
        if change.undoes in kept:
            del kept[change.undoes]
        else:
            kept[change.id] = change
    return list(kept.values())


def _blocks(later: Edit, taken_back: Edit) -> bool:
    """Whether a later edit stands on what an inverse edit would take away."""
    match taken_back:
        case Change(_, record_id, name, _, _):
            same_field = isinstance(later, Change) and later.id == record_id and later.field == name
            return same_field or (isinstance(later, Delete) and later.id == record_id)
        case Delete(record):  # it was inserted: anything later that touches it or hangs on it
            return later.id == record.id or record.id in _pointed_to(later)
        case Insert(record):  # it was deleted: what it points to must still be there
            gone = isinstance(later, Delete) and later.id in _pointed_to(taken_back)
            return later.id == record.id or gone


def _pointed_to(edit: Edit) -> set[UUID]:
    match edit:
        case Insert(record) | Delete(record):
            return pointers(record)
        case Change(_, _, _, _, new):
            return {new} if isinstance(new, UUID) else set()

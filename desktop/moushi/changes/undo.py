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
    named = change.title if change.undoes is None else change.title.values.get("title", change.title)
    title = say("Undo: {title}", title=named)
    if change.undoes is not None and change.title.source == title.source:
        title = say("Redo: {title}", title=named)
    proposal = Proposal(
        Source(change.source.name, change.source.sha256, person), title, inverse(change.edits), (), change.id
    )
    blocking: list[ChangeSet] = []
    off: set[int] = set()
    for other in standing(later):
        footprint = _Footprint(other.edits)
        blocked = {n for n, edit in enumerate(proposal.edits) if footprint.blocks(edit)}
        if blocked:
            blocking.append(other)
            off |= blocked
    return UndoReview(Review(proposal).reject(*off), tuple(blocking))


def standing(changes: Iterable[ChangeSet]) -> list[ChangeSet]:
    """The changes that are in force: without those undone, nor the undos themselves (a redo revives).

    Of a change undone only in part, and of that undo, both stay: each still holds some of the records.
    """
    kept: dict[UUID, ChangeSet] = {}
    stands_for: dict[UUID, UUID] = {}  # a redo, for the change that it revived
    took_back: dict[UUID, ChangeSet] = {}  # by an undo, the change that is not in force because of it
    for change in changes:
        target = change.undoes and stands_for.get(change.undoes, change.undoes)
        if target in kept and change.edits == inverse(kept[target].edits):
            took_back[change.id] = kept.pop(target)
        elif target in took_back and change.edits == took_back[target].edits:
            revived = took_back.pop(target)
            kept[revived.id] = revived
            stands_for[change.id] = revived.id
        else:
            kept[change.id] = change
    return list(kept.values())


class _Footprint:
    """What edits leave behind that the inverse of an earlier edit could step on."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._touched: set[UUID] = set()
        self._deleted: set[UUID] = set()
        self._pointed_to: set[UUID] = set()
        self._fields: set[tuple[UUID, str]] = set()
        for edit in edits:
            self._touched.add(edit.id)
            self._pointed_to |= _pointed_to(edit)
            if isinstance(edit, Delete):
                self._deleted.add(edit.id)
            if isinstance(edit, Change):
                self._fields.add((edit.id, edit.field))

    def blocks(self, taken_back: Edit) -> bool:
        """Whether an edit stands on what an inverse edit would take away, or took away what that needs."""
        needed_is_gone = not self._deleted.isdisjoint(_pointed_to(taken_back))
        match taken_back:
            case Change(_, record_id, name, _, _):
                return (record_id, name) in self._fields or record_id in self._deleted or needed_is_gone
            case Delete(record):  # it was inserted: anything later that touches it or hangs on it
                return record.id in self._touched or record.id in self._pointed_to
            case Insert(record):  # it was deleted: what it points to must still be there
                return record.id in self._touched or needed_is_gone


def _pointed_to(edit: Edit) -> set[UUID]:
    match edit:
        case Insert(record) | Delete(record):
            return pointers(record)
        case Change(_, _, _, _, new):
            return {new} if isinstance(new, UUID) else set()

"""Review: which edits of a proposal are taken; what depends on a rejected edit is rejected with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal
from moushi.domain.record import field_of, pointers


@dataclass(frozen=True)
class Review:
    """A proposal and the positions of the edits that are rejected."""

    proposal: Proposal
    rejected: frozenset[int] = frozenset()

    def reject(self, position: int) -> Review:
        """Without that edit, nor any that depends on it."""
        return replace(self, rejected=self.rejected | self._closure({position}, self._dependents))

    def accept(self, position: int) -> Review:
        """With that edit, and all that it depends on."""
        return replace(self, rejected=self.rejected - self._closure({position}, self._needs))

    @property
    def accepted(self) -> Proposal:
        """The proposal of the edits that are taken, in their order."""
        kept = (edit for position, edit in enumerate(self.proposal.edits) if position not in self.rejected)
        return replace(self.proposal, edits=tuple(kept))

    @cached_property
    def _needs(self) -> dict[int, set[int]]:
        """For each edit the edits without which it cannot be applied."""
        inserted = {e.id: n for n, e in enumerate(self.proposal.edits) if isinstance(e, Insert)}
        deleted = {e.id: n for n, e in enumerate(self.proposal.edits) if isinstance(e, Delete)}
        needs: dict[int, set[int]] = {n: set() for n in range(len(self.proposal.edits))}
        for position, edit in enumerate(self.proposal.edits):
            for target in _points_to(edit):
                if target in inserted and not isinstance(edit, Delete):
                    needs[position].add(inserted[target])
            # a record can only go when those that point to it go, or point elsewhere
            for target in _leaves(edit):
                if target in deleted:
                    needs[deleted[target]].add(position)
        for position, needed in needs.items():
            needed.discard(position)
        return needs

    @cached_property
    def _dependents(self) -> dict[int, set[int]]:
        dependents: dict[int, set[int]] = {n: set() for n in range(len(self.proposal.edits))}
        for position, needed in self._needs.items():
            for other in needed:
                dependents[other].add(position)
        return dependents

    @staticmethod
    def _closure(positions: set[int], links: dict[int, set[int]]) -> set[int]:
        reached: set[int] = set()
        waiting = set(positions)
        while waiting:
            position = waiting.pop()
            reached.add(position)
            waiting |= links[position] - reached
        return reached


def _points_to(edit: Edit) -> set[UUID]:
    """The ids that the edited record points to afterwards, and for a change the record itself."""
    match edit:
        case Insert(record) | Delete(record):
            return pointers(record)
        case Change(kind, record_id, name, _, new):
            return {record_id} | (_ids(new) if field_of(kind, name).refers_to else set())


def _leaves(edit: Edit) -> set[UUID]:
    """The ids that the edited record no longer points to afterwards."""
    match edit:
        case Delete(record):
            return pointers(record)
        case Change(kind, _, name, old, _) if field_of(kind, name).refers_to:
            return _ids(old)
        case _:
            return set()


def _ids(value: object) -> set[UUID]:
    return {value} if isinstance(value, UUID) else set()

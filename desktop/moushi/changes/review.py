"""Review: which edits of a proposal are taken; what depends on a rejected edit is rejected with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal
from moushi.domain.record import field_of, pointers

Links = Mapping[int, Set[int]]
"""For each position the positions that it is linked to."""


@dataclass(frozen=True)
class Review:
    """A proposal and the positions of the edits that are rejected; those `barred` cannot be taken."""

    proposal: Proposal
    rejected: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()

    def reject(self, *positions: int) -> Review:
        """Without those edits, nor any that depends on them."""
        return self._with(self.rejected | _closure(positions, self._dependents))

    def accept(self, *positions: int) -> Review:
        """With those edits, and all that they depend on; what needs a barred one stays out."""
        wanted = set(positions) - self.out_of_reach
        return self._with(self.rejected - _closure(wanted, self._needs))

    def of(self, proposal: Proposal) -> Review:
        """The same choice in a proposal whose first edits are these, perhaps in other words."""
        count = len(proposal.edits)
        other = Review(proposal, barred=frozenset(n for n in self.barred if n < count))
        return other.reject(*other.barred, *(n for n in self.rejected if n < count))

    @property
    def accepted(self) -> Proposal:
        """The proposal of the edits that are taken, in their order."""
        kept = (edit for position, edit in enumerate(self.proposal.edits) if position not in self.rejected)
        return replace(self.proposal, edits=tuple(kept))

    def _with(self, rejected: frozenset[int]) -> Review:
        """Another choice; what depends on what stays known, since a person chooses many times."""
        other = replace(self, rejected=rejected)
        for name in ("_needs", "_dependents", "out_of_reach"):
            if name in self.__dict__:
                other.__dict__[name] = self.__dict__[name]
        return other

    @cached_property
    def out_of_reach(self) -> frozenset[int]:
        """The positions of the edits that cannot be taken: the barred ones and what needs them."""
        return _closure(self.barred, self._dependents)

    @cached_property
    def _needs(self) -> Links:
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
        for earlier, later in _in_turn(self.proposal.edits):
            needs[later].add(earlier)
        for position, needed in needs.items():
            needed.discard(position)
        return needs

    @cached_property
    def _dependents(self) -> Links:
        dependents: dict[int, set[int]] = {n: set() for n in range(len(self.proposal.edits))}
        for position, needed in self._needs.items():
            for other in needed:
                dependents[other].add(position)
        return dependents


def _closure(positions: Iterable[int], links: Links) -> frozenset[int]:
    """Those positions and all that is reached from them."""
    reached = set(positions)
    waiting = list(reached)
    while waiting:
        found = links[waiting.pop()] - reached
        reached |= found
        waiting += found
    return frozenset(reached)


def _in_turn(edits: Iterable[Edit]) -> Iterator[tuple[int, int]]:
    """Positions of edits of one record of which the later presupposes the earlier."""
    of_record: dict[UUID, list[tuple[int, Edit]]] = defaultdict(list)
    for position, edit in enumerate(edits):
        for earlier, other in of_record[edit.id]:
            if not (isinstance(edit, Change) and isinstance(other, Change) and edit.field != other.field):
                yield earlier, position
        of_record[edit.id].append((position, edit))


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

"""The plan as an outline: federation ▸ passage or theme ▸ item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from moushi.changes.model import ChangeSet
from moushi.desk.planning import parts_of
from moushi.desk.scope import federations
from moushi.domain.record import Record
from moushi.domain.records import Federation, Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import Snapshot

_SHOWN = frozenset({Federation, Passage, Plan, PlanItem, Theme})


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the outline: a plan, a passage, a theme (its title may be empty) or an item."""

    kind: type[Record]
    id: UUID
    title: str
    children: tuple[Node, ...] = ()


def outline(snapshot: Snapshot, year: int, federation: UUID | None = None) -> tuple[Node, ...]:
    """The plans of a year, of one federation or of all, with their passages, themes and items in order."""
    return tuple(
        Node(Plan, plan.id, holder.name, tuple(_parts(snapshot, plan)))
        for holder in federations(snapshot)
        if federation in (None, holder.id)
        for plan in snapshot.where(Plan, year=year, federation_id=holder.id)
    )


def concerns(change: ChangeSet) -> bool:
    """Whether a change may show in the outline."""
    return any(edit.kind in _SHOWN for edit in change.edits)


def _parts(snapshot: Snapshot, plan: Plan) -> Iterator[Node]:
    for part in parts_of(snapshot, plan):
        if isinstance(part, Passage):
            yield Node(Passage, part.id, part.text)
            continue
        items = snapshot.where(PlanItem, theme_id=part.id)
        children = tuple(Node(PlanItem, item.id, item.short_title or item.text) for item in items)
        yield Node(Theme, part.id, part.label or part.lead, children)

"""The records that a year's progress sheets are made of, read once and renewed item by item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar
from uuid import UUID

from moushi.changes.model import Change, ChangeSet, Edit
from moushi.domain.record import Record
from moushi.domain.records import (
    Federation,
    ItemUnit,
    Measure,
    Milestone,
    Plan,
    PlanItem,
    Progress,
    Theme,
)
from moushi.domain.snapshot import Snapshot

_Part = TypeVar("_Part", ItemUnit, Milestone, Measure, Progress)
_PARTS = (ItemUnit, Milestone, Measure, Progress)
_FRAME = frozenset({Federation, Plan, Theme, PlanItem})
_PLACES = frozenset({"rank", "theme_id", "item_id"})  # a change of these moves a row
_MANY = 40  # touched items beyond which reading all at once is quicker


@dataclass(frozen=True, slots=True)
class Held:
    """A plan item and what hangs on it, each kind in order."""

    item: PlanItem
    units: tuple[ItemUnit, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    measures: tuple[Measure, ...] = ()
    progress: tuple[Progress, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The plans of a year in order, their themes in order, and the items of each theme in order, by ids."""

    year: int
    plans: tuple[Plan, ...] = ()
    owners: Mapping[UUID, Federation] = field(default_factory=dict)  # by the plan's id
    themes: Mapping[UUID, tuple[Theme, ...]] = field(default_factory=dict)  # by the plan's id
    order: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)  # the items' ids, by the theme's
    items: Mapping[UUID, Held] = field(default_factory=dict)

    def held(self, item_id: UUID) -> Held | None:
        """An item of these plans with what hangs on it."""
        return self.items.get(item_id)

    def item_of(self, kind: type[Record], record_id: UUID) -> UUID | None:
        """The item that a record of these plans belongs to; None when it is none of them."""
        if kind is PlanItem:
            return record_id if self.held(record_id) else None
        for item_id, held in self.items.items():
            if any(part.id == record_id for part in _parts(held, kind)):
                return item_id
        return None


def read_book(snapshot: Snapshot, year: int, federations: Sequence[UUID]) -> Book:
    """The year's plans of these federations, in the order given; each kind is read once."""
    place = {federation_id: n for n, federation_id in enumerate(federations)}
    found = [plan for plan in snapshot.where(Plan, year=year) if plan.federation_id in place]
    plans = tuple(sorted(found, key=lambda plan: place[plan.federation_id]))
    owners = {p.id: owner for p in plans if (owner := snapshot.get(Federation, p.federation_id))}
    themes = {plan.id: snapshot.where(Theme, plan_id=plan.id) for plan in plans}
    items = {
        theme.id: snapshot.where(PlanItem, theme_id=theme.id) for some in themes.values() for theme in some
    }
    units, milestones = _by_item(snapshot.where(ItemUnit)), _by_item(snapshot.where(Milestone))
    measures, progress = _by_item(snapshot.where(Measure)), _by_item(snapshot.where(Progress))
    return Book(
        year,
        plans,
        owners,
        themes,
        {theme_id: tuple(item.id for item in some) for theme_id, some in items.items()},
        {
            item.id: Held(
                item,
                tuple(units.get(item.id, ())),
                tuple(milestones.get(item.id, ())),
                tuple(measures.get(item.id, ())),
                tuple(progress.get(item.id, ())),
            )
            for some in items.values()
            for item in some
        },
    )


def touched(book: Book, change: ChangeSet) -> frozenset[UUID] | None:
    """The items of the book that a change touches; None when the book has to be read anew."""
    ids: set[UUID] = set()
    for edit in change.edits:
        if edit.kind in _PARTS or (edit.kind is PlanItem and isinstance(edit, Change)):
            if isinstance(edit, Change) and edit.field in _PLACES:
                return None
            item_id = _item_of(book, edit)
            ids |= {item_id} if item_id else set()
        elif edit.kind in _FRAME:
            return None
    return None if len(ids) > _MANY else frozenset(ids)


def renewed(book: Book, snapshot: Snapshot, ids: Iterable[UUID]) -> Book:
    """The book with these items read anew; those that are gone keep what they had."""
    items = dict(book.items)
    for item_id in ids:
        item = snapshot.get(PlanItem, item_id)
        if item is not None and item_id in items:
            items[item_id] = Held(
                item,
                snapshot.where(ItemUnit, item_id=item_id),
                snapshot.where(Milestone, item_id=item_id),
                snapshot.where(Measure, item_id=item_id),
                snapshot.where(Progress, item_id=item_id),
            )
    return replace(book, items=items)


def _item_of(book: Book, edit: Edit) -> UUID | None:
    if isinstance(edit, Change):
        return book.item_of(edit.kind, edit.id)
    item_id = getattr(edit.record, "item_id", None)
    return item_id if isinstance(item_id, UUID) and book.held(item_id) else None


def _parts(held: Held, kind: type[Record]) -> tuple[Record, ...]:
    by_kind: dict[type[Record], tuple[Record, ...]] = {
        ItemUnit: held.units,
        Milestone: held.milestones,
        Measure: held.measures,
        Progress: held.progress,
    }
    return by_kind.get(kind, ())


def _by_item(records: Iterable[_Part]) -> dict[UUID, list[_Part]]:
    found: dict[UUID, list[_Part]] = defaultdict(list)
    for record in records:
        found[record.item_id].append(record)
    return found

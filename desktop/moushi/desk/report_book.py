"""The records that a year's progress sheets are made of, read once and renewed item by item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from moushi.changes.model import Change, ChangeSet, Edit
from moushi.compile.chambers import Chambers
from moushi.domain.chamber_reports import Answers, answers
from moushi.domain.counting import counted_reports, is_counted
from moushi.domain.counting_rules import rules_reading
from moushi.domain.kinds import CountRule, MeasureSource
from moushi.domain.period import Period
from moushi.domain.record import Record
from moushi.domain.records import (
    Chamber,
    Federation,
    ItemUnit,
    Measure,
    MeasureChamber,
    Milestone,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
)
from moushi.domain.snapshot import Count, Snapshot

_Part = TypeVar("_Part", ItemUnit, Milestone, Measure, Progress)
_PARTS = (ItemUnit, Milestone, Measure, Progress, SubMeasure, MeasureChamber)
_FRAME = frozenset({Federation, Plan, Theme, PlanItem})
_PLACES = frozenset({"rank", "theme_id", "item_id", "measure_id"})  # a change of these moves a row
_MANY = 40  # touched items beyond which reading all at once is quicker


@dataclass(frozen=True, slots=True)
class Held:
    """A plan item and what hangs on it, each kind in order; `counts` of what counts itself.

    `progress` are the office's own reports and `returned` the chambers'; `told` are those as they count
    (`domain.chamber_reports`). `chambers`, by name, and those that measures name (by the measure's id) are
    there only of items of which chambers are asked or report.
    """

    item: PlanItem
    units: tuple[ItemUnit, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    measures: tuple[Measure, ...] = ()
    progress: tuple[Progress, ...] = ()
    parts: tuple[SubMeasure, ...] = ()
    counts: tuple[Count, ...] = ()
    returned: tuple[Progress, ...] = ()
    told: tuple[Progress, ...] = ()
    chambers: tuple[Chamber, ...] = ()
    named: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)

    @property
    def reports(self) -> tuple[Progress, ...]:
        """All reports as they count, what chambers report among them."""
        return (*self.progress, *self.told) if self.told else self.progress

    def answers(self, measure: Measure, period: Period, part: SubMeasure | None = None) -> Answers:
        """What chambers say of one of its measures, or of a part of it, in a period."""
        if not self.chambers:
            return Answers()
        every = (*self.progress, *self.returned)
        named = self.named.get(measure.id, frozenset())
        return answers(measure, part.id if part else None, every, self.chambers, named, period)

    def parts_of(self, measure: Measure) -> tuple[SubMeasure, ...]:
        """The parts of one of its measures."""
        return tuple(part for part in self.parts if part.measure_id == measure.id)

    def counted(self, measure: Measure, as_of: date) -> tuple[Measure, tuple[Progress, ...]]:
        """A measure with what it is counted against, and all reports with what it and its parts count."""
        if not self.counts:
            return measure, self.reports
        own = {measure.id, *(part.id for part in self.parts_of(measure))}
        counts = [count for count in self.counts if count.subject in own]
        return counted_reports(measure, self.reports, counts, as_of)

    def counts_by(self, rules: frozenset[CountRule]) -> bool:
        """Whether one of its measures or their parts counts itself by one of these rules."""
        held = {measure.id: measure for measure in self.measures}
        subjects: list[Measure | SubMeasure] = [*self.measures, *self.parts]
        return any(
            subject.rule in rules
            and is_counted(subject, held.get(getattr(subject, "measure_id", subject.id)))
            for subject in subjects
        )


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
    parts: dict[UUID, list[SubMeasure]] = defaultdict(list)
    for part in snapshot.where(SubMeasure):
        parts[part.measure_id].append(part)
    owner_of = {theme.id: plan.federation_id for plan in plans for theme in themes[plan.id]}
    asking = Chambers(snapshot)
    return Book(
        year,
        plans,
        owners,
        themes,
        {theme_id: tuple(item.id for item in some) for theme_id, some in items.items()},
        {
            item.id: _held(
                asking,
                owner_of[item.theme_id],
                Held(
                    item,
                    tuple(units.get(item.id, ())),
                    tuple(milestones.get(item.id, ())),
                    tuple(measures.get(item.id, ())),
                    tuple(progress.get(item.id, ())),
                    tuple(part for measure in measures.get(item.id, ()) for part in parts[measure.id]),
                ),
            )
            for some in items.values()
            for item in some
        },
    )


def touched(book: Book, change: ChangeSet) -> frozenset[UUID] | None:
    """The items of the book that a change touches; None when the book has to be read anew."""
    ids: set[UUID] = set()
    rules: set[CountRule] = set()
    for edit in change.edits:
        moves = isinstance(edit, Change) and edit.field in _PLACES
        if edit.kind is Chamber:  # its name and its days; what is counted of it follows below
            ids |= {item_id for item_id, held in book.items.items() if held.chambers}
        if edit.kind in _PARTS or (edit.kind is PlanItem and isinstance(edit, Change)):
            if moves or (edit.kind is MeasureChamber and isinstance(edit, Change)):
                return None
            item_id = _item_of(book, edit)
            ids |= {item_id} if item_id else set()
        elif edit.kind in _FRAME:
            return None
        else:
            rules |= rules_reading(edit.kind, edit.field if isinstance(edit, Change) else None)
    if rules:
        ids |= {item_id for item_id, held in book.items.items() if held.counts_by(frozenset(rules))}
    return None if len(ids) > _MANY else frozenset(ids)


def renewed(book: Book, snapshot: Snapshot, ids: Iterable[UUID]) -> Book:
    """The book with these items read anew; those that are gone keep what they had."""
    items = dict(book.items)
    asking = Chambers(snapshot)
    owners = {theme.id: plan.federation_id for plan in book.plans for theme in book.themes[plan.id]}
    for item_id in ids:
        item = snapshot.get(PlanItem, item_id)
        if item is not None and item_id in items:
            measures = snapshot.where(Measure, item_id=item_id)
            held = Held(
                item,
                snapshot.where(ItemUnit, item_id=item_id),
                snapshot.where(Milestone, item_id=item_id),
                measures,
                snapshot.where(Progress, item_id=item_id),
                tuple(part for m in measures for part in snapshot.where(SubMeasure, measure_id=m.id)),
            )
            items[item_id] = _held(asking, owners[item.theme_id], held)
    return replace(book, items=items)


def _held(asking: Chambers, federation_id: UUID, held: Held) -> Held:
    """An item with the counts of what counts itself, and with what its chambers say."""
    by_id = {measure.id: measure for measure in held.measures}
    counting = [measure.id for measure in held.measures if is_counted(measure)]
    counting += [part.id for part in held.parts if is_counted(part, by_id[part.measure_id])]
    if counting:
        counts = tuple(count for each in counting for count in asking.snapshot.counts(each))
        held = replace(held, counts=counts)
    returned = tuple(report for report in held.progress if report.chamber_id is not None)
    if not returned and all(measure.source is not MeasureSource.RETURNS for measure in held.measures):
        return held
    chambers = asking.of(federation_id)
    counting_in = asking.counted_in(federation_id, held.measures, held.progress)
    return replace(
        held,
        progress=tuple(report for report in held.progress if report.chamber_id is None),
        returned=returned,
        told=tuple(report for report in counting_in if report.chamber_id is not None),
        chambers=chambers,
        named={m.id: asking.named[m.id] for m in held.measures if m.id in asking.named},
    )


def _item_of(book: Book, edit: Edit) -> UUID | None:
    if isinstance(edit, Change):
        return book.item_of(edit.kind, edit.id)
    if isinstance(edit.record, SubMeasure | MeasureChamber):
        return book.item_of(Measure, edit.record.measure_id)
    item_id = getattr(edit.record, "item_id", None)
    return item_id if isinstance(item_id, UUID) and book.held(item_id) else None


def _parts(held: Held, kind: type[Record]) -> tuple[Record, ...]:
    by_kind: dict[type[Record], tuple[Record, ...]] = {
        ItemUnit: held.units,
        Milestone: held.milestones,
        Measure: held.measures,
        Progress: (*held.progress, *held.returned),
        SubMeasure: held.parts,
    }
    return by_kind.get(kind, ())


def _by_item(records: Iterable[_Part]) -> dict[UUID, list[_Part]]:
    found: dict[UUID, list[_Part]] = defaultdict(list)
    for record in records:
        found[record.item_id].append(record)
    return found

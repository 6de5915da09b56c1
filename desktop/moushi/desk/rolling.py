"""Rolling over: an unfinished item goes on in next year's plan, linked with the one it continues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID, uuid4

from moushi.changes.model import Edit, Insert, Proposal
from moushi.desk.item_state import standings
from moushi.desk.planning import parts_of, plan_of, proposed, telling
from moushi.domain.chamber_reports import with_chambers
from moushi.domain.counting import counted_reports, tally
from moushi.domain.kinds import CountRule, Direction, MeasureKind, PlanState, State
from moushi.domain.period import Period
from moushi.domain.progress import cumulative_of, standing
from moushi.domain.rank import between
from moushi.domain.record import Record
from moushi.domain.records import (
    Continuation,
    ItemProgramme,
    ItemUnit,
    Measure,
    MeasureChamber,
    Milestone,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
    normal_name,
    plan_id,
)
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import years_later
from moushi.errors import Message, MoushiError, say

_ENDED = (State.DONE, State.CANCELLED)


class Goals(Enum):
    """With which goals an item goes on: what is left of them, or the same once more."""

    REMAINING = "remaining"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Link:
    """The item that another continues, or that continues it: its year, its number in the plan, its words."""

    id: UUID
    year: int
    number: int
    text: str
    is_before: bool

    @property
    def words(self) -> Message:
        """Where it stands, in words."""
        if self.is_before:
            return say(
                "Continues {year}, item {number}: {text}", year=self.year, number=self.number, text=self.text
            )
        return say(
            "Carried on in {year}, item {number}: {text}", year=self.year, number=self.number, text=self.text
        )


def roll_over(
    snapshot: Snapshot, item: PlanItem, goals: Goals = Goals.REMAINING, theme: Theme | None = None
) -> Proposal:
    """An item carried into next year's plan, as one change; that plan is made if it is not there.

    It goes to the end of the `theme`, else of the one with the same label or lead, else of a theme made like
    its own. Text, units, leader, programmes, steps that are not done and measures go along, days a year on.

    Raises:
        MoushiError: that plan is closed, or the item goes on in it already.
    """
    plan = _plan_of(snapshot, item)
    edits, target = _target(snapshot, plan)
    if any(not link.is_before and link.year == target.year for link in links(snapshot, item)):
        raise MoushiError(
            "“{text}” goes on in the plan of {year} already. Go to it there.",
            text=telling(item),
            year=target.year,
        )
    home = theme or _theme_like(snapshot, item, target)
    if home is None:
        home = _new_theme(snapshot, item, target)
        edits.append(Insert(home))
    last = max((each.rank for each in snapshot.where(PlanItem, theme_id=home.id)), default="") or None
    new = replace(
        item,
        id=uuid4(),
        theme_id=home.id,
        rank=between(last, None),
        due_on=moved(item.due_on, 1),
        done_on=None,
        state_override=None,
        override_reason="",
    )
    edits += map(Insert, (new, *_parts(snapshot, item, new, plan, goals)))
    edits.append(Insert(Continuation(id=uuid4(), item_id=new.id, continued_id=item.id)))
    title = say("Carried “{text}” over to {year}", text=telling(item), year=target.year)
    return proposed(title, edits)


def rolled(proposal: Proposal) -> UUID:
    """The id of the item that a roll-over makes."""
    return next(
        edit.id for edit in proposal.edits if isinstance(edit, Insert) and isinstance(edit.record, PlanItem)
    )


def is_open(snapshot: Snapshot, item: PlanItem, today: date) -> bool:
    """Whether an item is unfinished, and goes on in no other plan yet."""
    plan = plan_of(snapshot, item)
    if plan is None or any(not link.is_before for link in links(snapshot, item)):
        return False
    found = standings(snapshot, item, plan.year, today)
    return any(each.state not in _ENDED for each in found)


def themes_for(snapshot: Snapshot, item: PlanItem) -> tuple[tuple[Theme, ...], Theme | None]:
    """The themes of next year's plan, and the one that is like the item's own (None: it would be made)."""
    plan = plan_of(snapshot, item)
    target = snapshot.get(Plan, plan_id(plan.federation_id, plan.year + 1)) if plan else None
    if target is None:
        return (), None
    return snapshot.where(Theme, plan_id=target.id), _theme_like(snapshot, item, target)


def links(snapshot: Snapshot, item: PlanItem) -> tuple[Link, ...]:
    """The items that an item continues, then those that continue it, by year."""
    before = [each.continued_id for each in snapshot.where(Continuation, item_id=item.id)]
    after = [each.item_id for each in snapshot.where(Continuation, continued_id=item.id)]
    found = [
        link
        for ids, is_before in ((before, True), (after, False))
        for each in ids
        if (link := _link(snapshot, each, is_before=is_before))
    ]
    return tuple(sorted(found, key=lambda link: (not link.is_before, link.year, link.number)))


def number_in_plan(snapshot: Snapshot, item: PlanItem) -> int:
    """The place of an item among all of its plan, from 1; 0 of one that is in no plan."""
    plan = plan_of(snapshot, item)
    ids = [
        each.id
        for part in (parts_of(snapshot, plan) if plan else ())
        if isinstance(part, Theme)
        for each in snapshot.where(PlanItem, theme_id=part.id)
    ]
    return ids.index(item.id) + 1 if item.id in ids else 0


def moved(day: date | None, years: int) -> date | None:
    """A day some years on, as far as the calendar goes."""
    if day is None:
        return None
    return years_later(day, min(max(years, date.min.year - day.year), date.max.year - day.year))


def _link(snapshot: Snapshot, item_id: UUID, *, is_before: bool) -> Link | None:
    item = snapshot.get(PlanItem, item_id)
    plan = plan_of(snapshot, item)
    if item is None or plan is None:
        return None
    return Link(item.id, plan.year, number_in_plan(snapshot, item), telling(item, 40), is_before)


def _plan_of(snapshot: Snapshot, item: PlanItem) -> Plan:
    plan = plan_of(snapshot, item)
    if plan is None:
        raise MoushiError("The plan is gone. Choose another place and try again.")
    return plan


def _target(snapshot: Snapshot, plan: Plan) -> tuple[list[Edit], Plan]:
    """Next year's plan, and what makes it where it is not there; `MoushiError` when it is closed."""
    held = snapshot.get(Plan, plan_id(plan.federation_id, plan.year + 1))
    if held is None:
        from moushi.desk.beginning import new_plan  # brings much that a first look can do without

        made = new_plan(snapshot, plan.federation_id, plan.year + 1)
        return list(made.edits), next(
            edit.record for edit in made.edits if isinstance(edit, Insert) and isinstance(edit.record, Plan)
        )
    if held.state is PlanState.CLOSED:
        raise MoushiError(
            "The plan of {year} “{heading}” is closed. Open it again before changing it.",
            year=held.year,
            heading=held.heading,
        )
    return [], held


def _theme_like(snapshot: Snapshot, item: PlanItem, plan: Plan) -> Theme | None:
    """The theme of a plan with the label of the item's own, else with its lead."""
    own = snapshot.get(Theme, item.theme_id)
    themes = snapshot.where(Theme, plan_id=plan.id)
    for name in ("label", "lead"):
        wanted = normal_name(getattr(own, name, ""))
        for theme in themes:
            if wanted and normal_name(getattr(theme, name)) == wanted:
                return theme
    return None


def _new_theme(snapshot: Snapshot, item: PlanItem, plan: Plan) -> Theme:
    """A theme like the item's own, at the end of a plan."""
    own = snapshot.get(Theme, item.theme_id)
    last = max((part.rank for part in parts_of(snapshot, plan)), default="") or None
    rank = between(last, None)
    lead, label = (own.lead, own.label) if own else ("", "")
    return Theme(id=uuid4(), plan_id=plan.id, rank=rank, lead=lead, label=label)


def _parts(snapshot: Snapshot, item: PlanItem, new: PlanItem, plan: Plan, goals: Goals) -> Iterator[Record]:
    """What hangs on an item as what hangs on the one that continues it, each after what it hangs on."""
    for unit in snapshot.where(ItemUnit, item_id=item.id):
        yield replace(unit, id=uuid4(), item_id=new.id)
    for step in snapshot.where(Milestone, item_id=item.id):
        if step.done_on is None:
            yield replace(step, id=uuid4(), item_id=new.id, due_on=moved(step.due_on, 1))
    for link in snapshot.where(ItemProgramme, item_id=item.id):
        yield replace(link, id=uuid4(), item_id=new.id)
    measures = snapshot.where(Measure, item_id=item.id)
    reports = with_chambers(measures, snapshot.where(Progress, item_id=item.id), {})
    for measure in measures:
        yield from _measure_parts(snapshot, item, measure, new, plan, reports, goals)


def _measure_parts(
    snapshot: Snapshot,
    item: PlanItem,
    measure: Measure,
    new: PlanItem,
    plan: Plan,
    reports: Sequence[Progress],
    goals: Goals,
) -> Iterator[Record]:
    parts = snapshot.where(SubMeasure, measure_id=measure.id)
    year = Period(plan.year, 1, 12)
    counts = [count for subject in (measure, *parts) for count in snapshot.counts(subject.id)]
    known, told = counted_reports(measure, reports, counts, year.ends)
    found = standing(item, known, told, year=plan.year, period=year)
    if goals is Goals.REMAINING and found.state is State.DONE:
        return  # nothing of it is left
    target = measure.target
    if goals is Goals.REMAINING and _adds_up(measure):
        target = _left(measure.target, found.cumulative)
    made = replace(measure, id=uuid4(), item_id=new.id, target=target, due_on=moved(measure.due_on, 1))
    yield made
    for part in parts:
        goal = part.target
        if goals is Goals.REMAINING and _adds_up(measure):
            reached = cumulative_of(report for report in told if report.part_id == part.id)
            goal = _left(part.target, reached) or None
        yield replace(part, id=uuid4(), measure_id=made.id, target=goal)
    open_ones = _not_renewed(snapshot, measure, plan) if goals is Goals.REMAINING else None
    for named in snapshot.where(MeasureChamber, measure_id=measure.id):
        if open_ones is None or named.chamber_id in open_ones:
            yield replace(named, id=uuid4(), measure_id=made.id)


def _adds_up(measure: Measure) -> bool:
    """Whether what was reached of a measure is so much less to reach: counts and amounts to be reached."""
    return measure.kind in (MeasureKind.COUNT, MeasureKind.AMOUNT) and measure.direction is Direction.AT_LEAST


def _left(target: Decimal | None, reached: Decimal | None) -> Decimal | None:
    """What is left of a goal; one that is reached has nothing left."""
    if target is None or reached is None or reached <= 0:
        return target
    return max(target - reached, Decimal(0))


def _not_renewed(snapshot: Snapshot, measure: Measure, plan: Plan) -> set[UUID] | None:
    """The chambers that a measure names and that were not renewed in the plan's year; None of other rules."""
    if measure.rule is not CountRule.CHAMBERS_RENEWED:
        return None
    found = tally(snapshot, measure, date(plan.year, 12, 31))
    return {record.id for record in found.missing} if found else None

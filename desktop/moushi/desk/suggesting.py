"""Measures that the text of an item suggests: what is offered, and the change that takes an offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from moushi.changes.model import Edit, Insert, Proposal
from moushi.desk.planning import plan_of, proposed, telling
from moushi.desk.report_row import number_text, unit_word
from moushi.domain.kinds import Direction, MeasureKind, MeasureSource
from moushi.domain.rank import between, spread
from moushi.domain.record import natural_id
from moushi.domain.records import (
    Chamber,
    Measure,
    MeasureChamber,
    Plan,
    PlanItem,
    SubMeasure,
    normal_name,
)
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import choice_word
from moushi.errors import Message, say

if TYPE_CHECKING:
    from moushi.domain.suggesting import Suggestion


@dataclass(frozen=True, slots=True)
class Offer:
    """A measure that is offered, what it is in words, and the words of the item that it came from."""

    suggestion: Suggestion
    words: Message
    text: str


def chambers_of(snapshot: Snapshot, item: PlanItem) -> tuple[Chamber, ...]:
    """The chambers that an item's text may name: those of its plan's federation."""
    plan = plan_of(snapshot, item)
    return snapshot.where(Chamber, federation_id=plan.federation_id) if isinstance(plan, Plan) else ()


def offers(
    snapshot: Snapshot, item: PlanItem, text: str | None = None, chambers: Sequence[Chamber] | None = None
) -> tuple[Offer, ...]:
    """The measures that an item's text (or the `text` that is being typed) suggests and that it has not got.

    What was taken is not offered again however it was changed since, nor is what an equal measure counts.
    """
    told = item.text if text is None else text
    known = tuple(chambers_of(snapshot, item) if chambers is None else chambers)
    found = _suggested(told, known)
    if not found:
        return ()
    held = list(snapshot.where(Measure, item_id=item.id))
    names = {chamber.id: chamber.name for chamber in known}
    return tuple(
        Offer(each, _words(item, each, names), told[slice(*each.span)]) for each in _open(item, found, held)
    )


def take(snapshot: Snapshot, item: PlanItem, suggestion: Suggestion) -> Proposal:
    """The change that makes a suggestion a measure of the item, after those that it has."""
    held = snapshot.where(Measure, item_id=item.id)
    last = max((measure.rank for measure in held), default="") or None
    measure = _measure(item, suggestion, between(last, None))
    edits: list[Edit] = [Insert(measure)]
    edits += [
        Insert(
            SubMeasure(
                id=uuid4(),
                measure_id=measure.id,
                rank=rank,
                name=part.name,
                target=part.target,
                rule=part.rule,
                activity_kind=part.activity_kind,
                level=part.level,
            )
        )
        for part, rank in zip(suggestion.parts, spread(len(suggestion.parts)), strict=True)
    ]
    edits += [
        Insert(MeasureChamber(id=uuid4(), measure_id=measure.id, chamber_id=chamber))
        for chamber in suggestion.chambers
    ]
    title = say("New measure of “{item}”: {name}", item=telling(item), name=measure.name)
    return proposed(title, edits)


def taken_id(item: PlanItem, suggestion: Suggestion) -> UUID:
    """The id of the measure that a suggestion becomes: by it the suggestion is known to be taken."""
    return natural_id("SuggestedMeasure", item.id, suggestion.key)


def _measure(item: PlanItem, suggestion: Suggestion, rank: str = "") -> Measure:
    return Measure(
        id=taken_id(item, suggestion),
        item_id=item.id,
        rank=rank,
        name=suggestion.name,
        kind=suggestion.kind,
        unit=suggestion.unit,
        direction=suggestion.direction,
        target=suggestion.target,
        source=suggestion.source,
        rule=suggestion.rule,
        activity_kind=suggestion.activity_kind,
        level=suggestion.level,
    )


@lru_cache(maxsize=8)
def _suggested(text: str, chambers: tuple[Chamber, ...]) -> tuple[Suggestion, ...]:
    from moushi.domain.suggesting import suggest  # its many patterns take a while to prepare

    return suggest(text, chambers)


def _open(item: PlanItem, found: Sequence[Suggestion], held: list[Measure]) -> list[Suggestion]:
    """The suggestions that no measure stands for; each measure stands for one at most."""
    left = list(found)
    for is_it in (_is_taken, _is_same_rule, _is_same_name, _is_same_number):
        for each in list(left):
            measure = next((m for m in held if is_it(item, each, m)), None)
            if measure is not None:
                left.remove(each)
                held.remove(measure)
    return left


def _is_taken(item: PlanItem, suggestion: Suggestion, measure: Measure) -> bool:
    return measure.id == taken_id(item, suggestion)


def _is_same_rule(_item: PlanItem, suggestion: Suggestion, measure: Measure) -> bool:
    return suggestion.rule is not None and (suggestion.rule, suggestion.activity_kind) == (
        measure.rule,
        measure.activity_kind,
    )


def _is_same_name(_item: PlanItem, suggestion: Suggestion, measure: Measure) -> bool:
    return normal_name(suggestion.name) == normal_name(measure.name)


def _is_same_number(_item: PlanItem, suggestion: Suggestion, measure: Measure) -> bool:
    if suggestion.kind is not measure.kind:
        return False
    if suggestion.target is None or measure.target is None:
        return suggestion.kind in (MeasureKind.MILESTONE, MeasureKind.CONTINUING, MeasureKind.RATIO)
    is_money = suggestion.kind is MeasureKind.AMOUNT
    return suggestion.target == measure.target and (is_money or suggestion.unit == measure.unit)


def _words(item: PlanItem, suggestion: Suggestion, names: dict[UUID, str]) -> Message:
    """A suggestion in words: name, goal, where its value comes from, what is told beside it."""
    measure = _measure(item, suggestion)
    told = say("{name}: {goal}", name=suggestion.name, goal=_goal(measure))
    chambers = [names[chamber] for chamber in suggestion.chambers if chamber in names]
    if chambers:
        told = say("{measure} ({names})", measure=told, names="、".join(chambers))
    if suggestion.source is not MeasureSource.HAND:
        told = say("{measure}, from {source}", measure=told, source=choice_word(suggestion.source))
    parts = [
        part.name + (number_text(measure, part.target) if part.target is not None else "")
        for part in suggestion.parts
    ]
    return say("{measure}; of which {parts}", measure=told, parts="、".join(parts)) if parts else told


def _goal(measure: Measure) -> str | Message:
    """The goal of a measure in words."""
    match measure.kind:
        case MeasureKind.MILESTONE | MeasureKind.CONTINUING:
            return choice_word(measure.kind)
        case MeasureKind.RATIO if measure.target is None:
            return say("all of them")
        case _ if measure.target is None:
            return say("number without a goal")
    number = number_text(measure, measure.target) + unit_word(measure)
    return f"≤{number}" if measure.direction is Direction.AT_MOST else number

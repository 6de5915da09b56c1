"""The plan as an outline (federation ▸ theme ▸ item), and what stands to be read of each of its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.changes.model import ChangeSet
from moushi.domain.kinds import Level, PlanState
from moushi.domain.record import Record, fields_of
from moushi.domain.records import (
    Federation,
    ItemUnit,
    Milestone,
    Passage,
    Plan,
    PlanItem,
    Theme,
)
from moushi.domain.snapshot import Snapshot, in_order
from moushi.errors import Message, say

_SHOWN = frozenset({Federation, ItemUnit, Milestone, Passage, Plan, PlanItem, Theme})
_PLAN_STATES = {
    PlanState.DRAFT: say("draft"),
    PlanState.APPROVED: say("approved"),
    PlanState.CLOSED: say("closed"),
}
_LEVELS = list(Level)


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the outline: a plan, a passage, a theme (its title may be empty) or an item."""

    kind: type[Record]
    id: UUID
    title: str
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What the plan page shows: the years and federations to choose from, the choice made, the outline."""

    years: tuple[int, ...] = ()
    year: int | None = None
    federations: tuple[Federation, ...] = ()
    federation: UUID | None = None
    nodes: tuple[Node, ...] = ()

    @property
    def choices(self) -> tuple[UUID | None, ...]:
        """All federations (None), then each one."""
        return (None, *(holder.id for holder in self.federations))


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value beside a text; each value stands on a line of its own."""

    label: Message
    values: tuple[str | Message, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands to be read of a node: where it belongs, its heading lines, paragraphs as printed, facts."""

    trail: tuple[str, ...]
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


def view(snapshot: Snapshot, year: int | None = None, federation: UUID | None = None) -> View:
    """The plans of a year and federation; a choice without a plan gives way to the newest year, to all."""
    choice = years(snapshot)
    if not choice:
        return View()
    shown = year if year in choice else choice[0]
    holders = federations(snapshot, shown)
    chosen = federation if federation in {holder.id for holder in holders} else None
    return View(choice, shown, holders, chosen, outline(snapshot, shown, chosen))


def years(snapshot: Snapshot) -> tuple[int, ...]:
    """The years that have a plan, newest first."""
    return tuple(sorted({plan.year for plan in snapshot.where(Plan)}, reverse=True))


def federations(snapshot: Snapshot, year: int) -> tuple[Federation, ...]:
    """The federations with a plan of that year, by level, then by region and name."""
    found = (snapshot.get(Federation, plan.federation_id) for plan in snapshot.where(Plan, year=year))
    return tuple(
        sorted(
            (federation for federation in found if federation),
            key=lambda f: (_LEVELS.index(f.level), f.region_code or "~", f.name),
        )
    )


def outline(snapshot: Snapshot, year: int, federation: UUID | None = None) -> tuple[Node, ...]:
    """The plans of a year, of one federation or of all, with their passages, themes and items in order."""
    return tuple(
        Node(Plan, plan.id, holder.name, tuple(_parts(snapshot, plan)))
        for holder in federations(snapshot, year)
        if federation in (None, holder.id)
        for plan in snapshot.where(Plan, year=year, federation_id=holder.id)
    )


def reading(snapshot: Snapshot, node: Node) -> Reading | None:
    """What stands to be read of a node; None when its record is gone."""
    record = snapshot.get(node.kind, node.id)
    match record:
        case Plan():
            return _of_plan(snapshot, record)
        case Passage():
            speaker = _facts(*_fields(record, "speaker_unit", "speaker_post", "speaker_name"))
            return Reading(_trail(snapshot, record), (), (record.text,), speaker)
        case Theme():
            return Reading(_trail(snapshot, record), _filled(record.label), _paragraphs(snapshot, record))
        case PlanItem():
            return _of_item(snapshot, record)
        case _:
            return None


def concerns(change: ChangeSet) -> bool:
    """Whether a change may show in the outline or in what is read of it."""
    return any(edit.kind in _SHOWN for edit in change.edits)


def _parts(snapshot: Snapshot, plan: Plan) -> Iterator[Node]:
    for part in _ordered_parts(snapshot, plan):
        if isinstance(part, Passage):
            yield Node(Passage, part.id, part.text)
            continue
        items = snapshot.where(PlanItem, theme_id=part.id)
        children = tuple(Node(PlanItem, item.id, item.short_title or item.text) for item in items)
        yield Node(Theme, part.id, part.label or part.lead, children)


def _ordered_parts(snapshot: Snapshot, plan: Plan) -> tuple[Passage | Theme, ...]:
    passages = snapshot.where(Passage, plan_id=plan.id)
    themes = snapshot.where(Theme, plan_id=plan.id)
    return in_order((*passages, *themes))


def _of_plan(snapshot: Snapshot, plan: Plan) -> Reading:
    paragraphs: list[str] = []
    for part in _ordered_parts(snapshot, plan):
        paragraphs += [part.text] if isinstance(part, Passage) else _paragraphs(snapshot, part)
    holder = snapshot.get(Federation, plan.federation_id)
    headings = _filled(plan.heading or (holder.name if holder else ""), plan.slogan)
    state = _facts((say("state"), [_PLAN_STATES[plan.state]]))
    return Reading((str(plan.year),), headings, tuple(paragraphs), state)


def _of_item(snapshot: Snapshot, item: PlanItem) -> Reading:
    theme = snapshot.get(Theme, item.theme_id)
    lead_unit, *others = [unit.name for unit in snapshot.where(ItemUnit, item_id=item.id)] or [""]
    steps = (
        say("{text} ({date})", text=step.text, date=_date(step.due_on)) if step.due_on else step.text
        for step in snapshot.where(Milestone, item_id=item.id)
    )
    facts = _facts(
        (say("theme"), [theme.lead or theme.label if theme else ""]),
        (say("lead unit"), [lead_unit]),
        (say("cooperating units"), others),
        *_fields(item, "responsible", "leader", "due_on"),
        (say("milestones"), steps),
    )
    return Reading(_trail(snapshot, theme) if theme else (), _filled(item.short_title), (item.text,), facts)


def _trail(snapshot: Snapshot, part: Passage | Theme) -> tuple[str, ...]:
    plan = snapshot.get(Plan, part.plan_id)
    holder = snapshot.get(Federation, plan.federation_id) if plan else None
    return (str(plan.year), holder.name) if plan and holder else ()


def _paragraphs(snapshot: Snapshot, theme: Theme) -> tuple[str, ...]:
    """The theme as printed: its lead sentence, then its items, on one line unless an item begins another."""
    paragraphs = [theme.lead]
    for item in snapshot.where(PlanItem, theme_id=theme.id):
        if item.begins_paragraph and paragraphs != [""]:
            paragraphs.append(item.text)
        else:
            paragraphs[-1] += item.text
    return tuple(paragraphs) if paragraphs != [""] else ()


def _fields(record: Record, *names: str) -> Iterator[tuple[Message, list[str | Message]]]:
    """Fields of a record under their own labels."""
    for spec in fields_of(type(record)):
        if spec.name in names:
            value = getattr(record, spec.name)
            yield say(spec.label), [_date(value) if isinstance(value, date) else str(value or "")]


def _facts(*labelled: tuple[Message, Iterable[str | Message]]) -> tuple[Fact, ...]:
    """The facts that hold anything."""
    found = (Fact(label, tuple(value for value in values if value != "")) for label, values in labelled)
    return tuple(fact for fact in found if fact.values)


def _filled(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _date(day: date) -> Message:
    return say("{year}-{month:02}-{day:02}", year=day.year, month=day.month, day=day.day)

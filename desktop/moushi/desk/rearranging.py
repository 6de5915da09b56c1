"""Moving parts of plans: items among themes, themes and passages within a plan or to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moushi.changes.model import Change, Edit, Proposal
from moushi.desk.planning import Part, parts_of, place_after, plan_of, proposed, ranked_among, telling
from moushi.domain.record import Record
from moushi.domain.records import Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import kind_word
from moushi.errors import Message, say


def move_items(snapshot: Snapshot, items: Sequence[PlanItem], theme: Theme, place: int) -> Proposal:
    """Items, in their given order, to a place (counted before the move) in a theme of any plan."""
    moved = {item.id for item in items}
    siblings = list(snapshot.where(PlanItem, theme_id=theme.id))
    before = [item for item in siblings[:place] if item.id not in moved]
    after = [item for item in siblings[place:] if item.id not in moved]
    here = [replace(item, theme_id=theme.id) for item in items]
    ranked, others = ranked_among([*before, *here, *after], here)
    edits: list[Edit] = list(others)
    for old, new in zip(items, ranked, strict=True):
        if old.theme_id != theme.id:
            edits.append(Change(PlanItem, old.id, "theme_id", old.theme_id, theme.id))
        if old.rank != new.rank:
            edits.append(Change(PlanItem, old.id, "rank", old.rank, new.rank))
    return proposed(_moved(items), edits)


def move_parts(snapshot: Snapshot, parts: Sequence[Part], plan: Plan, place: int) -> Proposal:
    """Themes and passages to a place (counted before the move) among the parts of a plan."""
    moved = {part.id for part in parts}
    held = list(parts_of(snapshot, plan))
    before = [part for part in held[:place] if part.id not in moved]
    after = [part for part in held[place:] if part.id not in moved]
    here = [replace(part, plan_id=plan.id) for part in parts]
    ranked, others = ranked_among([*before, *here, *after], here)
    edits: list[Edit] = list(others)
    for old, new in zip(parts, ranked, strict=True):
        if old.plan_id != plan.id:
            edits.append(Change(type(old), old.id, "plan_id", old.plan_id, plan.id))
        if old.rank != new.rank:
            edits.append(Change(type(old), old.id, "rank", old.rank, new.rank))
    return proposed(_moved(parts), edits)


def move_by(snapshot: Snapshot, records: Sequence[Record], by: int) -> Proposal | None:
    """Siblings one place up (-1) or down (1); items at the edge of a theme go on into the next one."""
    if not records:
        return None
    first = records[0]
    if all(isinstance(r, PlanItem) and r.theme_id == getattr(first, "theme_id", None) for r in records):
        return _items_by(snapshot, [r for r in records if isinstance(r, PlanItem)], by)
    parts = [r for r in records if isinstance(r, Passage | Theme)]
    plan = plan_of(snapshot, first)
    if len(parts) != len(records) or plan is None or any(p.plan_id != plan.id for p in parts):
        return None
    held = [part.id for part in parts_of(snapshot, plan)]
    places = sorted(held.index(part.id) for part in parts)
    target = places[0] - 1 if by < 0 else places[-1] + 2
    if target < 0 or target > len(held):
        return None
    return move_parts(snapshot, sorted(parts, key=lambda part: held.index(part.id)), plan, target)


def move_into(
    snapshot: Snapshot, records: Sequence[Record], target: Record | None, row: int
) -> Proposal | None:
    """The move of dragged records into a plan or a theme, at a row there; None when they do not go there."""
    items = [record for record in records if isinstance(record, PlanItem)]
    parts = [record for record in records if isinstance(record, Passage | Theme)]
    if isinstance(target, Theme) and items and not parts:
        return move_items(snapshot, items, target, row)
    if isinstance(target, Plan) and parts and not items:
        return move_parts(snapshot, parts, target, row)
    return None


def move_after(snapshot: Snapshot, records: Sequence[Record], at: Record) -> Proposal | None:
    """The move of cut records to after another; items pasted on a theme go to its end."""
    items = [record for record in records if isinstance(record, PlanItem)]
    parts = [record for record in records if isinstance(record, Passage | Theme)]
    if items and not parts:
        theme = at if isinstance(at, Theme) else snapshot.get(Theme, getattr(at, "theme_id", at.id))
        if theme is None:
            return None
        siblings = list(snapshot.where(PlanItem, theme_id=theme.id))
        place = place_after(siblings, at)
        return move_items(snapshot, items, theme, place)
    plan = plan_of(snapshot, at)
    if parts and not items and plan is not None:
        held = list(parts_of(snapshot, plan))
        home = snapshot.get(Theme, at.theme_id) if isinstance(at, PlanItem) else at
        return move_parts(snapshot, parts, plan, place_after(held, home))
    return None


def _items_by(snapshot: Snapshot, items: Sequence[PlanItem], by: int) -> Proposal | None:
    theme = snapshot.get(Theme, items[0].theme_id)
    plan = plan_of(snapshot, theme)
    if theme is None or plan is None:
        return None
    held = [item.id for item in snapshot.where(PlanItem, theme_id=theme.id)]
    ordered = sorted(items, key=lambda item: held.index(item.id))
    places = [held.index(item.id) for item in ordered]
    target = places[0] - 1 if by < 0 else places[-1] + 2
    if 0 <= target <= len(held):
        return move_items(snapshot, ordered, theme, target)
    themes = list(snapshot.where(Theme, plan_id=plan.id))
    next_one = themes.index(theme) + by
    if not 0 <= next_one < len(themes):
        return None
    beyond = themes[next_one]
    end = len(snapshot.where(PlanItem, theme_id=beyond.id)) if by < 0 else 0
    return move_items(snapshot, ordered, beyond, end)


def _moved(records: Sequence[Record]) -> Message:
    if len(records) == 1:
        return say("Moved {record}: {text}", record=kind_word(type(records[0])), text=telling(records[0]))
    return say("Moved {count} parts of the plan", count=len(records))

"""Rules that every proposal obeys before it is applied, whatever brought it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from moushi.changes.model import Change, Edit, Insert, RefusedError
from moushi.domain.kinds import PlanState
from moushi.domain.record import Record, field_of, fields_of
from moushi.domain.records import Passage, Plan, PlanItem, Post, Theme
from moushi.domain.snapshot import Snapshot


def check(edits: Iterable[Edit], snapshot: Snapshot, after: Mapping[UUID, Record]) -> None:
    """Refuse edits that break a rule (`RefusedError`); `after` holds the touched records as they will be."""
    for edit in edits:
        _check_fields(edit)
        _check_closed(edit, snapshot)
    for record in after.values():
        if isinstance(record, Post):
            _check_post(record)


def _check_fields(edit: Edit) -> None:
    match edit:
        case Insert(record):
            faulty = [
                s.name for s in fields_of(type(record)) if not _fits(record, s.name, getattr(record, s.name))
            ]
        case Change(kind, _, name, _, new):
            faulty = [] if name != "id" and _fits(kind, name, new) else [name]
        case _:
            faulty = []
    if faulty:
        raise RefusedError(
            "{record}: {field} cannot hold this value. Correct the value and try again.",
            record=edit.kind.__name__,
            field=faulty[0],
        )


def _fits(record: Record | type[Record], name: str, value: object) -> bool:
    spec = field_of(record if isinstance(record, type) else type(record), name)
    if value is None:
        return spec.optional
    if spec.type is int and isinstance(value, bool):
        return False
    return isinstance(value, spec.type)


def _check_closed(edit: Edit, snapshot: Snapshot) -> None:
    """A closed plan refuses edits; opening it again (its state) is the one exception."""
    if isinstance(edit, Change) and edit.kind is Plan and edit.field == "state":
        return
    plan = _plan_of(edit, snapshot)
    if plan is not None and plan.state is PlanState.CLOSED:
        raise RefusedError(
            "The plan of {year} “{heading}” is closed. Open it again before changing it.",
            year=plan.year,
            heading=plan.heading,
        )


def _plan_of(edit: Edit, snapshot: Snapshot) -> Plan | None:
    held = snapshot.get(edit.kind, edit.id) or (edit.record if isinstance(edit, Insert) else None)
    if isinstance(held, Plan):
        return snapshot.get(Plan, held.id)
    item_id = getattr(held, "item_id", None)
    if item_id is not None and not hasattr(held, "article_id"):
        held = snapshot.get(PlanItem, item_id)
    if isinstance(held, PlanItem):
        held = snapshot.get(Theme, held.theme_id)
    return snapshot.get(Plan, held.plan_id) if isinstance(held, Passage | Theme) else None


def _check_post(post: Post) -> None:
    holders = (post.person_id is None) + (post.member_id is None)
    bodies = (post.federation_id is None) + (post.chamber_id is None)
    if holders != 1 or bodies != 1:
        raise RefusedError(
            "A post belongs to one person or member in one federation or chamber. Choose one of each."
        )

"""Rules that every proposal obeys before it is applied, whatever brought it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from moushi.changes.model import Change, Edit, Insert, RefusedError
from moushi.domain.kinds import PlanState
from moushi.domain.period import parse_period
from moushi.domain.rank import is_key
from moushi.domain.record import FieldSpec, R, Record, field_of, fields_of
from moushi.domain.records import (
    KINDS,
    ArticleSection,
    Chamber,
    Continuation,
    Federation,
    ItemProgramme,
    ItemUnit,
    Measure,
    MeasureChamber,
    Milestone,
    Pairing,
    Passage,
    Plan,
    PlanItem,
    Post,
    Progress,
    Rating,
    SubMeasure,
    Theme,
)
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import field_word, kind_word
from moushi.errors import MoushiError

MOST_LINES = 5000
"""The most lines that a section of an article may be set to fill."""
MOST_MM = 5000
"""The greatest depth of its columns, in millimetres."""

_MOST = 2**31 - 1
_PLACES = 40
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # no database and no file can hold these


def check(edits: Iterable[Edit], snapshot: Snapshot, after: Mapping[UUID, Record]) -> None:
    """Refuse edits that break a rule (`RefusedError`); `after` holds the touched records as they will be."""
    edits = tuple(edits)
    for edit in edits:
        _check_fields(edit)
        _check_closed(edit, snapshot)
    for record in after.values():
        match record:
            case Post():
                _check_post(record)
            case Rating():
                _check_rating(record)
            case Pairing():
                _check_pairing(record)
            case Progress():
                _check_part(record, snapshot, after)
                _check_reporter(record, snapshot, after)
            case Federation():
                _check_above(record, snapshot, after)
            case ArticleSection():
                _check_target(record)
            case _:
                pass
    _check_reported_once(edits, snapshot, after)


def _check_fields(edit: Edit) -> None:
    match edit:
        case Insert(record):
            faulty = [s.name for s in fields_of(edit.kind) if not _fits(s, getattr(record, s.name))]
        case Change(kind, _, name, _, new):
            faulty = [] if name != "id" and _fits(field_of(kind, name), new) else [name]
        case _:
            faulty = []
    if faulty:
        raise RefusedError(
            "{record}: {field} cannot hold this value. Correct the value and try again.",
            record=kind_word(edit.kind),
            field=field_word(edit.kind, faulty[0]),
        )


def _fits(spec: FieldSpec, value: object) -> bool:
    """Whether a field can hold a value, so that every database and every export can hold it too."""
    match value:
        case None:
            return spec.optional
        case bool() | datetime():  # by inheritance also an int, a date
            return spec.type is type(value)
        case int():
            return spec.type is int and abs(value) <= _MOST
        case Decimal():
            return spec.type is Decimal and value.is_finite() and _scale(value) <= _PLACES
        case str():
            return isinstance(value, spec.type) and not _UNWRITABLE.search(value) and _reads(spec.name, value)
        case _:
            return isinstance(value, spec.type)


def _scale(number: Decimal) -> int:
    """Digits needed to write a finite number out, before the point or after it."""
    exponent = number.as_tuple().exponent
    return max(number.adjusted(), -exponent if isinstance(exponent, int) else 0)


def _reads(name: str, value: str) -> bool:
    """Whether a position key or a period is one; a post needs no position."""
    if name == "rank":
        return value == "" or is_key(value)
    if name == "period":
        with suppress(MoushiError):
            return str(parse_period(value)) == value
        return False
    return True


def _check_closed(edit: Edit, snapshot: Snapshot) -> None:
    """A closed plan refuses edits; opening it again (its state) is the one exception."""
    if isinstance(edit, Change) and edit.kind is Plan and edit.field == "state":
        return
    for plan in _plans_of(edit, snapshot):
        if plan.state is PlanState.CLOSED:
            raise RefusedError(
                "The plan of {year} “{heading}” is closed. Open it again before changing it.",
                year=plan.year,
                heading=plan.heading,
            )


_PART_OF: dict[type[Record], str] = {
    Passage: "plan_id",
    Theme: "plan_id",
    PlanItem: "theme_id",
    ItemUnit: "item_id",
    Continuation: "item_id",
    Milestone: "item_id",
    ItemProgramme: "item_id",
    Measure: "item_id",
    SubMeasure: "measure_id",
    MeasureChamber: "measure_id",
    Progress: "item_id",
}
"""By which field the parts of a plan hang on what they are part of."""


def _plans_of(edit: Edit, snapshot: Snapshot) -> Iterator[Plan]:
    """The stored plans that an edit changes: the one its record is part of, and the one it moves that to."""
    held = snapshot.get(edit.kind, edit.id) or (edit.record if isinstance(edit, Insert) else None)
    starts = [held]
    if isinstance(edit, Change) and _PART_OF.get(edit.kind) == edit.field and isinstance(edit.new, UUID):
        starts.append(_get(edit.kind, edit.field, edit.new, snapshot))
    for start in starts:
        part = start
        while part is not None and not isinstance(part, Plan):
            field = _PART_OF.get(type(part))
            part = _get(type(part), field, getattr(part, field), snapshot) if field else None
        if part is not None:
            stored = snapshot.get(Plan, part.id)
            yield from [stored] if stored else []


def _get(kind: type[Record], field: str, target: UUID, snapshot: Snapshot) -> Record | None:
    refers_to = field_of(kind, field).refers_to
    return snapshot.get(KINDS[refers_to], target) if refers_to else None


def _check_above(federation: Federation, snapshot: Snapshot, after: Mapping[UUID, Record]) -> None:
    above = federation.parent_id
    met = {federation.id}
    while above is not None and above not in met:
        met.add(above)
        parent = after.get(above) or snapshot.get(Federation, above)
        above = parent.parent_id if isinstance(parent, Federation) else None
    if above is not None:
        raise RefusedError(
            "{name} cannot stand above itself. Choose another parent federation.", name=federation.name
        )


def _check_post(post: Post) -> None:
    holders = (post.person_id is None) + (post.member_id is None)
    bodies = (post.federation_id is None) + (post.chamber_id is None)
    if holders != 1 or bodies != 1:
        raise RefusedError(
            "A post belongs to one person or member in one federation or chamber. Choose one of each."
        )


def _check_rating(rating: Rating) -> None:
    if (rating.chamber_id is None) == (rating.member_id is None):
        raise RefusedError("A recognition belongs to one chamber or one member. Choose one of them.")


def _check_pairing(pair: Pairing) -> None:
    if pair.mentor_id == pair.mentee_id:
        raise RefusedError("Nobody is their own mentor. Choose another mentor.")


def _check_part(report: Progress, snapshot: Snapshot, after: Mapping[UUID, Record]) -> None:
    if report.part_id is None:
        return
    part = after.get(report.part_id) or snapshot.get(SubMeasure, report.part_id)
    if not isinstance(part, SubMeasure) or part.measure_id != report.measure_id:
        raise RefusedError(
            "A report of a part names the measure that it is a part of. Report it on that measure."
        )


def _check_reporter(report: Progress, snapshot: Snapshot, after: Mapping[UUID, Record]) -> None:
    """A chamber reports on the plan of its own federation."""
    if report.chamber_id is None:
        return

    def held(kind: type[R], record_id: UUID) -> R | None:
        record = after.get(record_id) or snapshot.get(kind, record_id)
        return record if isinstance(record, kind) else None

    chamber, item = held(Chamber, report.chamber_id), held(PlanItem, report.item_id)
    theme = held(Theme, item.theme_id) if item else None
    plan = held(Plan, theme.plan_id) if theme else None
    if chamber and plan and chamber.federation_id != plan.federation_id:
        owner = held(Federation, plan.federation_id)
        raise RefusedError(
            "{chamber} is no chamber of {federation} and cannot report on its plan. Report it on the plan of "
            "its own federation.",
            chamber=chamber.name,
            federation=owner.name if owner else plan.heading,
        )


_Place = tuple[UUID | None, UUID, str]  # the chamber, what it reports on, the period


def _check_reported_once(edits: Iterable[Edit], snapshot: Snapshot, after: Mapping[UUID, Record]) -> None:
    """A chamber reports once on a subject for a period; what an old store holds twice may be edited still."""
    reports = [each for each in after.values() if isinstance(each, Progress) and each.chamber_id]
    coming = [each for each in reports if _place(snapshot.get(Progress, each.id)) != _place(each)]
    if not coming:
        return
    touched = {edit.id for edit in edits}
    taken = Counter(map(_place, reports))
    for chamber_id, period in {(each.chamber_id, each.period) for each in coming}:
        held = snapshot.where(Progress, chamber_id=chamber_id, period=period)
        taken.update(_place(each) for each in held if each.id not in touched)
    for report in coming:
        if taken[_place(report)] > 1:
            chamber = _chamber_of(report, snapshot, after)
            raise RefusedError(
                "{chamber} has reported on this for {period} already, and a chamber reports once for a "
                "period. Change that report, or delete it first.",
                chamber=chamber.name if chamber else "",
                period=report.period,
            )


def _place(report: Progress | None) -> _Place | None:
    if report is None or report.chamber_id is None:
        return None
    return report.chamber_id, report.part_id or report.measure_id or report.item_id, report.period


def _chamber_of(report: Progress, snapshot: Snapshot, after: Mapping[UUID, Record]) -> Chamber | None:
    if report.chamber_id is None:
        return None
    held = after.get(report.chamber_id) or snapshot.get(Chamber, report.chamber_id)
    return held if isinstance(held, Chamber) else None


def _check_target(section: ArticleSection) -> None:
    lines, depth = section.target_lines, section.target_mm
    if lines is not None and not 1 <= lines <= MOST_LINES:
        raise RefusedError(
            "A section cannot be set to {lines} lines. Give a number from 1 to {most}.",
            lines=lines,
            most=MOST_LINES,
        )
    if depth is not None and not 1 <= depth <= MOST_MM:
        raise RefusedError(
            "A section cannot be {depth} mm deep. Give a depth from 1 to {most} mm.",
            depth=f"{depth:f}",
            most=MOST_MM,
        )
    if lines is not None and depth is not None:
        raise RefusedError(
            "A section has one target, in lines or in millimetres. Take one of the two out and try again."
        )

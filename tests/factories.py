"""Records for tests: one function per kind with invented values, and strategies for whole small counties.

A factory takes what matters to the test and fills in the rest; records that hang on others take those first.
The strategies follow `fields_of`, so that a new field is drawn without a change here.

Over 400 lines: one factory for each kind of record.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from hypothesis import strategies as st

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal, Source, applied
from moushi.domain import records as r
from moushi.domain.kinds import ActivityKind, PassageKind, PlanState, Role
from moushi.domain.rank import spread
from moushi.domain.record import FieldSpec, Record, field_of, fields_of, with_field
from moushi.domain.records import KINDS
from moushi.domain.snapshot import MemorySnapshot, dependents
from moushi.errors import say

# -- one record each ---------------------------------------------------------------------------------------


def federation(name: str = "云屿县工商联", **fields: Any) -> r.Federation:
    return r.Federation(**{"id": r.federation_id(name), "name": name} | fields)


def township(of: r.Federation, name: str = "鹭汀镇", **fields: Any) -> r.Township:
    return r.Township(**{"id": r.township_id(of.id, name), "federation_id": of.id, "name": name} | fields)


def chamber(of: r.Federation, name: str = "鹭汀镇商会", **fields: Any) -> r.Chamber:
    return r.Chamber(**{"id": uuid4(), "federation_id": of.id, "name": name} | fields)


def chamber_term(of: r.Chamber, **fields: Any) -> r.ChamberTerm:
    return r.ChamberTerm(**{"id": uuid4(), "chamber_id": of.id, "number": 1} | fields)


def person(name: str = "禾小满", **fields: Any) -> r.Person:
    return r.Person(**{"id": uuid4(), "name": name} | fields)


def member(of: r.Federation, name: str = "远帆渔具有限公司", **fields: Any) -> r.Member:
    return r.Member(**{"id": uuid4(), "federation_id": of.id, "name": name} | fields)


def membership(of: r.Member, chamber: r.Chamber, **fields: Any) -> r.Membership:
    return r.Membership(**{"id": uuid4(), "member_id": of.id, "chamber_id": chamber.id} | fields)


def post(holder: r.Person | r.Member, body: r.Federation | r.Chamber, **fields: Any) -> r.Post:
    held_by = "person_id" if isinstance(holder, r.Person) else "member_id"
    held_in = "federation_id" if isinstance(body, r.Federation) else "chamber_id"
    return r.Post(**{"id": uuid4(), "role": Role.CHAIR, held_by: holder.id, held_in: body.id} | fields)


def rating(of: r.Chamber | r.Member, **fields: Any) -> r.Rating:
    held_by = "chamber_id" if isinstance(of, r.Chamber) else "member_id"
    return r.Rating(**{"id": uuid4(), held_by: of.id, "level": "县级", "year": 2030} | fields)


def pairing(mentor: r.Member, mentee: r.Member, **fields: Any) -> r.Pairing:
    return r.Pairing(**{"id": uuid4(), "mentor_id": mentor.id, "mentee_id": mentee.id} | fields)


def programme(name: str = "星火帮带", **fields: Any) -> r.Programme:
    return r.Programme(**{"id": r.programme_id(name), "name": name} | fields)


def alias(of: r.Programme, name: str = "星火结对", **fields: Any) -> r.Alias:
    return r.Alias(**{"id": uuid4(), "programme_id": of.id, "name": name} | fields)


def plan(of: r.Federation, year: int = 2031, **fields: Any) -> r.Plan:
    given = {"id": r.plan_id(of.id, year), "federation_id": of.id, "year": year, "heading": of.name}
    return r.Plan(**given | fields)


def passage(of: r.Plan, text: str = "新的一年，云屿商会人从头出发。", **fields: Any) -> r.Passage:
    given = {"id": uuid4(), "plan_id": of.id, "rank": "01", "kind": PassageKind.OPENING, "text": text}
    return r.Passage(**given | fields)


def theme(of: r.Plan, lead: str = "一是把商会办实。", **fields: Any) -> r.Theme:
    return r.Theme(**{"id": uuid4(), "plan_id": of.id, "rank": "1", "lead": lead} | fields)


def item(of: r.Theme, text: str = "办两场渔具展。", **fields: Any) -> r.PlanItem:
    return r.PlanItem(**{"id": uuid4(), "theme_id": of.id, "rank": "1", "text": text} | fields)


def unit(of: r.PlanItem, name: str = "会员部", **fields: Any) -> r.ItemUnit:
    return r.ItemUnit(**{"id": uuid4(), "item_id": of.id, "rank": "1", "name": name} | fields)


def continuation(of: r.PlanItem, continued: r.PlanItem, **fields: Any) -> r.Continuation:
    return r.Continuation(**{"id": uuid4(), "item_id": of.id, "continued_id": continued.id} | fields)


def milestone(of: r.PlanItem, text: str = "定下场地", **fields: Any) -> r.Milestone:
    return r.Milestone(**{"id": uuid4(), "item_id": of.id, "rank": "1", "text": text} | fields)


def item_programme(of: r.PlanItem, programme: r.Programme, **fields: Any) -> r.ItemProgramme:
    return r.ItemProgramme(**{"id": uuid4(), "item_id": of.id, "programme_id": programme.id} | fields)


def measure(of: r.PlanItem, name: str = "展会", **fields: Any) -> r.Measure:
    given = {"id": uuid4(), "item_id": of.id, "rank": "1", "name": name, "unit": "场", "target": Decimal(2)}
    return r.Measure(**given | fields)


def sub_measure(of: r.Measure, name: str = "镇上", **fields: Any) -> r.SubMeasure:
    return r.SubMeasure(**{"id": uuid4(), "measure_id": of.id, "rank": "1", "name": name} | fields)


def progress(of: r.PlanItem | r.Measure, period: str = "2031-03", **fields: Any) -> r.Progress:
    item_id = of.item_id if isinstance(of, r.Measure) else of.id
    measure_id = of.id if isinstance(of, r.Measure) else None
    given = {"id": uuid4(), "item_id": item_id, "measure_id": measure_id, "period": period}
    return r.Progress(**given | fields)


def chamber_progress(
    of: r.PlanItem | r.Measure, chamber: r.Chamber, period: str = "2031-03", **fields: Any
) -> r.Progress:
    return progress(of, period, **{"chamber_id": chamber.id} | fields)


def part_progress(of: r.SubMeasure, measure: r.Measure, period: str = "2031-03", **fields: Any) -> r.Progress:
    return progress(measure, period, **{"part_id": of.id} | fields)


def measure_chamber(of: r.Measure, chamber: r.Chamber, **fields: Any) -> r.MeasureChamber:
    return r.MeasureChamber(**{"id": uuid4(), "measure_id": of.id, "chamber_id": chamber.id} | fields)


def activity(of: r.Federation, kind: ActivityKind = ActivityKind.VISIT, **fields: Any) -> r.Activity:
    given = {"id": uuid4(), "federation_id": of.id, "kind": kind, "held_on": date(2031, 3, 12)}
    return r.Activity(**given | fields)


def participation(of: r.Activity, member: r.Member, **fields: Any) -> r.Participation:
    return r.Participation(**{"id": uuid4(), "activity_id": of.id, "member_id": member.id} | fields)


def activity_item(of: r.Activity, item: r.PlanItem, **fields: Any) -> r.ActivityItem:
    return r.ActivityItem(**{"id": uuid4(), "activity_id": of.id, "item_id": item.id} | fields)


def attachment(of: r.Activity, name: str = "走访.jpg", **fields: Any) -> r.Attachment:
    given = {"id": uuid4(), "activity_id": of.id, "name": name, "sha256": "ab" * 32, "size": 4096}
    return r.Attachment(**given | fields)


def article(year: int = 2031, **fields: Any) -> r.Article:
    return r.Article(**{"id": uuid4(), "year": year, "headline": "海岛商会新年打算"} | fields)


def section(of: r.Article, plan: r.Plan, **fields: Any) -> r.ArticleSection:
    return r.ArticleSection(**{"id": uuid4(), "article_id": of.id, "plan_id": plan.id, "rank": "1"} | fields)


def article_item(of: r.Article, item: r.PlanItem, **fields: Any) -> r.ArticleItem:
    return r.ArticleItem(**{"id": uuid4(), "article_id": of.id, "item_id": item.id, "rank": "1"} | fields)


def planned_county(year: int = 2031, themes: int = 2, items: int = 3) -> tuple[Record, ...]:
    """A federation with a plan of some themes and items, and an article that prints it."""
    of = federation()
    its_plan = plan(of, year)
    found: list[Record] = [of, its_plan, passage(its_plan)]
    for number, rank in enumerate(spread(themes, "01"), 1):
        its_theme = theme(its_plan, f"第{number}件事。", rank=rank)
        found.append(its_theme)
        found += [item(its_theme, f"做好{number}之{n}；", rank=key) for n, key in enumerate(spread(items), 1)]
    its_article = article(year)
    return (*found, its_article, section(its_article, its_plan))


def proposal(*edits: Edit | Record, source: str = "test", **fields: Any) -> Proposal:
    """A proposal of edits; a bare record stands for its insert."""
    made = tuple(Insert(edit) if isinstance(edit, Record) else edit for edit in edits)
    return Proposal(Source(source), say("Test"), made, **fields)


# -- strategies --------------------------------------------------------------------------------------------

_PERIODS = ("2031-01", "2031-02", "2031-06", "2031-Q1", "2031-Q4", "2031", "2030-12")
_WORDS = ("渔具", "商会", "50%", "a_b", "ＡＢ", "“远帆”", "工商业联合会", " 两 ", "\n", "'", "\\", "😀")

ids = st.integers(1, 2**40).map(lambda number: UUID(int=number << 80 | number))
"""Ids that differ early and late, so that prefixes and order are tried."""

words = st.lists(
    st.sampled_from(_WORDS) | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=3),
    max_size=3,
).map("".join)
"""Texts with marks that databases and searches stumble on."""

ranks = st.lists(st.sampled_from("05Vz"), max_size=2).map(lambda digits: "".join(digits) + "1")

numbers = st.decimals(-10_000, 10_000, places=2) | st.integers(0, 20).map(Decimal)


def counties(most: int = 2) -> st.SearchStrategy[tuple[Record, ...]]:
    """Small counties: up to `most` records of each kind, pointing only to records that are there."""
    return _counties(most)


@st.composite
def _counties(draw: st.DrawFn, most: int) -> tuple[Record, ...]:
    there: dict[UUID, Record] = {}
    for kind in KINDS.values():
        for _ in range(draw(st.integers(0, most))):
            record = draw(record_of(kind, there.values()))
            if record is not None:
                there.setdefault(record.id, record)
    return tuple(there.values())


def proposals(records: Iterable[Record], most: int = 6) -> st.SearchStrategy[Proposal]:
    """Proposals of 1 to about `most` inserts, changes and deletes that fit the records and break no rule."""
    return _proposals({record.id: record for record in records}, most)


@st.composite
def _proposals(draw: st.DrawFn, there: dict[UUID, Record], most: int) -> Proposal:
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, most))):
        more = draw(_edits(there, allow_none=bool(edits)))
        edits += more
        there = applied(there, more)
    return Proposal(Source(draw(st.sampled_from(("plan.txt", ""))), None, ""), say("Drawn"), tuple(edits))


@st.composite
def _edits(draw: st.DrawFn, there: Mapping[UUID, Record], allow_none: bool) -> tuple[Edit, ...]:
    way = draw(st.sampled_from(("insert", "change", "delete"))) if there else "insert"
    if way == "delete":
        gone = draw(st.sampled_from(list(there.values())))
        return tuple(Delete(each) for each in (*dependents(MemorySnapshot(there.values()), gone), gone))
    if way == "change":
        return draw(_changes(there))
    kind = draw(st.sampled_from(list(KINDS.values()))) if there else r.Federation
    record = draw(record_of(kind, there.values()))
    if record is None or record.id in there:
        if allow_none:
            return ()
        record = r.Programme(id=draw(ids.filter(lambda new: new not in there)), name=draw(words))
    return (Insert(record),)


@st.composite
def _changes(draw: st.DrawFn, there: Mapping[UUID, Record]) -> tuple[Edit, ...]:
    held = draw(st.sampled_from(list(there.values())))
    kind = type(held)
    names = [spec.name for spec in fields_of(kind) if spec.name != "id"]
    reported = {"item_id", "period"} if isinstance(held, r.Progress) and held.chamber_id else set()
    free = [name for name in names if name not in _BOUND | reported]
    spec = field_of(kind, draw(st.sampled_from(free or names)))  # of some kinds no rule binds anything
    new = draw(_values(spec, _others(_pool(there.values()), spec, held.id)))
    return (Change(kind, held.id, spec.name, getattr(held, spec.name), new),)


_POST_ENDS = ("person_id", "member_id", "federation_id", "chamber_id")
_BOUND = frozenset({*_POST_ENDS, "target_mm", "mentor_id", "mentee_id", "part_id", "measure_id"})
"""Fields that rules bind to others: drawn together with those, and not changed alone."""


@st.composite
def record_of(draw: st.DrawFn, kind: type[Record], there: Iterable[Record]) -> Record | None:
    """A record of a kind that points only to what is there, with a few fields beside those it must have.

    None when what it needs is not there.
    """
    pool = _pool(there)
    values: dict[str, Any] = {}
    left = draw(_left_out(kind))
    for spec in fields_of(kind):
        if spec.name in left:
            continue
        if spec.refers_to and not spec.optional and not pool.get(spec.refers_to):
            return None
        values[spec.name] = draw(_values(spec, _others(pool, spec, values.get("id"))))
    record = _one_target(kind(**values))
    match record:
        case r.Post():
            return draw(_with_ends(record, pool, _POST_ENDS[:2], _POST_ENDS[2:]))
        case r.Rating():
            return draw(_with_ends(record, pool, ("chamber_id", "member_id")))
        case r.Pairing() if record.mentor_id == record.mentee_id:
            return None
        case r.Progress():
            parts = {each.id: each.measure_id for each in there if isinstance(each, r.SubMeasure)}
            of = parts.get(record.part_id or record.id, record.measure_id)
            drawn = dataclasses.replace(record, measure_id=of)
            return drawn if _may_report(drawn, there) else dataclasses.replace(drawn, chamber_id=None)
        case _:
            return record


def _may_report(report: r.Progress, there: Iterable[Record]) -> bool:
    """Whether its chamber is one of the federation whose plan it reports on, and has not done so yet."""
    held = MemorySnapshot(there)
    item = held.get(r.PlanItem, report.item_id)
    theme = held.get(r.Theme, item.theme_id) if item else None
    plan = held.get(r.Plan, theme.plan_id) if theme else None
    chamber = held.get(r.Chamber, report.chamber_id) if report.chamber_id else None
    told = held.where(r.Progress, chamber_id=report.chamber_id, period=report.period) if chamber else ()
    is_told = any(_subject(each) == _subject(report) for each in told)
    return bool(plan and chamber and chamber.federation_id == plan.federation_id and not is_told)


def _subject(report: r.Progress) -> UUID:
    return report.part_id or report.measure_id or report.item_id


@cache
def _left_out(kind: type[Record]) -> st.SearchStrategy[set[str]]:
    free = [field.name for field in dataclasses.fields(kind) if field.default is not dataclasses.MISSING]
    some = st.lists(st.sampled_from(free), max_size=3) if free else st.just([])
    return some.map(lambda given: set(free) - set(given))


@st.composite
def _with_ends(
    draw: st.DrawFn, drawn: Record, pool: Mapping[str, Sequence[UUID]], *ends: tuple[str, ...]
) -> Record | None:
    """The record with just one of each group of references: a post has one holder and one body."""
    record = drawn
    for group in ends:
        found = [
            (end, target)
            for end in group
            for target in pool.get(field_of(type(record), end).refers_to or "", ())
        ]
        if not found:
            return None
        for end in group:
            record = with_field(record, end, None)
        record = with_field(record, *draw(st.sampled_from(found)))
    return record


def _one_target(record: Record) -> Record:
    """A section of an article with a target in lines or in millimetres, not in both."""
    if isinstance(record, r.ArticleSection) and record.target_lines is not None:
        return dataclasses.replace(record, target_mm=None)
    return record


def _pool(records: Iterable[Record]) -> dict[str, list[UUID]]:
    pool: dict[str, list[UUID]] = {}
    for record in records:
        pool.setdefault(type(record).__name__, []).append(record.id)
    return pool


def _others(
    pool: Mapping[str, Sequence[UUID]], spec: FieldSpec, record_id: UUID | None
) -> Mapping[str, Sequence[UUID]]:
    """The pool for a reference, by which no record comes to stand above itself."""
    if not record_id or spec.name != "parent_id":
        return pool
    return {kind: [other for other in ids if other < record_id] for kind, ids in pool.items()}


def _values(spec: FieldSpec, pool: Mapping[str, Sequence[UUID]]) -> st.SearchStrategy[Any]:
    if not spec.refers_to:
        return _plain_values(spec)
    found = [*pool.get(spec.refers_to, ()), *([None] if spec.optional else [])]
    return st.sampled_from(found)


@cache  # making a strategy costs more than drawing from it
def _plain_values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    if spec.name in ("rank", "period"):
        some = ranks if spec.name == "rank" else st.sampled_from(_PERIODS)
    elif spec.name in _ROOMS:
        some = _ROOMS[spec.name]
    elif spec.type is PlanState:  # a closed plan refuses edits; tests of that close it themselves
        some = st.sampled_from((PlanState.DRAFT, PlanState.APPROVED))
    else:
        some = _PLAIN[spec.type] if spec.type in _PLAIN else st.sampled_from(list(spec.type))
    return some | st.none() if spec.optional else some


_ROOMS: dict[str, st.SearchStrategy[Any]] = {
    "target_lines": st.integers(1, 400),
    "target_mm": st.decimals(1, 900, places=1),
}
"""What a section of an article is to fill."""

_PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(0, 2040),
    bool: st.booleans(),
    Decimal: numbers,
    date: st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    UUID: ids,
}

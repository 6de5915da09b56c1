"""Counts kept in the store: after any changes and undos they are what a rebuild and a clerk would come to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

import factories as f
from county import counting, county
from moushi.changes.model import Change, Delete, Edit, Insert, applied, typed
from moushi.domain import records as r
from moushi.domain.kinds import ActivityKind, CountRule, MeasureSource, MemberKind, Role
from moushi.domain.record import Record, field_of, pointers
from moushi.domain.snapshot import MemorySnapshot, dependents
from moushi.store import Store, counted, doctor
from moushi.store.schema import DERIVED_COUNT
from recount import Clerk
from stores import DERIVED_TABLES, emptied_store, rows, tamper

_DAYS = (date(2029, 6, 1), date(2030, 2, 28), date(2031, 1, 1), date(2031, 5, 31), date(2031, 6, 1))
_VALUES: dict[str, tuple[Any, ...]] = {
    "year": (2029, 2030, 2031),
    "rating_year": (2030, 2031, None),
    "term_years": (1, 3, 5, None),
    "years": (1, 5, None),
    "term_number": (1, 2, None),
    "birth_year": (1985, 1986, 2000, None),
    "level": ("", "省级", "市级四好商会", "县"),
    "rating_level": ("", "省级四好商会", "市"),
}
_CHANGED: dict[type[Record], tuple[str, ...]] = {
    r.Township: ("federation_id", "name"),
    r.Chamber: (
        *("federation_id", "township_id", "founded_on", "dissolved_on", "term_number", "term_began_on"),
        *("term_years", "term_extended_to", "party_branch", "rating_level", "rating_year", "secretary"),
    ),
    r.ChamberTerm: ("chamber_id", "began_on", "ended_on", "years", "extended_to"),
    r.Member: ("federation_id", "kind", "joined_on", "left_on", "new_generation", "birth_year", "name"),
    r.Post: ("role", "member_id", "federation_id", "from_on", "to_on"),
    r.Rating: ("level", "year"),
    r.Pairing: ("mentor_id", "from_on", "to_on"),
    r.Plan: ("federation_id", "year", "slogan"),
    r.Theme: ("plan_id", "lead"),
    r.PlanItem: ("theme_id", "text"),
    r.Measure: ("source", "rule", "activity_kind", "level", "serving_only", "item_id", "target"),
    r.SubMeasure: ("rule", "activity_kind", "level", "target"),
    r.MeasureChamber: ("chamber_id", "measure_id"),
    r.Activity: (
        *("federation_id", "kind", "held_on", "people", "collected", "closed", "cases", "settled"),
        *("jobs", "villages", "amount", "fee", "title", "until"),
    ),
    r.Participation: ("activity_id", "member_id"),
    r.ActivityItem: ("activity_id", "item_id"),
}


@settings(max_examples=6, deadline=None, phases=[Phase.generate])  # making it smaller takes minutes
@given(data=st.data())
def test_after_any_changes_and_undos_the_counts_are_what_a_clerk_counts(data: st.DataObject) -> None:
    start = county(seed=data.draw(st.integers(0, 3)), scale=0.002)
    held: dict[UUID, Record] = {record.id: record for record in start.records}
    with emptied_store() as store:
        store.apply(f.proposal(*start.records))
        for _ in range(data.draw(st.integers(1, 7))):
            edits = [each for _ in range(data.draw(st.integers(1, 3))) for each in data.draw(_edits(held))]
            edits = _fitting(held, edits)
            if not edits:
                continue
            store.apply(f.proposal(*edits))
            held = applied(held, edits)
        _is_right(store, held.values())
        for _ in range(data.draw(st.integers(0, 3))):
            if store.undo_candidate() and len(store.history()) > 1:
                edits = list(store.undo().review.accepted.edits)
                store.apply(store.undo().review.accepted)
                held = applied(held, edits)
        _is_right(store, held.values())


def _is_right(store: Store, records: Any) -> None:
    kept = rows(store.path, DERIVED_TABLES)
    assert kept_counts(store) == Clerk(records).counts()
    store.rebuild_derived()
    assert rows(store.path, DERIVED_TABLES) == kept


def kept_counts(store: Store) -> dict[tuple[UUID, date], tuple[Decimal, Decimal | None]]:
    with store.database.read() as connection:
        found = connection.execute(select(DERIVED_COUNT)).all()
    return {(row.subject_id, row.as_of): (row.value, row.base) for row in found}


def _fitting(held: dict[UUID, Record], edits: list[Edit]) -> list[Edit]:
    """Those edits that fit one after the other: each of a record still there, and as the edit expects it."""
    kept: list[Edit] = []
    for edit in edits:
        there = held.get(edit.id)
        fits = (there is None) if isinstance(edit, Insert) else there is not None
        if isinstance(edit, Change):
            fits = fits and getattr(there, edit.field) == edit.old
        if isinstance(edit, Delete):
            fits = fits and there == edit.record and not dependents(MemorySnapshot(held.values()), there)
        if fits and (not isinstance(edit, Insert) or pointers(edit.record) <= held.keys()):
            kept.append(edit)
            held = applied(held, [edit])
    return kept


@st.composite
def _edits(draw: st.DrawFn, held: dict[UUID, Record]) -> list[Edit]:
    """A record changed, copied with something changed, or taken out with all that hangs on it."""
    kind = draw(st.sampled_from(list(_CHANGED)))
    some = [record for record in held.values() if isinstance(record, kind)]
    if not some:
        return []
    record = draw(st.sampled_from(some))
    way = draw(st.sampled_from(("change", "change", "insert", "delete")))
    if way == "delete" and kind not in (r.Plan, r.Theme):
        gone = (*dependents(MemorySnapshot(held.values()), record), record)
        return [Delete(each) for each in gone] if len(gone) < 60 else []
    name = draw(st.sampled_from(_CHANGED[kind]))
    value = draw(st.sampled_from(_values(record, name, held)))
    changed = replace(record, **{name: value})
    if _breaks_a_rule(changed):
        return []
    if way == "insert":
        return [Insert(replace(changed, id=draw(st.uuids(version=4))))]
    return [Change(kind, record.id, name, getattr(record, name), value)] if changed != record else []


def _breaks_a_rule(record: Record) -> bool:
    match record:
        case r.Post():
            has_body = (record.federation_id is None) != (record.chamber_id is None)
            return record.member_id is None or not has_body
        case r.Pairing():
            return record.mentor_id == record.mentee_id
        case _:
            return False


def _values(record: Record, name: str, held: dict[UUID, Record]) -> Sequence[Any]:
    """What a field may be changed to."""
    spec = field_of(type(record), name)
    empty = [None] if spec.optional else []
    if spec.refers_to:
        return [*(each.id for each in held.values() if type(each).__name__ == spec.refers_to), *empty]
    if name in _VALUES:
        return _VALUES[name]
    plain: dict[type, Sequence[Any]] = {
        date: _DAYS,
        bool: (True, False),
        str: ("", "改了"),
        int: (0, 3, 40),
        Decimal: (Decimal(0), Decimal("12.5"), Decimal(40)),
    }
    found = plain.get(spec.type)
    return [*(list(spec.type) if found is None else found), *empty]


@pytest.mark.parametrize("kind", list(_CHANGED), ids=lambda kind: kind.__name__)
def test_a_change_of_any_field_leaves_the_counts_that_a_rebuild_would_make(kind: type[Record]) -> None:
    rng = random.Random(11)
    start = county(seed=1, scale=0.002, years=(2031,))
    held: dict[UUID, Record] = {record.id: record for record in start.records}
    with emptied_store() as store:
        store.apply(f.proposal(*start.records))
        for name in _CHANGED[kind]:
            some = [record for record in held.values() if isinstance(record, kind)]
            for record in rng.sample(some, min(len(some), 2)):
                value = rng.choice(
                    [each for each in _values(record, name, held) if each != getattr(record, name)]
                )
                changed = replace(record, **{name: value})
                if _breaks_a_rule(changed):
                    continue
                store.apply(typed(kind, record.id, name, getattr(record, name), value))
                held[record.id] = changed
                with store.snapshot() as snapshot:
                    fresh = {(row["subject_id"], row["as_of"]): row for row in counted.count_rows(snapshot)}
                told = {key: (row["value"], row["base"]) for key, row in fresh.items()}
                assert kept_counts(store) == told, (name, record, value)


# -- what costs nothing ------------------------------------------------------------------------------------


@pytest.fixture
def frame() -> tuple[Record, ...]:
    of = f.federation()
    plan = f.plan(of)
    theme = f.theme(plan)
    item = f.item(theme)
    return of, plan, theme, item


def test_typing_a_members_name_reads_nothing_to_count(store: Store, frame: tuple[Record, ...]) -> None:
    of, item = frame[0], frame[3]
    member = f.member(of)
    measures = [counting(item, rule) for rule in CountRule]
    store.apply(f.proposal(*frame, member, *measures))
    with patch("moushi.store.counted.counts") as counts, _statements(store) as told:
        store.apply(typed(r.Member, member.id, "name", member.name, "远帆海洋科技有限公司"))
        store.apply(typed(r.Member, member.id, "phone", None, "13900000000"))
    counts.assert_not_called()
    assert not [each for each in told if "measure" in each.split("WHERE")[0] or "derived_count" in each]


def test_an_entry_of_the_ledger_counts_only_measures_of_its_year_and_federation(store: Store) -> None:
    of, other = f.federation(), f.federation("苇洲区工商联")
    records: list[Record] = [of, other]
    wanted = None
    for holder in (of, other):
        for year in (2030, 2031):
            plan = f.plan(holder, year)
            theme = f.theme(plan)
            item = f.item(theme)
            measure = counting(item, CountRule.ACTIVITIES)
            records += [plan, theme, item, measure, counting(item, CountRule.MEMBERS)]
            wanted = measure.id if (holder, year) == (of, 2031) else wanted
    store.apply(f.proposal(*records))
    with patch("moushi.store.counted.counts", wraps=counted.counts) as counts:
        store.apply(f.proposal(f.activity(of, held_on=date(2031, 3, 12))))
    assert [call.args[1].id for call in counts.call_args_list] == [wanted]


def test_members_taken_in_by_the_hundred_are_counted_once(store: Store, frame: tuple[Record, ...]) -> None:
    of, item = frame[0], frame[3]
    measure = counting(item, CountRule.MEMBERS)
    store.apply(f.proposal(*frame, measure))
    with patch("moushi.store.counted.counts", wraps=counted.counts) as counts:
        store.apply(f.proposal(*(f.member(of, f"{n}号公司", joined_on=date(2031, 2, 1)) for n in range(300))))
    assert counts.call_count == 1
    with store.snapshot() as snapshot:
        assert [count.value for count in snapshot.counts(measure.id)] == [0, *[300] * 11]


class _statements:  # noqa: N801  # reads as a function
    """The statements that a store runs within the block."""

    def __init__(self, store: Store) -> None:
        self._engine = store.database.engine
        self._told: list[str] = []

    def _hear(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self._told.append(statement)

    def __enter__(self) -> list[str]:
        event.listen(self._engine, "before_cursor_execute", self._hear)
        return self._told

    def __exit__(self, *_exc: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._hear)


def test_counts_that_do_not_fit_are_found_and_made_anew(store: Store, frame: tuple[Record, ...]) -> None:
    measure = counting(frame[3], CountRule.ACTIVITIES)
    store.apply(f.proposal(*frame, measure, f.activity(frame[0])))
    right = kept_counts(store)
    tamper(store.path, "UPDATE derived_count SET value = '7' WHERE as_of = '2031-05-31'")
    assert kept_counts(store) != right
    assert len(doctor(store)) == 1
    assert kept_counts(store) == right
    assert doctor(store) == []


def test_a_measure_that_no_longer_counts_itself_leaves_no_count(
    store: Store, frame: tuple[Record, ...]
) -> None:
    measure = counting(frame[3], CountRule.ACTIVITIES)
    part = f.sub_measure(measure, rule=CountRule.ENTERPRISES)
    store.apply(f.proposal(*frame, measure, part))
    assert {subject for subject, _ in kept_counts(store)} == {measure.id, part.id}
    store.apply(typed(r.Measure, measure.id, "source", MeasureSource.LEDGER, MeasureSource.HAND))
    assert kept_counts(store) == {}
    store.apply(store.undo().review.accepted)
    assert len(kept_counts(store)) == 24
    store.apply(f.proposal(Delete(part), Delete(measure)))
    assert kept_counts(store) == {}


def test_a_county_members_enterprise_on_the_citys_committee_is_the_citys_to_visit(store: Store) -> None:
    city = f.federation("群岛市工商联")
    of = f.federation(parent_id=city.id)
    plan = f.plan(city)
    theme = f.theme(plan)
    item = f.item(theme)
    measure = counting(item, CountRule.COMMITTEE_VISITED)
    firm = f.member(of)
    seat = f.post(firm, city, role=Role.EXECUTIVE_COMMITTEE)
    visit = f.activity(city, ActivityKind.VISIT)
    store.apply(
        f.proposal(city, of, plan, theme, item, measure, firm, seat, visit, f.participation(visit, firm))
    )
    assert kept_counts(store)[measure.id, date(2031, 3, 31)] == (1, 1)
    store.apply(typed(r.Member, firm.id, "kind", MemberKind.ENTERPRISE, MemberKind.GROUP))
    assert kept_counts(store)[measure.id, date(2031, 3, 31)] == (0, 0)

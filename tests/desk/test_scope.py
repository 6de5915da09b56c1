"""The scope of work: years and federations to choose from, and what gives way when a choice is gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.desk.desk import Desk
from moushi.desk.scope import federations, keep_federation, kept_federation, scope
from moushi.domain.kinds import Level
from moushi.domain.snapshot import MemorySnapshot
from stores import fresh_store

TODAY = date(2031, 3, 1)
CITY = f.federation("远洲市工商联", level=Level.CITY, region_code="339000")
LATE = f.federation("甲县工商联", region_code="339022")
EARLY = f.federation("乙县工商联", region_code="339021")
UNNUMBERED = f.federation("丙县工商联")
ALL = MemorySnapshot([UNNUMBERED, LATE, EARLY, CITY, f.plan(LATE, 2030), f.plan(EARLY, 2029)])


def test_the_city_stands_before_its_counties_and_counties_by_region() -> None:
    assert federations(ALL) == (CITY, EARLY, LATE, UNNUMBERED)
    assert federations(MemorySnapshot()) == ()


def test_one_may_look_at_years_with_plans_this_year_and_the_next() -> None:
    assert scope(ALL, TODAY).years == (2032, 2031, 2030, 2029)


def test_a_first_look_shows_the_newest_year_with_a_plan_and_all_federations() -> None:
    shown = scope(ALL, TODAY)
    assert shown.year == 2030
    assert shown.federation is None
    assert shown.choices == (None, CITY.id, EARLY.id, LATE.id, UNNUMBERED.id)
    assert shown.shown == shown.federations
    assert shown.one is None


def test_without_any_plan_it_is_this_year() -> None:
    assert scope(MemorySnapshot(), TODAY).year == 2031
    assert scope(MemorySnapshot(), TODAY).one is None


def test_a_chosen_year_and_federation_stay_while_they_are_there() -> None:
    shown = scope(ALL, TODAY, 2029, LATE.id)
    assert (shown.year, shown.federation, shown.shown) == (2029, LATE.id, (LATE,))
    assert shown.one == LATE


def test_a_year_or_federation_that_is_gone_gives_way() -> None:
    shown = scope(ALL, TODAY, 2019, uuid4())
    assert (shown.year, shown.federation) == (2030, None)


def test_the_federation_in_view_is_remembered_in_the_store(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        desk = Desk(store)
        assert kept_federation(desk) is None
        keep_federation(desk, LATE.id)
        assert kept_federation(desk) == LATE.id
        keep_federation(desk, None)
        assert kept_federation(desk) is None
        store.put_setting("federation in view", "garbled")
        assert kept_federation(desk) is None


def test_the_only_federation_is_the_one_that_is_meant() -> None:
    assert scope(MemorySnapshot([LATE]), TODAY).one == LATE


@given(
    st.lists(st.sampled_from([CITY, EARLY, LATE, UNNUMBERED]), unique=True),
    st.lists(st.integers(2020, 2040), max_size=3),
    st.none() | st.integers(2019, 2041),
    st.none() | st.sampled_from([CITY.id, LATE.id, UUID(int=1)]),
)
def test_whatever_was_chosen_the_choice_is_among_the_choices(
    held: list[object], years: list[int], year: int | None, federation: UUID | None
) -> None:
    records = [record for record in (CITY, EARLY, LATE, UNNUMBERED) if record in held]
    plans = [f.plan(of, each) for of in records for each in years]
    shown = scope(MemorySnapshot([*records, *plans]), TODAY, year, federation)
    assert shown.year in shown.years
    assert shown.federation in shown.choices
    assert list(shown.years) == sorted(set(shown.years), reverse=True)
    if year in shown.years:
        assert shown.year == year
    if federation in {record.id for record in records}:
        assert shown.federation == federation

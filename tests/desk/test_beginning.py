"""First start, new plans and copies of last year's plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Insert, Proposal, applied, inverse
from moushi.desk import beginning
from moushi.desk.beginning import Beginning, begin, copy_plan
from moushi.desk.desk import open_for_work
from moushi.desk.rolling import moved
from moushi.domain.kinds import Level, PlanState, StateOverride
from moushi.domain.record import Record
from moushi.domain.records import (
    Federation,
    ItemUnit,
    Measure,
    Milestone,
    Passage,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
    Township,
)
from moushi.domain.snapshot import MemorySnapshot, in_order
from moushi.errors import MoushiError
from stores import emptied_store

COUNTIES = beginning.counties()
DAISHAN = Beginning("岱山县工商联", Level.COUNTY, 2031, ("高亭镇", "秀山乡"), "舟山市工商联", code="330921")


def after(records: tuple[Record, ...], proposal: Proposal) -> MemorySnapshot:
    return MemorySnapshot(applied({r.id: r for r in records}, proposal.edits).values())


# -- the county --------------------------------------------------------------------------------------------


def test_every_county_has_a_city_above_it_and_townships_without_doubles():
    for county in COUNTIES:
        assert county.city
        assert county.townships == beginning.township_names("\n".join(county.townships))
        assert county.code is None or (len(county.code) == 6 and county.code.isdigit())
        assert beginning.county_named(county.name, COUNTIES) is county


def test_a_county_is_known_with_or_without_its_last_character():
    assert beginning.county_named(" 岱山 ", COUNTIES).code == "330921"
    assert beginning.county_named("云屿县", COUNTIES) is None
    assert beginning.county_named("", COUNTIES) is None
    assert beginning.county_named("SSX", COUNTIES).name == "嵊泗县"
    assert beginning.county_named("dsx", COUNTIES) is None  # two counties are called so


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("岱山县", "岱山县工商联"),
        (" 舟山市 ", "舟山市工商联"),
        ("岱山县工商联", "岱山县工商联"),
        ("岱山县工商业联合会", "岱山县工商业联合会"),
        ("", ""),
    ],
)
def test_a_federation_is_called_after_its_place(place, name):
    assert beginning.federation_name(place) == name


def test_the_level_is_known_by_the_places_last_character_or_from_the_list():
    assert beginning.level_of("普陀区工商联") is Level.DISTRICT
    assert beginning.level_of("玉环市") is Level.COUNTY
    assert beginning.level_of("舟山市工商联", COUNTIES) is Level.CITY


def test_townships_are_read_line_by_line_or_between_commas_without_blanks_and_doubles():
    assert beginning.township_names("高亭镇\n\n  东沙镇 \r\n高亭镇、秀山乡，岱东镇") == (
        "高亭镇",
        "东沙镇",
        "秀山乡",
        "岱东镇",
    )
    assert beginning.township_names("  \n ") == ()


# -- the first start ---------------------------------------------------------------------------------------


def test_the_first_start_is_one_change_with_federation_city_townships_and_a_draft():
    made = after((), begin(MemorySnapshot(), DAISHAN))
    city, county = made.where(Federation, level=Level.CITY)[0], made.where(Federation, name="岱山县工商联")[0]
    assert (city.name, county.parent_id, county.region_code) == ("舟山市工商联", city.id, "330921")
    assert county.short_name == "岱山县"
    assert {township.name for township in made.where(Township)} == {"高亭镇", "秀山乡"}
    (plan,) = made.where(Plan)
    assert (plan.year, plan.state, plan.heading) == (2031, PlanState.DRAFT, "岱山县工商联：")


def test_what_is_there_already_stays_and_is_completed():
    of = f.federation("岱山县工商联", short_name="岱山", region_code="1")
    town = f.township(of, "高亭镇")
    proposal = begin(MemorySnapshot((of, town)), DAISHAN)
    made = after((of, town), proposal)
    (county,) = made.where(Federation, level=Level.COUNTY)
    assert (county.short_name, county.region_code) == ("岱山", "330921")
    assert len(made.where(Township)) == 2
    with pytest.raises(MoushiError, match="there already"):
        begin(made, DAISHAN)


@pytest.mark.parametrize(
    ("name", "city"), [("", ""), ("  ", "舟山市工商联"), ("舟山市工商联", "舟山市工商业联合会")]
)
def test_a_federation_without_a_name_or_above_itself_is_refused(name, city):
    with pytest.raises(MoushiError):
        begin(MemorySnapshot(), Beginning(name, Level.COUNTY, 2031, (), city))


@pytest.mark.parametrize("county", COUNTIES, ids=lambda county: county.name)
def test_each_county_shipped_can_begin(county):
    told = Beginning(
        beginning.federation_name(county.name),
        county.level,
        2031,
        county.townships,
        beginning.federation_name(county.city),
        code=county.code,
    )
    with emptied_store() as store:
        with store.snapshot() as snapshot:
            proposal = begin(snapshot, told)
        change = store.apply(proposal)
        with store.snapshot() as snapshot:
            assert len(snapshot.where(Township)) == len(county.townships)
        store.apply(store.undo(change.id).review.accepted)
        with store.snapshot() as snapshot:
            assert snapshot.where(Federation) == ()


# -- plans -------------------------------------------------------------------------------------------------


def test_a_new_plan_is_blank_and_headed_by_its_federation():
    of = f.federation()
    made = after((of,), beginning.new_plan(MemorySnapshot((of,)), of.id, 2032))
    (plan,) = made.where(Plan)
    assert (plan.heading, plan.slogan, plan.state) == (f"{of.name}：", "", PlanState.DRAFT)
    with pytest.raises(MoushiError, match="already"):
        beginning.new_plan(made, of.id, 2032)


def test_a_plan_of_a_federation_that_is_gone_is_refused():
    with pytest.raises(MoushiError, match="no longer there"):
        beginning.new_plan(MemorySnapshot(), f.federation().id, 2032)


def the_item() -> tuple[Record, ...]:
    of = f.federation()
    plan = f.plan(of, 2031, slogan="稳扎稳打", state=PlanState.CLOSED)
    theme = f.theme(plan)
    item = f.item(
        theme,
        due_on=date(2032, 2, 29),
        state_override=StateOverride.SUSPENDED,
        override_reason="待审批",
        responsible="禾小满",
        leader="舷如一",
    )
    step = f.milestone(item, due_on=date(2031, 6, 30), done_on=date(2031, 6, 2))
    measure = f.measure(item, due_on=date(2031, 12, 31))
    programme = f.programme()
    return (
        of,
        plan,
        f.passage(plan),
        theme,
        item,
        f.unit(item),
        step,
        measure,
        f.sub_measure(measure, target=Decimal(1)),
        programme,
        f.item_programme(item, programme),
        f.progress(measure, value=Decimal(1)),
    )


def copied(records: tuple[Record, ...], year: int = 2032) -> MemorySnapshot:
    (plan,) = (r for r in records if isinstance(r, Plan) and r.year == 2031)
    proposal = copy_plan(MemorySnapshot(records), plan, year)
    made = [edit.record for edit in proposal.edits if isinstance(edit, Insert)]
    return MemorySnapshot(made)


def test_a_copy_moves_dates_a_year_on_and_begins_anew():
    made = copied(the_item())
    (plan,), (item,), (step,), (measure,) = map(made.where, (Plan, PlanItem, Milestone, Measure))
    assert (plan.year, plan.slogan, plan.state) == (2032, "稳扎稳打", PlanState.DRAFT)
    assert item.due_on == date(2033, 2, 28)
    assert (item.state_override, item.override_reason) == (None, "")
    assert (item.responsible, item.leader) == ("禾小满", "舷如一")
    assert (step.due_on, step.done_on) == (date(2032, 6, 30), None)
    assert measure.due_on == date(2032, 12, 31)
    assert len(made.where(SubMeasure)) == len(made.where(ItemUnit)) == 1
    assert made.where(Progress) == ()


def test_a_blank_plan_of_that_year_is_filled_and_one_with_parts_is_refused():
    records = the_item()
    blank = f.plan(records[0], 2032)
    made = copied((*records, blank))
    assert made.where(Plan) == ()
    assert {theme.plan_id for theme in made.where(Theme)} == {blank.id}
    with pytest.raises(MoushiError, match="already"):
        copied((*records, blank, f.theme(blank)))


def test_the_newest_plan_before_the_year_is_continued():
    of = f.federation()
    records = (of, *(f.plan(of, year, slogan=str(year)) for year in (2028, 2030, 2033)))
    made = after(records, beginning.continue_plan(MemorySnapshot(records), of.id, 2032))
    assert made.where(Plan, year=2032)[0].slogan == "2030"
    with pytest.raises(MoushiError, match="no plan before"):
        beginning.continue_plan(MemorySnapshot(records), of.id, 2028)


def texts(snapshot: MemorySnapshot, plan: Plan) -> list[object]:
    """What a person reads of a plan, in its order."""
    told: list[object] = []
    passages, themes = snapshot.where(Passage, plan_id=plan.id), snapshot.where(Theme, plan_id=plan.id)
    for part in in_order((*passages, *themes)):
        if isinstance(part, Passage):
            told.append((part.rank, part.kind, part.text))
            continue
        told.append((part.rank, part.lead, part.label))
        for item in snapshot.where(PlanItem, theme_id=part.id):
            told.append((item.rank, item.text, item.short_title, item.begins_paragraph))
            told += [(u.rank, u.name) for u in snapshot.where(ItemUnit, item_id=item.id)]
            told += [(m.rank, m.text) for m in snapshot.where(Milestone, item_id=item.id)]
            for measure in snapshot.where(Measure, item_id=item.id):
                told.append((measure.rank, measure.name, measure.target, measure.unit))
                told += [(s.rank, s.name) for s in snapshot.where(SubMeasure, measure_id=measure.id)]
    return told


@given(st.data())
def test_a_copy_keeps_texts_and_order_uses_no_id_again_and_is_taken_back_cleanly(data):
    records = data.draw(f.counties(most=3))
    before = {record.id: record for record in records}
    plans = [record for record in records if isinstance(record, Plan)]
    assume(plans)
    plan = data.draw(st.sampled_from(plans))
    year = plan.year + 1
    proposal = copy_plan(MemorySnapshot(records), plan, year)
    inserted = [edit.record for edit in proposal.edits if isinstance(edit, Insert)]
    assert not any(isinstance(edit, Change) for edit in proposal.edits)
    assert not {record.id for record in inserted} & before.keys()
    assert len({record.id for record in inserted}) == len(inserted)
    made = applied(before, proposal.edits)
    snapshot = MemorySnapshot(made.values())
    (new,) = (record for record in inserted if isinstance(record, Plan))
    assert texts(snapshot, new) == texts(snapshot, plan)
    assert applied(made, inverse(proposal.edits)) == before


@given(f.counties(most=2), st.integers(-3, 3))
def test_a_store_takes_a_copy_and_gives_it_back(records, years):
    plans = [record for record in records if isinstance(record, Plan)]
    assume(plans and years)
    with emptied_store() as store:
        store.apply(f.proposal(*records))
        with store.snapshot() as snapshot:
            proposal = copy_plan(snapshot, plans[0], plans[0].year + years)
        change = store.apply(proposal)
        review = store.undo(change.id)
        assert review.applies_at_once
        store.apply(review.review.accepted)
        with store.snapshot() as snapshot:
            assert len(snapshot.where(Plan)) == len(plans)


@given(st.dates(date(1, 1, 1)), st.integers(-3, 3))
def test_a_day_moves_by_whole_years(day, years):
    there = moved(day, years)
    assert (there.month, min(there.day, 28)) == (day.month, min(day.day, 28))
    assert there.year == min(max(day.year + years, 1), 9999)


# -- the sample --------------------------------------------------------------------------------------------


def test_the_sample_lies_in_a_store_of_its_own_and_is_made_only_once(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path))
    now = datetime(2031, 3, 1, tzinfo=UTC)
    place = beginning.make_sample(now)
    assert place == tmp_path / "moushi-sample.sqlite"
    with open_for_work(place) as desk, desk.snapshot() as snapshot:
        assert len(snapshot.where(PlanItem)) > 20
    made = place.stat().st_mtime_ns
    assert beginning.make_sample(now) == place
    assert place.stat().st_mtime_ns == made

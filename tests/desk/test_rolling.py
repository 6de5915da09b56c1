"""An unfinished item goes on in next year's plan. County and people are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Insert, inverse
from moushi.changes.rules import check
from moushi.desk.beginning import copy_plan
from moushi.desk.rolling import Goals, is_open, links, number_in_plan, roll_over, rolled, themes_for
from moushi.domain.kinds import (
    ActivityKind,
    CountRule,
    Direction,
    MeasureKind,
    MeasureSource,
    PlanState,
    StateOverride,
)
from moushi.domain.records import (
    KINDS,
    Continuation,
    ItemProgramme,
    ItemUnit,
    Measure,
    MeasureChamber,
    Milestone,
    Plan,
    PlanItem,
    SubMeasure,
    Theme,
)
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from reports import apply

COUNTY = make.federation()
PLAN = make.plan(COUNTY, 2030)
OPENING = make.theme(PLAN, "一是开好局。", rank="1", label="开局")
THEME = make.theme(PLAN, "二是办实事。", rank="2", label="实事")
FIRST = make.item(OPENING, "学习；")
FAIR = make.item(
    THEME, "办六场渔具展。", short_title="渔具展", leader="禾小满", due_on=date(2030, 11, 30), rank="1"
)
FAIRS = make.measure(FAIR, "渔具展", target=Decimal(6), due_on=date(2030, 12, 31))
TOWNS = make.sub_measure(FAIRS, "镇上", target=Decimal(4))
RECORDS = (COUNTY, PLAN, OPENING, THEME, FIRST, FAIR, FAIRS, TOWNS)


def county(*more):
    return MemorySnapshot((*RECORDS, *more))


def roll(snapshot, item=FAIR, *args):
    """The county after an item was rolled over, and the item that continues it."""
    proposal = roll_over(snapshot, item, *args)
    check(proposal.edits, snapshot, {e.id: e.record for e in proposal.edits if isinstance(e, Insert)})
    after, _ = apply(snapshot, proposal)
    new = after.get(PlanItem, rolled(proposal))
    assert new is not None
    return after, new


def test_text_people_units_programmes_and_open_steps_go_along_a_year_on():
    programme = make.programme()
    before = county(
        make.unit(FAIR, "会员部"),
        programme,
        make.item_programme(FAIR, programme),
        make.milestone(FAIR, "定下场地", done_on=date(2030, 3, 1), rank="1"),
        make.milestone(FAIR, "布展", due_on=date(2030, 10, 31), rank="2"),
    )
    after, new = roll(before)
    assert (new.text, new.short_title, new.leader) == (FAIR.text, "渔具展", "禾小满")
    assert new.due_on == date(2031, 11, 30)
    assert [unit.name for unit in after.where(ItemUnit, item_id=new.id)] == ["会员部"]
    assert [link.programme_id for link in after.where(ItemProgramme, item_id=new.id)] == [programme.id]
    assert [(s.text, s.due_on) for s in after.where(Milestone, item_id=new.id)] == [
        ("布展", date(2031, 10, 31))
    ]


def test_the_plan_and_the_theme_are_made_where_they_are_not_there():
    after, new = roll(county())
    (plan,) = after.where(Plan, year=2031)
    theme = after.get(Theme, new.theme_id)
    assert (theme.plan_id, theme.lead, theme.label) == (plan.id, "二是办实事。", "实事")
    assert plan.state is PlanState.DRAFT


def test_it_goes_to_the_end_of_the_theme_of_the_same_label_else_lead_else_the_one_chosen():
    plan = make.plan(COUNTY, 2031)
    alike = make.theme(plan, "二是多办实事。", label="实事", rank="1")
    other = make.theme(plan, "二是办实事。", rank="2")
    there = make.item(alike, "先有的一条。", rank="5")
    before = county(plan, alike, other, there)
    after, new = roll(before)
    assert new.theme_id == alike.id
    assert [item.id for item in after.where(PlanItem, theme_id=alike.id)] == [there.id, new.id]
    assert roll(before, FAIR, Goals.SAME, other)[1].theme_id == other.id
    assert roll(county(plan, other))[1].theme_id == other.id
    assert themes_for(before, FAIR) == ((alike, other), alike)


def test_goals_are_what_remains_or_the_same():
    done = (make.progress(FAIRS, "2030-03", value=Decimal(2)),)
    parts = (make.part_progress(TOWNS, FAIRS, "2030-03", value=Decimal(1)),)
    after, new = roll(county(*done, *parts))
    (measure,) = after.where(Measure, item_id=new.id)
    (part,) = after.where(SubMeasure, measure_id=measure.id)
    assert (measure.target, part.target) == (4, 3)
    assert measure.due_on == date(2031, 12, 31)
    after, new = roll(county(*done, *parts), FAIR, Goals.SAME)
    (measure,) = after.where(Measure, item_id=new.id)
    assert measure.target == 6


def test_a_measure_that_is_reached_does_not_remain():
    reached = make.progress(FAIRS, "2030-03", value=Decimal(6))
    other = make.measure(FAIR, "签约", target=Decimal(3), rank="2")
    after, new = roll(county(reached, other))
    assert [measure.name for measure in after.where(Measure, item_id=new.id)] == ["签约"]
    after, new = roll(county(reached, other), FAIR, Goals.SAME)
    assert len(after.where(Measure, item_id=new.id)) == 2


def test_ceilings_and_shares_stay_as_they_are():
    cost = make.measure(
        FAIR, "经费", kind=MeasureKind.AMOUNT, direction=Direction.AT_MOST, target=Decimal(200_000), rank="2"
    )
    share = make.measure(FAIR, "满意率", kind=MeasureKind.RATIO, target=Decimal("0.95"), rank="3")
    reports = (
        make.progress(cost, "2030", value=Decimal(300_000)),
        make.progress(share, "2030", value=Decimal("0.6")),
    )
    after, new = roll(county(cost, share, *reports))
    targets = {measure.name: measure.target for measure in after.where(Measure, item_id=new.id)}
    assert (targets["经费"], targets["满意率"]) == (200_000, Decimal("0.95"))


def test_what_the_ledger_counted_is_taken_off():
    visits = make.measure(
        FAIR,
        "走访",
        target=Decimal(5),
        rank="2",
        source=MeasureSource.LEDGER,
        rule=CountRule.ACTIVITIES,
        activity_kind=ActivityKind.VISIT,
    )
    held = [make.activity(COUNTY, held_on=date(2030, month, 5)) for month in (2, 4)]
    after, new = roll(county(visits, *held))
    targets = {measure.name: measure.target for measure in after.where(Measure, item_id=new.id)}
    assert targets["走访"] == 3


def test_chambers_named_for_renewal_go_on_until_they_are_renewed():
    renewed, overdue = (make.chamber(COUNTY, name) for name in ("鹭汀镇商会", "沙角乡商会"))
    renewed = make.chamber(COUNTY, renewed.name, id=renewed.id, term_began_on=date(2030, 5, 1))
    renewal = make.measure(
        FAIR,
        "换届",
        kind=MeasureKind.RATIO,
        target=None,
        unit="家",
        rank="2",
        source=MeasureSource.REGISTER,
        rule=CountRule.CHAMBERS_RENEWED,
    )
    named = [make.measure_chamber(renewal, each) for each in (renewed, overdue)]
    after, new = roll(county(renewed, overdue, renewal, *named))
    measure = next(each for each in after.where(Measure, item_id=new.id) if each.name == "换届")
    assert [n.chamber_id for n in after.where(MeasureChamber, measure_id=measure.id)] == [overdue.id]


def test_each_leads_to_the_other():
    after, new = roll(county())
    (there,) = links(after, FAIR)
    (back,) = links(after, new)
    assert str(back.words) == "Continues 2030, item 2: 渔具展"
    assert str(there.words) == "Carried on in 2031, item 1: 渔具展"
    assert (back.id, there.id) == (FAIR.id, new.id)
    assert number_in_plan(after, FAIR) == 2
    with pytest.raises(MoushiError, match="goes on in the plan of"):
        roll_over(after, FAIR)


def test_it_is_one_change_that_is_taken_back_whole():
    before = county()
    proposal = roll_over(before, FAIR)
    after, _ = apply(before, proposal)
    taken_back, _ = apply(after, make.proposal(*inverse(proposal.edits)))
    assert taken_back.where(PlanItem) == before.where(PlanItem)
    assert taken_back.where(Plan) == before.where(Plan)
    assert taken_back.where(Continuation) == ()


def test_from_a_closed_plan_but_into_none():
    closed = make.plan(COUNTY, 2030, state=PlanState.CLOSED)
    after, new = roll(county(closed))
    assert after.get(PlanItem, new.id) == new
    next_year = make.plan(COUNTY, 2031, state=PlanState.CLOSED)
    with pytest.raises(MoushiError, match="is closed"):
        roll_over(county(next_year), FAIR)


def test_only_what_is_unfinished_is_open():
    today = date(2030, 12, 20)
    assert is_open(county(), FAIR, today)
    assert not is_open(county(make.progress(FAIRS, "2030-03", value=Decimal(6))), FAIR, today)
    cancelled = make.item(
        THEME, FAIR.text, id=FAIR.id, state_override=StateOverride.CANCELLED, override_reason="并入他项"
    )
    assert not is_open(county(cancelled), cancelled, today)
    after, _ = roll(county())
    assert not is_open(after, FAIR, today)


def test_a_copied_plan_continues_the_other_item_by_item():
    done = make.item(OPENING, FIRST.text, id=FIRST.id, done_on=date(2030, 5, 1))
    before = county(done)
    after, _ = apply(before, copy_plan(before, PLAN, 2031))
    pairs = {(c.continued_id, after.get(PlanItem, c.item_id).text) for c in after.where(Continuation)}
    assert pairs == {(FIRST.id, "学习；"), (FAIR.id, FAIR.text)}
    (new,) = (item for item in after.where(PlanItem) if item.text == "学习；" and item.id != FIRST.id)
    assert new.done_on is None


@settings(max_examples=60)
@given(make.counties(), st.sampled_from(Goals), st.data())
def test_whatever_hangs_on_an_item_it_goes_along_whole_and_is_taken_back_whole(records, goals, data):
    snapshot = MemorySnapshot(records)
    items = snapshot.where(PlanItem)
    if not items:
        return
    item = data.draw(st.sampled_from(items))
    try:
        proposal = roll_over(snapshot, item, goals)
    except MoushiError:
        return
    check(proposal.edits, snapshot, {e.id: e.record for e in proposal.edits if isinstance(e, Insert)})
    after, _ = apply(snapshot, proposal)
    (link,) = (
        each for each in after.where(Continuation, continued_id=item.id) if each.item_id == rolled(proposal)
    )
    assert after.get(PlanItem, link.item_id).text == item.text
    assert after.get(PlanItem, item.id) == item
    back, _ = apply(after, make.proposal(*inverse(proposal.edits)))
    for kind in KINDS.values():
        assert back.where(kind) == snapshot.where(kind)

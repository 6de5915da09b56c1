"""Measures that count themselves: how they are set up, what they come to, and what the text suggests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import inverse
from moushi.compile import return_rows
from moushi.desk import measuring, suggesting
from moushi.desk.measuring import Mark
from moushi.domain.counting import RULES
from moushi.domain.kinds import ActivityKind, CountRule, MeasureKind, MeasureSource
from moushi.domain.period import parse_period
from moushi.domain.record import with_field
from moushi.domain.records import Measure, MeasureChamber, SubMeasure
from moushi.domain.returns import Rows
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from reports import apply

COUNTY = make.federation()
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN)
ITEM = make.item(THEME, "开好6场恳谈会，办结企业诉求60件；办好两场渔具展。")
MEASURE = make.measure(ITEM, "恳谈会", unit="场", target=Decimal(6))
TOWNS = [make.township(COUNTY, name) for name in ("鹭汀镇", "沙角乡")]
CHAMBERS = [
    make.chamber(COUNTY, "鹭汀镇商会", township_id=TOWNS[0].id, founded_on=date(2026, 1, 1)),
    make.chamber(COUNTY, "渔具行业协会"),
]
RECORDS = (COUNTY, PLAN, THEME, ITEM, MEASURE, *TOWNS, *CHAMBERS)


def county(*more):
    return MemorySnapshot((*RECORDS, *more))


def changed(snapshot, proposal, subject=MEASURE):
    after, _ = apply(snapshot, proposal)
    return after, after.get(type(subject), subject.id)


def test_every_rule_is_offered_for_its_source_alone():
    offered = [rule for source in MeasureSource for rule in measuring.rules_of(source)]
    assert sorted(offered) == sorted(CountRule)
    assert measuring.rules_of(MeasureSource.HAND) == ()


def test_a_rule_brings_its_unit_and_its_kind_where_they_are_open():
    bare = make.measure(ITEM, "覆盖", unit="", target=None, source=MeasureSource.REGISTER)
    snapshot = county(bare)
    _, measure = changed(snapshot, measuring.set_rule(snapshot, bare, CountRule.TOWNSHIPS_COVERED), bare)
    assert (measure.kind, measure.unit) == (MeasureKind.RATIO, "个")
    money = make.measure(ITEM, "善款", unit="万元", source=MeasureSource.LEDGER)
    snapshot = county(money)
    _, measure = changed(snapshot, measuring.set_rule(snapshot, money, CountRule.AMOUNT), money)
    assert (measure.kind, measure.unit) == (MeasureKind.AMOUNT, "万元")


def test_another_source_takes_away_what_fits_it_no_longer_in_one_change():
    own = make.measure(
        ITEM,
        "换届",
        id=MEASURE.id,
        source=MeasureSource.REGISTER,
        rule=CountRule.CHAMBERS_RENEWED,
    )
    part = make.sub_measure(own, "省级", rule=CountRule.CHAMBERS_RATED, level="省级")
    snapshot = county(own, part, make.measure_chamber(own, CHAMBERS[0]))
    proposal = measuring.set_source(snapshot, own, MeasureSource.LEDGER)
    after, measure = changed(snapshot, proposal)
    assert (measure.source, measure.rule) == (MeasureSource.LEDGER, None)
    assert after.where(MeasureChamber) == ()
    (left,) = after.where(SubMeasure)
    assert (left.rule, left.level) == (None, "")
    back, _ = apply(after, make.proposal(*inverse(proposal.edits)))
    assert back.where(Measure) == snapshot.where(Measure)
    assert back.where(MeasureChamber) == snapshot.where(MeasureChamber)


@given(
    st.sampled_from(MeasureSource),
    st.sampled_from((None, *CountRule)),
    st.sampled_from((None, *ActivityKind)),
    st.sampled_from(("", "省级")),
    st.booleans(),
    st.sampled_from(MeasureSource),
)
def test_whatever_stood_there_a_new_source_leaves_nothing_that_does_not_fit(
    source, rule, kind, level, serving, wanted
):
    own = make.measure(
        ITEM,
        "恳谈会",
        id=MEASURE.id,
        source=source,
        rule=rule,
        activity_kind=kind,
        level=level,
        serving_only=serving,
    )
    snapshot = county(own)
    proposal = measuring.set_source(snapshot, own, wanted)
    _, measure = changed(snapshot, proposal) if proposal else (snapshot, own)
    assert measure.source is wanted
    assert measure.rule is None or RULES[measure.rule].source is wanted
    allowed = measuring.narrowings_of(measure.rule)
    held = {"activity_kind": kind, "level": level, "serving_only": serving}
    for name in held:
        assert name in allowed or getattr(measure, name) in (None, "", False)


def test_the_records_that_are_counted_and_those_that_are_missing_are_listed():
    own = make.measure(
        ITEM,
        "覆盖",
        id=MEASURE.id,
        kind=MeasureKind.RATIO,
        unit="个",
        target=None,
        source=MeasureSource.REGISTER,
        rule=CountRule.TOWNSHIPS_COVERED,
    )
    found = measuring.counted(county(own), own, date(2031, 6, 30))
    assert "townships with a live chamber" in str(found.rule)
    assert str(found.value) == "6-30: 1/2个"
    assert [(line.text, line.mark) for line in found.lines] == [
        ("沙角乡", Mark.MISSING),
        ("鹭汀镇", Mark.COUNTED),
    ]


def test_entries_of_the_ledger_are_told_by_day_and_title_as_of_the_day():
    own = with_field(with_field(MEASURE, "source", MeasureSource.LEDGER), "rule", CountRule.ACTIVITIES)
    own = with_field(own, "activity_kind", ActivityKind.DIALOGUE)
    held = [
        make.activity(COUNTY, ActivityKind.DIALOGUE, title="春季恳谈", held_on=date(2031, 3, 1), closed=4),
        make.activity(COUNTY, ActivityKind.DIALOGUE, held_on=date(2031, 9, 1)),
    ]
    part = make.sub_measure(own, "闭环", rule=CountRule.CLOSED, activity_kind=ActivityKind.DIALOGUE)
    snapshot = county(own, part, *held)
    found = measuring.counted(snapshot, own, date(2031, 6, 30))
    assert [str(line.text) for line in found.lines] == ["3.1 春季恳谈"]
    assert str(measuring.counted(snapshot, own, date(2031, 12, 31)).value) == "12-31: 2场"
    assert str(measuring.counted(snapshot, own, date(2031, 6, 30), part).value) == "6-30: 4件"


def test_very_many_members_are_counted_but_not_listed(monkeypatch):
    monkeypatch.setattr(measuring, "_MANY", 2)
    own = make.measure(
        ITEM, "会员", id=MEASURE.id, unit="家", source=MeasureSource.REGISTER, rule=CountRule.MEMBERS
    )
    few = [make.member(COUNTY, f"第{n}户") for n in range(2)]
    assert len(measuring.counted(county(own, *few), own, date(2031, 6, 3)).lines) == 2
    many = [make.member(COUNTY, f"第{n}户") for n in range(3)]
    found = measuring.counted(county(own, *many), own, date(2031, 6, 3))
    assert (str(found.value), found.lines) == ("6-30: 3家; too many to be listed", ())


def test_what_is_entered_by_hand_says_so_and_counts_nothing():
    found = measuring.counted(county(), MEASURE, date(2031, 6, 30))
    assert (str(found.rule), found.value, found.lines) == ("entered by hand", None, ())


def test_named_chambers_are_a_line_of_names():
    snapshot = county()
    proposal = measuring.set_chambers(snapshot, MEASURE, ["渔具行业协会", "鹭汀镇商会", "渔具行业协会"])
    after, _ = apply(snapshot, proposal)
    assert measuring.chambers_line(after, MEASURE) == "渔具行业协会、鹭汀镇商会"
    assert measuring.set_chambers(after, MEASURE, ["鹭汀镇商会", "渔具行业协会"]) is None
    fewer, _ = apply(after, measuring.set_chambers(after, MEASURE, ["鹭汀镇商会"]))
    assert measuring.chambers_line(fewer, MEASURE) == "鹭汀镇商会"
    with pytest.raises(MoushiError, match="no chamber"):
        measuring.set_chambers(snapshot, MEASURE, ["海盐会"])


TOLD = make.measure(ITEM, "网具更新", unit="套", target=Decimal(60), source=MeasureSource.RETURNS)
JUNE = date(2031, 6, 3)


def asked(snapshot, measure=TOLD):
    return str(measuring.asked_words(snapshot, measure, JUNE))


def test_what_returns_report_is_said_with_how_many_chambers_a_form_asks():
    snapshot = county(TOLD)
    assert "what they report is added up. Asked: all chambers, 2." in asked(snapshot)
    after, _ = apply(snapshot, measuring.set_chambers(snapshot, TOLD, ["鹭汀镇商会"]))
    assert asked(after).endswith("Asked: the chambers named, 1.")
    (named,) = return_rows.held_rows(after, Rows.PROGRESS, CHAMBERS[0], parse_period("2031-06"))
    assert named.id == TOLD.id
    assert return_rows.held_rows(after, Rows.PROGRESS, CHAMBERS[1], parse_period("2031-06")) == ()


def test_a_chamber_that_is_no_more_is_not_asked_though_it_is_named():
    gone = make.chamber(COUNTY, "旧港商会", dissolved_on=date(2031, 6, 1))
    later = make.chamber(COUNTY, "新岛商会", founded_on=date(2031, 7, 1))
    assert asked(county(TOLD, gone, later)).endswith("all chambers, 2.")
    names = [make.measure_chamber(TOLD, each) for each in (gone, later, CHAMBERS[1])]
    assert asked(county(TOLD, gone, later, *names)).endswith(
        "Asked: the chambers named, 1. Not there, so not asked: 新岛商会、旧港商会."
    )
    assert asked(county(TOLD, gone, names[0])).startswith("Reported by")
    assert "There is no chamber that can be asked." in asked(county(TOLD, gone, names[0]))


def test_what_cannot_be_added_up_is_said_so():
    share = make.measure(ITEM, "满意率", kind=MeasureKind.AVERAGE, source=MeasureSource.RETURNS)
    assert "cannot be added up" in asked(county(share), share)


def test_chambers_named_stay_for_the_returns_and_go_with_another_source():
    names = make.measure_chamber(TOLD, CHAMBERS[0])
    renewal = with_field(
        with_field(TOLD, "source", MeasureSource.REGISTER), "rule", CountRule.CHAMBERS_RENEWED
    )
    snapshot = county(renewal, names)
    after, now = changed(snapshot, measuring.set_source(snapshot, renewal, MeasureSource.RETURNS), renewal)
    assert measuring.names_chambers(now)
    assert measuring.chambers_line(after, now) == "鹭汀镇商会"
    proposal = measuring.set_source(after, now, MeasureSource.HAND)
    bare, typed = changed(after, proposal, now)
    assert not measuring.names_chambers(typed)
    assert measuring.chambers_line(bare, typed) == ""
    again, _ = apply(bare, replace(proposal, edits=inverse(proposal.edits)))
    assert measuring.chambers_line(again, now) == "鹭汀镇商会"


def test_the_day_is_today_within_the_plan_s_year():
    assert measuring.as_of(2031, date(2031, 5, 6)) == date(2031, 5, 6)
    assert measuring.as_of(2031, date(2033, 5, 6)) == date(2031, 12, 31)
    assert measuring.as_of(2031, date(2030, 5, 6)) == date(2031, 1, 1)


# -- suggestions -------------------------------------------------------------------------------------------

BARE = MemorySnapshot((COUNTY, PLAN, THEME, ITEM, *CHAMBERS))


def test_what_is_offered_says_goal_source_and_parts():
    first, second = suggesting.offers(BARE, ITEM)
    assert str(first.words) == "恳谈会: 6场, from the ledger; of which 归集问题、闭环销号60"
    assert str(second.words) == "渔具展: 2场"
    assert second.text == "两场渔具展"


def test_an_offer_that_is_taken_is_a_measure_with_its_parts_in_one_change_and_offered_no_more():
    first, second = suggesting.offers(BARE, ITEM)
    proposal = suggesting.take(BARE, ITEM, first.suggestion)
    after, _ = apply(BARE, proposal)
    (measure,) = after.where(Measure)
    assert (measure.name, measure.target, measure.rule) == ("恳谈会", 6, CountRule.ACTIVITIES)
    assert [(p.name, p.target) for p in after.where(SubMeasure)] == [("归集问题", None), ("闭环销号", 60)]
    assert suggesting.offers(after, ITEM) == (second,)
    back, _ = apply(after, make.proposal(*inverse(proposal.edits)))
    assert suggesting.offers(back, ITEM) == (first, second)
    again, _ = apply(back, suggesting.take(back, ITEM, first.suggestion))
    assert again.where(Measure) == (measure,)


def test_a_taken_one_stays_taken_whatever_becomes_of_it():
    first, second = suggesting.offers(BARE, ITEM)
    after, _ = apply(BARE, suggesting.take(BARE, ITEM, second.suggestion))
    (measure,) = after.where(Measure)
    other = make.measure(
        ITEM, "完全两样", id=measure.id, kind=MeasureKind.AVERAGE, unit="分", target=Decimal(7)
    )
    edited = MemorySnapshot((COUNTY, PLAN, THEME, ITEM, other))
    assert suggesting.offers(edited, ITEM) == (first,)


def test_an_equal_measure_that_is_there_keeps_it_from_being_offered():
    fair = make.measure(ITEM, "展会", unit="场", target=Decimal(2))
    talks = make.measure(
        ITEM,
        "对话",
        source=MeasureSource.LEDGER,
        rule=CountRule.ACTIVITIES,
        activity_kind=ActivityKind.DIALOGUE,
        target=Decimal(9),
        rank="2",
    )
    assert suggesting.offers(MemorySnapshot((COUNTY, PLAN, THEME, ITEM, fair, talks)), ITEM) == ()
    one = MemorySnapshot((COUNTY, PLAN, THEME, ITEM, fair))
    assert len(suggesting.offers(one, ITEM)) == 1


def test_chambers_named_in_the_text_are_taken_along():
    item = make.item(THEME, "协助鹭汀镇商会、渔具行业协会完成换届。")
    snapshot = MemorySnapshot((COUNTY, PLAN, THEME, item, *CHAMBERS))
    (offer,) = suggesting.offers(snapshot, item)
    assert str(offer.words) == "商会换届: all of them (鹭汀镇商会、渔具行业协会), from the register"
    after, _ = apply(snapshot, suggesting.take(snapshot, item, offer.suggestion))
    assert {n.chamber_id for n in after.where(MeasureChamber)} == {c.id for c in CHAMBERS}


def test_what_is_being_typed_is_asked_instead_of_what_is_kept():
    (offer,) = suggesting.offers(BARE, ITEM, "再办三场沙龙。")
    assert str(offer.words) == "沙龙: 3场"

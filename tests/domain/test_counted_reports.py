"""Counts taken as reports: how a measure that counts itself, and its parts, stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from county import counting
from moushi.domain.counting import as_measure, counted_reports, is_counted, month_ends, with_counts
from moushi.domain.kinds import ActivityKind, Colour, CountRule, MeasureKind, MeasureSource, State
from moushi.domain.period import parse_period
from moushi.domain.progress import differing, part_reached, standing
from moushi.domain.snapshot import Count, MemorySnapshot

OF = f.federation()
PLAN = f.plan(OF, 2031)
THEME = f.theme(PLAN)
ITEM = f.item(THEME)
FRAME = (OF, PLAN, THEME, ITEM)


def stands(measure, *records, period="2031-06", parts=(), reports=()):
    snapshot = MemorySnapshot([*FRAME, measure, *records, *parts])
    until = parse_period(period)
    held, known = with_counts(snapshot, measure, parts, reports, until.ends)
    return standing(ITEM, held, known, year=2031, period=until)


def talks(*days, **fields):
    return [f.activity(OF, ActivityKind.TALK, held_on=date(2031, *day), **fields) for day in days]


SESSIONS = counting(ITEM, CountRule.ACTIVITIES)


def test_each_month_has_what_was_counted_in_it_and_the_year_what_was_counted_until_then():
    held = talks((1, 5), (1, 20), (5, 1), (6, 30), (7, 1))
    june = stands(SESSIONS, *held)
    assert (june.value, june.cumulative, june.target) == (1, 4, 12)
    assert (june.rate, june.state) == (Decimal("0.333"), State.BEHIND)
    assert stands(SESSIONS, *held, period="2031-Q2").value == 2
    assert stands(SESSIONS, *held, period="2031").cumulative == 5


def test_a_count_of_none_is_a_known_zero():
    found = stands(SESSIONS)
    assert (found.value, found.cumulative, found.state) == (0, 0, State.BEHIND)


def test_a_stock_has_no_value_of_the_month():
    chambers = [f.chamber(OF, f"{n}号商会", founded_on=date(2031, n, 1)) for n in (1, 2, 3)]
    found = stands(counting(ITEM, CountRule.CHAMBERS, target=Decimal(4)), *chambers)
    assert (found.value, found.cumulative, found.rate) == (None, 3, Decimal("0.75"))


def test_a_ratio_is_counted_against_what_was_there_on_the_period_s_last_day():
    chambers = [
        f.chamber(OF, "甲商会", party_branch=True),
        f.chamber(OF, "乙商会", founded_on=date(2031, 8, 1)),
    ]
    measure = counting(ITEM, CountRule.PARTY_BRANCHES, base=Decimal(99))
    june, august = (stands(measure, *chambers, period=period) for period in ("2031-06", "2031-08"))
    assert (june.target, june.state) == (1, State.DONE)
    assert (august.target, august.rate) == (2, Decimal("0.5"))


def test_where_there_is_nothing_to_count_against_nothing_is_known():
    found = stands(counting(ITEM, CountRule.TOWNSHIPS_COVERED))
    assert (found.cumulative, found.rate, found.state) == (None, None, State.UNREPORTED)


def test_a_share_of_what_is_only_counted_is_no_share():
    measure = counting(ITEM, CountRule.ACTIVITIES, kind=MeasureKind.RATIO)
    held, _ = counted_reports(measure, (), [Count(measure.id, date(2031, 1, 31), Decimal(3))])
    assert held.kind is MeasureKind.COUNT
    months = counting(ITEM, CountRule.MONTHS, kind=MeasureKind.RATIO, base=Decimal(12), target=None)
    found = stands(months, *talks((1, 5), (2, 5)), period="2031-02")
    assert (found.cumulative, found.target) == (2, 12)


def test_numbers_that_were_typed_before_do_not_count_and_words_stay():
    typed = f.progress(SESSIONS, "2031-06", value=Decimal(50), cumulative=Decimal(60), narrative="顺利")
    whole_year = f.progress(SESSIONS, "2031-Q1", value=Decimal(9))
    held, known = counted_reports(
        SESSIONS, (typed, whole_year), MemorySnapshot([*FRAME, SESSIONS]).counts(SESSIONS.id)
    )
    found = standing(ITEM, held, known, year=2031, period=parse_period("2031-06"))
    assert (found.value, found.cumulative) == (0, 0)
    assert "顺利" in {report.narrative for report in known}
    assert differing(report for report in known if report.part_id is None) == ()


def test_reports_of_other_measures_and_of_the_item_stay_as_they_are():
    others = (f.progress(f.measure(ITEM), value=Decimal(1)), f.progress(ITEM, value=Decimal(2)))
    _, known = counted_reports(SESSIONS, others, MemorySnapshot([*FRAME, SESSIONS]).counts(SESSIONS.id))
    assert known[:2] == others


def test_what_is_judged_by_words_is_under_way_only_in_months_that_count_something():
    for fields in ({"kind": MeasureKind.CONTINUING}, {"target": None}):
        measure = counting(ITEM, CountRule.ACTIVITIES, **fields)
        months = [stands(measure, *talks((6, 3)), period=f"2031-0{n}").state for n in (5, 6, 7)]
        assert months == [State.UNREPORTED, State.ON_SCHEDULE, State.UNREPORTED]
        told = f.progress(measure, "2031-05", narrative="照常")
        assert stands(measure, period="2031-05", reports=(told,)).state is State.ON_SCHEDULE


def test_a_milestone_is_reached_by_the_meeting_in_the_ledger():
    measure = counting(
        ITEM,
        CountRule.ACTIVITIES,
        kind=MeasureKind.MILESTONE,
        target=None,
        due_on=date(2031, 5, 31),
        activity_kind=ActivityKind.MEETING,
    )
    meeting = f.activity(OF, ActivityKind.MEETING, held_on=date(2031, 5, 20))
    assert stands(measure, meeting, period="2031-04").state is State.NOT_STARTED
    assert stands(measure, meeting, period="2031-05").state is State.DONE
    assert stands(measure, period="2031-06").colour is Colour.RED


class TestParts:
    def test_parts_count_by_rules_of_their_own_and_never_as_the_whole(self):
        collected = f.sub_measure(SESSIONS, "归集", rule=CountRule.COLLECTED)
        typed = f.sub_measure(SESSIONS, "走进车间")
        reports = (
            f.part_progress(typed, SESSIONS, "2031-05", value=Decimal(2)),
            f.part_progress(typed, SESSIONS, "2031-06", value=Decimal(3)),
            f.part_progress(collected, SESSIONS, "2031-06", value=Decimal(999)),
        )
        held = talks((5, 1), (6, 1), collected=6)
        snapshot = MemorySnapshot([*FRAME, SESSIONS, collected, typed, *held])
        until = parse_period("2031-06")
        whole, known = with_counts(snapshot, SESSIONS, (collected, typed), reports, until.ends)
        assert standing(ITEM, whole, known, year=2031, period=until).cumulative == 2
        assert part_reached(collected, whole, known, until) == 12
        assert part_reached(typed, whole, known, until) == 5
        assert part_reached(typed, whole, known, parse_period("2031-04")) is None

    def test_a_part_counts_also_where_the_whole_is_typed_in_part(self):
        whole = f.measure(ITEM, source=MeasureSource.LEDGER)
        part = f.sub_measure(whole, rule=CountRule.ACTIVITIES)
        reports = (f.progress(whole, "2031-06", value=Decimal(4)),)
        snapshot = MemorySnapshot([*FRAME, whole, part, *talks((6, 1))])
        held, known = with_counts(snapshot, whole, (part,), reports, date(2031, 6, 30))
        assert (is_counted(whole), is_counted(part, whole), is_counted(part)) == (False, True, False)
        until = parse_period("2031-06")
        assert standing(ITEM, held, known, year=2031, period=until).cumulative == 4
        assert part_reached(part, held, known, until) == 1

    @pytest.mark.parametrize(
        ("whole", "part", "kind", "unit"),
        [
            ({}, {"rule": CountRule.COLLECTED}, MeasureKind.COUNT, "件"),
            ({}, {"rule": CountRule.AMOUNT}, MeasureKind.AMOUNT, "元"),
            ({}, {}, MeasureKind.COUNT, "场"),
            ({"kind": MeasureKind.RATIO, "base": Decimal(9)}, {}, MeasureKind.COUNT, "场"),
            ({"kind": MeasureKind.AMOUNT, "unit": "万元"}, {}, MeasureKind.AMOUNT, "万元"),
        ],
    )
    def test_a_part_has_the_unit_of_what_it_counts(self, whole, part, kind, unit):
        held = counting(ITEM, CountRule.ACTIVITIES, **whole)
        like = as_measure(f.sub_measure(held, target=Decimal(3), **part), held)
        assert (like.kind, like.unit, like.target) == (kind, unit, 3)


@given(st.lists(st.integers(-5, 9), min_size=12, max_size=12), st.integers(1, 12))
def test_whatever_is_counted_the_sheet_shows_just_that(steps, month):
    values, total = [], Decimal(0)
    for step in steps:
        total = max(total + step, Decimal(0))
        values.append(total)
    counts = [Count(SESSIONS.id, day, value) for day, value in zip(month_ends(2031), values, strict=True)]
    held, known = counted_reports(SESSIONS, (), counts)
    found = standing(ITEM, held, known, year=2031, period=parse_period(f"2031-{month:02d}"))
    before = values[month - 2] if month > 1 else 0
    assert (found.value, found.cumulative) == (values[month - 1] - before, values[month - 1])

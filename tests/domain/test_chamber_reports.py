"""Chambers' own reports: added up where the office reported nothing, their words under their names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.domain.chamber_reports import answers, is_added, values_given, with_chambers
from moushi.domain.kinds import MeasureKind, MeasureSource, State
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import cumulative_of, differing, part_reached, standing

OF = f.federation()
PLAN = f.plan(OF, 2031)
THEME = f.theme(PLAN)
ITEM = f.item(THEME)
CHAMBERS = tuple(f.chamber(OF, f"{name}镇商会") for name in ("东", "南", "西"))
EAST, SOUTH, WEST = CHAMBERS
NAMES = {chamber.id: chamber.name for chamber in CHAMBERS}
SHOWS = f.measure(ITEM, source=MeasureSource.RETURNS, target=Decimal(12))


def told(chamber, period="2031-06", value=None, of=SHOWS, **fields):
    number = None if value is None else Decimal(value)
    return f.chamber_progress(of, chamber, period, value=number, **fields)


def office(period="2031-06", value=None, of=SHOWS, **fields):
    return f.progress(of, period, value=None if value is None else Decimal(value), **fields)


def stands(*reports, period="2031-06", measure=SHOWS):
    counting = with_chambers((measure,), reports, NAMES)
    return standing(ITEM, measure, counting, year=2031, period=parse_period(period))


def total(*reports, measure=SHOWS):
    return cumulative_of(with_chambers((measure,), reports, NAMES))


def answered(*reports, period="2031-06", measure=SHOWS, named=(), chambers=CHAMBERS, part=None):
    return answers(measure, part, reports, chambers, named, parse_period(period))


class TestNumbers:
    def test_what_chambers_report_of_a_period_is_added_up(self):
        found = stands(told(EAST, value=2), told(WEST, value=3), told(EAST, "2031-05", 4))
        assert (found.value, found.cumulative, found.rate) == (5, 9, Decimal("0.75"))

    def test_the_office_s_own_number_stands_in_place_of_theirs(self):
        found = stands(told(EAST, value=2), told(WEST, value=3), office(value=1), told(EAST, "2031-05", 4))
        assert (found.value, found.cumulative) == (1, 5)

    def test_a_zero_of_the_office_stands_too(self):
        assert total(told(EAST, value=2), office(value=0)) == 0

    def test_the_office_s_quarter_stands_for_the_chambers_months_and_those_keep_their_own(self):
        months = [told(EAST, f"2031-0{n}", 2) for n in (4, 5, 6)]
        assert stands(*months, office("2031-Q2", 9), period="2031-Q2").value == 9
        june = stands(*months, office("2031-Q2", 9))
        assert (june.value, june.cumulative) == (2, 9)

    def test_chambers_that_report_by_quarter_and_by_month_are_both_counted_once(self):
        months = [told(EAST, f"2031-0{n}", 2) for n in (4, 5, 6)]
        reports = (*months, told(WEST, "2031-Q2", 5))
        assert stands(*reports, period="2031-Q2").value == 11
        june = stands(*reports)
        assert (june.value, june.cumulative) == (2, 11)

    def test_a_total_of_the_office_stands_for_all_before_it_and_the_month_s_sum_is_still_known(self):
        reports = (told(EAST, value=2), told(EAST, "2031-05", 4), office(cumulative=Decimal(30)))
        found = stands(*reports)
        assert (found.value, found.cumulative) == (2, 30)
        ((report, so_far),) = differing(with_chambers((SHOWS,), reports, NAMES))
        assert (report.cumulative, so_far) == (30, 6)

    def test_a_chamber_s_total_alone_is_counted_where_all_before_it_is_known(self):
        known = (told(EAST, "2031-01", cumulative=Decimal(3)), told(EAST, "2031-02", cumulative=Decimal(8)))
        assert values_given(known) == {Period(2031, 1, 1): 3, Period(2031, 2, 2): 5}
        assert values_given([told(EAST, cumulative=Decimal(8))]) == {}
        assert total(told(EAST, cumulative=Decimal(8)), told(WEST, value=1)) == 1

    def test_parts_are_added_up_for_themselves(self):
        part = f.sub_measure(SHOWS)
        reports = (
            told(EAST, value=4),
            told(EAST, value=2, part_id=part.id),
            told(WEST, value=1, part_id=part.id),
        )
        counting = with_chambers((SHOWS,), reports, NAMES)
        assert part_reached(part, SHOWS, counting, parse_period("2031-06")) == 3
        assert total(*(r for r in reports if r.part_id is None)) == 4

    @pytest.mark.parametrize("kind", list(MeasureKind))
    @pytest.mark.parametrize("source", list(MeasureSource))
    @pytest.mark.parametrize("base", [None, Decimal(20)])
    def test_only_what_can_be_added_is_and_nothing_that_counts_itself(self, kind, source, base):
        measure = f.measure(ITEM, kind=kind, source=source, base=base, target=Decimal("0.9"))
        adds = kind in (MeasureKind.COUNT, MeasureKind.AMOUNT) or (
            kind is MeasureKind.RATIO and base is not None
        )
        adds = adds and source in (MeasureSource.HAND, MeasureSource.RETURNS)
        assert is_added(measure) is adds
        found = stands(told(EAST, value=2, of=measure), told(WEST, value=3, of=measure), measure=measure)
        assert (found.value, found.cumulative) == ((5, 5) if adds else (None, None))

    def test_nobody_s_report_is_no_zero(self):
        assert stands(told(EAST, narrative="在办")).state is State.UNREPORTED
        assert stands(told(EAST, narrative="在办")).value is None


months = st.integers(1, 12).map(lambda n: f"2031-{n:02d}")
quarters = st.integers(1, 4).map(lambda n: f"2031-Q{n}")
reporters = st.sampled_from((None, *CHAMBERS))
kinds = st.sampled_from(
    [
        f.measure(ITEM, kind=kind, source=source, base=base)
        for kind in MeasureKind
        for source in (MeasureSource.HAND, MeasureSource.RETURNS)
        for base in (None, Decimal(40))
    ]
)


def drawn(measure, found):
    """Reports by who reported, for which period, what."""
    return [
        office(period, value, of=measure) if who is None else told(who, period, value, of=measure)
        for (who, period), value in found.items()
    ]


@given(
    kinds, st.dictionaries(st.tuples(reporters, months), st.integers(-3, 99), max_size=14), st.integers(1, 12)
)
def test_every_month_is_the_office_s_number_or_the_sum_of_the_chambers(measure, found, month):
    expected = {}
    for n in range(1, month + 1):
        own = found.get((None, f"2031-{n:02d}"))
        theirs = [found[c, f"2031-{n:02d}"] for c in CHAMBERS if (c, f"2031-{n:02d}") in found]
        if own is not None:
            expected[n] = own
        elif theirs and is_added(measure):
            expected[n] = sum(theirs)
    stood = stands(*drawn(measure, found), measure=measure, period=f"2031-{month:02d}")
    assert stood.value == expected.get(month)
    if is_added(measure) or measure.kind in (MeasureKind.MILESTONE, MeasureKind.CONTINUING):
        assert stood.cumulative == (sum(expected.values()) if expected else None)
    else:
        assert stood.cumulative == (expected[max(expected)] if expected else None)


@given(
    st.dictionaries(st.tuples(st.sampled_from(CHAMBERS), months | quarters), st.integers(0, 99), max_size=20)
)
def test_without_the_office_it_is_the_sum_of_what_each_chamber_comes_to(found):
    each = [
        cumulative_of(office(period, value) for (who, period), value in found.items() if who is chamber)
        for chamber in CHAMBERS
    ]
    known = [number for number in each if number is not None]
    assert total(*drawn(SHOWS, found)) == (sum(known) if known else None)


@given(
    st.dictionaries(st.tuples(st.sampled_from(CHAMBERS), months | quarters), st.integers(0, 99), max_size=20),
    st.dictionaries(months | quarters, st.integers(0, 99)),
)
def test_what_the_office_knows_whole_the_chambers_do_not_change(found, own):
    reports = [office(period, value) for period, value in own.items()]
    with_theirs = [*reports, *drawn(SHOWS, found)]
    for quarter in range(1, 5):
        inside = {f"2031-{n:02d}" for n in range(quarter * 3 - 2, quarter * 3 + 1)}
        if inside <= set(own) or f"2031-Q{quarter}" in own:
            period = f"2031-Q{quarter}"
            assert stands(*with_theirs, period=period).value == stands(*reports, period=period).value


class TestWords:
    def test_words_of_chambers_stand_under_their_names(self):
        found = with_chambers(
            (SHOWS,), (told(EAST, narrative="办展一场。"), told(WEST, problems="缺场地")), NAMES
        )
        assert [(r.narrative, r.problems) for r in found] == [
            ("东镇商会：办展一场。", ""),
            ("", "西镇商会：缺场地"),
        ]

    def test_words_of_the_office_stand_in_place_of_theirs_field_by_field_in_their_period(self):
        reports = (
            told(EAST, narrative="办展一场", problems="缺场地"),
            told(EAST, "2031-05", narrative="五月的话"),
            office(narrative="全县办展三场"),
        )
        found = with_chambers((SHOWS,), reports, NAMES)
        assert {r.narrative for r in found} == {"全县办展三场", "", "东镇商会：五月的话"}
        assert {r.problems for r in found} == {"", "东镇商会：缺场地"}

    def test_words_of_the_item_as_a_whole_stand_beside_those_of_its_first_measure(self):
        second = f.measure(ITEM, "集市", rank="2", source=MeasureSource.RETURNS)
        reports = (
            f.progress(ITEM, "2031-06", narrative="总体顺利"),
            told(EAST, narrative="办展一场"),
            told(EAST, narrative="赶集两次", of=second),
        )
        found = with_chambers((SHOWS, second), reports, NAMES)
        assert [r.narrative for r in found] == ["总体顺利", "东镇商会：赶集两次"]

    def test_a_number_that_does_not_count_and_no_words_say_nothing(self):
        average = f.measure(ITEM, kind=MeasureKind.AVERAGE, source=MeasureSource.RETURNS)
        assert with_chambers((average,), (told(EAST, value=3, of=average),), NAMES) == ()

    def test_reports_of_the_office_alone_are_left_as_they_are(self):
        reports = (office(value=3), office("2031-05", cumulative=Decimal(2)))
        assert with_chambers((SHOWS,), reports, NAMES) == reports


class TestAnswers:
    def test_who_was_asked_and_who_reported(self):
        found = answered(told(EAST, value=2), told(WEST, value=0))
        assert (found.reported, found.asked, found.total, found.is_short) == (2, 3, 2, True)
        assert [(line.chamber.name, line.value, line.has_told) for line in found.lines] == [
            ("东镇商会", 2, True),
            ("南镇商会", None, False),
            ("西镇商会", 0, True),
        ]
        assert found.counts
        assert not answered(told(EAST, value=2), office(value=9)).counts

    def test_those_that_a_measure_names_are_asked_and_who_reports_unasked_is_there_too(self):
        found = answered(told(EAST, value=2), named={WEST.id})
        assert (found.reported, found.asked) == (1, 2)
        assert answered(named={WEST.id}).asked == 1

    def test_a_chamber_that_is_no_more_is_not_asked(self):
        gone = f.chamber(OF, "北镇商会", dissolved_on=date(2031, 3, 1))
        assert answered(chambers=(*CHAMBERS, gone)).asked == 3
        assert answered(chambers=(*CHAMBERS, gone), period="2031-02").asked == 4

    def test_of_a_measure_that_is_typed_nobody_is_asked(self):
        typed = f.measure(ITEM)
        found = answered(told(EAST, value=2, of=typed), measure=typed)
        assert (found.reported, found.asked, found.is_short) == (1, 0, False)

    def test_a_quarter_is_reported_when_all_its_months_are(self):
        whole = [told(EAST, f"2031-0{n}", 1) for n in (4, 5, 6)]
        found = answered(*whole, told(WEST, value=5), period="2031-Q2")
        assert [(line.value, line.has_told) for line in found.lines] == [(3, True), (None, False), (5, False)]
        assert found.total == 8
        assert answered(told(EAST, "2031-Q2", 9)).lines[0].has_told

    def test_who_is_missing_in_an_earlier_period_is_told_until_the_office_knows_it(self):
        june = [told(each, value=1) for each in CHAMBERS]
        may = [told(each, "2031-05", 1) for each in (EAST, SOUTH)]
        assert (answered(*june).behind, answered(*june, *may).behind) == (0, 1)
        assert answered(*june, *may, told(WEST, "2031-Q2", 3)).behind == 0
        assert answered(*june, *may, office("2031-05", 9)).behind == 0
        assert answered(*june, told(EAST, "2030-12", 1)).behind == 0
        late = f.chamber(OF, "北镇商会", founded_on=date(2031, 6, 3))
        assert answered(*june, *may, chambers=(*CHAMBERS, late)).behind == 1

    def test_of_what_is_not_added_words_are_an_answer(self):
        going_on = f.measure(ITEM, kind=MeasureKind.CONTINUING, source=MeasureSource.RETURNS)
        found = answered(told(EAST, narrative="在办", of=going_on), measure=going_on)
        assert (found.reported, found.asked, found.total) == (1, 3, None)

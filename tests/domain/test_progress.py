"""Progress: sums of periods, schedule, states and colours.

Over 400 lines: every rule of the states with its edges.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.kinds import Colour, Direction, MeasureKind, State, StateOverride
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import completion_rate, cumulative_of, differing, scheduled, standing
from moushi.domain.records import Measure, Milestone, PlanItem, Progress
from moushi.errors import MoushiError

ITEM = UUID(int=1)
MEASURE = UUID(int=2)


def item(**fields):
    return PlanItem(id=ITEM, theme_id=UUID(int=9), rank="1", text="走访企业。", **fields)


def measure(kind=MeasureKind.COUNT, target=12, **fields):
    held = None if target is None else Decimal(target)
    return Measure(id=MEASURE, item_id=ITEM, rank="1", name="走访", kind=kind, target=held, **fields)


def report(period, value=None, cumulative=None, *, of=MEASURE, **words):
    return Progress(
        id=uuid4(),
        item_id=ITEM,
        measure_id=of,
        period=period,
        value=None if value is None else Decimal(value),
        cumulative=None if cumulative is None else Decimal(cumulative),
        **words,
    )


def step(text, due=None, done=None):
    return Milestone(id=uuid4(), item_id=ITEM, rank="1", text=text, due_on=due, done_on=done)


def stands(period, *reports, of=None, on=None, steps=(), year=2023):
    held = measure() if of is None else of
    return standing(on or item(), held, reports, steps, year=year, period=parse_period(period))


def as_of(period, *reports, **options):
    found = stands(period, *reports, **options)
    return found.state, found.colour


def monthly(last, value, first=1):
    return [report(f"2023-{month:02d}", value) for month in range(first, last + 1)]


class TestCumulative:
    def test_nothing_reported_is_unknown_and_not_zero(self):
        assert cumulative_of([]) is None
        assert cumulative_of([report("2023-01", narrative="已启动")]) is None

    def test_months_add_up(self):
        assert cumulative_of(monthly(3, 2)) == 6

    def test_a_reported_zero_is_a_number(self):
        assert cumulative_of([report("2023-01", 0)]) == 0

    def test_months_that_cover_a_quarter_count_instead_of_it(self):
        assert cumulative_of([*monthly(3, 2), report("2023-Q1", 9)]) == 6

    def test_a_quarter_counts_instead_of_some_of_its_months(self):
        assert cumulative_of([*monthly(2, 2), report("2023-Q1", 9), report("2023-04", 1)]) == 10

    def test_a_year_counts_instead_of_some_of_its_quarters(self):
        assert cumulative_of([report("2023-Q1", 3), report("2023", 20)]) == 20

    def test_a_total_without_a_value_stands_for_all_before_it(self):
        assert cumulative_of([*monthly(2, 2), report("2023-Q1", cumulative=8), report("2023-04", 1)]) == 9

    def test_years_add_up(self):
        assert cumulative_of([report("2022-12", 1), report("2023-01", 2)]) == 3

    def test_a_period_that_is_none_is_named(self):
        with pytest.raises(MoushiError, match="一季度"):
            cumulative_of([report("一季度", 1)])

    @given(st.permutations([*monthly(5, 3), report("2023-Q1", 7), report("2023-Q2", cumulative=4)]))
    def test_the_order_of_reports_does_not_matter(self, reports):
        assert cumulative_of(reports) == 4

    @given(
        st.dictionaries(
            st.sampled_from(
                [str(p) for p in [*(Period(2023, n, n) for n in range(1, 13)), Period(2023, 1, 3)]]
            ),
            st.integers(0, 99),
        )
    )
    def test_no_month_is_counted_twice(self, values):
        months = sum(value for period, value in values.items() if "Q" not in period)
        total = cumulative_of(report(period, value) for period, value in values.items())
        assert (total is None) == (not values)
        assert (total or 0) <= months + values.get("2023-Q1", 0)
        if {"2023-01", "2023-02", "2023-03"} <= set(values):
            assert total == months


class TestDiffering:
    def test_a_total_that_is_the_sum_is_no_finding(self):
        assert differing([report("2023-01", 2, 2), report("2023-02", 3, 5)]) == ()

    def test_a_total_that_differs_is_found_with_the_sum(self):
        wrong = report("2023-02", 3, 6)
        assert differing([report("2023-01", 2, 2), wrong]) == ((wrong, Decimal(5)),)

    def test_later_reports_do_not_count_towards_an_earlier_total(self):
        assert differing([report("2023-01", 2, 2), report("2023-03", 9)]) == ()

    def test_a_total_without_values_is_nothing_to_differ_from(self):
        assert differing([report("2023-Q1", cumulative=8)]) == ()


def test_the_schedule_is_months_elapsed_of_twelve():
    assert scheduled(2023, parse_period("2023-06")) == Fraction(1, 2)
    assert scheduled(2023, parse_period("2023-Q3")) == Fraction(3, 4)
    assert scheduled(2023, parse_period("2024-02")) == 1
    assert scheduled(2023, parse_period("2022-11")) == 0


class TestCompletionRate:
    def test_it_is_what_was_reached_of_the_target(self):
        assert completion_rate(Decimal(9), Decimal(12)) == Decimal("0.75")

    def test_it_may_exceed_one(self):
        assert completion_rate(Decimal(15), Decimal(12)) == Decimal("1.25")

    def test_a_ceiling_that_is_kept_is_one_and_a_broken_one_less(self):
        assert completion_rate(Decimal(8), Decimal(10), Direction.AT_MOST) == 1
        assert completion_rate(Decimal(20), Decimal(10), Direction.AT_MOST) == Decimal("0.5")
        assert completion_rate(Decimal(2), Decimal(0), Direction.AT_MOST) == 0

    @given(
        st.decimals(allow_nan=False, allow_infinity=False),
        st.decimals(allow_nan=False, allow_infinity=False),
        st.sampled_from(Direction),
    )
    def test_a_missed_target_is_never_rounded_up_to_one(self, reached, target, direction):
        missed = reached < target if direction is Direction.AT_LEAST else reached > target
        assert (completion_rate(reached, target, direction) < 1) == missed


class TestStatesOfCountsAndAmounts:
    def test_within_five_points_of_the_months_is_on_schedule(self):
        for value in ("5.4", "6", "6.6"):
            assert as_of("2023-06", report("2023-06", value)) == (State.ON_SCHEDULE, Colour.GREEN)

    def test_beyond_five_points_is_behind_or_ahead(self):
        assert as_of("2023-06", report("2023-06", "5.3")) == (State.BEHIND, Colour.YELLOW)
        assert as_of("2023-06", report("2023-06", "6.7")) == (State.AHEAD, Colour.GREEN)

    def test_figures_are_those_of_the_period(self):
        found = stands("2023-06", *monthly(8, 1), of=measure(target=24))
        assert (found.value, found.cumulative, found.target) == (1, 6, 24)
        assert (found.rate, found.gap) == (Decimal("0.25"), Decimal("-0.25"))

    def test_a_quarter_takes_the_values_of_its_months(self):
        assert stands("2023-Q2", *monthly(6, 2)).value == 6

    def test_no_report_at_all_is_unreported_and_blank(self):
        found = stands("2023-06")
        assert (found.state, found.colour) == (State.UNREPORTED, Colour.NONE)
        assert (found.value, found.cumulative, found.rate, found.gap) == (None, None, None, None)

    def test_no_report_for_the_period_is_unreported_though_earlier_months_are_known(self):
        found = stands("2023-06", *monthly(5, 1))
        assert found.state is State.UNREPORTED
        assert (found.value, found.cumulative, found.gap) == (None, 5, None)

    def test_words_without_a_number_leave_it_unreported(self):
        assert as_of("2023-06", report("2023-06", narrative="有序开展"))[0] is State.UNREPORTED

    def test_reaching_the_target_is_done_even_when_later_months_report_nothing(self):
        assert as_of("2023-06", report("2023-03", 12)) == (State.DONE, Colour.GREEN)

    def test_just_short_of_the_target_is_never_done(self):
        found = stands("2023-12", report("2023-12", "11999.99"), of=measure(target=12000))
        assert (found.state, found.rate) == (State.ON_SCHEDULE, Decimal("0.999"))

    def test_past_the_due_date_it_is_overdue(self):
        due = measure(due_on=date(2023, 6, 15))
        assert as_of("2023-06", report("2023-06", 11), of=due) == (State.OVERDUE, Colour.RED)

    def test_a_red_made_up_later_is_yellow(self):
        due = measure(due_on=date(2023, 4, 30))
        reports = (report("2023-04", 11), report("2023-05", 1))
        assert as_of("2023-04", *reports, of=due)[1] is not Colour.RED
        assert as_of("2023-05", *reports, of=due) == (State.DONE, Colour.YELLOW)

    def test_on_schedule_with_the_due_date_within_thirty_days_is_blue(self):
        due = measure(due_on=date(2023, 7, 30))
        assert as_of("2023-06", report("2023-06", 6), of=due)[1] is Colour.BLUE
        later = measure(due_on=date(2023, 7, 31))
        assert as_of("2023-06", report("2023-06", 6), of=later)[1] is Colour.GREEN

    def test_an_amount_of_one_yuan_follows_the_months_too(self):
        assert as_of("2023-06", report("2023-06", 0), of=measure(MeasureKind.AMOUNT, 1))[0] is State.BEHIND

    def test_a_target_that_nobody_set_is_judged_by_its_reports(self):
        assert as_of("2023-06", report("2023-06", 3), of=measure(target=None))[0] is State.ON_SCHEDULE
        assert as_of("2023-06", of=measure(target=None))[0] is State.UNREPORTED


class TestRatiosAveragesAndCeilings:
    def test_a_ratio_counts_towards_its_base(self):
        found = stands("2023-06", *monthly(6, 2), of=measure(MeasureKind.RATIO, None, base=Decimal(25)))
        assert (found.cumulative, found.target, found.rate) == (12, 25, Decimal("0.48"))
        assert found.state is State.ON_SCHEDULE

    def test_a_ratio_may_aim_at_a_share_of_its_base(self):
        found = stands("2023-06", *monthly(6, 2), of=measure(MeasureKind.RATIO, "0.8", base=Decimal(25)))
        assert (found.target, found.rate) == (20, Decimal("0.6"))

    def test_shares_and_averages_are_not_added_up(self):
        share = measure(MeasureKind.RATIO, "0.9")
        assert stands(
            "2023-02", report("2023-01", "0.3"), report("2023-02", "0.45"), of=share
        ).rate == Decimal("0.5")
        average = measure(MeasureKind.AVERAGE, 90)
        assert stands("2023-02", report("2023-01", 92), report("2023-02", 91), of=average).cumulative == 91

    def test_an_average_holds_or_not_until_the_year_ends(self):
        average = measure(MeasureKind.AVERAGE, 90)
        assert as_of("2023-02", report("2023-02", 91), of=average)[0] is State.ON_SCHEDULE
        assert as_of("2023-02", report("2023-02", 80), of=average)[0] is State.BEHIND
        assert as_of("2023-12", report("2023-12", 91), of=average)[0] is State.DONE

    def test_a_ceiling_is_done_only_at_its_end(self):
        ceiling = measure(target=10, direction=Direction.AT_MOST)
        assert as_of("2023-06", report("2023-06", 3), of=ceiling) == (State.ON_SCHEDULE, Colour.GREEN)
        assert as_of("2023-06", report("2023-06", 11), of=ceiling) == (State.BEHIND, Colour.YELLOW)
        assert as_of("2023-12", report("2023-12", 11), of=ceiling) == (State.OVERDUE, Colour.RED)
        assert as_of("2023-12", report("2023-12", 10), of=ceiling) == (State.DONE, Colour.GREEN)
        assert as_of("2023-12", report("2023-11", 10), of=ceiling)[0] is State.UNREPORTED


class TestOneTimeTargets:
    ONCE = measure(target=1, due_on=date(2023, 9, 30))

    def test_not_begun_before_the_due_date_is_not_behind(self):
        assert as_of("2023-06", of=self.ONCE) == (State.NOT_STARTED, Colour.NONE)

    def test_begun_is_on_schedule(self):
        begun = report("2023-05", narrative="方案已印发", of=None)
        assert as_of("2023-06", begun, of=self.ONCE) == (State.ON_SCHEDULE, Colour.GREEN)

    def test_within_thirty_days_of_the_due_date_is_blue(self):
        assert as_of("2023-08", of=self.ONCE) == (State.NOT_STARTED, Colour.BLUE)

    def test_past_the_due_date_is_overdue_and_made_up_later_yellow(self):
        assert as_of("2023-10", of=self.ONCE) == (State.OVERDUE, Colour.RED)
        assert as_of("2023-11", report("2023-11", 1), of=self.ONCE) == (State.DONE, Colour.YELLOW)
        assert as_of("2023-11", report("2023-09", 1), of=self.ONCE) == (State.DONE, Colour.GREEN)

    def test_a_milestone_without_a_target_is_reached_by_one(self):
        assert (
            as_of("2023-06", report("2023-06", 1), of=measure(MeasureKind.MILESTONE, None))[0] is State.DONE
        )

    def test_the_item_lends_its_due_date(self):
        on = item(due_on=date(2023, 3, 31))
        assert as_of("2023-06", of=measure(target=1), on=on)[0] is State.OVERDUE


def of_item(period, *reports, steps=(), **fields):
    found = standing(item(**fields), None, reports, steps, year=2023, period=parse_period(period))
    return found.state, found.colour


class TestSteps:
    MARCH, JUNE, OCTOBER = date(2023, 3, 31), date(2023, 6, 30), date(2023, 10, 31)

    def steps(self, *done):
        dates = (*done, None, None, None)
        return [
            step("筹备", self.MARCH, dates[0]),
            step("开会", self.JUNE, dates[1]),
            step("总结", self.OCTOBER, dates[2]),
        ]

    def test_nothing_due_and_nothing_done_is_not_started(self):
        assert of_item("2023-01", steps=self.steps()) == (State.NOT_STARTED, Colour.NONE)

    def test_steps_done_when_due_are_on_schedule(self):
        assert of_item("2023-04", steps=self.steps(self.MARCH)) == (State.ON_SCHEDULE, Colour.GREEN)

    def test_the_next_step_within_thirty_days_is_blue(self):
        assert of_item("2023-05", steps=self.steps(self.MARCH)) == (State.ON_SCHEDULE, Colour.BLUE)

    def test_a_step_done_on_its_last_day_is_on_schedule(self):
        assert of_item("2023-06", steps=self.steps(self.MARCH, self.JUNE))[0] is State.ON_SCHEDULE

    def test_a_step_missed_is_behind_and_after_the_last_one_overdue(self):
        assert of_item("2023-04", steps=self.steps()) == (State.BEHIND, Colour.YELLOW)
        assert of_item("2023-11", steps=self.steps(self.MARCH)) == (State.OVERDUE, Colour.RED)

    def test_a_step_done_early_is_ahead(self):
        assert of_item("2023-02", steps=self.steps(date(2023, 2, 1)))[0] is State.AHEAD

    def test_all_done_is_done_and_yellow_when_late(self):
        on_time = self.steps(self.MARCH, self.JUNE, self.OCTOBER)
        assert of_item("2023-10", steps=on_time) == (State.DONE, Colour.GREEN)
        late = self.steps(self.MARCH, self.JUNE, date(2023, 11, 20))
        assert of_item("2023-11", steps=late) == (State.DONE, Colour.YELLOW)

    def test_a_milestone_measure_without_a_number_follows_the_steps(self):
        held = measure(MeasureKind.MILESTONE, None)
        steps = self.steps(self.MARCH, self.JUNE, self.OCTOBER)
        assert as_of("2023-12", of=held, steps=steps)[0] is State.DONE


class TestWordsAndOverrides:
    def test_a_continuing_item_is_on_schedule_while_reported_else_unreported(self):
        held = measure(MeasureKind.CONTINUING, None)
        told = report("2023-06", narrative="常态化开展", of=None)
        assert as_of("2023-06", told, of=held) == (State.ON_SCHEDULE, Colour.GREEN)
        assert as_of("2023-07", told, of=held) == (State.UNREPORTED, Colour.NONE)

    def test_an_empty_report_is_no_report(self):
        assert of_item("2023-06", report("2023-06", of=None, narrative=" "))[0] is State.UNREPORTED

    def test_an_item_with_a_due_date_alone_follows_it(self):
        due = date(2023, 6, 15)
        assert of_item("2023-05", due_on=due) == (State.NOT_STARTED, Colour.BLUE)
        assert of_item("2023-06", due_on=due) == (State.OVERDUE, Colour.RED)

    def test_an_item_is_done_from_the_day_it_was_done(self):
        done = {"due_on": date(2023, 6, 15), "done_on": date(2023, 6, 10)}
        assert of_item("2023-05", **done) == (State.NOT_STARTED, Colour.BLUE)
        assert of_item("2023-06", **done) == (State.DONE, Colour.GREEN)
        assert of_item("2023-06", done_on=date(2023, 6, 30)) == (State.DONE, Colour.GREEN)
        assert of_item("2023-06", done_on=date(2023, 7, 1))[0] is State.UNREPORTED

    def test_an_item_done_late_is_red_until_then_and_yellow_after(self):
        done = {"due_on": date(2023, 6, 15), "done_on": date(2023, 8, 1)}
        assert of_item("2023-07", **done) == (State.OVERDUE, Colour.RED)
        assert of_item("2023-08", **done) == (State.DONE, Colour.YELLOW)
        assert of_item("2024-01", done_on=date(2024, 1, 2)) == (State.DONE, Colour.YELLOW)

    def test_measures_and_milestones_say_more_than_the_day_an_item_was_done(self):
        done = item(done_on=date(2023, 1, 5))
        assert as_of("2023-06", report("2023-06", 2), on=done)[0] is State.BEHIND
        assert of_item("2023-06", steps=[step("开会")], done_on=date(2023, 1, 5))[0] is not State.DONE

    def test_reports_of_a_part_are_not_the_measure_s(self):
        part = report("2023-06", 6, narrative="归集六件", part_id=UUID(int=3))
        found = stands("2023-06", part)
        assert (found.value, found.cumulative, found.state) == (None, None, State.UNREPORTED)

    def test_a_state_set_by_hand_wins_and_has_no_colour(self):
        for override, state in (
            (StateOverride.SUSPENDED, State.SUSPENDED),
            (StateOverride.CANCELLED, State.CANCELLED),
        ):
            on = item(state_override=override, override_reason="政策调整")
            assert as_of("2023-06", report("2023-06", 12), on=on) == (state, Colour.NONE)


periods = st.sampled_from([f"2023-{n:02d}" for n in range(1, 13)] + ["2023-Q1", "2023-Q3", "2023", "2024-01"])
days = st.dates(date(2023, 1, 1), date(2024, 2, 1))
small = st.integers(-3, 30).map(Decimal)
measures = st.builds(
    measure,
    st.sampled_from(MeasureKind),
    st.none() | st.sampled_from(["0", "0.5", "1", "2", "12", "1e6"]),
    direction=st.sampled_from(Direction),
    base=st.none() | st.just(Decimal(20)),
    due_on=st.none() | days,
)
reports = st.lists(
    st.builds(
        report,
        periods,
        st.none() | small,
        st.none() | small,
        of=st.sampled_from([MEASURE, None]),
        narrative=st.sampled_from(["", "推进"]),
    ),
    max_size=6,
)
milestones = st.lists(st.builds(step, st.just("节点"), st.none() | days, st.none() | days), max_size=3)


@given(st.none() | measures, reports, milestones, periods, st.none() | days, st.none() | days)
def test_every_case_has_a_consistent_standing(held, known, steps, period, due, done_on):
    on = item(due_on=due, done_on=done_on)
    found = standing(on, held, known, steps, year=2023, period=parse_period(period))
    so_far = [r for r in known if parse_period(r.period).ends <= parse_period(period).ends]
    numbers = [r for r in so_far if (r.value, r.cumulative) != (None, None)]
    if not numbers:
        assert (found.value, found.cumulative) == (None, None)
    if found.state is State.DONE:
        assert found.rate is not None
        assert found.rate >= 1
    if found.state is State.OVERDUE:
        assert found.rate is None or found.rate < 1
    assert (found.colour is Colour.RED) == (found.state is State.OVERDUE)
    assert (found.state is State.UNREPORTED) <= (found.colour is Colour.NONE)
    if found.state in (State.AHEAD, State.BEHIND) and found.gap is not None:
        assert (found.gap > 0) == (found.state is State.AHEAD)
    if not so_far and not steps and not done_on:
        assert found.state in (State.UNREPORTED, State.NOT_STARTED, State.OVERDUE)

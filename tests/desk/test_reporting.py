"""The progress sheet as it is filled in: rows, states, what is unreported, what differs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.compile.progress import compile_progress
from moushi.desk import language, report_row, reporting
from moushi.desk.report_book import read_book, renewed, touched
from moushi.desk.report_entry import enter
from moushi.desk.report_row import Filter, ReportRow
from moushi.desk.reporting import Group, renewed_sheet, sheet_of
from moushi.domain.kinds import Colour, Direction, MeasureKind, PlanState, State, StateOverride
from moushi.domain.numbers import percent
from moushi.domain.period import Period, parse_period
from moushi.domain.records import Federation, Plan, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import Message
from reports import apply

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是把商会办实。")
ITEM = make.item(THEME, "走访执委企业六十家次；", short_title="走访企业")
VISITS = make.measure(ITEM, "走访", unit="家次", target=Decimal(12))
FRAME = (COUNTY, PLAN, THEME)


def sheet(*records, period="2031-06", year=2031):
    snapshot = MemorySnapshot([*FRAME, *records])
    federations = [each.id for each in snapshot.where(Federation)]
    return reporting.sheet(snapshot, federations, year, parse_period(period))


def row(*records, period="2031-06"):
    (found,) = sheet(*records, period=period).rows
    return found


def zh(message):
    return message.render(language.translations("zh_CN")) if isinstance(message, Message) else message


def monthly(measure, last, value):
    return [make.progress(measure, f"2031-{n:02d}", value=Decimal(value)) for n in range(1, last + 1)]


def test_rows_stand_in_the_plans_order_under_federation_and_theme():
    other = make.federation("望潮县工商联")
    its_plan = make.plan(other, 2031)
    its_theme = make.theme(its_plan, "", label="党建")
    its_item = make.item(its_theme, "上两堂党课。")
    second = make.item(THEME, "办灯会。", rank="2")
    found = sheet(ITEM, VISITS, second, other, its_plan, its_theme, its_item)
    told = [
        (line.kind, line.title) if isinstance(line, Group) else (line.number, line.title)
        for line in found.lines
    ]
    county = [
        (Plan, "鹤沙县工商联"), (Theme, "一是把商会办实。"), (1, "走访企业"), (2, "办灯会。"),
    ]  # fmt: skip
    assert told[:4] == county
    assert told[4:] == [(Plan, "望潮县工商联"), (Theme, "党建"), (3, "上两堂党课。")]


def test_a_row_tells_target_last_months_value_what_was_reached_and_how_it_stands():
    found = row(ITEM, VISITS, make.unit(ITEM, "会员部"), *monthly(VISITS, 6, 1))
    assert (found.target, found.last, found.typed["value"]) == ("12家次", "1", "1")
    assert (found.cumulative, found.rate, found.gap) == ("6", "50%", "0%")
    assert (found.state, found.colour, found.lead_unit) == (State.ON_SCHEDULE, Colour.GREEN, "会员部")
    assert zh(found.word) == "达序推进"


def test_what_nobody_reported_stays_blank():
    found = row(ITEM, VISITS)
    assert {*found.typed.values(), found.value, found.cumulative, found.rate, found.gap} == {""}
    assert (found.state, found.is_unreported, found.report_ids) == (State.UNREPORTED, True, ())


@pytest.mark.parametrize(
    ("fields", "reports", "period", "state", "colour", "word"),
    [
        ({}, [("2031-06", 6)], "2031-06", State.ON_SCHEDULE, Colour.GREEN, "达序推进"),
        ({}, [("2031-06", 9)], "2031-06", State.AHEAD, Colour.GREEN, "超序时"),
        ({}, [("2031-06", 2)], "2031-06", State.BEHIND, Colour.YELLOW, "滞后"),
        ({}, [("2031-06", 12)], "2031-06", State.DONE, Colour.GREEN, "已完成"),
        ({}, [], "2031-06", State.UNREPORTED, Colour.NONE, "未报"),
        ({"due_on": date(2031, 5, 1)}, [("2031-04", 2)], "2031-06", State.OVERDUE, Colour.RED, "逾期"),
        (
            {"target": Decimal(1), "due_on": date(2031, 7, 20)},
            [],
            "2031-06",
            State.NOT_STARTED,
            Colour.BLUE,
            "未启动，临期",
        ),
        (
            {"target": Decimal(1), "due_on": date(2031, 3, 1)},
            [("2031-05", 1)],
            "2031-06",
            State.DONE,
            Colour.YELLOW,
            "已完成，后补",
        ),
        ({"target": Decimal(1)}, [], "2031-06", State.NOT_STARTED, Colour.NONE, "未启动"),
        ({"kind": MeasureKind.CONTINUING}, [], "2031-06", State.UNREPORTED, Colour.NONE, "未报"),
    ],
)
def test_states_are_worded_and_coloured_by_the_rules(fields, reports, period, state, colour, word):
    measure = make.measure(ITEM, **{"target": Decimal(12)} | fields)
    told = [make.progress(measure, when, value=Decimal(value)) for when, value in reports]
    found = row(ITEM, measure, *told, period=period)
    assert (found.state, found.colour, zh(found.word)) == (state, colour, word)


def test_a_state_set_by_hand_tells_why():
    item = make.item(THEME, state_override=StateOverride.SUSPENDED, override_reason="等场地")
    found = row(item, make.measure(item))
    assert (zh(found.word), found.reason, found.is_unreported) == ("暂缓", "等场地", False)


def test_rows_under_way_without_a_report_of_the_period_are_unreported():
    due = make.measure(ITEM, target=Decimal(4), due_on=date(2031, 4, 30))
    assert row(ITEM, due, make.progress(due, "2031-04", value=Decimal(1))).is_unreported
    told = make.progress(due, "2031-06", narrative="还差三家")
    assert not row(ITEM, due, make.progress(due, "2031-04", value=Decimal(1)), told).is_unreported
    only_signed = make.progress(due, "2031-06", reported_by="禾小满")
    assert row(ITEM, due, only_signed).is_unreported


def test_what_is_done_or_not_yet_begun_is_not_unreported():
    once = make.measure(ITEM, target=Decimal(1))
    assert not row(ITEM, once).is_unreported
    assert not row(ITEM, once, make.progress(once, "2031-02", value=Decimal(1))).is_unreported


def test_a_reported_total_that_differs_is_said_with_both_numbers():
    reports = [
        *monthly(VISITS, 5, 1),
        make.progress(VISITS, "2031-06", value=Decimal(1), cumulative=Decimal(9)),
    ]
    found = row(ITEM, VISITS, *reports)
    assert found.differs_now == "6"
    assert [zh(each) for each in found.differs] == ["2031年6月：报送累计9，各期合计6，不一致。"]
    later = row(ITEM, VISITS, *reports, period="2031-07")
    assert (later.differs_now, len(later.differs)) == ("", 1)


@pytest.mark.parametrize(
    ("fields", "target", "value"),
    [
        ({"kind": MeasureKind.AMOUNT, "unit": "万元", "target": Decimal(20_000_000)}, "2000万元", "2000万"),
        ({"kind": MeasureKind.AMOUNT, "unit": "", "target": Decimal(120_000_000)}, "1.2亿元", "1.2亿"),
        ({"kind": MeasureKind.RATIO, "unit": "", "target": Decimal("0.95")}, "95%", "95%"),
        ({"kind": MeasureKind.RATIO, "unit": "家", "target": None, "base": Decimal(12)}, "12家", "12"),
        ({"direction": Direction.AT_MOST, "unit": "天", "target": Decimal(5)}, "≤5天", "5"),
        ({"kind": MeasureKind.CONTINUING, "target": None}, "持续推进", ""),
    ],
)
def test_targets_and_values_read_as_offices_write_them(fields, target, value):
    measure = make.measure(ITEM, **fields)
    reached = measure.target or measure.base
    reports = [make.progress(measure, "2031-06", value=reached)] if value else []
    found = row(ITEM, measure, *reports)
    assert (zh(found.target), found.typed["value"]) == (target, value)


def test_an_item_without_measures_follows_its_milestones():
    steps = [
        make.milestone(ITEM, "定场地", due_on=date(2031, 3, 1), done_on=date(2031, 2, 1)),
        make.milestone(ITEM, "办完", rank="2", due_on=date(2031, 9, 1)),
    ]
    found = row(ITEM, *steps)
    assert (zh(found.target), found.cumulative, found.rate) == ("2个节点", "1/2", "50%")
    assert found.state is State.ON_SCHEDULE
    assert found.editable == {*report_row.WORDS}


def test_words_of_the_whole_item_stand_in_its_first_row():
    told = make.progress(ITEM, "2031-06", narrative="走了两趟")
    number = make.progress(VISITS, "2031-06", value=Decimal(6), reported_by="禾小满")
    found = row(ITEM, VISITS, told, number)
    assert [found.typed[name] for name in ("value", "narrative", "reported_by")] == [
        "6",
        "走了两趟",
        "禾小满",
    ]
    assert {*found.report_ids} == {told.id, number.id}
    assert (found.subjects["value"], found.subjects["narrative"]) == (VISITS.id, None)


def test_words_go_where_they_went_before():
    second = make.measure(ITEM, "听意见", rank="2")
    before = make.progress(ITEM, "2031-05", narrative="走了两趟")
    own = make.progress(VISITS, "2031-06", narrative="走了三趟")
    assert row(ITEM, VISITS).subjects["narrative"] == VISITS.id
    assert row(ITEM, VISITS, before).subjects["narrative"] is None
    assert row(ITEM, VISITS, before).last_words == "走了两趟"
    assert row(ITEM, VISITS, before, own).subjects["narrative"] == VISITS.id
    assert [each.subjects["narrative"] for each in sheet(ITEM, VISITS, second).rows] == [None, second.id]


def test_who_reported_alone_makes_no_report_of_the_whole_item():
    before = make.progress(ITEM, "2031-05", narrative="走了两趟")
    number = make.progress(VISITS, "2031-06", value=Decimal(6))
    assert row(ITEM, VISITS, before, number).subjects["reported_by"] == VISITS.id


def test_words_of_the_whole_item_have_a_row_of_their_own_beside_words_of_the_measure():
    told = make.progress(ITEM, "2031-06", narrative="走了两趟")
    own = make.progress(VISITS, "2031-06", narrative="三家")
    found = sheet(ITEM, VISITS, told, own)
    assert [(r.measure, r.state, r.typed["narrative"]) for r in found.rows] == [
        (None, None, "走了两趟"),
        (VISITS, State.UNREPORTED, "三家"),
    ]
    assert found.states == {State.UNREPORTED: 1}


def test_a_quarter_shows_what_its_months_add_up_to_but_types_its_own():
    found = row(ITEM, VISITS, *monthly(VISITS, 6, 1), period="2031-Q2")
    assert (found.typed["value"], found.value, found.last) == ("", "3", "")


def test_a_closed_plan_is_not_typed_in():
    closed = make.plan(COUNTY, 2031, state=PlanState.CLOSED)
    snapshot = MemorySnapshot([COUNTY, closed, THEME, ITEM, VISITS])
    found = reporting.sheet(snapshot, [COUNTY.id], 2031, parse_period("2031-06"))
    assert (found.closed, found.rows[0].editable) == ((closed,), frozenset())


def test_filters_leave_rows_with_what_stands_over_them():
    other = make.item(make.theme(PLAN, "二是练内功。", rank="2"), "办班。")
    late = make.progress(VISITS, "2031-06", value=Decimal(1), problems="缺人手")
    found = sheet(ITEM, VISITS, late, other, make.measure(other, target=Decimal(2)))
    assert found.counts[Filter.PROBLEMS] == found.counts[Filter.LATE] == 1
    assert [type(line) for line in found.shown(Filter.PROBLEMS)] == [Group, ReportRow]
    assert found.shown(State.BEHIND) == found.shown(Filter.PROBLEMS)
    assert len(found.shown(Filter.ALL)) == 2


def test_there_is_nothing_to_fill_in_without_a_plan():
    found = sheet(year=2032, period="2032-01")
    assert (found.has_plan, found.lines) == (False, ())


@pytest.mark.parametrize(
    ("today", "reported", "month"),
    [
        (date(2031, 7, 3), ["2031-02", "2031-04", "2031-Q1"], 4),
        (date(2031, 7, 3), [], 6),
        (date(2031, 1, 3), [], 1),
        (date(2032, 1, 3), [], 12),
        (date(2030, 12, 3), [], 1),
    ],
)
def test_the_period_to_begin_with_is_the_last_reported_month_else_the_last_full_one(today, reported, month):
    reports = [make.progress(VISITS, period, value=Decimal(1)) for period in reported]
    book = read_book(MemorySnapshot([*FRAME, ITEM, VISITS, *reports]), 2031, [COUNTY.id])
    assert reporting.default_period(book, today) == Period(2031, month, month)


def test_periods_have_neighbours_of_their_length_within_the_year():
    assert report_row.neighbour(parse_period("2031-01"), -1) is None
    assert report_row.neighbour(parse_period("2031-12"), 1) is None
    assert report_row.neighbour(parse_period("2031-11"), 1) == parse_period("2031-12")
    assert report_row.neighbour(parse_period("2031-Q3"), 1) == parse_period("2031-Q4")
    assert report_row.neighbour(parse_period("2031"), 1) is None
    assert len(reporting.periods_of(2031)) == 17


values = st.none() | st.integers(-3, 30).map(Decimal)
reports = st.lists(
    st.tuples(st.sampled_from(["2031-01", "2031-05", "2031-06", "2031-Q2", "2031"]), values, values),
    max_size=5,
)


@given(reports, st.sampled_from(list(reporting.periods_of(2031))), st.booleans())
def test_the_sheet_on_screen_says_what_the_exported_one_says(told, period, once):
    measure = make.measure(ITEM, target=Decimal(1 if once else 12))
    records = [make.progress(measure, when, value=v, cumulative=c) for when, v, c in told]
    snapshot = MemorySnapshot([*FRAME, ITEM, measure, *records])
    (shown,) = reporting.sheet(snapshot, [COUNTY.id], 2031, period).rows
    document = compile_progress(snapshot, [PLAN], period, today=date(2031, 7, 1))
    ((exported,),) = [theme.rows for section in document.sections for theme in section.themes]
    assert (shown.state, shown.colour) == (exported.state, exported.colour)
    assert shown.rate == ("" if exported.rate is None else percent(exported.rate))
    assert shown.cumulative == report_row.number_text(measure, exported.cumulative)


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["3", "", "十二"])), max_size=4))
def test_a_sheet_renewed_item_by_item_is_the_sheet_read_anew(typed):
    items = [make.item(THEME, f"第{n}件；", rank=str(n)) for n in (1, 2, 3)]
    records = [*FRAME, *items, *(make.measure(each, target=Decimal(9)) for each in items)]
    period = parse_period("2031-06")
    snapshot = MemorySnapshot(records)
    book = read_book(snapshot, 2031, [COUNTY.id])
    held = sheet_of(book, period)
    for place, text in typed:
        proposal = enter(snapshot, held.rows[place], "value", text)
        if proposal is None:
            continue
        snapshot, change = apply(snapshot, proposal)
        ids = touched(book, change)
        assert ids == {held.rows[place].item.id}
        held, book = renewed_sheet(held, book, snapshot, ids)
    assert held == reporting.sheet(snapshot, [COUNTY.id], 2031, period)
    assert book == renewed(book, snapshot, [each.id for each in items])

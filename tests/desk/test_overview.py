"""The overview: what is due, late, unreported; each item in one state; the year by month; the register.

Over 400 lines: each list and each plot is held to the same county.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from county import county
from moushi.compile.progress import compile_progress
from moushi.desk import language, reporting
from moushi.desk.overview import is_shown, look
from moushi.desk.overview_register import Leavers, Register, leavers, ledger_year, register_of
from moushi.desk.overview_states import called, day_in, item_state, rates_by_month, year_points
from moushi.domain.kinds import ActivityKind, Colour, Direction, MeasureKind, State, StateOverride
from moushi.domain.period import Period
from moushi.domain.rank import spread
from moushi.domain.records import Chamber, Federation, Measure, Milestone, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import Message
from reports import apply
from stores import fresh_store

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是把商会办实。")
FRAME = (COUNTY, PLAN, THEME)
JUNE_10 = date(2031, 6, 10)


def overview(*records, today=JUNE_10, year=2031, before=None):
    return look(MemorySnapshot([*FRAME, *records]), [COUNTY.id], year, today, before)


def item(text="走访执委企业；", **fields):
    return make.item(THEME, text, **fields)


def zh(message):
    return message.render(language.translations("zh_CN")) if isinstance(message, Message) else message


def told(lines):
    return [
        (zh(line.title), *map(zh, line.about), *((zh(line.word),) if line.word else ())) for line in lines
    ]


def monthly(measure, last, value=1):
    return [make.progress(measure, f"2031-{n:02d}", value=Decimal(value)) for n in range(1, last + 1)]


# -- which month -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "month", "is_due"),
    [
        (date(2031, 6, 10), 5, True),
        (date(2031, 6, 24), 5, True),
        (date(2031, 6, 25), 6, True),
        (date(2031, 12, 31), 12, True),
        (date(2031, 1, 24), 1, False),
        (date(2031, 1, 25), 1, True),
        (date(2033, 3, 1), 12, True),
        (date(2030, 3, 1), 1, False),
    ],
)
def test_a_month_is_called_for_from_its_25th_on(today, month, is_due):
    found = called(2031, today)
    assert (found.period, found.is_due) == (Period(2031, month, month), is_due)


def test_another_year_is_looked_at_from_its_nearest_day():
    assert day_in(2030, JUNE_10) == date(2030, 12, 31)
    assert day_in(2031, JUNE_10) == JUNE_10
    assert day_in(2032, JUNE_10) == date(2032, 1, 1)


# -- what is due -------------------------------------------------------------------------------------------


def test_what_is_due_within_thirty_days_stands_in_order_of_its_dates():
    fair, talk = item("办渔具展。", due_on=date(2031, 7, 10)), item("办宣讲。", short_title="宣讲")
    step = make.milestone(fair, "定下场地", due_on=JUNE_10)
    visits = make.measure(talk, "场次", due_on=date(2031, 6, 30))
    later = item("办年会。", due_on=date(2031, 7, 11))
    found = overview(fair, talk, step, visits, later).due
    assert [(line.kind, line.id) for line in found] == [
        (Milestone, step.id),
        (Measure, visits.id),
        (PlanItem, fair.id),
    ]
    assert told(found) == [
        ("节点“定下场地”：办渔具展。", "今天", "6月10日", "临期"),
        ("场次：宣讲", "还有20天", "6月30日", "未报"),
        ("办渔具展。", "还有30天", "7月10日", "未启动"),
    ]


def test_what_is_done_or_set_aside_is_not_due():
    day = date(2031, 6, 20)
    by_hand = item(due_on=day, state_override=StateOverride.SUSPENDED, override_reason="等批复")
    closed, reported = item(due_on=day, done_on=date(2031, 6, 1)), item(due_on=day)
    once = make.measure(reported, target=Decimal(1))
    stepped = item("办年会。")
    step = make.milestone(stepped, due_on=day, done_on=date(2031, 6, 9))
    since = make.progress(once, "2031-06", value=Decimal(1))
    assert overview(by_hand, closed, reported, once, since, stepped, step).due == ()


# -- what is late ------------------------------------------------------------------------------------------


def test_what_is_overdue_stands_before_what_is_behind():
    slow, old, older = item("走访。", rank="1"), item("办展。", rank="2"), item("办会。", rank="3")
    visits = make.measure(slow, target=Decimal(12))
    dated = [
        make.measure(old, target=Decimal(1), due_on=date(2031, 6, 9)),
        make.measure(older, target=Decimal(1)),
    ]
    older = make.item(THEME, "办会。", id=older.id, due_on=date(2031, 3, 31))
    report = make.progress(visits, "2031-05", value=Decimal(2))
    found = overview(slow, old, older, visits, *dated, report).late
    assert told(found) == [
        ("办会。", "已过71天", "3月31日", "逾期"),
        ("办展。", "已过1天", "6月9日", "逾期"),
        ("走访。", "比序时慢25%", "滞后"),
    ]
    assert [line.colour for line in found] == [Colour.RED, Colour.RED, Colour.YELLOW]


def test_a_step_whose_day_has_passed_makes_its_item_late():
    fair = item("办渔具展。", due_on=date(2031, 11, 1))
    steps = [
        make.milestone(fair, "定下场地", due_on=date(2031, 6, 5)),
        make.milestone(fair, "开展", rank="2"),
    ]
    (line,) = overview(fair, *steps).late
    assert told([line]) == [("办渔具展。", "节点“定下场地”应在6月5日完成", "滞后")]


def test_what_was_reported_since_is_late_no_more_but_the_state_is_still_the_month_s():
    fair = item("办展。", due_on=date(2031, 4, 30))
    once = make.measure(fair, target=Decimal(1))
    assert len(overview(fair, once).late) == 1
    found = overview(fair, once, make.progress(once, "2031-06", value=Decimal(1)))
    assert found.late == ()
    assert found.states == {State.OVERDUE: 1}


def test_what_came_since_puts_nothing_on_the_list_before_the_month_is_over():
    held = item()
    visits = make.measure(held, target=Decimal(12))
    reports = [
        make.progress(visits, "2031-05", value=Decimal(5)),
        make.progress(visits, "2031-06", value=Decimal(0)),
    ]
    assert overview(held, visits, *reports).late == ()


def test_a_date_that_passes_in_the_month_that_is_called_for_is_late_only_after_it():
    fair = item("办展。", due_on=date(2031, 6, 28))
    once = make.measure(fair, target=Decimal(1))
    assert overview(fair, once, today=date(2031, 6, 28)).late == ()
    assert len(overview(fair, once, today=date(2031, 6, 28)).due) == 1
    assert told(overview(fair, once, today=date(2031, 6, 29)).late) == [
        ("办展。", "已过1天", "6月28日", "逾期")
    ]


# -- what is unreported ------------------------------------------------------------------------------------


def test_items_of_which_the_month_s_report_is_missing_are_unreported():
    visits, words = item("走访。", rank="1"), item("持续推进党建。", rank="2")
    measures = [make.measure(visits, "走访", target=Decimal(12)), make.measure(visits, "座谈", rank="2")]
    found = overview(
        visits, words, *measures, make.unit(visits, "会员部"), *monthly(measures[0], 5)
    ).unreported
    assert told(found) == [("走访。", "会员部", "2个指标里1个"), ("持续推进党建。",)]
    assert {line.page for line in found} == {"progress"}
    assert overview(visits, *measures, today=date(2031, 1, 10)).unreported == ()


# -- each item in one state --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "one"),
    [
        ((State.DONE, State.BEHIND, State.OVERDUE), State.OVERDUE),
        ((State.DONE, State.AHEAD), State.AHEAD),
        ((State.DONE, State.NOT_STARTED), State.ON_SCHEDULE),
        ((State.NOT_STARTED, State.NOT_STARTED), State.NOT_STARTED),
        ((State.UNREPORTED, State.ON_SCHEDULE), State.UNREPORTED),
        ((State.DONE,), State.DONE),
    ],
)
def test_the_gravest_state_of_its_measures_is_the_item_s(states, one):
    assert item_state(states) is one


_DAYS = st.dates(date(2031, 1, 1), date(2031, 12, 31))
_VALUES = st.integers(0, 9).map(Decimal)


@st.composite
def plans(draw):
    """A plan of a few themes and items with measures of every kind, steps and reports."""
    found = []
    for place in spread(draw(st.integers(1, 3))):
        theme = make.theme(PLAN, f"板块{place}。", rank=place)
        found.append(theme)
        for key in spread(draw(st.integers(0, 3))):
            override = draw(st.sampled_from([None, None, None, *StateOverride]))
            held = make.item(
                theme, rank=key, due_on=draw(st.none() | _DAYS), state_override=override, override_reason="等"
            )
            found.append(held)
            for _ in range(draw(st.integers(0, 2))):
                found.append(
                    make.milestone(held, due_on=draw(st.none() | _DAYS), done_on=draw(st.none() | _DAYS))
                )
            for _ in range(draw(st.integers(0, 2))):
                measure = make.measure(
                    held,
                    kind=draw(st.sampled_from(MeasureKind)),
                    direction=draw(st.sampled_from(Direction)),
                    target=draw(st.none() | st.sampled_from([1, 2, 12, 40]).map(Decimal)),
                    due_on=draw(st.none() | _DAYS),
                )
                found.append(measure)
                found += draw(_reports(measure))
            found += draw(_reports(held))
    return found


@st.composite
def _reports(draw, of):
    periods = draw(st.lists(st.integers(1, 12), max_size=4, unique=True))
    return [
        make.progress(
            of,
            f"2031-{n:02d}",
            value=draw(_VALUES) if isinstance(of, Measure) else None,
            narrative=draw(st.sampled_from(["", "在做"])),
        )
        for n in periods
    ]


@given(plans(), st.dates(date(2030, 12, 1), date(2032, 2, 1)))
def test_every_item_counts_once_and_the_sums_are_those_of_the_progress_sheet(records, today):
    check_sums(MemorySnapshot([COUNTY, PLAN, *records]), today)


@pytest.mark.parametrize("today", [date(2031, 1, 3), date(2031, 7, 26), date(2032, 1, 1)])
def test_so_it_is_with_measures_that_count_themselves(today):
    made = county(seed=today.month, scale=0.03)
    found = check_sums(MemorySnapshot(made.records), today)
    counted = [row for each in found.items.values() for row in each.rows if row.found.rate is not None]
    assert len(counted) > 20


def check_sums(snapshot, today):
    month = called(2031, today)
    plans = snapshot.where(Plan, year=2031)
    owners = [plan.federation_id for plan in plans]
    found = look(snapshot, owners, 2031, today)
    document = compile_progress(snapshot, plans, month.period, today=today)
    rows = [row for section in document.sections for theme in section.themes for row in theme.rows]
    by_item = {}
    for row in rows:
        by_item.setdefault(row.item_id, set()).add(row.state)
    expected = Counter(gravest(states) for states in by_item.values())
    assert found.states == dict(expected)
    themes = [theme for plan in plans for theme in snapshot.where(Theme, plan_id=plan.id)]
    items = [item for theme in themes for item in snapshot.where(PlanItem, theme_id=theme.id)]
    assert sum(found.states.values()) == len(items) == len(found.items)
    summed = Counter()
    for share in found.themes[1:]:
        summed.update(share.states)
    assert dict(summed) == dict(expected)
    sheet = reporting.sheet(snapshot, owners, 2031, month.period)
    missing = {row.key for row in sheet.rows if row.is_unreported} if month.is_due else set()
    judged = {
        (each.item.id, row.measure.id if row.measure else None)
        for each in found.items.values()
        for row in each.rows
        if row.is_unreported
    }
    assert judged == missing
    return found


def gravest(states):
    order = ["cancelled", "suspended", "overdue", "behind", "unreported", "on_schedule", "ahead"]
    for name in order:
        if State(name) in states:
            return State(name)
    return State.ON_SCHEDULE if len(states) == 2 else next(iter(states))


@given(plans(), st.integers(1, 12))
def test_the_year_by_month_is_the_mean_of_what_each_month_s_sheet_says(records, last):
    snapshot = MemorySnapshot([COUNTY, PLAN, *records])
    today = date(2031, last, 28)
    found = look(snapshot, [COUNTY.id], 2031, today)
    month = found.called
    rates = [rate for each in found.items.values() for rate in rates_by_month(each, month.period)]
    points = year_points(2031, month, rates)
    sheets = [compile_progress(snapshot, [PLAN], Period(2031, n, n), today=today) for n in range(1, last + 1)]
    rows = [
        [row for section in sheet.sections for theme in section.themes for row in theme.rows]
        for sheet in sheets
    ]
    paced = [
        n
        for n, row in enumerate(rows[-1])
        if row.rate is not None
        and row.state not in (State.SUSPENDED, State.CANCELLED)
        and (row.gap is not None or any(some[n].gap is not None for some in numbered(rows, n)[-1:]))
    ]
    for point in points:
        if point.month > last:
            assert point.completion is None
            continue
        some = [min(rate, Decimal(1)) for n in paced if (rate := rows[point.month - 1][n].rate) is not None]
        assert (point.completion.of if point.completion else 0) == len(some)
        if some and point.completion:
            assert abs(point.completion.share - sum(some) / len(some)) <= Decimal("0.0006")
    assert [point.scheduled for point in points][5] == Decimal("0.500")
    if point := points[last - 1].completion:
        assert found.themes[0].completion == point


def numbered(sheets, place):
    """Those of the months' sheets in which a number was reported of a row."""
    return [rows for rows in sheets if rows[place].value is not None]


def test_what_is_below_its_target_never_reads_full_and_beyond_it_counts_as_full():
    held = item()
    most = make.measure(held, target=Decimal(10_000), rank="1")
    more = make.measure(held, target=Decimal(2), rank="2")
    reports = [
        make.progress(most, "2031-05", value=Decimal(9_999)),
        make.progress(more, "2031-05", value=Decimal(8)),
    ]
    share = overview(held, most, more, *reports).themes[0]
    assert (share.completion.share, share.completion.of) == (Decimal("0.999"), 2)


def test_what_holds_or_not_and_what_happens_once_is_not_in_the_mean():
    held = item()
    ceiling = make.measure(held, "投诉", direction=Direction.AT_MOST, target=Decimal(3))
    once = make.measure(held, "年会", target=Decimal(1), rank="2")
    reports = [make.progress(each, "2031-05", value=Decimal(1)) for each in (ceiling, once)]
    assert overview(held, ceiling, once, *reports).themes[0].completion.share is None


# -- what changes ------------------------------------------------------------------------------------------


def test_only_items_that_changed_are_judged_again():
    first, second = item("走访。", rank="1"), item("办展。", rank="2")
    before = overview(first, second)
    after = overview(first, second, make.progress(second, "2031-05", narrative="场地已定"), before=before)
    assert after.items[first.id] is before.items[first.id]
    assert after.items[second.id] is not before.items[second.id]
    assert len(after.unreported) == 1
    moved = overview(first, second, today=date(2031, 6, 27), before=after)
    assert moved.items[first.id] is not after.items[first.id]


def test_a_change_of_what_is_not_shown_changes_nothing():
    snapshot = MemorySnapshot(FRAME)
    _, words = apply(snapshot, make.proposal(make.passage(PLAN)))
    _, chamber = apply(snapshot, make.proposal(make.chamber(COUNTY)))
    assert not is_shown(words)
    _, post = apply(snapshot, make.proposal(make.post(make.member(COUNTY), COUNTY)))
    assert is_shown(post)  # committee enterprises are counted by it
    assert is_shown(chamber)


def test_without_a_plan_there_is_nothing_of_it_but_the_register_stands():
    found = overview(year=2032)
    assert (found.themes, found.states, found.due, found.late) == ((), {}, (), ())


def test_several_federations_are_told_apart():
    other = make.federation("望潮县工商联", short_name="望潮")
    its_plan = make.plan(other, 2031)
    its_theme = make.theme(its_plan, "一是办会。")
    records = [*FRAME, item("走访。"), other, its_plan, its_theme, make.item(its_theme, "办展。")]
    found = look(MemorySnapshot(records), [COUNTY.id, other.id], 2031, JUNE_10)
    assert told(found.unreported) == [("走访。", "鹤沙县工商联"), ("办展。", "望潮")]
    assert [share.owner for share in found.themes] == ["", "鹤沙县工商联", "望潮"]


# -- register and ledger -----------------------------------------------------------------------------------


def test_chambers_due_for_renewal_and_townships_without_one():
    towns = [make.township(COUNTY, name) for name in ("鹭汀镇", "白礁镇", "沙浦乡")]
    fresh = make.chamber(
        COUNTY, "白礁镇商会", township_id=towns[1].id, term_began_on=date(2030, 1, 1), term_years=5
    )
    late = make.chamber(COUNTY, "渔具商会", term_number=2, term_began_on=date(2026, 5, 31), term_years=5)
    soon = make.chamber(COUNTY, "民宿商会", term_began_on=date(2027, 6, 10), term_years=5)
    gone = make.chamber(COUNTY, "沙浦乡商会", township_id=towns[2].id, dissolved_on=date(2030, 1, 1))
    found = register_of([fresh, late, soon, gone], towns, Leavers(), JUNE_10)
    assert told(found.renewals) == [
        ("渔具商会", "已过10天", "5月31日到期", "第2届", "逾期"),
        ("民宿商会", "还有366天", "2032年6月10日到期", "一年内到期"),
    ]
    assert {(line.kind, line.colour) for line in found.renewals} == {
        (Chamber, Colour.RED),
        (Chamber, Colour.BLUE),
    }
    assert told(found.uncovered) == [("鹭汀镇", "没有商会"), ("沙浦乡", "没有商会")]
    assert (found.chambers, found.townships) == (4, 3)


def test_townships_of_one_name_in_two_federations_are_told_apart() -> None:
    ours, theirs = make.federation("云屿县工商联"), make.federation("苇洲区工商联", short_name="苇洲联")
    towns = [make.township(of, "城关镇") for of in (ours, theirs)]
    snapshot = MemorySnapshot((ours, theirs, *towns))
    both = look(snapshot, [ours.id, theirs.id], 2031, JUNE_10).register.uncovered
    assert {line.about for line in both} == {("云屿县工商联",), ("苇洲联",)}
    (alone,) = look(snapshot, [ours.id], 2031, JUNE_10).register.uncovered
    assert alone.about == ()


def test_the_ledger_of_a_year_is_counted_by_kind_and_month():
    other = make.federation("望潮县工商联")
    held = [date(2031, 3, 1), date(2031, 3, 2), date(2030, 12, 31), date(2032, 1, 1)]
    visits = [make.activity(COUNTY, held_on=day) for day in held]
    talk = make.activity(COUNTY, ActivityKind.TALK, held_on=date(2031, 6, 30))
    snapshot = MemorySnapshot([COUNTY, other, *visits, talk, make.activity(other)])
    found = ledger_year(snapshot, [COUNTY.id], 2031)
    assert found.months == (0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    assert found.of_month(3) == {ActivityKind.VISIT: 2}
    assert found.of_month(6) == {ActivityKind.TALK: 1}


def test_members_no_longer_to_be_kept_are_one_line_with_those_who_are_so_longest():
    other = make.federation("望潮县工商联")
    days = [date(2031, 6, 9), JUNE_10, date(2030, 1, 1), None]
    left = date(2029, 1, 1)
    members = [
        make.member(COUNTY, f"远帆{n}号", left_on=left, retain_until=day) for n, day in enumerate(days)
    ]
    stranger = make.member(other, left_on=left, retain_until=left)
    again = make.member(COUNTY, "蓝礁养殖厂", retain_until=left)  # came back: nothing is offered of it
    found = leavers(MemorySnapshot([COUNTY, other, *members, stranger, again]), [COUNTY.id], JUNE_10)
    (line,) = Register(leavers=found).lines
    assert told([line]) == [("2名会员的资料保存期已满", "远帆2号", "可在“会员”页删除")]
    assert line.id == members[2].id
    assert leavers(MemorySnapshot([COUNTY, members[1]]), [COUNTY.id], JUNE_10) == Leavers()


def test_the_store_tells_the_same_as_memory_does():
    made = county(scale=0.03)
    owners = [each.id for each in made.records if isinstance(each, Federation)]
    with fresh_store() as store:
        store.apply(make.proposal(*made.records))
        with store.snapshot() as snapshot:
            found = look(snapshot, owners, 2031, JUNE_10)
    expected = look(MemorySnapshot(made.records), owners, 2031, JUNE_10)
    assert found == expected
    assert sum(found.ledger.months) > 0
    assert found.register.renewals

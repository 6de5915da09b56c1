from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from county import counting
from moushi.compile.progress import compile_progress
from moushi.domain.kinds import Choice, Colour, CountRule, MeasureKind, MeasureSource, State, StateOverride
from moushi.domain.period import parse_period
from moushi.domain.records import Plan
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError

JUNE = parse_period("2031-06")
TODAY = date(2031, 7, 2)


@pytest.fixture
def county():
    return make.federation()


@pytest.fixture
def plan(county):
    return make.plan(county, slogan="向海图强")


@pytest.fixture
def theme(plan):
    return make.theme(plan, label="商会建设")


def compiled(*records, article=None, period=JUNE):
    snapshot = MemorySnapshot(records)
    return compile_progress(snapshot, snapshot.where(Plan), period, article, today=TODAY)


def rows_of(document):
    return [row for section in document.sections for theme in section.themes for row in theme.rows]


def test_an_item_without_measures_makes_one_row_from_its_own_report(county, plan, theme):
    item = make.item(theme, leader="禾小满", responsible="麦秋", short_title="渔具展")
    units = [
        make.unit(item, "会员部", rank="1"),
        make.unit(item, "商会", rank="2"),
        make.unit(item, "镇", rank="3"),
    ]
    told = make.progress(
        item, "2031-06", narrative="场地已定", problems="经费未到", next_steps="招展", evidence="合同"
    )
    (row,) = rows_of(compiled(county, plan, theme, item, *units, told))
    assert (row.number, row.theme, row.title, row.text) == (1, "商会建设", "渔具展", "办两场渔具展。")
    assert (row.lead_unit, row.cooperating_units) == ("会员部", "商会、镇")
    assert (row.leader, row.responsible) == ("禾小满", "麦秋")
    assert row.narratives == ("场地已定",)
    assert (row.problems, row.next_steps, row.evidence) == ("经费未到", "招展", "合同")
    assert (row.state, row.colour) == (State.ON_SCHEDULE, Colour.GREEN)
    assert (row.value, row.cumulative, row.rate, row.gap) == (None, None, None, None)


def test_each_measure_makes_a_row_under_the_item_s_number(county, plan, theme):
    first, second = make.item(theme, rank="1"), make.item(theme, rank="2")
    shows = make.measure(first, "展会", target=Decimal(12), rank="1")
    money = make.measure(first, "资金", kind=MeasureKind.AMOUNT, target=Decimal(200_000), unit="元", rank="2")
    reports = [
        make.progress(shows, "2031-05", value=Decimal(4)),
        make.progress(shows, "2031-06", value=Decimal(2)),
    ]
    rows = rows_of(compiled(county, plan, theme, first, second, shows, money, *reports))
    assert [(row.number, row.measure) for row in rows] == [(1, "展会"), (1, "资金"), (2, "")]
    shown = rows[0]
    assert (shown.target, shown.unit, shown.value, shown.cumulative) == (12, "场", 2, 6)
    assert (shown.rate, shown.gap, shown.state) == (Decimal("0.5"), 0, State.ON_SCHEDULE)
    assert (rows[1].value, rows[1].state) == (None, State.UNREPORTED)


def test_words_about_the_item_stand_on_its_first_row(county, plan, theme):
    item = make.item(theme)
    one, two = make.measure(item, "展会", rank="1"), make.measure(item, "人次", rank="2")
    reports = [
        make.progress(item, narrative="总体顺利", period="2031-06"),
        make.progress(one, narrative="办了一场", period="2031-06"),
        make.progress(two, narrative="来了百人", period="2031-06"),
        make.progress(two, narrative="上月的话", period="2031-05"),
    ]
    first, second = rows_of(compiled(county, plan, theme, item, one, two, *reports))
    assert first.narratives == ("①总体顺利", "②办了一场")
    assert second.narratives == ("来了百人",)


def test_milestones_are_numbered_and_dated(county, plan, theme):
    item = make.item(theme)
    steps = [
        make.milestone(item, "定场地", rank="1", due_on=date(2031, 3, 31), done_on=date(2031, 3, 10)),
        make.milestone(item, "开展", rank="2", due_on=date(2031, 10, 31)),
        make.milestone(item, "总结", rank="3", due_on=date(2032, 1, 15)),
        make.milestone(item, "归档", rank="4", done_on=date(2031, 7, 1)),
    ]
    (row,) = rows_of(compiled(county, plan, theme, item, *steps))
    assert row.milestones == (
        "①定场地（3月31日前，3月10日完成）",
        "②开展（10月31日前）",
        "③总结（2032年1月15日前）",
        "④归档",
    )
    assert (row.rate, row.state) == (Decimal("0.25"), State.ON_SCHEDULE)


def test_parts_of_a_measure_and_the_reason_of_a_state_are_told(county, plan, theme):
    item = make.item(theme, state_override=StateOverride.SUSPENDED, override_reason="场馆维修")
    held = make.measure(item)
    parts = [
        make.sub_measure(held, "镇上", target=Decimal(1), rank="1"),
        make.sub_measure(held, "岛外", rank="2"),
    ]
    (row,) = rows_of(compiled(county, plan, theme, item, held, *parts))
    assert row.parts == ("镇上（目标1场）", "岛外")
    assert (row.state, row.reason) == (State.SUSPENDED, "场馆维修")


def test_parts_tell_what_was_reached_of_how_much(county, plan, theme):
    item = make.item(theme)
    talks = counting(item, CountRule.ACTIVITIES, unit="场")
    collected = make.sub_measure(talks, "归集", rule=CountRule.COLLECTED, rank="1")
    closed = make.sub_measure(talks, "销号", rule=CountRule.CLOSED, target=Decimal(20), rank="2")
    money = make.sub_measure(talks, "资金", rule=CountRule.AMOUNT, rank="3")
    typed = make.sub_measure(talks, "进车间", target=Decimal(4), rank="4")
    reports = [
        make.part_progress(typed, talks, "2031-05", value=Decimal(1), narrative="进了船厂"),
        make.part_progress(typed, talks, "2031-06", value=Decimal(2), narrative="进了冷库"),
    ]
    held = make.activity(county, collected=12, closed=9, amount=Decimal(20_000_000))
    (row,) = rows_of(
        compiled(county, plan, theme, item, talks, collected, closed, money, typed, held, *reports)
    )
    assert row.parts == ("归集12件", "销号9/20件", "资金2000万元", "进车间3/4场")
    assert (row.cumulative, row.counted, row.narratives) == (1, MeasureSource.LEDGER, ("进车间：进了冷库",))


def test_a_measure_that_counts_itself_shows_its_count_and_no_number_typed_before(county, plan, theme):
    item = make.item(theme)
    covered = counting(item, CountRule.TOWNSHIPS_COVERED, unit="个")
    towns = [make.township(county, name) for name in ("东镇", "西镇")]
    chamber = make.chamber(county, township_id=towns[0].id, founded_on=date(2031, 5, 3))
    typed = make.progress(covered, "2031-06", value=Decimal(2), narrative="西镇在筹备")
    (row,) = rows_of(compiled(county, plan, theme, item, covered, *towns, chamber, typed))
    assert (row.cumulative, row.target, row.rate, row.value) == (1, 2, Decimal("0.5"), None)
    assert (row.counted, row.narratives) == (MeasureSource.REGISTER, ("西镇在筹备",))


def test_an_item_that_was_done_is_done(county, plan, theme):
    item = make.item(theme, due_on=date(2031, 4, 1), done_on=date(2031, 6, 2))
    (row,) = rows_of(compiled(county, plan, theme, item))
    assert (row.state, row.colour, row.rate, row.counted) == (State.DONE, Colour.YELLOW, 1, None)


def test_what_is_reported_for_later_periods_is_left_out(county, plan, theme):
    item = make.item(theme)
    held = make.measure(item)
    july = make.progress(held, "2031-07", value=Decimal(1), narrative="七月")
    year = make.progress(held, "2031", value=Decimal(9), narrative="全年")
    (row,) = rows_of(compiled(county, plan, theme, item, held, july, year))
    assert (row.value, row.cumulative, row.narratives) == (None, None, ())


def test_the_article_gives_order_title_and_choice():
    county, other = make.federation(), make.federation("苇洲区工商联")
    plans = [make.plan(county), make.plan(other), make.plan(make.federation("外县工商联"))]
    themes = [make.theme(plans[0], rank="1"), make.theme(plans[0], rank="2"), make.theme(plans[1])]
    items = [make.item(themes[0], f"第{n}件；", rank=str(n)) for n in (1, 2, 3)]
    rest = [make.item(themes[1], "不选的。"), make.item(themes[2], "苇洲的。")]
    article = make.article(kicker="引题", headline="主题", byline="□通讯员 禾小满", lead="导语一\n\n导语二")
    sections = [
        make.section(article, plans[1], rank="1"),
        make.section(article, plans[0], rank="2", choice=Choice.LISTED),
    ]
    listed = [make.article_item(article, items[2], rank="1"), make.article_item(article, items[0], rank="2")]
    document = compiled(
        county, other, *plans, *themes, *items, *rest, article, *sections, *listed, article=article
    )
    assert [section.federation for section in document.sections] == ["苇洲区工商联", "云屿县工商联"]
    assert [(row.number, row.text) for row in rows_of(document)] == [
        (1, "苇洲的。"),
        (2, "第3件；"),
        (3, "第1件；"),
    ]
    assert len(document.sections[1].themes) == 1
    assert (document.kicker, document.headline, document.byline) == ("引题", "主题", "□通讯员 禾小满")
    assert document.lead == ("导语一", "导语二")


def test_without_an_article_the_plans_stand_as_given(county, plan, theme):
    document = compiled(county, plan, theme, make.item(theme))
    assert (document.headline, document.lead, document.reporting_unit) == ("", (), "云屿县工商联")
    assert (document.period, document.as_of, document.made_on) == ("2031-06", date(2031, 6, 30), TODAY)
    assert document.schedule == Decimal("0.5")
    assert document.sections[0].slogan == "向海图强"


def test_several_counties_report_through_the_city_they_belong_to():
    city = make.federation("群岛市工商联")
    counties = [make.federation(name, parent_id=city.id) for name in ("云屿县工商联", "苇洲区工商联")]
    document = compiled(city, *counties, *(make.plan(each) for each in counties))
    assert document.reporting_unit == "群岛市工商联"


def test_a_year_without_plans_says_so():
    with pytest.raises(MoushiError, match="no plan for 2031"):
        compiled()


@given(make.counties(most=3), st.sampled_from(["2031-06", "2031-Q1", "2031", "2030-12"]))
def test_any_county_compiles_and_no_number_comes_from_nothing(records, period):
    snapshot = MemorySnapshot(records)
    plans = snapshot.where(Plan)
    if not plans:
        return
    document = compile_progress(snapshot, plans, parse_period(period), today=TODAY)
    reported = {
        report.item_id
        for report in snapshot.where(make.r.Progress)
        if report.value is not None or report.cumulative is not None
    }
    for row in rows_of(document):
        if row.item_id not in reported and row.counted is None:
            assert (row.value, row.cumulative) == (None, None)
    assert [row.number for row in rows_of(document)] == sorted(row.number for row in rows_of(document))

"""Chambers' reports on the progress sheet: shown where the office typed nothing, and never typed into."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factories as make
from moushi.changes.model import Change, Delete, Insert
from moushi.compile.progress import compile_progress
from moushi.desk import articles, item_state, language, overview_states, reporting, rolling
from moushi.desk.measuring import returned
from moushi.desk.report_book import read_book, touched
from moushi.desk.report_entry import Target, clear_block, enter
from moushi.desk.report_parts import with_parts
from moushi.desk.report_row import Filter
from moushi.desk.reporting import renewed_sheet, sheet_of
from moushi.desk.year_view import year_lines, year_row
from moushi.domain.kinds import ArticleKind, MeasureKind, MeasureSource, State
from moushi.domain.period import parse_period
from moushi.domain.records import Chamber, Progress
from moushi.domain.snapshot import MemorySnapshot, dependents
from moushi.errors import say
from moushi.output.excel.columns import FLAT_COLUMNS, TABLE_COLUMNS, shown_rows
from reports import apply

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是把商会办实。")
ITEM = make.item(THEME, "办渔具展十二场；", short_title="渔具展")
EAST, SOUTH, WEST = (make.chamber(COUNTY, f"{name}镇商会") for name in ("东", "南", "西"))
FRAME = (COUNTY, PLAN, THEME, ITEM, EAST, SOUTH, WEST)
SHOWS = make.measure(ITEM, source=MeasureSource.RETURNS, target=Decimal(12))
ZH = language.translations("zh_CN")


def told(chamber, period="2031-06", value=None, of=SHOWS, **fields):
    number = None if value is None else Decimal(value)
    return make.chamber_progress(of, chamber, period, value=number, **fields)


def row(*records, period="2031-06", measure=SHOWS):
    snapshot = MemorySnapshot([*FRAME, measure, *records])
    (found,) = reporting.sheet(snapshot, [COUNTY.id], 2031, parse_period(period)).rows
    return found


def test_a_row_shows_what_the_chambers_come_to_and_how_many_reported():
    found = row(told(EAST, value=2), told(WEST, value=3), told(EAST, "2031-05", 4))
    assert (found.typed["value"], found.value, found.last, found.cumulative) == ("", "5", "4", "9")
    assert (found.rate, found.state, found.is_unreported) == ("75%", State.AHEAD, False)
    assert found.chambers_word.render({}) == "2/3 chambers reported, 2 are missing in earlier periods"
    assert "value" in found.editable


def test_where_nobody_reported_yet_it_is_unreported_and_says_how_many_are_asked():
    found = row()
    assert (found.value, found.state, found.is_unreported) == ("", State.UNREPORTED, True)
    assert found.chambers_word.render({}) == "0/3 chambers reported"
    assert row(measure=make.measure(ITEM)).chambers_word is None


def test_a_total_alone_of_which_the_period_is_not_known_is_seen_beside_its_chamber():
    found = row(told(EAST, value=2), told(WEST, cumulative=Decimal(9)))
    assert found.value == "2"
    lines = [say("{told}", told=line.text).render(ZH) for line in returned(found.answers, SHOWS).lines]
    assert lines == ["南镇商会", "西镇商会　只报累计9场", "东镇商会　2场"]


def test_the_office_types_its_own_number_over_it_and_the_difference_is_told():
    snapshot = MemorySnapshot([*FRAME, SHOWS, told(EAST, value=2), told(WEST, value=3)])
    (before,) = reporting.sheet(snapshot, [COUNTY.id], 2031, parse_period("2031-06")).rows
    after, _ = apply(snapshot, enter(snapshot, before, "value", "7"))
    sheet = reporting.sheet(after, [COUNTY.id], 2031, parse_period("2031-06"))
    (found,) = sheet.rows
    assert (found.typed["value"], found.cumulative) == ("7", "7")
    assert "7" in found.differs[0].render({})
    assert "come to 5 (2/3" in found.differs[0].render({})
    assert sheet.counts[Filter.DIFFERING] == 1
    mine, east, west = sorted(after.where(Progress), key=lambda r: (r.chamber_id is not None, r.value))
    assert (mine.chamber_id, mine.value, east.value, west.value) == (None, 7, 2, 3)


def test_emptying_the_office_s_cell_gives_the_chambers_sum_back_and_leaves_their_reports():
    mine = make.progress(SHOWS, "2031-06", value=Decimal(7))
    snapshot = MemorySnapshot([*FRAME, SHOWS, told(EAST, value=2), mine])
    (held,) = reporting.sheet(snapshot, [COUNTY.id], 2031, parse_period("2031-06")).rows
    proposal = clear_block(snapshot, [Target(held, "value")])
    assert proposal.edits == (Delete(mine),)
    (again,) = reporting.sheet(apply(snapshot, proposal)[0], [COUNTY.id], 2031, parse_period("2031-06")).rows
    assert (again.value, again.differs) == ("2", ())
    assert clear_block(snapshot, [Target(row(told(EAST, value=2)), "value")]) is not None  # only its own
    bare = MemorySnapshot([*FRAME, SHOWS, told(EAST, value=2)])
    assert clear_block(bare, [Target(row(told(EAST, value=2)), "value")]) is None


def test_words_of_chambers_are_shown_under_their_names_until_the_office_has_its_own():
    words = (told(EAST, narrative="办展一场。"), told(WEST, narrative="办展两场。", problems="缺场地"))
    found = row(*words)
    assert found.typed["narrative"] == ""
    assert found.told["narrative"] == "东镇商会：办展一场；西镇商会：办展两场"
    assert found.passes(Filter.PROBLEMS)
    assert not found.is_unreported
    snapshot = MemorySnapshot([*FRAME, SHOWS, *words])
    after, _ = apply(snapshot, enter(snapshot, found, "narrative", "全县办展三场。"))
    (own,) = reporting.sheet(after, [COUNTY.id], 2031, parse_period("2031-06")).rows
    assert (own.typed["narrative"], own.told.get("narrative")) == ("全县办展三场。", None)
    assert own.told["problems"] == "西镇商会：缺场地"


def test_a_total_that_is_not_what_the_chambers_come_to_differs():
    found = row(told(EAST, value=2), make.progress(SHOWS, "2031-06", cumulative=Decimal(30)))
    assert (found.value, found.cumulative, found.differs_now) == ("2", "30", "2")


def test_parts_have_the_chambers_sums_too():
    part = make.sub_measure(SHOWS, "镇上")
    records = (
        part,
        told(EAST, value=4),
        told(EAST, value=1, part_id=part.id),
        told(WEST, value=2, part_id=part.id),
    )
    snapshot = MemorySnapshot([*FRAME, SHOWS, *records, told(EAST, "2031-05", 6, part_id=part.id)])
    book = read_book(snapshot, 2031, [COUNTY.id])
    *_, whole, line = with_parts(sheet_of(book, parse_period("2031-06")).lines, book)
    assert (whole.value, line.value, line.last, line.cumulative) == ("4", "3", "6", "9")
    assert line.chambers_word.render({}).startswith("2/3 chambers reported")
    after, _ = apply(snapshot, enter(snapshot, line, "value", "5"))
    assert {r.value for r in after.where(Progress, part_id=part.id, chamber_id=None)} == {Decimal(5)}


def test_the_sheet_follows_a_return_its_undo_and_a_chamber_s_name():
    snapshot = MemorySnapshot([*FRAME, SHOWS])
    book = read_book(snapshot, 2031, [COUNTY.id])
    sheet = sheet_of(book, parse_period("2031-06"))
    report = told(EAST, value=2, narrative="办展")
    for edit, value, words in (
        (Insert(report), "2", "东镇商会：办展"),
        (Change(Progress, report.id, "value", Decimal(2), Decimal(6)), "6", "东镇商会：办展"),
        (Change(Chamber, EAST.id, "name", EAST.name, "东渔镇商会"), "6", "东渔镇商会：办展"),
        (Change(Progress, report.id, "value", Decimal(6), Decimal(2)), "2", "东渔镇商会：办展"),
        (Delete(report), "", None),
    ):
        snapshot, change = apply(snapshot, make.proposal(edit))
        ids = touched(book, change)
        assert ids == {ITEM.id}
        sheet, book = renewed_sheet(sheet, book, snapshot, ids)
        assert (sheet.rows[0].value, sheet.rows[0].told.get("narrative")) == (value, words)
        assert sheet == reporting.sheet(snapshot, [COUNTY.id], 2031, parse_period("2031-06"))


def test_the_year_by_month_and_the_first_period_know_them():
    snapshot = MemorySnapshot([*FRAME, SHOWS, told(EAST, "2031-02", 2), told(WEST, "2031-02", 1)])
    book = read_book(snapshot, 2031, [COUNTY.id])
    line = year_lines(book)[-1]
    months = year_row(book, line, date(2031, 3, 9)).months
    assert (months[1].text, months[2].text) == ("3*", say("unreported"))
    assert months[1].word.render({}).endswith("2/3 chambers reported")
    assert reporting.default_period(book, date(2031, 9, 1)) == parse_period("2031-02")


def test_the_overview_and_the_item_know_them():
    snapshot = MemorySnapshot([*FRAME, SHOWS, told(EAST, value=6)])
    book = read_book(snapshot, 2031, [COUNTY.id])
    month = overview_states.called(2031, date(2031, 6, 28))
    (judged,) = overview_states.judging(book, month, date(2031, 6, 28), {})
    assert (judged.rows[0].found.cumulative, judged.rows[0].is_unreported) == (6, False)
    (stands,) = item_state.standings(snapshot, ITEM, 2031, date(2031, 6, 30))
    assert (stands.state, stands.rate) == (State.ON_SCHEDULE, "50%")


def test_what_is_left_for_next_year_is_less_what_chambers_reported():
    snapshot = MemorySnapshot([*FRAME, SHOWS, told(EAST, value=5)])
    new = make.item(make.theme(make.plan(COUNTY, 2032)))
    parts = list(rolling._parts(snapshot, ITEM, new, PLAN, rolling.Goals.REMAINING))
    assert [part.target for part in parts] == [7]


def test_deleting_a_chamber_lists_its_reports():
    report = told(EAST, value=2)
    snapshot = MemorySnapshot([*FRAME, SHOWS, report, told(WEST, value=1)])
    assert dependents(snapshot, EAST) == (report,)


# -- documents ---------------------------------------------------------------------------------------------


def compiled(*records, measure=SHOWS):
    snapshot = MemorySnapshot([*FRAME, measure, *records])
    return compile_progress(snapshot, [PLAN], parse_period("2031-06"), today=date(2031, 7, 1))


def cells(*records, measure=SHOWS):
    (((shown,),),) = shown_rows(compiled(*records, measure=measure))
    return {column.head: column.value(shown) for column in (*FLAT_COLUMNS, *TABLE_COLUMNS)}


def test_the_sheet_prints_their_sum_their_words_and_whose_returns_they_are():
    found = cells(told(EAST, value=2, narrative="办展两场"), told(WEST, value=3, evidence="照片"))
    assert (found["本期"], found["累计完成"], found["完成率"]) == (5, 5, Decimal("0.417"))
    assert found["进展情况"] == "东镇商会：办展两场"
    assert found["佐证材料"] == "据2家商会回执，应报3家\n西镇商会：照片"


def test_when_all_have_reported_only_their_number_is_named_and_none_where_the_office_typed():
    everybody = [told(each, value=1) for each in (EAST, SOUTH, WEST)]
    assert cells(*everybody)["佐证材料"] == "据3家商会回执"
    found = cells(*everybody, make.progress(SHOWS, "2031-06", value=Decimal(9), narrative="全县九场"))
    assert (found["本期"], found["佐证材料"]) == (9, "")


def test_a_total_that_lacks_chambers_of_earlier_months_is_never_taken_for_whole():
    june = [told(each, value=1) for each in (EAST, SOUTH, WEST)]
    may = told(EAST, "2031-05", 4)
    assert cells(*june, may)["佐证材料"] == "据3家商会回执，前期有2家商会未报全"
    found = row(*june, may)
    assert (found.value, found.short_of, found.reached) == ("3", "", "7*")
    assert found.chambers_word.render({}) == "3/3 chambers reported, 2 are missing in earlier periods"
    assert row(*june).reached == "3"
    (text,) = paragraphs(article(*june, may))
    assert text == "一是把商会办实。展会累计7场，完成率58.3%（据3家商会回执，前期有2家商会未报全）。"


def test_words_of_several_chambers_are_numbered_in_the_order_of_their_names():
    found = cells(told(WEST, narrative="西边的话"), told(EAST, narrative="东边的话"))
    assert found["进展情况"] == "①东镇商会：东边的话\n②西镇商会：西边的话"
    assert found["佐证材料"] == "据2家商会回执，应报3家"


def test_an_average_is_not_added_and_its_words_are_printed():
    average = make.measure(ITEM, kind=MeasureKind.AVERAGE, source=MeasureSource.RETURNS, target=Decimal(3))
    found = cells(
        told(EAST, value=2, of=average, narrative="两户"), told(WEST, value=4, of=average), measure=average
    )
    assert (found["本期"], found["累计完成"], found["状态"]) == (None, None, "未报")
    assert found["进展情况"] == "东镇商会：两户"


def article(*records):
    its = make.article(2031, kind=ArticleKind.PROGRESS, period="2031-06")
    snapshot = MemorySnapshot([*FRAME, SHOWS, its, make.section(its, PLAN), *records])
    return articles.compile_article(articles.excerpt(snapshot, its.id), its)


def paragraphs(document):
    return ["".join(run.text for run in p.runs) for p in document.sections[0].paragraphs]


def test_the_article_tells_their_words_and_sums_with_the_source():
    (text,) = paragraphs(
        article(told(EAST, value=2, narrative="办展两场。"), told(WEST, value=3, narrative="办展三场"))
    )
    assert text == (
        "一是把商会办实。东镇商会：办展两场；西镇商会：办展三场。展会累计5场，完成率41.7%（据2家商会回执，应报3家）。"
    )


def test_the_article_names_no_source_where_the_office_reported_itself():
    (text,) = paragraphs(
        article(told(EAST, value=2), make.progress(SHOWS, "2031-06", value=Decimal(6), narrative="办了"))
    )
    assert text == "一是把商会办实。办了。展会累计6场，完成率50%。"

"""Measures that count themselves on the progress sheet: shown, not typed, and followed when they change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from county import counting
from moushi.changes.model import Change, Delete, Insert
from moushi.compile.progress import compile_progress
from moushi.desk import language, report_row, reporting
from moushi.desk.report_book import read_book, touched
from moushi.desk.report_entry import enter
from moushi.desk.reporting import renewed_sheet, sheet_of
from moushi.domain.kinds import ActivityKind, Colour, CountRule, MeasureKind, MeasureSource, State
from moushi.domain.numbers import percent
from moushi.domain.period import parse_period
from moushi.domain.records import Activity, MeasureChamber, Member, PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from reports import apply

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是把商会办实。")
ITEM = make.item(THEME, "办恳谈会十二场；", short_title="恳谈会")
FRAME = (COUNTY, PLAN, THEME, ITEM)
TALKS = counting(ITEM, CountRule.ACTIVITIES, unit="场", activity_kind=ActivityKind.DIALOGUE)


def talk(month, **fields):
    return make.activity(COUNTY, ActivityKind.DIALOGUE, held_on=date(2031, month, 9), **fields)


def rows(*records, period="2031-06"):
    snapshot = MemorySnapshot([*FRAME, *records])
    return reporting.sheet(snapshot, [COUNTY.id], 2031, parse_period(period)).rows


def row(*records, period="2031-06"):
    (found,) = rows(*records, period=period)
    return found


def test_a_row_shows_what_was_counted_and_from_where():
    found = row(TALKS, talk(1), talk(5), talk(6), talk(6), talk(7))
    assert (found.value, found.last, found.cumulative, found.target) == ("2", "1", "4", "12场")
    assert (found.rate, found.state, found.is_unreported) == ("33.3%", State.BEHIND, False)
    assert found.counted is MeasureSource.LEDGER
    assert found.counted_word.render(language.translations("zh_CN")) == "数自台账"
    assert row(make.measure(ITEM)).counted_word is None


def test_its_numbers_are_not_typed_and_its_words_are():
    found = row(TALKS, talk(6))
    assert found.editable == frozenset(report_row.WORDS)
    with pytest.raises(MoushiError):
        enter(MemorySnapshot([*FRAME, TALKS]), found, "value", "3")
    snapshot = MemorySnapshot([*FRAME, TALKS, talk(6)])
    told, _ = apply(snapshot, enter(snapshot, found, "narrative", "县长到场。"))
    (again,) = reporting.sheet(told, [COUNTY.id], 2031, parse_period("2031-06")).rows
    assert (again.typed["narrative"], again.value, again.cumulative) == ("县长到场。", "1", "1")


def test_numbers_typed_before_it_counted_itself_are_neither_shown_nor_found_to_differ():
    typed = make.progress(TALKS, "2031-06", value=Decimal(50), cumulative=Decimal(70), narrative="照常")
    found = row(TALKS, typed, talk(6))
    assert (found.typed["value"], found.typed["cumulative"], found.differs) == ("", "", ())
    assert (found.value, found.cumulative, found.typed["narrative"]) == ("1", "1", "照常")


def test_a_ratio_is_shown_against_what_it_is_counted():
    towns = [make.township(COUNTY, name) for name in ("东镇", "西镇", "南镇")]
    covered = counting(ITEM, CountRule.TOWNSHIPS_COVERED, unit="个")
    chamber = make.chamber(COUNTY, township_id=towns[0].id)
    found = row(covered, *towns, chamber)
    assert (found.value, found.cumulative, found.target, found.rate) == ("", "1", "3个", "33.3%")
    assert found.counted is MeasureSource.REGISTER


def test_where_there_is_nothing_to_count_against_it_is_unreported():
    found = row(counting(ITEM, CountRule.TOWNSHIPS_COVERED))
    assert (found.cumulative, found.state, found.is_unreported) == ("", State.UNREPORTED, True)


def test_a_continuing_measure_is_unreported_in_a_month_without_an_entry():
    held = counting(ITEM, CountRule.ACTIVITIES, kind=MeasureKind.CONTINUING)
    assert [row(held, talk(5), period=f"2031-0{n}").is_unreported for n in (5, 6)] == [False, True]


def test_parts_show_what_they_counted_and_what_was_reported_of_them():
    collected = make.sub_measure(TALKS, "归集", rule=CountRule.COLLECTED, target=Decimal(20))
    typed = make.sub_measure(TALKS, "走进渔港", rank="2")
    report = make.part_progress(typed, TALKS, "2031-05", value=Decimal(2))
    found = row(TALKS, collected, typed, report, talk(6, collected=7))
    told = [(each.part.name, each.reached, each.target, each.unit, each.is_counted) for each in found.parts]
    assert told == [("归集", "7", "20", "件", True), ("走进渔港", "2", "", "场", False)]
    assert found.cumulative == "1"


def test_an_item_with_no_measure_is_done_on_its_day():
    done = make.item(THEME, "印发方案。", id=ITEM.id, due_on=date(2031, 5, 1), done_on=date(2031, 6, 3))
    assert (row(done, period="2031-05").state, row(done).colour) == (State.OVERDUE, Colour.YELLOW)
    assert row(done).state is State.DONE


def test_the_period_to_begin_with_is_not_one_that_only_counted():
    book = read_book(MemorySnapshot([*FRAME, TALKS, talk(11)]), 2031, [COUNTY.id])
    assert reporting.default_period(book, date(2031, 4, 3)) == parse_period("2031-03")


def change_of(snapshot, *edits):
    return apply(snapshot, make.proposal(*edits))[1]


def test_the_sheet_follows_what_its_measures_count_and_nothing_else():
    other = make.item(THEME, "别的。", rank="2")
    held, part = talk(6), make.sub_measure(TALKS, rule=CountRule.ENTERPRISES)
    member = make.member(COUNTY)
    named = counting(other, CountRule.CHAMBERS_RENEWED)
    chamber = make.chamber(COUNTY)
    snapshot = MemorySnapshot([*FRAME, other, TALKS, part, held, member, named, chamber])
    book = read_book(snapshot, 2031, [COUNTY.id])

    def ids(*edits):
        return touched(book, change_of(snapshot, *edits))

    assert ids(Insert(talk(7))) == {ITEM.id}
    assert ids(Change(Activity, held.id, "held_on", held.held_on, date(2031, 7, 1))) == {ITEM.id}
    assert ids(Insert(make.participation(held, member))) == {ITEM.id}
    assert ids(Change(Activity, held.id, "title", "", "新题")) == frozenset()
    assert ids(Change(Member, member.id, "name", member.name, "新名")) == frozenset()
    assert ids(Change(type(part), part.id, "target", None, Decimal(3))) == {ITEM.id}
    assert ids(Delete(part)) == {ITEM.id}
    assert ids(Insert(make.measure_chamber(named, chamber))) == {other.id}
    link = make.measure_chamber(named, chamber)
    with_link = MemorySnapshot([*FRAME, TALKS, named, other, chamber, link])
    again = change_of(with_link, Change(MeasureChamber, link.id, "measure_id", named.id, TALKS.id))
    assert touched(book, again) is None


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 9) | st.none(), st.booleans()), max_size=6),
    st.sampled_from(list(reporting.periods_of(2031))),
)
def test_a_followed_sheet_is_the_sheet_read_anew_and_says_what_the_exported_one_says(entries, period):
    part = make.sub_measure(TALKS, "归集", rule=CountRule.COLLECTED)
    snapshot = MemorySnapshot([*FRAME, TALKS, part, make.item(THEME, "别的。", rank="2")])
    book = read_book(snapshot, 2031, [COUNTY.id])
    held = sheet_of(book, period)
    for month, collected, is_taken_back in entries:
        entry = talk(month, collected=collected)
        for edit in (Insert(entry), *([Delete(entry)] if is_taken_back else [])):
            snapshot, change = apply(snapshot, make.proposal(edit))
            held, book = renewed_sheet(held, book, snapshot, touched(book, change))
    assert held == reporting.sheet(snapshot, [COUNTY.id], 2031, period)
    document = compile_progress(snapshot, [PLAN], period, today=date(2031, 7, 1))
    exported = [found for section in document.sections for theme in section.themes for found in theme.rows]
    shown, found = held.rows[0], exported[0]
    assert snapshot.get(PlanItem, found.item_id) == ITEM
    assert (shown.state, shown.colour, shown.counted) == (found.state, found.colour, found.counted)
    assert shown.rate == ("" if found.rate is None else percent(found.rate))
    assert shown.cumulative == report_row.number_text(TALKS, found.cumulative)
    assert found.parts == (f"归集{shown.parts[0].reached}件",)

"""The year by month: what was reached each month, what nobody reported, what is to come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factories as make
from moushi.desk.report_book import read_book
from moushi.desk.reporting import Group
from moushi.desk.year_view import YearLine, year_lines, year_row
from moushi.domain.kinds import (
    ActivityKind,
    Colour,
    CountRule,
    MeasureKind,
    MeasureSource,
    StateOverride,
)
from moushi.domain.snapshot import MemorySnapshot

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是办实事。")
ITEM = make.item(THEME, "走访十二次；", short_title="走访")
VISITS = make.measure(ITEM, "走访", unit="次", target=Decimal(12))
FRAME = (COUNTY, PLAN, THEME, ITEM)
APRIL = date(2031, 4, 10)


def book_of(*records):
    return read_book(MemorySnapshot((*FRAME, *records)), 2031, [COUNTY.id])


def months(*records, today=APRIL, place=0):
    book = book_of(*records)
    lines = [line for line in year_lines(book) if isinstance(line, YearLine)]
    return year_row(book, lines[place], today)


def texts(row):
    return [str(cell.text) for cell in row.months]


def test_each_measure_and_each_item_without_one_has_a_line_under_its_theme():
    other = make.item(THEME, "学习；", rank="2")
    second = make.measure(ITEM, "座谈", rank="2")
    lines = year_lines(book_of(VISITS, second, other))
    assert isinstance(lines[0], Group)
    told = [(line.number, line.measure_id, line.begins) for line in lines if isinstance(line, YearLine)]
    assert told == [(1, VISITS.id, True), (1, second.id, False), (2, None, True)]


def test_zero_is_not_unreported_and_what_is_to_come_is_blank():
    row = months(
        VISITS,
        make.progress(VISITS, "2031-01", value=Decimal(2)),
        make.progress(VISITS, "2031-03", value=Decimal(0)),
    )
    assert texts(row) == ["2", "unreported", "0", "unreported", *[""] * 8]
    assert [cell.colour for cell in row.months[:3]] == [Colour.GREEN, Colour.NONE, Colour.YELLOW]
    assert row.months[5].word is None
    assert (row.reached, row.rate) == ("2", "16.7%")


def test_a_past_year_is_seen_whole_and_a_coming_one_is_blank():
    reported = make.progress(VISITS, "2031-01", value=Decimal(2))
    assert "" not in texts(months(VISITS, reported, today=date(2032, 2, 1)))
    assert str(months(VISITS, reported, today=date(2032, 2, 1)).months[11].word) == "unreported"
    assert texts(months(VISITS, today=date(2030, 5, 1))) == [""] * 12


def test_what_is_reported_early_is_seen_also_in_a_month_to_come():
    row = months(VISITS, make.progress(VISITS, "2031-09", value=Decimal(3)))
    assert row.months[8].text == "3"
    assert row.months[7].text == ""


def test_words_are_a_tick_and_states_by_hand_are_words():
    words = make.measure(ITEM, "推进", kind=MeasureKind.CONTINUING, target=None)
    row = months(words, make.progress(words, "2031-02", narrative="办了两件事"))
    assert texts(row)[:3] == ["unreported", "√", "unreported"]
    halted = make.item(
        THEME, "走访；", id=ITEM.id, state_override=StateOverride.SUSPENDED, override_reason="台风"
    )
    assert texts(months(halted, VISITS))[:2] == ["suspended", "suspended"]


def test_counted_measures_show_the_month_s_own_count_or_what_stands():
    visits = make.measure(
        ITEM,
        "走访",
        target=Decimal(12),
        source=MeasureSource.LEDGER,
        rule=CountRule.ACTIVITIES,
        activity_kind=ActivityKind.VISIT,
    )
    held = [make.activity(COUNTY, held_on=date(2031, 2, day)) for day in (3, 9)]
    assert texts(months(visits, *held))[:4] == ["0", "2", "0", "0"]
    branches = make.measure(
        ITEM, "商会", target=Decimal(3), source=MeasureSource.REGISTER, rule=CountRule.CHAMBERS
    )
    founded = [make.chamber(COUNTY, f"{n}会", founded_on=date(2031, n, 1)) for n in (1, 3)]
    assert texts(months(branches, *founded))[:4] == ["1", "1", "2", "2"]


def test_amounts_read_as_in_the_sheet():
    money = make.measure(ITEM, "善款", kind=MeasureKind.AMOUNT, unit="万元", target=Decimal(5_000_000))
    row = months(money, make.progress(money, "2031-02", value=Decimal(1_500_000)))
    assert (row.months[1].text, row.reached) == ("150万", "150万")

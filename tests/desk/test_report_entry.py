"""Filling in the progress sheet: typed, pasted, cleared and ticked; a report comes and goes by itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Change, Delete, Insert, inverse
from moushi.desk import reporting
from moushi.desk.report_entry import (
    Target,
    clear_block,
    day_done,
    day_text,
    enter,
    enter_block,
    read_day,
    read_number,
    tick,
)
from moushi.desk.report_row import FIELDS, number_text
from moushi.domain.kinds import MeasureKind
from moushi.domain.period import parse_period
from moushi.domain.records import Progress
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from reports import apply
from stores import emptied_store

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是把商会办实。")
ITEMS = [make.item(THEME, f"第{n}件事；", rank=str(n)) for n in (1, 2, 3)]
MEASURES = [
    make.measure(ITEMS[0], target=Decimal(12)),
    make.measure(ITEMS[1], kind=MeasureKind.AMOUNT, unit="万元", target=Decimal(20_000_000)),
]
JUNE = parse_period("2031-06")
FRAME = (COUNTY, PLAN, THEME, *ITEMS, *MEASURES)


def sheet(snapshot):
    return reporting.sheet(snapshot, [COUNTY.id], 2031, JUNE)


def begun(*reports):
    snapshot = MemorySnapshot([*FRAME, *reports])
    return snapshot, sheet(snapshot).rows


def typed(snapshot, rows, place, field, text):
    proposal = enter(snapshot, rows[place], field, text)
    return apply(snapshot, proposal)[0] if proposal else snapshot


def test_the_first_number_makes_the_report():
    snapshot, rows = begun()
    proposal = enter(snapshot, rows[0], "value", " 十二 ")
    (edit,) = proposal.edits
    assert isinstance(edit, Insert)
    assert (edit.record.value, edit.record.measure_id, edit.record.period) == (12, MEASURES[0].id, "2031-06")
    assert edit.record.cumulative is None
    assert proposal.title.render() == "2031-6, 第1件事；: this period"


def test_a_further_field_changes_the_report_and_the_last_content_takes_it_away():
    report = make.progress(MEASURES[0], "2031-06", value=Decimal(3))
    snapshot, rows = begun(report)
    (edit,) = enter(snapshot, rows[0], "narrative", "走访三家\n").edits
    assert edit == Change(Progress, report.id, "narrative", "", "走访三家")
    (gone,) = enter(snapshot, rows[0], "value", "").edits
    assert gone == Delete(report)


def test_what_is_as_it_was_changes_nothing():
    report = make.progress(MEASURES[0], "2031-06", value=Decimal("3.0"))
    snapshot, rows = begun(report)
    assert enter(snapshot, rows[0], "value", "3") is None
    assert enter(snapshot, rows[0], "narrative", " \n") is None
    assert enter(snapshot, rows[1], "value", "") is None


def test_a_blank_is_never_zero_and_a_zero_is_no_blank():
    snapshot, rows = begun()
    zero = typed(snapshot, rows, 0, "value", "0")
    assert [report.value for report in zero.where(Progress)] == [0]
    assert typed(zero, sheet(zero).rows, 0, "value", "  ").where(Progress) == ()


@pytest.mark.parametrize(
    ("place", "text", "number"),
    [
        (1, "2000万", 20_000_000),
        (1, "1.2亿元", 120_000_000),
        (1, "500", 5_000_000),  # the measure is in 万元
        (1, "500元", 500),
        (1, "五百万", 5_000_000),
        (0, "1,200", 1200),
        (0, "3家", 3),
        (0, "-1", -1),
        (0, "１２", 12),
    ],
)
def test_numbers_are_written_as_offices_write_them(place, text, number):
    snapshot, rows = begun()
    (edit,) = enter(snapshot, rows[place], "value", text).edits
    assert edit.record.value == number


def test_shares_are_written_with_a_percent_sign():
    share = make.measure(ITEMS[0], kind=MeasureKind.RATIO, target=Decimal("0.95"))
    counted = make.measure(ITEMS[0], kind=MeasureKind.RATIO, target=None, base=Decimal(12))
    assert read_number(share, "76%") == Decimal("0.76")
    assert read_number(share, "0.76") == Decimal("0.76")
    with pytest.raises(MoushiError, match="76%"):
        read_number(share, "76")
    with pytest.raises(MoushiError, match="counts"):
        read_number(counted, "76%")


def test_what_is_no_number_is_refused_with_how_to_write_it():
    snapshot, rows = begun()
    with pytest.raises(MoushiError, match="2000万"):
        enter(snapshot, rows[0], "value", "若干")
    with pytest.raises(MoushiError, match="Nothing can be typed"):
        enter(snapshot, rows[2], "value", "3")


kinds = st.sampled_from(
    [
        make.measure(ITEMS[0]),
        make.measure(ITEMS[0], kind=MeasureKind.AMOUNT, unit="万元"),
        make.measure(ITEMS[0], kind=MeasureKind.AMOUNT, unit="亿元"),
        make.measure(ITEMS[0], kind=MeasureKind.AMOUNT, unit=""),
        make.measure(ITEMS[0], kind=MeasureKind.RATIO, target=None),
        make.measure(ITEMS[0], kind=MeasureKind.AVERAGE),
        None,
    ]
)


@given(kinds, st.decimals(-(10**12), 10**12, places=4) | st.integers(-20, 20).map(Decimal))
def test_a_number_is_read_as_it_is_shown(measure, number):
    assert read_number(measure, number_text(measure, number)) == number


def targets(rows, *fields):
    return [[Target(row, field) for field in fields] for row in rows]


def test_a_block_from_excel_is_one_proposal():
    kept = make.progress(MEASURES[0], "2031-06", narrative="已办")
    snapshot, rows = begun(kept)
    block = [["3", "走访三家"], ["500万", ""]]
    pasted = enter_block(snapshot, targets(rows[:2], "value", "narrative"), block)
    after, change = apply(snapshot, pasted.proposal)
    told = {(r.measure_id, r.value, r.narrative) for r in after.where(Progress)}
    assert told == {(MEASURES[0].id, 3, "走访三家"), (MEASURES[1].id, 5_000_000, "")}
    assert (pasted.faults, pasted.cells, len(change.edits)) == ((), 4, 3)


def test_what_of_a_block_cannot_be_read_is_said_by_cell():
    snapshot, rows = begun()
    cells = [[Target(row, "value"), Target(row, None, "已完成")] for row in rows[:2]]
    pasted = enter_block(snapshot, cells, [["若干", "已完成"], ["4", "快了", "多"]])
    assert [(fault.line, fault.column) for fault in pasted.faults] == [(1, 1), (2, 2), (2, 3)]
    assert [edit.record.value for edit in pasted.proposal.edits] == [40_000]


def test_a_block_that_says_what_is_there_changes_nothing():
    snapshot, rows = begun(make.progress(MEASURES[0], "2031-06", value=Decimal(3)))
    assert enter_block(snapshot, targets(rows[:1], "value"), [["3"]]).proposal is None


def test_several_cells_are_cleared_in_one_go():
    first = make.progress(MEASURES[0], "2031-06", value=Decimal(3))
    second = make.progress(MEASURES[1], "2031-06", value=Decimal(3), narrative="已办")
    snapshot, rows = begun(first, second)
    cleared = clear_block(snapshot, [Target(row, "value") for row in rows])
    assert cleared.edits == (Delete(first), Change(Progress, second.id, "value", Decimal(3), None))
    assert clear_block(snapshot, [Target(rows[2], "value"), Target(rows[0], None)]) is None


def test_milestones_are_ticked_with_a_day():
    step = make.milestone(ITEMS[2], "定场地")
    snapshot, _ = begun(step)
    (edit,) = tick(snapshot, step.id, date(2031, 6, 20)).edits
    assert (edit.field, edit.old, edit.new) == ("done_on", None, date(2031, 6, 20))
    assert tick(snapshot, step.id, None) is None
    assert (read_day("6.20", 2031), read_day(" ", 2031)) == (date(2031, 6, 20), None)


@given(st.dates(date(2030, 1, 1), date(2032, 12, 31)) | st.none())
def test_a_day_is_read_as_it_is_shown(day):
    assert read_day(day_text(day, 2031), 2031) == day


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2031, 6, 12), date(2031, 6, 12)), (date(2031, 7, 3), date(2031, 6, 30))],
)
def test_the_day_of_a_tick_lies_in_the_period(today, day):
    assert day_done(JUNE, today) == day


texts = st.sampled_from(["", "3", "十二", "2000万", "若干", "76%", "-", "0", " ", "走访三家\n两次", "=1+1"])
strokes = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(FIELDS), texts), max_size=8)
held = st.lists(
    st.tuples(st.sampled_from(MEASURES), st.sampled_from(["2031-05", "2031-06"])), unique=True, max_size=3
)


@given(held, strokes)
def test_typing_down_the_columns_and_undoing_it_all_gives_the_sheet_back(reported, typed_in):
    snapshot, _ = begun(*(make.progress(m, p, value=Decimal(2), problems="缺人") for m, p in reported))
    before = sheet(snapshot)
    undone = []
    for place, field, text in typed_in:
        row = sheet(snapshot).rows[place]
        try:
            proposal = enter(snapshot, row, field, text)
        except MoushiError:
            continue
        if proposal:
            snapshot, change = apply(snapshot, proposal)
            undone.append((inverse(change.edits), snapshot))
            after = sheet(snapshot).rows[place]
            again = enter(snapshot, after, field, after.typed[field])
            assert again is None, "what is shown reads as what is there"
    for edits, _ in reversed(undone):
        snapshot, _ = apply(snapshot, make.proposal(*edits))
    assert sheet(snapshot) == before


@given(st.lists(st.lists(texts, min_size=2, max_size=2), min_size=3, max_size=3))
def test_pasting_a_block_is_typing_each_of_its_cells(block):
    snapshot, rows = begun()
    pasted = enter_block(snapshot, targets(rows, "value", "narrative"), block)
    at_once = apply(snapshot, pasted.proposal)[0] if pasted.proposal else snapshot
    for place, texts_of_line in enumerate(block):
        for field, text in zip(("value", "narrative"), texts_of_line, strict=True):
            try:
                proposal = enter(snapshot, sheet(snapshot).rows[place], field, text)
            except MoushiError:
                continue
            snapshot = apply(snapshot, proposal)[0] if proposal else snapshot
    assert [row.typed for row in sheet(at_once).rows] == [row.typed for row in sheet(snapshot).rows]


@settings(max_examples=20)
@given(strokes)
def test_undo_in_the_store_gives_the_sheet_back_step_by_step(typed_in):
    with emptied_store() as store:
        store.apply(make.proposal(*FRAME))
        with store.snapshot() as snapshot:
            sheets = [sheet(snapshot)]
        for place, field, text in typed_in:
            with store.snapshot() as snapshot:
                try:
                    proposal = enter(snapshot, sheets[-1].rows[place], field, text)
                except MoushiError:
                    continue
            if proposal:
                store.apply(proposal)
                with store.snapshot() as snapshot:
                    sheets.append(sheet(snapshot))
        while len(sheets) > 1:
            sheets.pop()
            undo = store.undo(None)
            assert undo.applies_at_once
            store.apply(undo.review.accepted)
            with store.snapshot() as snapshot:
                assert sheet(snapshot) == sheets[-1]

"""Parts of measures (其中) in the progress sheet: rows of their own, with numbers of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import inverse
from moushi.desk import reporting
from moushi.desk.report_book import read_book
from moushi.desk.report_entry import Target, clear_block, enter
from moushi.desk.report_parts import PartRow, with_parts
from moushi.desk.report_row import ReportRow
from moushi.domain.kinds import ActivityKind, CountRule, MeasureKind, MeasureSource, PlanState
from moushi.domain.period import parse_period
from moushi.domain.records import Progress
from moushi.domain.snapshot import MemorySnapshot
from reports import apply

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN)
ITEM = make.item(THEME)
MEASURE = make.measure(ITEM, "展会", target=Decimal(6))
PART = make.sub_measure(MEASURE, "镇上", target=Decimal(4))
FRAME = (COUNTY, PLAN, THEME, ITEM, MEASURE, PART)


def rows(snapshot, period="2031-03"):
    book = read_book(snapshot, 2031, [COUNTY.id])
    lines = with_parts(reporting.sheet_of(book, parse_period(period)).lines, book)
    return [line for line in lines if isinstance(line, ReportRow)]


def part_row(snapshot, period="2031-03"):
    return next(row for row in rows(snapshot, period) if isinstance(row, PartRow))


def test_a_part_stands_under_its_measure_with_its_own_goal_and_no_state():
    whole, part = rows(MemorySnapshot(FRAME))
    assert (str(part.name), part.target, part.state) == ("incl. 镇上", "4场", None)
    assert part.key != whole.key
    assert part.editable == {"value", "cumulative"}
    assert not part.is_unreported


def test_what_is_typed_of_a_part_is_a_report_of_the_part_alone():
    before = MemorySnapshot(FRAME)
    after, _ = apply(before, enter(before, part_row(before), "value", "3"))
    (report,) = after.where(Progress)
    assert (report.measure_id, report.part_id, report.value) == (MEASURE.id, PART.id, 3)
    whole, part = rows(after)
    assert (part.typed["value"], part.cumulative, part.rate) == ("3", "3", "75%")
    assert (whole.typed["value"], whole.cumulative, whole.is_unreported) == ("", "", True)
    cleared, _ = apply(after, clear_block(after, [Target(part, "value")]))
    assert cleared.where(Progress) == ()


def test_a_report_of_the_whole_leaves_its_parts_alone():
    snapshot = MemorySnapshot((*FRAME, make.progress(MEASURE, "2031-03", value=Decimal(5))))
    whole, part = rows(snapshot)
    assert (whole.typed["value"], part.typed["value"], part.cumulative) == ("5", "", "")
    after, _ = apply(snapshot, enter(snapshot, whole, "value", "6"))
    assert len(after.where(Progress)) == 1


def test_months_of_a_part_add_up_in_its_quarter_and_its_year():
    reports = [make.part_progress(PART, MEASURE, f"2031-0{n}", value=Decimal(n)) for n in (1, 2)]
    snapshot = MemorySnapshot((*FRAME, *reports))
    assert (part_row(snapshot, "2031-Q1").value, part_row(snapshot, "2031").value) == ("3", "3")
    assert part_row(snapshot, "2031-03").last == "2"
    assert part_row(snapshot, "2031-04").cumulative == "3"


def test_a_part_that_counts_itself_is_not_typed():
    whole = make.measure(
        ITEM,
        "恳谈会",
        id=MEASURE.id,
        source=MeasureSource.LEDGER,
        rule=CountRule.ACTIVITIES,
        activity_kind=ActivityKind.DIALOGUE,
    )
    part = make.sub_measure(
        whole, "闭环", id=PART.id, rule=CountRule.CLOSED, activity_kind=ActivityKind.DIALOGUE
    )
    held = make.activity(COUNTY, ActivityKind.DIALOGUE, held_on=date(2031, 2, 1), closed=7)
    row = part_row(MemorySnapshot((COUNTY, PLAN, THEME, ITEM, whole, part, held)))
    assert (row.cumulative, row.editable) == ("7", frozenset())
    assert str(row.counted_word) == "counted from the ledger"


def test_in_a_closed_plan_a_part_is_not_typed():
    closed = make.plan(COUNTY, 2031, state=PlanState.CLOSED)
    assert part_row(MemorySnapshot((*FRAME, closed))).editable == frozenset()


@given(
    st.sampled_from((MeasureKind.COUNT, MeasureKind.AMOUNT)),
    st.lists(st.tuples(st.sampled_from(("value", "cumulative")), st.integers(0, 10**6)), max_size=4),
)
def test_what_is_shown_of_a_part_reads_as_what_is_there_and_is_taken_back_whole(kind, typed_in):
    whole = make.measure(ITEM, "展会", id=MEASURE.id, kind=kind, unit="万元", target=Decimal(10**7))
    snapshot = MemorySnapshot((*FRAME, whole))
    before, undone = snapshot, []
    for field, number in typed_in:
        proposal = enter(snapshot, part_row(snapshot), field, str(number))
        if proposal:
            snapshot, change = apply(snapshot, proposal)
            undone.append(inverse(change.edits))
        row = part_row(snapshot)
        assert enter(snapshot, row, field, row.typed[field]) is None
    for edits in reversed(undone):
        snapshot, _ = apply(snapshot, make.proposal(*edits))
    assert rows(snapshot) == rows(before)

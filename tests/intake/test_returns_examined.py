"""What an outside examiner found in returns: wrong values that were taken, changes that were lost."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from tests.intake import return_books as books
from tests.intake import return_county as county

from moushi.changes.model import Insert, Proposal, Severity
from moushi.domain.kinds import MeasureKind, MemberKind
from moushi.domain.record import Record
from moushi.domain.records import Measure, Member, Progress

PROGRESS, MEMBERS, ACTIVITIES = "工作进展表", "会员变更表", "活动登记表"


def typed(
    cells: dict[tuple[str, str], Any],
    *,
    merged: tuple[str, ...] = (),
    records: tuple[Record, ...] = county.RECORDS,
) -> Proposal:
    """What a form would change in which this was typed; a pair is a value and its number format."""
    book = load_workbook(io.BytesIO(books.sent_book()))
    for (sheet, place), value in cells.items():
        cell = book[sheet][place]
        cell.value, cell.number_format = value if isinstance(value, tuple) else (value, cell.number_format)
    for place in merged:
        book[PROGRESS].merge_cells(place)
    held = io.BytesIO()
    book.save(held)
    return county.proposed(held.getvalue(), records=records)


def reported(proposal: Proposal) -> dict[object, Decimal | None]:
    """The values that would be reported, by the numbers of the rows."""
    numbers = {books.record_of("progress", number): number for number in range(1, 5)}
    return {
        numbers[edit.record.measure_id or edit.record.item_id]: edit.record.value
        for edit in proposal.edits
        if isinstance(edit, Insert) and isinstance(edit.record, Progress)
    }


def told(proposal: Proposal, where: str) -> list[tuple[Severity, str]]:
    return [(each.severity, each.message.render()) for each in proposal.findings if each.where == where]


def with_measure(**values: Any) -> tuple[Record, ...]:
    """The records, the first measure being another one."""
    first = books.record_of("progress", 1)
    return tuple(
        replace(each, **values) if isinstance(each, Measure) and each.id == first else each
        for each in county.RECORDS
    )


PERCENT = with_measure(unit="%", kind=MeasureKind.AVERAGE, target=Decimal(95))
MONEY = with_measure(unit="元", kind=MeasureKind.AMOUNT, target=Decimal(3_000_000))


# -- numbers of a measure are in its unit --------------------------------------------------------------------


@pytest.mark.parametrize("value", ["85%", (0.85, "0%"), 85, "85", "８５％", "百分之八十五"])
def test_per_cent_is_read_as_the_measure_holds_it(value):
    proposal = typed({(PROGRESS, "E4"): "%", (PROGRESS, "G4"): value}, records=PERCENT)
    assert reported(proposal) == {1: Decimal(85)}


@pytest.mark.parametrize("value", [0.85, "0.85", 1, (85, "0%"), "8500%"])
def test_what_may_be_85_or_0_85_per_cent_is_not_taken(value):
    proposal = typed({(PROGRESS, "E4"): "%", (PROGRESS, "G4"): value}, records=PERCENT)
    assert not proposal.edits
    assert [severity for severity, _ in told(proposal, f"{PROGRESS}!G4")]


def test_the_likely_value_of_a_share_is_in_hundredths_too():
    proposal = typed({(PROGRESS, "E4"): "%", (PROGRESS, "G4"): 0.85}, records=PERCENT)
    (finding,) = [each for each in proposal.findings if each.where == f"{PROGRESS}!G4"]
    (insert,) = finding.mend
    assert insert.record.value == Decimal(85)


def test_a_number_of_something_else_is_not_the_measures():
    proposal = typed({(PROGRESS, "G4"): "12人", (PROGRESS, "G5"): "3件"})
    assert reported(proposal) == {2: Decimal(3)}
    assert told(proposal, f"{PROGRESS}!G4")[0][0] is Severity.WARNING


@pytest.mark.parametrize(
    ("unit", "value"), [("万元", 25), ("万元", "25万元"), ("元", "25万"), ("亿元", 0.0025)]
)
def test_an_amount_is_in_the_unit_that_the_row_tells(unit, value):
    proposal = typed({(PROGRESS, "E4"): unit, (PROGRESS, "G4"): value}, records=MONEY)
    assert reported(proposal) == {1: Decimal(250_000)}


def test_a_unit_of_another_kind_typed_over_the_measures_leaves_its_numbers_in_doubt():
    proposal = typed({(PROGRESS, "E4"): "家", (PROGRESS, "G4"): 25}, records=MONEY)
    assert not proposal.edits
    assert told(proposal, f"{PROGRESS}!G4")[0][0] is Severity.ERROR


def test_an_amount_merged_over_rows_stays_in_doubt():
    proposal = typed(
        {(PROGRESS, "E5"): "元", (PROGRESS, "G4"): 12}, merged=("G4:G5",), records=second_money()
    )
    assert reported(proposal) == {1: Decimal(12)}
    assert "not sure whose number" in told(proposal, f"{PROGRESS}!G5")[0][1]


def test_an_amount_that_is_a_formula_without_its_result_is_said():
    proposal = typed({(PROGRESS, "E4"): "元", (PROGRESS, "G4"): "=10+2"}, records=MONEY)
    assert not proposal.edits
    assert "formula without its result" in told(proposal, f"{PROGRESS}!G4")[0][1]


def second_money() -> tuple[Record, ...]:
    second = books.record_of("progress", 2)
    return tuple(
        replace(each, unit="元", kind=MeasureKind.AMOUNT)
        if isinstance(each, Measure) and each.id == second
        else each
        for each in county.RECORDS
    )


# -- rows ----------------------------------------------------------------------------------------------------


def test_a_second_row_with_a_members_code_renames_nobody():
    code = books.MEMBERS[0]["uscc"]
    name = "鹭汀新盐业有限公司"
    proposal = typed({(MEMBERS, "B10"): name, (MEMBERS, "C10"): "企业", (MEMBERS, "D10"): code})
    assert not proposal.edits
    assert any("same member" in text for _, text in told(proposal, f"{MEMBERS}!A10"))
    assert not any("was emptied" in each.message.render() for each in proposal.findings)
    assert any(change.new == name for each in proposal.findings for change in each.mend)


@pytest.mark.parametrize("name", ["00005", 5, "3.2", "（1）"])
def test_a_number_is_no_members_name(name):
    proposal = typed({(MEMBERS, "B10"): name, (MEMBERS, "C10"): "企业"})
    assert not proposal.edits
    assert (Severity.ERROR, f"“{name}” is no name.") in told(proposal, f"{MEMBERS}!B10")


def test_a_kind_of_member_may_say_that_it_is_one():
    proposal = typed({(MEMBERS, "B10"): "鹭汀渔家乐联盟", (MEMBERS, "C10"): "团体会员"})
    (member,) = [edit.record for edit in proposal.edits if edit.kind is Member]
    assert member.kind is MemberKind.GROUP


def test_an_activity_whose_day_is_doubtful_is_not_left_out_in_silence():
    cells = {(ACTIVITIES, "B6"): "3月5日-6日", (ACTIVITIES, "C6"): "培训", (ACTIVITIES, "D6"): "网具培训"}
    proposal = typed(cells)
    assert not proposal.edits
    assert Severity.ERROR in {each.severity for each in proposal.findings}
    assert any("left out" in each.message.render() for each in proposal.findings)


def test_how_many_took_part_is_not_dropped_in_silence():
    day = date(2031, 3, 20)
    cells = {(ACTIVITIES, "B6"): day, (ACTIVITIES, "C6"): "培训", (ACTIVITIES, "D6"): "网具培训"}
    book = load_workbook(io.BytesIO(books.sent_book()))
    titles = {cell.value: cell.column_letter for cell in book[ACTIVITIES][3] if cell.value}
    place = next(letter for title, letter in titles.items() if "会员" in title or "企业" in title)
    proposal = typed({**cells, (ACTIVITIES, f"{place}6"): "3家"})
    assert told(proposal, f"{ACTIVITIES}!{place}6") == [
        (Severity.WARNING, "“3家” names no member; it was left out.")
    ]


# -- columns -------------------------------------------------------------------------------------------------


def column_of(sheet: str, label: str) -> str:
    book = load_workbook(io.BytesIO(books.sent_book()))
    (letter,) = [
        cell.column_letter for cell in book[sheet][3] if str(cell.value or "").lstrip("*").startswith(label)
    ]
    return letter


def test_a_column_added_under_a_fields_bare_name_does_not_stand_for_the_one_that_was_printed():
    staff = column_of(MEMBERS, "职工人数")
    cells = {(MEMBERS, "Q3"): "职工人数", (MEMBERS, "Q4"): 999, (MEMBERS, f"{staff}4"): 320}
    proposal = typed(cells)
    assert not [edit for edit in proposal.edits if getattr(edit, "field", "") == "staff"]
    assert any("none of them was read" in each.message.render() for each in proposal.findings)


@pytest.mark.parametrize(
    ("name", "is_read"), [("3月本期完成", True), ("5月本期完成", False), ("１２月本期完成", False)]
)
def test_a_column_named_for_another_month_is_not_that_of_the_period(name, is_read):
    proposal = typed({(PROGRESS, "G3"): name, (PROGRESS, "G4"): 12})
    assert reported(proposal) == ({1: Decimal(12)} if is_read else {})
    assert any(severity is Severity.WARNING for severity, _ in told(proposal, f"{PROGRESS}!G3"))


@pytest.mark.parametrize(("name", "is_read"), [("1-3月累计", True), ("1—2月累计", False)])
def test_a_sum_until_another_month_is_not_that_of_the_period(name, is_read):
    proposal = typed({(PROGRESS, "H3"): name, (PROGRESS, "G4"): 12, (PROGRESS, "H4"): 30})
    (report,) = [edit.record for edit in proposal.edits if edit.kind is Progress]
    assert report.cumulative == (Decimal(30) if is_read else None)


def test_thousands_of_columns_without_a_name_are_few_findings():
    letters = [get_column_letter(place) for place in range(20, 600)]
    proposal = typed({(PROGRESS, f"{letter}5"): "x" for letter in letters})
    assert len(proposal.findings) < 30
    assert any("more columns were not read" in each.message.render() for each in proposal.findings)


# -- amounts -------------------------------------------------------------------------------------------------


def capital(value: object) -> Proposal:
    place = column_of(MEMBERS, "注册资本")
    return typed(
        {(MEMBERS, "B10"): "鹭汀新航网络有限公司", (MEMBERS, "C10"): "企业", (MEMBERS, f"{place}10"): value}
    )


@pytest.mark.parametrize("value", [5_000_000, "5000000", "5,000,000"])
def test_a_capital_that_was_typed_in_yuan_is_not_taken_for_so_many_ten_thousands(value):
    proposal = capital(value)
    (member,) = [edit.record for edit in proposal.edits if edit.kind is Member]
    assert member.registered_capital is None
    (finding,) = [each for each in proposal.findings if "typed in yuan" in each.message.render()]
    assert finding.severity is Severity.WARNING
    assert [change.new for change in finding.mend] == [Decimal(5_000_000)]


@pytest.mark.parametrize(("value", "yuan"), [("500亿元", 50_000_000_000), (50_000, 500_000_000)])
def test_a_great_capital_is_taken_where_its_unit_is_told(value, yuan):
    (member,) = [edit.record for edit in capital(value).edits if edit.kind is Member]
    assert member.registered_capital == Decimal(yuan)


def test_a_held_capital_typed_again_in_yuan_changes_nothing():
    place = column_of(MEMBERS, "注册资本")
    proposal = typed({(MEMBERS, f"{place}4"): 500_000})  # sent as 50 ten thousands
    assert not proposal.edits


# -- days ----------------------------------------------------------------------------------------------------


def test_a_member_that_would_have_left_before_it_joined_does_not_leave():
    left = column_of(MEMBERS, "退会日期")
    proposal = typed({(MEMBERS, f"{left}9"): date(2001, 1, 1)})
    assert not proposal.edits
    (finding,) = [each for each in proposal.findings if "before it joined" in each.message.render()]
    assert (finding.severity, finding.where) == (Severity.ERROR, f"{MEMBERS}!{left}9")


# -- rows of progress ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["走访会员企业", None, "走访会员企业,收集问题"])
def test_a_row_of_progress_whose_words_were_cut_short_is_known_by_its_number(text):
    proposal = typed({(PROGRESS, "B4"): text, (PROGRESS, "G4"): 12})
    assert reported(proposal) == {1: Decimal(12)}


def test_a_row_of_progress_of_other_words_is_not_taken_by_its_number():
    proposal = typed({(PROGRESS, "B4"): "清理海滩", (PROGRESS, "G4"): 12})
    assert reported(proposal) == {}
    assert any("nothing that was asked" in text for _, text in told(proposal, f"{PROGRESS}!A4"))

"""What an outside examiner found in returns: cards of chambers, and whose return a lone sheet is."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.intake import return_books as books
from tests.intake import return_county as county

from moushi.changes.model import Proposal, Severity
from moushi.domain.returns import FieldType, FormField
from moushi.intake.returns.finding import read_return
from moushi.intake.returns.values import read_cell
from moushi.intake.source import SourceFile, UnreadableError

CARD, MEMBERS = "商会基本情况表", "会员变更表"


def typed(label: str, value: Any) -> Proposal:
    """What a form would change in which this was typed into the card."""
    book = load_workbook(io.BytesIO(books.sent_book()))
    sheet = book[CARD]
    (row,) = [each for each in range(1, sheet.max_row + 1) if sheet.cell(each, 2).value == label]
    sheet.cell(row, 3).value = value
    held = io.BytesIO()
    book.save(held)
    return county.proposed(held.getvalue())


def test_an_earlier_term_is_asked_about():
    proposal = typed("本届届次", 2)
    assert not proposal.edits
    assert [change.new for each in proposal.findings for change in each.mend] == [2]


@pytest.mark.parametrize("year", [2044, 2066])
def test_what_has_happened_was_not_years_after_the_period(year):
    proposal = typed("成立日期", date(year, 6, 18))
    assert not proposal.edits
    assert any(
        each.severity is Severity.ERROR and "years after" in each.message.render()
        for each in proposal.findings
    )


@pytest.mark.parametrize(("lands", "is_taken"), [("Post.to_on", True), ("Membership.left_on", False)])
def test_a_term_may_end_years_later(lands, is_taken):
    field = FormField("key", "标签", FieldType.DATE, lands=lands)
    for value in (date(2036, 1, 1), "2036-1-1"):
        assert (read_cell(field, value, year=2031).value == date(2036, 1, 1)) is is_taken


def test_a_lone_sheet_is_known_by_the_title_that_the_form_printed():
    book = load_workbook(io.BytesIO(books.sent_book()))
    for name in book.sheetnames:
        if name != MEMBERS:
            book.remove(book[name])
    held = io.BytesIO()
    book.save(held)
    read = read_return(SourceFile("新建表格.xlsx", held.getvalue()), county.FORMS)
    assert read is not None
    assert (read.chamber, str(read.period)) == (books.CHAMBER, books.PERIOD)


def test_the_code_of_an_enterprise_is_no_chambers():
    proposal = typed("统一社会信用代码", books.MEMBERS[0]["uscc"])
    assert not proposal.edits
    assert [each.severity for each in proposal.findings if "no social organisation" in str(each.message)] == [
        Severity.WARNING
    ]


@pytest.mark.parametrize("kept", [0, 40])
def test_a_sheet_that_is_cut_off_below_its_cells_is_damaged(kept):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(books.sent_book())) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet2.xml":
                end = part.index(b"</sheetData>") + len(b"</sheetData>")
                part = part[: end + kept]
            new.writestr(name, part)
    with pytest.raises(UnreadableError):
        read_return(SourceFile("回表.xlsx", file.getvalue()), county.FORMS)

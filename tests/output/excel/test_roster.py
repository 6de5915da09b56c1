"""Rosters as workbooks: ready to be printed, complete, and nothing in them taken for a formula."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import factories as make
from moushi.compile.roster_document import Grouping, RosterColumn, RosterDocument, RosterGroup, RosterKind
from moushi.errors import MoushiError
from moushi.output.excel.roster import roster_xlsx
from output.excel.reading import dump, parts_of
from rosters import PHONES, roster_of


def sheet_of(document: RosterDocument) -> Worksheet:
    return load_workbook(BytesIO(roster_xlsx(document))).worksheets[0]


def plain(*rows: tuple[object, ...], columns: int = 0, **fields: object) -> RosterDocument:
    """A roster of some rows, its columns without names of their own."""
    count = columns or len(rows[0])
    held = tuple(RosterColumn(f"列{n}", 6, flexible=n == 0, code=n == 1) for n in range(count))
    return replace(
        roster_of(RosterKind.MEMBERS),
        columns=held,
        groups=(RosterGroup("", rows),),  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("kind", list(RosterKind))
def test_the_sheets_are_as_reviewed(kind: RosterKind, golden) -> None:
    made = dump(sheet_of(roster_of(kind, phones=True, birth_years=True)))
    golden(f"rosters/excel/{kind}", {"sheet.txt": made})


def test_it_prints_on_a4_with_its_head_on_each_page_and_the_pages_numbered():
    narrow, wide = sheet_of(roster_of()), sheet_of(roster_of(RosterKind.CHAMBERS))
    assert (narrow.page_setup.paperSize, narrow.page_setup.orientation) == (9, "portrait")
    assert wide.page_setup.orientation == "landscape"
    assert narrow.print_title_rows == "$4:$4"
    assert [cell.value for cell in narrow["A"][:4]] == [
        "云屿县工商业联合会",
        "云屿县工商联执委名册",
        "截至2031年3月31日　　制表日期：2031年4月2日",
        "序号",
    ]
    assert narrow.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert narrow.freeze_panes == "A5"


def test_only_a_list_without_groups_can_be_filtered_in_its_head():
    assert sheet_of(roster_of(RosterKind.MEMBERS)).auto_filter.ref is None
    listed = sheet_of(roster_of(RosterKind.MEMBERS, grouping=Grouping.NONE))
    assert listed.auto_filter.ref == "A4:J7"


def test_without_a_tick_no_digit_of_a_phone_is_in_any_part():
    for kind in RosterKind:
        parts = parts_of(roster_xlsx(roster_of(kind)))
        for phone in PHONES:
            assert not [name for name, data in parts.items() if phone.encode() in data]


def test_personal_data_is_told_in_the_foot_of_the_pages_and_below_the_list():
    sheet = sheet_of(roster_of(phones=True))
    assert sheet.oddFooter.left.text == "内含个人信息，注意保管"
    assert sheet.cell(sheet.max_row, 1).value == "注意：内含个人信息，注意保管。"


def test_codes_and_phones_are_text_and_days_are_days():
    sheet = sheet_of(roster_of(RosterKind.MEMBERS, phones=True, grouping=Grouping.NONE))
    head = {cell.value: cell.column for cell in sheet[4]}
    code, phone, joined = (sheet.cell(7, head[name]) for name in ("统一社会信用代码", "联系电话", "入会日期"))
    assert (code.value, code.number_format, code.data_type) == ("91330921MA28K00012", "@", "s")
    assert (phone.value, phone.number_format) == (PHONES[0], "@")
    assert (joined.value.date(), joined.number_format) == (date(2020, 1, 5), "yyyy-mm-dd")


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
def test_no_text_is_a_formula(sign):
    sheet = sheet_of(plain((f"{sign}1+1", f"{sign}2")))
    for cell in sheet[5]:
        assert cell.data_type == "s"
        assert cell.quotePrefix
    assert sheet["A5"].value == f"{sign}1+1"


def test_the_same_document_gives_the_same_bytes():
    assert roster_xlsx(roster_of()) == roster_xlsx(roster_of())


def test_a_day_that_excel_cannot_count_stands_as_text():
    assert sheet_of(plain((date(1898, 5, 1), "x")))["A5"].value == "1898-05-01"


def test_a_control_character_is_refused_with_its_cell():
    with pytest.raises(MoushiError, match="会员名册!B5"):
        roster_xlsx(plain(("远帆", "渔\x07具")))


def test_progress_is_told_row_after_row():
    told: list[tuple[int, int]] = []
    roster_xlsx(plain(*[("远帆", "x")] * 1200), lambda done, of: told.append((done, of)))
    assert told == [(500, 1200), (1000, 1200)]


_texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=250) | make.words
_values = st.none() | st.integers(0, 10**9) | st.dates(date(1900, 3, 1)) | st.just(Decimal("1.5")) | _texts


@given(st.lists(st.tuples(_texts, _values, _values), min_size=1, max_size=5))
def test_every_text_is_there_whole_and_every_row_in_the_range(rows):
    clean = [
        tuple("".join(c for c in v if c >= " " and c not in "\x7f\ufffe\uffff") if isinstance(v, str) else v
              for v in row)
        for row in rows
    ]  # fmt: skip
    data = roster_xlsx(plain(*clean))
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    assert f'<dimension ref="{sheet.dimensions}"/>'.encode() in parts_of(data)["xl/worksheets/sheet1.xml"]
    for place in range(3):
        texts = [row[place] for row in clean if isinstance(row[place], str)]
        found = [c.value for (c,) in sheet.iter_rows(5, sheet.max_row - 1, place + 1, place + 1)]
        whole = "".join(value for value in found if isinstance(value, str))
        assert "".join(filter(None, texts)) in whole
    heights = [sheet.row_dimensions[n].height for n in range(1, sheet.max_row + 1)]
    assert max(heights) <= 409

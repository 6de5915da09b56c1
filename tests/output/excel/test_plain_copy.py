"""The values of another format as a new workbook: no text becomes a formula, what is seen stays."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from moushi.output.excel.plain_copy import PlainSheet, plain_xlsx


def book_of(*sheets):
    return load_workbook(BytesIO(plain_xlsx(sheets)))


def test_values_widths_merged_cells_and_formats_come_along():
    rows = [
        ["会员变动", None, None],
        ["会员名称", "占比", "日期"],
        ["海风渔具厂\n（新）", 0.85, datetime.combine(date(2029, 3, 1), time())],
        ["3", 5.0, True],
    ]
    book = book_of(
        PlainSheet("会员[变动]", rows, [(0, 0, 0, 2)], {(2, 1): "0%"}),
        PlainSheet("_moushi", [["moushi-return", "1"]], is_hidden=True),
    )
    page = book.worksheets[0]
    assert book.sheetnames == ["会员变动", "_moushi"]
    assert book["_moushi"].sheet_state == "hidden"
    assert [[cell.value for cell in row] for row in page] == rows
    assert page["B3"].number_format == "0%"
    assert page["C3"].number_format == "yyyy-mm-dd"
    assert page["A4"].number_format == "@"
    assert [str(each) for each in page.merged_cells.ranges] == ["A1:C1"]
    assert page.column_dimensions["A"].width == 12


def test_names_of_sheets_stay_apart():
    assert book_of(*[PlainSheet("表/1", [["a"]])] * 3).sheetnames == ["表1", "表1（2）", "表1（3）"]
    assert book_of().sheetnames == ["Sheet1"]


VALUES = st.one_of(
    st.text(max_size=20),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["=1+1", "+1", "-1", "@x", "#REF!", "00005", "1.3888E+10"]),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=4), max_size=5))
def test_no_text_becomes_anything_else(rows):
    page = book_of(PlainSheet("表", rows)).worksheets[0]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = page.cell(number, column)
            if isinstance(value, str):
                assert cell.data_type in ("s", "n", "inlineStr")
                assert (cell.value or "").replace("\r", "") in value.replace(
                    "\r", ""
                ) or not value.isprintable()
            elif isinstance(value, date):
                assert cell.value.date() == value
            else:
                assert cell.value == pytest.approx(value, rel=1e-14)

"""Cells are read as a person sees them, from every kind of workbook, however it was written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from intake.workbooks import MAIN, packed, parts_of, relations, workbook, worksheet
from moushi.intake.number_formats import number_format
from moushi.intake.source import SourceFile
from moushi.intake.workbook import Sheet, all_sheets, read_workbook, sheets_as_seen

HERE = Path(__file__).parent


def seen(data: bytes, name: str = "表.xlsx") -> Sheet:
    return next(sheets_as_seen(SourceFile(name, data)))


def texts(sheet: Sheet) -> list[list[str]]:
    return [sheet.shown_in(row) for row in range(len(sheet.rows))]


PARTLY_HIDDEN = [
    ["85%", "2000万元", "3家", "2023-03-15", "x"],
    ["90%", "20000万元", "1234家", "2023-03-15", "隐藏"],
    ["7%", "1.5万元", "2家", "2023.3", "y"],
]


@pytest.mark.parametrize("name", ["seen.xls", "seen.ods"])
def test_formats_comments_and_hidden_lines_are_read_from_xls_and_ods(name):
    for called in (name, "回执.et", "回执.xlsx"):
        sheet, second = sheets_as_seen(SourceFile(called, (HERE / name).read_bytes()))
        assert [row[:5] for row in texts(sheet)[1:]] == PARTLY_HIDDEN
        assert sheet.shown(1, 5) == "#DIV/0!"
        assert sheet.notes[1, 0] == "这里请\n核对"
        assert sheet.notes[3, 4].endswith("不对")
        assert (0, 0) not in sheet.notes
        assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {4})
        assert second.is_hidden
        assert second.shown(4, 2) == "50%"


ROWS = (
    '<row r="2"><c r="A2" s="1"><v>0.85</v></c><c r="B2"><v>0.85</v></c><c r="C2" s="2"><v>2000</v></c></row>'
    '<row r="4"><c r="A4" s="1"/><c r="B4" s="1"><v>7.0000000000000007E-2</v></c></row>'
)
SEEN = [[], ["85%", "0.85", "2000万元"], [], ["", "7%", ""]]
WAYS = {
    "plain": ROWS,
    "no places": re.sub(r" r=\"\w+\"", "", ROWS),
    "single quotes": ROWS.replace('"', "'"),
    "prefix": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
    + ROWS.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")
    + "</x:sheetData></x:worksheet>",
    "style first": ROWS.replace('r="A2" s="1"', 's="1" r="A2"'),
    "on lines": ROWS.replace("<c ", "<c\n ").replace("<row ", "<row\n "),
    "a comment before": ROWS.replace("<row", '<!-- <c r="XFD9"><v>1</v></c> --><row', 1),
    "a wrong dimension": worksheet(ROWS, '<dimension ref="A1:A1"/>'),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_percentage_is_seen_however_the_sheet_is_written(way):
    sheet = seen(workbook(WAYS[way], formats=("0%", '0"万元"')))
    found = [row for row in texts(sheet) if any(row)]
    if way == "no places":  # then the rows and cells follow one another
        assert found == [["85%", "0.85", "2000万元"], ["", "7%", ""]]
    else:
        assert found == [row for row in SEEN if row]


def test_strict_workbooks_are_read_with_formats_and_days():
    rows = (
        '<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="2" t="d"><v>2023-03-15T00:00:00</v></c>'
        '<c r="C1" t="s"><v>0</v></c></row>'
    )
    parts = parts_of(rows, formats=(9, "yyyy-mm-dd"), shared=("<t>远帆</t>",), strict=True)
    assert texts(seen(packed(parts))) == [["50%", "2023-03-15", "远帆"]]


def test_inline_texts_and_phonetic_runs_are_read_as_they_are_seen():
    phonetic = (
        '<r><t>远</t></r><r><t>帆</t></r><rPh sb="0" eb="1"><t>ユアン</t></rPh><phoneticPr fontId="1"/>'
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>禾</t></is></c>'
        '<c r="C1" t="inlineStr"><is><r><t>潮</t></r><r><t>声</t></r></is></c></row>'
    )
    assert texts(seen(workbook(rows, shared=(phonetic,)))) == [["远帆", "禾", "潮声"]]


def test_the_days_of_chinese_excel_that_have_no_code_are_seen_as_days():
    rows = '<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="2"><v>45000</v></c></row>'
    assert texts(seen(workbook(rows, formats=(31, 58)))) == [["2023-03-15", "2023-03-15"]]


def test_faults_stand_where_they_are_and_do_not_look_empty():
    rows = (
        '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><v>1</v></c></row>'
        '<row r="2"><c r="C2" t="e"><v>#REF!</v></c></row>'
    )
    assert texts(seen(workbook(rows))) == [["#DIV/0!", "1", ""], ["", "", "#REF!"]]


def test_lists_do_not_read_faults_as_values():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
    assert next(all_sheets(SourceFile("表.xlsx", workbook(rows)))).rows == [[1.0, ""]]


def test_a_workbook_that_is_read_once_is_what_is_read_for_lists_and_what_is_seen():
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
        '<row r="2"><c r="C2" t="e"><v>#N/A</v></c></row>'
    )
    source = SourceFile("表.xlsx", workbook(rows, formats=(10,)))
    both = read_workbook(source)
    assert both.kept == tuple(all_sheets(source))
    assert both.seen == tuple(sheets_as_seen(source))
    assert both.kept[0].rows != both.seen[0].rows
    csv = SourceFile("表.csv", "企业名称,联系人\n屿礁渔具,禾小满\n屿汀渔具,稻大暑\n".encode())
    assert read_workbook(csv).kept == read_workbook(csv).seen == tuple(all_sheets(csv))


def test_comments_of_threads_are_read_with_their_answers_and_none_of_their_authors():
    parts = parts_of('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("comments", "../comments1.xml"), ("threadedComment", "../threadedComments/t1.xml")
    )
    parts["xl/comments1.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>王五</author><author>tc=1</author></authors><commentList>'
        '<comment ref="A1" authorId="1"><text><t>[Threaded comment]</t></text></comment>'
        '<comment ref="B1" authorId="0"><text><r><t>王五:</t></r><r><t>\n单位是万元</t></r>'
        '<rPh sb="0" eb="1"><t>ワン</t></rPh></text><pr><anchor>0790226451</anchor></pr></comment>'
        "</commentList></comments>"
    )
    parts["xl/threadedComments/t1.xml"] = (
        '<ThreadedComments><threadedComment ref="A1"><text>含去年的</text></threadedComment>'
        '<threadedComment ref="A1"><text>请改</text></threadedComment></ThreadedComments>'
    )
    assert seen(packed(parts)).notes == {(0, 0): "含去年的\n请改", (0, 1): "单位是万元"}


def test_hidden_columns_and_rows_are_told():
    head = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0" customWidth="1"/></cols>'
    rows = "<row r='1' hidden='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>"
    for quote in ("'", '"'):
        sheet = seen(workbook(worksheet(rows.replace("'", quote), head)))
        assert (sheet.hidden_columns, sheet.hidden_rows) == ({1, 2, 4}, {0})


def test_more_styles_than_any_office_has_are_still_told_apart():
    formats = [9 if number % 7 == 0 else "0.00" for number in range(3_000)]
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" s="{number}"><v>0.5</v></c></row>' for number in range(1, 3_001)
    )
    sheet = seen(workbook(rows, formats=formats))
    assert [sheet.shown(row, 0) for row in range(8)] == ["50%", *["0.5"] * 6, "50%"]


@pytest.mark.parametrize(
    ("code", "number", "looks"),
    [
        ("0%", 0.85, "85%"),
        ("0.00%", 0.07, "7%"),
        ("0.0%;[Red]-0.0%", -0.125, "-12.5%"),
        ('0"%"', 85, "85%"),
        ("0\\%", 85, "85%"),
        ('#,##0"家"', 1234, "1234家"),
        ("0家", 3, "3家"),
        ("G/通用格式人", 3.5, "3.5人"),
        ('0"万元"', 2000, "2000万元"),
        ('0!.0,"万"', 20000, "2万"),
        ('0!.0000"万"', 12345, "1.2345万"),
        ('0.0,"千元"', 12345, "12.345千元"),
        ('0000"年"00"月"00"日"', 20230315, "2023年03月15日"),
        ("[$$-409]#,##0.00", 2.5, "$2.5"),
    ],
)
def test_what_a_number_format_adds_is_seen(code, number, looks):
    found = number_format(code)
    assert found is not None
    assert found.shown(number) == looks
    assert found.is_percent == (code[-1] == "%" and "\\" not in code)


@pytest.mark.parametrize(
    "code", ["", "General", "@", "0.00", "#,##0", "0.00E+00", 'yyyy"年"m"月"d"日"', "h:mm", "[Red]0", '"¥"0']
)
def test_a_format_that_only_rounds_or_is_of_days_adds_nothing(code):
    assert number_format(code) is None


def test_a_day_stays_a_day():
    rows = '<row r="1"><c r="A1" s="1"><v>45000</v></c></row>'
    sheet = seen(workbook(rows, formats=('yyyy"年"m"月"d"日"',)))
    assert sheet.rows == [[date(2023, 3, 15)]]
    assert sheet.shown(0, 0) == "2023-03-15"

"""Damages to rows: moved, inserted, and lines that are none of a table's data."""

from __future__ import annotations

from copy import copy

from openpyxl import Workbook
from tests.intake.damage_tools import (
    MEMBERS,
    data_rows,
    each_table,
    hard,
    head_of,
    insert,
    last_of,
    line,
    put,
    soft,
    taken,
)


@soft
def rows_sorted(book: Workbook) -> None:
    for sheet in each_table(book):
        held, data = taken(sheet), data_rows(sheet)
        rows = held[data.start - 1 : data.stop - 1]
        rows.sort(key=lambda row: str(row[1][0]), reverse=True)
        put(sheet, [*held[: data.start - 1], *rows, *held[data.stop - 1 :]])


@soft
def blank_rows_between(book: Workbook) -> None:
    for sheet in each_table(book):
        for row in reversed(data_rows(sheet)):
            insert(sheet, row, [line(None), line("", "　")])


@soft
def thousand_styled_rows_below(book: Workbook) -> None:
    sheet = book[MEMBERS]
    style = copy(sheet.cell(last_of(sheet), 2).border)
    for row in range(sheet.max_row + 1, sheet.max_row + 1000):
        sheet.cell(row, 2).border = style


@soft
def title_rows_above(book: Workbook) -> None:
    for sheet in each_table(book):
        insert(sheet, 1, [line("附件2"), line("岚海县基层商会基础数据统计表"), line(None)])
        sheet.merge_cells("A2:F2")


@soft
def preamble_above(book: Workbook) -> None:
    for sheet in each_table(book):
        text = "各商会：请按要求认真填写，务必真实准确。如有疑问请与县工商联联系。"
        insert(
            sheet,
            head_of(sheet),
            [line(text), line("填报单位：鹭汀镇商会", None, "填报日期：2031年3月20日")],
        )
        sheet.merge_cells(start_row=3, end_row=3, start_column=1, end_column=6)


@soft
def title_and_help_deleted(book: Workbook) -> None:
    for sheet in each_table(book):
        held = taken(sheet)
        put(sheet, held[head_of(sheet) - 1 :])


@soft
def footnotes_below(book: Workbook) -> None:
    for sheet in each_table(book):
        end = sheet.max_row + 1
        for place, text in enumerate(("注：1. 数据截至3月底。", "2. 有两家企业还没有回复，下月补报。"), end):
            sheet.cell(place, 1, text)
            sheet.merge_cells(start_row=place, end_row=place, start_column=1, end_column=6)


@soft
def signatures_below(book: Workbook) -> None:
    for sheet in each_table(book):
        end = sheet.max_row + 2
        for column, text in ((1, "填表人：小陈"), (3, "审核人：方海波"), (5, "日期：2031.3.22")):
            sheet.cell(end, column, text)


@soft
def signature_line_close_below(book: Workbook) -> None:
    for sheet in each_table(book):
        insert(sheet, last_of(sheet) + 1, [line("填表人：小陈    审核人：方海波    日期：2031.3.22")])


@soft
def totals_below(book: Workbook) -> None:
    for sheet in each_table(book):
        insert(sheet, last_of(sheet) + 1, [line("合计", None, None, None, None, 66, 75)])


@soft
def totals_with_a_number(book: Workbook) -> None:
    for sheet in each_table(book):
        insert(sheet, last_of(sheet) + 1, [line(99, "合计", None, None, None, 66, 75)])


@soft
def subtotals_between(book: Workbook) -> None:
    for sheet in each_table(book):
        insert(sheet, head_of(sheet) + 3, [line(None, "小　计", None, None, None, 12)])


@soft
def group_rows_between(book: Workbook) -> None:
    for sheet in each_table(book):
        row = head_of(sheet) + 3
        insert(sheet, row, [line("二、其他")])
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
        insert(sheet, head_of(sheet) + 1, [line("一", "重点")])


@soft
def header_on_each_page(book: Workbook) -> None:
    for sheet in each_table(book):
        held = taken(sheet)
        for row in (head_of(sheet) + 2, last_of(sheet)):
            insert(sheet, row, [held[head_of(sheet) - 1]])


@soft
def title_and_header_on_each_page(book: Workbook) -> None:
    for sheet in each_table(book):
        held, head = taken(sheet), head_of(sheet)
        title = held[0]
        insert(sheet, head + 3, [line(None), title, held[head - 1]])
        sheet.merge_cells(start_row=head + 4, end_row=head + 4, start_column=1, end_column=5)


@soft
def rows_hidden(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.row_dimensions[head_of(sheet) + 2].hidden = True
    sheet.row_dimensions[head_of(sheet) + 3].hidden = True


@hard
def row_deleted(book: Workbook) -> None:
    sheet = book[MEMBERS]
    held = taken(sheet)
    del held[head_of(sheet) + 1]
    put(sheet, held)


@hard
def row_inserted(book: Workbook) -> None:
    sheet = book[MEMBERS]
    insert(sheet, head_of(sheet) + 2, [line(None, "鹭汀新渡轮有限公司", "企业")])


@hard
def row_emptied(book: Workbook) -> None:
    sheet = book[MEMBERS]
    for column in range(2, sheet.max_column + 1):
        sheet.cell(head_of(sheet) + 2, column).value = None

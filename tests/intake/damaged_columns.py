"""Damages to columns and their headings."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from tests.intake.damage_tools import (
    ACTIVITIES,
    MEMBERS,
    column_of,
    data_rows,
    each_table,
    hard,
    head_of,
    insert,
    last_of,
    line,
    put,
    rename,
    reorder,
    soft,
    taken,
)
from tests.intake.damaged_rows import rows_sorted


@soft
def columns_reordered(book: Workbook) -> None:
    for sheet in each_table(book):
        reorder(sheet, lambda places: [places[0], *reversed(places[1:])])


@soft
def numbers_moved_to_the_end(book: Workbook) -> None:
    for sheet in each_table(book):
        reorder(sheet, lambda places: [*places[1:], places[0]])


@soft
def columns_inserted(book: Workbook) -> None:
    for sheet in each_table(book):
        held, head = taken(sheet), head_of(sheet)
        rows = []
        for number, row in enumerate(held, 1):
            added = "备注栏" if number == head else "已核对" if number in (head + 1, head + 2) else None
            rows.append([*row[:3], (added, "General"), *row[3:]])
        put(sheet, rows)


@soft
def blank_columns_inserted(book: Workbook) -> None:
    for sheet in each_table(book):
        held = taken(sheet)
        put(sheet, [[(None, "General"), *row[:2], (None, "General"), *row[2:]] for row in held])


@soft
def column_without_a_heading(book: Workbook) -> None:
    for sheet in each_table(book):
        held, head = taken(sheet), head_of(sheet)
        put(
            sheet,
            [
                [*row[:2], ("√" if number > head else None, "General"), *row[2:]]
                for number, row in enumerate(held, 1)
            ],
        )


@soft
def columns_hidden(book: Workbook) -> None:
    sheet = book[MEMBERS]
    for label in ("联系电话", "注册资本"):
        sheet.column_dimensions[get_column_letter(column_of(sheet, label))].hidden = True


@soft
def column_copied(book: Workbook) -> None:
    sheet = book[MEMBERS]
    place, width = column_of(sheet, "联系电话"), sheet.max_column
    for row in range(head_of(sheet), last_of(sheet) + 1):
        sheet.cell(row, width + 1, sheet.cell(row, place).value)


@soft
def header_with_line_breaks(book: Workbook) -> None:
    for sheet in each_table(book):
        rename(sheet, lambda text: "\n".join((text[:2], text[2:])) if len(text) > 2 else text)


@soft
def header_with_blanks_full_width(book: Workbook) -> None:
    for sheet in each_table(book):
        rename(sheet, lambda text: f" {'　'.join(text)} ".replace("(", "（"))


@soft
def header_with_stars_and_numbers(book: Workbook) -> None:
    for sheet in each_table(book):
        for number, cell in enumerate(sheet[head_of(sheet)]):
            if cell.value and cell.value != "序号":
                cell.value = f"★{number}.{cell.value}：" if number % 2 else f"*{cell.value}*"


@soft
def header_with_notes(book: Workbook) -> None:
    for sheet in each_table(book):
        rename(sheet, lambda text: text if text == "序号" else f"{text}（请如实填写）")


@soft
def header_with_aliases(book: Workbook) -> None:
    rename(
        book[MEMBERS],
        lambda text: {"*会员名称": "企业名称", "统一社会信用代码": "信用代码", "联系电话": "手机"}.get(
            text, text
        ),
    )


@soft
def header_changed_a_little(book: Workbook) -> None:
    rename(
        book[MEMBERS],
        lambda text: {
            "法定代表人": "法定代表人姓名",
            "统一社会信用代码": "统一社会信用代码号",
            "所属行业": "所属行业类别",
        }.get(text, text),
    )


@soft
def header_in_two_rows_merged(book: Workbook) -> None:
    _two_rows(book[MEMBERS], is_merged=True)


@soft
def header_in_two_rows(book: Workbook) -> None:
    _two_rows(book[MEMBERS], is_merged=False)


def _two_rows(sheet: Worksheet, *, is_merged: bool) -> None:
    """联系人 and 联系电话 under a group, the others over both rows."""
    head = head_of(sheet)
    place = column_of(sheet, "联系人")
    held = taken(sheet)
    upper, lower = list(held[head - 1]), line(*[None] * len(held[head - 1]))
    for column in (place - 1, place):
        lower[column], upper[column] = upper[column], (None, "General")
    upper[place - 1] = ("联系方式", "General")
    put(sheet, [*held[: head - 1], upper, lower, *held[head:]])
    if is_merged:
        sheet.merge_cells(start_row=head, end_row=head, start_column=place, end_column=place + 1)
        for column in range(1, len(upper) + 1):
            if column not in (place, place + 1):
                sheet.merge_cells(start_row=head, end_row=head + 1, start_column=column, end_column=column)


@soft
def groups_above_the_header(book: Workbook) -> None:
    sheet = book[MEMBERS]
    head = head_of(sheet)
    insert(sheet, head, [line(None, "基本信息", None, None, None, "联系方式", None, "经营情况")])
    for first, last in ((2, 5), (6, 7), (8, 10)):
        sheet.merge_cells(start_row=head, end_row=head, start_column=first, end_column=last)


@hard
def column_deleted(book: Workbook) -> None:
    sheet = book[MEMBERS]
    reorder(sheet, lambda places: [place for place in places if place != column_of(sheet, "联系电话") - 1])


@hard
def column_copied_and_changed(book: Workbook) -> None:
    sheet = book[MEMBERS]
    place, width = column_of(sheet, "联系电话"), sheet.max_column
    for row in range(head_of(sheet), last_of(sheet) + 1):
        sheet.cell(row, width + 1, sheet.cell(row, place).value)
    sheet.cell(last_of(sheet), width + 1).value = "13900000000"


@hard
def heading_emptied(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet), column_of(sheet, "联系电话")).value = None


@hard
def heading_of_something_else(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet), column_of(sheet, "所属行业")).value = "开户银行"


@hard
def heading_that_fits_two(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet), column_of(sheet, "入会日期")).value = "入退会日期"
    sheet.cell(head_of(sheet), column_of(sheet, "退会日期")).value = None


@hard
def heading_in_a_wrong_unit(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet), column_of(sheet, "职工人数")).value = "职工人数（万人）"


@soft
def header_in_yuan(book: Workbook) -> None:
    sheet = book[MEMBERS]
    place = column_of(sheet, "注册资本")
    sheet.cell(head_of(sheet), place).value = "注册资本（单位：元）"
    for row in data_rows(sheet):
        if isinstance(sheet.cell(row, place).value, float | int):
            sheet.cell(row, place).value *= 10_000


@soft
def unit_of_amounts_above(book: Workbook) -> None:
    sheet = book[ACTIVITIES]
    place = column_of(sheet, "金额")
    insert(sheet, head_of(sheet), [line(None, None, None, None, "单位：万元")])
    sheet.cell(head_of(sheet), place).value = "金额"
    for row in data_rows(sheet):
        if isinstance(sheet.cell(row, place).value, float | int):
            sheet.cell(row, place).value /= 10_000


@soft
def numbers_as_texts(book: Workbook) -> None:
    for sheet in each_table(book):
        for row in range(head_of(sheet) + 1, sheet.max_row + 1):
            if isinstance(sheet.cell(row, 1).value, int):
                sheet.cell(row, 1).value = f"{sheet.cell(row, 1).value:05d}"


@soft
def numbers_without_a_heading(book: Workbook) -> None:
    for sheet in each_table(book):
        sheet.cell(head_of(sheet), 1).value = None


@hard
def numbers_deleted(book: Workbook) -> None:
    for sheet in each_table(book):
        reorder(sheet, lambda places: places[1:])


@hard
def numbers_begun_anew_after_sorting(book: Workbook) -> None:
    rows_sorted(book)
    for sheet in each_table(book):
        for number, row in enumerate(data_rows(sheet), 1):
            sheet.cell(row, 1).value = number

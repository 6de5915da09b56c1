"""Damages to single cells, tables put together, and the card of a chamber."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment
from tests.intake.damage_tools import (
    CARD,
    MEMBERS,
    OFFICERS,
    PROGRESS,
    column_of,
    data_rows,
    each_table,
    hard,
    head_of,
    line,
    put,
    soft,
    taken,
)


@soft
def item_merged_over_its_measures(book: Workbook) -> None:
    sheet = book[PROGRESS]
    head = head_of(sheet)
    sheet.cell(head + 2, 2).value = None
    sheet.merge_cells(start_row=head + 1, end_row=head + 2, start_column=2, end_column=2)


@hard
def number_merged_over_rows(book: Workbook) -> None:
    sheet = book[PROGRESS]
    place, head = column_of(sheet, "本期完成"), head_of(sheet)
    sheet.cell(head + 1, place).value = 7
    sheet.cell(head + 2, place).value = None
    sheet.merge_cells(start_row=head + 1, end_row=head + 2, start_column=place, end_column=place)


@hard
def text_merged_over_columns(book: Workbook) -> None:
    sheet = book[MEMBERS]
    row, place = head_of(sheet) + 2, column_of(sheet, "联系人")
    sheet.cell(row, place).value = "已停业，联系不上"
    sheet.merge_cells(start_row=row, end_row=row, start_column=place, end_column=place + 2)


@hard
def formula_without_its_result(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet) + 2, column_of(sheet, "职工人数")).value = "=SUM(B1:B2)"


@soft
def comment_on_a_cell(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet) + 1, column_of(sheet, "职工人数")).comment = Comment("含季节工3人", "小陈")


@soft
def note_beside_the_table(book: Workbook) -> None:
    sheet = book[MEMBERS]
    sheet.cell(head_of(sheet) + 2, sheet.max_column + 2).value = "这家上月搬走了"


@soft
def blanks_round_values(book: Workbook) -> None:
    for sheet in each_table(book):
        for row in data_rows(sheet):
            for column in range(2, sheet.max_column + 1):
                if isinstance(value := sheet.cell(row, column).value, str):
                    sheet.cell(row, column).value = f" {value}　"


@soft
def tables_stacked_on_one_sheet(book: Workbook) -> None:
    sheet, other = book[MEMBERS], book[OFFICERS]
    below = taken(other)
    put(sheet, [*taken(sheet), line(None), *below])
    start = sheet.max_row - len(below) + 1
    sheet.merge_cells(start_row=start, end_row=start, start_column=1, end_column=4)
    del book[OFFICERS]


@soft
def card_above_its_officers(book: Workbook) -> None:
    sheet, other = book[CARD], book[OFFICERS]
    below = taken(other)
    held = taken(sheet)
    width = max(len(held[0]), len(below[0]))
    put(sheet, [*(row + line(*[None] * (width - len(row))) for row in held), line(None), *below])
    del book[OFFICERS]


@soft
def card_moved(book: Workbook) -> None:
    held = taken(book[CARD])
    put(book[CARD], [line(None), line(None), *([*line(None, None), *row] for row in held)])


@soft
def card_lines_reordered(book: Workbook) -> None:
    sheet = book[CARD]
    held, head = taken(sheet), head_of(sheet)
    put(sheet, [*held[:head], *reversed(held[head:])])


@soft
def card_in_two_columns(book: Workbook) -> None:
    sheet = book[CARD]
    held, head = taken(sheet), head_of(sheet)
    lines = [row[1:3] for row in held[head:]]
    half = (len(lines) + 1) // 2
    rows = [
        [*lines[number], *(lines[half + number] if half + number < len(lines) else line(None, None))]
        for number in range(half)
    ]
    put(sheet, [held[0], *rows])


@soft
def card_with_values_below(book: Workbook) -> None:
    sheet = book[CARD]
    held, head = taken(sheet), head_of(sheet)
    lines = [row[1:3] for row in held[head:]]
    put(sheet, [held[0], *([cell] for line in lines for cell in line)])


@soft
def card_in_one_row(book: Workbook) -> None:
    sheet = book[CARD]
    held, head = taken(sheet), head_of(sheet)
    lines = [row[1:3] for row in held[head:]]
    put(sheet, [held[0], [line[0] for line in lines], [line[1] for line in lines]])


@soft
def card_values_merged(book: Workbook) -> None:
    sheet = book[CARD]
    held, head = taken(sheet), head_of(sheet)
    put(sheet, [held[0], *([*row[1:3], (None, "General")] for row in held[head:])])
    for row in range(2, sheet.max_row + 1):
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)


@hard
def card_line_deleted(book: Workbook) -> None:
    sheet = book[CARD]
    held = taken(sheet)
    del held[head_of(sheet) + 3]
    put(sheet, held)


@soft
def card_line_added(book: Workbook) -> None:
    sheet = book[CARD]
    held = taken(sheet)
    put(
        sheet,
        [
            *held[: head_of(sheet) + 2],
            line(None, "办公地址", "鹭汀镇海滨路8号"),
            *held[head_of(sheet) + 2 :],
        ],
    )

"""The values of another program's workbook as a new .xlsx, plain, so that it can be marked and sent back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from moushi.output.excel import fitting
from moushi.output.excel.names import sheet_name, storable

_LONGEST_CELL = 32_767  # characters
_NARROWEST, _WIDEST = 8, 44  # widths in digits
_ROWS_MEASURED = 2000
_FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm", timedelta: "[h]:mm"}
_LINE = Side(style="thin", color="FFB0B0B0")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FONT = Font(name="宋体", size=11)
_TEXT, _NUMBER = Alignment(vertical="center", wrap_text=True), Alignment(vertical="center")


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet's name, its rows from A1, merged ranges (top, left, bottom, right, from 0), number formats.

    `formats` are codes by cells, where a number shows otherwise than it is kept (0.85 as 85%).
    """

    name: str
    rows: Sequence[Sequence[object]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    is_hidden: bool = False


def plain_xlsx(sheets: Sequence[PlainSheet]) -> bytes:
    """The workbook of these sheets; no text in it is a formula."""
    book = Workbook(write_only=True)
    names: list[str] = []
    for held in sheets:
        names.append(sheet_name(held.name, names))
        sheet = book.create_sheet(names[-1])
        if held.is_hidden:
            sheet.sheet_state = "hidden"
        for column, width in _widths(held.rows):
            sheet.column_dimensions[get_column_letter(column + 1)].width = width
        for number, row in enumerate(held.rows):
            sheet.append(list(_cells(sheet, held, number, row)))
        for top, left, bottom, right in held.merged:
            corners = f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}"
            sheet.merged_cells.ranges.add(corners)
    if not sheets:
        book.create_sheet("Sheet1")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cells(sheet: Worksheet, held: PlainSheet, number: int, row: Sequence[object]) -> Iterator[Cell | None]:
    for column, value in enumerate(row):
        if value is None or value == "":
            yield None
            continue
        cell = WriteOnlyCell(sheet)
        cell.font, cell.border = _FONT, _BORDER
        if isinstance(value, bool | int | float | date | time | timedelta):
            is_whole = isinstance(value, float) and value.is_integer() and abs(value) < 10**15
            cell.value = int(value) if is_whole else value  # type: ignore[arg-type]  # whole: a float
            cell.alignment = _NUMBER
            code = held.formats.get((number, column)) or _FORMATS.get(type(value))
            if isinstance(value, datetime) and value.time() == time():
                code = _FORMATS[date]
            if code:
                cell.number_format = code
        else:
            cell.value = storable(str(value))[:_LONGEST_CELL]
            cell.data_type = "s"  # = + - @ at its beginning make no formula of it
            cell.number_format = "@"
            cell.alignment = _TEXT
        yield cell


def _widths(rows: Sequence[Sequence[object]]) -> Iterator[tuple[int, int]]:
    widest: dict[int, int] = {}
    for row in rows[:_ROWS_MEASURED]:
        for column, value in enumerate(row):
            longest = fitting.longest_line(str(value))
            if longest <= 2 * _WIDEST or column not in widest:  # titles that run over are no measure
                widest[column] = max(widest.get(column, 0), longest)
    for column, width in sorted(widest.items()):
        yield column, min(max(width + 2, _NARROWEST), _WIDEST)

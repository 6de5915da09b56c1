"""How a chamber's workbook is damaged in tests: by openpyxl, or in the parts of its package."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Damage = Callable[[bytes], bytes]
HARMLESS: dict[str, Damage] = {}
"""Damages after which every cell of every table is read as it was."""
HARMFUL: dict[str, Damage] = {}
"""Damages after which something is missing, doubtful or more; a finding says so."""

MEMBERS, PROGRESS, CARD, OFFICERS = "会员变更表", "工作进展表", "商会基本情况表", "商会班子名单"
ACTIVITIES = "活动登记表"
TABLES = (PROGRESS, MEMBERS, OFFICERS, ACTIVITIES)
COVER = "填报说明"


def _edited(data: bytes, edit: Callable[[Workbook], object]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    edit(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _kind(of: dict[str, Damage], edit: Callable[[Workbook], object]) -> None:
    of[edit.__name__] = lambda data: _edited(data, edit)


def soft(edit: Callable[[Workbook], object]) -> Callable[[Workbook], object]:
    """A damage that changes no value."""
    _kind(HARMLESS, edit)
    return edit


def hard(edit: Callable[[Workbook], object]) -> Callable[[Workbook], object]:
    """A damage that a finding tells."""
    _kind(HARMFUL, edit)
    return edit


def head_of(sheet: Worksheet) -> int:
    """The row of a table's header, from 1."""
    return next(row for row in range(1, 60) if sheet.cell(row, 1).value == "序号")


def last_of(sheet: Worksheet) -> int:
    """The last row that holds more than its number."""
    return max(cell.row for row in sheet.iter_rows(min_col=2) for cell in row if cell.value is not None)


def column_of(sheet: Worksheet, label: str) -> int:
    """The column of a label, whatever is added to it."""
    for cell in sheet[head_of(sheet)]:
        if cell.value and re.sub(r"\s*[*（(].*", "", str(cell.value).lstrip("*"), flags=re.DOTALL) == label:
            return cell.column
    raise LookupError(label)


def taken(sheet: Worksheet) -> list[list[tuple[Any, Any]]]:
    """All rows, each cell with its number format; merged ranges are let go."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    return [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]


def put(sheet: Worksheet, rows: list[list[tuple[Any, Any]]]) -> None:
    sheet.delete_rows(1, sheet.max_row)
    sheet.row_dimensions.clear()
    for number, row in enumerate(rows, 1):
        for column, (value, form) in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            cell.number_format = form


def line(*values: Any) -> list[tuple[Any, Any]]:
    return [(value, "General") for value in values]


def data_rows(sheet: Worksheet) -> range:
    return range(head_of(sheet) + 1, last_of(sheet) + 1)


def each_table(book: Workbook) -> Iterator[Worksheet]:
    for name in TABLES:
        yield book[name]


def insert(sheet: Worksheet, at: int, rows: list[list[tuple[Any, Any]]]) -> None:
    """Insert rows before a row, from 1."""
    held = taken(sheet)
    put(sheet, [*held[: at - 1], *rows, *held[at - 1 :]])


def reorder(sheet: Worksheet, order: Callable[[list[int]], list[int]]) -> None:
    held = taken(sheet)
    places = order(list(range(len(held[0]))))
    put(sheet, [[row[place] for place in places] for row in held])


def rename(sheet: Worksheet, change: Callable[[str], str]) -> None:
    for cell in sheet[head_of(sheet)]:
        if cell.value:
            cell.value = change(str(cell.value))


def _raw(of: dict[str, Damage], edit: Callable[[str, bytes], bytes | None]) -> None:
    """A damage done to the parts of the package; None drops a part."""

    def done(data: bytes) -> bytes:
        held = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                if (part := edit(name, old.read(name))) is not None:
                    new.writestr(name, part)
        return held.getvalue()

    of[edit.__name__] = done


def raw(edit: Callable[[str, bytes], bytes | None]) -> Callable[[str, bytes], bytes | None]:
    """A harmless damage done to the parts of the package."""
    _raw(HARMLESS, edit)
    return edit


def is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/sheet")

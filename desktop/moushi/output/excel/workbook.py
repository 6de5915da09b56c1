"""A progress document as the bytes of an .xlsx file; the same document gives the same bytes."""

from __future__ import annotations

from datetime import datetime, time

from openpyxl import Workbook

from moushi.compile.documents import ProgressDocument
from moushi.output.excel import labels
from moushi.output.excel.archive import packed
from moushi.output.excel.flat import fill_flat
from moushi.output.excel.looks import Looks
from moushi.output.excel.rows import Rows
from moushi.output.excel.summary import fill_summary
from moushi.output.excel.table import fill_table


def progress_xlsx(document: ProgressDocument) -> bytes:
    """The sheets 进展表, 汇总 and 明细 of a compiled document.

    openpyxl makes the workbook, its styles, its chart and its print settings; the rows go in as XML, since
    cell objects cost many times as much.

    Raises:
        MoushiError: a text holds a character that no Excel file can hold, or is too long for a cell; with
            its sheet and cell.
    """
    workbook = Workbook()
    looks = Looks(workbook)
    rows: dict[int, Rows] = {}
    for number, (name, fill) in enumerate(
        ((labels.TABLE, fill_table), (labels.SUMMARY, fill_summary), (labels.FLAT, fill_flat))
    ):
        sheet = workbook.worksheets[0] if number == 0 else workbook.create_sheet()
        sheet.title = name
        held = rows[number + 1] = Rows(name, looks)
        fill(sheet, held, document)
    made = datetime.combine(document.made_on, time())
    properties = workbook.properties
    properties.title = document.headline or labels.headline(document.year)
    properties.creator, properties.language = labels.CREATOR, "zh-CN"
    properties.created = properties.modified = made
    workbook.calculation.fullCalcOnLoad = False
    return packed(workbook, rows)

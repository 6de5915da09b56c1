"""A chamber's form as the bytes of an .xlsx file: a cover, a sheet per table, and the hidden one.

The same document gives the same bytes. Nothing in it is a formula or a macro; protection has no password, it
only keeps the cells from being typed in where nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.return_document import ReturnDocument, hidden_rows
from moushi.domain.return_book import COVER_SHEET, HIDDEN_SHEET
from moushi.domain.returns import Rows as Kind
from moushi.output.excel import labels
from moushi.output.excel import return_words as words
from moushi.output.excel.archive import packed
from moushi.output.excel.looks import Looks
from moushi.output.excel.names import sheet_name
from moushi.output.excel.return_card import fill_card
from moushi.output.excel.return_cover import fill_cover
from moushi.output.excel.return_rules import Lists
from moushi.output.excel.return_table import fill_table
from moushi.output.excel.rows import Cell, Rows


def return_xlsx(
    document: ReturnDocument, report: Callable[[int, int], None] = lambda _done, _of: None
) -> bytes:
    """The workbook of a document; `report` is called with the tables done and in all.

    Raises:
        MoushiError: a text holds a character that no Excel file can hold, or is too long for a cell; with
            its sheet and cell.
    """
    workbook = Workbook()
    looks = Looks(workbook)
    held: dict[int, Rows] = {}

    def begun(name: str) -> tuple[Worksheet, Rows]:
        sheet = workbook.create_sheet() if held else workbook.worksheets[0]
        sheet.title = name
        rows = held[len(held) + 1] = Rows(name, looks)
        return sheet, rows

    hidden = tuple(hidden_rows(document))
    lists = Lists(len(hidden))
    cover, rows = begun(COVER_SHEET)
    fill_cover(cover, rows, document)
    names = [COVER_SHEET, HIDDEN_SHEET]
    for done, table in enumerate(document.tables, 1):
        names.append(sheet_name(table.table.title, names, words.ITEM))
        sheet, rows = begun(names[-1])
        fill = fill_card if table.table.rows is Kind.CHAMBER else fill_table
        fill(sheet, rows, document, table, lists)
        report(done, len(document.tables))
    for sheet in workbook.worksheets:
        _protect(sheet)
        _foot(sheet, document)
    sheet, rows = begun(HIDDEN_SHEET)
    _fill_hidden(sheet, rows, (*hidden, *lists.rows))
    _set_properties(workbook, document)
    return packed(workbook, held)


def _protect(sheet: Worksheet) -> None:
    """Keep what is not asked from being typed over; widths, heights, sorting and new rows are free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.sort = protection.insertRows = False


def _foot(sheet: Worksheet, document: ReturnDocument) -> None:
    footer = HeaderFooterItem()
    whose = f"{document.chamber}　{labels.period_name(str(document.period))}"
    footer.left.text, footer.right.text = whose.replace("&", "&&"), labels.FOOTER
    sheet.oddFooter = footer


def _fill_hidden(sheet: Worksheet, rows: Rows, lines: Iterable[tuple[str, ...]]) -> None:
    for line in lines:
        rows.add([Cell(text, "note", "@") for text in line], 14)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _set_properties(workbook: Workbook, document: ReturnDocument) -> None:
    properties = workbook.properties
    properties.title = f"{document.chamber}{words.title(str(document.period))}"
    properties.creator, properties.language = labels.CREATOR, "zh-CN"
    made = datetime.combine(document.sent_on or document.period.begins, time())
    properties.created = properties.modified = made
    workbook.calculation.fullCalcOnLoad = False
    workbook.active = 0

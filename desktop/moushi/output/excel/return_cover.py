"""The cover of a chamber's form: what, by when, to whom, how; short and large, to be read on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.return_document import ReturnDocument
from moushi.domain.return_book import HOW, WHAT, WHEN, WHOM
from moushi.domain.returns import FieldType
from moushi.output.excel import fitting
from moushi.output.excel import return_words as words
from moushi.output.excel.looks import LOOKS
from moushi.output.excel.rows import Cell, Rows
from moushi.output.excel.sheets import add_across, prepare

_WIDTHS = (11.0, 46.0)
_SIZE = LOOKS["cover text"].size
_ROOM = 8.0  # points between the lines


def fill_cover(sheet: Worksheet, rows: Rows, document: ReturnDocument) -> None:
    """Fill the sheet."""
    period = str(document.period)
    add_across(rows, words.title(period), "cover title", LOOKS["cover title"].size, sum(_WIDTHS), 2)
    add_across(rows, document.chamber, "cover name", LOOKS["cover name"].size, sum(_WIDTHS), 2)
    rows.add([], _ROOM)
    for label, text in _lines(document):
        needed = len(fitting.wrapped(text, _WIDTHS[1], _SIZE))
        height = min(fitting.height(needed, _SIZE) + _ROOM, fitting.TALLEST)
        rows.add([Cell(label, "cover label"), Cell(text, "cover text")], height)
    prepare(sheet, _WIDTHS, None)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "portrait", 1
    sheet.sheet_view.showGridLines = False


def _lines(document: ReturnDocument) -> Iterator[tuple[str, str]]:
    titles = {form.name: form for form in document.forms}
    label = WHAT
    for form in titles.values():
        names = "、".join(f"“{each.table.title}”" for each in document.tables if each.form == form.name)
        about = form.about.partition("。")[0]
        yield label, f"{names}：{about}。" if about else names
        label = ""
    yield WHEN, words.due(document.due_on)
    yield WHOM, "\n".join(filter(None, (document.office, document.contact)))
    label = HOW
    for number, step in enumerate(words.STEPS, 1):
        yield label, f"{number}. {step}"
        label = ""
    fields = (field for table in document.tables for field in table.table.fields)
    if any(field.type is FieldType.PHONE for field in fields):
        yield "", f"{len(words.STEPS) + 1}. {words.PERSONAL}"

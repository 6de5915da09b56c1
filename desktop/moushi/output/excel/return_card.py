"""A chamber's own data as a card: label beside value, with what to type at the right."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.return_document import ReturnDocument, ReturnTable
from moushi.domain.return_book import NUMBER
from moushi.output.excel import fitting
from moushi.output.excel import return_words as words
from moushi.output.excel.looks import LOOKS
from moushi.output.excel.return_cells import cell_of, printed
from moushi.output.excel.return_rules import Lists, rule_of
from moushi.output.excel.return_table import add_title, freeze
from moushi.output.excel.rows import Cell, Rows
from moushi.output.excel.sheets import prepare

_WIDTHS = (6.0, 22.0, 34.0, 40.0)
_SIZE = LOOKS["asked value"].size
_LEAST = 30.0


def fill_card(
    sheet: Worksheet, rows: Rows, document: ReturnDocument, table: ReturnTable, lists: Lists
) -> None:
    """Fill the sheet: a line for each field."""
    add_title(rows, document, table, _WIDTHS[:3])
    heads = [Cell(NUMBER, "shown head"), Cell(words.ITEM, "shown head")]
    rows.add([*heads, Cell(words.ANSWER_HEAD, "asked head"), Cell(words.HINT, "shown head")], 26)
    head = rows.count
    values = table.rows[0].values if table.rows else {}
    for number, field in enumerate(table.table.fields, 1):
        kind = "shown" if field.is_locked else "asked"
        value = cell_of(field, values.get(field.key), f"{kind} value")
        hint = "" if field.is_locked and not field.help else words.help_of(field)
        label = words.head(field, "")
        needed = max(
            len(fitting.wrapped(label, _WIDTHS[1], _SIZE)),
            len(fitting.wrapped(printed(value), _WIDTHS[2], _SIZE)),
        )
        height = max(
            fitting.height(needed, _SIZE), fitting.height(fitting.line_count(hint, _WIDTHS[3])), _LEAST
        )
        line = [Cell(number, "shown word"), Cell(label, f"{kind} label"), value, Cell(hint, "hint")]
        rows.add(line, min(height, fitting.TALLEST), grows=True)
        if not field.is_locked and (rule := rule_of(field, [f"C{rows.count}"], lists)):
            sheet.add_data_validation(rule)
    prepare(sheet, _WIDTHS, head)
    sheet.page_setup.orientation = "portrait"
    freeze(sheet, head, 3)

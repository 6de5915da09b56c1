"""The sheet for filters and pivots: one head row, no merged cells, every row complete."""

from __future__ import annotations

from itertools import chain

from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.documents import ProgressDocument
from moushi.output.excel import fitting
from moushi.output.excel.columns import FLAT_COLUMNS, shown_rows
from moushi.output.excel.rows import Rows
from moushi.output.excel.sheets import add_head, grid, lines, prepare


def fill_flat(sheet: Worksheet, rows: Rows, document: ProgressDocument) -> None:
    """Fill the sheet; a row stays one row, so a very long text is whole in its cell but not all in sight."""
    shown = list(chain.from_iterable(chain.from_iterable(shown_rows(document))))
    held = grid(FLAT_COLUMNS, shown, complete=True)
    add_head(rows, held)
    for cells in held.rows:
        rows.add(cells, min(fitting.height(lines(cells, held.widths)), fitting.TALLEST))
    prepare(sheet, held.widths, head=1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = rows.used

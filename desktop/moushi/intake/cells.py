"""Cells as a person sees them: 85% where 0.85 is kept, 2000万元 where the number format adds the words."""

from __future__ import annotations

from moushi.intake.number_formats import number_format
from moushi.intake.values import plain
from moushi.intake.workbook import Sheet, sheets_as_seen

__all__ = ["sheets_as_seen", "shown"]


def shown(sheet: Sheet, row: int, column: int) -> str:
    """What a person sees in a cell (from 0), with all digits; days in ISO form, "" where nothing is."""
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    value = cells[column] if column < len(cells) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        kind = number_format(sheet.format_of(row, column))
        return kind.shown(value) if kind else plain(value)
    return plain(value)

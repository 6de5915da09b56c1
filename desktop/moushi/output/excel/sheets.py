"""What the three sheets share: columns that fit, row heights, and how they print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from moushi.output.excel import fitting, labels
from moushi.output.excel.columns import Column, Shown
from moushi.output.excel.rows import Cell, Rows

PAPER = 148.0
"""The width of A4 across between its margins, in Excel's units."""

_A4 = "9"
_NARROWEST = 5.0
_ROOM = 1.5  # beside the longest word of a column


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a sheet, their widths, and its rows of cells."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> float:
        """All columns together."""
        return sum(self.widths)


def grid(columns: Sequence[Column], rows: Sequence[Shown], *, complete: bool) -> Grid:
    """The cells of rows, and columns that fit them.

    A `complete` grid keeps empty columns and tells of an item on each of its rows.
    """
    cells = [
        [_cell(column, shown, told=complete or shown.first or not column.of_item) for column in columns]
        for shown in rows
    ]
    by_column = list(zip(*cells, strict=True)) or [()] * len(columns)
    kept = [
        place
        for place, column in enumerate(columns)
        if complete or column.core or any(cell.value not in (None, "") for cell in by_column[place])
    ]
    widths = [_fitted(columns[place], by_column[place]) for place in kept]
    spare = PAPER - sum(widths)
    flexible = [
        0 if complete or not columns[place].flexible else width
        for place, width in zip(kept, widths, strict=True)
    ]
    if spare > 0 and any(flexible):
        widths = [
            width + spare * share / sum(flexible) for width, share in zip(widths, flexible, strict=True)
        ]
    return Grid(
        tuple(columns[place] for place in kept),
        tuple(round(width, 1) for width in widths),
        tuple(tuple(row[place] for place in kept) for row in cells),
    )


def _cell(column: Column, shown: Shown, *, told: bool) -> Cell:
    value = column.value(shown) if told else None
    return Cell(value, column.look_of(shown), column.format_of(shown, value))


def _fitted(column: Column, cells: Sequence[Cell]) -> float:
    """A column's width: numbers never wrap, so theirs is what they need; texts wrap at the column's own."""
    words, numbers = [fitting.units(column.head)], [0]
    for cell in set(cells):  # many are alike
        if isinstance(cell.value, str):
            words.append(fitting.longest_line(cell.printed))
        elif cell.value is not None:
            numbers.append(fitting.units(cell.printed))
    return max(_NARROWEST, min(max(words) + _ROOM, column.width), max(numbers) + _ROOM)


def lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many lines the fullest cell of a row takes."""
    return max(
        fitting.line_count(cell.printed, width) if isinstance(cell.value, str) else 1
        for cell, width in zip(cells, widths, strict=True)
    )


def add_head(rows: Rows, grid: Grid) -> None:
    """The row of the columns' heads."""
    heads = [Cell(column.head, "head") for column in grid.columns]
    rows.add(heads, fitting.height(lines(heads, grid.widths)) + 6)


def add_across(rows: Rows, text: str, look: str, size: float, width: float, columns: int) -> None:
    """Rows of one text across all columns: one, or as many as Excel's tallest row makes necessary."""
    wrapped = fitting.wrapped(text, width, size)
    most = fitting.most_lines(size)
    for start in range(0, len(wrapped), most):
        part = wrapped[start : start + most]
        rows.add_across("".join(part).strip("\n"), look, columns, fitting.height(len(part), size))


def prepare(sheet: Worksheet, widths: Sequence[float], head: int | None) -> None:
    """Widths, and printing: A4 across, fitted to its width, heads repeated on each page, page x of y."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4  # inches, 1 cm
    margins.bottom, margins.header, margins.footer = 0.6, 0.2, 0.3
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = labels.FOOTER
    sheet.oddFooter = footer
    if head:
        sheet.print_title_rows = f"{head}:{head}"

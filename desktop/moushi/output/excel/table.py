"""The sheet that is read and printed: title block, federations, themes and items in the article's order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.documents import ProgressDocument, ProgressSection
from moushi.domain.numbers import full_day, percent
from moushi.output.excel import fitting, labels
from moushi.output.excel.columns import TABLE_COLUMNS, shown_rows
from moushi.output.excel.looks import LOOKS
from moushi.output.excel.rows import Cell, Rows, Value
from moushi.output.excel.sheets import Grid, add_across, add_head, grid, lines, prepare

_TALLEST_FROZEN = 300.0  # points; a taller title block would leave a laptop's screen no room for the rows


def fill_table(sheet: Worksheet, rows: Rows, document: ProgressDocument) -> None:
    """Fill the sheet; texts that no row is tall enough for go on in the next row."""
    shown = shown_rows(document)
    flat = list(chain.from_iterable(chain.from_iterable(shown)))
    held = grid(TABLE_COLUMNS, flat, complete=False)
    cells = iter(held.rows)
    tall = _add_title(rows, document, held)
    add_head(rows, held)
    head = rows.count
    for section, themes in zip(document.sections, shown, strict=True):
        _across(rows, held, _heading(section), "federation")
        _across(rows, held, section.slogan, "slogan")
        for theme, its_rows in zip(section.themes, themes, strict=True):
            _across(rows, held, theme.lead or theme.label, "theme")
            for row in islice(cells, len(its_rows)):
                _add_row(rows, held, row)
    prepare(sheet, held.widths, head)
    if tall <= _TALLEST_FROZEN:
        sheet.freeze_panes = f"A{head + 1}"
    if rows.count > head:
        last = rows.used.partition(":")[2]
        sheet.auto_filter.ref = f"A{head}:{last}"


def _add_title(rows: Rows, document: ProgressDocument, held: Grid) -> float:
    """Kicker, headline, byline with who reports when, lead; the height of it all in points."""
    above = fitting.height(2)  # the head
    about = (
        document.byline,
        document.reporting_unit and f"填报单位：{document.reporting_unit}",
        f"统计时期：{labels.period_name(document.period)}",
        f"截至日期：{full_day(document.as_of)}",
        f"序时进度：{percent(document.schedule)}",
        f"制表日期：{full_day(document.made_on)}",
    )
    for text, look in (
        (document.kicker, "kicker"),
        (document.headline or labels.headline(document.year), "headline"),
        ("　　".join(filter(None, about)), "byline"),
        *(("　　" + paragraph, "lead") for paragraph in document.lead),
    ):
        above += _across(rows, held, text, look)
    return above


def _heading(section: ProgressSection) -> str:
    return section.heading or section.federation


def _across(rows: Rows, held: Grid, text: str, look: str) -> float:
    """A text across all columns, unless it is empty; its height in points."""
    if not text:
        return 0
    size = LOOKS[look].size
    add_across(rows, text, look, size, held.width, len(held.columns))
    return fitting.height(len(fitting.wrapped(text, held.width, size)), size)


def _add_row(rows: Rows, held: Grid, cells: Sequence[Cell]) -> None:
    needed, most = lines(cells, held.widths), fitting.most_lines()
    if needed <= most:
        rows.add(cells, fitting.height(needed))
        return
    for start in range(0, needed, most):
        part = [
            cell._replace(value=_part(cell.value, width, start, most))
            for cell, width in zip(cells, held.widths, strict=True)
        ]
        rows.add(part, fitting.height(min(most, needed - start)))


def _part(value: Value, width: float, start: int, count: int) -> Value:
    """The lines of a text that stand in one of several rows; a number stands in the first."""
    if not isinstance(value, str):
        return value if start == 0 else None
    return "".join(fitting.wrapped(value, width)[start : start + count]).strip("\n")

"""A table of a chamber's form: what is held in rows, blank rows below to type in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from openpyxl.styles import Alignment, Font, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.return_document import ReturnDocument, ReturnRow, ReturnTable
from moushi.domain.return_book import NUMBER
from moushi.domain.returns import FieldType, FormField
from moushi.output.excel import fitting, labels
from moushi.output.excel import return_words as words
from moushi.output.excel.looks import LOOKS
from moushi.output.excel.return_cells import cell_of, format_of, look_of, printed, width_of
from moushi.output.excel.return_rules import Lists, rule_of
from moushi.output.excel.rows import Cell, Rows
from moushi.output.excel.sheets import PAPER, add_across, prepare

_SIZE = 11.0
_IN_SIGHT = 62.0
"""How wide the help is, in Excel's units: about what a phone shows."""

_WIDEST = PAPER * 1.25  # printed at four fifths
_LEAST_FLEXIBLE = 16.0
_NUMBER_WIDTH = 6.0
_LEAST_LINES = 1.6  # the height of a row that is typed in
_BELOW = 1000  # rows below the last one to which the limits go on


def fill_table(
    sheet: Worksheet, rows: Rows, document: ReturnDocument, table: ReturnTable, lists: Lists
) -> None:
    """Fill the sheet: title, help, heads, the rows as sent, blank ones."""
    fields = table.table.fields
    grid = [_cells(fields, row) for row in table.rows]
    widths = [_NUMBER_WIDTH, *_fitted(fields, _natural(fields, grid))]
    add_title(rows, document, table, widths)
    heads = [Cell(NUMBER, "shown head")]
    heads += [Cell(words.head(field), "shown head" if field.is_locked else "asked head") for field in fields]
    needed = max(_lines(cell.value, width) for cell, width in zip(heads, widths, strict=True))
    rows.add(heads, fitting.height(needed, _SIZE) + 4)
    head = rows.count
    least = fitting.height(1, _SIZE) * _LEAST_LINES
    for row, cells in zip(table.rows, grid, strict=True):
        needed = max(_lines(printed(cell), width) for cell, width in zip(cells, widths[1:], strict=True))
        height = min(max(fitting.height(needed, _SIZE), least), fitting.TALLEST)
        rows.add([Cell(row.number, "shown word"), *cells], height, grows=True)
    empty = [cell_of(field, None) for field in fields]
    for number in range(len(table.rows) + 1, len(table.rows) + table.table.blank + 1):
        rows.add([Cell(number, "shown word"), *empty], least, grows=True)
    prepare(sheet, widths, head)
    freeze(sheet, head, next((n for n, field in enumerate(fields, 2) if not field.is_locked), 2))
    last = rows.count + (_BELOW if table.table.blank else 0)
    _add_rules(sheet, table, lists, head, last)
    if table.table.blank:
        _open_below(sheet, fields)


def freeze(sheet: Worksheet, head: int, column: int) -> None:
    """Keep the heads in sight, and begin in the first cell of the column."""
    sheet.freeze_panes = f"A{head + 1}"
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = f"{get_column_letter(column)}{head + 1}"


def add_title(rows: Rows, document: ReturnDocument, table: ReturnTable, widths: Sequence[float]) -> None:
    """The title with whose and of which period it is, on one line; the help, as wide as a phone shows."""
    count, width = _in_sight(widths)
    told = f"{table.table.title}（{document.chamber}　{labels.period_name(str(document.period))}）"
    rows.add([Cell(told, "form title")], fitting.height(1, LOOKS["form title"].size))
    about = table.table.help + words.legend(table.table.fields, table.table.help)
    add_across(rows, about, "form note", LOOKS["form note"].size, width, count)


def _in_sight(widths: Sequence[float]) -> tuple[int, float]:
    """How many columns a phone shows whole, two at least, and how wide they are together."""
    taken, count = sum(widths[:2]), 2
    for width in widths[2:]:
        if taken + width > _IN_SIGHT:
            break
        taken, count = taken + width, count + 1
    return count, taken


def _cells(fields: Sequence[FormField], row: ReturnRow) -> list[Cell]:
    return [
        cell_of(row.own.get(field.key, field), row.values.get(field.key), look_of(field)) for field in fields
    ]


def _natural(fields: Sequence[FormField], grid: Sequence[Sequence[Cell]]) -> list[float]:
    return [width_of(field, {cells[place] for cells in grid}) for place, field in enumerate(fields)]


def _fitted(fields: Sequence[FormField], widths: Sequence[float]) -> list[float]:
    """Widths that together can still be read on paper: those of longer texts give what is too much."""
    gives = [
        max(width - _LEAST_FLEXIBLE, 0.0) if field.type is FieldType.TEXT else 0.0
        for field, width in zip(fields, widths, strict=True)
    ]
    missing = min(sum(widths) + _NUMBER_WIDTH - _WIDEST, sum(gives))
    if missing <= 0:
        return list(widths)
    return [round(width - missing * give / sum(gives), 1) for width, give in zip(widths, gives, strict=True)]


def _lines(text: object, width: float) -> int:
    held = str(text or "")
    return 1 if 3 * len(held) <= width else len(fitting.wrapped(held, width, _SIZE))


def _add_rules(sheet: Worksheet, table: ReturnTable, lists: Lists, head: int, last: int) -> None:
    """Each field's limits for its cells; rows that ask in a unit of their own have their own."""
    for column, field in enumerate(table.table.fields, 2):
        if field.is_locked or last <= head:
            continue
        letter = get_column_letter(column)
        own: dict[tuple[FieldType, str], list[int]] = defaultdict(list)
        variants: dict[tuple[FieldType, str], FormField] = {}
        for place, row in enumerate(table.rows, head + 1):
            asked = row.own.get(field.key, field)
            own[asked.type, asked.unit].append(place)
            variants.setdefault((asked.type, asked.unit), asked)
        below = head + len(table.rows) + 1
        own[field.type, field.unit] += range(below, last + 1)
        variants.setdefault((field.type, field.unit), field)
        for key, places in own.items():
            refs = [f"{letter}{first}:{letter}{end}" for first, end in _runs(places)]
            if refs and (rule := rule_of(variants[key], refs, lists)):
                sheet.add_data_validation(rule)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers in a row, as their first and last."""
    first = previous = None
    for place in places:
        if previous is None or place != previous + 1:
            if first is not None and previous is not None:
                yield first, previous
            first = place
        previous = place
    if first is not None and previous is not None:
        yield first, previous


def _open_below(sheet: Worksheet, fields: Sequence[FormField]) -> None:
    """Let the columns be typed in below the last row too, in the formats of their fields."""
    for column, field in enumerate((None, *fields), 1):
        dimension = sheet.column_dimensions[get_column_letter(column)]
        look = LOOKS["asked word" if field is None else look_of(field)]
        dimension.font = Font(name=look.face, size=look.size)
        dimension.alignment = Alignment(horizontal=look.align, vertical="center", wrap_text=True)
        dimension.protection = Protection(locked=field is not None and field.is_locked)
        dimension.number_format = "General" if field is None else format_of(field)

"""A roster as the bytes of an .xlsx file; the same document gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.roster_document import Align, RosterColumn, RosterDocument, RosterKind, Value
from moushi.domain.numbers import full_day
from moushi.output.excel import fitting, labels
from moushi.output.excel.archive import packed
from moushi.output.excel.looks import LOOKS, Looks
from moushi.output.excel.rows import Cell, Rows
from moushi.output.excel.sheets import PAPER, prepare
from moushi.output.tabular import fitted, natural_widths

SHEETS = {
    RosterKind.COMMITTEE: "执委名册",
    RosterKind.OFFICERS: "商会班子名册",
    RosterKind.CHAMBERS: "商会基本情况表",
    RosterKind.MEMBERS: "会员名册",
    RosterKind.LEDGER: "台账",
}

_UPRIGHT = 102.0
"""The width of A4 upright between its margins, in Excel's units."""

_ROOM = 1.6  # of a column, beside its text, in Excel's units
_TEXT, _ISO = "@", "yyyy-mm-dd"
_OLDEST = date(1900, 3, 1)  # Excel counts days rightly only from here
_LOOKS = {Align.LEFT: "text", Align.CENTER: "word", Align.RIGHT: "figure"}
_LEAST_LINES = 1.5  # the height of a row, so that a printed list can be read and written on
_AT_ONCE = 500  # rows written in one piece


def roster_xlsx(
    document: RosterDocument, report: Callable[[int, int], None] = lambda _done, _of: None
) -> bytes:
    """One sheet: heading, title, table, notes; `report` is called with the rows done and in all.

    Rows are made as the file is written, so that a list of 100,000 takes little more memory than itself.

    Raises:
        MoushiError: a text holds a character that no Excel file can hold, or is too long for a cell; with
            its sheet and cell.
    """
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = SHEETS[document.kind]
    rows = _Sheet(document, Rows(sheet.title, Looks(workbook)), report)
    _prepare(sheet, document, rows)
    properties = workbook.properties
    properties.title, properties.creator, properties.language = document.title, labels.CREATOR, "zh-CN"
    properties.created = properties.modified = datetime.combine(document.made_on, time())
    workbook.calculation.fullCalcOnLoad = False
    return packed(workbook, {1: rows})


def _prepare(sheet: Worksheet, document: RosterDocument, rows: _Sheet) -> None:
    prepare(sheet, rows.widths, rows.head)
    sheet.page_setup.orientation = "landscape" if rows.is_wide else "portrait"
    sheet.freeze_panes = f"A{rows.head + 1}"
    if document.notice:
        footer = HeaderFooterItem()
        footer.left.text, footer.center.text = document.notice, labels.FOOTER
        sheet.oddFooter = footer
    if len(document.groups) == 1 and not document.groups[0].title:
        last = get_column_letter(len(document.columns))
        sheet.auto_filter.ref = f"A{rows.head}:{last}{rows.head + document.count}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A text across all columns and how it looks."""

    text: str
    look: str


class _Sheet:
    """The rows of a roster: planned first, for their number and widths; made when the file is written."""

    def __init__(self, document: RosterDocument, rows: Rows, report: Callable[[int, int], None]) -> None:
        self._document, self._rows, self._report = document, rows, report
        natural = [width * 2 + _ROOM for width in natural_widths(document)]
        self.is_wide = sum(natural) > _UPRIGHT
        paper = PAPER if self.is_wide else _UPRIGHT
        room = max(paper, sum(natural))  # wider ones are printed smaller
        widths = fitted(document.columns, natural, room)
        self.widths = tuple(round(width, 1) for width in widths)
        made = f"制表日期：{full_day(document.made_on)}"
        above = (
            _Line(document.office, "kicker"),
            _Line(document.title, "headline"),
            _Line(f"{document.subtitle}　　{made}", "byline"),
        )
        self._above = [part for line in above if line.text for part in self._parts(line)]
        self.head = len(self._above) + 1
        notes = (*document.footnotes, *((f"注意：{document.notice}。",) if document.notice else ()))
        self._below = [part for text in notes for part in self._parts(_Line(text, "note"))]
        self._titles = [
            list(self._parts(_Line(group.title, "theme"))) if group.title else [] for group in document.groups
        ]
        titles = sum(map(len, self._titles))
        split = sum(
            len(self._rows_of(row)) - 1
            for group in document.groups
            for row in group.rows
            if any(isinstance(value, str) and len(value) > _SHORT for value in row)
        )
        count = self.head + titles + document.count + split + len(self._below)
        self.used = f"A1:{get_column_letter(len(document.columns))}{count}"

    def pieces(self) -> Iterator[str]:
        """The rows as XML, some hundred at a time."""
        document, rows = self._document, self._rows
        for line in self._above:
            self._add_line(line)
        heads = [Cell(column.head, "head") for column in document.columns]
        needed = max(map(fitting.line_count, (cell.printed for cell in heads), self.widths))
        rows.add(heads, fitting.height(needed) + 6)
        done, of = 0, document.count
        for group, title in zip(document.groups, self._titles, strict=True):
            for line in title:
                self._add_line(line)
            for row in group.rows:
                for cells, height in self._rows_of(row):
                    rows.add(cells, height)
                done += 1
                if done % _AT_ONCE == 0:
                    self._report(done, of)
                    yield rows.taken()
        for line in self._below:
            self._add_line(line)
        yield rows.taken()

    def merges_to_xml(self) -> str:
        """The `mergeCells` element."""
        return self._rows.merges_to_xml()

    def _add_line(self, line: _Line) -> None:
        size = LOOKS[line.look].size
        lines = len(fitting.wrapped(line.text, sum(self.widths), size))
        self._rows.add_across(line.text, line.look, len(self.widths), fitting.height(lines, size))

    def _parts(self, line: _Line) -> Iterator[_Line]:
        """A text in as many rows as the tallest row of Excel makes necessary."""
        size = LOOKS[line.look].size
        wrapped = fitting.wrapped(line.text, sum(self.widths), size)
        most = fitting.most_lines(size)
        for start in range(0, len(wrapped), most):
            yield _Line("".join(wrapped[start : start + most]), line.look)

    def _rows_of(self, row: Sequence[Value]) -> list[tuple[list[Cell], float]]:
        """A row with its height; several where no row is tall enough for its texts."""
        cells = list(map(_cell, self._document.columns, row))
        needed = max(map(fitting.line_count, (cell.printed for cell in cells), self.widths))
        most = fitting.most_lines()
        if needed <= most:
            return [(cells, max(fitting.height(needed), fitting.height(1) * _LEAST_LINES))]
        return [
            (
                [
                    self._part(cell, width, start, most)
                    for cell, width in zip(cells, self.widths, strict=True)
                ],
                fitting.height(min(most, needed - start)),
            )
            for start in range(0, needed, most)
        ]

    def _part(self, cell: Cell, width: float, start: int, most: int) -> Cell:
        if not isinstance(cell.value, str):
            return cell if start == 0 else cell._replace(value=None)
        lines = fitting.wrapped(cell.value, width)[start : start + most]
        return cell._replace(value="".join(lines))


_SHORT = fitting.most_lines()  # characters that fit any column, however narrow, within the tallest row


def _cell(column: RosterColumn, value: Value) -> Cell:
    look = _LOOKS[column.align]
    if isinstance(value, date):
        return Cell(value, look, _ISO) if value >= _OLDEST else Cell(value.isoformat(), look)
    if isinstance(value, str):
        return Cell(value, look, _TEXT if column.code else "General")
    return Cell(value, look)

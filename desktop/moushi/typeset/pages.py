"""Pages: paragraphs set line by line into columns, columns under headings, headings on sheets of paper.

Lengths are points from the sheet's upper left corner unless a name says em. Body lines stand on one grid of
baselines.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .columns import balance
from .fitting import broken_to
from .layout import POINTS_PER_MM, Layout
from .setting import Copy, Measuring, SetLine, plain_measuring, set_lines

LEAST_ROWS = 3
"""Lines of each column that a section running over pages leaves on the page where it begins."""

_FINE = 1e-6
_KEPT_WITH_NEXT = ("kicker", "headline", "byline", "section_heading", "section_slogan")


@dataclass(frozen=True, slots=True)
class Block:
    """A section: its headings and its body; `lines` is how many lines the body is to fill, if that is set."""

    headings: tuple[Copy, ...]
    body: tuple[Copy, ...]
    lines: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line between two points, `weight` points thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


@dataclass(frozen=True, slots=True)
class SetPage:
    """One sheet: its lines in reading order, and its rules."""

    lines: tuple[SetLine, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """The set sheets; of each section how many lines its body has and how deep its columns are, in lines."""

    layout: Layout
    pages: tuple[SetPage, ...]
    section_lines: tuple[int, ...]
    section_rows: tuple[int, ...]

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return left_of(self.layout)

    @property
    def width(self) -> float:
        """The width of a sheet in points."""
        return self.layout.page.width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        """The height of a sheet in points."""
        return self.layout.page.height_mm * POINTS_PER_MM


def left_of(layout: Layout) -> float:
    """Where the first column begins on a sheet: the columns stand in the middle between the margins."""
    page = layout.page
    free = page.text_width_pt - layout.width_pt(layout.columns)
    return page.left_mm * POINTS_PER_MM + free / 2


def set_pages(
    titles: Sequence[Copy],
    blocks: Sequence[Block],
    layout: Layout,
    measuring: Measuring = plain_measuring,
) -> Pages:
    """Set an article: titles across all columns, sections as the layout has them, on the sheets it needs."""
    setter = _Setter(layout, measuring)
    if layout.sections == "flow":
        setter.flow(titles, blocks)
    else:
        setter.titles(titles)
        setter.sections(blocks)
    return setter.done()


def set_column(
    blocks: Sequence[Block], layout: Layout, measuring: Measuring = plain_measuring
) -> tuple[tuple[SetLine, ...], tuple[int, ...], float]:
    """Sections one under the other in one column without end, from (0, 0); their lengths; the whole depth."""
    setter = _Setter(layout, measuring)
    lines: list[SetLine] = []
    counts: list[int] = []
    y = 0.0
    for block in blocks:
        y += layout.roles["body"].leading_pt if lines else 0.0
        for copy in block.headings:
            y, found = setter.across(copy, 1, 0.0, y)
            lines += found
        body = [line for paragraph in setter.body(block) for line in paragraph]
        lines += (line.moved(0.0, y + number * line.height) for number, line in enumerate(body))
        y += sum(line.height for line in body)
        counts.append(len(body))
    return tuple(lines), tuple(counts), y


@dataclass(slots=True)
class _Sheet:
    lines: list[SetLine] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Section:
    """A section's headings and their height, and its body by paragraph, not in their places yet."""

    depth: float
    heads: list[SetLine]
    paragraphs: list[Sequence[SetLine]]

    @property
    def count(self) -> int:
        return sum(map(len, self.paragraphs))


class _Setter:
    """Sets one article; `y` is how far down the type area of the last sheet is used."""

    def __init__(self, layout: Layout, measuring: Measuring) -> None:
        self.layout = layout
        self.measuring = measuring
        self.sheets = [_Sheet()]
        self.y = 0.0
        self.lines_of: list[int] = []
        self.rows_of: list[int] = []
        self.left, self.top = left_of(layout), layout.page.top_mm * POINTS_PER_MM
        self.room = layout.page.text_height_pt
        self.leading = layout.roles["body"].leading_pt
        self.gutter = layout.gutter_em * layout.character_pitch_pt
        self.step = layout.width_pt(1) + self.gutter

    def done(self) -> Pages:
        """What was set."""
        pages = tuple(SetPage(tuple(sheet.lines), tuple(sheet.rules)) for sheet in self.sheets)
        return Pages(self.layout, pages, tuple(self.lines_of), tuple(self.rows_of))

    def put(self, line: SetLine, x: float, y: float) -> None:
        """Put a line on the last sheet, by its place in the type area."""
        self.sheets[-1].lines.append(line.moved(self.left + x, self.top + y))

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Put a rule on the last sheet, where the layout has rules."""
        if self.layout.rule_pt:
            left, top = self.left, self.top
            rule = Rule(left + x1, top + y1, left + x2, top + y2, self.layout.rule_pt)
            self.sheets[-1].rules.append(rule)

    def new_sheet(self) -> None:
        """Go on on another sheet."""
        self.sheets.append(_Sheet())
        self.y = 0.0

    def lines(self, copy: Copy, measure: float, broken_at: float | None = None) -> tuple[SetLine, ...]:
        """A paragraph's lines, not in their place yet."""
        return set_lines(copy, self.layout, measure, broken_at=broken_at, measuring=self.measuring)

    def across(self, copy: Copy, columns: int, x: float, y: float) -> tuple[float, list[SetLine]]:
        """A paragraph that runs across some columns, and how far down it reaches."""
        setting = self.layout.roles[copy.role]
        y += setting.space_before_pt if y else 0.0
        lines = self.lines(copy, self.layout.width_em(columns, copy.role))
        placed = [line.moved(x, y + number * line.height) for number, line in enumerate(lines)]
        return y + len(lines) * setting.leading_pt + setting.space_after_pt, placed

    def body(self, block: Block) -> list[Sequence[SetLine]]:
        """The lines of a section's body by paragraph, in as many as it is to fill where that can be."""
        measure, indent = self.layout.measure_em, self.layout.first_indent_em
        measures: Sequence[float] = [measure] * len(block.body)
        if block.lines is not None:
            measures = broken_to(block.lines, [copy.text for copy in block.body], measure, indent)
        return [self.lines(copy, measure, own) for copy, own in zip(block.body, measures, strict=True)]

    def titles(self, titles: Iterable[Copy]) -> None:
        """Kicker, headline, byline and lead across the whole sheet."""
        before = ""
        for copy in titles:
            setting = self.layout.roles[copy.role]
            if copy.role == before:  # spaces stand around a role's paragraphs, not between them
                self.y -= setting.space_after_pt + setting.space_before_pt
            before = copy.role
            below, lines = self.across(copy, self.layout.columns, 0.0, self.y)
            if below > self.room and self.sheets[-1].lines:
                self.new_sheet()
                below, lines = self.across(copy, self.layout.columns, 0.0, 0.0)
            used = 0.0  # of the paragraph, by the sheets that it has filled
            for line in lines:
                if line.y - used + line.height > self.room + _FINE and self.sheets[-1].lines:
                    self.new_sheet()
                    used = line.y
                self.put(line, 0.0, -used)
            self.y = below - used

    def sections(self, blocks: Sequence[Block]) -> None:
        """Sections side by side or one by one; one too long for a sheet by itself, through all columns."""
        layout = self.layout
        side_by_side = layout.sections == "side-by-side"
        abreast = layout.columns // layout.section_columns if side_by_side else 1
        waiting: list[_Section] = []
        for block in blocks:
            section = _Section(*self._heads(block), self.body(block))
            rows = math.ceil(section.count / layout.section_columns)
            too_long = self._rows(self._grid(section.depth)) < rows
            if waiting and (too_long or len(waiting) == abreast):
                self.band(waiting, layout.section_columns)
                waiting = []
            if too_long:
                self.band([section], layout.columns)
            else:
                waiting.append(section)
        if waiting:
            self.band(waiting, layout.section_columns)

    def band(self, band: Sequence[_Section], spans: int) -> None:
        """Sections side by side: headings over their columns, body lines on the grid, sheet after sheet.

        On one sheet a section stands whole before the next, as it is read.
        """
        across = self.layout.width_pt(spans) + self.gutter
        rows_of = [math.ceil(section.count / spans) for section in band]
        self.lines_of += [section.count for section in band]
        self.rows_of += rows_of
        depth, needed = max(section.depth for section in band), max(rows_of)
        gap = self.leading if self.y else 0.0
        begins = self._grid(self.y + gap + depth)
        below = self.y + gap + depth > self.room + _FINE  # also of headings without a body
        if self.y and (below or self._rows(begins) < min(needed, LEAST_ROWS)):
            self.new_sheet()
            gap, begins = 0.0, self._grid(depth)
        if gap:
            middle = self.y + gap / 2
            self.rule(0.0, middle, self.layout.width_pt(self.layout.columns), middle)
        top = self.y + gap
        heads = [section.heads for section in band]
        rest = [section.paragraphs for section in band]
        while True:
            rows = max(self._rows(begins), 1)
            deepest = 0
            for number, paragraphs in enumerate(rest):
                for line in heads[number]:
                    self.put(line, number * across, top)
                columns, rest[number] = _filled(paragraphs, spans, rows)
                for column, lines in enumerate(columns):
                    for row, line in enumerate(lines):
                        self.put(line, number * across + column * self.step, begins + row * self.leading)
                    deepest = max(deepest, len(lines))
            self.y = begins + deepest * self.leading
            for number in range(1, len(band)):
                x = number * across - self.gutter / 2
                self.rule(x, top, x, self.y)
            if not any(rest):
                return
            self.new_sheet()
            heads = [[] for _ in band]
            top = begins = 0.0

    def flow(self, titles: Sequence[Copy], blocks: Sequence[Block]) -> None:
        """Everything one after the other: no heading at a sheet's foot, no single last line at its head."""
        wide = self.layout.columns
        paragraphs: list[Sequence[SetLine]] = [
            self.lines(copy, self.layout.width_em(wide, copy.role)) for copy in titles
        ]
        for block in blocks:
            paragraphs += [self.lines(copy, self.layout.width_em(1, copy.role)) for copy in block.headings]
            body = self.body(block)
            self.lines_of.append(sum(map(len, body)))
            self.rows_of.append(self.lines_of[-1])
            paragraphs += body
        for number, lines in enumerate(paragraphs):
            self._flow_paragraph(lines, paragraphs[number + 1] if number + 1 < len(paragraphs) else [])

    def _flow_paragraph(self, lines: Sequence[SetLine], following: Sequence[SetLine]) -> None:
        if not lines:
            return
        setting = self.layout.roles[lines[0].role]
        y = self.y + (setting.space_before_pt if self.y else 0.0)
        height = sum(line.height for line in lines)
        if lines[0].role in _KEPT_WITH_NEXT:
            with_next = height + setting.space_after_pt + sum(line.height for line in following[:2])
            if self.y and y + with_next > self.room + _FINE and with_next <= self.room:
                self.new_sheet()
                y = 0.0
        for number, line in enumerate(lines):
            left = len(lines) - number
            full = y + line.height > self.room + _FINE
            strands = left == 2 and number and y + 2 * line.height > self.room + _FINE  # its last line alone
            if (full or strands) and self.sheets[-1].lines:
                self.new_sheet()
                y = 0.0
            self.put(line, 0.0, y)
            y += line.height
        self.y = y + setting.space_after_pt

    def _heads(self, block: Block) -> tuple[float, list[SetLine]]:
        y = 0.0
        lines: list[SetLine] = []
        for copy in block.headings:
            y, found = self.across(copy, self.layout.section_columns, 0.0, y)
            lines += found
        return y, lines

    def _grid(self, y: float) -> float:
        """The next line of the grid at or below a height."""
        return math.ceil(y / self.leading - _FINE) * self.leading

    def _rows(self, y: float) -> int:
        """The lines of the body that fit from a height to the foot of the type area."""
        return max(int((self.room - y) / self.leading + _FINE), 0)


def _filled(
    paragraphs: Sequence[Sequence[SetLine]], columns: int, rows: int
) -> tuple[list[Sequence[SetLine]], list[Sequence[SetLine]]]:
    """Columns of at most `rows` lines, balanced when all fits, else full; and the paragraphs left over."""
    if sum(map(len, paragraphs)) <= columns * rows:
        found = balance(paragraphs, columns)
        return [[paragraphs[p][n] for p, n in column] for column in found], []
    flat = [line for paragraph in paragraphs for line in paragraph]
    filled: list[Sequence[SetLine]] = []
    start = 0
    for _ in range(columns):
        end = min(start + rows, len(flat))
        strands = end < len(flat) and flat[end].last and not flat[end - 1].last
        if strands and end - start > LEAST_ROWS:
            end -= 1  # or a paragraph's last line would stand alone at the next column's head
        filled.append(flat[start:end])
        start = end
    left: list[list[SetLine]] = [[]]
    for line in flat[start:]:
        left[-1].append(line)
        if line.last:
            left.append([])
    return filled, [*filter(None, left)]

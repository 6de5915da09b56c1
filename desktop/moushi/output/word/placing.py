"""Where the composed page has its sections, for Word to begin them there too.

The rules are those of `typeset.pages`; only as many lines are composed as it takes to know the place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moushi.compile.documents import ArticleDocument, Section
from moushi.compile.setting import body_measures
from moushi.typeset.layout import Layout
from moushi.typeset.lines import Line, compose
from moushi.typeset.pages import LEAST_ROWS

_MOST_LINES = 300  # of a section: after more, Word is too far from the composed page for a place to be known
_FINE = 1e-6


@dataclass(frozen=True, slots=True)
class Setting:
    """A section as composed: its lines by paragraph, and the height of its headings in points."""

    section: Section
    lines: Sequence[Sequence[Line]]
    heading_pt: float

    @property
    def count(self) -> int:
        """How many lines the body has, or more than could be counted."""
        return sum(map(len, self.lines))


@dataclass(frozen=True, slots=True)
class Band:
    """Sections that stand side by side, each over so many columns.

    `new_page`: they begin a page; `apart`: a gap and a rule stand above them. `head_pt` is the height from
    the headings' top to the body, `rows` the lines of the deepest column.
    """

    settings: Sequence[Setting]
    columns: int
    new_page: bool
    apart: bool
    head_pt: float
    rows: int

    @property
    def room_pt(self) -> float:
        """The room between the last heading and the body that brings the body onto the grid."""
        return self.head_pt - max(setting.heading_pt for setting in self.settings)


def bands(document: ArticleDocument, layout: Layout) -> Iterator[Band]:
    """The bands from the top, where the composed page has them.

    Only sections side by side are never divided between two pages, since Word would set the second before the
    rest of the first: they begin another page. Below a section of which not all lines were composed, sections
    side by side begin a page, stacked ones follow wherever Word is.
    """
    leading = layout.roles["body"].leading_pt
    y: float | None = _title_height(document, layout)
    for settings, columns in _abreast(document, layout):
        head_pt = max(setting.heading_pt for setting in settings)
        rows = max(math.ceil(setting.count / columns) for setting in settings)
        if y is None and layout.sections == "stacked":
            yield Band(settings, columns, new_page=False, apart=True, head_pt=head_pt, rows=rows)
            continue
        fresh = _on_grid(head_pt, layout)
        placed = layout.sections == "side-by-side" and columns == layout.section_columns
        needed = rows if placed else min(rows, LEAST_ROWS)
        gap = leading if y else 0.0
        headed = (y or 0.0) + gap + head_pt
        begins = _on_grid(headed, layout)
        below = headed > layout.page.text_height_pt + _FINE  # also of headings without a body
        new_page = y is None or (y > 0 and (below or _rows_below(begins, layout) < needed))
        if new_page:
            y, gap, begins = 0.0, 0.0, fresh
        yield Band(settings, columns, new_page, gap > 0, begins - (y or 0.0) - gap, rows)
        counted = all(setting.count <= _MOST_LINES for setting in settings)
        y = _end(settings, columns, begins, layout) if counted else None


def _abreast(document: ArticleDocument, layout: Layout) -> Iterator[tuple[list[Setting], int]]:
    """Sections from the left, as many as the columns allow; one longer than a page through all columns."""
    most = layout.columns // layout.section_columns if layout.sections == "side-by-side" else 1
    waiting: list[Setting] = []
    for section in document.sections:
        setting = _compose(section, layout)
        room = _rows_below(_on_grid(setting.heading_pt, layout), layout)
        too_long = setting.count > room * layout.section_columns
        if waiting and (too_long or len(waiting) == most):
            yield waiting, layout.section_columns
            waiting = []
        if too_long:
            yield [setting], layout.columns
        else:
            waiting.append(setting)
    if waiting:
        yield waiting, layout.section_columns


def _compose(section: Section, layout: Layout) -> Setting:
    lines: list[list[Line]] = []
    count = 0
    for paragraph, measure in zip(section.paragraphs, body_measures(section, layout), strict=True):
        lines.append(compose(paragraph.text, measure, layout.first_indent_em))
        count += len(lines[-1])
        if count > _MOST_LINES:
            break
    heads = (("section_heading", section.heading), ("section_slogan", section.slogan))
    parts = [(role, run.text) for role, run in heads if run]
    return Setting(section, lines, _height(parts, layout, layout.section_columns))


def _title_height(document: ArticleDocument, layout: Layout) -> float:
    heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
    parts = [(role, run.text) for role, run in heads if run]
    parts += [("lead", paragraph.text) for paragraph in document.lead]
    return _height(parts, layout, layout.columns)


def _height(parts: Sequence[tuple[str, str]], layout: Layout, columns: int) -> float:
    """The height in points of paragraphs, by role and text, that run across so many columns."""
    y, before = 0.0, ""
    for role, text in parts:
        setting = layout.roles[role]
        lines = compose(text, layout.width_em(columns, role), setting.first_indent_em)
        if role == before:  # spaces stand around a role's paragraphs, not between them
            y -= setting.space_after_pt + setting.space_before_pt
        before = role
        y += setting.space_before_pt if y else 0.0
        y += len(lines) * setting.leading_pt + setting.space_after_pt
    return y


def _end(settings: Sequence[Setting], columns: int, begins: float, layout: Layout) -> float:
    """How far down its last page a band ends whose body begins at a height."""
    rest = [[line.last for lines in setting.lines for line in lines] for setting in settings]
    while True:
        rows = max(_rows_below(begins, layout), 1)
        left = [_left_over(lasts, columns, rows) for lasts in rest]
        if not any(left):
            deepest = max(math.ceil(len(lasts) / columns) for lasts in rest)
            return begins + deepest * layout.roles["body"].leading_pt
        rest, begins = left, 0.0


def _left_over(lasts: list[bool], columns: int, rows: int) -> list[bool]:
    """What goes on to the next page, each line told by whether it is its paragraph's last.

    No last line stands alone at the head of a column if the one before can do with a line less.
    """
    if len(lasts) <= columns * rows:
        return []
    start = 0
    for _ in range(columns):
        end = min(start + rows, len(lasts))
        if end < len(lasts) and lasts[end] and not lasts[end - 1] and end - start > LEAST_ROWS:
            end -= 1
        start = end
    return lasts[start:]


def _on_grid(y: float, layout: Layout) -> float:
    leading = layout.roles["body"].leading_pt
    return math.ceil(y / leading - _FINE) * leading


def _rows_below(y: float, layout: Layout) -> int:
    return max(int((layout.page.text_height_pt - y) / layout.roles["body"].leading_pt + _FINE), 0)

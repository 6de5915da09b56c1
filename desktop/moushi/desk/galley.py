"""Galleys: a compiled article set line by line in a layout, every line in its place, for screen and paper.

Sections stand as the layout sets them, in balanced columns under their headings; nothing is parted to pages.
Lengths are points unless a name says em.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from moushi.compile.documents import ArticleDocument, Paragraph, Ref, Run, RunRole, Section
from moushi.typeset.columns import balance
from moushi.typeset.justify import Glyph, place
from moushi.typeset.layout import Layout
from moushi.typeset.lines import Line, compose

_COMPOSED = 4096  # paragraphs kept as they were composed last


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of a line, and the words that they come from."""

    start: int
    end: int
    ref: Ref | None
    role: RunRole


@dataclass(frozen=True, slots=True)
class GalleyLine:
    """A line in its place: its box from (x, y), its glyphs in em of `size` from the box's left edge.

    `last` says whether it ends its paragraph.
    """

    role: str
    text: str
    glyphs: tuple[Glyph, ...]
    parts: tuple[Part, ...]
    x: float
    y: float
    width: float
    height: float
    size: float
    last: bool

    def ref_at(self, x: float) -> Ref | None:
        """What the character at a distance from the box's left edge comes from; beyond the text, the last."""
        count = 0
        for glyph, then in zip(self.glyphs, (*self.glyphs[1:], None), strict=True):
            end = glyph.x + glyph.advance
            if x < (end if then is None else max(end, then.x)) * self.size:  # marks reach to the left
                break
            count += len(glyph.text)
        found = [part for part in self.parts if part.start <= count]
        return found[-1].ref if found else None


@dataclass(frozen=True, slots=True)
class Galley:
    """The set article: its size, its lines in reading order, and the lines of each section's body."""

    layout: Layout
    width: float
    height: float
    lines: tuple[GalleyLine, ...]
    characters: int
    section_lines: tuple[int, ...]

    def lines_of(self, record_id: UUID, field: str | None = None) -> list[int]:
        """The numbers of the lines in which words of a record stand."""
        return [
            number
            for number, line in enumerate(self.lines)
            if any(
                part.ref and part.ref.id == record_id and field in (None, part.ref.field)
                for part in line.parts
            )
        ]


def compose_galley(document: ArticleDocument, layout: Layout) -> Galley:
    """The whole article: title block and lead across the columns, sections below."""
    y, lines = _titles(document, layout)
    bodies: list[int] = []
    for band in _bands(document.sections, layout):
        y += layout.roles["body"].leading_pt if lines else 0.0
        lowest = y
        for number, section in enumerate(band):
            step = layout.width_pt(layout.section_columns) + layout.gutter_em * layout.character_pitch_pt
            set_lines, below, body = _section(section, layout, number * step, y)
            lines += set_lines
            lowest = max(lowest, below)
            bodies.append(body)
        y = lowest
    return Galley(
        layout, layout.width_pt(layout.columns), y, tuple(lines), document.characters, tuple(bodies)
    )


def compose_strip(document: ArticleDocument, layout: Layout) -> Galley:
    """The sections one under the other in one column: a galley proof, for working on a plan."""
    strip = replace(layout, columns=1, section_columns=1)
    y, lines, bodies = 0.0, list[GalleyLine](), list[int]()
    for section in document.sections:
        y += layout.roles["body"].leading_pt if lines else 0.0
        set_lines, y, body = _section(section, strip, 0.0, y)
        lines += set_lines
        bodies.append(body)
    return Galley(layout, layout.width_pt(1), y, tuple(lines), document.characters, tuple(bodies))


def _titles(document: ArticleDocument, layout: Layout) -> tuple[float, list[GalleyLine]]:
    heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
    parts: list[tuple[str, Sequence[Run]]] = [(role, (run,)) for role, run in heads if run]
    parts += [("lead", paragraph.runs) for paragraph in document.lead]
    y, lines = 0.0, list[GalleyLine]()
    for role, runs in parts:
        set_lines, y = _across(role, runs, layout, layout.columns, 0.0, y)
        lines += set_lines
    return y, lines


def _across(
    role: str, runs: Sequence[Run], layout: Layout, columns: int, x: float, y: float
) -> tuple[list[GalleyLine], float]:
    """A paragraph that runs across some columns, and where the next one begins."""
    setting = layout.roles[role]
    y += setting.space_before_pt if y else 0.0
    lines = _lines(role, runs, layout, layout.width_em(columns, role), setting.first_indent_em)
    placed = [_at(line, x, y + n * line.height) for n, line in enumerate(lines)]
    return placed, y + len(lines) * setting.leading_pt + setting.space_after_pt


def _bands(sections: Iterable[Section], layout: Layout) -> Iterator[list[Section]]:
    """Sections that stand side by side: as many as the columns allow, or one by one."""
    abreast = layout.columns // layout.section_columns if layout.sections == "side-by-side" else 1
    waiting: list[Section] = []
    for section in sections:
        waiting.append(section)
        if len(waiting) == abreast:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _section(section: Section, layout: Layout, x: float, y: float) -> tuple[list[GalleyLine], float, int]:
    """A section from (x, y): its lines, where it ends below, and how many lines its body has."""
    lines: list[GalleyLine] = []
    for role, run in (("section_heading", section.heading), ("section_slogan", section.slogan)):
        if run:
            heading, y = _across(role, (run,), layout, layout.section_columns, x, y)
            lines += heading
    paragraphs = [_body(paragraph, layout) for paragraph in section.paragraphs]
    tallest = 0
    step = layout.width_pt(1) + layout.gutter_em * layout.character_pitch_pt
    for number, column in enumerate(balance(paragraphs, layout.section_columns)):
        for row, (paragraph, line) in enumerate(column):
            set_line = paragraphs[paragraph][line]
            lines.append(_at(set_line, x + number * step, y + row * set_line.height))
        tallest = max(tallest, len(column))
    return lines, y + tallest * layout.roles["body"].leading_pt, sum(map(len, paragraphs))


def _body(paragraph: Paragraph, layout: Layout) -> tuple[GalleyLine, ...]:
    return _lines("body", paragraph.runs, layout, layout.measure_em, layout.first_indent_em)


def _lines(
    role: str, runs: Sequence[Run], layout: Layout, measure: float, indent: float
) -> tuple[GalleyLine, ...]:
    """A paragraph's lines, not in their place yet."""
    setting = layout.roles[role]
    size = setting.size_pt * layout.character_pitch_pt / layout.roles["body"].size_pt  # as close as the body
    box = (measure * size, setting.leading_pt, size)
    return _set(role, tuple(runs), round(measure, 6), indent, setting.align, box)


@lru_cache(maxsize=_COMPOSED)
def _set(
    role: str,
    runs: tuple[Run, ...],
    measure: float,
    indent: float,
    align: str,
    box: tuple[float, float, float],
) -> tuple[GalleyLine, ...]:
    """A paragraph's lines; `box` is a line's width and height and the size of its type in points."""
    text = "".join(run.text for run in runs)
    marks = (*_edges(runs),)
    lines = []
    for line, glyphs in _composed(text, measure, indent):
        shift = _shift(align, glyphs, measure, line)
        placed = tuple(Glyph(g.text, g.x + shift, g.advance) for g in glyphs) if shift else glyphs
        first, beyond = bisect_right(marks, line.start) - 1, bisect_left(marks, line.end)
        parts = tuple(
            Part(
                max(marks[n] - line.start, 0),
                min(marks[n + 1], line.end) - line.start,
                runs[n].ref,
                runs[n].role,
            )
            for n in range(first, beyond)
            if marks[n] < marks[n + 1]
        )
        lines.append(GalleyLine(role, line.text, placed, parts, 0.0, 0.0, *box, line.last))
    return tuple(lines)


@lru_cache(maxsize=_COMPOSED)
def _composed(text: str, measure: float, indent: float) -> tuple[tuple[Line, tuple[Glyph, ...]], ...]:
    lines = compose(text, measure, indent)
    return tuple((line, _placed(line.text, line.indent, line.last, measure)) for line in lines)


@lru_cache(maxsize=8 * _COMPOSED)  # of a paragraph that is being typed in most lines stay
def _placed(text: str, indent: float, last: bool, measure: float) -> tuple[Glyph, ...]:
    return tuple(place(Line(text, 0, len(text), indent, last), measure))


def _edges(runs: Iterable[Run]) -> Iterator[int]:
    at = 0
    yield at
    for run in runs:
        at += len(run.text)
        yield at


def _shift(align: str, glyphs: Sequence[Glyph], measure: float, line: Line) -> float:
    """How far a line that is not justified moves to the right, in em."""
    if align not in ("center", "right") or not line.last:
        return 0.0
    end = max((glyph.x + glyph.advance for glyph in glyphs), default=0.0)
    room = max(measure - end, 0.0)
    return room / 2 if align == "center" else room


def _at(line: GalleyLine, x: float, y: float) -> GalleyLine:
    box = (line.width, line.height, line.size)  # by hand: `replace` takes three times as long
    return GalleyLine(line.role, line.text, line.glyphs, line.parts, x, y, *box, line.last)

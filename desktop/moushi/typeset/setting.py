"""Setting a paragraph: spans of text in, lines with placed glyphs out; what stays the same is not set again.

What is set is neutral: a span's mark is whatever its giver understands by it. Lengths are points unless a
name says em.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .justify import Glyph, Measurer, nominal, place
from .layout import Layout
from .lines import Line, compose

Measuring = Callable[[str], Measurer]
"""For a role's name the measurer of its face's letters and digits; it places glyphs and breaks no line."""

_KEPT = 4096  # paragraphs kept as they were set last


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one origin; `role` names the face they stand in where it is not the paragraph's."""

    text: str
    mark: object = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph to be set in a role of the layout."""

    role: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words of all spans."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of a line, the mark of the words they come from, and their face's role."""

    start: int
    end: int
    mark: object
    role: str


@dataclass(frozen=True, slots=True)
class SetLine:
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

    def moved(self, x: float, y: float) -> SetLine:
        """The line that much further right and down."""
        place = (self.x + x, self.y + y)  # by hand: `dataclasses.replace` takes three times as long
        box = (self.width, self.height, self.size)
        return SetLine(self.role, self.text, self.glyphs, self.parts, *place, *box, self.last)

    def mark_at(self, x: float) -> object:
        """The mark of the character at a distance from the box's left edge; beyond the text, the last."""
        count = 0
        for glyph, then in zip(self.glyphs, (*self.glyphs[1:], None), strict=True):
            end = glyph.x + glyph.advance
            if x < (end if then is None else max(end, then.x)) * self.size:  # marks reach to the left
                break
            count += len(glyph.text)
        found = [part for part in self.parts if part.start <= count]
        return found[-1].mark if found else None


def plain_measuring(_role: str) -> Measurer:
    """Half an em for each letter and digit, in whatever face."""
    return nominal


def set_lines(
    copy: Copy,
    layout: Layout,
    measure: float,
    *,
    broken_at: float | None = None,
    measuring: Measuring = plain_measuring,
) -> tuple[SetLine, ...]:
    """A paragraph in lines of `measure` em of its role, each at (0, 0).

    `broken_at` is the measure to break lines at where it is another: they are spaced out to `measure`.
    """
    setting = layout.roles[copy.role]
    size = setting.size_pt * layout.character_pitch_pt / layout.roles["body"].size_pt  # as close as the body
    breaking = round(measure if broken_at is None else broken_at, 6)
    indent = setting.first_indent_em
    box = (measure * size, setting.leading_pt, size)
    measurer = measuring(copy.role)
    return _set(copy, round(measure, 6), breaking, indent, setting.align, box, measurer)


@lru_cache(maxsize=_KEPT)
def _set(
    copy: Copy,
    measure: float,
    breaking: float,
    indent: float,
    align: str,
    box: tuple[float, float, float],
    measurer: Measurer,
) -> tuple[SetLine, ...]:
    """A paragraph's lines; `box` is a line's width and height and the size of its type in points."""
    edges = (*_edges(copy.spans),)
    return tuple(
        SetLine(
            copy.role,
            line.text,
            _aligned(_placed(line.text, line.indent, line.last, measure, measurer), align, measure, line),
            (*_parts(copy.spans, edges, line),),
            0.0,
            0.0,
            *box,
            line.last,
        )
        for line in _broken(copy.text, breaking, indent)
    )


@lru_cache(maxsize=_KEPT)
def _broken(text: str, measure: float, indent: float) -> tuple[Line, ...]:
    return tuple(compose(text, measure, indent))


@lru_cache(maxsize=8 * _KEPT)  # of a paragraph that is being typed in most lines stay
def _placed(text: str, indent: float, last: bool, measure: float, measurer: Measurer) -> tuple[Glyph, ...]:
    return tuple(place(Line(text, 0, len(text), indent, last), measure, measurer))


def _parts(spans: Sequence[Span], edges: Sequence[int], line: Line) -> Iterator[Part]:
    """The parts of a line; `edges` is where each span begins in the paragraph, and the paragraph's end."""
    for n in range(bisect_right(edges, line.start) - 1, bisect_left(edges, line.end)):
        if edges[n] < edges[n + 1]:
            start, end = max(edges[n] - line.start, 0), min(edges[n + 1], line.end) - line.start
            yield Part(start, end, spans[n].mark, spans[n].role)


def _edges(spans: Iterable[Span]) -> Iterator[int]:
    at = 0
    yield at
    for span in spans:
        at += len(span.text)
        yield at


def _aligned(glyphs: tuple[Glyph, ...], align: str, measure: float, line: Line) -> tuple[Glyph, ...]:
    """The glyphs of a line that is centred or stands at the right in their places."""
    if align not in ("center", "right") or not line.last:
        return glyphs
    end = max((glyph.x + glyph.advance for glyph in glyphs), default=0.0)
    free = max(measure - end, 0.0)
    shift = free / 2 if align == "center" else free
    return tuple(Glyph(g.text, g.x + shift, g.advance) for g in glyphs) if shift else glyphs

"""Copyfitting: how much room an article takes, against what its sections are to fill, and what to cut first.

Lines are those of the body's columns, as every output breaks them; titles and lead, which run across the
page, count in the whole article only. Characters are counted as newspapers do, without white space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from moushi.compile.documents import ArticleDocument, Ref, Section, counted
from moushi.compile.setting import body_measures, lines_wanted, set_article
from moushi.desk.layouts import NEWSPAPER, layout_or, load_layout
from moushi.typeset.layout import POINTS_PER_MM, Layout
from moushi.typeset.lines import Line, compose, least_width_of

if TYPE_CHECKING:
    from moushi.desk.desk import Desk

FEW = 2
"""Up to so many characters on a paragraph's last line, marks apart, make it the cheapest line to save."""

_KEPT = 4096  # paragraphs as they were measured last
_MOST_CUT = 4  # characters that one would look for to cut; beyond that the line is not cheap


@dataclass(frozen=True, slots=True)
class Target:
    """What a section is to fill: so many lines, or columns of so many millimetres; both None is no target."""

    lines: int | None = None
    mm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """The room that words take: `lines` in which they stand, in part or whole, and their depth in one column.

    `share` is what they fill of these, in lines; `last_line` how much of the last of them is filled, 0 to 1.
    """

    characters: int = 0
    lines: int = 0
    share: float = 0.0
    last_line: float = 0.0
    depth_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Against:
    """A section against its target, in lines; fitting it would bring it to `reached`."""

    target: int
    over: int
    characters: int
    reached: int

    @property
    def missed(self) -> int:
        """By how many lines fitting misses the target: above 0 still too long, below 0 still too short."""
        return self.reached - self.target


@dataclass(frozen=True, slots=True)
class Saving:
    """A paragraph whose last line holds one or two characters: cutting `cut` at its end saves the line.

    `ref` is what its last words come from: the item at whose end the line stands.
    """

    ref: Ref
    last: str
    left: int
    cut: int


@dataclass(frozen=True, slots=True)
class SectionFit:
    """A section: its characters (headings included), its body's lines, and how deep its columns are."""

    plan_id: UUID
    federation: str
    extent: Extent
    rows: int
    target: Target
    against: Against | None
    fit: bool
    savings: tuple[Saving, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run's words: where they stand among the lines, from `first` to `last`, and their width in em."""

    characters: int
    first: int
    last: int
    width: float


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph as it is set: its lines, how much of the last is filled, a piece for each run with words.

    `full` are the characters of each line that is neither its first nor its last; `left` and `cut` are those
    on a last line that is cheap to save and those to cut for it, both 0 where there is none.
    """

    lines: int
    last_line: float
    last: str
    pieces: tuple[_Piece | None, ...]
    full: tuple[int, ...]
    left: int = 0
    cut: int = 0


@dataclass(frozen=True)
class CopyFit:
    """A measured article; `article` counts the lines of all bodies, but the characters of everything."""

    layout: Layout
    article: Extent
    line_characters: float
    sections: tuple[SectionFit, ...]
    _pieces: Mapping[UUID, Sequence[_Piece]]
    _last_lines: Mapping[int, float]  # how much of each paragraph's last line is filled, by its number

    @property
    def records(self) -> Collection[UUID]:
        """The records that the bodies' words come from."""
        return self._pieces.keys()

    def extent(self, records: Iterable[UUID]) -> Extent | None:
        """The room of the body's words that come from these records; None when there are none.

        Words of one line are in it once, whosever they are: a line that two items share counts for each of
        them, and once for both together.
        """
        pieces = [piece for record in records for piece in self._pieces.get(record, ())]
        if not pieces:
            return None
        lines = {line for piece in pieces for line in range(piece.first, piece.last + 1)}
        return Extent(
            sum(piece.characters for piece in pieces),
            len(lines),
            sum(piece.width for piece in pieces) / self.layout.measure_em,
            self._last_lines.get(max(lines), 1.0),
            len(lines) * _leading_mm(self.layout),
        )

    @cached_property
    def savings(self) -> tuple[Saving, ...]:
        """The cheapest lines of the whole article, the fewest characters first."""
        found = (saving for section in self.sections for saving in section.savings)
        return tuple(sorted(found, key=lambda saving: saving.cut))


def paper_layout(document: ArticleDocument, shelf: Desk | Path | None = None) -> Layout:
    """The page that targets are meant for: the article's own, the newspaper's where that is a manuscript.

    `shelf`: where a person's own layouts are.
    """
    own, _ = layout_or(document.layout, NEWSPAPER, shelf)
    return own if own.sections != "flow" else load_layout(NEWSPAPER)


def measure_up(document: ArticleDocument, layout: Layout, rows: Sequence[int] | None = None) -> CopyFit:
    """Measure an article in a layout; `rows`: how deep its sections' columns are, if it is set already."""
    if rows is None:
        rows = set_article(document, layout).section_rows
    bodies = [_body(section, layout) for section in document.sections]
    full = [characters for body in bodies for each in body for characters in each.full]
    per_line = sum(full) / len(full) if full else layout.measure_em
    pieces: dict[UUID, list[_Piece]] = {}
    last_lines: dict[int, float] = {}
    number = 0
    for section, body in zip(document.sections, bodies, strict=True):
        for paragraph, each in zip(section.paragraphs, body, strict=True):
            for run, piece in zip(paragraph.runs, each.pieces, strict=True):
                if run.ref and piece:
                    placed = _Piece(piece.characters, number + piece.first, number + piece.last, piece.width)
                    pieces.setdefault(run.ref.id, []).append(placed)
            number += each.lines
            last_lines[number - 1] = each.last_line
    sections = tuple(
        _measured(section, body, deep, layout, per_line)
        for section, body, deep in zip(document.sections, bodies, rows, strict=True)
    )
    whole = _extent(document.characters, [each for body in bodies for each in body], layout)
    return CopyFit(layout, whole, per_line, sections, pieces, last_lines)


def _measured(
    section: Section, body: Sequence[_Set], rows: int, layout: Layout, per_line: float
) -> SectionFit:
    heads = sum(counted(run.text) for run in (section.heading, section.slogan) if run)
    characters = sum(piece.characters for each in body for piece in each.pieces if piece)
    extent = _extent(heads + characters, body, layout)
    wanted = lines_wanted(section, layout)
    against = None
    if wanted is not None:
        over = extent.lines - wanted
        reached = extent.lines
        if over and not section.fit:
            reached = sum(each.lines for each in _body(replace(section, fit=True), layout))
        against = Against(wanted, over, _about(abs(over) * per_line), reached)
    is_filled = section.fit and against is not None and not against.over
    return SectionFit(
        section.plan_id,
        section.federation,
        replace(extent, depth_mm=rows * _leading_mm(layout)),
        rows,
        Target(section.target_lines, section.target_mm),
        against,
        section.fit,
        () if is_filled else tuple(_savings(section, body)),
    )


def _savings(section: Section, body: Sequence[_Set]) -> Iterator[Saving]:
    """The cheap lines of a section's paragraphs, each with what its last words come from."""
    for paragraph, each in zip(section.paragraphs, body, strict=True):
        ref = next((run.ref for run in reversed(paragraph.runs) if run.text.strip()), None)
        if each.cut and ref:
            yield Saving(ref, each.last, each.left, each.cut)


def _body(section: Section, layout: Layout) -> list[_Set]:
    return [
        _set(tuple(run.text for run in paragraph.runs), measure, layout.measure_em, layout.first_indent_em)
        for paragraph, measure in zip(section.paragraphs, body_measures(section, layout), strict=True)
    ]


@lru_cache(maxsize=_KEPT)
def _set(texts: tuple[str, ...], measure: float, column: float, indent: float) -> _Set:
    """A paragraph of runs broken at a measure, in a column of perhaps another one."""
    text = "".join(texts)
    lines = compose(text, measure, indent)
    if not lines:
        return _Set(0, 0.0, "", (None,) * len(texts), ())
    last = lines[-1]
    fill = min((last.indent + least_width_of(last.text)) / column, 1.0)
    full = tuple(counted(line.text) for line in lines[1:-1])
    left = len(_places(last.text)) if measure == column and len(lines) > 1 else 0
    cut = _cut_to_save(text, measure, indent, len(lines)) if 1 <= left <= FEW else 0
    return _Set(len(lines), fill, last.text, tuple(_pieces(texts, lines)), full, left if cut else 0, cut)


def _cut_to_save(text: str, measure: float, indent: float, lines: int) -> int:
    """How many characters to cut at a paragraph's end to save its last line; 0 where that takes too many."""
    for cut in range(1, _MOST_CUT + 1):
        if len(compose(without_last(text, cut), measure, indent)) < lines:
            return cut
    return 0


def _pieces(texts: Iterable[str], lines: Sequence[Line]) -> Iterator[_Piece | None]:
    """Where the words of each run stand; None for one without any."""
    end = 0
    for text in texts:
        start, end = end, end + len(text)
        found = [number for number, line in enumerate(lines) if line.start < end and line.end > start]
        yield _Piece(counted(text), found[0], found[-1], least_width_of(text)) if found else None


def without_last(text: str, cut: int) -> str:
    """A text without its last so many characters that are no marks; its marks stay."""
    places = _places(text)
    gone = set(places[len(places) - min(cut, len(places)) :])
    return "".join(ch for place, ch in enumerate(text) if place not in gone)


def _places(text: str) -> list[int]:
    """Where the characters of a text stand that are no marks and no blanks."""
    return [place for place, ch in enumerate(text) if unicodedata.category(ch)[0] not in "PZC"]


def _extent(characters: int, body: Sequence[_Set], layout: Layout) -> Extent:
    lines = sum(each.lines for each in body)
    share = sum(each.lines - 1 + each.last_line for each in body if each.lines)
    last = next((each.last_line for each in reversed(body) if each.lines), 0.0)
    return Extent(characters, lines, share, last, lines * _leading_mm(layout))


def _about(characters: float) -> int:
    """A number of characters that claims no more than is known: whole fives, above a hundred tens."""
    step = 5 if characters < 100 else 10
    return max(round(characters / step) * step, step if characters else 0)


def _leading_mm(layout: Layout) -> float:
    return layout.roles["body"].leading_pt / POINTS_PER_MM

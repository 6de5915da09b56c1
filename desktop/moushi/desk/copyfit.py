"""Copyfitting: how much room an article takes, against what its sections are to fill, and what to cut first.

Lines are those of the body's columns, as every output breaks them; titles and lead, which run across the
page, count in the whole article only. Characters are counted as newspapers do, without white space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from moushi.compile.documents import ArticleDocument, Ref, Run, Section, counted
from moushi.compile.setting import body_lines, body_measures, lines_wanted, set_article
from moushi.desk.layouts import NEWSPAPER, layout_or, load_layout
from moushi.typeset.layout import POINTS_PER_MM, Layout
from moushi.typeset.lines import Line, compose, least_width_of

if TYPE_CHECKING:
    from moushi.desk.desk import Desk

FEW = 2
"""Up to so many characters on a paragraph's last line, marks apart, make it the cheapest line to save."""

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
    """Words of one record in a paragraph: where they stand among all body lines, from `first` to `last`."""

    characters: int
    first: int
    last: int
    width: float  # in em


@dataclass(frozen=True)
class CopyFit:
    """A measured article; `article` counts the lines of all bodies, but the characters of everything."""

    layout: Layout
    article: Extent
    line_characters: float
    sections: tuple[SectionFit, ...]
    _pieces: Mapping[UUID, Sequence[_Piece]]
    _filled: Sequence[float]  # how much of each body line is filled

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
            self._filled[max(lines)],
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
    bodies = [body_lines(section, layout) for section in document.sections]
    flat = [line for paragraphs in bodies for lines in paragraphs for line in lines]
    per_line = _line_characters(flat, layout)
    pieces: dict[UUID, list[_Piece]] = {}
    number = 0
    for section, paragraphs in zip(document.sections, bodies, strict=True):
        for paragraph, lines in zip(section.paragraphs, paragraphs, strict=True):
            for run, piece in _run_pieces(paragraph.runs, lines, number):
                if run.ref:
                    pieces.setdefault(run.ref.id, []).append(piece)
            number += len(lines)
    filled = [_fill(line, layout) for line in flat]
    sections = tuple(
        _measured(section, paragraphs, deep, layout, per_line)
        for section, paragraphs, deep in zip(document.sections, bodies, rows, strict=True)
    )
    whole = _extent_of_lines(document.characters, flat, layout)
    return CopyFit(layout, whole, per_line, sections, pieces, filled)


def _measured(
    section: Section, paragraphs: Sequence[Sequence[Line]], rows: int, layout: Layout, per_line: float
) -> SectionFit:
    lines = [line for each in paragraphs for line in each]
    heads = sum(counted(run.text) for run in (section.heading, section.slogan) if run)
    body = sum(counted(paragraph.text) for paragraph in section.paragraphs)
    extent = _extent_of_lines(heads + body, lines, layout)
    wanted = lines_wanted(section, layout)
    against = None
    if wanted is not None:
        over = len(lines) - wanted
        reached = len(lines)
        if over and not section.fit:
            reached = sum(map(len, body_lines(replace(section, fit=True), layout)))
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
        () if is_filled else tuple(_savings(section, paragraphs, layout)),
    )


def _savings(section: Section, paragraphs: Sequence[Sequence[Line]], layout: Layout) -> Iterator[Saving]:
    """The cheap lines of paragraphs that are broken at the column's own measure."""
    measures = body_measures(section, layout)
    for paragraph, lines, measure in zip(section.paragraphs, paragraphs, measures, strict=True):
        runs = [run for run in paragraph.runs if run.text.strip()]
        if len(lines) < 2 or measure != layout.measure_em or not runs or runs[-1].ref is None:
            continue
        left = len(_places(lines[-1].text))
        if not 1 <= left <= FEW:
            continue
        for cut in range(1, _MOST_CUT + 1):
            shorter = without_last(paragraph.text, cut)
            if len(compose(shorter, measure, layout.first_indent_em)) < len(lines):
                yield Saving(runs[-1].ref, lines[-1].text, left, cut)
                break


def without_last(text: str, cut: int) -> str:
    """A text without its last so many characters that are no marks; its marks stay."""
    places = _places(text)
    gone = set(places[len(places) - min(cut, len(places)) :])
    return "".join(ch for place, ch in enumerate(text) if place not in gone)


def _places(text: str) -> list[int]:
    """Where the characters of a text stand that are no marks and no blanks."""
    return [place for place, ch in enumerate(text) if unicodedata.category(ch)[0] not in "PZC"]


def _run_pieces(runs: Iterable[Run], lines: Sequence[Line], number: int) -> Iterator[tuple[Run, _Piece]]:
    """The words of each run and the lines in which they stand, the paragraph's first being `number`."""
    end = 0
    for run in runs:
        start, end = end, end + len(run.text)
        found = [n for n, line in enumerate(lines, number) if line.start < end and line.end > start]
        if found:
            yield run, _Piece(counted(run.text), found[0], found[-1], least_width_of(run.text))


def _extent_of_lines(characters: int, lines: Sequence[Line], layout: Layout) -> Extent:
    filled = [_fill(line, layout) for line in lines]
    last = filled[-1] if filled else 0.0
    return Extent(characters, len(lines), sum(filled), last, len(lines) * _leading_mm(layout))


def _fill(line: Line, layout: Layout) -> float:
    """How much of a column's line is taken, its indent included; a line that is not the last is full."""
    if not line.last:
        return 1.0
    return min((line.indent + least_width_of(line.text)) / layout.measure_em, 1.0)


def _line_characters(lines: Iterable[Line], layout: Layout) -> float:
    """How many characters a full line of the column holds on average; its measure where there is none."""
    full = [counted(line.text) for line in lines if not line.last and not line.indent]
    return sum(full) / len(full) if full else layout.measure_em


def _about(characters: float) -> int:
    """A number of characters that claims no more than is known: whole fives, above a hundred tens."""
    step = 5 if characters < 100 else 10
    return max(round(characters / step) * step, step if characters else 0)


def _leading_mm(layout: Layout) -> float:
    return layout.roles["body"].leading_pt / POINTS_PER_MM

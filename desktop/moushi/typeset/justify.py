"""Where each unit of a composed line stands: marks squeezed or gaps stretched to fill the measure.

The line is already broken; a font's measured widths only move its units. Order of squeezing and stretching:
W3C *Requirements for Chinese Text Layout*, "line adjustment".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from .characters import Blank, Kind, Unit, natural_width, units
from .lines import Line

Measurer = Callable[[str], float]
"""The natural width in em of a run of letters and digits or of a half-width mark."""

_WESTERN = (
    Kind.LETTER,
    Kind.LINKING,
    Kind.LINKING_POINT,
    Kind.PERCENT,
    Kind.NARROW,
    Kind.NARROW_OPENING,
    Kind.NARROW_CLOSING,
)
_WORD_SPACES = (Kind.SPACE, Kind.NO_BREAK_SPACE)
_HANGING = (Kind.SPACE, Kind.WIDE_SPACE, Kind.ZERO_WIDTH_SPACE)
_GAP, _LEAST_GAP, _WIDEST_GAP = 1 / 4, 1 / 8, 1 / 2  # between Han and letters, in em
_WIDEST_SPACE = 1 / 2
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Glyph:
    """A unit of a line, in em: drawn at `x` in its natural width, it takes up `advance` of the line.

    The glyph of an opening mark that is squeezed begins left of the room it takes up, by what was squeezed:
    that is its empty side.
    """

    text: str
    x: float
    advance: float


@dataclass(slots=True)
class _Row:
    """The visible units of a line: a fixed width each, the blank it could give up, and the gap after it."""

    units: list[Unit]
    fixed: list[float]
    blank: list[float]
    gap: list[float]
    solid: list[int] = field(default_factory=list)  # those that take room; the others lie between

    def width(self) -> float:
        return sum(self.fixed) + sum(self.blank) + sum(self.gap)

    def of(self, *kinds: Kind) -> list[int]:
        return [i for i in self.solid if self.units[i].kind in kinds]

    def junctions(self) -> list[int]:
        """The places where a line may open: between units, once for each word space."""
        return [a for a, b in pairwise(self.solid) if self.units[b].kind not in _WORD_SPACES]


def nominal(run: str) -> float:
    """The width in em that line breaking takes a run to have: half an em for each letter or digit."""
    return sum(map(natural_width, run))


def _row(visible: list[Unit], measurer: Measurer) -> _Row:
    """The units at their natural widths; where two marks meet, one gives up the blank between them."""
    row = _Row(visible, [], [], [0.0] * len(visible))
    for i, unit in enumerate(visible):
        natural = measurer(unit.text) if unit.kind in _WESTERN else unit.natural
        blank = 0.0 if unit.kind in _WESTERN else unit.natural - unit.least
        row.fixed.append(natural - blank)
        row.blank.append(blank)
        if natural > 0:
            row.solid.append(i)
    for a, b in pairwise(row.solid):
        one, other = visible[a].kind, visible[b].kind
        if one.blank is Blank.RIGHT and other.blank is not Blank.NONE:
            row.blank[a] = 0.0
        elif one.blank in {Blank.LEFT, Blank.BOTH} and other.blank is Blank.LEFT:
            row.blank[b] = 0.0
        elif {one, other} == {Kind.HAN, Kind.LETTER}:
            row.gap[a] = _GAP
    return row


def _move(lengths: list[float], which: Iterable[int], bound: float, need: float) -> float:
    """Move the lengths towards `bound`, each by an equal part, by `need` in all; what is still needed."""
    free = {i: bound - lengths[i] for i in which if (bound - lengths[i]) * need > 0}
    part = min(1.0, need / sum(free.values())) if free else 0.0
    for i, way in free.items():
        lengths[i] += part * way
    return need - part * sum(free.values())


def _squeeze(row: _Row, need: float) -> None:
    at_end = [i for i in row.solid[-1:] if row.units[i].kind.blank is Blank.RIGHT]
    for lengths, which, bound in (
        (row.blank, at_end, 0.0),
        (row.blank, row.of(*_WORD_SPACES), 0.0),
        (row.blank, row.of(Kind.INTERPUNCT), 0.0),
        (row.blank, row.of(Kind.OPENING, Kind.CLOSING), 0.0),
        (row.blank, row.of(Kind.PAUSE), 0.0),
        (row.gap, row.solid, _LEAST_GAP),
        (row.blank, row.of(Kind.STOP), 0.0),
        (row.gap, row.solid, 0.0),  # breaking counts no gaps at all, so they are the last reserve
    ):
        need = _move(lengths, which, bound, need)


def _stretch(row: _Row, need: float) -> None:
    spaces = row.of(*_WORD_SPACES)
    need = _move(row.blank, spaces, _WIDEST_SPACE - Kind.SPACE.least, need)
    need = _move(row.gap, [i for i in row.solid if row.gap[i]], _WIDEST_GAP, need)
    junctions = row.junctions()
    for i in junctions:
        row.gap[i] += need / len(junctions)


def _shift(kind: Kind, blank: float) -> float:
    """How far a mark's glyph begins left of its room, its blank squeezed to `blank` em."""
    squeezed = kind.natural - kind.least - blank
    return {Blank.LEFT: squeezed, Blank.BOTH: squeezed / 2}.get(kind.blank, 0.0)


def place(line: Line, measure: float, measurer: Measurer = nominal) -> list[Glyph]:
    """Where every unit of `line` stands, in em from the line's start, justified to `measure` em.

    The last line of a paragraph keeps natural widths unless it is too long. The last glyph ends within the
    measure: where the measured letters of a font are too wide for any squeezing, all is set narrower alike.
    Spaces that hang at the line's end take no room.
    """
    found = units(line.text)
    shown = len(found)
    while shown and found[shown - 1].kind in _HANGING and len(found[shown - 1].text) == 1:
        shown -= 1
    row, room = _row(found[:shown], measurer), measure - line.indent
    need = room - row.width()
    if need < 0:
        _squeeze(row, need)
    elif not line.last:
        _stretch(row, need)
    width = row.width()
    scale = room / width if width > room + _TOLERANCE and room > 0 else 1.0
    glyphs, cursor = [], line.indent
    for unit, fixed, blank, gap in zip(row.units, row.fixed, row.blank, row.gap, strict=True):
        advance = (fixed + blank) * scale
        glyphs.append(Glyph(unit.text, cursor - _shift(unit.kind, blank) * scale, advance))
        cursor += advance + gap * scale
    return glyphs + [Glyph(unit.text, cursor, 0.0) for unit in found[shown:]]

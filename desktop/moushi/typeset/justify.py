"""Where each unit of a composed line stands: marks squeezed or gaps stretched to fill the measure.

The line is already broken; a font's measured widths only move its units. Order of squeezing and stretching:
W3C *Requirements for Chinese Text Layout*, "line adjustment". A page has thousands of units and is set again
at every keystroke, so units are told by the codes of their kinds and found with expressions over them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import accumulate
from operator import add
from typing import NamedTuple

from .characters import Blank, Kind, codes_of
from .lines import Line, least_width_of

Measurer = Callable[[str], float]
"""The natural width in em of a run of letters and digits or of a half-width mark."""

nominal: Measurer = lru_cache(maxsize=1024)(least_width_of)  # numbers and names come again and again
"""The width in em that line breaking takes a run to have: half an em for each letter or digit."""


def _codes(*kinds: Kind) -> bytes:
    return "".join(kind.code for kind in kinds).encode()


def _any(*kinds: Kind) -> re.Pattern[bytes]:
    return re.compile(b"[%b]" % re.escape(_codes(*kinds)))


_ZERO_WIDTH = _codes(Kind.ZERO_WIDTH_SPACE, Kind.WORD_JOINER, Kind.EXTENDER, Kind.ZERO_WIDTH_JOINER)
_CONTINUING = _ZERO_WIDTH + _codes(Kind.INSIDE, Kind.PAIRED)
_HANGING = _codes(Kind.SPACE, Kind.WIDE_SPACE, Kind.ZERO_WIDTH_SPACE)
_NATURAL = {ord(kind.code): float(kind.natural) for kind in Kind}

_UNIT = re.compile(b"[%b]*[^%b][%b]*" % (_ZERO_WIDTH, _ZERO_WIDTH, _CONTINUING), re.DOTALL)
_CONTINUED = re.compile(b"[%b]+" % _CONTINUING)
_PAIRED = Kind.PAIRED.code.encode()
_WESTERN = _any(
    *(Kind.LETTER, Kind.LINKING, Kind.LINKING_POINT, Kind.PERCENT),
    *(Kind.NARROW, Kind.NARROW_OPENING, Kind.NARROW_CLOSING),
)
_WORD_SPACE = _any(Kind.SPACE, Kind.NO_BREAK_SPACE)
_GIVES_UP_BLANK = re.compile(rb"[),.](?=[(),.i])|(?<=[(i])\(")  # one of two marks that meet
_MEETS_OTHER_SCRIPT = re.compile(rb"H(?=A)|A(?=H)")
_MOVES_LEFT = _any(*(kind for kind in Kind if kind.blank in {Blank.LEFT, Blank.BOTH}))
_MOVED_BY = {ord(kind.code): 1.0 if kind.blank is Blank.LEFT else 0.5 for kind in Kind}  # of the squeezing

_MARK, _LEAST_MARK = 1.0, 0.5  # all widths in em
_LEAST_SPACE, _WIDEST_SPACE = 1 / 4, 1 / 2
_LEAST_GAP, _GAP, _WIDEST_GAP = 1 / 8, 1 / 4, 1 / 2  # between Han and letters
_TOLERANCE = 1e-9

_SQUEEZED: tuple[tuple[re.Pattern[bytes] | None, float], ...] = (  # in this order; None: gaps between scripts
    (re.compile(b"[%b]$" % _codes(*(kind for kind in Kind if kind.blank is Blank.RIGHT))), _LEAST_MARK),
    (_WORD_SPACE, _LEAST_SPACE),
    (_any(Kind.INTERPUNCT), _LEAST_MARK),
    (_any(Kind.OPENING, Kind.CLOSING), _LEAST_MARK),
    (_any(Kind.PAUSE), _LEAST_MARK),
    (None, _LEAST_GAP),
    (_any(Kind.STOP), _LEAST_MARK),
    (None, 0.0),  # breaking counts no gaps at all, so they are the last reserve
)


class Glyph(NamedTuple):
    """A unit of a line, in em: drawn at `x` in its natural width, it takes up `advance` of the line.

    The glyph of an opening mark that is squeezed begins left of the room it takes up, by what was squeezed,
    that of an interpunct by half of it: that is its empty side. Characters without width join a neighbour.
    """

    text: str
    x: float
    advance: float


_GLYPH = partial(tuple.__new__, Glyph)  # three times as fast as calling Glyph


def _places(pattern: re.Pattern[bytes], heads: bytes) -> list[int]:
    if not pattern.search(heads):  # so it is most often, and this is quicker told
        return []
    return [found.start() for found in pattern.finditer(heads)]


def _measured(text: str, codes: bytes, heads: bytes, measurer: Measurer) -> tuple[list[str], list[float]]:
    """The units of a line and their natural widths; where two marks meet, one has given up its blank."""
    widths = [*map(_NATURAL.__getitem__, heads)]
    if len(heads) == len(codes):
        units = list(text)
    elif _PAIRED in codes or _CONTINUED.match(codes):
        units = []
        for i, found in enumerate(_UNIT.finditer(codes)):
            units.append(text[found.start() : found.end()])
            widths[i] *= 1 + found[0].count(_PAIRED)
    else:  # only runs of letters and digits
        units = list(text)
        for found in reversed([*_CONTINUED.finditer(codes)]):
            start, end = found.start() - 1, found.end()
            units[start:end] = (text[start:end],)
    for found in _WESTERN.finditer(heads):
        widths[found.start()] = measurer(units[found.start()])
    for found in _GIVES_UP_BLANK.finditer(heads):
        widths[found.start()] = _LEAST_MARK
    return units, widths


def _move(lengths: list[float], which: Iterable[int], bound: float, need: float) -> float:
    """Move the lengths towards `bound`, each by an equal part, by `need` in all; what is still needed."""
    ways = [(i, way) for i in which if (way := bound - lengths[i]) * need > 0]
    if not ways:
        return need
    whole = sum([way for _, way in ways])
    part = min(1.0, need / whole)
    for i, way in ways:
        lengths[i] += part * way
    return need - part * whole


def _squeeze(heads: bytes, widths: list[float], gaps: list[float], scripts: list[int], need: float) -> bool:
    """Squeeze what may be, in order; whether that is enough."""
    for pattern, least in _SQUEEZED:
        if pattern is None:
            need = _move(gaps, scripts, least, need)
        elif places := _places(pattern, heads):
            need = _move(widths, places, least, need)
        if need > -_TOLERANCE:
            return True
    return False


def _stretch(heads: bytes, widths: list[float], gaps: list[float], scripts: list[int], need: float) -> None:
    spaces = _places(_WORD_SPACE, heads)
    need = _move(widths, spaces, _WIDEST_SPACE, need)
    need = _move(gaps, scripts, _WIDEST_GAP, need)
    last, joined = len(heads) - 1, [i - 1 for i in spaces if i]  # a line opens after a word space, not before
    part = need / max(last - len(joined), 1)
    gaps[:last] = [gap + part for gap in gaps[:last]]
    for i in joined:
        gaps[i] -= part


def place(line: Line, measure: float, measurer: Measurer = nominal) -> list[Glyph]:
    """Where every unit of `line` stands, in em from the column's edge, justified to `measure` em.

    The last line of a paragraph keeps natural widths unless it is too long. The last glyph ends within the
    measure: where the measured letters of a font are too wide for any squeezing, all is set narrower alike.
    Spaces that hang at the line's end take no room.
    """
    codes = codes_of(line.text)
    shown = codes.rstrip(_HANGING)
    hanging = line.text[len(shown) :]
    heads = shown.translate(None, _CONTINUING)
    if not heads:
        return [Glyph(ch, line.indent, 0.0) for ch in line.text]
    units, widths = _measured(line.text[: len(shown)], shown, heads, measurer)
    gaps = [0.0] * len(heads)
    scripts = _places(_MEETS_OTHER_SCRIPT, heads)
    for i in scripts:
        gaps[i] = _GAP
    room = measure - line.indent
    need = room - sum(widths) - _GAP * len(scripts)
    fits = True
    if need < 0:
        fits = _squeeze(heads, widths, gaps, scripts, need)
    elif not line.last:
        _stretch(heads, widths, gaps, scripts, need)
    steps = list(map(add, widths, gaps))
    scale = 1.0
    if not fits and room > 0:
        scale = room / sum(steps)
        steps, widths = [step * scale for step in steps], [width * scale for width in widths]
    edges = list(accumulate(steps, initial=line.indent))
    end = edges[-1]
    for i in _places(_MOVES_LEFT, heads):
        edges[i] -= (_MARK * scale - widths[i]) * _MOVED_BY[heads[i]]
    glyphs = [*map(_GLYPH, zip(units, edges, widths, strict=False))]
    if hanging:
        glyphs += [Glyph(ch, end, 0.0) for ch in hanging]
    return glyphs

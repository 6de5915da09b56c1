"""Line breaking as Chinese newspapers do it: greedy, by least widths, back to the last legal break.

Widths are nominal em widths, never those of a font, so that a page breaks alike on every machine.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import or_

from .characters import SPLITS_CHARACTER, Kind, codes_of

_QUARTERS = 4  # every least width is a whole number of quarter ems, so sums are exact
_TOLERANCE = 1e-6  # a measure worked out from points may fall short by a rounding error


def _table(values: dict[str, int]) -> bytes:
    return bytes(values.get(chr(code), 0) for code in range(256))


_LEAST = _table({kind.code: int(kind.least * _QUARTERS) for kind in Kind})
_BEFORE = _table({kind.code: kind.before for kind in Kind})
_AFTER = _table({kind.code: kind.after for kind in Kind})

_BLANKS_AFTER_OPENING = re.compile(rb"[(\[/][ _zx]+")
_HANGING = re.compile(rb"[ _z]*")
_CHARACTER_END = re.compile(rb"[\x00-\x07]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: `text` is paragraph[start:end], `indent` in em, `last` of its paragraph."""

    text: str
    start: int
    end: int
    indent: float
    last: bool


@dataclass(frozen=True, slots=True)
class _Track:
    """A text ready for breaking: codes, costs of a break at each offset, and running least widths (¼ em)."""

    codes: bytes
    costs: bytes
    ends: list[int]


def _track(text: str) -> _Track:
    codes = codes_of(text)
    before, after = codes.translate(_BEFORE), codes.translate(_AFTER)
    costs = bytearray((SPLITS_CHARACTER, *map(or_, before[1:], after), 0))
    for blanks in _BLANKS_AFTER_OPENING.finditer(codes):
        if blanks.end() < len(codes):
            costs[blanks.end()] |= after[blanks.start()]
    return _Track(codes, bytes(costs), list(accumulate(codes.translate(_LEAST), initial=0)))


def _next_break(track: _Track, start: int, room: float) -> tuple[int, int]:
    """Where the line from `start` ends that has `room` em, and how far the text was looked at."""
    fits = bisect_right(track.ends, track.ends[start] + room * _QUARTERS + _TOLERANCE, lo=start + 1) - 1
    hanging = _HANGING.match(track.codes, fits)
    reach = hanging.end() if hanging else fits
    for cost in range(SPLITS_CHARACTER):
        end = track.costs.rfind(cost, start + 1, reach + 1)
        if end > 0:
            return end, reach
    forced = _CHARACTER_END.search(track.costs, start + 1)
    end = forced.end() - 1 if forced else len(track.codes)
    return end, end


def _breaks(track: _Track, measure: float, first_indent: float) -> Iterator[tuple[int, int, float]]:
    start, indent = 0, first_indent
    while start < len(track.codes):
        end, _ = _next_break(track, start, measure - indent)
        yield start, end, indent
        start, indent = end, 0.0


def compose(text: str, measure: float, first_indent: float = 2.0) -> list[Line]:
    """Break a paragraph into lines of `measure` em, the first indented by `first_indent` em.

    Spaces at a line's end stay in its text and take no width: the lines joined are the text. A run longer
    than the measure is split between characters; marks are put where they should not stand only if a line has
    no legal break at all. CLREQ "line composition"; GB/T 15834-2011 §5.1.
    """
    track = _track(text)
    return [
        Line(text[start:end], start, end, indent, end == len(text))
        for start, end, indent in _breaks(track, measure, first_indent)
    ]


def first_break(text: str, measure: float, indent: float) -> int:
    """The length of the first line that `compose` would set, without looking at much more of `text`."""
    size = int(2 * max(measure - indent, 0)) + 16
    while size < len(text):
        track = _track(text[:size])
        end, reach = _next_break(track, 0, measure - indent)
        if b"H" in track.codes[reach + 1 :]:  # beyond a Han character nothing bears on this break
            return end
        size *= 2
    return _next_break(_track(text), 0, measure - indent)[0] if text else 0


def least_width_of(text: str) -> float:
    """The width in em of `text` by least widths, spaces at its end included."""
    return sum(codes_of(text).translate(_LEAST)) / _QUARTERS

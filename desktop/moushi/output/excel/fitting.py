"""How much room Chinese text takes in a cell: widths in Excel's units, lines, and heights in points.

One unit is a digit of the workbook's default font, 7 pixels wide. Marks stay with their neighbours, so that
no program needs more lines than foreseen, whatever its rules for line starts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

TALLEST = 409.0
"""The greatest height of a row that Excel allows, in points."""

_PIECE = re.compile(
    r"[“‘（《〈「『【〔(\[]*(?:[!-'*-Z\\^-~]+|[^\n])[，。、；：？！）》〉」』】〕”’％,.;:?!)\]]*|\n"
)
_PIXELS = 7.0  # of a unit
_DIGIT = 2 / 3  # pixels of half a Han for each point of size
_PADDING = 6.0  # pixels: 5 that a cell keeps free, and one for programs that measure otherwise
_LINE = 1.4  # line height of the tallest usual face, in em
_MARGIN = 4.0  # above and below, in points


@lru_cache(maxsize=1 << 14)
def units(text: str) -> int:
    """The width of a text on one line: Han and full-width marks 2, others 1."""
    return len(text.encode("gb18030", "replace"))


def longest_line(text: str) -> int:
    """The width of the widest of the lines that a text is typed in."""
    return max(map(units, text.split("\n")))


def line_count(text: str, width: float) -> int:
    """How many lines a text of 10 pt takes in a column of that width."""
    if 2 * len(text) <= width - 2 and "\n" not in text:  # at a glance: most are short
        return 1
    return len(wrapped(text, width))


@lru_cache(maxsize=1 << 15)
def wrapped(text: str, width: float, size: float = 10.0) -> tuple[str, ...]:
    """The lines in which a text stands in a column of that width; joined they are the text."""
    room = _room(width, size)
    if units(text) <= room and "\n" not in text:
        return (text,)
    lines: list[str] = []
    begun: list[str] = []
    taken = 0
    for piece in _PIECE.findall(text):
        if piece == "\n":
            lines.append("".join([*begun, piece]))
            begun, taken = [], 0
            continue
        needed = units(piece)
        if begun and taken + needed > room:
            lines.append("".join(begun))
            begun, taken = [], 0
        begun.append(piece)
        taken += needed
        if taken > room:  # one word wider than the column: it is broken anywhere
            whole = "".join(begun)
            cut = max(room // 2, 1)
            lines += [whole[start : start + cut] for start in range(0, len(whole) - cut, cut)]
            rest = len(whole) % cut or cut
            begun, taken = [whole[-rest:]], units(whole[-rest:])
    return (*lines, "".join(begun))


def _room(width: float, size: float) -> int:
    return int((width * _PIXELS - _PADDING) / (_DIGIT * size))


def height(lines: int, size: float = 10.0) -> float:
    """The height of a row of so many lines, in points."""
    return ceil(lines * size * _LINE + _MARGIN)


def most_lines(size: float = 10.0) -> int:
    """How many lines a row can hold at most."""
    return int((TALLEST - _MARGIN) // (size * _LINE))

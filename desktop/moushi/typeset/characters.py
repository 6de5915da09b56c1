"""The characters of a Chinese newspaper line: their kinds, their widths and the units no break may split.

Sources: GB/T 15834-2011 §5.1 (where marks may stand) and W3C *Requirements for Chinese Text Layout* (how
wide they are). Every character has the one-letter code of its `Kind`, so that the widths and break rules of a
whole text are table look-ups over one `bytes` value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from unicodedata import category, east_asian_width

SPLITS_RUN, WRONG_EDGE, SPLITS_PAIR, SPLITS_CHARACTER = 1, 2, 4, 8
"""What a break would cost, as bits: 0 is a legal break; the higher the sum, the later it is resorted to."""


class Blank(Enum):
    """The empty side of a full-width mark, the only one that may be squeezed."""

    NONE = auto()
    LEFT = auto()
    RIGHT = auto()
    BOTH = auto()


class Kind(Enum):
    """Characters that behave alike.

    Each has a one-letter code, its characters (those not listed are told by their Unicode properties), its
    least and natural width in em, what a line break before and after it costs, and its empty side.
    """

    def __init__(
        self,
        code: str,
        characters: str,
        least: float,
        natural: float,
        before: int = 0,
        after: int = 0,
        blank: Blank = Blank.NONE,
    ) -> None:
        self.code, self.characters = code, characters
        self.least, self.natural = least, natural
        self.before, self.after = before, after
        self.blank = blank

    HAN = "H", "", 1, 1
    SYMBOL = "Y", "", 1, 1
    OPENING = "(", "（《〈「『【〔“‘［｛〖〘〚", 0.5, 1, 0, WRONG_EDGE, Blank.LEFT
    CLOSING = ")", "）》〉」』】〕”’］｝〗〙〛", 0.5, 1, WRONG_EDGE, 0, Blank.RIGHT
    PAUSE = ",", "，、；：", 0.5, 1, WRONG_EDGE, 0, Blank.RIGHT
    STOP = ".", "。？！．", 0.5, 1, WRONG_EDGE, 0, Blank.RIGHT
    INTERPUNCT = "i", "·‧•⋅・", 0.5, 1, WRONG_EDGE, 0, Blank.BOTH
    DASH = "-", "—―─", 1, 1, WRONG_EDGE
    ELLIPSIS = "e", "…⋯", 1, 1, WRONG_EDGE
    PAIRED = "=", "", 1, 1, SPLITS_PAIR  # the second half of a dash or an ellipsis
    LONG_DASH = "2", "⸺", 2, 2, WRONG_EDGE
    POSTFIX = "%", "％‰℃～", 1, 1, WRONG_EDGE  # signs that follow a number, and the connector
    SLASH = "/", "／", 1, 1, WRONG_EDGE, WRONG_EDGE
    LETTER = "A", "²³¹", 0.5, 0.5  # and digits, half-width
    INSIDE = "a", "", 0.5, 0.5, SPLITS_RUN  # within a run of letters and digits
    LINKING = "+", "+/&'@_#=-–", 0.5, 0.5  # may stand within a run
    LINKING_POINT = ":", ".,:", 0.5, 0.5, WRONG_EDGE
    PERCENT = "p", "%", 0.5, 0.5, WRONG_EDGE
    NARROW = "n", "", 0.5, 0.5
    NARROW_OPENING = "[", "([{", 0.5, 0.5, 0, WRONG_EDGE
    NARROW_CLOSING = "]", ";?!)]}", 0.5, 0.5, WRONG_EDGE
    SPACE = " ", " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", 0.25, 1 / 3, SPLITS_CHARACTER
    WIDE_SPACE = "_", "\u3000", 1, 1, SPLITS_CHARACTER
    NO_BREAK_SPACE = "~", "\u00a0\u2007\u202f", 0.25, 1 / 3, SPLITS_RUN, SPLITS_RUN
    ZERO_WIDTH_SPACE = "z", "\u200b", 0, 0, SPLITS_CHARACTER
    WORD_JOINER = "j", "\u2060\ufeff", 0, 0, SPLITS_RUN, SPLITS_RUN
    EXTENDER = "x", "", 0, 0, SPLITS_CHARACTER  # combining marks, variation selectors
    ZERO_WIDTH_JOINER = "w", "\u200d", 0, 0, SPLITS_CHARACTER, SPLITS_RUN
    SKIN_TONE = "m", "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", 1, 1
    REGIONAL = "r", "".join(map(chr, range(0x1F1E6, 0x1F200))), 1, 1  # two of them are a flag


KIND_BY_CODE = {ord(kind.code): kind for kind in Kind}

NO_LINE_START = frozenset("".join(kind.characters for kind in Kind if kind.before == WRONG_EDGE))
"""Characters that no line starts with."""
NO_LINE_END = frozenset("".join(kind.characters for kind in Kind if kind.after == WRONG_EDGE))
"""Characters that no line ends with."""


def _kind_by_unicode(ch: str) -> Kind:
    """The kind of a character that is not named above, from its Unicode properties."""
    sort, wide = category(ch), east_asian_width(ch)
    if sort[0] == "M" or sort in {"Cf", "Cc"}:
        return Kind.EXTENDER
    if sort == "Zs":
        return Kind.SPACE
    if wide in {"W", "F"}:
        return Kind.HAN if sort[0] in "LN" else Kind.SYMBOL
    if ch > "\uffff":
        return Kind.SYMBOL
    if sort[0] == "L" or sort == "Nd":
        return Kind.LETTER
    return Kind.SYMBOL if wide == "A" or (ch >= "\u2000" and sort[0] in "SN") else Kind.NARROW


class _CodeTable(dict[int, str]):
    """A table for `str.translate` that fills itself with the code of each new character."""

    def __missing__(self, point: int) -> str:
        """Classify the character once."""
        return self.setdefault(point, _kind_by_unicode(chr(point)).code)


_CODES = _CodeTable((ord(ch), kind.code) for kind in Kind for ch in kind.characters)

# A run keeps the marks between its letters and digits and a per cent sign at its end; an emoji sequence takes
# the room of its first character; a dash or an ellipsis is a pair.
_MANY = re.compile(
    rb"(?P<run>Ax*(?:[+:p]*Ax*)*p?x*)|(?P<emoji>Y[xm]*(?:w+Y[xm]*)+|Yx*m[xm]*|rr)|(?P<pair>--|ee)"
)
_TO_INSIDE = bytes.maketrans(b"A+:p", b"aaaa")


def _as_unit(found: re.Match[bytes]) -> bytes:
    first, rest = found[0][:1], found[0][1:]
    if found.lastgroup == "run":
        return first + rest.translate(_TO_INSIDE)
    return first + (b"=" if found.lastgroup == "pair" else b"x" * len(rest))


def codes_of(text: str) -> bytes:
    """The kind codes of `text`, one for each character, with runs, pairs and emoji sequences recognised."""
    return _MANY.sub(_as_unit, text.translate(_CODES).encode("ascii"))


def kind_of(ch: str) -> Kind:
    """The kind of one character standing alone."""
    return KIND_BY_CODE[ord(_CODES[ord(ch)])]


def least_width(ch: str) -> float:
    """The least width in em of one character: what line breaking counts."""
    return kind_of(ch).least


def natural_width(ch: str) -> float:
    """The width in em that one character takes when nothing presses it."""
    return kind_of(ch).natural


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters that no break splits: `text` is paragraph[start:end], widths in em, `kind` of the first."""

    text: str
    start: int
    end: int
    kind: Kind
    least: float
    natural: float


_UNIT = re.compile(rb".[xwa=]*", re.DOTALL)


def units(text: str) -> list[Unit]:
    """The unbreakable units of `text`, in order; joined they are the text."""
    found = []
    for match in _UNIT.finditer(codes_of(text)):
        kinds = [KIND_BY_CODE[code] for code in match[0]]
        least, natural = sum(kind.least for kind in kinds), sum(kind.natural for kind in kinds)
        start, end = match.span()
        found.append(Unit(text[start:end], start, end, kinds[0], least, natural))
    return found

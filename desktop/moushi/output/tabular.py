"""What both writers of rosters ask of a table: how wide its columns are, and what cells say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from moushi.compile.roster_document import RosterColumn, RosterDocument, Value
from moushi.domain.numbers import plain

_NARROWEST = 2.0
_LEAST_FLEXIBLE = 5.0
_LATIN_CAPITAL = 0.72  # of an em, in the faces that offices print digits and letters with
_LATIN = 0.52


def said(value: Value) -> str:
    """A value in words: days as 2031.05.01, which no program breaks at a line's end."""
    match value:
        case None:
            return ""
        case date():
            return f"{value.year:04}.{value.month:02}.{value.day:02}"
        case Decimal():
            return plain(value)
        case _:
            return str(value)


def ems(text: str) -> float:
    """The width of a text on one line in sizes of its type; rather too much than too little."""
    if text.isascii():
        return sum(_LATIN_CAPITAL if char.isupper() or char in "@%&" else _LATIN for char in text)
    return sum((_LATIN_CAPITAL if char.isupper() else _LATIN) if char.isascii() else 1.0 for char in text)


def natural_widths(document: RosterDocument) -> tuple[float, ...]:
    """The width in ems that each column needs: of its longest text, but at most what it is given."""
    widths = []
    for place, column in enumerate(document.columns):
        texts = {
            line for group in document.groups for row in group.rows for line in said(row[place]).split("\n")
        }
        enough = column.width / _LATIN  # characters that take all its width in any case
        longest = max((column.width if len(text) > enough else ems(text) for text in texts), default=0.0)
        word = max(_NARROWEST, min(len(column.head) / 2, 4.0))  # a head stands on two lines
        widths.append(max(word, min(longest, column.width)))
    return tuple(widths)


def fitted(columns: Sequence[RosterColumn], widths: Sequence[float], room: float) -> tuple[float, ...]:
    """Widths that together are the room: flexible columns take what is left and give what is missing."""
    flexible = [width if column.flexible else 0.0 for column, width in zip(columns, widths, strict=True)]
    spare = room - sum(widths)
    if spare >= 0:
        shares = flexible if any(flexible) else list(widths)
        return tuple(width + spare * share / sum(shares) for width, share in zip(widths, shares, strict=True))
    gives = [max(width - _LEAST_FLEXIBLE, 0.0) for width in flexible]
    given = min(-spare, sum(gives))
    squeezed = [
        width - (given * give / sum(gives) if given else 0.0)
        for width, give in zip(widths, gives, strict=True)
    ]
    scale = room / sum(squeezed)
    return tuple(width * min(scale, 1.0) for width in squeezed)

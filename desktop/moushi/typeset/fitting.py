"""Fitting a section to a number of lines: paragraphs broken a little looser, or as tight as the page allows.

A paragraph broken at a narrower measure is still set to the column's: its lines are only spaced out. The
other way there is little to win, for greedy filling leaves no room: a column called 22 characters wide is a
little less, and what lies between is all that can be used.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .lines import compose

LOOSER = tuple(step / 4 for step in range(1, 9))
"""By how many em of the measure lines may be broken short: a quarter at first, two at most."""
TIGHTER = 0.24
"""By how many em lines may be broken long."""

_KEPT = 2048  # paragraphs as they were counted last: of a section that is being typed in most stay


def broken_to(lines: int, texts: Sequence[str], measure: float, indent: float) -> list[float]:
    """The measure to break each paragraph at, so that all have that many lines, or as near as can be."""
    measures = [measure] * len(texts)
    missing = lines - sum(_count(text, measure, indent) for text in texts)
    if not missing:
        return measures
    step = 1 if missing > 0 else -1
    nearest = ((number, _next_measure(text, measure, indent, step)) for number, text in enumerate(texts))
    ways = sorted((abs(own - measure), number, own) for number, own in nearest if own is not None)
    for _, number, own in ways[: abs(missing)]:
        measures[number] = own
    return measures


@lru_cache(maxsize=_KEPT)
def _count(text: str, measure: float, indent: float) -> int:
    return len(compose(text, measure, indent))


@lru_cache(maxsize=_KEPT)
def _next_measure(text: str, measure: float, indent: float, step: int) -> float | None:
    """The measure nearest to the column's at which a paragraph has one line more (or less); None without."""
    wanted = _count(text, measure, indent) + step
    for change in LOOSER if step > 0 else (-TIGHTER,):
        own = measure - change
        if own > indent + 1 and len(compose(text, own, indent)) == wanted:
            return own
    return None

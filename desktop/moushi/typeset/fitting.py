"""Fitting a section to a number of lines: paragraphs broken a little looser, or as tight as the page allows.

A paragraph broken at a narrower measure is still set to the column's: its lines are only spaced out. The
other way there is little to win, for greedy filling leaves no room: a column called 22 characters wide is a
little less, and what lies between is all that can be used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .lines import compose

LOOSER = tuple(step / 4 for step in range(1, 9))
"""By how many em of the measure lines may be broken short: a quarter at first, two at most."""
TIGHTER = 0.24
"""By how many em lines may be broken long."""


def broken_to(lines: int, texts: Sequence[str], measure: float, indent: float) -> list[float]:
    """The measure to break each paragraph at, so that all have that many lines, or as near as can be."""
    measures = [measure] * len(texts)
    missing = lines - sum(len(compose(text, measure, indent)) for text in texts)
    step = 1 if missing > 0 else -1
    ways = sorted(
        (abs(own - measure), number, own)
        for number, text in enumerate(texts)
        for own in _next_measure(text, measure, indent, step)
    )
    for _, number, own in ways[: abs(missing)]:
        measures[number] = own
    return measures


def _next_measure(text: str, measure: float, indent: float, step: int) -> Iterator[float]:
    """The measure nearest to the column's at which a paragraph has one line more (or less)."""
    wanted = len(compose(text, measure, indent)) + step
    for change in LOOSER if step > 0 else (-TIGHTER,):
        own = measure - change
        if own > indent + 1 and len(compose(text, own, indent)) == wanted:
            yield own
            return

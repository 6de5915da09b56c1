"""The lines of a section set out over its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise

Place = tuple[int, int]
"""A line of a section: the index of its paragraph and its index in the paragraph."""


def balance(paragraph_lines: Sequence[Sequence[object]], columns: int) -> list[list[Place]]:
    """Which lines stand in which of `columns` columns, in reading order.

    Columns differ by one line at most. The first are the longer ones, unless another choice leaves fewer
    columns that begin with the last line of a paragraph begun in the column before.
    """
    places = [(p, i) for p, lines in enumerate(paragraph_lines) for i in range(len(lines))]
    stranded = {(p, len(lines) - 1) for p, lines in enumerate(paragraph_lines) if len(lines) > 1}
    shortest, longer = divmod(len(places), columns)

    def cuts(longer_ones: tuple[int, ...]) -> list[int]:
        return list(accumulate((shortest + (c in longer_ones) for c in range(columns)), initial=0))

    def widows(longer_ones: tuple[int, ...]) -> int:
        return sum(places[cut] in stranded for cut in cuts(longer_ones)[1:-1] if cut < len(places))

    best = min(combinations(range(columns), longer), key=widows)  # of equals the first: longer columns first
    return [places[start:end] for start, end in pairwise(cuts(best))]

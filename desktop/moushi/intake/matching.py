"""Which text of a new version is which text of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

_ALIKE = 0.55
_LARGEST_TABLE = 40_000


Pair = tuple[int | None, int | None]


def align(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs of positions in `old` and `new`, in an order fit for both; None stands for gone or added.

    Equal texts are anchors; between them the pairing with the greatest likeness is taken, in order, and only
    texts that are alike are paired. Every position occurs exactly once.
    """
    return _aligned(old, new, old, new)


def match_blocks(
    old: Sequence[str], new: Sequence[str], old_heads: Sequence[str], new_heads: Sequence[str]
) -> list[Pair]:
    """Pairs like those of `align`, in the order of `new`; blocks with equal heads are anchors.

    What is left is paired wherever it went to, if it is alike.
    """
    pairs = _aligned(old, new, old_heads, new_heads)
    return _with_moves(pairs, old, new)


def _aligned(
    old: Sequence[str], new: Sequence[str], old_anchors: Sequence[str], new_anchors: Sequence[str]
) -> list[Pair]:
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, old_anchors, new_anchors, autojunk=False)
    for tag, old_begin, old_end, new_begin, new_end in matcher.get_opcodes():
        olds, news = range(old_begin, old_end), range(new_begin, new_end)
        if tag == "equal":
            pairs.extend(zip(olds, news, strict=True))
        else:
            pairs.extend(_between(old, new, olds, news))
    return pairs


def _with_moves(pairs: Sequence[Pair], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The pairs, with what is gone joined to what was added where the texts are alike, the likest first."""
    gone = [o for o, n in pairs if n is None and o is not None]
    added = [n for o, n in pairs if o is None and n is not None]
    if not gone or not added or len(gone) * len(added) > _LARGEST_TABLE:
        return list(pairs)
    scores = sorted(((_score(old[o], new[n]), o, n) for o in gone for n in added), key=lambda s: -s[0])
    origin: dict[int, int] = {}
    for score, o, n in scores:
        if score and n not in origin and o not in origin.values():
            origin[n] = o
    moved = set(origin.values())
    return [
        (origin[n], n) if o is None and n in origin else (o, n)
        for o, n in pairs
        if n is not None or o not in moved
    ]


def likeness(old: str, new: str) -> float:
    """0 to 1: how much of the two texts is the same."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _between(
    old: Sequence[str], new: Sequence[str], olds: range, news: range
) -> list[tuple[int | None, int | None]]:
    if len(olds) * len(news) > _LARGEST_TABLE:
        return [*((o, None) for o in olds), *((None, n) for n in news)]
    alike = [[_score(old[o], new[n]) for n in news] for o in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                alike[row][column] + best[row + 1][column + 1],
            )
    pairs: list[tuple[int | None, int | None]] = []
    row = column = 0
    while row < len(olds) and column < len(news):
        taken = alike[row][column]
        if taken and best[row][column] == taken + best[row + 1][column + 1]:
            pairs.append((olds[row], news[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            pairs.append((olds[row], None))
            row += 1
        else:
            pairs.append((None, news[column]))
            column += 1
    pairs.extend((o, None) for o in olds[row:])
    pairs.extend((None, n) for n in news[column:])
    return pairs


def _score(old: str, new: str) -> float:
    score = likeness(old, new)
    return score if score >= _ALIKE else 0.0

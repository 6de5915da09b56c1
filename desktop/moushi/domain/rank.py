"""Position keys: texts whose plain order is the order of siblings, with room between any two.

A key is a fraction in base 62 without trailing zeros; a move is one edit of one record's key.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
_HEAD = 4  # digits of the evenly stepped part
_STEP = _BASE  # one more digit of room between neighbours that were appended


def between(before: str | None, after: str | None) -> str:
    """A key strictly between two keys; None stands for the open end. `ValueError` unless before < after."""
    if before is not None and after is not None and before >= after:
        raise ValueError(f"no key fits between {before!r} and {after!r}")
    if after is None:
        stepped = _head(before) + _STEP
        if stepped < _BASE**_HEAD:
            return _text(stepped)
    return _middle(before or "", after)


def spread(count: int, before: str | None = None, after: str | None = None) -> list[str]:
    """`count` keys in order between two keys, evenly enough that they stay short."""
    if count == 0:
        return []
    if after is None:
        keys: list[str] = []
        for _ in range(count):
            before = between(before, None)
            keys.append(before)
        return keys
    half = count // 2
    middle = between(before, after)
    return [*spread(half, before, middle), middle, *spread(count - half - 1, middle, after)]


def fitted(held: Sequence[str | None]) -> list[str]:
    """Position keys in rising order: those held stay where they can, the others are fitted in between."""
    keep = _longest_rising([rank or "" for rank in held])
    ranks: list[str] = []
    position = 0
    before: str | None = None
    while position < len(held):
        end = position
        while end < len(held) and end not in keep:
            end += 1
        after = held[end] if end < len(held) else None
        ranks.extend(spread(end - position, before, after))
        if end < len(held):
            assert after is not None
            ranks.append(after)
            before = after
        position = end + 1
    return ranks


def _longest_rising(ranks: Sequence[str]) -> set[int]:
    """Positions of a longest strictly rising selection of the keys that are not empty."""
    least: list[str] = []  # for each length, the least key that a rising selection of it ends with
    ends: list[int] = []  # and where that key stands
    before: dict[int, int | None] = {}
    for here, rank in enumerate(ranks):
        if rank:
            length = bisect_left(least, rank)
            before[here] = ends[length - 1] if length else None
            least[length : length + 1] = [rank]
            ends[length : length + 1] = [here]
    chosen: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        chosen.add(at)
        at = before[at]
    return chosen


def is_key(text: str) -> bool:
    """Whether a text can serve as a position key."""
    return text != "" and set(text) <= _VALUE.keys() and not text.endswith("0")


def _head(key: str | None) -> int:
    value = 0
    for digit in (key or "")[:_HEAD].ljust(_HEAD, "0"):
        value = value * _BASE + _VALUE[digit]
    return value


def _text(value: int) -> str:
    digits = ""
    for _ in range(_HEAD):
        value, digit = divmod(value, _BASE)
        digits = _DIGITS[digit] + digits
    return digits.rstrip("0")


def _middle(before: str, after: str | None) -> str:
    shared = 0
    if after is not None:
        while shared < len(after) and before[shared : shared + 1].ljust(1, "0") == after[shared]:
            shared += 1
    if shared and after is not None:
        return after[:shared] + _middle(before[shared:], after[shared:])
    low = _VALUE[before[0]] if before else 0
    high = _VALUE[after[0]] if after else _BASE
    if high - low > 1:
        return _DIGITS[(low + high) // 2]
    if after is not None and len(after) > 1:
        return after[0]
    return _DIGITS[low] + _middle(before[1:], None)

"""Numbers that lead a list: 一是 …；二是 …, （一） …, 一、 …, 第一，…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_DIGITS = "一二三四五六七八九十"
_NUMBER = rf"[{_DIGITS}]{{1,3}}"
_STYLES = (
    rf"(?P<is>{_NUMBER})是|(?P<comma>{_NUMBER})、|第(?P<th>{_NUMBER})[，、是]|[（(](?P<bracket>{_NUMBER})[）)]|"
    r"[（(](?P<digit>\d{1,2})[）)]|(?P<point>\d{1,2})[.．、](?!\d)|(?P<ring>[①-⑳])"
)
_AT_START = re.compile(_STYLES)
_IN_TEXT = re.compile(rf"(?:^|(?<=[。；！？：，”]))(?:{_STYLES})")


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number of a list."""
    return bool(_AT_START.match(text))


def begins_list(text: str) -> bool:
    """Whether a text begins with the first number of a list."""
    found = _AT_START.match(text)
    return found is not None and _value(found) == 1


def lines_of_lists(texts: Sequence[str]) -> set[int]:
    """The lines that begin with a number of a list whose numbers, at least two, all begin lines."""
    found: set[int] = set()
    for members in _lists(texts):
        if len(members) > 1 and all(column == 0 for _, column in members):
            found |= {line for line, _ in members}
    return found


def _lists(texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Lists as line and column of each of their numbers; in each the numbers of one style count up from 1."""
    running: dict[str, list[tuple[int, int]]] = {}
    for line, text in enumerate(texts):
        for number in _IN_TEXT.finditer(text):
            style = number.lastgroup or ""
            members = running.setdefault(style, [])
            value = _value(number)
            if value != len(members) + 1 and members:
                yield running.pop(style)
                members = running.setdefault(style, [])
            if value == len(members) + 1:
                members.append((line, number.start()))
    yield from running.values()


def _value(number: re.Match[str]) -> int:
    """The number that was found, from 1; 0 when it is none."""
    text = number[number.lastgroup or 0]
    if text.isdecimal():
        return int(text)
    if number.lastgroup == "ring":
        return ord(text) - ord("①") + 1
    tens, ten, units = text.rpartition("十")
    if not ten:
        return _DIGITS.find(text) + 1
    return (_DIGITS.find(tens) + 1 if tens else 1) * 10 + (_DIGITS.find(units) + 1 if units else 0)

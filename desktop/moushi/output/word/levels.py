"""Heading levels of official papers by a paragraph's own leading number; GB/T 9704-2012 §7.3.3."""

from __future__ import annotations

import re

from moushi.compile.documents import Paragraph, RunRole

_CHINESE = "[一二三四五六七八九十百]+"
_NUMBER = re.compile(  # the groups are the levels
    rf"({_CHINESE}、)|(（{_CHINESE}）|\({_CHINESE}\))|([0-9]{{1,2}}(?:[.．](?![0-9])|、))"
)
_SENTENCE = re.compile(r"[^。！？]*[。！？]?")
_ENDS = "。！？；：，"


def heading_of(paragraph: Paragraph) -> tuple[int, int]:
    """The level 1 to 3 that a paragraph's number gives it, and how many of its characters are the heading.

    The heading is the theme's lead sentence; elsewhere a line that ends without a mark, or the first of
    several sentences. (0, 0) when there is none.
    """
    text = paragraph.text
    number = _NUMBER.match(text)
    if not (number and number.lastindex):
        return 0, 0
    level = number.lastindex
    first = paragraph.runs[0]
    if first.role is RunRole.THEME_LEAD:
        return level, len(first.text)
    if text[-1] not in _ENDS:
        return level, len(text)
    sentence = _SENTENCE.match(text)
    length = sentence.end() if sentence else len(text)
    return (level, length) if length < len(text) else (0, 0)

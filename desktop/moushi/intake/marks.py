"""Half-width marks among Chinese text: found, and mended on request only."""

from __future__ import annotations

import re

_FULL = str.maketrans(
    {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
)
_CHINESE = r"[\u3400-\u9fff\u3001-\u3011\uff01-\uff5e“”‘’]"
_HALF_WIDTH = re.compile(
    rf"(?<={_CHINESE})[,;:?!](?!\d)|[,;:?!](?={_CHINESE})(?<!\d.)"
    rf"|(?<={_CHINESE})\.(?!\w)"
    rf"|\((?=[^()]*[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\((?=[^()]*\))"
)
_CLOSING = re.compile(r"\(([^()]*)\)")


def half_width_marks(text: str) -> list[int]:
    """Where half-width marks stand that ought to be full-width."""
    places = {found.start() for found in _HALF_WIDTH.finditer(text)}
    for pair in _CLOSING.finditer(text):
        if pair.start() in places:
            places.add(pair.end() - 1)
    return sorted(places)


def with_full_width_marks(text: str) -> str:
    """The text with these marks mended."""
    letters = list(text)
    for place in half_width_marks(text):
        letters[place] = letters[place].translate(_FULL)
    return "".join(letters)

"""Half-width marks among Chinese text: found, and mended on request only."""

from __future__ import annotations

import re

_FULL = str.maketrans(",;:?!.", "，；：？！。")
_CHINESE = r"[\u3400-\u9fff\u3001-\u3011\uff01-\uff5e“”‘’]"
_HALF_WIDTH = re.compile(
    rf"(?<={_CHINESE})[,;:?!](?!\d)|[,;:?!](?={_CHINESE})(?<!\d.)|(?<={_CHINESE})\.(?!\w)"
)
_BRACKETS = re.compile(
    r"\((?=[^()]*[\u3400-\u9fff][^()]*\))[^()]*\)|(?<=[\u3400-\u9fff])\([^()]*\)|\((?=[^()]*[\u3400-\u9fff][^()]*$)"
)


def half_width_marks(text: str) -> list[int]:
    """Where half-width marks stand that ought to be full-width."""
    mended = with_full_width_marks(text)
    return [place for place, (old, new) in enumerate(zip(text, mended, strict=True)) if old != new]


def with_full_width_marks(text: str) -> str:
    """The text with these marks mended: brackets first, since they may stand beside the others."""
    bracketed = _BRACKETS.sub(lambda found: found[0].replace("(", "（").replace(")", "）"), text)
    return _HALF_WIDTH.sub(lambda found: found[0].translate(_FULL), bracketed)

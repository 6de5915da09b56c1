"""What files that the program writes are called by themselves."""

from __future__ import annotations

import re

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # no file system takes these in a name


def fit_name(text: str) -> str:
    """A text as a file's name: without what no file system takes."""
    return _UNFIT.sub("", text)

"""What every program takes: the names of a workbook's sheets, and the characters of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNFIT = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31  # characters of a sheet's name
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def storable(text: str) -> str:
    """A text without the characters that no XML can hold."""
    return _NOT_IN_XML.sub("", text)


def sheet_name(wanted: str, taken: Iterable[str], spare: str = "Sheet") -> str:
    """A sheet's name that no program refuses and no other sheet has; `spare` where nothing of it is left."""
    words = " ".join(_UNFIT.sub("", storable(wanted)).split())
    bare = words.strip("' ")[:_LONGEST].rstrip("' ") or spare
    known = {name.strip().casefold() for name in taken}
    name, number = bare, 1
    while name.casefold() in known:
        number += 1
        ending = f"（{number}）"
        name = bare[: _LONGEST - len(ending)] + ending
    return name

"""Marks: which field of which record words come from, as the name of a hidden Word bookmark.

The writer puts them round the words of a .docx; when an edited document comes back they tell what each text
belongs to. Word hides bookmarks whose name begins with `_` and allows 40 characters.
"""

from __future__ import annotations

import re
from uuid import UUID

from moushi.compile.documents import Ref

_LETTERS = {
    ("Article", "kicker"): "k",
    ("Article", "headline"): "h",
    ("Article", "byline"): "b",
    ("Article", "lead"): "l",
    ("Plan", "heading"): "g",
    ("Plan", "slogan"): "s",
    ("Passage", "text"): "p",
    ("Theme", "lead"): "t",
    ("PlanItem", "text"): "i",
    ("ArticleItem", "wording"): "w",
    ("Progress", "narrative"): "n",
    ("Measure", "figure"): "f",
}
_FIELDS = {letter: field for field, letter in _LETTERS.items()}
_NAME = re.compile(r"_m(?P<letter>[a-z])(?P<id>[0-9a-f]{32})(?:_(?P<index>[1-9]\d{0,3}))?", re.ASCII)

MOST_PARAGRAPHS = 9_999
"""The greatest index that a name has room for."""


def mark_name(ref: Ref) -> str:
    """The bookmark's name: `_m`, a letter for the field, the id in hex, and `_index` if it is not 0.

    `KeyError` for a field that is never printed, `ValueError` for an index that has no room.
    """
    if not 0 <= ref.index <= MOST_PARAGRAPHS:
        raise ValueError(f"no mark for paragraph {ref.index}")
    name = f"_m{_LETTERS[ref.record, ref.field]}{ref.id.hex}"
    return f"{name}_{ref.index}" if ref.index else name


def ref_of(name: str) -> Ref | None:
    """The field that a bookmark's name stands for; None when the name is not one of ours."""
    found = _NAME.fullmatch(name)
    if not found or found["letter"] not in _FIELDS:
        return None
    record, field = _FIELDS[found["letter"]]
    return Ref(record, UUID(found["id"]), field, int(found["index"] or 0))

"""Ids as they are read from texts: one text is one object, which is made once and found again at a glance."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

_KEPT = 2**15  # of a return of 10,000 rows each id is read in four places


@lru_cache(maxsize=_KEPT)
def _made(digits: str) -> UUID:
    return UUID(digits)


def id_of(text: str) -> UUID:
    """The id that a text spells; `ValueError` when it spells none."""
    return _made(text.replace("-", ""))

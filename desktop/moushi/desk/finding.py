"""Finding records by a few letters of their names, also in pinyin or its initials."""

from __future__ import annotations

from moushi.desk.desk import Desk
from moushi.domain.record import R
from moushi.domain.records import Member, Person

HOLDERS: tuple[type[Member | Person], ...] = (Member, Person)
"""Who can hold a post."""


def find_records(desk: Desk, text: str, kinds: tuple[type[R], ...], limit: int = 20) -> list[R]:
    """The records of these kinds that may be meant, the likeliest first; none where nothing is typed."""
    if not text.strip():
        return []
    hits = desk.store.search(text, kinds, limit)
    held = {
        record.id: record
        for kind in kinds
        for record in desk.store.records(kind, [hit.id for hit in hits if hit.kind is kind]).values()
    }
    return [held[hit.id] for hit in hits if hit.id in held]

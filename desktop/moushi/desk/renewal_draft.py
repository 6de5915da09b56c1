"""Renewals that are being entered, one a chamber: kept beside the records until carried out or given up.

Of members and people that are known only their ids are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.desk.renewal import Officer
from moushi.domain.kinds import Role
from moushi.domain.records import Chamber, Member, Person
from moushi.domain.snapshot import Snapshot

_KEY = "renewal.draft"


@dataclass(frozen=True, slots=True)
class Line:
    """An officer in the list: whether of the new term, and whether they were of the one that ends."""

    officer: Officer
    is_kept: bool = True
    was_in_office: bool = False


@dataclass(frozen=True, slots=True)
class RenewalDraft:
    """What stands in the fields and the list, as it was typed."""

    chamber_id: UUID
    day: str
    number: str
    years: str
    lines: tuple[Line, ...] = ()


def keep_draft(desk: Desk, draft: RenewalDraft) -> None:
    """Keep a chamber's draft in the store, also for tomorrow."""
    _put(desk, _kept(desk) | {str(draft.chamber_id): _to_json(draft)})


def drop_draft(desk: Desk, chamber_id: UUID) -> None:
    """Drop the draft that is kept for a chamber, if there is one."""
    _put(desk, {each: told for each, told in _kept(desk).items() if each != str(chamber_id)})


def kept_draft(desk: Desk, chamber: Chamber) -> RenewalDraft | None:
    """The draft that is kept for a chamber; officers that are gone since are left out of it."""
    told = _kept(desk).get(str(chamber.id))
    if told is None:
        return None
    try:
        with desk.snapshot() as snapshot:
            lines = [line for each in told["officers"] if (line := _line(snapshot, each))]
        return RenewalDraft(
            chamber.id, str(told["day"]), str(told["number"]), str(told["years"]), tuple(lines)
        )
    except (KeyError, TypeError, ValueError):  # written by another version
        return None


def _kept(desk: Desk) -> dict[str, Any]:
    """The drafts by the ids of their chambers."""
    told = desk.store.setting(_KEY)
    if not isinstance(told, dict):
        return {}
    alone = told.get("chamber")  # an earlier version kept one
    return {alone: told} if isinstance(alone, str) else told


def _put(desk: Desk, drafts: dict[str, Any]) -> None:
    if _kept(desk) != drafts:
        desk.store.put_setting(_KEY, drafts or None)


def _to_json(draft: RenewalDraft) -> dict[str, Any]:
    return {
        "day": draft.day,
        "number": draft.number,
        "years": draft.years,
        "officers": [
            {
                "id": None if line.officer.holder is None else str(line.officer.holder.id),
                "name": line.officer.name if line.officer.holder is None else "",
                "role": line.officer.role.value,
                "kept": line.is_kept,
                "old": line.was_in_office,
            }
            for line in draft.lines
        ],
    }


def _line(snapshot: Snapshot, told: Mapping[str, Any]) -> Line | None:
    held = UUID(told["id"]) if told["id"] else None
    holder = (snapshot.get(Person, held) or snapshot.get(Member, held)) if held else None
    name = holder.name if holder else str(told["name"])
    officer = Officer(name, Role(told["role"]), holder)
    return Line(officer, bool(told["kept"]), bool(told["old"])) if name else None

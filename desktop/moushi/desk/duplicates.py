"""Likely duplicates: members that a new one may be, told while its name or its code is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.domain.names import bare_name
from moushi.domain.records import Member
from moushi.domain.uscc import LENGTH, normal_uscc
from moushi.errors import Message, say
from moushi.store.listing import Listing

__all__ = ["Duplicate", "bare_name", "duplicates"]

_MOST = 3  # told in one line
_LOOKED_AT = 2000
_LEAST = 2  # characters of a bare name that say anything


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A member that the one typed may be, its name, and what they share."""

    id: UUID
    name: str
    reason: Message


def duplicates(desk: Desk, name: str, uscc: str, besides: UUID | None = None) -> tuple[Duplicate, ...]:
    """Members of the same code, then of the same bare name, at most three; `besides` is the one typed."""
    found = {member.id: say("the same code") for member in _of_code(desk, uscc)}
    named = {member.id: say("the same name") for member in _of_name(desk, name)}
    reasons = {held: reason for held, reason in (named | found).items() if held != besides}
    members = desk.store.records(Member, list(reasons))
    told = [
        Duplicate(held, members[held].name, reason) for held, reason in reasons.items() if held in members
    ]
    return tuple(sorted(told, key=lambda each: (each.id not in found, each.name))[:_MOST])


def _of_code(desk: Desk, uscc: str) -> Sequence[Member]:
    code = normal_uscc(uscc)
    if len(code) != LENGTH:
        return ()
    with desk.snapshot() as snapshot:
        return snapshot.where(Member, uscc=code)


def _of_name(desk: Desk, name: str) -> Sequence[Member]:
    """Few searched texts hold the characters of the bare name in their order; those are compared."""
    bare = bare_name(name)
    if len(bare) < _LEAST:
        return ()
    ids = desk.store.listing(Listing(Member, spelled=bare, limit=_LOOKED_AT))
    members = desk.store.records(Member, ids).values()
    return [member for member in members if bare_name(member.name) == bare]

"""Likely duplicates: members that a new one may be, told while it is typed; all of the register, to merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.domain.names import bare_name
from moushi.domain.reading import reading_order
from moushi.domain.records import Member
from moushi.domain.uscc import LENGTH, is_uscc, normal_uscc
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


# -- all of the register -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alike:
    """Two members that may be one: their ids, their names, and what they share."""

    ids: tuple[UUID, UUID]
    names: tuple[str, str]
    reason: Message


Report = Callable[[int, int], None]
"""Called with (steps done, steps in all); ends the work by an exception when the person cancels."""

_APART = "members.apart"
_STEP = 5_000  # members between two reports
_FEDERATION, _NAME, _CODE = 1, 2, 3  # places in a row; the id stands first
_ROW = ("id", "federation_id", "name", "uscc")


def alike(
    desk: Desk, federation: UUID | None = None, report: Report = lambda _done, _of: None
) -> tuple[Alike, ...]:
    """Members of one federation that may be one, the same code before the same name, then by reading.

    Two whose codes are both sound and differ are two, such as a company and its branch, whatever they are
    called; so are those that a person said are two.
    """
    rows = [row for row in desk.store.values(Member, _ROW) if federation in (None, UUID(row[_FEDERATION]))]
    apart = _apart(desk)
    found: dict[tuple[str, str], Message] = {}
    for row, other in _pairs(rows, _code_of):
        found.setdefault((row[0], other[0]), say("the same code"))
    for row, other in _pairs(rows, _reported(bare_name, len(rows), report)):
        codes = {code for each in (row, other) if is_uscc(code := each[_CODE] or "")}
        if len(codes) < 2:
            found.setdefault((row[0], other[0]), say("the same name"))
    names = {row[0]: row[_NAME] for row in rows}
    told = [
        Alike((UUID(one), UUID(other)), (names[one], names[other]), reason)
        for (one, other), reason in found.items()
        if _key(UUID(one), UUID(other)) not in apart
    ]
    return tuple(sorted(told, key=lambda each: (each.reason.source, *map(reading_order, each.names))))


def keep_apart(desk: Desk, pair: Alike) -> bool:
    """Remember that two members are two, so that they are not offered again; True when that is done."""
    desk.store.put_setting(_APART, sorted({*_apart(desk), _key(*pair.ids)}))
    return True


def _apart(desk: Desk) -> set[str]:
    held = desk.store.setting(_APART)
    return {each for each in held if isinstance(each, str)} if isinstance(held, list) else set()


def _key(one: UUID, other: UUID) -> str:
    return "+".join(sorted((one.hex, other.hex)))


_Members = Sequence[Sequence[str]]


def _pairs(
    rows: _Members, alike_by: Callable[[Sequence[str]], str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The pairs of one federation that share something, each in the order of its ids."""
    groups: Mapping[tuple[str, str], list[Sequence[str]]] = defaultdict(list)
    for row in rows:
        if shared := alike_by(row):
            groups[row[_FEDERATION], shared].append(row)
    for group in groups.values():
        if len(group) > 1:
            yield from combinations(sorted(group, key=itemgetter(0))[:_MOST_ALIKE], 2)


_MOST_ALIKE = 12  # of one name: more are a mistake of another kind, and their pairs would be very many


def _code_of(row: Sequence[str]) -> str:
    code = normal_uscc(row[_CODE] or "")
    return code if len(code) == LENGTH else ""


def _reported(by: Callable[[str], str], count: int, report: Report) -> Callable[[Sequence[str]], str]:
    done = 0

    def counted(row: Sequence[str]) -> str:
        nonlocal done
        if done % _STEP == 0:
            report(done, count)
        done += 1
        bare = by(row[_NAME])
        return bare if len(bare) >= _LEAST else ""

    return counted

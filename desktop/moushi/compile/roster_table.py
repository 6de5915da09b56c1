"""What the tables of rosters share: which chambers and members there are as of a day, numbering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.compile.roster_document import Align, RosterColumn, RosterGroup, Value
from moushi.domain.kinds import ChamberKind
from moushi.domain.lasting import is_live, lasts
from moushi.domain.reading import by_name
from moushi.domain.records import Chamber, Member, Membership
from moushi.domain.snapshot import Snapshot

NUMBER = RosterColumn("序号", 2.5, Align.CENTER, optional=False)
_CHAMBER_KINDS = list(ChamberKind)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, grouped rows and the notes below them."""

    columns: tuple[RosterColumn, ...]
    groups: tuple[RosterGroup, ...]
    notes: tuple[str, ...] = ()


def numbered(title: str, rows: Iterable[Sequence[Value]]) -> RosterGroup:
    """A group whose rows have their numbers before them, from 1."""
    return RosterGroup(title, tuple((number, *row) for number, row in enumerate(rows, 1)))


def is_member(member: Member, day: date) -> bool:
    """Whether a member has joined by a day and not left."""
    return lasts(member.joined_on, member.left_on, day)


def belongs(membership: Membership, day: date) -> bool:
    """Whether a member is in the chamber on a day."""
    return lasts(membership.joined_on, membership.left_on, day)


def live_chambers(snapshot: Snapshot, federations: Iterable[UUID], day: date) -> list[Chamber]:
    """The chambers of federations that are there on a day, by kind and name."""
    found = [
        chamber
        for federation in federations
        for chamber in snapshot.where(Chamber, federation_id=federation)
        if is_live(chamber, day)
    ]
    return sorted(by_name(found), key=lambda chamber: _CHAMBER_KINDS.index(chamber.kind))

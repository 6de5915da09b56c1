"""What the tables of rosters share: who is in office and a member as of a day, numbering, order of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from moushi.compile.roster_document import Align, RosterColumn, RosterGroup, Value
from moushi.domain.kinds import ChamberKind, Role
from moushi.domain.reading import reading_order
from moushi.domain.record import R
from moushi.domain.records import Chamber, Member, Membership, Post
from moushi.domain.snapshot import Snapshot

NUMBER = RosterColumn("序号", 2.5, Align.CENTER, optional=False)
_CHAMBER_KINDS = list(ChamberKind)
_ROLES = list(Role)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, grouped rows and the notes below them."""

    columns: tuple[RosterColumn, ...]
    groups: tuple[RosterGroup, ...]
    notes: tuple[str, ...] = ()


def numbered(title: str, rows: Iterable[Sequence[Value]]) -> RosterGroup:
    """A group whose rows have their numbers before them, from 1."""
    return RosterGroup(title, tuple((number, *row) for number, row in enumerate(rows, 1)))


def lasts(began: date | None, ended: date | None, day: date) -> bool:
    """Whether what begins and ends on these days, known or not, is in force on a day.

    On the day on which it ends it is no more, as everywhere: those whom a renewal (换届) puts out of office
    are out of it on the first day of the new ones.
    """
    return (began is None or began <= day) and (ended is None or ended > day)


def in_office(posts: Iterable[Post], day: date) -> list[Post]:
    """Those of the posts that are held on a day."""
    return [post for post in posts if lasts(post.from_on, post.to_on, day)]


def is_member(member: Member, day: date) -> bool:
    """Whether a member has joined by a day and not left."""
    return lasts(member.joined_on, member.left_on, day)


def is_live(chamber: Chamber, day: date) -> bool:
    """Whether a chamber is there on a day; an overdue term does not matter."""
    return lasts(chamber.founded_on, chamber.dissolved_on, day)


def belongs(membership: Membership, day: date) -> bool:
    """Whether a member is in the chamber on a day."""
    return lasts(membership.joined_on, membership.left_on, day)


def rank_of(post: Post) -> tuple[int, str, date]:
    """By role, then by position, then by who began earlier."""
    return _ROLES.index(post.role), post.rank, post.from_on or date.max


def live_chambers(snapshot: Snapshot, federations: Iterable[object], day: date) -> list[Chamber]:
    """The chambers of federations that are there on a day, by kind and name."""
    found = [
        chamber
        for federation in federations
        for chamber in snapshot.where(Chamber, federation_id=federation)  # type: ignore[arg-type]
        if is_live(chamber, day)
    ]
    return sorted(found, key=lambda c: (_CHAMBER_KINDS.index(c.kind), reading_order(c.name), str(c.id)))


def by_name(records: Iterable[R]) -> list[R]:
    """Records in the order in which their names are looked up."""
    return sorted(records, key=lambda each: (reading_order(getattr(each, "name", "")), str(each.id)))


def gathered(records: Iterable[R], key: Callable[[R], object]) -> dict[object, list[R]]:
    """Records by what they have in common, each in the order given."""
    found: dict[object, list[R]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return found

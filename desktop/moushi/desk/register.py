"""The register of members: what its list shows, what a new member begins with, how one leaves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Change, Edit, Insert, Proposal, Source, changes_between
from moushi.desk.desk import Desk
from moushi.desk.entering import shown
from moushi.domain.kinds import Colour, MemberKind, Role
from moushi.domain.lasting import retained
from moushi.domain.posts import rank_of
from moushi.domain.record import Record, field_of
from moushi.domain.records import Chamber, Federation, Member, Membership, Person, Post, Township
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import choice_word
from moushi.errors import Message, say
from moushi.store.listing import Glimpse, Ids, Listing, Order, Through

MEMBERSHIPS = Through(Membership, "member_id", "left_on")
"""The chambers that a member is in."""

POSTS = Through(Post, "member_id", "to_on")
"""The posts that a member holds."""

_LAST = "register.last"


class Standing(StrEnum):
    """Whether members in office are listed, those who left, or both."""

    CURRENT = "current"
    LEFT = "left"
    ALL = "all"


STANDING_WORDS: Mapping[Standing, Message] = {
    Standing.CURRENT: say("Members now"),
    Standing.LEFT: say("Have left"),
    Standing.ALL: say("Now and formerly"),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A state in a cell: its word, and the colour that goes with it."""

    word: Message
    colour: Colour


Cell = str | Message | Marked


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: the record's id, its cells; `is_past` for what is no longer in force."""

    id: UUID
    cells: tuple[Cell, ...]
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its heading, width in characters, what it is sorted by (None: it is not)."""

    text: Message
    width: int
    order: Order | None
    is_number: bool = False


MEMBER_COLUMNS = (
    Heading(say("Name"), 17, Order("name")),
    Heading(say("Kind"), 5, Order("kind")),
    Heading(say("Township"), 8, Order("township_id")),
    Heading(say("Chambers"), 10, None),
    Heading(say("Post"), 6, Order("role", through=POSTS)),
    Heading(say("Contact"), 6, Order("contact")),
    Heading(say("Industry"), 8, Order("industry")),
    Heading(say("Staff"), 5, Order("staff"), is_number=True),
    Heading(say("Capital"), 7, Order("registered_capital"), is_number=True),
    Heading(say("Joined"), 6, Order("joined_on")),
    Heading(say("Left"), 6, Order("left_on")),
    Heading(say("Credit code"), 12, Order("uscc")),
)


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Which members are listed; None and "" leave all in."""

    federation: UUID | None = None
    township: UUID | None = None
    kind: MemberKind | None = None
    chamber: UUID | None = None
    standing: Standing = Standing.CURRENT
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing but the federation and the standing narrows the list."""
        return not (self.township or self.kind or self.chamber or self.text.strip())


def member_ids(desk: Desk, wanted: MemberFilter, column: int, *, descending: bool) -> Ids:
    """The ids of the members that are wanted, sorted by a column."""
    return desk.store.listing(_listing(wanted, column, descending=descending))


def member_glimpse(
    desk: Desk, wanted: MemberFilter, column: int, first: int, *, descending: bool
) -> Glimpse | None:
    """How that list begins, where it is so long that sorting all of it would be felt."""
    return desk.store.glimpse(_listing(wanted, column, descending=descending), first)


def _listing(wanted: MemberFilter, column: int, *, descending: bool) -> Listing:
    order = MEMBER_COLUMNS[column].order or Order("name")
    equal = {
        name: value
        for name, value in (
            ("federation_id", wanted.federation),
            ("township_id", wanted.township),
            ("kind", wanted.kind),
        )
        if value is not None
    }
    return Listing(
        Member,
        replace(order, descending=descending),
        equal=equal,
        filled={} if wanted.standing is Standing.ALL else {"left_on": wanted.standing is Standing.LEFT},
        linked=((MEMBERSHIPS, {"chamber_id": wanted.chamber}),) if wanted.chamber else (),
        text=wanted.text,
    )


def member_rows(desk: Desk, ids: Sequence[UUID]) -> list[Row]:
    """The lines of these members, with the names of what they point to, in a handful of statements."""
    store = desk.store
    members = store.records(Member, ids)
    memberships = store.pointing(MEMBERSHIPS, ids)
    posts = store.pointing(POSTS, ids)
    chambers = store.records(Chamber, list({each.chamber_id for each in memberships}))
    townships = store.records(Township, list({m.township_id for m in members.values() if m.township_id}))
    its_chambers: dict[UUID, list[str]] = defaultdict(list)
    for membership in memberships:
        if membership.chamber_id in chambers:
            its_chambers[membership.member_id].append(chambers[membership.chamber_id].name)
    its_role: dict[UUID, Role] = {}
    for post in sorted(posts, key=rank_of, reverse=True):
        if post.member_id:
            its_role[post.member_id] = post.role
    return [
        _member_row(members[held], townships, its_chambers.get(held, ()), its_role.get(held))
        for held in ids
        if held in members
    ]


def _member_row(
    member: Member, townships: Mapping[UUID, Township], chambers: Sequence[str], role: Role | None
) -> Row:
    township = townships.get(member.township_id) if member.township_id else None
    cells: tuple[Cell, ...] = (
        member.name,
        choice_word(member.kind),
        township.name if township else "",
        "、".join(sorted(chambers)),
        choice_word(role) if role else "",
        member.contact,
        member.industry,
        _text(member, "staff"),
        _text(member, "registered_capital"),
        _text(member, "joined_on"),
        _text(member, "left_on"),
        member.uscc or "",
    )
    return Row(member.id, cells, is_past=member.left_on is not None)


def _text(record: Record, name: str) -> str:
    return shown(field_of(type(record), name), getattr(record, name))


# -- entering a pile of forms ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LastValues:
    """What the member entered last had in common with the next one, most likely."""

    township_id: UUID | None = None
    kind: MemberKind = MemberKind.ENTERPRISE
    industry: str = ""
    joined_on: date | None = None
    chamber_id: UUID | None = None

    @classmethod
    def of(cls, member: Member, chamber: UUID | None) -> LastValues:
        """The values of a member that was just entered."""
        return cls(member.township_id, member.kind, member.industry, member.joined_on, chamber)


def last_values(desk: Desk) -> LastValues:
    """The values kept in the store from the last member entered; those of records gone are left out."""
    held = desk.store.setting(_LAST)
    if not isinstance(held, dict):
        return LastValues()
    try:
        values = LastValues(
            _id(held.get("township")),
            MemberKind(held.get("kind", MemberKind.ENTERPRISE)),
            str(held.get("industry", "")),
            date.fromisoformat(held["joined_on"]) if held.get("joined_on") else None,
            _id(held.get("chamber")),
        )
    except (ValueError, TypeError):  # written by another version
        return LastValues()
    with desk.snapshot() as snapshot:
        if values.township_id and snapshot.get(Township, values.township_id) is None:
            values = replace(values, township_id=None)
        if values.chamber_id and snapshot.get(Chamber, values.chamber_id) is None:
            values = replace(values, chamber_id=None)
    return values


def keep_last(desk: Desk, values: LastValues) -> None:
    """Keep the values in the store for the next member, also tomorrow."""
    held: dict[str, Any] = {
        "township": values.township_id and str(values.township_id),
        "kind": values.kind.value,
        "industry": values.industry,
        "joined_on": values.joined_on and values.joined_on.isoformat(),
        "chamber": values.chamber_id and str(values.chamber_id),
    }
    if desk.store.setting(_LAST) != held:
        desk.store.put_setting(_LAST, held)


def new_member(federation: Federation, last: LastValues, name: str = "") -> Member:
    """A member to be filled in, with the last values of what is mostly the same."""
    return Member(
        id=uuid4(),
        federation_id=federation.id,
        name=name,
        kind=last.kind,
        industry=last.industry,
        township_id=last.township_id,
        joined_on=last.joined_on,
    )


def enrolment(member: Member, chamber_id: UUID | None) -> tuple[Edit, ...]:
    """The edits by which a member that is entered is of a chamber since it joined; none without a chamber."""
    if chamber_id is None:
        return ()
    return (
        Insert(
            Membership(id=uuid4(), member_id=member.id, chamber_id=chamber_id, joined_on=member.joined_on)
        ),
    )


# -- leaving -----------------------------------------------------------------------------------------------


def on_leaving(member: Record, name: str, value: object) -> tuple[Edit, ...]:
    """What goes along with a typed change of a member: the day of leaving sets how long it is kept."""
    if not isinstance(member, Member) or name != "left_on":
        return ()
    until = retained(member, value if isinstance(value, date) else None)
    if until == member.retain_until:
        return ()
    return (Change(Member, member.id, "retain_until", member.retain_until, until),)


def masked(phone: str) -> str:
    """A telephone number as shown until it is asked for: 138****5678."""
    digits = [found.start() for found in re.finditer(r"\d", phone)]
    hidden = digits[3:-4] if len(digits) > 7 else digits[1:-1]
    return "".join("*" if place in set(hidden) else char for place, char in enumerate(phone))


# -- posts -------------------------------------------------------------------------------------------------


def posts_in_rank(posts: Sequence[Post]) -> list[Post]:
    """Posts still held before those that ended, each by role, then position, then when they began."""
    return sorted(posts, key=lambda post: (post.to_on is not None, rank_of(post), str(post.id)))


def holder_name(snapshot: Snapshot, post: Post) -> str:
    """The name of who holds a post, a person or a member; empty where that is not known."""
    if post.person_id:
        person = snapshot.get(Person, post.person_id)
        return person.name if person else ""
    member = snapshot.get(Member, post.member_id) if post.member_id else None
    return member.name if member else ""


def holding(snapshot: Snapshot, post: Post, name: str, holder: Record | None, *, is_new: bool) -> Proposal:
    """The proposal that gives a post, new or old, to a holder; a name of nobody known becomes a person's.

    The one person of that name is taken, so that nobody is entered twice; of several none is.
    """
    edits: list[Edit] = []
    if holder is None:
        known = snapshot.where(Person, name=name)
        holder = known[0] if len(known) == 1 else Person(id=uuid4(), name=name)
        if len(known) != 1:
            edits.append(Insert(holder))
    held = replace(
        post,
        person_id=holder.id if isinstance(holder, Person) else None,
        member_id=holder.id if isinstance(holder, Member) else None,
    )
    if is_new:
        edits.append(Insert(held))
        title = say("New post: {role} {name}", role=choice_word(post.role), name=name)
    else:
        edits += changes_between(post, held)
        title = say("{role} is {name}", role=choice_word(post.role), name=name)
    return Proposal(Source(""), title, tuple(edits))


def _id(text: object) -> UUID | None:
    return UUID(str(text)) if text else None

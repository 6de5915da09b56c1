"""Merging two members that are one: which values stay, and what moves from the one that goes.

One proposal: everything that points to the member that goes points to the one that stays; what both have
alike (a chamber, an activity, a post, a recognition, a pair) is joined, so that nothing is there twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from moushi.changes.model import Delete, Edit, Proposal, Source, changes_between
from moushi.desk.entering import shown
from moushi.desk.register import masked
from moushi.domain.record import Record, Scalar, field_of, fields_of, with_field
from moushi.domain.records import Member, Membership, Pairing, Participation, Post, Rating, Township
from moushi.domain.snapshot import Snapshot, references_to
from moushi.domain.uscc import is_uscc, misfit
from moushi.domain.words import choice_word, field_word
from moushi.errors import Message, MoushiError, say

T = TypeVar("T", Membership, Post, Pairing)

_LEAVING = ("left_on", "left_reason", "retain_until")  # go together: one reason belongs to one day
_BOUND = ("id", "federation_id")


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which two members differ: its name, both values as shown, whether the second's is taken."""

    field: str
    word: Message
    values: tuple[str | Message, str | Message]
    takes_second: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two members beside each other: where they differ, and how much would move or be joined."""

    first: Member
    second: Member
    choices: tuple[Choice, ...]
    moving: Message


def compare(snapshot: Snapshot, first_id: UUID, second_id: UUID) -> Comparison | None:
    """Two members to be merged, the one that stays first: the one with more to it; None when one is gone."""
    held = [snapshot.get(Member, each) for each in (first_id, second_id)]
    members = [member for member in held if member is not None]
    if len(members) != 2 or first_id == second_id:
        return None
    first, second = sorted(members, key=lambda each: _weight(snapshot, each), reverse=True)
    choices = tuple(
        Choice(
            spec.name,
            field_word(Member, spec.name),
            (_said(snapshot, first, spec.name), _said(snapshot, second, spec.name)),
            takes_second(first, second, spec.name),
        )
        for spec in fields_of(Member)
        if spec.name not in _BOUND and getattr(first, spec.name) != getattr(second, spec.name)
    )
    return Comparison(first, second, choices, _moving(snapshot, second))


def takes_second(first: Member, second: Member, name: str) -> bool:
    """Whether the second's value of a field is the likelier: the fuller one, an earlier day of joining …."""
    one, other = getattr(first, name), getattr(second, name)
    if name in _LEAVING:
        return _stays_longer(second, first)
    if name == "kind":
        return _fits(second) and not _fits(first)
    if name == "joined_on" and one and other:
        return bool(other < one)
    if name == "uscc" and one and other:
        return is_uscc(other) and not is_uscc(one)
    if isinstance(one, str) and isinstance(other, str):
        return len(other.strip()) > len(one.strip())
    return bool(one in (None, "", False) and other not in (None, "", False))


def merging(snapshot: Snapshot, stays: Member, goes: Member, values: Mapping[str, Scalar]) -> Proposal:
    """The proposal that makes two members one with these values; fields not named stay as they are.

    `MoushiError` when they are of two federations: each has its own register.
    """
    if stays.federation_id != goes.federation_id:
        raise MoushiError(
            "{first} and {second} are members of two federations. Merge them only within one.",
            first=stays.name,
            second=goes.name,
        )
    merged = stays
    for name, value in values.items():
        merged = with_field(merged, name, value)
    edits: list[Edit] = list(changes_between(stays, merged))
    for kind in dict.fromkeys(kind for kind, _ in references_to(Member.__name__)):
        edits += _moved(snapshot, kind, stays, goes)
    title = say("Merged {second} into {first}", second=goes.name, first=merged.name)
    return Proposal(Source(""), title, (*edits, Delete(goes)))


def values_chosen(comparison: Comparison, seconds: Iterable[str]) -> dict[str, Scalar]:
    """The values that a merged member has where these fields are taken from the second."""
    return {name: getattr(comparison.second, name) for name in seconds}


# -- what points to them -----------------------------------------------------------------------------------


def _moved(snapshot: Snapshot, kind: type[Record], stays: Member, goes: Member) -> list[Edit]:
    """The edits by which the records of a kind that point to the one that goes come to the other."""
    fields = [field for child, field in references_to(Member.__name__) if child is kind]

    def of(member: Member) -> list[Record]:
        found = {each.id: each for field in fields for each in snapshot.where(kind, **{field: member.id})}
        return list(found.values())

    there = {each.id: each for each in of(stays)}
    held, edits = dict(there), list[Edit]()
    for record in of(goes):
        moved = record
        for field in fields:
            if getattr(record, field) == goes.id:
                moved = with_field(moved, field, stays.id)
        held.pop(record.id, None)
        if isinstance(moved, Pairing) and moved.mentor_id == moved.mentee_id:
            edits.append(Delete(record))
            continue
        same = next((each for each in held.values() if _is_same(each, moved)), None)
        if same is None:
            held[record.id] = moved
            edits += changes_between(record, moved)
        else:
            held[same.id] = _joined(same, moved)
            edits += [*changes_between(same, held[same.id]), Delete(record)]
    return edits


def _is_same(one: Record, other: Record) -> bool:
    """Whether two records of one member say the same thing, maybe of two stretches of time that touch."""
    match one, other:
        case Membership(), Membership():
            return one.chamber_id == other.chamber_id
        case Participation(), Participation():
            return one.activity_id == other.activity_id
        case Rating(), Rating():
            return (one.name, one.level, one.year) == (other.name, other.level, other.year)
        case Pairing(), Pairing():
            return (one.mentor_id, one.mentee_id) == (other.mentor_id, other.mentee_id) and _touch(one, other)
        case Post(), Post():
            return _office(one) == _office(other) and _touch(one, other)
        case _:
            return False


def _office(post: Post) -> tuple[object, ...]:
    return post.role, post.federation_id, post.chamber_id, post.term_number


def _touch(one: Post | Pairing, other: Post | Pairing) -> bool:
    """Whether two stretches of time overlap; a day that is not known reaches everywhere."""
    begins = max(one.from_on or date.min, other.from_on or date.min)
    return begins <= min(one.to_on or date.max, other.to_on or date.max)


def _joined(one: Record, other: Record) -> Record:
    """The one record that stands for two of the same."""
    if isinstance(one, Membership) and isinstance(other, Membership):
        return _spanning(one, other, "joined_on", "left_on")
    if isinstance(one, Post) and isinstance(other, Post):
        return replace(_spanning(one, other, "from_on", "to_on"), rank=one.rank or other.rank)
    if isinstance(one, Pairing) and isinstance(other, Pairing):
        return _spanning(one, other, "from_on", "to_on")
    return one


def _spanning(one: T, other: T, begins: str, ends: str) -> T:
    """From the earlier beginning that is known to the later end; what lasts in one of them lasts."""
    known = [day for each in (one, other) if (day := getattr(each, begins))]
    last = [getattr(each, ends) for each in (one, other)]
    days: dict[str, Any] = {begins: min(known, default=None), ends: None if None in last else max(last)}
    return replace(one, **days)


# -- beside each other -------------------------------------------------------------------------------------


def _weight(snapshot: Snapshot, member: Member) -> tuple[bool, int, int, str]:
    """How much there is to a member: still in, what points to it, fields filled; the id, to be definite."""
    pointing = sum(len(snapshot.where(kind, **{field: member.id})) for kind, field in _REFERENCES)
    filled = sum(getattr(member, spec.name) not in (None, "", False) for spec in fields_of(Member))
    return member.left_on is None, pointing, filled, str(member.id)


def _stays_longer(one: Member, other: Member) -> bool:
    return (one.left_on or date.max) > (other.left_on or date.max)


def _fits(member: Member) -> bool:
    return bool(member.uscc) and misfit(member.uscc or "", member.kind) is None


def _said(snapshot: Snapshot, member: Member, name: str) -> str | Message:
    value = getattr(member, name)
    if name == "township_id":
        township = snapshot.get(Township, value) if value else None
        return township.name if township else ""
    if name == "kind":
        return choice_word(member.kind)
    if name == "phone":
        return masked(member.phone or "")
    if name == "new_generation":
        return say("yes") if value else say("no")
    return shown(field_of(Member, name), value)


def _moving(snapshot: Snapshot, goes: Member) -> Message:
    """What moves along, counted."""
    counts = {kind: 0 for kind, _ in _REFERENCES}
    for kind, field in _REFERENCES:
        counts[kind] += len(snapshot.where(kind, **{field: goes.id}))
    return say(
        "Of {name} come along: chambers {memberships}, posts {posts}, activities {activities}, "
        "pairs {pairs}, recognitions {ratings}. What both have is joined. Undo brings everything back.",
        name=goes.name,
        memberships=counts[Membership],
        posts=counts[Post],
        activities=counts[Participation],
        pairs=counts[Pairing],
        ratings=counts[Rating],
    )


_REFERENCES = references_to(Member.__name__)

"""Mentor pairs (传帮带) of a member: whom it guides, by whom it is guided, since when and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from moushi.changes.model import Insert, Proposal, Source, changes_between
from moushi.domain.records import Member, Pairing
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError, say

RECOGNITIONS = ("清廉民企示范单位",)
"""Recognitions of members that the field knows."""


class Part(StrEnum):
    """What a member is in a pair."""

    MENTOR = "mentor"
    MENTEE = "mentee"


PART_WORDS = {Part.MENTOR: say("mentor"), Part.MENTEE: say("mentee")}
"""What a member is in a pair, in words."""


def pairs_of(snapshot: Snapshot, member: Member) -> list[Pairing]:
    """The pairs of a member, those that last first, the newest of each first."""
    found = (*snapshot.where(Pairing, mentor_id=member.id), *snapshot.where(Pairing, mentee_id=member.id))
    latest = sorted(found, key=lambda pair: (pair.from_on or date.min, str(pair.id)), reverse=True)
    return sorted(latest, key=lambda pair: pair.to_on is not None)


def part_of(pair: Pairing, member: Member) -> Part:
    """What a member is in one of its pairs."""
    return Part.MENTOR if pair.mentor_id == member.id else Part.MENTEE


def other_of(pair: Pairing, member: Member) -> UUID:
    """Who the other one is."""
    return pair.mentee_id if pair.mentor_id == member.id else pair.mentor_id


def likely_part(member: Member) -> Part:
    """One of the new generation is mostly guided."""
    return Part.MENTEE if member.new_generation else Part.MENTOR


def pairing(
    snapshot: Snapshot, member: Member, part: Part, other: Member, pair: Pairing | None = None
) -> Proposal | None:
    """The proposal that makes a pair, or changes who or what is in it; None where nothing differs.

    `MoushiError` when nobody would guide anybody else, or the two are a pair already.
    """
    mentor, mentee = (member, other) if part is Part.MENTOR else (other, member)
    if mentor.id == mentee.id:
        raise MoushiError("Nobody is their own mentor. Choose another member.")
    lasting = (
        each
        for each in snapshot.where(Pairing, mentor_id=mentor.id, mentee_id=mentee.id, to_on=None)
        if pair is None or each.id != pair.id
    )
    if (pair is None or pair.to_on is None) and any(lasting):
        raise MoushiError("{mentor} guides {mentee} already.", mentor=mentor.name, mentee=mentee.name)
    title: Message = say("{mentor} guides {mentee}", mentor=mentor.name, mentee=mentee.name)
    if pair is None:
        made = Pairing(id=uuid4(), mentor_id=mentor.id, mentee_id=mentee.id)
        return Proposal(Source(""), title, (Insert(made),))
    edits = changes_between(pair, replace(pair, mentor_id=mentor.id, mentee_id=mentee.id))
    return Proposal(Source(""), title, edits) if edits else None

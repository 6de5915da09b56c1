"""Counting the ledger (台账): activities of a year, who took part, what was collected, settled, given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from moushi.domain.counting_facts import EVER, Case, Fact, Facts, days_of
from moushi.domain.kinds import ActivityKind, CountRule, MemberKind, Role
from moushi.domain.records import Activity, ActivityItem, Member, Participation, Post

COMMITTEE = frozenset(
    {
        Role.CHAIR,
        Role.PRESIDENT,
        Role.PARTY_SECRETARY,
        Role.EXECUTIVE_VICE,
        Role.ACTING_PRESIDENT,
        Role.VICE,
        Role.SECRETARY_GENERAL,
        Role.STANDING_COMMITTEE,
        Role.EXECUTIVE_COMMITTEE,
    }
)
"""执委 and higher: who sits on the executive committee; supervisors, council and honorary ones do not."""

SUMS: Mapping[CountRule, str] = {
    CountRule.PEOPLE: "people",
    CountRule.COLLECTED: "collected",
    CountRule.CLOSED: "closed",
    CountRule.CASES: "cases",
    CountRule.SETTLED: "settled",
    CountRule.JOBS: "jobs",
    CountRule.VILLAGES: "villages",
    CountRule.AMOUNT: "amount",
    CountRule.FEES: "fee",
}
"""Which count of an activity a rule adds up."""

_COUNTED = tuple(SUMS.values())


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the ledger without its words."""

    id: UUID
    held_on: date
    numbers: Mapping[str, Decimal | int | None]

    def fact(self, key: UUID | int, number: Decimal | int = 1) -> Fact:
        return Fact(key, self.id, since=self.held_on, number=number)


def _entries(case: Case, kind: ActivityKind | None) -> list[_Entry]:
    """The year's activities that a measure counts, of one kind or of all."""
    by = ("id", "held_on", "kind", *_COUNTED)
    found: Any = case.snapshot.numbers(Activity, by, federation_id=(case.owner,), held_on=days_of(case.year))
    serving = None
    if case.measure.serving_only:
        links = case.snapshot.where(ActivityItem, item_id=case.measure.item_id)
        serving = {link.activity_id for link in links}
    return [
        _Entry(activity_id, held_on, dict(zip(_COUNTED, numbers, strict=True)))
        for activity_id, held_on, held, *numbers in found
        if kind in (None, held) and (serving is None or activity_id in serving)
    ]


def activities(case: Case) -> Facts:
    """Activities held in the year."""
    return Facts(Activity, [each.fact(each.id) for each in _entries(case, case.activity_kind)])


def months(case: Case) -> Facts:
    """Months in which an activity was held."""
    return Facts(Activity, [each.fact(each.held_on.month) for each in _entries(case, case.activity_kind)])


def enterprises(case: Case) -> Facts:
    """Members who took part in the year, of whatever kind, each once."""
    return Facts(Member, list(_taking_part(case, case.activity_kind)))


def committee_visited(case: Case) -> Facts:
    """Enterprises with a seat on the federation's executive committee that were visited in the year.

    A seat is a post in office of a role in `COMMITTEE`, held by a member that is an enterprise and has not
    left. A visit is an activity of that kind, or of the kind that the measure names.
    """
    posts = [
        post
        for post in case.snapshot.where(Post, federation_id=case.owner)
        if post.role in COMMITTEE and post.member_id
    ]
    found: Any = case.snapshot.numbers(
        Member,
        ("id", "left_on"),
        id=frozenset(post.member_id for post in posts),
        kind=(MemberKind.ENTERPRISE,),
    )
    left = {member_id: left_on or EVER for member_id, left_on in found}
    seats = [
        Fact(
            post.member_id,
            post.member_id,
            since=post.from_on or date.min,
            until=min(post.to_on or EVER, left[post.member_id]),
        )
        for post in posts
        if post.member_id in left
    ]
    visited = _taking_part(case, case.activity_kind or ActivityKind.VISIT)
    return Facts(Member, [fact for fact in visited if fact.key in left], seats)


def _taking_part(case: Case, kind: ActivityKind | None) -> Iterator[Fact]:
    held_on = {each.id: each.held_on for each in _entries(case, kind)}
    found: Any = case.snapshot.numbers(
        Participation, ("activity_id", "member_id"), activity_id=frozenset(held_on)
    )
    for activity_id, member_id in found:
        yield Fact(member_id, member_id, since=held_on[activity_id])


def summed(name: str) -> Callable[[Case], Facts]:
    """What the year's activities add up to in one of their counts; one that does not tell it adds nothing."""

    def sums(case: Case) -> Facts:
        counted = [
            each.fact(each.id, number)
            for each in _entries(case, case.activity_kind)
            if (number := each.numbers[name]) is not None
        ]
        return Facts(Activity, counted, is_sum=True)

    return sums

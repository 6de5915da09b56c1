"""Counting members: who belongs, who joined, who is recognised, mentors and new-generation talents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from moushi.domain.counting_chambers import same_level
from moushi.domain.counting_facts import EVER, Case, Fact, Facts, days_of, first_day
from moushi.domain.records import Member, Pairing, Rating

MOST_AGE = 45
"""Years of a new-generation talent (青蓝接力), by year of birth."""


def belonging(case: Case) -> Facts:
    """Members who have joined and not left; one whose day of joining is not known has always been there."""
    by = (*case.each, "joined_on", "left_on")
    found: Any = case.snapshot.numbers(Member, by, federation_id=(case.owner,))
    stays = [_stay(each, joined, left, number) for (*each, joined, left), number in found.items()]
    return Facts(Member, stays, is_sum=True)


def joined(case: Case) -> Facts:
    """Members who joined in the year, also those who have left since."""
    by = (*case.each, "joined_on")
    found: Any = case.snapshot.numbers(Member, by, federation_id=(case.owner,), joined_on=days_of(case.year))
    newcomers = [
        Fact(record=each[0] if each else None, since=since, number=number)
        for (*each, since), number in found.items()
    ]
    return Facts(Member, newcomers, is_sum=True)


def talents(case: Case) -> Facts:
    """New-generation members who belong and are not too old; one of unknown birth year is not counted."""
    by = (*case.each, "birth_year", "joined_on", "left_on")
    found: Any = case.snapshot.numbers(Member, by, federation_id=(case.owner,), new_generation=(True,))
    young = [
        replace(stay, until=min(stay.until, first_day(born + MOST_AGE + 1)))
        for (*each, born, joined, left), number in found.items()
        if born is not None and (stay := _stay(each, joined, left, number))
    ]
    return Facts(Member, young, is_sum=True)


def _stay(each: Sequence[UUID], joined: date | None, left: date | None, number: int) -> Fact:
    """Members who belong from one day to another: one that is listed, or many."""
    record = each[0] if each else None
    return Fact(record=record, since=joined or date.min, until=left or EVER, number=number)


def rated(case: Case) -> Facts:
    """Members recognised in the year, as whatever it be; the day of it is not known."""
    holders = {
        rating.member_id
        for rating in case.snapshot.where(Rating, year=case.year)
        if rating.member_id and same_level(case.level, rating.level)
    }
    return Facts(Member, [Fact(each, each, since=case.begins) for each in _own_members(case, holders)])


def mentors(case: Case) -> Facts:
    """The federation's members who guide somebody."""
    return Facts(Member, [_pair(pair, pair.mentor_id) for pair in _pairings(case)])


def pairs(case: Case) -> Facts:
    """The pairs in force of the federation's mentors."""
    return Facts(Pairing, [_pair(pair, pair.id) for pair in _pairings(case)])


def _pairings(case: Case) -> list[Pairing]:
    """The pairs of the federation's mentors."""
    pairs = case.snapshot.where(Pairing)
    own = _own_members(case, {pair.mentor_id for pair in pairs})
    return [pair for pair in pairs if pair.mentor_id in own]


def _pair(pair: Pairing, counted: UUID) -> Fact:
    return Fact(counted, counted, since=pair.from_on or date.min, until=pair.to_on or EVER)


def _own_members(case: Case, ids: Iterable[UUID]) -> set[UUID]:
    """Those of the ids that are of members of the federation."""
    found: Any = case.snapshot.numbers(Member, ("id",), id=frozenset(ids), federation_id=(case.owner,))
    return {member_id for (member_id,) in found}

"""Counting chambers: coverage of townships, renewal, recognition, Party branches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from moushi.domain.counting_facts import EVER, Case, Fact, Facts
from moushi.domain.records import Chamber, ChamberTerm, MeasureChamber, Rating, Township, normal_name
from moushi.domain.terms import term_ends

_DAY = timedelta(days=1)


def townships_covered(case: Case) -> Facts:
    """Townships of the federation that have a live chamber, of whatever kind."""
    townships = case.snapshot.where(Township, federation_id=case.owner)
    chambers = case.snapshot.where(Chamber, federation_id=case.owner)
    covered = [_life(chamber, chamber.township_id) for chamber in chambers if chamber.township_id]
    return Facts(Township, covered, [Fact(township.id, township.id) for township in townships])


def live(case: Case) -> Facts:
    """Chambers that are founded and not dissolved."""
    chambers = case.snapshot.where(Chamber, federation_id=case.owner)
    return Facts(Chamber, [_life(chamber, chamber.id) for chamber in chambers])


def party_branches(case: Case) -> Facts:
    """Live chambers with a Party branch, of all live ones."""
    chambers = case.snapshot.where(Chamber, federation_id=case.owner)
    branches = [_life(chamber, chamber.id) for chamber in chambers if chamber.party_branch]
    return Facts(Chamber, branches, [_life(chamber, chamber.id) for chamber in chambers])


def _life(chamber: Chamber, counted: UUID) -> Fact:
    """What is counted by a chamber for as long as it is there."""
    ends = term_ends(chamber)
    return Fact(
        counted,
        counted,
        since=chamber.founded_on or date.min,
        until=chamber.dissolved_on or EVER,
        overdue=ends + _DAY if ends and ends < EVER else EVER,
    )


def renewed(case: Case) -> Facts:
    """Chambers of which a term began in the year: of those named, or of all that were to be renewed in it."""
    ended: dict[UUID, list[ChamberTerm]] = defaultdict(list)
    for term in case.snapshot.where(ChamberTerm):
        ended[term.chamber_id].append(term)
    wanted: dict[Chamber, Fact] = {}
    named = case.snapshot.where(MeasureChamber, measure_id=case.measure.id)
    for each in named:
        if chamber := case.snapshot.get(Chamber, each.chamber_id):
            wanted[chamber] = Fact(chamber.id, chamber.id)
    for chamber in () if named else case.snapshot.where(Chamber, federation_id=case.owner):
        if _falls_due(chamber, ended[chamber.id], case.year):
            wanted[chamber] = _life(chamber, chamber.id)
    begun = [
        Fact(chamber.id, chamber.id, since=began)
        for chamber in wanted
        if (began := _began_in(chamber, ended[chamber.id], case.year))
    ]
    return Facts(Chamber, begun, list(wanted.values()))


def _began_in(chamber: Chamber, ended: Iterable[ChamberTerm], year: int) -> date | None:
    """The first day of a year on which a term of a chamber began."""
    days = (chamber.term_began_on, *(term.began_on for term in ended))
    return min((day for day in days if day and day.year == year), default=None)


def _falls_due(chamber: Chamber, ended: Iterable[ChamberTerm], year: int) -> bool:
    """Whether a chamber is to be renewed in a year: a term ended or falls due in it, or is overdue since.

    Also one that was renewed in it though nothing is known of its term before; its founding is no renewal.
    """
    for term in ended:
        due = term_ends(term)
        if term.ended_on and (term.ended_on.year == year or (due and due.year <= year < term.ended_on.year)):
            return True
    due = term_ends(chamber)
    if due and due.year <= year:
        return True
    began = chamber.term_began_on
    was_founded = bool(chamber.founded_on and chamber.founded_on.year == year)
    is_first = chamber.term_number == 1 or (chamber.term_number is None and was_founded)
    return began is not None and began.year == year and not is_first


def rated(case: Case) -> Facts:
    """Chambers recognised as 四好 in the year, now or by an earlier record; the day of it is not known."""
    earlier = {
        rating.chamber_id
        for rating in case.snapshot.where(Rating, year=case.year)
        if rating.chamber_id and same_level(case.level, rating.level)
    }
    found = [
        Fact(chamber.id, chamber.id, since=case.begins)
        for chamber in case.snapshot.where(Chamber, federation_id=case.owner)
        if chamber.id in earlier
        or (chamber.rating_year == case.year and same_level(case.level, chamber.rating_level))
    ]
    return Facts(Chamber, found)


_LEVEL = re.compile(r"全国|国家|[省市县区](?=级|四好|\(|$)")
_SAME_LEVEL = {"全国": "国家", "区": "县"}


def same_level(wanted: str, held: str) -> bool:
    """Whether a recognition is of the level wanted ("": any): 省, 省级 and 省级四好商会 are one level."""
    return not wanted.strip() or _level(wanted) == _level(held)


@cache
def _level(text: str) -> str:
    bare = normal_name(text)
    found = _LEVEL.search(bare)
    return _SAME_LEVEL.get(found[0], found[0]) if found else bare.removesuffix("四好商会")

"""By which function each rule of counting finds what it counts, and what of the records it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date

from moushi.domain import counting_chambers as chambers
from moushi.domain import counting_ledger as ledger
from moushi.domain import counting_members as members
from moushi.domain.counting_facts import Case, Facts
from moushi.domain.kinds import CountRule
from moushi.domain.record import Record
from moushi.domain.records import (
    Activity,
    ActivityItem,
    Chamber,
    ChamberTerm,
    Member,
    Pairing,
    Participation,
    Post,
    Rating,
    Township,
)

_COUNT: Mapping[CountRule, Callable[[Case], Facts]] = {
    CountRule.TOWNSHIPS_COVERED: chambers.townships_covered,
    CountRule.CHAMBERS_RENEWED: chambers.renewed,
    CountRule.CHAMBERS_RATED: chambers.rated,
    CountRule.CHAMBERS: chambers.live,
    CountRule.PARTY_BRANCHES: chambers.party_branches,
    CountRule.MEMBERS: members.belonging,
    CountRule.MEMBERS_JOINED: members.joined,
    CountRule.MEMBERS_RATED: members.rated,
    CountRule.MENTORS: members.mentors,
    CountRule.PAIRS: members.pairs,
    CountRule.TALENTS: members.talents,
    CountRule.ACTIVITIES: ledger.activities,
    CountRule.MONTHS: ledger.months,
    CountRule.ENTERPRISES: ledger.enterprises,
    CountRule.COMMITTEE_VISITED: ledger.committee_visited,
    **{rule: ledger.summed(name) for rule, name in ledger.SUMS.items()},
}


def facts_of(rule: CountRule, case: Case) -> Facts:
    """What a rule finds for a plan's year; nothing in a year that no calendar has."""
    if not date.min.year <= case.year <= date.max.year:
        return Facts(Activity)
    return _COUNT[rule](case)


_HELD = {Activity: ("federation_id", "kind", "held_on"), ActivityItem: ("activity_id", "item_id")}
_TAKING_PART = {**_HELD, Participation: ("activity_id", "member_id")}
_STANDING = ("federation_id", "founded_on", "dissolved_on")
_TERM = ("term_number", "term_began_on", "term_years", "term_extended_to")
_PAIRED = {Pairing: ("mentor_id", "from_on", "to_on"), Member: ("federation_id",)}

_READ: Mapping[CountRule, Mapping[type[Record], Collection[str]]] = {
    CountRule.TOWNSHIPS_COVERED: {Township: ("federation_id",), Chamber: (*_STANDING, "township_id")},
    CountRule.CHAMBERS_RENEWED: {
        Chamber: (*_STANDING, *_TERM),
        ChamberTerm: ("chamber_id", "began_on", "ended_on", "years", "extended_to"),
    },
    CountRule.CHAMBERS_RATED: {
        Chamber: ("federation_id", "rating_level", "rating_year"),
        Rating: ("chamber_id", "level", "year"),
    },
    CountRule.CHAMBERS: {Chamber: _STANDING},
    CountRule.PARTY_BRANCHES: {Chamber: (*_STANDING, "party_branch")},
    CountRule.MEMBERS: {Member: ("federation_id", "joined_on", "left_on")},
    CountRule.MEMBERS_JOINED: {Member: ("federation_id", "joined_on")},
    CountRule.MEMBERS_RATED: {Member: ("federation_id",), Rating: ("member_id", "level", "year")},
    CountRule.MENTORS: _PAIRED,
    CountRule.PAIRS: _PAIRED,
    CountRule.TALENTS: {Member: ("federation_id", "joined_on", "left_on", "new_generation", "birth_year")},
    CountRule.ACTIVITIES: _HELD,
    CountRule.MONTHS: _HELD,
    CountRule.ENTERPRISES: _TAKING_PART,
    CountRule.COMMITTEE_VISITED: {
        **_TAKING_PART,
        Post: ("role", "member_id", "federation_id", "from_on", "to_on"),
        Member: ("kind", "left_on"),
    },
    **{rule: {**_HELD, Activity: (*_HELD[Activity], name)} for rule, name in ledger.SUMS.items()},
}
"""The fields of the records that each rule reads: nothing else can change what it comes to."""


def rules_reading(kind: type[Record], field: str | None = None) -> frozenset[CountRule]:
    """The rules that a change of a field can affect, or an insert or delete of the kind (no field)."""
    return _READING.get((kind, field), frozenset())


def _readers() -> dict[tuple[type[Record], str | None], frozenset[CountRule]]:
    found: dict[tuple[type[Record], str | None], set[CountRule]] = defaultdict(set)
    for rule, read in _READ.items():
        for kind, names in read.items():
            for name in (*names, None):
                found[kind, name].add(rule)
    return {key: frozenset(rules) for key, rules in found.items()}


_READING = _readers()

"""What a rule of counting finds: facts with the days of which they are true.

Days on which something ends no longer count: who leaves, is dissolved or gives up a post on a day is not
counted on it. What spans days counts at its first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from uuid import UUID

from moushi.domain.kinds import ActivityKind
from moushi.domain.record import Record
from moushi.domain.records import Measure, Plan
from moushi.domain.snapshot import Snapshot

EVER = date.max


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that counts from the day `since` to the day before `until`.

    Facts of one `key` count once. `record` is what is listed, None where only numbers are wanted; from the
    day `overdue` on its term has run out.
    """

    key: UUID | int | None = None
    record: UUID | None = None
    since: date = date.min
    until: date = EVER
    number: Decimal | int = 1
    overdue: date = EVER

    def holds(self, day: date) -> bool:
        """Whether it counts on a day."""
        return self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule finds: records of the kind `lists`; `base` is what a ratio is counted against."""

    lists: type[Record]
    found: Sequence[Fact] = ()
    base: Sequence[Fact] | None = None
    is_sum: bool = False  # numbers are added; else each key counts once


@dataclass(frozen=True, slots=True)
class Case:
    """What is counted: a measure, or a part of it, by its rule and what narrows that.

    `each` is ("id",) where the records are listed, and () where only numbers are wanted: members are too many
    to be read one by one.
    """

    snapshot: Snapshot
    plan: Plan
    measure: Measure
    activity_kind: ActivityKind | None = None
    level: str = ""
    each: tuple[str, ...] = ()

    @property
    def owner(self) -> UUID:
        """The federation whose plan it is."""
        return self.plan.federation_id

    @property
    def year(self) -> int:
        """The plan's year."""
        return self.plan.year

    @property
    def begins(self) -> date:
        """The year's first day."""
        return date(self.year, 1, 1)


@cache
def days_of(year: int) -> frozenset[date]:
    """All days of a year."""
    first = date(year, 1, 1)
    length = (date(year, 12, 31) - first).days + 1
    return frozenset(first + timedelta(days=n) for n in range(length))


def first_day(year: int) -> date:
    """The first day of a year, or the first or last of all days."""
    if year > date.max.year:
        return EVER
    return date(max(year, date.min.year), 1, 1)

"""What the overview tells of chambers, townships, members and the ledger, as lines and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from moushi.desk.terms import DUE, OVERDUE, by_end
from moushi.domain.kinds import ActivityKind, Colour
from moushi.domain.lasting import covering, is_over
from moushi.domain.reading import by_name
from moushi.domain.record import Record
from moushi.domain.records import Activity, Chamber, Member, Township
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import term_ends
from moushi.errors import Message, say

_NAMED = 2

About = tuple[Message | str, ...]
"""What is said of a line beside its title, in parts."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: what it is, more about it, how it stands (word and colour), and where it leads.

    `page` names the page where that is not the one on which the record is worked on.
    """

    kind: type[Record]
    id: UUID
    title: str | Message
    about: About = ()
    word: Message | None = None
    colour: Colour = Colour.NONE
    page: str = ""


@dataclass(frozen=True, slots=True)
class LedgerYear:
    """How many entries the ledger has in each month of a year, by kind; kinds without any are left out."""

    kinds: Mapping[ActivityKind, tuple[int, ...]] = field(default_factory=dict)

    @property
    def months(self) -> tuple[int, ...]:
        """All kinds together, month by month."""
        return tuple(sum(counts[n] for counts in self.kinds.values()) for n in range(12))

    def of_month(self, month: int) -> dict[ActivityKind, int]:
        """The kinds of which a month (1 to 12) has entries, and how many."""
        return {kind: counts[month - 1] for kind, counts in self.kinds.items() if counts[month - 1]}


@dataclass(frozen=True, slots=True)
class Leavers:
    """Members who left and are no longer to be kept: how many, and id and name of some who are so longest."""

    count: int = 0
    first: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """What of chambers, townships and members the overview tells."""

    renewals: tuple[Line, ...] = ()
    uncovered: tuple[Line, ...] = ()
    leavers: Leavers = field(default_factory=Leavers)
    chambers: int = 0
    townships: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of it as one list; members no longer to be kept are one line of it."""
        left = self.leavers
        if not left.first:
            return self.renewals + self.uncovered
        title = say("{count} members are no longer to be kept", count=left.count)
        about = ("、".join(name for _, name in left.first), say("can be deleted on the members page"))
        return (*self.renewals, *self.uncovered, Line(Member, left.first[0][0], title, about))


def day_words(day: date, seen_from: date) -> Message:
    """A day as it is said in the year from which it is seen."""
    if day.year == seen_from.year:
        return say("{month}/{day}", month=day.month, day=day.day)
    return say("{year}/{month}/{day}", year=day.year, month=day.month, day=day.day)


def days_words(day: date, today: date) -> Message:
    """How far off a day is."""
    left = (day - today).days
    if left == 0:
        return say("today")
    return say("in {count} days", count=left) if left > 0 else say("{count} days ago", count=-left)


def register_of(
    chambers: Sequence[Chamber],
    townships: Sequence[Township],
    left: Leavers,
    today: date,
    owners: Mapping[UUID, str] | None = None,
) -> Register:
    """The chambers whose term has ended or ends within a year, and the townships that have none.

    `owners` are the names of the federations where a township's alone does not tell whose it is.
    """
    covered = covering(chambers, today)
    without = by_name(each for each in townships if each.id not in covered)
    named = owners or {}
    renewals = (
        _renewal(each, state.word, state.colour, today)
        for state in (OVERDUE, DUE)
        for each in by_end(chambers, today, state)
    )
    return Register(
        tuple(renewals),
        tuple(
            Line(
                Township,
                each.id,
                each.name,
                (named[each.federation_id],) if each.federation_id in named else (),
                say("without a chamber"),
            )
            for each in without
        ),
        left,
        len(chambers),
        len(townships),
    )


def _renewal(chamber: Chamber, word: Message, colour: Colour, today: date) -> Line:
    about: About = ()
    ends = term_ends(chamber)
    if ends:
        about = (days_words(ends, today), say("ends {day}", day=day_words(ends, today)))
    if chamber.term_number is not None:
        about += (say("term {number}", number=chamber.term_number),)
    return Line(Chamber, chamber.id, chamber.name, about, word, colour)


def leavers(snapshot: Snapshot, federations: Sequence[UUID], today: date) -> Leavers:
    """The members of these federations that left and whose last day of being kept lies before today."""
    numbers: Any = snapshot.numbers(Member, ("retain_until", "left_on"), federation_id=federations)
    ended: Counter[date] = Counter()
    for (until, left_on), count in numbers.items():
        if is_over(left_on, until, today):
            ended[until] += count
    if not ended:
        return Leavers()
    first = [
        member
        for held in federations
        for member in snapshot.where(Member, federation_id=held, retain_until=min(ended))
        if member.left_on is not None
    ]
    return Leavers(ended.total(), tuple((member.id, member.name) for member in first[:_NAMED]))


def ledger_year(snapshot: Snapshot, federations: Sequence[UUID], year: int) -> LedgerYear:
    """The entries of a year, counted; none is read."""
    begins = date(year, 1, 1)
    days = [begins + timedelta(days=n) for n in range((date(year, 12, 31) - begins).days + 1)]
    numbers = snapshot.numbers(Activity, ("kind", "held_on"), federation_id=federations, held_on=days)
    counted: Counter[tuple[object, int]] = Counter()
    for (kind, day), count in numbers.items():
        if isinstance(day, date):
            counted[kind, day.month] += count
    kinds = {kind for kind, _ in counted}
    return LedgerYear(
        {kind: tuple(counted[kind, n] for n in range(1, 13)) for kind in ActivityKind if kind in kinds}
    )

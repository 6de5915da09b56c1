"""What the overview tells of chambers, townships, members and the ledger, as lines and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.desk.terms import DISSOLVED, DUE, OVERDUE, by_end, term_ends, term_state
from moushi.domain.kinds import ActivityKind, Colour
from moushi.domain.reading import reading_order
from moushi.domain.record import Record
from moushi.domain.records import Activity, Chamber, Member, Township
from moushi.errors import Message, say
from moushi.store.listing import Listing, Order

_ALL = 2**31
"""More than any list has; a limit also keeps the store from holding the list in place of a page's."""
_SHOWN_LEAVERS = 20
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
    """Members who left and are no longer to be kept: how many, and those who left first."""

    count: int = 0
    lines: tuple[Line, ...] = ()


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
        if not left.lines:
            return self.renewals + self.uncovered
        first = left.lines[0]
        names = "、".join(str(line.title) for line in left.lines[:_NAMED])
        title = say("{count} members are no longer to be kept", count=left.count)
        about = (names, say("can be deleted on the members page"))
        return (*self.renewals, *self.uncovered, Line(Member, first.id, title, about))


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
    chambers: Sequence[Chamber], townships: Sequence[Township], left: Leavers, today: date
) -> Register:
    """The chambers whose term has ended or ends within a year, and the townships that have none."""
    covered = {each.township_id for each in chambers if term_state(each, today) is not DISSOLVED}
    without = sorted(
        (each for each in townships if each.id not in covered), key=lambda each: reading_order(each.name)
    )
    renewals = (
        _renewal(each, state.word, state.colour, today)
        for state in (OVERDUE, DUE)
        for each in by_end(chambers, today, state)
    )
    return Register(
        tuple(renewals),
        tuple(Line(Township, each.id, each.name, word=say("without a chamber")) for each in without),
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


def leavers(desk: Desk, federations: Sequence[UUID], today: date) -> Leavers:
    """The members of these federations whose last day of being kept lies before today."""
    ids: list[UUID] = []
    for held in federations:
        order = Order("retain_until")
        wanted = Listing(Member, order, {"federation_id": held}, {"retain_until": True}, limit=_ALL)
        found = desk.store.listing(wanted)
        ids += found[: _place(desk, Member, "retain_until", found, today)]
    shown = desk.store.records(Member, ids[:_SHOWN_LEAVERS])
    lines = (
        Line(Member, each.id, each.name, (say("kept until {day}", day=day_words(each.retain_until, today)),))
        for key in ids[:_SHOWN_LEAVERS]
        if (each := shown.get(key)) and each.retain_until
    )
    return Leavers(len(ids), tuple(lines))


def ledger_year(activities: Iterable[Activity]) -> LedgerYear:
    """The entries of one year, counted."""
    counted = Counter((each.kind, each.held_on.month) for each in activities)
    kinds = {kind for kind, _ in counted}
    return LedgerYear(
        {kind: tuple(counted[kind, n] for n in range(1, 13)) for kind in ActivityKind if kind in kinds}
    )


def activities_of(desk: Desk, federations: Sequence[UUID], year: int) -> list[Activity]:
    """The entries of a year; of the years before and after only as many as it takes to find its ends."""
    found: list[Activity] = []
    for held in federations:
        ids = desk.store.listing(Listing(Activity, Order("held_on"), {"federation_id": held}, limit=_ALL))
        first = _place(desk, Activity, "held_on", ids, date(year, 1, 1))
        last = _place(desk, Activity, "held_on", ids, date(year + 1, 1, 1))
        found += desk.store.records(Activity, ids[first:last]).values()
    return found


def _place(desk: Desk, kind: type[Record], name: str, ids: Sequence[UUID], day: date) -> int:
    """How many of these records, which are in order of a date, lie before a day."""
    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        record = desk.store.records(kind, [ids[middle]]).get(ids[middle])
        if record is not None and getattr(record, name) < day:
            low = middle + 1
        else:
            high = middle
    return low

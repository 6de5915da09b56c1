"""What lasts from one day to another: whether it is there on a day, and how long who left is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from moushi.domain.period import Period
from moushi.domain.reading import by_name
from moushi.domain.records import Chamber, Member
from moushi.domain.terms import years_later


def lasts(began: date | None, ended: date | None, day: date) -> bool:
    """Whether what begins and ends on these days, known or not, is in force on a day.

    On the day on which it ends it is no more, as everywhere: those whom a renewal (换届) puts out of office
    are out of it on the first day of the new ones.
    """
    return (began is None or began <= day) and (ended is None or ended > day)


def is_live(chamber: Chamber, day: date) -> bool:
    """Whether a chamber is there on a day, founded and not dissolved; an overdue term does not matter."""
    return lasts(chamber.founded_on, chamber.dissolved_on, day)


def is_asked(chamber: Chamber, period: Period, today: date | None = None) -> bool:
    """Whether a chamber is asked for a period: there on its last day and, if that is over, `today` still.

    Without `today` it is as the period itself saw it, whatever became of the chamber since.
    """
    still = period.ends if today is None else max(period.ends, today)
    return is_live(chamber, period.ends) and lasts(None, chamber.dissolved_on, still)


def covering(chambers: Iterable[Chamber], day: date) -> Mapping[UUID, tuple[Chamber, ...]]:
    """The live chambers of each township that has one, by name."""
    found: dict[UUID, list[Chamber]] = defaultdict(list)
    for chamber in by_name(chambers):
        if chamber.township_id and is_live(chamber, day):
            found[chamber.township_id].append(chamber)
    return {township: tuple(held) for township, held in found.items()}


def kept_until(left_on: date) -> date | None:
    """The day until which a member that left is kept, a year on; None beyond the calendar."""
    return years_later(left_on, 1)


def retained(member: Member, left_on: date | None) -> date | None:
    """Until when a member is kept whose day of leaving becomes another; a day that a person set stays."""
    if member.retain_until != (kept_until(member.left_on) if member.left_on else None):
        return member.retain_until
    return kept_until(left_on) if left_on else None


def is_over(left_on: date | None, retain_until: date | None, day: date) -> bool:
    """Whether a member left and is to be kept no longer: the last day of keeping has passed."""
    return left_on is not None and retain_until is not None and retain_until < day

"""The ledger by days: a month's weeks, and what was held on each day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.desk.ledger import LedgerFilter, named, searched
from moushi.domain.words import choice_word
from moushi.errors import Message
from moushi.store.entries import entries

WEEKS = 6
"""Rows of a month's sheet, always, so that it does not jump."""

_LONGEST = 366  # days; what lasts longer was mistyped


@dataclass(frozen=True, slots=True)
class DayEntry:
    """An entry on its day."""

    id: UUID
    kind: Message
    title: Message | str


@dataclass(frozen=True, slots=True)
class Month:
    """A month's sheet: 42 days from a Monday on, and the entries of each that has any."""

    year: int
    month: int
    entries: dict[date, tuple[DayEntry, ...]]

    @property
    def first(self) -> date:
        """The Monday that the sheet begins with."""
        return first_shown(self.year, self.month)

    def day(self, place: int) -> date:
        """The day of a place, counted from 0."""
        return date.fromordinal(min(self.first.toordinal() + place, date.max.toordinal()))

    def place(self, day: date) -> int:
        """The place of a day, -1 when the sheet does not have it."""
        place = (day - self.first).days
        return place if 0 <= place < WEEKS * 7 else -1


def first_shown(year: int, month: int) -> date:
    """The Monday on or before the month's first day."""
    first = date(year, month, 1)
    return date.fromordinal(max(first.toordinal() - first.weekday(), 1))


def month_of(desk: Desk, wanted: LedgerFilter, year: int, month: int) -> Month:
    """The entries of the days of a month's sheet; one that lasts stands on each of its days."""
    sheet = Month(year, month, {})
    first, last = sheet.day(0), sheet.day(WEEKS * 7 - 1)
    asked = searched(wanted, "held_on", first, last, descending=False)
    ids = entries(desk.store, replace(asked, lasting=True))
    held = named(desk, ids[:])
    days: dict[date, list[DayEntry]] = defaultdict(list)
    for each in ids:
        entry = held.entries.get(each)
        if entry is None:
            continue
        told = DayEntry(each, choice_word(entry.kind), held.title(entry))
        begins = max(entry.held_on, first)
        ends = min(max(entry.until or entry.held_on, entry.held_on), last)
        if (ends - begins).days > _LONGEST:
            ends = begins
        for n in range((ends - begins).days + 1):
            days[begins + timedelta(days=n)].append(told)
    return Month(year, month, {day: tuple(found) for day, found in days.items()})


def month_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month; within the calendar's years."""
    number = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = number // 12, number % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")

"""The ledger (台账) as a list: what its lines show, which are listed, what a new entry begins with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from moushi.desk.desk import Desk
from moushi.desk.entering import shown
from moushi.desk.register import Cell, Heading, Row
from moushi.domain.kinds import ActivityKind
from moushi.domain.ledger import COUNTS
from moushi.domain.numbers import yuan
from moushi.domain.period import Period
from moushi.domain.reading import reading_order
from moushi.domain.record import field_of
from moushi.domain.records import (
    Activity,
    ActivityItem,
    Chamber,
    Federation,
    Member,
    Participation,
    PlanItem,
)
from moushi.domain.words import choice_word
from moushi.errors import Message, say
from moushi.store.entries import MEMBERS, Entries, entries
from moushi.store.listing import Ids, Order, Through

JOINED = Through(Participation, "activity_id")
"""Who takes part in an entry."""

SERVES = Through(ActivityItem, "activity_id")
"""The plan items that an entry serves."""

_LAST = "ledger.last"
_NAMED = 2  # members named in a line
_SHORT = 24  # characters of an item's text where it has no short title

LEDGER_COLUMNS = (
    Heading(say("Date"), 6, Order("held_on")),
    Heading(say("Kind"), 6, Order("kind")),
    Heading(say("What was done"), 13, Order("title")),
    Heading(say("Chamber"), 8, Order("chamber_id")),
    Heading(say("Members"), 11, Order(MEMBERS)),
    Heading(say("Counts"), 9, None),
    Heading(say("Amount"), 5, Order("amount"), is_number=True),
    Heading(say("Items served"), 14, None),
)


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which entries are listed; None and "" leave all in, a month is one of the year's."""

    year: int | None = None
    month: int | None = None
    federation: UUID | None = None
    kind: ActivityKind | None = None
    chamber: UUID | None = None
    member: UUID | None = None
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing but year and federation narrows the list."""
        return not (self.month or self.kind or self.chamber or self.member or self.text.strip())

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day of what is listed."""
        if self.year is None:
            return None, None
        first, last = (self.month, self.month) if self.month else (1, 12)
        span = Period(self.year, first, last)
        return span.begins, span.ends


def entry_ids(desk: Desk, wanted: LedgerFilter, column: int, *, descending: bool) -> Ids:
    """The ids of the entries that are wanted, sorted by a column."""
    order = LEDGER_COLUMNS[column].order or Order("held_on")
    since, to = wanted.days
    return entries(desk.store, searched(wanted, order.field, since, to, descending=descending))


def searched(
    wanted: LedgerFilter, order: str, since: date | None, to: date | None, *, descending: bool
) -> Entries:
    """What the store is asked for."""
    return Entries(
        order,
        descending,
        federation=wanted.federation,
        kind=wanted.kind,
        chamber=wanted.chamber,
        member=wanted.member,
        since=since,
        to=to,
        text=wanted.text,
    )


@dataclass(frozen=True, slots=True)
class Named:
    """Entries with the names of what they point to."""

    entries: Mapping[UUID, Activity]
    chambers: Mapping[UUID, str]
    members: Mapping[UUID, tuple[str, ...]]
    items: Mapping[UUID, tuple[str, ...]]

    def title(self, entry: Activity) -> Message | str:
        """What an entry is called: its title, or else its kind and whom it concerned."""
        whom = members_words(self.members.get(entry.id, ())) or self.chambers.get(
            entry.chamber_id or entry.id
        )
        return entry_title(entry, whom or "")


def entry_title(entry: Activity, whom: Message | str = "") -> Message | str:
    """What an entry is called: its title or meeting, or else its kind and whom it concerned."""
    if bare := entry.title.strip() or entry.meeting.strip():
        return bare
    kind = choice_word(entry.kind)
    return say("{kind}: {whom}", kind=kind, whom=whom) if whom else kind


def named(desk: Desk, ids: Sequence[UUID]) -> Named:
    """These entries, and the names of what they point to, in a handful of statements."""
    store = desk.store
    found = store.records(Activity, ids)
    joined, served = store.pointing(JOINED, ids), store.pointing(SERVES, ids)
    members = store.records(Member, list({each.member_id for each in joined}))
    items = store.records(PlanItem, list({each.item_id for each in served}))
    chambers = store.records(Chamber, list({each.chamber_id for each in found.values() if each.chamber_id}))
    taking_part: dict[UUID, list[str]] = defaultdict(list)
    for each in joined:
        if each.member_id in members:
            taking_part[each.activity_id].append(members[each.member_id].name)
    serving: dict[UUID, list[str]] = defaultdict(list)
    for link in served:
        if link.item_id in items:
            serving[link.activity_id].append(item_title(items[link.item_id]))
    return Named(
        found,
        {each.id: each.name for each in chambers.values()},
        {held: tuple(sorted(names, key=reading_order)) for held, names in taking_part.items()},
        {held: tuple(sorted(names)) for held, names in serving.items()},
    )


def entry_rows(desk: Desk, ids: Sequence[UUID]) -> list[Row]:
    """The lines of these entries."""
    held = named(desk, ids)
    return [_row(held.entries[each], held) for each in ids if each in held.entries]


def _row(entry: Activity, held: Named) -> Row:
    cells: tuple[Cell, ...] = (
        days_text(entry),
        choice_word(entry.kind),
        held.title(entry),
        held.chambers.get(entry.chamber_id, "") if entry.chamber_id else "",
        members_words(held.members.get(entry.id, ())),
        counts_words(entry),
        shown(field_of(Activity, "amount"), entry.amount),
        "；".join(held.items.get(entry.id, ())),
    )
    return Row(entry.id, cells)


def item_title(item: PlanItem) -> str:
    """A plan item in few words."""
    text = item.short_title or item.text.rstrip("；。;. ")
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def days_text(entry: Activity) -> str:
    """The day of an entry, or its first and last: 2031-03-12, 2031-03-12～14, 2031-03-30～04-02."""
    first, last = entry.held_on, entry.until
    if last is None or last == first:
        return first.isoformat()
    for same in (8, 5):
        if first.isoformat()[:same] == last.isoformat()[:same]:
            return f"{first.isoformat()}～{last.isoformat()[same:]}"
    return f"{first.isoformat()}～{last.isoformat()}"


def members_words(names: Sequence[str]) -> Message | str:
    """The first members by name, and how many there are in all."""
    shown_names = "、".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return shown_names
    return say("{names} and others, {count} in all", names=shown_names, count=len(names))


COUNT_WORDS: Mapping[str, Message] = {
    "meeting": Message("{count}"),
    "people": say("{count} people"),
    "collected": say("{count} collected"),
    "closed": say("{count} closed"),
    "cases": say("{count} cases"),
    "settled": say("{count} settled"),
    "jobs": say("{count} jobs"),
    "villages": say("{count} villages"),
    "fee": say("fee {count} yuan"),
}
"""How a count is said in a list; amounts have a column of their own."""


def counts_words(entry: Activity) -> Message | str:
    """What an entry counts, in words: those of its kind first, others that are filled in after them."""
    order = dict.fromkeys((*COUNTS[entry.kind], *COUNT_WORDS))
    said = [
        Message(COUNT_WORDS[name].source, {"count": yuan(value) if isinstance(value, Decimal) else value})
        for name in order
        if name in COUNT_WORDS and (value := getattr(entry, name)) not in (None, "")
        if not (name == "meeting" and not entry.title.strip())  # then it is the title
    ]
    return joined_words(said)


def joined_words(said: Sequence[Message]) -> Message | str:
    """Some words one after the other."""
    if not said:
        return ""
    *before, last = said
    return say("{before}, {last}", before=joined_words(before), last=last) if before else last


def asked(entry: Activity) -> frozenset[str]:
    """The counts that a form asks for: those of the kind, and any other that holds something."""
    filled = {name for names in COUNTS.values() for name in names if getattr(entry, name) not in (None, "")}
    return frozenset(COUNTS[entry.kind]) | filled


# -- entering a pile of notes --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LastEntry:
    """What the entry made last had in common with the next one, most likely."""

    kind: ActivityKind = ActivityKind.VISIT
    chamber_id: UUID | None = None
    place: str = ""

    @classmethod
    def of(cls, entry: Activity) -> LastEntry:
        """The values of an entry that was just made."""
        return cls(entry.kind, entry.chamber_id, entry.place)


def last_entry(desk: Desk) -> LastEntry:
    """The values kept in the store from the entry made last; a chamber that is gone is left out."""
    held = desk.store.setting(_LAST)
    if not isinstance(held, dict):
        return LastEntry()
    try:
        chamber = UUID(str(held["chamber"])) if held.get("chamber") else None
        values = LastEntry(ActivityKind(held.get("kind", "")), chamber, str(held.get("place", "")))
    except (ValueError, TypeError):  # written by another version
        return LastEntry()
    if chamber and chamber not in desk.store.records(Chamber, [chamber]):
        return replace(values, chamber_id=None)
    return values


def keep_last(desk: Desk, values: LastEntry) -> None:
    """Keep the values in the store for the next entry, also tomorrow."""
    held: dict[str, Any] = {
        "kind": values.kind.value,
        "chamber": values.chamber_id and str(values.chamber_id),
        "place": values.place,
    }
    if desk.store.setting(_LAST) != held:
        desk.store.put_setting(_LAST, held)


def new_entry(desk: Desk, federation: Federation, last: LastEntry, on: date) -> Activity:
    """An entry to be filled in, with the last values of what is mostly the same."""
    chamber = desk.store.records(Chamber, [last.chamber_id]).get(last.chamber_id) if last.chamber_id else None
    fits = chamber is not None and chamber.federation_id == federation.id
    return Activity(
        id=uuid4(),
        federation_id=federation.id,
        kind=last.kind,
        held_on=on,
        chamber_id=last.chamber_id if fits else None,
        place=last.place,
    )


_PREFILLED = frozenset({"id", "federation_id", "kind", "held_on", "chamber_id", "place"})


def says_something(entry: Activity) -> bool:
    """Whether an entry tells of something, more than what a new one begins with."""
    blank = Activity(id=entry.id, federation_id=entry.federation_id, kind=entry.kind, held_on=entry.held_on)
    return any(
        getattr(entry, name) != getattr(blank, name) for name in Activity.__slots__ if name not in _PREFILLED
    )

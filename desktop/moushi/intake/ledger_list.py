"""Rows of ledgers (台账): dated activities with their counts, and the members who took part."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Edit, Insert, Severity
from moushi.domain.kinds import ActivityKind
from moushi.domain.ledger import COUNTS
from moushi.domain.records import Activity, Federation, Member, Participation, normal_name
from moushi.domain.words import choice_word, field_word
from moushi.errors import say
from moushi.intake.list_bodies import Bodies
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_members import MemberBooks
from moushi.intake.list_reading import ListRow, ListTable
from moushi.intake.list_words import ACTIVITY_KINDS

_FIELDS: Mapping[Meaning, str] = {
    Meaning.UNTIL: "until",
    Meaning.TITLE: "title",
    Meaning.PLACE: "place",
    Meaning.MEETING: "meeting",
    Meaning.PEOPLE: "people",
    Meaning.COLLECTED: "collected",
    Meaning.CLOSED: "closed",
    Meaning.CASES: "cases",
    Meaning.SETTLED: "settled",
    Meaning.JOBS: "jobs",
    Meaning.VILLAGES: "villages",
    Meaning.AMOUNT: "amount",
    Meaning.FEE: "fee",
    Meaning.NARRATIVE: "narrative",
}
"""The fields of an activity that columns fill."""

_COUNTED = frozenset(name for names in COUNTS.values() for name in names)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row with what it tells; `strangers` took part and are no members."""

    row: ListRow
    federation: Federation
    kind: ActivityKind
    held_on: date
    chamber_id: UUID | None
    values: Mapping[str, Any]
    members: frozenset[UUID]
    strangers: tuple[str, ...]


class LedgerList:
    """Takes rows one by one; `finish` compares them all, those first that say just what is held."""

    def __init__(self, draft: ListDraft, bodies: Bodies, books: MemberBooks) -> None:
        """Take the draft that gathers what rows change, and what bodies and members are known."""
        self._draft = draft
        self._bodies = bodies
        self._books = books
        self._entries: dict[tuple[UUID, ActivityKind, date], list[_Entry]] = defaultdict(list)
        self._claimed: set[UUID] = set()
        self._held: dict[UUID, dict[tuple[ActivityKind, date], list[Activity]]] = {}
        self._taking_part: dict[UUID, set[UUID]] = {}
        self._strangers: dict[tuple[UUID, str], list[tuple[str, Activity]]] = defaultdict(list)
        self._by_title: Counter[ActivityKind] = Counter()
        self._first = ""

    def take(self, row: ListRow, federation: Federation, table: ListTable) -> None:
        """Read one row's activity."""
        held_on = row.values.get(Meaning.DATE)
        if held_on is None:
            self._tell_undated(row)
            return
        kind = self._kind(row, table)
        members, strangers = self._members(row, federation)
        entry = _Entry(
            row=row,
            federation=federation,
            kind=kind,
            held_on=held_on,
            chamber_id=self._chamber(row, federation),
            values=self._values(row, kind),
            members=frozenset(members),
            strangers=tuple(strangers),
        )
        of_that_day = self._entries[federation.id, kind, held_on]
        twin = next((earlier for earlier in of_that_day if _repeats(entry, earlier)), None)
        if twin is None:
            of_that_day.append(entry)
            return
        message = say("The row says the same as {place}; it was taken once.", place=twin.row.where)
        action = say("If both took place, enter the second by hand.")
        self._draft.tell(Severity.HINT, row.where, message, action)
        self._draft.doubt(row, {})

    def finish(self) -> None:
        """Bring the activities in, offer those who are no members, say which kinds were inferred."""
        left = []
        for entry in chain.from_iterable(self._entries.values()):
            same = [each for each in self._alike(entry, _says_the_same) if each.id not in self._claimed]
            if same:
                self._join(entry, max(same, key=lambda activity: _alikeness(entry, activity)))
            else:
                left.append(entry)
        for entry in left:
            self._take(entry)
        for (federation, name), places in self._strangers.items():
            self._offer_stranger(federation, name, places)
        for kind, count in self._by_title.items():
            message = say(
                "{count} rows name no kind; they were taken as {kind}.", count=count, kind=choice_word(kind)
            )
            action = say("If that is wrong, reject them, or add a column with the kind.")
            self._draft.tell(Severity.HINT, self._first, message, action)

    # -- one row -----------------------------------------------------------------------------------------

    def _tell_undated(self, row: ListRow) -> None:
        if Meaning.DATE in row.doubts:
            where, doubt = row.doubts[Meaning.DATE]
            message = say("{doubt} The row was left out.", doubt=doubt.message)
            self._draft.tell(Severity.WARNING, where, message, say("Correct the date and take it in again."))
        else:
            message = say("The row has no date, so it was left out.")
            self._draft.tell(Severity.WARNING, row.where, message, say("Add the date and take it in again."))
        self._draft.doubt(row, {}, passed=(Meaning.DATE,))

    def _kind(self, row: ListRow, table: ListTable) -> ActivityKind:
        said = row.text(Meaning.ACTIVITY_KIND)
        if said and (kind := _kind_in(said)):
            return kind
        if said:
            message = say("“{text}” is no kind of activity that is known.", text=said)
            action = say("It was taken as another activity; choose its kind on the ledger page.")
            self._draft.tell(Severity.WARNING, row.where, message, action)
            return ActivityKind.OTHER
        title = " ".join(column.name for column in table.header.columns)
        found = _kind_in(row.text(Meaning.TITLE)) or _kind_in(row.subject.text) or _kind_in(title)
        kind = found or ActivityKind.OTHER
        self._by_title[kind] += 1
        self._first = self._first or row.where
        return kind

    def _chamber(self, row: ListRow, federation: Federation) -> UUID | None:
        """The chamber of a row; a cell that names another unit than a chamber is left to the notes."""
        name = row.text(Meaning.CHAMBER) or row.subject.chamber
        if not name or re.search("工商联|工商业联合会|总商会", name):
            return None
        known = self._bodies.known_chamber(name, federation)
        if known is None and not re.search("商会|联谊会", name):
            message = say("“{name}” is no chamber; it was not read.", name=name)
            self._draft.tell(
                Severity.WARNING, row.where, message, say("Name who else took part in the notes.")
            )
            return None
        chamber = self._bodies.chamber(name, federation, row.where)
        return chamber.id if chamber else None

    def _values(self, row: ListRow, kind: ActivityKind) -> dict[str, Any]:
        """The fields that the row says, without counts that activities of the kind do not have."""
        values = {field: row.values[meaning] for meaning, field in _FIELDS.items() if meaning in row.values}
        for name in [name for name in values if name in _COUNTED and name not in COUNTS[kind]]:
            value = values.pop(name)
            message = say(
                "{kind}: {field} is not counted; {value} was left out.",
                kind=choice_word(kind),
                field=field_word(Activity, name),
                value=value,
            )
            self._draft.tell(
                Severity.WARNING, row.where, message, say("If it matters, put it into the notes.")
            )
        return values

    def _members(self, row: ListRow, federation: Federation) -> tuple[list[UUID], list[str]]:
        """Who took part, and the names of those who are no members."""
        members: list[UUID] = []
        strangers: list[str] = []
        for name in row.values.get(Meaning.TAKING_PART, ()):
            found = self._books.of(federation).find(name, "")
            if found.member is not None:
                members.append(found.member.id)
            elif found.several:
                message = say("“{name}” may be any of {count} members.", name=name, count=len(found.several))
                self._draft.tell(Severity.WARNING, row.where, message, say("Enter who took part by hand."))
            else:
                strangers.append(name)
        return members, strangers

    # -- what is held ------------------------------------------------------------------------------------

    def _take(self, entry: _Entry) -> None:
        """Bring an activity in that is not held just so: it is held in part, or new."""
        row = entry.row
        partly = (each for each in self._alike(entry, _says_no_other) if each.id not in self._claimed)
        activity = next(partly, None)
        if activity is None:
            new = Activity(
                id=uuid4(),
                federation_id=entry.federation.id,
                kind=entry.kind,
                held_on=entry.held_on,
                chamber_id=entry.chamber_id,
                **entry.values,
            )
            activity = self._draft.put(new, row.where, entry.values)
            self._activities(entry)[entry.kind, entry.held_on].append(activity)
        self._join(entry, activity)

    def _join(self, entry: _Entry, activity: Activity) -> None:
        """Have an activity be that of an entry: what differs is changed, who took part is added."""
        self._claimed.add(activity.id)
        for name, value in (("chamber_id", entry.chamber_id), *entry.values.items()):
            self._draft.set(activity, name, value, entry.row.where)
        self._draft.doubt(entry.row, _FIELDS, activity)
        there = self._there(activity)
        for member in sorted(entry.members - there):
            there.add(member)
            joins = Participation(id=uuid4(), activity_id=activity.id, member_id=member)
            self._draft.put(joins, entry.row.where)
        for name in entry.strangers:
            self._strangers[entry.federation.id, name].append((entry.row.where, activity))

    def _activities(self, entry: _Entry) -> dict[tuple[ActivityKind, date], list[Activity]]:
        owner = entry.federation.id
        if owner not in self._held:
            held: dict[tuple[ActivityKind, date], list[Activity]] = defaultdict(list)
            for activity in self._draft.snapshot.where(Activity, federation_id=owner):
                held[activity.kind, activity.held_on].append(activity)
            self._held[owner] = held
        return self._held[owner]

    def _there(self, activity: Activity) -> set[UUID]:
        if activity.id not in self._taking_part:
            is_new = self._draft.is_new(activity)
            found = () if is_new else self._draft.snapshot.where(Participation, activity_id=activity.id)
            self._taking_part[activity.id] = {each.member_id for each in found}
        return self._taking_part[activity.id]

    def _alike(self, entry: _Entry, fits: Callable[[_Entry, Activity, Set[UUID]], bool]) -> list[Activity]:
        """The activities of an entry's kind and day that fit it."""
        found = map(self._draft.now, self._activities(entry)[entry.kind, entry.held_on])
        return [activity for activity in found if fits(entry, activity, self._there(activity))]

    # -- strangers ---------------------------------------------------------------------------------------

    def _offer_stranger(self, federation: UUID, name: str, places: Sequence[tuple[str, Activity]]) -> None:
        member = Member(id=uuid4(), federation_id=federation, name=name)
        others = "、".join(where for where, _ in places[1:6])
        message = say("“{name}” took part, but is not among the members.", name=name)
        if others:
            message = say(
                "“{name}” took part, also at {places}, but is not among the members.",
                name=name,
                places=others,
            )
        joins: Iterable[Edit] = (
            Insert(Participation(id=uuid4(), activity_id=activity.id, member_id=member.id))
            for activity in {activity.id: activity for _, activity in places}.values()
        )
        action = say(
            "To enter it as a member who took part, take the suggestion; else take in the member list first."
        )
        self._draft.suggest(places[0][0], message, action, (Insert(member), *joins))


_TOLD_APART = ("title", "place", "meeting", "people", "amount", "narrative")
"""By what two activities of one day, kind and members are told apart."""


def _repeats(entry: _Entry, earlier: _Entry) -> bool:
    """Whether an entry says nothing that an earlier one of its kind and day does not say."""
    same_people = entry.members == earlier.members and set(entry.strangers) == set(earlier.strangers)
    return (
        same_people
        and entry.chamber_id in (None, earlier.chamber_id)
        and all(_agree(earlier.values.get(name), value) for name, value in entry.values.items())
    )


def _says_the_same(entry: _Entry, activity: Activity, there: Set[UUID]) -> bool:
    """Whether an entry says what is held, as far as it says anything, and names the same members."""
    return entry.members == there and all(
        _agree(getattr(activity, name), entry.values.get(name)) for name in _TOLD_APART
    )


def _alikeness(entry: _Entry, activity: Activity) -> int:
    """In how many of these fields, and the chamber, both say the same, or both nothing."""
    same: int = sum(
        (getattr(activity, name) or None) == (entry.values.get(name) or None) for name in _TOLD_APART
    )
    return same + int(activity.chamber_id == entry.chamber_id)


def _says_no_other(entry: _Entry, activity: Activity, there: Set[UUID]) -> bool:
    """Whether an entry may tell more of what is held: of one of its members, or of no other ones."""
    shares = bool(entry.members & there) or not there or not (entry.members or entry.strangers)
    return shares and all(
        not getattr(activity, name) or _agree(getattr(activity, name), entry.values.get(name))
        for name in ("title", "place", "meeting")
    )


def _kind_in(text: str) -> ActivityKind | None:
    return next((kind for words, kind in ACTIVITY_KINDS if re.search(words, text)), None)


def _agree(held: object, said: object) -> bool:
    """Whether a value is the one held, or nothing is said."""
    if isinstance(held, str) and isinstance(said, str):
        return normal_name(held) == normal_name(said)
    return said is None or held == said

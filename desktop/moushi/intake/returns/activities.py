"""The activities in a return: entries of the ledger that the chamber held in the period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Delete
from moushi.compile.return_rows import HeldRow, held_rows
from moushi.domain.kinds import ActivityKind
from moushi.domain.ledger import COUNTS
from moushi.domain.names import bare_name
from moushi.domain.record import Scalar
from moushi.domain.records import Activity, Federation, Member, Participation, normal_name
from moushi.domain.returns import Rows
from moushi.domain.words import choice_word, field_word
from moushi.errors import say
from moushi.intake.list_members import MemberBooks
from moushi.intake.list_values import split_firms
from moushi.intake.matching import likeness
from moushi.intake.returns.matching import Key, Match, match_rows
from moushi.intake.returns.reading import ReadCell, ReadRow
from moushi.intake.returns.rules import is_empty, same
from moushi.intake.returns.work import Into, TableWork

_KIND, _DAY, _TITLE = "Activity.kind", "Activity.held_on", "Activity.title"
_PART = "Participation.member_id"
_COUNTED = frozenset(name for names in COUNTS.values() for name in names)


class ActivityRows:
    """Takes the rows of a table of activities."""

    def __init__(self, table: TableWork, books: MemberBooks, federation: Federation) -> None:
        """Know the chamber's activities of the period."""
        work = table.work
        self._table, self._work, self._books, self._federation = table, work, books, federation
        within = held_rows(work.snapshot, Rows.ACTIVITIES, work.chamber, work.period)
        self._held = {row.id: row for row in within}
        for number in table.sent:
            activity = work.snapshot.get(Activity, number)
            if number not in self._held and activity and activity.chamber_id == work.chamber.id:
                self._held[number] = HeldRow(number, {"Activity": activity}, {})
        self._new: dict[tuple[ActivityKind, date], list[tuple[ReadRow, Activity]]] = defaultdict(list)

    def take_all(self) -> None:
        """Bring the rows into the records."""
        table = self._table
        matches = match_rows(table.rows(), table.sent, self._known, self._keys_of, self._is_plainly)
        met: set[UUID | None] = set()
        for match in matches:
            if table.is_as_sent(match.row, match.record):
                met.add(match.record)
            elif table.says_something(match.row):
                met.add(match.record)
                self._take(match)
        gone = [number for number in table.sent if number not in met and number in self._held]
        table.told.missing += [self._name(number) for number in gone]

    # -- which row is which ------------------------------------------------------------------------------

    def _is_plainly(self, row: ReadRow) -> bool:
        number = row.record
        return number in self._table.sent and (
            self._table.is_as_sent(row, number)
            or all(
                same("", self._table.value(row, lands), self._table.sent_value(number, lands))
                for lands in (_KIND, _DAY, _TITLE)
            )
        )

    def _keys_of(self, row: ReadRow) -> Sequence[Key]:
        return _keys(partial(self._table.value, row))

    def _known(self) -> Mapping[UUID, Sequence[Key]]:
        return self._table.known(self._held, _keys)

    def _name(self, number: UUID) -> str:
        held = self._held[number]
        return f"{held.value(_DAY)} {held.value(_TITLE) or ''}".strip()

    # -- rows --------------------------------------------------------------------------------------------

    def _take(self, match: Match) -> None:
        table, work = self._table, self._work
        row = table.read_out(match.row)
        held = self._held.get(match.record) if match.record else None
        if match.record is not None and held is None:
            if not table.says_as_sent(row, match.record):
                message = say(
                    "The activity is no longer held; the row was left out: {text}", text=table.all_words(row)
                )
                work.warn(row.where, message, say("If it matters, enter it by hand."))
            return
        if held is None or match.several or (match.by_number and not self._is_same(row, held)):
            self._begin(row)
            return
        if match.twin is not None and table.says_as_sent(row, held.id):
            message = say("The row says the same as {place}; it was taken once.", place=match.twin.where)
            work.hint(row.where, message, say("If both took place, enter the second by hand."))
            return
        if match.twin is not None:
            message = say("The row is about the same as {place}.", place=match.twin.where)
            work.warn(row.where, message, say("Compare the two; of differing values the first stands."))
        self._change(row, held, is_twin=match.twin is not None)

    def _change(self, row: ReadRow, held: HeldRow, *, is_twin: bool) -> None:
        """Compare a row with the activity that it is of."""
        table, activity = self._table, held.records["Activity"]
        kind = table.value(row, _KIND)
        assert isinstance(activity, Activity)
        uncounted = self._uncounted(row, kind if isinstance(kind, ActivityKind) else activity.kind, held)
        passed = [_PART, *uncounted]
        if self._is_outside(row, held):
            passed.append(_DAY)
        table.compare(row, held, self._into(activity), passed=passed, offered=is_twin)
        self._compare_members(row, activity)

    @staticmethod
    def _into(activity: Activity) -> Into:
        return lambda column: activity if column.kind is Activity else None

    def _is_same(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether a row whose kind, day and title were not all left is still about the same activity."""
        agree = sum(
            same("", self._table.value(row, lands), held.value(lands)) and not is_empty(held.value(lands))
            for lands in (_KIND, _DAY, _TITLE)
        )
        title, before = self._table.text(row, _TITLE), held.value(_TITLE)
        is_like = bool(title) and isinstance(before, str) and likeness(before, title) > 0
        return agree >= 2 or is_like or (agree == 1 and not title and not before)

    def _is_outside(self, row: ReadRow, held: HeldRow | None) -> bool:
        """Whether the day that a row says is out of the period, which is said; one sent so may be."""
        day, period = self._table.value(row, _DAY), self._work.period
        if not isinstance(day, date) or period.begins <= day <= period.ends:
            return False
        if held is not None and day in (held.value(_DAY), self._table.sent_value(held.id, _DAY)):
            return False
        message = say(
            "{day} is not in the period {period}.",
            day=day,
            period=period,
        )
        action = say("If the day is right, report it in the period in which it lies.")
        self._work.fault(self._table.place(row, _DAY), message, action)
        return True

    def _uncounted(self, row: ReadRow, kind: ActivityKind, held: HeldRow | None) -> list[str]:
        """Where counts stand that activities of the kind do not have, which is said."""
        found = []
        for lands, column in self._table.of.items():
            value = self._table.value(row, lands)
            if column.kind is not Activity or column.name not in _COUNTED or column.name in COUNTS[kind]:
                continue
            if value is None or (held is not None and same(column.name, value, held.value(lands))):
                continue
            message = say(
                "{kind}: {field} is not counted; {value} was left out.",
                kind=choice_word(kind),
                field=field_word(Activity, column.name),
                value=value,
            )
            self._work.warn(
                self._table.place(row, lands), message, say("If it matters, put it into the notes.")
            )
            found.append(lands)
        return found

    # -- new activities ----------------------------------------------------------------------------------

    def _begin(self, row: ReadRow) -> None:
        table, work = self._table, self._work
        values = table.take_new(row, passed=(_PART,))
        kind, day = values.get(_KIND), values.get(_DAY)
        if not isinstance(kind, ActivityKind) or not isinstance(day, date) or self._is_outside(row, None):
            table.tell_doubts(row)
            self._tell_left_out(row)
            return
        uncounted = self._uncounted(row, kind, None)
        own: dict[str, Any] = {
            lands.partition(".")[2]: value for lands, value in values.items() if lands not in uncounted
        }
        if self._is_twin(row, kind, day, own):
            table.tell_doubts(row)
            return
        activity = Activity(id=uuid4(), federation_id=self._federation.id, chamber_id=work.chamber.id, **own)
        work.draft.put(activity, row.where, own)
        self._new[kind, day].append((row, activity))
        table.tell_doubts(row, self._into(activity))
        self._take_members(row, activity, (), ())
        self._ask_of_others(row, activity)

    def _tell_left_out(self, row: ReadRow) -> None:
        """Say that a row is not taken, where no faulty cell of it says why."""
        for lands in (_KIND, _DAY):
            cell, column = self._table.cell(row, lands), self._table.of.get(lands)
            is_fault = cell is not None and cell.doubt is not None and cell.doubt.likely is None
            is_missing = cell is not None and cell.doubt is None and column and column.field.is_required
            if is_fault or is_missing:
                continue
            if self._table.value(row, lands) is None:
                message = say(
                    "The row has no day or no kind, so it was left out: {text}",
                    text=self._table.all_words(row),
                )
                self._work.fault(row.where, message, say("Have it filled in."))
                return

    def _is_twin(self, row: ReadRow, kind: ActivityKind, day: date, own: dict[str, Any]) -> bool:
        """Whether an earlier row of the file says just the same, which is said."""
        for other, activity in self._new[kind, day]:
            is_same = all(same(name, getattr(activity, name), value) for name, value in own.items())
            if is_same and same("", self._table.text(row, _PART), self._table.text(other, _PART)):
                message = say("The row says the same as {place}; it was taken once.", place=other.where)
                self._work.hint(row.where, message, say("If both took place, enter the second by hand."))
                return True
        return False

    def _ask_of_others(self, row: ReadRow, activity: Activity) -> None:
        """Ask whether one that the office entered without a chamber is the same."""
        like = self._work.snapshot.where(
            Activity, federation_id=self._federation.id, kind=activity.kind, held_on=activity.held_on
        )
        for other in like:
            if other.chamber_id is None and same("title", other.title, activity.title):
                message = say("“{title}” of that day is held already, without a chamber.", title=other.title)
                action = say("If they are the same, take the suggestion: nothing new, the one held gets it.")
                names = ("place", "people", "amount", "narrative", "chamber_id")
                self._work.draft.offer_instead(row.where, message, action, activity, other, names)
                return

    # -- who took part -----------------------------------------------------------------------------------

    def _compare_members(self, row: ReadRow, activity: Activity) -> None:
        """Those who took part: named now and not before, or named before and not now."""
        cell = self._table.cell(row, _PART)
        if cell is None or cell.doubt is not None or cell.value is None:
            return
        before = split_firms(self._table.sent_value(activity.id, _PART) or "")
        there = self._work.snapshot.where(Participation, activity_id=activity.id)
        self._take_members(row, activity, before, there)

    def _take_members(
        self, row: ReadRow, activity: Activity, before: Iterable[str], there: Sequence[Participation]
    ) -> None:
        work, cell = self._work, self._table.cell(row, _PART)
        if cell is None or cell.doubt is not None:
            return
        book = self._books.of(self._federation)
        known, named = {each.member_id for each in there}, set()
        was_named = {bare_name(name) for name in before}
        names = split_firms(cell.value)
        if cell.value and not names and not was_named:
            message = say("“{text}” names no member; it was left out.", text=cell.shown)
            work.warn(cell.where, message, say("If it matters, put it into the notes."))
        for name in names:
            found = book.find(name, "")
            if found.member is None:
                if bare_name(name) not in was_named:
                    self._tell_stranger(cell, name, len(found.several))
                continue
            named.add(found.member.id)
            if found.member.id not in known and bare_name(name) not in was_named:
                known.add(found.member.id)
                joins = Participation(id=uuid4(), activity_id=activity.id, member_id=found.member.id)
                work.draft.put(joins, cell.where)
        for link in there:
            member = work.snapshot.get(Member, link.member_id)
            if member is None or link.member_id in named or bare_name(member.name) not in was_named:
                continue
            message = say("“{name}” took part, but is no longer named.", name=member.name)
            action = say("It stays. If it did not take part, take the suggestion.")
            work.draft.suggest(cell.where, message, action, (Delete(link),))

    def _tell_stranger(self, cell: ReadCell, name: str, several: int) -> None:
        if several:
            message = say("“{name}” may be any of {count} members.", name=name, count=several)
            self._work.warn(cell.where, message, say("Enter who took part by hand."))
            return
        message = say("“{name}” took part, but is not among the members.", name=name)
        action = say("If it is one under another name, enter who took part by hand.")
        self._work.warn(cell.where, message, action)


def _keys(value: Callable[[str], Scalar]) -> list[Key]:
    """By what an activity is known: kind, day and title together."""
    kind, day, title = map(value, (_KIND, _DAY, _TITLE))
    if not kind or not day:
        return []
    return [("whole", (str(kind), day, normal_name(str(title or ""))))]

"""The members in a return: who joins the chamber, who leaves it, what has changed of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Change, Delete
from moushi.compile.return_rows import HeldRow, held_rows
from moushi.domain.names import bare_name, branch_of, is_near
from moushi.domain.record import Record, Scalar
from moushi.domain.records import Federation, Member, Membership, normal_name
from moushi.domain.returns import Rows
from moushi.errors import say
from moushi.intake.list_members import MemberBook, MemberBooks
from moushi.intake.member_kinds import InferredKinds, ask_again
from moushi.intake.returns.leaving import JOINED, LEFT, LEFT_WHOLLY, REASON, Leaving
from moushi.intake.returns.matching import Key, Match, match_rows
from moushi.intake.returns.reading import ReadRow
from moushi.intake.returns.rules import is_empty, same
from moushi.intake.returns.work import Into, TableWork

_NAME, _CODE = "Member.name", "Member.uscc"
_KNOWN_BY = ("Member.phone", "Member.contact", "Member.legal_representative")
_FEW = 100
_LEAVING = (LEFT, LEFT_WHOLLY, REASON)


class MemberRows:
    """Takes the rows of a table of members."""

    def __init__(self, table: TableWork, books: MemberBooks, federation: Federation) -> None:
        """Know the members of the chamber."""
        work = table.work
        self._table, self._work, self._books, self._federation = table, work, books, federation
        self._kinds = InferredKinds()
        self._leaving = Leaving(table)
        self._looked_at: dict[UUID, HeldRow | None] = {}

    def take_all(self) -> None:
        """Bring the rows into the records."""
        table = self._table
        matches = match_rows(
            table.rows(), table.sent, self._known, self._keys_of, self._is_plainly, self._differ
        )
        met: set[UUID | None] = set()
        told: list[Match] = []
        for match in matches:
            if table.is_as_sent(match.row, match.record):
                met.add(match.record)
            elif table.says_something(match.row):
                met.add(match.record)
                told.append(match)
        self._look_at(number for match in told if (number := match.record))
        for match in told:
            self._take(match)
        gone = [number for number in table.sent if number not in met and number in self._running]
        table.told.missing += [str(self._running[number].value(_NAME)) for number in gone]
        self._kinds.tell(self._work.draft)

    @cached_property
    def _running(self) -> Mapping[UUID, HeldRow]:
        """The members that the chamber has."""
        work = self._work
        return {row.id: row for row in held_rows(work.snapshot, Rows.MEMBERS, work.chamber, work.period)}

    @cached_property
    def _held(self) -> Mapping[UUID, HeldRow]:
        """These, and those that were sent and have left since."""
        self._look_at(number for number in self._table.sent if number not in self._running)
        former = {number: self._looked_at.get(number) for number in self._table.sent}
        return {**{number: row for number, row in former.items() if row}, **self._running}

    def _row(self, number: UUID) -> HeldRow | None:
        """One that is or was a member of the chamber; where few are looked at, not all are read."""
        if number not in self._looked_at:
            is_many = len(self._looked_at) >= _FEW
            self._look_at([number, *self._table.sent] if is_many else [number])
        return self._looked_at[number]

    def _look_at(self, numbers: Iterable[UUID]) -> None:
        """Read some of them at once, so that they are at hand."""
        wanted = [number for number in dict.fromkeys(numbers) if number not in self._looked_at]
        snapshot, chamber = self._work.snapshot, self._work.chamber.id
        own: dict[UUID, list[Membership]] = defaultdict(list)
        for place in snapshot.among(Membership, "member_id", wanted):
            if place.chamber_id == chamber:
                own[place.member_id].append(place)
        self._looked_at.update(dict.fromkeys(wanted))
        for member in snapshot.among(Member, "id", own):
            self._looked_at[member.id] = HeldRow(
                member.id, {"Member": member, "Membership": max(own[member.id], key=_how_late)}, {}
            )

    @cached_property
    def _book(self) -> MemberBook:
        return self._books.of(self._federation)

    # -- which row is which ------------------------------------------------------------------------------

    def _is_plainly(self, row: ReadRow) -> bool:
        number, table = row.record, self._table
        if number is None:
            return False
        if table.is_as_sent(row, number):
            return True
        if _NAME in table.of and table.is_kept(row, number, table.of[_NAME]):
            return True
        name = table.value(row, _NAME)
        return bool(name) and (
            name == table.sent_value(number, _NAME)
            or ((held := self._row(number)) is not None and same("name", name, held.value(_NAME)))
        )

    def _keys_of(self, row: ReadRow) -> Sequence[Key]:
        return _keys(partial(self._table.value, row))

    def _known(self) -> Mapping[UUID, Sequence[Key]]:
        return self._table.known(self._held, _keys)

    def _differ(self, row: ReadRow, number: UUID) -> bool:
        """Whether both have codes, other ones, and names that only in part are the same."""
        held, code = self._held.get(number), self._table.text(row, _CODE)
        other = held.value(_CODE) if held else self._table.sent_value(number, _CODE)
        name = held.value(_NAME) if held else self._table.sent_value(number, _NAME)
        if not code or not other or code == other:
            return False
        return normal_name(str(name)) != normal_name(self._table.text(row, _NAME))

    # -- rows --------------------------------------------------------------------------------------------

    def _take(self, match: Match) -> None:
        table = self._table
        row = table.read_out(match.row)
        if match.several:
            self._tell_several(row, len(match.several))
            return
        held = self._row(match.record) if match.record else None
        if match.record is not None and held is None:
            if not table.says_as_sent(row, match.record):
                message = say(
                    "The member is no longer one of this chamber; the row was left out: {text}",
                    text=table.all_words(row),
                )
                self._work.warn(row.where, message, say("If it is one again, enter that by hand."))
        elif held is None:
            self._join(row)
        elif match.by_number and not self._is_renamed(row, held):
            if is_empty(table.value(row, _NAME)):
                self._change(row, held, match)
            else:
                self._join(row, held)
        else:
            self._change(row, held, match)

    def _tell_several(self, row: ReadRow, count: int) -> None:
        message = say(
            "“{name}” may be any of {count} members of that name or code; the row was left out.",
            name=self._table.text(row, _NAME),
            count=count,
        )
        self._work.warn(row.where, message, say("Merge them, or enter what differs by hand."))
        self._table.tell_doubts(row)

    def _is_renamed(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether a row in which another name stands than was sent is still the same member's."""
        name, before = self._table.text(row, _NAME), str(held.value(_NAME) or "")
        if is_near(bare_name(name), bare_name(before)):
            return True
        for lands in _KNOWN_BY:
            said = self._table.value(row, lands)
            known = (held.value(lands), self._table.sent_value(held.id, lands))
            if said and any(same(lands.partition(".")[2], said, each) for each in known if each):
                return True
        return False

    def _change(self, row: ReadRow, held: HeldRow, match: Match) -> None:
        """Compare a row with the member that it is of."""
        table, work = self._table, self._work
        if match.twin is not None:
            message = say("The row is about the same member as {place}.", place=match.twin.where)
            work.warn(row.where, message, say("Compare the two; of differing values the first stands."))
        passed = [lands for lands in (_NAME, _CODE) if self._is_anothers(row, held, lands)]
        stays = not is_empty(table.value(row, LEFT)) and self._leaving.stays_elsewhere(held)
        is_too_early = self._leaving.is_too_early(row, held)
        if is_too_early:
            passed += [*_LEAVING, JOINED]
        elif stays:
            passed += [REASON, LEFT_WHOLLY]
            self._leaving.tell_stay(row)
        before = held.records.get("Membership")
        is_twin = match.twin is not None  # what the earlier row leaves as it is, stands
        table.compare(row, held, self._into(held), passed=passed, offered=is_twin)
        if is_twin:
            return
        if isinstance(before, Membership) and not is_too_early:
            self._leaving.follow(row, held, before, stays=stays)
            self._leaving.ask_for_day(row, held, before)
        member = held.records["Member"]
        assert isinstance(member, Member)
        now = work.draft.now(member)
        if now.name != member.name and not match.by_number:
            message = say(
                "By its code “{name}” is “{held}”, whose name changes.", name=now.name, held=member.name
            )
            action = say("If the code is another's, reject the edits.")
            work.hint(table.place(row, _NAME), message, action)

    @staticmethod
    def _into(held: HeldRow) -> Into:
        return lambda column: held.records.get(column.field.record)

    def _is_anothers(self, row: ReadRow, held: HeldRow, lands: str) -> bool:
        """Whether a name or code that is new to a member is that of another one, which is said."""
        column = self._table.of.get(lands)
        if column is None or self._table.is_kept(row, held.id, column):
            return False
        value = self._table.text(row, lands)
        known = (held.value(lands), self._table.sent_value(held.id, lands))
        if not value or any(same(lands.partition(".")[2], value, each) for each in known):
            return False
        found = self._book.find(value, "") if lands == _NAME else self._book.find("", value)
        others = [each for each in (found.member, *found.several) if each and each.id != held.id]
        if not others:
            return False
        message = say(
            "“{value}” is that of another member: {name}. It was left out.", value=value, name=others[0].name
        )
        action = say("Compare it with the licence. If the two are one, merge them on the members page.")
        self._work.warn(self._table.place(row, lands), message, action)
        return True

    # -- joining -----------------------------------------------------------------------------------------

    def _join(self, row: ReadRow, instead: HeldRow | None = None) -> None:
        """A row of one who was not sent out; `instead` is the member in whose row it stands."""
        table, work = self._table, self._work
        name, code = table.text(row, _NAME), table.text(row, _CODE)
        if not name and not code:
            table.take_new(row)
            message = say("The row names nobody, so it was left out: {text}", text=table.all_words(row))
            work.warn(row.where, message, say("Add the name and take it in again."))
            table.tell_doubts(row)
            return
        known_by = [word for lands in _KNOWN_BY if (word := table.text(row, lands))]
        found = self._book.find(name, code, known_by)
        if found.several:
            self._tell_several(row, len(found.several))
        elif found.member is None:
            self._join_new(row, name, code, instead)
        elif work.draft.is_new(found.member):
            self._tell_twin(row, found.member)
        else:
            self._join_known(row, found.member)

    def _join_new(self, row: ReadRow, name: str, code: str, instead: HeldRow | None) -> None:
        table, work = self._table, self._work
        values = table.take_new(row)
        if not name:
            table.tell_doubts(row)
            return
        if not is_empty(values.get(LEFT)) or not is_empty(values.get(LEFT_WHOLLY)):
            message = say("“{name}” is no member, so it cannot leave; the row was left out.", name=name)
            work.warn(row.where, message, say("If it is one under another name, enter it there by hand."))
            table.tell_doubts(row)
            return
        own = _fields(values, "Member")
        own.setdefault("kind", self._kinds.of(name, row.where))
        own.setdefault("township_id", work.chamber.township_id)
        member = Member(id=uuid4(), federation_id=self._federation.id, **own)
        self._book.put(member, row.where, tuple(own))
        if code:
            self._book.coded(member, code)
        place = self._enter(row, member, values)
        records: dict[str, Record] = {"Member": member, "Membership": place}
        table.tell_doubts(row, lambda column: records.get(column.field.record), passed=_LEAVING)
        if instead is not None:
            self._ask_of_renaming(row, instead, member, place)

    def _enter(self, row: ReadRow, member: Member, values: dict[str, Scalar]) -> Membership:
        place = Membership(
            id=uuid4(), member_id=member.id, chamber_id=self._work.chamber.id, **_fields(values, "Membership")
        )
        return self._work.draft.put(place, row.where, tuple(_fields(values, "Membership")))

    def _join_known(self, row: ReadRow, member: Member) -> None:
        """One whom the federation knows: it joins; what the chamber says of it otherwise is only offered."""
        table, work = self._table, self._work
        values = {lands: table.value(row, lands) for lands in (JOINED, LEFT)}
        former = self._row(member.id)
        records: dict[str, Record] = {"Member": member}
        left = values[LEFT]
        if former is not None and (
            former.value(LEFT) is None or (not is_empty(left) and former.value(LEFT) == left)
        ):
            records["Membership"] = former.records["Membership"]
        elif not is_empty(left):
            message = say(
                "“{name}” is no member of this chamber, so it cannot leave; the row was left out.",
                name=member.name,
            )
            work.warn(row.where, message, say("If it is in another chamber, that one must say so."))
            return
        else:
            message = say(
                "“{name}” is known in the federation and joins this chamber; what differs is only offered.",
                name=member.name,
            )
            work.hint(row.where, message, say("If it is another one, reject it and enter that by hand."))
            joined = {JOINED: values[JOINED]} if not is_empty(values[JOINED]) else {}
            self._enter(row, member, joined)
        held = HeldRow(member.id, records, {})
        passed = _LEAVING if "Membership" in records else (*_LEAVING, JOINED)
        table.compare(row, held, self._into(held), passed=passed, offered=True)
        if member.left_on is not None and is_empty(left):
            ask_again(work.draft, member, row.where)

    def _tell_twin(self, row: ReadRow, member: Member) -> None:
        """A second row of one who is new: what it says otherwise is offered."""
        table, draft = self._table, self._work.draft
        place = draft.place_of(member)
        message = say("The row is about the same new member as {place}.", place=place)
        self._work.warn(row.where, message, say("Compare the two; of differing values the first stands."))
        for lands, value in table.take_new(row, passed=(*_LEAVING, JOINED)).items():
            if lands.startswith("Member."):
                draft.set(member, lands.partition(".")[2], value, table.place(row, lands))
        table.tell_doubts(row)

    def _ask_of_renaming(self, row: ReadRow, held: HeldRow, member: Member, place: Membership) -> None:
        """One stands where another was sent out: new, unless a person says that it is the same, renamed."""
        before = held.records["Member"]
        assert isinstance(before, Member)
        message = say(
            "“{held}” stood in this row; “{name}” is taken as new.", held=before.name, name=member.name
        )
        action = say("If it is the same under a new name, take the suggestion.")
        mend = (Delete(place), Delete(member), Change(Member, before.id, "name", before.name, member.name))
        self._work.draft.suggest(self._table.place(row, _NAME), message, action, mend)


def _how_late(place: Membership) -> tuple[bool, date, str]:
    """By which the last membership is known: one that lasts, else the one that ended last."""
    return place.left_on is None, place.left_on or date.min, str(place.id)


def _fields(values: dict[str, Scalar], kind: str) -> dict[str, Any]:
    """Those of the values that land in a kind of record, by the names of its fields."""
    return {lands.partition(".")[2]: v for lands, v in values.items() if lands.startswith(kind + ".")}


def _keys(value: Callable[[str], Scalar]) -> list[Key]:
    """By what a member is known: its code, its name."""
    name, code = (str(value(lands) or "") for lands in (_NAME, _CODE))
    keys: list[Key] = [("code", code)] if code else []
    if name:
        keys.append(("name", (bare_name(name), branch_of(name))))
    return keys

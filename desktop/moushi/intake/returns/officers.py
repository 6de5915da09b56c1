"""The officers in a return: new posts, posts that ended, and what a renewal (换届) does to those of before.

A row that is gone ends nothing, which is said. A renewal ends the posts of the old term; those whom the list
shows as they were, or no longer shows, are asked about, for only the chamber knows whether they were elected
again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from moushi.compile.return_rows import HeldRow, held_rows, officer_row
from moushi.domain.kinds import Role
from moushi.domain.names import bare_name
from moushi.domain.record import Scalar
from moushi.domain.records import Federation, Member, Membership, Person, Post, normal_name
from moushi.domain.returns import Rows
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_members import MemberBooks
from moushi.intake.list_posts import Posts
from moushi.intake.list_reading import ListRow, Subject
from moushi.intake.returns.matching import WEAK, Key, Match, match_rows
from moushi.intake.returns.reading import ReadRow
from moushi.intake.returns.renewal import FIRM, FROM, NAME, PHONE, ROLE, TERM, TO, WHO, OldTerm, day_of, into
from moushi.intake.returns.rules import is_empty, same
from moushi.intake.returns.work import TableWork


class OfficerRows:
    """Takes the rows of a table of officers."""

    def __init__(self, table: TableWork, posts: Posts, books: MemberBooks, federation: Federation) -> None:
        """Know the posts of the chamber."""
        work = table.work
        self._table, self._work, self._posts, self._books = table, work, posts, books
        self._federation = federation
        in_office = held_rows(work.snapshot, Rows.OFFICERS, work.chamber, work.period)
        self._held = {row.id: row for row in in_office}
        self._running = frozenset(self._held)
        for post in work.snapshot.where(Post, chamber_id=work.chamber.id):
            if post.id not in self._held:
                self._held[post.id] = officer_row(work.snapshot, post)
        renewal = work.renewal
        self._old_term = OldTerm(table, posts, renewal, self._who) if renewal is not None else None

    def take_all(self) -> None:
        """Bring the rows into the records."""
        table = self._table
        matches = match_rows(
            table.rows(), table.sent, self._known, self._keys_of, self._is_plainly, self._differ
        )
        met = {match.record for match in matches if table.says_something(match.row)}
        for match in matches:
            if table.says_something(match.row):
                self._take(match)
        gone = [number for number in table.sent if number not in met and number in self._running]
        if self._old_term is not None:
            self._old_term.ask(self._held.values(), met)
        else:
            table.told.missing += [self._who(number) for number in gone]

    # -- which row is which ------------------------------------------------------------------------------

    def _is_plainly(self, row: ReadRow) -> bool:
        number = row.record
        return number in self._table.sent and all(
            same("name", self._table.value(row, lands), self._table.sent_value(number, lands))
            for lands in (*WHO, ROLE)
        )

    def _keys_of(self, row: ReadRow) -> Sequence[Key]:
        return _keys(partial(self._table.value, row))

    def _known(self) -> Mapping[UUID, Sequence[Key]]:
        return self._table.known(self._held, _keys)

    def _differ(self, row: ReadRow, number: UUID) -> bool:
        """Whether a row cannot be of a post that is over and was not sent; it can if it says its days."""
        if number in self._running or number in self._table.sent:
            return False
        post = self._held[number].records["Post"]
        begun, ends = self._table.value(row, FROM), self._table.value(row, TO)
        assert isinstance(post, Post)
        return (begun is None or begun != post.from_on) and (ends is None or ends != post.to_on)

    def _role(self, row: ReadRow) -> Role | None:
        value = self._table.value(row, ROLE)
        return value if isinstance(value, Role) else None

    def _who(self, number: UUID) -> str:
        held = self._held.get(number)
        return str(held.value(NAME) or held.value(FIRM) or "") if held else ""

    # -- rows --------------------------------------------------------------------------------------------

    def _take(self, match: Match) -> None:
        table, work = self._table, self._work
        row = table.read_out(match.row)
        if match.several:
            message = say("The row may be any of {count} posts; it was left out.", count=len(match.several))
            work.warn(row.where, message, say("Enter what differs by hand."))
            return
        held = self._held.get(match.record) if match.record else None
        if match.record is not None and held is None:
            if not table.says_as_sent(row, match.record):
                message = say(
                    "The post is no longer held; the row was left out: {text}", text=table.all_words(row)
                )
                work.warn(row.where, message, say("If it matters, enter it by hand."))
            return
        if held is None:
            self._begin(row, None)
        elif match.by_number and not self._is_same_holder(row, held):
            self._begin(row, held)
        elif self._old_term is not None and self._old_term.has(held):
            is_anew = match.twin is not None or row.record != held.id
            self._old_term.take(row, held, is_written_anew=is_anew)
        elif not table.is_as_sent(row, held.id):
            self._change(row, self._newest(row, held), match)

    def _change(self, row: ReadRow, held: HeldRow, match: Match) -> None:
        """Compare a row with the post that it is of."""
        if match.twin is not None:
            message = say("The row is about the same as {place}.", place=match.twin.where)
            self._work.warn(row.where, message, say("Compare the two; of differing values the first stands."))
        if match.by_number and not self._names_alike(row, held):
            self._ask_of_name(row, held)
        passed = (*WHO, PHONE) if "Person" not in held.records else WHO
        if self._ends_too_early(row, held):
            passed = (*passed, TO)
        self._table.compare(row, held, into(held), passed=passed)

    def _newest(self, row: ReadRow, held: HeldRow) -> HeldRow:
        """The post of the same holder and role that a row about an ended one says by now, if there is one."""
        begun = self._table.value(row, FROM)
        if held.id in self._running or begun is None or begun == held.value(FROM):
            return held
        for number in self._running:
            other = self._held[number]
            if self._is_held_alike(other, held) and self._role(row) == other.value(ROLE):
                return HeldRow(other.id, other.records, other.told)
        return held

    @staticmethod
    def _is_held_alike(one: HeldRow, other: HeldRow) -> bool:
        posts = one.records["Post"], other.records["Post"]
        first, second = ((getattr(p, "person_id", None), getattr(p, "member_id", None)) for p in posts)
        return first == second

    def _names_alike(self, row: ReadRow, held: HeldRow) -> bool:
        return all(
            is_empty(self._table.value(row, lands))
            or same("name", self._table.value(row, lands), held.value(lands))
            for lands in WHO
        )

    def _is_same_holder(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether a row in which another name stands than was sent is the same person's: by the phone."""
        phone = self._table.text(row, PHONE)
        known = {held.value(PHONE), self._table.sent_value(held.id, PHONE)}
        return bool(phone) and any(same("phone", phone, each) for each in known if each)

    def _ask_of_name(self, row: ReadRow, held: HeldRow) -> None:
        person, name = held.records.get("Person"), self._table.text(row, NAME)
        if isinstance(person, Person) and name:
            message = say(
                "“{held}” is called “{name}” here, with the same phone.", held=person.name, name=name
            )
            action = say("If it is the same person, take the suggestion.")
            self._work.draft.offer(self._table.place(row, NAME), message, action, person, "name", name)

    def _ends_too_early(self, row: ReadRow, held: HeldRow | None) -> bool:
        """Whether a post would end before it began by a day that was typed, which is said."""
        begun, ends = self._table.value(row, FROM), self._table.value(row, TO)
        if begun is None and held is not None:
            begun = held.value(FROM)
        if not isinstance(begun, date) or not isinstance(ends, date) or ends >= begun:
            return False
        if held is not None and (begun, ends) == (held.value(FROM), held.value(TO)):
            return False
        message = say("The post would end on {end}, before it began on {begin}.", end=ends, begin=begun)
        self._work.fault(self._table.place(row, TO), message, say("Ask for the right days."))
        return True

    # -- new posts ---------------------------------------------------------------------------------------

    def _begin(self, row: ReadRow, instead: HeldRow | None) -> None:
        """A new post; `instead` is the one in whose row it stands."""
        table, work = self._table, self._work
        name, firm = table.text(row, NAME), table.text(row, FIRM)
        values = table.take_new(row, passed=(*WHO, PHONE))
        role = values.get(ROLE)
        if not isinstance(role, Role) or not (name or firm):
            table.tell_doubts(row)
        if not isinstance(role, Role):
            if not self._is_told(row, ROLE):
                message = say("The row names no post, so it was left out: {text}", text=table.all_words(row))
                work.fault(row.where, message, say("Have the post filled in."))
            return
        if not name and not firm:
            message = say("The row names nobody, so it was left out: {text}", text=table.all_words(row))
            work.fault(row.where, message, say("Have the name filled in."))
            return
        as_listed = ListRow(row.where, self._listed(row), {}, Subject())
        holder = self._holder(row, as_listed, name, firm)
        if holder is None:
            table.tell_doubts(row)
            return
        begun, ends = day_of(values.get(FROM)), day_of(values.get(TO))
        chamber = work.draft.now(work.chamber)
        if begun is None and work.renewal is not None:
            begun = work.renewal.day
        number = values.get(TERM)
        term = number if isinstance(number, int) else chamber.term_number
        twin = self._posts.of_same_person(holder, role, chamber, term, name)
        if twin is not None and work.renewal is None:
            message = say(
                "{name} is held as {role} already; the row was left out.",
                name=name or firm,
                role=choice_word(role),
            )
            work.hint(row.where, message, say("If it is another post, enter it by hand."))
            return
        ends = None if self._ends_too_early(row, None) else ends
        post = self._posts.enter(row.where, holder, role, chamber, term, begun, ends)
        records = {"Post": post, type(holder).__name__: holder}
        table.tell_doubts(row, lambda column: records.get(column.field.record))
        if instead is not None:
            self._ask_of_predecessor(row, instead, begun)

    def _listed(self, row: ReadRow) -> dict[Meaning, Scalar]:
        found = {Meaning.PERSON: self._table.text(row, NAME), Meaning.PHONE: self._table.text(row, PHONE)}
        return {meaning: value for meaning, value in found.items() if value}

    def _is_told(self, row: ReadRow, lands: str) -> bool:
        cell, column = self._table.cell(row, lands), self._table.of.get(lands)
        return bool(cell and (cell.doubt or (column and column.field.is_required)))

    def _holder(self, row: ReadRow, listed: ListRow, name: str, firm: str) -> Member | Person | None:
        """The enterprise, where it is a member of the chamber, else the person."""
        found = (
            self._books.of(self._federation).find(firm, "", [name] if name else []).member if firm else None
        )
        if found is not None and self._is_in_chamber(found):
            now = self._work.draft.now(found)
            if name and normal_name(name) not in map(
                normal_name, (now.contact, now.legal_representative, now.name)
            ):
                message = say(
                    "The post is that of the member “{firm}”; “{name}” is neither its contact nor its legal "
                    "representative.",
                    firm=now.name,
                    name=name,
                )
                self._work.hint(row.where, message, say("If one of them is another now, change the member."))
            return found
        if not name:
            message = say("“{firm}” is no member of this chamber; the row was left out.", firm=firm)
            self._work.warn(
                self._table.place(row, FIRM),
                message,
                say("Add the name of the person, or take the member in first."),
            )
            return None
        if firm:
            message = say(
                "“{firm}” is no member of this chamber; the post is that of {name}.", firm=firm, name=name
            )
            self._work.hint(self._table.place(row, FIRM), message, say("The enterprise is not kept with it."))
        return self._posts.person(listed, name)

    def _is_in_chamber(self, member: Member) -> bool:
        draft, chamber = self._work.draft, self._work.chamber
        if draft.is_new(member):
            return True
        places = self._work.snapshot.where(Membership, member_id=member.id)
        return any(p.chamber_id == chamber.id and draft.now(p).left_on is None for p in places)

    def _ask_of_predecessor(self, row: ReadRow, instead: HeldRow, begun: date | None) -> None:
        """The one in whose row another stands now: in office still, unless a person says that it ended."""
        post = instead.records["Post"]
        message = say(
            "“{name}” stood in this row; the post goes on, since no day ends it.", name=self._who(instead.id)
        )
        if begun is None or not isinstance(post, Post) or post.to_on is not None:
            self._work.warn(row.where, message, say("If it has ended, ask for the day, or enter it by hand."))
            return
        action = say("If it ended on {day}, take the suggestion.", day=begun)
        self._work.draft.offer(row.where, message, action, post, "to_on", begun)


def _keys(value: Callable[[str], Scalar]) -> list[Key]:
    """By what a post is known: who holds which."""
    name, firm = (str(value(lands) or "") for lands in WHO)
    role = value(ROLE)
    keys: list[Key] = []
    if name and role:
        keys.append(("post", (normal_name(name), role)))
    if firm and role:
        keys.append(("firm", (bare_name(firm), role)))
    if name:
        keys.append((WEAK, normal_name(name)))
    return keys

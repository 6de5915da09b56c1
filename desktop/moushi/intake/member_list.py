"""Rows of lists of members and officers: members, their place in a chamber, the posts they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Severity
from moushi.domain.kinds import MemberKind
from moushi.domain.lasting import kept_until, retained
from moushi.domain.names import bare_name
from moushi.domain.record import Scalar
from moushi.domain.records import Chamber, Federation, Member, Membership, Person
from moushi.errors import say
from moushi.intake.list_bodies import Bodies
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_members import MemberBooks
from moushi.intake.list_posts import Posts
from moushi.intake.list_reading import ListRow, ListTable
from moushi.intake.list_words import MEMBER_KINDS
from moushi.intake.member_kinds import InferredKinds, ask_again

_FIELDS: Mapping[Meaning, str] = {
    Meaning.USCC: "uscc",
    Meaning.LEGAL: "legal_representative",
    Meaning.CONTACT: "contact",
    Meaning.PHONE: "phone",
    Meaning.INDUSTRY: "industry",
    Meaning.STAFF: "staff",
    Meaning.CAPITAL: "registered_capital",
    Meaning.JOINED: "joined_on",
    Meaning.LEFT: "left_on",
    Meaning.LEFT_REASON: "left_reason",
    Meaning.NEW_GENERATION: "new_generation",
    Meaning.BIRTH: "birth_year",
}
"""The fields of a member that columns fill."""


class MemberList:
    """Takes rows one by one; `finish` says what can only be said when all are taken."""

    def __init__(self, draft: ListDraft, bodies: Bodies, books: MemberBooks, posts: Posts) -> None:
        """Take the draft that gathers what rows change, and what bodies, members and posts are known."""
        self._draft = draft
        self._bodies = bodies
        self._books = books
        self._posts = posts
        self._in_chamber: dict[UUID, dict[UUID, Membership]] = {}
        self._kinds = InferredKinds()
        self._contacts: list[str] = []
        self._renames: list[tuple[str, Member, str]] = []
        self._named: set[UUID] = set()  # members held that the list has by their names
        self._codes_alone: list[tuple[ListRow, Federation, ListTable]] = []  # whose name a later row may say

    def take(self, row: ListRow, federation: Federation, table: ListTable) -> None:
        """Bring one row into the records; one that is known by its code alone waits for those with names."""
        if row.text(Meaning.USCC) and not (row.text(Meaning.NAME) or row.text(Meaning.PERSON)):
            self._codes_alone.append((row, federation, table))
        else:
            self._take(row, federation, table)

    def _take(self, row: ListRow, federation: Federation, table: ListTable) -> None:
        chamber = self._bodies.chamber(
            row.text(Meaning.CHAMBER) or row.subject.chamber, federation, row.where
        )
        name, person = row.text(Meaning.NAME), row.text(Meaning.PERSON)
        offices = self._posts.offices(row, table)
        holder: Member | Person | None = None
        if name or not offices:
            holder = self._member(row, name or person, federation, chamber)
        elif person:
            holder = self._individual(row, person, federation)
            if holder is None:
                holder = self._posts.person(row, person)
                self._draft.doubt(row, {Meaning.PHONE: "phone"}, holder, passed=(Meaning.ROLE,))
        else:
            self._tell_nameless(row)
        if Meaning.ROLE in row.doubts:
            where, doubt = row.doubts[Meaning.ROLE]
            self._draft.tell(Severity.WARNING, where, doubt.message, doubt.action)
        if holder is not None and offices:
            self._posts.take(row, holder, offices, federation, chamber)

    def finish(self) -> None:
        """Ask of names that are much alike, change those that codes tell of, and say what was inferred."""
        for row, federation, table in self._codes_alone:
            self._take(row, federation, table)
        self._books.ask()
        for where, member, name in self._renames:
            self._rename(where, member, name)
        self._kinds.tell(self._draft)
        if self._contacts:
            message = say("The people named were taken as contacts of their enterprises.")
            action = say("If one is the legal representative, enter it there.")
            self._draft.tell(Severity.HINT, self._contacts[0], message, action)

    def _rename(self, where: str, member: Member, name: str) -> None:
        """Change the name of a member known by its code, unless the list has it under the old one too."""
        held = self._draft.now(member).name
        if member.id in self._named:
            message = say("By its code “{name}” is “{held}”, which is in the list too.", name=name, held=held)
            action = say("Compare the codes with the licences; for the other name, take the suggestion.")
            self._draft.offer(where, message, action, member, "name", name)
        else:
            message = say("By its code “{name}” is “{held}”, whose name would change.", name=name, held=held)
            self._draft.tell(
                Severity.WARNING, where, message, say("If the code is another's, reject the edits.")
            )
            self._draft.set(member, "name", name, where)

    # -- members -----------------------------------------------------------------------------------------

    def _member(
        self, row: ListRow, name: str, federation: Federation, chamber: Chamber | None
    ) -> Member | None:
        book = self._books.of(federation)
        code = row.text(Meaning.USCC)
        known_by = [row.text(meaning) for meaning in (Meaning.PHONE, Meaning.CONTACT, Meaning.LEGAL)]
        found = book.find(name, code, [word for word in (*known_by, row.text(Meaning.PERSON)) if word])
        if len(found.several) > 1:
            message = say(
                "“{name}” may be any of {count} members of that name or code; the row was left out.",
                name=name,
                count=len(found.several),
            )
            self._draft.tell(
                Severity.WARNING, row.where, message, say("Merge them, or enter what differs by hand.")
            )
            self._draft.doubt(row, {}, passed=(Meaning.ROLE,))
            return None
        values = self._values(row, federation, name)
        if found.member is None:
            if not name:
                self._tell_nameless(row)
                return None
            member = Member(
                id=uuid4(), federation_id=federation.id, name=name, kind=self._kind(row, name), **values
            )
            member = book.put(member, row.where, ("name", "kind", *values))
        else:
            member = found.member
            self._compare(row, member, name, values, by_code=found.by_code, joins=chamber is not None)
            if name:
                book.called(member, name)
        if member.uscc is None and code:
            book.coded(member, code)
        self._draft.doubt(row, _FIELDS, member, passed=(Meaning.ROLE, Meaning.TERM, Meaning.FROM, Meaning.TO))
        if chamber is not None:
            self._join(row, member, chamber)
        return member

    def _values(self, row: ListRow, federation: Federation, name: str) -> dict[str, Any]:
        """The fields of the member that a row says."""
        values = {field: row.values[meaning] for meaning, field in _FIELDS.items() if meaning in row.values}
        township = self._bodies.township(
            row.text(Meaning.TOWNSHIP) or row.subject.township, federation, row.where
        )
        if township:
            values["township_id"] = township
        person = row.text(Meaning.PERSON)
        known = (name, values.get("contact"), values.get("legal_representative"))
        if person and person not in known and "contact" not in values:
            values["contact"] = person
            self._contacts.append(row.where)
        if "left_on" in values and (until := kept_until(values["left_on"])):
            values["retain_until"] = until
        return values

    def _compare(
        self,
        row: ListRow,
        member: Member,
        name: str,
        values: Mapping[str, Scalar],
        *,
        by_code: bool,
        joins: bool,
    ) -> None:
        """Change of a member held what the row says otherwise."""
        now = self._draft.now(member)
        for field, value in values.items():
            held = getattr(now, field)
            if field == "uscc" and held and held != value:
                message = say(
                    "“{name}” is held with the code {held}; here it is {code}.",
                    name=now.name,
                    held=held,
                    code=value,
                )
                action = say("Compare both with the licence; for the one of the list, take the suggestion.")
                self._draft.offer(row.where, message, action, member, field, value)
            elif (
                field == "contact"
                and Meaning.CONTACT not in row.values
                and (held or now.legal_representative == value)
            ):
                self._compare_person(row, now, str(value))
            elif field == "retain_until":
                left = values.get("left_on")
                until = retained(now, left if isinstance(left, date) else None)
                self._draft.set(member, field, until, row.where)
            elif field != "joined_on" or not joins or held is None:
                self._draft.set(member, field, value, row.where)
        if by_code and name and bare_name(name) != bare_name(now.name):
            self._renames.append((row.where, member, name))
        elif name:
            self._named.add(member.id)
        if now.left_on is not None and Meaning.LEFT not in row.values:
            ask_again(self._draft, now, row.where)

    def _compare_person(self, row: ListRow, member: Member, person: str) -> None:
        if person not in (member.contact, member.legal_representative):
            message = say(
                "“{name}”: the list names {person}, held as contact is {contact}.",
                name=member.name,
                person=person,
                contact=member.contact,
            )
            action = say("If the contact is another now, take the suggestion.")
            self._draft.offer(row.where, message, action, member, "contact", person)

    def _kind(self, row: ListRow, name: str) -> MemberKind:
        """The kind of a new member, by its column, else by its name."""
        if said := row.text(Meaning.MEMBER_KIND):
            if said in MEMBER_KINDS:
                return MEMBER_KINDS[said]
            message = say("“{text}” is no kind of member.", text=said)
            action = say("Choose its kind on the members page.")
            self._draft.tell(Severity.WARNING, row.where, message, action)
        return self._kinds.of(name, row.where)

    def _individual(self, row: ListRow, person: str, federation: Federation) -> Member | None:
        """The member who is that person, if one is held."""
        found = self._books.of(federation).find(person, "", [row.text(Meaning.PHONE)]).member
        return found if found and found.kind is MemberKind.INDIVIDUAL else None

    def _join(self, row: ListRow, member: Member, chamber: Chamber) -> None:
        """The member's place in the chamber."""
        if chamber.id not in self._in_chamber:
            held = self._draft.snapshot.where(Membership, chamber_id=chamber.id)
            self._in_chamber[chamber.id] = {
                each.member_id: each for each in sorted(held, key=lambda each: each.left_on is None)
            }
        places = self._in_chamber[chamber.id]
        membership = places.get(member.id)
        joined = row.values.get(Meaning.JOINED)
        if membership is None or membership.left_on is not None:
            places[member.id] = self._draft.put(
                Membership(id=uuid4(), member_id=member.id, chamber_id=chamber.id, joined_on=joined),
                row.where,
                ("joined_on",) if joined else (),
            )
        else:
            self._draft.set(membership, "joined_on", joined, row.where)

    def _tell_nameless(self, row: ListRow) -> None:
        words = "；".join(_words(row.values.values()))
        message = say("The row names nobody, so it was left out: {text}", text=words)
        self._draft.tell(Severity.WARNING, row.where, message, say("Add the name and take it in again."))
        self._draft.doubt(row, {}, passed=(Meaning.ROLE,))


def _words(values: Iterable[Any]) -> list[str]:
    return [str(value) for value in values if isinstance(value, str | int) and not isinstance(value, bool)]

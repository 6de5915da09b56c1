"""The posts that rows of lists name: who holds which, in which body, for which term."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from moushi.changes.model import Severity
from moushi.domain.kinds import Role
from moushi.domain.rank import spread
from moushi.domain.record import with_field
from moushi.domain.records import Chamber, Federation, Member, Person, Post
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_reading import ListRow, ListTable
from moushi.intake.list_values import Office
from moushi.intake.list_words import ROLES

_OF_FEDERATIONS = frozenset(
    (Role.CHAIR, Role.PARTY_SECRETARY, Role.STANDING_COMMITTEE, Role.EXECUTIVE_COMMITTEE)
)
"""Posts that only a federation has."""

_FEDERATION = re.compile("工商联|工商业联合会|总商会")


class Posts:
    """Finds the posts that are held; the new ones stand in the order of the list."""

    def __init__(self, draft: ListDraft) -> None:
        """Take the draft that gathers what rows change."""
        self._draft = draft
        self._held: dict[UUID, dict[tuple[UUID, Role], list[Post]]] = {}
        self._new: dict[UUID, list[Post]] = defaultdict(list)
        self._people: dict[str, Person] = {}
        self._holders: dict[UUID, Member | Person] = {}  # of new posts
        self._by_title: dict[Role, str] = {}

    def offices(self, row: ListRow, table: ListTable) -> tuple[Office, ...]:
        """The posts that a row names; without a column of posts the one that group or title name."""
        if named := row.values.get(Meaning.ROLE):
            return tuple(named)
        role = row.subject.role
        if role is None or Meaning.ROLE in row.doubts or Meaning.ROLE in table.header.places:
            return ()
        if row.subject.text.split()[-1] not in ROLES:  # a heading between the rows says it plainly
            self._by_title.setdefault(role, row.where)
        return (Office(role),)

    def person(self, row: ListRow, name: str) -> Person | None:
        """The person of that name who is no member; put when there is none, None where it may be several."""
        held = self._draft.snapshot.where(Person, name=name)
        phone = row.values.get(Meaning.PHONE)
        if len(held) > 1:
            held = tuple(each for each in held if phone and each.phone == phone) or held
        if len(held) > 1:
            message = say(
                "“{name}” may be any of {count} people of that name; the row was left out.",
                name=name,
                count=len(held),
            )
            self._draft.tell(Severity.WARNING, row.where, message, say("Enter the post by hand."))
            return None
        if held:
            self._draft.set(held[0], "phone", phone, row.where)
            return held[0]
        if name not in self._people:
            person = Person(id=uuid4(), name=name, phone=phone)
            self._people[name] = self._draft.put(person, row.where, ("phone",) if phone else ())
        else:
            self._draft.set(self._people[name], "phone", phone, row.where)
        return self._people[name]

    def take(
        self,
        row: ListRow,
        holder: Member | Person,
        offices: Sequence[Office],
        federation: Federation,
        chamber: Chamber | None,
    ) -> None:
        """Bring the posts of a row into the records."""
        for office in offices:
            body = self._body(row, office, federation, chamber)
            if body is None:
                message = say(
                    "“{role}” of {name}: of which chamber is not said, so the post was left out.",
                    role=choice_word(office.role),
                    name=holder.name,
                )
                action = say("Name the chamber in a column or in the title, or enter the post by hand.")
                self._draft.tell(Severity.WARNING, row.where, message, action)
            else:
                self._take(row, holder, office.role, body)

    def finish(self) -> None:
        """Set the new posts in the order in which the list names them, after those that are held."""
        for body, posts in self._new.items():
            ranks = [post.rank for of in self._held[body].values() for post in of if post.rank]
            for post, rank in zip(posts, spread(len(posts), max(ranks, default=None)), strict=True):
                self._draft.put(with_field(self._draft.now(post), "rank", rank), "")
        for role, where in self._by_title.items():
            message = say("No column names posts; by the title all are {role}.", role=choice_word(role))
            self._draft.tell(Severity.HINT, where, message, say("If that is wrong, reject the posts."))

    @staticmethod
    def _body(
        row: ListRow, office: Office, federation: Federation, chamber: Chamber | None
    ) -> Federation | Chamber | None:
        if office.of_federation or office.role in _OF_FEDERATIONS:
            return federation
        if chamber is not None:
            return chamber
        return federation if _FEDERATION.search(row.subject.text) else None

    def _take(self, row: ListRow, holder: Member | Person, role: Role, body: Federation | Chamber) -> None:
        known = self._of(body).setdefault((holder.id, role), [])
        term = row.values.get(Meaning.TERM) or row.subject.term
        begun, ends = row.values.get(Meaning.FROM), row.values.get(Meaning.TO)
        same = [
            post for post in map(self._draft.now, known) if term is None or post.term_number in (None, term)
        ]
        running = [post for post in same if post.to_on is None or post.to_on == ends] or same
        if running:
            for name, value in (("term_number", term), ("from_on", begun), ("to_on", ends)):
                self._draft.set(running[-1], name, value, row.where)
            return
        if twin := self.of_same_person(holder, role, body, term, row.text(Meaning.PERSON)):
            for name, value in (("term_number", term), ("from_on", begun), ("to_on", ends)):
                self._draft.set(twin, name, value, row.where)
            return
        if any(other.to_on is None for other in known):
            message = say(
                "{name} is held as {role} of an earlier term too.", name=holder.name, role=choice_word(role)
            )
            self._draft.tell(
                Severity.WARNING, row.where, message, say("If that has ended, enter its last day.")
            )
        self.enter(row.where, holder, role, body, term, begun, ends)

    def enter(
        self,
        where: str,
        holder: Member | Person,
        role: Role,
        body: Federation | Chamber,
        term: int | None,
        begun: date | None,
        ends: date | None,
    ) -> Post:
        """A new post that the row at `where` names."""
        post = Post(
            id=uuid4(),
            role=role,
            person_id=holder.id if isinstance(holder, Person) else None,
            member_id=holder.id if isinstance(holder, Member) else None,
            federation_id=body.id if isinstance(body, Federation) else None,
            chamber_id=body.id if isinstance(body, Chamber) else None,
            term_number=term,
            from_on=begun,
            to_on=ends,
        )
        self._holders[holder.id] = holder
        known = self._of(body).setdefault((holder.id, role), [])
        known.append(self._draft.put(post, where, ("term_number", "from_on", "to_on")))
        self._new[body.id].append(post)
        return post

    def of_same_person(
        self,
        holder: Member | Person,
        role: Role,
        body: Federation | Chamber,
        term: int | None,
        named: str = "",
    ) -> Post | None:
        """The post that the same person is held to have: as such where the row names a member, or in turn."""
        other: type[Member | Person] = Person if isinstance(holder, Member) else Member
        people = self._people_of(holder) | {named}
        for (number, of_role), posts in self._of(body).items():
            held = self._holders.get(number) if of_role is role else None
            held = held or (self._draft.snapshot.get(other, number) if of_role is role else None)
            if isinstance(held, other) and self._people_of(held) & people - {""}:
                running = (post for post in map(self._draft.now, posts) if post.to_on is None)
                return next((post for post in running if term in (None, post.term_number or term)), None)
        return None

    def _people_of(self, holder: Member | Person) -> set[str]:
        """The people who may hold the posts of a member, or the person itself."""
        if isinstance(holder, Person):
            return {holder.name}
        now = self._draft.now(holder)
        return {now.name, now.contact, now.legal_representative}

    def _of(self, body: Federation | Chamber) -> dict[tuple[UUID, Role], list[Post]]:
        if body.id not in self._held:
            field = "federation_id" if isinstance(body, Federation) else "chamber_id"
            posts: dict[tuple[UUID, Role], list[Post]] = defaultdict(list)
            for post in self._draft.snapshot.where(Post, **{field: body.id}):
                holder = post.member_id or post.person_id
                if holder:
                    posts[holder, post.role].append(post)
            self._held[body.id] = posts
        return self._held[body.id]

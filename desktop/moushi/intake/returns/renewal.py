"""Officers of the old term where a return tells of a renewal (换届): elected again, ended, asked about."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from moushi.changes.model import Change, Edit, Insert
from moushi.compile.return_rows import HeldRow
from moushi.domain.kinds import Role
from moushi.domain.posts import ended_by_congress
from moushi.domain.record import Scalar
from moushi.domain.records import Member, Person, Post
from moushi.errors import say
from moushi.intake.list_posts import Posts
from moushi.intake.returns.reading import ReadRow
from moushi.intake.returns.rules import is_empty, same
from moushi.intake.returns.work import Into, Renewal, TableWork

NAME, FIRM, PHONE = "Person.name", "Member.name", "Person.phone"
ROLE, TERM, FROM, TO = "Post.role", "Post.term_number", "Post.from_on", "Post.to_on"
WHO = (NAME, FIRM)
_TERMS = (ROLE, TERM, FROM)


def into(held: HeldRow) -> Into:
    """The records of a row, by the columns that land in them."""
    return lambda column: held.records.get(column.field.record)


def day_of(value: Scalar) -> date | None:
    """A value that is a day."""
    return value if isinstance(value, date) else None


def _post_of(held: HeldRow) -> Post:
    post = held.records["Post"]
    assert isinstance(post, Post)
    return post


class OldTerm:
    """The posts that a renewal ends: the chamber's list is that of the new term."""

    def __init__(self, table: TableWork, posts: Posts, renewal: Renewal, who: Callable[[UUID], str]) -> None:
        """Take the table of officers; `who` names the holder of a post."""
        self._table, self._work, self._posts, self._renewal = table, table.work, posts, renewal
        self._who = who
        self._again: list[tuple[ReadRow, HeldRow]] = []  # as they were, though the term is another one
        self._elected: set[UUID] = set()  # posts whose holders have them in the new term

    def has(self, held: HeldRow) -> bool:
        """Whether a post is one that the renewal ends."""
        renewal, post = self._renewal, _post_of(held)
        return bool(ended_by_congress([post], renewal.day, renewal.number, renewal.before))

    def take(self, row: ReadRow, held: HeldRow, *, is_written_anew: bool) -> None:
        """A row of the old term: ended, or elected again, which a new role, day or term says plainly.

        So does a row that was written anew, in one of the blank lines.
        """
        work, table = self._work, self._table
        post, renewal = _post_of(held), self._renewal
        if not is_empty(table.value(row, TO)):
            table.compare(row, held, into(held), passed=WHO)
            return
        table.compare(row, held, into(held), passed=(*WHO, *_TERMS, TO))
        is_said = any(
            lands in table.of
            and not is_empty(table.value(row, lands))
            and not same("", table.value(row, lands), table.sent_value(post.id, lands))
            and not same("", table.value(row, lands), held.value(lands))
            for lands in _TERMS
        )
        if post.id in self._elected:
            return
        if not is_said and not is_written_anew:
            self._again.append((row, held))
            return
        self._elected.add(post.id)
        where = row.where
        work.draft.set(post, "to_on", renewal.day, where)
        holder = held.records.get("Person") or held.records.get("Member")
        if isinstance(holder, Person | Member):
            begun = day_of(table.value(row, FROM))
            begun = begun if begun is not None and begun >= renewal.day else renewal.day
            chamber = work.draft.now(work.chamber)
            role = table.value(row, ROLE)
            role = role if isinstance(role, Role) else post.role
            self._posts.enter(where, holder, role, chamber, renewal.number, begun, None)

    def ask(self, held: Iterable[HeldRow], met: Container[UUID | None]) -> None:
        """Ask of the officers of the old term of whom the list says nothing new; `met` are those in it."""
        renewal = self._renewal
        closing = [row for row in held if self.has(row)]
        self._again = [(row, held) for row, held in self._again if held.id not in self._elected]
        again = {held.id for _, held in self._again}
        if again:
            rows = [held for _, held in self._again]
            message = say(
                "The term is renewed, but {count} officers stand as before: {names}",
                count=len(rows),
                names="、".join(self._who(row.id) for row in rows),
            )
            action = say("If they were elected again on {day}, take the suggestion.", day=renewal.day)
            mend = tuple(edit for row in rows for edit in self._elected_again(row))
            self._work.draft.suggest(self._again[0][0].where, message, action, mend)
        gone = [row for row in closing if row.id not in met]
        if gone:
            message = say(
                "The term is renewed, but {count} officers of the old term are not in the list: {names}",
                count=len(gone),
                names="、".join(self._who(row.id) for row in gone),
            )
            action = say("If their posts ended on {day}, take the suggestion.", day=renewal.day)
            mend = tuple(edit for row in gone for edit in self._ended(row))
            self._work.draft.suggest(self._table.where, message, action, mend)

    def _ended(self, row: HeldRow) -> list[Edit]:
        post, renewal = _post_of(row), self._renewal
        return [Change(Post, post.id, "to_on", post.to_on, renewal.day)]

    def _elected_again(self, row: HeldRow) -> list[Edit]:
        post, renewal = _post_of(row), self._renewal
        new = replace(post, id=uuid4(), term_number=renewal.number, from_on=renewal.day, to_on=None)
        return [*self._ended(row), Insert(new)]

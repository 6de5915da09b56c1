"""Which member of a federation a row of a list is: by its code, its name, or only perhaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from moushi.changes.model import Severity
from moushi.domain.names import bare_name, branch_of, near_names
from moushi.domain.records import Federation, Member
from moushi.errors import say
from moushi.intake.list_draft import ListDraft

_GOES_ALONG = (
    "uscc",
    "legal_representative",
    "contact",
    "phone",
    "industry",
    "township_id",
    "staff",
    "registered_capital",
    "joined_on",
    "new_generation",
    "birth_year",
)
"""Fields of a new member that fill those of the one held that it turns out to be."""


@dataclass(frozen=True, slots=True)
class Found:
    """The member that a row is; without it the several that it may be, or that it is none."""

    member: Member | None = None
    several: Sequence[Member] = ()
    by_code: bool = False


class MemberBooks:
    """The members of each federation that lists name."""

    def __init__(self, draft: ListDraft) -> None:
        """Take the draft that gathers what rows change."""
        self._draft = draft
        self._books: dict[UUID, MemberBook] = {}

    def of(self, federation: Federation) -> MemberBook:
        """The members of one federation."""
        if federation.id not in self._books:
            self._books[federation.id] = MemberBook(self._draft, federation)
        return self._books[federation.id]

    def ask(self) -> None:
        """Once all rows are taken: ask of new members that may be others held."""
        for book in self._books.values():
            book.ask()


class MemberBook:
    """The members of one federation, held and new, by code and by name."""

    def __init__(self, draft: ListDraft, federation: Federation) -> None:
        """Read the members of the federation."""
        self._draft = draft
        self._by_code: dict[str, list[Member]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[Member]] = defaultdict(list)
        self._held: dict[str, list[Member]] = defaultdict(list)
        self._new: dict[UUID, tuple[Member, str]] = {}
        for member in draft.snapshot.where(Member, federation_id=federation.id):
            self._enter(member)
            self._held[bare_name(member.name)].append(member)

    def find(self, name: str, code: str, known_by: Sequence[str] = ()) -> Found:
        """The member of that code, else of that name; `known_by` (people, numbers) tells twins apart."""
        if code and (of_code := self._by_code.get(code)):
            named = [member for member in of_code if bare_name(member.name) == bare_name(name)] or of_code
            others = [] if not name or named is not of_code else self._by_name.get(_key(name), [])
            several = list({member.id: member for member in (*named, *others)}.values())
            return Found(named[0], by_code=True) if len(several) == 1 else Found(several=several)
        if not name:
            return Found()
        of_name = self._by_name.get(_key(name), [])
        if len(of_name) > 1:
            now = [self._draft.now(member) for member in of_name]
            of_name = [m for m in now if m.left_on is None] or now
        if len(of_name) > 1:
            told = [
                m for m in of_name if not {m.phone, m.contact, m.legal_representative}.isdisjoint(known_by)
            ]
            of_name = told or of_name
        return Found(of_name[0]) if len(of_name) == 1 else Found(several=of_name)

    def put(self, member: Member, where: str, names: Sequence[str]) -> Member:
        """A new member that the row at `where` names."""
        self._enter(self._draft.put(member, where, names))
        self._new[member.id] = member, where
        return member

    def coded(self, member: Member, code: str) -> None:
        """Know a member by a code that a row gave it."""
        if all(other.id != member.id for other in self._by_code[code]):
            self._by_code[code].append(member)

    def called(self, member: Member, name: str) -> None:
        """Know a member by a name that a row with its code gave it."""
        if all(other.id != member.id for other in self._by_name[_key(name)]):
            self._by_name[_key(name)].append(member)

    def ask(self) -> None:
        """Once all rows are taken: a warning for each new member that may be one held under a like name."""
        new = {bare_name(member.name): (member, where) for member, where in self._new.values()}
        for bare, like in near_names(new, self._held).items():
            member, where = new[bare]
            held = [other for name in like for other in self._held[name] if self._may_be(member, other)]
            if held:
                self._ask(member, where, held)
        for (bare, _branch), members in self._by_name.items():  # a branch, or another branch of the same
            others = [other for other in self._held.get(bare, ()) if other not in members]
            for member in members:
                if member.id in self._new and others:
                    held = [other for other in others if self._may_be(member, other)]
                    self._ask(*self._new[member.id], held)

    def _ask(self, member: Member, where: str, held: Sequence[Member]) -> None:
        if not held:
            return
        names = "、".join(other.name for other in held)
        message = say(
            "“{name}” is new, but is much like “{held}”, which is held.", name=member.name, held=names
        )
        if len(held) == 1:
            action = say(
                "If they are the same, take the suggestion: nothing new, “{held}” gets it.", held=names
            )
            self._draft.offer_instead(where, message, action, member, held[0], _GOES_ALONG)
        else:
            action = say("If it is one of them, reject the new one and enter what differs there.")
            self._draft.tell(Severity.WARNING, where, message, action)

    def _may_be(self, member: Member, held: Member) -> bool:
        """Whether two may be the same for all that their codes say."""
        code, other = self._draft.now(member).uscc, self._draft.now(held).uscc
        return not (code and other and code != other)

    def _enter(self, member: Member) -> None:
        self._by_name[_key(member.name)].append(member)
        if member.uscc:
            self._by_code[member.uscc].append(member)


def _key(name: str) -> tuple[str, str]:
    return bare_name(name), branch_of(name)

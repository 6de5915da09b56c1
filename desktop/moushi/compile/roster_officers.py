"""执委名册 and 商会班子名册: the posts in office in a federation or in chambers, in order of rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.compile.roster_document import Align, RosterChoice, RosterColumn, RosterGroup, Value
from moushi.compile.roster_table import NUMBER, Table, is_member, live_chambers, numbered
from moushi.compile.roster_words import line, role_word, tallied, term_word, without_phones
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.posts import in_office, rank_of
from moushi.domain.reading import reading_order
from moushi.domain.records import Federation, Member, Person, Post
from moushi.domain.snapshot import Snapshot

_NAME = RosterColumn("姓名", 4.5, Align.CENTER, optional=False)
_ROLE = RosterColumn("职务", 6, Align.CENTER, optional=False)
_UNIT = RosterColumn("工作单位", 15, flexible=True, optional=False)
_UNIT_POST = RosterColumn("单位职务", 5.5, Align.CENTER)
_TERM = RosterColumn("届次", 4.5, Align.CENTER)
_SINCE = RosterColumn("任职日期", 6, Align.CENTER)
_BORN = RosterColumn("出生年份", 4.5, Align.CENTER)
_PHONE = RosterColumn("联系电话", 7.5, Align.CENTER, code=True)


@dataclass(frozen=True, slots=True)
class Officer:
    """Who holds a post: the name, the unit with the post there, and what is told only where it is ticked."""

    post: Post
    holder: UUID
    name: str
    unit: str = ""
    unit_post: str = ""
    phone: str = ""
    birth_year: int | None = None


def committee_table(snapshot: Snapshot, choice: RosterChoice, today: date) -> Table:
    """The officers and committee of each federation asked for."""
    federations = [each for held in choice.federations if (each := snapshot.get(Federation, held))]
    groups: list[RosterGroup] = []
    told = _Told(in_federation=True)
    for federation in federations:
        posts = snapshot.where(Post, federation_id=federation.id)
        found = told.take(snapshot, posts, choice, today)
        title = f"{line(federation.name)}（{len(found)}人次）" if len(federations) > 1 else ""
        groups.append(numbered(title, (_cells(each, choice, in_federation=True) for each in found)))
    return Table(_columns(choice), tuple(groups), told.notes())


def officer_table(snapshot: Snapshot, choice: RosterChoice, today: date) -> Table:
    """The officers of each chamber, or of those asked for."""
    groups: list[RosterGroup] = []
    told = _Told(in_federation=False)
    without: list[str] = []
    wanted = set(choice.chambers)
    for chamber in live_chambers(snapshot, choice.federations, choice.as_of):
        if wanted and chamber.id not in wanted:
            continue
        found = told.take(snapshot, snapshot.where(Post, chamber_id=chamber.id), choice, today)
        term = term_word(chamber.term_number)
        words = [f"{len(found)}人次"]
        if term and (chamber.term_began_on is None or chamber.term_began_on <= choice.as_of):
            words.insert(0, term)
        title = f"{line(chamber.name)}（{'，'.join(words)}）"
        groups.append(numbered(title, (_cells(each, choice, in_federation=False) for each in found)))
        if not found:
            without.append(line(chamber.name))
    notes = told.notes()
    if without:
        notes += (f"未录入班子的商会{len(without)}个：{'、'.join(without)}。",)
    return Table(_columns(choice), tuple(groups), notes)


def _columns(choice: RosterChoice) -> tuple[RosterColumn, ...]:
    return (
        NUMBER,
        _NAME,
        _ROLE,
        _UNIT,
        _UNIT_POST,
        _TERM,
        _SINCE,
        *((_BORN,) if choice.with_birth_years else ()),
        *((_PHONE,) if choice.with_phones else ()),
    )


def _cells(officer: Officer, choice: RosterChoice, *, in_federation: bool) -> Sequence[Value]:
    post = officer.post
    return (
        officer.name,
        role_word(post.role, in_federation=in_federation),
        officer.unit,
        officer.unit_post,
        term_word(post.term_number),
        post.from_on,
        *((officer.birth_year,) if choice.with_birth_years else ()),
        *((officer.phone,) if choice.with_phones else ()),
    )


class _Told:
    """The officers listed so far, counted for the notes below the table."""

    def __init__(self, *, in_federation: bool) -> None:
        self._in_federation = in_federation
        self._roles: Counter[Role] = Counter()
        self._people: set[UUID] = set()
        self._nameless = self._gone = 0

    def take(
        self, snapshot: Snapshot, posts: Iterable[Post], choice: RosterChoice, today: date
    ) -> list[Officer]:
        """Those of the posts that are in office, in order of rank; holders who have left are not."""
        held = in_office(posts, choice.as_of)
        found = [officer for post in held if (officer := officer_of(snapshot, post, choice, today))]
        found.sort(key=lambda each: (rank_of(each.post), reading_order(each.name), str(each.post.id)))
        self._gone += len(held) - len(found)
        self._nameless += sum(not each.name for each in found)
        self._roles.update(each.post.role for each in found)
        self._people.update(each.holder for each in found)
        return found

    def notes(self) -> tuple[str, ...]:
        """How many there are of each role, and what is missing."""
        words: Counter[str] = Counter()
        for role in Role:
            words[role_word(role, in_federation=self._in_federation)] += self._roles[role]
        posts, people = self._roles.total(), len(self._people)
        several = f"，任{posts}个职务" if posts != people else ""
        return tuple(
            filter(
                None,
                (
                    f"共{people}人{several}：{tallied(words.items())}。",
                    f"姓名空白的{self._nameless}处，会员资料中没有法定代表人和联系人。"
                    if self._nameless
                    else "",
                    f"任职人已退会的{self._gone}个职务未列。" if self._gone else "",
                ),
            )
        )


def officer_of(snapshot: Snapshot, post: Post, choice: RosterChoice, today: date) -> Officer | None:
    """Who holds a post; None when that member has left by then.

    Of an enterprise or group it is its legal representative, else its contact. Who has left since is named,
    but nothing personal is told.
    """
    if post.person_id:
        person = snapshot.get(Person, post.person_id)
        if person is None:
            return None
        phone = line(person.phone) if choice.with_phones else ""
        return Officer(post, person.id, without_phones(person.name), phone=phone)
    member = snapshot.get(Member, post.member_id) if post.member_id else None
    if member is None or (member.left_on is not None and not is_member(member, choice.as_of)):
        return None
    name, unit, unit_post = _named(member)
    still = is_member(member, today)
    phone = phone_of(member, name) if choice.with_phones and still else ""
    born = member.birth_year if choice.with_birth_years and still else None
    return Officer(post, member.id, name, unit, unit_post, phone, born)


def _named(member: Member) -> tuple[str, str, str]:
    """A member's person, unit, and the person's post there."""
    if member.kind is MemberKind.INDIVIDUAL:
        return without_phones(member.name), "", ""
    unit, leader = line(member.name), without_phones(member.legal_representative)
    if leader:
        return leader, unit, "法定代表人"
    contact = without_phones(member.contact)
    return contact, unit, "联系人" if contact else ""


def phone_of(member: Member, name: str) -> str:
    """A member's number, and below it whose it is where that is somebody else than `name`."""
    phone, contact = line(member.phone), without_phones(member.contact)
    return f"{phone}\n（{contact}）" if phone and contact and contact != name else phone

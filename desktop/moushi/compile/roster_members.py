"""会员名册: who is a member as of a day, by township, chamber or kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.compile.roster_document import Align, Grouping, RosterChoice, RosterColumn, RosterGroup, Value
from moushi.compile.roster_officers import phone_of
from moushi.compile.roster_table import (
    NUMBER,
    Table,
    belongs,
    is_member,
    live_chambers,
    numbered,
)
from moushi.compile.roster_words import MEMBER_KINDS, line, role_word, tallied, without_phones
from moushi.domain.kinds import MemberKind
from moushi.domain.posts import in_office, rank_of
from moushi.domain.reading import by_name, reading_order
from moushi.domain.records import Chamber, Federation, Member, Membership, Post, Township
from moushi.domain.snapshot import Snapshot

_COLUMNS = {
    "name": RosterColumn("会员名称", 14, flexible=True, optional=False),
    "kind": RosterColumn("类型", 2.5, Align.CENTER),
    "uscc": RosterColumn("统一社会信用代码", 10.5, Align.CENTER, code=True),
    "representative": RosterColumn("法定代表人", 5, Align.CENTER),
    "contact": RosterColumn("联系人", 4, Align.CENTER),
    "phone": RosterColumn("联系电话", 7, Align.CENTER, code=True),
    "born": RosterColumn("出生年份", 3, Align.CENTER),
    "industry": RosterColumn("所属行业", 5, Align.CENTER),
    "township": RosterColumn("乡镇街道", 5, Align.CENTER),
    "chambers": RosterColumn("所在商会", 7, Align.CENTER, flexible=True),
    "posts": RosterColumn("担任职务", 7, Align.CENTER, flexible=True),
    "joined": RosterColumn("入会日期", 5.5, Align.CENTER),
}
_IN_NO_CHAMBER, _IN_NO_TOWNSHIP = "未加入商会", "未填乡镇街道"
_TOLD_BY_TITLE = {Grouping.TOWNSHIP: "township", Grouping.CHAMBER: "chambers", Grouping.KIND: "kind"}


def member_table(snapshot: Snapshot, choice: RosterChoice, today: date) -> Table:
    """The members asked for that have joined by the day and not left, grouped, each group by name."""
    members = by_name(
        member
        for federation in dict.fromkeys(choice.federations)
        for member in snapshot.where(Member, federation_id=federation)
        if is_member(member, choice.as_of) and (choice.members is None or member.id in choice.members)
    )
    held = _Held.of(snapshot, members, choice)
    names = [
        name
        for name in _COLUMNS
        if name != _TOLD_BY_TITLE.get(choice.grouped_by)
        and (name != "phone" or choice.with_phones)
        and (name != "born" or choice.with_birth_years)
    ]
    groups: list[RosterGroup] = []
    lines = 0
    for title, some, chamber in _grouped(held, members, choice.grouped_by):
        rows = (_cells(held, member, names, chamber, today) for member in some)
        groups.append(numbered(f"{title}（{len(some)}个）" if title else "", rows))
        lines += len(some)
    listed = len(members)
    kinds = Counter(member.kind for member in members)
    notes = [f"共{listed}个会员：{tallied((word, kinds[kind]) for kind, word in MEMBER_KINDS.items())}。"]
    if lines > listed:
        several = sum(len(held.chambers_of(member)) > 1 for member in members)
        notes.append(f"其中{several}个会员在不止一个商会，在各商会名下分别列出。")
    if choice.members is not None:
        notes.append("本表只列按条件选出的会员。")
    return Table((NUMBER, *(_COLUMNS[name] for name in names)), tuple(groups), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Held:
    """What is told of members beside their own fields, each kind read once."""

    townships: Mapping[UUID, str]
    chambers: Mapping[UUID, Chamber]
    federations: Mapping[UUID, str]
    memberships: Mapping[UUID, Sequence[UUID]]
    posts: Mapping[UUID, Sequence[Post]]

    @classmethod
    def of(cls, snapshot: Snapshot, members: Iterable[Member], choice: RosterChoice) -> _Held:
        """Read it for these members as of the day."""
        listed = {member.id for member in members}
        chambers = {c.id: c for c in live_chambers(snapshot, choice.federations, choice.as_of)}
        memberships: dict[UUID, list[UUID]] = defaultdict(list)
        for chamber in chambers:  # in their order
            for entry in snapshot.where(Membership, chamber_id=chamber):
                if entry.member_id in listed and belongs(entry, choice.as_of):
                    memberships[entry.member_id].append(chamber)
        posts: dict[UUID, list[Post]] = defaultdict(list)
        for post in in_office(snapshot.where(Post), choice.as_of):
            if post.member_id in listed:
                posts[post.member_id].append(post)
        for some in posts.values():
            some.sort(key=lambda post: (rank_of(post), str(post.id)))
        return cls(
            {
                t.id: line(t.name)
                for f in choice.federations
                for t in snapshot.where(Township, federation_id=f)
            },
            chambers,
            {f.id: line(f.short_name or f.name) for f in snapshot.where(Federation)},
            memberships,
            posts,
        )

    def chambers_of(self, member: Member) -> Sequence[UUID]:
        """The chambers that a member is in, each once."""
        return list(dict.fromkeys(self.memberships.get(member.id, ())))

    def posts_of(self, member: Member, chamber: UUID | None) -> str:
        """A member's posts in words: those of one chamber, or all with their bodies."""
        words = []
        for post in self.posts.get(member.id, ()):
            role = role_word(post.role, in_federation=post.federation_id is not None)
            if chamber is not None:
                if post.chamber_id == chamber:
                    words.append(role)
                continue
            body = self.chambers.get(post.chamber_id) if post.chamber_id else None
            if post.federation_id:
                words.append(self.federations.get(post.federation_id, "") + role)
            elif body:
                words.append(line(body.name) + role)
        return "、".join(dict.fromkeys(words))


def _grouped(
    held: _Held, members: Sequence[Member], grouping: Grouping
) -> Iterator[tuple[str, Sequence[Member], UUID | None]]:
    """Titles with their members, and the chamber where the title is one."""
    match grouping:
        case Grouping.TOWNSHIP:
            by_township: dict[UUID | None, list[Member]] = defaultdict(list)
            for member in members:
                known = member.township_id if member.township_id in held.townships else None
                by_township[known].append(member)
            for township in _by_title(held.townships):
                yield held.townships[township], by_township.get(township, ()), None
            yield _IN_NO_TOWNSHIP, by_township.get(None, ()), None
        case Grouping.CHAMBER:
            by_chamber: dict[UUID | None, list[Member]] = defaultdict(list)
            for member in members:
                for chamber in held.chambers_of(member) or (None,):
                    by_chamber[chamber].append(member)
            for chamber_id, chamber_ in held.chambers.items():
                yield line(chamber_.name), by_chamber.get(chamber_id, ()), chamber_id
            yield _IN_NO_CHAMBER, by_chamber.get(None, ()), None
        case Grouping.KIND:
            for kind in MemberKind:
                yield MEMBER_KINDS[kind], [each for each in members if each.kind is kind], None
        case _:
            yield "", members, None


def _by_title(names: Mapping[UUID, str]) -> list[UUID]:
    return sorted(names, key=lambda held: (reading_order(names[held]), str(held)))


def _cells(
    held: _Held, member: Member, names: Sequence[str], chamber: UUID | None, today: date
) -> list[Value]:
    """The cells of a member; who has left since is listed, but nothing personal is told."""
    told: dict[str, Value] = {
        "name": without_phones(member.name),
        "kind": MEMBER_KINDS[member.kind],
        "uscc": line(member.uscc),
        "representative": without_phones(member.legal_representative),
        "contact": without_phones(member.contact),
        "industry": without_phones(member.industry),
        "township": held.townships.get(member.township_id, "") if member.township_id else "",
        "chambers": "、".join(line(held.chambers[each].name) for each in held.chambers_of(member)),
        "posts": held.posts_of(member, chamber),
        "joined": member.joined_on,
    }
    if is_member(member, today):
        contact = str(told["contact"] or told["representative"])
        told |= {"phone": phone_of(member, contact), "born": member.birth_year}
    return [told.get(name) for name in names]

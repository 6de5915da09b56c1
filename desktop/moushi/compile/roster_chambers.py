"""商会基本情况表: every chamber with its term, when that falls due, its recognition and its members."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from moushi.compile.roster_document import Align, Grouping, RosterChoice, RosterColumn, Value
from moushi.compile.roster_officers import officer_of
from moushi.compile.roster_table import (
    NUMBER,
    Table,
    belongs,
    is_member,
    live_chambers,
    numbered,
)
from moushi.compile.roster_words import CHAMBER_KINDS, line, tallied, term_word, without_phones
from moushi.domain.kinds import ChamberKind, Role
from moushi.domain.lasting import covering
from moushi.domain.posts import in_office, rank_of
from moushi.domain.reading import by_name
from moushi.domain.records import Chamber, ChamberTerm, Member, Membership, Post, Rating, Township
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import is_due, is_overdue, running_term, term_ends

_KIND = RosterColumn("类别", 6, Align.CENTER)
_COLUMNS = (
    RosterColumn("商会名称", 9, flexible=True, optional=False),
    RosterColumn("所在乡镇街道", 5, Align.CENTER),
    RosterColumn("统一社会信用代码", 10.5, Align.CENTER, code=True),
    RosterColumn("成立日期", 5.5, Align.CENTER),
    RosterColumn("届次", 4, Align.CENTER, optional=False),
    RosterColumn("本届开始", 5.5, Align.CENTER, optional=False),
    RosterColumn("届期年数", 2.5, Align.CENTER),
    RosterColumn("延期至", 5.5, Align.CENTER),
    RosterColumn("届满日期", 5.5, Align.CENTER, optional=False),
    RosterColumn("换届", 5, Align.CENTER),
    RosterColumn("会长", 4, Align.CENTER),
    RosterColumn("秘书长", 4, Align.CENTER),
    RosterColumn("党组织", 3, Align.CENTER),
    RosterColumn("专职人员", 3, Align.CENTER),
    RosterColumn("四好商会", 4.5, Align.CENTER),
    RosterColumn("会员数", 3, Align.CENTER, optional=False),
)
OVERDUE, DUE = "逾期", "一年内到期"
"""How a term stands, in the words of the screen."""


def chamber_table(snapshot: Snapshot, choice: RosterChoice, today: date) -> Table:
    """The chambers that are there on the day, by kind or in one list."""
    wanted = set(choice.chambers)
    chambers = [
        chamber
        for chamber in live_chambers(snapshot, choice.federations, choice.as_of)
        if not wanted or chamber.id in wanted
    ]
    counted = _members(snapshot, choice)
    rows = {chamber.id: _cells(snapshot, chamber, counted[chamber.id], choice, today) for chamber in chambers}
    by_kind: dict[ChamberKind, list[Chamber]] = defaultdict(list)
    for chamber in chambers:
        by_kind[chamber.kind].append(chamber)
    if choice.grouped_by is Grouping.KIND:
        columns: tuple[RosterColumn, ...] = (NUMBER, *_COLUMNS)
        groups = [
            numbered(f"{word}（{len(by_kind[kind])}个）", (rows[each.id] for each in by_kind[kind]))
            for kind, word in CHAMBER_KINDS.items()
        ]
    else:
        columns = (NUMBER, _COLUMNS[0], _KIND, *_COLUMNS[1:])
        groups = [
            numbered(
                "",
                ((rows[each.id][0], CHAMBER_KINDS[each.kind], *rows[each.id][1:]) for each in chambers),
            )
        ]
    return Table(columns, tuple(groups), _notes(snapshot, choice, chambers, rows, whole=not wanted))


def _notes(
    snapshot: Snapshot,
    choice: RosterChoice,
    chambers: Sequence[Chamber],
    rows: dict[UUID, tuple[Value, ...]],
    *,
    whole: bool,
) -> tuple[str, ...]:
    kinds = Counter(chamber.kind for chamber in chambers)
    states = Counter(str(row[9]) for row in rows.values() if row[9])
    notes = [f"共{len(chambers)}个商会：{tallied((w, kinds[k]) for k, w in CHAMBER_KINDS.items())}。"]
    if states:
        notes.append(f"换届：{tallied((word, states[word]) for word in (OVERDUE, DUE))}。")
    covered = covering(chambers, choice.as_of)
    without = by_name(
        township
        for federation in choice.federations
        for township in snapshot.where(Township, federation_id=federation)
        if township.id not in covered
    )
    if without and whole:
        notes.append(
            f"没有商会的乡镇街道{len(without)}个：{'、'.join(line(each.name) for each in without)}。"
        )
    return tuple(notes)


def _cells(
    snapshot: Snapshot, chamber: Chamber, members: int, choice: RosterChoice, today: date
) -> tuple[Value, ...]:
    township = snapshot.get(Township, chamber.township_id) if chamber.township_id else None
    term = _term(snapshot, chamber, choice.as_of)
    ends = term_ends(term)
    level, year = _rating(snapshot, chamber, choice.as_of.year)
    return (
        line(chamber.name),
        line(township.name) if township else "",
        line(chamber.uscc),
        chamber.founded_on,
        term_word(term.number),
        term.began_on,
        term.years,
        term.extended_to,
        ends,
        _state(ends, choice.as_of),
        _president(snapshot, chamber, choice, today),
        without_phones(chamber.secretary),
        "有" if chamber.party_branch else "",
        chamber.full_time_staff,
        " ".join(filter(None, (str(year or ""), level))),
        members,
    )


def _term(snapshot: Snapshot, chamber: Chamber, day: date) -> ChamberTerm:
    """The term that ran on a day: the chamber's own, or an earlier one; bare where none did."""
    own = running_term(chamber)
    if own.began_on is None or own.began_on <= day:
        return own
    earlier = [
        term
        for term in snapshot.where(ChamberTerm, chamber_id=chamber.id)
        if term.began_on is not None and term.began_on <= day
    ]
    return max(
        earlier,
        key=lambda term: (term.began_on or date.min, term.number or 0),
        default=ChamberTerm(id=chamber.id, chamber_id=chamber.id),
    )


def _state(ends: date | None, day: date) -> str:
    if is_overdue(ends, day):
        return OVERDUE
    return DUE if is_due(ends, day) else ""


def _rating(snapshot: Snapshot, chamber: Chamber, year: int) -> tuple[str, int | None]:
    """The newest recognition by a year."""
    found = [(chamber.rating_year, chamber.rating_level)] if chamber.rating_level else []
    found += [(each.year, each.level) for each in snapshot.where(Rating, chamber_id=chamber.id)]
    known = [(when, level) for when, level in found if when is None or when <= year]
    if not known:
        return "", None
    when, level = max(known, key=lambda each: each[0] or 0)
    return line(level), when


def _president(snapshot: Snapshot, chamber: Chamber, choice: RosterChoice, today: date) -> str:
    held = [
        post
        for post in in_office(snapshot.where(Post, chamber_id=chamber.id), choice.as_of)
        if post.role in (Role.CHAIR, Role.PRESIDENT)
    ]
    names = [
        officer.name or officer.unit
        for post in sorted(held, key=lambda each: (rank_of(each), str(each.id)))
        if (officer := officer_of(snapshot, post, choice, today))
    ]
    return "、".join(dict.fromkeys(names))


def _members(snapshot: Snapshot, choice: RosterChoice) -> Counter[UUID]:
    """How many members each chamber has on the day; nobody counts twice in one."""
    there = {
        member.id
        for federation in choice.federations
        for member in snapshot.where(Member, federation_id=federation)
        if is_member(member, choice.as_of)
    }
    pairs = {
        (entry.chamber_id, entry.member_id)
        for entry in snapshot.where(Membership)
        if entry.member_id in there and belongs(entry, choice.as_of)
    }
    return Counter(chamber for chamber, _ in pairs)

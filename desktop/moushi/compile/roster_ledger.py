"""台账: the activities of a year until a day, by kind or month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from moushi.compile.roster_document import Align, Grouping, RosterChoice, RosterColumn, RosterGroup, Value
from moushi.compile.roster_table import NUMBER, Table, numbered
from moushi.compile.roster_words import ACTIVITY_KINDS, line, tallied, without_phones
from moushi.domain.ledger import COUNTS
from moushi.domain.numbers import yuan
from moushi.domain.reading import by_name
from moushi.domain.records import Activity, Chamber, Member, Participation
from moushi.domain.snapshot import Snapshot

_DAY = RosterColumn("日期", 5.5, Align.CENTER, optional=False)
_KIND = RosterColumn("类别", 6, Align.CENTER)
_REST = (
    RosterColumn("内容", 12, flexible=True, optional=False),
    RosterColumn("地点", 6, flexible=True),
    RosterColumn("商会", 7),
    RosterColumn("参加会员", 11, flexible=True),
    RosterColumn("数量", 8),
    RosterColumn("备注", 11, flexible=True),
)
_COUNTED = {
    "people": ("{}人", ""),
    "collected": ("归集{}件", ""),
    "closed": ("办结{}件", ""),
    "cases": ("受理{}件", ""),
    "settled": ("调处成功{}件", ""),
    "jobs": ("{}个岗位", ""),
    "villages": ("{}个村", ""),
    "amount": ("金额{}元", "yuan"),
    "fee": ("费用{}元", "yuan"),
}
_MOST_NAMES = 10  # members named one by one; of more only how many


def ledger_table(snapshot: Snapshot, choice: RosterChoice, _today: date) -> Table:
    """The activities from the first day of the year to the day."""
    first = choice.as_of.replace(month=1, day=1)
    wanted = set(choice.chambers)
    found = sorted(
        (
            activity
            for federation in choice.federations
            for activity in snapshot.where(Activity, federation_id=federation)
            if first <= activity.held_on <= choice.as_of and (not wanted or activity.chamber_id in wanted)
        ),
        key=lambda each: (each.held_on, line(each.title), str(each.id)),
    )
    listed = {activity.id for activity in found}
    taking_part: dict[UUID, list[UUID]] = defaultdict(list)
    for entry in snapshot.where(Participation):
        if entry.activity_id in listed:
            taking_part[entry.activity_id].append(entry.member_id)
    by_kind = choice.grouped_by is Grouping.KIND
    groups: list[RosterGroup] = []
    for title, some in _grouped(found, choice.grouped_by):
        rows = (_cells(snapshot, each, taking_part[each.id], with_kind=not by_kind) for each in some)
        groups.append(numbered(f"{title}（{len(some)}次）" if title else "", rows))
    kinds = Counter(activity.kind for activity in found)
    told = tallied((word, kinds[kind]) for kind, word in ACTIVITY_KINDS.items())
    columns = (NUMBER, _DAY, *(() if by_kind else (_KIND,)), *_REST)
    return Table(columns, tuple(groups), (f"共{len(found)}次：{told}。",))


def _grouped(found: Sequence[Activity], grouping: Grouping) -> Iterator[tuple[str, Sequence[Activity]]]:
    match grouping:
        case Grouping.KIND:
            for kind, word in ACTIVITY_KINDS.items():
                yield word, [each for each in found if each.kind is kind]
        case Grouping.MONTH:
            for month in range(1, 13):
                yield f"{month}月", [each for each in found if each.held_on.month == month]
        case _:
            yield "", found


def _cells(
    snapshot: Snapshot, activity: Activity, members: Sequence[UUID], *, with_kind: bool
) -> list[Value]:
    chamber = snapshot.get(Chamber, activity.chamber_id) if activity.chamber_id else None
    title = " ".join(filter(None, (without_phones(activity.meeting), without_phones(activity.title))))
    return [
        activity.held_on,
        *((ACTIVITY_KINDS[activity.kind],) if with_kind else ()),
        title or ACTIVITY_KINDS[activity.kind],
        without_phones(activity.place),
        line(chamber.name) if chamber else "",
        _names(snapshot, members),
        _counted(activity),
        without_phones(activity.narrative),
    ]


def _names(snapshot: Snapshot, members: Sequence[UUID]) -> str:
    found = by_name([found for held in dict.fromkeys(members) if (found := snapshot.get(Member, held))])
    names = "、".join(without_phones(member.name) for member in found[:_MOST_NAMES])
    return f"{names}等{len(found)}个会员" if len(found) > _MOST_NAMES else names


def _counted(activity: Activity) -> str:
    words = []
    for name in COUNTS[activity.kind]:
        value = getattr(activity, name)
        if value is None or name not in _COUNTED:
            continue
        text, unit = _COUNTED[name]
        words.append(text.format(yuan(value) if unit else value))
    return "，".join(words)

"""What an entry of the ledger is linked to: members taking part, plan items served, likely slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from moushi.changes.model import Delete, Edit, Insert, Proposal, Source
from moushi.desk.desk import Desk
from moushi.desk.finding import find_records
from moushi.desk.ledger import entry_title, item_title, says_something
from moushi.domain.kinds import ActivityKind, CountRule, MeasureSource
from moushi.domain.ledger import COUNTS
from moushi.domain.reading import reading_order
from moushi.domain.record import Record
from moushi.domain.records import (
    Activity,
    ActivityItem,
    Chamber,
    Federation,
    Measure,
    Member,
    Participation,
    Plan,
    PlanItem,
    Post,
    SubMeasure,
    Theme,
    Township,
)
from moushi.domain.snapshot import MemorySnapshot, Snapshot, in_order
from moushi.errors import Message, say

_SOUGHT = 400  # plan items looked through for those of the year


@dataclass(frozen=True, slots=True)
class Choice:
    """A record to choose: what it is called, and what tells it from its namesakes."""

    record: Record
    name: str
    hint: Message | str = ""


# -- members taking part -------------------------------------------------------------------------------------


def find_members(desk: Desk, text: str, limit: int = 12) -> list[Choice]:
    """Members whose name, contact or code holds what was typed; those of before say so."""
    members = find_records(desk, text, (Member,), limit)
    townships = desk.store.records(Township, list({m.township_id for m in members if m.township_id}))
    return [
        Choice(each, each.name, _hint(each, townships.get(each.township_id or each.id))) for each in members
    ]


def _hint(member: Member, township: Township | None) -> Message | str:
    if member.left_on:
        return say("left on {day}", day=member.left_on.isoformat())
    return township.name if township else member.legal_representative


def participants(snapshot: Snapshot, entry: Activity) -> list[tuple[Participation, Member]]:
    """Who takes part in an entry, by name."""
    taking_part = [
        (each, snapshot.get(Member, each.member_id))
        for each in snapshot.where(Participation, activity_id=entry.id)
    ]
    known = ((each, member) for each, member in taking_part if member)
    return sorted(known, key=lambda pair: reading_order(pair[1].name))


def taking_part(snapshot: Snapshot, entry: Activity, members: Sequence[Member]) -> Proposal | None:
    """The proposal that adds members to an entry, which goes into the store too if it is not there yet.

    None when all take part already.
    """
    there = {each.member_id for each in snapshot.where(Participation, activity_id=entry.id)}
    new = [each for each in dict.fromkeys(members) if each.id not in there]
    if not new:
        return None
    edits: list[Edit] = [] if snapshot.get(Activity, entry.id) else [Insert(entry)]
    edits += [Insert(Participation(id=uuid4(), activity_id=entry.id, member_id=each.id)) for each in new]
    title = say("{member} takes part: {entry}", member=new[0].name, entry=entry_title(entry))
    if len(new) > 1:
        title = say("{count} members take part: {entry}", count=len(new), entry=entry_title(entry))
    return Proposal(Source(""), title, tuple(edits))


def not_taking_part(snapshot: Snapshot, ids: Sequence[UUID]) -> Proposal | None:
    """The proposal that takes participations out; None when there are none."""
    found = [each for held in ids if (each := snapshot.get(Participation, held))]
    if not found:
        return None
    title = say("{count} members taken out of an entry", count=len(found))
    return Proposal(Source(""), title, tuple(map(Delete, found)))


# -- plan items served ---------------------------------------------------------------------------------------


def items_of_year(snapshot: Snapshot, entry: Activity) -> list[PlanItem]:
    """The plan items that an entry can serve: those of its federation's plan of its year, in order."""
    plans = snapshot.where(Plan, federation_id=entry.federation_id, year=entry.held_on.year)
    themes = [theme for plan in plans for theme in snapshot.where(Theme, plan_id=plan.id)]
    return [item for theme in in_order(themes) for item in snapshot.where(PlanItem, theme_id=theme.id)]


def served(snapshot: Snapshot, entry: Activity) -> list[tuple[ActivityItem, PlanItem]]:
    """The plan items that an entry serves."""
    links = snapshot.where(ActivityItem, activity_id=entry.id)
    found = [(link, snapshot.get(PlanItem, link.item_id)) for link in links]
    return sorted(((link, item) for link, item in found if item), key=lambda pair: pair[1].rank)


def find_items(desk: Desk, entry: Activity, text: str, limit: int = 12) -> list[Choice]:
    """The year's plan items whose words hold what was typed, those first that begin with it."""
    hits = desk.store.search(text, (PlanItem,), _SOUGHT) if text.strip() else ()
    with desk.snapshot() as snapshot:
        held = {item.id: item for item in items_of_year(snapshot, entry)}
        labels = {item.id: _label(snapshot, item) for item in held.values()}
    found = [held[hit.id] for hit in hits if hit.id in held][:limit]
    return [Choice(item, item_title(item), labels[item.id]) for item in found]


def _label(snapshot: Snapshot, item: PlanItem) -> str:
    theme = snapshot.get(Theme, item.theme_id)
    return theme.label if theme else ""


def suggested(snapshot: Snapshot, entry: Activity) -> list[PlanItem]:
    """Items that an entry of this kind most likely serves: one of their measures counts it."""
    linked = {link.item_id for link in snapshot.where(ActivityItem, activity_id=entry.id)}
    return [
        item
        for item in items_of_year(snapshot, entry)
        if item.id not in linked
        and any(counts_kind(measure, entry.kind) for measure in _counting(snapshot, item))
    ]


def counts_kind(subject: Measure | SubMeasure, kind: ActivityKind) -> bool:
    """Whether a measure, or a part of one, counts entries of a kind by name or by what only such have.

    Measures that count whatever there is (all members taking part, all amounts) name none.
    """
    if subject.activity_kind is not None:
        return subject.activity_kind is kind
    match subject.rule:
        case CountRule.COMMITTEE_VISITED:
            return kind is ActivityKind.VISIT
        case CountRule.FEES:
            return kind is ActivityKind.LOAN
        case CountRule() as rule:
            of = [each for each, names in COUNTS.items() if rule.value in names]
            return of == [kind]
    return False


def _counting(snapshot: Snapshot, item: PlanItem) -> Iterator[Measure | SubMeasure]:
    """The measures of an item, and their parts, that the ledger is counted for."""
    for measure in snapshot.where(Measure, item_id=item.id):
        if measure.source is MeasureSource.LEDGER:
            yield measure
            yield from snapshot.where(SubMeasure, measure_id=measure.id)


def serving(snapshot: Snapshot, entry: Activity, item: PlanItem) -> Proposal | None:
    """The proposal by which an entry, which may not be in the store yet, serves an item; None if it does."""
    if any(link.item_id == item.id for link in snapshot.where(ActivityItem, activity_id=entry.id)):
        return None
    edits: list[Edit] = [] if snapshot.get(Activity, entry.id) else [Insert(entry)]
    edits.append(Insert(ActivityItem(id=uuid4(), activity_id=entry.id, item_id=item.id)))
    title = say("{entry} serves: {item}", entry=entry_title(entry), item=item_title(item))
    return Proposal(Source(""), title, tuple(edits))


def not_serving(snapshot: Snapshot, ids: Sequence[UUID]) -> Proposal | None:
    """The proposal that takes links to items out; None when there are none."""
    found = [each for held in ids if (each := snapshot.get(ActivityItem, held))]
    if not found:
        return None
    return Proposal(
        Source(""), say("An entry serves {count} items less", count=len(found)), tuple(map(Delete, found))
    )


# -- measures it counts for ----------------------------------------------------------------------------------


def counted_for(snapshot: Snapshot, entry: Activity) -> list[Message]:
    """The measures, and parts of them, that an entry counts for, each with the item it is a measure of."""
    from moushi.domain.counting import is_counted, tally

    if not says_something(entry) and not snapshot.where(Participation, activity_id=entry.id):
        return []
    alone = _alone(snapshot, entry)
    year_ends = date(entry.held_on.year, 12, 31)
    told = []
    for item in items_of_year(snapshot, entry):
        for measure in snapshot.where(Measure, item_id=item.id):
            parts = snapshot.where(SubMeasure, measure_id=measure.id)
            if measure.source is not MeasureSource.LEDGER:
                continue
            subjects: list[Measure | SubMeasure] = [measure, *parts]
            for subject in subjects:
                if not is_counted(subject, measure):
                    continue
                found = tally(MemorySnapshot((*alone, item, measure, *parts)), subject, year_ends)
                if found is not None and found.counted:
                    name = subject.name or measure.name or item_title(item)
                    told.append(say("Counts for: {measure} ({item})", measure=name, item=item_title(item)))
    return told


def _alone(snapshot: Snapshot, entry: Activity) -> list[Record]:
    """What there would be if the entry were the only one of its year: whom it names, and what it serves."""
    joined = snapshot.where(Participation, activity_id=entry.id)
    members = [member for each in joined if (member := snapshot.get(Member, each.member_id))]
    posts = [post for member in members for post in snapshot.where(Post, member_id=member.id)]
    chambers = {post.chamber_id for post in posts} | {entry.chamber_id}
    plans = snapshot.where(Plan, federation_id=entry.federation_id, year=entry.held_on.year)
    held: list[Record | None] = [
        snapshot.get(Federation, entry.federation_id),
        *(snapshot.get(Chamber, each) for each in chambers if each),
        *plans,
        *(theme for plan in plans for theme in snapshot.where(Theme, plan_id=plan.id)),
        *members,
        *posts,
        entry,
        *joined,
        *snapshot.where(ActivityItem, activity_id=entry.id),
    ]
    return [record for record in held if record is not None]


# -- advice while typing -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Advice:
    """What looks wrong about an entry; `entry` is another one to look at."""

    message: Message
    entry: UUID | None = None


def advice(snapshot: Snapshot, entry: Activity, year: int | None, today: date) -> list[Advice]:
    """What a person should look at again; nothing of it keeps an entry from being kept."""
    said = []
    for done, of, message in (
        (
            "closed",
            "collected",
            say(
                "More problems are closed ({done}) than collected ({of}).",
                done=entry.closed,
                of=entry.collected,
            ),
        ),
        (
            "settled",
            "cases",
            say("More cases are settled ({done}) than taken ({of}).", done=entry.settled, of=entry.cases),
        ),
    ):
        if (getattr(entry, done) or 0) > (getattr(entry, of) or 0):
            said.append(Advice(message))
    if year is not None and entry.held_on.year != year:
        said.append(
            Advice(say("{day} is not in {year}, the year in view.", day=entry.held_on.isoformat(), year=year))
        )
    elif entry.held_on > today:
        said.append(Advice(say("{day} is still to come.", day=entry.held_on.isoformat())))
    if entry.until is not None and entry.until < entry.held_on:
        said.append(Advice(say("It ends before it begins.")))
    if any(
        (getattr(entry, name) or 0) < 0 for names in COUNTS.values() for name in names if name != "meeting"
    ):
        said.append(Advice(say("A count or an amount is less than nothing.")))
    said += [
        Advice(say("Perhaps entered already on that day: {entry}", entry=entry_title(twin)), twin.id)
        for twin in twins(snapshot, entry)[:3]
    ]
    return said


def twins(snapshot: Snapshot, entry: Activity) -> list[Activity]:
    """Entries that tell of the same event: of the same day, kind and chamber.

    Those that name other members, or without a chamber other titles, are other events.
    """
    members = {each.member_id for each in snapshot.where(Participation, activity_id=entry.id)}
    found = []
    for other in snapshot.where(Activity, held_on=entry.held_on):
        if other.id == entry.id or (other.kind, other.federation_id) != (entry.kind, entry.federation_id):
            continue
        if other.chamber_id != entry.chamber_id:
            continue
        its = {each.member_id for each in snapshot.where(Participation, activity_id=other.id)}
        if members and its and not members & its:
            continue
        if entry.chamber_id is None and not members & its and _bare(other) != _bare(entry):
            continue
        found.append(other)
    return found


def _bare(entry: Activity) -> str:
    return "".join(str(entry_title(entry)).split()).casefold() if entry.title.strip() else str(entry.id)

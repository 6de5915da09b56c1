"""The overview: what the office has to see first, as of today, of the federations and the year in view.

Lists of lines that lead to their records, and the numbers of the plots. Dates are held against today; the
states are those of the progress sheet of the month whose reports are called for (`overview_states.called`),
but what was reported since takes a line off the lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from moushi.changes.model import Change, ChangeSet
from moushi.desk.overview_register import (
    About,
    LedgerYear,
    Line,
    Register,
    day_words,
    days_words,
    leavers,
    ledger_year,
    register_of,
)
from moushi.desk.overview_states import (
    SET_BY_HAND,
    Called,
    Judged,
    JudgedItem,
    ThemeShare,
    called,
    day_in,
    judging,
    theme_shares,
)
from moushi.desk.report_book import Book, read_book
from moushi.desk.report_row import state_word
from moushi.domain.counting_rules import rules_reading
from moushi.domain.kinds import Colour, State
from moushi.domain.numbers import percent
from moushi.domain.record import Record
from moushi.domain.records import (
    Activity,
    Chamber,
    Federation,
    ItemUnit,
    Measure,
    MeasureChamber,
    Member,
    Milestone,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
    Township,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say

WITHIN = timedelta(days=30)
"""So far ahead what is due is shown."""

_PLANNED = frozenset(
    {Federation, Plan, Theme, PlanItem, ItemUnit, Milestone, Measure, SubMeasure, Progress, MeasureChamber}
)
_SHOWN = _PLANNED | {Chamber, Township, Member, Activity}


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it; `day` is the day from which the year is looked at, `items` are in the plans' order."""

    year: int
    day: date
    called: Called
    book: Book
    items: Mapping[UUID, JudgedItem]
    due: tuple[Line, ...]
    late: tuple[Line, ...]
    unreported: tuple[Line, ...]
    themes: tuple[ThemeShare, ...]
    register: Register
    ledger: LedgerYear

    @property
    def states(self) -> Mapping[State, int]:
        """How many items stand in each state; every item counts once."""
        return self.themes[0].states if self.themes else {}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for an overview; its items are still to be judged, but for those that are `known`."""

    day: date
    called: Called
    book: Book
    register: Register
    ledger: LedgerYear
    known: Mapping[UUID, JudgedItem] = field(default_factory=dict)

    def judging(self) -> Iterator[JudgedItem]:
        """The items judged, one after the other: a thousand take longer than a person should wait."""
        return judging(self.book, self.called, self.day, self.known)


def read(
    snapshot: Snapshot, federations: Sequence[UUID], year: int, today: date, before: Overview | None = None
) -> Reading:
    """Read all that is told; what of `before` is still so need not be judged again."""
    book = read_book(snapshot, year, federations)
    chambers = [each for held in federations for each in snapshot.where(Chamber, federation_id=held)]
    townships = [each for held in federations for each in snapshot.where(Township, federation_id=held)]
    left = leavers(snapshot, federations, today)
    register = register_of(chambers, townships, left, today, _names(snapshot, federations))
    day, month = day_in(year, today), called(year, today)
    known: Mapping[UUID, JudgedItem] = {}
    if before and (before.day, before.called) == (day, month):
        book, known = _kept(book, before.book), before.items
    return Reading(day, month, book, register, ledger_year(snapshot, federations, year), known)


def _names(snapshot: Snapshot, federations: Sequence[UUID]) -> dict[UUID, str]:
    """What federations are called where there are several."""
    found = [held for each in federations if (held := snapshot.get(Federation, each))]
    return {each.id: each.short_name or each.name for each in found} if len(federations) > 1 else {}


def compose(made: Reading, judged: Iterable[JudgedItem]) -> Overview:
    """The overview of what was read, with all its items judged."""
    book, day = made.book, made.day
    items = {each.item.id: each for each in judged}
    owners = {plan.id: (o.short_name or o.name) for plan in book.plans if (o := book.owners.get(plan.id))}

    def owner(each: JudgedItem) -> About:
        return (owners.get(each.plan.id, ""),) if len(book.plans) > 1 else ()

    return Overview(
        year=book.year,
        day=day,
        called=made.called,
        book=book,
        items=items,
        due=_sorted(entry for each in items.values() for entry in _due(each, owner(each), day)),
        late=_sorted(entry for each in items.values() for entry in _late(each, owner(each), day)),
        unreported=tuple(line for each in items.values() for line in _unreported(each, owner(each))),
        themes=theme_shares(book, items),
        register=made.register,
        ledger=made.ledger,
    )


def look(
    snapshot: Snapshot, federations: Sequence[UUID], year: int, today: date, before: Overview | None = None
) -> Overview:
    """Everything as it stands now."""
    made = read(snapshot, federations, year, today, before)
    return compose(made, made.judging())


def is_shown(change: ChangeSet) -> bool:
    """Whether a change touches anything that the overview tells."""
    return any(
        edit.kind in _SHOWN or rules_reading(edit.kind, edit.field if isinstance(edit, Change) else None)
        for edit in change.edits
    )


def _kept(book: Book, before: Book) -> Book:
    """The book with the very objects of an earlier one wherever they are equal: those are judged already."""
    same = {key: old for key, held in book.items.items() if (old := before.items.get(key)) == held and old}
    plans = {plan: plan for plan in before.plans}
    themes = {theme: theme for some in before.themes.values() for theme in some}
    return Book(
        book.year,
        tuple(plans.get(plan, plan) for plan in book.plans),
        book.owners,
        {key: tuple(themes.get(theme, theme) for theme in some) for key, some in book.themes.items()},
        book.order,
        {**book.items, **same},
    )


# -- lines of the plan -------------------------------------------------------------------------------------

_Placed = tuple[tuple[object, ...], Line]
"""A line, and what it is sorted by."""


def _sorted(entries: Iterable[_Placed]) -> tuple[Line, ...]:
    return tuple(line for _, line in sorted(entries, key=lambda entry: entry[0]))


def _due(each: JudgedItem, owner: About, day: date) -> Iterator[_Placed]:
    """The item, its measures of another date and its milestones that are due soon and still to be done."""
    if not each.is_open:
        return
    last, item = day + WITHIN, each.item
    for row in each.rows:
        due = (row.measure and row.measure.due_on) or None
        if row.measure and due and due != item.due_on and day <= due <= last and not _is_done(row):
            title = say("{measure}: {item}", measure=row.measure.name, item=title_of(item))
            yield _dated(Measure, row.measure.id, title, due, owner, day, _standing_of(row))
    if item.due_on and day <= item.due_on <= last:
        yield _dated(PlanItem, item.id, title_of(item), item.due_on, owner, day, _standing_now(each))
    for step in each.held.milestones:
        if step.due_on and day <= step.due_on <= last and not _is_past(step, day):
            title = say("Milestone “{step}”: {item}", step=step.text, item=title_of(item))
            yield _dated(Milestone, step.id, title, step.due_on, owner, day, (say("due soon"), Colour.BLUE))


def _dated(
    kind: type[Record],
    record_id: UUID,
    title: str | Message,
    due: date,
    owner: About,
    day: date,
    standing: tuple[Message, Colour],
) -> _Placed:
    about = (days_words(due, day), day_words(due, day), *owner)
    return (due,), Line(kind, record_id, title, about, *standing)


def _late(each: JudgedItem, owner: About, day: date) -> Iterator[_Placed]:
    """The item, once, when its date has passed, a step of it has, or it is behind the year."""
    if not each.is_open:
        return
    item = each.item
    overdue = [(row.measure and row.measure.due_on) or item.due_on for row in each.rows if row.is_overdue]
    steps = [s for s in each.held.milestones if s.due_on and s.due_on < day and not _is_past(s, day)]
    behind = [row for row in each.rows if row.newest.state is State.BEHIND]
    gaps = [row.newest.gap for row in behind if row.newest.gap is not None]
    about: About = ()
    if overdue:
        due = min(filter(None, overdue))
        about = (days_words(due, day), day_words(due, day), *owner)
        yield (0, due), _late_line(item, about, State.OVERDUE, Colour.RED)
    elif steps or behind:
        if gaps:
            about += (say("by {points}", points=percent(-min(gaps))),)
        if steps:
            first = min(steps, key=lambda step: step.due_on or day)
            told = day_words(first.due_on or day, day)
            about += (say("milestone “{step}” was due {day}", step=first.text, day=told),)
        yield (1, min(gaps, default=0)), _late_line(item, about + owner, State.BEHIND, Colour.YELLOW)


def _late_line(item: PlanItem, about: About, state: State, colour: Colour) -> Line:
    return Line(PlanItem, item.id, title_of(item), about, state_word(state, colour), colour)


def _unreported(each: JudgedItem, owner: About) -> Iterator[Line]:
    """The item, once, when the report of the month that is called for is missing of some of its measures."""
    missing = [row for row in each.rows if row.is_unreported]
    if not missing:
        return
    about: About = ()
    if each.held.units:
        about += (each.held.units[0].name,)
    if len(each.rows) > 1:
        about += (say("{count} of {all} measures", count=len(missing), all=len(each.rows)),)
    yield Line(PlanItem, each.item.id, title_of(each.item), about + owner, page="progress")


def title_of(item: PlanItem) -> str:
    """By what an item is known in a list: its short title, else its text on one line."""
    return item.short_title or " ".join(item.text.split())


def _is_done(row: Judged) -> bool:
    return row.newest.state in (State.DONE, *SET_BY_HAND)


def _is_past(step: Milestone, day: date) -> bool:
    return step.done_on is not None and step.done_on <= day


def _standing_of(row: Judged) -> tuple[Message, Colour]:
    colour = Colour.BLUE if row.newest.colour is Colour.NONE else row.newest.colour
    return choice_state(row.newest.state), colour


def _standing_now(each: JudgedItem) -> tuple[Message, Colour]:
    rows = [row for row in each.rows if not _is_done(row)] or each.rows
    return _standing_of(rows[0])


def choice_state(state: State) -> Message:
    """A state's word."""
    return state_word(state, Colour.NONE)

"""How the year's plan stands as a whole: each item in one state, each theme's share, the year by month.

All of it is judged as of the last day of one month, as that month's progress sheet judges it. An item of
several measures is counted once: by the gravest state among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from moushi.desk.report_book import Book, Held
from moushi.desk.report_row import says_something
from moushi.domain.counting import is_counted
from moushi.domain.kinds import Colour, State
from moushi.domain.numbers import shown_share
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import Standing, scheduled, standing
from moushi.domain.records import Measure, Plan, PlanItem, Progress, Theme

DUE_DAY = 25
"""The day of a month by which chambers report it."""

GRAVITY = (
    *(State.CANCELLED, State.SUSPENDED),  # set by a person, and for the whole item
    *(State.OVERDUE, State.BEHIND, State.UNREPORTED),
    *(State.ON_SCHEDULE, State.AHEAD, State.NOT_STARTED, State.DONE),
)
"""The states from the one that decides first how an item stands to the one that does last."""

SET_BY_HAND = (State.SUSPENDED, State.CANCELLED)
_NOT_CALLED = (State.DONE, State.NOT_STARTED, *SET_BY_HAND)
_WELL = (State.DONE, State.AHEAD, State.ON_SCHEDULE)
_FULL = Decimal(1)


@dataclass(frozen=True, slots=True)
class Called:
    """The month whose reports are called for; `is_due`: its 25th has come, what is missing is unreported."""

    period: Period
    is_due: bool


def day_in(year: int, today: date) -> date:
    """The day from which a year is looked at: today, or the year's day that is nearest to it."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def called(year: int, today: date) -> Called:
    """The month that is called for: this one from its 25th on, until then the one before.

    A past year's is December. Before the first 25th of the year nothing is due: January is looked at.
    """
    if today.year != year:
        return Called(Period(year, 12, 12), True) if today.year > year else Called(Period(year, 1, 1), False)
    month = today.month if today.day >= DUE_DAY else today.month - 1
    return Called(Period(year, month, month), True) if month else Called(Period(year, 1, 1), False)


@dataclass(frozen=True, slots=True)
class Judged:
    """A measure of an item, or an item without measures (None), as of the month's last day.

    `newest` is how it stands if what was reported since has put it right, else the same. `follows` says
    whether it is to keep pace with months or milestones, so that its completion can be held against 序时进度,
    `is_overdue` whether its own date has passed today.
    """

    measure: Measure | None
    found: Standing
    newest: Standing
    follows: bool
    is_unreported: bool
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """An item with its measures judged; `plan` and `theme` are where it stands."""

    held: Held
    plan: Plan
    theme: Theme
    rows: tuple[Judged, ...]
    state: State
    colour: Colour

    @property
    def item(self) -> PlanItem:
        """The item itself."""
        return self.held.item

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done: neither done by now nor set aside by a person."""
        if self.state in SET_BY_HAND:
            return False
        return any(row.newest.state is not State.DONE for row in self.rows)


def judging(book: Book, month: Called, day: date, known: Mapping[UUID, JudgedItem]) -> Iterator[JudgedItem]:
    """Every item of the book, judged in order; those of `known` that hold the same records are kept."""
    for plan in book.plans:
        for theme in book.themes[plan.id]:
            for item_id in book.order[theme.id]:
                held, before = book.items[item_id], known.get(item_id)
                if before and before.held is held and before.plan is plan and before.theme is theme:
                    yield before
                else:
                    yield _judged(held, plan, theme, month, day)


def _judged(held: Held, plan: Plan, theme: Theme, month: Called, day: date) -> JudgedItem:
    rows = tuple(_row(held, measure, plan.year, month, day) for measure in held.measures or (None,))
    state = item_state(row.found.state for row in rows)
    colours = [row.found.colour for row in rows if row.found.state is state]
    return JudgedItem(held, plan, theme, rows, state, next(filter(None, colours), Colour.NONE))


def item_state(states: Iterable[State]) -> State:
    """How an item stands whose measures stand so: the gravest decides.

    One of which a part is done and the rest not begun is under way.
    """
    met = set(states)
    if State.DONE in met and State.NOT_STARTED in met:
        met.add(State.ON_SCHEDULE)
    return next(state for state in GRAVITY if state in met)


def _row(held: Held, measure: Measure | None, year: int, month: Called, day: date) -> Judged:
    found = _standing(held, measure, year, month.period)
    later = Period(year, day.month, day.month)
    due = (measure and measure.due_on) or held.item.due_on
    has_passed = due is not None and due < day
    now = found
    if later.ends > month.period.ends and (has_passed or _heard_since(held, measure, month.period, later)):
        now = _standing(held, measure, year, later)
    return Judged(
        measure,
        found,
        now if now.state in _WELL else found,  # the month is not over: what is short of it is not late yet
        follows=_follows(held, measure, year, month.period, found),
        is_unreported=month.is_due and _is_missing(held, measure, month.period, found.state),
        is_overdue=has_passed and now.state is State.OVERDUE,
    )


def _standing(held: Held, measure: Measure | None, year: int, period: Period) -> Standing:
    steps = held.milestones if len(held.measures) < 2 else ()
    measure, reports = _counted(held, measure, period.ends)
    known = [report for report in reports if parse_period(report.period).ends <= period.ends]
    return standing(held.item, measure, known, steps, year=year, period=period)


def _counted(held: Held, measure: Measure | None, as_of: date) -> tuple[Measure | None, tuple[Progress, ...]]:
    """A measure and the item's reports, with what it counts itself among them."""
    return held.counted(measure, as_of) if measure else (None, held.reports)


def _heard_since(held: Held, measure: Measure | None, since: Period, until: Period) -> bool:
    """Whether something of it came in or was done after a period."""
    done = [held.item.done_on, *(step.done_on for step in held.milestones)]
    is_done = any(day and since.ends < day <= until.ends for day in done)
    return is_done or any(since.ends < ends <= until.ends for ends in _reported_ends(held, measure))


def _reported_ends(held: Held, measure: Measure | None) -> Iterator[date]:
    subject = measure.id if measure else None
    for report in _counted(held, measure, date.max)[1]:
        if report.measure_id == subject and report.part_id is None:
            yield parse_period(report.period).ends


def _is_missing(held: Held, measure: Measure | None, period: Period, state: State) -> bool:
    """Whether the period's report is still to come, as the progress sheet says it."""
    if state in _NOT_CALLED:
        return False
    if measure and is_counted(measure):
        return state is State.UNREPORTED
    subjects = (measure.id if measure else None, None)
    return not any(
        says_something(report) and parse_period(report.period).ends == period.ends
        for report in held.reports
        if report.measure_id in subjects and report.part_id is None
    )


def _follows(held: Held, measure: Measure | None, year: int, period: Period, found: Standing) -> bool:
    """Whether it has a 序时差: now, or in the last month of which a number was reported."""
    if found.state in SET_BY_HAND or found.rate is None:
        return False
    if found.gap is not None:
        return True
    subject = measure.id if measure else None
    ends = [
        parse_period(report.period)
        for report in _counted(held, measure, period.ends)[1]
        if report.measure_id == subject
        and report.part_id is None
        and (report.value is not None or report.cumulative is not None)
    ]
    last = max((p.last for p in ends if p.year == year and p.ends <= period.ends), default=None)
    return last is not None and _standing(held, measure, year, Period(year, last, last)).gap is not None


# -- summed up ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean completion (a share of 1, each at most 1) of so many measures; None where there are none."""

    share: Decimal | None
    of: int


@dataclass(frozen=True, slots=True)
class ThemeShare:
    """The items of a theme by state (`theme` None: of all), and their mean completion."""

    theme: Theme | None
    owner: str
    states: Mapping[State, int]
    completion: Mean

    @property
    def items(self) -> int:
        """How many items it has."""
        return sum(self.states.values())


def theme_shares(book: Book, judged: Mapping[UUID, JudgedItem]) -> tuple[ThemeShare, ...]:
    """All items together, then theme by theme in the plans' order; themes without items are left out."""
    if not judged:
        return ()
    shares = [_share(None, "", judged.values())]
    for plan in book.plans:
        owner = book.owners.get(plan.id)
        name = (owner.short_name or owner.name) if owner and len(book.plans) > 1 else ""
        for theme in book.themes[plan.id]:
            items = [judged[item_id] for item_id in book.order[theme.id]]
            if items:
                shares.append(_share(theme, name, items))
    return tuple(shares)


def _share(theme: Theme | None, owner: str, items: Iterable[JudgedItem]) -> ThemeShare:
    some = list(items)
    counted = Counter(each.state for each in some)
    states = {state: counted[state] for state in State if state in counted}
    rates = [
        row.found.rate for each in some for row in each.rows if row.follows and row.found.rate is not None
    ]
    return ThemeShare(theme, owner, states, mean(rates))


def mean(rates: Sequence[Decimal]) -> Mean:
    """The mean of completions: what goes beyond its target counts as full, what is below never reads full."""
    if not rates:
        return Mean(None, 0)
    total = sum((Fraction(min(rate, _FULL)) for rate in rates), Fraction(0))
    return Mean(shown_share(total / len(rates)), len(rates))


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """A month: 序时进度 at its end, and the mean completion of what was known by then (None: not yet)."""

    month: int
    scheduled: Decimal
    completion: Mean | None


Rates = Mapping[int, Decimal]
"""The completion of a measure by month, from the first on in which it is known."""


def rates_by_month(each: JudgedItem, period: Period) -> tuple[Rates, ...]:
    """The completions of an item's measures that are to keep pace, month by month until the period's end.

    A month in which nothing was reported and nothing was done stands as the month before.
    """
    found = []
    for row in each.rows:
        if not row.follows:
            continue
        rates: dict[int, Decimal] = {}
        last: Decimal | None = None
        changing = _changing_months(each.held, row.measure, each.plan.year)
        for month in range(1, period.last + 1):
            if month in changing:
                at = Period(each.plan.year, month, month)
                is_last = at == period
                last = row.found.rate if is_last else _standing(each.held, row.measure, at.year, at).rate
            if last is not None:
                rates[month] = last
        found.append(rates)
    return tuple(found)


def _changing_months(held: Held, measure: Measure | None, year: int) -> frozenset[int]:
    ends = [*_reported_ends(held, measure), *(step.done_on for step in held.milestones if step.done_on)]
    return frozenset({1, *(day.month for day in ends if day.year == year)})


def year_points(year: int, month: Called, rates: Sequence[Rates]) -> tuple[MonthPoint, ...]:
    """The year's twelve months; those after the month that is called for have no completion."""
    points = []
    for number in range(1, 13):
        share = shown_share(scheduled(year, Period(year, number, number)))
        some = [each[number] for each in rates if number in each]
        known = mean(some) if some and number <= month.period.last else None
        points.append(MonthPoint(number, share, known))
    return tuple(points)

"""Progress: what was reached of an item or a measure, and how it stands, as of a period's last day.

Nothing here takes a missing report for a zero: what nobody reported is None, and its state is 未报.
Over 400 lines: all rules of states and colours, which only make sense together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from uuid import UUID

from moushi.domain.counting import as_measure, is_counted
from moushi.domain.kinds import Colour, Direction, MeasureKind, State, StateOverride
from moushi.domain.numbers import shown_share
from moushi.domain.period import Period, parse_period
from moushi.domain.records import Measure, Milestone, PlanItem, Progress, SubMeasure

_BAND = Fraction(5, 100)
_NEAR, _DAY = timedelta(days=30), timedelta(days=1)
_Dated = tuple[Period, Progress]


def cumulative_of(progress: Iterable[Progress]) -> Decimal | None:
    """累计: what the reports of one measure add up to; None when no number was reported.

    本期 values are summed over periods that do not overlap. Months count before the quarter they lie in, and
    quarters before the year, if they cover it whole; otherwise the longer period's own value counts and the
    shorter ones inside it do not; where it has none, its known parts are added. Of two reports for one
    period the one with the greater id counts. A report that gives 累计 but no 本期 stands for all up to its
    period's end; values of later periods are added to it. Values of chambers (`chamber_reports`) are added up
    for the periods that no value of the office covers. `MoushiError` when a period cannot be read.
    """
    dated = _dated(progress)
    stated_to, total = date.min, None
    for period, report in dated:
        if report.value is None and report.cumulative is not None and period.ends >= stated_to:
            stated_to, total = period.ends, report.cumulative
    later = [found for found in dated if found[1].value is not None and found[0].begins > stated_to]
    years = sorted({period.year for period, _ in later})
    return _total([total, *(value_within(Period(year, 1, 12), later) for year in years)])


def value_within(whole: Period, dated: Iterable[tuple[Period, Progress]]) -> Decimal | None:
    """What the values of one measure's reports come to in a period, as `cumulative_of` adds them up."""
    own: dict[Period, Decimal] = {}
    chambers: dict[UUID, dict[Period, Decimal]] = {}
    for period, report in dated:
        if report.value is not None:
            held = own if report.chamber_id is None else chambers.setdefault(report.chamber_id, {})
            held[period] = report.value
    return _joined(whole, own, tuple(chambers.values()))[0] if chambers else values_within(whole, own)[0]


def differing(progress: Iterable[Progress]) -> tuple[tuple[Progress, Decimal], ...]:
    """The reports of one measure whose 累计 is not what the reports until then add up to, with that sum."""
    dated = _dated(progress)
    found = []
    for period, report in dated:
        if report.cumulative is None:
            continue
        until = [found for found in dated if found[0].ends <= period.ends]
        if report.value is None and any(p == period and other.chamber_id for p, other in until):
            until = [found for found in until if found[1] is not report]  # what the chambers come to
        so_far = cumulative_of(other for _, other in until)
        if so_far is not None and report.cumulative != so_far:
            found.append((report, so_far))
    return tuple(found)


def scheduled(year: int, period: Period) -> Fraction:
    """序时进度: the share of the months of `year` that have passed on the period's last day."""
    months = (period.year - year) * 12 + period.last
    return Fraction(min(max(months, 0), 12), 12)


def completion_rate(reached: Decimal, target: Decimal, direction: Direction = Direction.AT_LEAST) -> Decimal:
    """完成率 as a fraction of 1, to three decimals; a target that is missed is never rounded up to 1.

    Of 不少于 it is reached ÷ target. A ceiling (不超过) that is kept is 1; one that is broken is target ÷
    reached, so less than 1.
    """
    return shown_share(_rate(reached, target, direction))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item or a measure stands as of a period's last day; None is unknown.

    `target` is the number to be reached, also of a ratio; `rate` and `gap` (序时差) are fractions of 1.
    """

    value: Decimal | None
    cumulative: Decimal | None
    target: Decimal | None
    rate: Decimal | None
    gap: Decimal | None
    state: State
    colour: Colour


class _Pace(Enum):
    """By what an item or a measure is judged."""

    MONTHS = auto()  # amounts, and counts above 1: the share of the year's months that have passed
    DATE = auto()  # one-time targets: the due date alone
    STEPS = auto()  # milestones: those due so far
    BOUND = auto()  # ceilings and averages: whether they hold
    WORDS = auto()  # continuing items and whatever has no target: whether it was reported


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known of an item or a measure when it is judged."""

    measure: Measure | None
    steps: Sequence[Milestone]
    year: int
    period: Period
    due: date | None
    done_on: date | None  # of an item that has neither measures nor milestones
    own: Sequence[_Dated]  # reports of the measure, or of the item if it has none
    told: Sequence[_Dated]  # these and the item's
    reached: Decimal | None  # what `own` come to

    @property
    def rate(self) -> Fraction | None:
        """What was reached of the target; None when either is unknown."""
        return _rate_of(self.measure, self.reached)

    @property
    def as_of(self) -> date:
        return self.period.ends

    @property
    def deadline(self) -> date:
        return self.due or date(self.year, 12, 31)

    @property
    def is_done(self) -> bool:
        """Whether the item as a whole was done by then."""
        return self.done_on is not None and self.done_on <= self.as_of

    @property
    def numbered(self) -> bool:
        """Whether a number was reported for the period."""
        return any(p.ends == self.as_of and _has_number(report) for p, report in self.own)

    @property
    def spoken(self) -> bool:
        """Whether anything was reported for the period; a count of nothing says nothing."""
        now = [report for p, report in self.told if p.ends == self.as_of]
        if self.measure and is_counted(self.measure):
            return any(_has_words(report) or _number(report) > 0 for report in now)
        return any(_has_words(report) or _has_number(report) for report in now)

    @property
    def begun(self) -> bool:
        """Whether anything was ever done: a number above zero or words."""
        words = any(report.narrative.strip() for _, report in self.told)
        return words or (self.reached or 0) > 0


@dataclass(frozen=True, slots=True)
class _Judged:
    state: State
    rate: Fraction | None = None
    gap: Fraction | None = None
    next_due: date | None = None
    late: bool = False


def standing(
    item: PlanItem,
    measure: Measure | None,
    progress: Iterable[Progress],
    milestones: Sequence[Milestone] = (),
    *,
    year: int,
    period: Period,
) -> Standing:
    """How a measure of an item, or an item without measures (None), stands as of the period's last day.

    `progress` are the item's reports, its measures' included; those of later periods and of a measure's parts
    do not count. A period counts as reported when a report ends on its last day. An item without measures
    follows its milestones, else the day on which it was done, else its due date, else its reports; a
    milestone measure without a number follows `milestones` too. Where no due date is given, the end of
    `year` is the deadline, of which no colour warns. A measure that counts itself comes with its counts as
    reports (`counting.counted_reports`), chambers' reports as they count (`chamber_reports.with_chambers`).
    """
    whole = (report for report in progress if report.part_id is None)
    known = [found for found in _dated(whole) if found[0].ends <= period.ends]
    subject = measure.id if measure else None
    own = [found for found in known if found[1].measure_id == subject]
    told = [found for found in known if found[1].measure_id in (subject, None)]
    due = (measure and measure.due_on) or item.due_on
    done_on = None if measure or milestones else item.done_on
    case = _Case(measure, milestones, year, period, due, done_on, own, told, _reached(measure, own))
    judged = _JUDGES[_pace(case)](case)
    state = _OVERRIDES[item.state_override] if item.state_override else judged.state
    inside = (found for found in own if found[0].begins >= period.begins)
    return Standing(
        value=value_within(period, inside) if case.numbered else None,
        cumulative=case.reached,
        target=_target(measure),
        rate=None if judged.rate is None else shown_share(judged.rate),
        gap=None if judged.gap is None else shown_share(judged.gap),
        state=state,
        colour=_colour(state, judged, period.ends),
    )


def part_reached(
    part: SubMeasure, whole: Measure, progress: Iterable[Progress], period: Period
) -> Decimal | None:
    """What was reached of a part of a measure (其中) until a period's last day; None when nobody said."""
    own = _dated(report for report in progress if report.part_id == part.id)
    return _reached(as_measure(part, whole), [found for found in own if found[0].ends <= period.ends])


def _pace(case: _Case) -> _Pace:
    measure, target = case.measure, _target(case.measure)
    if measure is None:
        undated = _Pace.DATE if case.due or case.is_done else _Pace.WORDS
        return _Pace.STEPS if case.steps else undated
    if measure.kind is MeasureKind.MILESTONE:
        return _Pace.STEPS if case.steps and case.reached is None else _Pace.DATE
    if measure.kind is MeasureKind.CONTINUING or target is None:
        return _Pace.WORDS
    if measure.kind is MeasureKind.AVERAGE or measure.direction is Direction.AT_MOST:
        return _Pace.BOUND
    once = measure.kind is not MeasureKind.AMOUNT and target <= 1 and not _is_level(measure)
    return _Pace.DATE if once else _Pace.MONTHS


def _by_months(case: _Case) -> _Judged:
    rate = case.rate
    if rate is None:
        return _Judged(State.UNREPORTED, next_due=case.due)
    gap = rate - scheduled(case.year, case.period) if case.numbered else None
    if rate >= 1:
        return _Judged(State.DONE, rate, gap, late=_came_late(case, unreported_is_late=False))
    if case.as_of > case.deadline:
        return _Judged(State.OVERDUE, rate, gap)
    return _Judged(State.UNREPORTED if gap is None else _banded(gap), rate, gap, case.due)


def _by_date(case: _Case) -> _Judged:
    if case.done_on and case.is_done:
        return _Judged(State.DONE, Fraction(1), late=case.done_on > case.deadline)
    rate = case.rate
    if rate is not None and rate >= 1:
        return _Judged(State.DONE, rate, late=_came_late(case, unreported_is_late=True))
    if case.as_of > case.deadline:
        return _Judged(State.OVERDUE, rate)
    return _Judged(State.ON_SCHEDULE if case.begun else State.NOT_STARTED, rate, next_due=case.due)


def _by_steps(case: _Case) -> _Judged:
    dated = [step.due_on for step in case.steps if step.due_on]
    deadline = case.due or max(dated, default=case.deadline)
    done = [step for step in case.steps if step.done_on and step.done_on <= case.as_of]
    expected = [step for step in case.steps if (step.due_on or deadline) < case.as_of + _DAY * (step in done)]
    rate = Fraction(len(done), len(case.steps))
    gap = rate - Fraction(len(expected), len(case.steps))
    if rate == 1:
        late = any(step.done_on > deadline for step in done if step.done_on)
        return _Judged(State.DONE, rate, gap, late=late)
    if case.as_of > deadline:
        return _Judged(State.OVERDUE, rate, gap)
    open_dates = [step.due_on for step in case.steps if step not in done and step.due_on]
    next_due = min((due for due in open_dates if due >= case.as_of), default=case.due)
    untouched = not (done or expected or case.begun)
    return _Judged(State.NOT_STARTED if untouched else _banded(gap), rate, gap, next_due)


def _by_bound(case: _Case) -> _Judged:
    """Ceilings and averages hold or not; only at the deadline are they done."""
    rate = case.rate
    ended = case.as_of >= case.deadline
    in_force = [p.ends for p, report in case.own if _has_number(report)]
    current = bool(in_force) and max(in_force) >= min(case.as_of, case.deadline)
    if rate is None or not current:
        return _Judged(State.UNREPORTED, rate, next_due=case.due)
    if rate >= 1:
        return _Judged(State.DONE if ended else State.ON_SCHEDULE, rate, next_due=case.due)
    return _Judged(State.OVERDUE if ended else State.BEHIND, rate)


def _by_words(case: _Case) -> _Judged:
    return _Judged(State.ON_SCHEDULE if case.spoken else State.UNREPORTED)


_JUDGES = {
    _Pace.MONTHS: _by_months,
    _Pace.DATE: _by_date,
    _Pace.STEPS: _by_steps,
    _Pace.BOUND: _by_bound,
    _Pace.WORDS: _by_words,
}
_OVERRIDES = {
    StateOverride.SUSPENDED: State.SUSPENDED,
    StateOverride.CANCELLED: State.CANCELLED,
}
_COLOURS = {
    State.DONE: Colour.GREEN,
    State.AHEAD: Colour.GREEN,
    State.ON_SCHEDULE: Colour.GREEN,
    State.BEHIND: Colour.YELLOW,
    State.OVERDUE: Colour.RED,
}


def _colour(state: State, judged: _Judged, as_of: date) -> Colour:
    if state is State.DONE and judged.late:
        return Colour.YELLOW  # a red made up later
    is_open = state in (State.NOT_STARTED, State.ON_SCHEDULE)
    if is_open and judged.next_due and as_of <= judged.next_due <= as_of + _NEAR:
        return Colour.BLUE
    return _COLOURS.get(state, Colour.NONE)


def _banded(gap: Fraction) -> State:
    if abs(gap) <= _BAND:
        return State.ON_SCHEDULE
    return State.AHEAD if gap > 0 else State.BEHIND


def _came_late(case: _Case, *, unreported_is_late: bool) -> bool:
    """Whether a target that is reached was not reached by its deadline, as far as reports tell."""
    if case.as_of <= case.deadline:
        return False
    in_time = [found for found in case.own if found[0].begins <= case.deadline]
    rate = _rate_of(case.measure, _reached(case.measure, in_time))
    return unreported_is_late if rate is None else rate < 1


def _rate_of(measure: Measure | None, reached: Decimal | None) -> Fraction | None:
    target = _target(measure)
    if measure is None or reached is None or target is None:
        return None
    return _rate(reached, target, measure.direction)


def _rate(reached: Decimal, target: Decimal, direction: Direction) -> Fraction:
    if direction is Direction.AT_MOST:
        if reached <= target:
            return Fraction(1)
        return Fraction(target) / Fraction(reached) if target > 0 else Fraction(0)
    if target <= 0:
        return Fraction(int(reached >= target))
    return Fraction(reached) / Fraction(target)


def _reached(measure: Measure | None, own: Sequence[_Dated]) -> Decimal | None:
    """What the reports come to: a sum, or for averages and shares, which cannot be added, the last one."""
    if measure is None or not _is_level(measure):
        return cumulative_of(report for _, report in own)
    levels = [
        report.value if report.cumulative is None else report.cumulative
        for _, report in sorted(own, key=lambda dated: dated[0].ends)
    ]
    return next((level for level in reversed(levels) if level is not None), None)


def _target(measure: Measure | None) -> Decimal | None:
    """The number to be reached; of a ratio whose target is a share of its base, that share in numbers."""
    if measure is None:
        return None
    if measure.kind is MeasureKind.MILESTONE:
        return measure.target or Decimal(1)
    if measure.kind is MeasureKind.RATIO and measure.base is not None:
        share = Decimal(1) if measure.target is None else measure.target
        return share * measure.base if share <= 1 else share
    return measure.target


def _is_level(measure: Measure) -> bool:
    """Whether its values stand side by side and cannot be added: averages, and shares without a base."""
    return measure.kind is MeasureKind.AVERAGE or (measure.kind is MeasureKind.RATIO and measure.base is None)


def _has_number(report: Progress) -> bool:
    return report.value is not None or report.cumulative is not None


def _number(report: Progress) -> Decimal:
    """本期, or 累计 where that alone was reported."""
    return (report.cumulative if report.value is None else report.value) or Decimal(0)


def _has_words(report: Progress) -> bool:
    words = (report.narrative, report.problems, report.next_steps, report.evidence)
    return any(text.strip() for text in words)


def _dated(progress: Iterable[Progress]) -> list[_Dated]:
    """Reports with their periods, in order of period, then id."""
    found = [(parse_period(report.period), report) for report in progress]
    return sorted(found, key=lambda dated: (dated[0], str(dated[1].id)))


def values_within(whole: Period, values: Mapping[Period, Decimal]) -> tuple[Decimal | None, bool]:
    """What is known of a period by one reporter's values, and whether that covers it whole."""
    if not values:
        return None, False
    parts = [values_within(part, values) for part in _parts(whole)]
    covered = bool(parts) and all(whole_part for _, whole_part in parts)
    if whole in values and not covered:
        return values[whole], True
    return _total(number for number, _ in parts), covered


def _joined(
    whole: Period, own: Mapping[Period, Decimal], chambers: Sequence[Mapping[Period, Decimal]]
) -> tuple[Decimal | None, bool]:
    """What is known of a period by the office's values, and where those are missing by the chambers'.

    A period that one of the chambers reported whole is the sum of what each says of it: as of one reporter,
    the longer period's value counts instead of shorter ones that do not cover it.
    """
    known, covered = values_within(whole, own)
    if covered:
        return known, True
    if any(whole in values for values in chambers):
        return _total(values_within(whole, values)[0] for values in chambers), True
    parts = [_joined(part, own, chambers) for part in _parts(whole)]
    return _total(number for number, _ in parts), bool(parts) and all(done for _, done in parts)


@cache
def _parts(whole: Period) -> tuple[Period, ...]:
    """A year's quarters, a quarter's months, nothing of a month."""
    length = {11: 3, 2: 1}.get(whole.last - whole.first)
    if length is None:
        return ()
    return tuple(
        Period(whole.year, first, first + length - 1) for first in range(whole.first, whole.last + 1, length)
    )


def _total(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known else None

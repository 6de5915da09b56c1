"""A row of the progress sheet: a measure of an item, or an item without measures, in one period.

Nothing here takes a missing report for a zero: what nobody reported is blank.
Over 400 lines: what a row shows and what may be typed in it follow from the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from uuid import UUID

from moushi.desk.report_book import Held
from moushi.domain import chamber_reports
from moushi.domain.chamber_reports import Answers
from moushi.domain.counting import as_measure, is_counted
from moushi.domain.kinds import Colour, Direction, MeasureKind, MeasureSource, State
from moushi.domain.numbers import percent, plain, shifted, yuan
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import Standing, differing, part_reached, standing
from moushi.domain.records import Measure, Milestone, PlanItem, Progress, SubMeasure
from moushi.domain.words import choice_word
from moushi.errors import Message, say

NUMBERS = ("value", "cumulative")
WORDS = ("narrative", "problems", "next_steps", "evidence", "reported_by")
FIELDS = NUMBERS + WORDS
"""The fields of a report that are typed."""

_CONTENT = NUMBERS + WORDS[:-1]
_YUAN = "元"
_SCALED = ("千", "万", "亿")  # of a measure in 万元 a bare number is so many 万
_CLOSED = (State.DONE, State.NOT_STARTED, State.SUSPENDED, State.CANCELLED)
_LATE = (State.BEHIND, State.OVERDUE)


class Filter(Enum):
    """Which rows are shown."""

    ALL = "all"
    UNREPORTED = "unreported"
    LATE = "late"
    PROBLEMS = "problems"
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a measure (其中): what was reached of it until the period's end, of how much."""

    part: SubMeasure
    reached: str
    target: str
    unit: str
    is_counted: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A measure of an item, or an item without measures, in one period.

    `typed` holds what stands in the report, as it is typed; `value` is what the parts of a longer period
    come to where it has no value of its own. Texts are empty where nothing is known. Words of an item may be
    reported of it as a whole: they stand in its first row, and `subjects` says of which measure (None: the
    item) each field is. `state` is None of a row that holds nothing but such words, where the first
    measure has words of its own. `counted` is the source of a measure that counts itself: its numbers are
    shown and not typed. `measure` then has what it is counted against at the period's end. `answers` are the
    chambers' for the period, `told` their words where the office has none of its own.
    """

    number: int
    item: PlanItem
    measure: Measure | None
    period: Period
    title: str
    lead_unit: str
    name: str | Message
    target: str | Message
    last: str
    last_words: str
    typed: Mapping[str, str]
    value: str
    cumulative: str
    rate: str
    gap: str
    state: State | None
    colour: Colour
    word: Message | None
    reason: str
    differs: tuple[Message, ...]
    differs_now: str
    is_below_zero: bool
    subjects: Mapping[str, UUID | None]
    report_ids: tuple[UUID, ...]
    editable: frozenset[str]
    is_unreported: bool
    steps: tuple[Milestone, ...]
    counted: MeasureSource | None = None
    parts: tuple[PartLine, ...] = ()
    answers: Answers = field(default_factory=Answers)
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def source_word(self) -> Message | None:
        """From what its numbers are counted, or how many chambers reported."""
        return self.counted_word or self.chambers_word

    @property
    def chambers_word(self) -> Message | None:
        """How many of the chambers asked have reported; None where none is asked and none reported."""
        held = self.answers
        return answered_word(held) if held.asked or held.reported else None

    @property
    def apart_now(self) -> str:
        """What the chambers come to in the period, where the office's own number is another."""
        sum_of_all = number_text(self.measure, self.answers.total)
        return sum_of_all if sum_of_all and self.typed["value"] not in ("", sum_of_all) else ""

    @property
    def reached(self) -> str:
        """What was reached, with a * where chambers are still missing in what it stands on."""
        return self.cumulative + ("*" if self.cumulative and (self.short_of or self.answers.behind) else "")

    @property
    def short_of(self) -> str:
        """How many of the chambers asked make the value, where some are still missing: 3/7."""
        held = self.answers
        return f"{held.reported}/{held.asked}" if held.counts and held.is_short else ""

    @property
    def counted_word(self) -> Message | None:
        """From what its numbers are counted, which then are not typed; None where they are."""
        return say("counted from {source}", source=choice_word(self.counted)) if self.counted else None

    @property
    def key(self) -> tuple[UUID, UUID | None]:
        """The item's id and the measure's."""
        return self.item.id, self.measure.id if self.measure else None

    def passes(self, wanted: Filter | State) -> bool:
        """Whether the row is shown by a filter."""
        match wanted:
            case State():
                return self.state is wanted
            case Filter.UNREPORTED:
                return self.is_unreported
            case Filter.LATE:
                return self.state in _LATE
            case Filter.PROBLEMS:
                return bool((self.typed["problems"] or self.told.get("problems", "")).strip())
            case Filter.DIFFERING:
                return bool(self.differs)
            case _:
                return True


def neighbour(period: Period, step: int) -> Period | None:
    """The period of the same length before (-1) or after (1), within the year."""
    length = period.last - period.first + 1
    first = period.first + step * length
    return Period(period.year, first, first + length - 1) if 1 <= first <= 13 - length else None


def period_word(period: Period) -> Message:
    """What a person calls a period."""
    match period.last - period.first:
        case 0:
            return say("{year}-{month}", year=period.year, month=period.first)
        case 2:
            return say("{year} Q{quarter}", year=period.year, quarter=period.last // 3)
        case _:
            return say("year {year}", year=period.year)


def answered_word(held: Answers) -> Message:
    """How many chambers reported, and of how many that were asked."""
    if not held.asked:
        return say("{count} chambers reported", count=held.reported)
    told = say("{reported}/{asked} chambers reported", reported=held.reported, asked=held.asked)
    if held.behind:
        return say("{reported}, {count} are missing in earlier periods", reported=told, count=held.behind)
    return told


def number_text(measure: Measure | None, number: Decimal | None) -> str:
    """A number of a measure as it is read and typed: amounts 2000万, shares 76%, others all their digits.

    What it gives is read back as the same number by `report_entry.read_number`.
    """
    if number is None:
        return ""
    if measure and measure.kind is MeasureKind.AMOUNT:
        text = yuan(number)
        return text + _YUAN if number and text[-1:].isdigit() and measure.unit[:1] in _SCALED else text
    return plain(shifted(number, 2)) + "%" if is_share(measure) else plain(number)


def is_share(measure: Measure | None) -> bool:
    """Whether a measure's numbers are shares of 1: ratios not counted against anything."""
    if measure is None or measure.kind is not MeasureKind.RATIO or measure.base is not None:
        return False
    return measure.target is None or measure.target <= 1


def state_word(state: State, colour: Colour) -> Message:
    """A state with what its colour adds to it, in words: 临期, 后补."""
    if colour is Colour.BLUE:
        return say("{state}, due soon", state=choice_word(state))
    if state is State.DONE and colour is Colour.YELLOW:
        return say("{state}, made up late", state=choice_word(state))
    return choice_word(state)


def report_of(progress: Iterable[Progress], measure_id: UUID | None, period: Period) -> list[Progress]:
    """The reports of a measure (None: of the item) for just this period; the last one counts."""
    own = (report for report in progress if report.measure_id == measure_id and report.part_id is None)
    found = [report for report in own if report.period == str(period)]
    return sorted(found, key=lambda report: str(report.id))


def rows_of(held: Held, number: int, year: int, period: Period, *, is_open: bool) -> Iterator[ReportRow]:
    """The rows of an item for a period: one for each measure, or one for an item that has none."""
    whole = _last_of(held, None, period)
    own = _last_of(held, held.measures[0].id, period) if held.measures else None
    is_apart = whole is not None and own is not None and _has_words(own)
    is_apart = is_apart or (whole is not None and any(getattr(whole, n) is not None for n in NUMBERS))
    if held.measures and is_apart:
        yield _row(held, None, None, number, period, None, "", is_open=is_open)
    for place, measure in enumerate(held.measures or (None,)):
        found = _standing(held, measure, year, period)
        of_words = measure.id if measure else None
        if place == 0 and not is_apart and _speaks_as_a_whole(held, whole, own):
            of_words = None
        last = _last_shown(held, measure, year, period) if measure else ""
        yield _row(held, measure, of_words, number, period, found, last, is_open=is_open)


def _standing(held: Held, measure: Measure | None, year: int, period: Period) -> Standing:
    steps = held.milestones if len(held.measures) < 2 else ()
    reports = held.reports
    if measure:
        measure, reports = held.counted(measure, period.ends)
    return standing(held.item, measure, reports, steps, year=year, period=period)


def _last_shown(held: Held, measure: Measure, year: int, period: Period) -> str:
    """What a measure that counts itself, or that chambers reported, came to in the period before."""
    before = neighbour(period, -1)
    if before is None or not (is_counted(measure) or held.answers(measure, before).counts):
        return ""
    return number_text(held.counted(measure, before.ends)[0], _standing(held, measure, year, before).value)


def _speaks_as_a_whole(held: Held, whole: Progress | None, own: Progress | None) -> bool:
    """Whether words are of the item, not of its first measure: they are, were before, or it has several."""
    if whole is not None or (own is not None and _has_words(own)):
        return whole is not None
    told_before = any(report.measure_id is None and _has_words(report) for report in held.progress)
    return told_before or len(held.measures) > 1


def _row(
    held: Held,
    measure: Measure | None,
    of_words: UUID | None,
    number: int,
    period: Period,
    found: Standing | None,
    last_counted: str,
    *,
    is_open: bool,
) -> ReportRow:
    item, subject = held.item, measure.id if measure else None
    source = measure.source if measure and is_counted(measure) else None
    if measure:
        measure, _ = held.counted(measure, period.ends)
    own, words = _last_of(held, subject, period), _last_of(held, of_words, period)
    before = neighbour(period, -1)
    last = _last_of(held, subject, before) if before else None
    answered = held.answers(measure, period) if measure else Answers()
    last_words = _last_of(held, of_words, before) if before else None
    subjects = {name: subject if name in NUMBERS else of_words for name in FIELDS}
    if own and not (words and (words.reported_by or not own.reported_by)):
        subjects["reported_by"] = subject  # where it stands, and no report is made for that alone
    by_subject = {of_words: words, subject: own}
    typed = {name: typed_text(measure, by_subject[subjects[name]], name) for name in FIELDS}
    if source:
        typed |= dict.fromkeys(NUMBERS, "")  # what was typed before it counted itself does not count
    differs = _differing(held, measure, period)
    return ReportRow(
        number=number,
        item=item,
        measure=measure,
        period=period,
        title=item.short_title or item.text,
        lead_unit=held.units[0].name if held.units else "",
        name=_name(held, measure),
        target=_target(held, measure, found),
        last=last_counted or ("" if source else typed_text(measure, last, "value")),
        last_words=(last_words.narrative if last_words else "")
        or (_told(held, measure, before).get("narrative", "") if before else ""),
        typed=typed,
        value=number_text(measure, found.value) if found and not typed["value"] else "",
        cumulative=_reached(held, measure, period, found),
        rate=percent(found.rate) if found and found.rate is not None else "",
        gap=_points(found.gap) if found else "",
        state=found.state if found else None,
        colour=found.colour if found else Colour.NONE,
        word=state_word(found.state, found.colour) if found else None,
        reason=item.override_reason if item.state_override else "",
        differs=(
            *apart(measure, own, answered),
            *(_difference(measure, each, total) for each, total in differs),
        ),
        differs_now=next((number_text(measure, total) for each, total in differs if each is own), ""),
        is_below_zero=_is_below_zero(measure, found),
        subjects=subjects,
        report_ids=tuple(dict.fromkeys(each.id for each in (own, words) if each)),
        editable=frozenset(_editable(measure, typed, source)) if is_open else frozenset(),
        is_unreported=found is not None and _is_missing(held, subject, period, found.state, source),
        steps=held.milestones,
        counted=source,
        parts=_part_lines(held, measure, period) if measure else (),
        answers=answered,
        told=_told(held, measure, period) if found else {},
    )


def _part_lines(held: Held, measure: Measure, period: Period) -> tuple[PartLine, ...]:
    _, reports = held.counted(measure, period.ends)
    lines = []
    for part in held.parts_of(measure):
        like = as_measure(part, measure)
        reached = number_text(like, part_reached(part, measure, reports, period))
        target = number_text(like, part.target)
        lines.append(PartLine(part, reached, target, unit_word(like), is_counted(part, measure)))
    return tuple(lines)


def _last_of(held: Held, subject: UUID | None, period: Period) -> Progress | None:
    """The report of a measure (None: of the item) for just that period; of several the last counts."""
    found = report_of(held.progress, subject, period)
    return found[-1] if found else None


def _told(held: Held, measure: Measure | None, period: Period) -> dict[str, str]:
    """The words of chambers in a row, for which the office has none: each chamber's under its name."""
    if not held.told:
        return {}
    first = held.measures[0].id if held.measures else None
    subject = measure.id if measure else None
    subjects = {subject, None} if subject == first else {subject}
    said = [r for r in held.told if r.measure_id in subjects and r.period == str(period)]
    return {name: "；".join(words) for name in chamber_reports.WORDS if (words := _said(said, name))}


def _said(reports: Iterable[Progress], name: str) -> list[str]:
    """A field's words in several reports, without the marks at their ends."""
    texts = (getattr(report, name).rstrip("。；;") for report in reports)
    return [text for text in texts if text]


def _has_words(report: Progress) -> bool:
    return any(getattr(report, name) for name in WORDS[:-1])


def typed_text(measure: Measure | None, report: Progress | None, name: str) -> str:
    """What stands in a field of a report, as it is typed; "" where there is no report."""
    if report is None:
        return ""
    held = getattr(report, name)
    return number_text(measure, held) if name in NUMBERS else str(held)


def _editable(
    measure: Measure | None, typed: Mapping[str, str], source: MeasureSource | None
) -> Iterator[str]:
    """Numbers are typed of a measure that has any and does not count itself, and where none should stand."""
    counts = measure is not None and measure.kind is not MeasureKind.CONTINUING and source is None
    yield from (name for name in NUMBERS if counts or typed[name])
    yield from WORDS


def _is_missing(
    held: Held, subject: UUID | None, period: Period, state: State, source: MeasureSource | None
) -> bool:
    """Whether the period's report is still to come: nothing is said for it, and the row is under way."""
    if state in _CLOSED:
        return False
    if source:
        return state is State.UNREPORTED  # where it counts, that is its report
    ends = period.ends
    return not any(
        says_something(report) and parse_period(report.period).ends == ends
        for report in held.reports
        if report.measure_id in (subject, None) and report.part_id is None
    )


def says_something(report: Progress) -> bool:
    """Whether a report holds a number or words, not only who reported."""
    return any(getattr(report, name) not in (None, "") for name in _CONTENT)


def _name(held: Held, measure: Measure | None) -> str | Message:
    if measure is not None:
        return measure.name
    return say("the item as a whole") if held.measures else ""


def _target(held: Held, measure: Measure | None, found: Standing | None) -> str | Message:
    if measure is None:
        steps = len(held.milestones)
        return say("{count} milestones", count=steps) if found and steps else ""
    if measure.kind is MeasureKind.CONTINUING or (
        measure.kind is MeasureKind.MILESTONE and not measure.target
    ):
        return choice_word(measure.kind)
    if found is None or found.target is None:
        return ""
    ceiling = "≤" if measure.direction is Direction.AT_MOST else ""
    return ceiling + number_text(measure, found.target) + unit_word(measure)


def unit_word(measure: Measure) -> str:
    """The unit behind a measure's numbers; 元 behind amounts, which carry their 万 and 亿 themselves."""
    if measure.kind is not MeasureKind.AMOUNT:
        return "" if is_share(measure) else measure.unit
    return measure.unit.removeprefix("千").removeprefix("百").removeprefix("亿").removeprefix("万") or _YUAN


def _reached(held: Held, measure: Measure | None, period: Period, found: Standing | None) -> str:
    """What was reached until the period's end; of milestones how many of how many."""
    if found is None or measure is not None or not held.milestones or found.cumulative is not None:
        return number_text(measure, found.cumulative) if found else ""
    done = sum(step.done_on is not None and step.done_on <= period.ends for step in held.milestones)
    return f"{done}/{len(held.milestones)}"


def _is_below_zero(measure: Measure | None, found: Standing | None) -> bool:
    """Whether less than nothing was reached, which only shares and averages can."""
    if found is None or found.cumulative is None or is_share(measure):
        return False
    return found.cumulative < 0 and (measure is None or measure.kind is not MeasureKind.AVERAGE)


def _points(gap: Decimal | None) -> str:
    """序时差 in points with its sign."""
    if gap is None:
        return ""
    sign = "+" if gap > 0 else "-" if gap < 0 else ""
    return sign + percent(abs(gap))


def _differing(held: Held, measure: Measure | None, period: Period) -> list[tuple[Progress, Decimal]]:
    """The reports until the period whose 累计 is not their sum; what cannot be added up never differs."""
    if measure is None or is_counted(measure) or is_share(measure) or measure.kind is MeasureKind.AVERAGE:
        return []
    own = [
        report
        for report in held.reports
        if report.measure_id == measure.id
        and report.part_id is None
        and parse_period(report.period).ends <= period.ends
    ]
    return list(differing(own)) if any(report.cumulative is not None for report in own) else []


def apart(measure: Measure | None, own: Progress | None, answered: Answers) -> tuple[Message, ...]:
    """What the office reported of a period, where the chambers come to something else."""
    if own is None or own.value is None or answered.total in (None, own.value):
        return ()
    return (
        say(
            "{period}: {reported} typed here counts; the chambers' returns come to {sum} ({answered}).",
            period=period_word(parse_period(own.period)),
            reported=number_text(measure, own.value),
            sum=number_text(measure, answered.total),
            answered=answered_word(answered),
        ),
    )


def _difference(measure: Measure | None, report: Progress, total: Decimal) -> Message:
    return say(
        "{period}: {reported} reported in all, but the reports add up to {sum}.",
        period=period_word(parse_period(report.period)),
        reported=number_text(measure, report.cumulative),
        sum=number_text(measure, total),
    )

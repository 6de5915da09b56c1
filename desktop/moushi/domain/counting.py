"""Measures that count themselves: what the register or the ledger says of a plan's year, as of a day.

A measure whose source is the register or the ledger is counted by its rule (`counting_rules` reads the
records). What a rule counts stands here in words, so that a person can see what a number is made of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal
from functools import cache
from itertools import accumulate
from uuid import UUID

from moushi.domain.counting_facts import Case, Fact, Facts
from moushi.domain.counting_rules import facts_of
from moushi.domain.kinds import CountRule, MeasureKind, MeasureSource
from moushi.domain.period import Period
from moushi.domain.record import Record, natural_id
from moushi.domain.records import (
    Activity,
    Measure,
    Pairing,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
)
from moushi.domain.snapshot import Count, Snapshot
from moushi.domain.words import choice_word
from moushi.errors import Message, say

_EXACT = Context(prec=200)  # no number that a field can hold is rounded
_MANY = 500  # records beyond which reading all of a kind is quicker
_YUAN = "元"
_FIRST_YEAR, _LAST_YEAR = 1000, 2999  # that a period can name

__all__ = [
    "RULES",
    "Count",
    "Rule",
    "Tally",
    "counted_reports",
    "counts",
    "is_counted",
    "rule_words",
    "tally",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a measure can count by itself.

    `narrowings` are the fields of a measure that narrow it ("chambers": those it names). Of a flow the year's
    counts add up and each month has its own; otherwise it is what stands on the day. `is_ratio`: it is
    counted against something. `unit` is the word that a measure of it usually has, as documents print it.
    """

    source: MeasureSource
    words: Message
    unit: str
    narrowings: frozenset[str] = frozenset()
    is_flow: bool = False
    is_ratio: bool = False


def _register(words: Message, unit: str, *narrowings: str, flow: bool = False, ratio: bool = False) -> Rule:
    return Rule(MeasureSource.REGISTER, words, unit, frozenset(narrowings), flow, ratio)


def _ledger(words: Message, unit: str, *, ratio: bool = False) -> Rule:
    narrowings = frozenset({"activity_kind", "serving_only"})
    return Rule(MeasureSource.LEDGER, words, unit, narrowings, is_flow=True, is_ratio=ratio)


RULES: Mapping[CountRule, Rule] = {
    CountRule.TOWNSHIPS_COVERED: _register(
        say("townships with a live chamber ÷ all townships; an overdue term counts, but is marked"),
        "个",
        ratio=True,
    ),
    CountRule.CHAMBERS_RENEWED: _register(
        say("chambers whose new term began this year ÷ chambers named, or else all that fall due this year"),
        "家",
        "chambers",
        flow=True,
        ratio=True,
    ),
    CountRule.CHAMBERS_RATED: _register(
        say("chambers recognised as Four Goods this year, each once"), "家", "level"
    ),
    CountRule.CHAMBERS: _register(say("live chambers; an overdue term counts, but is marked"), "家"),
    CountRule.PARTY_BRANCHES: _register(
        say("live chambers with a Party branch ÷ all live chambers"), "家", ratio=True
    ),
    CountRule.MEMBERS: _register(say("members who have joined and not left"), "家"),
    CountRule.MEMBERS_JOINED: _register(say("members who joined this year"), "家", flow=True),
    CountRule.MEMBERS_RATED: _register(say("members recognised this year, each once"), "家", "level"),
    CountRule.MENTORS: _register(say("mentors of the pairs in force, each once"), "名"),
    CountRule.PAIRS: _register(say("mentor pairs in force"), "对"),
    CountRule.TALENTS: _register(
        say("new-generation members of 45 years at most, by year of birth; who has none is not counted"), "名"
    ),
    CountRule.ACTIVITIES: _ledger(say("activities held this year"), "场"),
    CountRule.MONTHS: _ledger(say("months of this year in which an activity was held"), "个月"),
    CountRule.ENTERPRISES: _ledger(say("members taking part in this year's activities, each once"), "家"),
    CountRule.COMMITTEE_VISITED: _ledger(
        say(
            "enterprises with a post in office of executive committee member or higher that were visited "
            "this year ÷ all such enterprises"
        ),
        "家",
        ratio=True,
    ),
    CountRule.PEOPLE: _ledger(say("people who took part in this year's activities"), "人次"),
    CountRule.COLLECTED: _ledger(say("problems collected this year"), "件"),
    CountRule.CLOSED: _ledger(say("problems closed this year"), "件"),
    CountRule.CASES: _ledger(say("cases taken this year"), "起"),
    CountRule.SETTLED: _ledger(say("cases settled this year"), "起"),
    CountRule.JOBS: _ledger(say("jobs of this year's activities"), "个"),
    CountRule.VILLAGES: _ledger(say("villages of this year's activities"), "个"),
    CountRule.AMOUNT: _ledger(say("amounts of this year's activities"), "元"),
    CountRule.FEES: _ledger(say("fees of this year's activities"), "元"),
}
"""All rules, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a measure or a part of it comes to on a day, and of what.

    `base` is N of n/N, None of what is counted against nothing; `missing` are those of the base that are not
    counted; `overdue` are those counted of which the term of office has run out.
    """

    value: Decimal
    base: Decimal | None = None
    counted: tuple[Record, ...] = ()
    missing: tuple[Record, ...] = ()
    overdue: tuple[Record, ...] = ()


def is_counted(subject: Measure | SubMeasure, whole: Measure | None = None) -> bool:
    """Whether a measure, or a part of the `whole`, counts itself: it has a rule, one of its source."""
    held = whole or subject
    source = held.source if isinstance(held, Measure) else None
    return subject.rule is not None and RULES[subject.rule].source is source


def tally(snapshot: Snapshot, subject: Measure | SubMeasure, as_of: date) -> Tally | None:
    """What a measure or a part of it comes to on a day, and of what; None when it does not count itself.

    The records are read, of which there may be very many; `Snapshot.counts` has the numbers at hand.
    """
    facts = _facts(snapshot, subject, each=("id",))
    if facts is None:
        return None
    ((value, base),) = _values(facts, (as_of,))
    held = [fact for fact in facts.found if fact.holds(as_of)]
    all_keys = None if facts.base is None else {fact.key for fact in facts.base if fact.holds(as_of)}
    if all_keys is not None:
        held = [fact for fact in held if fact.key in all_keys]
    in_term = {fact.record for fact in held if as_of < fact.overdue}
    counted = {fact.record for fact in held}
    records = {record.id: record for record in _read(snapshot, facts.lists, counted | (all_keys or set()))}
    return Tally(
        value,
        base,
        counted=_chosen(records, counted),
        missing=_chosen(records, (all_keys or set()) - counted),
        overdue=_chosen(records, counted - in_term),
    )


def _read(snapshot: Snapshot, kind: type[Record], ids: Collection[object]) -> Iterable[Record]:
    """The records of these ids; where they are many, all of the kind are read at once."""
    if len(ids) > _MANY:
        return snapshot.where(kind)
    return [found for each in ids if isinstance(each, UUID) and (found := snapshot.get(kind, each))]


def _chosen(records: Mapping[UUID, Record], ids: Collection[UUID | int | None]) -> tuple[Record, ...]:
    """The records of these ids: entries of the ledger by day, others by name."""
    found = [records[each] for each in ids if isinstance(each, UUID) and each in records]
    return tuple(sorted(found, key=lambda each: (_order(each), str(each.id))))


def _order(record: Record) -> str:
    match record:
        case Activity():
            return record.held_on.isoformat()
        case Pairing():
            return record.from_on.isoformat() if record.from_on else ""
        case _:
            return str(getattr(record, "name", ""))


def counts(snapshot: Snapshot, measure: Measure, year: int) -> tuple[Count, ...]:
    """What a measure and its parts come to at each month's end of a year, as far as they count themselves."""
    subjects: list[Measure | SubMeasure] = [measure, *snapshot.where(SubMeasure, measure_id=measure.id)]
    return tuple(count for subject in subjects for count in _counts(snapshot, subject, year))


def counts_of(snapshot: Snapshot, subject_id: UUID) -> tuple[Count, ...]:
    """What a measure or a part, by its id, comes to at each month's end of its plan's year."""
    found: list[Measure | SubMeasure | None]
    found = [snapshot.get(Measure, subject_id), snapshot.get(SubMeasure, subject_id)]
    for subject in found:
        if subject and (plan := plan_of(snapshot, subject)):
            return _counts(snapshot, subject, plan.year)
    return ()


def plan_of(snapshot: Snapshot, subject: Measure | SubMeasure) -> Plan | None:
    """The plan that a measure or a part of one belongs to."""
    measure = snapshot.get(Measure, subject.measure_id) if isinstance(subject, SubMeasure) else subject
    item = snapshot.get(PlanItem, measure.item_id) if measure else None
    theme = snapshot.get(Theme, item.theme_id) if item else None
    return snapshot.get(Plan, theme.plan_id) if theme else None


@cache
def month_ends(year: int) -> tuple[date, ...]:
    """The last days of a year's months; none of a year that no period can name."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ()
    return tuple(Period(year, month, month).ends for month in range(1, 13))


def _counts(snapshot: Snapshot, subject: Measure | SubMeasure, year: int) -> tuple[Count, ...]:
    days = month_ends(year)
    facts = _facts(snapshot, subject) if days else None
    if facts is None:
        return ()
    values = zip(days, _values(facts, days), strict=True)
    return tuple(Count(subject.id, day, value, base) for day, (value, base) in values)


def _facts(snapshot: Snapshot, subject: Measure | SubMeasure, each: tuple[str, ...] = ()) -> Facts | None:
    """What a measure or a part finds by its rule; None when it does not count itself."""
    whole = snapshot.get(Measure, subject.measure_id) if isinstance(subject, SubMeasure) else subject
    plan = plan_of(snapshot, subject)
    if whole is None or plan is None or subject.rule is None or not is_counted(subject, whole):
        return None
    case = Case(snapshot, plan, whole, subject.activity_kind, subject.level, each)
    return facts_of(subject.rule, case)


def _values(facts: Facts, days: Sequence[date]) -> list[tuple[Decimal, Decimal | None]]:
    """What the facts come to on days in their order, and what the ratio is counted against."""
    if facts.is_sum:
        return [(value, None) for value in _sums(facts.found, days)]
    found = _keys(facts.found, days)
    if facts.base is None:
        return [(Decimal(len(keys)), None) for keys in found]
    pairs = zip(found, _keys(facts.base, days), strict=True)
    return [(Decimal(len(keys & against)), Decimal(len(against))) for keys, against in pairs]


def _sums(facts: Iterable[Fact], days: Sequence[date]) -> list[Decimal]:
    steps = [Decimal(0)] * (len(days) + 1)
    for fact in facts:
        first, last = bisect_left(days, fact.since), bisect_left(days, fact.until)
        if first < last:
            steps[first] = _EXACT.add(steps[first], Decimal(fact.number))
            steps[last] = _EXACT.subtract(steps[last], Decimal(fact.number))
    return list(accumulate(steps[:-1], _EXACT.add))


def _keys(facts: Iterable[Fact], days: Sequence[date]) -> list[set[UUID | int | None]]:
    found: list[set[UUID | int | None]] = [set() for _ in days]
    for fact in facts:
        for place in range(bisect_left(days, fact.since), bisect_left(days, fact.until)):
            found[place].add(fact.key)
    return found


def rule_words(subject: Measure | SubMeasure, whole: Measure | None = None, named: int = 0) -> Message:
    """What a measure, or a part of the `whole`, counts, in words; `named`: how many chambers it names.

    Of what does not count itself, where its value comes from.
    """
    held = whole or subject
    if subject.rule is None or not is_counted(subject, whole):
        source = held.source if isinstance(held, Measure) else MeasureSource.HAND
        return choice_word(source)
    rule = RULES[subject.rule]
    told = rule.words
    if subject.rule is CountRule.CHAMBERS_RENEWED and named:
        told = say("chambers whose new term began this year ÷ the {count} chambers named", count=named)
    if "activity_kind" in rule.narrowings and subject.activity_kind:
        told = say("{words}; only “{kind}”", words=told, kind=choice_word(subject.activity_kind))
    if "level" in rule.narrowings and subject.level.strip():
        told = say("{words}; only of level “{level}”", words=told, level=subject.level.strip())
    if "serving_only" in rule.narrowings and isinstance(held, Measure) and held.serving_only:
        told = say("{words}; only what serves this item", words=told)
    return say("{rule}: {words}", rule=choice_word(subject.rule), words=told)


def as_measure(part: SubMeasure, whole: Measure) -> Measure:
    """A part of a measure (其中) as one by itself: its name and target, and the unit of what it counts."""
    rule = part.rule if is_counted(part, whole) else None
    unit, kind = RULES[rule].unit if rule else whole.unit, whole.kind
    if rule:
        kind = MeasureKind.AMOUNT if unit == _YUAN else MeasureKind.COUNT
    elif kind is MeasureKind.RATIO and whole.base is not None:
        kind = MeasureKind.COUNT  # of the n of n/N
    return replace(
        whole,
        name=part.name,
        unit=unit,
        kind=kind,
        target=part.target,
        base=None,
        rule=part.rule,
        activity_kind=part.activity_kind,
        level=part.level,
    )


def with_counts(
    snapshot: Snapshot,
    measure: Measure,
    parts: Iterable[SubMeasure],
    reports: Sequence[Progress],
    as_of: date,
) -> tuple[Measure, tuple[Progress, ...]]:
    """A measure and the item's reports with what it and its parts count, as far as they count themselves."""
    subjects: list[Measure | SubMeasure] = [measure, *parts]
    counting = (subject.id for subject in subjects if is_counted(subject, measure))
    found = [count for subject in counting for count in snapshot.counts(subject)]
    return counted_reports(measure, reports, found, as_of)


def counted_reports(
    measure: Measure, reports: Sequence[Progress], counts: Sequence[Count], as_of: date = date.max
) -> tuple[Measure, tuple[Progress, ...]]:
    """A measure with what it is counted against on a day, and the item's reports with its counts among them.

    `counts` are those of the measure and of its parts. What was typed as a number for what counts itself is
    left out; words stay. Where there is nothing yet to count against, nothing is known.
    """
    counted = {count.subject for count in counts}
    kept = tuple(
        replace(report, value=None, cumulative=None)
        if report.measure_id == measure.id and (report.part_id or measure.id) in counted
        else report
        for report in reports
    )
    if not counted:
        return measure, kept
    own = [count for count in counts if count.subject == measure.id]
    made = [
        _report(measure, count, None) for count in counts if count.subject != measure.id and count.base != 0
    ]
    is_flow = measure.rule is not None and RULES[measure.rule].is_flow
    before = Decimal(0)
    for count in own:
        if count.base != 0:
            made.append(_report(measure, count, _EXACT.subtract(count.value, before) if is_flow else None))
        before = count.value
    return _against(measure, own, as_of), (*kept, *made)


def _report(measure: Measure, count: Count, value: Decimal | None) -> Progress:
    """A count as if it had been reported for its month."""
    month = str(Period(count.as_of.year, count.as_of.month, count.as_of.month))
    return Progress(
        id=natural_id("Count", count.subject, month),
        item_id=measure.item_id,
        measure_id=measure.id,
        part_id=None if count.subject == measure.id else count.subject,
        period=month,
        value=value,
        cumulative=count.value,
    )


def _against(measure: Measure, own: Sequence[Count], as_of: date) -> Measure:
    """The measure with N of n/N; what has nothing to be counted against is no ratio."""
    if measure.kind is not MeasureKind.RATIO or not own:
        return measure
    base = next((count.base for count in reversed(own) if count.as_of <= as_of), own[0].base)
    if base is not None:
        return replace(measure, base=base or None)
    return measure if measure.base is not None else replace(measure, kind=MeasureKind.COUNT)

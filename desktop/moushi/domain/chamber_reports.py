"""Chambers' own reports (回执): how they count where the office has reported nothing itself.

A report that names a chamber is never the office's. What chambers report for a period is added up where it
can be added and the office's own values do not cover the period; chambers' words stand, each under its
chamber's name, where the office has none. Nothing of this is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from moushi.domain.kinds import MeasureKind, MeasureSource
from moushi.domain.lasting import is_asked
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import values_within
from moushi.domain.records import Chamber, Measure, Progress

WORDS = ("narrative", "problems", "next_steps", "evidence")
"""The fields of a report that hold words."""

_SOURCES = (MeasureSource.HAND, MeasureSource.RETURNS)
_SUMMED = (MeasureKind.COUNT, MeasureKind.AMOUNT)

_Subject = tuple[UUID | None, UUID | None]  # the measure (None: the item as a whole) and the part of it


def is_added(measure: Measure) -> bool:
    """Whether chambers' numbers of a measure and its parts are added up.

    They are of counts, amounts and the n of n/N. Averages and shares cannot be, a milestone is not reached by
    the first of many, and what counts itself is counted.
    """
    if measure.source not in _SOURCES:
        return False
    return measure.kind in _SUMMED or (measure.kind is MeasureKind.RATIO and measure.base is not None)


def is_told(report: Progress, measure: Measure | None) -> bool:
    """Whether something is told of a report of a measure (None: of an item).

    Of a chamber's that is its words, or a number that is added up.
    """
    if report.chamber_id is None or report.narrative.strip():
        return True
    return measure is not None and is_added(measure)


def concerns_chambers(record: Measure | Progress) -> bool:
    """Whether chambers are asked about a measure, or a report is one of theirs."""
    if isinstance(record, Measure):
        return record.source is MeasureSource.RETURNS
    return record.chamber_id is not None


def with_chambers(
    measures: Sequence[Measure], reports: Iterable[Progress], names: Mapping[UUID, str]
) -> tuple[Progress, ...]:
    """An item's reports as they count: the office's own, then the chambers' in the order of `names`.

    `measures` are the item's, in order. A chamber's report comes with the value that is added up, if any,
    and with those words, after its chamber's name, for which the office has none of its own in that period.
    What then says nothing is left out. `MoushiError` when a period cannot be read.
    """
    reports = tuple(reports)
    own = tuple(report for report in reports if report.chamber_id is None)
    if len(own) == len(reports):
        return reports
    first = measures[0].id if measures else None
    spoken = {
        (_place(report, first), report.period, name)
        for report in own
        for name in WORDS
        if getattr(report, name).strip()
    }
    added = {measure.id for measure in measures if is_added(measure)}
    place: dict[UUID | None, int] = {chamber_id: n for n, chamber_id in enumerate(names)}
    told = [report for report in reports if report.chamber_id is not None]
    values = _values(told)
    found = []
    for report in sorted(told, key=lambda each: (place.get(each.chamber_id, len(place)), str(each.id))):
        given = values[report.chamber_id, report.measure_id, report.part_id]
        value = given.get(parse_period(report.period)) if report.measure_id in added else None
        words: dict[str, Any] = {
            name: _named(getattr(report, name), names.get(report.chamber_id or report.id, ""))
            for name in WORDS
            if (_place(report, first), report.period, name) not in spoken
        }
        if value is not None or any(words.values()):
            none: dict[str, Any] = dict.fromkeys(WORDS, "")
            found.append(replace(report, value=value, cumulative=None, **(none | words)))
    return (*own, *found)


def _place(report: Progress, first: UUID | None) -> _Subject:
    """Where the words of a report are read: those of the item as a whole beside its first measure's."""
    return report.measure_id or first, report.part_id


def _named(text: str, name: str) -> str:
    told = text.strip()
    return f"{name}：{told}" if told and name else told


def _values(
    told: Iterable[Progress],
) -> Mapping[tuple[UUID | None, UUID | None, UUID | None], Mapping[Period, Decimal]]:
    """What each chamber (first) gave of each measure and part, by period."""
    groups: dict[tuple[UUID | None, UUID | None, UUID | None], list[Progress]] = defaultdict(list)
    for report in told:
        groups[report.chamber_id, report.measure_id, report.part_id].append(report)
    return {key: values_given(group) for key, group in groups.items()}


def values_given(reports: Iterable[Progress]) -> dict[Period, Decimal]:
    """What one chamber gave of one measure by period; of two reports for one the greater id counts.

    Where it gave 累计 alone, that is less what it gave before, if it gave all of the year until then: else
    how much of it belongs to the period is not known.
    """
    dated = sorted(
        ((parse_period(report.period), report) for report in reports), key=lambda d: (d[0], str(d[1].id))
    )
    values = {period: report.value for period, report in dated if report.value is not None}
    for period, report in sorted(dated, key=lambda d: (d[0].ends, d[0].begins, str(d[1].id))):
        if report.value is None and report.cumulative is not None and period not in values:
            before = {p: v for p, v in values.items() if p.year == period.year and p.last < period.first}
            months = {month for p in before for month in range(p.first, p.last + 1)}
            if len(months) == period.first - 1:
                so_far = values_within(Period(period.year, 1, 12), before)[0] or Decimal(0)
                values[period] = report.cumulative - so_far
    return values


# -- who was asked, and who answered -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """What a chamber that was asked, or that reported unasked, says of a measure in a period.

    `value` is None where it gave no number, or none that can be added up; `has_told`: whether it reported.
    """

    chamber: Chamber
    report: Progress | None
    value: Decimal | None
    has_told: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """The chambers' answers for a measure and a period; `asked`: how many were asked, 0 where none was.

    `total` is what the values come to; `counts`: whether it stands where the office has no value of its own.
    `behind` of those asked have not reported all of the year's earlier periods that stand on returns.
    """

    lines: tuple[Answer, ...] = ()
    asked: int = 0
    total: Decimal | None = None
    counts: bool = False
    behind: int = 0

    @property
    def reported(self) -> int:
        """How many reported."""
        return sum(line.has_told for line in self.lines)

    @property
    def is_short(self) -> bool:
        """Whether some that were asked have not reported, so that the sum is not the whole."""
        return self.reported < self.asked


def is_meant(chamber: Chamber, named: Collection[UUID]) -> bool:
    """Whether a measure means a chamber of its federation: one of those that it names, else any."""
    return not named or chamber.id in named


def asked_of(
    measure: Measure, chambers: Iterable[Chamber], named: Collection[UUID], period: Period
) -> tuple[Chamber, ...]:
    """The chambers of a federation that a measure asks: of those it names, else of all, those there then."""
    if measure.source is not MeasureSource.RETURNS:
        return ()
    return tuple(each for each in chambers if is_asked(each, period) and is_meant(each, named))


def answers(
    measure: Measure,
    part_id: UUID | None,
    reports: Iterable[Progress],
    chambers: Sequence[Chamber],
    named: Collection[UUID],
    period: Period,
) -> Answers:
    """What chambers say of a measure, or a part of it, in a period; `reports` are the item's as stored.

    A chamber has reported when its values cover the period, of what is not added up when it said anything
    for its end. The chambers' sum counts where the office does not cover the period by its own.
    """
    asked = asked_of(measure, chambers, named, period)
    own: dict[Period, Decimal] = {}
    held: dict[UUID, list[Progress]] = defaultdict(list)
    for report in reports:
        if (report.measure_id, report.part_id) == (measure.id, part_id):
            if report.chamber_id is not None:
                held[report.chamber_id].append(report)
            elif report.value is not None:
                own[parse_period(report.period)] = report.value
    adds = is_added(measure)
    asked_ids = {chamber.id for chamber in asked}
    lines = []
    for chamber in chambers:
        if chamber.id not in asked_ids and chamber.id not in held:
            continue
        line = _answer(chamber, held.get(chamber.id, ()), period, adds=adds)
        if line.has_told or chamber.id in asked_ids:
            lines.append(line)
    known = [line.value for line in lines if line.value is not None]
    covered = values_within(period, {p: value for p, value in own.items() if _lies_in(p, period)})[1]
    return Answers(
        tuple(lines),
        len(lines) if asked else 0,
        sum(known, Decimal(0)) if known else None,
        counts=bool(known) and not covered,
        behind=_behind(asked, own, held, period) if adds else 0,
    )


def _behind(
    asked: Iterable[Chamber],
    own: Mapping[Period, Decimal],
    held: Mapping[UUID, Sequence[Progress]],
    period: Period,
) -> int:
    """How many of the chambers asked are missing in an earlier period of the year that stands on returns."""
    values = {chamber_id: values_given(reports) for chamber_id, reports in held.items()}
    told = {p for given in values.values() for p in given if p.year == period.year and p.last < period.first}
    standing_on = [p for p in told if not _knows(own, p)]
    return sum(
        any(is_asked(chamber, p) and not _knows(values.get(chamber.id, {}), p) for p in standing_on)
        for chamber in asked
    )


def _knows(values: Mapping[Period, Decimal], period: Period) -> bool:
    """Whether values cover a period: by its own, by its parts or by a longer one that it lies in."""
    return values_within(period, values)[1] or any(_lies_in(period, longer) for longer in values)


def _answer(chamber: Chamber, reports: Sequence[Progress], period: Period, *, adds: bool) -> Answer:
    now = [each for each in reports if parse_period(each.period).ends == period.ends and _says(each)]
    exact = [each for each in now if each.period == str(period)]
    report = max(exact or now, key=lambda each: str(each.id), default=None)
    if not adds:
        return Answer(chamber, report, None, report is not None)
    values = values_given(reports)
    value, covered = values_within(period, {p: v for p, v in values.items() if _lies_in(p, period)})
    longer = any(p.ends == period.ends and p.begins < period.begins for p in values)
    return Answer(chamber, report, value, covered or longer)


def _lies_in(inner: Period, outer: Period) -> bool:
    return inner.year == outer.year and outer.first <= inner.first and inner.last <= outer.last


def _says(report: Progress) -> bool:
    return report.value is not None or report.cumulative is not None or says_words(report)


def says_words(report: Progress) -> bool:
    """Whether a report holds words."""
    return any(getattr(report, name).strip() for name in WORDS)

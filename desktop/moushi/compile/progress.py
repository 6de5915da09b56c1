"""Progress sheets: what was reached of each plan item by the end of a period, in the article's order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count
from uuid import UUID

from moushi.compile.chambers import Chambers, returned_words
from moushi.compile.documents import ProgressDocument, ProgressRow, ProgressSection, ProgressTheme
from moushi.domain.chamber_reports import Answers, says_words
from moushi.domain.counting import as_measure, is_counted, with_counts
from moushi.domain.kinds import Choice, Direction, MeasureKind
from moushi.domain.numbers import circled, full_day, percent, plain, shown_share, yuan
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import part_reached, scheduled, standing
from moushi.domain.record import R
from moushi.domain.records import (
    Article,
    ArticleItem,
    ArticleSection,
    Federation,
    ItemUnit,
    Measure,
    Milestone,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError


def compile_progress(
    snapshot: Snapshot, plans: Sequence[Plan], period: Period, article: Article | None = None, *, today: date
) -> ProgressDocument:
    """The progress of plans as of the period's last day: a row per measure, or per item that has none.

    With an article: those of the plans that it prints, in its order, and only the items that it lists where
    it lists them. `today` is the day on which the sheet is made.

    Raises:
        MoushiError: there is nothing to compile, or a report's period cannot be read.
    """
    chosen = _in_article(snapshot, plans, article) if article else [(plan, None) for plan in plans]
    if not chosen:
        raise MoushiError(
            "There is no plan for {year}. Enter one or take one in, then try again.", year=str(period.year)
        )
    federations = {plan.id: snapshot.get(Federation, plan.federation_id) for plan, _ in chosen}
    held = _Held.of(snapshot)
    numbers = count(1)
    sections = []
    for plan, listed in chosen:
        federation = federations[plan.id]
        themes = [
            _theme(held, theme, listed, plan, period, numbers)
            for theme in snapshot.where(Theme, plan_id=plan.id)
        ]
        sections.append(
            ProgressSection(
                federation=federation.name if federation else "",
                heading=plan.heading,
                slogan=plan.slogan,
                themes=tuple(theme for theme in themes if theme is not None),
            )
        )
    year = chosen[0][0].year
    return ProgressDocument(
        year=year,
        period=str(period),
        as_of=period.ends,
        kicker=article.kicker if article else "",
        headline=article.headline if article else "",
        byline=article.byline if article else "",
        lead=tuple(line.rstrip("\r") for line in article.lead.split("\n") if line.strip()) if article else (),
        reporting_unit=_reporting_unit(snapshot, [each for each in federations.values() if each]),
        made_on=today,
        schedule=shown_share(scheduled(year, period)),
        sections=tuple(sections),
    )


_YUAN = "元"
_Listed = dict[UUID, int]
"""The places of listed items in an article."""


def _in_article(
    snapshot: Snapshot, plans: Iterable[Plan], article: Article
) -> list[tuple[Plan, _Listed | None]]:
    """The plans that an article prints, in its order; with None for the listed items if it prints all."""
    by_id = {plan.id: plan for plan in plans}
    listed: _Listed = {}
    for place, entry in enumerate(snapshot.where(ArticleItem, article_id=article.id)):
        listed.setdefault(entry.item_id, place)
    return [
        (by_id[section.plan_id], listed if section.choice is Choice.LISTED else None)
        for section in snapshot.where(ArticleSection, article_id=article.id)
        if section.plan_id in by_id
    ]


def _reporting_unit(snapshot: Snapshot, federations: Sequence[Federation]) -> str:
    """The one federation, the one parent of several, or all their names."""
    names = list(dict.fromkeys(federation.name for federation in federations))
    parents = {federation.parent_id for federation in federations}
    parent_id = parents.pop() if len(parents) == 1 and len(names) > 1 else None
    parent = snapshot.get(Federation, parent_id) if parent_id else None
    return parent.name if parent else "、".join(names)


@dataclass(frozen=True, slots=True)
class _Held:
    """What hangs on themes, items and measures, by their ids, each in order."""

    snapshot: Snapshot
    items: dict[UUID, list[PlanItem]]
    units: dict[UUID, list[ItemUnit]]
    milestones: dict[UUID, list[Milestone]]
    measures: dict[UUID, list[Measure]]
    parts: dict[UUID, list[SubMeasure]]
    progress: dict[UUID, list[Progress]]
    chambers: Chambers

    @classmethod
    def of(cls, snapshot: Snapshot) -> _Held:
        """Each kind read once: asking item by item would ask thousands of times."""

        def by(kind: type[R], field: str) -> dict[UUID, list[R]]:
            found: dict[UUID, list[R]] = defaultdict(list)
            for record in snapshot.where(kind):
                found[getattr(record, field)].append(record)
            return found

        return cls(
            snapshot,
            items=by(PlanItem, "theme_id"),
            units=by(ItemUnit, "item_id"),
            milestones=by(Milestone, "item_id"),
            measures=by(Measure, "item_id"),
            parts=by(SubMeasure, "measure_id"),
            progress=by(Progress, "item_id"),
            chambers=Chambers(snapshot),
        )


def _theme(
    held: _Held,
    theme: Theme,
    listed: _Listed | None,
    plan: Plan,
    period: Period,
    numbers: Iterator[int],
) -> ProgressTheme | None:
    """A theme's rows; None when the article lists none of its items."""
    items = held.items[theme.id]
    if listed is not None:
        chosen = [item for item in items if item.id in listed]
        if items and not chosen:
            return None
        items = sorted(chosen, key=lambda item: listed[item.id])
    rows = [
        row for item in items for row in _rows(held, theme, item, next(numbers), plan=plan, period=period)
    ]
    return ProgressTheme(lead=theme.lead, label=theme.label, rows=tuple(rows))


def _rows(
    held: _Held, theme: Theme, item: PlanItem, number: int, *, plan: Plan, period: Period
) -> Iterable[ProgressRow]:
    year = plan.year
    measures = held.measures[item.id]
    milestones = held.milestones[item.id]
    units = [unit.name for unit in held.units[item.id]]
    stored = held.progress[item.id]
    reports = held.chambers.counted_in(plan.federation_id, measures, stored)
    dated = [(parse_period(report.period), report) for report in reports]
    known = [report for until, report in dated if until.ends <= period.ends]
    now = sorted(
        (found for found in dated if found[0].overlaps(period) and found[0].ends <= period.ends),
        key=_in_print,
    )
    for place, measure in enumerate(measures or [None]):
        row = _Row(held, measure, known, period)
        found = standing(
            item, row.measure, row.reports, milestones if len(measures) < 2 else (), year=year, period=period
        )
        subjects = {measure.id if measure else None} | ({None} if place == 0 else set())
        told = [report for _, report in now if report.measure_id in subjects]
        answered = Answers()
        if measure:
            answered = held.chambers.answers(plan.federation_id, measure, stored, period)
        yield ProgressRow(
            item_id=item.id,
            number=number,
            theme=theme.label,
            title=item.short_title,
            text=item.text,
            measure=measure.name if measure else "",
            parts=tuple(row.part(part) for part in row.parts),
            kind=row.measure.kind if row.measure else None,
            direction=measure.direction if measure else Direction.AT_LEAST,
            target=found.target,
            unit=measure.unit if measure else "",
            leader=item.leader,
            responsible=item.responsible,
            lead_unit=units[0] if units else "",
            cooperating_units="、".join(units[1:]),
            due_on=(measure and measure.due_on) or item.due_on,
            milestones=_listing(_step(step, year, period.ends) for step in milestones),
            narratives=_listing(row.words(report) for report in told),
            value=found.value,
            cumulative=found.cumulative,
            rate=found.rate,
            gap=found.gap,
            state=found.state,
            colour=found.colour,
            reason=item.override_reason if item.state_override else "",
            problems=_lines(report.problems for report in told),
            next_steps=_lines(report.next_steps for report in told),
            evidence=_lines(report.evidence for report in told),
            counted=measure.source if measure and is_counted(measure) else None,
            returned=_returned(answered, told),
        )


def _in_print(found: tuple[Period, Progress]) -> tuple[Period, bool, bool, str]:
    """The order in which reports are told: the office's before the chambers', which are in theirs already."""
    period, report = found
    is_office = report.chamber_id is None
    return period, report.measure_id is not None, not is_office, str(report.id) if is_office else ""


def _returned(answered: Answers, told: Iterable[Progress]) -> str:
    """On how many chambers' returns a row's value or words stand; "" where it stands on none."""
    speaking = {each.chamber_id for each in told if each.chamber_id is not None and says_words(each)}
    return returned_words(answered, len(speaking))


class _Row:
    """A measure with its parts, and the reports until a period's end; what counts itself is among them."""

    def __init__(
        self, held: _Held, measure: Measure | None, known: Sequence[Progress], period: Period
    ) -> None:
        self.measure, self.reports, self._period = measure, tuple(known), period
        self.parts: Sequence[SubMeasure] = held.parts[measure.id] if measure else ()
        if measure:
            self.measure, self.reports = with_counts(held.snapshot, measure, self.parts, known, period.ends)

    def part(self, part: SubMeasure) -> str:
        """A part in words: what was reached of how much (归集12/20件), one of the two, or its name alone."""
        if self.measure is None:
            return part.name
        held = as_measure(part, self.measure)
        reached = part_reached(part, self.measure, self.reports, self._period)
        said, wanted = (_figure(number, held) for number in (reached, part.target))
        unit = {MeasureKind.AMOUNT: _YUAN, MeasureKind.RATIO: ""}.get(held.kind, held.unit)
        if said:
            return f"{part.name}{said}{'/' if wanted else ''}{wanted}{unit}"
        return f"{part.name}（目标{wanted}{unit}）" if wanted else part.name

    def words(self, report: Progress) -> str:
        """What a report tells; of a part, under its name."""
        told = report.narrative.strip()
        name = next((part.name for part in self.parts if part.id == report.part_id), "")
        return f"{name}：{told}" if told and name else told


def _figure(number: Decimal | None, measure: Measure) -> str:
    """A number of a part without its unit: amounts, which are in yuan, in 万 or 亿 where that reads best."""
    if number is None:
        return ""
    if measure.kind is MeasureKind.AMOUNT:
        return yuan(number)
    return percent(number) if measure.kind is MeasureKind.RATIO else plain(number)


def _step(step: Milestone, year: int, as_of: date) -> str:
    """A milestone with the day it is due and, once it is done, the day it was done."""
    dates = []
    if step.due_on:
        dates.append(f"{_day(step.due_on, year)}前")
    if step.done_on and step.done_on <= as_of:
        dates.append(f"{_day(step.done_on, year)}完成")
    return f"{step.text}（{'，'.join(dates)}）" if dates else step.text


def _day(day: date, year: int) -> str:
    return f"{day.month}月{day.day}日" if day.year == year else full_day(day)


def _listing(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that are not blank, with ①②③ before them if they are several."""
    told = [text.strip() for text in texts if text.strip()]
    return tuple(told) if len(told) < 2 else tuple(f"{circled(n)}{text}" for n, text in enumerate(told, 1))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))

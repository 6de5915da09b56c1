"""Articles: plans, or a period's progress, as the paper prints them.

Every run says which field of which record its words come from. The figures of a progress article are worked
out, not stored: their runs refer to the measure and the field name `figure`, which no record has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from uuid import UUID

from moushi.compile.chambers import Chambers, returned_words
from moushi.compile.documents import (
    ArticleDocument,
    Paragraph,
    ParagraphRole,
    Ref,
    Run,
    RunRole,
    Section,
)
from moushi.domain.chamber_reports import Answers
from moushi.domain.counting import is_counted, with_counts
from moushi.domain.kinds import ArticleKind, Choice, Direction, MeasureKind, PassageKind
from moushi.domain.numbers import percent, plain, yuan
from moushi.domain.period import parse_period
from moushi.domain.progress import Standing, standing
from moushi.domain.records import (
    Article,
    ArticleItem,
    ArticleSection,
    Federation,
    Measure,
    Passage,
    Plan,
    PlanItem,
    Progress,
    Theme,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError

_PASSAGE_ROLES = {
    PassageKind.OPENING: ParagraphRole.OPENING,
    PassageKind.SPEECH: ParagraphRole.SPEECH,
    PassageKind.OTHER: ParagraphRole.OTHER,
}
_ENDS = "。；！？…”）》」』.;!?"

_Telling = Callable[[PlanItem], tuple[Run, ...]]
"""The runs that tell an item; none when there is nothing to print of it."""
_TellingOf = Callable[[Plan, PlanItem], tuple[Run, ...]]
"""The same, of an item of a plan."""


def compile_article(snapshot: Snapshot, article: Article) -> ArticleDocument:
    """The article with its sections in order: all items of their plans, or those it lists, in its wording.

    An article of kind progress prints, in the same order, what was reported for its period instead of the
    items' own words; passages, and sections, themes and items without a report, are left out.

    Raises:
        MoushiError: a progress article names no period, or nothing was reported for it.
    """
    listed = _listed(snapshot, article)
    telling = _plan_telling(listed)
    if article.kind is ArticleKind.PROGRESS:
        telling = _progress_telling(snapshot, article, listed)
    sections = []
    for place in snapshot.where(ArticleSection, article_id=article.id):
        plan = snapshot.get(Plan, place.plan_id)
        if plan is not None:
            chosen = listed if place.choice is Choice.LISTED else None
            section = _section(snapshot, plan, article.kind, partial(telling, plan), chosen)
            sections.append(
                replace(section, target_lines=place.target_lines, target_mm=place.target_mm, fit=place.fit)
            )
    if article.kind is ArticleKind.PROGRESS:
        sections = [section for section in sections if section.paragraphs]
        if not sections:
            raise MoushiError(
                "Nothing was reported for {period}. Take in the chambers' returns or enter progress for this "
                "period, then try again.",
                period=article.period,
            )
    return ArticleDocument(
        year=article.year,
        kind=article.kind,
        article_id=article.id,
        kicker=_run(article.kicker, Ref("Article", article.id, "kicker")),
        headline=_run(article.headline, Ref("Article", article.id, "headline")),
        byline=_run(article.byline, Ref("Article", article.id, "byline")),
        lead=_lead(article),
        sections=tuple(sections),
        part=article.part,
        layout=article.layout,
        audience=article.audience,
    )


def compile_plans(snapshot: Snapshot, plans: Sequence[Plan], year: int) -> ArticleDocument:
    """Plans without an article: those given, in their order, or all of the year by their federations' names.

    Raises:
        MoushiError: none is given and the year has none.
    """
    chosen = plans or sorted(
        snapshot.where(Plan, year=year), key=lambda plan: (_federation(snapshot, plan), str(plan.id))
    )
    if not chosen:
        raise MoushiError(
            "There is no plan for {year}. Enter one or take one in, then try again.", year=str(year)
        )
    telling = _plan_telling({})
    sections = [_section(snapshot, plan, ArticleKind.PLAN, partial(telling, plan), None) for plan in chosen]
    return ArticleDocument(
        year=year,
        kind=ArticleKind.PLAN,
        article_id=None,
        kicker=None,
        headline=None,
        byline=None,
        lead=(),
        sections=tuple(_told_apart(section, sections) for section in sections),
    )


def _told_apart(section: Section, sections: Sequence[Section]) -> Section:
    """A section without a heading gets its federation's name for one, when there are others beside it."""
    if section.heading is not None or len(sections) == 1:
        return section
    return replace(section, heading=Run(f"{section.federation}："))


def _run(text: str, ref: Ref, role: RunRole = RunRole.PLAIN) -> Run | None:
    return Run(text, role, ref) if text else None


def _lead(article: Article) -> tuple[Paragraph, ...]:
    texts = (line.rstrip("\r") for line in article.lead.split("\n") if line.strip())
    return tuple(
        Paragraph(ParagraphRole.LEAD, (Run(text, ref=Ref("Article", article.id, "lead", index)),))
        for index, text in enumerate(texts)
    )


def _federation(snapshot: Snapshot, plan: Plan) -> str:
    federation = snapshot.get(Federation, plan.federation_id)
    return federation.name if federation else ""


def _listed(snapshot: Snapshot, article: Article) -> dict[UUID, ArticleItem]:
    """The article's items by the plan item's id, in the article's order; the first of two for one counts."""
    listed: dict[UUID, ArticleItem] = {}
    for entry in snapshot.where(ArticleItem, article_id=article.id):
        listed.setdefault(entry.item_id, entry)
    return listed


def _section(
    snapshot: Snapshot,
    plan: Plan,
    kind: ArticleKind,
    telling: _Telling,
    listed: dict[UUID, ArticleItem] | None,
) -> Section:
    """A plan's section; of an item only what `telling` tells, and only the listed ones unless None."""
    passages = snapshot.where(Passage, plan_id=plan.id) if kind is ArticleKind.PLAN else ()
    parts: list[Passage | Theme] = [*passages, *snapshot.where(Theme, plan_id=plan.id)]
    paragraphs: list[Paragraph] = []
    for part in sorted(parts, key=lambda part: part.rank):
        if isinstance(part, Passage):
            if part.text:
                run = Run(part.text, ref=Ref("Passage", part.id, "text"))
                paragraphs.append(Paragraph(_PASSAGE_ROLES[part.kind], (run,)))
        else:
            items = snapshot.where(PlanItem, theme_id=part.id)
            chosen = items if listed is None else _in_listed_order(items, listed)
            told = [(item, runs) for item in chosen if (runs := telling(item))]
            if told or not (items or kind is ArticleKind.PROGRESS):
                paragraphs.extend(_theme(part, told))
    return Section(
        federation=_federation(snapshot, plan),
        plan_id=plan.id,
        heading=_run(plan.heading, Ref("Plan", plan.id, "heading")),
        slogan=_run(plan.slogan, Ref("Plan", plan.id, "slogan")),
        paragraphs=tuple(paragraphs),
    )


def _in_listed_order(items: Iterable[PlanItem], listed: dict[UUID, ArticleItem]) -> list[PlanItem]:
    of_theme = {item.id: item for item in items}
    return [of_theme[item_id] for item_id in listed if item_id in of_theme]


def _theme(theme: Theme, told: Iterable[tuple[PlanItem, tuple[Run, ...]]]) -> list[Paragraph]:
    """A theme's lead and items, a new paragraph where an item begins one."""
    paragraphs: list[list[Run]] = [[]]
    if theme.lead:
        paragraphs[-1].append(Run(theme.lead, RunRole.THEME_LEAD, Ref("Theme", theme.id, "lead")))
    for item, runs in told:
        if item.begins_paragraph:
            paragraphs.append([])
        paragraphs[-1].extend(runs)
    return [Paragraph(ParagraphRole.THEME, tuple(runs)) for runs in paragraphs if runs]


def _plan_telling(listed: dict[UUID, ArticleItem]) -> _TellingOf:
    """Items in the plan's own words, or in the article's wording."""

    def tell(_plan: Plan, item: PlanItem) -> tuple[Run, ...]:
        entry = listed.get(item.id)
        if entry is not None and entry.wording is not None:
            run = _run(entry.wording, Ref("ArticleItem", entry.id, "wording"), RunRole.ITEM)
        else:
            run = _run(item.text, Ref("PlanItem", item.id, "text"), RunRole.ITEM)
        return (run,) if run else ()

    return tell


def _progress_telling(snapshot: Snapshot, article: Article, listed: dict[UUID, ArticleItem]) -> _TellingOf:
    """Items by what was reported for the article's period, or in the article's wording."""
    if article.period is None:
        raise MoushiError(
            "The article “{headline}” tells progress but names no period. Set its period, such as 2023-06, "
            "and try again.",
            headline=article.headline,
        )
    period = parse_period(article.period)
    stored: dict[UUID, list[Progress]] = defaultdict(list)
    for report in snapshot.where(Progress):
        stored[report.item_id].append(report)
    in_plan_words = _plan_telling(listed)
    chambers = Chambers(snapshot)

    def tell(plan: Plan, item: PlanItem) -> tuple[Run, ...]:
        entry = listed.get(item.id)
        if entry is not None and entry.wording is not None:
            return in_plan_words(plan, item)
        measures = snapshot.where(Measure, item_id=item.id)
        reports = chambers.counted_in(plan.federation_id, measures, stored[item.id])
        current = [r for r in reports if parse_period(r.period).ends == period.ends]
        if not current and not any(map(is_counted, measures)):
            return ()
        runs = _narratives(current, None)
        figures: list[tuple[UUID, str]] = []
        for measure in measures:
            runs += _narratives(current, measure.id)
            counted, known = with_counts(snapshot, measure, (), reports, period.ends)
            reached = standing(item, counted, known, year=article.year, period=period)
            is_nothing = is_counted(measure) and not reached.cumulative  # nobody reported it: it is not told
            if not is_nothing and (figure := _figure(counted, reached)):
                answered = chambers.answers(plan.federation_id, measure, stored[item.id], period)
                figures.append((measure.id, figure + _source(answered)))
        for number, (measure_id, figure) in enumerate(figures, start=1):
            mark = "。" if number == len(figures) else "；"
            runs.append(Run(figure + mark, RunRole.ITEM, Ref("Measure", measure_id, "figure")))
        return tuple(runs)

    return tell


def _narratives(reports: Iterable[Progress], measure_id: UUID | None) -> list[Run]:
    """What was reported of an item or a measure, each report ended by a mark; chambers' are parted by ；."""
    texts = [(report, report.narrative.strip()) for report in reports if report.measure_id == measure_id]
    texts = [(report, text) for report, text in texts if text]
    last = next((report.id for report, _ in reversed(texts) if report.chamber_id), None)
    return [
        Run(_ended(report, text, last), RunRole.ITEM, Ref("Progress", report.id, "narrative"))
        for report, text in texts
    ]


def _ended(report: Progress, text: str, last: UUID | None) -> str:
    """What a report tells with a mark at its end; of chambers, the `last` one ends the sentence."""
    if report.chamber_id is not None and report.id != last:
        return text.rstrip("。；;") + "；"
    return text if text[-1] in _ENDS else f"{text}。"


def _source(answered: Answers) -> str:
    """On whose returns a figure stands, in brackets; nothing where it is the office's own."""
    told = returned_words(answered)
    return f"（{told}）" if told else ""


def _figure(measure: Measure, reached: Standing) -> str:
    """A measure's value in words, such as 走访企业累计12家，完成率60%; empty when none is known."""
    if reached.cumulative is None or measure.kind in (MeasureKind.MILESTONE, MeasureKind.CONTINUING):
        return ""
    verb = "达" if measure.kind is MeasureKind.AVERAGE or _is_share(measure) else "累计"
    words = f"{measure.name}{verb}{_amount(reached.cumulative, measure)}"
    if reached.rate is not None and measure.direction is Direction.AT_LEAST:
        words += f"，完成率{percent(reached.rate)}"
    return words


def _is_share(measure: Measure) -> bool:
    return measure.kind is MeasureKind.RATIO and measure.base is None


def _amount(value: Decimal, measure: Measure) -> str:
    """A number with its unit: amounts, which are in yuan, in 万 or 亿 where that reads best."""
    if measure.kind is MeasureKind.AMOUNT:
        return f"{yuan(value)}元"
    if _is_share(measure) and not measure.unit:
        return percent(value)
    return f"{plain(value)}{measure.unit}"

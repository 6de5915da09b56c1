"""Articles at the desk: which there are, what stands in one, and what of its plans it prints in what order.

A section prints all items of its plan, or those that the article lists; the article may word any item for
the paper. Nothing here changes a plan. How entries are read: `compile.article`.

Over 400 lines: an article as it is seen and as it is changed come from the same records.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from moushi.changes.model import Change, ChangeSet
from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument
from moushi.desk.entering import one_paragraph
from moushi.desk.scope import federations
from moushi.domain.chamber_reports import concerns_chambers, is_told
from moushi.domain.counting import is_counted
from moushi.domain.counting_rules import rules_reading
from moushi.domain.kinds import ArticleKind, Choice
from moushi.domain.period import Period, parse_period
from moushi.domain.record import R, Record, Scalar
from moushi.domain.records import (
    Article,
    ArticleItem,
    ArticleSection,
    Chamber,
    Federation,
    Measure,
    MeasureChamber,
    Passage,
    Plan,
    PlanItem,
    Progress,
    Theme,
)
from moushi.domain.snapshot import Count, MemorySnapshot, Snapshot, in_order
from moushi.domain.words import choice_word
from moushi.errors import Message, MoushiError, say

PARTS = ("上", "中", "下")
"""The parts of a series, in their order."""

_SHOWN = frozenset(
    {
        *(Article, ArticleSection, ArticleItem, Federation, Plan, Passage, Theme, PlanItem),
        *(Measure, Progress, Chamber, MeasureChamber),  # a progress article tells them
    }
)
_QUARTERS = "一二三四"
_NONE: Mapping[UUID, tuple[Count, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list of a year's articles."""

    id: UUID
    kind: ArticleKind
    label: Message


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item in a section: the plan's words, the article's own wording (None: the plan's), whether printed.

    `is_told` is False for an item of a progress article of which nothing was reported: nothing is printed.
    """

    id: UUID
    theme_id: UUID
    title: str
    text: str
    wording: str | None = None
    is_printed: bool = True
    is_told: bool = True

    @property
    def words(self) -> str:
        """What a plan article prints of it, if it prints it."""
        return self.text if self.wording is None else self.wording


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme in a section; its items in the article's order, each not printed after its neighbour."""

    id: UUID
    title: str
    items: tuple[ItemView, ...] = ()

    @property
    def printed(self) -> tuple[ItemView, ...]:
        """The items that are printed, in order."""
        return tuple(item for item in self.items if item.is_printed)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A plan's place in an article."""

    id: UUID
    plan_id: UUID
    federation: str
    choice: Choice
    themes: tuple[ThemeView, ...] = ()
    target_lines: int | None = None
    target_mm: Decimal | None = None
    fit: bool = False

    @property
    def items(self) -> tuple[ItemView, ...]:
        """The items of all themes."""
        return tuple(item for theme in self.themes for item in theme.items)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its sections, and the year's plans that it has no section of."""

    article: Article
    sections: tuple[SectionView, ...] = ()
    free: tuple[tuple[UUID, str], ...] = ()  # plan, its federation's name

    def item(self, item_id: UUID) -> ItemView | None:
        """The item of that id, None when no section has it."""
        return next((item for s in self.sections for item in s.items if item.id == item_id), None)

    def section_of(self, item_id: UUID) -> SectionView | None:
        """The section that an item stands in."""
        return next((s for s in self.sections if any(item.id == item_id for item in s.items)), None)


# -- reading -----------------------------------------------------------------------------------------------


def articles(snapshot: Snapshot, year: int) -> tuple[Listed, ...]:
    """The year's articles: plan articles before those on progress, then by period, part and headline."""
    held = sorted(
        snapshot.where(Article, year=year),
        key=lambda a: (
            list(ArticleKind).index(a.kind),
            a.period or "",
            _place(a.part),
            a.headline,
            str(a.id),
        ),
    )
    return tuple(Listed(article.id, article.kind, _label(article)) for article in held)


def view(snapshot: Snapshot, article_id: UUID) -> ArticleView | None:
    """An article as its page shows it; None when it is gone."""
    article = snapshot.get(Article, article_id)
    if article is None:
        return None
    sections, taken = [], set()
    told = _reported(snapshot, article)
    for place in snapshot.where(ArticleSection, article_id=article_id):
        plan = snapshot.get(Plan, place.plan_id)
        if plan is not None:
            taken.add(plan.id)
            themes = tuple(_theme_view(part, told) for part in parts(snapshot, place))
            room = (place.target_lines, place.target_mm, place.fit)
            owner = owner_of(snapshot, plan)
            sections.append(SectionView(place.id, plan.id, owner, place.choice, themes, *room))
    free = tuple(
        (plan.id, owner_of(snapshot, plan))
        for plan in year_plans(snapshot, article.year)
        if plan.id not in taken
    )
    return ArticleView(article, tuple(sections), free)


def year_plans(snapshot: Snapshot, year: int) -> tuple[Plan, ...]:
    """All plans of a year, in the order of their federations."""
    return tuple(
        plan
        for holder in federations(snapshot)
        for plan in snapshot.where(Plan, year=year, federation_id=holder.id)
    )


def concerns(change: ChangeSet) -> bool:
    """Whether a change may show in an article, also by what a measure of it counts."""
    return any(
        edit.kind in _SHOWN or rules_reading(edit.kind, edit.field if isinstance(edit, Change) else None)
        for edit in change.edits
    )


class Excerpt:
    """A snapshot of what an article is compiled from, grouped so that it can be compiled at each key."""

    def __init__(self, records: Iterable[Record], counted: Mapping[UUID, tuple[Count, ...]] = _NONE) -> None:
        """Take the records, and what those of their measures that count themselves come to."""
        self._records = {record.id: record for record in records}
        self._counted = counted
        self._by_kind: dict[type[Record], tuple[Record, ...]] = {}
        self._groups: dict[tuple[type[Record], str], dict[Scalar, list[Record]]] = {}

    def get(self, kind: type[R], record_id: UUID, /) -> R | None:
        """The record of that id, or None."""
        found = self._records.get(record_id)
        return found if isinstance(found, kind) else None

    def where(self, kind: type[R], /, **equal: Scalar) -> tuple[R, ...]:
        """The records whose fields equal the given values, in order."""
        found: Iterable[Record] = self._of(kind)
        for number, (name, value) in enumerate(equal.items()):
            if number == 0:
                found = self._group(kind, name).get(value, ())
            else:
                found = [record for record in found if getattr(record, name) == value]
        return tuple(record for record in found if isinstance(record, kind))

    def among(self, kind: type[R], name: str, values: Collection[Scalar], /) -> tuple[R, ...]:
        """The records of which a field holds one of the values."""
        return MemorySnapshot(self._of(kind)).among(kind, name, values)

    def numbers(
        self, kind: type[Record], by: tuple[str, ...], /, **among: Collection[Scalar]
    ) -> Mapping[tuple[Scalar, ...], int]:
        """How many records have each combination of values of some fields."""
        return MemorySnapshot(self._of(kind)).numbers(kind, by, **among)

    def counts(self, subject: UUID, /) -> tuple[Count, ...]:
        """What a measure or a part came to when the excerpt was made."""
        return self._counted.get(subject, ())

    def find(self, record_id: UUID) -> Record | None:
        """The record of that id, whatever it is."""
        return self._records.get(record_id)

    def with_draft(self, draft: Record) -> Excerpt:
        """With one record in place of the one of its id, or beside the others of its kind."""
        other = Excerpt((), self._counted)
        other._records = self._records | {draft.id: draft}
        kind = type(draft)
        other._by_kind = {k: held for k, held in self._by_kind.items() if k is not kind}
        other._groups = {key: held for key, held in self._groups.items() if key[0] is not kind}
        return other

    def _of(self, kind: type[Record]) -> tuple[Record, ...]:
        if kind not in self._by_kind:
            self._by_kind[kind] = in_order(r for r in self._records.values() if type(r) is kind)
        return self._by_kind[kind]

    def _group(self, kind: type[Record], name: str) -> dict[Scalar, list[Record]]:
        if (kind, name) not in self._groups:
            groups: dict[Scalar, list[Record]] = {}
            for record in self._of(kind):
                groups.setdefault(getattr(record, name), []).append(record)
            self._groups[kind, name] = groups
        return self._groups[kind, name]


def excerpt(snapshot: Snapshot, article_id: UUID) -> Excerpt:
    """All records that an article is compiled from."""
    found: list[Record] = [*snapshot.where(Federation), *snapshot.where(ArticleItem, article_id=article_id)]
    for place in snapshot.where(ArticleSection, article_id=article_id):
        found += [place, *(plan for plan in (snapshot.get(Plan, place.plan_id),) if plan)]
        found += snapshot.where(Passage, plan_id=place.plan_id)
        for theme in snapshot.where(Theme, plan_id=place.plan_id):
            found += [theme, *snapshot.where(PlanItem, theme_id=theme.id)]
    article = snapshot.get(Article, article_id)
    if article is not None and article.kind is ArticleKind.PROGRESS:
        items = {record.id for record in found if isinstance(record, PlanItem)}
        reports: list[Measure | Progress] = [*snapshot.where(Measure), *snapshot.where(Progress)]
        found += (held := [record for record in reports if record.item_id in items])
        if any(map(concerns_chambers, held)):
            found += [*snapshot.where(Chamber), *snapshot.where(MeasureChamber)]
    measures = (record for record in found if isinstance(record, Measure) and is_counted(record))
    return Excerpt(found, {measure.id: snapshot.counts(measure.id) for measure in measures})


def drafted(
    records: Excerpt, article: Article, texts: Mapping[str, str], entry: ArticleItem | None = None
) -> ArticleDocument:
    """The article with what stands in its editors: texts of its own fields, and an item's wording.

    `MoushiError` when it cannot be compiled.
    """
    typed: dict[str, Any] = {
        name: text if name == "lead" else one_paragraph(text) for name, text in texts.items()
    }
    return compile_article(records.with_draft(entry) if entry else records, replace(article, **typed))


@dataclass(frozen=True, slots=True)
class Part:
    """A theme of a section: its items in the order shown, those chosen, and the entries by item."""

    theme: Theme
    order: tuple[PlanItem, ...]
    chosen: frozenset[UUID]
    entries: Mapping[UUID, list[ArticleItem]]

    @property
    def printed(self) -> list[UUID]:
        """The chosen items in order."""
        return [item.id for item in self.order if item.id in self.chosen]


def parts(snapshot: Snapshot, place: ArticleSection) -> Iterator[Part]:
    """The themes of a section's plan, each with its items as the article chooses and orders them."""
    entries = entries_of(snapshot, place)
    for theme in snapshot.where(Theme, plan_id=place.plan_id):
        items = snapshot.where(PlanItem, theme_id=theme.id)
        if place.choice is Choice.ALL:
            yield Part(theme, items, frozenset(item.id for item in items), entries)
            continue
        of_theme = {item.id: item for item in items}
        order = [of_theme[item_id] for item_id in entries if item_id in of_theme]
        chosen = frozenset(item.id for item in order)
        for number, item in enumerate(items):  # what is left out stands after the item before it
            if item.id not in chosen:
                order.insert(order.index(items[number - 1]) + 1 if number else 0, item)
        yield Part(theme, tuple(order), chosen, entries)


def entries_of(snapshot: Snapshot, place: ArticleSection) -> dict[UUID, list[ArticleItem]]:
    """The article's entries for items of a section's plan, in order; the first for an item counts."""
    of_plan = {
        item.id
        for theme in snapshot.where(Theme, plan_id=place.plan_id)
        for item in snapshot.where(PlanItem, theme_id=theme.id)
    }
    found: dict[UUID, list[ArticleItem]] = {}
    for entry in snapshot.where(ArticleItem, article_id=place.article_id):
        if entry.item_id in of_plan:
            found.setdefault(entry.item_id, []).append(entry)
    return found


def _theme_view(part: Part, told: frozenset[UUID] | None) -> ThemeView:
    def shown(item: PlanItem) -> ItemView:
        entries = part.entries.get(item.id)
        wording = entries[0].wording if entries else None
        return ItemView(
            item.id,
            part.theme.id,
            item.short_title or item.text,
            item.text,
            wording,
            item.id in part.chosen,
            told is None or wording is not None or item.id in told,
        )

    return ThemeView(part.theme.id, part.theme.label or part.theme.lead, tuple(map(shown, part.order)))


def _reported(snapshot: Snapshot, article: Article) -> frozenset[UUID] | None:
    """The items of which a progress article's period has something to tell; None for a plan article."""
    if article.kind is not ArticleKind.PROGRESS:
        return None
    try:
        ends = parse_period(article.period or "").ends
    except MoushiError:
        return frozenset()
    now = [report for report in snapshot.where(Progress) if parse_period(report.period).ends == ends]
    told = {
        each.item_id
        for each in now
        if is_told(each, snapshot.get(Measure, each.measure_id) if each.measure_id else None)
    }
    for measure in filter(is_counted, snapshot.where(Measure)):
        if any(count.as_of == ends and count.value for count in snapshot.counts(measure.id)):
            told.add(measure.item_id)
    return frozenset(told)


def _label(article: Article) -> Message:
    headline = article.headline or choice_word(article.kind)
    marked = article.part and f"（{article.part}）" not in article.headline
    named = say("{headline} ({part})", headline=headline, part=article.part) if marked else None
    if article.kind is ArticleKind.PROGRESS and article.period:
        return say("{headline} · {period}", headline=named or headline, period=article.period)
    return named or say("{headline}", headline=headline)


def period_words(period: Period) -> str:
    """A period as the paper writes it: 2024年6月、2024年二季度、2024年."""
    match period.last - period.first:
        case 0:
            return f"{period.year}年{period.last}月"
        case 2:
            return f"{period.year}年{_QUARTERS[period.last // 3 - 1]}季度"
        case _:
            return f"{period.year}年"


def _place(part: str) -> int:
    return PARTS.index(part) if part in PARTS else -1


def owner_of(snapshot: Snapshot, plan: Plan) -> str:
    """The name of the federation whose plan it is."""
    holder = snapshot.get(Federation, plan.federation_id)
    return holder.name if holder else plan.heading

"""Which article, plans and period a person means, when a word or nothing is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from moushi.domain.period import Period, parse_period
from moushi.domain.records import (
    Article,
    ArticleSection,
    Federation,
    Plan,
    PlanItem,
    Progress,
    Theme,
    federation_id,
    normal_name,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError

_PARTS = "上中下"


@dataclass(frozen=True, slots=True)
class ArticleWish:
    """What a person says of the article: its id or the beginning of it, or its part (上, 中, 下)."""

    article: str | None = None
    part: str | None = None


def choose_article(snapshot: Snapshot, year: int, wish: ArticleWish) -> Article | None:
    """The article of that year that is meant; None when the year has none and none was named.

    `MoushiError` that lists them when several are there and none is named, or none is as named.
    """
    held = sorted(snapshot.where(Article, year=year), key=lambda a: (a.kind, _PARTS.find(a.part), str(a.id)))
    meant = [article for article in held if _is_meant(article, wish)]
    if len(meant) == 1:
        return meant[0]
    named = wish.article is not None or wish.part is not None
    if not held and not named:
        return None
    if not held:
        raise MoushiError("There is no article for {year}. Take one in, or leave out its name.", year=year)
    if not meant:
        raise MoushiError(
            "No article of {year} is the one you name. There are: {articles}.",
            year=year,
            articles=_listed(held),
        )
    raise MoushiError(
        "{year} has several articles: {articles}. Name one with --article ID or --part.",
        year=year,
        articles=_listed(meant),
    )


def _is_meant(article: Article, wish: ArticleWish) -> bool:
    if wish.article is not None and not str(article.id).startswith(wish.article.lower()):
        return False
    return wish.part is None or article.part == wish.part


def _listed(articles: Sequence[Article]) -> str:
    return "；".join(f"{a.id} {a.part} {a.headline}".replace("  ", " ") for a in articles)


def choose_plans(snapshot: Snapshot, year: int, federations: Sequence[str]) -> tuple[Plan, ...]:
    """The plans of that year, or those of the named federations in the order named.

    `MoushiError` when the year has no plan, or a named federation none.
    """
    plans = snapshot.where(Plan, year=year)
    if not plans:
        raise MoushiError("There is no plan for {year}. Take one in with: moushi import FILE", year=year)
    owners = {plan.federation_id: plan for plan in plans}
    if not federations:
        return tuple(sorted(plans, key=lambda plan: _owner_name(snapshot, plan)))
    found: list[Plan] = []
    for name in federations:
        plan = owners.get(_federation(snapshot, name))
        if plan is None:
            raise MoushiError(
                "“{name}” has no plan for {year}. Plans there are of: {names}.",
                name=name,
                year=year,
                names="、".join(_owner_name(snapshot, plan) for plan in plans),
            )
        found.append(plan)
    return tuple(found)


def article_plans(snapshot: Snapshot, article: Article) -> tuple[Plan, ...]:
    """The plans of an article's sections, in their order."""
    sections = snapshot.where(ArticleSection, article_id=article.id)
    found = (snapshot.get(Plan, section.plan_id) for section in sections)
    return tuple(plan for plan in found if plan is not None)


def _federation(snapshot: Snapshot, name: str) -> UUID:
    wanted = normal_name(name)
    for held in snapshot.where(Federation):
        if wanted in (normal_name(held.name), normal_name(held.short_name)):
            return held.id
    return federation_id(name)


def _owner_name(snapshot: Snapshot, plan: Plan) -> str:
    owner = snapshot.get(Federation, plan.federation_id)
    return owner.name if owner else plan.heading


def choose_period(snapshot: Snapshot, plans: Sequence[Plan], year: int, text: str | None) -> Period:
    """The period that is named, else the latest month of the year of which anything was reported."""
    if text is not None:
        period = parse_period(text)
        if period.year != year:
            raise MoushiError(
                "The period {period} is not in {year}. Name a period of that year, or another --year.",
                period=text,
                year=year,
            )
        return period
    reported = [
        parse_period(progress.period)
        for plan in plans
        for theme in snapshot.where(Theme, plan_id=plan.id)
        for item in snapshot.where(PlanItem, theme_id=theme.id)
        for progress in snapshot.where(Progress, item_id=item.id)
    ]
    last = max((period.last for period in reported if period.year == year), default=None)
    return Period(year, last, last) if last else Period(year, 1, 12)

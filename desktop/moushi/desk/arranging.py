"""Arranging an article: proposals that make one, choose, order and word what it prints, and take it out.

No plan is ever changed by them. How a section reads the article's entries: `desk.articles.parts`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal, Source
from moushi.desk.articles import entries_of, owner_of, parts, period_words
from moushi.desk.choosing import choose_period
from moushi.domain.kinds import ArticleKind, Choice
from moushi.domain.period import Period
from moushi.domain.rank import fitted, spread
from moushi.domain.record import R, Scalar
from moushi.domain.records import Article, ArticleItem, ArticleSection, Plan, PlanItem
from moushi.domain.snapshot import Snapshot, dependents
from moushi.errors import Message, MoushiError, say


def new_article(
    snapshot: Snapshot, year: int, kind: ArticleKind, plans: Sequence[Plan], article_id: UUID | None = None
) -> Proposal:
    """A new article with a section for each plan in the order given, printing all; its headline says what.

    A progress article tells the latest month of which anything was reported.
    """
    period = choose_period(snapshot, plans, year, None) if kind is ArticleKind.PROGRESS else None
    article = Article(
        id=article_id or uuid4(),
        year=year,
        kind=kind,
        period=str(period) if period else None,
        headline=_headline([owner_of(snapshot, plan) for plan in plans], year, period),
    )
    sections = (
        Insert(ArticleSection(id=uuid4(), article_id=article.id, plan_id=plan.id, rank=rank))
        for plan, rank in zip(plans, spread(len(plans)), strict=True)
    )
    return _proposal(say("New article: {headline}", headline=article.headline), Insert(article), *sections)


def delete_article(snapshot: Snapshot, article_id: UUID) -> Proposal:
    """Take an article out; plans, and the journal of what was sent, stay."""
    article = _article(snapshot, article_id)
    gone = (Delete(record) for record in (*dependents(snapshot, article), article))
    return _proposal(say("Deleted the article “{headline}”", headline=article.headline), *gone)


def add_section(snapshot: Snapshot, article_id: UUID, plan_id: UUID) -> Proposal:
    """A plan as the article's last section, all of its items printed; nothing when it has one already."""
    plan = _known(snapshot.get(Plan, plan_id))
    places = snapshot.where(ArticleSection, article_id=_article(snapshot, article_id).id)
    title = say("Added the section {federation}", federation=owner_of(snapshot, plan))
    if any(place.plan_id == plan_id for place in places):
        return _proposal(title)
    (rank,) = spread(1, places[-1].rank if places else None)
    section = ArticleSection(id=uuid4(), article_id=article_id, plan_id=plan_id, rank=rank)
    return _proposal(title, Insert(section))


def remove_section(snapshot: Snapshot, section_id: UUID) -> Proposal:
    """Take a section out of its article, with the choice and wording of its items."""
    place = _section(snapshot, section_id)
    title = say("Removed the section {federation}", federation=_owner(snapshot, place))
    again = [
        other
        for other in snapshot.where(ArticleSection, article_id=place.article_id)
        if other.plan_id == place.plan_id and other.id != section_id
    ]
    entries = [] if again else [e for group in entries_of(snapshot, place).values() for e in group]
    return _proposal(title, *map(Delete, (*entries, place)))


def set_target(snapshot: Snapshot, section_id: UUID, lines: int | None, mm: Decimal | None) -> Proposal:
    """What a section is to fill, in lines or in millimetres of its columns; neither: nothing any more."""
    place = _section(snapshot, section_id)
    owner = _owner(snapshot, place)
    new: dict[str, Scalar] = {"target_lines": lines, "target_mm": mm}
    if lines is None and mm is None:
        title = say("No target for {federation}", federation=owner)
        new["fit"] = False
    elif mm is not None:
        title = say("Target of {federation}: {depth} mm", federation=owner, depth=f"{mm:f}")
    else:
        title = say("Target of {federation}: {lines} lines", federation=owner, lines=lines)
    return _proposal(title, *_changed(place, new))


def set_fit(snapshot: Snapshot, section_id: UUID, *, fit: bool) -> Proposal:
    """Set a section to fill its target, or as it comes; without a target there is nothing to fill."""
    place = _section(snapshot, section_id)
    if fit and place.target_lines is None and place.target_mm is None:
        raise MoushiError("This section has no target to fill. Give it one first, such as 60行.")
    owner = _owner(snapshot, place)
    title = (
        say("{federation} is set to fill its target", federation=owner)
        if fit
        else say("{federation} is set as it comes", federation=owner)
    )
    return _proposal(title, *_changed(place, {"fit": fit}))


def move_section(snapshot: Snapshot, section_id: UUID, to: int) -> Proposal:
    """Put a section at a position among the article's, counted from 0."""
    place = _section(snapshot, section_id)
    others = [s for s in snapshot.where(ArticleSection, article_id=place.article_id) if s.id != section_id]
    others.insert(max(to, 0), place)
    title = say("Moved the section {federation}", federation=_owner(snapshot, place))
    return _proposal(title, *_ranked(others, fitted([section.rank for section in others])))


def choose_items(snapshot: Snapshot, section_id: UUID, items: Collection[UUID], *, printed: bool) -> Proposal:
    """Print items of a section, or leave them out; all printed in the plan's order again: the choice is off.

    The article's wording of an item that is left out goes with it.
    """
    place = _section(snapshot, section_id)
    wanted = {
        part.theme.id: [
            item.id for item in part.order if (printed if item.id in items else item.id in part.chosen)
        ]
        for part in parts(snapshot, place)
    }
    title = say("Chose the items of {federation}", federation=_owner(snapshot, place))
    return _proposal(title, *_arranged(snapshot, place, wanted))


def move_item(snapshot: Snapshot, section_id: UUID, item_id: UUID, to: int) -> Proposal:
    """Put a printed item at a position among those printed of its theme, counted from 0."""
    place = _section(snapshot, section_id)
    wanted = {part.theme.id: part.printed for part in parts(snapshot, place)}
    for order in wanted.values():
        if item_id in order:
            order.remove(item_id)
            order.insert(max(to, 0), item_id)
    title = say("Moved an item of {federation} in the article", federation=_owner(snapshot, place))
    return _proposal(title, *_arranged(snapshot, place, wanted))


def reword(snapshot: Snapshot, section_id: UUID, item_id: UUID, text: str | None) -> Proposal:
    """Word an item for the paper; nothing, or the plan's own words, takes the wording back.

    An item that was not printed is printed then.
    """
    place = _section(snapshot, section_id)
    item = _known(snapshot.get(PlanItem, item_id))
    wording = text if text and text.strip() and text != item.text else None
    title = say("Wording for the paper: {text}", text=wording or item.text)
    wanted = {part.theme.id: part.printed for part in parts(snapshot, place)}
    if not any(item_id in order for order in wanted.values()):
        if wording is None:
            return _proposal(title)
        wanted = {
            part.theme.id: [i.id for i in part.order if i.id == item_id or i.id in part.chosen]
            for part in parts(snapshot, place)
        }
    return _proposal(title, *_arranged(snapshot, place, wanted, {item_id: wording}))


def entry_for(snapshot: Snapshot, section_id: UUID, item_id: UUID) -> ArticleItem:
    """The article's entry for an item; one that is not stored yet when there is none."""
    place = _section(snapshot, section_id)
    held = entries_of(snapshot, place)
    if held.get(item_id):
        return held[item_id][0]
    last = max((entry.rank for group in held.values() for entry in group), default=None)
    return ArticleItem(id=uuid4(), article_id=place.article_id, item_id=item_id, rank=spread(1, last)[0])


def _arranged(
    snapshot: Snapshot,
    place: ArticleSection,
    wanted: Mapping[UUID, Sequence[UUID]],
    wordings: Mapping[UUID, str | None] | None = None,
) -> Iterator[Edit]:
    """The edits by which a section prints just the wanted items of each theme, in that order.

    Printing all in the plan's order needs no list; an entry is then kept only for its wording.
    """
    entries = entries_of(snapshot, place)
    whole = {t: [i.id for i in snapshot.where(PlanItem, theme_id=t)] for t in wanted}
    choice = Choice.ALL if all(list(wanted[t]) == whole[t] for t in wanted) else Choice.LISTED
    needed: list[ArticleItem] = []
    new: set[UUID] = set()
    for item_id in (item_id for order in wanted.values() for item_id in order):
        held = entries.get(item_id)
        entry = (
            held[0]
            if held
            else ArticleItem(id=uuid4(), article_id=place.article_id, item_id=item_id, rank="")
        )
        wording = (wordings or {}).get(item_id, entry.wording)
        if choice is Choice.LISTED or wording is not None:
            needed.append(replace(entry, wording=wording))
            if not held:
                new.add(entry.id)
    kept = {entry.id for entry in needed}
    stored = {entry.id: entry for group in entries.values() for entry in group}
    yield from (Delete(entry) for entry in stored.values() if entry.id not in kept)
    if choice is not place.choice:
        yield Change(ArticleSection, place.id, "choice", place.choice, choice)
    for entry, rank in zip(needed, fitted([entry.rank for entry in needed]), strict=True):
        if entry.id in new:
            yield Insert(replace(entry, rank=rank))
            continue
        before = stored[entry.id]
        if before.rank != rank:
            yield Change(ArticleItem, entry.id, "rank", before.rank, rank)
        if before.wording != entry.wording:
            yield Change(ArticleItem, entry.id, "wording", before.wording, entry.wording)


def _changed(place: ArticleSection, new: Mapping[str, Scalar]) -> Iterator[Edit]:
    for name, value in new.items():
        if getattr(place, name) != value:
            yield Change(ArticleSection, place.id, name, getattr(place, name), value)


def _ranked(sections: Iterable[ArticleSection], ranks: Iterable[str]) -> Iterator[Edit]:
    for section, rank in zip(sections, ranks, strict=True):
        if section.rank != rank:
            yield Change(ArticleSection, section.id, "rank", section.rank, rank)


def _headline(owners: Sequence[str], year: int, period: Period | None) -> str:
    """What a new article is called until a person calls it otherwise; the paper is Chinese."""
    who = owners[0] if len(owners) == 1 else "县、区工商联"
    return f"{who}{period_words(period)}工作进展" if period else f"{who}{year}年工作计划"


def _owner(snapshot: Snapshot, place: ArticleSection) -> str:
    plan = snapshot.get(Plan, place.plan_id)
    return owner_of(snapshot, plan) if plan else ""


def _article(snapshot: Snapshot, article_id: UUID) -> Article:
    return _known(snapshot.get(Article, article_id))


def _section(snapshot: Snapshot, section_id: UUID) -> ArticleSection:
    return _known(snapshot.get(ArticleSection, section_id))


def _known(record: R | None) -> R:
    if record is None:
        raise MoushiError("This is no longer there; it was deleted meanwhile. Go on with what is shown now.")
    return record


def _proposal(title: Message, *edits: Edit) -> Proposal:
    return Proposal(Source(""), title, edits)

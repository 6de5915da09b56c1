"""Where words stand in a manuscript come back: new items, themes, passages, items moved, paragraphs begun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from moushi.changes.model import Change, Edit, Finding, Insert, Severity
from moushi.compile.documents import ArticleDocument, Ref
from moushi.domain.kinds import ArticleKind, Choice, PassageKind
from moushi.domain.rank import spread
from moushi.domain.record import Record, natural_id
from moushi.domain.records import (
    KINDS,
    Article,
    ArticleItem,
    ArticleSection,
    Passage,
    Plan,
    PlanItem,
    Theme,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say
from moushi.intake.manuscript_text import NewText, Settled, is_closed
from moushi.intake.sections import sentences

Outcome = Edit | Finding


@dataclass(frozen=True, slots=True)
class Comparison:
    """A returned file beside what was exported and what the records hold.

    `began` are the fields that began a paragraph; `known` tells the real export from what would be so now.
    """

    snapshot: Snapshot
    document: ArticleDocument
    printed: Mapping[Ref, str]
    began: frozenset[Ref]
    settled: Settled
    export: str
    known: bool

    @property
    def article(self) -> Article | None:
        """The article of the records, if the file is one's export."""
        number = self.document.article_id
        return self.snapshot.get(Article, number) if number else None

    @property
    def new_lead(self) -> list[NewText]:
        """New paragraphs that belong to the article's lead."""
        return [new for new in self.settled.new if new.alone and self._in_lead(new)]

    def _in_lead(self, new: NewText) -> bool:
        if new.after is None or new.after.record != "Article" or not self.document.article_id:
            return False
        before_body = new.before is None or new.before.record != "Article" or new.before.field == "lead"
        return before_body and (new.after.field == "lead" or is_closed(new.text))

    def record(self, ref: Ref | None) -> Record | None:
        """The record that a field belongs to, of an article's wording its item; None if it is gone."""
        held = self.snapshot.get(KINDS[ref.record], ref.id) if ref else None
        return self.snapshot.get(PlanItem, held.item_id) if isinstance(held, ArticleItem) else held

    def block(self, ref: Ref | None) -> Passage | Theme | None:
        """The passage or theme that a field stands in."""
        held = self.record(ref)
        if isinstance(held, PlanItem):
            held = self.snapshot.get(Theme, held.theme_id)
        return held if isinstance(held, Passage | Theme) else None

    def plan(self, ref: Ref | None) -> Plan | None:
        """The plan that a field stands in."""
        held = self.block(ref) or self.record(ref)
        if isinstance(held, Passage | Theme):
            return self.snapshot.get(Plan, held.plan_id)
        return held if isinstance(held, Plan) else None

    def listing(self, theme: Theme | None) -> tuple[ArticleItem, ...] | None:
        """The article's list of items, if it prints only those of the theme's plan that it lists."""
        if self.article is None or theme is None:
            return None
        places = self.snapshot.where(ArticleSection, article_id=self.article.id, plan_id=theme.plan_id)
        if all(place.choice is Choice.ALL for place in places):
            return None
        return self.snapshot.where(ArticleItem, article_id=self.article.id)


@dataclass(slots=True)
class _Row:
    """A theme's items in the order of the file: records, or new words."""

    theme: Theme
    places: list[PlanItem | NewText] = field(default_factory=list)
    refs: dict[UUID, Ref] = field(default_factory=dict)


def placed(comparison: Comparison) -> Iterator[Outcome]:
    """New and moved words brought to their places in the plan; what has none is a finding that keeps it."""
    rows, blocks, strays = _rows(comparison)
    for row in rows.values():
        yield from _ordered(row, comparison)
        yield from _paragraphs(row, comparison)
    for anchor, news in blocks.items():
        yield from _new_blocks(anchor, news, comparison)
    yield from _moved_blocks(comparison)
    for new in strays:
        yield Finding(
            Severity.WARNING,
            new.where,
            say("The new text “{text}” has no place in the plan and was left out.", text=new.text),
            say("Enter it in the plan where it belongs."),
        )


def _rows(
    comparison: Comparison,
) -> tuple[dict[UUID, _Row], dict[Ref, list[NewText]], list[NewText]]:
    """The items of each theme in the order of the file, new paragraphs by the field before, and strays."""
    rows: dict[UUID, _Row] = {}
    blocks: dict[Ref, list[NewText]] = {}
    strays: list[NewText] = []
    theme: Theme | None = None
    lead = comparison.new_lead
    for thing in _in_order(comparison.settled):
        if isinstance(thing, NewText):
            of = _theme_of_new(thing, theme, comparison)
            if thing in lead:
                continue
            if of is not None:
                rows.setdefault(of.id, _Row(of)).places.append(thing)
            elif thing.alone and thing.after and _may_be_block(thing, comparison):
                blocks.setdefault(thing.after, []).append(thing)
            else:
                strays.append(thing)
            continue
        held = comparison.record(thing)
        if isinstance(held, PlanItem):
            own = comparison.snapshot.get(Theme, held.theme_id)
            theme = own if theme is None or thing in comparison.settled.first else theme
            if theme is not None:
                row = rows.setdefault(theme.id, _Row(theme))
                row.places.append(held)
                row.refs[held.id] = thing
        else:
            theme = held if isinstance(held, Theme) else None
    return rows, blocks, strays


def _in_order(settled: Settled) -> Iterator[Ref | NewText]:
    """The fields and the new words in the order of the file."""
    after: dict[Ref | None, list[NewText]] = {}
    for new in settled.new:
        after.setdefault(new.after, []).append(new)
    yield from after.get(None, ())
    for ref in settled.texts:
        yield ref
        yield from after.get(ref, ())


def _theme_of_new(new: NewText, theme: Theme | None, comparison: Comparison) -> Theme | None:
    """The theme whose item new words are, if they are one."""
    if comparison.document.kind is not ArticleKind.PLAN or not is_closed(new.text):
        return None
    before = comparison.record(new.before)
    following = comparison.block(new.before) if isinstance(before, PlanItem) else None
    if not new.alone:
        found = following if new.begins else theme
        return found if isinstance(found, Theme) else None
    held = comparison.record(new.after)
    begins_too = isinstance(held, PlanItem) and new.after in comparison.settled.first
    same = theme is not None and following is not None and following.id == theme.id
    return theme if same or (begins_too and theme is not None) else None


def _may_be_block(new: NewText, comparison: Comparison) -> bool:
    plan_article = comparison.document.kind is ArticleKind.PLAN
    return plan_article and is_closed(new.text) and comparison.plan(new.after) is not None


def _ordered(row: _Row, comparison: Comparison) -> Iterator[Edit]:
    """Ranks for a theme's new and moved items, between those that stayed."""
    kept = _stayed(row, comparison)
    there = comparison.snapshot.where(PlanItem, theme_id=row.theme.id)
    ranks = sorted(item.rank for item in there if item.id in kept or item.id not in row.refs)
    before: str | None = None
    waiting: dict[UUID, PlanItem | NewText] = {}
    for place in [*row.places, None]:
        if place is None or (isinstance(place, PlanItem) and place.id in kept):
            following = next((rank for rank in ranks if before is None or rank > before), None)
            for each, rank in zip(waiting.values(), spread(len(waiting), before, following), strict=True):
                yield from _placed(each, rank, row, comparison)
            waiting = {}
            before = place.rank if place else None
        elif isinstance(place, PlanItem):
            waiting[place.id] = place
        elif not _is_taken(place, row, comparison):
            waiting[_new_id(place, comparison, "PlanItem")] = place


def _stayed(row: _Row, comparison: Comparison) -> set[UUID]:
    """The theme's items that stand in the order in which they were printed."""
    order = {ref: number for number, ref in enumerate(comparison.printed)}
    own = [p for p in row.places if isinstance(p, PlanItem) and p.theme_id == row.theme.id]
    rising = _longest_rising([order[row.refs[item.id]] for item in own])
    return {own[number].id for number in rising}


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Positions of a longest rising selection of different numbers."""
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(numbers):
        length = bisect_left(ends, value)
        before.append(lasts[length - 1] if length else None)
        ends[length:] = [value] if length == len(ends) else [value, *ends[length + 1 :]]
        lasts[length:] = [place] if length == len(lasts) else [place, *lasts[length + 1 :]]
    chosen: list[int] = []
    at = lasts[-1] if lasts else None
    while at is not None:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]


def _is_taken(new: NewText, row: _Row, comparison: Comparison) -> bool:
    """Whether the theme holds the words already, or did take them from this file once."""
    there = comparison.snapshot.where(PlanItem, theme_id=row.theme.id)
    taken = comparison.snapshot.get(PlanItem, _new_id(new, comparison, "PlanItem"))
    return taken is not None or any(item.text == new.text for item in there)


def _new_id(new: NewText, comparison: Comparison, kind: str, part: int = 0) -> UUID:
    """The same id for the same new words of the same export, so that a file taken in twice adds nothing."""
    anchor = new.after.id if new.after else ""
    return natural_id(kind, "returned", comparison.export, anchor, new.text, part)


def _placed(place: PlanItem | NewText, rank: str, row: _Row, comparison: Comparison) -> Iterator[Edit]:
    if isinstance(place, PlanItem):
        if place.theme_id != row.theme.id:
            yield Change(PlanItem, place.id, "theme_id", place.theme_id, row.theme.id)
        yield Change(PlanItem, place.id, "rank", place.rank, rank)
        return
    number = _new_id(place, comparison, "PlanItem")
    begins = place.begins or place.alone
    yield Insert(
        PlanItem(id=number, theme_id=row.theme.id, rank=rank, text=place.text, begins_paragraph=begins)
    )
    yield from _listed(number, place.after, row.theme, comparison)


def _listed(item: UUID, after: Ref | None, theme: Theme, comparison: Comparison) -> Iterator[Edit]:
    """A place in the article's list of items, where it prints only those."""
    article, entries = comparison.article, comparison.listing(theme)
    if article is None or entries is None:
        return
    held = comparison.record(after)
    before = next((entry.rank for entry in entries if held and entry.item_id == held.id), None)
    following = next((entry.rank for entry in entries if before is None or entry.rank > before), None)
    (rank,) = spread(1, before, following)
    number = natural_id("ArticleItem", article.id, item)
    yield Insert(ArticleItem(id=number, article_id=article.id, item_id=item, rank=rank))


def _paragraphs(row: _Row, comparison: Comparison) -> Iterator[Edit]:
    """Items that begin a paragraph now and did not, or the other way round."""
    lead = Ref("Theme", row.theme.id, "lead") in comparison.settled.texts
    for number, place in enumerate(row.places):
        if not isinstance(place, PlanItem) or (number == 0 and not lead):
            continue  # before a theme's first words there is no break to be made
        ref = row.refs[place.id]
        begins = ref in comparison.settled.first
        if begins not in (ref in comparison.began, place.begins_paragraph):
            yield Change(PlanItem, place.id, "begins_paragraph", place.begins_paragraph, begins)


def _new_blocks(after: Ref, news: Sequence[NewText], comparison: Comparison) -> Iterator[Edit]:
    """New paragraphs as themes after a theme, as passages elsewhere."""
    plan = comparison.plan(after)
    assert plan is not None
    anchor = comparison.block(after)
    held: list[Passage | Theme] = [
        *comparison.snapshot.where(Passage, plan_id=plan.id),
        *comparison.snapshot.where(Theme, plan_id=plan.id),
    ]
    fresh = [new for new in news if not _is_block(new, held, comparison)]
    before = anchor.rank if anchor else None
    following = min((block.rank for block in held if before is None or block.rank > before), default=None)
    for new, rank in zip(fresh, spread(len(fresh), before, following), strict=True):
        if isinstance(anchor, Theme):
            yield from _new_theme(new, plan, rank, comparison)
        else:
            kind = anchor.kind if anchor and anchor.kind is not PassageKind.SPEECH else PassageKind.OPENING
            number = _new_id(new, comparison, "Passage")
            yield Insert(Passage(id=number, plan_id=plan.id, rank=rank, kind=kind, text=new.text))


def _is_block(new: NewText, held: Iterable[Passage | Theme], comparison: Comparison) -> bool:
    ids = {_new_id(new, comparison, kind) for kind in ("Passage", "Theme")}
    return any(block.id in ids or getattr(block, "text", "") == new.text for block in held)


def _new_theme(new: NewText, plan: Plan, rank: str, comparison: Comparison) -> Iterator[Edit]:
    pieces = [text for _, text in sentences(new.text)]
    leads = len(pieces) > 1 and pieces[0].endswith("。")
    number = _new_id(new, comparison, "Theme")
    yield Insert(Theme(id=number, plan_id=plan.id, rank=rank, lead=pieces[0] if leads else ""))
    items = pieces[1:] if leads else pieces
    for part, (text, key) in enumerate(zip(items, spread(len(items)), strict=True)):
        item = _new_id(new, comparison, "PlanItem", part)
        yield Insert(PlanItem(id=item, theme_id=number, rank=key, text=text))


def _moved_blocks(comparison: Comparison) -> Iterator[Finding]:
    """Themes and passages that stand elsewhere now, or lost their paragraph: said, not done."""
    order = {ref: number for number, ref in enumerate(comparison.printed)}
    refs = [ref for ref in comparison.settled.texts if ref.record in ("Theme", "Passage")]
    stayed = {refs[place] for place in _longest_rising([order[ref] for ref in refs])}
    for ref in refs:
        message: Message | None = None
        text = comparison.printed[ref]
        if ref not in stayed:
            message = say("The paragraph “{text}” stands in another place now.", text=text)
        elif ref in comparison.began and ref not in comparison.settled.first:
            message = say("The paragraph “{text}” was joined to the one before it.", text=text)
        if message is not None:
            action = say("Paragraphs are not moved by a returned file. Move it in the plan.")
            yield Finding(Severity.WARNING, comparison.settled.places[ref], message, action)

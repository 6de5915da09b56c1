"""A page as read becomes a proposal: only what differs from the records, every record once.

Plans are recognised by federation and year, articles by year, part and headline, themes and items by their
text; so the same page again proposes nothing, and a changed page only its changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from moushi.changes.model import (
    Change,
    Delete,
    Edit,
    Finding,
    Insert,
    Proposal,
    Severity,
    Source,
    changes_between,
)
from moushi.domain.kinds import ArticleKind, Level
from moushi.domain.rank import spread
from moushi.domain.record import Record
from moushi.domain.records import (
    Article,
    ArticleSection,
    Federation,
    ItemProgramme,
    ItemUnit,
    Milestone,
    Passage,
    Plan,
    PlanItem,
    Programme,
    Theme,
    federation_id,
    normal_name,
    plan_id,
    programme_id,
)
from moushi.domain.snapshot import Snapshot, dependents
from moushi.errors import say
from moushi.intake.marks import half_width_marks, with_full_width_marks
from moushi.intake.matching import align, likeness
from moushi.intake.programmes import KnownProgrammes, quoted_names
from moushi.intake.reading import ReadItem, ReadPage, ReadPassage, ReadSection, ReadTheme

UNKNOWN_FEDERATION = "（未定工商联）"


def propose(
    page: ReadPage, snapshot: Snapshot, source: Source, *, year: int, federation: str | None = None
) -> Proposal:
    """What taking in the page would change.

    `federation` names the plan's owner where the page does not tell; with several sections it is ignored.
    """
    draft = _Draft(snapshot, list(page.findings))
    plans = [draft.take_section(_named(section, page, federation, draft), year) for section in page.sections]
    if page.is_article:
        draft.take_article(page, year, plans)
    title = say("Took in {file}", file=source.name)
    findings = sorted(draft.findings, key=lambda finding: _place(finding.where))
    return Proposal(source, title, tuple(draft.edits), tuple(findings))


def _place(where: str) -> tuple[int, int]:
    line, _, column = where.partition(":")
    return (int(line), int(column)) if line.isdigit() and column.isdigit() else (0, 0)


def _named(section: ReadSection, page: ReadPage, federation: str | None, draft: _Draft) -> ReadSection:
    """The section with a federation: its own, else the one that the person named, else a place-holder."""
    if section.federation and (federation is None or len(page.sections) > 1):
        return section
    if federation is not None and len(page.sections) == 1:
        return replace(section, federation=federation)
    held = draft.snapshot.where(Federation)
    if len(held) == 1:
        return replace(section, federation=held[0].name)
    draft.findings.append(
        Finding(
            Severity.WARNING,
            section.where,
            say(
                "The text does not say whose plan this is; it is kept under “{name}”.",
                name=UNKNOWN_FEDERATION,
            ),
            say("Name the federation with --federation, or rename it afterwards."),
        )
    )
    return replace(section, federation=UNKNOWN_FEDERATION)


class _Draft:
    """The edits and findings of a proposal while they gather."""

    def __init__(self, snapshot: Snapshot, findings: list[Finding]) -> None:
        self.snapshot = snapshot
        self.edits: list[Edit] = []
        self.findings = findings
        self._programmes = KnownProgrammes(snapshot)
        self._plans: dict[UUID, Plan] = {}

    def take_section(self, section: ReadSection, year: int) -> Plan:
        """Bring a section into its plan; returns the plan as it will be."""
        owner = self._federation(section.federation)
        number = plan_id(owner, year)
        held = self.snapshot.get(Plan, number)
        if held is None and number not in self._plans:
            plan = Plan(
                id=number, federation_id=owner, year=year, heading=section.heading, slogan=section.slogan
            )
            self._put(plan)
        else:
            before = self._plans.get(number) or held
            assert before is not None
            plan = replace(
                before, heading=section.heading or before.heading, slogan=section.slogan or before.slogan
            )
            if number not in self._plans:
                self._change(before, plan)
        self._plans[number] = plan
        self._check_text(plan, "slogan", plan.slogan, section.where)
        self._take_blocks(plan, section)
        return plan

    def take_article(self, page: ReadPage, year: int, plans: Sequence[Plan]) -> None:
        """Bring title block and lead into the article, and the plans into its sections."""
        held = self._article(page, year, plans)
        said = {
            name: value
            for name in ("kicker", "headline", "byline", "lead", "part")
            if (value := getattr(page, name)) or held is None
        }
        if held is None:
            article = Article(id=uuid4(), year=year, kind=ArticleKind.PLAN, **said)
            self._put(article)
        else:
            article = replace(held, **said)
            self._change(held, article)
        for name in ("headline", "lead"):
            self._check_text(article, name, getattr(article, name), "1:1")
        sections = self.snapshot.where(ArticleSection, article_id=article.id)
        placed = {section.plan_id for section in sections}
        last = sections[-1].rank if sections else None
        missing = [plan for plan in dict.fromkeys(plans) if plan.id not in placed]
        for plan, rank in zip(missing, spread(len(missing), last), strict=True):
            self._put(ArticleSection(id=uuid4(), article_id=article.id, plan_id=plan.id, rank=rank))

    def _article(self, page: ReadPage, year: int, plans: Sequence[Plan]) -> Article | None:
        """The article of the records that this page is, or None."""
        numbers = {plan.id for plan in plans}
        for article in self.snapshot.where(Article, year=year, kind=ArticleKind.PLAN):
            same_headline = bool(page.headline) and article.headline == page.headline
            sections = self.snapshot.where(ArticleSection, article_id=article.id)
            shares = any(section.plan_id in numbers for section in sections)
            alike = not page.headline or likeness(article.headline, page.headline) > 0
            if same_headline or (article.part == page.part and shares and alike):
                return article
        return None

    def _federation(self, name: str) -> UUID:
        number = federation_id(name)
        for held in self.snapshot.where(Federation):
            if normal_name(name) in (normal_name(held.name), normal_name(held.short_name)):
                return held.id
        inserted = any(isinstance(edit, Insert) and edit.id == number for edit in self.edits)
        if self.snapshot.get(Federation, number) is None and not inserted:
            place = name.split("工商", maxsplit=1)[0].split("总商会", maxsplit=1)[0]
            level = Level.DISTRICT if place.endswith("区") else Level.COUNTY
            level = Level.CITY if place.endswith("市") else level
            self._put(Federation(id=number, name=name, short_name=place, level=level))
        return number

    def _take_blocks(self, plan: Plan, section: ReadSection) -> None:
        """Match the section's blocks with the plan's passages and themes, by their texts and in order."""
        held: list[Passage | Theme] = sorted(
            [
                *self.snapshot.where(Passage, plan_id=plan.id),
                *self.snapshot.where(Theme, plan_id=plan.id),
            ],
            key=lambda block: (block.rank, str(block.id)),
        )
        pairs = align([self._block_text(block) for block in held], [_read_text(b) for b in section.blocks])
        # a speech does not become a theme: such a pair is one gone and one added
        pairs = [part for pair in pairs for part in _apart(pair, held, section.blocks)]
        ranks = _ranks([None if old is None else held[old].rank for old, new in pairs if new is not None])
        gone = [held[old] for old, new in pairs if new is None and old is not None]
        kept = [(old, new) for old, new in pairs if new is not None]
        items: dict[int, tuple[UUID, ReadTheme]] = {}
        for (old, new), rank in zip(kept, ranks, strict=True):
            block = section.blocks[new]
            before = None if old is None else held[old]
            number = before.id if before else uuid4()
            if isinstance(block, ReadPassage):
                self._put_or_change(before, _passage(block, number, plan.id, rank), block.where, "text")
            else:
                label = block.label or (before.label if isinstance(before, Theme) else "")
                theme = Theme(id=number, plan_id=plan.id, rank=rank, lead=block.lead, label=label)
                self._put_or_change(before, theme, block.where, "lead")
                items[new] = (number, block)
        themes = [block for block in held if isinstance(block, Theme)]
        self._take_items(themes, list(items.values()))
        for left in gone:
            self._remove(left)

    def _block_text(self, block: Passage | Theme) -> str:
        if isinstance(block, Passage):
            return block.text
        return block.lead + "".join(i.text for i in self.snapshot.where(PlanItem, theme_id=block.id))

    def _take_items(self, held_themes: Sequence[Theme], read: Sequence[tuple[UUID, ReadTheme]]) -> None:
        """Match items within their themes first, then an equal text wherever it went."""
        held = {t.id: list(self.snapshot.where(PlanItem, theme_id=t.id)) for t in held_themes}
        elsewhere: dict[str, list[PlanItem]] = {}
        plans: list[tuple[UUID, ReadTheme, list[tuple[int | None, int | None]]]] = []
        for theme, block in read:
            olds = held.pop(theme, [])
            pairs = align([item.text for item in olds], [item.text for item in block.items])
            plans.append((theme, block, pairs))
            for old, new in pairs:
                if new is None and old is not None:
                    elsewhere.setdefault(olds[old].text, []).append(olds[old])
        for olds in held.values():
            for moved in olds:
                elsewhere.setdefault(moved.text, []).append(moved)
        for theme, block, pairs in plans:
            olds = list(self.snapshot.where(PlanItem, theme_id=theme))
            kept = [(old, new) for old, new in pairs if new is not None]
            ranks = _ranks([None if old is None else olds[old].rank for old, _ in kept])
            for (old, new), rank in zip(kept, ranks, strict=True):
                item = block.items[new]
                before = olds[old] if old is not None else next(iter(elsewhere.get(item.text, [])), None)
                if old is None and before is not None:
                    elsewhere[item.text].remove(before)
                self._take_item(before, item, theme, rank)
        for gone in elsewhere.values():
            for left in gone:
                self._remove(left)

    def _take_item(self, before: PlanItem | None, item: ReadItem, theme: UUID, rank: str) -> None:
        record = PlanItem(
            id=before.id if before else uuid4(),
            theme_id=theme,
            rank=rank,
            text=item.text,
            begins_paragraph=item.begins_paragraph,
        )
        if before is not None:
            record = replace(before, theme_id=theme, rank=rank, text=item.text)
            record = replace(record, begins_paragraph=item.begins_paragraph)
        for name in ("short_title", "responsible", "leader", "due_on"):
            if said := getattr(item, name):
                record = replace(record, **{name: said})
        self._put_or_change(before, record, item.where, "text")
        self._take_units(record.id, item)
        self._take_milestones(record.id, item)
        self._take_programmes(record.id, item.text)

    def _take_units(self, item_id: UUID, item: ReadItem) -> None:
        if not item.units:
            return
        held = self.snapshot.where(ItemUnit, item_id=item_id)
        if tuple(unit.name for unit in held) == item.units:
            return
        for unit in held:
            self._remove(unit)
        for name, rank in zip(item.units, spread(len(item.units)), strict=True):
            self._put(ItemUnit(id=uuid4(), item_id=item_id, rank=rank, name=name))

    def _take_milestones(self, item_id: UUID, item: ReadItem) -> None:
        held = self.snapshot.where(Milestone, item_id=item_id)
        if not item.milestones or tuple((step.text, step.due_on) for step in held) == item.milestones:
            return
        for step in held:
            self._remove(step)
        for (text, due_on), rank in zip(item.milestones, spread(len(item.milestones)), strict=True):
            self._put(Milestone(id=uuid4(), item_id=item_id, rank=rank, text=text, due_on=due_on))

    def _take_programmes(self, item_id: UUID, text: str) -> None:
        for name in quoted_names(text):
            if self._programmes.find(name) is None:
                programme = Programme(id=programme_id(name), name=name)
                self._programmes.add(programme)
                self._put(programme)
        served = {link.programme_id for link in self.snapshot.where(ItemProgramme, item_id=item_id)}
        for programme in self._programmes.in_text(text):
            if programme.id not in served:
                self._put(ItemProgramme(id=uuid4(), item_id=item_id, programme_id=programme.id))

    def _put(self, record: Record) -> None:
        self.edits.append(Insert(record))

    def _change(self, before: Record, after: Record) -> None:
        self.edits.extend(changes_between(before, after))

    def _put_or_change(self, before: Record | None, after: Record, where: str, text_field: str) -> None:
        if before is None:
            self._put(after)
        else:
            self._change(before, after)
        self._check_text(after, text_field, getattr(after, text_field), where)

    def _remove(self, record: Record) -> None:
        """Delete a record and, before it, all that hang on it; what moves elsewhere is not deleted."""
        moved = {e.id for e in self.edits if isinstance(e, Change)}
        gone = {e.id for e in self.edits if isinstance(e, Delete)}
        hanging = [*dependents(self.snapshot, record), record]
        moved_items = {one.id for one in hanging if one.id in moved}
        for one in hanging:
            belongs_to_moved = getattr(one, "item_id", None) in moved_items
            if one.id not in gone and one.id not in moved and not belongs_to_moved:
                self.edits.append(Delete(one))

    def _check_text(self, record: Record, field: str, text: str, where: str) -> None:
        """Offer to mend half-width marks; nothing is mended unasked."""
        places = half_width_marks(text)
        if not places:
            return
        mended = with_full_width_marks(text)
        self.findings.append(
            Finding(
                Severity.HINT,
                where,
                say(
                    "{count} half-width marks in Chinese text, the first after “{before}”.",
                    count=len(places),
                    before=text[max(0, places[0] - 8) : places[0]],
                ),
                say("Accept the suggested mend to print: {mended}", mended=mended),
                (Change(type(record), record.id, field, text, mended),),
            )
        )


def _passage(block: ReadPassage, number: UUID, plan: UUID, rank: str) -> Passage:
    return Passage(
        id=number,
        plan_id=plan,
        rank=rank,
        kind=block.kind,
        text=block.text,
        speaker_unit=block.speaker_unit,
        speaker_post=block.speaker_post,
        speaker_name=block.speaker_name,
    )


def _read_text(block: ReadPassage | ReadTheme) -> str:
    if isinstance(block, ReadPassage):
        return block.text
    return block.lead + "".join(item.text for item in block.items)


def _apart(
    pair: tuple[int | None, int | None],
    held: Sequence[Passage | Theme],
    blocks: Sequence[ReadPassage | ReadTheme],
) -> list[tuple[int | None, int | None]]:
    old, new = pair
    if old is None or new is None:
        return [pair]
    same = isinstance(held[old], Passage) == isinstance(blocks[new], ReadPassage)
    return [pair] if same else [(old, None), (None, new)]


def _ranks(held: Sequence[str | None]) -> list[str]:
    """Position keys in rising order: those held stay where they can, the others are fitted in between."""
    keep = _longest_rising([rank or "" for rank in held])
    ranks: list[str] = []
    position = 0
    before: str | None = None
    while position < len(held):
        end = position
        while end < len(held) and end not in keep:
            end += 1
        after = held[end] if end < len(held) else None
        ranks.extend(spread(end - position, before, after))
        if end < len(held):
            assert after is not None
            ranks.append(after)
            before = after
        position = end + 1
    return ranks


def _longest_rising(ranks: Sequence[str]) -> set[int]:
    """Positions of a longest strictly rising selection of the keys that are not empty."""
    best: list[tuple[int, int | None]] = []
    for here, rank in enumerate(ranks):
        length, previous = 1, None
        for there in range(here):
            if ranks[there] and ranks[there] < rank and best[there][0] >= length:
                length, previous = best[there][0] + 1, there
        best.append((length if rank else 0, previous))
    chosen: set[int] = set()
    at = max(range(len(ranks)), key=lambda n: best[n][0], default=None)
    while at is not None and ranks[at]:
        chosen.add(at)
        at = best[at][1]
    return chosen

"""A page as read becomes a proposal: only what differs from the records, every record once.

Plans are recognised by federation and year, articles by year, part and headline, themes and items by their
text; so the same page again proposes nothing, and a changed page only its changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from uuid import UUID, uuid4

from moushi.changes.model import (
    Finding,
    Proposal,
    Severity,
    Source,
)
from moushi.domain.kinds import ArticleKind
from moushi.domain.rank import fitted, spread
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
    plan_id,
    programme_id,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.intake.drafting import Draft
from moushi.intake.matching import align, likeness, match_blocks
from moushi.intake.owners import federation_named, owned_sections
from moushi.intake.programmes import KnownProgrammes, quoted_names
from moushi.intake.reading import ReadItem, ReadPage, ReadPassage, ReadSection, ReadTheme


def propose(
    page: ReadPage, snapshot: Snapshot, source: Source, *, year: int, federation: str | None = None
) -> Proposal:
    """What taking in the page would change.

    `federation` names the plan's owner where the page does not tell; with several sections it is ignored.
    """
    draft = _PageDraft(snapshot, list(page.findings))
    sections, unowned = owned_sections(page, snapshot, federation)
    draft.findings.extend(unowned)
    draft.take_programmes(sections)
    plans = [draft.take_section(section, year) for section in sections]
    if not sections:
        draft.findings.append(_no_plan(page))
    elif page.is_article:
        draft.take_article(page, year, plans)
    title = say("Took in {file}", file=source.name)
    findings = sorted(draft.findings, key=lambda finding: _place(finding.where))
    return Proposal(source, title, tuple(draft.edits), tuple(findings))


def _no_plan(page: ReadPage) -> Finding:
    words = " ".join(filter(None, (page.kicker, page.headline, page.byline, page.lead)))
    return Finding(
        Severity.ERROR,
        "1:1",
        say("No plan is in this text, only “{words}”.", words=words),
        say("Check that it is the right file and the whole text."),
    )


def _place(where: str) -> tuple[int, int]:
    line, _, column = where.partition(":")
    return (int(line), int(column)) if line.isdigit() and column.isdigit() else (0, 0)


class _PageDraft(Draft):
    """A page's edits and findings while they gather."""

    def __init__(self, snapshot: Snapshot, findings: list[Finding]) -> None:
        super().__init__(snapshot, findings)
        self._programmes = KnownProgrammes(snapshot)

    def take_programmes(self, sections: Sequence[ReadSection]) -> None:
        """Put the programmes that leads and items name and the records do not know, once each."""
        themes = [block for section in sections for block in section.blocks if isinstance(block, ReadTheme)]
        texts = [text for theme in themes for text in (theme.lead, *(item.text for item in theme.items))]
        for name in chain.from_iterable(map(quoted_names, texts)):
            if self._programmes.find(name) is None:
                programme = Programme(id=programme_id(name), name=name)
                self._programmes.add(programme)
                self.put(programme)

    def take_section(self, section: ReadSection, year: int) -> Plan:
        """Bring a section into its plan; returns the plan as it will be."""
        owner = self._federation(section.federation)
        number = plan_id(owner, year)
        held = self.snapshot.get(Plan, number)
        if held is None:
            plan = Plan(
                id=number, federation_id=owner, year=year, heading=section.heading, slogan=section.slogan
            )
            self.put(plan)
        else:
            plan = replace(
                held, heading=section.heading or held.heading, slogan=section.slogan or held.slogan
            )
            self.change(held, plan)
        self.check_text(plan, "slogan", plan.slogan, section.where)
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
            self.put(article)
        else:
            article = replace(held, **said)
            self.change(held, article)
        for name in ("headline", "lead"):
            self.check_text(article, name, getattr(article, name), "1:1")
        sections = self.snapshot.where(ArticleSection, article_id=article.id)
        placed = {section.plan_id for section in sections}
        last = sections[-1].rank if sections else None
        missing = [plan for plan in dict.fromkeys(plans) if plan.id not in placed]
        for plan, rank in zip(missing, spread(len(missing), last), strict=True):
            self.put(ArticleSection(id=uuid4(), article_id=article.id, plan_id=plan.id, rank=rank))

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
        federation = federation_named(name, self.snapshot)
        if self.snapshot.get(Federation, federation.id) is None and federation.id not in self.touched:
            self.put(federation)
        return federation.id

    def _take_blocks(self, plan: Plan, section: ReadSection) -> None:
        """Match the section's blocks with the plan's passages and themes, by their texts and in order."""
        held: list[Passage | Theme] = sorted(
            [
                *self.snapshot.where(Passage, plan_id=plan.id),
                *self.snapshot.where(Theme, plan_id=plan.id),
            ],
            key=lambda block: (block.rank, str(block.id)),
        )
        before_texts = [self._block_text(block) for block in held]
        after_texts = [_read_text(block) for block in section.blocks]
        heads = [_head(*pair) for pair in zip(held, before_texts, strict=True)]
        new_heads = [_head(*pair) for pair in zip(section.blocks, after_texts, strict=True)]
        pairs = match_blocks(before_texts, after_texts, heads, new_heads)
        # a speech does not become a theme: such a pair is one gone and one added
        pairs = [part for pair in pairs for part in _apart(pair, held, section.blocks)]
        gone = [held[old] for old, new in pairs if new is None and old is not None]
        adds_only = self._is_another_text(held, gone, section, plan)
        if adds_only:
            gone = []
        placed = [pair for pair in pairs if adds_only or pair[1] is not None]
        ranks = fitted([None if old is None else held[old].rank for old, _ in placed])
        items: dict[int, tuple[UUID, ReadTheme]] = {}
        for (old, new), rank in zip(placed, ranks, strict=True):
            if new is None:
                continue
            block = section.blocks[new]
            before = None if old is None else held[old]
            number = before.id if before else uuid4()
            if isinstance(block, ReadPassage):
                self.put_or_change(before, _passage(block, number, plan.id, rank), block.where, "text")
            else:
                label = block.label or (before.label if isinstance(before, Theme) else "")
                theme = Theme(id=number, plan_id=plan.id, rank=rank, lead=block.lead, label=label)
                self.put_or_change(before, theme, block.where, "lead")
                items[new] = (number, block)
        themes = [block for block in held if isinstance(block, Theme)]
        self._take_items(themes, list(items.values()), adds_only=adds_only)
        for left in gone:
            self.remove(left)

    def _is_another_text(
        self,
        held: Sequence[Passage | Theme],
        gone: Sequence[Passage | Theme],
        section: ReadSection,
        plan: Plan,
    ) -> bool:
        """Whether less than half of the plan is in the section: then it adds, and takes nothing away."""
        letters = sum(len(self._block_text(block)) for block in held)
        missing = sum(len(self._block_text(block)) for block in gone)
        if missing * 2 <= letters:
            return False
        self.findings.append(
            Finding(
                Severity.WARNING,
                section.where,
                say(
                    "There is a plan of “{name}” for {year} already, and little of it is in this text. "
                    "The text is added to it; nothing of the plan is taken away.",
                    name=section.federation,
                    year=plan.year,
                ),
                say("If it is a plan of its own, take it in with another --year or --federation."),
            )
        )
        return True

    def _block_text(self, block: Passage | Theme) -> str:
        if isinstance(block, Passage):
            return block.text
        return block.lead + "".join(i.text for i in self.snapshot.where(PlanItem, theme_id=block.id))

    def _take_items(
        self, held_themes: Sequence[Theme], read: Sequence[tuple[UUID, ReadTheme]], *, adds_only: bool
    ) -> None:
        """Match items within their themes first, then an equal text wherever it went."""
        held = {t.id: list(self.snapshot.where(PlanItem, theme_id=t.id)) for t in held_themes}
        matched = [
            (theme, block, align([i.text for i in held.get(theme, [])], [i.text for i in block.items]))
            for theme, block in read
        ]
        paired = {
            held[theme][old].id
            for theme, _, pairs in matched
            for old, new in pairs
            if old is not None and new is not None
        }
        left = [item for items in held.values() for item in items if item.id not in paired]
        for theme, block, pairs in matched:
            olds = held.get(theme, [])
            placed = [pair for pair in pairs if adds_only or pair[1] is not None]
            ranks = fitted([None if old is None else olds[old].rank for old, _ in placed])
            for (old, new), rank in zip(placed, ranks, strict=True):
                if new is None:
                    continue
                item = block.items[new]
                before = next((i for i in left if i.text == item.text), None) if old is None else olds[old]
                left = [other for other in left if other is not before]
                self._take_item(before, item, theme, rank)
        for gone in [] if adds_only else left:
            self.remove(gone)

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
        self.put_or_change(before, record, item.where, "text")
        self._take_units(record.id, item)
        self._take_milestones(record.id, item)
        self._link_programmes(record.id, item.text)

    def _take_units(self, item_id: UUID, item: ReadItem) -> None:
        if not item.units:
            return
        held = self.snapshot.where(ItemUnit, item_id=item_id)
        if tuple(unit.name for unit in held) == item.units:
            return
        for unit in held:
            self.remove(unit)
        for name, rank in zip(item.units, spread(len(item.units)), strict=True):
            self.put(ItemUnit(id=uuid4(), item_id=item_id, rank=rank, name=name))

    def _take_milestones(self, item_id: UUID, item: ReadItem) -> None:
        held = self.snapshot.where(Milestone, item_id=item_id)
        if not item.milestones or tuple((step.text, step.due_on) for step in held) == item.milestones:
            return
        for step in held:
            self.remove(step)
        for (text, due_on), rank in zip(item.milestones, spread(len(item.milestones)), strict=True):
            self.put(Milestone(id=uuid4(), item_id=item_id, rank=rank, text=text, due_on=due_on))

    def _link_programmes(self, item_id: UUID, text: str) -> None:
        served = {link.programme_id for link in self.snapshot.where(ItemProgramme, item_id=item_id)}
        for programme in self._programmes.in_text(text):
            if programme.id not in served:
                self.put(ItemProgramme(id=uuid4(), item_id=item_id, programme_id=programme.id))


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


def _head(block: Passage | Theme | ReadPassage | ReadTheme, text: str) -> str:
    """What a block is known by: a theme's lead if it has one, else its whole text."""
    return text if isinstance(block, Passage | ReadPassage) else block.lead or text


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

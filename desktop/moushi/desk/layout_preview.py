"""What a layout is looked at with: an article of the store, else the plans of the year, else the sample."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from moushi import paths
from moushi.changes.model import Insert, Source
from moushi.compile.article import compile_article, compile_plans
from moushi.compile.documents import ArticleDocument
from moushi.domain.records import Article, Plan
from moushi.domain.snapshot import MemorySnapshot, Snapshot
from moushi.errors import Message, MoushiError, say

_YEAR = 2024  # of the sample


@dataclass(frozen=True, slots=True)
class Looked:
    """A document, and what it is."""

    document: ArticleDocument
    caption: Message


def looked_at(snapshot: Snapshot, year: int, article_id: UUID | None = None) -> Looked:
    """The article of that id, else the year's first that can be compiled, else plans, else the sample."""
    wanted = snapshot.get(Article, article_id) if article_id else None
    for article in (*([wanted] if wanted else []), *snapshot.where(Article, year=year)):
        try:
            document = compile_article(snapshot, article)
        except MoushiError:  # nothing was reported for its period
            continue
        if document.sections:
            return Looked(document, say("Article: {headline}", headline=article.headline or year))
    plans = snapshot.where(Plan, year=year)
    if plans:
        document = compile_plans(snapshot, plans, year)
        if any(section.paragraphs for section in document.sections):
            return Looked(document, say("The plans of {year}", year=year))
    return Looked(sample_document(), say("Sample text"))


@cache
def sample_document() -> ArticleDocument:
    """The sample article, read from its page as a person's would be."""
    from moushi.intake.page import read_text_page  # loads the intake
    from moushi.intake.proposing import propose

    page = read_text_page((paths.resources() / "sample" / "article.txt").read_text("utf-8"))
    proposal = propose(page, MemorySnapshot(()), Source(""), year=_YEAR)
    held = MemorySnapshot(tuple(edit.record for edit in proposal.edits if isinstance(edit, Insert)))
    return compile_article(held, held.where(Article)[0])

"""Proofs of documents made for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from moushi.compile.documents import (
    ArticleDocument,
    Paragraph,
    ParagraphRole,
    Ref,
    Run,
    RunRole,
    Section,
)
from moushi.compile.setting import set_article
from moushi.errors import Message
from moushi.output.proof.faces import measuring
from moushi.output.proof.pdf import article_pdf
from moushi.typeset.layout import Layout
from moushi.typeset.pages import Pages
from output.word.samples import NOW, layout_of, page


def set_in(document: ArticleDocument, layout: Layout) -> Pages:
    return set_article(document, layout, measuring(layout))


def proof_of(document: ArticleDocument, layout: str | Layout = "zhoushan") -> tuple[bytes, list[Message]]:
    chosen = layout_of(layout) if isinstance(layout, str) else layout
    return article_pdf(document, set_in(document, chosen), now=NOW)


def printed(document: ArticleDocument) -> Iterator[str]:
    """The article's paragraphs in reading order."""
    yield from (run.text for run in (document.kicker, document.headline, document.byline) if run)
    yield from (paragraph.text for paragraph in document.lead)
    for section in document.sections:
        yield from (run.text for run in (section.heading, section.slogan) if run)
        yield from (paragraph.text for paragraph in section.paragraphs)


def article_of(sections: Sequence[Sequence[str]], lead: str = "") -> ArticleDocument:
    """An article whose sections have these paragraphs; the first of each section is a theme's lead."""
    made = []
    for number, texts in enumerate(sections, 1):
        plan = UUID(int=number << 64)
        paragraphs = [
            Paragraph(
                ParagraphRole.THEME,
                (
                    Run(
                        text,
                        RunRole.ITEM if place else RunRole.THEME_LEAD,
                        Ref("Theme", UUID(int=plan.int + place), "lead"),
                    ),
                ),
            )
            for place, text in enumerate(texts)
        ]
        made.append(Section(f"第{number}县", plan, None, None, tuple(paragraphs)))
    leads = (Paragraph(ParagraphRole.LEAD, (Run(lead),)),) if lead else ()
    return replace(page(), kicker=None, headline=None, byline=None, lead=leads, sections=tuple(made))

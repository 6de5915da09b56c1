"""Compiled articles as what the typesetter sets; the marks of its spans are the `Ref`s of the words."""

from __future__ import annotations

from collections.abc import Iterable

from moushi.compile.documents import ArticleDocument, Paragraph, Run, RunRole, Section
from moushi.typeset.layout import Layout
from moushi.typeset.pages import Block, Copy, Measuring, Pages, Span, plain_measuring, set_pages


def set_article(document: ArticleDocument, layout: Layout, measuring: Measuring = plain_measuring) -> Pages:
    """The article on its sheets."""
    return set_pages(title_copies(document), [*map(block_of, document.sections)], layout, measuring)


def title_copies(document: ArticleDocument) -> list[Copy]:
    """Kicker, headline, byline and the lead's paragraphs, as far as there are any."""
    heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
    return [
        *(_copy(role, (run,)) for role, run in heads if run),
        *(_copy("lead", paragraph.runs) for paragraph in document.lead),
    ]


def block_of(section: Section) -> Block:
    """A section's headings and paragraphs."""
    heads = (("section_heading", section.heading), ("section_slogan", section.slogan))
    return Block(
        tuple(_copy(role, (run,)) for role, run in heads if run),
        tuple(_paragraph(paragraph) for paragraph in section.paragraphs),
    )


def _paragraph(paragraph: Paragraph) -> Copy:
    return _copy("body", paragraph.runs)


def _copy(role: str, runs: Iterable[Run]) -> Copy:
    return Copy(
        role,
        tuple(
            Span(run.text, run.ref, "theme_lead" if run.role is RunRole.THEME_LEAD else "") for run in runs
        ),
    )

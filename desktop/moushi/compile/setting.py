"""Compiled articles as what the typesetter sets; the marks of its spans are the `Ref`s of the words."""

from __future__ import annotations

from collections.abc import Iterable

from moushi.compile.documents import ArticleDocument, Paragraph, Run, RunRole, Section
from moushi.typeset.fitting import broken_to
from moushi.typeset.layout import POINTS_PER_MM, Layout
from moushi.typeset.lines import Line, compose
from moushi.typeset.pages import Block, Pages, set_pages
from moushi.typeset.setting import Copy, Measuring, Span, plain_measuring

_SCANT_MM = 0.5


def set_article(document: ArticleDocument, layout: Layout, measuring: Measuring = plain_measuring) -> Pages:
    """The article on its sheets."""
    blocks = [block_of(section, layout) for section in document.sections]
    return set_pages(title_copies(document), blocks, layout, measuring)


def title_copies(document: ArticleDocument) -> list[Copy]:
    """Kicker, headline, byline and the lead's paragraphs, as far as there are any."""
    heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
    return [
        *(_copy(role, (run,)) for role, run in heads if run),
        *(_copy("lead", paragraph.runs) for paragraph in document.lead),
    ]


def block_of(section: Section, layout: Layout) -> Block:
    """A section's headings and paragraphs, and the lines that it is set to fill in a layout."""
    heads = (("section_heading", section.heading), ("section_slogan", section.slogan))
    return Block(
        tuple(_copy(role, (run,)) for role, run in heads if run),
        tuple(_paragraph(paragraph) for paragraph in section.paragraphs),
        lines_wanted(section, layout) if section.fit else None,
    )


def lines_wanted(section: Section, layout: Layout) -> int | None:
    """How many lines a section's target is in a layout: a depth in millimetres fills all of its columns.

    A line that lacks less than half a millimetre counts, for depths are told and given in whole ones. None
    without a target, and where everything is one flow: a manuscript has no columns to fill.
    """
    if layout.sections == "flow":
        return None
    if section.target_mm is not None:
        depth = (float(section.target_mm) + _SCANT_MM) * POINTS_PER_MM
        rows = int(depth / layout.roles["body"].leading_pt)
        return max(rows, 1) * layout.section_columns
    return section.target_lines


def body_lines(section: Section, layout: Layout) -> list[list[Line]]:
    """The lines of a section's paragraphs as every output of a layout breaks them."""
    measures = body_measures(section, layout)
    return [
        compose(paragraph.text, measure, layout.first_indent_em)
        for paragraph, measure in zip(section.paragraphs, measures, strict=True)
    ]


def body_measures(section: Section, layout: Layout) -> list[float]:
    """The measure in em at which each paragraph is broken: the column's, unless the section is fitted."""
    lines = lines_wanted(section, layout) if section.fit else None
    if lines is None:
        return [layout.measure_em] * len(section.paragraphs)
    texts = [paragraph.text for paragraph in section.paragraphs]
    return broken_to(lines, texts, layout.measure_em, layout.first_indent_em)


def _paragraph(paragraph: Paragraph) -> Copy:
    return _copy("body", paragraph.runs)


def _copy(role: str, runs: Iterable[Run]) -> Copy:
    return Copy(
        role,
        tuple(
            Span(run.text, run.ref, "theme_lead" if run.role is RunRole.THEME_LEAD else "") for run in runs
        ),
    )

"""The composed page as plain text, in reading order, one line of the page per line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moushi.compile.documents import ArticleDocument, Paragraph
from moushi.compile.setting import body_lines
from moushi.typeset.layout import Layout
from moushi.typeset.lines import compose


def article_text(document: ArticleDocument, layout: Layout) -> str:
    """Title block, lead and sections as `layout` breaks them; an empty line before each section.

    Lines have no indents and end in a line feed; a part that is missing leaves no line.
    """
    return "".join(f"{line}\n" for line in _lines(document, layout))


def _lines(document: ArticleDocument, layout: Layout) -> Iterator[str]:
    yield from (run.text for run in (document.kicker, document.headline, document.byline) if run)
    lead_indent = layout.roles["lead"].first_indent_em
    yield from _composed(document.lead, layout.lead_measure_em, lead_indent)
    for section in document.sections:
        yield ""
        yield from (run.text for run in (section.heading, section.slogan) if run)
        yield from (line.text for lines in body_lines(section, layout) for line in lines)


def _composed(paragraphs: Iterable[Paragraph], measure: float, first_indent: float) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from (line.text for line in compose(paragraph.text, measure, first_indent))

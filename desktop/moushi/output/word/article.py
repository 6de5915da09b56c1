"""An article as a .docx: real Word structure in the presets' named styles, ready for editor and designer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from moushi.compile.documents import COPY_NOTE, ArticleDocument
from moushi.output.word.bands import side_by_side
from moushi.output.word.body import Block, document_xml, flow, stacked
from moushi.output.word.footers import footers_xml
from moushi.output.word.markup import check_text
from moushi.output.word.package import Parts, Properties, packed
from moushi.output.word.paragraphs import ParagraphWriter
from moushi.output.word.styles import font_table_xml, is_manuscript, styles_xml
from moushi.output.word.templates import settings_xml, template
from moushi.typeset.layout import Layout

_ARRANGEMENTS: dict[str, Callable[[ArticleDocument, Layout, ParagraphWriter], list[Block]]] = {
    "side-by-side": side_by_side,
    "stacked": stacked,
    "flow": flow,
}
_BYLINE_SIGNS = "□■▲●\u3000 "


def article_docx(
    document: ArticleDocument,
    layout: Layout,
    *,
    exported_id: UUID | None,
    now: datetime,
    contact: str = "",
    note: str = "",
) -> bytes:
    """The article in the layout's page and styles; the same input gives the same bytes.

    Each run stands in a hidden bookmark (`compile.marks`); the custom properties `moushi-export` and
    `moushi-article` name the export in the journal and the article. `now` has a time zone; `contact` goes
    into a manuscript's footer, `note` below its last line.

    Raises:
        MoushiError: a text holds a control character that a .docx cannot.
    """
    check_text(document, (contact, note))
    footers = footers_xml(document, layout, contact)
    writer = ParagraphWriter(layout)
    blocks = _ARRANGEMENTS[layout.sections](document, layout, writer)
    if note and is_manuscript(layout):
        blocks.append(Block(1, [writer.note(f"{COPY_NOTE}{note}")]))
    parts = Parts(
        document=document_xml(blocks, layout, tuple(footers)),
        styles=styles_xml(template("styles.xml"), layout),
        settings=settings_xml(even="even" in footers),
        fonts=font_table_xml(layout),
        theme=template("theme1.xml"),
        footers=tuple(footers.values()),
    )
    headings = (document.headline, *(section.heading for section in document.sections))
    properties = Properties(
        title=next((heading.text for heading in headings if heading), ""),
        author=document.byline.text.lstrip(_BYLINE_SIGNS) if document.byline else "",
        made_at=now.astimezone(UTC),
        custom={
            name: str(value)
            for name, value in (("moushi-export", exported_id), ("moushi-article", document.article_id))
            if value is not None
        },
    )
    return packed(parts, properties)

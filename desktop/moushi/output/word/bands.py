"""Sections side by side, as a newspaper page sets them: bands of columns, headings over their columns.

Word breaks lines by its own rules; so that each column still ends where the composed page ends it, a column
break stands at that very character.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moushi.compile.documents import ArticleDocument
from moushi.output.word.body import Block
from moushi.output.word.markup import twips
from moushi.output.word.paragraphs import (
    COLUMN_BREAK,
    ParagraphWriter,
    column_rule,
    separator,
    thin_paragraph,
)
from moushi.output.word.placing import Band, Setting, bands
from moushi.typeset.columns import balance
from moushi.typeset.layout import Layout


def side_by_side(document: ArticleDocument, layout: Layout, writer: ParagraphWriter) -> list[Block]:
    """Title and lead across the page, then bands from the left, where the composed page has them.

    A section too long for a page runs through all columns, over as many pages as it needs; its headings
    stand over the columns of an ordinary section.
    """
    blocks = [Block(1, writer.title(document))]
    for band in bands(document, layout):
        if band.apart:
            # LibreOffice drops an empty paragraph that ends a section: that must not be the rule's
            blocks.append(Block(1, [separator(), thin_paragraph()]))
        if band.columns == layout.section_columns:
            blocks.append(
                Block(layout.columns, [*_band_xml(band, layout, writer)], band.new_page, placed=True)
            )
            continue
        section = band.settings[0].section
        beside_pt = layout.width_pt(layout.columns) - layout.width_pt(layout.section_columns)
        heading = writer.heading(section, beside_pt=beside_pt, room_pt=band.room_pt)
        blocks.append(Block(1, heading, band.new_page))
        body = [writer.body(paragraph) for paragraph in section.paragraphs]
        blocks.append(Block(layout.columns, body, band.new_page and not heading))
    return blocks


def _band_xml(band: Band, layout: Layout, writer: ParagraphWriter) -> Iterator[str]:
    """The band's paragraphs, a break after every column but the last that is used."""
    width = layout.width_pt(layout.section_columns)
    gutter = layout.gutter_em * layout.character_pitch_pt
    if layout.rule_pt:
        height = band.head_pt + band.rows * layout.roles["body"].leading_pt
        for number in range(1, len(band.settings)):
            yield column_rule(_frame(number * (width + gutter) - gutter / 2, gutter / 2, height))
    for number, setting in enumerate(band.settings):
        if number:
            yield thin_paragraph(COLUMN_BREAK)
        yield from writer.heading(setting.section, _frame(number * (width + gutter), width, band.head_pt))
        yield from _columns_xml(setting, layout, writer, is_last=setting is band.settings[-1])


def _frame(left_pt: float, width_pt: float, height_pt: float) -> str:
    """A frame from the head of the band, so far from the left margin."""
    return (
        f'<w:framePr w:w="{twips(width_pt)}" w:h="{twips(height_pt)}" w:hRule="exact" w:wrap="around"'
        f' w:vAnchor="text" w:hAnchor="margin" w:x="{max(twips(left_pt), 1)}" w:y="1"/>'
    )


def _columns_xml(
    setting: Setting, layout: Layout, writer: ParagraphWriter, *, is_last: bool
) -> Iterator[str]:
    within: dict[int, list[int]] = {}
    before: Counter[int] = Counter()  # breaks between paragraphs, by the paragraph that follows
    end = len(setting.lines)
    for column in balance(setting.lines, layout.section_columns)[1:]:
        paragraph, line = column[0] if column else (end, 0)
        if line:
            within.setdefault(paragraph, []).append(setting.lines[paragraph][line].start)
        elif column or not is_last:
            before[paragraph] += 1
    for number, paragraph_ in enumerate(setting.section.paragraphs):
        yield from [thin_paragraph(COLUMN_BREAK)] * before[number]
        yield writer.body(paragraph_, within.get(number, ()))
    if not end:
        yield thin_paragraph()
    yield from [thin_paragraph(COLUMN_BREAK)] * before[end]

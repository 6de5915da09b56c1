"""`word/document.xml`: an article's paragraphs in Word sections of one or several columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from moushi.compile.documents import ArticleDocument
from moushi.output.word.markup import R, W, mm_twips, twips, twips_up
from moushi.output.word.paragraphs import ParagraphWriter, separator, thin_paragraph
from moushi.output.word.placing import bands
from moushi.output.word.styles import closer_by, footer_role
from moushi.typeset.layout import POINTS_PER_MM, Layout

_FOOTER_GAP_MM = 7  # from the type area to the footer, GB/T 9704-2012 §7.5
_SPARE_LINES = 3  # at most, below a newspaper's type area, for columns that Word makes longer than the page's
_LEAST_FOOT_MM = 5  # from a footer to the sheet's edge
_GRID_UNITS = 4096  # w:charSpace counts in 4096ths of a point


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs in the same number of columns; `placed`: the columns' ends are marked by column breaks."""

    columns: int
    paragraphs: Sequence[str]
    new_page: bool = False
    placed: bool = False


def stacked(document: ArticleDocument, layout: Layout, writer: ParagraphWriter) -> list[Block]:
    """Each section under the one before: its heading across the page, its body in columns."""
    blocks = [Block(1, writer.title(document))]
    for band in bands(document, layout):
        section = band.settings[0].section
        heading = [separator()] if band.apart else []
        heading += writer.heading(section, room_pt=band.room_pt)
        body = [writer.body(paragraph) for paragraph in section.paragraphs]
        blocks.append(Block(1, heading, band.new_page))
        blocks.append(Block(layout.columns, body, band.new_page and not heading))
    return blocks


def flow(document: ArticleDocument, layout: Layout, writer: ParagraphWriter) -> list[Block]:
    """Title and lead across the page, then one section after the other in the layout's columns."""
    body: list[str] = []
    for section in document.sections:
        body += writer.heading(section)
        body += [writer.body(paragraph) for paragraph in section.paragraphs]
    return [Block(1, writer.title(document)), Block(layout.columns, body)]


def document_xml(blocks: Iterable[Block], layout: Layout, footers: Sequence[str]) -> str:
    """The part from its blocks; `footers` are the types of the footers, whose relations begin at rId1."""
    filled = _evened(_merged(block for block in blocks if block.paragraphs)) or [Block(1, [thin_paragraph()])]
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="rId{number}"/>' for number, kind in enumerate(footers, 1)
    )
    parts = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>',
    ]
    for number, block in enumerate(filled):
        properties = _section_properties(block, layout, references if number == 0 else "")
        *before, last = block.paragraphs
        if block is filled[-1]:
            parts += [*before, last, properties]
        else:
            parts += [*before, last.replace("</w:pPr>", f"{properties}</w:pPr>", 1)]
    parts.append("</w:body></w:document>")
    return "".join(parts)


def _merged(blocks: Iterable[Block]) -> list[Block]:
    """Blocks across the page joined to the one before that is so too."""
    merged: list[Block] = []
    for block in blocks:
        if merged and merged[-1].columns == block.columns == 1 and not block.new_page:
            merged[-1] = replace(merged[-1], paragraphs=[*merged[-1].paragraphs, *block.paragraphs])
        else:
            merged.append(block)
    return merged


def _evened(blocks: Sequence[Block]) -> list[Block]:
    """Blocks, with an empty one where a page ends: Word evens out only columns that more follows below."""
    evened: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        evened.append(block)
        if block.columns > 1 and not block.placed and (following is None or following.new_page):
            evened.append(Block(1, [thin_paragraph()]))
    return evened


def _section_properties(block: Block, layout: Layout, references: str) -> str:
    page, body = layout.page, layout.roles["body"]
    width, left = mm_twips(page.width_mm), mm_twips(page.left_mm)
    text = twips_up(layout.width_pt(layout.columns))
    footer_mm = footer_role(layout).leading_pt / POINTS_PER_MM
    bottom_mm = page.bottom_mm
    if layout.sections != "flow":
        line_mm = body.leading_pt / POINTS_PER_MM
        free = (bottom_mm - footer_mm - _LEAST_FOOT_MM) // line_mm
        bottom_mm -= min(max(free, 0), _SPARE_LINES) * line_mm
    foot_mm = max(bottom_mm - footer_mm - _FOOTER_GAP_MM, _LEAST_FOOT_MM)
    orient = ' w:orient="landscape"' if page.width_mm > page.height_mm else ""
    gutter = twips(layout.width_pt(2) - 2 * layout.width_pt(1))
    columns = f' w:num="{block.columns}" w:space="{gutter}" w:equalWidth="1"' if block.columns > 1 else ""
    grid = f'w:type="lines" w:linePitch="{twips(body.leading_pt)}"'
    if closer_by(layout):
        grid = f'w:type="linesAndChars" w:linePitch="{twips(body.leading_pt)}"'
        grid += f' w:charSpace="{math.floor(-closer_by(layout) * _GRID_UNITS)}"'
    return (
        f'<w:sectPr>{references}<w:type w:val="{"nextPage" if block.new_page else "continuous"}"/>'
        f'<w:pgSz w:w="{width}" w:h="{mm_twips(page.height_mm)}"{orient}/>'
        f'<w:pgMar w:top="{mm_twips(page.top_mm)}" w:right="{width - left - text}"'
        f' w:bottom="{mm_twips(bottom_mm)}" w:left="{left}" w:header="{mm_twips(page.top_mm / 2)}"'
        f' w:footer="{mm_twips(foot_mm)}" w:gutter="0"/>'
        f"<w:cols{columns}/><w:docGrid {grid}/></w:sectPr>"
    )

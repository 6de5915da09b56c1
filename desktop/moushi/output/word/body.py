"""`word/document.xml`: an article's paragraphs in Word sections of one or several columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from moushi.compile.documents import ArticleDocument
from moushi.output.word.markup import R, W, mm_twips, twips, twips_up
from moushi.output.word.paragraphs import ParagraphWriter, thin_paragraph
from moushi.output.word.styles import closer_by, footer_role
from moushi.typeset.layout import POINTS_PER_MM, Layout

_FOOTER_GAP_MM = 7  # from the type area to the footer, GB/T 9704-2012 §7.5
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
    for number, section in enumerate(document.sections):
        gap = layout.roles["body"].leading_pt if number else 0
        blocks.append(Block(1, writer.heading(section, gap_pt=gap)))
        blocks.append(Block(layout.columns, [writer.body(paragraph) for paragraph in section.paragraphs]))
    return blocks


def flow(document: ArticleDocument, layout: Layout, writer: ParagraphWriter) -> list[Block]:
    """Title and lead across the page, then one section after the other in the layout's columns."""
    body: list[str] = []
    for section in document.sections:
        body += writer.heading(section)
        body += [writer.body(paragraph) for paragraph in section.paragraphs]
    return [Block(1, writer.title(document)), Block(layout.columns, body)]


def document_xml(blocks: Iterable[Block], layout: Layout, footers: Sequence[str]) -> str:
    """The part from its blocks; `footers` are the types of the footers, whose relations begin at rId1.

    Word evens out the columns of a section that another follows on the same page, hence a last, empty one.
    """
    filled = _merged(block for block in blocks if block.paragraphs) or [Block(1, [thin_paragraph()])]
    if filled[-1].columns > 1 and not filled[-1].placed:
        filled.append(Block(1, [thin_paragraph()]))
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


def _section_properties(block: Block, layout: Layout, references: str) -> str:
    page, body = layout.page, layout.roles["body"]
    width, left = mm_twips(page.width_mm), mm_twips(page.left_mm)
    text = twips_up(layout.width_pt(layout.columns))
    footer = footer_role(layout).leading_pt / POINTS_PER_MM + _FOOTER_GAP_MM
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
        f' w:bottom="{mm_twips(page.bottom_mm)}" w:left="{left}" w:header="{mm_twips(page.top_mm / 2)}"'
        f' w:footer="{mm_twips(max(page.bottom_mm - footer, 5))}" w:gutter="0"/>'
        f"<w:cols{columns}/><w:docGrid {grid}/></w:sectPr>"
    )

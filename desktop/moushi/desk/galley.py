"""Galleys: what the screen shows of a compiled article, its sheets one under the other or one long column."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from moushi.compile.documents import ArticleDocument, Ref
from moushi.compile.setting import block_of, set_article
from moushi.typeset.layout import Layout
from moushi.typeset.pages import Rule, set_column
from moushi.typeset.setting import Measuring, SetLine, plain_measuring

GAP = 18.0
"""Points between two sheets."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's upper edge and height on the galley, in points."""

    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Galley:
    """Lines in reading order and rules in their places; `left` and `width` are of what is printed on.

    `section_lines` counts the lines of each section's body, `section_rows` how deep its columns are.
    """

    layout: Layout
    left: float
    width: float
    height: float
    lines: tuple[SetLine, ...]
    characters: int
    section_lines: tuple[int, ...]
    section_rows: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def lines_of(self, record_id: UUID, field: str | None = None) -> list[int]:
        """The numbers of the lines in which words of a record stand."""
        return [
            number
            for number, line in enumerate(self.lines)
            if any(
                isinstance(part.mark, Ref) and part.mark.id == record_id and field in (None, part.mark.field)
                for part in line.parts
            )
        ]


def compose_galley(
    document: ArticleDocument, layout: Layout, measuring: Measuring = plain_measuring
) -> Galley:
    """The article's sheets, one under the other."""
    pages = set_article(document, layout, measuring)
    step = pages.height + GAP
    lines: list[SetLine] = []
    rules: list[Rule] = []
    for number, page in enumerate(pages.pages):
        down = number * step
        lines += (line.moved(0.0, down) for line in page.lines) if number else page.lines
        rules += (Rule(r.x1, r.y1 + down, r.x2, r.y2 + down, r.weight) for r in page.rules)
    return Galley(
        layout,
        pages.left,
        layout.width_pt(layout.columns),
        len(pages.pages) * step - GAP,
        tuple(lines),
        document.characters,
        pages.section_lines,
        pages.section_rows,
        tuple(rules),
        tuple(Sheet(number * step, pages.height) for number in range(len(pages.pages))),
    )


def compose_strip(
    document: ArticleDocument, layout: Layout, measuring: Measuring = plain_measuring
) -> Galley:
    """The sections one under the other in one column: a galley proof, for working on a plan."""
    blocks = [block_of(section, layout) for section in document.sections]
    lines, counts, depth = set_column(blocks, layout, measuring)
    return Galley(layout, 0.0, layout.width_pt(1), depth, lines, document.characters, counts, counts)

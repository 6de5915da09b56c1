"""A roster as a .docx: one table on A4 whose head is repeated on each page, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import chain
from string import Template

from moushi.compile.roster_document import Align, RosterColumn, RosterDocument, RosterGroup
from moushi.domain.numbers import full_day
from moushi.errors import MoushiError
from moushi.output.tabular import fitted, natural_widths, said
from moushi.output.word.footers import PAGE, PAGES, footer_xml
from moushi.output.word.markup import R, W, check_texts, mm_twips, run_xml, twips
from moushi.output.word.package import Parts, Properties, packed
from moushi.output.word.paragraphs import paragraph_xml
from moushi.output.word.roster_styles import (
    FAIR,
    SMALL,
    font_table_xml,
    styles_xml,
)
from moushi.output.word.templates import settings_xml, template
from moushi.typeset.layout import Layout

MOST_ROWS = 10_000
"""Beyond that a Word file of one table takes Word minutes to open."""

_SHORT_MM, _LONG_MM = 210.0, 297.0
_SIDE_MM = {True: 15.0, False: 20.0}  # the margins at the sides, of a wide page and of an upright one
_HEAD_MM, _FOOT_MM, _FOOTER_MM = 20.0, 20.0, 10.0
_PADDING = 57  # twips at either side of a cell's text, 1 mm
_SLACK_EM = 0.15  # for programs that measure a little more
_STYLES = {Align.LEFT: "Cell", Align.CENTER: "CellCenter", Align.RIGHT: "CellRight"}
_CREATOR = "谋实"


def roster_docx(document: RosterDocument, faces: Layout) -> bytes:
    """Heading, title, table, notes, in the faces that a layout gives its parts; the same give the same bytes.

    Raises:
        MoushiError: a text holds a control character that a .docx cannot, or there are more rows than Word
            opens in reasonable time.
    """
    if document.count > MOST_ROWS:
        raise MoushiError(
            "The list has {count} rows; Word is slow beyond {most}. Export it to Excel, or narrow it first.",
            count=document.count,
            most=MOST_ROWS,
        )
    check_texts(list(_texts(document)))
    page = _Page(document)
    made = f"制表日期：{full_day(document.made_on)}"
    body = [
        *([paragraph_xml("Office", run_xml(document.office))] if document.office else []),
        paragraph_xml("RosterTitle", run_xml(document.title)),
        paragraph_xml("Subtitle", run_xml(f"{document.subtitle}　　{made}")),
        page.table(document),
        *(paragraph_xml("Note", run_xml(note)) for note in document.footnotes),
    ]
    notice = [run_xml(f"{document.notice}　　")] if document.notice else []
    footer = footer_xml([*notice, run_xml("第"), PAGE, run_xml("页 共"), PAGES, run_xml("页")])
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}{page.properties}</w:body>'
        "</w:document>"
    )
    parts = Parts(
        document=xml,
        styles=styles_xml(Template(template("styles.xml")), faces, page.sizes),
        settings=settings_xml(),
        fonts=font_table_xml(faces),
        theme=template("theme1.xml"),
        footers=(footer,),
    )
    made_at = datetime.combine(document.made_on, time(), UTC)
    return packed(parts, Properties(document.title, document.office or _CREATOR, made_at, {}))


def _texts(document: RosterDocument) -> Iterator[str]:
    yield from (document.office, document.title, *document.footnotes)
    for group in document.groups:
        yield group.title
        yield from (value for row in group.rows for value in row if isinstance(value, str))


class _Page:
    """The sheet that suits a table: upright if it fits, else wide, else wide in smaller type."""

    def __init__(self, document: RosterDocument) -> None:
        natural = [width + _SLACK_EM for width in natural_widths(document)]
        for self.is_wide, self.sizes in ((False, FAIR), (True, FAIR), (True, SMALL)):
            room = self._room(len(natural))
            if sum(natural) <= room:
                break
        em = self.sizes.body_pt
        fit = fitted(document.columns, natural, room)
        self._widths = [twips(width * em) + 2 * _PADDING for width in fit]

    @property
    def _width_mm(self) -> float:
        return _LONG_MM if self.is_wide else _SHORT_MM

    def _room(self, columns: int) -> float:
        """The ems that columns can have together."""
        width = mm_twips(self._width_mm - 2 * _SIDE_MM[self.is_wide]) - columns * 2 * _PADDING
        return width / 20 / self.sizes.body_pt

    @property
    def properties(self) -> str:
        """The page itself, as the section's properties."""
        height_mm = _SHORT_MM if self.is_wide else _LONG_MM
        orient = ' w:orient="landscape"' if self.is_wide else ""
        side = mm_twips(_SIDE_MM[self.is_wide])
        return (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>'
            f'<w:pgSz w:w="{mm_twips(self._width_mm)}" w:h="{mm_twips(height_mm)}"{orient}/>'
            f'<w:pgMar w:top="{mm_twips(_HEAD_MM)}" w:right="{side}" w:bottom="{mm_twips(_FOOT_MM)}"'
            f' w:left="{side}" w:header="{mm_twips(_FOOTER_MM)}" w:footer="{mm_twips(_FOOTER_MM)}"'
            ' w:gutter="0"/></w:sectPr>'
        )

    def table(self, document: RosterDocument) -> str:
        """The table: its head on each page, then groups with their titles."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        head = "".join(
            _cell(column.head, "Head", width)
            for column, width in zip(document.columns, self._widths, strict=True)
        )
        properties = (
            '<w:tblPr><w:tblStyle w:val="Roster"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        rows = chain.from_iterable(self._group(document.columns, group) for group in document.groups)
        return (
            f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr>{self._row_properties(is_head=True)}{head}</w:tr>{''.join(rows)}</w:tbl>"
        )

    def _group(self, columns: Sequence[RosterColumn], group: RosterGroup) -> Iterator[str]:
        properties = self._row_properties()
        if group.title:
            title = _cell(group.title, "Group", sum(self._widths), f'<w:gridSpan w:val="{len(columns)}"/>')
            yield f"<w:tr>{properties}{title}</w:tr>"
        styles = [_STYLES[column.align] for column in columns]
        for row in group.rows:
            cells = "".join(map(_cell, map(said, row), styles, self._widths))
            yield f"<w:tr>{properties}{cells}</w:tr>"

    def _row_properties(self, *, is_head: bool = False) -> str:
        repeated = "<w:tblHeader/>" if is_head else ""
        return (
            f'<w:trPr><w:cantSplit/><w:trHeight w:val="{twips(self.sizes.row_pt)}" w:hRule="atLeast"/>'
            f"{repeated}</w:trPr>"
        )


def _cell(text: str, style: str, width: int, span: str = "") -> str:
    words = run_xml(text) if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph_xml(style, words)}</w:tc>"
    )

"""Sections side by side, as a newspaper page sets them: bands of columns, headings over their columns.

Word breaks lines by its own rules; so that each column still ends where the composed page ends it, a column
break stands at that very character. Heights are worked out from the composed lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from moushi.compile.documents import ArticleDocument, Section
from moushi.compile.setting import body_lines
from moushi.output.word.body import Block
from moushi.output.word.markup import twips
from moushi.output.word.paragraphs import COLUMN_BREAK, ParagraphWriter, thin_paragraph
from moushi.typeset.columns import balance
from moushi.typeset.layout import Layout
from moushi.typeset.lines import Line, compose

_RESERVE = 1.06  # Word squeezes fewer marks than the page, so its columns are a little longer
_LEAST_LINES = 3  # that a section running over several pages leaves on the page where it begins


@dataclass(frozen=True, slots=True)
class _Setting:
    """A section as composed: its lines by paragraph, and the height in points of heading and columns."""

    section: Section
    lines: Sequence[Sequence[Line]]
    heading_pt: float
    columns_pt: float


@dataclass(slots=True)
class _Band:
    """Sections that stand side by side."""

    settings: list[_Setting] = field(default_factory=list)

    @property
    def heading_pt(self) -> float:
        return max(setting.heading_pt for setting in self.settings)

    @property
    def height_pt(self) -> float:
        return self.heading_pt + max(setting.columns_pt for setting in self.settings) * _RESERVE


def side_by_side(document: ArticleDocument, layout: Layout, writer: ParagraphWriter) -> list[Block]:
    """Title and lead across the page, then bands from the left; a band that does not fit begins a page.

    A section too long for a page runs through all columns, over as many pages as it needs.
    """
    blocks = [Block(1, writer.title(document))]
    page_pt = layout.page.text_height_pt
    body_pt = layout.roles["body"].leading_pt
    used_pt = _title_height(document, layout)
    for number, band in enumerate(_bands(document, layout)):
        gap = body_pt if number else 0.0
        runs_on = band.height_pt > page_pt
        needed_pt = band.heading_pt + _LEAST_LINES * body_pt if runs_on else band.height_pt
        new_page = used_pt > 0 and used_pt + gap + needed_pt > page_pt
        if new_page:
            used_pt, gap = 0.0, 0.0
        if runs_on:
            section = band.settings[0].section
            blocks.append(Block(1, writer.heading(section, gap_pt=gap), new_page))
            blocks.append(Block(layout.columns, [writer.body(p) for p in section.paragraphs]))
            used_pt = math.inf  # where it ends is Word's to say: the next band begins a page
        else:
            paragraphs = list(_band_xml(band, layout, writer, gap))
            blocks.append(Block(layout.columns, paragraphs, new_page, placed=True))
            used_pt += gap + band.height_pt
    return blocks


def _bands(document: ArticleDocument, layout: Layout) -> Iterator[_Band]:
    """Sections from the left, as many to a band as the columns allow; one longer than a page by itself."""
    band = _Band()
    for section in document.sections:
        setting = _compose(section, layout)
        alone = _Band([setting])
        too_long = alone.height_pt > layout.page.text_height_pt
        if band.settings and (too_long or len(band.settings) == layout.columns // layout.section_columns):
            yield band
            band = _Band()
        if too_long:
            yield alone
        else:
            band.settings.append(setting)
    if band.settings:
        yield band


def _compose(section: Section, layout: Layout) -> _Setting:
    body = layout.roles["body"]
    lines = body_lines(section, layout)
    tallest = math.ceil(sum(map(len, lines)) / layout.section_columns)  # as `balance` sets them
    heads = (("section_heading", section.heading), ("section_slogan", section.slogan))
    heading_pt = sum(_height(role, run.text, layout, layout.section_columns) for role, run in heads if run)
    return _Setting(section, lines, heading_pt, tallest * body.leading_pt)


def _title_height(document: ArticleDocument, layout: Layout) -> float:
    heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
    parts = [(role, run.text) for role, run in heads if run]
    parts += [("lead", paragraph.text) for paragraph in document.lead]
    return sum(_height(role, text, layout, layout.columns) for role, text in parts)


def _height(role: str, text: str, layout: Layout, columns: int) -> float:
    """The height in points of a paragraph that runs across so many columns."""
    setting = layout.roles[role]
    lines = compose(text, layout.width_em(columns, role), setting.first_indent_em)
    return setting.space_before_pt + len(lines) * setting.leading_pt + setting.space_after_pt


def _band_xml(band: _Band, layout: Layout, writer: ParagraphWriter, gap_pt: float) -> Iterator[str]:
    """The band's paragraphs, a break after every column but the last that is used."""
    step = layout.width_pt(layout.section_columns) + layout.gutter_em * layout.character_pitch_pt
    for number, setting in enumerate(band.settings):
        if number:
            yield thin_paragraph(COLUMN_BREAK)
        frame = (
            f'<w:framePr w:w="{twips(layout.width_pt(layout.section_columns))}"'
            f' w:h="{twips(gap_pt + band.heading_pt)}" w:hRule="exact" w:wrap="around" w:vAnchor="text"'
            f' w:hAnchor="margin" w:x="{max(twips(number * step), 1)}" w:y="1"/>'
        )
        yield from writer.heading(setting.section, frame, gap_pt)
        yield from _columns_xml(setting, layout, writer, is_last=setting is band.settings[-1])


def _columns_xml(
    setting: _Setting, layout: Layout, writer: ParagraphWriter, *, is_last: bool
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

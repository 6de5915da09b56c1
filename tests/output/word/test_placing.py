"""Sections in Word begin where the composed page has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.compile.documents import ArticleDocument, Section
from moushi.compile.setting import set_article
from moushi.output.word.placing import bands
from moushi.typeset.pages import SetPage
from output.word.reading import W, attribute, body, paragraphs, part, section_properties, style_of
from output.word.samples import CLOUD, REEF, docx_of, layout_of, page, section

newspapers = pytest.mark.parametrize("preset", ["zhoushan", "zhoushan-a4"])
lengths = st.lists(st.integers(0, 13), min_size=1, max_size=7)
_COUNTED = 300


def article(themes: list[int]) -> ArticleDocument:
    """A section of so many themes for each number."""
    sections = tuple(
        section((number + 1) << 8, f"第{number}县：", "口号", ((CLOUD + REEF) * 3)[:count])
        for number, count in enumerate(themes)
    )
    return replace(page(), sections=sections)


def composed(sheets: Sequence[SetPage]) -> list[tuple[int, float]]:
    """On which page each section's heading stands, and how far below its top the body begins."""
    found = []
    for number, sheet in enumerate(sheets):
        for head in (line for line in sheet.lines if line.role == "section_heading"):
            below = [line.y for line in sheet.lines if line.role == "body" and line.y > head.y]
            found.append((number, min(below, default=head.y) - head.y))
    return found


def further_pages(section: Section, sheets: Sequence[SetPage]) -> int:
    """On how many more pages than the one where it begins a section's body stands."""
    refs = {run.ref for paragraph in section.paragraphs for run in paragraph.runs}
    marks = [{part.mark for line in sheet.lines for part in line.parts} for sheet in sheets]
    return max(sum(bool(refs & each) for each in marks) - 1, 0)


@given(lengths)
def test_stacked_sections_begin_on_the_composed_pages(themes: list[int]) -> None:
    document, layout = article(themes), layout_of("zhoushan-a4")
    sheets = set_article(document, layout).pages
    found, number = [], 0
    for band in bands(document, layout):
        number += band.new_page
        found.append((number, band.head_pt))
        number += further_pages(band.settings[0].section, sheets)
    assert_same_places(found, composed(sheets), themes)


@given(lengths)
def test_sections_side_by_side_begin_on_the_composed_pages_unless_those_divide_them(
    themes: list[int],
) -> None:
    document, layout = article(themes), layout_of("zhoushan")
    sheets = set_article(document, layout).pages
    found: list[tuple[int, float]] = []
    number = 0
    for band in bands(document, layout):
        number += band.new_page
        further = [further_pages(each.section, sheets) for each in band.settings]
        if any(further) and band.columns == layout.section_columns:
            break
        found += [(number, band.head_pt)] * len(band.settings)
        number += further[-1]
    assert_same_places(found, composed(sheets)[: len(found)], themes)


def assert_same_places(
    found: list[tuple[int, float]], wanted: list[tuple[int, float]], themes: list[int]
) -> None:
    assert [place for place, _ in found] == [place for place, _ in wanted]
    for (_, here), (_, there), count in zip(found, wanted, themes, strict=False):
        assert not count or there == pytest.approx(here, abs=0.01)


def test_only_as_much_is_composed_as_the_place_of_a_section_needs() -> None:
    endless = section(0x500, "潮音县：", "一篇长文", (CLOUD + REEF) * 60)
    document = replace(page(), sections=(endless, *page().sections))
    first, *others = bands(document, layout_of("zhoushan-a4"))
    assert _COUNTED < first.settings[0].count < 2 * _COUNTED
    assert [(band.new_page, band.apart) for band in others] == [(False, True)] * 2
    assert next(iter([*bands(document, layout_of("zhoushan"))][1:])).new_page


def kinds_of(docx: bytes) -> list[tuple[str, str]]:
    """The columns of each Word section, and how it begins."""
    found = section_properties(docx)
    return [(attribute(each, "cols", "num") or "1", attribute(each, "type", "val")) for each in found]


def test_stacked_sections_have_a_gap_and_a_rule_between_them_and_even_columns() -> None:
    found = docx_of(page(), "zhoushan-a4")
    assert [*map(style_of, paragraphs(found))].count("Separator") == 2
    kinds = [
        (attribute(p, "cols", "num") or "1", attribute(p, "type", "val")) for p in section_properties(found)
    ]
    assert kinds == [("1", "continuous"), ("2", "continuous")] * 2 + [("1", "continuous")]


@newspapers
def test_the_last_page_before_another_has_even_columns(preset: str) -> None:
    for (columns, _), (_, following) in pairwise(kinds_of(docx_of(page(7), preset))):
        assert columns == "1" or following == "continuous"


@newspapers
def test_the_body_is_set_for_as_many_characters_as_the_column_is_called_by(preset: str) -> None:
    layout = layout_of(preset)
    styles = {s.get(f"{W}styleId"): s for s in part(docx_of(page(), preset), "word/styles.xml")}
    for style in ("Body", "ThemeLead"):
        closer = -int(attribute(styles[style], "rPr/spacing", "val")) / 20
        assert 22 <= layout.width_pt(1) / (9 - closer) < 22.2
    others = set(styles) - {"Body", "ThemeLead"}
    assert not any(attribute(styles[style], "rPr/spacing", "val") for style in others)
    assert styles["Body"].find(f"{W}pPr/{W}widowControl").get(f"{W}val") is None


@newspapers
def test_below_the_type_area_is_room_for_columns_that_word_makes_longer(preset: str) -> None:
    layout = layout_of(preset)
    margins = body(docx_of(page(), preset)).find(f"{W}sectPr/{W}pgMar")
    bottom, footer = (int(margins.get(f"{W}{name}")) / 20 for name in ("bottom", "footer"))
    spare = layout.page.bottom_mm * 72 / 25.4 - bottom
    lines = spare / layout.roles["body"].leading_pt
    assert lines == pytest.approx(round(lines), abs=0.01)
    assert 2 <= round(lines) <= 3
    assert footer + 12 < bottom, "the footer stands below the columns"


@newspapers
def test_the_bodys_first_line_is_on_the_composed_pages_grid(preset: str) -> None:
    layout = layout_of(preset)
    for band in bands(page(), layout):
        assert band.room_pt < layout.roles["body"].leading_pt
    heads = [p for p in paragraphs(docx_of(page(), preset)) if style_of(p) == "SectionSlogan"]
    if preset == "zhoushan":
        (band,) = bands(page(), layout)
        assert {attribute(p, "pPr/framePr", "h") for p in heads} == {str(round(band.head_pt * 20))}
    else:
        after = [int(attribute(p, "pPr/spacing", "after") or 120) / 20 for p in heads]
        rooms = [band.room_pt for band in bands(page(), layout)]
        assert after == pytest.approx([6 + room for room in rooms], abs=0.05)

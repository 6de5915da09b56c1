"""What is set is the document's words, and every output breaks a section's lines alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moushi.compile.documents import ArticleDocument, Section
from moushi.compile.setting import body_lines, lines_wanted, set_article
from moushi.output.text import article_text
from moushi.typeset.columns import balance
from output.word.samples import PRESETS, docx_of, layout_of, page
from output.word.test_bands import columns_in

ZHOUSHAN = layout_of("zhoushan")
NEWSPAPERS = [name for name in PRESETS if layout_of(name).sections != "flow"]


def with_targets(document: ArticleDocument, lines: int | None, fit: bool) -> ArticleDocument:
    sections = tuple(replace(section, target_lines=lines, fit=fit) for section in document.sections)
    return replace(document, sections=sections)


def natural(section: Section, layout=ZHOUSHAN) -> int:
    return sum(map(len, body_lines(replace(section, fit=False), layout)))


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 3), st.none() | st.integers(15, 90), st.booleans(), st.sampled_from(PRESETS))
def test_page_and_text_have_the_same_lines(copies: int, lines: int | None, fit: bool, preset: str) -> None:
    document = with_targets(page(copies), lines, fit)
    layout = layout_of(preset)
    pages = set_article(document, layout)
    on_the_page = sorted(line.text for sheet in pages.pages for line in sheet.lines if line.role == "body")
    of_bodies = [
        line for section in document.sections for lines in body_lines(section, layout) for line in lines
    ]
    assert sorted(line.text for line in of_bodies) == on_the_page
    written = article_text(document, layout).split("\n")
    assert all(line in written for line in on_the_page)
    assert sum(pages.section_lines) == len(on_the_page)


@pytest.mark.parametrize("by", [0, 1, 2, 4])
def test_a_section_that_can_be_fitted_has_its_lines_in_text_page_and_word(by: int) -> None:
    first = page(3).sections[0]
    wanted = natural(first) + by
    document = replace(page(), sections=(replace(first, target_lines=wanted, fit=True),))
    (lines,) = set_article(document, ZHOUSHAN).section_lines
    assert lines == wanted
    body = article_text(document, ZHOUSHAN).split("\n\n")[1].split("\n")[2:-1]
    assert len(body) == wanted
    found = body_lines(document.sections[0], ZHOUSHAN)
    columns = ["".join(found[p][i].text for p, i in column) for column in balance(found, 2)]
    assert columns_in(docx_of(document, "zhoushan")) == columns


@pytest.mark.parametrize("preset", NEWSPAPERS)
@pytest.mark.parametrize("depth", ["20", "95.3", "147.6", "210"])
def test_a_depth_fills_all_columns_of_a_section(preset: str, depth: str) -> None:
    layout = layout_of(preset)
    section = replace(page().sections[0], target_mm=Decimal(depth))
    lines = lines_wanted(section, layout)
    leading_mm = layout.roles["body"].leading_pt * 25.4 / 72
    rows = lines / layout.section_columns
    assert rows * leading_mm <= float(depth) + 0.5 < (rows + 1) * leading_mm


def test_a_depth_told_in_whole_millimetres_is_the_lines_that_it_was_told_of() -> None:
    leading_mm = ZHOUSHAN.roles["body"].leading_pt * 25.4 / 72
    for rows in range(1, 200):
        section = replace(page().sections[0], target_mm=Decimal(f"{rows * leading_mm:.0f}"))
        assert lines_wanted(section, ZHOUSHAN) == 2 * rows


@pytest.mark.parametrize("preset", ["manuscript", "gongwen"])
def test_a_manuscript_is_not_fitted(preset: str) -> None:
    layout = layout_of(preset)
    plain = article_text(page(), layout)
    assert article_text(with_targets(page(), 70, fit=True), layout) == plain
    assert lines_wanted(with_targets(page(), 70, fit=True).sections[0], layout) is None

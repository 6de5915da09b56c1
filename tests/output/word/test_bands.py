"""The newspaper page in Word: sections side by side, columns that end where the composed page's do."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.compile.documents import ArticleDocument, Paragraph, ParagraphRole, Run, Section
from moushi.output.text import article_text
from moushi.output.word import article_docx
from moushi.typeset.columns import balance
from moushi.typeset.lines import compose
from output.word.reading import (
    W,
    attribute,
    body,
    paragraphs,
    part,
    parts_of,
    section_properties,
    style_of,
    words,
)
from output.word.samples import CLOUD, NOW, REEF, docx_of, layout_of, page, plain, section

ZHOUSHAN = layout_of("zhoushan")


def columns_of(sections: tuple[Section, ...]) -> list[str]:
    """The words of each column as the page is composed."""
    columns = []
    for each in sections:
        lines = [compose(p.text, ZHOUSHAN.measure_em) for p in each.paragraphs]
        for column in balance(lines, ZHOUSHAN.section_columns):
            columns.append("".join(lines[p][i].text for p, i in column))
    return columns


def columns_in(docx: bytes) -> list[str]:
    """The words between column breaks in the file, headings left out."""
    bodies = [p for p in paragraphs(docx) if style_of(p) in ("Body", "ColumnBreak")]
    return "".join(map(words, bodies)).split("⏎")


def test_columns_break_at_the_very_character_where_the_composed_page_breaks() -> None:
    assert columns_in(docx_of(page(), "zhoushan")) == columns_of(page().sections)


texts = st.lists(st.text("渔港海岛，。“”2", min_size=1, max_size=90), max_size=6)


@given(st.lists(texts, min_size=1, max_size=5))
def test_whatever_the_sections_hold_each_keeps_to_its_columns(drawn: list[list[str]]) -> None:
    sections = tuple(
        replace(
            plain("").sections[0],
            paragraphs=tuple(Paragraph(ParagraphRole.OTHER, (Run(text),)) for text in each),
        )
        for each in drawn
    )
    columns = columns_of(sections)
    bands = [columns[start : start + 4] for start in range(0, len(columns), 4)]
    for band in bands:
        if not band[-1]:  # nothing follows in the band, so nothing leads to an empty last column
            band.pop()
    found = bands_in(docx_of(replace(page(), sections=sections), "zhoushan"))
    assert found == ["⏎".join(band) for band in bands]


def bands_in(docx: bytes) -> list[str]:
    """The body's words in each Word section of four columns."""
    bands, text = [], ""
    for paragraph in paragraphs(docx):
        if style_of(paragraph) in ("Body", "ColumnBreak"):
            text += words(paragraph)
        ends = paragraph.find(f"{W}pPr/{W}sectPr")
        if ends is not None:
            bands.append((attribute(ends, "cols", "num"), text))
            text = ""
    bands.append((attribute(body(docx), "sectPr/cols", "num"), text))
    return [text for columns, text in bands if columns == "4"]


def test_headings_stand_in_frames_over_their_two_columns() -> None:
    frames: dict[str, list[str]] = {}
    for paragraph in paragraphs(docx_of(page(), "zhoushan")):
        x = attribute(paragraph, "pPr/framePr", "x")
        if x and style_of(paragraph) != "ColumnRule":
            frames.setdefault(x, []).append(words(paragraph))
            width = int(attribute(paragraph, "pPr/framePr", "w")) / 20
            assert width == pytest.approx(ZHOUSHAN.width_pt(2), abs=0.05)
    left, right = frames
    assert frames[left] == ["云屿县工商联：", "织密服务网 托起“海上云屿”"]
    assert frames[right] == ["白礁区工商联：", "为建设活力白礁贡献商会力量"]
    gutter = ZHOUSHAN.gutter_em * ZHOUSHAN.character_pitch_pt
    assert int(right) / 20 == pytest.approx(ZHOUSHAN.width_pt(2) + gutter, abs=0.05)


def test_a_frame_is_tied_to_its_sections_first_paragraph() -> None:
    framed = [bool(attribute(p, "pPr/framePr", "w")) for p in paragraphs(docx_of(page(), "zhoushan"))]
    styles = [style_of(p) for p in paragraphs(docx_of(page(), "zhoushan"))]
    after = [styles[n + 1] for n, (here, following) in enumerate(pairwise(framed)) if here and not following]
    assert after == ["Body", "Body"]


def bands_of(document: ArticleDocument) -> list[tuple[str, str]]:
    found = section_properties(docx_of(document, "zhoushan"))
    return [(attribute(p, "cols", "num") or "1", attribute(p, "type", "val")) for p in found]


def test_two_sections_make_a_band_and_further_ones_stand_below() -> None:
    short = tuple(section(n << 8, f"第{n}县：", "口号", REEF[:1]) for n in range(1, 6))
    document = replace(page(), sections=short)
    assert bands_of(document) == [("1", "continuous"), ("4", "continuous")] * 3


def test_a_band_that_no_longer_fits_begins_a_page() -> None:
    long = tuple(section(n << 8, f"第{n}县：", "口号", CLOUD * 2) for n in range(1, 7))
    document = replace(page(), sections=long)
    assert bands_of(document) == [
        ("1", "continuous"),
        ("4", "continuous"),
        ("4", "nextPage"),
        ("1", "continuous"),
        ("4", "continuous"),
    ]


def test_a_section_longer_than_a_page_runs_through_all_columns() -> None:
    endless = section(0x500, "潮音县：", "一篇长文", (CLOUD + REEF) * 12)
    document = replace(page(), sections=(*page().sections, endless, page().sections[0]))
    assert bands_of(document) == [
        ("1", "continuous"),
        ("4", "continuous"),
        ("1", "continuous"),
        ("4", "continuous"),
        ("1", "continuous"),  # evens out the columns of the last page
        ("4", "nextPage"),
    ]


def test_a_long_section_has_its_headings_over_the_columns_of_an_ordinary_one() -> None:
    endless = section(0x500, "潮音县：", "一篇长文", (CLOUD + REEF) * 12)
    found = {style_of(p): p for p in paragraphs(docx_of(replace(page(), sections=(endless,)), "zhoushan"))}
    beside = ZHOUSHAN.width_pt(4) - ZHOUSHAN.width_pt(2)
    for style in ("SectionHeading", "SectionSlogan"):
        assert int(attribute(found[style], "pPr/ind", "right")) / 20 == pytest.approx(beside, abs=0.05)


def test_a_rule_stands_above_each_band_and_between_sections_side_by_side() -> None:
    short = tuple(section(n << 8, f"第{n}县：", "口号", REEF[:1]) for n in range(1, 4))
    found = paragraphs(docx_of(replace(page(), sections=short), "zhoushan"))
    styles = [style for style in map(style_of, found) if style in ("Separator", "ColumnRule")]
    assert styles == ["Separator", "ColumnRule", "Separator"]
    (upright,) = (p for p in found if style_of(p) == "ColumnRule")
    beside = ZHOUSHAN.width_pt(2) + ZHOUSHAN.gutter_em * ZHOUSHAN.character_pitch_pt / 2
    assert int(attribute(upright, "pPr/framePr", "x")) / 20 == pytest.approx(beside, abs=0.05)
    defined = {s.get(f"{W}styleId"): s for s in part(docx_of(page(), "zhoushan"), "word/styles.xml")}
    for style, side in (("Separator", "bottom"), ("ColumnRule", "left")):
        assert int(attribute(defined[style], f"pPr/pBdr/{side}", "sz")) / 8 == pytest.approx(0.4, abs=0.05)


def test_a_layout_without_rules_has_gaps_only() -> None:
    bare = replace(ZHOUSHAN, rule_pt=0.0)
    found = article_docx(page(), bare, exported_id=None, now=NOW)
    styles = [*map(style_of, paragraphs(found))]
    assert (styles.count("Separator"), styles.count("ColumnRule")) == (1, 0)
    assert b"w:pBdr" not in parts_of(found)["word/styles.xml"]


def test_a_section_without_a_body_keeps_its_heading_in_place() -> None:
    empty = replace(page().sections[0], paragraphs=())
    for sections in ((empty,), (empty, page().sections[1])):
        found = docx_of(replace(page(), sections=sections), "zhoushan")
        assert words(body(found)).replace("⏎", "").count("云屿县工商联：") == 1
        assert not attribute(paragraphs(found)[-1], "pPr/framePr", "w")


def test_text_and_page_agree_about_the_columns() -> None:
    lines = article_text(page(), ZHOUSHAN).split("\n")
    for column in columns_in(docx_of(page(), "zhoushan")):
        start = next(n for n, line in enumerate(lines) if line and column.startswith(line))
        taken = ""
        while len(taken) < len(column):
            taken += lines[start]
            start += 1
        assert taken == column

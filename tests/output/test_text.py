"""The composed page as text: what a person would read off it, line by line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.output.text import article_text
from moushi.typeset.lines import least_width_of
from output.word.samples import LEAD, PRESETS, layout_of, page, plain

ZHOUSHAN = layout_of("zhoushan")


def test_the_page_is_written_in_reading_order() -> None:
    lines = article_text(page(), ZHOUSHAN).split("\n")
    assert lines[:4] == [
        "迎潮而上 聚力前行",
        "海岛工商联排出新年“施工图”（上）",
        "□记者 田一苇 通讯员 苏晚舟",
        LEAD[0],
    ]
    first, second = (number for number, line in enumerate(lines[:-1]) if not line)
    assert "".join(lines[4:first]) == LEAD[1]
    assert lines[first + 1 : first + 3] == ["云屿县工商联：", "织密服务网 托起“海上云屿”"]
    assert lines[second + 1 : second + 3] == ["白礁区工商联：", "为建设活力白礁贡献商会力量"]
    assert lines[-1] == ""  # every line ends in a line feed


def test_the_lead_runs_across_the_page_and_the_body_down_its_columns() -> None:
    lead, _, body = article_text(page(), ZHOUSHAN).partition("\n\n")
    widest = max(map(least_width_of, lead.split("\n")[4:]))
    assert ZHOUSHAN.measure_em * 3 < widest <= ZHOUSHAN.lead_measure_em
    assert max(map(least_width_of, body.split("\n"))) <= ZHOUSHAN.measure_em
    first = body.split("\n")[2]
    assert least_width_of(first) <= ZHOUSHAN.measure_em - ZHOUSHAN.first_indent_em


def test_missing_parts_leave_no_line() -> None:
    bare = replace(page(), kicker=None, byline=None, lead=())
    bare = replace(bare, sections=(replace(bare.sections[0], slogan=None),))
    lines = article_text(bare, ZHOUSHAN).split("\n")
    assert lines[:3] == ["海岛工商联排出新年“施工图”（上）", "", "云屿县工商联："]
    assert lines[3].startswith("云屿县工商联主席")


def test_an_article_without_anything_is_an_empty_text() -> None:
    empty = replace(page(), kicker=None, headline=None, byline=None, lead=(), sections=())
    assert article_text(empty, ZHOUSHAN) == ""


@pytest.mark.parametrize("preset", PRESETS)
def test_in_every_preset_the_lines_joined_are_the_article(preset: str) -> None:
    document = page()
    runs = [document.kicker, document.headline, document.byline]
    runs += [run for paragraph in document.lead for run in paragraph.runs]
    for section in document.sections:
        runs += [section.heading, section.slogan, *(r for p in section.paragraphs for r in p.runs)]
    text = article_text(document, layout_of(preset))
    assert text.replace("\n", "") == "".join(run.text for run in runs)


@given(st.text(st.sampled_from("渔，。“”（）——2%a b"), min_size=1, max_size=200))
def test_every_character_of_a_paragraph_is_written(text: str) -> None:
    assert article_text(plain(text), ZHOUSHAN).replace("\n", "") == text

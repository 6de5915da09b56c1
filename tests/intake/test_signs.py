"""Single lines that tell what they are."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.newspaper_words import Words
from moushi.intake.signs import heading_and_slogan, is_byline, is_credit, is_heading, name_in_heading, part_in


@given(st.integers(0, 10**6))
def test_bylines_and_credits_of_all_forms(seed):
    words = Words(Random(seed))
    assert is_byline(words.byline())
    assert is_credit(words.credit())


@pytest.mark.parametrize(
    "text",
    ["记者近日走进各县", "本报推出系列报道", "■三个聚焦激活新动能，走访企业", "作者说", "通讯员队伍建设。"],
)
def test_sentences_about_reporters_are_no_bylines(text):
    assert not is_byline(text)


@pytest.mark.parametrize(
    "text",
    ["澄屿县工商联：", "澄屿县工商联（总商会）:", "■澄屿县工商联", "【澄屿县工商联】", "望潮高新区商会："],
)
def test_headings_with_colons_and_signs(text):
    assert is_heading(text)
    assert not name_in_heading(text).startswith(("■", "【"))
    assert name_in_heading(text)[-1] in "联会）"


@pytest.mark.parametrize(
    ("text", "name", "slogan"),
    [
        ("澄屿县工商联：做渔民的贴心人", "澄屿县工商联：", "做渔民的贴心人"),
        ("澄屿县工商联——做渔民的贴心人", "澄屿县工商联", "——做渔民的贴心人"),
        ("澄屿县工商联｜做渔民的贴心人", "澄屿县工商联｜", "做渔民的贴心人"),
        ("澄屿县工商联\u3000做渔民的贴心人", "澄屿县工商联", "做渔民的贴心人"),
    ],
)
def test_heading_and_slogan_on_one_line(text, name, slogan):
    assert heading_and_slogan(text) == (name, slogan)


@pytest.mark.parametrize(
    ("text", "part"),
    [("开新局（上）", "上"), ("开新局(下篇)", "下"), ("开新局（三）", "三"), ("（上）开局", "")],
)
def test_the_part_of_a_series_stands_at_the_end(text, part):
    assert part_in(text) == part

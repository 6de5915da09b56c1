from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.typeset.characters import (
    NO_LINE_END,
    NO_LINE_START,
    Kind,
    kind_of,
    least_width,
    natural_width,
    units,
)
from typeset.newsprint import ACCENTED, FAMILY, FLAG, VARIANT, slow_units, texts


@pytest.mark.parametrize("ch", "渔〇々あ한Ａ５□■▲①℃％🎉𠮷～")
def test_han_and_full_width_signs_take_one_em(ch):
    assert least_width(ch) == natural_width(ch) == 1


@pytest.mark.parametrize("mark", "，。、；：？！（）《》〈〉「」『』【】〔〕“”‘’·")
def test_marks_take_one_em_and_can_be_squeezed_to_half(mark):
    assert (least_width(mark), natural_width(mark)) == (0.5, 1)


@pytest.mark.parametrize("ch", "aZ9.,%+-\"'([)é²ж")
def test_half_width_characters_take_half_an_em(ch):
    assert least_width(ch) == natural_width(ch) == 0.5


def test_a_word_space_takes_a_quarter_and_a_full_width_space_one_em():
    assert least_width(" ") == least_width("\u00a0") == 0.25
    assert least_width("\u3000") == 1


@pytest.mark.parametrize(
    "ch", ["\u0301", "\ufe0f", "\U000e0101", "\u200d", "\u200c", "\u2060", "\u200b", "\u00ad"]
)
def test_what_combines_or_joins_takes_no_room(ch):
    assert least_width(ch) == natural_width(ch) == 0


def test_the_marks_of_the_page_are_kept_from_line_starts_and_ends():
    assert set("，。、；：？！）》〉」』】〕”’·％—…,.;:?!)]}%") <= NO_LINE_START
    assert set("（《〈「『【〔“‘([{") <= NO_LINE_END
    assert not (NO_LINE_START | NO_LINE_END) & set("渔a9'\"□ ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建“1+6+N”体系", ["建", "“", "1+6+N", "”", "体", "系"]),
        ("增3.5%，达10%", ["增", "3.5%", "，", "达", "10%"]),
        ("见a-b.cn/x_1。", ["见", "a-b.cn/x_1", "。"]),
        ("渔港——灯塔……", ["渔", "港", "——", "灯", "塔", "……"]),
        ("潮—汐…", ["潮", "—", "汐", "…"]),
        ("————", ["——", "——"]),
        ("see it, now.", ["see", " ", "it", ",", " ", "now", "."]),
        (f"{FAMILY}和{FLAG}{FLAG}", [FAMILY, "和", FLAG, FLAG]),
        (f"{VARIANT}caf{ACCENTED}s", [VARIANT, f"caf{ACCENTED}s"]),
        ("", []),
    ],
)
def test_units_that_no_break_splits(text, expected):
    assert [unit.text for unit in units(text)] == expected


def test_a_unit_is_as_wide_as_what_it_shows():
    widths = {unit.text: unit.least for unit in units(f"——{FAMILY}{FLAG}{VARIANT}1+6+N{ACCENTED}。👍🏽")}
    assert widths == {"——": 2, FAMILY: 1, FLAG: 1, VARIANT: 1, f"1+6+N{ACCENTED}": 3, "。": 0.5, "👍🏽": 1}


@given(texts)
def test_units_agree_with_the_rules_written_a_second_time(text):
    assert [unit.text for unit in units(text)] == slow_units(text)


@given(st.text())
def test_units_of_any_text_joined_are_the_text(text):
    found = units(text)
    assert "".join(unit.text for unit in found) == text
    assert all(text[unit.start : unit.end] == unit.text for unit in found)
    assert all(0 <= unit.least <= unit.natural for unit in found)


@given(st.characters())
def test_every_character_has_a_kind(ch):
    assert isinstance(kind_of(ch), Kind)
    assert least_width(ch) == 0 or not unicodedata.combining(ch)

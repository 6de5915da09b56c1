from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.output.excel.fitting import TALLEST, height, line_count, longest_line, most_lines, units, wrapped

texts = st.text(st.sampled_from("渔港海岛船，。；（）“”aB12 .-\n①—…"), max_size=80)
widths = st.floats(5, 60)


def test_han_and_full_width_marks_are_two_wide_and_others_one():
    assert (units("渔港"), units("，"), units("12ab"), units("①")) == (4, 2, 4, 2)
    assert longest_line("渔港\n一二三\n") == 6


def test_a_text_wraps_at_the_column_s_width():
    assert wrapped("渔港海岛船" * 4, 28) == ("渔港海岛船" * 2 + "渔港海岛", "船" + "渔港海岛船")


def test_marks_stay_with_the_word_before_them_and_numbers_whole():
    assert wrapped("渔港海岛，船", 10) == ("渔港海", "岛，船")
    assert wrapped("渔港2031年", 8) == ("渔港", "2031年")


def test_typed_lines_are_kept():
    assert wrapped("①定场地\n②开展", 40) == ("①定场地\n", "②开展")


@given(texts, widths)
def test_no_character_is_lost_and_no_line_is_wider_than_its_column(text, width):
    lines = wrapped(text, width)
    assert "".join(lines) == text
    for line in lines:
        assert units(line.rstrip("\n")) * 20 / 3 <= width * 7 or len(line) <= 2


@given(texts, widths)
def test_counting_lines_at_a_glance_gives_the_same_number(text, width):
    assert line_count(text, width) == len(wrapped(text, width))


@pytest.mark.parametrize("size", [10, 11, 20])
def test_a_full_row_is_as_tall_as_excel_allows(size):
    assert height(most_lines(size), size) <= TALLEST < height(most_lines(size) + 1, size)

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from moushi.typeset.lines import compose, first_break, least_width_of
from typeset.newsprint import (
    BREAKER,
    FAMILY,
    JOINER,
    NO_END,
    NO_START,
    indents,
    legal_breaks,
    measures,
    slow_width,
    texts,
    unit_ends,
)


def lines_of(text, measure, indent=0.0):
    return [line.text for line in compose(text, measure, indent)]


def test_an_empty_paragraph_has_no_lines():
    assert compose("", 21.75) == []
    assert first_break("", 21.75, 2) == 0


def test_a_line_says_where_it_stands_and_whether_it_is_the_last():
    first, last = compose("海岛渔港晒盐", 5, 2)
    assert (first.text, first.start, first.end, first.indent, first.last) == ("海岛渔", 0, 3, 2, False)
    assert (last.text, last.start, last.end, last.indent, last.last) == ("港晒盐", 3, 6, 0, True)


def test_marks_are_squeezed_in_before_a_line_is_broken():
    assert lines_of("东港、西港、南港、北港。", 10) == ["东港、西港、南港、北港。"]
    assert lines_of("东港、西港、南港、北港。", 9.5) == ["东港、西港、南港、北", "港。"]


def test_a_closing_mark_takes_a_character_along_to_the_next_line():
    assert lines_of("六横岛上建渔港。", 7) == ["六横岛上建渔", "港。"]


def test_an_opening_mark_goes_with_what_it_opens():
    assert lines_of("我们去“蓝湾”看看", 4) == ["我们去", "“蓝湾”看", "看"]


def test_quotation_marks_inside_brackets_stay_together():
    assert lines_of("渔业（“海上粮仓”）发展", 3.5) == ["渔业", "（“海上", "粮仓”）", "发展"]


def test_numbers_and_names_in_letters_stay_whole():
    assert lines_of("推进“1+6+N”体系建设", 4.5) == ["推进", "“1+6+N”体", "系建设"]
    assert lines_of("增长12.5%左右", 4) == ["增长", "12.5%左", "右"]


def test_dashes_and_ellipses_neither_split_nor_start_a_line():
    assert lines_of("来到灯塔——岛", 5) == ["来到灯", "塔——岛"]
    assert lines_of("来到灯塔……岛", 4) == ["来到灯", "塔……岛"]


def test_spaces_hang_at_the_end_of_a_line():
    assert lines_of("渔港 灯塔", 2) == ["渔港 ", "灯塔"]
    assert lines_of("渔港\u3000\u3000灯塔", 2) == ["渔港\u3000\u3000", "灯塔"]


def test_a_space_does_not_part_a_mark_from_its_neighbour():
    assert lines_of("东渔港 ，好", 3) == ["东渔", "港 ，好"]
    assert lines_of("东渔“ 港好", 3) == ["东渔", "“ 港好"]


def test_a_word_joiner_forbids_a_break_and_a_zero_width_space_allows_one():
    assert lines_of(f"海岛{JOINER}渔港", 2) == ["海", f"岛{JOINER}渔", "港"]
    assert lines_of(f"abcd{BREAKER}efgh", 3) == [f"abcd{BREAKER}", "efgh"]


def test_a_run_longer_than_the_measure_is_split_as_a_last_resort():
    assert lines_of("看" + "x" * 10 + "好", 3) == ["看", "xxxxxx", "xxxx好"]
    assert lines_of("“" + "x" * 10, 3) == ["“xxxxx", "xxxxx"]


def test_the_first_break_knows_how_a_run_goes_on_far_beyond_the_line():
    text = "渔" + "1" + "+" * 200 + "1"
    assert first_break(text, 3, 0) == len(lines_of(text, 3)[0]) == 1


def test_a_row_of_closing_marks_is_broken_where_it_must_be():
    assert lines_of("。" * 8, 3) == ["。" * 6, "。" * 2]


def test_a_column_narrower_than_a_character_still_sets_one_in_each_line():
    assert lines_of(f"渔{FAMILY}——", 0.25) == ["渔", FAMILY, "—", "—"]
    assert lines_of("渔港", 3, 5) == ["渔", "港"]


def test_a_measure_that_falls_short_by_a_rounding_error_is_not_short():
    assert lines_of("渔" * 10, 10 - 1e-9) == ["渔" * 10]


@given(texts, measures, indents)
def test_nothing_is_lost_and_offsets_are_true(text, measure, indent):
    lines = compose(text, measure, indent)
    assert "".join(line.text for line in lines) == text
    assert all(text[line.start : line.end] == line.text and line.text for line in lines)
    assert [line.last for line in lines] == [line.end == len(text) for line in lines]
    assert [line.indent for line in lines] == [0 if line.start else indent for line in lines]


@given(st.text(), st.floats(0, 30), st.floats(0, 30))
def test_any_text_in_any_measure_is_set(text, measure, indent):
    lines = compose(text, measure, indent)
    assert "".join(line.text for line in lines) == text
    assert all(line.text for line in lines)


@given(texts, measures, indents)
@example("渔。" * 3 + "x" * 60 + "））", 3.0, 2.0)
def test_every_line_is_as_full_as_the_rules_allow(text, measure, indent):
    legal = legal_breaks(text)
    for line in compose(text, measure, indent):
        room = measure - line.indent
        fitting = [at for at in legal if at > line.start and slow_width(text[line.start : at]) <= room]
        if fitting:
            assert line.end == max(fitting)


@given(texts, measures, indents)
def test_no_line_starts_or_ends_wrongly_where_a_legal_break_would_fit(text, measure, indent):
    legal = legal_breaks(text)
    lines = compose(text, measure, indent)
    for line in lines[:-1]:
        if any(
            at > line.start and slow_width(text[line.start : at]) <= measure - line.indent for at in legal
        ):
            assert text[line.end] not in NO_START
            assert line.text.rstrip(f" \u3000{BREAKER}")[-1:] not in set(NO_END)
            assert line.end in unit_ends(text)


@given(texts, measures, indents)
def test_no_line_is_too_long_but_for_a_single_character(text, measure, indent):
    for line in compose(text, measure, indent):
        too_long = slow_width(line.text) > measure - line.indent
        assert not too_long or slow_width(line.text) <= 1


@given(texts, measures, indents)
def test_the_first_break_is_where_compose_ends_its_first_line(text, measure, indent):
    assume(text)
    assert first_break(text, measure, indent) == compose(text, measure, indent)[0].end


@given(texts)
def test_the_least_width_is_that_of_the_characters(text):
    assert least_width_of(text + "渔") == slow_width(text + "渔")

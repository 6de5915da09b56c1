from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.typeset.justify import Glyph, place
from moushi.typeset.lines import Line, compose
from typeset.newsprint import indents, measures, texts

EPSILON = 1e-6
MARK = 1.0


def a_line(text, *, last=False, indent=0.0):
    return Line(text, 0, len(text), indent, last)


def advances(text, measure, **options):
    return [glyph.advance for glyph in place(a_line(text, **options), measure)]


def positions(text, measure, **options):
    return [glyph.x for glyph in place(a_line(text, **options), measure)]


def room_start(glyph):
    """Where the room of a glyph begins: right of its origin where an opening mark or a `·` was squeezed."""
    squeezed = MARK - glyph.advance
    mark = glyph.text.strip("\u200b\u200d\u2060\u0301\U000e0100")[:1]  # what has no width joins a neighbour
    if mark and mark in "（《〈「『【〔“‘":
        return glyph.x + squeezed
    return glyph.x + squeezed / 2 if mark == "·" else glyph.x


def test_a_line_of_han_stands_on_whole_ems():
    assert place(a_line("海岛渔港"), 4) == [Glyph(ch, i, 1) for i, ch in enumerate("海岛渔港")]


def test_an_indent_moves_the_whole_line():
    assert positions("海岛", 4, indent=2.0) == [2, 3]


def test_the_last_line_keeps_natural_widths():
    assert positions("海岛。", 21, last=True) == [0, 1, 2]
    assert advances("海岛。", 21, last=True) == [1, 1, 1]


def test_the_last_line_is_squeezed_if_it_is_too_long():
    assert advances("海、岛。", 3, last=True) == [1, 0.5, 1, 0.5]


def test_a_short_line_is_stretched_between_all_its_characters():
    assert positions("海岛渔港", 4.75) == pytest.approx([0, 1.25, 2.5, 3.75])


def test_a_dash_is_not_torn_apart():
    assert [(g.text, g.x, g.advance) for g in place(a_line("海——岛"), 5)] == [
        ("海", 0, 1),
        ("——", 1.5, 2),
        ("岛", 4, 1),
    ]


def test_the_mark_at_the_end_gives_way_first():
    assert advances("海、岛·“渔”港。", 8) == pytest.approx([1, 1, 1, 1, 0.5, 1, 1, 1, 0.5])


def test_marks_give_way_in_the_order_of_the_requirements():
    text = "海。岛，“渔”船·"  # natural 8, for “ after ， gives up half an em
    assert advances(text, 8.5) == pytest.approx([1, 1, 1, 0.5, 1, 1, 1, 1, 1])
    assert advances(text, 8.0) == pytest.approx([1, 1, 1, 0.5, 1, 1, 1, 1, 0.5])
    assert advances(text, 7.5) == pytest.approx([1, 1, 1, 0.5, 0.75, 1, 0.75, 1, 0.5])
    assert advances(text, 7.0) == pytest.approx([1, 1, 1, 0.5, 0.5, 1, 0.5, 1, 0.5])
    assert advances(text, 6.5) == pytest.approx([1, 0.5, 1, 0.5, 0.5, 1, 0.5, 1, 0.5])


def test_marks_of_one_class_give_way_equally():
    assert advances("海、岛，渔港", 5.5) == pytest.approx([1, 0.75, 1, 0.75, 1, 1])


def test_a_squeezed_pause_leaves_its_glyph_where_it_stands():
    assert positions("海，岛", 2.5) == [0, 1, 1.5]


def test_a_squeezed_opening_mark_moves_its_glyph_left():
    assert positions("海“岛", 2.5) == [0, 0.5, 1.5]


def test_a_squeezed_interpunct_gives_way_on_both_sides():
    assert positions("海·岛", 2.5) == [0, 0.75, 1.5]


def test_marks_side_by_side_share_one_blank():
    assert advances("海。”", 9, last=True) == [1, 0.5, 1]
    assert advances("海”“岛", 9, last=True) == [1, 0.5, 1, 1]
    assert advances("《“海", 9, last=True) == [1, 0.5, 1]
    assert positions("《“海", 9, last=True) == [0, 0.5, 1.5]


def test_between_han_and_letters_there_is_a_gap_of_a_quarter():
    assert positions("建5G网", 9, last=True) == [0, 1.25, 2.5]


def test_the_gap_gives_way_to_an_eighth_then_the_stops_then_the_rest_of_the_gap():
    natural = "建5G网。好"
    assert positions(natural, 5.25) == pytest.approx([0, 1.125, 2.25, 3.25, 4.25])
    assert positions(natural, 5.0) == pytest.approx([0, 1.125, 2.25, 3.25, 4.0])
    assert positions(natural, 4.5) == pytest.approx([0, 1, 2, 3, 3.5])


def test_word_spaces_and_gaps_stretch_before_the_other_characters():
    third, half = 1 / 3, 1 / 2
    text = "a b海岛"
    natural = 1 + third + 0.25 + 2
    assert positions(text, natural + 1 / 6) == pytest.approx([0, 0.5, 0.5 + half, 1.75, 2.75])
    assert positions(text, natural + 1 / 6 + 0.25) == pytest.approx([0, 0.5, 0.5 + half, 2, 3])
    wider = positions(text, natural + 1 / 6 + 0.25 + 0.3)
    assert wider == pytest.approx([0, 0.5, 1.1, 2.2, 3.3])


def test_a_line_that_begins_with_a_space_fills_its_measure_too():
    assert positions(" 海岛", 4.5) == pytest.approx([0, 1.5, 3.5])


def test_a_space_that_hangs_takes_no_room():
    assert place(a_line("海岛 "), 2)[-1] == Glyph(" ", 2, 0)


def test_a_space_that_carries_an_accent_does_not_hang():
    assert place(a_line("海 \u0301"), 2)[-1].advance > 0


def test_what_has_no_width_gets_no_gap_of_its_own():
    assert [(g.text, g.x) for g in place(a_line("海\u2060岛渔"), 4)] == [
        ("海\u2060", 0),
        ("岛", 1.5),
        ("渔", 3),
    ]


def test_a_font_places_letters_by_its_own_widths():
    glyphs = place(a_line("用Wi-Fi上网", last=True), 9, lambda run: 0.6 * len(run))
    assert [(g.text, g.x) for g in glyphs] == [
        ("用", 0),
        ("Wi-Fi", 1.25),
        ("上", pytest.approx(4.5)),
        ("网", pytest.approx(5.5)),
    ]


def test_letters_too_wide_for_the_measure_are_set_narrower_with_all_the_rest():
    glyphs = place(a_line("MMMM海岛"), 4, lambda run: 1.0 * len(run))
    assert glyphs[-1].x + glyphs[-1].advance == pytest.approx(4)
    assert glyphs[0].advance == pytest.approx(4 * 4 / 6)


def test_an_opening_mark_set_narrower_still_moves_left_by_its_own_blank():
    glyphs = place(a_line("“MMMM"), 3, lambda run: 1.0 * len(run))
    assert [glyph.x for glyph in glyphs] == pytest.approx([-1 / 3, 1 / 3])


def test_an_empty_line_has_no_glyphs():
    assert place(a_line(""), 9) == []


@given(texts, measures, indents)
def test_positions_grow_and_the_last_glyph_ends_within_the_measure(text, measure, indent):
    for line in compose(text, measure, indent):
        glyphs = place(line, measure)
        assert "".join(glyph.text for glyph in glyphs) == line.text
        assert all(room_start(a) <= room_start(b) + EPSILON for a, b in pairwise(glyphs))
        assert all(glyph.advance >= 0 for glyph in glyphs)
        if line.indent < measure:
            assert glyphs[-1].x + glyphs[-1].advance <= measure + EPSILON


@given(texts, st.sampled_from([21.75, 77.14]), indents, st.floats(0.1, 1.2))
def test_with_any_font_the_last_glyph_ends_within_the_measure(text, measure, indent, em):
    for line in compose(text, measure, indent):
        last = place(line, measure, lambda run: em * len(run))[-1]
        assert last.x + last.advance <= measure + EPSILON


@given(texts, st.sampled_from([21.75, 77.14]), indents, st.floats(0.1, 0.5))
def test_glyphs_keep_clear_of_each_other(text, measure, indent, em):
    for line in compose(text, measure, indent):
        glyphs = place(line, measure, lambda run: em * len(run))
        assert all(room_start(a) + a.advance <= room_start(b) + EPSILON for a, b in pairwise(glyphs))


@given(texts, st.sampled_from([21.75, 77.14]))
def test_every_line_but_the_last_fills_its_measure(text, measure):
    for line in compose(text, measure):
        glyphs = [glyph for glyph in place(line, measure) if glyph.advance]
        if not line.last and len(glyphs) > 1:
            assert glyphs[-1].x + glyphs[-1].advance == pytest.approx(measure)

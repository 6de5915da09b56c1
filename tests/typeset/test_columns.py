from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moushi.typeset.columns import balance
from moushi.typeset.lines import Line


def paragraphs(*lengths):
    return [[Line("海", i, i + 1, 0.0, i == length - 1) for i in range(length)] for length in lengths]


def lengths_of(columns):
    return [len(column) for column in columns]


def test_lines_are_shared_out_evenly():
    assert balance(paragraphs(2, 2), 2) == [[(0, 0), (0, 1)], [(1, 0), (1, 1)]]


def test_the_first_columns_are_the_longer_ones():
    assert lengths_of(balance(paragraphs(11), 4)) == [3, 3, 3, 2]


def test_no_column_begins_with_the_last_line_of_a_paragraph_if_another_may_be_longer():
    assert balance(paragraphs(4, 3), 2) == [[(0, 0), (0, 1), (0, 2), (0, 3)], [(1, 0), (1, 1), (1, 2)]]
    assert lengths_of(balance(paragraphs(5, 2), 2)) == [3, 4]


def test_a_paragraph_of_one_line_may_begin_a_column():
    assert lengths_of(balance(paragraphs(3, 1, 1), 2)) == [3, 2]


def test_fewer_lines_than_columns_leave_the_last_columns_empty():
    assert balance(paragraphs(1), 3) == [[(0, 0)], [], []]
    assert balance([], 2) == [[], []]


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(1, 6))
def test_every_line_is_set_once_in_order_and_columns_differ_by_one_line_at_most(lengths, columns):
    placed = balance(paragraphs(*lengths), columns)
    assert [place for column in placed for place in column] == [
        (p, i) for p, n in enumerate(lengths) for i in range(n)
    ]
    assert len(placed) == columns
    assert max(lengths_of(placed)) - min(lengths_of(placed)) <= 1

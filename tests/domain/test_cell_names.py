"""The cells of a workbook by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.cell_names import cell_name, cell_named, column_letters, column_number

places = st.tuples(st.integers(0, 1_048_575), st.integers(0, 16_383))


def test_letters_go_on_after_z():
    assert [column_letters(column) for column in (0, 25, 26, 701, 702, 16_383)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD"),
    ]


@given(places)
def test_a_name_leads_back_to_its_cell(place):
    assert cell_named(cell_name(place)) == place
    assert column_number(column_letters(place[1])) == place[1] + 1


def test_a_fixed_cell_is_the_same_cell():
    assert cell_named("$b$7") == (6, 1)


@pytest.mark.parametrize("name", ["", "B", "7", "B0", "B7:C9", "总计7", "ABCD1"])
def test_what_names_no_cell_is_none(name):
    assert cell_named(name) is None

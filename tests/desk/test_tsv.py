"""Cells on the clipboard: what Excel and WPS put there, and what they take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.desk.tsv import from_tsv, to_tsv

cells = st.text(st.sampled_from("\t\n\"'=+-@ 1a两"), max_size=6)
blocks = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(blocks)
def test_what_is_copied_is_pasted_as_it_was(block):
    assert from_tsv(to_tsv(block)) == block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("12\t2000万\r\n3\t\r\n", [["12", "2000万"], ["3", ""]]),
        ("12", [["12"]]),
        ('"走访两家\n座谈一次"\t好', [["走访两家\n座谈一次", "好"]]),
        ('"说""好"""\r\n', [['说"好"']]),
        ('12"屏\t3', [['12"屏', "3"]]),
        ("1\n\n3\n", [["1"], [""], ["3"]]),
        ("", []),
    ],
)
def test_cells_are_read_as_spreadsheets_write_them(text, block):
    assert from_tsv(text) == block


@pytest.mark.parametrize("text", ["=1+1", "-完成两场", "@远帆", "+跟进"])
def test_text_does_not_become_a_formula(text):
    assert to_tsv([[text]]) == f" {text}\n"


@pytest.mark.parametrize("number", ["-5%", "+3.5", "-1,200"])
def test_numbers_stay_numbers(number):
    assert to_tsv([[number]]) == f"{number}\n"

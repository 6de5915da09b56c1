"""Unified social credit codes: the check character, and what is said of a code as it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.uscc import DIGITS, LENGTH, check_character, is_uscc, normal_uscc, uscc_advice

bodies = st.text(DIGITS, min_size=LENGTH - 1, max_size=LENGTH - 1)


def said(code: str) -> str:
    return str(uscc_advice(code) or "")


def test_the_standard_s_own_example_is_a_code() -> None:
    assert check_character("91350100M000100Y4") == "3"  # GB 32100-2015, annex
    assert is_uscc("91350100M000100Y43")


@pytest.mark.parametrize("first", ["51", "91", "92", "93", "N2", "Y1", "A1"])
def test_codes_of_every_kind_of_body_are_taken(first: str) -> None:
    body = first + "330921MA00000"[:13].ljust(15, "0")
    assert is_uscc(body + check_character(body))


@given(bodies)
def test_of_all_last_characters_just_one_fits(body: str) -> None:
    assert [char for char in DIGITS if is_uscc(body + char)] == [check_character(body)]


@given(bodies, st.integers(0, LENGTH - 1), st.sampled_from(DIGITS))
def test_one_character_mistyped_is_noticed(body: str, at: int, other: str) -> None:
    code = body + check_character(body)
    if code[at] != other:
        assert "check character" in said(code[:at] + other + code[at + 1 :])


@given(bodies)
def test_width_case_and_spaces_do_not_matter_while_typing(body: str) -> None:
    code = body + check_character(body)
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code.lower())
    assert uscc_advice(f" {wide[:8]} {wide[8:]} ") is None
    assert normal_uscc(wide) == code


@given(st.text())
def test_whatever_is_typed_gets_advice_or_none(text: str) -> None:
    advice = uscc_advice(text)
    assert (advice is None) == (normal_uscc(text) == "" or is_uscc(normal_uscc(text)))


def test_nothing_typed_is_no_fault() -> None:
    assert uscc_advice("") is None
    assert uscc_advice("  ") is None


def test_a_code_under_way_says_how_far_it_is() -> None:
    assert said("91330921MA") == "10 of 18 characters so far."


def test_letters_taken_for_digits_are_named() -> None:
    assert said("91330921MAO") == "A code has no letter O. Look whether it is 0."
    assert "I" in said("9133I")


def test_too_long_and_foreign_characters_are_told() -> None:
    assert said("9" * 19) == "A code has 18 characters; these are 19."
    assert "“渔”" in said("9133渔")

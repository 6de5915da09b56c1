"""Unified social credit codes: the check character, and what is said of a code as it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.kinds import MemberKind
from moushi.domain.uscc import (
    _WEIGHTS,
    DIGITS,
    LENGTH,
    check_character,
    is_uscc,
    misfit,
    normal_uscc,
    prefix_words,
    uscc_advice,
)

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


WEIGHTS = (*_WEIGHTS, 1)  # the check character makes the weighted sum of all 18 divisible by 31
EXAMPLES = (
    "91350100M000100Y43",
    "0" * 18,
    *(body + check_character(body) for body in (DIGITS[:17], DIGITS[14:])),
)


def test_the_weights_are_powers_of_three() -> None:
    assert [3**place % 31 for place in range(LENGTH - 1)] == list(_WEIGHTS)  # GB 32100, annex B


def test_every_single_error_can_be_caught() -> None:
    """31 is prime: a weight that is not 0, times a difference of 1 to 30, is never divisible by it."""
    assert all((weight * off) % 31 for weight in WEIGHTS for off in range(1, 31))


def test_every_swap_of_neighbours_can_be_caught_and_of_all_swaps_only_that_of_the_ends_cannot() -> None:
    """Swapped characters that differ by d change the sum by d times the difference of their weights."""
    blind = [(one, other) for one in range(LENGTH) for other in range(one) if WEIGHTS[one] == WEIGHTS[other]]
    assert blind == [(LENGTH - 1, 0)]


@pytest.mark.parametrize("code", EXAMPLES)
def test_each_single_error_of_a_code_is_caught(code: str) -> None:
    assert is_uscc(code)
    errors = (
        code[:at] + char + code[at + 1 :] for at in range(LENGTH) for char in DIGITS if char != code[at]
    )
    assert not any(map(is_uscc, errors))


@pytest.mark.parametrize("code", EXAMPLES)
def test_each_swap_of_two_different_neighbours_is_caught(code: str) -> None:
    for at in range(LENGTH - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert is_uscc(swapped) == (swapped == code)


@given(bodies, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_whatever_two_characters_are_swapped_is_caught_but_for_the_ends(
    body: str, one: int, other: int
) -> None:
    code = body + check_character(body)
    chars = list(code)
    chars[one], chars[other] = chars[other], chars[one]
    swapped = "".join(chars)
    assert is_uscc(swapped) == (swapped == code or {one, other} == {0, LENGTH - 1})


@pytest.mark.parametrize(
    ("first", "whose"),
    [
        ("51", "social organisation"),
        ("91", "business enterprise"),
        ("92", "sole trader"),
        ("93", "farmers' cooperative"),
        ("N2", "village collective"),
        ("Y1", "body registered elsewhere"),
        ("A1", "institution of the armed forces"),
    ],
)
def test_the_prefix_is_said_in_words_as_soon_as_it_is_typed(first: str, whose: str) -> None:
    assert str(prefix_words(first.lower())) == f"{first}: {whose}"
    assert str(prefix_words(f" {first} 330")) == f"{first}: {whose}"


@pytest.mark.parametrize("text", ["", "9", "99", "渔具"])
def test_of_an_unknown_prefix_nothing_is_said(text: str) -> None:
    assert prefix_words(text) is None
    assert all(misfit(text, kind) is None for kind in MemberKind)


@pytest.mark.parametrize(
    ("kind", "fitting", "strange"),
    [
        (MemberKind.ENTERPRISE, ("91", "92", "93", "N2", "Y1", "A1", "31"), ("51", "52", "53", "11")),
        (MemberKind.GROUP, ("51", "52", "53", "93", "N2", "Y1"), ("91", "92")),
        (MemberKind.INDIVIDUAL, ("92",), ("91", "51", "93")),
    ],
)
def test_a_code_of_another_kind_of_member_is_pointed_out(
    kind: MemberKind, fitting: tuple[str, ...], strange: tuple[str, ...]
) -> None:
    assert all(misfit(first, kind) is None for first in fitting)
    assert all("Look which" in str(misfit(first, kind)) for first in strange)


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

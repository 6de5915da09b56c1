from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.numbers import circled, percent, plain, shifted, shown_share, yuan, yuan_scale

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=6)
SIZES = {"万": 4, "亿": 8}


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("20000000", "2000万"),
        ("120000000", "1.2亿"),
        ("0", "0"),
        ("9999", "9999"),
        ("15000", "1.5万"),
        ("12345", "1.2345万"),
        ("12345.67", "12345.67"),
        ("123456789", "12345.6789万"),
        ("-30000", "-3万"),
        ("2E+8", "2亿"),
    ],
)
def test_amounts_read_in_wan_and_yi_with_all_their_digits(amount, printed):
    assert yuan(Decimal(amount)) == printed


@given(numbers)
def test_no_digit_of_an_amount_is_lost(amount):
    printed = yuan(amount)
    places = SIZES.get(printed[-1], 0)
    assert shifted(Decimal(printed.rstrip("万亿")), places) == amount


def test_amounts_side_by_side_share_one_scale():
    assert yuan_scale(Decimal(20_000_000), Decimal(5_000)) == (4, "万")
    assert yuan_scale(Decimal(20_000_000), Decimal("0.5")) == (0, "")
    assert yuan_scale() == (0, "")


@pytest.mark.parametrize(
    ("number", "printed"), [("1E+3", "1000"), ("2.50", "2.5"), ("-0", "0"), ("0.000", "0"), ("100", "100")]
)
def test_numbers_are_printed_plainly(number, printed):
    assert plain(Decimal(number)) == printed


@given(numbers)
def test_a_plain_number_is_the_number(number):
    assert Decimal(plain(number)) == number


@pytest.mark.parametrize(
    ("share", "printed"),
    [("0.76", "76%"), ("0.9996", "99.9%"), ("1", "100%"), ("1.2", "120%"), ("0.6667", "66.7%"), ("0", "0%")],
)
def test_percentages_below_one_never_read_a_hundred(share, printed):
    assert percent(Decimal(share)) == printed


@given(st.fractions())
def test_a_shown_share_is_near_and_on_the_same_side_of_one(share):
    shown = shown_share(share)
    assert abs(Fraction(shown) - share) <= Fraction(1, 1000)
    assert (shown < 1) == (share < 1)


def test_circled_numbers_run_to_fifty():
    assert "".join(map(circled, (1, 20, 21, 35, 36, 50))) == "①⑳㉑㉟㊱㊿"
    assert circled(51) == "（51）"

"""Numbers and days as Chinese documents print them: exact amounts in 万 and 亿, shares that never flatter."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

_LAST_BELOW_ONE = Decimal("0.999")
POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""The powers of ten that words of number say."""

_SCALE = re.compile("[十百千]?(?:万亿|亿|万)?")
_CIRCLES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


def plain(number: Decimal) -> str:
    """All digits of a number, without exponent, trailing zeros or a negative zero."""
    digits = format(number, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits


def yuan_scale(*amounts: Decimal) -> tuple[int, str]:
    """The power of ten and the word (亿, 万 or none) in which amounts of yuan read best.

    It is the greatest that the greatest amount reaches and that leaves none with more than four decimals.
    """
    greatest = max((abs(amount) for amount in amounts), default=Decimal(0))
    for power, word in ((8, "亿"), (4, "万")):
        fine = all(_is_whole(shifted(amount, 4 - power)) for amount in amounts)
        if greatest >= Decimal(10) ** power and fine:
            return power, word
    return 0, ""


@lru_cache(maxsize=256)
def unit_power(unit: str) -> int:
    """The power of ten that a unit says: 4 of 万元 and 万吨, 7 of 千万元, 0 of 人."""
    found = _SCALE.match(unit)
    return sum(POWERS[word] for word in found[0]) if found else 0


def yuan(amount: Decimal) -> str:
    """An amount of yuan as 2000万 or 1.2亿, with all its digits."""
    power, word = yuan_scale(amount)
    return plain(shifted(amount, -power)) + word


def shifted(number: Decimal, places: int) -> Decimal:
    """The number times 10 to the power of `places`, exactly, however long it is."""
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, int(exponent) + places))


def shown_share(share: Fraction) -> Decimal:
    """A share of 1 to three decimals, halves upward; less than 1 stays less than 1."""
    thousandths = Fraction(share * 1000 + Fraction(1, 2)).__floor__()
    rounded = shifted(Decimal(thousandths), -3)
    return min(rounded, _LAST_BELOW_ONE) if share < 1 else rounded


def percent(share: Decimal) -> str:
    """A share as 76% or 99.9%; what is below 1 never reads 100%."""
    return plain(shifted(shown_share(Fraction(share)), 2)) + "%"


def full_day(when: date) -> str:
    """A day in full: 2031年3月31日."""
    return f"{when.year}年{when.month}月{when.day}日"


def circled(number: int) -> str:
    """①, ② …, ㊿; above 50 in brackets."""
    for first, last, code in _CIRCLES:
        if first <= number <= last:
            return chr(code + number - first)
    return f"（{number}）"


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value(ROUND_HALF_UP)

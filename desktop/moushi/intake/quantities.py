"""Numbers as offices write them: 1,200、2000万、1.2亿元、76%、十二; what may be another quantity is none."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from moushi.domain.numbers import POWERS, shifted

_NUMBER = re.compile(
    r"(?P<digits>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)"
    r"(?P<scale>[十百千]?(?:万亿|亿|万)?)"
    r"(?P<sign>%(?!点))?(?P<unit>[^\d十百千万亿兆半成折%‰.,+~/-]{0,3})"
)
# Patterns as texts are prepared when the first number is read, not when the program starts.
_OTHER_UNIT = r"千[克米瓦升赫卡伏帕]|[kKwWM]$"  # kilo- is part of the unit; k, w and M are slang
_BETWEEN_GROUPS = r"(?<=\d)\s+(?=\d{3}(?!\d))"
_ONE = "[一二两三四五六七八九]"
_BELOW_MYRIAD = rf"(?:{_ONE}千)?(?:零?{_ONE}百)?(?:零?{_ONE}?十)?(?:(?<![百千万]){_ONE}|零{_ONE})?"
_SPELLED = rf"(?=.)(?:(?!万){_BELOW_MYRIAD}万)?{_BELOW_MYRIAD}|[零一二三四五六七八九]+"


def counted_in(text: str) -> str:
    """The unit behind a number that `number_in` reads, without a scale: 家 of 3家, 元 of 2000万元."""
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"^[+-]?[\d,.]*[零〇○一二两三四五六七八九十百千万亿]*", "", bare)


def number_in(text: str) -> Decimal | None:
    """The number that a text is, a share in % as a fraction of 1; None for 3成, 5k, 一二百 and the like."""
    bare = re.sub(_BETWEEN_GROUPS, "", unicodedata.normalize("NFKC", text).strip())
    bare = re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", bare)
    found = _NUMBER.fullmatch(bare)
    if found and any(char.isdigit() for char in found["digits"]) and not re.search(_OTHER_UNIT, bare):
        power = sum(POWERS[char] for char in found["scale"]) - (2 if found["sign"] else 0)
        return shifted(Decimal(found["digits"].replace(",", "")), power)
    spelled = re.sub("[〇○]", "零", bare.rstrip("元家人次个项条场期户名件"))
    if re.fullmatch(_SPELLED, spelled):
        from moushi.intake.values import chinese_number  # its many patterns take a while to prepare

        return Decimal(chinese_number(spelled) or 0)
    return None

"""Number formats of cells, as far as what a person sees depends on them: 85%, 2000万元, 3家, 2023年03月15日.

A format that only rounds, groups or colours is none of these. Days are left to the reader of the workbook,
but for the built-in ones of Chinese Excel, which have numbers and no codes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from moushi.domain.numbers import plain, shifted

PERCENT = "0%"
CHINESE_DAY = "yyyy-mm-dd"
_BUILT_IN = {
    9: PERCENT,
    10: "0.00%",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), CHINESE_DAY),
}
_TOKEN = re.compile(
    r"\"(?P<quoted>[^\"]*)\"?|[\\!](?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]"
    r"|(?P<end>;)|(?P<general>General|G/通用格式)|(?P<time>[yYmMdDhHsS]|[eE](?![+-]))|(?P<digit>[0#?])"
    r"|(?P<mark>[.,%/@]|[eE][+-])|(?P<other>.)",
    re.DOTALL,
)
_TELLING = re.compile(r"[\u4e00-\u9fff%‰％$€£]")
_EPOCH = date(1899, 12, 30)
_GREATEST = 1e21
_LONGEST = 255  # characters of a code, as Excel allows


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a format shows of a number: times 10 to the power of `power`, between `pieces` of text.

    The first piece stands before the digits, the last one after them; pieces between stand before the last
    `groups` digits each. `is_day` shows it as a day.
    """

    pieces: tuple[str, ...] = ("", "")
    groups: tuple[int, ...] = ()
    power: int = 0
    is_percent: bool = False
    is_day: bool = False

    def shown(self, number: float) -> str:
        """A number as it is seen, with all its digits."""
        if not abs(number) < _GREATEST:
            return str(number)
        if self.is_day and 0 < number < 2_958_466:  # the last day of 9999
            return (_EPOCH + timedelta(int(number))).isoformat()
        if self.is_percent and self.power == 2 and not self.groups and 0.0001 < number < 100:
            return f"{self.pieces[0]}{number * 100:.15g}{self.pieces[1]}"
        digits = plain(shifted(exact(number), self.power))
        sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
        if self.groups and digits.isdigit():
            digits = digits.rjust(sum(self.groups) + 1, "0")
            parted = []
            for text, width in zip(reversed(self.pieces[1:-1]), reversed(self.groups), strict=True):
                parted.append(text + digits[-width:])
                digits = digits[:-width]
            digits = "".join((digits.lstrip("0") or "0", *reversed(parted)))
        return f"{self.pieces[0]}{sign}{digits}{self.pieces[-1]}"


def exact(number: float) -> Decimal:
    """A number of a cell as it was typed: of 15 digits, the 16th and 17th being the machine's."""
    return Decimal(f"{number:.15g}")


def telling_code(number: int, code: str | None) -> str | None:
    """The code of a format (by its number where it has none) if what a person sees depends on it."""
    if code is None:
        return _BUILT_IN.get(number)
    return code if number_format(code) is not None else None


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat | None:
    """What a format's code shows; None where that is the bare number, text or a day."""
    if code == CHINESE_DAY:
        return NumberFormat(is_day=True)
    pieces, groups, marks = _pieces(code[:_LONGEST])
    if marks is None:
        return None
    if not any(groups) or not _TELLING.search("".join(pieces)):
        return None
    pieces, groups = (pieces, groups) if not groups[-1] else ([*pieces, ""], [*groups, 0])
    between, widths = pieces[1:-1], groups[1:-1]
    is_percent = "%" in marks
    power = (2 if is_percent else 0) - 3 * len(marks) + 3 * len(marks.rstrip(","))
    if between == ["."]:  # 0!.0,"万" and 0!.0000"万" show 20000 as 2.0万
        power, between, widths = power - widths[0], [], []
    elif between and "." in marks:
        return None
    return NumberFormat((pieces[0], *between, pieces[-1]), tuple(widths), power, is_percent)


def _pieces(code: str) -> tuple[list[str], list[int], str | None]:
    """The texts of a format, how many digits stand between them, and its signs; None of a day's format.

    Commas between digits, which group them, are no signs; those after them divide by 1,000 each.
    """
    pieces, groups, marks = [""], [0], ""
    for found in _TOKEN.finditer(code):
        match found.lastgroup:
            case "end":
                break
            case "time":
                return pieces, groups, None
            case "digit" | "general":
                groups[-1] += 1
                marks = marks.rstrip(",")
            case "mark":
                marks = marks.replace(",", "") + "%" if found[0] == "%" else marks + found[0]
                if found[0] == "%":
                    pieces, groups = _literal(pieces, groups, "%")
            case "quoted" | "escaped" | "money" | "other":
                pieces, groups = _literal(pieces, groups, found[found.lastgroup] or "")
    return pieces, groups, marks


def _literal(pieces: list[str], groups: list[int], text: str) -> tuple[list[str], list[int]]:
    """A format's pieces with more text, which begins a new one after digits."""
    if groups[-1]:
        return [*pieces, text], [*groups, 0]
    return [*pieces[:-1], pieces[-1] + text], groups

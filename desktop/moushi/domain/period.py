"""Periods of reporting: a month `2023-06`, a quarter `2023-Q2` or a year `2023`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from moushi.errors import MoushiError

_FORM = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>0[1-9]|1[0-2])|-Q(?P<quarter>[1-4]))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months of one year, `first` to `last` (1 to 12)."""

    year: int
    first: int
    last: int

    @property
    def begins(self) -> date:
        """Its first day."""
        return date(self.year, self.first, 1)

    @property
    def ends(self) -> date:
        """Its last day."""
        return _last_day(self.year, self.last)

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a month."""
        return self.year == other.year and self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        match self.last - self.first:
            case 0:
                return f"{self.year}-{self.first:02d}"
            case 2:
                return f"{self.year}-Q{self.last // 3}"
            case _:
                return f"{self.year}"


@lru_cache(maxsize=4096)
def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=4096)  # a sheet reads the same few periods thousands of times
def parse_period(text: str) -> Period:
    """The period that a text names; `MoushiError` when it names none."""
    found = _FORM.fullmatch(text.strip())
    if not found:
        raise MoushiError(
            "“{text}” is no period. Write a month as 2023-06, a quarter as 2023-Q2 or a year as 2023.",
            text=text,
        )
    year = int(found["year"])
    if found["month"]:
        return Period(year, int(found["month"]), int(found["month"]))
    if found["quarter"]:
        quarter = int(found["quarter"])
        return Period(year, quarter * 3 - 2, quarter * 3)
    return Period(year, 1, 12)

"""Terms of office (届): when the running one ends."""

from __future__ import annotations

from calendar import isleap
from datetime import date

from moushi.domain.records import Chamber, ChamberTerm


def years_later(day: date, years: int) -> date | None:
    """The same day so many years later, the 28th where there is no 29 February; None beyond the calendar."""
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        return None
    is_leap_day = (day.month, day.day) == (2, 29) and not isleap(year)
    return day.replace(year=year, day=28 if is_leap_day else day.day)


def term_ends(term: Chamber | ChamberTerm) -> date | None:
    """The last day of a term, by length or extension; of a chamber the running one's. None: unknown."""
    match term:
        case Chamber():
            began, years, extended_to = term.term_began_on, term.term_years, term.term_extended_to
        case _:
            began, years, extended_to = term.began_on, term.years, term.extended_to
    known = [day for day in (years_later(began, years) if began and years else None, extended_to) if day]
    return max(known, default=None)

"""Terms of office (届): the running one, when one ends, and when that is due or overdue."""

from __future__ import annotations

from calendar import isleap
from dataclasses import replace
from datetime import date
from uuid import uuid4

from moushi.domain.records import Chamber, ChamberTerm


def years_later(day: date, years: int) -> date | None:
    """The same day so many years later, the 28th where there is no 29 February; None beyond the calendar."""
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        return None
    is_leap_day = (day.month, day.day) == (2, 29) and not isleap(year)
    return day.replace(year=year, day=28 if is_leap_day else day.day)


def regular_end(term: Chamber | ChamberTerm) -> date | None:
    """The day on which a term ends by its length; None where its beginning or length is not known.

    One that began on 29 February ends on the 28th in a year that has none.
    """
    if isinstance(term, Chamber):
        began, years = term.term_began_on, term.term_years
    else:
        began, years = term.began_on, term.years
    return years_later(began, years) if began and years else None


def term_ends(term: Chamber | ChamberTerm) -> date | None:
    """The last day of a term, by length or extension; of a chamber the running one's, None where unknown."""
    extended_to = term.term_extended_to if isinstance(term, Chamber) else term.extended_to
    return max((day for day in (regular_end(term), extended_to) if day), default=None)


def is_overdue(ends: date | None, day: date) -> bool:
    """Whether a term with that last day has run out on a day; its last day is still one of it."""
    return ends is not None and ends < day


def is_due(ends: date | None, day: date) -> bool:
    """Whether a term with that last day has not run out on a day, but does within a year."""
    return ends is not None and day <= ends <= (years_later(day, 1) or date.max)


def running_term(chamber: Chamber) -> ChamberTerm:
    """The running term, as one that ends when it is due; its id is the chamber's."""
    return ChamberTerm(
        id=chamber.id,
        chamber_id=chamber.id,
        number=chamber.term_number,
        began_on=chamber.term_began_on,
        ended_on=term_ends(chamber),
        years=chamber.term_years,
        extended_to=chamber.term_extended_to,
    )


def ended_term(chamber: Chamber, day: date) -> ChamberTerm:
    """The term that a congress on that day ends, as a record of its own."""
    return replace(running_term(chamber), id=uuid4(), ended_on=day)

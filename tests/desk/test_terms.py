"""Terms of office: their ends and states, and extensions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import applied
from moushi.desk import terms
from moushi.domain.records import Chamber, ChamberTerm
from moushi.domain.snapshot import MemorySnapshot
from moushi.domain.terms import term_ends
from moushi.errors import MoushiError

OF = make.federation()
TODAY = date(2031, 6, 1)
BEGAN = date(2026, 5, 20)
LUTING = make.chamber(OF, "鹭汀镇商会", term_number=3, term_began_on=BEGAN, term_years=5)


def chamber(**fields: Any) -> Chamber:
    return make.chamber(OF, **fields)


def state(**fields: Any) -> str:
    return str(terms.term_state(chamber(**fields), TODAY).word)


# -- ends and states ---------------------------------------------------------------------------------------


def test_a_term_ends_on_the_day_it_began_years_later() -> None:
    leap = date(2028, 2, 29)
    assert term_ends(chamber(term_began_on=leap, term_years=5)) == date(2033, 2, 28)
    assert term_ends(chamber(term_began_on=leap, term_years=4)) == date(2032, 2, 29)


def test_the_chamber_s_own_length_counts_and_more_than_five_years_are_a_hint() -> None:
    three = chamber(term_began_on=date(2029, 1, 1), term_years=3)
    assert term_ends(three) == date(2032, 1, 1)
    assert terms.term_advice(three) is None
    six = chamber(term_began_on=date(2029, 1, 1), term_years=6)
    assert term_ends(six) == date(2035, 1, 1)
    assert "1 to 5 years; this one has 6" in str(terms.term_advice(six))


@given(st.dates(), st.none() | st.integers(-10, 20_000), st.none() | st.dates())
def test_no_length_of_term_is_too_much_for_it(began: date, years: int | None, until: date | None) -> None:
    held = chamber(term_began_on=began, term_years=years, term_extended_to=until)
    terms.term_state(held, TODAY)
    terms.term_advice(held)
    terms.latest_extension(held)


def test_states_tell_a_year_ahead_and_overdue_from_the_day_after() -> None:
    assert state(term_began_on=date(2026, 6, 1), term_years=5) == "due within a year"
    assert state(term_began_on=date(2026, 5, 31), term_years=5) == "overdue"
    assert state(term_began_on=date(2027, 6, 1), term_years=5) == "due within a year"
    assert state(term_began_on=date(2027, 6, 2), term_years=5) == "in term"
    assert state() == "term not entered"
    assert state(dissolved_on=TODAY, term_began_on=date(2020, 1, 1), term_years=5) == "dissolved"


def test_an_extension_makes_a_term_end_later() -> None:
    held = {"term_began_on": date(2026, 5, 1), "term_years": 5}
    assert state(**held) == "overdue"
    assert state(**held, term_extended_to=date(2032, 5, 1)) == "due within a year"
    assert state(**held, term_extended_to=date(2031, 5, 31)) == "overdue"
    assert state(**held, term_extended_to=date(2030, 1, 1)) == "overdue"  # which is no extension


def test_terms_that_ended_tell_whether_in_time() -> None:
    def ended(day: date | None, until: date | None = None, years: int | None = 5) -> str:
        term = make.chamber_term(LUTING, began_on=date(2021, 2, 1), years=years, ended_on=day)
        return str(terms.ended_state(make.chamber_term(LUTING, **_held(term, extended_to=until))).word)

    assert ended(date(2026, 2, 1)) == "renewed in time"
    assert ended(date(2026, 1, 31)) == "renewed early"
    assert ended(date(2026, 2, 2)) == "renewed late"
    assert ended(date(2026, 11, 1), until=date(2026, 12, 1)) == "renewed in time"
    assert ended(date(2026, 11, 1), years=None) == "ended"
    assert ended(None) == "ended"


def _held(term: ChamberTerm, **fields: Any) -> dict[str, Any]:
    names = ("number", "began_on", "ended_on", "years")
    return {name: getattr(term, name) for name in names} | fields


def test_ended_terms_stand_from_the_last_to_the_first() -> None:
    first = make.chamber_term(LUTING, number=1)
    second = make.chamber_term(LUTING, number=2, began_on=date(2021, 1, 1), ended_on=date(2026, 1, 1))
    assert terms.ended_terms(MemorySnapshot([OF, LUTING, first, second]), LUTING.id) == [second, first]


# -- extension ---------------------------------------------------------------------------------------------


def test_a_term_is_extended_once_and_by_a_year_at_most() -> None:
    told = terms.extension(LUTING, date(2032, 5, 20))
    (extended,) = applied({LUTING.id: LUTING}, told.edits).values()
    assert isinstance(extended, Chamber)
    assert term_ends(extended) == date(2032, 5, 20)
    with pytest.raises(MoushiError, match="only once"):
        terms.extension(extended, date(2032, 6, 1))
    with pytest.raises(MoushiError, match="by a year at most, here to 2032-05-20"):
        terms.extension(LUTING, date(2032, 5, 21))
    with pytest.raises(MoushiError, match="ends after that day"):
        terms.extension(LUTING, date(2031, 5, 20))
    with pytest.raises(MoushiError, match="not known when the term"):
        terms.extension(chamber(), date(2031, 5, 20))
    with pytest.raises(MoushiError, match="was dissolved"):
        terms.extension(chamber(term_began_on=BEGAN, term_years=5, dissolved_on=TODAY), date(2031, 12, 1))


def test_an_extension_of_a_term_that_ends_on_29_february_lasts_to_the_28th() -> None:
    leap = chamber(term_began_on=date(2028, 2, 29), term_years=4)
    assert terms.latest_extension(leap) == date(2033, 2, 28)
    with pytest.raises(MoushiError):
        terms.extension(leap, date(2033, 3, 1))
    assert terms.extension(leap, date(2033, 2, 28)).edits


def test_an_extension_that_was_taken_in_longer_than_allowed_is_advised_of() -> None:
    held = {"term_began_on": BEGAN, "term_years": 5}
    assert "by more than a year" in str(
        terms.term_advice(chamber(**held, term_extended_to=date(2032, 5, 21)))
    )
    assert "reaches to 2031-05-20 anyhow" in str(
        terms.term_advice(chamber(**held, term_extended_to=date(2031, 5, 20)))
    )
    assert terms.term_advice(chamber(**held, term_extended_to=date(2031, 12, 1))) is None

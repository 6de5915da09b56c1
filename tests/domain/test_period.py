"""Periods: months, quarters and years by their names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.period import Period, parse_period
from moushi.errors import MoushiError

periods = st.builds(
    lambda year, span: Period(year, *span),
    st.integers(1900, 2100),
    st.sampled_from([(1, 12), *((m, m) for m in range(1, 13)), *((q, q + 2) for q in (1, 4, 7, 10))]),
)


@given(periods)
def test_a_period_reads_back_from_its_name(period: Period) -> None:
    assert parse_period(str(period)) == period
    assert period.begins <= period.ends


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-Q3", date(2031, 7, 1), date(2031, 9, 30)),
        (" 2031 ", date(2031, 1, 1), date(2031, 12, 31)),
    ],
)
def test_it_begins_and_ends_on_whole_months(text: str, begins: date, ends: date) -> None:
    period = parse_period(text)
    assert (period.begins, period.ends) == (begins, ends)


@pytest.mark.parametrize("text", ["", "2031-13", "2031-00", "2031-Q5", "31-02", "2031-2", "2031年", "０2031"])
def test_what_is_no_period_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(MoushiError, match="2023-Q2"):
        parse_period(text)


@given(periods, periods)
def test_two_periods_overlap_when_they_share_a_day(one: Period, other: Period) -> None:
    assert one.overlaps(other) == (one.begins <= other.ends and other.begins <= one.ends)

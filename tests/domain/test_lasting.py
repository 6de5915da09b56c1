"""What lasts from one day to another: chambers live on a day, the townships they cover, members kept."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.domain.counting import tally
from moushi.domain.kinds import CountRule, MeasureKind, MeasureSource
from moushi.domain.lasting import covering, is_asked, is_live, lasts
from moushi.domain.period import parse_period
from moushi.domain.snapshot import MemorySnapshot

OF = make.federation()
LU = make.township(OF, "鹭汀镇")
DAY = date(2031, 6, 10)
DAYS = st.none() | st.dates(DAY - timedelta(2), DAY + timedelta(2))


def test_on_the_day_on_which_something_ends_it_is_no_more() -> None:
    assert lasts(DAY, None, DAY)
    assert not lasts(None, DAY, DAY)
    assert lasts(None, DAY + timedelta(1), DAY)
    assert not lasts(DAY + timedelta(1), None, DAY)


def test_a_chamber_that_is_still_to_be_founded_covers_no_township() -> None:
    later = make.chamber(OF, township_id=LU.id, founded_on=DAY + timedelta(1))
    assert not covering([later], DAY)
    assert covering([later], DAY + timedelta(1)) == {LU.id: (later,)}


@given(founded=DAYS, dissolved=DAYS)
def test_what_is_live_is_what_measures_count(founded: date | None, dissolved: date | None) -> None:
    chamber = make.chamber(OF, township_id=LU.id, founded_on=founded, dissolved_on=dissolved)
    plan = make.plan(OF, 2031)
    theme = make.theme(plan)
    item = make.item(theme)
    measure = make.measure(
        item, kind=MeasureKind.COUNT, source=MeasureSource.REGISTER, rule=CountRule.CHAMBERS
    )
    counted = tally(MemorySnapshot([OF, LU, chamber, plan, theme, item, measure]), measure, DAY)
    assert counted is not None
    assert bool(counted.value) == is_live(chamber, DAY)


@given(founded=DAYS, dissolved=DAYS, later=st.integers(-3, 3))
def test_who_is_sent_a_form_is_who_is_counted_as_asked_unless_dissolved_since(founded, dissolved, later):
    june = parse_period("2031-06")
    end = june.ends - DAY
    chamber = make.chamber(
        OF,
        founded_on=founded and founded + end,
        dissolved_on=dissolved and dissolved + end,
    )
    today = june.ends + timedelta(later)
    is_gone = chamber.dissolved_on is not None and chamber.dissolved_on <= today
    assert is_asked(chamber, june) == is_live(chamber, june.ends)
    assert is_asked(chamber, june, today) == (is_asked(chamber, june) and not is_gone)

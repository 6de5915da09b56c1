"""Chambers: terms and their states, lists, townships without a chamber."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.desk import chambers
from moushi.desk.chambers import ChamberFilter
from moushi.desk.desk import Desk
from moushi.domain.kinds import ChamberKind
from moushi.domain.snapshot import MemorySnapshot
from stores import fresh_store

OF = make.federation()
TODAY = date(2031, 6, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF))
        yield Desk(store)


def state(**fields: Any) -> str:
    return str(chambers.term_state(make.chamber(OF, **fields), TODAY).word)


def test_a_term_ends_on_the_day_it_began_years_later() -> None:
    held = make.chamber(OF, term_began_on=date(2028, 2, 29), term_years=5)
    assert chambers.term_ends(held) == date(2033, 2, 28)
    assert chambers.term_ends(make.chamber(OF, term_began_on=date(2028, 2, 29), term_years=4)) == date(
        2032, 2, 29
    )


@given(st.dates(), st.none() | st.integers(-10, 20_000))
def test_no_length_of_term_is_too_much_for_it(began: date, years: int | None) -> None:
    chambers.term_state(make.chamber(OF, term_began_on=began, term_years=years), TODAY)


def test_states_tell_a_year_ahead_and_overdue_from_the_day_after() -> None:
    assert state(term_began_on=date(2026, 6, 1), term_years=5) == "due within a year"
    assert state(term_began_on=date(2026, 5, 31), term_years=5) == "overdue"
    assert state(term_began_on=date(2027, 6, 1), term_years=5) == "due within a year"
    assert state(term_began_on=date(2027, 6, 2), term_years=5) == "in term"
    assert state() == "term not entered"
    assert state(dissolved_on=TODAY, term_began_on=date(2020, 1, 1), term_years=5) == "dissolved"


def test_lists_are_narrowed_sorted_and_counted(desk: Desk) -> None:
    town = make.township(OF)
    member = make.member(OF)
    here = make.chamber(
        OF, "鹭汀镇商会", township_id=town.id, term_number=10, term_began_on=date(2030, 1, 1), term_years=5
    )
    trade = make.chamber(OF, "渔具行业商会", kind=ChamberKind.TRADE, term_number=2, secretary="钟一舟")
    desk.apply(make.proposal(town, member, here, trade, make.membership(member, here)))

    def listed(**wanted: Any) -> list[str]:
        lines = chambers.chamber_lines(desk, ChamberFilter((OF.id,), **wanted), TODAY)
        return [chamber.name for chamber, _ in lines]

    assert listed() == ["鹭汀镇商会", "渔具行业商会"]  # lu before yu
    assert listed(kind=ChamberKind.TRADE) == ["渔具行业商会"]
    assert listed(state="in term") == ["鹭汀镇商会"]
    assert listed(text="钟一 行业") == ["渔具行业商会"]
    assert listed(text="鹭汀镇 无") == []
    lines = chambers.chamber_lines(desk, ChamberFilter((OF.id,)), TODAY)
    by_term = chambers.sorted_lines(lines, 3, descending=False)
    assert [chamber.term_number for chamber, _ in by_term] == [2, 10]
    by_secretary = chambers.sorted_lines(lines, 8, descending=True)
    assert [chamber.secretary for chamber, _ in by_secretary] == ["钟一舟", ""]
    by_members = chambers.sorted_lines(lines, 9, descending=True)
    assert [row.cells[9] for _, row in by_members] == ["1", "0"]


def test_every_column_can_be_sorted_by(desk: Desk) -> None:
    desk.apply(make.proposal(make.chamber(OF, "甲"), make.chamber(OF, "乙", rating_level="省级")))
    lines = chambers.chamber_lines(desk, ChamberFilter((OF.id,)), TODAY)
    for column in range(len(chambers.CHAMBER_COLUMNS)):
        assert len(chambers.sorted_lines(lines, column, descending=True)) == 2


def test_a_township_has_a_chamber_while_one_is_not_dissolved() -> None:
    with_one, without, lost = (make.township(OF, name) for name in ("甲镇", "乙镇", "丙镇"))
    overdue = make.chamber(OF, township_id=with_one.id, term_began_on=date(2001, 1, 1), term_years=5)
    gone = make.chamber(OF, "丙镇商会", township_id=lost.id, dissolved_on=date(2030, 1, 1))
    found = chambers.coverage(MemorySnapshot([OF, with_one, without, lost, overdue, gone]), OF, TODAY)
    assert found.chambers == {with_one.id: ("鹭汀镇商会",)}
    assert found.without == 2

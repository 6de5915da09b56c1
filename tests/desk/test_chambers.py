"""Chambers: lists, what falls due, townships without a chamber, recognitions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import factories as make
from moushi.changes.model import Proposal, applied
from moushi.desk import chambers, four_goods
from moushi.desk.chambers import ChamberFilter
from moushi.desk.desk import Desk
from moushi.desk.four_goods import Recognition
from moushi.domain.kinds import ChamberKind
from moushi.domain.records import Chamber, Rating
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from stores import fresh_store

OF = make.federation()
TODAY = date(2031, 6, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF))
        yield Desk(store)


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
    assert listed(state=chambers.DUE_OR_OVERDUE.source) == []
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


def test_what_falls_due_is_told_by_its_ends_with_the_townships_that_have_none() -> None:
    town = make.township(OF)
    term = {"term_years": 5, "township_id": None}
    soon = make.chamber(OF, "甲", term_began_on=date(2027, 5, 31), **term)
    sooner = make.chamber(OF, "乙", term_began_on=date(2026, 7, 1), **term)
    late = make.chamber(OF, "丙", term_began_on=date(2026, 5, 31), **term)
    extended = make.chamber(
        OF, "丁", term_began_on=date(2026, 5, 31), term_extended_to=date(2031, 12, 31), **term
    )
    fine = make.chamber(OF, "戊", term_began_on=date(2030, 5, 31), **term)
    gone = make.chamber(OF, "己", term_began_on=date(2020, 1, 1), dissolved_on=date(2030, 1, 1), **term)
    snapshot = MemorySnapshot([OF, town, soon, sooner, late, extended, fine, gone])
    found = chambers.outlook(snapshot, [OF], TODAY)
    assert [each.name for each in found.overdue] == ["丙"]
    assert [each.name for each in found.due] == ["乙", "丁", "甲"]
    assert found.uncovered == (town,)


def test_lists_are_narrowed_by_level_and_year_of_recognition(desk: Desk) -> None:
    city = make.chamber(OF, "甲", rating_level="市级", rating_year=2030)
    county = make.chamber(OF, "乙", rating_level="县级", rating_year=2031)
    desk.apply(make.proposal(city, county, make.chamber(OF, "丙")))

    def listed(**wanted: Any) -> list[str]:
        lines = chambers.chamber_lines(desk, ChamberFilter((OF.id,), **wanted), TODAY)
        return [chamber.name for chamber, _ in lines]

    with desk.snapshot() as snapshot:
        assert chambers.ratings(snapshot, [OF.id]) == ("市级", "县级", "2031", "2030")
    assert listed(rating="市级") == ["甲"]
    assert listed(rating="2031") == ["乙"]
    assert listed(rating=chambers.UNRATED) == ["丙"]
    assert listed(text="市级 2030") == ["甲"]


def recognised(chamber: Chamber, level: str, year: int | None, *before: Rating) -> Proposal:
    return four_goods.new_recognition(
        MemorySnapshot([OF, chamber, *before]), chamber, Recognition(level, year)
    )


def after(proposal: Proposal, *records: Any) -> tuple[tuple[str, int | None], list[tuple[str, int | None]]]:
    held = applied({record.id: record for record in records}, proposal.edits).values()
    (chamber,) = (record for record in held if isinstance(record, Chamber))
    snapshot = MemorySnapshot(held)
    earlier = [(rating.level, rating.year) for rating in four_goods.earlier(snapshot, chamber.id)]
    return (chamber.rating_level, chamber.rating_year), earlier


def test_a_new_recognition_moves_the_present_one_to_the_earlier_ones() -> None:
    chamber = make.chamber(OF, rating_level="县级", rating_year=2029)
    before = make.rating(chamber, level="县级", year=2027)
    told = recognised(chamber, "市级", 2031, before)
    assert after(told, chamber, before) == (("市级", 2031), [("县级", 2029), ("县级", 2027)])


def test_a_first_recognition_leaves_nothing_behind() -> None:
    chamber = make.chamber(OF)
    assert after(recognised(chamber, "县级", 2031), chamber) == (("县级", 2031), [])


def test_an_older_recognition_goes_to_the_earlier_ones_itself() -> None:
    chamber = make.chamber(OF, rating_level="市级", rating_year=2031)
    assert after(recognised(chamber, "县级", 2029), chamber) == (("市级", 2031), [("县级", 2029)])


def test_a_recognition_names_level_and_year_and_is_entered_once() -> None:
    chamber = make.chamber(OF, rating_level="市级", rating_year=2031)
    before = make.rating(chamber, level="县级", year=2029)
    for level, year in (("", 2031), ("市级", None), ("市级", 2031), ("县级", 2029)):
        with pytest.raises(MoushiError):
            recognised(chamber, level, year, before)

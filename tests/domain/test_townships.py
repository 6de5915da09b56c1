"""Townships by name, also those that were renamed."""

from __future__ import annotations

from dataclasses import replace

import factories as make
from moushi.changes.model import applied
from moushi.desk.beginning import Beginning, begin
from moushi.domain.kinds import Level
from moushi.domain.records import Chamber, Township
from moushi.domain.snapshot import MemorySnapshot
from moushi.domain.townships import township_called

OF = make.federation()
LU = make.township(OF, "鹭汀乡")
RENAMED = replace(LU, name="鹭汀镇")


def test_a_renamed_township_is_found_by_its_new_name_and_by_its_old() -> None:
    snapshot = MemorySnapshot([OF, RENAMED])
    assert township_called(snapshot, OF.id, " 鹭汀镇") == RENAMED
    assert township_called(snapshot, OF.id, "鹭汀乡") == RENAMED
    assert township_called(snapshot, OF.id, "沙浦镇") is None


def test_one_that_has_the_name_now_goes_before_one_that_had_it() -> None:
    other = make.township(OF, "沙浦镇")
    taken = replace(other, name="鹭汀乡")
    assert township_called(MemorySnapshot([OF, RENAMED, taken]), OF.id, "鹭汀乡") == taken


def test_townships_of_another_federation_are_others() -> None:
    assert township_called(MemorySnapshot([OF, LU]), make.federation("白礁县工商联").id, "鹭汀乡") is None


def test_a_first_start_with_the_new_name_doubles_nothing_and_chambers_stay_linked() -> None:
    chamber = make.chamber(OF, township_id=LU.id)
    there = {record.id: record for record in (OF, RENAMED, chamber)}
    told = Beginning(OF.name, Level.COUNTY, 2031, ("鹭汀镇", "沙浦镇"))
    held = applied(there, begin(MemorySnapshot(there.values()), told).edits).values()
    assert [each.name for each in held if isinstance(each, Township)] == ["鹭汀镇", "沙浦镇"]
    (its,) = (each for each in held if isinstance(each, Chamber))
    assert its.township_id == LU.id

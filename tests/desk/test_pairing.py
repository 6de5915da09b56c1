"""Mentor pairs: who guides whom, nobody guides themselves, no two guide each other twice at once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import applied
from moushi.desk.pairing import Part, likely_part, other_of, pairing, pairs_of, part_of
from moushi.domain.records import Pairing
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError

OF = make.federation()
OLD, YOUNG, THIRD = make.member(OF, "甲"), make.member(OF, "乙", new_generation=True), make.member(OF, "丙")
THERE = (OF, OLD, YOUNG, THIRD)


@given(st.sampled_from([OLD, YOUNG]), st.sampled_from(Part))
def test_a_pair_says_the_same_of_both(member, part) -> None:  # type: ignore[no-untyped-def]
    made = pairing(MemorySnapshot(THERE), member, part, THIRD)
    assert made is not None
    held = applied({each.id: each for each in THERE}, made.edits)
    (pair,) = [each for each in held.values() if isinstance(each, Pairing)]
    assert (part_of(pair, member), other_of(pair, member)) == (part, THIRD.id)
    assert (part_of(pair, THIRD) is part, other_of(pair, THIRD)) == (False, member.id)


def test_one_of_the_new_generation_is_mostly_guided() -> None:
    assert (likely_part(YOUNG), likely_part(OLD)) == (Part.MENTEE, Part.MENTOR)


def test_nobody_guides_themselves() -> None:
    with pytest.raises(MoushiError, match="own mentor"):
        pairing(MemorySnapshot(THERE), OLD, Part.MENTOR, OLD)


def test_the_same_two_are_one_pair_at_a_time() -> None:
    lasting = make.pairing(OLD, YOUNG)
    with pytest.raises(MoushiError, match="already"):
        pairing(MemorySnapshot([*THERE, lasting]), YOUNG, Part.MENTEE, OLD)
    ended = make.pairing(OLD, YOUNG, to_on=date(2029, 1, 1))
    assert pairing(MemorySnapshot([*THERE, ended]), OLD, Part.MENTOR, YOUNG) is not None
    assert pairing(MemorySnapshot([*THERE, lasting]), OLD, Part.MENTOR, YOUNG, lasting) is None


def test_pairs_that_last_stand_first_the_newest_before() -> None:
    first = make.pairing(OLD, YOUNG, from_on=date(2027, 1, 1))
    newer = make.pairing(THIRD, OLD, from_on=date(2028, 1, 1))
    ended = make.pairing(OLD, THIRD, from_on=date(2029, 1, 1), to_on=date(2029, 6, 1))
    assert pairs_of(MemorySnapshot([*THERE, first, newer, ended]), OLD) == [newer, first, ended]

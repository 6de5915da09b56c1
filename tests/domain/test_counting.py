"""Measures that count themselves, held against counting by hand over a whole county."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from county import LEDGER, RATIOS, County, county
from moushi.domain.counting import RULES, counts, tally
from moushi.domain.kinds import CountRule, MeasureSource
from moushi.domain.records import SubMeasure
from moushi.domain.snapshot import MemorySnapshot
from recount import Clerk


@pytest.fixture(scope="module")
def whole() -> County:
    return county()


@pytest.fixture(scope="module")
def snapshot(whole: County) -> MemorySnapshot:
    return MemorySnapshot(whole.records)


@pytest.fixture(scope="module")
def clerk(whole: County) -> Clerk:
    return Clerk(whole.records)


def test_every_rule_counts_at_every_months_end_what_a_clerk_counts_by_hand(snapshot, clerk, whole):
    counted = {
        (count.subject, count.as_of): (count.value, count.base)
        for measure in whole.measures
        for count in counts(snapshot, measure, clerk.plan_of(measure).year)
    }
    by_hand = clerk.counts()
    told = {subject.id: f"{subject.rule} {subject.name}" for subject, _ in clerk.subjects()}
    wrong = [
        (told[key[0]], key[1], counted.get(key), by_hand.get(key))
        for key in counted.keys() | by_hand.keys()
        if counted.get(key) != by_hand.get(key)
    ]
    assert wrong == []
    assert {
        subject.rule for subject, _ in clerk.subjects() if (subject.id, date(2031, 12, 31)) in counted
    } == {*CountRule}


def test_the_county_gives_every_rule_something_to_count_however_narrowed(clerk, whole):
    most = defaultdict(int)
    for subject, measure in clerk.subjects():
        plan = clerk.plan_of(measure)
        if plan.federation_id == whole.federation.id and subject is measure and subject.rule:
            way = (subject.rule, subject.activity_kind, subject.level, subject.serving_only)
            most[way] = max(most[way], clerk.count(subject, measure, date(plan.year, 12, 31)).value)
    assert [way for way, value in most.items() if not value] == []


@pytest.mark.parametrize("day", [date(2030, 6, 30), date(2031, 3, 17), date(2031, 12, 31)])
def test_a_tally_names_the_very_records_that_it_counted_and_those_missing(snapshot, clerk, day):
    for subject, whole in clerk.subjects():
        found, by_hand = tally(snapshot, subject, day), clerk.count(subject, whole, day)
        if by_hand is None:
            assert found is None
            continue
        assert found is not None
        assert (found.value, found.base) == (by_hand.value, by_hand.base), subject
        assert {each.id for each in found.counted} == by_hand.counted, subject
        assert {each.id for each in found.missing} == by_hand.missing, subject
        assert set(found.overdue) <= set(found.counted)


def test_what_has_no_rule_or_one_of_another_source_does_not_count_itself(snapshot, clerk):
    silent = [
        subject
        for subject, whole in clerk.subjects()
        if isinstance(subject, SubMeasure)
        and (subject.rule is None or RULES[subject.rule].source is not whole.source)
    ]
    assert silent
    assert all(snapshot.counts(subject.id) == () for subject in silent)


def test_rules_are_of_the_source_and_the_kind_that_the_field_gives_them():
    assert {rule for rule, held in RULES.items() if held.source is MeasureSource.LEDGER} == LEDGER
    assert {rule for rule, held in RULES.items() if held.is_ratio} == RATIOS
    assert list(RULES) == list(CountRule)

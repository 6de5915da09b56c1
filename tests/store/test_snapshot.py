"""The store's snapshot: one instant, and the same answers as the records in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import typed
from moushi.domain.record import Record, fields_of
from moushi.domain.records import KINDS, Federation, Measure, Member, PlanItem, SubMeasure, Theme
from moushi.domain.snapshot import MemorySnapshot, Overlay, dependents, in_order
from moushi.store import Store, StoreSnapshot
from stores import emptied_store


@contextmanager
def both(county: Sequence[Record]) -> Iterator[tuple[StoreSnapshot, MemorySnapshot]]:
    """The same records as the store and as the memory have them."""
    with emptied_store() as store:
        if county:
            store.apply(f.proposal(*county))
        with store.snapshot() as snapshot:
            yield snapshot, MemorySnapshot(county)


@settings(max_examples=30)
@given(data=st.data())
def test_it_answers_as_the_memory_snapshot_does(data: st.DataObject) -> None:
    county = data.draw(f.counties(most=3))
    with both(county) as (snapshot, memory):
        for kind in KINDS.values():
            assert snapshot.where(kind) == memory.where(kind)
            for question in questions(data, kind, memory.where(kind)):
                assert snapshot.where(kind, **question) == memory.where(kind, **question)
        for record in county:
            assert snapshot.get(type(record), record.id) == record
            assert dependents(snapshot, record) == dependents(memory, record)


@settings(max_examples=30)
@given(data=st.data())
def test_it_finds_those_with_some_values_as_the_memory_snapshot_does(data: st.DataObject) -> None:
    county = data.draw(f.counties(most=3))
    with both(county) as (snapshot, memory):
        for kind in KINDS.values():
            held = memory.where(kind)
            for name in data.draw(
                st.lists(st.sampled_from([spec.name for spec in fields_of(kind)]), max_size=3)
            ):
                there = [value for record in held if (value := getattr(record, name)) is not None]
                values = [*data.draw(st.permutations(there)), *there[:1]]  # one is asked for twice
                found = in_order(snapshot.among(kind, name, values))
                assert found == in_order(memory.among(kind, name, values))
                assert found == tuple(record for record in held if getattr(record, name) in values)


def test_of_ids_that_nothing_has_nothing_is_found(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of))
    for snapshot in (MemorySnapshot([of]), Overlay(MemorySnapshot([of]), [])):
        assert snapshot.among(Federation, "id", [f.person().id, of.id]) == (of,)
    with store.snapshot() as stored:
        assert stored.among(Federation, "id", [f.person().id, of.id]) == (of,)
        assert stored.among(Member, "federation_id", []) == ()


@settings(max_examples=30)
@given(data=st.data())
def test_it_counts_as_the_memory_snapshot_does(data: st.DataObject) -> None:
    county = data.draw(f.counties(most=3))
    with both(county) as (snapshot, memory):
        for kind in KINDS.values():
            names = [spec.name for spec in fields_of(kind)]
            by = tuple(data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True)))
            among = amounts(data, kind, memory.where(kind), names)
            found = memory.numbers(kind, by, **among)
            assert dict(snapshot.numbers(kind, by, **among)) == dict(found)
            assert dict(Overlay(memory, county[:3]).numbers(kind, by, **among)) == dict(found)
        for subject in (*memory.where(Measure), *memory.where(SubMeasure)):
            assert snapshot.counts(subject.id) == memory.counts(subject.id)


def amounts(
    data: st.DataObject, kind: type[Record], records: tuple[Record, ...], names: list[str]
) -> dict[str, list[Any]]:
    """For some fields, values that records have, and None."""
    found = {}
    for name in data.draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
        held = [getattr(record, name) for record in records]
        found[name] = data.draw(st.lists(st.sampled_from([*held, None]), max_size=3))
    return found


def test_more_values_than_a_statement_holds_are_asked_for_in_portions(store: Store) -> None:
    of = f.federation()
    members = [f.member(of, f"{n}号公司") for n in range(1_200)]
    store.apply(f.proposal(of, *members))
    with store.snapshot() as snapshot:
        wanted = [member.id for member in members[:1_100]]
        assert dict(snapshot.numbers(Member, ("federation_id",), id=wanted)) == {(of.id,): 1_100}
        assert len(snapshot.numbers(Member, ("id",), id=wanted)) == 1_100
        assert dict(snapshot.numbers(Member, ("id",), id=[])) == {}
        assert len(snapshot.among(Member, "id", wanted)) == 1_100
        names = [member.name for member in members[:1_100]]
        assert {member.id for member in snapshot.among(Member, "name", names)} == set(wanted)


def questions(data: st.DataObject, kind: type[Record], records: tuple[Record, ...]) -> list[dict[str, Any]]:
    """Some values of some fields: those of a record that is there, and what nothing has."""
    names = data.draw(st.lists(st.sampled_from([spec.name for spec in fields_of(kind)]), max_size=2))
    held = data.draw(st.sampled_from(records)) if records else None
    return [{name: getattr(held, name, None) for name in names}, dict.fromkeys(names)]


def test_what_is_not_there_is_none(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of))
    with store.snapshot() as snapshot:
        assert snapshot.get(Federation, f.person().id) is None
        assert snapshot.get(Theme, of.id) is None


def test_it_shows_one_instant_whatever_is_written_meanwhile(store: Store) -> None:
    of = f.federation()
    with store.snapshot() as early:
        store.apply(f.proposal(of))
        with store.snapshot() as late:
            assert late.get(Federation, of.id) == of
        assert early.get(Federation, of.id) is None
        assert early.where(Federation) == ()


def test_siblings_come_by_position_and_not_by_when_they_were_made(store: Store) -> None:
    county = f.planned_county(themes=1, items=3)
    store.apply(f.proposal(*county))
    items = [record for record in county if isinstance(record, PlanItem)]
    store.apply(typed(PlanItem, items[2].id, "rank", items[2].rank, "0001"))
    with store.snapshot() as snapshot:
        theme = snapshot.where(Theme)[0]
        assert [item.id for item in siblings(snapshot, theme)] == [items[n].id for n in (2, 0, 1)]


def siblings(snapshot: StoreSnapshot, theme: Theme) -> tuple[PlanItem, ...]:
    return snapshot.where(PlanItem, theme_id=theme.id)

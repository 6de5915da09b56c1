"""The snapshot in memory: what equals what, siblings in order, and all that hangs on a record."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.domain.record import fields_of
from moushi.domain.records import KINDS, Federation, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot, Overlay, dependents, in_order, references_to


def test_it_finds_by_id_within_a_kind() -> None:
    of = f.federation()
    snapshot = MemorySnapshot([of])
    assert snapshot.get(Federation, of.id) == of
    assert snapshot.get(Plan, of.id) is None


def test_the_later_of_two_records_with_one_id_counts() -> None:
    snapshot = MemorySnapshot([f.federation(), f.federation(short_name="云")])
    assert [of.short_name for of in snapshot.where(Federation)] == ["云"]


def test_it_answers_by_all_fields_asked_for_in_order_of_position() -> None:
    theme = f.theme(f.plan(f.federation()))
    items = [f.item(theme, text, rank=rank) for text, rank in (("丙", "3"), ("甲", "1"), ("乙", "2"))]
    snapshot = MemorySnapshot(items)
    assert [item.text for item in snapshot.where(PlanItem, theme_id=theme.id)] == ["甲", "乙", "丙"]
    assert snapshot.where(PlanItem, theme_id=theme.id, text="乙") == (items[2],)
    assert snapshot.where(PlanItem, due_on=None, text="丁") == ()


def test_all_that_hangs_on_a_record_comes_before_what_it_hangs_on() -> None:
    county = f.planned_county()
    snapshot = MemorySnapshot(county)
    found = dependents(snapshot, county[0])
    assert set(found) | {county[0], f.article(id=_article(county))} == set(county)
    places = {record.id: place for place, record in enumerate(found)}
    for record in found:
        if isinstance(record, PlanItem):
            assert places[record.id] < places[record.theme_id]
        if isinstance(record, Theme):
            assert places[record.id] < places[record.plan_id]


def _article(county):
    return next(record.id for record in county if type(record).__name__ == "Article")


def test_records_that_point_to_each_other_in_a_ring_are_each_met_once() -> None:
    one, other = f.federation("甲县工商联"), f.federation("乙县工商联")
    ring = [
        f.federation("甲县工商联", parent_id=other.id),
        f.federation("乙县工商联", parent_id=one.id),
    ]
    assert dependents(MemorySnapshot(ring), ring[0]) == (ring[1],)


def test_the_kinds_that_point_to_a_kind_are_known() -> None:
    assert [(kind.__name__, field) for kind, field in references_to("Programme")] == [
        ("Alias", "programme_id"),
        ("ItemProgramme", "programme_id"),
    ]


@settings(max_examples=60)
@given(st.data())
def test_records_laid_over_a_snapshot_are_seen_as_if_they_were_in_it(data: st.DataObject) -> None:
    below = data.draw(f.counties())
    over = [
        record
        for kind in data.draw(st.lists(st.sampled_from(list(KINDS.values())), max_size=3))
        if (record := data.draw(f.record_of(kind, below))) is not None
    ]
    over += data.draw(st.lists(st.sampled_from(below), max_size=3)) if below else []
    over = [replace(r, rank=data.draw(f.ranks)) if hasattr(r, "rank") else r for r in over]
    kinds = {record.id: type(record) for record in reversed((*below, *over))}
    over = [record for record in over if kinds[record.id] is type(record)]
    laid, whole = Overlay(MemorySnapshot(below), over), MemorySnapshot((*below, *over))
    for kind in KINDS.values():
        assert laid.where(kind) == whole.where(kind)
        for record in whole.where(kind):
            assert laid.get(kind, record.id) == record
            for spec in fields_of(kind):
                equal = {spec.name: getattr(record, spec.name)}
                assert laid.where(kind, **equal) == whole.where(kind, **equal)
                if equal[spec.name] is not None:
                    values = tuple(equal.values())
                    found = in_order(laid.among(kind, spec.name, values))
                    assert found == in_order(whole.among(kind, spec.name, values))
                among = {name: [value] for name, value in equal.items()}
                assert laid.numbers(kind, (spec.name,)) == whole.numbers(kind, (spec.name,))
                assert laid.numbers(kind, ("id",), **among) == whole.numbers(kind, ("id",), **among)

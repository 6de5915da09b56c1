"""Measured values and search: made from the records, kept with every change."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Delete, typed
from moushi.domain.kinds import MeasureKind
from moushi.domain.records import Federation, Measure, Member, Person, PlanItem, Progress
from moushi.store import Store
from moushi.store.derived import Measured
from stores import DERIVED_TABLES, emptied_store, rows


@settings(max_examples=30)
@given(data=st.data())
def test_after_any_change_the_tables_equal_a_rebuild(data: st.DataObject) -> None:
    county = data.draw(f.counties())
    with emptied_store() as store:
        if county:
            store.apply(f.proposal(*county))
        store.apply(data.draw(f.proposals(county)))
        kept = rows(store.path, DERIVED_TABLES)
        store.rebuild_derived()
        assert rows(store.path, DERIVED_TABLES) == kept


def test_a_measure_counts_its_reports_and_knows_the_last_period(store: Store) -> None:
    county = f.planned_county()
    item = next(record for record in county if isinstance(record, PlanItem))
    shows, fairs = f.measure(item), f.measure(item, "集市")
    told = [
        f.progress(shows, "2031-01", value=Decimal(1)),
        f.progress(shows, "2031-03", value=Decimal("2.5")),
        f.progress(shows, "2031-02"),
    ]
    store.apply(f.proposal(*county, shows, fairs, *told, f.progress(item, "2031-04", value=Decimal(9))))
    assert store.measured() == {shows.id: Measured(Decimal("3.5"), 3, "2031-03")}
    store.apply(typed(Progress, told[1].id, "measure_id", shows.id, fairs.id))
    assert store.measured() == {
        shows.id: Measured(Decimal(1), 2, "2031-02"),
        fairs.id: Measured(Decimal("2.5"), 1, "2031-03"),
    }
    store.apply(f.proposal(Delete(told[0]), Delete(told[2])))
    assert set(store.measured()) == {fairs.id}


def test_reports_of_a_part_are_not_the_measure_s(store: Store) -> None:
    county = f.planned_county()
    shows = f.measure(next(record for record in county if isinstance(record, PlanItem)))
    part = f.sub_measure(shows)
    told = f.part_progress(part, shows, "2031-05", value=Decimal(9))
    store.apply(f.proposal(*county, shows, part, told))
    assert store.measured() == {}
    store.apply(f.proposal(f.progress(shows, "2031-03", value=Decimal(2))))
    assert store.measured() == {shows.id: Measured(Decimal(2), 1, "2031-03")}
    store.apply(typed(Progress, told.id, "part_id", part.id, None))
    assert store.measured() == {shows.id: Measured(Decimal(11), 2, "2031-05")}


def test_chambers_reports_are_added_up_where_they_can_be_and_the_office_reported_nothing(
    store: Store,
) -> None:
    county = f.planned_county()
    of = next(record for record in county if isinstance(record, Federation))
    shows = f.measure(next(record for record in county if isinstance(record, PlanItem)))
    chambers = [f.chamber(of, name) for name in ("东镇商会", "西镇商会")]
    told = [f.chamber_progress(shows, each, "2031-05", value=Decimal(3)) for each in chambers]
    store.apply(f.proposal(*county, shows, *chambers, *told))
    assert store.measured() == {shows.id: Measured(Decimal(6), 2, "2031-05")}
    own = f.progress(shows, "2031-05", value=Decimal(5))
    store.apply(f.proposal(own))
    assert store.measured() == {shows.id: Measured(Decimal(5), 3, "2031-05")}
    store.apply(f.proposal(Delete(own)))
    store.apply(typed(Measure, shows.id, "kind", MeasureKind.COUNT, MeasureKind.AVERAGE))
    assert store.measured() == {shows.id: Measured(None, 2, "2031-05")}
    kept = rows(store.path, DERIVED_TABLES)
    store.rebuild_derived()
    assert rows(store.path, DERIVED_TABLES) == kept


def test_search_finds_every_kind_by_what_it_says(store: Store) -> None:
    of = f.federation()
    boats, nets = f.member(of, "远帆渔具有限公司", industry="渔业"), f.member(of, "渔网合作社")
    store.apply(f.proposal(of, boats, nets, f.programme("渔火夜话")))
    assert [hit.id for hit in store.search("渔", [Member])] == [
        nets.id,
        boats.id,
    ]
    assert [hit.kind for hit in store.search("渔火")] == [type(f.programme())]
    assert [hit.id for hit in store.search("渔 远帆")] == [boats.id]
    assert store.search("渔", limit=1)[0].id == f.programme("渔火夜话").id


def test_search_looks_over_width_case_and_white_space(store: Store) -> None:
    of = f.federation("云屿县工商业联合会")
    store.apply(f.proposal(of, f.member(of, "ＡＢ Ｔｒａｄｅ 公司")))
    assert len(store.search("ab trade")) == 1
    assert len(store.search("工商联")) == 1


@pytest.mark.parametrize("text", ["%", "_", "/", "\\", "'"])
def test_marks_of_the_database_are_plain_text(store: Store, text: str) -> None:
    of = f.federation()
    store.apply(f.proposal(of, f.member(of, "甲公司"), f.member(of, f"乙{text}公司")))
    assert len(store.search(text)) == 1


def test_nothing_asked_finds_nothing(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    assert store.search("  ") == ()


def test_a_phone_is_never_found(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of, f.person(phone="13800001234"), f.member(of, phone="13800001234")))
    assert store.search("1380") == ()


def test_search_follows_changes_and_deletes(store: Store) -> None:
    who = f.person("禾小满")
    store.apply(f.proposal(who, f.federation()))
    store.apply(typed(Person, who.id, "name", "禾小满", "稻大暑"))
    assert store.search("禾小满") == ()
    assert [hit.id for hit in store.search("稻")] == [who.id]
    store.apply(f.proposal(Delete(f.person("稻大暑", id=who.id))))
    assert store.search("稻") == ()
    assert [hit.kind for hit in store.search("云屿")] == [Federation]

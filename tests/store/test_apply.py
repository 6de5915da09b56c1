"""Applying proposals: whole or not at all, with the reason named."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import (
    Change,
    ChangeSet,
    ConflictError,
    Delete,
    Edit,
    Finding,
    Insert,
    RefusedError,
    Severity,
    typed,
)
from moushi.domain.kinds import PlanState
from moushi.domain.record import Record
from moushi.domain.records import Federation, Plan, PlanItem, Theme
from moushi.domain.words import kind_word
from moushi.errors import MoushiError, say
from moushi.store import Store, doctor, open_store
from stores import DERIVED_TABLES, RECORD_TABLES, emptied_store, rows

EVERYTHING = (*RECORD_TABLES, *DERIVED_TABLES, "history_change", "history_edit")


def test_what_was_applied_is_there_for_the_next_reader_and_the_next_start(store: Store) -> None:
    county = f.planned_county()
    store.apply(f.proposal(*county))
    assert in_store(store, county)
    store.close()
    with closing(open_store(store.path)) as next_start:
        assert in_store(next_start, county)


def in_store(store: Store, records: Iterable[Record]) -> bool:
    with store.snapshot() as snapshot:
        return all(snapshot.get(type(record), record.id) == record for record in records)


def test_a_change_says_what_was_done_by_whom_when_and_from_where(store: Store) -> None:
    of = f.federation()
    change = store.apply(f.proposal(of, source="计划.docx"))
    assert (change.number, change.edit_count, change.edits) == (1, 1, (Insert(of),))
    assert (change.source.name, change.source.person) == ("计划.docx", "禾小满")
    assert change.at.isoformat() == "2031-03-01T12:00:00+00:00"
    assert store.apply(typed(Federation, of.id, "short_name", "", "云屿")).number == 2


def test_every_kind_of_value_comes_back_as_it_was(store: Store) -> None:
    of = f.federation()
    full = f.member(
        of,
        "“远帆”\n'--％_",
        registered_capital=Decimal("1200000.50"),
        joined_on=date(2020, 2, 29),
        staff=0,
        new_generation=True,
        phone="1",
    )
    bare = f.member(of, "")
    store.apply(f.proposal(of, full, bare))
    assert in_store(store, (full, bare))


@settings(max_examples=40)
@given(data=st.data())
def test_a_stale_edit_refuses_the_whole_proposal_and_is_named(data: st.DataObject) -> None:
    of = f.federation()
    county = (of, *data.draw(f.counties(most=1)))
    edits = list(data.draw(f.proposals(county)).edits)
    untouched = [record for record in county if record.id not in {edit.id for edit in edits}]
    stale = data.draw(
        st.sampled_from(
            [stale_edit for record in untouched for stale_edit in misfits(record)]
            or [Delete(f.programme("没有的活动"))]
        )
    )
    edits.insert(data.draw(st.integers(0, len(edits))), stale)
    with emptied_store() as store:
        store.apply(f.proposal(*county))
        before = rows(store.path, EVERYTHING)
        with pytest.raises(ConflictError) as refused:
            store.apply(f.proposal(*edits))
        assert [conflict.edit for conflict in refused.value.conflicts] == [stale]
        assert str(kind_word(stale.kind)) in str(refused.value)
        assert rows(store.path, EVERYTHING) == before


def misfits(record: Record) -> list[Edit]:
    """Edits that do not fit a record as it is."""
    of_kind = type(record)
    fields: list[Edit] = [
        Change(of_kind, record.id, name, f"{getattr(record, name)}旧", "新")
        for name in ("name", "text", "headline")
        if hasattr(record, name)
    ]
    return [Insert(record), Delete(replace(record, id=UUID(int=7))), *fields]


def test_a_conflict_says_what_was_expected_and_what_is_there(store: Store) -> None:
    of = f.federation(short_name="云屿")
    store.apply(f.proposal(of))
    with pytest.raises(ConflictError, match="expected “屿”, found “云屿”"):
        store.apply(typed(Federation, of.id, "short_name", "屿", "云"))


def test_an_empty_proposal_is_refused(store: Store) -> None:
    with pytest.raises(RefusedError, match="nothing to apply"):
        store.apply(f.proposal())
    assert store.history() == []


def test_a_proposal_with_an_error_finding_is_refused(store: Store) -> None:
    bad = Finding(Severity.ERROR, "3:1", say("Bad"), say("Mend it"))
    with pytest.raises(RefusedError, match=r"“计划\.txt” has errors"):
        store.apply(f.proposal(f.federation(), source="计划.txt", findings=(bad,)))


def test_a_delete_that_leaves_children_is_refused_and_names_them(store: Store) -> None:
    county = f.planned_county()
    store.apply(f.proposal(*county))
    theme = next(record for record in county if isinstance(record, Theme))
    with pytest.raises(RefusedError, match=r"theme still has what hangs on it \(plan item\)"):
        store.apply(f.proposal(Delete(theme)))
    assert doctor(store) == []


def test_a_record_that_points_to_nothing_is_refused_by_its_field(store: Store) -> None:
    with pytest.raises(RefusedError, match="plan: its federation is not there"):
        store.apply(f.proposal(f.plan(f.federation())))
    of = f.federation()
    store.apply(f.proposal(of, chamber := f.chamber(of)))
    elsewhere = f.person().id
    for nowhere in (elsewhere, chamber.id):  # an id of another kind is nothing either
        with pytest.raises(RefusedError, match="chamber: its township is not there"):
            store.apply(typed(type(chamber), chamber.id, "township_id", None, nowhere))


def test_what_a_proposal_deletes_cannot_be_pointed_to(store: Store) -> None:
    of, other = f.federation(), f.federation("潮门县工商联")
    store.apply(f.proposal(of, other))
    with pytest.raises(RefusedError, match="plan: its federation is not there or would be deleted"):
        store.apply(f.proposal(Delete(other), f.plan(other)))


def test_edits_may_come_in_any_order_that_ends_well(store: Store) -> None:
    county = f.planned_county()
    store.apply(f.proposal(*reversed(county)))
    store.apply(f.proposal(*map(Delete, county)))
    assert rows(store.path) == {table: [] for table in RECORD_TABLES}


def test_a_closed_plan_refuses_edits_until_it_is_opened(store: Store) -> None:
    county = f.planned_county()
    store.apply(f.proposal(*county))
    plan = next(record for record in county if isinstance(record, Plan))
    item = next(record for record in county if isinstance(record, PlanItem))
    store.apply(typed(Plan, plan.id, "state", PlanState.DRAFT, PlanState.CLOSED))
    with pytest.raises(RefusedError, match=r"2031 .* is closed"):
        store.apply(typed(PlanItem, item.id, "text", item.text, "另一句。"))
    store.apply(typed(Plan, plan.id, "state", PlanState.CLOSED, PlanState.APPROVED))
    store.apply(typed(PlanItem, item.id, "text", item.text, "另一句。"))


def test_every_observer_is_told_what_was_applied_until_it_leaves(store: Store) -> None:
    heard: list[ChangeSet] = []
    leave = store.subscribe(heard.append)
    change = store.apply(f.proposal(f.federation()))
    leave()
    store.apply(f.proposal(f.person()))
    assert heard == [change]


def test_a_failing_observer_hides_neither_the_change_nor_itself(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[ChangeSet] = []

    def broken(change: ChangeSet) -> None:
        raise RuntimeError("broken page")

    store.subscribe(broken)
    store.subscribe(heard.append)
    with caplog.at_level(logging.ERROR):
        change = store.apply(f.proposal(f.federation()))
    assert heard == [change]
    assert store.history()[0].id == change.id
    assert "broken page" in caplog.text


def test_observers_hear_only_what_was_applied(store: Store) -> None:
    heard: list[ChangeSet] = []
    store.subscribe(heard.append)
    with pytest.raises(MoushiError):
        store.apply(f.proposal(f.plan(f.federation())))
    assert heard == []


def test_numbers_that_are_equal_are_kept_in_one_spelling(store: Store) -> None:
    county = f.planned_county()
    item = next(record for record in county if isinstance(record, PlanItem))
    measure = f.measure(item, target=Decimal("2.50"))
    store.apply(f.proposal(*county, measure))
    before = rows(store.path)
    store.apply(f.proposal(Change(type(measure), measure.id, "target", Decimal("2.5"), Decimal(3))))
    store.apply(store.undo().review.accepted)
    assert rows(store.path) == before

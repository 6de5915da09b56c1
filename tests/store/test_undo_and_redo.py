"""Undo and redo through the store: any change can be taken back, exactly, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import ChangeSet, RefusedError, applied, typed
from moushi.domain.record import Record
from moushi.domain.records import Federation, PlanItem, Progress
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from moushi.store import Store, StoreSnapshot, doctor, open_store
from moushi.store.schema import TABLES
from stores import RECORD_TABLES, emptied_store, fresh_store, rows


@settings(max_examples=50)
@given(data=st.data())
def test_apply_then_undo_leaves_every_record_table_row_for_row(data: st.DataObject) -> None:
    county = data.draw(f.counties())
    with emptied_store() as store:
        if county:
            store.apply(f.proposal(*county))
        before, history = rows(store.path), store.history()
        applied = store.apply(data.draw(f.proposals(county)))
        undo = store.undo()
        assert undo.applies_at_once
        taken_back = store.apply(undo.review.accepted)
        assert rows(store.path) == before
        assert [change.id for change in store.history()] == [
            taken_back.id,
            applied.id,
            *(c.id for c in history),
        ]
        assert doctor(store) == []  # derived and search tables equal a rebuild; the replay gives the records


@settings(max_examples=25)
@given(data=st.data())
def test_any_sequence_of_changes_undos_and_redos_ends_where_the_history_says(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        expected: dict[UUID, Record] = {}
        stack = Stack()
        with fresh_store(Path(folder)) as store:
            for _ in range(data.draw(st.integers(1, 8))):
                step(data, store, expected, stack)
                assert (store.undo_candidate(), store.redo_candidate()) == (stack.undo, stack.redo)
            left = rows(store.path)
            assert doctor(store) == []
            path = store.path
        again = open_store(path)
        try:
            assert rows(path) == left
            assert (again.undo_candidate(), again.redo_candidate()) == (stack.undo, stack.redo)
            with again.snapshot() as snapshot:
                assert everything(snapshot) == everything(MemorySnapshot(expected.values()))
        finally:
            again.close()


@dataclass
class Stack:
    """Undo and redo as an editor has them: two stacks, of which a new change empties the second."""

    done: list[UUID] = field(default_factory=list)
    undone: list[tuple[UUID, UUID]] = field(default_factory=list)

    @property
    def undo(self) -> UUID | None:
        return self.done[-1] if self.done else None

    @property
    def redo(self) -> UUID | None:
        return self.undone[-1][0] if self.undone else None


def step(data: st.DataObject, store: Store, expected: dict[UUID, Record], stack: Stack) -> None:
    """Apply something drawn, take back a change in part or whole, or redo; what is offered must apply."""
    way = data.draw(st.sampled_from(("apply", "undo", "redo")))
    if way == "redo" and stack.redo:
        undo_id, change_id = stack.undone.pop()
        redo = store.undo(undo_id)
        assert redo.applies_at_once
        follow(expected, store.apply(redo.review.accepted))
        stack.done = sorted([*stack.done, change_id], key=lambda of: store.change(of).number)
    elif way == "undo" and stack.done:
        change_id = data.draw(st.sampled_from(stack.done))
        review = store.undo(change_id).review
        off = data.draw(st.lists(st.integers(0, len(review.proposal.edits) - 1), max_size=2))
        review = review.reject(*off)
        if review.accepted.edits:
            undo = store.apply(review.accepted)
            follow(expected, undo)
            stack.done.remove(change_id)
            stack.undone.append((undo.id, change_id))
    else:
        change = store.apply(data.draw(f.proposals(expected.values(), most=4)))
        follow(expected, change)
        stack.done.append(change.id)
        stack.undone.clear()


def follow(expected: dict[UUID, Record], change: ChangeSet) -> None:
    after = applied(expected, change.edits)
    expected.clear()
    expected.update(after)


def everything(snapshot: StoreSnapshot | MemorySnapshot) -> dict[str, tuple[Record, ...]]:
    return {table.name: snapshot.where(kind) for kind, table in TABLES.items()}


def test_undo_of_the_newest_change_applies_at_once_and_redo_brings_it_back(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of))
    named = store.apply(typed(Federation, of.id, "short_name", "", "云屿"))
    undo = store.apply(store.undo().review.accepted)
    assert short_name(store, of.id) == ""
    assert store.change(named.id).undone_by == undo.id
    assert store.redo_candidate() == undo.id
    store.apply(store.undo(undo.id).review.accepted)
    assert short_name(store, of.id) == "云屿"
    assert store.change(named.id).undone_by is None
    assert (store.undo_candidate(), store.redo_candidate()) == (named.id, None)


def short_name(store: Store, record_id: UUID) -> str:
    with store.snapshot() as snapshot:
        held = snapshot.get(Federation, record_id)
    assert held is not None
    return held.short_name


def test_another_change_ends_redo(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    store.apply(store.undo().review.accepted)
    store.apply(f.proposal(f.person()))
    assert store.redo_candidate() is None


def test_undo_names_the_later_changes_that_stand_on_it(store: Store) -> None:
    of = f.federation()
    imported = store.apply(f.proposal(of, f.programme()))
    later = store.apply(f.proposal(f.plan(of)))
    undo = store.undo(imported.id)
    assert [change.id for change in undo.because_of] == [later.id]
    assert [edit.kind.__name__ for edit in undo.review.accepted.edits] == ["Programme"]


def test_a_whole_imported_county_can_be_taken_back_days_later(store: Store) -> None:
    county = f.planned_county()
    store.apply(f.proposal(*county, source="要点.docx"))
    store.close()
    again = open_store(store.path)
    undo = again.undo()
    assert undo.review.proposal.source.name == "要点.docx"
    again.apply(undo.review.accepted)
    assert rows(again.path) == {table: [] for table in RECORD_TABLES}
    again.close()


def test_nothing_is_undone_twice(store: Store) -> None:
    change = store.apply(f.proposal(f.federation()))
    review = store.undo().review
    store.apply(review.accepted)
    with pytest.raises(MoushiError, match="undone already"):
        store.undo(change.id)
    with pytest.raises(MoushiError):
        store.apply(review.accepted)
    with pytest.raises(MoushiError, match="nothing to undo"):
        store.undo()


def test_a_second_undo_of_what_a_person_made_again_is_refused(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of))
    review = store.undo().review
    store.apply(review.accepted)
    store.apply(f.proposal(of))
    with pytest.raises(RefusedError, match="undone already"):
        store.apply(review.accepted)


def test_an_undone_report_of_a_chamber_does_not_come_back_beside_its_next_one(store: Store) -> None:
    county = f.planned_county()
    of = next(record for record in county if isinstance(record, Federation))
    item = next(record for record in county if isinstance(record, PlanItem))
    chamber = f.chamber(of, "东镇商会")
    store.apply(f.proposal(*county, chamber))
    store.apply(f.proposal(f.chamber_progress(item, chamber, narrative="已办一场")))
    undone = store.apply(store.undo().review.accepted)
    again = store.apply(f.proposal(f.chamber_progress(item, chamber, narrative="已办两场")))
    with pytest.raises(RefusedError, match="东镇商会 has reported on this for 2031-03 already"):
        store.apply(store.undo(undone.id).review.accepted)
    store.apply(store.undo(again.id).review.accepted)
    store.apply(store.undo(undone.id).review.accepted)
    with store.snapshot() as held:
        assert [each.narrative for each in held.where(Progress)] == ["已办一场"]

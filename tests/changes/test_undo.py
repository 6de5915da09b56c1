"""Undo: the inverse, without what later changes stand on; those are named."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, ChangeSet, Delete, Proposal, applied, typed
from moushi.changes.undo import standing, undo
from moushi.domain.record import Record, pointers
from moushi.domain.records import Federation, Post


class History:
    """Records in memory, and the changes that made them."""

    def __init__(self) -> None:
        self.records: dict[UUID, Record] = {}
        self.changes: list[ChangeSet] = []

    def apply(self, proposal: Proposal) -> ChangeSet:
        self.records = applied(self.records, proposal.edits)
        assert all(pointers(record) <= self.records.keys() for record in self.records.values())
        change = ChangeSet(
            uuid4(),
            len(self.changes) + 1,
            datetime(2031, 3, 1, tzinfo=UTC),
            proposal.source,
            proposal.title,
            proposal.edits,
            len(proposal.edits),
            proposal.undoes,
        )
        self.changes.append(change)
        return change

    def undo(self, change: ChangeSet):
        return undo(change, self.changes[change.number :], "禾小满")


@settings(max_examples=40)
@given(st.data())
def test_the_undo_of_any_change_can_be_applied(data: st.DataObject) -> None:
    history = History()
    for _ in range(data.draw(st.integers(1, 5))):
        change = history.apply(data.draw(f.proposals(history.records.values(), most=4)))
    for _ in range(data.draw(st.integers(1, 4))):
        in_force = standing(history.changes)
        if not in_force:
            break
        change = data.draw(st.sampled_from(in_force))
        review = history.undo(change).review
        review = review.reject(*data.draw(st.sets(st.sampled_from(range(len(change.edits))), max_size=2)))
        if review.accepted.edits:
            history.apply(review.accepted)


@settings(max_examples=40)
@given(st.data())
def test_the_newest_change_is_undone_whole_and_done_again_whole(data: st.DataObject) -> None:
    history = History()
    history.apply(f.proposal(f.federation()))
    before = history.records
    change = history.apply(data.draw(f.proposals(before.values())))
    after = history.records
    undone = history.undo(change)
    assert undone.applies_at_once
    taken_back = history.apply(undone.review.accepted)
    assert history.records == before
    history.apply(history.undo(taken_back).review.accepted)
    assert history.records == after
    assert [one.edits for one in standing(history.changes)] == [history.changes[0].edits, change.edits]


def test_it_is_named_after_what_it_undoes() -> None:
    history = History()
    change = history.apply(f.proposal(f.federation(), source="要点.docx"))
    taken_back = history.undo(change).review.proposal
    assert str(taken_back.title) == "Undo: Test"
    assert (taken_back.source.name, taken_back.source.person) == ("要点.docx", "禾小满")
    again = history.undo(history.apply(taken_back)).review.proposal
    assert str(again.title) == "Redo: Test"
    assert str(history.undo(history.apply(again)).review.proposal.title) == "Undo: Test"


def test_a_field_typed_over_since_stays_and_the_later_change_is_named() -> None:
    history = History()
    of = f.federation()
    history.apply(f.proposal(of))
    both = history.apply(
        f.proposal(
            Change(Federation, of.id, "short_name", "", "云"),
            Change(Federation, of.id, "region_code", None, "1"),
        )
    )
    later = history.apply(typed(Federation, of.id, "short_name", "云", "云屿"))
    undone = history.undo(both)
    assert undone.because_of == (later,)
    assert [edit.field for edit in undone.review.accepted.edits if isinstance(edit, Change)] == [
        "region_code"
    ]


def test_a_later_change_that_was_itself_undone_stands_in_nobodys_way() -> None:
    history = History()
    of = f.federation()
    made = history.apply(f.proposal(of))
    later = history.apply(typed(Federation, of.id, "short_name", "", "云屿"))
    assert not history.undo(made).applies_at_once
    history.apply(history.undo(later).review.accepted)
    assert history.undo(made).applies_at_once


def test_a_change_undone_only_in_part_still_stands_with_the_rest() -> None:
    history = History()
    of = f.federation()
    made = history.apply(f.proposal(of))
    both = history.apply(
        f.proposal(
            Change(Federation, of.id, "short_name", "", "云"),
            Change(Federation, of.id, "region_code", None, "1"),
        )
    )
    partial = history.apply(history.undo(both).review.reject(0).accepted)
    undone = history.undo(made)
    assert undone.because_of == (both, partial)
    assert undone.review.accepted.edits == ()


def test_nothing_is_pointed_back_at_a_record_that_is_gone() -> None:
    history = History()
    of, other, who = f.federation(), f.federation("潮门县工商联"), f.person()
    post = f.post(who, of)
    history.apply(f.proposal(of, other, who, post))
    moved = history.apply(typed(Post, post.id, "federation_id", of.id, other.id))
    gone = history.apply(f.proposal(Delete(of)))
    undone = history.undo(moved)
    assert undone.because_of == (gone,)
    assert undone.review.accepted.edits == ()


def test_a_deleted_record_comes_back_only_with_what_it_points_to() -> None:
    history = History()
    brand = f.programme()
    alias = f.alias(brand)
    history.apply(f.proposal(brand, alias))
    first = history.apply(f.proposal(Delete(alias)))
    second = history.apply(f.proposal(Delete(brand)))
    assert history.undo(first).because_of == (second,)
    history.apply(history.undo(second).review.accepted)
    history.apply(history.undo(first).review.accepted)
    assert history.records == {brand.id: brand, alias.id: alias}


def test_what_was_undone_redone_and_undone_again_stands_in_nobodys_way() -> None:
    history = History()
    of = f.federation()
    made = history.apply(f.proposal(of))
    named = history.apply(typed(Federation, of.id, "short_name", "", "云屿"))
    taken_back = history.apply(history.undo(named).review.accepted)
    again = history.apply(history.undo(taken_back).review.accepted)
    assert standing(history.changes) == [made, named]
    assert history.undo(made).because_of == (named,)
    history.apply(history.undo(again).review.accepted)
    assert standing(history.changes) == [made]
    assert history.undo(made).applies_at_once
    history.apply(history.undo(made).review.accepted)
    assert history.records == {}

"""Review: whatever is rejected, what is left can be applied and hangs together."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Delete, Proposal, applied, changes_between
from moushi.changes.review import Review
from moushi.domain.record import Record, pointers
from moushi.domain.records import Federation


def whole(records: dict[UUID, Record]) -> bool:
    """Whether nothing points to what is not there."""
    return all(pointers(record) <= records.keys() for record in records.values())


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_rejected_the_rest_applies_and_nothing_dangles(data: st.DataObject) -> None:
    county = {record.id: record for record in data.draw(f.counties(most=1))}
    proposal = data.draw(f.proposals(county.values(), most=10))
    positions = st.integers(0, len(proposal.edits) - 1)
    review = Review(proposal)
    for rejecting, position in data.draw(st.lists(st.tuples(st.booleans(), positions), max_size=6)):
        review = review.reject(position) if rejecting else review.accept(position)
        assert (position in review.rejected) == rejecting
        assert whole(applied(county, review.accepted.edits))


@settings(max_examples=40)
@given(st.data())
def test_what_was_rejected_can_be_taken_after_all(data: st.DataObject) -> None:
    county = data.draw(f.counties(most=1))
    proposal = data.draw(f.proposals(county, most=10))
    everything = range(len(proposal.edits))
    review = Review(proposal).reject(*data.draw(st.sets(st.sampled_from(everything))))
    assert review.accept(*everything).accepted == proposal
    assert Review(proposal).reject(*everything).accepted.edits == ()


def test_rejecting_an_insert_rejects_what_hangs_on_it_and_no_more() -> None:
    county = f.planned_county(themes=2, items=2)
    review = Review(f.proposal(*county))
    names = [type(record).__name__ for record in county]
    rejected = review.reject(names.index("Theme")).rejected
    assert sorted(names[n] for n in rejected) == ["PlanItem", "PlanItem", "Theme"]
    assert {type(edit.record).__name__ for edit in review.reject(0).accepted.edits} == {"Article"}


def test_taking_an_edit_takes_what_it_needs() -> None:
    county = f.planned_county(themes=1, items=1)
    nothing = Review(f.proposal(*county)).reject(*range(len(county)))
    item = [type(record).__name__ for record in county].index("PlanItem")
    taken = nothing.accept(item).accepted.edits
    assert [edit.kind.__name__ for edit in taken] == ["Federation", "Plan", "Theme", "PlanItem"]


def test_a_record_stays_when_something_that_hangs_on_it_stays() -> None:
    of = f.federation()
    plan = f.plan(of)
    review = Review(f.proposal(Delete(plan), Delete(of)))
    assert review.reject(0).accepted.edits == ()
    assert review.reject(1).accepted.edits == (Delete(plan),)


def test_a_record_may_go_when_what_hung_on_it_moves_away() -> None:
    of, other = f.federation(), f.federation("潮门县工商联")
    plan = f.plan(of)
    moves = changes_between(plan, f.plan(of, federation_id=other.id, id=plan.id))
    assert [type(edit) for edit in moves] == [Change]
    review = Review(Proposal(f.proposal().source, f.proposal().title, (*moves, Delete(of))))
    assert review.reject(0).accepted.edits == ()


def test_later_edits_of_one_field_stand_on_the_earlier_ones() -> None:
    of = f.federation(short_name="a")
    chain = f.proposal(
        Change(Federation, of.id, "short_name", "a", "b"),
        Change(Federation, of.id, "region_code", None, "1"),
        Change(Federation, of.id, "short_name", "b", "c"),
        Delete(f.federation(short_name="c", region_code="1")),
    )
    assert Review(chain).reject(0).rejected == {0, 2, 3}
    assert Review(chain).reject(2).rejected == {2, 3}
    assert Review(chain).reject(1).rejected == {1, 3}


def test_what_is_barred_stays_out_with_what_needs_it() -> None:
    county = f.planned_county(themes=1, items=1)
    names = [type(record).__name__ for record in county]
    theme = names.index("Theme")
    review = Review(f.proposal(*county), barred=frozenset({theme})).reject(theme)
    everything = review.accept(*range(len(county)))
    assert {names[n] for n in everything.rejected} == {"Theme", "PlanItem"}
    assert review.out_of_reach == everything.rejected

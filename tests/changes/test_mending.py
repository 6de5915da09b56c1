"""Mends laid over a proposal: they alter the edit that they are about; what is shown is what is applied."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.mending import mended
from moushi.changes.model import Change, Delete, Finding, Insert, Proposal, Severity, applied
from moushi.changes.review import Review
from moushi.domain.record import Record, pointers
from moushi.domain.records import PlanItem, Programme
from moushi.errors import say


def finding(*mend: Change | Insert | Delete) -> Finding:
    return Finding(Severity.HINT, "1:1", say("A mark is half-width."), say("Mend it."), mend)


def reworded(item: Record, old: str, new: str) -> Change:
    return Change(type(item), item.id, "text", old, new)


def proposal(*edits: object, mends: tuple[Finding, ...]) -> Proposal:
    return f.proposal(*edits, findings=mends)  # type: ignore[arg-type]


def item(text: str = "办好三件事,") -> PlanItem:
    return f.item(f.theme(f.plan(f.federation())), text)


def test_a_mend_of_a_new_record_alters_its_insert() -> None:
    new = item()
    laid, taken = mended(proposal(new, mends=(finding(reworded(new, new.text, "办好三件事，")),)), [0])
    (edit,) = laid.edits
    assert isinstance(edit, Insert)
    assert edit.record.text == "办好三件事，"
    assert taken == {0}


def test_a_mend_of_a_changed_text_alters_the_change() -> None:
    held = item("办好两件事，")
    change = reworded(held, held.text, "办好三件事,")
    laid, _ = mended(proposal(change, mends=(finding(reworded(held, change.new, "办好三件事，")),)), [0])
    assert laid.edits == (reworded(held, "办好两件事，", "办好三件事，"),)


def test_a_mend_of_what_the_file_leaves_alone_is_an_edit_of_its_own() -> None:
    held, other = item(), f.programme()
    mend = reworded(held, held.text, "办好三件事，")
    laid, _ = mended(proposal(other, mends=(finding(mend),)), [0])
    assert laid.edits == (Insert(other), mend)


def test_a_suggestion_not_taken_changes_nothing() -> None:
    new = item()
    given_ = proposal(new, mends=(finding(reworded(new, new.text, "办好三件事，")),))
    assert mended(given_, []) == (given_, frozenset())


def test_two_suggestions_for_one_text_do_not_fit_together() -> None:
    new = item()
    ways = tuple(finding(reworded(new, new.text, text)) for text in ("办好三件事，", "办好三件实事，"))
    laid, taken = mended(proposal(new, mends=ways), [0, 1])
    assert laid.edits[0].record.text == "办好三件事，"  # type: ignore[union-attr]
    assert taken == {0}


def test_a_suggestion_of_several_edits_is_taken_whole_or_not_at_all() -> None:
    new, other = item(), f.programme()
    half = finding(reworded(new, new.text, "办好三件事，"), Insert(other))
    laid, taken = mended(proposal(new, Insert(other), mends=(half,)), [0])
    assert laid.edits == (Insert(new), Insert(other))
    assert not taken


def test_a_suggestion_takes_back_what_the_proposal_brings_and_leaves_a_change_of_nothing() -> None:
    of = f.federation()
    new, held, chamber = f.member(of, "远帆渔俱"), f.member(of, "远帆渔具"), f.chamber(of)
    joins = f.membership(new, chamber)
    mend = finding(Change(type(joins), joins.id, "member_id", new.id, held.id), Delete(new))
    laid, taken = mended(proposal(new, joins, mends=(mend,)), [0])
    idle, moved = laid.edits
    assert isinstance(idle, Change)
    assert (idle.id, idle.old) == (new.id, idle.new)
    assert moved == Insert(replace(joins, member_id=held.id))
    assert taken == {0}


def test_what_a_suggestion_takes_back_takes_no_other_suggestion() -> None:
    new = f.member(f.federation(), "远帆渔俱")
    ways = finding(Delete(new)), finding(Change(type(new), new.id, "phone", None, "0580-1234567"))
    laid, taken = mended(proposal(new, mends=ways), [0, 1])
    assert all(isinstance(edit, Change) and edit.old == edit.new for edit in laid.edits)
    assert taken == {0}


def test_a_text_that_the_proposal_deletes_cannot_be_mended() -> None:
    gone = item()
    given_ = proposal(Delete(gone), mends=(finding(reworded(gone, gone.text, "办好三件事，")),))
    assert mended(given_, [0]) == (given_, frozenset())


def whole(records: dict[object, Record]) -> bool:
    return all(pointers(record) <= records.keys() for record in records.values())


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_taken_rejected_and_mended_what_is_shown_stands_afterwards(data: st.DataObject) -> None:
    county = {record.id: record for record in data.draw(f.counties(most=1))}
    drawn = data.draw(f.proposals(county.values(), most=8))
    after = applied(county, drawn.edits)
    texts = [(r, n) for r in after.values() for n in ("text", "name", "lead") if hasattr(r, n)]
    mends = tuple(
        finding(Change(type(record), record.id, name, getattr(record, name), data.draw(f.words)))
        for record, name in texts[:6]
    )
    given_ = Proposal(drawn.source, drawn.title, drawn.edits, mends)
    review = Review(given_)
    for _ in range(data.draw(st.integers(0, 5))):
        if mends and data.draw(st.booleans()):
            laid, _ = mended(given_, data.draw(st.sets(st.sampled_from(range(len(mends))))))
            review = review.of(laid)
        positions = st.integers(0, len(review.proposal.edits) - 1)
        step = review.reject if data.draw(st.booleans()) else review.accept
        review = step(data.draw(positions))
        accepted = review.accepted.edits
        stands = applied(county, accepted)
        assert whole(stands)
        for edit in accepted:
            last = [e for e in accepted if e.id == edit.id][-1]
            if isinstance(edit, Insert) and last is edit:
                assert stands[edit.id] == edit.record
        for key, value in {(e.id, e.field): e.new for e in accepted if isinstance(e, Change)}.items():
            if key[0] in stands and not isinstance([e for e in accepted if e.id == key[0]][-1], Insert):
                assert getattr(stands[key[0]], key[1]) == value


def test_a_choice_is_kept_when_a_mend_is_taken_and_taken_back() -> None:
    new, other = item(), Programme(id=f.programme().id, name="老板夜校")
    given_ = proposal(other, new, mends=(finding(reworded(new, new.text, "办好三件事，")),))
    review = Review(given_).reject(0)
    with_mend = review.of(mended(given_, [0])[0])
    assert with_mend.rejected == {0}
    assert with_mend.of(mended(given_, [])[0]) == review

"""Merging members: values chosen field by field, everything moved, nothing twice, all undone at once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Proposal, applied, inverse
from moushi.changes.rules import check
from moushi.desk import merging
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.record import Record, fields_of
from moushi.domain.records import (
    KINDS,
    Member,
    Membership,
    Pairing,
    Participation,
    Post,
    Rating,
)
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from stores import emptied_store, rows

CODE = "91350100M000100Y43"
OF = make.federation()
LU, SHA = make.chamber(OF, "鹭汀镇商会"), make.chamber(OF, "沙浦镇商会")
STAYS = make.member(OF, "远帆渔具有限公司", uscc=CODE, joined_on=date(2021, 1, 1), staff=9)
GOES = make.member(OF, "远帆渔具", phone="13800001234", joined_on=date(2019, 5, 1), new_generation=True)
OTHER = make.member(OF, "海锚民宿")


def merged(*records: Record, values: dict[str, Any] | None = None) -> MemorySnapshot:
    there = [OF, LU, SHA, STAYS, GOES, OTHER, *records]
    return MemorySnapshot(after(there, proposal(there, values)).values())


def proposal(there: list[Record], values: dict[str, Any] | None = None) -> Proposal:
    return merging.merging(MemorySnapshot(there), STAYS, GOES, values or {})


def after(there: list[Record], made: Proposal) -> dict[Any, Record]:
    return applied({each.id: each for each in there}, made.edits)


def test_the_values_chosen_stand_in_the_one_that_stays() -> None:
    held = merged(values={"phone": GOES.phone, "joined_on": GOES.joined_on})
    (member, other) = sorted(held.where(Member), key=lambda each: each.name != STAYS.name)
    assert (member.id, member.phone, member.joined_on, member.staff) == (
        STAYS.id,
        GOES.phone,
        GOES.joined_on,
        9,
    )
    assert other == OTHER


def test_the_likelier_values_are_chosen_beforehand() -> None:
    there = MemorySnapshot([OF, LU, STAYS, GOES, make.membership(STAYS, LU)])
    shown = merging.compare(there, GOES.id, STAYS.id)
    assert shown is not None
    assert (shown.first, shown.second) == (STAYS, GOES)
    assert {choice.field for choice in shown.choices if choice.takes_second} == {
        "phone",
        "joined_on",
        "new_generation",
    }
    assert {choice.field for choice in shown.choices} == {
        "name",
        "uscc",
        "phone",
        "joined_on",
        "new_generation",
        "staff",
    }


def test_who_is_still_a_member_decides_on_leaving_and_a_sound_code_wins() -> None:
    left = make.member(
        OF, "远帆", uscc="91350100M000100Y44", left_on=date(2030, 1, 1), left_reason="迁出", staff=3
    )
    here = make.member(OF, "远帆", uscc=CODE, kind=MemberKind.GROUP)
    assert not any(merging.takes_second(here, left, name) for name in ("left_on", "left_reason", "uscc"))
    assert all(merging.takes_second(left, here, name) for name in ("left_on", "left_reason", "uscc"))
    assert merging.takes_second(here, left, "kind")  # a code of 91 is no group's


def test_chambers_of_both_are_joined_and_lasting_ones_last() -> None:
    held = merged(
        make.membership(STAYS, LU, joined_on=date(2021, 1, 1), left_on=date(2022, 1, 1)),
        make.membership(GOES, LU, joined_on=date(2019, 1, 1)),
        make.membership(GOES, SHA),
    )
    found = {each.chamber_id: each for each in held.where(Membership)}
    assert len(held.where(Membership)) == 2
    assert (found[LU.id].joined_on, found[LU.id].left_on) == (date(2019, 1, 1), None)
    assert {each.member_id for each in found.values()} == {STAYS.id}


def test_posts_move_and_the_same_post_held_by_both_is_one() -> None:
    held = merged(
        make.post(STAYS, LU, role=Role.VICE, term_number=3, from_on=date(2022, 1, 1)),
        make.post(GOES, LU, role=Role.VICE, term_number=3, from_on=date(2021, 1, 1), to_on=date(2023, 1, 1)),
        make.post(GOES, LU, role=Role.VICE, term_number=2, to_on=date(2020, 1, 1)),
        make.post(GOES, SHA, role=Role.CHAIR),
    )
    posts = held.where(Post)
    assert Counter((each.chamber_id, each.term_number) for each in posts) == {
        (LU.id, 3): 1,
        (LU.id, 2): 1,
        (SHA.id, None): 1,
    }
    (joined,) = [each for each in posts if each.term_number == 3]
    assert (joined.from_on, joined.to_on) == (date(2021, 1, 1), None)
    assert {each.member_id for each in posts} == {STAYS.id}


def test_a_post_held_twice_with_a_gap_stays_two() -> None:
    held = merged(
        make.post(STAYS, LU, to_on=date(2020, 1, 1)),
        make.post(GOES, LU, from_on=date(2022, 1, 1)),
    )
    assert len(held.where(Post)) == 2


def test_one_activity_is_taken_part_in_once() -> None:
    both, alone = make.activity(OF), make.activity(OF)
    held = merged(
        both,
        alone,
        make.participation(both, STAYS),
        make.participation(both, GOES),
        make.participation(alone, GOES),
    )
    assert Counter(each.activity_id for each in held.where(Participation)) == {both.id: 1, alone.id: 1}


def test_pairs_move_and_a_pair_with_itself_goes() -> None:
    held = merged(
        make.pairing(STAYS, GOES),
        make.pairing(STAYS, OTHER, from_on=date(2030, 1, 1)),
        make.pairing(GOES, OTHER, from_on=date(2029, 1, 1)),
        make.pairing(OTHER, GOES),
    )
    pairs = {(each.mentor_id, each.mentee_id): each for each in held.where(Pairing)}
    assert set(pairs) == {(STAYS.id, OTHER.id), (OTHER.id, STAYS.id)}
    assert len(held.where(Pairing)) == 2
    assert pairs[STAYS.id, OTHER.id].from_on == date(2029, 1, 1)


def test_the_same_recognition_stands_once() -> None:
    held = merged(
        make.rating(STAYS, name="清廉民企示范单位"),
        make.rating(GOES, name="清廉民企示范单位"),
        make.rating(GOES, name="清廉民企示范单位", level="市级"),
    )
    assert sorted(each.level for each in held.where(Rating)) == ["县级", "市级"]


def test_members_of_two_federations_are_not_merged() -> None:
    far = make.member(make.federation("海岬县工商联"), "远帆渔具有限公司")
    with pytest.raises(MoushiError, match="two federations"):
        merging.merging(MemorySnapshot([STAYS, far]), STAYS, far, {})


def test_a_member_that_is_gone_is_not_compared() -> None:
    there = MemorySnapshot([OF, STAYS])
    assert merging.compare(there, STAYS.id, GOES.id) is None
    assert merging.compare(there, STAYS.id, STAYS.id) is None


# -- properties --------------------------------------------------------------------------------------------


@st.composite
def registers(draw: st.DrawFn) -> list[Record]:
    """Small registers full of what points to members, days near each other so that stretches touch."""
    members = [make.member(OF, name) for name in "甲乙丙"]
    activities = [make.activity(OF) for _ in range(2)]
    member, chamber = st.sampled_from(members), st.sampled_from([LU, SHA])
    day = st.none() | st.dates(date(2030, 1, 1), date(2030, 1, 4))
    made = st.one_of(
        st.builds(
            lambda m, c, a, b: make.membership(m, c, joined_on=a, left_on=b), member, chamber, day, day
        ),
        st.builds(
            lambda m, c, r, t, a, b: make.post(m, c, role=r, term_number=t, from_on=a, to_on=b),
            member,
            chamber,
            st.sampled_from([Role.CHAIR, Role.VICE]),
            st.sampled_from([None, 1]),
            day,
            day,
        ),
        st.builds(lambda m, a: make.participation(a, m), member, st.sampled_from(activities)),
        st.builds(lambda m, y: make.rating(m, year=y), member, st.sampled_from([2029, 2030])),
        st.builds(lambda a, b, c, d: make.pairing(a, b, from_on=c, to_on=d), member, member, day, day).filter(
            lambda pair: pair.mentor_id != pair.mentee_id
        ),
    )
    return [OF, LU, SHA, *activities, *members, *draw(st.lists(made, max_size=12))]


@given(registers(), st.data())
def test_merging_breaks_no_rule_leaves_nothing_dangling_doubles_nothing_and_is_undone(
    there: list[Record], data: st.DataObject
) -> None:
    snapshot = MemorySnapshot(there)
    one, other = data.draw(st.permutations(snapshot.where(Member)))[:2]
    made = merging.merging(snapshot, one, other, {"name": other.name})
    before = {each.id: each for each in there}
    held = applied(before, made.edits)
    check(made.edits, snapshot, held)
    for record in held.values():
        for spec in fields_of(type(record)):
            target = getattr(record, spec.name) if spec.refers_to else None
            assert target is None or isinstance(held.get(target), KINDS[spec.refers_to or ""])
    assert other.id not in held
    for kind in (Membership, Post, Participation, Rating, Pairing):
        assert sum(type(each) is kind for each in held.values()) <= len(snapshot.where(kind))
    after_it = MemorySnapshot(held.values())
    for kind, name in ((Membership, "chamber_id"), (Participation, "activity_id")):
        kept = Counter(getattr(each, name) for each in after_it.where(kind, member_id=one.id))
        own = Counter(getattr(each, name) for each in snapshot.where(kind, member_id=one.id))
        its = {getattr(each, name) for each in snapshot.where(kind, member_id=other.id)}
        assert kept == {target: max(own[target], 1) for target in its | own.keys()}
    assert applied(held, inverse(made.edits)) == before


@settings(max_examples=15, deadline=None)
@given(registers())
def test_the_store_has_everything_back_after_the_undo(there: list[Record]) -> None:
    one, other = [each for each in there if isinstance(each, Member)][:2]
    with emptied_store() as store:
        store.apply(make.proposal(*there))
        before = rows(store.path)
        with store.snapshot() as snapshot:
            made = merging.merging(snapshot, one, other, {})
        store.apply(made)
        assert rows(store.path) != before
        review = store.undo()
        assert review.applies_at_once
        store.apply(review.review.accepted)
        assert rows(store.path) == before

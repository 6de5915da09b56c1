"""Long lists: ids in order and filtered, and the records of a portion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Change
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.record import Record
from moushi.domain.records import Member, Membership, Post, normal_name
from moushi.store import Store, listing
from moushi.store.listing import Ids, Listing, Order, Through
from stores import emptied_store

MEMBERSHIPS = Through(Membership, "member_id", "left_on")
POSTS = Through(Post, "member_id", "to_on")
OF = make.federation()


def keep(store: Store, *records: Record) -> None:
    store.apply(make.proposal(*records))


def names(store: Store, **wanted: Any) -> list[str]:
    ids = store.listing(Listing(Member, **wanted))
    held = store.records(Member, list(ids))
    return [held[each].name for each in ids]


def by(field: str, *, descending: bool = False, through: Through[Any] | None = None) -> Order:
    return Order(field, descending, through)


def test_amounts_and_counts_sort_by_value_not_as_texts(store: Store) -> None:
    keep(
        store,
        OF,
        make.member(OF, "九万", registered_capital=Decimal(90_000), staff=9),
        make.member(OF, "二千万", registered_capital=Decimal(20_000_000), staff=100),
        make.member(OF, "半元", registered_capital=Decimal("0.5"), staff=20),
    )
    assert names(store, order=by("registered_capital")) == ["半元", "九万", "二千万"]
    assert names(store, order=by("staff", descending=True)) == ["二千万", "半元", "九万"]


@pytest.mark.parametrize("field", ["staff", "registered_capital", "joined_on", "contact", "township_id"])
def test_the_empty_stand_last_either_way(store: Store, field: str) -> None:
    town = make.township(OF)
    full = make.member(
        OF,
        "满",
        staff=3,
        registered_capital=Decimal(1),
        joined_on=date(2020, 1, 1),
        contact="林一舟",
        township_id=town.id,
    )
    keep(store, OF, town, make.member(OF, "空"), full)
    assert names(store, order=by(field)) == ["满", "空"]
    assert names(store, order=by(field, descending=True)) == ["满", "空"]


def test_a_reference_sorts_by_the_name_it_points_to(store: Store) -> None:
    a, b = make.township(OF, "乙镇"), make.township(OF, "丙镇")
    keep(store, OF, a, b, make.member(OF, "一", township_id=a.id), make.member(OF, "二", township_id=b.id))
    assert names(store, order=by("township_id")) == ["二", "一"]  # bing before yi


def test_choices_sort_in_the_order_of_their_kind(store: Store) -> None:
    kinds = (MemberKind.INDIVIDUAL, MemberKind.ENTERPRISE, MemberKind.GROUP)
    keep(store, OF, *(make.member(OF, kind.value, kind=kind) for kind in kinds))
    assert names(store, order=by("kind")) == ["enterprise", "group", "individual"]


def test_of_several_posts_still_held_the_highest_counts(store: Store) -> None:
    high, low, past = (make.member(OF, name) for name in ("高", "低", "前"))
    keep(
        store,
        OF,
        high,
        low,
        past,
        make.post(low, OF, role=Role.COUNCIL),
        make.post(high, OF, role=Role.COUNCIL),
        make.post(high, OF, role=Role.VICE),
        make.post(past, OF, role=Role.CHAIR, to_on=date(2030, 1, 1)),
    )
    assert names(store, order=by("role", through=POSTS)) == ["高", "低", "前"]


def test_filters_narrow_together(store: Store) -> None:
    town, chamber, other = make.township(OF), make.chamber(OF), make.chamber(OF, "渔具行业商会")
    here = make.member(OF, "在此", township_id=town.id)
    left = make.member(OF, "已退", township_id=town.id, left_on=date(2030, 5, 1))
    far = make.member(OF, "别处")
    keep(
        store,
        OF,
        town,
        chamber,
        other,
        here,
        left,
        far,
        make.membership(here, chamber),
        make.membership(far, other),
        make.membership(far, chamber, left_on=date(2029, 1, 1)),
    )
    assert names(store, equal={"township_id": town.id}, filled={"left_on": False}) == ["在此"]
    assert names(store, filled={"left_on": True}) == ["已退"]
    assert names(store, linked=((MEMBERSHIPS, {"chamber_id": chamber.id}),)) == ["在此"]
    assert names(store, equal={"township_id": None}) == ["别处"]


def test_words_are_sought_in_all_texts_with_their_marks_taken_as_they_are(store: Store) -> None:
    keep(
        store,
        OF,
        make.member(OF, "远帆渔具有限公司", legal_representative="林一舟"),
        make.member(OF, "100%海味", uscc="A_B"),
    )
    assert names(store, text="林一 渔具") == ["远帆渔具有限公司"]
    assert names(store, text="%") == ["100%海味"]
    assert names(store, text="a_b") == ["100%海味"]
    assert names(store, text="/") == []
    assert names(store, text="１００％") == ["100%海味"]
    assert names(store, spelled="远具公司") == ["远帆渔具有限公司"]
    assert names(store, spelled="具远") == []


def test_a_limit_gives_the_first(store: Store) -> None:
    keep(store, OF, *(make.member(OF, name) for name in "丙甲乙"))
    assert names(store, limit=2) == sorted("丙甲乙")[:2]


def test_names_sort_by_reading_and_very_many_by_code_point(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, OF, *(make.member(OF, name) for name in ("舟山", "普陀", "岱山", "定海", "")))
    assert names(store) == ["岱山", "定海", "普陀", "舟山", ""]
    assert names(store, order=by("name", descending=True)) == ["舟山", "普陀", "定海", "岱山", ""]
    monkeypatch.setattr(listing, "READ_UP_TO", 2)
    keep(store, make.member(OF, ""))
    assert names(store) == [*sorted(["舟山", "普陀", "岱山", "定海"]), "", ""]


def test_a_list_is_made_anew_after_a_change_also_one_joined_to_a_visit(store: Store) -> None:
    member = make.member(OF, "甲", contact="林")
    keep(store, OF, member, make.member(OF, "乙", contact="禾"))
    assert names(store, order=by("contact")) == ["乙", "甲"]
    begun = store.apply(make.proposal(Change(Member, member.id, "contact", "林", "安")))
    assert names(store, order=by("contact")) == ["甲", "乙"]
    store.apply(make.proposal(Change(Member, member.id, "contact", "安", "周")), begun.id)
    assert names(store, order=by("contact")) == ["乙", "甲"]
    assert names(store, order=by("contact"), text="甲") == ["甲"]


def test_ids_know_their_places_and_become_ids_only_when_asked_for(store: Store) -> None:
    members = [make.member(OF, name) for name in "甲乙丙"]
    keep(store, OF, *members)
    ids = store.listing(Listing(Member))
    assert [ids.place(each) for each in ids] == [0, 1, 2]
    assert ids.place(uuid4()) == -1
    assert list(ids[1:]) == [ids[1], ids[2]]
    assert ids == store.listing(Listing(Member))
    assert ids != Ids()


def test_what_points_to_records_is_read_and_counted_together(store: Store) -> None:
    chamber = make.chamber(OF)
    members = [make.member(OF, name) for name in "甲乙丙"]
    there = [make.membership(member, chamber) for member in members[:2]]
    gone = make.membership(members[2], chamber, left_on=date(2030, 1, 1))
    keep(store, OF, chamber, *members, *there, gone)
    ids = [member.id for member in members]
    assert {each.id for each in store.pointing(MEMBERSHIPS, ids)} == {each.id for each in there}
    assert store.tally(Through(Membership, "chamber_id", "left_on"), [chamber.id, uuid4()]) == {chamber.id: 2}
    assert store.tally(Through(Membership, "chamber_id"), [chamber.id]) == {chamber.id: 3}
    assert store.records(Member, [*ids, uuid4()]) == {member.id: member for member in members}


_TEXTS = st.text("远帆%_/渔a ", max_size=4)
_MEMBERS = st.lists(
    st.builds(
        lambda name, staff, contact: make.member(OF, name, staff=staff, contact=contact),
        _TEXTS,
        st.none() | st.integers(0, 30),
        _TEXTS,
    ),
    max_size=6,
)


@given(_MEMBERS, st.sampled_from(["name", "staff", "contact"]), st.booleans(), _TEXTS)
def test_lists_are_what_sorting_and_searching_in_memory_gives(
    members: Sequence[Member], field: str, descending: bool, text: str
) -> None:
    def is_found(member: Member) -> bool:
        texts = [normal_name(each) for each in (member.name, member.contact)]
        return all(any(normal_name(word) in each for each in texts) for word in text.split())

    found = [member for member in members if is_found(member)]
    full = [m for m in found if getattr(m, field) not in (None, "")]
    empty = [m for m in found if getattr(m, field) in (None, "")]
    in_order = sorted(
        sorted(full, key=lambda m: m.id.hex), key=lambda m: getattr(m, field), reverse=descending
    )
    in_order += sorted(empty, key=lambda m: m.id.hex)
    with emptied_store() as store:
        keep(store, OF, *members)
        ids = store.listing(Listing(Member, by(field, descending=descending), text=text))
        assert list(ids) == [member.id for member in in_order]

"""Long lists: ids in order and filtered, and the records of a portion."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Change, Delete
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.record import Record
from moushi.domain.records import Member, Membership, Post, normal_name
from moushi.store import Store, listing, lists, open_store
from moushi.store.listing import Ids, Listing, Order, Through
from moushi.store.searching import words_of
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


def test_who_left_the_federation_is_not_counted_and_nobody_twice(store: Store) -> None:
    chamber = make.chamber(OF)
    here, gone = make.member(OF), make.member(OF, "蓝礁养殖厂", left_on=date(2030, 1, 1))
    linked = [make.membership(each, chamber) for each in (here, here, gone)]
    keep(store, OF, chamber, here, gone, *linked)
    members = Through(Membership, "chamber_id", "left_on", each=("member_id", Member, "left_on"))
    assert store.tally(members, [chamber.id]) == {chamber.id: 1}


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
        return all(any(word.text in each for each in texts) for word in words_of(text))

    found = [member for member in members if is_found(member)]
    full = [m for m in found if getattr(m, field) not in (None, "")]
    empty = [m for m in found if getattr(m, field) in (None, "")]
    in_order = sorted(full, key=lambda m: getattr(m, field), reverse=descending) + empty
    with emptied_store() as store:
        keep(store, OF, *members)
        ids = store.listing(Listing(Member, by(field, descending=descending), text=text))
        assert list(ids) == [member.id for member in in_order]


_DAYS = st.none() | st.dates(date(2019, 12, 30), date(2020, 1, 2))
_VARIED = st.lists(
    st.builds(
        lambda kind, *values: make.member(
            OF,
            kind=kind,
            **dict(zip(("staff", "registered_capital", "joined_on", "left_on", "uscc"), values, strict=True)),
        ),
        st.sampled_from(MemberKind),
        st.none() | st.integers(0, 3),
        st.none() | st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(9), Decimal(10**20)]),
        _DAYS,
        _DAYS,
        st.none() | st.sampled_from(["", "9A", "a"]),
    ),
    max_size=8,
)
_SORTED = ("kind", "staff", "registered_capital", "joined_on", "left_on", "uscc", "role")
_KINDS, _ROLES = list(MemberKind), list(Role)


@given(
    _VARIED,
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from([Role.CHAIR, Role.VICE, Role.COUNCIL]))),
    st.sampled_from(_SORTED),
    st.booleans(),
    st.sampled_from([{}, {"left_on": True}, {"left_on": False}]),
)
def test_very_many_stand_in_order_those_alike_as_entered_the_empty_last(
    members: Sequence[Member],
    held: Sequence[tuple[int, Role]],
    field: str,
    descending: bool,
    filled: dict[str, bool],
) -> None:
    posts = [make.post(members[at], OF, role=role) for at, role in held if at < len(members)]

    def key(member: Member) -> Any:
        if field == "role":
            return min((_ROLES.index(p.role) for p in posts if p.member_id == member.id), default=None)
        value = getattr(member, field)
        return _KINDS.index(value) if field == "kind" else None if value == "" else value

    wanted = [
        m for m in members if all((getattr(m, name) is not None) is full for name, full in filled.items())
    ]
    full = sorted((m for m in wanted if key(m) is not None), key=key, reverse=descending)
    order = by(field, descending=descending, through=POSTS if field == "role" else None)
    with emptied_store() as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "READ_UP_TO", 0)
        keep(store, OF, *members, *posts)
        in_order = [*full, *(m for m in wanted if key(m) is None)]
        assert list(store.listing(Listing(Member, order, filled=filled))) == [m.id for m in in_order]
        first = store.listing(Listing(Member, order, filled=filled, limit=2))
        assert list(first) == [m.id for m in in_order[:2]]


@pytest.mark.parametrize("read_up_to", [0, 10])
def test_of_those_alike_the_one_entered_again_stands_last(
    store: Store, monkeypatch: pytest.MonkeyPatch, read_up_to: int
) -> None:
    monkeypatch.setattr(listing, "READ_UP_TO", read_up_to)
    members = [make.member(OF, "同名", contact=contact) for contact in "甲乙丙"]
    keep(store, OF, *members)
    store.apply(make.proposal(Delete(members[0])))
    store.apply(store.undo().review.accepted)
    in_order = [members[n].id for n in (1, 2, 0)]
    assert list(store.listing(Listing(Member))) == in_order
    assert list(store.listing(Listing(Member, by("name", descending=True)))) == in_order


def test_who_is_deleted_leaves_a_gap_in_a_list_read_before(store: Store) -> None:
    members = [make.member(OF, name) for name in "甲乙丙"]
    keep(store, OF, *members)
    before = store.listing(Listing(Member))
    place = before.place(members[2].id)
    store.apply(make.proposal(Delete(members[2])))
    keep(store, make.member(OF, "丁"))  # takes the number of the row that went
    assert before[place] == members[2].id
    assert set(store.records(Member, before[:])) == {members[0].id, members[1].id}
    assert store.listing(Listing(Member)) != before


def test_what_another_program_changes_is_listed(store: Store) -> None:
    keep(store, OF, make.member(OF, "甲"))
    with closing(open_store(store.path, read_only=True)) as other:
        assert names(other) == ["甲"]
        keep(store, make.member(OF, "乙"))
        assert names(other) == ["甲", "乙"]
        assert names(other, text="乙") == ["乙"]


def test_a_glimpse_of_a_long_list_is_how_it_begins(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    members = [
        make.member(OF, name, staff=staff) for name, staff in zip("丙甲乙丁", (3, 1, 2, None), strict=True)
    ]
    keep(store, OF, *members)
    assert store.glimpse(Listing(Member, by("staff")), 2) is None  # short ones are sorted whole
    monkeypatch.setattr(listing, "READ_UP_TO", 3)
    found = store.glimpse(Listing(Member, by("staff")), 2)
    assert found is not None
    assert (list(found.head), found.count) == ([members[1].id, members[2].id], 4)
    assert store.glimpse(Listing(Member, by("staff"), text="甲"), 2) is None
    whole = store.listing(Listing(Member, by("staff")))
    assert list(whole[:2]) == list(found.head)
    assert store.glimpse(Listing(Member, by("staff")), 2) is None  # at hand already


def test_many_and_few_findings_are_the_same_however_they_are_put_in_order(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = [make.member(OF, f"远帆{name}") for name in "丙甲乙"]
    keep(store, OF, make.member(OF, "海锚"), *members)
    few = list(store.listing(Listing(Member, text="yf")))
    monkeypatch.setattr(lists, "_FEW", 0)
    assert list(store.listing(Listing(Member, text="yf"))) == few
    keep(store, make.member(OF, "远帆丁"))
    assert len(store.listing(Listing(Member, text="yf"))) == 4

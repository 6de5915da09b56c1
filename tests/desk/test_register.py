"""The register as the desk sees it: rows, last values, leaving, deleting, posts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Delete, Insert
from moushi.desk import register
from moushi.desk.desk import Desk
from moushi.desk.register import LastValues, MemberFilter, Standing
from moushi.desk.removing import removal
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.records import Member, Person, Post
from moushi.domain.snapshot import MemorySnapshot
from stores import fresh_store

OF = make.federation()
TOWN = make.township(OF)
CHAMBER = make.chamber(OF)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF, TOWN, CHAMBER))
        yield Desk(store)


def test_a_row_names_township_chambers_and_highest_post(desk: Desk) -> None:
    member = make.member(OF, township_id=TOWN.id, staff=1200)
    desk.apply(
        make.proposal(
            member,
            make.membership(member, CHAMBER),
            make.post(member, CHAMBER, role=Role.COUNCIL),
            make.post(member, OF, role=Role.VICE),
        )
    )
    (row,) = register.member_rows(desk, [member.id])
    cells = [str(cell) for cell in row.cells]
    assert cells[:5] == [member.name, "enterprise", "鹭汀镇", "鹭汀镇商会", "vice president"]
    assert not row.is_past


def test_rows_stand_as_asked_and_those_gone_are_left_out(desk: Desk) -> None:
    a, b, gone = make.member(OF, "甲"), make.member(OF, "乙"), make.member(OF, "丙")
    desk.apply(make.proposal(a, b))
    assert [row.cells[0] for row in register.member_rows(desk, [b.id, gone.id, a.id])] == ["乙", "甲"]


def test_members_are_listed_by_standing(desk: Desk) -> None:
    now, left = make.member(OF, "在"), make.member(OF, "退", left_on=date(2030, 1, 1))
    desk.apply(make.proposal(now, left))

    def listed(standing: Standing) -> set[str]:
        ids = register.member_ids(desk, MemberFilter(standing=standing), 0, descending=False)
        return {str(row.cells[0]) for row in register.member_rows(desk, ids[:])}

    assert [listed(each) for each in Standing] == [{"在"}, {"退"}, {"在", "退"}]


def test_last_values_are_kept_in_the_store_as_far_as_they_are_still_there(desk: Desk) -> None:
    assert register.last_values(desk) == LastValues()
    last = LastValues(TOWN.id, MemberKind.GROUP, "船舶修造", date(2031, 3, 1), CHAMBER.id)
    register.keep_last(desk, last)
    assert register.last_values(desk) == last
    desk.apply(make.proposal(Delete(CHAMBER)))
    assert register.last_values(desk).chamber_id is None
    desk.store.put_setting("register.last", {"township": "nonsense"})
    assert register.last_values(desk) == LastValues()


def test_the_day_of_leaving_brings_how_long_the_member_is_kept() -> None:
    member = make.member(OF)
    (edit,) = register.on_leaving(member, "left_on", date(2028, 2, 29))
    assert (edit.field, edit.new) == ("retain_until", date(2029, 2, 28))  # type: ignore[union-attr]
    set_by_hand = make.member(OF, left_on=date(2030, 1, 1), retain_until=date(2035, 1, 1))
    assert register.on_leaving(set_by_hand, "left_on", date(2030, 2, 1)) == ()
    offered = make.member(OF, left_on=date(2030, 1, 1), retain_until=date(2031, 1, 1))
    (taken_back,) = register.on_leaving(offered, "left_on", None)
    assert taken_back.new is None  # type: ignore[union-attr]
    assert register.on_leaving(member, "name", "别名") == ()


def test_deleting_takes_what_hangs_on_a_member_along() -> None:
    member = make.member(OF)
    held = make.membership(member, CHAMBER), make.post(member, CHAMBER)
    proposal = removal(MemorySnapshot([OF, CHAMBER, member, *held]), [member])
    assert proposal is not None
    assert {edit.id for edit in proposal.edits} == {member.id, *(each.id for each in held)}
    assert proposal.edits[-1] == Delete(member)
    assert removal(MemorySnapshot(), []) is None


def test_a_telephone_number_is_masked() -> None:
    assert register.masked("13812345678") == "138****5678"
    assert register.masked("138 1234 5678") == "138 **** 5678"
    assert register.masked("") == ""


@given(st.text("0123456789- ()转", max_size=20))
def test_a_masked_number_keeps_its_length_and_never_shows_more_than_seven_digits(phone: str) -> None:
    shown = register.masked(phone)
    assert len(shown) == len(phone)
    assert sum(char.isdigit() for char in shown) <= 7


def test_a_post_goes_to_a_new_person_when_nobody_is_of_that_name() -> None:
    post = Post(id=make.member(OF).id, role=Role.VICE, chamber_id=CHAMBER.id)
    proposal = register.holding(MemorySnapshot([OF, CHAMBER]), post, "禾小满", None, is_new=True)
    person, held = (edit.record for edit in proposal.edits if isinstance(edit, Insert))
    assert isinstance(person, Person)
    assert person.name == "禾小满"
    assert isinstance(held, Post)
    assert (held.person_id, held.member_id) == (person.id, None)


def test_a_person_known_is_not_entered_twice() -> None:
    known = make.person("禾小满")
    post = Post(id=make.member(OF).id, role=Role.VICE, chamber_id=CHAMBER.id)
    proposal = register.holding(MemorySnapshot([OF, CHAMBER, known]), post, "禾小满", None, is_new=True)
    assert [edit.kind for edit in proposal.edits] == [Post]


def test_a_post_changes_hands_from_a_person_to_a_member() -> None:
    person, member = make.person(), make.member(OF)
    post = make.post(person, CHAMBER)
    snapshot = MemorySnapshot([OF, CHAMBER, person, member, post])
    proposal = register.holding(snapshot, post, member.name, member, is_new=False)
    assert {(edit.field, edit.new) for edit in proposal.edits} == {  # type: ignore[union-attr]
        ("person_id", None),
        ("member_id", member.id),
    }


def test_posts_stand_by_rank_those_ended_below() -> None:
    member = make.member(OF)
    chair = make.post(member, CHAMBER, role=Role.PRESIDENT)
    vice = make.post(member, CHAMBER, role=Role.VICE)
    former = make.post(member, CHAMBER, role=Role.PRESIDENT, to_on=date(2029, 1, 1))
    assert register.posts_in_rank([former, vice, chair]) == [chair, vice, former]


def test_a_new_member_begins_with_the_last_values() -> None:
    last = LastValues(TOWN.id, MemberKind.GROUP, "民宿", date(2031, 1, 2), CHAMBER.id)
    member = register.new_member(OF, last)
    assert (member.township_id, member.kind, member.industry) == (TOWN.id, MemberKind.GROUP, "民宿")
    (edit,) = register.enrolment(member, CHAMBER.id)
    assert isinstance(edit, Insert)
    assert isinstance(member, Member)
    assert register.enrolment(member, None) == ()

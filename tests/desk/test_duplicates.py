"""Likely duplicates: names as compared, and members found while a name or code is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.desk.desk import Desk
from moushi.desk.duplicates import Alike, alike, bare_name, duplicates, keep_apart
from moushi.domain.records import Member
from moushi.domain.uscc import check_character
from stores import emptied_store, fresh_store

CODE = "91350100M000100Y43"
OF = make.federation()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF, make.member(OF, "云屿（金沙）远帆渔具有限公司", uscc=CODE)))
        yield Desk(store)


@pytest.mark.parametrize(
    "name",
    [
        "云屿远帆渔具有限公司",
        "云屿远帆渔具有限责任公司",
        "云屿远帆渔具公司",
        "云屿远帆渔具股份有限公司",
        "（云屿）远帆渔具有限公司",
        "云屿 远帆　渔具 有限公司",
        "云屿(远帆)渔具有限公司",
        "云屿远帆渔具有限公司金沙分公司",
        "云屿远帆渔具有限公司第二分公司",
        "云屿远帆渔具分公司",
    ],
)
def test_width_brackets_form_and_branch_do_not_make_another_name(name: str) -> None:
    assert bare_name(name) == "云屿远帆渔具"


@pytest.mark.parametrize("name", ["公司", "有限公司", "分公司"])
def test_a_name_that_is_only_a_form_stays(name: str) -> None:
    assert bare_name(name) == name


def test_names_that_differ_stay_different() -> None:
    assert bare_name("远帆渔具有限公司") != bare_name("远帆船具有限公司")


@given(st.text(st.sampled_from("远帆渔具（）() 　股份有限责任公司集团分店第二ＡＢ"), max_size=14))
def test_a_bare_name_is_bare(name: str) -> None:
    assert bare_name(bare_name(name)) == bare_name(name)


def test_the_same_name_in_other_dress_is_said(desk: Desk) -> None:
    (found,) = duplicates(desk, "云屿金沙远帆渔具有限责任公司", "")
    assert found.name == "云屿（金沙）远帆渔具有限公司"
    assert str(found.reason) == "the same name"


def test_the_same_code_is_said_whatever_the_name(desk: Desk) -> None:
    (found,) = duplicates(desk, "别家", CODE.lower())
    assert str(found.reason) == "the same code"


def test_nothing_is_said_of_the_member_itself_of_half_a_code_or_a_name_begun(desk: Desk) -> None:
    (itself,) = duplicates(desk, "", CODE)
    assert duplicates(desk, "云屿（金沙）远帆渔具有限公司", CODE, besides=itself.id) == ()
    assert duplicates(desk, "云", CODE[:17]) == ()
    assert duplicates(desk, "云屿", "") == ()


# -- all of the register -----------------------------------------------------------------------------------

OTHER_CODE = "91330921MA000000" + "00"  # not sound


def listed(desk: Desk, *members: Member) -> list[tuple[frozenset[str], str]]:
    desk.apply(make.proposal(*members))
    return [(frozenset(pair.names), str(pair.reason)) for pair in alike(desk)]


def test_all_members_of_one_code_or_one_bare_name_are_listed_codes_first(desk: Desk) -> None:
    found = listed(
        desk,
        make.member(OF, "改了名的远帆", uscc=CODE),
        make.member(OF, "海锚民宿"),
        make.member(OF, "海锚民宿有限公司"),
        make.member(OF, "海 锚（民宿）公司"),
        make.member(OF, "沙浦冷库"),
    )
    assert found[0] == (frozenset({"云屿（金沙）远帆渔具有限公司", "改了名的远帆"}), "the same code")
    assert {reason for _, reason in found[1:]} == {"the same name"}
    assert len(found) == 4  # three alike are three pairs


def test_two_sound_codes_are_two_members_also_of_one_bare_name(desk: Desk) -> None:
    body = "91330921MA0000000"
    branch = make.member(OF, "云屿（金沙）远帆渔具有限公司第二分公司", uscc=body + check_character(body))
    assert listed(desk, branch) == []
    mistyped = make.member(OF, "云屿金沙远帆渔具", uscc=OTHER_CODE)
    assert {names for names, _ in listed(desk, mistyped)} == {
        frozenset({"云屿（金沙）远帆渔具有限公司", mistyped.name}),
        frozenset({branch.name, mistyped.name}),
    }


def test_members_of_two_federations_are_not_alike(desk: Desk) -> None:
    far = make.federation("海岬县工商联")
    desk.apply(make.proposal(far, make.member(far, "云屿金沙远帆渔具", uscc=CODE)))
    assert alike(desk) == ()


def test_two_that_a_person_said_are_two_are_not_offered_again(desk: Desk) -> None:
    desk.apply(make.proposal(make.member(OF, "云屿金沙远帆渔具公司")))
    (pair,) = alike(desk)
    keep_apart(desk, pair)
    assert alike(desk) == ()
    assert alike(desk, OF.id) == ()
    desk.store.put_setting("members.apart", "of another version")
    assert len(alike(desk)) == 1


def test_looking_through_a_long_register_tells_how_far_it_is_and_can_be_ended(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    alike(desk, report=lambda done, of: told.append((done, of)))
    assert told == [(0, 1)]

    def cancel(_done: int, _of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        alike(desk, report=cancel)


@given(
    st.lists(st.sampled_from(["远帆渔具", "远帆渔具有限公司", "远帆 渔具", "海锚", "海锚公司"]), max_size=7)
)
def test_those_listed_are_just_the_pairs_that_comparing_each_with_each_gives(names: list[str]) -> None:
    members = [make.member(OF, name) for name in names]
    wanted = {
        frozenset((one.id, other.id))
        for one in members
        for other in members
        if one is not other and bare_name(one.name) == bare_name(other.name)
    }
    with emptied_store() as store:
        store.apply(make.proposal(OF, *members))
        found: tuple[Alike, ...] = alike(Desk(store))
    assert {frozenset(pair.ids) for pair in found} == wanted
    assert len(found) == len(wanted)

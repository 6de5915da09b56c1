"""Likely duplicates: names as compared, and members found while a name or code is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.desk.desk import Desk
from moushi.desk.duplicates import bare_name, duplicates
from stores import fresh_store

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

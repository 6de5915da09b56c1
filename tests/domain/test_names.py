"""Names of members as compared: what is the same name, what is much like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.names import LEAST, bare_name, is_near, near_names


@pytest.mark.parametrize(
    "name", ["云屿（远帆）渔具有限公司", "云屿 远帆渔具股份有限公司", "云屿远帆渔具有限公司第二分公司"]
)
def test_brackets_form_and_branch_do_not_make_another_name(name: str) -> None:
    assert bare_name(name) == "云屿远帆渔具"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云屿远帆渔具", "云屿远航渔具"),
        ("云屿远帆渔具", "云屿远帆渔具厂"),
        ("云屿远帆渔具", "云屿帆渔具"),
        ("云屿远帆渔具", "远帆渔具"),
        ("远帆渔具", "远帆渔俱"),
    ],
)
def test_one_character_apart_or_contained_is_near(one: str, other: str) -> None:
    assert is_near(one, other)
    assert is_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("远帆渔具", "远帆渔具"), ("禾小满", "禾小苗"), ("远帆渔具", "帆远渔具"), ("远帆", "云屿远帆渔具")],
)
def test_the_same_short_and_other_names_are_not_near(one: str, other: str) -> None:
    assert not is_near(one, other)


words = st.text(st.sampled_from("远帆渔具厂"), min_size=1, max_size=7)


@given(st.lists(words, max_size=8), st.lists(words, max_size=8))
def test_all_near_names_are_found_and_no_others(wanted: list[str], held: list[str]) -> None:
    found = near_names(wanted, held)
    for one in wanted:
        like = [name for name in dict.fromkeys(held) if is_near(one, name)]
        assert list(found.get(one, ())) == like
        assert all(len(name) >= LEAST for name in like)


def test_names_that_begin_alike_are_not_each_compared_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def counting(one: str, other: str) -> bool:
        compared.append(one)
        return is_near(one, other)

    monkeypatch.setattr("moushi.domain.names.is_near", counting)
    held = [f"云屿县鹭汀镇{chr(0x4E00 + 7 * n)}{chr(0x7000 + 11 * n)}渔具" for n in range(200)]
    assert near_names([f"云屿县鹭汀镇{name[6:8]}船厂" for name in held], held) == {}
    assert len(compared) < 1000

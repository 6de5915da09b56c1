"""Position keys: always room between two, in plain order, and short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.rank import between, is_key, spread

keys = st.text("0123456789ABCXYZabcxyz", min_size=1, max_size=6).filter(is_key)


@given(keys | st.none(), keys | st.none())
def test_there_is_a_key_between_any_two(one: str | None, other: str | None) -> None:
    if one is not None and other is not None:
        if one == other:
            with pytest.raises(ValueError, match="no key fits"):
                between(one, other)
            return
        one, other = min(one, other), max(one, other)
    key = between(one, other)
    assert is_key(key)
    assert one is None or one < key
    assert other is None or key < other


@given(st.integers(0, 200), keys | st.none(), keys | st.none())
def test_many_keys_between_two_are_in_order(count: int, one: str | None, other: str | None) -> None:
    if one is not None and other is not None:
        if one == other:
            return
        one, other = min(one, other), max(one, other)
    found = spread(count, one, other)
    assert len(found) == count
    ends = [*([one] if one else []), *found, *([other] if other else [])]
    assert ends == sorted(set(ends))


@given(st.lists(st.integers(0, 10**6), max_size=150))
def test_however_items_are_put_in_they_stand_where_they_were_put(places: list[int]) -> None:
    row: list[str] = []
    for place in places:
        at = place % (len(row) + 1)
        row.insert(at, between(row[at - 1] if at else None, row[at] if at < len(row) else None))
    assert row == sorted(set(row))


def test_appended_keys_stay_short() -> None:
    key = None
    for _ in range(5000):
        key = between(key, None)
    assert key is not None
    assert len(key) <= 4


@pytest.mark.parametrize("text", ["", "0", "10", "a-b", "一"])
def test_what_is_no_key_is_known(text: str) -> None:
    assert not is_key(text)

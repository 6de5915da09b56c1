"""Ids as they are read."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from moushi.domain.ids import id_of


def test_an_id_is_the_same_object_however_it_is_spelled() -> None:
    number = uuid4()
    assert id_of(str(number)) == number
    assert id_of(number.hex) is id_of(str(number))
    assert id_of(str(number).upper()) == number


@pytest.mark.parametrize("text", ["", "甲", "0" * 31, "0" * 33, "1" * 100_000])
def test_what_spells_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="badly formed"):
        id_of(text)
    with pytest.raises(ValueError, match="badly formed"):
        UUID(text)

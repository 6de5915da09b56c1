"""Names in the order in which they are looked up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moushi.domain import reading
from moushi.domain.reading import reading_order


def test_names_stand_by_their_reading_rarer_characters_too() -> None:
    names = ["舟山", "嵊泗", "普陀", "岱山", "定海", "鹭汀", "白帆", "3号码头", "A港"]
    assert sorted(names, key=reading_order) == [
        "3号码头",
        "A港",
        "白帆",
        "岱山",
        "定海",
        "鹭汀",
        "普陀",
        "嵊泗",
        "舟山",
    ]


def test_each_rarer_character_is_read_like_a_common_one() -> None:
    def is_common(char: str) -> bool:  # level 1 of GB 2312
        lead, trail = char.encode("gb18030")[:2]
        return 0xB0 <= lead <= 0xD7 and trail >= 0xA1

    for rare, like in (tuple(pair) for pair in reading._ALIKE.split()):
        assert is_common(like), like
        assert not is_common(rare), rare


@given(st.text())
def test_every_text_has_its_place(text: str) -> None:
    assert reading_order(text) == reading_order(str(text))

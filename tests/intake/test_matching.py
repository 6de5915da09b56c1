"""Texts of a new version find those of the old one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moushi.intake.matching import align, match_blocks

texts = st.lists(st.text(alphabet="走访企业建好驿站海岛", min_size=1, max_size=8), max_size=8)


@given(texts, texts)
def test_every_position_occurs_once_and_in_the_new_order(old, new):
    for pairs in (align(old, new), match_blocks(old, new, old, new)):
        assert sorted(o for o, _ in pairs if o is not None) == list(range(len(old)))
        assert [n for _, n in pairs if n is not None] == list(range(len(new)))


@given(texts, texts)
def test_alignment_keeps_the_old_order_too(old, new):
    assert [o for o, _ in align(old, new) if o is not None] == list(range(len(old)))


def test_a_changed_text_is_the_same_and_a_strange_one_is_not():
    assert align(["走访执委企业120家", "建好驿站"], ["走访执委企业150家", "渔歌"]) == [
        (0, 0),
        (1, None),
        (None, 1),
    ]


def test_what_moved_is_found_where_it_went():
    old = ["走访执委企业120家", "建好海岛驿站五个", "组织渔业企业参展"]
    assert match_blocks(old, old[1:] + old[:1], old, old[1:] + old[:1]) == [(1, 0), (2, 1), (0, 2)]


def test_equal_heads_hold_together_what_is_hardly_alike():
    old, new = ["抓走访。" + "进企业上渔船下码头；" * 5], ["抓走访。开座谈会。"]
    assert match_blocks(old, new, ["抓走访。"], ["抓走访。"]) == [(0, 0)]

"""Numbers that lead lists."""

from __future__ import annotations

import pytest

from moushi.intake.numbering import begins_list, is_numbered, lines_of_lists


@pytest.mark.parametrize(
    "text", ["一是抓走访", "（一）抓走访", "(1)抓走访", "一、抓走访", "第一，抓走访", "①抓走访", "1.抓走访"]
)
def test_first_numbers_begin_lists(text):
    assert is_numbered(text)
    assert begins_list(text)


@pytest.mark.parametrize("text", ["十一是抓走访", "（十二）抓走访", "二、抓走访", "⑥抓走访"])
def test_later_numbers_do_not(text):
    assert is_numbered(text)
    assert not begins_list(text)


@pytest.mark.parametrize("text", ["一批企业", "1.5亿元", "二十大精神", "第一时间", "三是"[:1]])
def test_other_numbers_are_none(text):
    assert not is_numbered(text)


def test_a_list_counts_only_if_all_its_numbers_begin_lines():
    assert lines_of_lists(["抓走访。", "一是进企业；", "二是进码头；", "三是上渔船。"]) == {1, 2, 3}
    assert lines_of_lists(["抓走访。一是进企业；", "二是进码头；三是上渔船。"]) == set()
    assert lines_of_lists(["一是进企业。", "一是进码头。"]) == set()

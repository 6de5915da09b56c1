"""The names of sheets are such as every program takes, each another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moushi.output.excel.names import sheet_name


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_two_sheets_have_a_name_that_a_program_takes_for_one(wanted):
    names = []
    for each in wanted:
        names.append(sheet_name(each, names))
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert name.isprintable() or name.strip() == name
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_a_name_that_is_taken_gets_a_number():
    assert sheet_name("会员变更表", ["填报说明", "会员变更表"]) == "会员变更表（2）"
    assert sheet_name("[]", [], "项目") == "项目"

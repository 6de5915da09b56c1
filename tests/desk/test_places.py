"""Places: how they are said, and where a text stands however it is broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Finding, Severity
from moushi.desk.places import place_words, places_of, source_text
from moushi.errors import say
from moushi.intake.source import FileKind


@pytest.mark.parametrize(
    ("where", "kind", "said"),
    [
        ("12:1", FileKind.TEXT, "line 12"),
        ("12:7", FileKind.TEXT, "line 12, character 7"),
        ("12:1", FileKind.WORD, "paragraph 12"),
        ("任务!B7", FileKind.WORKBOOK, "sheet “任务”, cell B7"),
        ("页脚", FileKind.WORD, "页脚"),
    ],
)
def test_a_place_is_said_as_a_person_says_it(where, kind, said):
    assert str(place_words(where, kind)) == said


def test_no_place_is_not_said():
    assert place_words("") is None


@given(st.lists(st.text("一二三四五 ，", min_size=1, max_size=12), min_size=1, max_size=8), st.data())
def test_a_text_is_found_where_it_begins_whatever_the_line_breaks(lines, data):
    text = source_text("\r\n".join(lines))
    joined = "".join("".join(lines).split())
    begin = data.draw(st.integers(0, max(0, len(joined) - 1)))
    wanted = joined[begin : begin + 40]
    found = text.find(wanted, begin)
    if len(wanted) < 4:
        assert found is None
    else:
        assert found == begin
        line = lines[text.line_at(found) - 1]
        assert wanted[0] in line


def test_an_offset_is_that_of_line_and_column():
    text = source_text("　　办好\n三件 事\n")
    assert text.offset_of("1:3") == 0
    assert text.offset_of("2:4") == 4
    assert text.offset_of("9:1") is None
    assert text.offset_of("任务!B7") is None


def test_findings_touch_the_record_whose_text_they_are_in():
    theme = f.theme(f.plan(f.federation()))
    first, second = f.item(theme, "办好三件实事好事，"), f.item(theme, "走访一百家会员企业。")
    text = source_text("办好三件实\n事好事，走访一\n百家会员企业。\n责任编辑")
    where = ("1:2", "2:5", "3:1", "4:1")
    findings = tuple(Finding(Severity.HINT, place, say("x"), say("y")) for place in where)
    places = places_of(f.proposal(first, second, findings=findings), text)
    assert places.lines == {first.id: 1, second.id: 2}
    assert places.findings == {first.id: (0,), second.id: (1, 2)}


def test_a_suggestion_touches_the_record_that_it_mends():
    new = f.item(f.theme(f.plan(f.federation())))
    mend = Change(type(new), new.id, "text", new.text, "办三场。")
    finding = Finding(Severity.HINT, "任务!B7", say("x"), say("y"), (mend,))
    assert places_of(f.proposal(new, findings=(finding,)), None).findings == {new.id: (0,)}

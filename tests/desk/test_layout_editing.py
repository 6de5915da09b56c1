"""Editing a preset: only the value changes in the file, and nonsense is refused with its reason."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moushi.desk.layout_editing import (
    ROLE_FIELDS,
    SHEET_FIELDS,
    Kind,
    LayoutDraft,
    entered,
    paper_of,
    sheet_values,
    shown,
    size_name,
    value_at,
    with_values,
)
from moushi.desk.layouts import layout_names, layout_text, load_layout
from moushi.errors import MoushiError
from moushi.typeset.layout import parse_layout

WIDE = "the columns are 1014.8 pt wide, the page has room for 810.7 pt"
FIELDS = {field.key: field for field in (*SHEET_FIELDS, *ROLE_FIELDS)}
TITLES = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=40).filter(
    lambda t: t.strip() and t.isprintable() and "#" not in t
)
NUMBERS = st.one_of(st.integers(1, 40), st.floats(1, 40).map(lambda x: round(x, 3)))
CHANGES = st.dictionaries(
    st.sampled_from(["leading", "measure_em", "gutter_em", "rule_pt", "character_pitch_pt", "page.top_mm"]),
    NUMBERS,
) | st.fixed_dictionaries(
    {},
    optional={
        "title": TITLES,
        "roles.body.size_pt": NUMBERS,
        "roles.headline.leading_pt": NUMBERS | st.none(),
        "roles.headline.bold": st.booleans(),
        "roles.kicker.colour": st.sampled_from(["#C00000", None]),
        "roles.lead.east_asian": st.lists(TITLES, min_size=1, max_size=4),
    },
)


def comments(text):
    return [line.partition("#")[2] for line in text.splitlines() if "#" in line and '= "#' not in line]


def layout_draft(name="zhoushan"):
    return LayoutDraft(layout_text(name), "mine")


def enter(draft, key, text, role=""):
    reason = draft.enter(FIELDS[key], text, role)
    return str(reason) if reason else None


@settings(max_examples=40)
@given(st.sampled_from(layout_names()), CHANGES, st.booleans())
def test_exactly_the_change_is_in_the_file_and_comments_and_order_stay(name, changes, by_hand):
    text = layout_text(name)
    if by_hand:  # as people write: other spacing, other quotes, comments anywhere, Windows' line ends
        text = text.replace(" = ", "=").replace('"宋体"', "'宋体'").replace("[page]", "# 纸张\n[page] # A3\n")
        text = text.replace("\n", "\r\n")
    expected = tomllib.loads(text)
    for key, value in changes.items():
        *path, last = key.split(".")
        table = expected
        for part in path:
            table = table[part]
        if value is None:
            table.pop(last, None)
        else:
            table[last] = value
    changed = with_values(text, changes)
    assert tomllib.loads(changed) == expected
    assert [c.strip() for c in comments(changed) if "#" not in c] == [
        c.strip() for c in comments(text) if "#" not in c
    ]
    order = [line.split("=")[0].strip() for line in text.splitlines() if "=" in line]
    now = [line.split("=")[0].strip() for line in changed.splitlines() if "=" in line]
    gone = {key.split(".")[-1] for key, value in changes.items() if value is None}
    kept = iter(now)
    assert all(key in kept for key in order if key not in gone)


def test_only_the_line_of_the_value_differs():
    text = layout_text("zhoushan")
    changed = with_values(text, {"measure_em": 20, "roles.headline.size_pt": 40.5})
    differing = [
        (old, new) for old, new in zip(text.splitlines(), changed.splitlines(), strict=True) if old != new
    ]
    assert [new for _, new in differing] == [
        "measure_em = 20 # called 22 characters; any width in [21.5, 22) breaks the printed page alike",
        "size_pt = 40.5",
    ]


def test_a_value_that_is_the_same_changes_nothing():
    text = layout_text("zhoushan")
    assert with_values(text, {"columns": 4, "roles.headline.bold": True, "gutter_em": 1}) == text


@pytest.mark.parametrize("form", ["inline", "dotted"])
def test_files_that_are_written_in_another_way_are_changed_too(form):
    head, _, rest = layout_text("zhoushan").partition("[page]\n")
    page, _, roles = rest.partition("\n\n")
    values = [line for line in page.splitlines() if line]
    if form == "inline":
        text = f"{head}page = {{ {', '.join(values)} }}\n\n{roles}"
    else:
        text = head + "".join(f"page.{line}\n" for line in values) + "\n" + roles
    changed = with_values(text, {"page.top_mm": 25})
    assert parse_layout(changed, "mine").page.top_mm == 25


def test_a_table_that_is_not_there_cannot_be_changed():
    with pytest.raises(MoushiError, match="by hand"):
        with_values('title = "a"', {"page.top_mm": 3})


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("size_pt", "五号", 10.5),
        ("size_pt", "小五", 9),
        ("size_pt", "１０．５", 10.5),
        ("size_pt", "10.5 磅", 10.5),
        ("page.width_mm", "420 mm", 420),
        ("measure_em", "21.75字", 21.75),
        ("columns", "3", 3),
        ("leading_pt", " ", None),
        ("east_asian", "宋体、SimSun， Noto Serif CJK SC;宋体", ["宋体", "SimSun", "Noto Serif CJK SC"]),
        ("colour", "c00000", "#C00000"),
        ("title", " 我的  版面 ", "我的 版面"),
        ("bold", "True", True),
    ],
)
def test_values_are_read_as_people_type_them(key, text, value):
    found = entered(FIELDS[key], text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("size_pt", "五号半", "by its name, such as 五号"),
        ("columns", "四", "a whole number"),
        ("measure_em", "", "a number"),
        ("measure_em", "1,5", "a number"),
        ("measure_em", "--1", "a number"),
    ],
)
def test_what_is_no_number_is_told_how_to_be_written(key, text, reason):
    with pytest.raises(MoushiError, match=reason):
        entered(FIELDS[key], text)


def test_a_size_has_its_name():
    assert [size_name(size) for size in (9, 10.5, 14, 13)] == ["小五", "五号", "四号", ""]


@given(st.sampled_from(layout_names()))
def test_everything_shown_is_read_as_the_same(name):
    values = tomllib.loads(layout_text(name))
    draft = layout_draft(name)
    places = [(field, "") for field in SHEET_FIELDS] + [
        (f, role) for role in draft.roles for f in ROLE_FIELDS
    ]
    for field, role in places:
        value = value_at(values, f"roles.{role}.{field.key}" if role else field.key)
        if value is not None and field.kind is not Kind.CHOICE:
            assert entered(field, shown(value)) == value
        assert draft.enter(field, draft.text_of(field, role), role) is None
    assert draft.text == layout_text(name)
    assert not draft.can_undo


def test_a_value_is_kept_as_soon_as_the_whole_is_a_layout_and_can_be_taken_back():
    draft = layout_draft()
    assert enter(draft, "leading", "1.6") is None
    assert enter(draft, "size_pt", "四号", "kicker") is None
    assert (draft.layout.leading, draft.layout.roles["kicker"].size_pt) == (1.6, 14)
    draft.undo()
    assert (draft.layout.leading, draft.layout.roles["kicker"].size_pt) == (1.6, 18)
    draft.undo()
    assert draft.text == layout_text("zhoushan")
    assert not draft.can_undo
    draft.undo()


@pytest.mark.parametrize(
    ("key", "role", "text", "reason"),
    [
        ("columns", "", "0", "it must be a whole number from 1 to 12"),
        (
            "columns",
            "",
            "5",
            "width of a column: the columns are 1014.8 pt wide, the page has room for 810.7 pt",
        ),
        ("measure_em", "", "三", "Write a number, such as 21.75."),
        ("page.left_mm", "", "400", "left and right margin leave nothing of 420 mm"),
        ("east_asian", "body", "、", "it must name at least one face and no more than 30"),
        ("leading_pt", "body", "8", "lines closer than their size of 9 pt cover each other"),
        ("colour", "body", "red", "it must be a colour such as #C00000"),
        ("size_pt", "theme_lead", "10", "it must equal that of the body, whose lines it stands in"),
        ("size_pt", "headline", "999", "it must be a number from 1 to 200"),
        ("title", "", "", "it must be a text of 1 to 60 characters"),
    ],
)
def test_nonsense_waits_with_its_reason_and_is_not_lost(key, role, text, reason):
    draft = layout_draft()
    before = draft.text
    assert enter(draft, key, text, role) == reason
    assert draft.text == before
    assert draft.text_of(FIELDS[key], role) == text
    assert str(draft.fault_of(FIELDS[key], role)) == reason
    assert (
        enter(
            draft, key, shown(value_at(tomllib.loads(before), f"roles.{role}.{key}" if role else key)), role
        )
        is None
    )
    assert draft.fault_of(FIELDS[key], role) is None


def test_what_is_possible_only_together_is_kept_when_the_second_is_typed():
    draft = layout_draft()
    assert enter(draft, "columns", "6") is not None
    assert enter(draft, "measure_em", "14") is None
    assert (draft.layout.columns, draft.layout.measure_em) == (6, 14)
    assert draft.waiting == {}


def test_two_that_are_possible_only_at_once_go_together():
    draft = LayoutDraft(layout_text("zhoushan-a4"), "mine")
    assert "cannot be shared out" in enter(draft, "columns", "1") or draft.waiting
    assert enter(draft, "section_columns", "1") is None
    assert (draft.layout.columns, draft.layout.section_columns) == (1, 1)
    assert draft.waiting == {}


def test_the_theme_sentence_grows_with_the_body():
    draft = layout_draft()
    assert enter(draft, "size_pt", "8", "body") is None
    assert draft.layout.roles["theme_lead"].size_pt == 8
    draft.undo()
    assert draft.layout.roles["theme_lead"].size_pt == 9


def test_an_optional_value_left_blank_goes_back_to_what_is_usual():
    draft = layout_draft("gongwen")
    assert draft.usual(FIELDS["leading_pt"], "body") == "28.944"
    assert enter(draft, "leading_pt", "", "body") is None
    assert "leading_pt" not in tomllib.loads(draft.text)["roles"]["body"]
    assert enter(draft, "character_pitch_pt", "") == (
        "width of a column: the columns are 448.0 pt wide, the page has room for 442.2 pt"
    )


def test_the_sheet_is_told_by_name_and_turned():
    draft = layout_draft("zhoushan-a4")
    assert paper_of(draft.layout) == ("A4", False)
    assert draft.put(sheet_values(draft.layout, "A3", wide=True)) is None
    assert paper_of(draft.layout) == ("A3", True)
    assert draft.put(sheet_values(draft.layout, "", wide=False)) is None
    assert (draft.layout.page.width_mm, draft.layout.page.height_mm) == (297, 420)
    assert "room for" in str(layout_draft().put(sheet_values(load_layout("zhoushan"), "A4", wide=False)))


def test_a_check_says_what_would_be_and_keeps_nothing():
    draft = layout_draft()
    layout, reason = draft.check(FIELDS["leading"], "2")
    assert (layout.leading, reason) == (2, None)
    layout, reason = draft.check(FIELDS["leading"], "0")
    assert layout is draft.layout
    assert "from 1 to 5" in str(reason)
    assert not draft.can_undo
    assert draft.waiting == {}


def test_a_whole_other_text_can_be_taken_and_taken_back():
    draft = layout_draft()
    enter(draft, "columns", "0")
    draft.replace(layout_text("manuscript"))
    assert draft.waiting == {}
    assert draft.layout.columns == 1
    draft.undo()
    assert draft.layout.columns == 4


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(FIELDS)),
            st.sampled_from([*load_layout("gongwen").roles]),
            st.text(max_size=12) | NUMBERS.map(str) | st.sampled_from(["五号", "宋体", "#123456", "True"]),
        ),
        max_size=8,
    )
)
def test_whatever_is_typed_the_draft_is_a_layout_and_every_change_is_taken_back(typed):
    start = layout_text("gongwen")
    draft = LayoutDraft(start, "mine")
    sheet = {field.key for field in SHEET_FIELDS}
    for key, role, text in typed:
        place = "" if key in sheet else role
        reason = draft.enter(FIELDS[key], text, place)
        assert (reason is None) is (draft.fault_of(FIELDS[key], place) is None)
        assert parse_layout(draft.text, "mine") == draft.layout
    while draft.can_undo:
        draft.undo()
    assert draft.text == start

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.errors import MoushiError
from moushi.typeset.layout import LayoutError, parse_layout

LAYOUTS = Path(__file__).parents[2] / "resources" / "layouts"
ROLES = ["kicker", "headline", "byline", "lead", "section_heading", "section_slogan", "body", "theme_lead"]


def text_of(name):
    return (LAYOUTS / f"{name}.toml").read_text(encoding="utf-8")


def preset(name):
    return parse_layout(text_of(name), name)


def refused(toml_text):
    with pytest.raises(MoushiError) as caught:
        parse_layout(toml_text, "mine")
    return str(caught.value)


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_preset_names_all_roles_with_faces_to_fall_back_on(path):
    layout = preset(path.stem)
    assert list(layout.roles)[: len(ROLES)] == ROLES
    assert all(len(role.east_asian) > 2 and role.leading_pt >= role.size_pt for role in layout.roles.values())
    assert [layout.roles[name].style_name for name in ROLES] == [
        *("引题", "主标题", "署名", "导语", "单元标题", "单元口号", "正文", "板块句")
    ]
    assert layout.first_indent_em == layout.roles["lead"].first_indent_em == 2
    assert layout.roles["headline"].outline == 1


def test_the_newspaper_has_four_columns_two_to_a_section_and_a_lead_across_all():
    layout = preset("zhoushan")
    assert (layout.columns, layout.section_columns, layout.sections) == (4, 2, "side-by-side")
    assert (layout.measure_em, layout.gutter_em, layout.roles["body"].size_pt) == (21.75, 1, 9)
    assert layout.width_pt(4) == 810
    assert layout.roles["lead"].size_pt == 10.5
    assert layout.lead_measure_em == pytest.approx(77.142857)
    assert (layout.page.width_mm, layout.page.height_mm) == (420, 297)


def test_the_newspaper_on_a4_has_two_of_the_same_columns():
    layout = preset("zhoushan-a4")
    assert (layout.columns, layout.section_columns, layout.sections) == (2, 2, "stacked")
    assert layout.width_pt(2) == 400.5
    assert layout.lead_measure_em == pytest.approx(400.5 / 10.5)
    assert (layout.page.width_mm, layout.page.height_mm) == (210, 297)


def test_the_manuscript_is_one_column_with_a_footer():
    layout = preset("manuscript")
    assert (layout.columns, layout.sections) == (1, "flow")
    assert layout.roles["footer"].style_name == "页脚"


def test_the_official_paper_has_22_lines_of_28_characters_and_three_levels():
    layout = preset("gongwen")
    assert (layout.page.text_width_pt, layout.page.text_height_pt) == pytest.approx(
        (442.205, 637.795), abs=1e-3
    )
    assert (layout.page.top_mm, layout.page.left_mm) == (37, 28)
    assert layout.measure_em == 28
    assert layout.width_pt(1) == pytest.approx(layout.page.text_width_pt, abs=0.5)
    body = layout.roles["body"]
    assert (body.size_pt, body.east_asian[0]) == (16, "仿宋_GB2312")
    assert layout.page.text_height_pt // body.leading_pt == 22
    assert layout.roles["headline"].size_pt == 22
    assert [layout.roles[f"level{n}"].east_asian[0] for n in (1, 2, 3)] == ["黑体", "楷体", "仿宋_GB2312"]


def test_a_role_takes_its_leading_and_colour_from_the_defaults():
    body = preset("zhoushan").roles["body"]
    assert (body.leading_pt, body.colour, body.align, body.western) == (
        13.5,
        "#000000",
        "justify",
        "Times New Roman",
    )


def test_a_file_saved_by_notepad_is_read():
    assert parse_layout("\ufeff" + text_of("zhoushan"), "mine").columns == 4


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("columns = 4", "", "key columns:", "missing"),
        ("columns = 4", "columns = 0", "key columns:", "whole number from 1 to 12"),
        ("columns = 4", "columns = true", "key columns:", "whole number"),
        ("columns = 4", "columns = 5", "key measure_em:", "1014.8 pt wide"),
        ("section_columns = 2", "section_columns = 5", "key section_columns:", "from 1 to 4"),
        ("measure_em = 21.75", 'measure_em = "22"', "key measure_em:", "number from 4 to 200"),
        ("measure_em = 21.75", "measure_em = nan", "key measure_em:", "number"),
        ('sections = "side-by-side"', 'sections = "heap"', "key sections:", "side-by-side, stacked, flow"),
        ("leading = 1.5", "leading = 0.5", "key leading:", "from 1 to 5"),
        ("leading = 1.5", "leading = 1.5\nleeding = 2", "key leeding:", "not known"),
        ("width_mm = 420", "", "key page.width_mm:", "missing"),
        ("top_mm = 20", "top_mm = 290", "key page.top_mm:", "nothing of 297 mm"),
        ("top_mm = 20", "top_mm = 276", "key page.height_mm:", "no room"),
        ("left_mm = 67", "left_mm = 353", "key page.left_mm:", "nothing of 420 mm"),
        ("width_mm = 420", "width_mm = 1300", "key page.width_mm:", "from 10 to 1189"),
        ("section_columns = 2", "section_columns = 3", "key section_columns:", "4 columns"),
        ('sections = "side-by-side"', 'sections = "flow"', "key sections:", "one column"),
        ("rule_pt = 0.4", "rule_pt = 6", "key rule_pt:", "from 0 to 5"),
        ("gutter_em = 1", "gutter_em = 21", "key gutter_em:", "from 0 to 20"),
        ("size_pt = 36", "size_pt = 201", "key roles.headline.size_pt:", "from 1 to 200"),
        (
            "size_pt = 36",
            "size_pt = 36\nleading_pt = 30",
            "key roles.headline.leading_pt:",
            "cover each other",
        ),
        ("size_pt = 36", "size_pt = 36\nleading_pt = 181", "key roles.headline.leading_pt:", "180 pt apart"),
        (
            "size_pt = 36",
            "size_pt = 36\nspace_before_pt = -1",
            "key roles.headline.space_before_pt:",
            "0 to 500",
        ),
        (
            "measure_em = 21.75",
            "measure_em = 21.75\ncharacter_pitch_pt = 4",
            "key character_pitch_pt:",
            "7.2 to 18",
        ),
        ("measure_em = 21.75", "measure_em = 200", "key measure_em:", "7227.0 pt wide"),
        ("[page]", "[pages]", "key page:", "missing"),
        ("[roles.lead]", "[roles.leed]", "key roles.lead:", "missing"),
        ('style_name = "正文"', 'style_name = " "', "key roles.body.style_name:", "text"),
        ('style_name = "正文"', 'style_name = "正\\u0001文"', "key roles.body.style_name:", "text"),
        ("size_pt = 36", "size_pt = 36\ncolour = 'red'", "key roles.headline.colour:", "#C00000"),
        ("size_pt = 36", "size_pt = 36\neast = 1", "key roles.headline.east:", "not known"),
        ("bold = true", 'bold = "yes"', "key roles.headline.bold:", "true or false"),
        ("outline = 1", "outline = 10", "key roles.headline.outline:", "from 1 to 9"),
        (
            'style_name = "板块句"',
            'style_name = "板块句"\nwestern = 1',
            "key roles.theme_lead.western:",
            "text",
        ),
    ],
)
def test_a_fault_names_its_key_and_the_reason(old, new, key, reason):
    text = text_of("zhoushan")
    assert old in text
    message = refused(text.replace(old, new, 1))
    assert "“mine”" in message
    assert key in message
    assert reason in message


def test_a_theme_lead_is_as_large_as_the_body_it_stands_in():
    head, theme_lead = text_of("zhoushan").split("[roles.theme_lead]")
    changed = head + "[roles.theme_lead]" + theme_lead.replace("size_pt = 9", "size_pt = 12")
    assert "roles.theme_lead.size_pt" in refused(changed)


@pytest.mark.parametrize("text", ["columns = ", "a = " + "[" * 5000])
def test_a_text_that_is_no_toml_is_refused(text):
    assert "no valid TOML" in refused(text)


@given(st.text())
def test_any_text_is_a_layout_or_a_known_error(text):
    with pytest.raises(MoushiError):
        parse_layout(text, "mine")


def roles_changed(text, role, **values):
    head, mark, tail = text.partition(f"[roles.{role}]\n")
    own, mark2, rest = tail.partition("\n[")
    kept = [line for line in own.splitlines() if line.split(" =")[0] not in values]
    kept += [f"{key} = {value}" for key, value in values.items()]
    return head + mark + "\n".join(kept) + "\n" + mark2 + rest


@pytest.mark.parametrize(
    ("role", "values", "key", "reason"),
    [
        ("body", {"east_asian": "[]"}, "key roles.body.east_asian:", "at least one face"),
        ("body", {"east_asian": '["宋体", ""]'}, "key roles.body.east_asian:", "list of texts"),
        ("body", {"style_name": f'"{"长" * 61}"'}, "key roles.body.style_name:", "1 to 60 characters"),
        ("body", {"first_indent_em": "20"}, "key roles.body.first_indent_em:", "no room"),
        ("lead", {"size_pt": "150", "leading_pt": "750"}, "key roles.lead.size_pt:", "higher than the page"),
    ],
)
def test_a_role_is_refused_with_its_reason(role, values, key, reason):
    message = refused(roles_changed(text_of("zhoushan"), role, **values))
    assert key in message
    assert reason in message


def test_a_size_of_which_two_characters_do_not_fit_in_a_line_is_refused():
    text = text_of("zhoushan").replace("measure_em = 21.75", "measure_em = 4", 1)
    message = refused(roles_changed(text, "section_slogan", size_pt="60"))
    assert "roles.section_slogan.size_pt: two characters" in message


def test_a_sheet_larger_than_a0_is_refused():
    text = text_of("zhoushan").replace("width_mm = 420", "width_mm = 1000", 1)
    message = refused(text.replace("height_mm = 297", "height_mm = 1100", 1))
    assert "page.height_mm: the sheet is larger than A0" in message


def test_a_fault_can_be_asked_for_its_key_and_its_reason():
    with pytest.raises(LayoutError) as caught:
        parse_layout(text_of("zhoushan").replace("columns = 4", "columns = 0", 1), "mine")
    assert (caught.value.key, str(caught.value.reason)) == (
        "columns",
        "it must be a whole number from 1 to 12",
    )

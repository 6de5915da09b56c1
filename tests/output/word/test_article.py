"""An article in Word: named styles, hidden marks, properties, and every character of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.compile.documents import ArticleDocument, Run
from moushi.compile.marks import ref_of
from moushi.errors import MoushiError
from moushi.output.word import article_docx
from output.word.reading import (
    W,
    attribute,
    body,
    bookmarks,
    paragraphs,
    part,
    parts_of,
    section_properties,
    style_of,
    words,
)
from output.word.samples import EXPORTED, NOW, PRESETS, docx_of, layout_of, page, plain

every_preset = pytest.mark.parametrize("preset", PRESETS)


def runs_of(document: ArticleDocument) -> list[Run]:
    runs = [run for run in (document.kicker, document.headline, document.byline) if run]
    runs += [run for paragraph in document.lead for run in paragraph.runs]
    for section in document.sections:
        runs += [run for run in (section.heading, section.slogan) if run]
        runs += [run for paragraph in section.paragraphs for run in paragraph.runs]
    return runs


@every_preset
def test_all_words_are_there_in_reading_order(preset: str) -> None:
    text = words(body(docx_of(page(), preset))).replace("⏎", "")
    assert text == "".join(run.text for run in runs_of(page()))


@every_preset
def test_each_run_stands_in_a_hidden_bookmark_that_leads_back_to_its_record(preset: str) -> None:
    marked = {
        ref_of(name): text.replace("⏎", "") for name, text in bookmarks(docx_of(page(), preset)).items()
    }
    assert marked == {run.ref: run.text for run in runs_of(page())}


def test_a_record_printed_twice_is_marked_once() -> None:
    document = page()
    twice = replace(document, sections=document.sections[:1] * 2)
    assert len(bookmarks(docx_of(twice))) == len({run.ref for run in runs_of(twice)})


@every_preset
def test_styles_are_named_as_the_layout_names_them(preset: str) -> None:
    document = docx.Document(BytesIO(docx_of(page(), preset)))
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"引题", "主标题", "署名", "导语", "单元标题", "单元口号", "正文"} <= used
    lead_in = [run for p in document.paragraphs for run in p.runs if run.style.name == "板块句"]
    assert lead_in[0].text == "以“两个健康”为主题，把思想引导做到船头码头。"
    layout = layout_of(preset)
    names = {style.name for style in document.styles}
    assert {role.style_name for role in layout.roles.values()} <= names


@every_preset
def test_faces_come_from_styles_alone(preset: str) -> None:
    found = docx_of(page(), preset)
    assert list(body(found).iter(f"{W}rFonts", f"{W}sz", f"{W}b")) == []
    faces = {fonts.get(f"{W}eastAsia") for fonts in part(found, "word/styles.xml").iter(f"{W}rFonts")}
    assert faces == {"宋体", *(role.east_asian[0] for role in layout_of(preset).roles.values())}


@every_preset
def test_each_face_names_others_for_machines_without_it(preset: str) -> None:
    table = part(docx_of(page(), preset), "word/fontTable.xml")
    others = {font.get(f"{W}name"): attribute(font, "altName", "val").split(",") for font in table}
    for role in layout_of(preset).roles.values():
        assert tuple(others[role.east_asian[0]]) == role.east_asian[1:]
        assert role.western in others


@every_preset
def test_headings_have_outline_levels_for_the_navigation_pane(preset: str) -> None:
    styles = part(docx_of(page(), preset), "word/styles.xml")
    levels = {attribute(s, "name", "val"): attribute(s, "pPr/outlineLvl", "val") for s in styles}
    assert (levels["主标题"], levels["单元标题"], levels["正文"]) == ("0", "1", "")


@every_preset
def test_the_language_is_chinese_and_nowhere_japanese(preset: str) -> None:
    found = parts_of(docx_of(page(), preset))
    everything = b"".join(found.values()).decode("utf-8")
    assert "ja-JP" not in everything
    styles, settings = part(docx_of(page(), preset), "word/styles.xml"), found["word/settings.xml"].decode()
    assert attribute(styles, "docDefaults/rPrDefault/rPr/lang", "eastAsia") == "zh-CN"
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' in settings
    assert '<w:characterSpacingControl w:val="compressPunctuation"/>' in settings
    assert 'script="Hans" typeface="宋体"' in found["word/theme/theme1.xml"].decode()


def test_marks_that_may_not_begin_or_end_a_line_are_told_to_word() -> None:
    settings = part(docx_of(page()), "word/settings.xml")
    assert set("，。、；：？！）》”’·％—…") <= set(attribute(settings, "noLineBreaksBefore", "val"))
    assert set("（《〈「『【〔“‘") <= set(attribute(settings, "noLineBreaksAfter", "val"))


def test_properties_say_what_it_is_who_wrote_it_and_which_export_it_was() -> None:
    document = docx.Document(BytesIO(docx_of(page())))
    properties = document.core_properties
    assert properties.title == "海岛工商联排出新年“施工图”（上）"
    assert properties.author == "记者 田一苇 通讯员 苏晚舟"
    assert properties.language == "zh-CN"
    assert (properties.created, properties.modified) == (NOW, NOW)
    custom = {child.get("name"): child[0].text for child in part(docx_of(page()), "docProps/custom.xml")}
    assert custom == {"moushi-export": str(EXPORTED), "moushi-article": str(page().article_id)}


def test_without_an_export_or_an_article_no_property_is_empty() -> None:
    bare = replace(page(), article_id=None, byline=None, headline=None)
    found = article_docx(bare, layout_of("manuscript"), exported_id=None, now=NOW)
    assert "docProps/custom.xml" not in parts_of(found)
    assert docx.Document(BytesIO(found)).core_properties.title == "云屿县工商联："


def test_the_same_article_gives_the_same_bytes_wherever_the_clock_stands() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=8)))
    again = article_docx(page(), layout_of("manuscript"), exported_id=EXPORTED, now=elsewhere)
    assert again == docx_of(page())
    assert isinstance(elsewhere, datetime)


def test_a_title_longer_than_word_allows_is_cut_in_the_properties_only() -> None:
    long = replace(page(), headline=Run("长" * 400))
    found = docx_of(long)
    assert len(docx.Document(BytesIO(found)).core_properties.title) == 255
    assert "长" * 400 in words(body(found))


def test_an_article_without_anything_is_still_a_file_that_opens() -> None:
    empty = replace(page(), kicker=None, headline=None, byline=None, lead=(), sections=())
    for preset in PRESETS:
        document = docx.Document(BytesIO(docx_of(empty, preset)))
        assert "".join(paragraph.text for paragraph in document.paragraphs) == ""


xml_text = st.text(st.characters(codec="utf-8", exclude_characters="\n", exclude_categories=("Cc",))).filter(
    lambda text: not {"\ufffe", "\uffff"} & set(text)
)


@given(st.lists(xml_text | st.sampled_from(["\n", "\t", "<&>", "]]>", '"', "\r"]), min_size=1).map("".join))
def test_any_text_is_kept_character_for_character(text: str) -> None:
    for preset in ("manuscript", "zhoushan"):
        assert words(body(docx_of(plain(text), preset))).replace("⏎", "") == text


@given(
    st.text("渔网", max_size=20),
    st.sampled_from([*map(chr, range(9)), "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"]),
    st.text("船厂", max_size=20),
)
def test_a_character_that_word_cannot_keep_is_refused_with_the_text_around_it(
    before: str, control: str, after: str
) -> None:
    with pytest.raises(MoushiError) as caught:
        docx_of(plain(before + control + after))
    assert f"{before[-12:]}▯{after[:12]}" in str(caught.value)
    assert f"U+{ord(control):04X}" in str(caught.value)
    str(caught.value).encode("utf-8")


def test_a_contact_is_checked_too() -> None:
    with pytest.raises(MoushiError):
        docx_of(page(), contact="\x00")


# -- pages -------------------------------------------------------------------------------------------------


def test_every_preset_has_its_sheet() -> None:
    sheets = {}
    for preset in PRESETS:
        first = section_properties(docx_of(page(), preset))[0]
        size = [int(attribute(first, "pgSz", name)) for name in "wh"]
        sheets[preset] = [*(round(side / 56.6929) for side in size), attribute(first, "pgSz", "orient")]
    assert sheets == {
        "manuscript": [210, 297, ""],
        "zhoushan-a4": [210, 297, ""],
        "zhoushan": [420, 297, "landscape"],
        "gongwen": [210, 297, ""],
    }


@every_preset
def test_columns_are_as_wide_as_the_measure(preset: str) -> None:
    layout = layout_of(preset)
    for properties in section_properties(docx_of(page(), preset)):
        page_width = int(attribute(properties, "pgSz", "w"))
        margins = [int(attribute(properties, "pgMar", side)) for side in ("left", "right")]
        count = int(attribute(properties, "cols", "num") or 1)
        gutter = int(attribute(properties, "cols", "space") or 0)
        column = (page_width - sum(margins) - (count - 1) * gutter) / count / 20
        expected = layout.width_pt(layout.columns if count == 1 else 1)
        assert expected <= column < expected + 0.1


def test_the_official_paper_has_28_characters_and_22_lines() -> None:
    (properties,) = section_properties(docx_of(page(), "gongwen"))
    assert attribute(properties, "docGrid", "type") == "linesAndChars"
    pitch = 16 + int(attribute(properties, "docGrid", "charSpace")) / 4096
    width, height = (int(attribute(properties, "pgSz", side)) for side in "wh")
    left, right = (int(attribute(properties, "pgMar", side)) for side in ("left", "right"))
    top, bottom = (int(attribute(properties, "pgMar", side)) for side in ("top", "bottom"))
    assert (width - left - right) / 20 // pitch == 28
    assert (height - top - bottom) // int(attribute(properties, "docGrid", "linePitch")) == 22
    assert (round(top / 56.6929), round(left / 56.6929)) == (37, 28)


def test_others_have_a_grid_of_lines() -> None:
    for preset in PRESETS[:3]:
        grids = {attribute(p, "docGrid", "type") for p in section_properties(docx_of(page(), preset))}
        assert grids == {"lines"}


def test_the_small_newspaper_page_sets_heads_across_and_bodies_in_two_columns() -> None:
    found = docx_of(page(), "zhoushan-a4")
    columns = [attribute(p, "cols", "num") or "1" for p in section_properties(found)]
    # title, lead and heading; body; heading; body; and an empty end, so that Word evens the last columns out
    assert columns == ["1", "2", "1", "2", "1"]
    assert words(paragraphs(found)[-1]) == ""
    assert {attribute(p, "type", "val") for p in section_properties(found)} == {"continuous"}


def footer(preset: str, number: int = 1, **options: str) -> str:
    return words(part(docx_of(page(), preset, **options), f"word/footer{number}.xml"))


def test_a_manuscripts_footer_counts_characters_and_names_the_contact_only_if_there_is_one() -> None:
    count = page().characters
    assert footer("manuscript") == f"全文{count}字\u3000第1页 共1页"
    with_contact = footer("manuscript", contact="苏晚舟 0000-1234567")
    assert with_contact == f"全文{count}字\u3000联系人：苏晚舟 0000-1234567\u3000第1页 共1页"


def test_newspaper_pages_are_numbered() -> None:
    assert footer("zhoushan") == footer("zhoushan-a4") == "第1页 共1页"
    fields = part(docx_of(page(), "zhoushan"), "word/footer1.xml").iter(f"{W}fldSimple")
    assert [field.get(f"{W}instr").strip() for field in fields] == ["PAGE", "NUMPAGES"]


def test_official_pages_are_numbered_between_dashes_at_the_outer_edge() -> None:
    found = docx_of(page(), "gongwen")
    assert footer("gongwen") == footer("gongwen", 2) == "— 1 —"
    odd, even = (part(found, f"word/footer{number}.xml")[0] for number in (1, 2))
    assert [attribute(p, "pPr/jc", "val") for p in (odd, even)] == ["right", "left"]
    assert part(found, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_official_headings_follow_their_own_numbers() -> None:
    found = docx_of(page(), "gongwen")
    styles = [
        (attribute(run, "rPr/rStyle", "val"), words(run)[:8])
        for paragraph in paragraphs(found)
        for run in paragraph.findall(f"{W}r")
        if attribute(run, "rPr/rStyle", "val") != ""
    ]
    assert ("Level1Char", "一、把服务送到生") in styles
    assert ("Level1Char", "三、把队伍带出好") in styles
    assert ("ThemeLead", "以“两个健康”为") in styles
    # in a manuscript the same words are plain
    assert "Level1Char" not in parts_of(docx_of(page()))["word/document.xml"].decode()
    assert style_of(paragraphs(found)[0]) == "Kicker"

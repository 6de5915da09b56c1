"""Rosters as Word files: one table whose head is repeated, in named styles, whatever names hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import factories as make
from moushi.compile.roster_document import RosterDocument, RosterGroup, RosterKind
from moushi.desk.layouts import MANUSCRIPT, load_layout
from moushi.errors import MoushiError
from moushi.output.word.roster import MOST_ROWS, roster_docx
from output.word.reading import W, attribute, body, part, parts_of, pretty, style_of, words
from rosters import PHONES, roster_of

FACES = load_layout(MANUSCRIPT)


def docx(document: RosterDocument) -> bytes:
    return roster_docx(document, FACES)


def rows_of(data: bytes) -> list[list[str]]:
    return [
        [words(cell) for cell in row.findall(f"{W}tc")]
        for row in body(data).find(f"{W}tbl").findall(f"{W}tr")
    ]


@pytest.mark.parametrize("kind", list(RosterKind))
def test_the_document_is_as_reviewed(kind: RosterKind, golden) -> None:
    parts = parts_of(docx(roster_of(kind, phones=True, birth_years=True)))
    named = ("word/document.xml", "word/footer1.xml", "word/styles.xml")
    golden(f"rosters/word/{kind}", {name.replace("/", "."): pretty(parts[name]) for name in named})


def test_heading_title_and_notes_stand_round_the_table_in_named_styles():
    told = [(style_of(p), words(p)) for p in body(docx(roster_of())).findall(f"{W}p")]
    assert told == [
        ("Office", "云屿县工商业联合会"),
        ("RosterTitle", "云屿县工商联执委名册"),
        ("Subtitle", "截至2031年3月31日　　制表日期：2031年4月2日"),
        ("Note", "共3人，任4个职务：主席1、党组书记1、副主席1、执委1。"),
        ("Note", "任职人已退会的1个职务未列。"),
    ]


def test_the_title_is_in_the_face_of_a_manuscript_s():
    styles = part(docx(roster_of()), "word/styles.xml")
    (title,) = styles.xpath("//*[@*[local-name()='styleId']='RosterTitle']")
    assert attribute(title, "rPr/rFonts", "eastAsia") == "方正小标宋简体"


def test_the_head_is_repeated_and_no_row_is_torn():
    table = body(docx(roster_of(RosterKind.MEMBERS))).find(f"{W}tbl")
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
    assert heads[0]
    assert not any(heads[1:])
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr"))


def test_wide_lists_lie_across_and_every_table_is_as_wide_as_its_columns():
    for kind, across in ((RosterKind.COMMITTEE, ""), (RosterKind.CHAMBERS, "landscape")):
        found = body(docx(roster_of(kind)))
        assert attribute(found, "sectPr/pgSz", "orient") == across
        page, left, right = (
            int(attribute(found, f"sectPr/{path}", name))
            for path, name in (("pgSz", "w"), ("pgMar", "left"), ("pgMar", "right"))
        )
        grid = [int(each.get(f"{W}w")) for each in found.find(f"{W}tbl/{W}tblGrid")]
        assert abs(sum(grid) - (page - left - right)) < 40


def test_a_group_s_title_runs_across_and_stays_with_its_first_row():
    data = docx(roster_of(RosterKind.OFFICERS))
    assert rows_of(data)[1] == ["鹭汀镇商会（第十二届，2人次）"]
    styles = part(data, "word/styles.xml")
    (group,) = styles.xpath("//*[@*[local-name()='styleId']='Group']")
    assert group.find(f"{W}pPr/{W}keepNext") is not None


def test_pages_are_numbered_and_personal_data_is_told_in_their_foot():
    told, silent = (docx(roster_of(phones=ticked)) for ticked in (True, False))
    assert words(part(told, "word/footer1.xml")) == "内含个人信息，注意保管　　第1页 共1页"
    assert words(part(silent, "word/footer1.xml")) == "第1页 共1页"


def test_without_a_tick_no_digit_of_a_phone_is_in_any_part():
    for kind in RosterKind:
        parts = parts_of(docx(roster_of(kind)))
        for phone in PHONES:
            assert not [name for name, data in parts.items() if phone.encode() in data]


def test_a_number_of_somebody_else_has_whose_it_is_below_it():
    cells = [cell for row in rows_of(docx(roster_of(phones=True))) for cell in row]
    assert f"{PHONES[0]}\n（苏晚舟）" in cells


def test_the_same_document_gives_the_same_bytes():
    assert docx(roster_of()) == docx(roster_of())


def test_more_rows_than_word_opens_are_refused_with_a_way_out():
    made = roster_of(RosterKind.MEMBERS)
    row = made.groups[0].rows[0]
    with pytest.raises(MoushiError, match="Export it to Excel"):
        docx(replace(made, groups=(RosterGroup("", (row,) * (MOST_ROWS + 1)),)))


def test_a_control_character_is_refused_with_its_words():
    made = roster_of(RosterKind.MEMBERS)
    row = (*made.groups[0].rows[0][:-1], "远\x07帆")
    with pytest.raises(MoushiError, match="远▯帆"):
        docx(replace(made, groups=(RosterGroup("", (row,)),)))


_texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=250) | make.words


@given(st.lists(_texts, min_size=1, max_size=5))
def test_every_text_is_there_whole(texts):
    clean = ["".join(c for c in text if c >= " " and c not in "\x7f\ufffe\uffff") for text in texts]
    made = roster_of()
    rows = tuple((1, text, *("" for _ in made.columns[2:])) for text in clean)
    data = docx(replace(made, groups=(RosterGroup("", rows),)))
    assert [row[1] for row in rows_of(data)[1:]] == clean
    assert etree.fromstring(parts_of(data)["word/document.xml"]) is not None

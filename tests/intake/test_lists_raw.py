"""Lists in files that other programs wrote: Excel 97 (.xls), and XML without the places of its cells."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

import factories as make
from intake.lists import CODE, OF, after, hints, inserted, member, names, taken, told
from moushi.domain.kinds import Role
from moushi.domain.records import Activity, Chamber, Member, Post
from moushi.intake.source import SourceFile, UnreadableError, file_kind

XLS = Path(__file__).with_name("roster.xls").read_bytes()
"""Written by LibreOffice: two rows of merged names, codes and telephones as numbers, a hidden sheet."""


def bare(*rows: str) -> bytes:
    """A workbook as phones and scripts write it: nothing but rows of cells that do not say where they are."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        made.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="名册" sheetId="1" r:id="a"/>'
            "</sheets></workbook>",
        )
        made.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        made.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{main}"><dimension ref="A1:A1"/><sheetData>{"".join(rows)}</sheetData>'
            "</worksheet>",
        )
    return file.getvalue()


def row(*texts: str, how: str = "") -> str:
    cells = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row{how}>{''.join(cells)}</row>"


def test_a_list_in_a_real_xls_is_read_as_from_any_other_workbook():
    for name in ("会员.xls", "会员.xlsx", "会员.et"):
        proposal = taken(XLS, name=name)
        assert names(proposal) == ["远帆渔具有限公司", "禾苗米业合作社", "潮声民宿", "旧帆船厂"]
        first, second, third, _ = inserted(proposal, Member)
        assert (first.uscc, first.contact, first.phone) == (CODE, "李一", "13800000001")
        assert (first.registered_capital, first.staff, first.joined_on) == (20000000, 30, date(2018, 3, 15))
        assert (second.uscc, second.phone, second.staff) == (None, None, None)
        assert (second.registered_capital, second.joined_on) == (120000000, date(2018, 3, 15))
        assert third.joined_on == date(2020, 5, 1)
        assert (
            "C5 “9.13501E+17” was kept as a number, by which a code loses digits; it was not read."
            in told(proposal)
        )
        assert any("hidden" in text for text in hints(proposal))


def test_rows_and_cells_without_places_are_read_where_they_stand():
    proposal = taken(bare(row("企业名称", "联系人"), row("远帆渔具有限公司", "李一"), row("禾苗米业合作社")))
    assert names(proposal) == ["远帆渔具有限公司", "禾苗米业合作社"]
    assert member(proposal, "远帆渔具有限公司").contact == "李一"


def test_a_formula_without_its_result_is_told_where_rows_have_no_places():
    formula = "<row><c><f>A1&amp;B1</f></c><c><f>B1</f></c></row>"
    proposal = taken(bare(row("企业名称", "联系人"), formula, row("远帆渔具有限公司")))
    assert names(proposal) == ["远帆渔具有限公司"]
    assert [text for text in told(proposal) if "formula" in text] == [
        "A2 The name is a formula without its result, so the row was left out.",
        "B2 The cell holds a formula without its result, so it was read as empty.",
    ]


def test_hidden_rows_without_places_are_told():
    proposal = taken(bare(row("企业名称", "联系人"), row("远帆渔具有限公司", "李一", how=' hidden="1"')))
    assert hints(proposal) == ["A2 Hidden rows were read too, 1 of them: 2."]


def test_a_web_page_that_is_named_as_a_workbook_is_told_how_to_become_one():
    page = "<html><table><tr><td>企业名称</td><td>联系人</td></tr></table></html>".encode("gb18030")
    with pytest.raises(UnreadableError, match="only named as a workbook"):
        file_kind(SourceFile("名册.xls", page))
    with pytest.raises(UnreadableError, match="copy its text"):
        file_kind(SourceFile("名册.htm", page))


def test_a_row_whose_name_is_a_formula_without_result_is_left_out_and_brings_no_member_by_its_contact():
    formula = row("李一").replace("<row>", "<row><c><f>A1</f></c>")
    proposal = taken(bare(row("企业名称", "姓名"), formula, row("远帆渔具有限公司", "王二")))
    assert names(proposal) == ["远帆渔具有限公司"]
    assert "A2 The name is a formula without its result, so the row was left out." in told(proposal)


def test_how_many_there_are_in_all_is_no_member():
    rows = [
        ["姓名", "单位及职务"],
        ["李一", "远帆渔具有限公司（分公司）总经理"],
        ["王二", "潮声民宿负责人"],
        ["共2人"],
    ]
    proposal = taken(rows)
    assert names(proposal) == ["远帆渔具有限公司（分公司）", "潮声民宿"]
    assert told(proposal) == []


def test_a_telephone_number_of_one_digit_is_none():
    proposal = taken([["企业名称", "联系电话"], ["远帆渔具有限公司", "-1"], ["潮声民宿", "@13"]])
    assert [member.phone for member in inserted(proposal, Member)] == [None, None]
    assert len(told(proposal)) == 3  # the column is doubtful too


def test_a_legal_representative_held_is_no_contact_as_well():
    held = make.member(OF, legal_representative="李一")
    assert taken([["姓名", "企业名称"], ["李一", held.name]], held).edits == ()


CHAMBERS = [["商会名称", "会长"], ["鹭汀镇商会", "李一"]]
OFFICERS = [
    ["鹭汀镇商会理事会成员名单"],
    ["姓名", "企业名称", "商会职务"],
    ["李一", "远帆渔具有限公司", "会长"],
    ["王二", "潮声民宿", "副会长"],
]


@pytest.mark.parametrize("lists", [(CHAMBERS, OFFICERS), (OFFICERS, CHAMBERS)])
def test_a_president_in_both_lists_holds_one_post(lists):
    held = (make.chamber(OF),)
    for rows in (*lists, *lists):
        held = tuple(record for record in after(taken(rows, *held), *held) if record.id != OF.id)
    posts = [record for record in held if isinstance(record, Post)]
    assert sorted(post.role for post in posts) == [Role.PRESIDENT, Role.VICE]


def test_years_of_two_digits_are_those_of_people_who_live():
    rows = [
        ["企业名称", "出生年月", "入会时间"],
        ["远帆渔具有限公司", "85年3月", "98年5月1日"],
        ["潮声民宿", "62年", ""],
    ]
    first, second = inserted(taken(rows), Member)
    assert (first.birth_year, first.joined_on) == (1985, date(1998, 5, 1))
    assert second.birth_year in (1962, None)  # a year alone may not be read, but not as one to come


def test_the_chambers_of_a_county_in_a_title_are_no_chamber():
    rows = [
        ["云屿县商会一览表"],
        ["商会名称", "职务", "姓名"],
        ["鹭汀镇商会", "会长", "李一"],
        ["", "秘书长", "王二"],
    ]
    proposal = taken(rows, make.chamber(OF))
    assert inserted(proposal, Chamber) == []
    assert told(proposal) == [
        "B4 “secretary-general” of 王二: of which chamber is not said, so the post was left out."
    ]


def test_a_day_with_its_half_is_that_day():
    proposal = taken([["走访时间", "走访企业"], ["2031年6月5日上午", "潮声民宿"]])
    assert [activity.held_on for activity in inserted(proposal, Activity)] == [date(2031, 6, 5)]

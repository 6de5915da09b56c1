"""Lists in files that other programs wrote: Excel 97 (.xls), and XML without the places of its cells."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from intake.lists import CODE, hints, inserted, member, names, taken, told
from moushi.domain.records import Member

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
        "A2 The cell holds a formula without its result, so it was read as empty.",
        "B2 The cell holds a formula without its result, so it was read as empty.",
    ]


def test_hidden_rows_without_places_are_told():
    proposal = taken(bare(row("企业名称", "联系人"), row("远帆渔具有限公司", "李一", how=' hidden="1"')))
    assert hints(proposal) == ["A2 Hidden rows were read too, 1 of them: 2."]

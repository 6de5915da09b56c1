"""A return given back to be mended: what the chamber can mend is marked, in Chinese, and it is noted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from moushi.changes.model import Finding, Severity, Sides
from moushi.desk.desk import Desk, open_to_look
from moushi.desk.marking import marked, marked_name, to_be_mended, write_marked_copy
from moushi.domain.kinds import ReturnEvent
from moushi.domain.return_book import HIDDEN_SHEET, MARKS_SHEET, TO_MEND
from moushi.domain.returns import ReturnLine
from moushi.errors import MoushiError, say
from moushi.intake.source import SourceFile
from moushi.output.excel.marking import RED
from moushi.output.excel.plain_copy import PlainSheet, plain_xlsx
from output.excel.raw_books import raw_book
from stores import fresh_store

NOW = datetime(2031, 4, 2, 9, 0, tzinfo=UTC)
SHEET = "会员变动"
ROSTER = Path(__file__).parents[1] / "intake" / "roster.xls"
EMPTY = say("{file}: the file is empty. Ask the sender for it again.", file="会员名称")
ACTION = say("Have it filled in.")


def finding(where=f"{SHEET}!B3", severity=Severity.ERROR, message=EMPTY, sides=None):
    return Finding(severity, where, message, ACTION, (), sides)


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "office"
    folder.mkdir()
    with fresh_store(folder) as store:
        yield Desk(store)


@pytest.fixture
def source():
    return SourceFile("鹭汀镇商会 3月.xlsx", raw_book())


def came(source, chamber=None):
    return ReturnLine(
        id=uuid4(),
        at=NOW - timedelta(days=1),
        person="王",
        event=ReturnEvent.RECEIVED,
        chamber_id=chamber or uuid4(),
        period="2031-03",
        file=source.name,
        sha256=source.sha256,
        errors=2,
    )


def listed(data):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(data))[MARKS_SHEET].iter_rows()]


def test_the_copy_says_in_chinese_what_is_to_be_mended_whatever_the_program_speaks(
    desk, source, tmp_path, monkeypatch
):
    monkeypatch.setenv("MOUSHI_LANG", "en")
    out = tmp_path / marked_name(source.name)
    written = write_marked_copy(desk, source, [finding()], out, now=NOW)
    assert written.path.name == "鹭汀镇商会 3月（请修改）.xlsx"
    assert written.warning is None
    cell = load_workbook(out)[SHEET]["B3"]
    assert cell.fill.fgColor.rgb == f"FF{RED}"
    assert cell.comment.text.startswith(TO_MEND)
    assert "Ask" not in cell.comment.text
    assert "会员名称" in cell.comment.text


def test_the_copy_tells_the_chamber_what_to_type_but_not_what_the_office_does():
    advice = say("Type year, month and day, for example 2031-3-15.")
    advised = Finding(Severity.ERROR, f"{SHEET}!B3", EMPTY, advice, advice=advice)
    data, _ = marked(SourceFile("a.xlsx", raw_book()), [advised, finding(f"{SHEET}!B4")])
    sheet = load_workbook(BytesIO(data))[SHEET]
    assert sheet["B3"].comment.text.endswith("请填全年月日，例如 2031-3-15。")
    assert "请对方补填" not in sheet["B4"].comment.text


def test_what_has_no_cell_stands_in_the_list():
    findings = [
        finding("", Severity.WARNING),
        finding("别的", Severity.WARNING),
        finding("3:1"),
        finding("别的!A2:C2"),
        finding("a!b!$C$12"),
    ]
    data, is_converted = marked(SourceFile("a.xlsx", raw_book()), findings)
    assert not is_converted
    assert [line[0] for line in listed(data)[1:]] == ["整个文件", "别的 A2", "a!b C12", "整个文件", "别的"]


def test_hints_and_conflicts_are_the_offices_own_business():
    conflict = finding(severity=Severity.WARNING, sides=Sides(1, 2, 3))
    told = [finding(), finding(severity=Severity.HINT), conflict, finding(severity=Severity.WARNING)]
    assert to_be_mended(told) == (told[0], told[3])


def test_the_journal_notes_that_a_copy_of_a_file_that_came_went_back(desk, source, tmp_path):
    line = came(source)
    desk.store.record_returns([(line, None)])
    out = tmp_path / "b.xlsx"
    warning = finding(severity=Severity.WARNING)
    assert write_marked_copy(desk, source, [finding(), warning, warning], out, now=NOW).in_journal
    (_, noted) = desk.store.returns()
    assert (noted.event, noted.id, noted.chamber_id) == (ReturnEvent.MARKED, line.id, line.chamber_id)
    assert (noted.errors, noted.warnings, noted.period) == (1, 2, "2031-03")
    assert noted.sha256 == SourceFile("b", out.read_bytes()).sha256
    assert Path(noted.file) == out


def test_a_file_that_the_journal_does_not_know_is_marked_all_the_same(desk, source, tmp_path):
    assert not write_marked_copy(desk, source, [finding()], tmp_path / "b.xlsx", now=NOW).in_journal
    with open_to_look(desk.path) as reader:
        assert not write_marked_copy(reader, source, [finding()], tmp_path / "c.xlsx", now=NOW).in_journal


def test_another_format_comes_back_as_xlsx_with_its_values_and_it_is_said(desk, tmp_path):
    source = SourceFile("名册.xls", ROSTER.read_bytes())
    out = tmp_path / marked_name(source.name)
    names = load_workbook(BytesIO(marked(source, [finding()])[0])).sheetnames
    written = write_marked_copy(desk, source, [finding(f"{names[0]}!B2")], out, now=NOW)
    assert "名册.xls is no .xlsx" in str(written.warning)
    assert load_workbook(out)[names[0]]["B2"].comment.text.startswith(TO_MEND)
    assert any(cell.value for row in load_workbook(out)[names[0]].iter_rows() for cell in row)


def test_of_another_format_the_hidden_sheet_of_the_return_comes_along_and_others_do_not(monkeypatch):
    sheets = [
        PlainSheet(SHEET, [["会员名称"], ["海风渔具厂"]]),
        PlainSheet(HIDDEN_SHEET, [["moushi-return", "1"]], is_hidden=True),
        PlainSheet("草稿", [["x"]], is_hidden=True),
        PlainSheet(MARKS_SHEET, [[MARKS_SHEET]]),
    ]
    monkeypatch.setattr("moushi.output.excel.marking.is_xlsx", lambda _data: False)
    data, is_converted = marked(SourceFile("a.et", plain_xlsx(sheets)), [finding(f"{SHEET}!A2")])
    assert is_converted
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == [SHEET, HIDDEN_SHEET, MARKS_SHEET]
    assert book[HIDDEN_SHEET].sheet_state == "hidden"
    assert book[SHEET]["A2"].value == "海风渔具厂"


def test_nothing_to_mend_and_another_ending_are_said_and_nothing_is_written(desk, source, tmp_path):
    out = tmp_path / "b.xlsx"
    with pytest.raises(MoushiError, match="nothing that the chamber has to mend"):
        write_marked_copy(desk, source, [finding(severity=Severity.HINT)], out, now=NOW)
    with pytest.raises(MoushiError, match="marked copies are written"):
        write_marked_copy(desk, source, [finding()], tmp_path / "b.xls", now=NOW)
    assert not out.exists()


def test_a_copy_of_a_copy_keeps_its_name():
    assert marked_name("a.xls") == "a（请修改）.xlsx"
    assert marked_name("a（请修改）.xlsx") == "a（请修改）.xlsx"

"""What columns of lists are taken for, asked once for each header and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

import factories as make
from intake.lists import CODE, OF, book
from moushi.desk.desk import Desk
from moushi.desk.form_shelf import load_form
from moushi.desk.list_columns import (
    Confidence,
    ListKind,
    Meaning,
    answered,
    fault_of,
    kept_layouts,
    of_kind,
    questions,
    questions_again,
    remember,
    unread,
)
from moushi.desk.sending import export_forms
from moushi.desk.taking_in import Wish, propose_source
from moushi.domain.records import Member
from moushi.domain.return_book import HIDDEN_SHEET
from moushi.intake.source import SourceFile
from return_documents import RECORDS
from return_files import NOW, desk_with, edited
from rosters import LUTING
from stores import fresh_store

HEADER = ("序号", "企业名称", "联络手机", "爱好")
ROWS = [(1, "远帆渔具有限公司", "13888001234", "钓鱼"), (2, "蓝礁养殖厂", "13888005678", "")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF))
        yield Desk(store)


def file(rows, name="名册.xlsx"):
    return SourceFile(name, book(rows))


def said(question):
    return [
        (column.name, column.meaning.value, column.confidence.value) for column in question.header.columns
    ]


def members(desk, source):
    proposal = propose_source(desk, source, Wish(), date(2031, 1, 1))
    return [edit.record for edit in proposal.edits if isinstance(edit.record, Member)], proposal.findings


def test_a_new_header_is_asked_with_how_surely_each_column_is_known_and_with_its_first_rows(desk):
    (question,) = questions(desk, [file([["云屿县工商联会员名册"], HEADER, *ROWS])])
    assert said(question) == [
        ("序号", "number", "named"),
        ("企业名称", "name", "named"),
        ("联络手机", "phone", "hinted"),
        ("爱好", "unread", "unknown"),
    ]
    assert question.samples[1] == ("远帆渔具有限公司", "蓝礁养殖厂")
    assert question.rows[0] == HEADER
    assert question.first_row == 1
    assert unread(question) == ("爱好",)
    assert fault_of(question) is None


def test_what_was_said_is_kept_and_the_next_file_of_that_kind_is_not_asked(desk):
    (question,) = questions(desk, [file([HEADER, *ROWS])])
    meanings = [column.meaning for column in question.header.columns]
    remember(desk, [answered(question, question.kind, [*meanings[:3], Meaning.INDUSTRY])])
    moved = [["爱好", "联络手机", "企业名称", "序号"], ["钓鱼", "13888009999", "青屿商行", 1]]
    assert questions(desk, [file(moved)]) == []
    (found,), findings = members(desk, file(moved))
    assert (found.name, found.phone, found.industry) == ("青屿商行", "13888009999", "钓鱼")
    assert findings == ()


def test_a_header_of_nothing_but_odd_names_is_asked_once_and_then_read(desk):
    rows = [["甲", "乙", "丙"], ["远帆渔具", "渔业", "禾小满"], ["蓝礁养殖", "养殖", "苗青"]]
    (question,) = questions(desk, [file(rows)])
    assert fault_of(question) is not None
    remember(desk, [answered(question, ListKind.MEMBERS, [Meaning.NAME, Meaning.INDUSTRY, Meaning.CONTACT])])
    assert questions(desk, [file(rows)]) == []
    found, _ = members(desk, file(rows))
    assert [(m.name, m.industry, m.contact) for m in found] == [
        ("远帆渔具", "渔业", "禾小满"),
        ("蓝礁养殖", "养殖", "苗青"),
    ]


def test_a_table_without_a_header_is_kept_by_its_first_row_only(desk):
    (question,) = questions(desk, [file([row[1:3] for row in ROWS])])
    remember(desk, [question])
    assert questions(desk, [file([row[1:3] for row in ROWS])]) == []
    assert len(questions(desk, [file([["青屿商行", "13888001111"], ["海雾民宿", "13888002222"]])])) == 1


def test_files_of_one_header_are_asked_once_and_other_files_not_at_all(desk, tmp_path):
    (tmp_path / "一.xlsx").write_bytes(book([HEADER, *ROWS]))
    (tmp_path / "二.csv").write_text("\n".join(",".join(map(str, row)) for row in (HEADER, *ROWS)), "utf-8")
    (tmp_path / "计划.txt").write_text("云屿县工商联新年打算：走访企业。", "utf-8")
    (tmp_path / "坏.xlsx").write_bytes(b"PK\3\4junk")
    tasks = [["序号", "类别", "工作任务", "责任单位"], [1, "走访", "走访企业", "会员部"]]
    (tmp_path / "任务.xlsx").write_bytes(book(tasks))
    reported = []
    found = questions(desk, [tmp_path], lambda *steps: reported.append(steps))
    assert [question.file for question in found] == ["一.xlsx"]
    assert len(reported) == 5


def test_the_columns_of_a_list_can_be_chosen_again(desk):
    source = file([HEADER, *ROWS])
    remember(desk, questions(desk, [source]))
    (again,) = questions_again(desk, source)
    assert {column.confidence for column in again.header.columns} == {Confidence.CHOSEN}
    assert questions_again(desk, SourceFile("plan.txt", "走访企业。".encode())) == []


def test_another_kind_of_list_keeps_what_names_tell(desk):
    (question,) = questions(desk, [file([["名称", "时间", "企业名称"], ["迎新", "2031.3.1", "蓝礁养殖厂"]])])
    ledger = of_kind(question, ListKind.LEDGER)
    assert [c.meaning for c in ledger.header.columns] == [Meaning.TITLE, Meaning.DATE, Meaning.TAKING_PART]
    assert ledger.kind is ListKind.LEDGER
    assert fault_of(ledger) is None


def test_two_columns_of_one_meaning_and_none_of_the_name_are_said(desk):
    (question,) = questions(desk, [file([HEADER, *ROWS])])
    twice = answered(question, question.kind, [Meaning.UNREAD, Meaning.NAME, Meaning.PHONE, Meaning.PHONE])
    assert "phone" in str(fault_of(twice))
    nameless = answered(
        question, question.kind, [Meaning.UNREAD, Meaning.UNREAD, Meaning.PHONE, Meaning.UNREAD]
    )
    assert "name of the member" in str(fault_of(nameless))


def test_identity_card_numbers_are_veiled_in_samples_and_first_rows(desk):
    rows = [
        ["企业名称", "身份证号码", "备注"],
        ["远帆渔具有限公司", "330921198503121234", "330921198503121234"],
    ]
    (question,) = questions(desk, [file(rows)])
    shown = [*question.samples[1], *question.samples[2], *question.rows[1]]
    assert not any("3309" in text for text in shown)
    assert question.rows[0] == ("企业名称", "身份证号码", "备注")


def test_what_another_version_kept_is_left_out(desk):
    desk.store.put_setting("lists.columns", {"ab": {"kind": "ships", "columns": {}}, "cd": 3})
    assert kept_layouts(desk) == {}
    remember(desk, questions(desk, [file([HEADER, *ROWS])]))
    assert len(kept_layouts(desk)) == 1


def test_the_code_column_is_not_lost_when_another_file_adds_a_column(desk):
    source = file([HEADER, *ROWS])
    remember(desk, questions(desk, [source]))
    wider = file([(*HEADER, "统一社会信用代码"), (*ROWS[0], CODE)])
    (question,) = questions(desk, [wider])
    assert replace(question.header.columns[4]).meaning is Meaning.USCC


def without_the_hidden_sheet(book: Workbook) -> None:
    del book[HIDDEN_SHEET]


@pytest.mark.parametrize("form", ["members", "chamber", "activities", "progress"])
def test_a_chambers_return_is_never_asked_about_like_a_list(tmp_path, form):
    with desk_with(RECORDS, tmp_path) as desk:
        forms = [load_form(desk, form)]
        chambers = [LUTING.id]
        sent = export_forms(desk, tmp_path / "表", 2031, "2031-03", chambers=chambers, forms=forms, now=NOW)
        data = sent.files[0].path.read_bytes()
        bare = edited(data, without_the_hidden_sheet)
        returns = [SourceFile("鹭汀.xlsx", data), SourceFile("鹭汀（改）.xlsx", bare)]
        assert questions(desk, returns) == []
        assert [questions_again(desk, each) for each in returns] == [[], []]
        asked = questions(desk, [*returns, file([HEADER, *ROWS])])
        assert [question.file for question in asked] == ["名册.xlsx"]

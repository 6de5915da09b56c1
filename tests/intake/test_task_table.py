"""Over 400 lines: the cases of one reader stay together."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from moushi.changes.model import Severity, Source
from moushi.compile.article import compile_plans
from moushi.domain.cell_names import column_letters
from moushi.domain.records import ItemUnit, PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.docx_text import read_docx
from moushi.intake.manuscript import propose_manuscript, read_manuscript
from moushi.intake.proposing import propose
from moushi.intake.reading import ReadItem, ReadPage, ReadTheme
from moushi.intake.source import FileKind, SourceFile, UnreadableError, file_kind
from moushi.intake.task_table import is_task_table, read_task_table
from moushi.output.excel import progress_xlsx
from moushi.output.word.article import article_docx
from output.excel.samples import sample_document
from output.word.samples import layout_of

TITLE = "云屿县工商联2031年重点工作任务分解表"
HEADER = ("序号", "类别", "工作任务", "具体举措", "牵头领导", "牵头单位", "配合单位", "完成时限")
ROWS = (
    (1, "党建引领", "办好学堂", "开两期渔港夜校", "田一苇", "会员部", "办公室、宣教部", "6月底前"),
    (2, None, None, "编一本手册", "田一苇", "宣教部", None, "2031.10"),
    (3, "商会建设", "完成换届", "鹭汀镇商会换届", None, "会员部", None, "全年"),
)


def saved(book: Workbook, name: str = "任务.xlsx") -> SourceFile:
    buffer = io.BytesIO()
    book.save(buffer)
    return SourceFile(name, buffer.getvalue())


def table(*rows: Sequence[object], merged: Sequence[str] = (), title: str = "任务") -> SourceFile:
    book = Workbook()
    fill(book.active, rows, merged, title)
    return saved(book)


def fill(sheet: Worksheet, rows: Sequence[Sequence[object]], merged: Sequence[str], title: str) -> None:
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)


def themes(page: ReadPage) -> list[ReadTheme]:
    return [block for section in page.sections for block in section.blocks]


def items(page: ReadPage) -> list[ReadItem]:
    return [item for theme in themes(page) for item in theme.items]


def texts(page: ReadPage) -> list[str]:
    return [item.text for item in items(page)]


def told(page: ReadPage) -> list[tuple[str, str]]:
    return [(finding.where, str(finding.message)) for finding in page.findings]


def test_a_table_is_read_by_its_columns() -> None:
    page = read_task_table(table([TITLE], HEADER, *ROWS))
    assert (page.year, page.sections[0].federation, page.headline) == (2031, "云屿县工商联", "")
    assert not page.is_article
    assert [(theme.lead, theme.label, len(theme.items)) for theme in themes(page)] == [
        ("党建引领", "党建引领", 2),
        ("商会建设", "商会建设", 1),
    ]
    assert items(page)[0] == ReadItem(
        text="开两期渔港夜校",
        where="任务!D3",
        begins_paragraph=True,
        short_title="办好学堂",
        units=("会员部", "办公室", "宣教部"),
        leader="田一苇",
        due_on=date(2031, 6, 30),
    )
    assert [item.short_title for item in items(page)] == ["办好学堂", "办好学堂", "完成换届"]
    assert items(page)[1].due_on == date(2031, 10, 31)
    assert told(page) == [("任务!H5", "“全年” names no day, so there is no due date.")]


def test_columns_may_stand_in_any_order_under_any_of_their_names() -> None:
    page = read_task_table(
        table(
            ["时间节点", "责任科室", "工作 内容：", "板块", "责任人"],
            ["2031年3月15日", "会员部", "走访企业", "服务企业", "禾小满"],
        )
    )
    (item,) = items(page)
    assert (item.text, item.short_title, item.units, item.responsible) == (
        "走访企业",
        "",
        ("会员部",),
        "禾小满",
    )
    assert item.due_on == date(2031, 3, 15)
    assert themes(page)[0].lead == "服务企业"


def test_a_header_of_two_rows_with_merged_groups_is_joined() -> None:
    page = read_task_table(
        table(
            [TITLE],
            ["填报日期：三月"],
            ["序号", "类别", "工作任务", "责任分工", None, None, "完成\n时限"],
            [None, None, None, "牵头领导", "牵头 单位", "配合单位", None],
            [1, "党建引领", "开夜校", "田一苇", "会员部", "办公室", "5月"],
            merged=["A1:G1", "D3:F3", "A3:A4", "B3:B4", "C3:C4", "G3:G4"],
        )
    )
    (item,) = items(page)
    assert (item.text, item.leader, item.units) == ("开夜校", "田一苇", ("会员部", "办公室"))
    assert item.due_on == date(2031, 5, 31)
    assert told(page) == [("任务!A2", "“填报日期：三月” stands above the table and was left out.")]


def test_merged_cells_count_for_all_their_rows() -> None:
    page = read_task_table(
        table(
            HEADER,
            (1, "党建引领", "办好学堂", "开夜校", "田一苇", "会员部", None, "2031.5"),
            (2, None, None, "编手册", None, None, None, None),
            merged=["B2:B3", "C2:C3", "E2:E3", "F2:F3", "H2:H3"],
        )
    )
    first, second = items(page)
    assert (second.leader, second.units, second.due_on) == (first.leader, first.units, first.due_on)


def test_a_task_over_several_rows_is_one_item_with_all_their_units() -> None:
    page = read_task_table(
        table(
            ["序号", "工作任务", "责任单位", "完成时限"],
            [1, "开夜校", "会员部", "2031.5"],
            [None, None, "办公室", "2031.6"],
            merged=["A2:A3", "B2:B3"],
        )
    )
    (item,) = items(page)
    assert item.units == ("会员部", "办公室")
    assert told(page) == [("任务!D3", "“2031.6” stands in a row without a task and was left out.")]


def test_group_rows_give_themes_and_totals_and_empty_numbers_nothing() -> None:
    page = read_task_table(
        table(
            ["序号", "工作任务", "责任单位"],
            ["一、思想引领", None, None],
            [1, "开夜校", "会员部"],
            ["二", "商会建设", None],
            [2, "换届", "会员部"],
            [3, None, None],
            ["合计", None, "两项"],
            ["注：由办公室解释。"],
            merged=["A2:C2"],
        )
    )
    assert [(theme.lead, theme.label, [i.text for i in theme.items]) for theme in themes(page)] == [
        ("一、思想引领", "思想引领", ["开夜校"]),
        ("商会建设", "商会建设", ["换届"]),
    ]
    assert [item.units for item in items(page)] == [("会员部",), ("会员部",)]
    assert told(page) == [("任务!A8", "“注：由办公室解释。” stands under the table and was left out.")]


def test_what_has_no_place_is_kept_in_a_finding_for_its_column() -> None:
    page = read_task_table(
        table(
            ["序号", "工作任务", "目标值", "责任单位", None, "备注"],
            [1, "走访企业", "六十家", "会员部", "看这里", None],
            [2, "办展会", 2, "会员部", None, "分两处"],
        )
    )
    assert texts(page) == ["走访企业", "办展会"]
    assert told(page) == [
        ("任务!C1", "The column “目标值” has no place in a plan and was left out: 任务!C2 六十家；任务!C3 2"),
        ("任务!E1", "The column “E” has no place in a plan and was left out: 任务!E2 看这里"),
        ("任务!F1", "The column “备注” has no place in a plan and was left out: 任务!F3 分两处"),
    ]


def test_steps_become_milestones() -> None:
    page = read_task_table(
        table(
            ["工作任务", "节点安排", "完成时限"],
            ["换届", "①3月摸底；②6月开会", "2031年6月"],
            ["夜校", None, "①2031年5月第一期\n②2031年9月第二期"],
        )
    )
    first, second = items(page)
    assert [text for text, _ in first.milestones] == ["①3月摸底；", "②6月开会"]
    assert first.due_on == date(2031, 6, 30)
    assert [day for _, day in second.milestones] == [date(2031, 5, 31), date(2031, 9, 30)]
    assert second.due_on == date(2031, 9, 30)


def test_days_that_cannot_be_read_are_told_with_their_cell() -> None:
    page = read_task_table(table([TITLE], ["工作任务", "完成时限"], ["换届", "尽快"]))
    (finding,) = page.findings
    assert (finding.severity, finding.where) == (Severity.WARNING, "任务!B3")
    assert "尽快" in str(finding.message)


def test_days_of_every_cell_type_are_read() -> None:
    rows = [["换届", 47938], ["夜校", date(2031, 3, 31)], ["走访", "3月底"]]
    page = read_task_table(table([TITLE], ["工作任务", "完成时限"], *rows))
    assert [item.due_on for item in items(page)] == [date(2031, 3, 31)] * 3


def test_tables_one_below_the_other_are_all_read() -> None:
    page = read_task_table(
        table(["工作任务", "责任单位"], ["换届", "会员部"], [], ["责任单位", "工作任务"], ["办公室", "夜校"])
    )
    assert [(item.text, item.units) for item in items(page)] == [("换届", ("会员部",)), ("夜校", ("办公室",))]


def test_line_breaks_inside_cells_are_layout() -> None:
    page = read_task_table(table(["工作任务", "责任单位"], ["完成\n换届", "会员部\n办公室"]))
    assert (items(page)[0].text, items(page)[0].units) == ("完成换届", ("会员部", "办公室"))


def test_all_visible_sheets_are_read_and_hidden_ones_are_not() -> None:
    book = Workbook()
    fill(book.active, [["云屿县工商联2031年任务"], ["工作任务", "责任单位"], ["换届", "会员部"]], (), "云屿")
    fill(
        book.create_sheet(),
        [["白礁区工商联2031年任务"], ["工作任务", "责任单位"], ["夜校", "会员部"]],
        (),
        "白礁",
    )
    fill(book.create_sheet(), [["工作任务", "责任单位"], ["旧任务", "会员部"]], (), "旧")
    fill(book.create_sheet(), [["说明", "请如实填写"]], (), "说明")
    book["旧"].sheet_state = "hidden"
    page = read_task_table(saved(book))
    assert [section.federation for section in page.sections] == ["云屿县工商联", "白礁区工商联"]
    assert texts(page) == ["换届", "夜校"]
    assert told(page) == [("说明!A1", "The sheet has no columns of a task table and was left out.")]


def test_a_table_may_begin_anywhere_on_its_sheet() -> None:
    book = Workbook()
    for row, values in enumerate([["工作任务", "责任单位"], ["换届", "会员部"]], 4):
        for column, value in enumerate(values, 3):
            book.active.cell(row, column, value)
    (item,) = items(read_task_table(saved(book)))
    assert (item.text, item.where) == ("换届", "Sheet!C5")


def test_workbooks_without_such_columns_are_no_task_tables() -> None:
    members = table(["序号", "会员名称", "电话"], [1, "远帆渔具", "1"])
    assert not is_task_table(members)
    with pytest.raises(UnreadableError, match="no sheet has the columns of a task table"):
        read_task_table(members)
    assert is_task_table(table([TITLE], HEADER, *ROWS))


def test_the_same_table_again_proposes_nothing() -> None:
    page = read_task_table(table([TITLE], HEADER, *ROWS))
    first = propose(page, MemorySnapshot(), Source("任务.xlsx"), year=2031)
    held = MemorySnapshot(edit.record for edit in first.edits)
    assert len(held.where(PlanItem)) == 3
    assert len(held.where(ItemUnit)) == 5
    assert propose(page, held, Source("任务.xlsx"), year=2031).edits == ()


def test_a_progress_sheet_of_moushi_is_no_task_table() -> None:
    book = Workbook()
    header = ["序号", "工作任务", "责任科室", "进展情况", "状态"]
    fill(book.active, [[TITLE], header, [1, "换届", "会员部", "已开会", "已完成"]], (), "进展表")
    fill(book.create_sheet(), [["工商联", "板块", "合计"]], (), "汇总")
    with_two = read_task_table(saved(book))
    fill(book.create_sheet(), [header], (), "明细")
    with pytest.raises(UnreadableError, match="a progress sheet written by Moushi, no task table"):
        read_task_table(saved(book))
    assert texts(with_two) == ["换届"]


def test_what_moushi_writes_as_progress_sheet_is_refused() -> None:
    data = progress_xlsx(sample_document())
    with pytest.raises(UnreadableError, match="can be taken in is the Word article"):
        read_task_table(SourceFile("进展表.xlsx", data))


@pytest.mark.parametrize("column", ["工商联", "单位名称", "县（市、区）"])
def test_a_column_of_federations_gives_each_its_section(column: str) -> None:
    page = read_task_table(
        table(
            ["潮生市工商联2031年任务分解表"],
            [column, "类别", "工作任务", "责任单位"],
            ["云屿县工商联", "党建引领", "开夜校", "会员部"],
            [None, "商会建设", "换届", "会员部"],
            ["白礁区", "商会建设", "走访", "办公室"],
            ["云屿县工商联", "商会建设", "编手册", "办公室"],
        )
    )
    assert [
        (section.federation, [(theme.lead, [item.text for item in theme.items]) for theme in section.blocks])
        for section in page.sections
    ] == [
        ("云屿县工商联", [("党建引领", ["开夜校"]), ("商会建设", ["换届", "编手册"])]),
        ("白礁区工商联", [("商会建设", ["走访"])]),
    ]
    assert (page.year, page.findings) == (2031, ())


def test_a_task_merged_over_several_federations_is_an_item_of_each() -> None:
    page = read_task_table(
        table(
            ["工商联", "工作任务", "责任单位"],
            ["云屿县工商联", "开夜校", "会员部"],
            ["白礁区工商联", None, "办公室"],
            merged=["B2:B3"],
        )
    )
    assert [section.federation for section in page.sections] == ["云屿县工商联", "白礁区工商联"]
    assert [(item.text, item.units) for item in items(page)] == [
        ("开夜校", ("会员部",)),
        ("开夜校", ("办公室",)),
    ]


def test_a_row_of_nobody_known_does_not_go_to_the_federation_above() -> None:
    page = read_task_table(
        table(
            ["潮生市工商联2031年任务分解表"],
            ["工商联", "工作任务", "责任单位"],
            ["云屿县工商联（总商会）", "开夜校", "会员部"],
            ["全市", "走访", "办公室"],
        )
    )
    assert [section.federation for section in page.sections] == ["云屿县工商联", "潮生市工商联"]
    assert [where for where, _ in told(page)] == ["任务!A2"]


def test_a_column_of_other_units_is_told_as_before() -> None:
    page = read_task_table(table(["单位名称", "工作任务", "责任人"], ["远帆渔具", "走访", "禾小满"]))
    assert texts(page) == ["走访"]
    assert told(page) == [
        ("任务!A1", "The column “单位名称” has no place in a plan and was left out: 任务!A2 远帆渔具")
    ]


def test_formulas_without_results_are_told_and_their_rows_kept() -> None:
    page = read_task_table(
        table(
            ["序号", "类别", "工作任务", "具体举措", "责任单位"],
            ["=ROW()-1", "党建", "学堂", "夜校", "会员部"],
            ["=ROW()-1", "党建", "换届", '="开会"', "=E2"],
            ["=ROW()-1", "党建", '="走"', "访企业", "办公室"],
            ["=ROW()-1", "党建", '="编"', None, "宣教部"],
            [None, None, None, '="末行"'],
        )
    )
    assert [(item.text, item.short_title, item.units) for item in items(page)] == [
        ("夜校", "学堂", ("会员部",)),
        ("换届", "", ()),
        ("访企业", "", ("办公室",)),
    ]
    assert [(where, text) for where, text in told(page) if "formula" not in text] == [
        ("任务!E5", "“宣教部” stands in a row without a task and was left out.")
    ]
    formulas = [finding for finding in page.findings if "formula" in str(finding.message)]
    assert [finding.where for finding in formulas] == ["任务!D3", "任务!E3", "任务!C4", "任务!C5", "任务!D6"]
    assert {finding.severity for finding in formulas} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("saved_as", "findings"), [("<f>B1</f><v>会员部</v>", 0), ("<f>B1</f><v></v>", 1), ("<f>B1</f>", 1)]
)
def test_formulas_with_results_are_values(saved_as: str, findings: int) -> None:
    source = table(["工作任务", "责任单位"], ["夜校", "=B1"])
    old = (
        '<c r="B2"><f>B1</f><v></v></c>' if b"<v></v>" in sheet_xml(source) else '<c r="B2"><f>B1</f><v/></c>'
    )
    kind = ' t="str"' if findings == 0 else ""
    page = read_task_table(changed(source, old, f'<c r="B2"{kind}>{saved_as}</c>'))
    assert (texts(page), len(page.findings)) == (["夜校"], findings)


def test_a_formula_that_comes_to_an_empty_text_is_no_fault() -> None:
    source = table(["工作任务", "责任单位"], ["夜校", "=B1"])
    assert read_task_table(changed(source, '<c r="B2">', '<c r="B2" t="str">')).findings == ()


def test_a_table_without_categories_prints_and_comes_back_whole() -> None:
    page = read_task_table(table([TITLE], ["工作任务", "责任单位"], ["换届", "会员部"], ["夜校", "办公室"]))
    proposal = propose(page, MemorySnapshot(), Source("任务.xlsx"), year=2031)
    records = MemorySnapshot(edit.record for edit in proposal.edits)
    article = compile_plans(records, (), 2031)
    assert [p.text for section in article.sections for p in section.paragraphs] == ["换届", "夜校"]
    data = article_docx(article, layout_of("manuscript"), exported_id=UUID(int=1), now=datetime.now(UTC))
    manuscript = read_manuscript(read_docx(SourceFile("稿件.docx", data)))
    back = propose_manuscript(manuscript, article, records, Source("稿件.docx"))
    assert (back.edits, back.findings) == ((), ())


@pytest.mark.parametrize(
    ("stream", "message"),
    [("WordDocument", "an old .doc file"), ("EncryptedPackage", "locked with a password")],
)
def test_old_compound_files_that_are_no_workbooks_say_what_they_are(stream: str, message: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1024 + stream.encode("utf-16-le")
    with pytest.raises(UnreadableError, match=message) as refused:
        file_kind(SourceFile("要点.doc", data))
    assert "workbook" not in str(refused.value)


def test_old_workbooks_are_workbooks() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")
    assert file_kind(SourceFile("任务.xls", data)) is FileKind.WORKBOOK


def sheet_xml(source: SourceFile) -> bytes:
    with zipfile.ZipFile(io.BytesIO(source.data)) as package:
        return package.read("xl/worksheets/sheet1.xml")


# -- other formats -------------------------------------------------------------------------------------------

ODS_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text")
)


def ods(rows: str) -> SourceFile:
    content = (
        f'<?xml version="1.0"?><office:document-content {ODS_SPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="任务">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    return SourceFile("任务.ods", buffer.getvalue())


def ods_row(*cells: str, repeat: int = 1) -> str:
    inner = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        if cell
        else "<table:covered-table-cell/>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeat}">{inner}</table:table-row>'


def test_open_document_tables_are_read_and_filled_down() -> None:
    rows = ods_row("类别", "工作任务", "具体举措") + ods_row("党建", "学堂", "夜校") + ods_row("", "", "手册")
    page = read_task_table(ods(rows + EMPTY_ROWS))
    assert [(item.text, item.short_title) for item in items(page)] == [("夜校", "学堂"), ("手册", "学堂")]
    assert [theme.lead for theme in themes(page)] == ["党建"]


def changed(source: SourceFile, old: str, new: str, part: str = "xl/worksheets/sheet1.xml") -> SourceFile:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source.data)) as before, zipfile.ZipFile(buffer, "w", 8) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return SourceFile(source.name, buffer.getvalue())


SMALL = table(["工作任务", "责任单位"], ["换届", "会员部"])


def test_strict_workbooks_are_read() -> None:
    strict = changed(
        SMALL,
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert texts(read_task_table(strict)) == ["换届"]


def test_a_million_styled_empty_rows_cost_nothing() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(4, 200_000))
    claimed = f'{rows}<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    assert texts(read_task_table(changed(SMALL, "</sheetData>", claimed))) == ["换届"]


@pytest.mark.parametrize(
    "stray",
    [
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        '<row r="1048576"><c r="T1048576"><v>1</v></c></row></sheetData>',
        '<row spans="1:2" r="1048576" ><c s="0" r="T1048576" ><v>1</v></c></row></sheetData>',
        '<row r="1048576">' + "<c><v>1</v></c>" * 3 + "</row></sheetData>",
    ],
)
def test_a_stray_value_far_away_is_refused_before_it_costs_memory(stray: str) -> None:
    with pytest.raises(UnreadableError, match="a sheet goes on to row 1048576"):
        read_task_table(changed(SMALL, "</sheetData>", stray))


EMPTY_ROWS = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
EMPTY_CELLS = '<table:table-cell table:number-columns-repeated="16383"/>'


@pytest.mark.parametrize(
    "rows",
    [
        ods_row("x", "y", repeat=1_048_576),
        EMPTY_ROWS + ods_row("x").replace("<table:table-cell", EMPTY_CELLS + "<table:table-cell", 1),
    ],
    ids=["rows", "corner"],
)
def test_an_open_document_that_repeats_itself_without_end_is_refused(rows: str) -> None:
    with pytest.raises(UnreadableError, match="a sheet goes on to row"):
        read_task_table(ods(rows))


@pytest.mark.parametrize(
    "source",
    [
        SourceFile("任务.xlsx", SMALL.data[: len(SMALL.data) // 2]),
        SourceFile("任务.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000),
        SourceFile("任务.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        changed(SMALL, "<sheetData>", "<sheetDa"),
        ods("<table:table-row>"),
    ],
    ids=["cut", "empty xls", "short xls", "sheet", "ods"],
)
def test_damaged_workbooks_give_one_clear_line(source: SourceFile) -> None:
    with pytest.raises(UnreadableError, match=r"damaged or locked|no sheet has the columns"):
        read_task_table(source)


def test_binary_workbooks_are_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.bin", b"")
    with pytest.raises(UnreadableError, match="xlsb"):
        read_task_table(SourceFile("任务.xlsb", buffer.getvalue()))


# -- properties ----------------------------------------------------------------------------------------------


@given(st.integers(0, 16_383))
def test_columns_have_the_letters_of_a_spreadsheet(column: int) -> None:
    letters = column_letters(column)
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    assert value == column + 1


cells = st.sampled_from(["", "换届", "会员部", "6月底", "全年", "合计", "一", "1", "注：看", "尽快"])


@given(st.lists(st.lists(cells, min_size=4, max_size=5), max_size=6))
def test_every_cell_of_a_table_ends_in_an_item_or_a_finding(rows: list[list[str]]) -> None:
    header = ["序号", "工作任务", "责任单位", "完成时限", "备注"]
    page = read_task_table(table([TITLE], header, *rows))
    known = "".join(str(finding.message) for finding in page.findings)
    for item in items(page):
        known += item.text + "".join(item.units) + ("6月底" if item.due_on else "")
    known += "".join(theme.lead for theme in themes(page))
    for row in rows:
        if row[1] and "合计" not in row:
            assert all(cell in known for cell in row[1:] if cell not in ("", "1"))

"""Returns in whatever comes back: what is read, and what is said."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from tests.intake import damage_tools as tools
from tests.intake import return_books as books
from tests.intake import return_damages as damages
from tests.intake.damage_tools import ACTIVITIES, CARD, MEMBERS, OFFICERS, PROGRESS
from tests.return_forms import all_forms, members_form

from moushi.changes.model import Severity
from moushi.domain.returns import ReturnForm, Rows
from moushi.intake.returns.finding import read_return
from moushi.intake.returns.reading import ReadReturn
from moushi.intake.source import SourceFile
from moushi.output.excel.marking import Mark, marked_copy

FORMS = all_forms()


def read(data: bytes, name: str = "鹭汀镇商会.xlsx", forms: tuple[ReturnForm, ...] = FORMS) -> ReadReturn:
    found = read_return(SourceFile(name, data), forms)
    assert found is not None
    return found


def said(found: ReadReturn) -> list[str]:
    return [str(finding.message) for finding in found.findings]


GOOD = books.values_of(read(books.filled_book()))


def test_a_good_return_is_read_whole_and_nothing_is_said():
    found = read(books.sent_book())
    assert found.findings == ()
    assert (found.chamber, str(found.period), found.is_by_content) == (books.CHAMBER, "2031-03", False)
    assert found.id == books.sent_document().id
    assert [table.table.key for table in found.tables] == [
        "progress",
        "members",
        "chamber",
        "officers",
        "activities",
    ]
    assert [len(table.rows) for table in found.tables] == [4, 6, 1, 3, 2]
    assert all(table.missing == () for table in found.tables)
    first = found.tables[1].rows[0]
    assert (first.number, first.record) == (1, books.record_of("members", 1))
    assert first.cells["phone"].where == f"{MEMBERS}!G4"


def test_what_was_typed_is_read():
    assert GOOD["members", 2, "contact"] == "林小舟"
    assert GOOD["members", 7, "name"] == "鹭汀新航网络有限公司"
    assert (GOOD["activities", 3, "people"], GOOD["activities", 3, "amount"]) == (40, 600)
    assert len(GOOD) > 90


@pytest.mark.parametrize("name", damages.HARMLESS)
def test_no_value_is_changed_by(name):
    found = read(damages.HARMLESS[name](books.filled_book()))
    assert books.values_of(found) == GOOD
    assert not [finding for finding in found.findings if finding.severity is Severity.ERROR]
    assert found.chamber == books.CHAMBER
    assert str(found.period) == books.PERIOD


SAID = {
    "hidden_sheet_deleted": ["gone; the return was known by its content"],
    "hidden_sheet_altered": ["altered; the return was known by its content"],
    "sheets_added": ["The sheet “留言” holds no table of the form and was left out: 小陈"],
    "sheet_copied": ["is here once more"],
    "sheet_copied_hidden": ["is here once more"],
    "note_on_the_cover": ["“本月培训改到下月办” stands on the cover"],
    "comment_on_a_title": ["Comment: 名单请核"],
    "preamble_above": ["务必真实准确"],
    "footnotes_below": ["有两家企业还没有回复", "注：1. 数据截至3月底"],
    "signatures_below": ["填表人：小陈"],
    "signature_line_close_below": ["填表人：小陈"],
    "totals_below": ["“合计 66 75” is a total"],
    "totals_with_a_number": ["“99 合计 66 75” is a total"],
    "subtotals_between": ["is a total"],
    "group_rows_between": ["Headings among the rows were left out, 2 of them: 一 重点；二、其他"],
    "columns_inserted": ["The column “备注栏” is none of the form's and was not read; filled cells: 2"],
    "column_without_a_heading": ["The column C has no heading and was not read"],
    "columns_hidden": ["Hidden columns were read too: G、J."],
    "header_changed_a_little": ["“法定代表人姓名” was taken as 法定代表人"],
    "note_beside_the_table": ["这家上月搬走了"],
    "card_line_added": ["“办公地址 鹭汀镇海滨路8号”"],
    "older_form": ["version 1 of the form “会员变更”", "The column “传真” is no longer asked"],
    "older_form_without_hidden_sheet": ["The column “传真” is no longer asked"],
    # harmful ones
    "sheet_deleted": ["The table “商会班子名单” that was sent is not there."],
    "sheet_copied_and_changed": ["is here once more"],
    "column_deleted": ["Columns of the form are not there: 联系电话."],
    "column_copied_and_changed": ["Several columns are named “联系电话” and say different things"],
    "heading_emptied": ["The column G has no heading and was not read; filled cells: 6, such as 1390580"],
    "heading_of_something_else": ["The column “开户银行”", "Columns of the form are not there: 所属行业."],
    "heading_that_fits_two": ["The column “入退会日期” may be several of the form's"],
    "heading_in_a_wrong_unit": ["The column “职工人数（万人）” asks in 万人, the form in 人"],
    "text_merged_over_columns": ["it was taken for “联系人” alone"],
    "card_line_deleted": ["Lines of the form are not there: 成立日期."],
}


@pytest.mark.parametrize("name", SAID)
def test_it_is_said_that(name):
    told = said(read(damages.ALL[name](books.filled_book())))
    for words in SAID[name]:
        assert any(words in text for text in told), told


QUIET = [name for name in damages.HARMLESS if name not in SAID]


@pytest.mark.parametrize("name", QUIET)
def test_nothing_is_said_where_nothing_is_amiss(name):
    found = read(damages.HARMLESS[name](books.filled_book()))
    by_content = {"cover_and_hidden_sheet_deleted", "copied_into_another_workbook"}
    assert len(found.findings) == (name in by_content), said(found)


def changed(name: str) -> dict[tuple[str, int | None, str], tuple[object, object]]:
    now = books.values_of(read(damages.HARMFUL[name](books.filled_book())))
    keys = GOOD.keys() | now.keys()
    return {key: (GOOD.get(key), now.get(key)) for key in keys if GOOD.get(key) != now.get(key)}


def of_column(key: str) -> set[tuple[str, int | None, str]]:
    return {each for each in GOOD if each[0] == "members" and each[2] == key}


HARM: dict[str, Callable[[], set[tuple[str, int | None, str]]]] = {
    "sheet_deleted": lambda: {each for each in GOOD if each[0] == "officers"},
    "sheet_copied_and_changed": lambda: {("members", 7, "contact")},
    "row_deleted": lambda: {each for each in GOOD if each[:2] == ("members", 2)},
    "row_inserted": lambda: {("members", None, "name"), ("members", None, "kind")},
    "row_emptied": lambda: {each for each in GOOD if each[:2] == ("members", 2)},
    "column_deleted": lambda: of_column("phone"),
    "column_copied_and_changed": lambda: of_column("phone"),
    "heading_emptied": lambda: of_column("phone"),
    "heading_of_something_else": lambda: of_column("industry"),
    "heading_that_fits_two": lambda: of_column("joined") | of_column("left"),
    "heading_in_a_wrong_unit": lambda: of_column("staff"),
    "number_merged_over_rows": lambda: {("progress", 1, "value"), ("progress", 2, "value")},
    "text_merged_over_columns": lambda: {("members", 2, key) for key in ("contact", "phone", "industry")},
    "formula_without_its_result": lambda: {("members", 2, "staff")},
    "card_line_deleted": lambda: {("chamber", 1, "founded")},
}


@pytest.mark.parametrize("name", HARM)
def test_only_what_is_damaged_is_missing(name):
    assert set(changed(name)) == HARM[name]()


def test_every_damage_that_does_harm_has_its_test():
    assert damages.HARMFUL.keys() == HARM.keys() | {"numbers_deleted", "numbers_begun_anew_after_sorting"}
    assert len(damages.ALL) >= 45


def each_row(found: ReadReturn) -> list[str]:
    return sorted(
        f"{table.table.key} {sorted((key, str(cell.value)) for key, cell in row.cells.items())}"
        for table in found.tables
        for row in table.rows
    )


def test_rows_without_their_numbers_are_read():
    for name in ("numbers_deleted", "numbers_begun_anew_after_sorting"):
        found = read(damages.HARMFUL[name](books.filled_book()))
        assert each_row(found) == each_row(read(books.filled_book()))


def test_an_emptied_row_stays_the_row_of_its_record():
    found = read(damages.HARMFUL["row_emptied"](books.filled_book()))
    row = found.tables[1].rows[1]
    assert row.record == books.record_of("members", 2)
    assert all(cell.is_empty for cell in row.cells.values())


def test_a_marked_copy_is_read_as_the_return_that_it_is():
    data = damages.HARMLESS["comment_on_a_cell"](books.filled_book())
    marks = [
        Mark(MEMBERS, 3, 8, Severity.ERROR, "职工人数请填数字。"),
        Mark(MEMBERS, 4, 6, Severity.WARNING, "电话请核对。"),
        Mark(CARD, 0, 0, Severity.WARNING, "届次请核对。"),
        Mark(MEMBERS, None, None, Severity.WARNING, "少了一张表。"),
    ]
    found = read(marked_copy(data, marks))
    assert books.values_of(found) == GOOD
    assert found.findings == ()
    assert found.tables[1].rows[0].cells["staff"].note == "含季节工3人"
    assert found.tables[1].rows[1].cells["phone"].note == ""


def test_hidden_rows_are_read_as_such():
    found = read(damages.HARMLESS["rows_hidden"](books.filled_book()))
    assert [row.number for row in found.tables[1].rows if row.is_hidden] == [2, 3]


def test_a_number_merged_over_rows_is_doubted_below():
    found = read(damages.HARMFUL["number_merged_over_rows"](books.filled_book()))
    first, second = found.tables[0].rows[:2]
    assert first.value("value") == 7
    assert second.cells["value"].doubt is not None


def test_a_formula_without_its_result_is_doubted():
    found = read(damages.HARMFUL["formula_without_its_result"](books.filled_book()))
    assert found.tables[1].rows[1].cells["staff"].doubt is not None


def test_a_comment_comes_with_its_cell():
    found = read(damages.HARMLESS["comment_on_a_cell"](books.filled_book()))
    assert found.tables[1].rows[0].cells["staff"].note == "含季节工3人"
    assert found.findings == ()


def test_the_hidden_sheet_names_the_chamber_and_the_content_another():
    found = read(damages.HARMLESS["hidden_sheet_of_another_chamber"](books.filled_book()))
    assert found.chamber == books.CHAMBER
    assert str(found.chamber_id) == "0b1d7a55-0d6e-4ce3-9b3a-1a2b3c4d5e6f"


def test_without_hidden_sheet_chamber_and_period_may_be_known_by_the_files_name():
    data = damages.HARMLESS["cover_and_hidden_sheet_deleted"](books.filled_book())
    book = load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        sheet["A1"] = sheet.title
    del book[CARD]
    found = read(saved(book), "沙屿镇商会2031年第一季度.xlsx")
    assert (found.chamber, str(found.period), found.chamber_id) == ("沙屿镇商会", "2031-Q1", None)


def test_a_file_named_for_another_chamber_is_told():
    told = said(read(books.filled_book(), "沙屿镇商会3月.xlsx"))
    assert any("named for 沙屿镇商会" in text for text in told)


def test_titles_of_another_period_are_told():
    book = load_workbook(io.BytesIO(books.filled_book()))
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=2):
            for cell in row:
                if isinstance(cell.value, str) and sheet.sheet_state == "visible":
                    cell.value = cell.value.replace("2031年3月", "2030年12月")
    found = read(saved(book))
    assert str(found.period) == "2031-03"
    assert any("Its titles name 2030-12" in text for text in said(found))


def test_two_returns_in_one_workbook_are_told_apart():
    book = load_workbook(io.BytesIO(books.filled_book()))
    copied = book.copy_worksheet(book["_moushi"])
    for row in copied.iter_rows():
        if row[0].value == "id":
            row[1].value = "5d0c2f7e-3f0a-4f0e-8a44-9b1f0d3c2b1a"
    assert len(read(saved(book)).several) == 1  # of one chamber and period, sent twice
    assert read(books.filled_book()).several == ()


def test_a_form_that_is_not_known_here_is_told():
    found = read(books.filled_book(), forms=FORMS[1:])
    assert any("form “progress” is not known here" in text for text in said(found))
    assert any("The sheet “工作进展表” holds no table" in text for text in said(found))


def test_limits_are_of_the_unit_that_a_column_names():
    forms = (members_form(),)
    data = damages.HARMLESS["header_in_yuan"](books.filled_book())
    found = read(data, forms=forms)
    assert found.tables[0].rows[0].value("capital") == GOOD["members", 1, "capital"]


# -- what is no return ---------------------------------------------------------------------------------------


def saved(book: Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def listed(title: str, *rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return saved(book)


NO_RETURNS = {
    "a list of members": listed(
        "会员名册",
        ("鹭汀镇商会会员名册",),
        ("序号", "企业名称", "统一社会信用代码", "法定代表人", "联系人", "联系电话", "所属行业"),
        (1, "鹭汀海味食品有限公司", "91330900MA2A1B2C34", "方海波", "方海波", "13905800000", "水产加工"),
    ),
    "a task table": listed(
        "任务分解表",
        ("岚海县工商联2031年工作任务分解表",),
        ("序号", "类别", "工作任务", "责任单位", "完成时限"),
        (1, "服务", "走访会员企业。", "鹭汀镇商会", "2031年6月"),
    ),
    "a ledger": listed(
        "台账",
        ("走访企业台账",),
        ("序号", "日期", "类别", "活动名称", "地点", "参加人数"),
        (1, "2031-03-05", "走访企业", "走访船舶修造企业", "鹭汀", 6),
    ),
    "chambers": listed(
        "商会一览",
        ("商会名称", "所在乡镇", "成立日期", "会长", "秘书长"),
        ("鹭汀镇商会", "鹭汀镇", "2012-06-18", "方海波", "柳问渠"),
    ),
    "officers": listed(
        "名单", ("商会班子名册",), ("序号", "姓名", "职务", "联系电话"), (1, "方海波", "会长", "13905800000")
    ),
    "an empty workbook": listed("Sheet1"),
}


@pytest.mark.parametrize("name", NO_RETURNS)
def test_no_return_is(name):
    assert read_return(SourceFile(f"{name}.xlsx", NO_RETURNS[name]), FORMS) is None


# -- whatever is moved ---------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 2**32),
    titles=st.lists(
        st.text("岚海县基层商会统计表第一二三四季度附件ABC123。：", min_size=1, max_size=24), max_size=3
    ),
    blanks=st.integers(0, 3),
)
def test_wherever_rows_columns_and_sheets_go_the_cells_are_the_same(seed, titles, blanks):
    chance = random.Random(seed)
    book = load_workbook(io.BytesIO(books.filled_book()))
    for name in (PROGRESS, MEMBERS, OFFICERS, ACTIVITIES):
        sheet = book[name]
        head, data = tools.head_of(sheet), tools.data_rows(sheet)
        held = tools.taken(sheet)
        rows = held[data.start - 1 : data.stop - 1]
        chance.shuffle(rows)
        for _ in range(blanks):
            rows.insert(chance.randrange(len(rows) + 1), tools.line(*[None] * len(rows[0])))
        lines = [held[head - 1], *rows]
        places: list[int | None] = [*range(len(lines[0])), *[None] * chance.randrange(3)]
        chance.shuffle(places)
        lines = [[(None, "General") if p is None else row[p] for p in places] for row in lines]
        above = [tools.line(title) for title in titles]
        tools.put(sheet, [*held[: head - 1], *above, *lines])
        sheet.title = chance.choice((name, f"表{chance.randrange(99)}{name[:1]}"))
    chance.shuffle(book._sheets)  # type: ignore[attr-defined]
    assert books.values_of(read(saved(book))) == GOOD


def test_the_card_stands_for_the_chamber_whatever_its_form():
    for name in ("card_in_one_row", "card_moved", "card_with_values_below"):
        found = read(damages.HARMLESS[name](books.filled_book()))
        table = next(table for table in found.tables if table.table.rows is Rows.CHAMBER)
        assert [row.record for row in table.rows] == [books.record_of("chamber", 1)]

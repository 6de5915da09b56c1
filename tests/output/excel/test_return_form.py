"""A chamber's form as a workbook: what is asked can be typed in, the rest not, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from moushi.compile.return_document import ReturnDocument, ReturnRow, ReturnTable, read_hidden
from moushi.domain.numbers import shifted, unit_power
from moushi.domain.record import Scalar
from moushi.domain.return_book import HIDDEN_SHEET
from moushi.domain.returns import FieldType, FormField, FormTable, Rows
from moushi.errors import MoushiError
from moushi.intake.returns.values import read_cell
from moushi.output.excel.return_cells import shown
from moushi.output.excel.return_form import return_xlsx
from output.excel.reading import head_row, parts_of
from return_documents import SENDING, SOLD, document
from return_forms import ACTIVITY_KINDS, field, members_form


def book_of(made: ReturnDocument | None = None) -> Workbook:
    return load_workbook(BytesIO(return_xlsx(made or document())))


def cells_of(sheet: Worksheet, head: str) -> list:
    """The cells below a head, rows of their own only."""
    top = head_row(sheet)
    (column,) = (cell.column for cell in sheet[top] if str(cell.value).replace("\n", "") == head)
    return [sheet.cell(row, column) for row in range(top + 1, sheet.max_row + 1)]


def rule_at(sheet: Worksheet, ref: str) -> DataValidation:
    (rule,) = (each for each in sheet.data_validations.dataValidation if ref in each.sqref)
    return rule


def table_of(fields: tuple[FormField, ...], *rows: dict[str, Scalar], **more: object) -> ReturnDocument:
    """A document of one table with these values."""
    held = FormTable("own", "自己的表", Rows.MEMBERS, fields, blank=3, help="照着填。", **more)  # type: ignore[arg-type]
    made = document([members_form()])
    lines = tuple(ReturnRow(number, uuid4(), values) for number, values in enumerate(rows, 1))
    return replace(made, tables=(ReturnTable("members", 2, held, lines),))


# -- sheets ------------------------------------------------------------------------------------------------


def test_it_opens_on_the_cover_with_a_sheet_for_each_table_and_one_hidden():
    book = book_of()
    assert book.sheetnames == [
        "填报说明",
        "工作进展表",
        "会员变更表",
        "商会基本情况表",
        "商会班子名单",
        "活动登记表",
        HIDDEN_SHEET,
    ]
    assert book.active.title == "填报说明"
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 6 + ["hidden"]


def test_the_cover_says_what_by_when_to_whom_and_how():
    cover = book_of()["填报说明"]
    said = "\n".join(str(cell.value) for row in cover.iter_rows() for cell in row if cell.value)
    for told in (
        "2031年3月填报表",
        "鹭汀镇商会",
        "2031年3月25日（星期二）前",
        "云屿县工商业联合会",
        "禾小满　0580-7654321",
    ):
        assert told in said
    assert "不要转发到群里" in said  # phones are in it
    assert cover.column_dimensions["A"].width + cover.column_dimensions["B"].width < 60
    assert min(cell.font.sz for row in cover.iter_rows() for cell in row if cell.value) >= 14


def test_the_hidden_sheet_reads_back():
    sheet = book_of()[HIDDEN_SHEET]
    hidden = read_hidden(sheet.iter_rows(values_only=True))
    assert hidden
    assert hidden.id == SENDING
    assert hidden.rows["progress"][2] == SOLD.id
    assert hidden.forms == {"progress": 1, "members": 2, "chamber": 1, "activities": 1}


def test_tables_of_one_title_get_sheets_of_their_own_and_no_name_is_unfit():
    first, second = document([members_form()]).tables * 2
    second = replace(second, table=replace(second.table, title="会员/变更表"))
    made = replace(document(), tables=(first, second))
    assert book_of(made).sheetnames == ["填报说明", "会员变更表", "会员变更表（2）", HIDDEN_SHEET]


# -- what can be typed -------------------------------------------------------------------------------------


def test_asked_cells_are_open_and_all_others_locked_without_a_password():
    book = book_of()
    for sheet in book.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
    progress = book["工作进展表"]
    assert all(cell.protection.locked for cell in cells_of(progress, "工作任务"))
    assert not any(cell.protection.locked for cell in cells_of(progress, "本期完成"))
    protection = progress.protection
    free = (protection.formatColumns, protection.formatRows, protection.sort, protection.insertRows)
    assert free == (False,) * 4
    card = book["商会基本情况表"]
    assert [row[2].protection.locked for row in card.iter_rows(4)][:3] == [True, True, False]


def test_blank_rows_and_the_rows_below_take_what_is_typed_in_its_format():
    sheet = book_of()["会员变更表"]
    names, phones = cells_of(sheet, "*会员名称"), cells_of(sheet, "联系电话")
    assert len(names) == 1 + 12
    assert {cell.number_format for cell in phones} == {"@"}
    assert not any(cell.protection.locked for cell in phones)
    below = sheet.column_dimensions[phones[0].column_letter]
    assert below.number_format == "@"
    assert below.protection.locked is False


def test_rows_grow_as_they_are_typed_in_but_titles_keep_their_height():
    xml = parts_of(return_xlsx(document([members_form()])))["xl/worksheets/sheet2.xml"].decode()
    assert 'customHeight="1"' in xml.partition('<row r="3"')[2].partition(">")[0]
    assert "customHeight" not in xml.partition('<row r="5"')[2].partition(">")[0]


def test_heads_are_frozen_without_a_filter_and_repeated_on_a4():
    sheet = book_of()["会员变更表"]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref is None
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_the_help_is_no_wider_than_a_phone_and_nothing_is_merged_among_the_data():
    for sheet in book_of().worksheets[1:-1]:
        (merged,) = sheet.merged_cells.ranges
        assert (merged.min_col, merged.min_row, merged.max_row) == (1, 2, 2)
        letters = "ABCDEF"[: merged.max_col]
        assert sum(sheet.column_dimensions[letter].width for letter in letters) <= 62


def test_required_columns_are_marked_and_units_told_in_the_heads():
    sheet = book_of()["会员变更表"]
    heads = [str(cell.value).replace("\n", "") for cell in sheet[3]]
    assert heads[:3] == ["序号", "*会员名称", "*会员类别"]
    assert "注册资本（万元）" in heads
    assert "职工人数" in heads  # the unit is in the word


# -- values ------------------------------------------------------------------------------------------------


def test_values_stand_in_the_forms_units_and_formats():
    sheet = book_of()["工作进展表"]
    value = cells_of(sheet, "本期完成")[1]
    assert (value.value, value.number_format) == (12.3456, "General")
    assert cells_of(sheet, "目标")[1].value == 200
    told = cells_of(sheet, "进展情况")[1]
    assert (told.value, told.data_type, told.quotePrefix) == ("=1+1 不是算式", "s", True)
    activities = book_of()["活动登记表"]
    held = cells_of(activities, "*日期")[0]
    assert (held.value.date(), held.number_format) == (date(2031, 3, 9), "yyyy-mm-dd")
    assert cells_of(activities, "*类别")[0].value == "培训"
    assert cells_of(activities, "金额（元）")[0].value == 5000.5


def test_a_card_has_labels_beside_values():
    sheet = book_of()["商会基本情况表"]
    lines = {row[1].value: row[2] for row in sheet.iter_rows(4)}
    assert lines["商会名称"].value == "鹭汀镇商会"
    founded = lines["成立日期"]
    assert (founded.value.date(), founded.number_format) == (date(2006, 4, 9), "yyyy-mm-dd")
    assert lines["建有党支部"].value == "是"
    assert lines["会费收缴率"].number_format == "0.0%"
    assert lines["统一社会信用代码"].number_format == "@"


def test_a_number_of_more_digits_than_a_cell_holds_is_a_text():
    amount = field("sum", "金额", FieldType.AMOUNT, unit="元")
    made = table_of((amount,), {"sum": Decimal("12345678901234567.89")}, {"sum": Decimal("123456789012.5")})
    long, short = cells_of(book_of(made)["自己的表"], "金额（元）")[:2]
    assert (long.value, long.data_type) == ("12345678901234567.89", "s")
    assert (short.value, short.number_format) == (123456789012.5, "0.0")


def test_no_cell_is_a_formula_whatever_the_texts_begin_with():
    text = field("text", "内容")
    made = table_of((text,), *({"text": f"{sign}HYPERLINK(1)"} for sign in "=+-@＝"))
    for row in book_of(made)["自己的表"].iter_rows():
        assert all(cell.data_type != "f" for cell in row)
    assert all(b"<f>" not in data for name, data in parts_of(return_xlsx(made)).items())
    assert not [
        name for name in parts_of(return_xlsx(made)) if "vba" in name.lower() or "external" in name.lower()
    ]


def test_a_control_character_is_refused_with_its_cell():
    with pytest.raises(MoushiError, match="自己的表!B4"):
        return_xlsx(table_of((field("text", "内容"),), {"text": "渔\x07具"}))


def test_the_same_document_gives_the_same_bytes():
    assert return_xlsx(document()) == return_xlsx(document())


# -- rules -------------------------------------------------------------------------------------------------


def test_choices_are_lists_and_limits_say_in_chinese_what_is_wanted():
    sheet = book_of()["会员变更表"]
    kind = rule_at(sheet, cells_of(sheet, "*会员类别")[0].coordinate)
    assert (kind.type, kind.formula1) == ("list", '"企业,团体,个人"')
    assert kind.error == "“会员类别”只能从右边箭头里选，或者留空。"
    staff = rule_at(sheet, cells_of(sheet, "职工人数")[-1].coordinate)
    assert (staff.type, staff.formula1, staff.formula2) == ("whole", "0", "100000")
    assert staff.error == "“职工人数”要填0到100000之间的整数，单位：人。不要写文字。"
    assert staff.prompt == "只填整数，单位：人。"
    assert staff.allowBlank
    young = rule_at(sheet, cells_of(sheet, "新生代")[0].coordinate)
    assert young.formula1 == '"是,否"'
    code = rule_at(sheet, cells_of(sheet, "统一社会信用代码")[0].coordinate)
    assert (code.type, code.formula1) == ("textLength", "18")


def test_rules_go_on_below_the_last_row():
    sheet = book_of()["会员变更表"]
    last = cells_of(sheet, "入会日期")[-1]
    assert rule_at(sheet, f"{last.column_letter}{last.row + 500}").type == "date"


def test_each_row_of_progress_is_asked_in_its_own_unit():
    sheet = book_of()["工作进展表"]
    fairs, sold = cells_of(sheet, "累计完成")[:2]
    assert rule_at(sheet, fairs.coordinate).prompt == "只填数字，单位：场。"
    assert rule_at(sheet, sold.coordinate).prompt == "只填数字，单位：万元。"


def test_choices_too_long_for_a_rule_stand_on_the_hidden_sheet():
    choices = {f"第{n}种很长很长的会员类别，又名{n}": str(n) for n in range(20)}
    made = table_of((field("kind", "类别", FieldType.CHOICE, choices=choices),), {"kind": "3"})
    book = book_of(made)
    cell = cells_of(book["自己的表"], "类别")[0]
    assert cell.value == "第3种很长很长的会员类别，又名3"
    sheet, _, ref = rule_at(book["自己的表"], cell.coordinate).formula1.rpartition("!")
    assert sheet.strip("'") == HIDDEN_SHEET
    assert [c.value for row in book[HIDDEN_SHEET][ref.replace("$", "")] for c in row] == list(choices)
    assert read_hidden(book[HIDDEN_SHEET].iter_rows(values_only=True))


# -- properties --------------------------------------------------------------------------------------------

_FIELDS = (
    field("text", "内容"),
    field("whole", "人数", FieldType.WHOLE),
    field("decimal", "数", FieldType.DECIMAL),
    field("amount", "注册资本", FieldType.AMOUNT, unit="万元"),
    field("share", "比例", FieldType.SHARE),
    field("date", "日期", FieldType.DATE),
    field("phone", "电话", FieldType.PHONE),
    field("kind", "类别", FieldType.CHOICE, choices=ACTIVITY_KINDS),
    field("answer", "新生代", FieldType.ANSWER),
)
_texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40).filter(
    lambda text: text == text.strip() and not {"\ufffe", "\uffff"} & set(text)
)
_numbers = st.decimals(-(10**9), 10**9, places=4)
_row = st.fixed_dictionaries(
    {
        "text": _texts,
        "whole": st.none() | st.integers(-(10**9), 10**9),
        "decimal": st.none() | _numbers,
        "amount": st.none() | _numbers,
        "share": st.none() | st.decimals(0, 1, places=4),
        "date": st.none() | st.dates(date(1900, 3, 1), date(2199, 1, 1)),
        "phone": st.from_regex(r"[0-9]{3,4}-[0-9]{7,8}", fullmatch=True),
        "kind": st.sampled_from(sorted(ACTIVITY_KINDS.values())),
        "answer": st.booleans(),
    }
)


_READ: dict[FieldType, Callable[[FormField, Any], Scalar]] = {
    FieldType.CHOICE: lambda asked, read: asked.choices[read],
    FieldType.ANSWER: lambda _, read: read == "是",
    FieldType.WHOLE: lambda _, read: int(read),
    FieldType.DECIMAL: lambda _, read: Decimal(repr(read)),
    FieldType.SHARE: lambda _, read: Decimal(repr(read)),
    FieldType.AMOUNT: lambda asked, read: shifted(Decimal(repr(read)), unit_power(asked.unit)),
}
"""What calamine read, as the records hold it."""


def read_value(asked: FormField, read: object) -> Scalar:
    if read == "" and asked.type is not FieldType.TEXT:
        return None
    return _READ.get(asked.type, lambda _, value: value)(asked, read)


@given(
    st.integers(0, 10**9).map(Decimal),
    st.sampled_from(["元", "千元", "万元", "百万元", "千万元", "亿元", "万", "万亿元", "块", "万美元"]),
)
def test_an_amount_is_read_in_the_unit_in_which_it_goes_out(yuan, unit):
    asked = FormField("amount", "金额", FieldType.AMOUNT, unit=unit)
    read = read_cell(asked, float(shown(asked, yuan)))
    assert read.value == yuan


@given(st.lists(_row, min_size=1, max_size=4))
def test_what_goes_out_prefilled_comes_back_equal(rows):
    data = return_xlsx(table_of(_FIELDS, *rows))
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("自己的表").to_python()
    for number, (row, read) in enumerate(zip(rows, sheet[3:], strict=False), 1):
        assert read[0] == number
        came = {asked.key: read_value(asked, value) for asked, value in zip(_FIELDS, read[1:], strict=True)}
        assert came == row

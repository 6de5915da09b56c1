"""Damages to sheets and files, older forms, and what other programs write."""

from __future__ import annotations

import re

from openpyxl import Workbook
from openpyxl.comments import Comment
from tests.intake.damage_tools import (
    COVER,
    MEMBERS,
    OFFICERS,
    column_of,
    hard,
    head_of,
    is_sheet,
    last_of,
    raw,
    rename,
    soft,
)

from moushi.domain.return_book import HIDDEN_SHEET


@soft
def sheets_renamed(book: Workbook) -> None:
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.title != HIDDEN_SHEET:
            sheet.title = f"Sheet{number}"


@soft
def sheets_reordered(book: Workbook) -> None:
    book._sheets.reverse()  # type: ignore[attr-defined]


@soft
def sheets_added(book: Workbook) -> None:
    book.create_sheet("留言", 0)["B3"] = "小陈：表已填好，培训的照片另发。"
    book.create_sheet("Sheet3")


@soft
def hidden_sheet_renamed_and_shown(book: Workbook) -> None:
    sheet = book[HIDDEN_SHEET]
    sheet.title, sheet.sheet_state = "Sheet9", "visible"


@soft
def hidden_sheet_in_numbers(book: Workbook) -> None:
    for row in book[HIDDEN_SHEET].iter_rows():
        for cell in row:
            if str(cell.value).isdigit():
                cell.value, cell.number_format = float(str(cell.value)), "General"


@soft
def hidden_sheet_deleted(book: Workbook) -> None:
    del book[HIDDEN_SHEET]


@soft
def hidden_sheet_altered(book: Workbook) -> None:
    for row in book[HIDDEN_SHEET].iter_rows():
        if row[0].value == "period":
            row[1].value = "今年"


@soft
def hidden_sheet_of_another_chamber(book: Workbook) -> None:
    for row in book[HIDDEN_SHEET].iter_rows():
        if row[0].value == "chamber":
            row[1].value, row[2].value = "0b1d7a55-0d6e-4ce3-9b3a-1a2b3c4d5e6f", "沙屿镇商会"


@soft
def cover_deleted(book: Workbook) -> None:
    del book[COVER]


@soft
def cover_and_hidden_sheet_deleted(book: Workbook) -> None:
    del book[COVER]
    del book[HIDDEN_SHEET]


@soft
def copied_into_another_workbook(book: Workbook) -> None:
    del book[HIDDEN_SHEET]
    book.create_sheet("Sheet1", 0)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                form = cell.number_format
                cell.style = "Normal"
                cell.number_format = form


@soft
def sheet_copied(book: Workbook) -> None:
    book.copy_worksheet(book[MEMBERS])


@soft
def sheet_copied_hidden(book: Workbook) -> None:
    copied = book.copy_worksheet(book[MEMBERS])
    copied.sheet_state = "hidden"
    copied.cell(last_of(copied), 2).value = "旧名称有限公司"
    copied.cell(last_of(copied) + 1, 2).value = "多出来的有限公司"


@soft
def note_on_the_cover(book: Workbook) -> None:
    book[COVER]["D4"] = "本月培训改到下月办"


@soft
def comment_on_a_title(book: Workbook) -> None:
    book[MEMBERS]["A1"].comment = Comment("名单请核", "小陈")


@hard
def sheet_deleted(book: Workbook) -> None:
    del book[OFFICERS]


@hard
def sheet_copied_and_changed(book: Workbook) -> None:
    copied = book.copy_worksheet(book[MEMBERS])
    copied.cell(last_of(copied), column_of(copied, "联系人")).value = "另一个人"


@soft
def older_form(book: Workbook) -> None:
    _older(book)
    for row in book[HIDDEN_SHEET].iter_rows():
        if row[0].value == "form" and row[1].value == "members":
            row[2].value = "1"


@soft
def older_form_without_hidden_sheet(book: Workbook) -> None:
    _older(book)
    del book[HIDDEN_SHEET]


def _older(book: Workbook) -> None:
    sheet = book[MEMBERS]
    rename(sheet, lambda text: {"*会员名称": "单位", "联系电话": "手机号码"}.get(text, text))
    place = sheet.max_column + 1
    sheet.cell(head_of(sheet), place).value = "传真"
    sheet.cell(head_of(sheet) + 1, place).value = "0580-5550199"


@raw
def used_range_of_one_cell(name: str, part: bytes) -> bytes:
    return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A1"', part) if is_sheet(name) else part


@raw
def cells_without_places(name: str, part: bytes) -> bytes:
    """Rows keep their numbers, cells are counted; empty ones are there."""
    if not is_sheet(name):
        return part

    def row(found: re.Match[bytes]) -> bytes:
        cells = re.findall(rb'<c r="([A-Z]+)\d+"([^>]*?)(/>|>.*?</c>)', found[2], re.DOTALL)
        written, at = b"", 0
        for letters, attributes, rest in cells:
            place = 0
            for letter in letters:
                place = place * 26 + letter - 64
            written += b"<c/>" * (place - at - 1) + b"<c" + attributes + rest
            at = place
        return found[1] + written + b"</row>"

    return re.sub(rb"(<row [^>]*>)(.*?)</row>", row, part, flags=re.DOTALL)


@raw
def shared_texts_in_pieces(name: str, part: bytes) -> bytes:
    """Each shared text as two runs with a phonetic hint, as input methods leave them."""
    if name != "xl/sharedStrings.xml":
        return part
    split = re.compile(rb"<si><t[^>]*>([^<]*)</t></si>")

    def runs(found: re.Match[bytes]) -> bytes:
        text = found[1].decode()
        if "&" in text or len(text) < 2:
            return found[0]
        first, rest = text[:1].encode(), text[1:].encode()
        keep = b' xml:space="preserve"'
        return (
            b"<si><r><t%b>%b</t></r><r><rPr><b/></rPr><t%b>%b</t></r>" % (keep, first, keep, rest)
            + b'<rPh sb="0" eb="1"><t>yin</t></rPh></si>'
        )

    return split.sub(runs, part)


@raw
def comments_and_rules_dropped(name: str, part: bytes) -> bytes:
    if not is_sheet(name):
        return part
    part = re.sub(rb"<dataValidations.*?</dataValidations>", b"", part, flags=re.DOTALL)
    part = re.sub(rb"<sheetProtection[^>]*/>", b"", part)
    return re.sub(rb"<cols>.*?</cols>", b"", part, flags=re.DOTALL)

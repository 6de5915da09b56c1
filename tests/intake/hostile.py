"""Workbooks that somebody hostile, or something broken, sends: each under a name that tells what it is.

Over 400 lines: every hostile file in one list.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from intake.old_files import BOF, biff, compound, xls_book
from intake.workbooks import MAIN, OFFICE, ods, packed, parts_of, relations, styles, workbook, worksheet

HERE = Path(__file__).parent
HEADER = "".join(
    f'<c r="{column}1" t="inlineStr"><is><t>{name}</t></is></c>'
    for column, name in zip("ABC", ("企业名称", "联系人", "联系电话"), strict=True)
)
TEXT = 't="inlineStr"><is><t>远帆渔具有限公司</t></is>'
LIST = f'<row r="1">{HEADER}</row><row r="2"><c r="A2" {TEXT}</c></row>'
"""A list of one member, which would be taken in."""

_TEN_TIMES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS = f'<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">{_TEN_TIMES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_parts(rows: str = LIST, **parts: str | bytes) -> bytes:
    """The list with other parts; of their names `__` is a slash and `_x` the end .xml."""
    held = parts_of(rows)
    held.update({name.replace("__", "/").replace("_x", ".xml"): part for name, part in parts.items()})
    return packed(held)


def zip_bomb() -> bytes:
    return with_parts(xl__worksheets__sheet1_x=b" " * (40 * 2**20))


def laughs() -> bytes:
    sheet = worksheet(LIST.replace("远帆渔具有限公司", "&i;"))
    return with_parts(xl__worksheets__sheet1_x=LAUGHS + sheet)


def laughs_in_shared_texts() -> bytes:
    rows = LIST.replace(TEXT, 't="s"><v>0</v>')
    return with_parts(rows, xl__sharedStrings_x=f'{LAUGHS}<sst xmlns="{MAIN}"><si><t>&i;</t></si></sst>')


def laughs_in_the_workbook() -> bytes:
    whole = str(parts_of(LIST)["xl/workbook.xml"])
    return with_parts(xl__workbook_x=LAUGHS + whole.replace("表1", "&i;"))


def outside_entity() -> bytes:
    sheet = worksheet(LIST.replace("远帆渔具有限公司", "&a;"))
    return with_parts(xl__worksheets__sheet1_x=OUTSIDE + sheet)


def outside_entity_in_the_workbook() -> bytes:
    whole = str(parts_of(LIST)["xl/workbook.xml"])
    return with_parts(xl__workbook_x=OUTSIDE + whole.replace("表1", "&a;"))


def macros() -> bytes:
    return with_parts(xl__vbaProject_bin=b"x", **{"xl/vbaProject.bin": b"x"})


def stray_last_row() -> bytes:
    return workbook(LIST + '<row r="1048576"><c r="C1048576"><v>1</v></c></row>')


def stray_far_corner() -> bytes:
    return workbook(LIST + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def stray_in_quotes() -> bytes:
    return workbook(LIST + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")


def stray_on_lines() -> bytes:
    return workbook(LIST + '<row\nr="1048576"><c\nr = "XFD1048576"><v>1</v></c></row>')


def stray_behind_a_sign() -> bytes:
    return workbook(LIST + '<row r="1048576"><c a=">" r="XFD1048576"><v>1</v></c></row>')


def stray_in_a_sheet_elsewhere() -> bytes:
    parts = parts_of(LIST + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    parts["xl/other/first.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    parts["xl/_rels/workbook.xml.rels"] = relations(("worksheet", "other/first.xml"))
    return packed(parts)


def beyond_the_last_row() -> bytes:
    return workbook(LIST + '<row r="99999999"><c r="A99999999"><v>1</v></c></row>')


def million_blank_rows() -> bytes:
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in range(3, 1_048_577))
    return packed(parts_of(LIST + rows, formats=("0%",)))


def million_hidden_rows() -> bytes:
    rows = "".join(f'<row r="{number}" hidden="1"/>' for number in range(3, 1_048_577))
    return workbook(LIST + rows)


def all_columns() -> bytes:
    cells = '<c r="A{row}"><v>1</v></c><c r="XFD{row}"><v>1</v></c>'
    return workbook(LIST + "".join(f'<row r="{n}">{cells.format(row=n)}</row>' for n in range(3, 150)))


def many_styles() -> bytes:
    formats = [f'0.{"0" * (number % 20)}"家{number}"' for number in range(100_000)]
    return with_parts(xl__styles_x=styles(formats))


def many_comments() -> bytes:
    comment = '<comment ref="A{}" authorId="0"><text><t>批注</t></text></comment>'
    listed = "".join(map(comment.format, range(1, 100_100)))
    return with_parts(
        xl__comments1_x=f"<comments><authors/><commentList>{listed}</commentList></comments>",
        **{"xl/worksheets/_rels/sheet1.xml.rels": relations(("comments", "../comments1.xml"))},
    )


def formulas_without_results() -> bytes:
    cells = "".join(f"<row><c><f>A{number}</f></c></row>" for number in range(100_100))
    return workbook(LIST + cells)


def one_text_in_all_cells() -> bytes:
    cells = "".join(f'<c r="{letter}{{row}}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{row}">{cells.format(row=row)}</row>' for row in range(3, 2_000))
    return packed(parts_of(LIST + rows, shared=(f"<t>{'长' * 32_000}</t>",)))


def merged_over_one_another() -> bytes:
    merged = '<mergeCell ref="A1:CV10000"/>' * 1_000
    rows = LIST + '<row r="10000"><c r="CV10000"><v>1</v></c></row>'
    return workbook(worksheet(rows, foot=f"<mergeCells>{merged}</mergeCells>"))


def many_merged() -> bytes:
    merged = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(3, 100_100))
    return workbook(worksheet(LIST, foot=f"<mergeCells>{merged}</mergeCells>"))


def many_large_sheets() -> bytes:
    far = '<row r="1400"><c r="BAV1400"><v>1</v></c></row>'
    return packed(parts_of(LIST, *[far] * 40))


def many_listed_sheets() -> bytes:
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(300_000))
    return with_parts(
        xl__workbook_x=f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'
    )


def shared_text_out_of_range() -> bytes:
    return packed(parts_of(LIST + '<row r="3"><c r="A3" t="s"><v>7</v></c></row>', shared=("<t>甲</t>",)))


def broken_sheet() -> bytes:
    return with_parts(xl__worksheets__sheet1_x=worksheet(LIST)[:-60])


def unknown_encoding() -> bytes:
    sheet = worksheet(LIST)
    return with_parts(xl__worksheets__sheet1_x=f'<?xml version="1.0" encoding="UTF-99"?>{sheet}')


def in_utf_16() -> bytes:
    return with_parts(xl__worksheets__sheet1_x=worksheet(LIST).encode("utf-16"))


def broken_workbook() -> bytes:
    return with_parts(xl__workbook_x="<workbook><sheets>")


def broken_relations() -> bytes:
    return with_parts(**{"xl/_rels/workbook.xml.rels": "<Relationships>"})


def broken_shared_texts() -> bytes:
    rows = LIST.replace(TEXT, 't="s"><v>0</v>')
    return with_parts(rows, xl__sharedStrings_x="<sst><si><t>甲")


def broken_styles() -> bytes:
    return with_parts(xl__styles_x="<styleSheet><cellXfs><xf numFmtId=")


def no_sheet_part() -> bytes:
    parts = parts_of(LIST)
    del parts["xl/worksheets/sheet1.xml"]
    return packed(parts)


def truncated() -> bytes:
    return workbook(LIST)[:-40]


def truncated_within() -> bytes:
    return workbook(LIST)[: len(workbook(LIST)) // 2]


def wrong_checksum() -> bytes:
    data = bytearray(packed(parts_of(LIST), zipfile.ZIP_STORED))
    place = data.index("远帆".encode())
    data[place] ^= 0x01
    return bytes(data)


def encrypted_xlsx() -> bytes:
    return compound({"EncryptionInfo": bytes(2_000), "EncryptedPackage": bytes(6_000)})


def encrypted_zip() -> bytes:
    data = bytearray(workbook(LIST))
    for place, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begin = data.find(place)
        while begin >= 0:
            data[begin + at] |= 1
            begin = data.find(place, begin + 4)
    return bytes(data)


def encrypted_xls() -> bytes:
    return compound({"Workbook": biff((0x809, BOF), (0x2F, bytes(54)), (0x0A, b"")).ljust(5_000, b"\0")})


def xls_with_macros() -> bytes:
    data = biff((0x809, BOF), (0x0A, b"")).ljust(5_000, b"\0")
    return compound({"Workbook": data, "_VBA_PROJECT_CUR": bytes(5_000)})


def xls_far_corner() -> bytes:
    cell = struct.pack("<HHHd", 65_535, 255, 0, 1.0)
    return compound({"Workbook": xls_book(biff((0x203, cell)))})


def xls_one_text_in_all_cells() -> bytes:
    text = struct.pack("<IIHB", 1, 1, 4_000, 1) + "长".encode("utf-16-le") * 4_000
    cells = [(0xFD, struct.pack("<HHHI", row, column, 0, 0)) for row in range(4_000) for column in range(20)]
    return compound({"Workbook": xls_book(biff(*cells), (0xFC, text))})


def xls_endless_chain() -> bytes:
    data = bytearray((HERE / "seen.xls").read_bytes())
    (first,) = struct.unpack_from("<I", data, 76)
    at = (first + 1) * 512
    for number in range(4, 100):
        struct.pack_into("<I", data, at + 4 * number, number - 1)
    return bytes(data)


def xls_of_rubbish() -> bytes:
    data = bytearray((HERE / "seen.xls").read_bytes())
    for number in range(600, len(data), 7):
        data[number] = number % 251
    return bytes(data)


def xls_truncated() -> bytes:
    return (HERE / "seen.xls").read_bytes()[:3_000]


def ods_repeated() -> bytes:
    return ods(
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="1024" office:value-type="float" office:value="1"/>'
        "</table:table-row>"
    )


def ods_repeated_in_quotes() -> bytes:
    return ods(
        "<table:table-row table:number-rows-repeated='1048576'>"
        "<table:table-cell table:number-columns-repeated='1024' office:value-type='float' office:value='1'/>"
        "</table:table-row>"
    )


def ods_long_text_repeated() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="50" office:value-type="string"><text:p>'
    return ods(
        f'<table:table-row table:number-rows-repeated="20000">{cell}{"长" * 30_000}</text:p>'
        "</table:table-cell></table:table-row>"
    )


def ods_laughs() -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>&i;</text:p></table:table-cell>'
    return ods(f"<table:table-row>{cell}</table:table-row>", LAUGHS)


def ods_broken() -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office:"})


def xlsb() -> bytes:
    return packed({"xl/workbook.bin": b"x", "[Content_Types].xml": "<Types/>"})


def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(3_000)


def web_page() -> bytes:
    return "<html><table><tr><td>企业名称</td></tr></table></html>".encode()


def rubbish() -> bytes:
    return bytes(range(256)) * 40


def blanks() -> bytes:
    return b" \r\n" * 100


def nothing() -> bytes:
    return b""


def external_link_only() -> bytes:
    parts = parts_of('<row r="1"><c r="A1" t="str"><f>[1]Sheet1!A1</f><v></v></c></row>')
    parts["xl/externalLinks/externalLink1.xml"] = f'<externalLink xmlns="{MAIN}"/>'
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'<Relationships xmlns="{MAIN}"><Relationship Id="rId1" Type="{OFFICE}/externalLinkPath" '
        'Target="http://127.0.0.1:9/evil.xlsx" TargetMode="External"/></Relationships>'
    )
    return packed(parts)


HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb.xlsx": (zip_bomb, "far more than a document holds"),
    "billion laughs.xlsx": (laughs, "damaged"),
    "laughs in shared texts.xlsx": (laughs_in_shared_texts, "damaged"),
    "laughs in the workbook.xlsx": (laughs_in_the_workbook, "damaged"),
    "outside entity.xlsx": (outside_entity, "damaged"),
    "outside entity in the workbook.xlsx": (outside_entity_in_the_workbook, "damaged"),
    "external link.xlsx": (external_link_only, "no sheet has the columns"),
    "macros.xlsx": (macros, "holds macros"),
    "stray value in the last row.xlsx": (stray_last_row, "row 1048576 and column C"),
    "stray value in the far corner.xlsx": (stray_far_corner, "row 1048576 and column XFD"),
    "stray value in other quotes.xlsx": (stray_in_quotes, "row 1048576"),
    "stray value over lines.xlsx": (stray_on_lines, "row 1048576"),
    "stray value behind a sign.xlsx": (stray_behind_a_sign, "row 1048576"),
    "stray value in a sheet elsewhere.xlsx": (stray_in_a_sheet_elsewhere, "row 1048576"),
    "beyond the last row.xlsx": (beyond_the_last_row, "row 99999999"),
    "16384 columns.xlsx": (all_columns, "column XFD"),
    "comments.xlsx": (many_comments, "far more text"),
    "formulas without results.xlsx": (formulas_without_results, "far more text"),
    "one text in all cells.xlsx": (one_text_in_all_cells, "far more text"),
    "merged over one another.xlsx": (merged_over_one_another, "far more text"),
    "many merged.xlsx": (many_merged, "far more text"),
    "many large sheets.xlsx": (many_large_sheets, "row 1400"),
    "many listed sheets.xlsx": (many_listed_sheets, "far more text"),
    "broken sheet.xlsx": (broken_sheet, "damaged"),
    "in UTF-16.xlsx": (in_utf_16, "damaged"),
    "broken workbook.xlsx": (broken_workbook, "damaged"),
    "broken relations.xlsx": (broken_relations, "damaged"),
    "broken shared texts.xlsx": (broken_shared_texts, "damaged"),
    "broken styles.xlsx": (broken_styles, "damaged"),
    "shared text out of range.xlsx": (shared_text_out_of_range, "damaged"),
    "no sheet part.xlsx": (no_sheet_part, "damaged"),
    "truncated.xlsx": (truncated, "damaged or cut short"),
    "half.xlsx": (truncated_within, "damaged or cut short"),
    "wrong checksum.xlsx": (wrong_checksum, "damaged"),
    "encrypted.xlsx": (encrypted_xlsx, "password"),
    "encrypted parts.xlsx": (encrypted_zip, "password"),
    "encrypted.xls": (encrypted_xls, "password"),
    "macros.xls": (xls_with_macros, "holds macros"),
    "far corner.xls": (xls_far_corner, "row 65536 and column IV"),
    "one text in all cells.xls": (xls_one_text_in_all_cells, "far more text"),
    "endless chain.xls": (xls_endless_chain, "damaged"),
    "rubbish within.xls": (xls_of_rubbish, "password"),
    "truncated.xls": (xls_truncated, "password"),
    "repeated.ods": (ods_repeated, "row 1048576"),
    "repeated in other quotes.ods": (ods_repeated_in_quotes, "row 1048576"),
    "long text repeated.ods": (ods_long_text_repeated, "far more text"),
    "billion laughs.ods": (ods_laughs, "damaged"),
    "broken.ods": (ods_broken, "damaged"),
    "binary.xlsb": (xlsb, "binary workbook"),
    "picture.xlsx": (picture, "picture"),
    "web page.xls": (web_page, "web page"),
    "rubbish.xlsx": (rubbish, "damaged"),
    "blanks.xlsx": (blanks, "empty"),
    "nothing.xlsx": (nothing, "empty"),
}
"""What is refused, and what the one line about it says."""

HARMLESS: Mapping[str, Callable[[], bytes]] = {
    "a million blank rows.xlsx": million_blank_rows,
    "a million hidden rows.xlsx": million_hidden_rows,
    "styles.xlsx": many_styles,
    "unknown encoding.xlsx": unknown_encoding,
}
"""What looks hostile and holds a list all the same."""

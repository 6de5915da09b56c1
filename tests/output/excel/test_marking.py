"""A chamber's own workbook with marks: what is to be mended is seen, everything else is as it was."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from python_calamine import CalamineWorkbook

from moushi.changes.model import Severity
from moushi.domain.return_book import HIDDEN_SHEET, MARKS_SHEET, without_marks
from moushi.errors import MoushiError
from moushi.output.excel.marking import RED, YELLOW, Mark, is_xlsx, marked_copy
from moushi.output.excel.return_form import return_xlsx
from output.excel.raw_books import commented_book, parts_of, raw_book
from return_documents import document

SHEET = "会员变动"


def error(row, column, text="“员工数”看不出是多少", sheet=SHEET):
    return Mark(sheet, row, column, Severity.ERROR, text)


def warning(row, column, text="“电话”多了一位", sheet=SHEET):
    return Mark(sheet, row, column, Severity.WARNING, text)


def seen(data, sheet=SHEET):
    """The marked cells of a sheet: address → colour and comment."""
    page = load_workbook(BytesIO(data))[sheet]
    cells = [cell for row in page.iter_rows() for cell in row]
    return {
        cell.coordinate: (cell.fill.fgColor.rgb[2:], cell.comment.text if cell.comment else None)
        for cell in cells
        if cell.comment or (cell.fill.fill_type and str(cell.fill.fgColor.rgb)[2:] in (RED, YELLOW))
    }


def listed(data):
    page = load_workbook(BytesIO(data))[MARKS_SHEET]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def changed(before, after):
    old, new = parts_of(before), parts_of(after)
    assert old.keys() <= new.keys()
    return {name for name in new if old.get(name) != new[name]}


def well_formed(data):
    for name, part in parts_of(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)


# -- what is seen --------------------------------------------------------------------------------------------


def test_cells_are_coloured_and_say_what_is_to_be_mended():
    marked = marked_copy(
        return_xlsx(document()), [error(4, 2, sheet="会员变更表"), warning(5, 3, sheet="会员变更表")]
    )
    assert seen(marked, "会员变更表") == {
        "C5": (RED, "【请修改】“员工数”看不出是多少"),
        "D6": (YELLOW, "【请核对】“电话”多了一位"),
    }
    well_formed(marked)


def test_a_list_of_all_stands_on_a_sheet_of_its_own_with_links_and_the_file_opens_there():
    told = [
        warning(2, 0),
        error(0, 1),
        Mark("", None, None, Severity.WARNING, "有一行没有发回来：海风渔具厂"),
    ]
    marked = marked_copy(raw_book(), told)
    book = load_workbook(BytesIO(marked))
    assert book.sheetnames == [SHEET, "别的", MARKS_SHEET]
    assert book.active.title == MARKS_SHEET
    assert [bool(page.sheet_view.tabSelected) for page in book] == [False, False, True]
    (head, *lines) = listed(marked)
    assert head[0] == MARKS_SHEET
    assert head[1].startswith("红色 1 处请修改，黄色 2 处请核对，改好后把这个文件发回")
    assert lines == [
        [f"{SHEET} B1", "【请修改】“员工数”看不出是多少"],
        [f"{SHEET} A3", "【请核对】“电话”多了一位"],
        ["整个文件", "【请核对】有一行没有发回来：海风渔具厂"],
    ]
    page = book[MARKS_SHEET]
    assert page["A2"].hyperlink.location == f"'{SHEET}'!B1"
    assert page["A4"].hyperlink is None


def test_several_things_about_one_cell_are_one_comment_in_the_graver_colour():
    marked = marked_copy(raw_book(), [warning(2, 0), error(2, 0)])
    assert seen(marked) == {"A3": (RED, "【请核对】“电话”多了一位\n【请修改】“员工数”看不出是多少")}


def test_what_is_merged_is_marked_where_it_shows():
    merges = '<P:mergeCells count="1"><P:mergeCell ref="A3:B4"/></P:mergeCells>'
    assert list(seen(marked_copy(raw_book(after=merges), [error(3, 1)]))) == ["A3"]


def test_what_cannot_be_found_is_in_the_list_alone():
    marked = marked_copy(raw_book(), [error(1, 1, sheet="没有的")])
    assert listed(marked)[1] == ["没有的 B2", "【请修改】“员工数”看不出是多少"]
    assert load_workbook(BytesIO(marked))[MARKS_SHEET]["A2"].hyperlink is None


# -- everything else as it was -------------------------------------------------------------------------------


def test_only_the_parts_that_must_be_are_changed():
    before = raw_book()
    assert changed(before, marked_copy(before, [error(2, 0)])) == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/moushi1.xml",
        "xl/worksheets/sheet1.xml",
    }


def test_all_else_of_the_sheet_stays_values_formulas_protection_names_and_other_styles():
    before = raw_book()
    marked = marked_copy(before, [error(2, 0), error(2, 4), error(9, 1)])
    old, new = load_workbook(BytesIO(before)), load_workbook(BytesIO(marked))
    assert [[cell.value for cell in row] for row in new[SHEET]["A1:D3"]] == [
        [cell.value for cell in row] for row in old[SHEET]["A1:D3"]
    ]
    assert new[SHEET]["D3"].value == "=A3*2"
    assert new[SHEET].protection.sheet
    assert list(new.defined_names) == ["区"]
    assert new[SHEET]["A3"].number_format == '0"家"'
    assert new[SHEET]["A1"].fill.fill_type is None
    assert new[SHEET]["E3"].number_format == '0"家"'  # a new cell looks like its row
    assert new[SHEET]["B10"].number_format == "General"


def test_nothing_is_changed_where_nothing_is_marked():
    before = raw_book()
    assert parts_of(marked_copy(before, [])) == parts_of(before)


def test_comments_that_are_there_are_kept_and_added_to_and_threads_are_left_alone():
    before = commented_book()
    marked = marked_copy(before, [error(2, 0), error(2, 3), error(0, 0)])
    assert seen(marked) == {
        "A1": (RED, "【请修改】“员工数”看不出是多少"),
        "A3": (RED, "去年的数\n【请修改】“员工数”看不出是多少"),
        "D3": (RED, "[Threaded comment] 问一下"),
    }
    parts = parts_of(marked)
    drawing = parts["xl/drawings/vmlDrawing1.vml"].decode()
    assert drawing.count("<v:shape ") == 3
    assert 'id="_x0000_s1027"' in drawing
    assert drawing.count('id="_x0000_t202"') == 1
    assert "<br></font>" in drawing  # no well-formed XML, and left so
    assert not any(name.endswith("vmlDrawing2.vml") for name in parts)
    assert load_workbook(BytesIO(marked))[SHEET]["A3"].comment.author == "李某"


@pytest.mark.parametrize("prefix", ["", "x", "ns0"])
@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("styled", [False, True])
def test_other_dialects_and_prefixes_are_marked_alike(prefix, strict, styled):
    more = {} if styled else {"styles": None, "rows": "<P:row><P:c><P:v>7</P:v></P:c><P:c/></P:row>"}
    before = raw_book(prefix=prefix, strict=strict, **more)
    assert is_xlsx(before)
    marked = marked_copy(before, [error(0, 0), error(0, 1), warning(4, 2)])
    well_formed(marked)
    sheets = {each.name: each for each in CalamineWorkbook.from_filelike(BytesIO(marked)).sheets_metadata}
    assert list(sheets) == [SHEET, "别的", MARKS_SHEET]
    if not strict:  # openpyxl reads no Strict files
        assert {at: colour for at, (colour, _) in seen(marked).items()} == {
            "A1": RED,
            "B1": RED,
            "C5": YELLOW,
        }
    part = etree.fromstring(parts_of(marked)["xl/worksheets/sheet1.xml"])
    space = etree.QName(part).namespace
    assert {etree.QName(each).namespace for each in part.iter()} == {space}
    if strict:
        links = parts_of(marked)["xl/worksheets/_rels/sheet1.xml.rels"].decode()
        assert links.count("http://purl.oclc.org/ooxml/officeDocument/relationships/") == 2


def test_the_sheet_of_the_list_takes_another_name_where_the_chamber_has_one_of_that_name():
    marked = marked_copy(raw_book(name=MARKS_SHEET), [error(0, 0, sheet=MARKS_SHEET)])
    book = load_workbook(BytesIO(marked))
    assert book.sheetnames == [MARKS_SHEET, "别的", f"{MARKS_SHEET}（2）"]
    assert book[MARKS_SHEET]["A1"].value == "会员名称"


# -- marked again --------------------------------------------------------------------------------------------


def test_marking_again_leaves_only_what_still_holds():
    before = commented_book()
    first = marked_copy(before, [error(2, 0), error(0, 1), warning(8, 2)])
    again = marked_copy(first, [warning(0, 1, "差一点")])
    book = load_workbook(BytesIO(again))
    assert book.sheetnames == [SHEET, "别的", MARKS_SHEET]
    assert len(listed(again)) == 2
    page = book[SHEET]
    assert page["A3"].comment.text == "去年的数"
    assert page["B1"].comment.text == "【请核对】差一点"
    assert page["C9"].comment is None
    assert page["C9"].fill.fill_type is None
    assert (page["A3"].fill.fgColor.theme, page["A3"].fill.fgColor.tint) == (4, 0.5)  # as it was
    drawing = parts_of(again)["xl/drawings/vmlDrawing1.vml"].decode()
    assert drawing.count("<v:shape ") == 3


def test_marking_twice_with_the_same_is_marking_once():
    marks = [error(2, 0), warning(0, 1)]
    first = marked_copy(raw_book(), marks)
    again = marked_copy(first, marks)
    assert seen(again) == seen(first)
    assert listed(again) == listed(first)
    assert len(parts_of(again)) == len(parts_of(first))


def test_marks_are_known_again_after_another_program_has_saved_the_file():
    first = marked_copy(commented_book(), [error(2, 0), error(0, 1)])
    saved = BytesIO()
    load_workbook(BytesIO(first)).save(saved)  # shares the texts, names parts anew
    again = marked_copy(saved.getvalue(), [error(0, 1, "还是不对")])
    page = load_workbook(BytesIO(again))[SHEET]
    assert page["A3"].comment.text == "去年的数"
    assert page["B1"].comment.text == "【请修改】还是不对"
    assert load_workbook(BytesIO(again)).sheetnames == [SHEET, "别的", MARKS_SHEET]
    assert len(listed(again)) == 2
    assert page["A3"].fill.fgColor.theme == 4
    assert without_marks("去年的数\n【请修改】还是不对") == "去年的数"


def test_when_all_is_mended_the_list_says_so():
    again = marked_copy(marked_copy(raw_book(), [error(0, 1)]), [])
    assert listed(again) == [[MARKS_SHEET, "没有要修改的地方。"]]
    assert seen(again) == {}


# -- what cannot be marked -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"\xd0\xcf\x11\xe0" * 200, return_xlsx(document())[:2000]],
    ids=["empty", "no zip", "xls", "cut off"],
)
def test_what_is_no_xlsx_is_refused(data):
    assert not is_xlsx(data)
    with pytest.raises(MoushiError, match="cannot be marked"):
        marked_copy(data, [error(0, 0)])


def test_entities_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><P:comments DECLARED>&a;</P:comments>'
    data = raw_book(
        links='<Relationship Id="rId8" Type="R:comments" Target="../comments1.xml"/>',
        sheet_parts={"xl/comments1.xml": bomb},
    )
    with pytest.raises(MoushiError, match="cannot be marked"):
        marked_copy(data, [error(0, 0)])


def test_a_file_that_unpacks_to_too_much_is_refused():
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book, book.open("xl/big", "w") as part:
        for _ in range(300):
            part.write(bytes(2**20))
    with pytest.raises(MoushiError, match="cannot be marked"):
        marked_copy(target.getvalue(), [error(0, 0)])


# -- properties ----------------------------------------------------------------------------------------------

PLACES = st.tuples(st.integers(0, 40), st.integers(0, 30))


@st.composite
def books(draw):
    book = Workbook()
    page = book.active
    page.title = SHEET
    for row, column in draw(st.sets(PLACES, max_size=25)):
        cell = page.cell(row + 1, column + 1, draw(st.sampled_from(["甲", 7, 1.5, True, None, "=1+1"])))
        if draw(st.booleans()):
            cell.fill = PatternFill("solid", fgColor=draw(st.sampled_from(["FF00FF00", "FFE7ECF2"])))
        if draw(st.booleans()):
            cell.comment = Comment("自己的话", "李某")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def looks(data):
    page = load_workbook(BytesIO(data))[SHEET]
    return {
        cell.coordinate: (
            cell.value,
            cell.fill.fill_type and cell.fill.fgColor.rgb,
            cell.comment and cell.comment.text,
        )
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None or cell.fill.fill_type or cell.comment
    }


@settings(max_examples=60, deadline=None)
@given(books(), st.dictionaries(PLACES, st.sampled_from([Severity.ERROR, Severity.WARNING]), max_size=12))
def test_whatever_is_marked_just_that_is_seen_and_taken_off_again(data, places):
    marks = [Mark(SHEET, row, column, grave, f"第{row}行") for (row, column), grave in places.items()]
    marked = marked_copy(data, marks)
    well_formed(marked)
    before, after = looks(data), looks(marked)
    for (row, column), grave in places.items():
        at = load_workbook(BytesIO(data))[SHEET].cell(row + 1, column + 1).coordinate
        value, fill, comment = after.pop(at)
        old_value, _, old_comment = before.pop(at, (None, None, None))
        assert value == old_value
        assert fill == f"FF{RED if grave is Severity.ERROR else YELLOW}"
        assert comment.startswith(old_comment or "【")
        assert without_marks(comment) == (old_comment or "")
    assert after == before
    if marks:
        assert looks(marked_copy(marked, [])) == looks(data)


def test_the_hidden_sheet_by_which_a_return_is_known_is_as_it_was():
    before = return_xlsx(document())
    marked = marked_copy(before, [error(4, 2, sheet="会员变更表")])
    hidden = [
        [cell.value for cell in row] for row in load_workbook(BytesIO(before))[HIDDEN_SHEET].iter_rows()
    ]
    book = load_workbook(BytesIO(marked))
    assert [[cell.value for cell in row] for row in book[HIDDEN_SHEET].iter_rows()] == hidden
    assert book[HIDDEN_SHEET].sheet_state != "visible"

"""Over 400 lines: the cases of one reader stay together."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.docx_files import (
    abstract,
    deleted,
    docx,
    in_list,
    inserted,
    level,
    marked,
    num,
    paragraph,
    run,
    zipped,
)
from moushi.intake.docx_numbering import number_text
from moushi.intake.docx_text import Mark, article_lines, read_docx
from moushi.intake.source import SourceFile, UnreadableError
from moushi.intake.values import chinese_number


def texts(source: SourceFile) -> list[str]:
    return [paragraph.text for paragraph in read_docx(source).paragraphs]


def printed(source: SourceFile) -> list[str]:
    return [paragraph.printed for paragraph in read_docx(source).paragraphs]


# -- text ----------------------------------------------------------------------------------------------------


def test_a_document_of_python_docx_reads_as_written() -> None:
    made = python_docx.Document()
    made.add_heading("新年打算", 1)
    made.add_paragraph("办两场渔具展。").add_run("再办一场。").bold = True
    buffer = io.BytesIO()
    made.save(buffer)
    heading, body = read_docx(SourceFile("a.docx", buffer.getvalue())).paragraphs
    assert (heading.text, heading.level, heading.style) == ("新年打算", 1, "heading 1")
    assert (body.text, body.level, body.style, body.index) == ("办两场渔具展。再办一场。", None, "Normal", 2)


def test_tracked_changes_read_as_accepted() -> None:
    content = run("办") + deleted("一场") + inserted("两场") + run("展")
    moved = f'<w:moveTo w:id="3">{run("会")}</w:moveTo><w:moveFrom w:id="4">{run("会")}</w:moveFrom>'
    assert texts(docx(paragraph(content + moved))) == ["办两场展会"]


def test_a_document_all_in_tracked_insertions_is_read() -> None:
    assert texts(docx(paragraph(inserted("全是新写的。")))) == ["全是新写的。"]


def test_paragraphs_whose_mark_is_deleted_are_one() -> None:
    gone = '<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'
    source = docx(paragraph("上半句，", gone), paragraph("下半句。"), paragraph("第二段。"))
    assert texts(source) == ["上半句，下半句。", "第二段。"]


def test_a_paragraph_deleted_whole_leaves_nothing() -> None:
    gone = '<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'
    assert texts(docx(paragraph(deleted("删去的一段。"), gone), paragraph("留下。"))) == ["留下。"]
    assert texts(docx(paragraph("留下。"), paragraph(deleted("删去的一段。"), gone))) == ["留下。"]


def test_a_deleted_table_row_is_left_out_and_cells_are_read_in_order() -> None:
    def row(*cells: str, properties: str = "") -> str:
        inner = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"

    table = f"<w:tbl>{row('甲', '乙')}{row('丙', properties='<w:del/>')}{row('丁')}</w:tbl>"
    assert texts(docx(paragraph("前"), table, paragraph("后"))) == ["前", "甲", "乙", "丁", "后"]


def test_a_text_box_is_read_once_before_its_paragraph() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"

    new = f"<mc:Choice><wps:txbx>{box('框里的题目')}</wps:txbx></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box('旧格式的题目')}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    assert texts(docx(paragraph(run("正") + both + run("文")))) == ["框里的题目", "正文"]


def test_content_controls_links_and_ruby_give_their_text_and_placeholders_none() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    hint = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('点此输入')}</w:sdtContent></w:sdt>"
    )
    link = f"<w:hyperlink>{run('链接')}</w:hyperlink>"
    ruby = f"<w:r><w:ruby><w:rt>{run('yu')}</w:rt><w:rubyBase>{run('屿')}</w:rubyBase></w:ruby></w:r>"
    block = f"<w:sdt><w:sdtContent>{paragraph('整段')}</w:sdtContent></w:sdt>"
    assert texts(docx(paragraph(control + hint + link + ruby), block)) == ["控件链接屿", "整段"]


def field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char("begin") + instruction + run("码") + char("separate") + result + char("end")


def test_fields_give_their_result_and_not_their_code() -> None:
    simple = f'<w:fldSimple w:instr="DATE">{run("今天")}</w:fldSimple>'
    nested = field("IF", field("PAGE", run("三")))
    assert texts(docx(paragraph(run("第") + nested + run("页") + simple))) == ["第三页今天"]


def test_a_field_that_never_ends_loses_no_text() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(docx(paragraph(broken + run("正文")), paragraph("还在"))) == ["正文", "还在"]


def test_tabs_and_line_breaks_are_blanks_and_page_breaks_nothing() -> None:
    content = run("甲") + "<w:r><w:tab/><w:t>乙</w:t><w:br/></w:r>" + '<w:r><w:br w:type="column"/></w:r>'
    assert texts(docx(paragraph(content + run("丙") + "<w:r><w:noBreakHyphen/></w:r>"))) == ["甲\t乙\n丙-"]


def test_wingdings_signs_become_characters() -> None:
    square = '<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>'
    assert texts(docx(paragraph(square + run("记者 林小舟")))) == ["□记者 林小舟"]


def test_strict_documents_are_read_alike() -> None:
    source = docx(
        in_list("一件事"), numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0), strict=True
    )
    assert printed(source) == ["1.一件事"]


def test_comments_notes_and_hidden_text_are_told_and_left_out() -> None:
    source = docx(paragraph(run("看得见") + run("看不见", "<w:vanish/>")), comments=2, notes=1)
    document = read_docx(source)
    assert [p.text for p in document.paragraphs] == ["看得见"]
    assert [str(finding.message) for finding in document.findings] == [
        "2 comments stand beside the text and were left out.",
        "1 footnotes or endnotes were left out.",
        "3 characters of hidden text were left out.",
    ]


def test_styles_give_name_and_outline_level_through_those_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="正文"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="一级"/><w:basedOn w:val="a"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="次级"/><w:basedOn w:val="b"/></w:style>'
    )
    source = docx(
        paragraph("甲"),
        paragraph("乙", '<w:pStyle w:val="c"/>'),
        paragraph("丙", '<w:pStyle w:val="c"/><w:outlineLvl w:val="9"/>'),
        styles=styles,
    )
    found = [(p.style, p.level) for p in read_docx(source).paragraphs]
    assert found == [("正文", None), ("次级", 2), ("次级", None)]


def test_bold_words_at_the_beginning_are_counted() -> None:
    (found,) = read_docx(docx(paragraph(run("强化引领。", "<w:b/>") + run("办学堂。")))).paragraphs
    assert found.bold == 5


def test_custom_properties_are_read() -> None:
    assert read_docx(docx(paragraph("甲"), properties={"moushi-export": "e1"})).properties == {
        "moushi-export": "e1"
    }


def test_article_lines_keep_places_and_break_at_line_breaks() -> None:
    source = docx(paragraph(run("上") + "<w:r><w:br/></w:r>" + run("下")), paragraph(""), paragraph("末"))
    assert article_lines(read_docx(source).paragraphs) == [("上", "1:1"), ("下", "1:3"), ("末", "3:1")]


# -- marks ---------------------------------------------------------------------------------------------------


def test_marks_tell_their_characters() -> None:
    (found,) = read_docx(docx(paragraph(run("前") + marked("_a", run("里面"), 1) + run("后")))).paragraphs
    assert found.marks == (Mark("_a", 1, 3),)


def test_a_mark_over_several_paragraphs_has_a_part_in_each() -> None:
    first = run("头") + '<w:bookmarkStart w:id="1" w:name="_a"/>' + run("甲")
    last = run("丙") + '<w:bookmarkEnd w:id="1"/>' + run("尾")
    found = read_docx(docx(paragraph(first), paragraph("乙"), paragraph(last))).paragraphs
    assert [p.marks for p in found] == [(Mark("_a", 1, 2),), (Mark("_a", 0, 1),), (Mark("_a", 0, 1),)]


def test_a_mark_that_ends_between_paragraphs_ends_with_the_one_before() -> None:
    source = docx(
        '<w:bookmarkStart w:id="1" w:name="_a"/>',
        paragraph("甲"),
        '<w:bookmarkEnd w:id="1"/>',
        paragraph("乙"),
    )
    assert [p.marks for p in read_docx(source).paragraphs] == [(Mark("_a", 0, 1),), ()]


def test_a_mark_that_ends_where_the_next_paragraph_begins_has_no_part_in_it() -> None:
    first = '<w:bookmarkStart w:id="1" w:name="_a"/>' + run("甲")
    source = docx(paragraph(first), paragraph('<w:bookmarkEnd w:id="1"/>' + run("乙")))
    assert [p.marks for p in read_docx(source).paragraphs] == [(Mark("_a", 0, 1),), ()]


def test_a_mark_round_deleted_text_is_empty() -> None:
    (found,) = read_docx(docx(paragraph(run("甲") + marked("_a", deleted("乙"), 1)))).paragraphs
    assert found.marks == (Mark("_a", 1, 1),)


# -- numbers -------------------------------------------------------------------------------------------------


@given(st.integers(1, 9999))
def test_chinese_numbers_are_read_back_as_they_were_written(value: int) -> None:
    for form in (
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCountingThousand",
        "ideographDigital",
    ):
        assert chinese_number(number_text(value, form)) == value


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseCountingThousand", 10_010, "一万零一十"),
        ("japaneseCounting", 111, "百十一"),
        ("japaneseCounting", 23, "二十三"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("ideographEnclosedCircle", 1, "㈠"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 1, "a"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("none", 3, ""),
        ("somethingNew", 3, "3"),
        ("upperLetter", 2_000_000_000, "2000000000"),
    ],
)
def test_number_formats_look_as_in_word(form: str, value: int, shown: str) -> None:
    assert number_text(value, form) == shown


OFFICIAL = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)


def test_deeper_levels_begin_again_under_a_new_heading() -> None:
    levels = [0, 1, 2, 2, 1, 2, 0, 1, 2, 3, 3]
    source = docx(*(in_list("事", level=at) for at in levels), numbering=OFFICIAL + num(1, 0))
    assert [p.number for p in read_docx(source).paragraphs] == [
        *("一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）", "1.", "①", "②")
    ]


def test_levels_join_their_numbers_and_a_legal_level_writes_them_in_digits() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", more="<w:isLgl/>"),
        level(2, "decimal", "%1-%3"),
    )
    source = docx(
        in_list("章"), in_list("节", level=1), in_list("目", level=2), numbering=numbering + num(1, 0)
    )
    assert [p.printed for p in read_docx(source).paragraphs] == ["第一章 章", "1.1 节", "一-1 目"]


def test_a_level_can_refuse_to_begin_again_or_wait_for_a_higher_one() -> None:
    numbering = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3]", more='<w:lvlRestart w:val="1"/>'),
    )
    source = docx(
        *(in_list("", level=at) for at in (0, 1, 2, 1, 2, 0, 1, 2)), numbering=numbering + num(1, 0)
    )
    assert [p.number for p in read_docx(source).paragraphs] == [
        "1.",
        "1)",
        "1]",
        "2)",
        "2]",
        "2.",
        "3)",
        "1]",
    ]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, again)
    source = docx(*(in_list("", list_id) for list_id in (1, 1, 2, 3, 3, 1)), numbering=numbering)
    assert [p.number for p in read_docx(source).paragraphs] == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_override_can_replace_a_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0, other)
    source = docx(in_list(""), in_list(""), numbering=numbering)
    assert [p.number for p in read_docx(source).paragraphs] == ["C)", "D)"]


def test_numbers_come_from_paragraph_styles_and_can_be_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="我的"/><w:basedOn w:val="h2"/></w:style>'
    )
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="h2"/>'),
    )
    source = docx(
        paragraph("总", '<w:pStyle w:val="h1"/>'),
        paragraph("分", '<w:pStyle w:val="h2"/>'),
        paragraph("又", '<w:pStyle w:val="h3"/>'),
        paragraph("无", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        paragraph("再", '<w:pStyle w:val="h1"/>'),
        numbering=numbering + num(1, 0),
        styles=styles,
    )
    found = [(p.printed, p.level) for p in read_docx(source).paragraphs]
    assert found == [("一、总", 1), ("（一）分", 2), ("（二）又", None), ("无", 1), ("二、再", 1)]


def test_a_list_style_leads_to_its_definition() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="公文"><w:name w:val="公文"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="公文"/>')
        + abstract(1, more='<w:numStyleLink w:val="公文"/>')
        + num(1, 0)
        + num(2, 1)
    )
    source = docx(in_list("甲", 2), in_list("乙", 2), numbering=numbering, styles=styles)
    assert printed(source) == ["一、甲", "二、乙"]


def test_the_blank_after_a_number_is_as_wide_as_reading_needs() -> None:
    def shown(text: str, suffix: str = "") -> str:
        more = f'<w:suff w:val="{suffix}"/>' if suffix else ""
        return printed(
            docx(in_list("事"), numbering=abstract(0, level(0, "decimal", text, more=more)) + num(1, 0))
        )[0]

    assert shown("%1.") == "1.事"
    assert shown("%1") == "1 事"
    assert shown("%1.", "space") == "1. 事"
    assert shown("%1", "nothing") == "1事"


def test_bullets_are_no_numbers_and_unknown_lists_none() -> None:
    source = docx(
        in_list("甲"), in_list("乙", 7), numbering=abstract(0, level(0, "bullet", "\uf0b7")) + num(1, 0)
    )
    assert printed(source) == ["甲", "乙"]


def test_deleted_paragraphs_are_not_counted() -> None:
    gone = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'
    source = docx(
        in_list("甲"),
        paragraph(deleted("乙"), gone),
        in_list("丙"),
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    )
    assert printed(source) == ["1.甲", "2.丙"]


# -- damage --------------------------------------------------------------------------------------------------


def cut(source: SourceFile) -> SourceFile:
    return SourceFile(source.name, source.data[: len(source.data) // 2])


def with_doctype() -> SourceFile:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    xml = f'{bomb}<w:document xmlns:w="urn:x"><w:body>&b;</w:body></w:document>'
    return zipped({"word/document.xml": xml})


def with_damaged_part() -> SourceFile:
    source = docx(paragraph("正文" * 500))
    at = source.data.index(b"word/document.xml") + 60
    return SourceFile(source.name, source.data[:at] + b"\0\0\0\0" + source.data[at + 4 :])


@pytest.mark.parametrize(
    "source",
    [
        cut(docx(paragraph("正文"))),
        zipped({"word/other.xml": "<x/>"}),
        zipped({"word/document.xml": "<w:document"}),
        zipped({"word/document.xml": ""}),
        with_doctype(),
        with_damaged_part(),
        zipped({"word/document.xml": "<x/>", "word/styles.xml": "no xml"}),
    ],
    ids=["cut", "no main part", "cut xml", "empty xml", "doctype", "damaged", "styles"],
)
def test_damaged_files_give_one_clear_line(source: SourceFile) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_docx(source)
    assert str(caught.value) == "plan.docx: the file is damaged or cut short. Ask the sender for it again."


def test_a_locked_file_says_so() -> None:
    source = docx(paragraph("正文"))
    data = bytearray(source.data)
    with zipfile.ZipFile(io.BytesIO(source.data)) as package:
        start = package.start_dir
    data[6] |= 1
    data[start + 8] |= 1
    with pytest.raises(UnreadableError, match="password"):
        read_docx(SourceFile("plan.docx", bytes(data)))


def test_deep_nesting_and_a_foreign_body_do_no_harm() -> None:
    deep = "<w:smartTag>" * 200 + run("深") + "</w:smartTag>" * 200
    assert texts(docx(paragraph(deep))) == ["深"]
    assert texts(zipped({"word/document.xml": "<x/>"})) == []


# -- properties ----------------------------------------------------------------------------------------------

words = st.text(st.sampled_from("渔港商会办两场展，。；“”1 A&<"), min_size=1, max_size=6)
pieces = st.lists(st.tuples(st.sampled_from(("kept", "inserted", "deleted")), words), max_size=8)


@given(st.lists(pieces, min_size=1, max_size=4))
def test_any_mixture_of_tracked_changes_gives_the_accepted_text(
    paragraphs: list[list[tuple[str, str]]],
) -> None:
    make = {"kept": run, "inserted": inserted, "deleted": deleted}
    source = docx(*(paragraph("".join(make[kind](text) for kind, text in parts)) for parts in paragraphs))
    accepted = ["".join(text for kind, text in parts if kind != "deleted") for parts in paragraphs]
    assert texts(source) == accepted


@given(st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=6))
def test_paragraphs_run_on_where_their_marks_are_deleted(parts: list[tuple[str, bool]]) -> None:
    gone = '<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'
    source = docx(*(paragraph(run(text), gone if merged else "") for text, merged in parts))
    joined = "".join(text + ("" if merged else "\n") for text, merged in parts)
    assert texts(source) == joined.removesuffix("\n").split("\n")


@given(st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=8))
def test_every_mark_holds_the_words_it_was_put_round(parts: list[tuple[str, bool]]) -> None:
    content = "".join(
        marked(f"_m{number}", run(text), number) if is_marked else run(text)
        for number, (text, is_marked) in enumerate(parts)
    )
    (found,) = read_docx(docx(paragraph(content))).paragraphs
    held = {mark.name: found.text[mark.start : mark.end] for mark in found.marks}
    assert held == {f"_m{number}": text for number, (text, is_marked) in enumerate(parts) if is_marked}

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.docx_files import abstract, docx, in_list, level, num, paragraph, run
from moushi.changes.model import Source
from moushi.domain.kinds import PassageKind
from moushi.domain.records import PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.docx_text import DocxParagraph, read_docx
from moushi.intake.official import is_official_plan, read_official, typed_plan
from moushi.intake.proposing import propose
from moushi.intake.reading import ReadItem, ReadPage, ReadPassage, ReadTheme

TITLE = "云屿县工商联2031年工作要点"
PREAMBLE = "2031年，云屿县工商联工作的总体要求是：听民营企业说话，替民营企业办事。"
BODY = (
    "一、强化思想引领",
    "（一）办好渔港夜校。全年办两期，每期不少于四十人。（责任单位：会员部、办公室；完成时限：6月底前）",
    "（二）讲好船老大的故事。请十位船老大上台讲课。",
    "二、建强基层商会",
    "（一）推进换届",
    "1.完成鹭汀镇商会换届。",
    "2.指导白礁乡商会做好筹备工作。",
    "（二）规范运行",
    "每季度召开一次商会秘书长例会。",
)
TAIL = ("云屿县工商业联合会", "2031年1月15日")


def typed(*lines: str) -> list[DocxParagraph]:
    return list(read_docx(docx(*map(paragraph, lines))).paragraphs)


def read(*lines: str, name: str = "要点.docx") -> ReadPage:
    return read_official(typed(*lines), name)


def themes(page: ReadPage) -> list[ReadTheme]:
    return [block for section in page.sections for block in section.blocks if isinstance(block, ReadTheme)]


def items(page: ReadPage) -> list[ReadItem]:
    return [item for theme in themes(page) for item in theme.items]


def passages(page: ReadPage) -> list[tuple[PassageKind, str]]:
    blocks = [block for section in page.sections for block in section.blocks]
    return [(block.kind, block.text) for block in blocks if isinstance(block, ReadPassage)]


def outline(page: ReadPage) -> list[tuple[str, list[str]]]:
    return [(theme.lead, [item.text for item in theme.items]) for theme in themes(page)]


OUTLINE = [
    (BODY[0], list(BODY[1:3])),
    (BODY[3], []),
    (BODY[4], list(BODY[5:7])),
    (BODY[7], [BODY[8]]),
]


def test_an_official_paper_is_read_with_title_preamble_themes_items_and_tail() -> None:
    page = read(TITLE, "（2031年1月）", PREAMBLE, *BODY, *TAIL)
    assert (page.headline, page.kicker, page.year) == (TITLE, "", 2031)
    assert page.sections[0].federation == "云屿县工商联"
    assert outline(page) == OUTLINE
    assert passages(page) == [
        (PassageKind.OTHER, "（2031年1月）"),
        (PassageKind.OPENING, PREAMBLE),
        (PassageKind.OTHER, TAIL[0]),
        (PassageKind.OTHER, TAIL[1]),
    ]


def test_labels_and_short_titles_leave_the_numbers_out() -> None:
    page = read(TITLE, *BODY)
    assert [theme.label for theme in themes(page)] == ["强化思想引领", "建强基层商会", "推进换届", "规范运行"]
    assert [item.short_title for item in items(page)] == ["办好渔港夜校", "讲好船老大的故事", "", "", ""]
    assert all(item.begins_paragraph for item in items(page))
    assert items(page)[0].where == "3:1"


def test_remarks_give_units_and_days_and_stay_in_the_text() -> None:
    first = items(read(TITLE, *BODY))[0]
    assert first.units == ("会员部", "办公室")
    assert first.due_on == date(2031, 6, 30)
    assert first.text == BODY[1]


@pytest.mark.parametrize(
    ("text", "units", "leader", "responsible", "due_on"),
    [
        ("办学堂。（牵头单位：会员部；配合单位：办公室）", ("会员部", "办公室"), "", "", None),
        ("办学堂。（配合单位：办公室，牵头单位：会员部）", ("会员部", "办公室"), "", "", None),
        ("办学堂（责任单位：会员部（党建办））。", ("会员部（党建办）",), "", "", None),
        ("办学堂。（责任单位：会员部）（完成时限：年底前）", ("会员部",), "", "", date(2031, 12, 31)),
        ("办学堂。责任单位：会员部；责任人：禾小满。", ("会员部",), "", "禾小满", None),
        ("办学堂。【牵头领导：田一苇，完成时间：2031.5.20】", (), "田一苇", "", date(2031, 5, 20)),
        ("办学堂（含夜校）。", (), "", "", None),
    ],
)
def test_remarks_are_recognised(text, units, leader, responsible, due_on) -> None:
    (item,) = items(read(TITLE, "一、思想引领", f"（一）{text}"))
    assert (item.units, item.leader, item.responsible, item.due_on) == (units, leader, responsible, due_on)
    assert item.text == f"（一）{text}"


def test_a_remark_in_a_paragraph_of_its_own_belongs_to_the_item_before() -> None:
    page = read(TITLE, "一、思想引领", "（一）办学堂，请专家。", "责任单位：会员部；完成时限：全年")
    (item,) = items(page)
    assert item.units == ("会员部",)
    assert item.text == "（一）办学堂，请专家。责任单位：会员部；完成时限：全年"
    (finding,) = page.findings
    assert "全年" in str(finding.message)
    assert finding.where == "4:1"


AUTOMATIC = abstract(
    0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
) + num(1, 0)


def test_automatic_numbers_read_like_typed_ones() -> None:
    levels = (0, 1, 1, 0, 1, 2, 2, 1, None)
    bare = [line.lstrip("一二12（）、.") for line in BODY]
    lines = [
        paragraph(text) if at is None else in_list(text, 1, at) for text, at in zip(bare, levels, strict=True)
    ]
    source = docx(paragraph(TITLE), paragraph(PREAMBLE), *lines, numbering=AUTOMATIC)
    paragraphs = read_docx(source).paragraphs
    assert is_official_plan(paragraphs)
    assert outline(read_official(paragraphs, "a.docx")) == OUTLINE


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2, 3)
)


def test_heading_styles_without_numbers_make_themes() -> None:
    def heading(text: str, at: int) -> str:
        return paragraph(text, f'<w:pStyle w:val="h{at}"/>')

    source = docx(
        heading(TITLE, 1),
        paragraph(PREAMBLE),
        heading("强化思想引领", 2),
        paragraph("办好渔港夜校。"),
        heading("建强基层商会", 2),
        heading("推进换届", 3),
        paragraph("完成鹭汀镇商会换届。"),
        styles=STYLES,
    )
    paragraphs = read_docx(source).paragraphs
    assert is_official_plan(paragraphs)
    page = read_official(paragraphs, "a.docx")
    assert page.headline == TITLE
    assert outline(page) == [
        ("强化思想引领", ["办好渔港夜校。"]),
        ("建强基层商会", ["推进换届\n完成鹭汀镇商会换届。"]),
    ]
    assert items(page)[1].short_title == "推进换届"


def styled(*lines: tuple[int, str]) -> ReadPage:
    body = [paragraph(text, f'<w:pStyle w:val="h{at}"/>' if at else "") for at, text in lines]
    return read_official(read_docx(docx(paragraph(TITLE), *body, styles=STYLES)).paragraphs, "a.docx")


def test_lower_heading_styles_head_the_items_of_the_theme_above() -> None:
    page = styled(
        (1, "强化思想引领"),
        (2, "办好夜校"),
        (0, "全年办两期。（责任单位：会员部；完成时限：6月底前）"),
        (0, "每期四十人。"),
        (2, "讲好故事"),
        (1, "建强基层商会"),
        (0, "按月推进。"),
        (2, "推进换届"),
        (3, "鹭汀镇"),
        (0, "三月开会。"),
        (2, "规范运行"),
    )
    assert outline(page) == [
        (
            "强化思想引领",
            ["办好夜校\n全年办两期。（责任单位：会员部；完成时限：6月底前）", "每期四十人。", "讲好故事"],
        ),
        ("建强基层商会", ["按月推进。", "推进换届\n鹭汀镇\n三月开会。", "规范运行"]),
    ]
    assert [item.short_title for item in items(page)] == ["办好夜校", "", "", "", "鹭汀镇", ""]
    assert (items(page)[0].units, items(page)[0].due_on) == (("会员部",), date(2031, 6, 30))


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["办夜校", "开会。", "一、引领"])), max_size=9))
def test_no_line_under_heading_styles_is_lost(lines: list[tuple[int, str]]) -> None:
    page = styled((1, "强化思想引领"), *lines)
    kept = "".join(theme.lead + "".join(item.text for item in theme.items) for theme in themes(page))
    assert kept.replace("\n", "") == "强化思想引领" + "".join(text for _, text in lines)


def test_bold_words_head_an_item_and_a_bold_line_is_a_heading() -> None:
    source = docx(
        paragraph(TITLE),
        paragraph("一、思想引领"),
        paragraph(run("办好夜校，", "<w:b/>") + run("全年两期。")),
        paragraph(run("总体安排", "<w:b/>")),
        paragraph("按月推进。"),
    )
    page = read_official(read_docx(source).paragraphs, "a.docx")
    assert [item.short_title for item in items(page)] == ["办好夜校", ""]
    assert [theme.lead for theme in themes(page)] == ["一、思想引领", "总体安排"]


def test_a_heading_that_goes_on_in_its_paragraph_is_a_lead_and_an_item() -> None:
    page = read(TITLE, "一、强化引领。办两期夜校；请十位老师。", "二、做优服务。走访六十家企业。")
    assert outline(page) == [
        ("一、强化引领。", ["办两期夜校；请十位老师。"]),
        ("二、做优服务。", ["走访六十家企业。"]),
    ]
    assert not items(page)[0].begins_paragraph


def test_flat_numbered_sentences_are_items() -> None:
    page = read(TITLE, "一、办两期夜校。", "二、走访六十家企业。")
    assert [item.text for item in items(page)] == ["一、办两期夜校。", "二、走访六十家企业。"]


@pytest.mark.parametrize(
    ("lines", "headline", "federation", "year"),
    [
        (
            ["2031年云屿县工商业联合会工作要点"],
            "2031年云屿县工商业联合会工作要点",
            "云屿县工商业联合会",
            2031,
        ),
        (
            ["云屿县工商业联合会", "2031年工作要点"],
            "云屿县工商业联合会\n2031年工作要点",
            "云屿县工商业联合会",
            2031,
        ),
        (["云屿县工商联二〇三一年工作计划"], "云屿县工商联二〇三一年工作计划", "云屿县工商联", 2031),
        (["云工商联〔2031〕2号", TITLE], TITLE, "云屿县工商联", 2031),
        (["新年工作思路"], "新年工作思路", "", None),
    ],
)
def test_titles_tell_federation_and_year(lines, headline, federation, year) -> None:
    page = read(*lines, *BODY)
    assert (page.headline, page.sections[0].federation, page.year) == (headline, federation, year)


def test_a_paper_that_does_not_say_whose_it_is_may_be_signed() -> None:
    assert read("2031年工作要点", *BODY, *TAIL).sections[0].federation == "云屿县工商业联合会"


def test_a_notice_before_the_plan_and_attachments_after_it_are_kept_aside() -> None:
    notice = ("关于印发2031年工作要点的通知", "各基层商会：", "现将要点印发给你们，请认真执行。")
    page = read(*notice, TITLE, *BODY, "附件：1.任务分解表", "2.责任清单")
    assert page.headline == TITLE
    assert outline(page) == OUTLINE
    assert [text for _, text in passages(page)] == [*notice, "附件：1.任务分解表", "2.责任清单"]


def test_a_line_break_in_a_paragraph_begins_another_line() -> None:
    source = docx(paragraph(TITLE), paragraph(run("一、引领") + "<w:r><w:br/></w:r>" + run("（一）办夜校。")))
    assert outline(read_official(read_docx(source).paragraphs, "a")) == [("一、引领", ["（一）办夜校。"])]


@pytest.mark.parametrize(
    "lines",
    [
        ("海岛商会新年打算", "□记者 田一苇 通讯员 苏晚舟", "一、引领", "二、服务"),
        ("云屿县工商联：", "织密服务网", "以引领为主题，做好工作。办两期夜校；走访企业。"),
        ("通知", "明天开会。"),
        (),
    ],
)
def test_articles_and_letters_are_no_official_plans(lines) -> None:
    assert not is_official_plan(typed(*lines))


def test_official_papers_are_recognised() -> None:
    assert is_official_plan(typed(TITLE, PREAMBLE, *BODY))
    assert is_official_plan(typed("打算", "一、引领", "办夜校。", "二、服务", "走访。"))


def test_an_empty_paper_is_an_empty_page() -> None:
    assert read_official([], "a.docx") == ReadPage(())


def test_the_same_paper_again_proposes_nothing() -> None:
    page = read(TITLE, PREAMBLE, *BODY, *TAIL)
    first = propose(page, MemorySnapshot(), Source("要点.docx"), year=2031)
    held = MemorySnapshot(edit.record for edit in first.edits)
    assert len(held.where(PlanItem)) == 5
    assert propose(page, held, Source("要点.docx"), year=2031).edits == ()


headings = st.sampled_from(["一、引领", "（一）推进换届", "1.夜校", "①走访", "总体要求"])
bodies = st.sampled_from(
    ["（一）办夜校。讲三天。", "2.走访企业；", "年底前开一次会。", "责任单位：会员部", "3月底前"]
)


@given(st.lists(headings | bodies, max_size=12), st.booleans(), st.booleans())
def test_every_line_of_a_paper_is_kept_in_its_order(lines: list[str], titled: bool, signed: bool) -> None:
    given_lines = [*([TITLE] if titled else []), *lines, *(TAIL if signed else ())]
    page = read(*given_lines)
    kept = page.headline.replace("\n", "")
    for section in page.sections:
        for block in section.blocks:
            kept += (
                block.text
                if isinstance(block, ReadPassage)
                else block.lead + "".join(i.text for i in block.items)
            )
    assert kept == "".join(given_lines)


def test_a_pasted_paper_is_read_as_the_document_is() -> None:
    lines = (TITLE, PREAMBLE, *BODY, *TAIL)
    pasted = typed_plan("\r\n".join(lines))
    assert read_official(pasted, "粘贴的文字") == read(*lines, name="粘贴的文字")


def test_a_pasted_paper_keeps_its_line_numbers_past_empty_lines() -> None:
    pasted = typed_plan(f"{TITLE}\n\n{BODY[0]}\n\n{BODY[1]}\n")
    assert [item.where for item in items(read_official(pasted, ""))] == ["5:1"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        TITLE,
        "\n".join(BODY),  # no title: a page's text may have numbered headings too
        f"{TITLE}\n一、强化思想引领\n全年办两期渔港夜校，每期不少\n于四十人。\n二、建强基层商会",
        f"{TITLE}\n□记者 申澜\n一、强化思想引领\n1.完成换届。",
    ],
)
def test_other_texts_are_left_to_those_who_read_pages(text: str) -> None:
    assert typed_plan(text) == ()

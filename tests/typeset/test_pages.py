"""Pages: nothing lost or covered, lines on one grid, even columns, sections begin where they can."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moushi.typeset.layout import POINTS_PER_MM, parse_layout
from moushi.typeset.pages import LEAST_ROWS, Block, Pages, left_of, set_pages
from moushi.typeset.setting import Copy, SetLine, Span, set_lines
from typeset.newsprint import texts

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "layouts"
LAYOUTS = {file.stem: parse_layout(file.read_text("utf-8"), file.stem) for file in FOLDER.glob("*.toml")}
NEWSPAPERS = [name for name, layout in LAYOUTS.items() if layout.sections != "flow"]
SENTENCE = "渔港的灯塔把潮汐和晒盐的日子照得清清楚楚，船厂里的人都说：今年的网，比去年的密。"


def words(count: int) -> str:
    return (SENTENCE * (count // len(SENTENCE) + 1))[:count]


def copy(role: str, text: str, mark: object = None) -> Copy:
    return Copy(role, (Span(text, mark),))


def article(
    sections: list[list[str]], leads: tuple[str, ...] = ("开春第一网。",)
) -> tuple[list[Copy], list[Block]]:
    titles = [copy("headline", "灯塔下的新年账"), *(copy("lead", lead) for lead in leads)]
    blocks = [
        Block(
            (copy("section_heading", "鹤沙县工商联：", ("head", number)),),
            tuple(copy("body", text, (number, place)) for place, text in enumerate(paragraphs)),
        )
        for number, paragraphs in enumerate(sections)
    ]
    return titles, blocks


def of_section(line: SetLine) -> object:
    return line.parts[0].mark if line.parts else None


sections = st.lists(st.lists(st.one_of(texts, st.integers(1, 900).map(words)), max_size=7), max_size=4)
presets = st.sampled_from(sorted(LAYOUTS))


@settings(max_examples=60, deadline=None)
@given(sections, presets)
def test_every_paragraph_stands_whole_and_in_order(sections: list[list[str]], preset: str) -> None:
    layout = LAYOUTS[preset]
    titles, blocks = article(sections)
    found: dict[object, list[str]] = defaultdict(list)
    for sheet in set_pages(titles, blocks, layout).pages:
        for line in sheet.lines:
            if line.role == "body":
                found[of_section(line)].append(line.text)
    wanted = {
        (number, place): [line.text for line in set_lines(paragraph, layout, layout.measure_em)]
        for number, block in enumerate(blocks)
        for place, paragraph in enumerate(block.body)
    }
    assert found == {mark: lines for mark, lines in wanted.items() if lines}


def test_a_section_of_headings_alone_goes_to_the_next_sheet_where_the_first_is_full() -> None:
    for preset in NEWSPAPERS:
        layout = LAYOUTS[preset]
        foot = layout.page.top_mm * POINTS_PER_MM + layout.page.text_height_pt
        for count in range(20, 80):
            sheets = set_pages(*article([[SENTENCE] * count, []]), layout).pages
            assert max(line.y + line.height for sheet in sheets for line in sheet.lines) <= foot + 0.01


@settings(max_examples=60, deadline=None)
@given(sections, presets)
def test_lines_stand_within_the_type_area_and_none_covers_another(
    sections: list[list[str]], preset: str
) -> None:
    layout = LAYOUTS[preset]
    page = layout.page
    left, top = left_of(layout), page.top_mm * POINTS_PER_MM
    for sheet in set_pages(*article(sections), layout).pages:
        for line in sheet.lines:
            assert left - 0.01 <= line.x
            assert line.x + line.width <= left + page.text_width_pt + 0.01
            assert top - 0.01 <= line.y
            assert line.y + line.height <= top + page.text_height_pt + 0.01
        for one, other in combinations(sheet.lines, 2):
            aside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
            apart = one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
            assert aside or apart


@settings(max_examples=60, deadline=None)
@given(sections, st.sampled_from(NEWSPAPERS))
def test_body_lines_share_one_grid_and_no_heading_stands_at_a_foot(
    sections: list[list[str]], preset: str
) -> None:
    layout = LAYOUTS[preset]
    leading, top = layout.roles["body"].leading_pt, layout.page.top_mm * POINTS_PER_MM
    for sheet in set_pages(*article(sections), layout).pages:
        bodies = [line for line in sheet.lines if line.role == "body"]
        for line in bodies:
            rows = (line.y - top) / leading
            assert rows == pytest.approx(round(rows), abs=1e-6)
        for line in sheet.lines:
            mark = of_section(line)
            if isinstance(mark, tuple) and mark[0] == "head" and any(sections[mark[1]]):
                below = [other for other in bodies if of_section(other)[0] == mark[1]]  # type: ignore[index]  # its own mark
                assert below
                assert min(other.y for other in below) > line.y


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 500).map(words), min_size=1, max_size=6), st.sampled_from(NEWSPAPERS))
def test_columns_of_a_section_on_one_sheet_are_even(paragraphs: list[str], preset: str) -> None:
    layout = LAYOUTS[preset]
    pages = set_pages(*article([paragraphs]), layout)
    if len(pages.pages) == 1 and pages.section_rows[0] * layout.section_columns <= pages.section_lines[0] + 1:
        depths = depths_of(pages)
        assert max(depths) - min(depths) <= 1


def depths_of(pages: Pages) -> list[int]:
    (sheet,) = pages.pages
    columns: dict[float, int] = defaultdict(int)
    for line in sheet.lines:
        if line.role == "body":
            columns[round(line.x, 2)] += 1
    missing = pages.layout.section_columns - len(columns)
    return [*columns.values(), *([0] * missing)]


def body_lines_on_the_first_sheet(pages: Pages) -> int:
    return sum(line.role == "body" for line in pages.pages[0].lines)


@pytest.mark.parametrize("preset", NEWSPAPERS)
def test_a_section_too_long_for_what_the_title_leaves_begins_below_it_and_runs_on(preset: str) -> None:
    layout = LAYOUTS[preset]
    rows = int(layout.page.text_height_pt / layout.roles["body"].leading_pt)
    long = words(int(layout.measure_em * rows * layout.section_columns * 0.95))
    pages = set_pages(*article([[long]]), layout)
    assert len(pages.pages) == 2
    assert body_lines_on_the_first_sheet(pages) > rows


@pytest.mark.parametrize("preset", NEWSPAPERS)
def test_a_section_of_which_hardly_a_line_would_fit_begins_on_another_sheet(preset: str) -> None:
    layout = LAYOUTS[preset]
    leading = layout.roles["body"].leading_pt
    for count in range(1, 400):  # a lead that leaves less and less
        titles, blocks = article([[words(900)]], ("长长的导语。",) * count)
        pages = set_pages(titles, blocks, layout)
        lead_ends = max(line.y + line.height for line in pages.pages[0].lines if line.role == "lead")
        if any(line.role == "lead" for line in pages.pages[1].lines) if len(pages.pages) > 1 else False:
            break
        begun = body_lines_on_the_first_sheet(pages)
        assert begun == 0 or begun >= LEAST_ROWS * layout.section_columns
        if begun == 0:
            foot = layout.page.top_mm * POINTS_PER_MM + layout.page.text_height_pt
            assert foot - lead_ends < 12 * leading  # headings, and less than three lines
            break
    else:
        pytest.fail("the lead never filled the sheet")


@pytest.mark.parametrize("preset", sorted(LAYOUTS))
def test_paragraphs_of_the_lead_follow_one_another_without_a_gap(preset: str) -> None:
    layout = LAYOUTS[preset]
    (sheet,) = set_pages(*article([["海。"]], ("一。", "二。", "三。")), layout).pages
    lead = [line for line in sheet.lines if line.role == "lead"]
    assert [line.text for line in lead] == ["一。", "二。", "三。"]
    assert all(other.y - one.y == pytest.approx(one.height) for one, other in pairwise(lead))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 300).map(words), min_size=40, max_size=90),
    st.sampled_from(NEWSPAPERS),
)
def test_no_last_line_stands_alone_at_the_head_of_a_column_where_a_section_runs_on(
    paragraphs: list[str], preset: str
) -> None:
    pages = set_pages(*article([paragraphs]), LAYOUTS[preset]).pages
    columns: list[tuple[int, list[SetLine]]] = []
    for number, sheet in enumerate(pages):
        found: dict[float, list[SetLine]] = defaultdict(list)
        for line in sheet.lines:
            if line.role == "body":
                found[round(line.x, 2)].append(line)
        columns += [(number, found[x]) for x in sorted(found)]
    for (number, before), (_, column) in pairwise(columns):
        if number < len(pages) - 1:  # the last sheet's columns are even instead
            assert not (column[0].last and not before[-1].last)


@pytest.mark.parametrize("preset", NEWSPAPERS)
def test_a_lead_longer_than_a_sheet_fills_one_after_the_other(preset: str) -> None:
    layout = LAYOUTS[preset]
    whole, setting = words(30_000), layout.roles["lead"]
    sheets = set_pages(*article([], (whole,)), layout).pages
    lead = [[line.text for line in sheet.lines if line.role == "lead"] for sheet in sheets]
    assert "".join(text for texts_of in lead for text in texts_of) == whole
    full = int(layout.page.text_height_pt / setting.leading_pt)
    assert [len(texts_of) for texts_of in lead if texts_of][:-1] == [full] * (len([*filter(None, lead)]) - 1)

"""A newspaper page's text, however it was copied, is read as what it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from county_page import BYLINE, HEADING, ITEMS, KICKER, LEAD, SLOGAN, SPEECH, page_text, wrapped
from intake.pages import Opening, Page, Section, Speech, Theme, make_page
from moushi.domain.kinds import PassageKind
from moushi.intake.page import read_text_page
from moushi.intake.reading import ReadPage, ReadPassage, ReadSection, ReadTheme

MEASURES = [16.25, 17.75, 18.25, 19.75, 20.25, 21.75, 22.25, 24.75, 26.25, 27.75]
HEADLINE = "海岛商会这样谋划新一年（上）"


def paragraphs(section: ReadSection) -> list[str]:
    texts: list[str] = []
    for block in section.blocks:
        if isinstance(block, ReadPassage):
            texts.append(block.text)
            continue
        texts.append(block.lead)
        for item in block.items:
            if item.begins_paragraph and texts[-1]:
                texts.append("")
            texts[-1] += item.text
    return texts


def passages(section: ReadSection, kind: PassageKind) -> list[ReadPassage]:
    return [b for b in section.blocks if isinstance(b, ReadPassage) and b.kind is kind]


def as_read(section: ReadSection) -> tuple[object, ...]:
    return (
        section.heading,
        section.slogan,
        paragraphs(section),
        [p.text for p in passages(section, PassageKind.OPENING)],
        [(p.speaker_unit, p.speaker_post, p.speaker_name) for p in passages(section, PassageKind.SPEECH)],
        [(b.lead, [i.text for i in b.items]) for b in section.blocks if isinstance(b, ReadTheme)],
    )


def as_made(section: Section) -> tuple[object, ...]:
    return (
        section.heading,
        section.slogan,
        section.paragraphs,
        [b.text for b in section.blocks if isinstance(b, Opening)],
        [(b.unit, b.post, b.name) for b in section.blocks if isinstance(b, Speech)],
        [(b.lead, b.items) for b in section.blocks if isinstance(b, Theme)],
    )


def everything(page: ReadPage) -> str:
    parts = [page.kicker, page.headline, page.byline, page.lead]
    for section in page.sections:
        parts += [section.heading, section.slogan, *paragraphs(section)]
    return "".join(parts)


def bare(text: str) -> list[str]:
    return sorted(re.sub(r"\s", "", text))


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("sections", [1, 2, 3])
def test_pages_of_any_measure_are_read_part_by_part(measure, sections):
    made: Page = make_page(int(measure * 100) + sections + 1000, measure=measure, sections=sections)
    read = read_text_page(made.text())
    assert (read.kicker, read.headline) == (made.kicker, "\n".join(made.headline))
    assert read.byline == (made.byline or made.credit)
    assert read.lead == "\n".join(made.lead)
    assert [as_read(section) for section in read.sections] == [as_made(section) for section in made.sections]


@given(st.integers(0, 10**6), st.sampled_from([*MEASURES, float("inf")]), st.integers(1, 3))
def test_every_character_of_the_article_survives(seed, measure, sections):
    text = make_page(seed, measure=measure, sections=sections).text()
    assert bare(everything(read_text_page(text))) == bare(text)


@given(st.text(alphabet="海岛商会，。；：“”（）\n 　工联县12aB.()", max_size=400))
def test_any_text_at_all_comes_through_whole(text):
    read = read_text_page(text)
    told = "".join(str(finding.message.values.get("text", "")) for finding in read.findings)
    kept = bare(everything(read))
    assert [char for char in bare(text) if char not in bare(told)] == [c for c in kept if c not in bare(told)]


def test_jump_lines_and_page_furniture_go_into_findings_without_breaking_a_paragraph():
    lines = page_text(HEADLINE).split("\n\n")
    body = lines.index(wrapped(SPEECH, 21.75)[1])
    lines[body:body] = ["下转第3版", "责任编辑：苗一禾"]
    read = read_text_page("\n".join(["▶上接第1版", *lines]))
    assert paragraphs(read.sections[0])[0] == SPEECH
    told = {str(finding.message.values["text"]) for finding in read.findings}
    assert told == {"▶上接第1版", "下转第3版", "责任编辑：苗一禾"}
    assert {finding.where for finding in read.findings} >= {"1:1"}


def test_the_title_block_may_stand_in_the_middle_and_the_heading_first():
    lines = page_text(HEADLINE).split("\n\n")
    title, rest = lines[:3] + wrapped(LEAD, 77.14), lines[3 + len(wrapped(LEAD, 77.14)) :]
    body, heading = rest[:-2], [HEADING, SLOGAN]
    second = [line.replace("澄屿", "望潮").replace("乔望帆", "阮听涛") for line in [*heading, *body]]
    read = read_text_page("\n".join([*heading, *body, *title, *second]))
    assert (read.kicker, read.headline, read.byline, read.lead) == (KICKER, HEADLINE, BYLINE, LEAD)
    assert [section.federation for section in read.sections] == ["澄屿县工商联", "望潮县工商联"]
    assert [section.slogan for section in read.sections] == [SLOGAN, SLOGAN]


def test_text_without_the_expected_parts_is_one_section_with_themes():
    read = read_text_page("聚焦堵点难点，让办事少跑一座岛。" + "".join(ITEMS[:2]))
    (section,) = read.sections
    (theme,) = section.blocks
    assert isinstance(theme, ReadTheme)
    assert theme.lead == "聚焦堵点难点，让办事少跑一座岛。"
    assert [item.text for item in theme.items] == ITEMS[:2]


def test_every_finding_and_item_names_its_place():
    text = page_text(HEADLINE)
    lines = text.split("\n")
    for theme in (block for block in read_text_page(text).sections[0].blocks if isinstance(block, ReadTheme)):
        for item in theme.items:
            line, column = map(int, item.where.split(":"))
            assert lines[line - 1][column - 1 :].startswith(item.text[: len(lines[line - 1]) - column + 1])

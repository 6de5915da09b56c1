"""Paragraphs of a section become openings, speeches, themes and items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.kinds import PassageKind
from moushi.intake.lines import given_lines
from moushi.intake.reading import ReadPassage, ReadTheme
from moushi.intake.sections import read_blocks, sentences
from moushi.intake.wrapping import as_paragraph

LEAD, SECOND_LEAD = "聚焦堵点难点，让办事少跑一座岛。", "围绕渔旅融合，打造潮间带新业态。"
ITEM, LAST = "走访执委企业不少于120家；", "建好海岛驿站。"


def told(*texts: str) -> list[tuple[str, list[str]]]:
    """Leads (or passages' texts) and items; an item that begins a paragraph is marked by ¶."""
    lines = given_lines((text, f"{number}:1") for number, text in enumerate(texts, start=1))
    blocks, _ = read_blocks([as_paragraph([line]) for line in lines])
    return [
        (block.text, [])
        if isinstance(block, ReadPassage)
        else (block.lead, ["¶" * item.begins_paragraph + item.text for item in block.items])
        for block in blocks
    ]


@given(st.text(alphabet="海岛，。；！？“”‘’（）()《》.;!?一是A1", max_size=80))
def test_sentences_joined_are_the_text(text):
    pieces = sentences(text)
    assert "".join(piece for _, piece in pieces) == text
    assert all(text.startswith(piece, begin) for begin, piece in pieces)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("走访企业；建好驿站。", 2),
        ("叫响“想干；敢干；能干”的精神。", 1),
        ("践行“有事好商量！”的理念。", 1),
        ("办好实事（含走访；培训）。", 1),
        ("他说：“走访企业。”下一步建好驿站。", 2),
        ("怎么干？走访企业！", 2),
        ("推进“海岛驿站；建好码头。", 2),
        ("走访企业;建好驿站。", 2),
        ("增长3.5倍。", 1),
    ],
)
def test_marks_within_quotation_marks_and_brackets_end_nothing(text, count):
    assert len(sentences(text)) == count


def test_a_first_sentence_leads_and_the_others_are_items():
    assert told(LEAD + ITEM + LAST) == [(LEAD, [ITEM, LAST])]


def test_a_lead_on_a_paragraph_of_its_own_leads_the_next():
    assert told(LEAD, ITEM + LAST, SECOND_LEAD, ITEM + LAST) == [
        (LEAD, ["¶" + ITEM, LAST]),
        (SECOND_LEAD, ["¶" + ITEM, LAST]),
    ]


@pytest.mark.parametrize("number", ["一是{}二是{}", "（一）{}（二）{}", "一、{}二、{}", "第一，{}第二，{}"])
def test_numbered_paragraphs_with_a_lead_of_their_own_are_themes(number):
    one, two = number.split("{}")[0], number.split("{}")[1]
    assert told(one + LEAD + ITEM + LAST, two + SECOND_LEAD + LAST) == [
        (one + LEAD, [ITEM, LAST]),
        (two + SECOND_LEAD, [LAST]),
    ]


def test_numbered_paragraphs_below_a_lead_are_its_items():
    assert told(LEAD, "一是" + ITEM, "二是" + LAST, SECOND_LEAD + LAST) == [
        (LEAD, ["¶一是" + ITEM, "¶二是" + LAST]),
        (SECOND_LEAD, [LAST]),
    ]


def test_paragraphs_before_who_speaks_are_openings():
    speech = "澄屿县工商联主席苗可舟表示，新的一年要走访企业。"
    lines = given_lines(enumerate_places("渔港灯火通明。", speech, LEAD + ITEM))
    blocks, unit = read_blocks([as_paragraph([line]) for line in lines])
    assert [block.kind for block in blocks if isinstance(block, ReadPassage)] == [
        PassageKind.OPENING,
        PassageKind.SPEECH,
    ]
    assert isinstance(blocks[-1], ReadTheme)
    assert unit == "澄屿县工商联"


def test_a_line_that_no_mark_ends_is_kept_as_a_passage():
    assert told(LEAD + LAST, "渔光曲", SECOND_LEAD + LAST)[1] == ("渔光曲", [])


def enumerate_places(*texts: str) -> list[tuple[str, str]]:
    return [(text, f"{number}:1") for number, text in enumerate(texts, start=1)]

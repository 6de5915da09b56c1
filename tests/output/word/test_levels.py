"""Headings of official papers by their own numbers."""

from __future__ import annotations

import pytest

from moushi.compile.documents import Paragraph, ParagraphRole, Run, RunRole
from moushi.output.word.levels import heading_of


def heading(text: str, lead: str = "") -> tuple[int, str]:
    runs = (Run(lead, RunRole.THEME_LEAD),) if lead else ()
    paragraph = Paragraph(ParagraphRole.THEME, (*runs, Run(text, RunRole.ITEM)))
    level, length = heading_of(paragraph)
    return level, paragraph.text[:length]


@pytest.mark.parametrize(
    ("text", "level", "title"),
    [
        ("一、总体要求", 1, "一、总体要求"),
        ("十二、抓落实。各单位要动起来。", 1, "十二、抓落实。"),
        ("（三）建强商会。完成换届两家；", 2, "（三）建强商会。"),
        ("(三)建强商会", 2, "(三)建强商会"),
        ("1.走访企业。全年不少于20家。", 3, "1.走访企业。"),
        ("2．开展培训", 3, "2．开展培训"),
        ("3、办好读书班", 3, "3、办好读书班"),
        # one sentence is a task, not a heading
        ("1.全年走访企业不少于20家。", 0, ""),
        ("一、走访企业；", 0, ""),
        # no numbers of headings
        ("1.2亿元授信到位。年内发放。", 0, ""),
        ("2031年开局。再接再厉。", 0, ""),
        ("一是建商会。二是办实事。", 0, ""),
        ("着力纾困解难。走访企业。", 0, ""),
    ],
)
def test_a_line_or_its_first_sentence_is_the_heading(text: str, level: int, title: str) -> None:
    assert heading(text) == (level, title)


def test_a_numbered_lead_sentence_is_the_heading_whole() -> None:
    assert heading("走访企业20家。", lead="（一）突出引领。凝聚人心。") == (2, "（一）突出引领。凝聚人心。")

"""Lines of a text layer, without page furniture."""

from __future__ import annotations

import pytest

from intake.newspaper_words import FURNITURE
from moushi.intake.lines import joined, read_lines


@pytest.mark.parametrize(
    "line",
    [
        *FURNITURE,
        "【上接第A2版】",
        "☞下转第5版",
        "上接一版",
        "下转第2版：各县晒任务",
        "T02 新闻",
        "壬寅年十二月廿一",
        "2023.1.12",
        "责编 苗一 美编 舒二",
    ],
)
def test_jump_lines_and_furniture_are_set_aside_and_told(line):
    kept, findings = read_lines(f"前一行\n{line}\n后一行")
    assert [one.text for one in kept] == ["前一行", "后一行"]
    assert [finding.where for finding in findings] == ["2:1"]
    assert findings[0].message.values["text"] == line


@pytest.mark.parametrize(
    ("line", "kept", "aside"),
    [
        ("（上接第1版）走访企业", "走访企业", "（上接第1版）"),
        ("走访企业。（下转第3版）", "走访企业。", "（下转第3版）"),
        ("走访企业。▶下转第2版", "走访企业。", "▶下转第2版"),
    ],
)
def test_a_jump_beside_words_leaves_the_words(line, kept, aside):
    lines, findings = read_lines(line)
    assert [one.text for one in lines] == [kept]
    assert [finding.message.values["text"] for finding in findings] == [aside]


@pytest.mark.parametrize(
    "line",
    ["120家。", "2023年", "5G", "1+6+N", "经济", "周三下午茶", "12日", "会员企业50", "设计 师", "年1月"],
)
def test_ends_of_paragraphs_are_no_furniture(line):
    lines, findings = read_lines(line)
    assert [one.text for one in lines] == [line]
    assert not findings


def test_places_count_lines_and_blanks_as_the_file_has_them():
    lines, _ = read_lines("\r\n\u3000\u3000走访企业\r\n\r\n建好驿站")
    assert [(line.where, line.indented, line.after_blank) for line in lines] == [
        ("2:3", True, True),
        ("4:1", False, True),
    ]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["走访", "企业"], "走访企业"),
        (["用好App", "Store"], "用好App Store"),
        (["20", "23年"], "2023年"),
        (["5G", "海岛"], "5G海岛"),
    ],
)
def test_a_space_lost_at_a_line_end_comes_back_between_latin_words_only(pieces, text):
    whole, starts = joined(pieces)
    assert whole == text
    assert all(whole.startswith(piece, start) for piece, start in zip(pieces, starts, strict=True))


def test_the_note_at_the_foot_of_a_manuscript_is_no_part_of_the_text() -> None:
    note = "〔稿件附注〕全文900字，按“报纸版面”正文排45行。"
    lines, (finding,) = read_lines(f"办两场渔具展。\n{note}\n")
    assert [line.text for line in lines] == ["办两场渔具展。"]
    assert (finding.where, str(finding.message).startswith("“〔稿件附注〕")) == ("2:1", True)

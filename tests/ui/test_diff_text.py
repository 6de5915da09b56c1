"""Old and new text: what differs is marked, and marks never change a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPalette, QTextDocument

from moushi.ui.diff_text import marked, pieces

TEXTS = st.text("办好三件实事，。<&12", max_size=30)


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_texts_and_what_does_not_differ_is_the_same(old, new):
    olds, news = pieces(old, new)
    assert "".join(p.text for p in olds) == old
    assert "".join(p.text for p in news) == new
    same = ["".join(p.text for p in run if not p.differs) for run in (olds, news)]
    assert same[0] == same[1]
    assert (old == new) == (not any(p.differs for p in (*olds, *news)))


def test_only_what_changed_is_marked():
    olds, news = pieces("聘请15名专家组成服务团；", "聘请25名专家组成服务团；")
    assert [(p.text, p.differs) for p in olds] == [
        ("聘请", False),
        ("15", True),
        ("名专家组成服务团；", False),
    ]
    assert [p.text for p in news if p.differs] == ["25"]


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("开讲12场、听课300人次", "开讲15场、听课400人次", ["12", "300"], ["15", "400"]),
        ("授信1.2亿元", "授信1.25亿元", ["1.2"], ["1.25"]),
        ("走访100家", "走访10家", ["100"], ["10"]),
    ],
)
def test_a_number_is_marked_whole(old, new, gone, come):
    olds, news = pieces(old, new)
    assert [p.text for p in olds if p.differs] == gone
    assert [p.text for p in news if p.differs] == come


def test_very_long_texts_are_compared_in_short_time():
    old, new = "甲乙丙丁" * 5_000, "丁丙乙甲" * 5_000
    olds, _ = pieces(old, new)
    assert "".join(p.text for p in olds) == old


@pytest.mark.usefixtures("qapp")  # rich text has fonts, which only an application has
@given(TEXTS, TEXTS)
def test_as_rich_text_nothing_is_lost_and_marks_do_not_hang_on_colour(old, new):
    told = marked(old, new, QPalette())
    for html, text in zip(told, (old, new), strict=True):
        document = QTextDocument()
        document.setHtml(f"<pre>{html}</pre>")
        assert document.toPlainText() == text
    gone, come = (any(p.differs for p in run) for run in pieces(old, new))
    assert ("line-through" in told[0]) == gone
    assert ("underline" in told[1]) == come

"""The guide beside the work: all words and pictures are there, links and the search lead to their place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from moushi import paths
from moushi.ui.guide import Guide, anchor, blocks, pictures, readable
from ui.windows import settle

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SMALL = QSize(683, 350)
FORMS = "forms.md"


@pytest.fixture
def guide(show, qtbot) -> Guide:
    window = show()
    qtbot.keyClick(window, Key.Key_F1)
    opened = window.findChild(Guide)
    settle()
    return opened


def document(guide: Guide) -> QTextDocument:
    return guide.ui.text.document()


def headings(guide: Guide) -> list[str]:
    return [block.text() for block in blocks(document(guide)) if block.blockFormat().headingLevel()]


def test_every_heading_of_the_guide_shows(guide):
    text = paths.guide().read_text("utf-8")
    wanted = [line.lstrip("# ") for line in text.splitlines() if re.match(r"#+ ", line)]
    assert len(wanted) > 10
    assert headings(guide) == wanted


def test_nothing_of_the_guide_is_lost(guide):
    plain = document(guide).toPlainText()
    for line in paths.guide().read_text("utf-8").splitlines():
        if re.match(r"(- |\| (?!-))", line):
            first = re.split(r"[`*\[|]", line.strip("-| "))[0].strip()
            assert first in plain, line


def test_every_picture_shows_no_wider_than_the_text(guide):
    shown = pictures(document(guide))
    assert len(shown) == len(re.findall(r"!\[", paths.guide().read_text("utf-8")))
    for width in (900, SMALL.width()):
        guide.resize(width, 600)
        QCoreApplication.processEvents()
        for picture in pictures(document(guide)):
            held = document(guide).resource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(picture.name())
            )
            assert held is not None, picture.name()
            assert not held.isNull(), picture.name()
            assert 0 < picture.width() <= guide.ui.text.viewport().width()


def links_of(text: Path) -> list[str]:
    return re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", readable(text.read_text("utf-8")))


def test_each_link_leads_to_its_heading_and_none_out_of_what_travels_with_the_program(guide):
    links = [link for link in links_of(paths.guide()) if link != FORMS]
    assert len(links) > 10
    assert {link[:1] for link in links} == {"#"}
    known = {anchor(heading): heading for heading in headings(guide)}
    for link in links:
        guide.ui.text.anchorClicked.emit(QUrl(link))
        assert guide.ui.text.textCursor().block().text() == known[anchor(link)]
        assert 0 <= guide.ui.text.cursorRect().top() <= guide.ui.text.viewport().height() - 10


def test_how_a_form_is_adapted_opens_by_keyboard_and_leads_back_to_where_one_was(guide, qtbot):
    text = guide.ui.text
    assert not guide.ui.back.isVisible()
    for _ in range(99):
        qtbot.keyClick(text, Key.Key_Tab)
        if text.textCursor().selectedText() == "表格定义说明":
            break
    here = text.verticalScrollBar().value()
    assert here > 0
    qtbot.keyClick(text, Key.Key_Return)
    assert headings(guide)[0] == "回执表怎么改：表格定义说明"
    assert text.verticalScrollBar().value() == 0
    assert guide.ui.back.isVisible()
    qtbot.keyClick(guide, Key.Key_F, CONTROL)
    guide.ui.find.insert("商会")
    assert text.textCursor().selectedText() == "商会"
    qtbot.keyClick(guide, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert headings(guide)[0] == paths.guide().read_text("utf-8").splitlines()[0].lstrip("# ")
    assert text.verticalScrollBar().value() == here
    assert not guide.ui.back.isVisible()
    assert QApplication.focusWidget() is text


def test_the_button_leads_back_too_and_links_of_the_other_text_stay_within(guide, qtbot):
    guide.ui.text.anchorClicked.emit(QUrl(FORMS))
    for link in links_of(paths.guide().with_name(FORMS)):
        guide.ui.text.anchorClicked.emit(QUrl(link))
        assert headings(guide)[0].startswith("回执表怎么改")
    qtbot.mouseClick(guide.ui.back, Qt.MouseButton.LeftButton)
    assert not guide.ui.back.isVisible()
    assert pictures(document(guide))


def test_a_word_is_found_and_found_again(guide, qtbot):
    qtbot.keyClick(guide, Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is guide.ui.find
    guide.ui.find.insert("备份")
    first = guide.ui.text.textCursor()
    assert first.selectedText() == "备份"
    qtbot.keyClick(guide.ui.find, Key.Key_Return)
    assert guide.ui.text.textCursor().selectedText() == "备份"
    assert guide.ui.text.textCursor().position() > first.position()
    guide.ui.find.setText("水獭")
    assert guide.ui.found.text() == "没有找到"
    assert guide.isVisible()


@pytest.mark.qt_log_ignore("does not support")  # of the offscreen platform, on raising a window
def test_the_guide_opens_once_and_is_freed_when_closed(show, qtbot):
    window = show()
    window.ui.showGuide.trigger()
    window.ui.showGuide.trigger()
    assert len(window.findChildren(Guide)) == 1
    with qtbot.waitSignal(window.findChild(Guide).destroyed):
        qtbot.keyClick(window.findChild(Guide), Key.Key_Escape)
    assert window.findChild(Guide) is None


def test_the_guide_fits_a_small_screen(guide):
    guide.resize(SMALL)
    QCoreApplication.processEvents()
    assert (guide.width(), guide.height()) == (SMALL.width(), SMALL.height())

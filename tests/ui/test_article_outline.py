"""The tree of what an article prints, as Qt reads it and as a person ticks and drags in it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

import factories as make
from moushi.desk.articles import ArticleView, ItemView, SectionView, ThemeView
from moushi.domain.kinds import Choice
from moushi.ui.article_outline import ArticleOutline

Check = Qt.CheckState


def item(theme, text: str, **more) -> ItemView:
    return ItemView(uuid4(), theme, text, text, **more)


def theme(*items: tuple[str, bool]) -> ThemeView:
    theme_id = uuid4()
    made = tuple(item(theme_id, text, is_printed=printed) for text, printed in items)
    return ThemeView(theme_id, "一是办实事。", made)


def section(name: str, *themes: ThemeView) -> SectionView:
    return SectionView(uuid4(), uuid4(), name, Choice.LISTED, themes)


def model_of(*sections: SectionView) -> ArticleOutline:
    model = ArticleOutline(str)
    model.show_article(ArticleView(make.article(), sections))
    return model


@pytest.fixture
def model() -> ArticleOutline:
    first = section("云屿县工商联", theme(("甲", True), ("乙", False), ("丙", True)), theme(("丁", False)))
    return model_of(first, section("鹤沙县工商联", theme(("戊", True)), ThemeView(uuid4(), "")))


def index(model: ArticleOutline, *path: int) -> QModelIndex:
    found = QModelIndex()
    for row in path:
        found = model.index(row, 0, found)
    return found


def test_qt_finds_nothing_wrong_with_it(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    assert model.rowCount() == 2
    model.show_article(None)
    assert model.rowCount() == 0


def test_boxes_say_what_is_printed(model):
    ticks = [
        index(model, *path).data(Qt.ItemDataRole.CheckStateRole) for path in [(0,), (0, 0), (0, 1), (1,)]
    ]
    assert ticks == [Check.PartiallyChecked, Check.PartiallyChecked, Check.Unchecked, Check.Checked]
    assert index(model, 0, 0, 1).data(Qt.ItemDataRole.CheckStateRole) == Check.Unchecked
    assert index(model, 0, 0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "乙, not printed"
    assert index(model, 1, 1).data(Qt.ItemDataRole.CheckStateRole) is None  # a theme without items


def test_what_is_reworded_or_unreported_says_so_in_words():
    theme_id = uuid4()
    items = item(theme_id, "甲", wording="另说"), item(theme_id, "乙", is_told=False)
    model = model_of(section("云屿县工商联", ThemeView(theme_id, "一", items)))
    assert [index(model, 0, 0, row).data() for row in (0, 1)] == ["[reworded] 另说", "[nothing reported] 乙"]


def test_a_tick_tells_which_items_and_the_model_waits_for_the_outcome(model, qtbot):
    with qtbot.waitSignal(model.chosen) as told:
        model.setData(index(model, 0, 0), Check.Checked, Qt.ItemDataRole.CheckStateRole)
    section_id, items, printed = told.args
    shown = model.line(index(model, 0, 0))
    assert (section_id, printed) == (shown.section.id, True)
    assert items == {i.id for i in shown.node.items}
    assert index(model, 0, 0).data(Qt.ItemDataRole.CheckStateRole) == Check.PartiallyChecked


def test_words_and_ticks_change_without_the_tree_being_made_anew(model, qtbot):
    line = model.line(index(model, 0))
    sections = tuple(model.line(index(model, row)).section for row in (0, 1))
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.show_article(ArticleView(make.article(), sections))
    assert model.find(line.node.id) == model.find(line.section.plan_id) == index(model, 0)
    assert not model.find(uuid4()).isValid()
    assert not model.find(None).isValid()


@pytest.mark.parametrize(("dragged", "row", "to"), [(0, 3, 1), (2, 0, 0), (2, 1, 1), (0, -1, 1)])
def test_a_dropped_item_tells_its_place_among_those_printed(model, qtbot, dragged, row, to):
    parent = index(model, 0, 0)
    data = model.mimeData([index(model, 0, 0, dragged)])
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    with qtbot.waitSignal(model.moved) as told:
        model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    assert told.args == [model.line(parent).section.id, model.line(index(model, 0, 0, dragged)).node.id, to]


def test_a_dropped_section_tells_its_place(model, qtbot):
    data = model.mimeData([index(model, 1)])
    with qtbot.waitSignal(model.moved) as told:
        model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert told.args == [model.line(index(model, 1)).node.id, None, 0]


def test_nothing_is_dropped_elsewhere_nor_ticked_where_nothing_may_change(model):
    data = model.mimeData([index(model, 0, 0, 0)])
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, index(model, 0, 1))
    model.may_change = False
    assert not model.setData(index(model, 0, 0, 0), None, Qt.ItemDataRole.CheckStateRole)
    assert not model.flags(index(model, 0, 0, 0)) & Qt.ItemFlag.ItemIsUserCheckable

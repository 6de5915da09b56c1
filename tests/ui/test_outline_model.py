from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from moushi.desk.outline import Node
from moushi.domain.records import Plan, PlanItem, Theme
from moushi.ui.outline_model import OutlineModel

titles = st.text(min_size=1).filter(lambda text: text.strip())
items = st.builds(Node, st.just(PlanItem), st.builds(uuid4), titles)
themes = st.builds(Node, st.just(Theme), st.builds(uuid4), titles, st.lists(items, max_size=2).map(tuple))
plans = st.builds(Node, st.just(Plan), st.builds(uuid4), titles, st.lists(themes, max_size=2).map(tuple))
outlines = st.lists(plans, max_size=2).map(tuple)


def model_of(*nodes: Node) -> OutlineModel:
    model = OutlineModel(str)
    model.show_nodes(nodes)
    return model


def shown(model: OutlineModel, parent: QModelIndex | None = None) -> list[object]:
    parent = parent or QModelIndex()
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    assert all(model.parent(index) == parent for index in indexes)
    return [(index.data(), shown(model, index)) for index in indexes]


def expected(nodes: tuple[Node, ...]) -> list[object]:
    return [(" ".join(node.title.split()), expected(node.children)) for node in nodes]


@settings(max_examples=40)
@given(outlines)
def test_the_tree_shows_the_outline_each_title_on_one_line(nodes):
    model = model_of(*nodes)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    assert shown(model) == expected(nodes)


@settings(max_examples=40)
@given(outlines, outlines)
def test_another_outline_takes_the_place_of_the_first(first, second):
    model = model_of(*first)
    model.show_nodes(second)
    assert shown(model) == expected(second)


@settings(max_examples=40)
@given(outlines)
def test_every_record_is_found_where_it_stands(nodes):
    model = model_of(*nodes)
    for index in model.indexes():
        assert model.find(model.node(index).id) == index
    assert not model.find(uuid4()).isValid()


def test_new_words_alone_leave_views_as_they_are(qtbot):
    item = Node(PlanItem, uuid4(), "旧话")
    theme = Node(Theme, uuid4(), "板块", (item,))
    model = model_of(theme)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert not model.show_nodes((Node(Theme, theme.id, "板块", (Node(PlanItem, item.id, "新话"),)),))
    assert shown(model) == [("板块", [("新话", [])])]


def test_a_moved_item_is_another_outline():
    item, theme, other = (
        Node(PlanItem, uuid4(), "条目"),
        Node(Theme, uuid4(), "一"),
        Node(Theme, uuid4(), "二"),
    )
    model = model_of(Node(Theme, theme.id, "一", (item,)), other)
    assert model.show_nodes((theme, Node(Theme, other.id, "二", (item,))))
    assert shown(model) == [("一", []), ("二", [("条目", [])])]


def test_a_theme_without_words_says_so():
    model = model_of(Node(Theme, uuid4(), ""))
    assert model.index(0, 0).data() == "(theme without a lead sentence)"


@pytest.mark.parametrize(("kind", "bold"), [(Plan, True), (Theme, True), (PlanItem, False)])
def test_plans_and_themes_are_bold(kind, bold):
    model = model_of(Node(kind, uuid4(), "标题"))
    font = model.index(0, 0).data(Qt.ItemDataRole.FontRole)
    assert (font is not None and font.bold()) is bold

"""The plan page as a clerk uses it: by keyboard, by mouse, with an input method."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import factories as make
from moushi.domain.kinds import PlanState
from moushi.domain.records import (
    ItemProgramme,
    ItemUnit,
    Measure,
    Milestone,
    Passage,
    Plan,
    PlanItem,
    Programme,
    Theme,
)
from moushi.ui.plan_page import PlanPage
from ui.plans import county
from ui.windows import ALT, CONTROL, SHIFT, compose, held, lines, settle, tree

Key = Qt.Key


@pytest.fixture
def plan_page(page_of, qtbot):
    """The page on a county of two themes with two items each, opened wide."""

    def shown(records=None, **more) -> PlanPage:
        page = page_of(PlanPage, county() if records is None else records, **more)
        qtbot.waitUntil(lambda: page._column is not None)
        tree(page).expandAll()
        return page

    return shown


def go(page: PlanPage, title: str) -> None:
    """Go to the line of the outline in which that stands."""
    view = tree(page)
    index = view.model().index(0, 0)
    while index.isValid() and title not in index.data():
        index = view.indexBelow(index)
    assert index.isValid(), f"{title} is not in the outline"
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.setFocus()
    settle()


def column(page: PlanPage) -> str:
    """The words of the newspaper column."""
    galley = page.ui.strip.galley
    return "".join(line.text for line in galley.lines) if galley else ""


def marked(page: PlanPage) -> str:
    """The words of the lines that are marked in the column."""
    strip = page.ui.strip
    return "".join(strip.galley.lines[n].text for n in sorted(strip._marked))


def texts(page: PlanPage) -> list[str]:
    return [item.text for theme in held(page.workplace, Theme) for item in items_of(page, theme)]


def items_of(page: PlanPage, theme: Theme) -> tuple[PlanItem, ...]:
    return held(page.workplace, PlanItem, theme_id=theme.id)


def test_the_column_shows_the_plan_and_marks_the_item_that_is_worked_on(plan_page):
    page = plan_page()
    assert column(page).startswith("鹤沙县工商联") or "稳扎稳打开新局" in column(page)
    go(page, "1之2")
    assert "1之2：办实事；" in marked(page)
    assert page.ui.itemText.toPlainText() == "1之2：办实事；"


def test_typing_shows_in_the_column_before_anything_is_kept(plan_page, qtbot):
    page = plan_page()
    go(page, "2之1")
    qtbot.keyClick(tree(page), Key.Key_F2)
    assert QApplication.focusWidget() is page.ui.itemText
    page.ui.itemText.selectAll()
    compose(page.ui.itemText, commit="走访三十家渔业企业；")
    assert "走访三十家渔业企业；" in column(page)
    assert "2之1：办实事；" in texts(page)
    qtbot.keyClick(page.ui.itemText, Key.Key_Tab)
    assert "走访三十家渔业企业；" in texts(page)
    assert "走访三十家渔业企业；" in lines(page)


def test_nothing_is_kept_while_the_input_method_composes(plan_page, qtbot, monkeypatch):
    monkeypatch.setattr("moushi.ui.draft.REST", 30)
    page = plan_page()
    go(page, "2之1")
    page.ui.itemText.setFocus()
    compose(page.ui.itemText, preedit="bang")
    qtbot.wait(80)
    assert "2之1：办实事；" in texts(page)
    compose(page.ui.itemText, commit="帮")
    qtbot.waitUntil(lambda: "帮2之1：办实事；" in texts(page) or "2之1：办实事；帮" in texts(page))


def test_enter_in_the_outline_adds_an_item_after_the_current_one_and_waits_for_its_words(plan_page, qtbot):
    page = plan_page()
    go(page, "1之1")
    qtbot.keyClick(tree(page), Key.Key_Return)
    assert QApplication.focusWidget() is page.ui.itemText
    qtbot.keyClicks(page.ui.itemText, "A new sentence.")
    qtbot.keyClick(page.ui.itemText, Key.Key_Tab)
    assert texts(page)[:3] == ["1之1：办实事；", "A new sentence.", "1之2：办实事；"]
    assert lines(page)[3:6] == ["1之1：办实事；", "A new sentence.", "1之2：办实事；"]


def test_a_theme_and_a_passage_are_added_after_the_current_part(plan_page, qtbot):
    page = plan_page()
    go(page, "第1块")
    qtbot.keyClick(tree(page), Key.Key_Return, CONTROL | SHIFT)
    assert QApplication.focusWidget() is page.ui.themeLead
    qtbot.keyClicks(page.ui.themeLead, "In between.")
    page.ui.themeLabel.setFocus()
    assert [theme.lead for theme in held(page.workplace, Theme)] == [
        "第1块：办实事。",
        "In between.",
        "第2块：办实事。",
    ]
    go(page, "第2块")
    page.commands()[2].trigger()
    assert QApplication.focusWidget() is page.ui.passageText
    compose(page.ui.passageText, commit="结尾的一段。")
    page.settle()
    assert held(page.workplace, Passage)[-1].text == "结尾的一段。"


def test_items_are_moved_by_keys_also_from_theme_to_theme_and_undone_in_one_step(plan_page, qtbot):
    page = plan_page()
    go(page, "1之2")
    qtbot.keyClick(tree(page), Key.Key_Up, ALT)
    assert texts(page) == ["1之2：办实事；", "1之1：办实事；", "2之1：办实事；", "2之2：办实事；"]
    go(page, "2之1")
    qtbot.keyClick(tree(page), Key.Key_Up, ALT)
    assert len(items_of(page, held(page.workplace, Theme)[0])) == 3
    assert tree(page).currentIndex().data() == "2之1：办实事；"
    page.workplace.undo()
    page.workplace.undo()
    assert texts(page) == ["1之1：办实事；", "1之2：办实事；", "2之1：办实事；", "2之2：办实事；"]


def test_several_lines_are_cut_and_pasted_elsewhere(plan_page, qtbot):
    page = plan_page()
    go(page, "1之1")
    qtbot.keyClick(tree(page), Key.Key_Down, SHIFT)
    qtbot.keyClick(tree(page), Key.Key_X, CONTROL)
    assert len(texts(page)) == 4
    go(page, "2之1")
    qtbot.keyClick(tree(page), Key.Key_V, CONTROL)
    assert texts(page) == ["2之1：办实事；", "1之1：办实事；", "1之2：办实事；", "2之2：办实事；"]
    assert len({index.data() for index in tree(page).selectedIndexes()}) == 2


def test_lines_of_text_from_elsewhere_are_pasted_as_items(plan_page, qtbot):
    page = plan_page()
    QGuiApplication.clipboard().setText("第一句；\r\n\r\n第二句。\n")
    go(page, "1之1")
    qtbot.keyClick(tree(page), Key.Key_V, CONTROL)
    assert texts(page)[:4] == ["1之1：办实事；", "第一句；", "第二句。", "1之2：办实事；"]


def test_copied_lines_are_plain_text(plan_page, qtbot):
    page = plan_page()
    go(page, "第1块")
    qtbot.keyClick(tree(page), Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "第1块：办实事。1之1：办实事；1之2：办实事；"


def test_a_theme_is_deleted_with_all_it_holds_and_comes_back_by_the_notice(plan_page, qtbot):
    page = plan_page()
    go(page, "第1块")
    qtbot.keyClick(tree(page), Key.Key_Delete)
    assert "第1块：办实事。" not in lines(page)
    assert tree(page).currentIndex().data() == "第2块：办实事。"
    page.workplace.undo()
    assert texts(page) == ["1之1：办实事；", "1之2：办实事；", "2之1：办实事；", "2之2：办实事；"]
    assert {unit.name for unit in held(page.workplace, ItemUnit)} == {"科室11", "科室12", "科室21", "科室22"}


def test_lines_are_dragged_to_another_theme(plan_page):
    page = plan_page()
    model = page.model
    first, second = held(page.workplace, Theme)
    dragged: QMimeData = model.mimeData([model.find(items_of(page, first)[0].id)])
    assert not model.dropMimeData(dragged, Qt.DropAction.MoveAction, 1, 0, model.find(second.id))
    assert [item.text for item in items_of(page, second)] == [
        "2之1：办实事；",
        "1之1：办实事；",
        "2之2：办实事；",
    ]
    theme: QMimeData = model.mimeData([model.find(second.id)])
    model.dropMimeData(theme, Qt.DropAction.MoveAction, 0, 0, model.index(0, 0, QModelIndex()))
    assert lines(page)[1].startswith("第2块")
    into_an_item: QMimeData = model.mimeData([model.find(first.id)])
    before = lines(page)
    model.dropMimeData(into_an_item, Qt.DropAction.MoveAction, 0, 0, model.find(second.id))
    assert lines(page) == before


def test_the_form_keeps_title_people_due_date_and_paragraph(plan_page, qtbot):
    page = plan_page()
    ui = page.ui
    go(page, "1之1")
    ui.shortTitle.setFocus()
    compose(ui.shortTitle, commit="走访")
    qtbot.keyClick(ui.shortTitle, Key.Key_Tab)
    ui.responsible.setFocus()
    compose(ui.responsible, commit="禾小满")
    ui.due.setFocus()
    qtbot.keyClicks(ui.due, "6.30")
    qtbot.keyClick(ui.due, Key.Key_Tab)
    assert ui.due.text() == "2031-06-30"
    qtbot.mouseClick(ui.beginsParagraph, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    (item,) = (i for i in held(page.workplace, PlanItem) if i.text.startswith("1之1"))
    assert (item.short_title, item.responsible, item.due_on) == ("走访", "禾小满", date(2031, 6, 30))
    assert item.begins_paragraph
    assert "走访" in lines(page)


def test_a_date_that_is_none_is_said_marked_and_not_lost(plan_page, qtbot):
    page = plan_page()
    go(page, "1之1")
    page.ui.due.setFocus()
    compose(page.ui.due, commit="等通知再说")
    qtbot.keyClick(page.ui.due, Key.Key_Tab)
    assert page.ui.itemFault.isVisible()
    assert "看不出是哪一天" in page.ui.itemFault.text()
    assert page.ui.due.text() == "等通知再说"
    page.ui.due.setFocus()
    page.ui.due.selectAll()
    qtbot.keyClicks(page.ui.due, "2031-7-1")
    qtbot.keyClick(page.ui.due, Key.Key_Tab)
    assert not page.ui.itemFault.isVisible()


def test_units_and_programmes_are_lines_of_names(plan_page, qtbot):
    known = make.programme("星火帮带")
    page = plan_page((*county(), known, make.alias(known, "星火结对")))
    go(page, "1之1")
    assert page.ui.units.text() == "科室11"
    page.ui.units.setFocus()
    page.ui.units.selectAll()
    compose(page.ui.units, commit="会员部、科室11，办公室")
    page.ui.programmes.setFocus()
    compose(page.ui.programmes, commit="星火结对、小岛你好")
    page.ui.shortTitle.setFocus()
    (item,) = (i for i in held(page.workplace, PlanItem) if i.text.startswith("1之1"))
    assert [u.name for u in held(page.workplace, ItemUnit, item_id=item.id)] == ["会员部", "科室11", "办公室"]
    named = {p.id: p.name for p in held(page.workplace, Programme)}
    links = held(page.workplace, ItemProgramme, item_id=item.id)
    assert {named[link.programme_id] for link in links} == {"星火帮带", "小岛你好"}
    assert set(page.ui.programmes.text().split("、")) == {"星火帮带", "小岛你好"}


def test_milestones_and_measures_are_typed_into_their_tables(plan_page, qtbot):
    page = plan_page()
    go(page, "1之1")
    table, model = page.ui.milestones, page.forms.details.milestones
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(table, Key.Key_F2)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "Set the place")
    qtbot.keyClick(editor, Key.Key_Return)
    settle()
    (step,) = held(page.workplace, Milestone)
    assert step.text == "Set the place"
    model.setData(model.index(0, 1), "3月底")
    assert held(page.workplace, Milestone)[0].due_on == date(2031, 3, 31)
    measures = page.forms.details.measures
    measures.setData(measures.index(0, 0), "展会")
    measures.setData(measures.index(0, 3), "十二")
    (measure,) = held(page.workplace, Measure)
    assert (measure.name, measure.target) == ("展会", 12)
    table.setCurrentIndex(model.index(0, 0))
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Delete)
    assert held(page.workplace, Milestone) == ()


def test_an_item_can_be_written_before_the_column_is_there(page_of, qtbot, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(PlanPage, "_begin_column", lambda _: None)
        page = page_of(PlanPage, county())
        qtbot.waitUntil(lambda: page._is_painted)
        settle()
    tree(page).expandAll()
    go(page, "1之2")
    page.ui.itemText.setFocus()
    page.ui.itemText.selectAll()
    compose(page.ui.itemText, commit="走访三十家渔业企业。")
    assert column(page) == ""
    assert page.settle()
    assert "走访三十家渔业企业。" in texts(page)
    page._begin_column()
    qtbot.waitUntil(lambda: "走访三十家渔业企业。" in marked(page))


def test_a_click_on_a_line_of_the_column_leads_to_its_item(plan_page, qtbot):
    page = plan_page()
    strip = page.ui.strip
    (number, *_) = (n for n, line in enumerate(strip.galley.lines) if "2之2" in line.text)
    point = strip.point_of(number).toPoint()
    end = QPoint(point.x() + 2, point.y())
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert "2之" in page.ui.itemText.toPlainText()
    assert QApplication.focusWidget() is page.ui.itemText


def test_a_closed_plan_takes_nothing_until_it_is_opened_again(plan_page, qtbot):
    page = plan_page()
    page.ui.planState.setFocus()
    qtbot.keyClick(page.ui.planState, Key.Key_End)
    assert held(page.workplace, Plan)[0].state is PlanState.CLOSED
    go(page, "1之1")
    assert page.ui.itemText.isReadOnly()
    assert not page.ui.override.isEnabled()
    go(page, "鹤沙县工商联")
    page.ui.planState.setFocus()
    qtbot.keyClick(page.ui.planState, Key.Key_Home)
    go(page, "1之1")
    assert not page.ui.itemText.isReadOnly()


def test_without_a_plan_the_page_says_how_one_begins(plan_page, qtbot):
    of = make.federation("鹤沙县工商联")
    page = plan_page([of], federation=of.id)
    year = page.workplace.scope.year
    assert page.ui.emptyText.text() == f"鹤沙县工商联还没有{year}年的计划。"
    qtbot.mouseClick(page.ui.beginBlank, Qt.MouseButton.LeftButton)
    assert lines(page)[0] == "鹤沙县工商联"
    assert held(page.workplace, Plan)[0].year == year


def test_a_narrow_window_gives_the_column_s_room_to_the_form(plan_page):
    page = plan_page()
    assert page.ui.stripPane.isVisible()
    page.resize(680, 350)
    settle()
    assert not page.ui.stripPane.isVisible()
    page.resize(1240, 640)
    settle()
    assert page.ui.stripPane.isVisible()
    assert column(page)


def test_undo_elsewhere_shows_in_the_open_form(plan_page, qtbot):
    page = plan_page()
    go(page, "1之1")
    page.ui.leader.setFocus()
    compose(page.ui.leader, commit="卢一苇")
    page.ui.shortTitle.setFocus()
    page.workplace.undo()
    assert page.ui.leader.text() == ""
    page.workplace.redo()
    assert page.ui.leader.text() == "卢一苇"


def test_a_new_plan_is_written_by_enter_theme_first_then_items(plan_page, qtbot):
    of = make.federation("鹤沙县工商联")
    page = plan_page([of, make.plan(of, 2031, heading="鹤沙县工商联：")])
    qtbot.keyClick(tree(page), Key.Key_Return)
    assert QApplication.focusWidget() is page.ui.themeLead
    compose(page.ui.themeLead, commit="着力把商会办实。")
    tree(page).setFocus()
    qtbot.keyClick(tree(page), Key.Key_Return)
    assert QApplication.focusWidget() is page.ui.itemText
    compose(page.ui.itemText, commit="走访三十家企业；")
    tree(page).setFocus()
    assert lines(page) == ["鹤沙县工商联", "着力把商会办实。", "走访三十家企业；"]
    assert column(page) == "鹤沙县工商联：着力把商会办实。走访三十家企业；"

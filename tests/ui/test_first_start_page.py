"""The first start as a person goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFileDialog

from moushi.desk import beginning
from moushi.desk.preferences import Language
from moushi.domain.kinds import Level
from moushi.domain.records import Federation, Plan, Township
from moushi.ui.first_start_page import FirstStartPage
from moushi.ui.notices import Notice

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def page(page_of) -> FirstStartPage:
    return page_of(FirstStartPage)


POPUP = pytest.mark.qt_log_ignore(r"does not support (propagateSizeHints|raise\(\)|grabbing the keyboard)")


def type_county(page: FirstStartPage, text: str) -> None:
    """The whole name at once, without the list of proposals."""
    page.ui.county.setFocus()
    page.ui.county.setEditText(text)


def kept(page: FirstStartPage, kind):
    with page.workplace.desk.snapshot() as snapshot:
        return snapshot.where(kind)


def test_a_known_county_fills_in_the_rest(page):
    type_county(page, "普陀区")
    ui = page.ui
    assert ui.federation.text() == "普陀区工商联"
    assert ui.level.currentText() == "区"
    assert ui.above.text() == "舟山市工商联"
    assert ui.townships.toPlainText().startswith("沈家门街道\n东港街道")
    assert ui.townCount.text() == "共 10 个"


def test_any_other_name_gives_a_federation_too(page):
    type_county(page, "云屿县")
    assert page.ui.federation.text() == "云屿县工商联"
    assert page.ui.above.text() == ""
    assert page.ui.townships.toPlainText() == ""
    assert page.ui.townCount.text() == "还没有"


@POPUP
@pytest.mark.parametrize(("typed", "name"), [("岱", "岱山县"), ("cmq", "崇明区"), ("NAX", "南澳县")])
def test_a_county_is_found_by_part_of_its_name_or_by_pinyin_initials(page, qtbot, typed, name):
    page.ui.county.setFocus()
    editor, completer = page.ui.county.lineEdit(), page.ui.county.completer()
    if typed.isascii():
        qtbot.keyClicks(editor, typed)
        popup = completer.popup()
        qtbot.waitUntil(popup.isVisible)
        qtbot.keyClick(popup, Key.Key_Down)
        qtbot.keyClick(popup, Key.Key_Return)
        assert page.ui.federation.text() == f"{name}工商联"
    else:
        completer.setCompletionPrefix(typed)
        assert completer.currentCompletion() == name


@POPUP
def test_pinyin_initials_alone_name_a_county(page, qtbot):
    page.ui.county.setFocus()
    qtbot.keyClicks(page.ui.county.lineEdit(), "ssx")
    assert page.ui.federation.text() == "嵊泗县工商联"
    assert page.ui.townships.toPlainText()


def test_a_county_is_chosen_from_the_list_with_arrow_keys(page, qtbot):
    page.ui.county.setFocus()
    qtbot.keyClick(page.ui.county, Key.Key_Down)
    assert page.ui.county.currentText() == beginning.counties()[0].name
    assert page.ui.federation.text() == "岱山县工商联"


def test_townships_typed_by_hand_outlive_another_county(page, qtbot):
    type_county(page, "岱山县")
    page.ui.townships.appendPlainText("新设镇")
    type_county(page, "嵊泗县")
    assert page.ui.townships.toPlainText().startswith("高亭镇")
    assert page.ui.townships.toPlainText().endswith("新设镇")
    assert page.ui.federation.text() == "嵊泗县工商联"


def test_townships_only_prefilled_follow_the_county(page):
    type_county(page, "岱山县")
    type_county(page, "嵊泗县")
    assert page.ui.townships.toPlainText().startswith("菜园镇")


def test_beginning_puts_all_into_the_store_as_one_change(page, qtbot):
    type_county(page, "岱山县")
    page.ui.year.setValue(2031)
    with qtbot.waitSignal(page.begun) as begun:
        qtbot.mouseClick(page.ui.begin, Left)
    assert begun.args == ["blank", None]
    city, county = sorted(kept(page, Federation), key=lambda each: each.level is not Level.CITY)
    assert (county.name, county.parent_id, county.region_code) == ("岱山县工商联", city.id, "330921")
    assert len(kept(page, Township)) == 7
    assert [plan.year for plan in kept(page, Plan)] == [2031]
    scope = page.workplace.scope
    assert (scope.year, scope.one) == (2031, county)
    (change,) = page.workplace.desk.store.history()
    assert change.edit_count == 10
    page.workplace.undo()
    assert kept(page, Federation) == ()


def test_it_can_all_be_done_by_keyboard(page, qtbot):
    page.ui.county.setFocus()
    page.ui.county.setEditText("岱山县")
    order = []
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        order.append(QApplication.focusWidget().objectName())
        if QApplication.focusWidget() is page.ui.begin:
            break
    assert order == ["federation", "level", "above", "year", "townships", "blank", "begin"]
    with qtbot.waitSignal(page.begun):
        qtbot.keyClick(page.ui.begin, Key.Key_Space)


def test_another_name_of_the_federation_stands_and_carries_no_code_of_the_county(page, qtbot):
    type_county(page, "岱山县")
    page.ui.federation.setText("衢山镇商会联合会")
    page.ui.above.clear()
    qtbot.mouseClick(page.ui.begin, Left)
    (federation,) = kept(page, Federation)
    assert (federation.name, federation.region_code) == ("衢山镇商会联合会", None)


def test_without_a_county_nothing_begins_and_the_person_is_told(page, qtbot):
    with qtbot.assertNotEmitted(page.begun):
        qtbot.mouseClick(page.ui.begin, Left)
    assert "县" in page.ui.fault.text()
    assert QApplication.focusWidget() is page.ui.county
    type_county(page, "岱山县")
    assert page.ui.fault.text() == ""


def test_a_file_goes_along_to_the_review(page, tmp_path, qtbot, monkeypatch):
    plan = tmp_path / "要点.docx"
    plan.touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(plan), ""))
    type_county(page, "岱山县")
    assert not page.ui.chooseFile.isEnabled()
    qtbot.mouseClick(page.ui.lastYear, Left, pos=QPoint(12, page.ui.lastYear.height() // 2))
    with qtbot.assertNotEmitted(page.begun):
        qtbot.mouseClick(page.ui.begin, Left)
    assert "文件" in page.ui.fault.text()
    qtbot.mouseClick(page.ui.chooseFile, Left)
    with qtbot.waitSignal(page.begun) as begun:
        qtbot.mouseClick(page.ui.begin, Left)
    assert begun.args == ["last_year", plan]


def test_a_dropped_file_is_this_years_plan_unless_said_otherwise(page, tmp_path):
    plan = tmp_path / "任务分解表.xlsx"
    plan.touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plan))])
    nothing_pressed = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Left, nothing_pressed))
    assert page.ui.thisYear.isChecked()
    assert Path(page.ui.file.text()) == plan


def test_the_years_are_named_in_what_can_be_chosen(page):
    page.ui.year.setValue(2031)
    assert page.ui.thisYear.text() == "2031 年计划的文件(&I)"
    assert page.ui.lastYear.text() == "2030 年计划的文件，照搬过来(&M)"
    page.ui.lastYear.setChecked(True)
    assert "2031" in page.ui.fromHint.text()


def test_the_year_is_this_one_until_another_is_chosen(page):
    year = page.workplace.today().year
    assert page.ui.year.value() == year
    assert str(year) in page.ui.thisYear.text()
    page.ui.year.setValue(2031)
    page.refresh()
    assert page.ui.year.value() == 2031


def test_the_sample_opens_in_a_store_of_its_own(page, qtbot):
    with qtbot.waitSignal(page.store_wanted, timeout=60_000) as wanted:
        qtbot.mouseClick(page.ui.sample, Left)
    assert wanted.args == [beginning.sample_place()]
    assert wanted.args[0].exists()
    assert kept(page, Federation) == ()


def test_the_step_to_take_stands_under_the_third_step_and_enter_takes_it(page, qtbot):
    ui = page.ui
    assert ui.begin.isDefault()
    assert ui.begin.mapTo(page, ui.begin.rect().topLeft()).x() >= ui.blank.mapTo(page, QPoint()).x()
    assert ui.begin.mapTo(page, QPoint()).y() > ui.fromHint.mapTo(page, QPoint()).y()
    type_county(page, "岱山县")
    qtbot.keyClick(ui.county, Key.Key_Return)
    assert kept(page, Plan) == ()  # Enter there takes a county of the list
    ui.federation.setFocus()
    with qtbot.waitSignal(page.begun):
        qtbot.keyClick(ui.federation, Key.Key_Return)
    assert len(kept(page, Plan)) == 1


def test_a_store_of_another_computer_is_asked_to_be_brought_in(page, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "carry.sqlite"), ""))
    with qtbot.waitSignal(page.restore_asked) as asked:
        qtbot.mouseClick(page.ui.bring, Left)
    assert asked.args == [tmp_path / "carry.sqlite"]


def test_beginning_twice_is_refused_with_a_word(page, qtbot):
    type_county(page, "岱山县")
    qtbot.mouseClick(page.ui.begin, Left)
    with qtbot.assertNotEmitted(page.begun):
        qtbot.mouseClick(page.ui.begin, Left)
    assert "已经有了" in page.workplace.host.findChildren(Notice)[0].accessibleName()


def test_the_steps_stand_side_by_side_or_below_each_other(page):
    page.resize(1200, 600)
    assert page.ui.steps.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(600, 270)
    assert page.ui.steps.direction() == QBoxLayout.Direction.TopToBottom
    QApplication.processEvents()
    assert page.ui.scroll.horizontalScrollBar().maximum() == 0


def test_it_speaks_english_too(page_of):
    page = page_of(FirstStartPage, speak=Language.ENGLISH)
    assert page.ui.title.text() == "Begin with your county"
    assert page.ui.begin.text() == "Be&gin"
    assert page.ui.level.currentText() == "county"


def test_a_store_for_reading_only_does_not_begin(page_of, make_desk):
    page = page_of(FirstStartPage, desk=make_desk(read_only=True))
    assert not page.ui.begin.isEnabled()
    assert page.ui.sample.isEnabled()

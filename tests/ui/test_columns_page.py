"""Taking a list in as a clerk does: file dropped, columns looked at, reviewed, found in the register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

import factories as make
from intake.lists import OF, book
from moushi.desk.form_shelf import load_form
from moushi.desk.list_columns import Meaning, kept_layouts
from moushi.desk.preferences import Language
from moushi.desk.sending import export_forms
from moushi.domain.records import Activity, Chamber, Member, Membership, Participation
from moushi.ui.columns_page import ColumnsPage
from return_documents import RECORDS
from return_files import NOW
from ui.windows import CONTROL, held, notices, settle

Key = Qt.Key
TITLE = ["鹭汀镇商会会员名册"]
HEADER = ["序号", "企业名称", "联络手机", "爱好"]
ROWS = [[1, "远帆渔具有限公司", "13888001234", "渔业"], [2, "蓝礁养殖厂", "13888005678", "养殖"]]
LEDGER = [["走访时间", "走访企业"], ["2031.3.12", "远帆渔具有限公司"]]


@pytest.fixture
def window(show):
    return show((OF, make.plan(OF), make.chamber(OF)))


@pytest.fixture
def files(tmp_path):
    def made(**sheets):
        paths = []
        for name, rows in sheets.items():
            (tmp_path / f"{name}.xlsx").write_bytes(book(rows))
            paths.append(tmp_path / f"{name}.xlsx")
        return paths

    return made


def drop(window, qtbot, paths):
    """Let files fall on the window, and wait until they are read."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    read(window, qtbot)


def read(window, qtbot):
    qtbot.wait(5)
    qtbot.waitUntil(lambda: not window.workplace.jobs.busy)
    settle()


def current(window):
    return window.ui.pages.currentWidget().objectName()


def page(window) -> ColumnsPage:
    found = window.ui.pages.currentWidget()
    assert isinstance(found, ColumnsPage)
    return found


def boxes(window):
    return [line.box for line in page(window)._lines]


def shown(window):
    return [box.currentText() for box in boxes(window)]


def press_until(qtbot, box, text):
    """Go down in a box to an entry."""
    for _ in range(box.count()):
        if box.currentText() != text:
            qtbot.keyClick(box, Key.Key_Down)
    assert box.currentText() == text


def press_in_notice(window, qtbot, text):
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_list_dropped_is_asked_about_reviewed_and_stands_in_the_register(window, qtbot, files):
    window.show_page("members")
    drop(window, qtbot, files(名册=[TITLE, HEADER, *ROWS]))
    assert current(window) == "columnsPage"
    assert window.ui.showReview.isChecked()
    assert page(window).ui.heading.text() == "名册.xlsx，工作表“名册”"
    assert shown(window) == ["序号", "会员（单位）名称", "电话", "（不读）"]
    assert page(window).ui.note.text().startswith("不读的列：爱好")
    assert QApplication.focusWidget() is boxes(window)[0]
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert current(window) == "reviewPage"
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert current(window) == "membersPage"
    assert sorted(member.name for member in held(window, Member)) == ["蓝礁养殖厂", "远帆渔具有限公司"]
    assert len(held(window, Membership)) == 2
    listed = window.ui.pages.currentWidget().ui.table.model()
    assert {listed.index(row, 0).data() for row in range(listed.rowCount())} == {
        "远帆渔具有限公司",
        "蓝礁养殖厂",
    }


def test_a_box_is_set_by_keyboard_alone_and_what_it_says_is_read(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    last = boxes(window)[3]
    assert QApplication.focusWidget() is last
    assert {index.column() for index in page(window).ui.preview.selectedIndexes()} == {3}
    press_until(qtbot, last, "行业")
    assert page(window).ui.note.text().startswith("各列都会读入")
    qtbot.keyClick(last, Key.Key_Return, CONTROL)
    read(window, qtbot)
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert {member.industry for member in held(window, Member)} == {"渔业", "养殖"}


def test_the_next_file_of_that_header_goes_straight_to_the_review(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    read(window, qtbot)
    window.ui.pages.currentWidget()._close()
    drop(window, qtbot, files(另一册=[HEADER, [1, "青屿商行", "13888001111", ""]]))
    assert current(window) == "reviewPage"


def test_without_the_column_of_names_nothing_goes_on(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    name = boxes(window)[1]
    name.setFocus()
    qtbot.keyClick(name, Key.Key_Home)
    assert name.currentText() == "（不读）"
    assert not page(window).ui.goOn.isEnabled()
    assert page(window).ui.note.text() == "请指明哪一列是“会员（单位）名称”，每一行靠它辨认。"
    qtbot.keyClick(name, Key.Key_Return, CONTROL)
    assert current(window) == "columnsPage"
    assert kept_layouts(window.workplace.desk) == {}


def test_two_columns_of_one_meaning_are_said(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    box = boxes(window)[3]
    box.setCurrentIndex(box.findData(Meaning.PHONE.value))
    assert page(window).ui.note.text().startswith("有两列都是“电话”")
    assert not page(window).ui.goOn.isEnabled()


def test_cancelling_takes_nothing_in_and_can_be_taken_back(window, qtbot, files):
    window.show_page("chambers")
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    qtbot.keyClick(boxes(window)[2], Key.Key_Escape)
    assert current(window) == "chambersPage"
    assert not window.ui.showReview.isVisible()
    assert held(window, Member) == ()
    assert notices(window) == ["未导入：名册.xlsx"]
    press_in_notice(window, qtbot, "重新显示")
    assert shown(window)[1] == "会员（单位）名称"


def test_the_mouse_cancels_and_goes_on_too(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    qtbot.mouseClick(page(window).ui.cancel, Qt.MouseButton.LeftButton)
    assert current(window) == "planPage"
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    qtbot.mouseClick(page(window).ui.goOn, Qt.MouseButton.LeftButton)
    read(window, qtbot)
    assert current(window) == "reviewPage"


def test_two_files_at_once_are_asked_one_after_the_other_and_reviewed_together(window, qtbot, files):
    drop(window, qtbot, files(名册=[TITLE, HEADER, *ROWS], 走访=LEDGER))
    assert page(window).ui.heading.text().endswith("第 1 张，共 2 张")
    assert not page(window).ui.before.isEnabled()
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    assert page(window).ui.heading.text().startswith("走访.xlsx")
    assert page(window).ui.kind.currentText() == "台账记录"
    assert QApplication.focusWidget() is boxes(window)[0]
    qtbot.keyClick(boxes(window)[0], Key.Key_PageUp, CONTROL)
    assert page(window).ui.heading.text().startswith("名册.xlsx")
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert current(window) == "reviewPage"
    review = window.ui.pages.currentWidget()
    assert review.things.rowCount() == 2
    qtbot.keyClick(window, Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    read(window, qtbot)
    assert len(held(window, Member)) == 2
    assert current(window) == "reviewPage"  # the visit is compared with the members that have come in
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert len(held(window, Activity)) == len(held(window, Participation)) == 1


def test_of_two_returns_and_a_list_only_the_list_is_asked_about(show, qtbot, files, tmp_path):
    window = show(RECORDS)
    desk = window.workplace.desk
    sent = export_forms(desk, tmp_path / "表", 2031, "2031-03", forms=[load_form(desk, "members")], now=NOW)
    returns = [each.path for each in sent.files]
    assert len(returns) == 2
    drop(window, qtbot, [*returns, *files(名册=[HEADER, *ROWS])])
    assert page(window).ui.heading.text() == "名册.xlsx，工作表“名册”"
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert current(window) == "reviewPage"
    assert window.ui.pages.currentWidget().things.rowCount() == 3


def test_a_stray_list_among_returns_is_put_away_and_the_returns_go_on(show, qtbot, files, tmp_path):
    window = show(RECORDS)
    window.show_page("returns")
    desk = window.workplace.desk
    export_forms(desk, tmp_path, 2031, "2031-03", forms=[load_form(desk, "members")], now=NOW)
    files(食堂菜单=[["食堂", "早餐"], ["周一", "馒头"]])
    drop(window, qtbot, [tmp_path])
    assert page(window).ui.heading.text().startswith("食堂菜单.xlsx")
    qtbot.keyClick(boxes(window)[0], Key.Key_Escape)
    read(window, qtbot)
    assert notices(window) == ["未导入：食堂菜单.xlsx"]
    assert current(window) == "reviewPage"
    assert window.ui.pages.currentWidget().things.rowCount() == 2
    press_in_notice(window, qtbot, "重新显示")
    assert page(window).ui.heading.text().startswith("食堂菜单.xlsx")


def test_of_two_lists_the_one_put_away_is_left_out_and_the_other_asked_on(window, qtbot, files):
    drop(window, qtbot, files(名册=[TITLE, HEADER, *ROWS], 走访=LEDGER))
    qtbot.keyClick(boxes(window)[0], Key.Key_Escape)
    assert page(window).ui.heading.text().startswith("走访.xlsx")
    assert notices(window) == ["未导入：名册.xlsx"]
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert current(window) == "reviewPage"
    assert window.ui.pages.currentWidget().things.rowCount() == 1


def test_another_kind_of_list_is_chosen_above(window, qtbot, files):
    drop(window, qtbot, files(名单=[["名称", "所在地"], ["白礁镇商会", "白礁镇"], ["沙湾镇商会", "沙湾镇"]]))
    kind = page(window).ui.kind
    kind.setFocus()
    press_until(qtbot, kind, "商会")
    assert shown(window) == ["商会", "乡镇街道"]
    assert QApplication.focusWidget() is kind
    qtbot.keyClick(kind, Key.Key_Return, CONTROL)
    read(window, qtbot)
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert sorted(chamber.name for chamber in held(window, Chamber)) == [
        "沙湾镇商会",
        "白礁镇商会",
        "鹭汀镇商会",
    ]


def test_the_columns_are_chosen_again_from_the_review(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    qtbot.keyClick(boxes(window)[0], Key.Key_Return, CONTROL)
    read(window, qtbot)
    qtbot.keyClick(window, Key.Key_F6)
    read(window, qtbot)
    box = boxes(window)[3]
    box.setCurrentIndex(box.findData(Meaning.INDUSTRY.value))
    qtbot.keyClick(box, Key.Key_Return, CONTROL)
    read(window, qtbot)
    review = window.ui.pages.currentWidget()
    assert current(window) == "reviewPage"
    assert review.things.rowCount() == 1
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    read(window, qtbot)
    assert {member.industry for member in held(window, Member)} == {"渔业", "养殖"}


def test_a_table_copied_from_excel_is_asked_about_too(window, qtbot):
    QApplication.clipboard().setText("\n".join("\t".join(map(str, row)) for row in (HEADER, *ROWS)))
    window.ui.takeInText.trigger()
    read(window, qtbot)
    assert page(window).ui.heading.text().startswith("粘贴的文字")


def test_what_waits_for_its_columns_is_named_when_another_store_is_opened(window, qtbot, files):
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    window.storeroom.opened.emit()
    assert any("名册.xlsx" in notice for notice in notices(window))


def test_the_wheel_over_a_box_changes_nothing_that_has_not_the_keyboard(window, qtbot, files):
    from PySide6.QtGui import QWheelEvent

    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    box: QComboBox = boxes(window)[1]
    before = box.currentText()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentText() == before


@pytest.mark.parametrize("language", Language)
def test_every_box_has_a_name_and_says_how_sure_it_is(show, qtbot, files, language):
    window = show((OF, make.plan(OF)), language)
    drop(window, qtbot, files(名册=[HEADER, *ROWS]))
    for box in boxes(window):
        assert box.accessibleName()
        assert box.toolTip() == box.accessibleDescription() != ""
    window.resize(683, 350)
    settle()
    assert not page(window).ui.preview.isVisible()

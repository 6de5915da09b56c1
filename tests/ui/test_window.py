"""The window itself: opening stores, years and federations, pages, notices, language, colours, faults.

Over 400 lines: what only the whole window does is tried in one place.
"""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QToolButton
from shiboken6 import isValid

import factories as make
from moushi.changes.model import Insert, typed
from moushi.desk import beginning, preferences
from moushi.desk.desk import Desk, open_for_work, open_to_look
from moushi.desk.preferences import Appearance, Language
from moushi.domain.records import Milestone, Plan, PlanItem
from moushi.errors import MoushiError, say
from moushi.store import open_store
from moushi.ui.about import About
from moushi.ui.notices import Notice
from moushi.ui.window import MainWindow
from ui.plans import county
from ui.windows import CONTROL, compose, held, lines, notices, settle, tree

Key = Qt.Key


def lightness(window: MainWindow) -> int:
    settle()
    return window.palette().window().color().lightness()


def current(window: MainWindow) -> str:
    return window.ui.pages.currentWidget().objectName()


def test_a_store_with_a_plan_opens_on_the_plan_with_the_keyboard_in_the_outline(show):
    window = show((*county("鹤沙县工商联"), *county("白礁县工商联")))
    assert current(window) == "planPage"
    assert lines(window)[:3] == ["白礁县工商联", "潮起海岛，万象更新。", "第1块：办实事。"]
    assert QApplication.focusWidget() is tree(window)
    assert window.ui.showPlan.isChecked()


def test_an_empty_store_opens_on_the_first_steps(show):
    window = show(())
    assert current(window) == "firstPage"


def test_without_a_federation_the_plan_page_gives_way_to_the_first_steps(show, qtbot):
    window = show(())
    qtbot.mouseClick(window.ui.planButton, Qt.MouseButton.LeftButton)
    assert current(window) == "firstPage"
    qtbot.keyClick(window, Key.Key_3, CONTROL)
    qtbot.keyClick(window, Key.Key_2, CONTROL)
    assert current(window) == "firstPage"


def test_undone_to_the_beginning_the_first_steps_are_there_and_the_plan_again_when_redone(show, qtbot):
    window = show(())
    begun = window.ui.pages.currentWidget()
    begun.ui.county.setCurrentText("岱山县")
    qtbot.mouseClick(begun.ui.begin, Qt.MouseButton.LeftButton)
    assert current(window) == "planPage"
    qtbot.keyClick(tree(window), Key.Key_Z, CONTROL)
    assert current(window) == "firstPage"
    window.ui.redo.trigger()
    assert current(window) == "planPage"
    assert lines(window)[0] == "岱山县工商联"


def test_what_is_done_again_from_the_beginning_shows_in_its_own_year(show, qtbot):
    window = show(county(year=2024))
    window.ui.undo.trigger()
    assert current(window) == "firstPage"
    window.ui.redo.trigger()
    assert (current(window), window.ui.year.currentText()) == ("planPage", "2024")
    assert lines(window)[0] == "鹤沙县工商联"


def test_the_keys_of_a_page_are_in_force_beside_it_too(show, qtbot):
    window = show()
    window.show_page("members")
    window.ui.year.setFocus()
    qtbot.keyClick(window.ui.year, Key.Key_N, CONTROL)
    assert QApplication.focusWidget() is window.ui.pages.currentWidget().ui.name
    window.ui.membersButton.setFocus()
    qtbot.keyClick(window.ui.membersButton, Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is window.ui.pages.currentWidget().ui.search


def test_keys_that_take_something_away_are_in_force_within_the_page_only(show, qtbot):
    window = show()
    tree(window).setCurrentIndex(tree(window).model().index(0, 0))
    window.ui.year.setFocus()
    qtbot.keyClick(window.ui.year, Key.Key_Delete)
    assert held(window, Plan)


def test_another_year_is_chosen_with_the_keyboard(show, qtbot):
    window = show((*county(year=2030, words="旧事"), *county(year=2031, words="新事")[1:]))
    assert (window.ui.year.currentText(), lines(window)[2]) == ("2031", "第1块：新事。")
    qtbot.keyClick(window.ui.year, Key.Key_Down)
    assert (window.ui.year.currentText(), lines(window)[2]) == ("2030", "第1块：旧事。")


def test_one_federation_is_chosen_and_stays_chosen_in_another_year(show, qtbot):
    records = [*county("鹤沙县工商联"), *county("鹤沙县工商联", 2030)[1:], *county("白礁县工商联")]
    window = show((*records, *county("白礁县工商联", 2030)[1:]))
    qtbot.keyClick(window.ui.federation, Key.Key_End)
    assert window.ui.federation.currentText() == "鹤沙县工商联"
    assert "白礁县工商联" not in lines(window)
    qtbot.keyClick(window.ui.year, Key.Key_Down)
    assert window.ui.federation.currentText() == "鹤沙县工商联"
    qtbot.keyClick(window.ui.federation, Key.Key_Home)
    assert {"白礁县工商联", "鹤沙县工商联"} <= set(lines(window))


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Key.Key_1, "overviewPage"),
        (Key.Key_2, "planPage"),
        (Key.Key_3, "chambersPage"),
        (Key.Key_4, "membersPage"),
        (Key.Key_5, "ledgerPage"),
        (Key.Key_7, "articlePage"),
        (Key.Key_8, "progressPage"),
        (Key.Key_H, "historyPage"),
        (Key.Key_Comma, "settingsPage"),
    ],
)
def test_each_page_is_a_shortcut_away_with_the_keyboard_in_it(show, qtbot, key, page):
    window = show()
    window.show_page("history" if page == "planPage" else "plan")
    qtbot.keyClick(window, key, CONTROL)
    assert current(window) == page
    shown = window.ui.pages.currentWidget()
    assert shown.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget() is shown
    entries = [action.text() for action in window.ui.pageMenu.actions()]
    assert entries == [action.text() for action in shown.commands()]


def test_what_is_being_typed_is_kept_when_the_page_is_left(show, qtbot):
    window = show()
    page = window.show_page("plan")
    page.ui.planSlogan.setFocus()
    page.ui.planSlogan.selectAll()
    qtbot.keyClicks(page.ui.planSlogan, "half a word")
    qtbot.keyClick(window, Key.Key_8, CONTROL)
    assert held(window, Plan)[0].slogan == "half a word"


def test_control_z_in_an_editor_is_the_editors_and_elsewhere_the_stores(show, qtbot):
    window = show()
    page = window.show_page("plan")
    page.ui.planSlogan.setFocus()
    page.ui.planSlogan.selectAll()
    qtbot.keyClicks(page.ui.planSlogan, "other")
    qtbot.keyClick(page.ui.planSlogan, Key.Key_Z, CONTROL)
    assert page.ui.planSlogan.text() == "稳扎稳打开新局"
    qtbot.keyClicks(page.ui.planSlogan, "other")
    tree(window).setFocus()
    assert held(window, Plan)[0].slogan.endswith("other")
    qtbot.keyClick(tree(window), Key.Key_Z, CONTROL)
    assert held(window, Plan)[0].slogan == "稳扎稳打开新局"
    qtbot.keyClick(tree(window), Key.Key_Y, CONTROL)
    assert held(window, Plan)[0].slogan.endswith("other")


def test_the_menu_says_what_undo_and_redo_would_do(show):
    window = show()
    (plan,) = held(window, Plan)
    window.workplace.apply(typed(Plan, plan.id, "slogan", plan.slogan, "别的"))
    window.ui.editMenu.aboutToShow.emit()
    assert window.ui.undo.text() == "撤销(&U)：修改年度计划的口号"
    window.ui.undo.trigger()
    window.ui.editMenu.aboutToShow.emit()
    assert window.ui.redo.text().startswith("重做(&R)：")


def test_a_change_made_on_another_thread_shows_too(show, qtbot):
    window = show()
    (plan,) = held(window, Plan)
    edit = typed(Plan, plan.id, "slogan", plan.slogan, "另一句口号")
    worker = threading.Thread(target=window.workplace.desk.apply, args=(edit,))
    worker.start()
    worker.join()
    page = window.pages.page("plan")
    qtbot.waitUntil(lambda: page.ui.planSlogan.text() == "另一句口号")


def test_reload_reads_what_another_program_wrote(show, make_desk, qtbot):
    writer = make_desk(county())
    window = show(Desk(open_store(writer.path, read_only=True)))
    writer.apply(make.proposal(*map(Insert, county(year=2032)[1:])))
    qtbot.keyClick(window, Key.Key_F5)
    assert window.ui.year.itemText(0) == "2032"
    assert window.ui.year.currentText() == "2031"


def test_a_store_that_somebody_holds_is_read_only_and_says_who(show, make_desk, qtbot):
    desk = make_desk(
        county(), [say("{path} is held by {holder}.", path="x", holder="禾小满")], read_only=True
    )
    window = show(desk)
    assert window.ui.readOnly.isVisible()
    assert notices(window) == ["x is held by 禾小满."]
    assert not window.ui.takeIn.isEnabled()
    assert window.pages.page("plan").ui.planSlogan.isReadOnly()
    close = next(b for b in window.findChildren(QToolButton) if b.text() == "关闭")
    qtbot.keyClick(close, Key.Key_Space)
    assert notices(window) == []
    assert window.ui.readOnly.isVisible()


def test_a_second_window_gets_the_store_to_read_and_is_told_who_holds_it(show, make_desk):
    path = make_desk(county()).path
    window = show(lambda _: open_to_look(path))
    assert window.ui.readOnly.isVisible()
    assert lines(window)[0] == "鹤沙县工商联"
    assert str(path) in notices(window)[0]


def test_a_closed_window_leaves_the_store_to_the_next_one(show, tmp_path):
    path = tmp_path / "own.sqlite"
    show(lambda _: open_to_look(path)).close()
    assert not show(lambda _: open_to_look(path)).ui.readOnly.isVisible()


def test_a_store_that_cannot_be_opened_leaves_a_notice_and_a_way_on(show):
    def refuse(path: Path) -> Desk:
        raise MoushiError("The program's own files are missing: {path}. Install Moushi again.", path=path)

    window = show(refuse)
    assert notices(window) == ["程序自带的文件缺失：county.sqlite。请重新安装谋实。"]
    assert window.ui.closedText.isVisible()
    assert not window.ui.showPlan.isEnabled()


def test_a_damaged_store_is_put_right_from_a_backup_at_a_click(show, tmp_path, monkeypatch, qtbot):
    monkeypatch.chdir(tmp_path)
    place = Path("county.sqlite")
    store = open_store(place)
    store.apply(make.proposal(*map(Insert, county())))
    backup = store.backup("asked")
    store.close()
    place.write_bytes(place.read_bytes()[:8192] + b"\x7f" * 60_000)
    window = show(lambda _: open_to_look(place, ""))
    assert current(window) == "closedPage"
    asked = []

    def choose(_parent, _title, folder, *_):
        asked.append(folder)
        return str(backup.path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    (button,) = (each for each in window.findChildren(QPushButton) if each.text() == "恢复备份…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["county-backups"]
    assert current(window) == "planPage"
    assert lines(window)[0] == "鹤沙县工商联"


def test_a_file_that_is_no_backup_is_refused_and_the_person_stays_where_they_are(show, tmp_path):
    window = show()
    settings = window.show_page("settings")
    wrong = tmp_path / "假期安排.sqlite"
    wrong.write_text("这不是资料库", encoding="utf-8")
    settings.restore_asked.emit(wrong)
    assert current(window) == "settingsPage"
    assert window.workplace.is_open
    assert any("假期安排" in notice for notice in notices(window))


def test_another_store_is_chosen_and_the_first_one_let_go(show, make_desk, monkeypatch, qtbot):
    first, second = make_desk(county()), make_desk(county(words="别的"))
    window = show(lambda path: second if path == second.path else first)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(second.path), ""))
    qtbot.keyClick(window, Key.Key_O, CONTROL)
    assert "第1块：别的。" in lines(window)
    assert window.windowTitle() == f"{second.path.name} – 谋实"
    with pytest.raises(RuntimeError):
        first.store.history()


def test_when_another_store_cannot_be_opened_the_first_one_stays(show, make_desk, monkeypatch):
    first = make_desk(county())

    def opener(path: Path) -> Desk:
        if path == Path("other.sqlite"):
            raise MoushiError("The program's own files are missing: {path}. Install Moushi again.", path=path)
        return first

    window = show(opener)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("other.sqlite", ""))
    window.ui.openStore.trigger()
    assert len(notices(window)) == 1
    assert lines(window)[0] == "鹤沙县工商联"
    assert first.store.history()


def test_closing_the_window_keeps_what_is_typed_lets_the_store_go_and_frees_the_window(
    show, make_desk, qtbot
):
    desk = make_desk(county())
    window = show(desk)
    page = window.show_page("plan")
    page.ui.planSlogan.setFocus()
    page.ui.planSlogan.end(False)
    qtbot.keyClicks(page.ui.planSlogan, " and on")
    window.close()
    settle()
    assert not isValid(window)
    with Desk(open_store(desk.path)) as again, again.snapshot() as snapshot:
        assert snapshot.where(Plan)[0].slogan.endswith("and on")


def test_what_cannot_be_kept_keeps_the_window_open_until_it_is_closed_again(show, qtbot):
    window = show()
    page = window.show_page("plan")
    tree(window).expandAll()
    theme = tree(window).model().index(1, 0, tree(window).model().index(0, 0))
    tree(window).setCurrentIndex(tree(window).model().index(0, 0, theme))
    page.ui.due.setFocus()
    qtbot.keyClicks(page.ui.due, "13/40")
    assert not window.close()
    assert window.isVisible()
    assert current(window) == "planPage"
    assert page.ui.due.text() == "13/40"
    assert "再关一次" in notices(window)[-1]
    assert window.close()


def test_a_cell_that_cannot_be_kept_keeps_the_window_open_once(show, qtbot):
    window = show()
    page = window.show_page("plan")
    tree(window).expandAll()
    theme = tree(window).model().index(1, 0, tree(window).model().index(0, 0))
    tree(window).setCurrentIndex(tree(window).model().index(0, 0, theme))
    steps = page.ui.milestones
    steps.setFocus()
    steps.setCurrentIndex(steps.model().index(0, 0))
    for key in "ab":
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    settle()
    steps.setCurrentIndex(steps.model().index(0, 1))
    for key in "foo":
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert not window.close()
    assert window.isVisible()
    assert QApplication.focusWidget().text() == "foo"
    assert any("“foo”" in notice for notice in notices(window))
    assert "再关一次" in notices(window)[-1]
    assert [step.text for step in held(window, Milestone)] == ["ab"]
    assert window.close()


def test_a_cell_that_says_the_same_in_other_words_does_not_hold_the_window(show, qtbot):
    window = show()
    page = window.show_page("plan")
    tree(window).expandAll()
    theme = tree(window).model().index(1, 0, tree(window).model().index(0, 0))
    tree(window).setCurrentIndex(tree(window).model().index(0, 0, theme))
    steps = page.ui.milestones
    steps.setFocus()
    for column, text in ((0, "ab"), (1, "2031-6-30"), (1, "6.30")):
        steps.setCurrentIndex(steps.model().index(0, column))
        for key in text:
            qtbot.keyClick(QApplication.focusWidget(), key)
        if text != "6.30":
            qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
            settle()
    assert [step.due_on for step in held(window, Milestone)] == [date(2031, 6, 30)]
    assert window.close()


def test_a_cell_that_can_be_kept_is_kept_when_the_window_closes(show, make_desk, qtbot):
    desk = make_desk(county())
    window = show(desk)
    page = window.show_page("plan")
    tree(window).expandAll()
    theme = tree(window).model().index(1, 0, tree(window).model().index(0, 0))
    tree(window).setCurrentIndex(tree(window).model().index(0, 0, theme))
    steps = page.ui.milestones
    steps.setFocus()
    steps.setCurrentIndex(steps.model().index(0, 0))
    for key in "ab":
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert window.close()
    with open_to_look(desk.path, "") as again, again.snapshot() as snapshot:
        assert [step.text for step in snapshot.where(Milestone)] == ["ab"]


def test_what_waits_to_be_reviewed_is_named_when_another_store_is_opened(show, make_desk, tmp_path, qtbot):
    first, second = make_desk(county()), make_desk(county(words="别的"))
    window = show(lambda path: second if path == second.path else first)
    file = tmp_path / "来稿.txt"
    file.write_text("鹤沙县工商联：\n稳扎稳打开新局\n着力把商会办实。走访三十家企业；办一场灯会。\n", "utf-8")
    window.workplace.take_in([file])
    qtbot.waitUntil(lambda: current(window) == "reviewPage")
    window.storeroom.change_to(second.path)
    assert not window.ui.reviewButton.isVisible()
    assert [notice for notice in notices(window) if "来稿.txt" in notice and "没有导入" in notice]
    (button,) = (b for b in window.findChildren(QPushButton) if b.text() == "重新读取")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: current(window) == "reviewPage")
    assert window.ui.reviewButton.isVisible()


def test_what_is_being_composed_is_committed_and_kept_when_the_window_closes(show, make_desk, monkeypatch):
    composed = ["帮企业"]

    class InputMethod:
        def commit(self) -> None:
            if composed:
                compose(QApplication.focusWidget(), commit=composed.pop())

    desk = make_desk(county())
    window = show(desk)
    page = window.show_page("plan")
    page.ui.planSlogan.setFocus()
    page.ui.planSlogan.selectAll()
    compose(page.ui.planSlogan, commit="访企业")
    compose(page.ui.planSlogan, preedit="bangqiye")
    monkeypatch.setattr(QGuiApplication, "inputMethod", InputMethod)
    assert window.close()
    with open_to_look(desk.path, "") as again, again.snapshot() as snapshot:
        assert snapshot.where(Plan)[0].slogan == "访企业帮企业"


def test_what_is_put_right_asks_again_before_it_is_given_up(show, qtbot):
    window = show()
    page = window.show_page("plan")
    tree(window).expandAll()
    theme = tree(window).model().index(1, 0, tree(window).model().index(0, 0))
    tree(window).setCurrentIndex(tree(window).model().index(0, 0, theme))
    page.ui.due.setFocus()
    qtbot.keyClicks(page.ui.due, "13/40")
    assert not window.close()
    page.ui.due.selectAll()
    qtbot.keyClicks(page.ui.due, "2031-6-30")
    window.show_page("history")
    window.show_page("plan")
    page.ui.due.setFocus()
    page.ui.due.selectAll()
    qtbot.keyClicks(page.ui.due, "foo")
    assert not window.close()


def test_files_dropped_on_the_window_come_to_review(show, tmp_path, qtbot):
    window = show()
    dropped = tmp_path / "page.txt"
    dropped.write_text(
        "鹤沙县工商联：\n稳扎稳打开新局\n着力把商会办实。走访三十家企业；办一场灯会。\n", "utf-8"
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(dropped))])
    what = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(300, 200), *what)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 200), *what))
    qtbot.waitUntil(lambda: current(window) == "reviewPage" and not window.workplace.jobs.busy)
    assert window.ui.reviewButton.isVisible()


def test_a_file_dropped_with_the_will_to_move_it_stays_where_it_lies(show, tmp_path):
    window = show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "page.txt"))])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    what = (both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    for event in (QDragEnterEvent(QPoint(300, 200), *what), QDropEvent(QPointF(300, 200), *what)):
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction


def test_what_was_taken_in_for_another_year_comes_into_view(show, tmp_path, qtbot):
    window = show(county("鹤沙县工商联", 2031))
    file = tmp_path / "2029.txt"
    words = "着力把商会办实。走访三十家企业；办一场灯会。"
    file.write_text(f"2029年怎么干\n鹤沙县工商联：\n稳扎稳打开新局\n{words}\n", "utf-8")
    window.workplace.take_in([file])
    qtbot.waitUntil(lambda: current(window) == "reviewPage")
    window.ui.pages.currentWidget().ui.takeIn.click()
    qtbot.waitUntil(lambda: current(window) == "planPage")
    assert window.ui.year.currentText() == "2029"
    assert any("着力把商会办实" in line for line in lines(window))


def test_the_federation_in_view_is_the_same_after_the_next_start(show, make_desk, qtbot):
    desk = make_desk((*county("鹤沙县工商联"), *county("白礁县工商联")))
    window = show(desk)
    qtbot.keyClick(window.ui.federation, Key.Key_End)
    chosen = window.ui.federation.currentText()
    assert window.close()
    again = show(lambda _: open_to_look(desk.path, ""))
    assert again.ui.federation.currentText() == chosen
    assert chosen in ("鹤沙县工商联", "白礁县工商联")


def test_a_change_that_comes_when_the_store_is_let_go_is_too_late_to_be_shown(show):
    window = show()
    (plan,) = held(window, Plan)
    told = threading.Thread(
        target=lambda: window.workplace.desk.apply(typed(Plan, plan.id, "slogan", plan.slogan, "late"))
    )
    told.start()
    told.join()
    window.workplace.close()
    settle()
    assert notices(window) == []


def test_pasted_text_comes_to_review_and_nothing_to_paste_is_said(show, qtbot):
    window = show()
    QGuiApplication.clipboard().setText("  ")
    window.ui.takeInText.trigger()
    assert "没有可以粘贴的文字" in notices(window)[0]
    QGuiApplication.clipboard().setText("白礁县工商联：\n同心向前\n着力办实事。走访三十家企业；办一场灯会。")
    window.ui.takeInText.trigger()
    qtbot.waitUntil(lambda: current(window) == "reviewPage")


def test_a_record_is_found_on_its_page_whatever_is_in_view(show):
    window = show((*county(year=2030, words="旧事"), *county(year=2031, words="新事")[1:]))
    old = next(item for item in held(window, PlanItem) if "1之2：旧事" in item.text)
    window.show_page("history")
    window.workplace.reveal(PlanItem, old.id)
    assert current(window) == "planPage"
    assert window.ui.year.currentText() == "2030"
    assert tree(window).currentIndex().data() == "1之2：旧事；"
    window.workplace.reveal(PlanItem, make.uuid4())
    assert "哪一页上都没有这条记录" in notices(window)[0]


def test_a_backup_is_written_where_the_person_says(show, monkeypatch, tmp_path, qtbot):
    window = show()
    out = tmp_path / "away.sqlite"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.ui.backUp.trigger()
    qtbot.waitUntil(lambda: not window.workplace.jobs.busy)
    assert str(out) in notices(window)[0]
    with Desk(open_store(out)) as copy, copy.snapshot() as snapshot:
        assert snapshot.where(Plan)[0].slogan == "稳扎稳打开新局"


def test_english_is_one_menu_entry_away_and_remembered(show):
    window = show()
    window.report(MoushiError("The program's own files are missing: {path}. Install Moushi again.", path="x"))
    window.ui.english.trigger()
    QCoreApplication.processEvents()
    assert window.ui.fileMenu.title() == "&File"
    assert window.ui.federation.itemText(0) == "All federations"
    assert window.windowTitle().endswith(" – Moushi")
    assert window.pages.page("plan").commands()[0].text() == "Add &Item"
    assert notices(window) == ["The program's own files are missing: x. Install Moushi again."]
    assert preferences.load().language is Language.ENGLISH
    window.ui.chinese.trigger()
    QCoreApplication.processEvents()
    assert window.ui.fileMenu.title() == "文件(&F)"


def test_dark_is_one_menu_entry_away_and_remembered(show):
    window = show()
    light = lightness(window)
    window.ui.darkColours.trigger()
    assert lightness(window) < 80 < light
    assert preferences.load().appearance is Appearance.DARK


def test_preferences_that_cannot_be_kept_hold_for_now_and_say_so(show, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    window = show()
    window.ui.darkColours.trigger()
    assert lightness(window) < 80
    assert "设置无法保存" in notices(window)[0]


def test_a_fault_nobody_expected_is_told_and_the_log_can_be_saved(show, monkeypatch, tmp_path, qtbot):
    window = show()
    window.faulted.emit(ValueError("a bent oar"))
    assert "ValueError" in notices(window)[0]
    saved: list[Path] = []
    monkeypatch.setattr("moushi.desk.logs.save_log", saved.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.log"), ""))
    save = next(b for b in window.findChildren(QPushButton) if b.text() == "另存日志…")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert saved == [tmp_path / "all.log"]


def test_a_log_that_cannot_be_saved_is_told(show, monkeypatch, tmp_path):
    window = show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "all.log"), ""))
    window.ui.saveLog.trigger()
    assert "请换一个文件夹" in notices(window)[0]


def test_notices_are_not_repeated_and_the_oldest_makes_room(show):
    window = show()
    for number in (1, 2, 2, 3, 4):
        window.notices.show(say("Notice {number}", number=number))
    assert notices(window) == ["Notice 2", "Notice 3", "Notice 4"]


def test_before_the_first_start_only_what_leads_on_can_be_chosen(show, qtbot):
    window = show(())
    ui = window.ui
    pages = (ui.showChambers, ui.showMembers, ui.showArticle, ui.showProgress)
    assert not any(control.isEnabled() for control in (ui.year, ui.federation, *pages))
    assert ui.showPlan.isEnabled()
    assert ui.showSettings.isEnabled()
    begun = ui.pages.currentWidget()
    begun.ui.county.setCurrentText("岱山县")
    qtbot.mouseClick(begun.ui.begin, Qt.MouseButton.LeftButton)
    assert all(control.isEnabled() for control in (ui.year, ui.federation, *pages))
    ui.undo.trigger()
    assert not any(control.isEnabled() for control in (ui.year, ui.federation, *pages))


def test_the_sample_is_one_menu_entry_away_and_so_is_the_way_back(show, tmp_path, monkeypatch, qtbot):
    monkeypatch.chdir(tmp_path)
    window = show(open_for_work)
    own = window.workplace.desk.path
    window.ui.showSample.trigger()
    qtbot.waitUntil(lambda: window.workplace.desk.path == beginning.sample_place(), timeout=60_000)
    assert "示例" in notices(window)[-1]
    assert lines(window)[0].endswith("工商联")
    window.ui.showSample.trigger()
    qtbot.waitUntil(lambda: "现在看的就是示例。" in notices(window))
    assert window.workplace.desk.path == beginning.sample_place()
    (notice,) = [n for n in window.findChildren(Notice) if n.isVisible() and "现在" in n.accessibleName()]
    (back,) = [b for b in notice.findChildren(QPushButton) if b.text() == "回到我的资料库"]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.workplace.desk.path == own.resolve()


def test_about_tells_where_the_data_lies_and_is_freed_when_closed(show, tmp_path, qtbot):
    window = show()
    window.ui.about.trigger()
    about = window.findChild(About)
    assert about is not None
    text = about.ui.text.toPlainText()
    assert f"数据所在文件夹\n{tmp_path / 'home'}\n" in text
    assert window.workplace.desk.path.name in text
    window.ui.english.trigger()
    settle()
    assert "Data folder" in about.ui.text.toPlainText()
    qtbot.keyClick(about, Key.Key_Escape)
    settle()
    assert not isValid(about)


def test_what_was_done_is_said_for_a_while_and_what_went_wrong_until_it_is_put_away(show, qtbot, monkeypatch):
    monkeypatch.setattr("moushi.ui.notices._LEAST", 30)
    monkeypatch.setattr("moushi.ui.notices._A_CHARACTER", 0)
    window = show()
    window.workplace.tell(say("Notice {number}", number=1))
    window.report(MoushiError("Notice {number}", number=2))
    assert notices(window) == ["Notice 1", "Notice 2"]
    qtbot.waitUntil(lambda: notices(window) == ["Notice 2"])

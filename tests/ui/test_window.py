from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton, QTreeView
from shiboken6 import isValid

import factories as make
from moushi.changes.model import Delete, Insert
from moushi.desk import preferences
from moushi.desk.preferences import Appearance, Language
from moushi.domain.records import ItemUnit, Member, Plan, PlanItem, Theme
from moushi.errors import MoushiError, say
from moushi.ui.about import About
from moushi.ui.notices import Notice
from moushi.ui.window import MainWindow
from ui.plans import MemorySource, county

Key = Qt.Key


def tree(window: MainWindow) -> QTreeView:
    found = window.findChild(QTreeView, "outline")
    assert found is not None
    return found


def lines(window: MainWindow) -> list[str]:
    """What the outline shows, from top to bottom, as far as it is opened."""
    view, shown = tree(window), []
    index = view.model().index(0, 0)
    while index.isValid():
        shown.append(index.data())
        index = view.indexBelow(index)
    return shown


def read(window: MainWindow) -> str:
    assert window._plan_page is not None
    return window._plan_page.ui.reading.toPlainText()


def lightness(window: MainWindow) -> int:
    settle()
    return window.palette().window().color().lightness()


def notices(window: MainWindow) -> list[str]:
    settle()
    return [n.findChild(QLabel).text() for n in window.findChildren(Notice) if n.isVisible()]


def settle() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_outline_opens_with_the_themes_of_each_federation(show):
    window = show(MemorySource((*county("鹤沙县工商联"), *county("白礁县工商联"))))
    assert lines(window) == [
        "白礁县工商联",
        "潮起海岛，万象更新。",
        "第1块：办实事。",
        "第2块：办实事。",
        "鹤沙县工商联",
        "潮起海岛，万象更新。",
        "第1块：办实事。",
        "第2块：办实事。",
    ]


def test_arrow_keys_walk_the_outline_and_the_text_follows(show, qtbot):
    window = show()
    view = tree(window)
    assert QApplication.focusWidget() is view
    assert "稳扎稳打开新局" in read(window)
    qtbot.keyClick(view, Key.Key_Down)
    assert read(window).endswith("潮起海岛，万象更新。")
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Down)
    assert "1之1：办实事；" in read(window)
    assert "第1块：办实事。" in read(window)
    assert "科室11" in read(window)
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Left)
    assert lines(window) == ["鹤沙县工商联", "潮起海岛，万象更新。", "第1块：办实事。", "第2块：办实事。"]


def test_another_year_is_chosen_with_the_keyboard(show, qtbot):
    window = show(MemorySource((*county(year=2030, words="旧事"), *county(year=2031, words="新事"))))
    assert (window.ui.year.currentText(), lines(window)[2]) == ("2031", "第1块：新事。")
    qtbot.keyClick(window.ui.year, Key.Key_Down)
    assert (window.ui.year.currentText(), lines(window)[2]) == ("2030", "第1块：旧事。")


def test_one_federation_is_chosen_and_stays_chosen_in_another_year(show, qtbot):
    records = [*county("鹤沙县工商联"), *county("鹤沙县工商联", 2030), *county("白礁县工商联")]
    window = show(MemorySource((*records, *county("白礁县工商联", 2030))))
    qtbot.keyClick(window.ui.federation, Key.Key_End)
    assert window.ui.federation.currentText() == "鹤沙县工商联"
    assert "白礁县工商联" not in lines(window)
    qtbot.keyClick(window.ui.year, Key.Key_Down)
    assert window.ui.federation.currentText() == "鹤沙县工商联"
    qtbot.keyClick(window.ui.federation, Key.Key_Home)
    assert {"白礁县工商联", "鹤沙县工商联"} <= set(lines(window))


def test_the_outline_is_opened_and_shut_by_shortcut(show, qtbot):
    window = show()
    qtbot.keyClick(window, Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "2之2：办实事；" in lines(window)
    qtbot.keyClick(window, Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert lines(window) == ["鹤沙县工商联"]


def test_an_empty_store_says_how_a_plan_gets_into_it(show):
    window = show(MemorySource(path=Path("somewhere", "else.sqlite")))
    text = window.ui.emptyText.toPlainText()
    assert window.ui.emptyText.isVisible()
    assert f'moushi --store "{Path("somewhere", "else.sqlite")}" import 文件名' in text
    assert "moushi demo 文件夹名" in text
    assert not window.ui.year.isEnabled()
    assert not window.ui.expandAll.isEnabled()


def test_an_empty_store_becomes_a_plan_when_one_is_taken_in_and_back(show):
    source = MemorySource()
    window = show(source)
    records = county()
    source.apply(*map(Insert, records))
    assert lines(window)[0] == "鹤沙县工商联"
    assert window.ui.year.isEnabled()
    source.apply(*map(Delete, reversed(records)))
    assert window.ui.emptyText.isVisible()


def test_a_changed_word_shows_at_once_and_nothing_moves(show, qtbot):
    source = MemorySource(county())
    window = show(source)
    view = tree(window)
    view.expandAll()
    for _ in range(3):
        qtbot.keyClick(view, Key.Key_Down)
    before = lines(window)
    source.reword(source.the(PlanItem, "1之1"), "text", "1之1：改过的话；")
    assert lines(window) == [line.replace("1之1：办实事；", "1之1：改过的话；") for line in before]
    assert "1之1：改过的话；" in read(window)


def test_a_changed_unit_shows_in_the_text_that_is_read(show, qtbot):
    source = MemorySource(county())
    window = show(source)
    tree(window).expandAll()
    for _ in range(3):
        qtbot.keyClick(tree(window), Key.Key_Down)
    source.reword(source.the(ItemUnit, "科室11"), "name", "新科室")
    assert "新科室" in read(window)


def test_a_new_item_keeps_what_is_open_and_chosen(show, qtbot):
    source = MemorySource(county())
    window = show(source)
    for _ in range(3):
        qtbot.keyClick(tree(window), Key.Key_Down)
    qtbot.keyClick(tree(window), Key.Key_Right)
    source.apply(Insert(make.item(source.the(Theme, "第1块"), "新来的条目。", rank="0V")))
    assert tree(window).currentIndex().data() == "第2块：办实事。"
    assert "2之1：办实事；" in lines(window)
    assert "新来的条目。" not in lines(window)


def test_when_the_chosen_item_goes_the_first_line_is_chosen(show, qtbot):
    source = MemorySource(county())
    window = show(source)
    tree(window).expandAll()
    qtbot.keyClick(tree(window), Key.Key_End)
    assert "2之2" in read(window)
    item = source.the(PlanItem, "2之2")
    source.apply(Delete(source.the(ItemUnit, "科室22")), Delete(item))
    assert tree(window).currentIndex().data() == "鹤沙县工商联"


def test_a_change_made_on_another_thread_shows_too(show, qtbot):
    source = MemorySource(county())
    window = show(source)
    plan = source.the(Plan, "鹤沙县")
    worker = threading.Thread(target=source.reword, args=(plan, "slogan", "另一句口号"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: "另一句口号" in read(window))


def test_a_change_of_members_does_not_read_the_plan_again(show):
    source = MemorySource(county())
    show(source)
    reads = source.reads
    source.apply(Insert(Member(id=make.uuid4(), federation_id=make.federation().id, name="远帆")))
    assert source.reads == reads


def test_reload_reads_the_store_again(show, qtbot):
    source = MemorySource(county())
    window = show(source)
    source.records |= {record.id: record for record in county(year=2032)}
    qtbot.keyClick(window, Key.Key_F5)
    assert window.ui.year.itemText(0) == "2032"
    assert window.ui.year.currentText() == "2031"


def test_a_store_that_somebody_holds_is_read_only_and_says_who(show, qtbot):
    window = show(
        MemorySource(
            county(), [say("{path} is held by {holder}.", path="x", holder="禾小满")], read_only=True
        )
    )
    assert window.ui.readOnly.isVisible()
    assert notices(window) == ["x is held by 禾小满."]
    close = next(b for b in window.findChildren(QToolButton) if b.text() == "关闭")
    qtbot.keyClick(close, Key.Key_Space)
    assert notices(window) == []
    assert window.ui.readOnly.isVisible()


def test_a_store_that_cannot_be_opened_leaves_a_notice_and_a_way_on(show):
    def refuse(path: Path) -> MemorySource:
        raise MoushiError("The program's own files are missing: {path}. Install Moushi again.", path=path)

    window = show(refuse)
    assert notices(window) == ["程序自带的文件缺失：county.sqlite。请重新安装谋实。"]
    assert window.ui.closedText.isVisible()


def test_another_store_is_chosen_and_the_first_one_let_go(show, monkeypatch, qtbot):
    first, second = MemorySource(county()), MemorySource(county(words="别的"), path=Path("other.sqlite"))
    window = show(lambda path: second if path == second.path else first)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("other.sqlite", ""))
    qtbot.keyClick(window, Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "第1块：别的。" in lines(window)
    assert window.windowTitle() == "other.sqlite – 谋实"
    assert (first.closed, first.observers, second.closed) == (True, [], False)


def test_when_another_store_cannot_be_opened_the_first_one_stays(show, monkeypatch, qtbot):
    first = MemorySource(county())

    def opener(path: Path) -> MemorySource:
        if path != first.path:
            raise MoushiError("The program's own files are missing: {path}. Install Moushi again.", path=path)
        return first

    window = show(opener)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("other.sqlite", ""))
    window.ui.openStore.trigger()
    assert len(notices(window)) == 1
    assert lines(window)[0] == "鹤沙县工商联"
    assert not first.closed


def test_closing_the_window_lets_the_store_go_and_frees_the_window(show):
    source = MemorySource(county())
    window = show(source)
    window.close()
    settle()
    assert (source.closed, source.observers) == (True, [])
    assert not isValid(window)


def test_english_is_one_menu_entry_away_and_remembered(show):
    window = show()
    window.report(MoushiError("The program's own files are missing: {path}. Install Moushi again.", path="x"))
    window.ui.english.trigger()
    QCoreApplication.processEvents()
    assert window.ui.fileMenu.title() == "&File"
    assert window.ui.federation.itemText(0) == "All federations"
    assert window.windowTitle() == "county.sqlite – Moushi"
    assert "State" in read(window)
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
    qtbot.keyClick(save, Key.Key_Space)
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


def test_about_tells_where_the_data_lies_and_is_freed_when_closed(show, tmp_path, qtbot):
    window = show()
    window.ui.about.trigger()
    about = window.findChild(About)
    assert about is not None
    text = about.ui.text.toPlainText()
    assert f"数据所在文件夹\n{tmp_path / 'home'}\n" in text
    assert "当前资料库\ncounty.sqlite\n" in text
    window.ui.english.trigger()
    settle()
    assert "Data folder" in about.ui.text.toPlainText()
    qtbot.keyClick(about, Key.Key_Escape)
    settle()
    assert not isValid(about)

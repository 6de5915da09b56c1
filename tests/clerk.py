"""A clerk at the window, in a process of its own: `clerk.py morning|evening STORE FOLDER`.

Everything is done by keys, mouse and what an input method commits, as a person does it. The morning ends in
mid-sentence: the process says READY and waits to be killed.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "MOUSHI_LANG": "zh"}

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from moushi import app
from moushi.ui.window import MainWindow

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LONG = 20  # seconds until something that was asked for must be there


class Clerk:
    """Two hands at one window."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.folder = folder

    def press(self, key: Key, held: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(on or QApplication.focusWidget() or self.window, key, held)
        QApplication.processEvents()

    def keys(self, text: str) -> None:
        """Type letters and digits."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        QApplication.processEvents()

    def words(self, text: str) -> None:
        """Type Chinese: the input method composes a while and commits."""
        for preedit, commit in (("pin", ""), ("pin yin", ""), ("", text)):
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Click a button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(10, widget.height() // 2))
        QApplication.processEvents()

    def go_into(self, widget: QWidget) -> None:
        """Put the keyboard into a field by the mouse."""
        target = widget.viewport() if hasattr(widget, "viewport") else widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
        QApplication.processEvents()
        assert QApplication.focusWidget() is widget, f"{widget.objectName()} does not take the keyboard"

    def find(self, view: QTreeView, text: str) -> None:
        """Walk an outline with the arrow keys to the line in which a text stands."""
        view.setFocus()
        self.press(Key.Key_Home, on=view)
        for _ in range(200):
            if text in str(view.currentIndex().data()):
                return
            before = view.currentIndex()
            self.press(Key.Key_Right, on=view)
            if view.currentIndex() == before:
                self.press(Key.Key_Down, on=view)
        raise AssertionError(f"{text} is not in the outline")

    def until(self, there: Callable[[], object], what: str) -> None:
        """Wait for something that was asked for."""
        patience = time.monotonic() + LONG
        while not there():
            assert time.monotonic() < patience, f"waited in vain: {what}"
            QTest.qWait(20)

    def at(self, page: str) -> bool:
        """Whether that page is in view and nothing is being worked on."""
        shown = self.window.ui.pages.currentWidget()
        return shown.objectName() == f"{page}Page" and not self.window.workplace.jobs.busy

    def page(self, name: str) -> QWidget:
        """The page of that name, turned to by its shortcut."""
        keys = {"plan": Key.Key_2, "article": Key.Key_7, "progress": Key.Key_8, "history": Key.Key_H}
        self.press(keys[name], CONTROL)
        self.until(lambda: self.at(name), name)
        return self.window.ui.pages.currentWidget()

    def save_as(self, path: Path, ask: Callable[[], None]) -> None:
        """Do what opens a file dialog, and type the file's name into it."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(50, answer)  # it is not there yet
                return
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            line.setFocus()
            line.selectAll()
            QTest.keyClicks(line, str(path))
            confirm(dialog)

        def confirm(dialog: QFileDialog) -> None:
            if not isValid(dialog) or not dialog.isVisible():
                return
            save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
            again = 300  # a list of names that fit may take the first click
            QTimer.singleShot(again, lambda: confirm(dialog))
            QTest.mouseClick(save, Qt.MouseButton.LeftButton)

        QTimer.singleShot(50, answer)
        ask()
        self.until(path.exists, str(path))
        self.window.activateWindow()  # a desktop does that by itself when the dialog goes
        QTest.qWaitForWindowActive(self.window)


def morning(clerk: Clerk) -> None:
    """First start, a 工作要点 taken in, three items mended, a month entered, killed in mid-sentence."""
    window = clerk.window
    first = window.ui.pages.currentWidget().ui
    clerk.click(first.county.lineEdit())
    clerk.words("岱山县")
    clerk.press(Key.Key_Tab)
    assert first.federation.text() == "岱山县工商联"
    assert "衢山镇" in first.townships.toPlainText()
    first.year.setFocus()
    first.year.selectAll()
    clerk.keys("2031")
    clerk.press(Key.Key_Tab)
    clerk.click(first.thisYear)
    clerk.go_into(first.file)
    clerk.keys(str(clerk.folder / "plan.docx"))
    clerk.click(first.begin)

    clerk.until(lambda: clerk.at("review"), "the review of the plan")
    clerk.press(Key.Key_Return, CONTROL)
    clerk.until(lambda: clerk.at("plan"), "the plan after it was taken in")

    plan = window.ui.pages.currentWidget()
    outline = plan.ui.outline
    for text, mended in (
        ("办好渔港夜校", "办好渔港夜校，全年办四期。"),
        ("讲好船老大的故事", "请十二位船老大上台讲课。"),
        ("规范运行", "每两个月召开一次商会秘书长例会。"),
    ):
        clerk.find(outline, text)
        clerk.press(Key.Key_F2)
        clerk.press(Key.Key_A, CONTROL)
        clerk.words(mended)
        clerk.press(Key.Key_Tab)

    clerk.find(outline, "办好渔港夜校")
    measures = plan.ui.measures
    measures.setFocus()
    measures.setCurrentIndex(measures.model().index(0, 0))
    type_in_cell(clerk, measures, "夜校")
    measures.setCurrentIndex(measures.model().index(0, 3))
    type_in_cell(clerk, measures, "四")

    progress = clerk.page("progress").ui
    progress.period.setFocus()
    clerk.press(Key.Key_Home, on=progress.period)
    clerk.press(Key.Key_Down, on=progress.period)
    clerk.press(Key.Key_Down, on=progress.period)
    assert "3" in progress.period.currentText(), progress.period.currentText()
    table = progress.table
    choose_cell(clerk, table, "夜校", "本期")
    clerk.keys("1")
    clerk.press(Key.Key_Return)
    choose_cell(clerk, table, "船老大", "进展情况")
    clerk.press(Key.Key_F2)
    clerk.words("三月请来四位船老大，讲了两场。")
    clerk.press(Key.Key_Return)

    clerk.page("plan")
    clerk.find(outline, "规范运行")
    clerk.press(Key.Key_F2)
    clerk.press(Key.Key_End, CONTROL)
    clerk.words("会前三天发通知，")
    QTest.qWait(2600)  # two seconds of rest: this much is kept
    clerk.words("会后")  # and in the middle of this the machine goes off
    print("READY", flush=True)
    time.sleep(600)


def type_in_cell(clerk: Clerk, table: QAbstractItemView, text: str) -> None:
    """Open the current cell, type Chinese into it, keep it."""
    clerk.press(Key.Key_F2, on=table)
    clerk.words(text)
    clerk.press(Key.Key_Return)
    QTest.qWait(50)


def choose_cell(clerk: Clerk, table: QAbstractItemView, row: str, column: str) -> None:
    """Click the cell of that row and column of the progress sheet."""
    model = table.model()
    heads = [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]
    place = next(n for n, head in enumerate(heads) if head == column)
    for number in range(model.rowCount()):
        texts = [str(model.index(number, n).data() or "") for n in range(model.columnCount())]
        if any(row in text for text in texts[1:4]):
            index = model.index(number, place)
            table.scrollTo(index)
            spot = table.visualRect(index).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            QApplication.processEvents()
            assert table.currentIndex() == index
            return
    raise AssertionError(f"{row} is not on the sheet")


def evening(clerk: Clerk) -> None:
    """What was typed is there; the import's second theme undone; Word and Excel exported."""
    window = clerk.window
    clerk.until(lambda: clerk.at("plan"), "the plan after the start")
    plan = window.ui.pages.currentWidget()
    outline = plan.ui.outline
    clerk.find(outline, "规范运行")
    assert plan.ui.itemText.toPlainText().startswith("每两个月召开一次商会秘书长例会。会前三天发通知，")

    history = clerk.page("history").ui
    changes = history.changes
    changes.setFocus()
    for _ in range(60):
        if "plan.docx" in str(changes.currentIndex().data()):
            break
        clerk.press(Key.Key_Down, on=changes)
    assert "plan.docx" in str(changes.currentIndex().data()), "the import is not in the history"
    clerk.click(history.takeBack)
    clerk.until(lambda: clerk.at("review"), "the review of the undo")
    review = window.ui.pages.currentWidget().ui
    clerk.press(Key.Key_R, CONTROL | SHIFT)
    clerk.find(review.tree, "建强基层商会")
    clerk.press(Key.Key_Space, on=review.tree)
    clerk.press(Key.Key_Return, CONTROL)
    clerk.until(lambda: not clerk.at("review"), "the undo")

    clerk.page("plan")
    plan.commands()[11].trigger()
    titles = lines_of(outline)
    assert not any("建强基层商会" in title or "鹭汀镇商会换届" in title for title in titles), titles
    assert any("渔港夜校" in title for title in titles), titles

    article = clerk.page("article")
    clerk.click(article.ui.beginPlan)
    article.ui.headline.setFocus()
    clerk.words("岱山县工商联谋划新一年")
    clerk.press(Key.Key_Tab)
    clerk.save_as(clerk.folder / "article.docx", lambda: clerk.press(Key.Key_E, CONTROL | SHIFT))
    clerk.page("progress")
    clerk.save_as(clerk.folder / "progress.xlsx", lambda: clerk.press(Key.Key_E, CONTROL | SHIFT))
    clerk.until(lambda: not window.workplace.jobs.busy, "the exports")
    clerk.press(Key.Key_Q, CONTROL)


def lines_of(view: QTreeView) -> list[str]:
    """What an outline shows from top to bottom."""
    shown, index = [], view.model().index(0, 0)
    while index.isValid():
        shown.append(str(index.data()))
        index = view.indexBelow(index)
    return shown


def main() -> int:
    faulthandler.dump_traceback_later(90, exit=True)  # where it hangs, if it does
    part, store, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    begin = MainWindow._begin
    failed: list[BaseException] = []

    def begun(window: MainWindow) -> None:
        begin(window)
        QTimer.singleShot(0, lambda: work(window))

    def work(window: MainWindow) -> None:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        try:
            {"morning": morning, "evening": evening}[part](Clerk(window, folder))
        except BaseException as fault:
            failed.append(fault)
            window.grab().save(str(folder / "failed.png"))
            QApplication.exit(1)

    MainWindow._begin = begun
    code = app.run_window(store)
    if failed:
        raise failed[0]
    return code


if __name__ == "__main__":
    sys.exit(main())

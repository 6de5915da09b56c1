"""The commands of the returns page, in its menu and as buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView, QToolButton, QWidget

from moushi.desk.tsv import to_tsv
from moushi.errors import Message, say
from moushi.ui.cells import copy_cells
from moushi.ui.flow import FlowLayout
from moushi.ui.page import command, separator

if TYPE_CHECKING:
    from moushi.ui.returns_page import ReturnsPage


class ReturnsTools:
    """Makes the page's actions; what they do is the page's and its acts'."""

    def __init__(self, page: ReturnsPage) -> None:
        self._page = page
        self._texts: dict[QAction, tuple[Message, Message | None]] = {}
        acts, entry, standard = page.acts, self._entry, QKeySequence.StandardKey
        self.send = entry("Ctrl+Shift+E", say("&Send Out Forms…"), acts.send, say("Send Out…"))
        self.take_files = entry("", say("Take In &Files…"), acts.take_files)
        self.take_folder = entry("", say("Take In a Fol&der…"), acts.take_folder)
        self.remind = entry("Ctrl+R", say("Re&mind…"), acts.remind, say("Remind…"))
        self.go_on = entry("Ctrl+G", say("&Go to What Came of It"), page.go_on)
        self.to_chamber = entry("", say("Go to the C&hamber"), page.go_to_chamber)
        self.mark = entry("Ctrl+M", say("Mar&ked Copy…"), acts.mark, say("Marked Copy…"))
        self.undo_file = entry("Ctrl+T", say("&Undo the Whole File"), acts.undo_file, say("Undo File"))
        self.recall = entry("", say("&Recall the Sending"), acts.recall)
        self.open_folder = entry("", say("Open the Fo&lder"), acts.open_folder, say("Open Folder"))
        self.previous = entry("Alt+Left", say("&Previous Period"), lambda: page.step(-1), say("‹"))
        self.next = entry("Alt+Right", say("&Next Period"), lambda: page.step(1), say("›"))
        self.by_period = command(page, "F6")
        self.by_period.setCheckable(True)
        self.by_period.triggered.connect(lambda on: page.turn(by_period=on))
        self._texts[self.by_period] = say("&All Periods of the Year"), say("All Periods")
        self._copy = entry(standard.Copy, say("&Copy"), self._copy_cells)
        self._find = entry(standard.Find, say("Find a Cham&ber"), self._go_to_search)
        self._sort = entry("Ctrl+Shift+S", say("S&ort by This Column"), self._sort_table, at=page.ui.table)
        self.take_in = QToolButton(page.ui.tools)
        self._lay_out()

    @property
    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        page = self._page
        return (
            *(self.send, self.take_files, self.take_folder, self.remind, separator(page)),
            *(self.go_on, self.to_chamber, self.mark, self.undo_file, self.recall, self.open_folder),
            *(separator(page), self.previous, self.next, self.by_period, separator(page)),
            *(self._copy, self._find, self._sort),
        )

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = self._page.words
        for action, (text, short) in self._texts.items():
            action.setText(words(text))
            if short:
                action.setIconText(words(short))
        self.take_in.setText(words(say("Take In…")))
        named = words(say("Take in returns that came"))
        self.take_in.setAccessibleName(named)
        self.take_in.menu().setAccessibleName(named)

    def make_room(self, *, short: bool) -> None:
        """On low windows what is wanted seldom stands in the menu alone."""
        for button in self._rarer:
            button.setVisible(not short)

    def _entry(
        self,
        keys: str | QKeySequence.StandardKey,
        text: Message,
        act: Callable[[], object],
        short: Message | None = None,
        at: QTableView | None = None,
    ) -> QAction:
        action = command(at or self._page, keys)
        action.triggered.connect(lambda _checked=False: act())
        self._texts[action] = text, short
        return action

    def _lay_out(self) -> None:
        """Buttons in lines, as many as there is room for; the Tab key goes through them in that order."""
        page, ui = self._page, self._page.ui
        menu = QMenu(self.take_in)
        menu.setObjectName("takeInMenu")
        menu.addActions([self.take_files, self.take_folder])
        self.take_in.setMenu(menu)
        self.take_in.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tools = FlowLayout(ui.tools)
        self._rarer: list[QToolButton] = []
        before: QWidget = ui.search
        for action in (self.send, None, self.remind, self.mark, self.undo_file, self.open_folder):
            button = QToolButton(ui.tools) if action else self.take_in
            button.setProperty("framed", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if action:
                button.setDefaultAction(action)
            if action in (self.undo_file, self.open_folder):
                self._rarer.append(button)
            tools.addWidget(button)
            page.setTabOrder(before, button)
            before = button
        for button, action in (
            (ui.previous, self.previous),
            (ui.next, self.next),
            (ui.byPeriod, self.by_period),
        ):
            button.setDefaultAction(action)
        for each in (*page.choices.chips.values(), ui.table, ui.matrix):
            page.setTabOrder(before, each)
            before = each

    def _copy_cells(self) -> None:
        page = self._page
        if page.is_by_period:
            chosen = page.ui.matrix.selectionModel().selectedIndexes()
            if chosen:
                QGuiApplication.clipboard().setText(to_tsv(page.matrix.rows_to_copy(chosen)))
        else:
            copy_cells(page.ui.table)

    def _go_to_search(self) -> None:
        self._page.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.ui.search.selectAll()

    def _sort_table(self) -> None:
        """Sort by the current column, the other way round where it is sorted by that one."""
        table = self._page.ui.table
        head, column = table.horizontalHeader(), max(table.currentIndex().column(), 0)
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        is_same = head.sortIndicatorSection() == column and head.sortIndicatorOrder() == up
        table.sortByColumn(column, down if is_same else up)

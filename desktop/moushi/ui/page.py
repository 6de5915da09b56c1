"""A page of the rail: what the window asks of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.record import Record


_EVERYWHERE = ("Ctrl+", "F", "Shift+F")
_WITHIN = ("Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A")


class Page(QWidget):
    """Shown in the window's middle. A page that is not in view is only marked stale by what changes.

    A subclass overrides `refresh` (read the store and show it), and where it has them `follow` (a change;
    without it the page is refreshed), `settle`, `reveal`, `commands` and `retranslate`. The form that it is
    laid out by is its attribute `ui`; the keyboard goes to `first` (a focus proxy would hide what stands
    before it from the Tab key).
    """

    first: QWidget | None = None

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.words = workplace.words
        self._stale = True
        workplace.changed.connect(self._on_change)
        workplace.scoped.connect(self._on_scope)

    def enter(self) -> None:
        """Come into view; the window calls it."""
        if self._stale and self.workplace.is_open:
            self._stale = False
            self.refresh()

    @property
    def is_stale(self) -> bool:
        """Whether the page has not been shown since something changed."""
        return self._stale

    @property
    def is_current(self) -> bool:
        """Whether the page is the one in view."""
        stack = self.parentWidget()
        return not isinstance(stack, QStackedWidget) or stack.currentWidget() is self

    def refresh(self) -> None:
        """Read the store and show it."""

    def follow(self, _change: ChangeSet) -> None:
        """Show what a change brought."""
        self.refresh()

    def settle(self) -> bool | None:
        """Keep what was typed so far; called before another page, the store or the program is left.

        False when some of it cannot be kept: then the program is not left without asking.
        """
        return True

    def reveal(self, _kind: type[Record], _record_id: UUID) -> bool:
        """Go to a record; False when this page does not have it."""
        return False

    def commands(self) -> Sequence[QAction]:
        """The page's own menu, in order; a separator is an action of `setSeparator(True)`."""
        return ()

    def retranslate(self) -> None:
        """Say it in the language of now: what the form itself does not say."""

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            form = getattr(self, "ui", None)
            if form:
                form.retranslateUi(self)
            self.retranslate()
            if self.workplace.is_open:
                self._renew()
        super().changeEvent(event)

    def _on_change(self, change: ChangeSet) -> None:
        if self.is_current:
            self.follow(change)
        else:
            self._stale = True

    def _on_scope(self) -> None:
        self._renew()

    def _renew(self) -> None:
        self._stale = True
        if self.is_current:
            self.enter()


def command(page: QWidget, key: str | QKeySequence.StandardKey = "") -> QAction:
    """An action of a page, its shortcut in force while the page is in view.

    Keys that an editor, box or button may want itself (cut and copy, Delete, Esc, arrows with Alt), and those
    of a part of a page, are in force only while the keyboard is within.
    """
    action = QAction(page)
    action.setShortcut(QKeySequence(key))
    named = action.shortcut().toString()
    everywhere = isinstance(page, Page) and named.startswith(_EVERYWHERE) and named not in _WITHIN
    action.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    page.addAction(action)
    return action


def separator(page: QWidget) -> QAction:
    """A line between commands in a page's menu."""
    action = QAction(page)
    action.setSeparator(True)
    return action

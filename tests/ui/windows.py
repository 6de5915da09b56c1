"""What a person sees of a window: the outline's lines, notices; and what they do to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QTreeView, QWidget

from moushi.domain.record import R
from moushi.ui.notices import Notice
from moushi.ui.page import Page
from moushi.ui.window import MainWindow
from moushi.ui.workplace import Workplace


def tree(window: QWidget) -> QTreeView:
    """The plan page's outline."""
    found = window.findChild(QTreeView, "outline")
    assert found is not None
    return found


def lines(window: QWidget) -> list[str]:
    """What the outline shows, from top to bottom, as far as it is opened."""
    view, shown = tree(window), []
    index = view.model().index(0, 0)
    while index.isValid():
        shown.append(index.data())
        index = view.indexBelow(index)
    return shown


def notices(window: QWidget) -> list[str]:
    """The notices that stand above the page."""
    settle()
    return [notice.accessibleName() for notice in window.findChildren(Notice) if notice.isVisible()]


def noticed(page: Page) -> str:
    """All that the notices above a page say."""
    host = page.workplace.host  # type: ignore[attr-defined]  # kept there by the fixture
    return "\n".join(label.text() for label in host.findChildren(QLabel))


def settle() -> None:
    """Let everything happen that waits to."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def compose(widget: QWidget, preedit: str = "", commit: str = "") -> None:
    """What an input method does: show what is being composed, or commit it."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def held(on: MainWindow | Workplace, kind: type[R], **equal: Any) -> tuple[R, ...]:
    """The records of a kind that are in the open store."""
    workplace = on.workplace if isinstance(on, MainWindow) else on
    with workplace.desk.snapshot() as snapshot:
        return snapshot.where(kind, **equal)


CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

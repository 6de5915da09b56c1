"""Notices: what the program has to say stands above the page until it is put away; nobody is interrupted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from moushi.errors import Message, say
from moushi.ui.words import Words

Action = tuple[Message, Callable[[], None]]
"""What can be done about a notice: the button's text, and what it does."""

_MOST = 3  # an older notice makes room for a newer one
_LEAST, _A_CHARACTER, _TO_ACT = 6_000, 150, 15_000
"""Milliseconds that a passing notice stands: at least, more for each character, at least with a button."""


class Notice(QFrame):
    """One notice: its text, buttons for what can be done about it, a button to put it away."""

    put_away = Signal(object)

    def __init__(self, message: Message, words: Words, *actions: Action | None) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.message = message
        self._words = words
        self._actions = [(text, QPushButton(), act) for text, act in filter(None, actions)]
        self._text = QLabel()
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.addWidget(self._text, 1)
        for _, button, act in self._actions:
            button.clicked.connect(act)
            layout.addWidget(button)
        self._close = QToolButton()
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(lambda: self.put_away.emit(self))
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pass)
        self._write()

    def pass_by(self) -> None:
        """Go by itself after a while; not while the mouse or the keyboard is on it."""
        least = _TO_ACT if self._actions else _LEAST
        self._timer.start(max(least, _LEAST + _A_CHARACTER * len(self._text.text())))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _pass(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start(_LEAST)
        else:
            self.put_away.emit(self)

    def announce(self) -> None:
        """Tell a screen reader."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # dear to load: with the first notice

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _write(self) -> None:
        text = self._words(self.message)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.setAccessibleName(text)
        for label, button, _ in self._actions:
            button.setText(self._words(label))
            button.setAccessibleName(button.text())
        self._close.setText(self._words(say("Close")))
        self._close.setAccessibleName(self._words(say("Close this notice")))


class Notices:
    """The notices that stand in a layout, newest last."""

    def __init__(self, layout: QBoxLayout, words: Words) -> None:
        self._layout = layout
        self._words = words
        self._shown: list[Notice] = []

    def show(self, message: Message, *actions: Action | None, passing: bool = False) -> None:
        """Put up a notice in place of the same one; the fourth puts the oldest away, a passing one goes."""
        for same in [notice for notice in self._shown if notice.message == message]:
            self._remove(same)
        notice = Notice(message, self._words, *actions)
        notice.put_away.connect(self._remove)
        self._shown.append(notice)
        self._layout.addWidget(notice)
        notice.announce()
        if passing:
            notice.pass_by()
        if len(self._shown) > _MOST:
            self._remove(self._shown[0])

    def clear(self) -> None:
        """Put all notices away."""
        for notice in tuple(self._shown):
            self._remove(notice)

    def _remove(self, notice: Notice) -> None:
        self._shown.remove(notice)
        notice.hide()
        notice.deleteLater()

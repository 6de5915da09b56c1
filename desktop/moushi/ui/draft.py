"""A draft: what is typed in one stock editor, and when it is kept.

It is kept when the editor is left, after two seconds of rest and when the window loses focus, never while an
input method composes. One visit to an editor is one change in the history, however often it was kept.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

REST = 2000
"""Milliseconds of rest after which a draft is kept."""

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)

TextEditor = QLineEdit | QPlainTextEdit
Keep = Callable[[str, bool], bool]
"""Keeps a text; the flag says whether the editor is left. False when the text cannot be kept as it stands."""


class Draft(QObject):
    """Watches one editor; `keep` is called with texts that differ from the one shown or kept last."""

    typed = Signal(str)  # the text, at each keystroke

    def __init__(self, editor: TextEditor, keep: Keep, parent: QObject) -> None:
        super().__init__(parent)
        self.editor = editor
        self.visit: UUID | None = None  # the change of the visit that is under way
        self.kept = text_of(editor)  # the text that was shown or kept last
        self._keep_text = keep
        self._composing = False
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(lambda: self.keep(leaving=False))
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
        editor.setAcceptDrops(False)  # a dropped file is to be taken in, not to be spelled out
        editor.installEventFilter(self)
        editor.textChanged.connect(self._on_changed)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return text_of(self.editor)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.text != self.kept

    @property
    def is_composing(self) -> bool:
        """Whether an input method composes in it."""
        return self._composing

    def show(self, text: str) -> None:
        """Show a text that is kept already; a new visit begins unless it is the one that stands there."""
        self._timer.stop()
        if self.text != text:
            with QSignalBlocker(self.editor):
                if isinstance(self.editor, QPlainTextEdit):
                    self.editor.setPlainText(text)
                else:
                    self.editor.setText(text)
                    self.editor.setCursorPosition(len(text) if self.editor.hasFocus() else 0)
        self.kept = text

    def keep(self, *, leaving: bool) -> bool:
        """Keep what was typed; False when it cannot be kept.

        While an input method composes only leaving keeps anything: what it has committed so far.
        """
        self._timer.stop()
        if self._composing and not leaving:
            return True
        text = self.text
        kept = self._keep_text(text, leaving) if leaving or text != self.kept else True
        if kept and self.text == text:
            self.kept = text
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for what begins and ends a visit and a composition."""
        if watched is not self.editor:
            return False
        if isinstance(event, QInputMethodEvent):
            self._compose(composing=bool(event.preeditString()))
        elif isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            if event.lostFocus():
                if not self._composing:  # else its words are about to come
                    self.keep(leaving=True)
            elif event.gotFocus():
                self._composing = False  # whatever was composed when it was left
            else:
                return False  # the focus is about to go
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.visit = None
        return False

    def _compose(self, *, composing: bool) -> None:
        self._composing = composing
        if composing:
            self._timer.stop()
        elif not self.editor.hasFocus():
            QTimer.singleShot(0, self, lambda: self.keep(leaving=True))
        elif self.is_dirty:
            self._timer.start()  # also when what was composed is given up

    def _on_changed(self) -> None:
        self._timer.start()
        self.typed.emit(self.text)


def text_of(editor: TextEditor) -> str:
    """What stands in an editor."""
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()

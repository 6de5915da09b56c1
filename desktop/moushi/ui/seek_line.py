"""A line in which records are found by a few letters of their names: Enter takes the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from moushi.desk.ledger_links import Choice
from moushi.ui.suggestions import Suggestions
from moushi.ui.words import Words
from moushi.ui.workplace import rendered

Find = Callable[[str], Sequence[Choice]]

_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_BETWEEN = re.compile(r"[、，,；;\t\n]+")


class SeekLine(QLineEdit):
    """Shows who may be meant while a name is typed; `chosen` brings what was taken, and the line is empty.

    Enter takes the record of just that name, else the first that is found. Several names with 、 between them
    are taken together when each names one; what names nobody stays, and `missed` tells it.
    """

    chosen = Signal(object)  # Sequence[Choice]
    missed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a dropped file is to be attached, not to be spelled out
        self._find: Find = lambda _: ()
        self._words: Words = str
        self._found: Sequence[Choice] = ()
        self._is_taking = False  # a line of the list was chosen, and Qt is about to write it here
        self._list = Suggestions(self)
        self._list.activated.connect(lambda _: self._take_current())
        self.textEdited.connect(self._seek)

    def seek_by(self, find: Find, words: Words) -> None:
        """Find records by this, and say messages in these words."""
        self._find = find
        self._words = words
        self.take_first()

    def take_first(self) -> None:
        """See keys before any filter that was installed until now."""
        self.installEventFilter(self)

    def take(self) -> bool:
        """Take what the line names; False when nothing is typed."""
        text = self.text().strip()
        if not text:
            return False
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        taken = [self._meant(part, is_alone=len(parts) == 1) for part in parts]
        self._list.close()
        left = [part for part, choice in zip(parts, taken, strict=True) if choice is None]
        self.setText("、".join(left))
        if choices := [choice for choice in taken if choice]:
            self.chosen.emit(choices)
        for part in left:
            self.missed.emit(part)
        return True

    def take_named(self) -> str:
        """Take what is named in full; answers what is left in the line."""
        parts = [part.strip() for part in _BETWEEN.split(self.text()) if part.strip()]
        taken = [self._named(part) for part in parts]
        choices = [choice for choice in taken if choice]
        if choices:
            self.setText("、".join(part for part, choice in zip(parts, taken, strict=True) if choice is None))
            self.chosen.emit(choices)
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter while the list is open comes here and past all filters; so does Escape."""
        if _is_enter(event) and not self._list.is_highlighted and self.take():
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what was typed, before it goes on to the next field; Escape empties the line."""
        if watched is self and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if _is_enter(event) and not self._list.is_highlighted:
                return self.take()
            if event.key() == Qt.Key.Key_Escape and self.text():
                self.clear()
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is named in full when the line is left is taken."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING and not self._is_taking:
            self.take_named()

    def _meant(self, text: str, *, is_alone: bool) -> Choice | None:
        if named := self._named(text):
            return named
        found = self._find(text)
        return found[0] if found and (is_alone or len(found) == 1) else None

    def _named(self, text: str) -> Choice | None:
        """The one record of just that name."""
        exact = [choice for choice in self._find(text) if choice.name == text] if text else []
        return exact[0] if len(exact) == 1 else None

    def _seek(self, text: str) -> None:
        last = _BETWEEN.split(text)[-1].strip()
        self._found = self._find(last) if last else ()
        self._list.offer((choice.name, rendered(self._words, choice.hint)) for choice in self._found)

    def _take_current(self) -> None:
        if not 0 <= self._list.place < len(self._found):
            return
        choice = self._found[self._list.place]
        before = [part.strip() for part in _BETWEEN.split(self.text())[:-1] if part.strip()]

        self._is_taking = True

        def done() -> None:
            self._is_taking = False
            self.setText("、".join(before))
            self.chosen.emit([choice])

        QTimer.singleShot(0, self, done)


def _is_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held

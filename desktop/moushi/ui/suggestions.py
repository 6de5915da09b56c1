"""What may be meant by the letters typed in a line: the list under lines that find records."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

_NAME_ROLE = Qt.ItemDataRole.UserRole


class Suggestions(QCompleter):
    """The list under a line: names, each with what tells namesakes apart; a name taken stands alone."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(_NAME_ROLE)
        line.setCompleter(self)

    @property
    def place(self) -> int:
        """The line of the list that was gone to; -1 for none."""
        popup = self.popup()
        return popup.currentIndex().row() if popup else -1

    @property
    def is_highlighted(self) -> bool:
        """Whether the list is open and one of its lines was gone to: then Enter takes that one."""
        popup = self.popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def offer(self, found: Iterable[tuple[str, str]]) -> None:
        """Show names and what is said of each, empty for nothing."""
        self._items.clear()
        for name, hint in found:
            item = QStandardItem(f"{name}（{hint}）" if hint else name)
            item.setData(name, _NAME_ROLE)
            self._items.appendRow(item)

    def close(self) -> None:
        """Hide the list."""
        popup = self.popup()
        if popup:
            popup.hide()

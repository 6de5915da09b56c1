"""The ways from an item to the one of another year that it continues, or that continues it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from moushi.ui.words import Words

if TYPE_CHECKING:
    from moushi.desk.rolling import Link

_MOST = 3  # links at once: the one before, and those after


class ItemLinks(QWidget):
    """Buttons that lead to items of other years; `asked` brings the item's id."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: tuple[Link, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons = [QToolButton(self) for _ in range(_MOST)]
        for number, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setStyleSheet("QToolButton { text-align: left; }")
            button.clicked.connect(partial(self._ask, number))
            layout.addWidget(button)
        self.hide()

    def show_links(self, links: Sequence[Link], words: Words) -> None:
        """Show the ways to these items."""
        self._links = tuple(links)[:_MOST]
        for button, link in zip(self.buttons, self._links, strict=False):
            told = words(link.words)
            button.setText(told)
            button.setAccessibleName(told)
            button.setToolTip(told)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self._links))
        self.setVisible(bool(self._links))

    def _ask(self, number: int, *_: object) -> None:
        if number < len(self._links):
            self.asked.emit(self._links[number].id)

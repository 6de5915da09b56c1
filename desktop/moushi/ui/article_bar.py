"""Bars of buttons, each of which stands for a command of the page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLayout, QToolButton, QWidget

from moushi.ui.flow import FlowLayout


def fill_bar(bar: QWidget, *actions: QAction) -> list[QToolButton]:
    """Put a button for each command on a bar; one with a menu opens it at once. Returns the buttons."""
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    buttons = _fill(layout, bar, actions)
    layout.addStretch()
    return buttons


def fill_lines(bar: QWidget, *actions: QAction) -> list[QToolButton]:
    """As `fill_bar`, in as many lines as the buttons take; not for a bar within what scrolls."""
    return _fill(FlowLayout(bar), bar, actions)


def _fill(layout: QLayout, bar: QWidget, actions: Iterable[QAction]) -> list[QToolButton]:
    buttons = []
    for action in actions:
        button = QToolButton(bar)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action.menu():
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("framed", True)
        button.setDefaultAction(action)
        name_by(button, action)
        action.changed.connect(lambda button=button, action=action: name_by(button, action))
        layout.addWidget(button)
        buttons.append(button)
    return buttons


def name_by(button: QToolButton, action: QAction) -> None:
    """Name a button for screen readers as its command is called."""
    button.setAccessibleName(action.iconText())


def walk(*widgets: QWidget) -> None:
    """Let the Tab key go through widgets in this order."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)

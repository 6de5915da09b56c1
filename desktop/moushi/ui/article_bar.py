"""Bars of quiet buttons, each of which stands for a command of the page; they wrap where room is short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from moushi.ui.flow import FlowLayout


def fill_bar(bar: QWidget, *actions: QAction) -> None:
    """Put a button for each command on a bar; one with a menu opens it at once."""
    flow = FlowLayout(bar, spacing=0)
    for action in actions:
        button = QToolButton(bar)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action.menu():
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setDefaultAction(action)
        name_by(button, action)
        action.changed.connect(lambda button=button, action=action: name_by(button, action))
        flow.addWidget(button)


def name_by(button: QToolButton, action: QAction) -> None:
    """Name a button for screen readers as its command is called."""
    button.setAccessibleName(action.iconText())

"""The titles of plans and themes between the rows of a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from moushi.desk.reporting import Group
from moushi.domain.records import Plan
from moushi.ui.cells import brush


def group_data(group: Group, column: int, role: int) -> Any:
    """What a title says across its line, by role: plans in bold, all on the ground of buttons."""
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
            return group.title if column == 0 else None
        case Qt.ItemDataRole.FontRole:
            font = QGuiApplication.font()
            font.setBold(group.kind is Plan)
            return font
        case Qt.ItemDataRole.BackgroundRole:
            return brush(QPalette.ColorRole.Button)
        case Qt.ItemDataRole.ForegroundRole:
            return brush(QPalette.ColorRole.ButtonText)
        case _:
            return None

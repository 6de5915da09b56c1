"""Files that are dropped are read where they lie: their owner is never told that they were moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore  # its `Qt` is named late: that takes as long as painting an empty window

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent


def accept_copy(event: QDropEvent) -> None:
    """Take what is dragged here as a copy; after a move the program it comes from would delete the file."""
    event.setDropAction(QtCore.Qt.DropAction.CopyAction)
    event.accept()

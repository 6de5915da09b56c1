"""A label of wrapped text that always gets the height that its text needs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """Forms whose names stand above ask a wrapped label for its height only once; this one tells it anew."""

    def minimumSizeHint(self) -> QSize:
        """As tall as the text needs in the width there is."""
        return QSize(0, max(self.heightForWidth(max(self.width(), 1)), 0) if self.text() else 0)

    def sizeHint(self) -> QSize:
        """No wider than what stands beside it wants to be."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

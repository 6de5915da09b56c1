"""Text that changes with each keystroke: other words lay nothing out anew, as a QLabel's would."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SPARED = 12  # pixels of each line that wrapping leaves empty


class CalmText(QWidget):
    """Plain text in a room of so many lines; what is longer is cut, and whole in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines = 1

    def text(self) -> str:
        """The whole text."""
        return self._text

    def put(self, text: str) -> None:
        """Show a text, whole in tool tip and for screen readers."""
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleDescription(text)
            self.update()

    @property
    def lines(self) -> int:
        """How many lines there is room for."""
        return self._lines

    def make_room(self, lines: int) -> None:
        """Make room for that many lines."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def lines_needed(self) -> int:
        """How many lines the text takes in the present width."""
        room = self.fontMetrics().boundingRect(QRect(0, 0, self.width(), 10_000), _WRAPPED, self._text)
        return max(round(room.height() / self.fontMetrics().lineSpacing()), 1)

    def sizeHint(self) -> QSize:
        """The room that was made; the width is given."""
        return QSize(0, self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits: one line is cut in the middle, more at their end."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics, text = self.fontMetrics(), self._text
        if self._lines == 1:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        else:
            if self.lines_needed() > self._lines:
                room = self._lines * (self.width() - _SPARED)
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(self.rect(), _WRAPPED, text)
        painter.end()

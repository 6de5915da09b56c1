"""The year by month: 序时进度 as a broken line, what is completed as a whole one with points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from moushi.domain.numbers import percent
from moushi.ui.plots import Figures, Inks, Plot, Spot

_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_POINT = 3.5


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A month's end: its name, 序时进度 and completion (shares of 1; None: not known), what is said of it."""

    name: str
    scheduled: Decimal
    completed: Decimal | None
    words: str


class YearPlot(Plot):
    """Two lines over twelve months, each with its name beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months: tuple[YearMonth, ...] = ()
        self._names = ("", "")

    def put(
        self, months: Sequence[YearMonth], names: tuple[str, str], figures: Figures, summary: str
    ) -> None:
        """Show these months; `names` are those of the two lines, scheduled and completed."""
        self.months, self._names = tuple(months), names
        self.tell(figures, summary)

    def height_for(self, _width: float, inks: Inks) -> float:
        """Nine lines of text."""
        return inks.metrics.height() * 9

    def spots(self, rect: QRectF, inks: Inks) -> list[Spot]:
        """Each month's column."""
        field = self._field(rect, inks)
        wide = field.width() / max(len(self.months), 1)
        return [
            Spot(QRectF(field.left() + n * wide + 2, field.top(), wide - 4, field.height()), month.words)
            for n, month in enumerate(self.months)
        ]

    def scheduled(self, rect: QRectF, inks: Inks) -> list[QPointF]:
        """The points of 序时进度, from the year's first day on."""
        field = self._field(rect, inks)
        ends = [self._at(field, n, month.scheduled) for n, month in enumerate(self.months)]
        return [QPointF(field.left(), field.bottom()), *ends]

    def completed(self, rect: QRectF, inks: Inks) -> list[QPointF]:
        """The points of what is completed, as far as it is known."""
        field = self._field(rect, inks)
        return [
            self._at(field, n, month.completed)
            for n, month in enumerate(self.months)
            if month.completed is not None
        ]

    def draw(self, painter: QPainter, rect: QRectF, inks: Inks) -> None:
        """Grid, months, the two lines with their names."""
        field = self._field(rect, inks)
        for quarter in range(5):
            y = field.bottom() - field.height() * quarter / 4
            painter.setPen(QPen(inks.line, 1, Qt.PenStyle.SolidLine if quarter == 0 else Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            tall = inks.small_metrics.height()
            left = QRectF(rect.left(), y - tall / 2, field.left() - rect.left() - 6, tall)
            if quarter % 2 == 0:
                inks.write(painter, left, f"{quarter * 25}%", inks.quiet, _RIGHT, font=inks.small)
        wide = field.width() / max(len(self.months), 1)
        for n, month in enumerate(self.months):
            below = QRectF(field.left() + n * wide, field.bottom() + 2, wide, inks.small_metrics.height())
            fits = inks.small_metrics.horizontalAdvance(month.name) <= wide
            inks.write(
                painter, below, month.name if fits else str(n + 1), inks.quiet, _CENTRE, font=inks.small
            )
        if self.months:
            self._lines(painter, rect, field, inks)

    def _lines(self, painter: QPainter, rect: QRectF, field: QRectF, inks: Inks) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(inks.quiet, 1.5, Qt.PenStyle.DashLine))
        scheduled = self.scheduled(rect, inks)
        painter.drawPolyline(QPolygonF(scheduled))
        tall = inks.small_metrics.height()
        name = self._names[0]
        wide = inks.small_metrics.horizontalAdvance(name) + 2
        upper = self._at(field, 8, self.months[8].scheduled) if len(self.months) > 8 else scheduled[-1]
        room = QRectF(upper.x() - wide - 10, upper.y() - tall, wide, tall)
        inks.write(painter, room, name, inks.quiet, font=inks.small)
        completed = self.completed(rect, inks)
        if not completed:
            return
        painter.setPen(QPen(inks.accent, 2.5))
        painter.drawPolyline(QPolygonF(completed))
        painter.setBrush(inks.accent)
        for point in completed:
            painter.drawEllipse(point, _POINT, _POINT)
        share, last = next(
            (month.completed, month) for month in reversed(self.months) if month.completed is not None
        )
        text = f"{self._names[1]} {percent(share)}"
        wide = inks.bold_width(text) + 2
        at, tall = completed[-1], inks.metrics.height()
        if share < last.scheduled:  # the room below the lines is at the right, that above them at the left
            left, top = min(at.x() + 8, field.right() - wide), at.y() + 4
        else:
            left, top = max(at.x() - wide - 6, field.left() + 2), at.y() - tall - 4
        top = min(max(top, field.top() - 4), field.bottom() - tall)
        inks.write(painter, QRectF(left, top, wide, tall), text, inks.accent, font=inks.bold)

    def _field(self, rect: QRectF, inks: Inks) -> QRectF:
        """Where the lines run."""
        left = inks.small_metrics.horizontalAdvance("100%") + 8
        below = inks.small_metrics.height() + 4
        return rect.adjusted(left, inks.small_metrics.height() / 2 + 2, -6, -below)

    def _at(self, field: QRectF, place: int, share: Decimal) -> QPointF:
        """A share at the end of a month."""
        x = field.left() + field.width() * (place + 1) / len(self.months)
        return QPointF(x, field.bottom() - field.height() * min(max(float(share), 0.0), 1.0))

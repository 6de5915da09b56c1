"""The galley on the screen: lines where they stand, the place being worked on marked, a click leads to it.

Forms make the view at once; what sets and paints type is loaded with the first galley. Until then nothing
asks for the viewport: Qt made it, and to tell what it is PySide loads every kind of widget.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from moushi.desk.galley import Galley
    from moushi.output.proof.painter import PagePainter
    from moushi.typeset.setting import SetLine

_MARGIN = 12.0  # logical pixels round the galley
_REACH = 6  # logical pixels beyond its box that a line's marks and glyphs may take
_BAR = 3.0  # the mark beside marked lines
_LEAST_ZOOM, _MOST_ZOOM = 0.4, 6.0
_STEP = 1.1


class GalleyView(QAbstractScrollArea):
    """Shows a galley as wide as the room, or at a zoom that the person chose (Ctrl+wheel, Ctrl+ +/-/0).

    `clicked` brings the `Ref` of the words that were clicked, or on which Enter was pressed.
    """

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._galley: Galley | None = None
        self._marked: frozenset[int] = frozenset()
        self._changed: frozenset[UUID] = frozenset()
        self._current = -1
        self._zoom: float | None = None  # None: as wide as the room
        self._scale = 1.0
        self._painter: PagePainter | None = None

    @property
    def galley(self) -> Galley | None:
        """What is shown."""
        return self._galley

    @property
    def scale(self) -> float:
        """Logical pixels to the point."""
        return self._scale

    def show_galley(self, galley: Galley | None) -> None:
        """Show a galley; the place in view stays, and only what is otherwise than before is painted anew."""
        before, self._galley = self._galley, galley
        self._current = min(self._current, len(galley.lines) - 1) if galley else -1
        stays = self._fit()
        if galley is None or before is None or not stays or not _alike(before, galley):
            self._marked = frozenset()
            self.viewport().update()
            return
        self._mark(frozenset())
        for old, new in zip_longest(before.lines, galley.lines):
            if old is None or new is None or not _is_same(old, new):
                self._repaint(*filter(None, (old, new)))

    def mark(self, record_id: UUID | None, field: str | None = None, *, follow: bool = True) -> None:
        """Mark the lines in which words of a record stand, and bring them into view."""
        galley = self._galley
        lines = galley.lines_of(record_id, field) if galley and record_id else []
        self._mark(frozenset(lines))
        if lines and follow:
            self._current = lines[0]
            self._bring_into_view(lines)

    def show_changed(self, records: Collection[UUID]) -> None:
        """Put a mark beside the lines in which words of these records stand, none without any."""
        self._changed = frozenset(records)
        self.viewport().update()

    def turn(self, by: int) -> None:
        """Go to the head of a sheet further on or back."""
        galley = self._galley
        if galley is None or not galley.sheets:
            return
        heads = [round(sheet.y * self.scale) for sheet in galley.sheets]
        bar = self.verticalScrollBar()
        here = max((n for n, head in enumerate(heads) if head <= bar.value() + 2), default=0)
        bar.setValue(heads[min(max(here + by, 0), len(heads) - 1)])

    def set_zoom(self, zoom: float | None) -> None:
        """Zoom to so many logical pixels a point; None fits the width."""
        self._zoom = None if zoom is None else min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        self._fit()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """About as wide as a column is comfortably read."""
        return QSize(340, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets, and the lines in view."""
        galley, inks = self._galley, self._painter
        if galley is None or inks is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        palette = self.palette()
        offset = self._offset()
        painter.translate(offset)
        region = event.region().translated(-offset.toPoint())
        seen = QRectF(region.boundingRect())
        ink = palette.color(QPalette.ColorRole.Text)
        for above, sheet in pairwise(galley.sheets):
            end = above.y + above.height
            gap = QRectF(seen.left(), end * self.scale, seen.width(), (sheet.y - end) * self.scale)
            painter.fillRect(gap, palette.window())
        for rule in galley.rules:
            inks.paint_rule(painter, rule, palette.color(QPalette.ColorRole.Dark))
        for number, line in enumerate(galley.lines):
            box = self._box(line)
            if not region.intersects(_around(box)):
                continue
            if number in self._marked:
                painter.fillRect(box, palette.highlight())
                painter.fillRect(QRectF(box.left() - 2 * _BAR, box.top(), _BAR, box.height()), palette.link())
            if self._changed and self._is_changed(line):
                bar = QRectF(box.right() + _BAR, box.top(), _BAR, box.height())
                painter.fillRect(bar, palette.brightText())
            inks.paint_line(painter, line, ink)
            if number == self._current and self.hasFocus():
                painter.setPen(QColor(palette.color(QPalette.ColorRole.Link)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-2, 0.5, 2, -0.5), 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        if self._galley:
            self._fit()
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl: zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_zoom(self.scale * _STEP**steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what was clicked."""
        number = self._line_at(event.position())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = number
            self._go(event.position())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click leads somewhere."""
        over = self._line_at(event.position()) >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the lines, Enter goes where one leads; with Ctrl + - 0 zoom, Page keys turn."""
        galley = self._galley
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if galley and galley.lines:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._current = min(max(self._current + step, 0), len(galley.lines) - 1)
                self._bring_into_view([self._current])
                self.viewport().update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._current >= 0:
                self._go(None)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.set_zoom(self.scale * _STEP)
            case Qt.Key.Key_Minus if control:
                self.set_zoom(self.scale / _STEP)
            case Qt.Key.Key_0 if control:
                self.set_zoom(None)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if control:
                self.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        if event.type() == QEvent.Type.PaletteChange and self._galley:
            self.viewport().update()
        super().changeEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint what comes into view."""
        self.viewport().update()

    def point_of(self, number: int) -> QPointF:
        """The middle of a line on the viewport."""
        assert self._galley is not None
        line = self._galley.lines[number]
        middle = QPointF((line.x + line.width / 2) * self.scale, (line.y + line.height / 2) * self.scale)
        return middle + self._offset()

    def _go(self, at: QPointF | None) -> None:
        galley = self._galley
        if galley is None:
            return
        line = galley.lines[self._current]
        x = (at - self._offset()).x() / self.scale - line.x if at is not None else 0.0
        ref = line.mark_at(x)
        if ref is not None:
            self.clicked.emit(ref)
        self.viewport().update()

    def _line_at(self, at: QPointF) -> int:
        if self._galley is None:
            return -1
        point = (at - self._offset()) / self.scale
        for number, line in enumerate(self._galley.lines):
            if QRectF(line.x, line.y, line.width, line.height).contains(point):
                return number
        return -1

    def _offset(self) -> QPointF:
        """Where the galley's corner stands on the viewport."""
        width = (self._galley.width if self._galley else 0.0) * self.scale
        left = (self._galley.left if self._galley else 0.0) * self.scale
        free = (self.viewport().width() - width) / 2
        x = max(free, _MARGIN) - left - self.horizontalScrollBar().value()
        return QPointF(x, _MARGIN - self.verticalScrollBar().value())

    def _mark(self, numbers: frozenset[int]) -> None:
        """Mark these lines and no others."""
        galley, before = self._galley, self._marked
        self._marked = numbers
        if galley:
            self._repaint(*(galley.lines[n] for n in before ^ numbers if n < len(galley.lines)))

    def _repaint(self, *lines: SetLine) -> None:
        offset = self._offset().toPoint()
        for line in lines:
            self.viewport().update(_around(self._box(line)).translated(offset))

    def _fit(self) -> bool:
        """Make sizes and bars fit; False when what is shown stands otherwise on the viewport than before."""
        galley = self._galley
        if galley is None:
            self.verticalScrollBar().setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)
            return False
        before = (self._painter, self._offset())
        room = max(self.viewport().width() - 2 * _MARGIN, 40.0)
        scale = self._zoom or min(max(room / galley.width, _LEAST_ZOOM), 2.2)
        painter = self._painter
        if painter is None or painter.layout is not galley.layout or abs(scale - self._scale) > 1e-6:
            from moushi.output.proof.painter import PagePainter

            self._scale = scale
            self._painter = PagePainter(galley.layout, scale)
            self.viewport().setMouseTracking(True)
        height = galley.height * scale + 2 * _MARGIN
        width = galley.width * scale + 2 * _MARGIN
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(round(height - view.height()), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(round(galley.layout.roles["body"].leading_pt * scale))
        self.horizontalScrollBar().setRange(0, max(round(width - view.width()), 0) if self._zoom else 0)
        self.horizontalScrollBar().setPageStep(view.width())
        return before == (self._painter, self._offset())

    def _bring_into_view(self, lines: list[int]) -> None:
        assert self._galley is not None
        scale, bar = self.scale, self.verticalScrollBar()
        top = min(self._galley.lines[n].y for n in lines) * scale + _MARGIN
        bottom = max(self._galley.lines[n].y + self._galley.lines[n].height for n in lines) * scale + _MARGIN
        height = self.viewport().height()
        if top < bar.value():
            bar.setValue(round(top - height * 0.1))
        elif bottom > bar.value() + height:
            bar.setValue(round(min(bottom - height * 0.8, top)))
        self._bring_across(self._galley.lines[lines[0]])

    def _bring_across(self, line: SetLine) -> None:
        """Bring a line's beginning into view, where the galley is wider than the room."""
        across = self.horizontalScrollBar()
        left = (line.x - (self._galley.left if self._galley else 0.0)) * self.scale
        right = left + line.width * self.scale + 2 * _MARGIN
        if left < across.value() or right > across.value() + self.viewport().width():
            across.setValue(round(left))

    def _box(self, line: SetLine) -> QRectF:
        scale = self.scale
        return QRectF(line.x * scale, line.y * scale, line.width * scale, line.height * scale)

    def _is_changed(self, line: SetLine) -> bool:
        from moushi.compile.documents import Ref

        return any(isinstance(part.mark, Ref) and part.mark.id in self._changed for part in line.parts)


def _alike(one: Galley, other: Galley) -> bool:
    """Whether two galleys differ in their lines only."""
    return (one.layout, one.left, one.rules, one.sheets) == (
        other.layout,
        other.left,
        other.rules,
        other.sheets,
    )


def _is_same(one: SetLine, other: SetLine) -> bool:
    """Whether two lines look the same and lead to the same words."""
    return (one.x, one.y, one.role) == (other.x, other.y, other.role) and (
        (one.glyphs is other.glyphs or one.glyphs == other.glyphs) and one.parts == other.parts
    )


def _around(box: QRectF) -> QRect:
    """Whatever of the viewport a line may take; large type stands out of its box."""
    reach = round(box.height() / 2) + _REACH
    return box.toAlignedRect().adjusted(-reach, -reach, reach, reach)

"""The galley on the screen: lines where they stand, the place being worked on marked, a click leads to it."""

from __future__ import annotations

from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRawFont,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from moushi.compile.documents import RunRole
from moushi.desk.galley import Galley, GalleyLine
from moushi.typeset.justify import Glyph
from moushi.typeset.layout import Layout, Role
from moushi.ui.faces import font_of

_MARGIN = 12.0  # logical pixels round the galley
_BAR = 3.0  # the mark beside marked lines
_LEAST_ZOOM, _MOST_ZOOM = 0.4, 6.0
_BASELINE = 0.88  # of the size, below the top of the em box: where Chinese faces have it
_STEP = 1.1
_CENTRED = "·‧•⋅・"  # the middle of their em, of which some faces have the glyph only as wide as the dot


class GalleyPainter:
    """Paints galley lines at a scale (pixels to the point); faces and glyph runs are kept."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._fonts: dict[tuple[str, float], tuple[QFont, QRawFont]] = {}
        self._runs: dict[object, tuple[GalleyLine, list[QGlyphRun], list[tuple[QFont, float, str]]]] = {}

    def paint(self, painter: QPainter, layout: Layout, line: GalleyLine) -> None:
        """Paint one line in its place, in the painter's pen."""
        runs, loose = self._of(layout, line)
        origin = QPointF(line.x * self.scale, self.baseline(line))
        for run in runs:
            painter.drawGlyphRun(origin, run)
        for font, x, text in loose:
            painter.setFont(font)
            painter.drawText(origin + QPointF(x, 0.0), text)

    def baseline(self, line: GalleyLine) -> float:
        """The height of a line's baseline in pixels from the galley's top."""
        return (line.y + (line.height - line.size) / 2 + line.size * _BASELINE) * self.scale

    def _of(self, layout: Layout, line: GalleyLine) -> tuple[list[QGlyphRun], list[tuple[QFont, float, str]]]:
        """A line's glyph runs, and what its face lacks, which Qt is to find in another."""
        leads = tuple((part.start, part.end) for part in line.parts if part.role is RunRole.THEME_LEAD)
        key = (id(line.glyphs), line.role, leads)
        held = self._runs.get(key)
        if held is None or held[0].glyphs is not line.glyphs:
            held = (line, *self._set(layout, line))
            if len(self._runs) > 4096:
                self._runs.clear()
            self._runs[key] = held
        return held[1], held[2]

    def _set(
        self, layout: Layout, line: GalleyLine
    ) -> tuple[list[QGlyphRun], list[tuple[QFont, float, str]]]:
        runs: list[QGlyphRun] = []
        loose: list[tuple[QFont, float, str]] = []
        size = line.size * self.scale
        by_role: dict[str, list[Glyph]] = {}
        count = 0
        for glyph in line.glyphs:
            part = next((p for p in line.parts if p.start <= count < p.end), None)
            lead = line.role == "body" and part is not None and part.role is RunRole.THEME_LEAD
            by_role.setdefault("theme_lead" if lead else line.role, []).append(glyph)
            count += len(glyph.text)
        for name, glyphs in by_role.items():
            font, raw = self._font(layout.roles[name], size)
            run = QGlyphRun()
            run.setRawFont(raw)
            indexes: list[int] = []
            places: list[QPointF] = []
            for glyph in glyphs:
                found = raw.glyphIndexesForString(glyph.text) if glyph.text.strip() else []
                if len(found) != len(glyph.text) or 0 in found:
                    loose.append((font, glyph.x * size, glyph.text))
                    continue
                indexes += found
                widths = [width.x() for width in raw.advancesForGlyphIndexes(found)]
                if glyph.text in _CENTRED:
                    places.append(QPointF(glyph.x * size + (size - widths[0]) / 2, 0.0))
                else:
                    places += _spread(glyph, widths, size)
            run.setGlyphIndexes(indexes)
            run.setPositions(places)
            runs.append(run)
        return runs, loose

    def _font(self, role: Role, size: float) -> tuple[QFont, QRawFont]:
        key = (role.name, size)
        if key not in self._fonts:
            font = font_of(role, size)
            raw = QRawFont.fromFont(font)
            raw.setPixelSize(size)
            self._fonts[key] = (font, raw)
        return self._fonts[key]


def _spread(glyph: Glyph, widths: list[float], size: float) -> list[QPointF]:
    """Where the characters of a unit stand: side by side, closer where the face is wider than its room."""
    room, whole = glyph.advance * size, sum(widths)
    factor = min(1.0, room / whole) if len(widths) > 1 and whole > 0 else 1.0
    edges = accumulate((width * factor for width in widths[:-1]), initial=glyph.x * size)
    return [QPointF(edge, 0.0) for edge in edges]


class GalleyView(QAbstractScrollArea):
    """Shows a galley as wide as the room, or at a zoom that the person chose (Ctrl+wheel, Ctrl+ +/-/0).

    `clicked` brings the `Ref` of the words that were clicked, or on which Enter was pressed.
    """

    clicked = Signal(object)
    _zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._galley: Galley | None = None
        self._marked: frozenset[int] = frozenset()
        self._current = -1
        self._zoom: float | None = None  # None: as wide as the room
        self._painter = GalleyPainter(1.0)

    @property
    def galley(self) -> Galley | None:
        """What is shown."""
        return self._galley

    @property
    def scale(self) -> float:
        """Logical pixels to the point."""
        return self._painter.scale

    def show_galley(self, galley: Galley | None) -> None:
        """Show a galley; the place in view stays."""
        self._galley = galley
        self._marked = frozenset()
        self._current = min(self._current, len(galley.lines) - 1) if galley else -1
        self._fit()

    def mark(self, record_id: UUID | None, field: str | None = None, *, follow: bool = True) -> None:
        """Mark the lines in which words of a record stand, and bring them into view."""
        galley = self._galley
        lines = galley.lines_of(record_id, field) if galley and record_id else []
        if frozenset(lines) != self._marked:
            self._marked = frozenset(lines)
            self.viewport().update()
        if lines and follow:
            self._current = lines[0]
            self._bring_into_view(lines)

    def set_zoom(self, zoom: float | None) -> None:
        """Zoom to so many logical pixels a point; None fits the width."""
        self._zoom = None if zoom is None else min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        self._fit()

    def sizeHint(self) -> QSize:
        """About as wide as a column is comfortably read."""
        return QSize(340, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in view."""
        galley = self._galley
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if galley is None:
            return
        palette = self.palette()
        offset = self._offset()
        painter.translate(offset)
        seen = QRectF(event.rect()).translated(-offset)
        scale = self.scale
        mark, bar = palette.highlight().color(), palette.link().color()
        for number, line in enumerate(galley.lines):
            top, height = line.y * scale, line.height * scale
            if top > seen.bottom() or top + height < seen.top():
                continue
            box = QRectF(line.x * scale, top, line.width * scale, height)
            if number in self._marked:
                painter.fillRect(box, mark)
                painter.fillRect(QRectF(box.left() - 2 * _BAR, top, _BAR, height), bar)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            self._painter.paint(painter, galley.layout, line)
            if number == self._current and self.hasFocus():
                painter.setPen(QColor(bar))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-2, 0.5, 2, -0.5), 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit()

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
        """Up and Down walk the lines, Enter goes to what stands there, Ctrl with + - 0 zooms."""
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
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        if event.type() == QEvent.Type.PaletteChange:
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
        ref = line.ref_at(x)
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
        free = (self.viewport().width() - width) / 2
        x = max(free, _MARGIN) - self.horizontalScrollBar().value()
        return QPointF(x, _MARGIN - self.verticalScrollBar().value())

    def _fit(self) -> None:
        galley = self._galley
        if galley is None:
            self.verticalScrollBar().setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        room = max(self.viewport().width() - 2 * _MARGIN, 40.0)
        scale = self._zoom or min(max(room / galley.width, _LEAST_ZOOM), 2.2)
        if abs(scale - self._painter.scale) > 1e-6:
            self._painter = GalleyPainter(scale)
        height = galley.height * scale + 2 * _MARGIN
        width = galley.width * scale + 2 * _MARGIN
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(round(height - view.height()), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(round(galley.layout.roles["body"].leading_pt * scale))
        self.horizontalScrollBar().setRange(0, max(round(width - view.width()), 0) if self._zoom else 0)
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

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

    def _bring_across(self, line: GalleyLine) -> None:
        """Bring a line's beginning into view, where the galley is wider than the room."""
        across = self.horizontalScrollBar()
        left, right = line.x * self.scale, (line.x + line.width) * self.scale + 2 * _MARGIN
        if left < across.value() or right > across.value() + self.viewport().width():
            across.setValue(round(left))

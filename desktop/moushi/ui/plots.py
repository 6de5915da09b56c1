"""What plots painted by the program itself share; each can be read by keyboard and by screen readers.

A plot is drawn by one function, on the screen and as a picture; it says its numbers as a table too. Nothing
is told by colour alone: a state has its pattern and its word, a line its name, a bar its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from moushi.domain.kinds import Colour, State
from moushi.ui.appearance import read_palette
from moushi.ui.cells import ink

PICTURE_WIDTH = 640
"""Logical pixels across a picture of a plot: about 17 cm, the text of an A4 page."""
PICTURE_SCALE = 2
PICTURE_TEXT = 14
"""Logical pixels of a picture's text, whatever this machine makes of a point: 10.5 pt at 96 to the inch."""
_SMALLER = 0.9
_EDGE = 12.0  # round a picture
_DOTS_PER_METER = 3780  # of a logical pixel: 96 to the inch

_PATTERNS = {
    State.DONE: (Colour.GREEN, Qt.BrushStyle.SolidPattern),
    State.AHEAD: (Colour.GREEN, Qt.BrushStyle.Dense4Pattern),
    State.ON_SCHEDULE: (Colour.GREEN, Qt.BrushStyle.BDiagPattern),
    State.BEHIND: (Colour.YELLOW, Qt.BrushStyle.FDiagPattern),
    State.OVERDUE: (Colour.RED, Qt.BrushStyle.SolidPattern),
    State.UNREPORTED: (Colour.NONE, Qt.BrushStyle.Dense6Pattern),
    State.NOT_STARTED: (Colour.NONE, Qt.BrushStyle.NoBrush),
    State.SUSPENDED: (Colour.NONE, Qt.BrushStyle.HorPattern),
    State.CANCELLED: (Colour.NONE, Qt.BrushStyle.DiagCrossPattern),
}
"""By which colour and pattern the bars tell a state."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a plot as a table."""

    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a plot that can be pointed at, and what it says."""

    rect: QRectF
    words: str


class Inks:
    """The colours and faces that a plot is drawn with."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        self.palette = palette
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.small = QFont(font)
        if font.pixelSize() > 0:
            self.small.setPixelSize(round(font.pixelSize() * _SMALLER))
        else:
            self.small.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.small_metrics = QFontMetricsF(self.small)
        self.bold = QFont(font)
        self.bold.setBold(True)
        self.bold_small = QFont(self.small)
        self.bold_small.setBold(True)
        self.text = palette.color(QPalette.ColorRole.Text)
        self.quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        self.line = palette.color(QPalette.ColorRole.Mid)
        self.ground = palette.color(QPalette.ColorRole.Base)
        self.accent = palette.color(QPalette.ColorRole.Link)
        self.soft = QColor(self.accent)
        self.soft.setAlphaF(0.45)

    def bold_width(self, text: str) -> float:
        """How wide a text is in bold."""
        return QFontMetricsF(self.bold).horizontalAdvance(text)

    def state(self, state: State) -> tuple[QColor, QBrush]:
        """The outline and the filling of a state."""
        colour, pattern = _PATTERNS[state]
        inked = ink(colour, self.palette)
        laid = QColor(inked)
        laid.setAlphaF(1.0 if pattern is Qt.BrushStyle.SolidPattern else 0.6)
        return inked, QBrush(laid, pattern)

    def fill(self, painter: QPainter, rect: QRectF, state: State) -> None:
        """Draw a piece of a bar that stands for a state; neighbours are parted by a hair of the ground."""
        outline, brush = self.state(state)
        inner = rect.adjusted(0.75, 0.75, -0.75, -0.75) if rect.width() > 3 else rect
        tint = QColor(outline)
        tint.setAlphaF(0.12)
        painter.fillRect(inner, tint)
        painter.setPen(QPen(outline, 1))
        painter.setBrush(brush)
        painter.drawRect(inner)

    def write(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        colour: QColor,
        flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        font: QFont | None = None,
    ) -> None:
        """Write one line in a room, shortened with … where it is too long."""
        chosen = font or self.font
        painter.setFont(chosen)
        painter.setPen(colour)
        shortened = QFontMetricsF(chosen).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        painter.drawText(rect, flags | Qt.AlignmentFlag.AlignVCenter, shortened)


class Plot(QWidget):
    """A plot that takes the keyboard: the arrows go from spot to spot, and each is told in words.

    A subclass keeps its numbers and overrides `height_for`, `spots` and `draw`; it tells of new ones.
    """

    fitted = Signal()  # it takes another height
    at = Signal(object, object)  # the plot and the place in it (QRect) to which the keyboard has come

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self._figures = Figures()
        self._summary = ""
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    # -- what a plot is ------------------------------------------------------------------------------------

    def height_for(self, width: float, inks: Inks) -> float:
        """How tall it is in that width."""
        raise NotImplementedError

    def spots(self, rect: QRectF, inks: Inks) -> list[Spot]:
        """Its parts in their order, placed in a room."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF, inks: Inks) -> None:
        """Draw it in a room."""
        raise NotImplementedError

    def figures(self) -> Figures:
        """Its numbers as a table."""
        return self._figures

    def summary(self) -> str:
        """Its numbers in words."""
        return self._summary

    # -- showing -------------------------------------------------------------------------------------------

    def inks(self) -> Inks:
        """The colours and faces of the window."""
        return Inks(self.palette(), self.font())

    def room(self) -> QRectF:
        """Where it is drawn: inside the frame that shows the focus."""
        return QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def put_title(self, title: str) -> None:
        """Name the plot."""
        self.title = title
        self.setAccessibleName(title)

    def tell(self, figures: Figures, summary: str) -> None:
        """Say new numbers as a table and in words, and show them."""
        self._figures, self._summary = figures, summary
        if self._current >= len(self._spots()):
            self._current = -1
        self.setAccessibleDescription(self.summary())
        self._fit()
        self.update()

    def spot(self) -> Spot | None:
        """The spot that the keyboard is at."""
        spots = self._spots()
        return spots[self._current] if 0 <= self._current < len(spots) else None

    def picture(self, heading: str) -> QImage:
        """The plot under a heading, in the colours for light ground, twice as fine as a screen."""
        font = QFont(self.font())
        font.setPixelSize(PICTURE_TEXT)
        inks = Inks(read_palette("light"), font)
        width = PICTURE_WIDTH - 2 * _EDGE
        above = inks.metrics.height() + 8
        height = self.height_for(width, inks)
        size = QSize(PICTURE_WIDTH, round(height + above + 2 * _EDGE)) * PICTURE_SCALE
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_SCALE)
        image.fill(inks.ground)
        painter = QPainter(image)
        try:
            _refine(painter)
            top = QRectF(_EDGE, _EDGE, width, inks.metrics.height())
            inks.write(painter, top, heading, inks.text, font=inks.bold)
            self.draw(painter, QRectF(_EDGE, _EDGE + above, width, height), inks)
        finally:
            painter.end()
        image.setDotsPerMeterX(_DOTS_PER_METER * PICTURE_SCALE)  # so that Word shows it in its own size
        image.setDotsPerMeterY(_DOTS_PER_METER * PICTURE_SCALE)
        return image

    def sizeHint(self) -> QSize:
        """As tall as its numbers take in the width there is."""
        return QSize(200, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plot, the frame of the focus, and what the spot says that the keyboard is at."""
        painter, inks = QPainter(self), self.inks()
        _refine(painter)
        self.draw(painter, self.room(), inks)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(inks.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            if spot := self.spot():
                painter.drawRect(spot.rect.adjusted(-1.5, -1.5, 1.5, 1.5))
                self._draw_words(painter, spot, inks)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another face takes other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    # -- pointing ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot."""
        last = len(self._spots()) - 1
        places: dict[int, int] = {
            Qt.Key.Key_Right: min(self._current + 1, last),
            Qt.Key.Key_Down: min(self._current + 1, last),
            Qt.Key.Key_Left: max(self._current - 1, 0),
            Qt.Key.Key_Up: max(self._current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(event.key())
        if place is None or last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._go(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the spot under the pointer."""
        super().mousePressEvent(event)
        place = self._place(event.position())
        if place >= 0:
            self._go(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is not any more."""
        super().focusOutEvent(event)
        self._current = -1
        self.setAccessibleDescription(self.summary())
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell what stands under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place(QPointF(event.pos()))
            words = self._spots()[place].words if place >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _go(self, place: int) -> None:
        self._current = place
        spot = self.spot()
        if spot:
            self.setAccessibleDescription(spot.words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.at.emit(self, spot.rect.toAlignedRect())
        self.update()

    def _place(self, at: QPointF) -> int:
        found = [n for n, spot in enumerate(self._spots()) if spot.rect.contains(at)]
        return found[0] if found else -1

    def _spots(self) -> Sequence[Spot]:
        return self.spots(self.room(), self.inks())

    def _fit(self) -> None:
        width = max(self.width(), 120) - 8
        height = round(self.height_for(width, self.inks())) + 8
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.fitted.emit()

    def _draw_words(self, painter: QPainter, spot: Spot, inks: Inks) -> None:
        """What a spot says, beside it and within the plot."""
        wide = min(inks.metrics.horizontalAdvance(spot.words) + 14, self.width() - 8.0)
        tall = inks.metrics.height() + 6
        left = min(max(spot.rect.center().x() - wide / 2, 4), self.width() - wide - 4)
        top = spot.rect.top() - tall - 5
        if top < 2:
            top = min(spot.rect.bottom() + 5, self.height() - tall - 2)
        box = QRectF(left, top, wide, tall)
        painter.setPen(QPen(inks.line, 1))
        painter.setBrush(inks.palette.color(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(box, 3, 3)
        colour = inks.palette.color(QPalette.ColorRole.ToolTipText)
        inks.write(painter, box.adjusted(6, 0, -6, 0), spot.words, colour)


def png_of(image: QImage) -> bytes:
    """A picture as a file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def _refine(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

"""Plots of bars: how the items of each theme stand, and how many entries the ledger has month by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from moushi.domain.kinds import State
from moushi.ui.plots import Figures, Inks, Plot, Spot

_GAP = 10.0
_PAD = 9.0  # more than its text's height that a row of bars takes
_LABELS = 0.3  # of the width that names take at most
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class StateBar:
    """A bar: its name, how many items stand in each state, and what is written behind it."""

    name: str
    states: tuple[tuple[State, int], ...]
    behind: str = ""

    @property
    def total(self) -> int:
        """How many items it stands for."""
        return sum(count for _, count in self.states)


class StatesPlot(Plot):
    """Bars of the same length, parted by the share of each state; a number in each part, a legend below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[StateBar, ...] = ()
        self._words: dict[State, str] = {}

    def put(self, bars: Sequence[StateBar], words: dict[State, str], figures: Figures, summary: str) -> None:
        """Show these bars; `words` are the states' names in the person's language."""
        self.bars, self._words = tuple(bars), words
        self.tell(figures, summary)

    def height_for(self, width: float, inks: Inks) -> float:
        """A line for each bar, and the legend."""
        legend = list(self._legend(QRectF(0, 0, width, 0), inks))
        below = legend[-1][2].bottom() + 4 if legend else 0
        return len(self.bars) * (inks.metrics.height() + _PAD) + below + 2

    def spots(self, rect: QRectF, inks: Inks) -> list[Spot]:
        """Each part of each bar."""
        return [
            Spot(part, f"{bar.name} · {self._words.get(state, '')} {count}/{bar.total}")
            for bar, row in self._rows(rect, inks)
            for state, count, part in self.parts(bar, row, rect, inks)
        ]

    def draw(self, painter: QPainter, rect: QRectF, inks: Inks) -> None:
        """The bars, then the legend."""
        for number, (bar, row) in enumerate(self._rows(rect, inks)):
            name, _, behind = self._columns(rect, row, inks)
            font = inks.bold if number == 0 and len(self.bars) > 1 else inks.font
            inks.write(painter, name, bar.name, inks.text, font=font)
            inks.write(painter, behind, bar.behind, inks.quiet, _RIGHT)
            for state, count, part in self.parts(bar, row, rect, inks):
                inks.fill(painter, part, state)
                self._number(painter, part, str(count), inks)
        if self.bars:
            top = rect.top() + len(self.bars) * (inks.metrics.height() + _PAD) + 4
            for state, swatch, word in self._legend(QRectF(rect.left(), top, rect.width(), 0), inks):
                inks.fill(painter, swatch, state)
                inks.write(painter, word, self._named(state), inks.text, font=inks.small)

    def parts(
        self, bar: StateBar, row: QRectF, rect: QRectF, inks: Inks
    ) -> Iterator[tuple[State, int, QRectF]]:
        """The parts of a bar: the state, how many items, and where."""
        _, length, _ = self._columns(rect, row, inks)
        left, total = length.left(), bar.total
        for state, count in bar.states:
            wide = length.width() * count / total
            yield state, count, QRectF(left, length.top(), wide, length.height())
            left += wide

    def _rows(self, rect: QRectF, inks: Inks) -> Iterator[tuple[StateBar, QRectF]]:
        tall = inks.metrics.height() + _PAD
        for number, bar in enumerate(self.bars):
            yield bar, QRectF(rect.left(), rect.top() + number * tall, rect.width(), tall)

    def _columns(self, rect: QRectF, row: QRectF, inks: Inks) -> tuple[QRectF, QRectF, QRectF]:
        """Where a row's name, its bar and what stands behind it are."""
        names = max((inks.bold_width(bar.name) for bar in self.bars), default=0.0)
        wide = min(names, rect.width() * _LABELS)
        behind = max((inks.metrics.horizontalAdvance(bar.behind) for bar in self.bars), default=0.0) + 1
        inner = row.adjusted(0, 2, 0, -2)
        left = rect.left() + wide + _GAP
        right = rect.right() - behind - (_GAP if behind > 1 else 0)
        return (
            QRectF(rect.left(), row.top(), wide, row.height()),
            QRectF(left, inner.top(), max(right - left, 20), inner.height()),
            QRectF(rect.right() - behind, row.top(), behind, row.height()),
        )

    def _number(self, painter: QPainter, part: QRectF, text: str, inks: Inks) -> None:
        """A part's number, on a ground of its own, so that it is read on every pattern."""
        wide = inks.small_metrics.horizontalAdvance(text) + 8
        if part.width() < wide + 4:
            return
        tall = inks.small_metrics.height() - 1
        box = QRectF(part.center().x() - wide / 2, part.center().y() - tall / 2, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.ground)
        painter.drawRoundedRect(box, 3, 3)
        inks.write(painter, box, text, inks.text, _CENTRE, font=inks.small)

    def _met(self) -> list[State]:
        met = {state for bar in self.bars for state, _ in bar.states}
        return [state for state in self._words if state in met]

    def _named(self, state: State) -> str:
        count = sum(count for each, count in self.bars[0].states if each is state)
        return f"{self._words[state]} {count}"

    def _legend(self, rect: QRectF, inks: Inks) -> Iterator[tuple[State, QRectF, QRectF]]:
        """The states that are met: each with its swatch and its word, in as many lines as they take."""
        left, top, tall = rect.left(), rect.top(), inks.small_metrics.height() + 4
        for state in self._met():
            wide = inks.small_metrics.horizontalAdvance(self._named(state)) + 2
            if left > rect.left() and left + 20 + wide > rect.right():
                left, top = rect.left(), top + tall
            swatch = QRectF(left, top + (tall - 12) / 2, 16, 12)
            yield state, swatch, QRectF(left + 20, top, wide, tall)
            left += 20 + wide + 14


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A bar over a month: the month's name, a number, what is said of it."""

    name: str
    count: int
    words: str


class MonthsPlot(Plot):
    """Twelve bars on one line, each with its number; the month that matters now is darker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[MonthBar, ...] = ()
        self._marked = 0

    def put(self, bars: Sequence[MonthBar], marked: int, figures: Figures, summary: str) -> None:
        """Show these months; `marked` is the place of the one that is told apart."""
        self.bars, self._marked = tuple(bars), marked
        self.tell(figures, summary)

    def height_for(self, _width: float, inks: Inks) -> float:
        """Seven lines of text."""
        return inks.metrics.height() * 7

    def spots(self, rect: QRectF, _inks: Inks) -> list[Spot]:
        """Each month's column."""
        return [
            Spot(column.adjusted(2, 0, -2, 0), bar.words)
            for bar, column in zip(self.bars, self._months(rect), strict=True)
        ]

    def draw(self, painter: QPainter, rect: QRectF, inks: Inks) -> None:
        """The line, the bars, numbers above and months below."""
        foot = self._foot(rect, inks)
        for place, (bar, column) in enumerate(zip(self.bars, self._months(rect), strict=True)):
            piece = self.bar(place, rect, inks)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.accent if place == self._marked else inks.soft)
            if bar.count:
                painter.drawRect(piece)
                over = QRectF(column.left(), piece.top() - inks.small_metrics.height(), column.width(), 0)
                over.setHeight(inks.small_metrics.height())
                inks.write(painter, over, str(bar.count), inks.text, _CENTRE, font=inks.small)
            below = QRectF(column.left(), foot + 2, column.width(), inks.small_metrics.height())
            font = inks.bold_small if place == self._marked else inks.small
            colour = inks.text if place == self._marked else inks.quiet
            inks.write(painter, below, self._short(bar, column, inks), colour, _CENTRE, font=font)
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right(), foot))

    def bar(self, place: int, rect: QRectF, inks: Inks) -> QRectF:
        """Where a month's bar stands."""
        column = self._months(rect)[place]
        foot, head = self._foot(rect, inks), rect.top() + inks.small_metrics.height() + 2
        most = max((bar.count for bar in self.bars), default=0)
        tall = (foot - head) * self.bars[place].count / most if most else 0.0
        wide = min(column.width() * 0.62, 30.0)
        return QRectF(column.center().x() - wide / 2, foot - tall, wide, tall)

    def _foot(self, rect: QRectF, inks: Inks) -> float:
        return rect.bottom() - inks.small_metrics.height() - 4

    def _months(self, rect: QRectF) -> list[QRectF]:
        wide = rect.width() / max(len(self.bars), 1)
        return [
            QRectF(rect.left() + n * wide, rect.top(), wide, rect.height()) for n in range(len(self.bars))
        ]

    def _short(self, bar: MonthBar, column: QRectF, inks: Inks) -> str:
        fits = inks.small_metrics.horizontalAdvance(bar.name) <= column.width()
        return bar.name if fits else str(self.bars.index(bar) + 1)

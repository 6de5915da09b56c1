"""A month as a sheet of weeks, each day with what was held on it; a stock table painted with the palette."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from moushi.desk.ledger_month import WEEKS, DayEntry, Month, month_after
from moushi.errors import Message, say
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex

DAY_ROLE = Qt.ItemDataRole.UserRole
"""The day of a cell."""

WEEKDAYS = (say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun"))

_PAD = 4  # pixels between a day's frame and its words
_READ_OUT = 5  # entries of a day named to screen readers


class MonthModel(QAbstractTableModel):
    """Six weeks of seven days."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.month: Month | None = None
        self.today: date | None = None

    def show(self, month: Month, today: date) -> None:
        """Show a month."""
        self.beginResetModel()
        self.month, self.today = month, today
        self.endResetModel()

    def day(self, index: Index) -> date | None:
        """The day of a cell."""
        if self.month is None or not index.isValid():
            return None
        return self.month.day(index.row() * 7 + index.column())

    def entries(self, index: Index) -> tuple[DayEntry, ...]:
        """What was held on the day of a cell."""
        day = self.day(index)
        return self.month.entries.get(day, ()) if self.month and day else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Six weeks."""
        return 0 if parent.isValid() or self.month is None else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Seven days."""
        return 0 if parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The days of the week."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(WEEKDAYS[section])
        return Qt.AlignmentFlag.AlignCenter if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The day's number; the day and all that was held for tool tips and screen readers."""
        day = self.day(index)
        if day is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(day.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._read_out(day, self.entries(index))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(map(self.line, self.entries(index)))
            case _:
                return day if role == DAY_ROLE else None

    def line(self, entry: DayEntry) -> str:
        """An entry in a line: its kind, and its title unless that says no more."""
        kind = self.words(entry.kind)
        title = self.words(entry.title) if isinstance(entry.title, Message) else entry.title
        return title if title.startswith(kind) else f"{kind} {title}"

    def _read_out(self, day: date, entries: tuple[DayEntry, ...]) -> str:
        told = day_words(day)
        if not entries:
            return self.words(say("{day}, no entries", day=told))
        lines = "；".join(map(self.line, entries[:_READ_OUT]))
        return self.words(
            say("{day}, {count} entries: {entries}", day=told, count=len(entries), entries=lines)
        )


def day_words(day: date) -> Message:
    """A day with its weekday, as offices write it."""
    return say(
        "{weekday} {year}-{month}-{day}",
        year=day.year,
        month=day.month,
        day=day.day,
        weekday=WEEKDAYS[day.weekday()],
    )


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, below it as many entries as there is room for, and how many more."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one day."""
        model = index.model()
        if not isinstance(model, MonthModel) or model.month is None:
            return
        day = model.day(index)
        if day is None:
            return
        palette, rect = option.palette, option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_within = day.month == model.month.month
        painter.save()
        ground = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.Base
        if not is_within and not is_chosen:
            ground = QPalette.ColorRole.AlternateBase
        painter.fillRect(rect, palette.color(ground))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Midlight), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ink = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        if not is_within and not is_chosen:
            ink = QPalette.ColorRole.PlaceholderText
        self._write(painter, option, index, palette.color(ink), is_today=day == model.today)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Link), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, ink: QColor, *, is_today: bool
    ) -> None:
        model = index.model()
        assert isinstance(model, MonthModel)
        day, entries = model.day(index), model.entries(index)
        assert day is not None
        room = option.rect.adjusted(_PAD, 1, -_PAD, -1)
        line = option.fontMetrics.height()
        below = max((room.height() - line) // line, 0)
        head = QRect(room.topLeft(), QPoint(room.right(), room.top() + line))
        font = QFont(option.font)
        font.setBold(is_today)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Link) if is_today else ink)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(head, left | Qt.AlignmentFlag.AlignVCenter, str(day.day))
        painter.setFont(option.font)
        painter.setPen(ink)
        hidden = len(entries) - below
        if hidden > 0:
            painter.drawText(head, right | Qt.AlignmentFlag.AlignVCenter, f"+{hidden}")
        for n, entry in enumerate(entries[:below]):
            place = QRect(room.left(), head.bottom() + n * line, room.width(), line)
            text = option.fontMetrics.elidedText(
                model.line(entry), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, left | Qt.AlignmentFlag.AlignVCenter, text)


class MonthGrid(QTableView):
    """Arrows go from day to day, Page Up and Page Down from month to month, Enter to the day's entries."""

    day_chosen = Signal(object)  # date: the keyboard or the mouse went there
    day_opened = Signal(object)  # date: Enter, Space or a double click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[int, int], Month] | None = None
        self.sheet: MonthModel | None = None
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(10)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 3)
        self.clicked.connect(lambda _: self.day_chosen.emit(self.day))
        self.doubleClicked.connect(lambda _: self._open())

    def show_by(self, read: Callable[[int, int], Month], words: Words) -> None:
        """Show months that `read` gives."""
        self._read = read
        self.sheet = MonthModel(words, self)
        self.setModel(self.sheet)

    @property
    def day(self) -> date | None:
        """The day on which the keyboard is."""
        return self.sheet.day(self.currentIndex()) if self.sheet else None

    @property
    def month(self) -> Month | None:
        """The month in view."""
        return self.sheet.month if self.sheet else None

    def go_to(self, day: date, today: date) -> None:
        """Go to a day, and to its month."""
        assert self.sheet is not None
        assert self._read is not None
        if self.month is None or (self.month.year, self.month.month) != (day.year, day.month):
            self.sheet.show(self._read(day.year, day.month), today)
        self._choose(day)
        self.day_chosen.emit(day)

    def reload(self, today: date) -> None:
        """Read the month in view again; the day stays."""
        if self.sheet is None or self._read is None or self.month is None:
            return
        day = self.day
        self.sheet.show(self._read(self.month.year, self.month.month), today)
        if day:
            self._choose(day)
            self.day_chosen.emit(day)

    def step(self, months: int) -> None:
        """Go so many months on."""
        if self.day and self.sheet and self.sheet.today:
            self.go_to(month_after(self.day, months), self.sheet.today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the key says, also beyond the month."""
        day, today = self.day, self.sheet.today if self.sheet else None
        if day is None or today is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
                ordinal = day.toordinal() + days[Qt.Key(event.key())]
                if 366 <= ordinal <= date.max.toordinal():
                    self.go_to(date.fromordinal(ordinal), today)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.step(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            case Qt.Key.Key_Home:
                self.go_to(day.replace(day=1), today)
            case Qt.Key.Key_End:
                last = month_after(day.replace(day=1), 1).toordinal() - 1
                self.go_to(date.fromordinal(max(last, day.toordinal())), today)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._open()
            case _:
                super().keyPressEvent(event)

    def _choose(self, day: date) -> None:
        if self.sheet and self.month and (place := self.month.place(day)) >= 0:
            index = self.sheet.index(place // 7, place % 7)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.scrollTo(index)

    def _open(self) -> None:
        if self.day:
            self.day_opened.emit(self.day)

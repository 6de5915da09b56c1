"""The year seen by month as a table: items on lines, months across; Enter goes to a month's sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from moushi.desk.report_book import Book
from moushi.desk.reporting import Group
from moushi.desk.year_view import MONTHS, MonthCell, YearLine, YearRow, year_lines, year_row
from moushi.domain.kinds import Colour
from moushi.domain.period import Period
from moushi.errors import Message, say
from moushi.ui.cells import CHIP, COLOUR_ROLE, NUMBER, TEXT, Index, only_to_read
from moushi.ui.group_lines import group_data
from moushi.ui.progress_table import WordsDelegate
from moushi.ui.words import Words
from moushi.ui.workplace import rendered

Key = tuple[UUID, UUID | None]

_BEFORE = (say("No."), say("Item"), say("Measure"), say("Goal"))
_AFTER = (say("Reached"), say("Rate"))
_FIRST = len(_BEFORE)  # the column of January
_WIDTHS = (2.6, 9.5, 5.5, 5.2)
_MONTH_WIDTH, _AFTER_WIDTH = 3.4, 4.2
_PADDING = 14
_NO_BOOK = Book(0)


class YearModel(QAbstractTableModel):
    """A year's lines; what a line says is worked out when it comes into view."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._book = _NO_BOOK
        self._today = date.min
        self._lines: tuple[Group | YearLine, ...] = ()
        self._rows: dict[int, YearRow] = {}

    @property
    def lines(self) -> Sequence[Group | YearLine]:
        """What is shown."""
        return self._lines

    def show(self, book: Book, today: date) -> None:
        """Show a year; where its lines are the same ones, the view stays where it is."""
        lines = year_lines(book)
        is_same = lines == self._lines
        if not is_same:
            self.beginResetModel()
        self._book, self._today, self._lines = book, today, lines
        self._rows.clear()
        if is_same and lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, self.columnCount() - 1))
        if not is_same:
            self.endResetModel()

    def row(self, index: Index) -> YearRow | None:
        """What the line of a cell says; None of a plan's or theme's title."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return None
        if index.row() not in self._rows:
            self._rows[index.row()] = year_row(self._book, line, self._today)
        return self._rows[index.row()]

    def month(self, index: Index) -> MonthCell | None:
        """The month of a cell; None in other columns."""
        row, place = self.row(index), index.column() - _FIRST
        return row.months[place] if row and 0 <= place < len(row.months) else None

    def place(self, key: Key) -> int:
        """Where the line of an item and a measure stands; -1 where it does not."""
        return next(
            (n for n, line in enumerate(self._lines) if isinstance(line, YearLine) and line.key == key), -1
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """What it is, its months, what they come to."""
        return 0 if parent.isValid() else _FIRST + len(MONTHS) + len(_AFTER)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' heads."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TEXT if 0 < section < _FIRST + len(MONTHS) else NUMBER
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles are passed over."""
        if not index.isValid() or isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return group_data(line, index.column(), role)
        says = _SAYS.get(role)
        return says(self, index) if says else None

    def _alignment(self, index: Index) -> Qt.AlignmentFlag:
        return TEXT if 0 < index.column() < _FIRST + len(MONTHS) else NUMBER

    def _colour(self, index: Index) -> Colour | None:
        month = self.month(index)
        return month.colour if month else None

    def _spoken(self, index: Index) -> str:
        return f"{self._head(index.column())}: {self._told(index)}"

    def _text(self, index: Index) -> str:
        row, column = self.row(index), index.column()
        assert row is not None
        month = self.month(index)
        if month is not None:
            return rendered(self._words, month.text)
        own: tuple[str | Message, ...] = (str(row.line.number), row.title)
        if column < len(own):
            return rendered(self._words, own[column]) if row.line.begins else ""
        others = (row.name, row.target) if column < _FIRST else (row.reached, row.rate)
        place = column - len(own) if column < _FIRST else column - _FIRST - len(MONTHS)
        return rendered(self._words, others[place])

    def _told(self, index: Index) -> str:
        """A cell in full: of a month its number and how it stands."""
        row, month = self.row(index), self.month(index)
        if row is not None and index.column() == 1:
            return row.text
        if month is None or month.word is None:
            return self._text(index)
        state = self._words(month.word)
        number = self._text(index)
        return state if not any(char.isdigit() for char in number) else f"{number}，{state}"

    def _head(self, section: int) -> str:
        if _FIRST <= section < _FIRST + len(MONTHS):
            return QLocale().standaloneMonthName(section - _FIRST + 1, QLocale.FormatType.ShortFormat)
        heads = _BEFORE if section < _FIRST else _AFTER
        return self._words(heads[section if section < _FIRST else section - _FIRST - len(MONTHS)])


_SAYS: dict[int, Callable[[YearModel, Index], Any]] = {
    Qt.ItemDataRole.DisplayRole: YearModel._text,  # noqa: SLF001 - what the model itself says, by role
    Qt.ItemDataRole.ToolTipRole: YearModel._told,  # noqa: SLF001
    Qt.ItemDataRole.AccessibleTextRole: YearModel._spoken,  # noqa: SLF001
    Qt.ItemDataRole.TextAlignmentRole: YearModel._alignment,  # noqa: SLF001
    COLOUR_ROLE: YearModel._colour,  # noqa: SLF001
}


class YearTable(QTableView):
    """Enter or a double click on a month asks for its sheet (`asked`: the period, the line's key)."""

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        only_to_read(self)
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._titles = WordsDelegate(self)
        self.setItemDelegateForColumn(0, self._titles)
        self.doubleClicked.connect(self._ask)
        self.hide()

    @property
    def year_model(self) -> YearModel:
        """The table's model."""
        model = self.model()
        assert isinstance(model, YearModel)
        return model

    def take(self, words: Words) -> None:
        """Show years in a person's language."""
        model = YearModel(words, self)
        self.setModel(model)
        model.modelReset.connect(self._span)
        self.fit_columns()

    def show_year(self, book: Book, today: date) -> None:
        """Show a year's plans."""
        self.year_model.show(book, today)

    def fit_columns(self) -> None:
        """Give the columns their widths, and their heads room in the language of now."""
        unit = self.fontMetrics().horizontalAdvance("国")
        head = self.horizontalHeader()
        for place in range(self.model().columnCount()):
            width = _MONTH_WIDTH if place < _FIRST + len(MONTHS) else _AFTER_WIDTH
            width = _WIDTHS[place] if place < _FIRST else width
            extra = CHIP.width() if _FIRST <= place < _FIRST + len(MONTHS) else 0
            needed = head.sectionSizeHint(place)
            self.setColumnWidth(place, max(round(width * unit) + _PADDING + extra, needed))

    def go(self, key: Key | None, month: int) -> None:
        """Bring a line's month into view, with the keyboard on it; None: the first line."""
        model = self.year_model
        row = model.place(key) if key else -1
        if row < 0:
            row = next((n for n, line in enumerate(model.lines) if isinstance(line, YearLine)), -1)
        if row >= 0:
            index = model.index(row, _FIRST + month - 1)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the month's sheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        row, month = self.year_model.row(index), self.year_model.month(index)
        if row is not None and month is not None:
            period: Period = month.period
            self.asked.emit(period, row.line.key)

    def _span(self) -> None:
        """Let titles stand across all columns."""
        self.clearSpans()
        for row, line in enumerate(self.year_model.lines):
            if isinstance(line, Group):
                self.setSpan(row, 0, 1, self.model().columnCount())

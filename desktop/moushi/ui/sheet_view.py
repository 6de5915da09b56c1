"""A sheet of a workbook to look at: cells as texts, those with findings coloured, one of them in view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from moushi.changes.model import Severity
from moushi.desk.workbook_pages import Remark, WorkbookPage
from moushi.domain.cell_names import column_letters
from moushi.domain.kinds import Colour
from moushi.ui.cells import ink
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_TINTS = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW, Severity.HINT: Colour.BLUE}
_STRENGTH = 70  # of 255: words stay readable on it, light or dark
_MOST_MERGED = 2_000
_FEWEST, _MOST = 6, 26  # characters of a column's width
_MEASURED = 60  # rows by which widths are set


class SheetModel(QAbstractTableModel):
    """A sheet's texts; a cell with findings is coloured, and tells them in its tool tip."""

    def __init__(self, page: WorkbookPage, words: Words, view: QWidget) -> None:
        super().__init__(view)
        self.page = page
        self._words = words
        self._view = view

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The sheet's rows."""
        return 0 if parent.isValid() else len(self.page.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The sheet's columns."""
        return 0 if parent.isValid() else self.page.width

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Letters above, numbers beside, as in the workbook."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_letters(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, colour and findings."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        remark = self.page.remarks.get((row, column))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ": ".join(filter(None, (self._text(row, column), self._told(remark))))
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(remark) or self._text(row, column) or None
            case Qt.ItemDataRole.BackgroundRole if remark:
                tint = ink(_TINTS[remark.severity], self._view.palette())
                tint.setAlpha(_STRENGTH)
                return QBrush(tint)
            case _:
                return None

    def _text(self, row: int, column: int) -> str:
        cells = self.page.rows[row]
        return cells[column] if column < len(cells) else ""

    def _told(self, remark: Remark | None) -> str:
        return "\n".join(map(self._words, remark.messages)) if remark else ""


class SheetView(QTableView):
    """Shows one sheet at a time, never to be written in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_cell(self, page: WorkbookPage, row: int, column: int, words: Words) -> None:
        """Show a sheet with one of its cells chosen and in view."""
        model = self.model()
        if not isinstance(model, SheetModel) or model.page is not page:
            self._lay(page, words)
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def clear(self) -> None:
        """Show nothing."""
        before = self.model()
        self.setModel(None)
        if before is not None:
            before.deleteLater()

    def _lay(self, page: WorkbookPage, words: Words) -> None:
        self.clear()
        self.clearSpans()
        self.setModel(SheetModel(page, words, self))
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        em = metrics.horizontalAdvance("　")
        for column in range(page.width):
            texts = (row[column] for row in page.rows[:_MEASURED] if column < len(row))
            longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            self.setColumnWidth(column, min(max(longest + em, _FEWEST * em), _MOST * em))
        for top, left, bottom, right in page.merged[:_MOST_MERGED]:
            self.setSpan(top, left, bottom - top + 1, right - left + 1)

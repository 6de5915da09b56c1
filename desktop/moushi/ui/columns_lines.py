"""Parts of the columns page: a line for each column, and the first rows of the file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from moushi.desk import list_columns
from moushi.desk.list_columns import Question
from moushi.ui.review_looks import CutLabel
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex


class ColumnBox(QComboBox):
    """A box that tells when the keyboard comes to it, and lets the wheel scroll the page."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over it changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ColumnLine:
    """The widgets of one column."""

    def __init__(self, parent: QWidget, letters: str, name: str, samples: str) -> None:
        self.box = ColumnBox(parent)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setMaxVisibleItems(20)
        self.name = CutLabel(parent)
        self.name.put(f"{letters}  {name}".strip())
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name.setMinimumWidth(60)
        self.confidence = QLabel(parent)
        self.samples = CutLabel(parent)
        self.samples.put(samples)
        self.samples.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.samples.setEnabled(False)
        self.widgets: tuple[QWidget, ...] = (self.name, self.box, self.confidence, self.samples)


class FirstRows(QAbstractTableModel):
    """The first rows of the file as they stand there, with the letters and numbers of Excel."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._question: Question | None = None

    def show(self, question: Question | None) -> None:
        """Show the rows of a table."""
        self.beginResetModel()
        self._question = question
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() or self._question is None else len(self._question.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns the header has."""
        return 0 if parent.isValid() or self._question is None else len(self._question.header.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text."""
        if (
            self._question
            and index.isValid()
            and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        ):
            return self._question.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Letters above, numbers of rows at the left."""
        if self._question is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._question.first_row + section + 1)
        return list_columns.letters(self._question.header.columns[section])

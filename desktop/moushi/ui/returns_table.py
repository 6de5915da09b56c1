"""The table of the returns page: lines of returns, or chambers by periods; Enter goes on from a line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from moushi.ui.cells import CHIP, only_to_read

_PADDING = 22  # logical pixels beside a cell's text, together


class ReturnsTable(QTableView):
    """Enter or a double click on a line asks to go on from there (`asked`: the cell)."""

    asked = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        only_to_read(self)
        self.setShowGrid(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.doubleClicked.connect(self._ask)

    def take(self, model: QAbstractItemModel) -> None:
        """Show a model."""
        self.setModel(model)

    def fit_columns(self, widths: Mapping[int, float], texts: Collection[str], states: Sequence[int]) -> None:
        """Give columns their widths in characters, those of states room for these texts, heads theirs."""
        metrics, head = self.fontMetrics(), self.horizontalHeader()
        unit, widest = metrics.horizontalAdvance("国"), max(map(metrics.horizontalAdvance, texts))
        for place in range(self.model().columnCount()):
            width = widest + CHIP.width() if place in states else round(widths.get(place, 3.6) * unit)
            self.setColumnWidth(place, max(width + _PADDING, head.sectionSizeHint(place)))

    def fit_heads(self, most: float) -> None:
        """Show the rows' heads, as wide as the longest, within so many characters."""
        metrics, rows = self.fontMetrics(), self.verticalHeader()
        down, model = Qt.Orientation.Vertical, self.model()
        names = [str(model.headerData(row, down)) for row in range(model.rowCount())]
        widest = max(map(metrics.horizontalAdvance, names), default=0)
        rows.setFixedWidth(min(widest, round(most * metrics.horizontalAdvance("国"))) + _PADDING)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setHighlightSections(False)
        rows.show()

    def go(self, index: QModelIndex) -> None:
        """Put the keyboard on a cell, whatever keys are held down."""
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            by_rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
            rows = flags.Rows if by_rows else flags.NoUpdate
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | rows)
            self.scrollTo(index)

    def choose(self, rows: Sequence[int]) -> None:
        """Select these rows beside the current one."""
        flags = QItemSelectionModel.SelectionFlag
        for row in rows:
            self.selectionModel().select(self.model().index(row, 0), flags.Select | flags.Rows)

    def chosen_rows(self) -> list[int]:
        """The rows in which anything is selected, from top to bottom."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from the current cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.asked.emit(index)

"""The very records that a measure counts, and those it misses: a list from which one goes to the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from moushi.desk.measuring import Line, Mark
from moushi.domain.kinds import Colour
from moushi.errors import say
from moushi.ui.cells import CHIP, COLOUR_ROLE, Index, StateDelegate, copy_cells
from moushi.ui.words import Words
from moushi.ui.workplace import rendered

_COLOURS = {
    Mark.COUNTED: Colour.GREEN,
    Mark.OVERDUE: Colour.YELLOW,
    Mark.MISSING: Colour.NONE,
    Mark.REPORTED: Colour.GREEN,
    Mark.UNREPORTED: Colour.NONE,
}
_HEADS = (say("Record"), say("Standing"))
_RECORD, _MARK = range(2)
_MOST = 6  # rows in view
_PADDING = 28  # logical pixels beside the chip and the words


class CountedModel(QAbstractTableModel):
    """Records and how each stands to the count."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these records; where they are the same ones, the view stays as it is."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def words_in_use(self) -> list[str]:
        """How the records stand, each way in words once."""
        return [self._words(word) for word in {line.mark: line.word for line in self.lines}.values()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each record."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The record, how it stands."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' heads."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A record's name or its standing."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return rendered(self._words, line.text if index.column() == _RECORD else line.word)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{rendered(self._words, line.text)}: {self._words(line.word)}"
            case _ if role == COLOUR_ROLE and index.column() == _MARK:
                return _COLOURS[line.mark]
        return None


class CountedView(QTableView):
    """Enter or a double click asks for the record (`asked`: its kind and id)."""

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what a chamber reported stands behind its name
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.6))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setItemDelegateForColumn(_MARK, StateDelegate(self))
        self.doubleClicked.connect(self._ask)

    def take(self, words: Words) -> None:
        """Show records in a person's language."""
        self.setModel(CountedModel(words, self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(_RECORD, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_MARK, QHeaderView.ResizeMode.Fixed)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List these records, the first one ready to be gone to."""
        model = self.model()
        assert isinstance(model, CountedModel)
        model.show(lines)
        words = [model.headerData(_MARK, Qt.Orientation.Horizontal), *model.words_in_use()]
        widest = max(map(self.fontMetrics().horizontalAdvance, words))
        self.setColumnWidth(_MARK, widest + CHIP.width() + _PADDING)
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the record, Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_cells(self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        rows = min(max(self.model().rowCount() if self.model() else 0, 1), _MOST)
        height = self.horizontalHeader().sizeHint().height()
        height += rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """All of the rows that it asks for."""
        return QSize(0, self.sizeHint().height())

    def _ask(self, index: QModelIndex) -> None:
        model = self.model()
        if index.isValid() and isinstance(model, CountedModel):
            line = model.lines[index.row()]
            self.asked.emit(line.kind, line.id)

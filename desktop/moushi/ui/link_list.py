"""A short list of what belongs to a record: Delete takes out, Enter goes there; shown while it has any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

_MOST = 6  # lines in view
_ID_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: an id, its text, what more there is to it, whether something is wrong with it."""

    id: UUID
    text: str
    tip: str = ""
    is_wrong: bool = False


class LinkList(QListWidget):
    """As high as its lines, within reason."""

    removed = Signal(object)  # list[UUID]: to be taken out
    opened = Signal(object)  # UUID

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_ID_ROLE)))
        take_out = QAction(self)
        take_out.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        take_out.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        take_out.triggered.connect(self.take_out)
        self.addAction(take_out)
        self.hide()

    @property
    def ids(self) -> list[UUID]:
        """The ids of its lines."""
        return [self.item(row).data(_ID_ROLE) for row in range(self.count())]

    @property
    def current(self) -> UUID | None:
        """The id of the line on which the keyboard is."""
        item = self.currentItem()
        return item.data(_ID_ROLE) if item else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the current one stays so, or the one that stands in its place now."""
        held, row = self.current, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(_ID_ROLE, line.id)
            item.setToolTip(line.tip or line.text)
            if line.is_wrong:
                item.setForeground(self.palette().brightText())
            self.addItem(item)
        self.blockSignals(False)
        ids = [line.id for line in lines]
        if held in ids:
            self.setCurrentRow(ids.index(held))
        elif row >= 0 and lines:
            self.setCurrentRow(min(row, len(lines) - 1))
        had_focus = self.hasFocus()
        self.setVisible(bool(lines))
        if had_focus and not lines:
            self.focusPreviousChild()
        self.updateGeometry()

    def take_out(self) -> None:
        """Ask that the lines selected be taken out."""
        chosen = [item.data(_ID_ROLE) for item in self.selectedItems()]
        if chosen:
            self.removed.emit(chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A line is seen to be current once the keyboard comes here."""
        super().focusInEvent(event)
        if self.currentRow() >= 0 and not self.selectedItems():
            self.setCurrentRow(self.currentRow(), QItemSelectionModel.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current and not event.modifiers():
            self.opened.emit(self.current)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        rows = min(max(self.count(), 1), _MOST)
        height = max(self.sizeHintForRow(0), self.fontMetrics().height())
        return QSize(0, rows * height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`: within a form that scrolls there is room."""
        return self.sizeHint()

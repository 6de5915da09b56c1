"""Small lists of records (milestones, posts, townships): edited in place, added to in the last line."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from moushi.ui.record_model import Index, RecordModel

_STRETCHED = 12  # columns of this weight or more share the room that is left
_LEAST = 8  # characters of such a column; where there is less room, the table scrolls
_FEWEST, _MOST = 2, 6  # rows in view
_GOING_ON = {
    QStyledItemDelegate.EndEditHint.EditNextItem: QAbstractItemView.CursorAction.MoveNext,
    QStyledItemDelegate.EndEditHint.EditPreviousItem: QAbstractItemView.CursorAction.MovePrevious,
}


class RecordTable(QTableView):
    """A table on a `RecordModel`: F2 or typing edits, Delete takes out, Alt+Up and Alt+Down move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._is_fitting = self._is_shaped = False
        self._added: UUID | None = None
        self.horizontalHeader().sectionResized.connect(self._keep_shape)
        self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(CellDelegate(self))
        for keys, act in (
            (QKeySequence.StandardKey.Delete, self._remove),
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    def show_model(self, model: RecordModel) -> None:
        """Show a model, its columns as wide as it says; those of weight 12 and more share what is left."""
        self.setModel(model)
        self._is_shaped = False
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._follow_rows)
        model.dataChanged.connect(self._fit)
        self._follow_rows()

    def commitData(self, editor: QWidget) -> None:
        """Keep what an editor holds; what the last line adds by it is remembered."""
        model, self._added = self.model(), None
        if not isinstance(model, RecordModel) or model.record(self.currentIndex().row()) is not None:
            super().commitData(editor)
            return
        before = {record.id for record in model.records}
        super().commitData(editor)
        added = [record.id for record in model.records if record.id not in before]
        self._added = added[0] if len(added) == 1 else None

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tab goes on in the line that was added, not in the one for the next."""
        model, added, self._added = self.model(), self._added, None
        if not isinstance(model, RecordModel) or added is None or hint not in _GOING_ON:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.setCurrentIndex(model.index(model.row_of(added), self.currentIndex().column()))
        beside = self.moveCursor(_GOING_ON[hint], Qt.KeyboardModifier.NoModifier)
        self.setCurrentIndex(beside)
        if model.flags(beside) & Qt.ItemFlag.ItemIsEditable:
            self.edit(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the other width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        rows = min(max(self.model().rowCount() if self.model() else 0, _FEWEST), _MOST)
        heading = self.horizontalHeader().sizeHint().height()
        height = heading + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        across = self.horizontalScrollBar()
        height += across.sizeHint().height() if across.maximum() else 0
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """All of the rows that it asks for."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _follow_rows(self) -> None:
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        """Columns as wide as their weights; where that is too much, the light ones as wide as their words."""
        model, header = self.model(), self.horizontalHeader()
        if not isinstance(model, RecordModel) or self._is_shaped:
            return
        unit = self.fontMetrics().horizontalAdvance("汉")
        widths = [unit * column.width for column in model.columns]
        heavy = [n for n, column in enumerate(model.columns) if column.width >= _STRETCHED]
        light = [n for n in range(len(widths)) if n not in heavy]
        if sum(widths[n] for n in light) + _LEAST * unit * len(heavy) > self.viewport().width():
            for n in light:
                widths[n] = min(widths[n], max(self.sizeHintForColumn(n), header.sectionSizeHint(n)))
        left = self.viewport().width() - sum(widths[n] for n in light)
        weights = sum(widths[n] for n in heavy)
        for n in heavy:
            widths[n] = max(left * widths[n] // weights, _LEAST * unit)
        self._is_fitting = True
        for n, width in enumerate(widths):
            self.setColumnWidth(n, width)
        self._is_fitting = False

    def _keep_shape(self) -> None:
        """What the person made wider or narrower stays so."""
        self._is_shaped = self._is_shaped or not self._is_fitting

    def _remove(self) -> None:
        model = self.model()
        if isinstance(model, RecordModel):
            model.remove(sorted({index.row() for index in self.selectionModel().selectedRows()}))

    def _move(self, by: int) -> None:
        model, here = self.model(), self.currentIndex()
        if isinstance(model, RecordModel) and here.isValid():
            self.setCurrentIndex(model.index(model.move(here.row(), by), here.column()))


class CellDelegate(QStyledItemDelegate):
    """Cells with a choice get a list to choose from, the others a stock line."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        model = index.model()
        choices = model.choices(index.column()) if isinstance(model, RecordModel) else []
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for text, value in choices:
            box.addItem(text, value)
        box.activated.connect(lambda: self._chosen(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value in its editor, unless it is being typed over."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            return
        if isinstance(editor, QComboBox):
            value = index.data(Qt.ItemDataRole.UserRole)
            values = [editor.itemData(n) for n in range(editor.count())]
            editor.setCurrentIndex(next((n for n, held in enumerate(values) if held == value), 0))
            if not editor.property("opened"):  # only at first: the value is shown anew after each change
                editor.setProperty("opened", True)
                editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what the editor holds."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

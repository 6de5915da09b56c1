"""The table in which a month is entered: Enter goes down a column, Tab to the right, blocks are pasted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from moushi.desk.report_entry import Target
from moushi.desk.reporting import Group
from moushi.ui.cells import CHIP, Index, NumberDelegate, StateDelegate, column_name
from moushi.ui.progress_model import COLUMNS, ReportModel

_PADDING = 14  # logical pixels beside the text of a column
_ROOM = 10  # logical pixels above and below the text of a row
_HELPING = ("unit", "last")
_TOLD = ("unit",)  # in the details
_LINES = 4  # of an editor for words
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDING = (*_RETURNS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_KEPT = QAbstractItemDelegate.EndEditHint.SubmitModelCache
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem
_BEFORE = QAbstractItemDelegate.EndEditHint.EditPreviousItem
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint


class _Patient(QStyledItemDelegate):
    """Keeps no cell while an input method composes in it; what is left meanwhile is kept when it is done."""

    _composing: QObject | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the input method finish first."""
        if isinstance(event, QInputMethodEvent):
            self._composing = watched if event.preeditString() else None
            if self._composing is None:
                QTimer.singleShot(0, watched, lambda: self._keep_left(watched))
            return False
        if self._composing is watched and isinstance(event, QKeyEvent):
            return event.key() in _ENDING  # such keys are the input method's
        if self._composing is watched and isinstance(event, QFocusEvent):
            return False  # the editor's alone; it stays open
        return super().eventFilter(watched, event)

    def _keep_left(self, editor: QObject) -> None:
        if isinstance(editor, QWidget) and editor.isVisible() and not editor.hasFocus():
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _NO_HINT)


class EntryNumberDelegate(_Patient, NumberDelegate):
    """Numbers at the right, typed in a line edit."""


class WordsDelegate(_Patient):
    """Shows words on one line; they are typed in a small text edit over the cell."""

    def displayText(self, value: object, _locale: object) -> str:
        """Paragraphs one after the other."""
        return " ".join(str(value).split("\n"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A group's title stays at the left edge however far the columns are scrolled."""
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            option.rect.setLeft(max(option.rect.left(), 0))
        super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A text edit named as its column is."""
        editor = QPlainTextEdit(parent)
        editor.setAccessibleName(column_name(index))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands there, all of it selected."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Several lines, over the cells below, but within the table."""
        metrics, cell = editor.fontMetrics(), option.rect
        around = editor.parentWidget()
        room = around.rect() if around else cell
        height = min(max(cell.height(), metrics.lineSpacing() * _LINES + _ROOM), room.height())
        width = min(max(cell.width(), metrics.horizontalAdvance("国") * 16), room.width())
        left = max(min(cell.left(), room.right() + 1 - width), 0)
        top = max(min(cell.top(), room.bottom() + 1 - height), 0)
        editor.setGeometry(left, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps what was typed; with Shift, Ctrl or Alt it begins a line."""
        is_return = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _RETURNS
            and self._composing is not watched
        )
        if not is_return or not isinstance(watched, QPlainTextEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            watched.insertPlainText("\n")
        else:
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, _KEPT)
        return True


class ReportTable(QTableView):
    """Rows to type in; `cleared` asks to empty the selected cells, `untypable` tells of a key in vain."""

    cleared = Signal()
    untypable = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROOM)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())  # groups' titles
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        self._refused = False
        self._words, self._states = WordsDelegate(self), StateDelegate(self)
        self._numbers = EntryNumberDelegate(self)

    def keyboardSearch(self, _text: str) -> None:
        """Keys typed where nothing can be typed lead to no other row, whose figure they would change."""
        self.untypable.emit()

    @property
    def report_model(self) -> ReportModel:
        """The table's model."""
        model = self.model()
        assert isinstance(model, ReportModel)
        return model

    def take(self, model: ReportModel) -> None:
        """Show a model, each column with its delegate and width."""
        self.setModel(model)
        for place, column in enumerate(COLUMNS):
            if column.name == "state":
                self.setItemDelegateForColumn(place, self._states)
            elif column.is_number and column.field:
                self.setItemDelegateForColumn(place, self._numbers)
            else:
                self.setItemDelegateForColumn(place, self._words)
        model.modelReset.connect(self._span)
        self._span()
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the columns their widths, and their heads room in the language of now."""
        unit = self.fontMetrics().horizontalAdvance("国")
        head = self.horizontalHeader()
        for place, column in enumerate(COLUMNS):
            needed = head.sectionSizeHint(place)
            if column.name == "state":
                words = self.report_model.state_words()
                needed = max(map(self.fontMetrics().horizontalAdvance, words)) + CHIP.width() + 2 * _PADDING
            self.setColumnWidth(place, max(round(column.width * unit) + _PADDING, needed))

    def make_room(self, *, narrow: bool, beside_details: bool) -> None:
        """On narrow windows the columns that only help stand back, and so does what the details tell."""
        for place, column in enumerate(COLUMNS):
            is_told = beside_details and column.name in _TOLD
            self.setColumnHidden(place, is_told or (narrow and column.name in _HELPING))

    def refuse(self) -> None:
        """What was typed cannot be kept: the keyboard stays where it is."""
        self._refused = True

    def targets(self, lines: int, columns: int) -> list[list[Target]]:
        """The cells over which a block of that size is pasted: from the first selected one on.

        Groups are passed over. There may be fewer than asked for.
        """
        model = self.report_model
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        top = min((index.row() for index in chosen), default=0)
        left = min((index.column() for index in chosen), default=0)
        rows = [n for n in range(max(top, 0), model.rowCount()) if model.row(model.index(n, 0))]
        seen = [n for n in range(max(left, 0), len(COLUMNS)) if not self.isColumnHidden(n)]
        return [self._cells(row, seen[:columns]) for row in rows[:lines]]

    def chosen(self) -> list[Target]:
        """The selected cells, or the current one."""
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [
            cell
            for index in indexes
            if index.isValid()
            for cell in self._cells(index.row(), [index.column()])
        ]

    def go(self, row: int, column: int) -> None:
        """Bring a cell into view, with the keyboard on it."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def go_down(self, step: int = 1) -> bool:
        """Go to the column's next cell that can be typed in (-1: the one before); False at the end."""
        current, model = self.currentIndex(), self.report_model
        row = current.row() + step
        while 0 <= row < model.rowCount():
            if model.field(model.index(row, current.column())):
                self.go(row, current.column())
                return True
            row += step
        return False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter go down, after Tab go to the right; stay where what was typed could not be kept."""
        super().closeEditor(editor, _NO_HINT if hint in (_KEPT, _NEXT, _BEFORE) else hint)
        refused, self._refused = self._refused, False
        if refused or hint not in (_KEPT, _NEXT, _BEFORE):
            return
        if hint == _KEPT:
            self.go_down()
        else:
            self.setFocus()
            self.focusNextPrevChild(hint == _NEXT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down and Shift+Enter up without typing; Delete empties."""
        if event.key() in _RETURNS and self.state() != QAbstractItemView.State.EditingState:
            self.go_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes to the next cell of the row that can be typed in, then out of the table."""
        current, model = self.currentIndex(), self.report_model
        step = 1 if is_next else -1
        column = current.column() + step
        while current.isValid() and 0 <= column < len(COLUMNS):
            if model.field(model.index(current.row(), column)):
                self.go(current.row(), column)
                return True
            column += step
        return QWidget.focusNextPrevChild(self, is_next)

    def _cells(self, row: int, columns: Sequence[int]) -> list[Target]:
        model = self.report_model
        found = []
        for column in columns:
            index = model.index(row, column)
            held = model.row(index)
            if held:
                found.append(Target(held, model.field(index), str(index.data() or ""), column))
        return found

    def _span(self) -> None:
        """Let groups stand across all columns."""
        self.clearSpans()
        for row, line in enumerate(self.report_model.lines):
            if isinstance(line, Group):
                self.setSpan(row, 0, 1, len(COLUMNS))

"""A long list in a table: sorted by its headings, searched while typing, its selection kept by record."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView

from moushi.ui.cells import StateDelegate
from moushi.ui.paged_model import PagedModel

REST = 120
"""Milliseconds after the last keystroke before the list is searched."""

_ROW = 1.8  # height of a row in heights of its text


class PagedList(QObject):
    """Wires a table to a paged model and a search field; `chosen` names the current record, or None."""

    chosen = Signal(object)
    searched = Signal()  # the words to search by are others
    selected = Signal()
    opened = Signal()  # Enter on a row: the person wants to type in its form

    def __init__(self, view: QTableView, model: PagedModel, search: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self.view = view
        self.model = model
        self.search = search
        self._moving = False  # the list is being changed: what is current then says nothing
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.searched)
        search.textChanged.connect(self._wait)
        search.installEventFilter(self)
        view.installEventFilter(self)
        view.setModel(model)
        view.setItemDelegate(StateDelegate(view))
        self._lay_out()
        view.selectionModel().currentRowChanged.connect(self._on_current)
        view.selectionModel().selectionChanged.connect(self.selected)

    @property
    def current_id(self) -> UUID | None:
        """The record on whose row the keyboard is."""
        return self.model.id_at(self.view.currentIndex().row())

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return len(self._selected_rows())

    @property
    def selected_ids(self) -> list[UUID]:
        """The records selected, in the list's order; the current one where none is."""
        found = [held for row in sorted(self._selected_rows()) if (held := self.model.id_at(row))]
        return found or [held for held in (self.current_id,) if held]

    def reload(self, prefer: UUID | None = None) -> None:
        """Ask for the list anew; the record that was current stays so, or `prefer` becomes it."""
        wanted = prefer or self.current_id
        column = self.view.currentIndex().column()
        self._moving = True
        try:
            self.model.reload()
            if wanted is None or not self._select(wanted, max(column, 0)):
                self.view.setCurrentIndex(QModelIndex())
        finally:
            self._moving = False
        self.chosen.emit(self.current_id)
        self.selected.emit()

    def select(self, record_id: UUID) -> bool:
        """Make a record current and let it be seen; False when it is not listed."""
        self._moving = True
        try:
            found = self._select(record_id, max(self.view.currentIndex().column(), 0))
        finally:
            self._moving = False
        if found:
            self.chosen.emit(record_id)
        return found

    def begin(self) -> None:
        """Show the first record where none is shown yet, so that the form is not empty."""
        if not self.view.currentIndex().isValid():
            self.go_to(0)

    def go_to(self, row: int) -> None:
        """Make the row current that stands in that place now, or the last one."""
        self._choose_only(self.model.index(min(row, self.model.rowCount() - 1), 0))

    def sort_by(self, column: int) -> None:
        """Sort by a column, the other way round where it is sorted by that already."""
        if not 0 <= column < len(self.model.columns) or self.model.columns[column].order is None:
            return
        by, descending = self.model.sorted_by
        turned = by == column and not descending
        order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
        self.model.sorted_by = (column, turned)
        self.view.horizontalHeader().setSortIndicator(column, order)
        self.reload()

    def search_now(self) -> None:
        """Do not wait for the rest after the last keystroke."""
        if self._rest.isActive():
            self._rest.stop()
            self.searched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down in the search field go to the list, Escape empties it; Enter in the list opens."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.view:
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.opened.emit()
                return True
        elif is_enter or event.key() == Qt.Key.Key_Down:
            self.search_now()
            self._enter_list()
            return True
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False

    def _selected_rows(self) -> set[int]:
        """From the spans of the selection; Qt would make an index of each cell."""
        selection = self.view.selectionModel().selection()
        spans = (selection.at(n) for n in range(selection.size()))
        return {row for span in spans for row in range(span.top(), span.bottom() + 1)}

    def _wait(self) -> None:
        self._rest.start()

    def _enter_list(self) -> None:
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self._choose_only(self.model.index(0, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, record_id: UUID, column: int) -> bool:
        row = self.model.row_of(record_id)
        if row < 0:
            return False
        index = self.model.index(row, column)
        self._choose_only(index)
        self.view.scrollTo(index)
        return True

    def _choose_only(self, index: QModelIndex) -> None:
        """The view's own `setCurrentIndex` adds to what is selected while Ctrl or Shift is held."""
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _on_current(self, current: QModelIndex) -> None:
        if not self._moving:
            self.chosen.emit(self.model.id_at(current.row()))

    def _lay_out(self) -> None:
        view, header = self.view, self.view.horizontalHeader()
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * _ROW))
        unit = view.fontMetrics().horizontalAdvance("汉")
        for section, column in enumerate(self.model.columns):
            view.setColumnWidth(section, unit * column.width + unit)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self.sort_by)

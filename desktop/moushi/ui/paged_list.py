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
        self._shown: UUID | None = None
        self._awaited: UUID | None = None  # to be made current when the ids of all rows are there
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
        model.settled.connect(self._on_settled)
        self.chosen.connect(self._remember)

    @property
    def current_id(self) -> UUID | None:
        """The record on whose row the keyboard is."""
        self._settle()
        return self.model.id_at(self.view.currentIndex().row())

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return len(self._selected_rows())

    @property
    def selected_ids(self) -> list[UUID]:
        """The records selected, in the list's order; the current one where none is."""
        self._settle()
        found = [held for row in sorted(self._selected_rows()) if (held := self.model.id_at(row))]
        return found or [held for held in (self.current_id,) if held]

    def reload(self, prefer: UUID | None = None) -> None:
        """Ask for the list anew; the record that was current stays so, or `prefer` becomes it."""
        wanted = prefer or self._awaited or self.current_id
        self._awaited = None
        self._moving = True
        try:
            self.model.reload()
            if self.model.is_begun and wanted is not None and wanted not in self.model.head:
                self._awaited = wanted
        finally:
            self._moving = False
        if self._awaited:
            self.view.scrollToTop()
            self.selected.emit()
        else:
            self._choose(wanted)

    def _choose(self, wanted: UUID | None) -> None:
        """Make a record current, none where it is not listed, and say so."""
        self._moving = True
        try:
            column = self.view.currentIndex().column()
            if wanted is None or not self._select(wanted, max(column, 0)):
                self.view.setCurrentIndex(QModelIndex())
        finally:
            self._moving = False
        self.chosen.emit(self.current_id)
        self.selected.emit()

    def _remember(self, record_id: UUID | None) -> None:
        self._shown = record_id

    def _settle(self) -> None:
        """Do not wait for the ids of all rows where something is asked that hangs on them."""
        if self._awaited:
            self.model.complete()

    def _on_settled(self) -> None:
        """Go to the record that is awaited; back to the one shown where the order came to be another."""
        awaited, self._awaited = self._awaited, None
        if awaited is None and not self.view.currentIndex().isValid():
            awaited = self._shown
        if awaited:
            self._choose(awaited)

    def select(self, record_id: UUID) -> bool:
        """Make a record current and let it be seen; False when it is not listed."""
        self._awaited = None
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
        if not self.view.currentIndex().isValid() and not self._awaited:
            self.go_to(0)

    def go_to(self, row: int) -> None:
        """Make the row current that stands in that place now, or the last one."""
        self._awaited = None
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
        head = self.model.head
        row = head.index(record_id) if self.model.is_begun and record_id in head else -1
        row = row if row >= 0 else self.model.row_of(record_id)
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
            self._awaited = None
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

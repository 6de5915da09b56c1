"""A table over ids: only the rows that come into view are read, a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from moushi.desk.register import Cell, Heading, Marked, Row
from moushi.errors import Message
from moushi.ui.cells import COLOUR_ROLE, NUMBER, TEXT
from moushi.ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex

_PAGE = 50  # rows read at once
_KEPT = 96  # pages kept
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.AccessibleTextRole,
        COLOUR_ROLE,
    }
)


class PagedModel(QAbstractTableModel):
    """Rows of `read` for the ids that `order` gives; sorting and filtering never touch a row."""

    def __init__(
        self,
        workplace: Workplace,
        columns: Sequence[Heading],
        order: Callable[[int, bool], Sequence[UUID]],
        read: Callable[[Sequence[UUID]], Sequence[Row]],
        parent: QObject | None = None,
    ) -> None:
        """`order` takes the column to sort by and whether the order is descending."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorted_by = (0, False)
        self._workplace = workplace
        self._order = order
        self._read = read
        self._ids: Sequence[UUID] = ()
        self._pages: OrderedDict[int, dict[UUID, Row]] = OrderedDict()

    @property
    def ids(self) -> Sequence[UUID]:
        """The ids of all rows."""
        return self._ids

    def reload(self) -> None:
        """Ask for the order anew; when it is the same, only the rows are read again."""
        ids = self._order(*self.sorted_by)
        self._pages.clear()
        if ids == self._ids:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def reread(self) -> None:
        """Read the rows in view again; their order stays, so that nothing jumps away from under a hand."""
        self._pages.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._ids = ()
        self._pages.clear()
        self.endResetModel()

    def id_at(self, row: int) -> UUID | None:
        """The id of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, record_id: UUID) -> int:
        """Where a record stands, -1 when it is not listed."""
        place = getattr(self._ids, "place", None)
        if place is not None:
            found: int = place(record_id)
            return found
        return next((row for row, held in enumerate(self._ids) if held == record_id), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, if it can be sorted by."""
        if not 0 <= column < len(self.columns) or self.columns[column].order is None:
            return
        self.sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self.reload()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each id."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One for each heading."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings, numbers' at the right."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        heading = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._workplace.words(heading.text)
            case Qt.ItemDataRole.TextAlignmentRole:
                return NUMBER if heading.is_number else TEXT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, its state's colour; what is past stands in quiet colour."""
        row = self._row(index.row()) if index.isValid() and role in _ROLES else None
        if row is None:
            return None
        heading, cell = self.columns[index.column()], row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._said(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return NUMBER if heading.is_number else TEXT
            case Qt.ItemDataRole.ForegroundRole:
                return QGuiApplication.palette().placeholderText() if row.is_past else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._workplace.words(heading.text)}: {self._said(cell)}"
            case _:
                return cell.colour if isinstance(cell, Marked) else None

    def _row(self, at: int) -> Row | None:
        page = at // _PAGE
        if page not in self._pages:
            ids = self._ids[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {row.id: row for row in self._read(ids)} if ids else {}
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        held = self.id_at(at)
        return self._pages[page].get(held) if held else None

    def _said(self, cell: Cell) -> str:
        match cell:
            case Marked():
                return self._workplace.words(cell.word)
            case Message():
                return self._workplace.words(cell)
            case _:
                return cell

"""A table over ids: only the rows that come into view are read, a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, overload
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from moushi.desk.register import Cell, Heading, Marked, Row
from moushi.errors import Message
from moushi.store.listing import Glimpse
from moushi.ui.cells import COLOUR_ROLE, NUMBER, TEXT
from moushi.ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex

_PAGE = 50  # rows read at once
_FIRST = 2 * _PAGE  # rows of a long list that are shown before all is sorted: more than a screen has
_MOMENT = 80  # milliseconds after which the rest of such a list is sorted: when its first rows are painted
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


class _Begun(Sequence[UUID]):
    """A list of which only the beginning and the length are known."""

    def __init__(self, glimpse: Glimpse) -> None:
        self.head = glimpse.head
        self._count = glimpse.count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> UUID: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[UUID]: ...

    def __getitem__(self, at: int | slice) -> UUID | Sequence[UUID]:
        return self.head[at]


class PagedModel(QAbstractTableModel):
    """Rows of `read` for the ids that `order` gives; sorting and filtering never touch a row.

    With `glimpse` a list that takes long to sort is shown by its first rows and its length at once; the ids
    of all come when something beyond those is asked for, at the latest a moment after they are painted.
    """

    settled = Signal()  # the ids of all are there

    def __init__(
        self,
        workplace: Workplace,
        columns: Sequence[Heading],
        order: Callable[[int, bool], Sequence[UUID]],
        read: Callable[[Sequence[UUID]], Sequence[Row]],
        parent: QObject | None = None,
        *,
        glimpse: Callable[[int, bool, int], Glimpse | None] = lambda _column, _descending, _first: None,
    ) -> None:
        """`order` takes the column to sort by and whether that descends; `glimpse` also how many rows."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorted_by = (0, False)
        self._workplace = workplace
        self._order = order
        self._glimpse = glimpse
        self._read = read
        self._ids: Sequence[UUID] = ()
        self._known: int | None = None  # so many ids are sure, as long as not all are
        self._pages: OrderedDict[int, dict[UUID, Row]] = OrderedDict()
        self._later = QTimer(self, singleShot=True, interval=_MOMENT)
        self._later.timeout.connect(self.complete)

    @property
    def ids(self) -> Sequence[UUID]:
        """The ids of all rows."""
        self.complete()
        return self._ids

    @property
    def head(self) -> Sequence[UUID]:
        """The ids that are known, of all rows or of the first."""
        return self._ids if self._known is None else self._ids[: self._known]

    @property
    def is_begun(self) -> bool:
        """Whether only the first ids are known yet."""
        return self._known is not None

    def reload(self) -> None:
        """Ask for the order anew; when it is the same, only the rows are read again."""
        glimpse = self._glimpse(*self.sorted_by, _FIRST)
        self._later.stop()
        self._pages.clear()
        if glimpse is None:
            self._known = None
            self._turn_to(self._order(*self.sorted_by))
            return
        seems_same = len(self._ids) == glimpse.count and list(self._ids[:_FIRST]) == list(glimpse.head)
        self._turn_to(self._ids if seems_same else _Begun(glimpse))
        self._known = len(glimpse.head)
        self._later.start()

    def complete(self) -> None:
        """Have the ids of all rows, if that is not so yet; what seemed the same may be another order."""
        if self._known is None:
            return
        ids = self._order(*self.sorted_by)
        if not self._take(ids):
            self._known = None
            self._pages.clear()
            self._turn_to(ids)
        self._later.stop()
        self.settled.emit()

    def _take(self, ids: Sequence[UUID]) -> bool:
        """Take the ids of all rows, if they go on as the list begins; False when they do not."""
        shown, known = self._ids, self._known
        if isinstance(shown, _Begun):
            fits = len(ids) == len(shown) and list(ids[:known]) == list(shown[:known])
        else:
            fits = ids == shown
        if fits:
            self._ids, self._known = ids, None
        return fits

    def _turn_to(self, ids: Sequence[UUID]) -> None:
        if ids is self._ids or ids == self._ids:
            self._ids = ids
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
        self._later.stop()
        self.beginResetModel()
        self._ids = ()
        self._known = None
        self._pages.clear()
        self.endResetModel()

    def id_at(self, row: int) -> UUID | None:
        """The id of a row."""
        if self._known is not None and row >= self._known:
            self.complete()
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, record_id: UUID) -> int:
        """Where a record stands, -1 when it is not listed."""
        self.complete()
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
        if not self._reach(at):
            return None
        if page not in self._pages:
            ids = self._ids[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {row.id: row for row in self._read(ids)} if ids else {}
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._ids[at]) if at < len(self._ids) else None

    def _reach(self, at: int) -> bool:
        """Have the id of a row while rows are painted, when nothing may move; False where that cannot be."""
        if self._known is None or at < self._known or not isinstance(self._ids, _Begun):
            return True
        if self._take(self._order(*self.sorted_by)):
            self._later.stop()
            QTimer.singleShot(0, self, self.settled.emit)
            return True
        QTimer.singleShot(0, self, self.complete)
        return False

    def _said(self, cell: Cell) -> str:
        match cell:
            case Marked():
                return self._workplace.words(cell.word)
            case Message():
                return self._workplace.words(cell)
            case _:
                return cell

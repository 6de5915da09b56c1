"""The outline as Qt's tree view reads it; lines can be dragged to other places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication

from moushi.desk.outline import Node
from moushi.domain.records import Plan, PlanItem, Theme
from moushi.errors import say
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
DRAGGED = "application/x-moushi-outline"
"""The kind of data that dragged lines are: their ids, one a line."""

_NO_TEXT = {
    Theme: say("(theme without a lead sentence)"),
    PlanItem: say("(item without text)"),
}


@dataclass(slots=True)
class _Line:
    """A node's place: the line of its parent (-1: none), its row there, the lines of its children."""

    node: Node
    parent: int
    row: int
    children: list[int]


class OutlineModel(QAbstractItemModel):
    """Nodes as a tree of one column; an index's internal id is the number of the node's line.

    `dropped` brings the ids of dragged lines, the node that they were dropped in and the row there.
    """

    dropped = Signal(object, object, int)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[_Line] = []
        self._top: list[int] = []
        self._places: dict[UUID, int] = {}
        self._cut: frozenset[UUID] = frozenset()
        self.may_move = True

    def show_nodes(self, nodes: tuple[Node, ...]) -> bool:
        """Show other nodes; False when they only differ in their words, and views keep what they have."""
        lines: list[_Line] = []
        top = _lay_out(nodes, -1, lines)
        if [(line.node.id, line.parent) for line in lines] == [(o.node.id, o.parent) for o in self._lines]:
            changed = [n for n, line in enumerate(lines) if line.node.title != self._lines[n].node.title]
            self._lines = lines
            for number in changed:
                index = self._index_of_line(number)
                self.dataChanged.emit(index, index)
            return False
        self.beginResetModel()
        self._lines, self._top = lines, top
        self._places = {line.node.id: number for number, line in enumerate(lines)}
        self.endResetModel()
        return True

    def show_cut(self, ids: Collection[UUID]) -> None:
        """Show these lines as cut, to be pasted elsewhere."""
        touched = self._cut.symmetric_difference(ids)
        self._cut = frozenset(ids)
        for record_id in touched:
            index = self.find(record_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def node(self, index: Index) -> Node | None:
        """The node at an index."""
        return self._lines[index.internalId()].node if index.isValid() else None

    def find(self, record_id: UUID | None) -> QModelIndex:
        """The index of a record; an invalid one when it is not in the outline."""
        number = self._places.get(record_id) if record_id else None
        return QModelIndex() if number is None else self._index_of_line(number)

    def indexes(self) -> Iterator[QModelIndex]:
        """The indexes of all lines, each parent before its children."""
        return (self._index_of_line(number) for number in range(len(self._lines)))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """The index of a child."""
        children = self._children(parent)
        if column == 0 and 0 <= row < len(children):
            return self.createIndex(row, 0, children[row])
        return QModelIndex()

    def parent(self, child: Index = QModelIndex()) -> Any:
        """The index of a line's parent; an invalid one at the top."""
        if not child.isValid():
            return QModelIndex()
        above = self._lines[child.internalId()].parent
        return self._index_of_line(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The number of children."""
        return len(self._children(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The node's title on one line; those of plans and themes are bold, cut lines pale."""
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(node.title.split()) or self._words(_NO_TEXT.get(node.kind, say("(empty)")))
            case Qt.ItemDataRole.ToolTipRole:
                return node.title if len(node.title) > 12 else None
            case Qt.ItemDataRole.FontRole if node.kind is Plan or node.kind is Theme:
                font = QFont()
                font.setWeight(QFont.Weight.Bold if node.kind is Plan else QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ForegroundRole if node.id in self._cut or not node.title.strip():
                return QGuiApplication.palette().placeholderText()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be chosen; parts of plans can be dragged, and dropped upon."""
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not self.may_move:
            return flags
        if node.kind in (Plan, Theme):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags if node.kind is Plan else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Dragging moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What can be dropped here: lines of the outline."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of dragged lines, in the outline's order."""
        numbers = sorted({index.internalId() for index in indexes})
        data = QMimeData()
        ids = "\n".join(str(self._lines[number].node.id) for number in numbers)
        data.setData(DRAGGED, QByteArray(ids.encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell where lines were dropped; whoever listens moves the records, and the outline follows."""
        node = self.node(parent)
        if action != Qt.DropAction.MoveAction or node is None or not data.hasFormat(DRAGGED):
            return False
        ids = [UUID(text) for text in bytes(data.data(DRAGGED).data()).decode().split()]
        self.dropped.emit(ids, node, row if row >= 0 else len(node.children))
        return False  # nothing is left for the view to remove

    def _index_of_line(self, number: int) -> QModelIndex:
        return self.createIndex(self._lines[number].row, 0, number)

    def _children(self, parent: Index) -> list[int]:
        return self._lines[parent.internalId()].children if parent.isValid() else self._top


def _lay_out(nodes: tuple[Node, ...], parent: int, lines: list[_Line]) -> list[int]:
    """Append the nodes and all below them to `lines`; returns the lines of these nodes."""
    numbers = []
    for row, node in enumerate(nodes):
        number = len(lines)
        numbers.append(number)
        line = _Line(node, parent, row, [])
        lines.append(line)
        line.children = _lay_out(node.children, number, lines)
    return numbers

"""The outline as Qt's tree view reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from moushi.desk.outline import Node
from moushi.domain.records import Plan
from moushi.errors import say
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Line:
    """A node's place: the line of its parent (-1: none), its row there, the lines of its children."""

    node: Node
    parent: int
    row: int
    children: list[int]


class OutlineModel(QAbstractItemModel):
    """Nodes as a tree of one column; an index's internal id is the number of the node's line."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[_Line] = []
        self._top: list[int] = []

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
        self.endResetModel()
        return True

    def node(self, index: Index) -> Node | None:
        """The node at an index."""
        return self._lines[index.internalId()].node if index.isValid() else None

    def find(self, record_id: UUID | None) -> QModelIndex:
        """The index of a record; an invalid one when it is not in the outline."""
        for number, line in enumerate(self._lines):
            if line.node.id == record_id:
                return self._index_of_line(number)
        return QModelIndex()

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
        """The node's title on one line; those of plans are bold."""
        node = self.node(index)
        if node and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(node.title.split()) or self._words(say("(theme without a lead sentence)"))
        if node and node.kind is Plan and role == Qt.ItemDataRole.FontRole:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

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

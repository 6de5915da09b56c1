"""What an article prints as Qt's tree view reads it: federation ▸ theme ▸ item, each with a box to tick.

The model changes nothing itself: it tells what a person ticked or dragged, and is shown the outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from moushi.desk.articles import ArticleView, ItemView, SectionView, ThemeView
from moushi.errors import Message, say
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
Node = SectionView | ThemeView | ItemView

_MIME = "application/x-moushi-article-line"
_ROLE = Qt.ItemDataRole
ROOM = int(_ROLE.UserRole) + 1
"""The role of what a line takes in print."""
_GAP = 8  # logical pixels between a line's words and what it takes
_MOST = 0.36  # of a line's width for what it takes
_SHOWN = frozenset(
    (
        *(_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole),
        *(_ROLE.FontRole, _ROLE.ForegroundRole, _ROLE.CheckStateRole, ROOM),
    )
)


@dataclass(frozen=True, slots=True)
class Room:
    """What a line takes in print: in few words, in fewer, in full; `colour`: where it is other than usual."""

    text: str
    short: str
    tip: str
    colour: QPalette.ColorRole | None = None


@dataclass(slots=True)
class Line:
    """A node's place in the tree."""

    node: Node
    section: SectionView
    parent: int
    row: int
    children: list[int] = field(default_factory=list)


class ArticleOutline(QAbstractItemModel):
    """The sections of an article as a tree of one column; an index's internal id is its line's number."""

    chosen = Signal(object, object, bool)  # section id, item ids, whether they are to be printed
    moved = Signal(object, object, int)  # section id, item id (None: the section itself), new position

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[Line] = []
        self._top: list[int] = []
        self._rooms: Mapping[UUID, Room] = {}
        self.may_change = True

    def show_article(self, view: ArticleView | None) -> bool:
        """Show an article; False when the tree is the same but for words and ticks."""
        lines: list[Line] = []
        top: list[int] = []
        for row, section in enumerate(view.sections if view else ()):
            top.append(_add(lines, Line(section, section, -1, row)))
            for theme_row, theme in enumerate(section.themes):
                number = _add(lines, Line(theme, section, top[-1], theme_row))
                lines[top[-1]].children.append(number)
                for item_row, item in enumerate(theme.items):
                    child = _add(lines, Line(item, section, number, item_row))
                    lines[number].children.append(child)
        same = [(line.node.id, line.parent) for line in lines] == [
            (line.node.id, line.parent) for line in self._lines
        ]
        if same:
            self._lines = lines
            for number in range(len(lines)):
                self.dataChanged.emit(self._index(number), self._index(number))
            return False
        self.beginResetModel()
        self._lines, self._top = lines, top
        self.endResetModel()
        return True

    def show_rooms(self, rooms: Mapping[UUID, Room]) -> None:
        """Show what each line takes in print, by its id."""
        before, self._rooms = self._rooms, rooms
        for number, line in enumerate(self._lines):
            if before.get(line.node.id) != rooms.get(line.node.id):
                self.dataChanged.emit(self._index(number), self._index(number))

    def line(self, index: Index) -> Line | None:
        """The line at an index."""
        return self._lines[index.internalId()] if index.isValid() else None

    def find(self, record_id: UUID | None) -> QModelIndex:
        """The index of a section (also by its plan), theme or item; an invalid one when it is not here."""
        for number, line in enumerate(self._lines):
            if line.node.id == record_id:
                return self._index(number)
        for number in self._top:
            if self._lines[number].section.plan_id == record_id:
                return self._index(number)
        return QModelIndex()

    def indexes(self) -> Iterator[QModelIndex]:
        """The indexes of all lines, each parent before its children."""
        return (self._index(number) for number in range(len(self._lines)))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """The index of a child."""
        children = self._children(parent)
        return self._index(children[row]) if column == 0 and 0 <= row < len(children) else QModelIndex()

    def parent(self, child: Index = QModelIndex()) -> Any:
        """The index of a line's parent; an invalid one at the top."""
        above = self._lines[child.internalId()].parent if child.isValid() else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The number of children."""
        return len(self._children(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Ticked and dragged where changes are taken; themes keep the plan's order."""
        line = self.line(index)
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.may_change:
            return found if line else Qt.ItemFlag.NoItemFlags
        if line is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if _items(line.node):
            found |= Qt.ItemFlag.ItemIsUserCheckable
        match line.node:
            case ThemeView():
                found |= Qt.ItemFlag.ItemIsDropEnabled
            case ItemView(is_printed=True) | SectionView():
                found |= Qt.ItemFlag.ItemIsDragEnabled
        return found

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The words on one line, a box for what is printed; what is not printed is quiet."""
        line = self.line(index)
        if line is None or role not in _SHOWN:
            return None
        node = line.node
        room = self._rooms.get(node.id)
        if role == ROOM:
            return room
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            text = " ".join(self._text(node).split())
            return f"{text}\n{room.tip}" if room and role == _ROLE.ToolTipRole else text
        if role == _ROLE.AccessibleTextRole:
            told = self._words(say("{text}, {state}", text=self._text(node), state=_state(node)))
            return f"{told}, {room.text}" if room else told
        return _look(node, role)

    def setData(self, index: Index, _value: Any, role: int = _ROLE.EditRole) -> bool:
        """Tell that a person ticked a box: one that is not full becomes full, a full one empty."""
        line = self.line(index)
        if line is None or role != _ROLE.CheckStateRole or not self.may_change:
            return False
        printed = _checked(line.node) is not Qt.CheckState.Checked
        ids = frozenset(item.id for item in _items(line.node))
        self.chosen.emit(line.section.id, ids, printed)
        return True

    # -- dragging ------------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Lines of this tree only."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the line that is dragged."""
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].internalId()).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """A line goes only between those of the same parent."""
        return self._target(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell where a person dropped a line; the view is not to move anything itself."""
        found = self._target(data, row, parent)
        if found is not None:
            line, to = found
            section, item = line.section.id, line.node.id if isinstance(line.node, ItemView) else None
            QTimer.singleShot(0, self, lambda: self.moved.emit(section, item, to))  # once the view has let go
        return False

    def _target(self, data: QMimeData, row: int, parent: Index) -> tuple[Line, int] | None:
        """The dragged line and its new position among those printed (items) or all (sections)."""
        if not data.hasFormat(_MIME):
            return None
        number = int(bytes(data.data(_MIME).data()))
        line = self._lines[number]
        if line.parent != (parent.internalId() if parent.isValid() else -1):
            return None
        beside = [self._lines[n] for n in self._children(parent)]
        end = len(beside) if row < 0 else row
        before = [
            other
            for other in beside[:end]
            if other is not line and not (isinstance(other.node, ItemView) and not other.node.is_printed)
        ]
        return line, len(before)

    def _text(self, node: Node) -> str:
        match node:
            case SectionView():
                return node.federation
            case ThemeView():
                return node.title or self._words(say("(theme without a lead sentence)"))
            case ItemView(wording=str() as wording):
                return self._words(say("[reworded] {text}", text=wording))
            case ItemView(is_told=False):
                return self._words(say("[nothing reported] {text}", text=node.title))
            case _:
                return node.title

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._lines[number].row, 0, number)

    def _children(self, parent: Index) -> list[int]:
        return self._lines[parent.internalId()].children if parent.isValid() else self._top


def _add(lines: list[Line], line: Line) -> int:
    lines.append(line)
    return len(lines) - 1


def _items(node: Node) -> tuple[ItemView, ...]:
    return (node,) if isinstance(node, ItemView) else node.items


def _checked(node: Node) -> Qt.CheckState:
    printed = {item.is_printed for item in _items(node)}
    if printed == {True}:
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if printed == {True, False} else Qt.CheckState.Unchecked


def _look(node: Node, role: int) -> Any:
    """A line's box, and its face or colour where they are others than usual."""
    if role == _ROLE.FontRole and isinstance(node, SectionView):
        bold = QFont()
        bold.setBold(True)
        return bold
    if role == _ROLE.CheckStateRole and _items(node):
        return _checked(node)
    if role == _ROLE.ForegroundRole and _items(node) and _checked(node) is Qt.CheckState.Unchecked:
        return QBrush(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
    return None


def _state(node: Node) -> Message:
    match _checked(node):
        case Qt.CheckState.Checked:
            return say("printed")
        case Qt.CheckState.PartiallyChecked:
            return say("partly printed")
        case _:
            return say("not printed")


class RoomDelegate(QStyledItemDelegate):
    """Draws a line's words, and quietly at its right end what it takes in print."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Words first; they are cut where both have no room."""
        room = index.data(ROOM)
        if not isinstance(room, Room):
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        metrics = whole.fontMetrics
        most = int(whole.rect.width() * _MOST)
        text = next((t for t in (room.text, room.short) if metrics.horizontalAdvance(t) <= most), "")
        style = whole.widget.style() if whole.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, whole, painter, whole.widget)
        words = QStyleOptionViewItem(whole)
        if text:
            words.rect.setRight(whole.rect.right() - metrics.horizontalAdvance(text) - _GAP)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, words, painter, whole.widget)
        if text:
            is_selected = bool(whole.state & QStyle.StateFlag.State_Selected)
            quiet = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.PlaceholderText
            painter.save()
            painter.setPen(whole.palette.color(quiet if is_selected else room.colour or quiet))
            at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(whole.rect.adjusted(0, 0, -_GAP // 2, 0), at_right, text)
            painter.restore()

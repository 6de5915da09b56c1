"""The list of changes, read page by page, and its two-line look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from moushi.desk import past
from moushi.desk.desk import Desk
from moushi.desk.past import STANDING_WORDS, Entry, Standing, Wanted
from moushi.domain.kinds import Colour
from moushi.errors import say
from moushi.ui.cells import CHIP, chip
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex

QUIET_ROLE = Qt.ItemDataRole.UserRole + 1
"""When, by whom, from what file, how many edits: the second line."""

STATE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the change is in force, as a word."""

STANDING_ROLE = Qt.ItemDataRole.UserRole + 3
"""The same as `Standing`."""

_COLOURS = {Standing.IN_FORCE: Colour.GREEN, Standing.UNDONE: Colour.NONE, Standing.UNDO: Colour.BLUE}
_PAD = 6
_GAP = 2


class HistoryModel(QAbstractListModel):
    """The changes that are looked for, newest first; more are read as the view reaches its end."""

    def __init__(self, words: Words, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = now
        self._desk: Desk | None = None
        self._wanted = Wanted()
        self._entries: list[Entry] = []
        self._before: int | None = None
        self._tellers: dict[int, Callable[[Entry], object]] = {
            Qt.ItemDataRole.DisplayRole: self.title,
            Qt.ItemDataRole.ToolTipRole: self.whole,
            Qt.ItemDataRole.AccessibleTextRole: self.whole,
            QUIET_ROLE: self.second_line,
            STATE_ROLE: self.state,
            STANDING_ROLE: lambda entry: entry.standing,
        }

    def show(self, desk: Desk | None, wanted: Wanted) -> None:
        """List the changes of a desk's store that are looked for."""
        self.beginResetModel()
        self._desk, self._wanted = desk, wanted
        self._entries, self._before = [], None
        if desk:
            self._entries, self._before = past.entries(desk, self._words, wanted)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The change on a line."""
        return self._entries[index.row()] if index.isValid() else None

    def find(self, change: UUID | None) -> QModelIndex:
        """The line of a change among those read so far; an invalid index when it is not there."""
        row = next((n for n, entry in enumerate(self._entries) if entry.id == change), -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines are read."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older changes are still to be read."""
        return not parent.isValid() and self._before is not None

    def fetchMore(self, _parent: Index) -> None:
        """Read some older changes."""
        if self._desk is None or self._before is None:
            return
        more, self._before = past.entries(self._desk, self._words, self._wanted, self._before)
        if more:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(more) - 1)
            self._entries += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, second line, state; all of it for a screen reader and as tool tip."""
        entry = self.entry(index)
        if entry is None:
            return None
        tell = self._tellers.get(role)
        return tell(entry) if tell else None

    def title(self, entry: Entry) -> str:
        """What a change did, with the record's name where it is one."""
        title = self._words(entry.title)
        about = " ".join(entry.about.split())
        if not about or about in title:
            return title
        return self._words(say("{title}: {record}", title=title, record=about))

    def state(self, entry: Entry) -> str:
        """Whether the change is in force."""
        return self._words(STANDING_WORDS[entry.standing])

    def whole(self, entry: Entry) -> str:
        """All that stands on both lines."""
        return f"{self.title(entry)}\n{self.second_line(entry)} · {self.state(entry)}"

    def second_line(self, entry: Entry) -> str:
        """When, by whom, from what file, how many edits."""
        edits = say("{count} edits", count=entry.edits) if entry.edits != 1 else say("1 edit")
        source = "" if entry.source and entry.source in self._words(entry.title) else entry.source
        when = self._words(past.when_words(entry.at, self._now()))
        return " · ".join(filter(None, (when, entry.person, source, self._words(edits))))


class HistoryDelegate(QStyledItemDelegate):
    """A change on two lines: its title; when, who and from where, with the state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of text with air around them."""
        return QSize(120, 2 * option.fontMetrics.height() + _GAP + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint both lines, elided."""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        standing = index.data(STANDING_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        quiet = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        room = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        height = option.fontMetrics.height()
        first = QRect(room.left(), room.top(), room.width(), height)
        second = QRect(room.left(), first.bottom() + 1 + _GAP, room.width(), height)
        painter.save()
        title = ink if standing is not Standing.UNDONE else quiet
        self._write(painter, option, title, first, str(index.data()))
        state = str(index.data(STATE_ROLE))
        width = option.fontMetrics.horizontalAdvance(state)
        at = QRect(second.right() - width, second.top(), width + 1, height)
        self._write(painter, option, quiet, at, state)
        mark = QRect(
            at.left() - CHIP.width() - 4, at.center().y() - CHIP.height() // 2, CHIP.width(), CHIP.height()
        )
        chip(_COLOURS[standing], option.palette).paint(painter, mark)
        left = QRect(second.left(), second.top(), mark.left() - _PAD - second.left(), height)
        self._write(painter, option, quiet, left, str(index.data(QUIET_ROLE)))
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter, option: QStyleOptionViewItem, role: QPalette.ColorRole, room: QRect, text: str
    ) -> None:
        metrics = QFontMetrics(option.font)
        painter.setPen(option.palette.color(role))
        painter.setFont(option.font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)

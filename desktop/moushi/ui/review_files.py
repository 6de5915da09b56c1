"""The things under review in their list: which are shown, and how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication

from moushi.desk import under_review
from moushi.desk.under_review import State, Taken
from moushi.errors import Message, say
from moushi.ui.generated.review_page import Ui_ReviewPage
from moushi.ui.review_model import SEVERITIES
from moushi.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NARROW, _PADDING = 60, 8  # logical pixels

STATES = {
    State.OPEN: say("to be reviewed"),
    State.ERRORS: say("has errors"),
    State.UNREADABLE: say("cannot be read"),
    State.SAME: say("nothing new"),
    State.REJECTED: say("rejected"),
    State.TAKEN: say("taken in"),
}


class FileFilter(Enum):
    """Which of the things taken in are listed."""

    ALL = "all"
    OPEN = "open"
    CONFLICTS = "conflicts"
    ERRORS = "errors"

    def shows(self, taken: Taken) -> bool:
        """Whether a thing is listed."""
        match self:
            case FileFilter.ALL:
                return True
            case FileFilter.OPEN:
                return not taken.is_settled
            case FileFilter.CONFLICTS:
                return bool(taken.counts.conflicts and not taken.is_settled)
            case FileFilter.ERRORS:
                return taken.state in (State.ERRORS, State.UNREADABLE)


_FILTERS = {
    FileFilter.ALL: say("All files: {count}"),
    FileFilter.OPEN: say("To be decided: {count}"),
    FileFilter.CONFLICTS: say("With conflicts: {count}"),
    FileFilter.ERRORS: say("With errors: {count}"),
}


class FileList(QObject):
    """Lists the things under review, those that the filter lets through and the one in view."""

    def __init__(self, ui: Ui_ReviewPage, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._words = words
        self._items: Sequence[Taken] = ()
        self._current = -1
        self.model = TakenModel(words, self)
        ui.things.setModel(self.model)
        ui.thingsFilter.currentIndexChanged.connect(lambda _index: self._filter())

    def show(self, items: Sequence[Taken], current: int) -> None:
        """Show these, one of which is in view."""
        self._items, self._current = items, current
        self.model.show(items)
        self._ui.thingsBox.setVisible(len(items) > 1)
        self._fill()
        self._filter()
        self._ui.things.setCurrentIndex(self.model.index(current))

    def _fill(self) -> None:
        """Say with each filter how many it lists."""
        box = self._ui.thingsFilter
        chosen = max(box.currentIndex(), 0)
        told = self._words(under_review.overall(self._items).message)
        with QSignalBlocker(box):
            box.clear()
            for each, text in _FILTERS.items():
                count = sum(map(each.shows, self._items))
                box.addItem(self._words(say(text.source, count=count)), each)
            box.setCurrentIndex(chosen)
        box.setToolTip(told)
        box.setAccessibleDescription(told)

    def _filter(self) -> None:
        wanted = FileFilter(self._ui.thingsFilter.currentData() or FileFilter.ALL)
        for row, taken in enumerate(self._items):
            self._ui.things.setRowHidden(row, row != self._current and not wanted.shows(taken))


class TakenModel(QAbstractListModel):
    """The things taken in: name, and beneath it state and counts."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._things: list[Taken] = []

    def show(self, things: Sequence[Taken]) -> None:
        """Show these; when there are as many as before, views keep what is chosen."""
        if len(things) == len(self._things):
            self._things = list(things)
            if things:
                self.dataChanged.emit(self.index(0), self.index(len(things) - 1))
            return
        self.beginResetModel()
        self._things = list(things)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Two lines."""
        if not index.isValid():
            return None
        taken = self._things[index.row()]
        state = self._words(STATES[taken.state])
        waits = taken.counts.conflicts and not taken.is_settled
        pressing = [conflicts_words(taken)] if waits else []
        if taken.state is State.ERRORS:
            pressing.insert(0, say("{count} errors", count=taken.counts.errors))
        parts = [*map(self._words, pressing)] or [state]
        told = " · ".join([*parts, self._words(summary(taken))] if taken.review else [state])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{taken.name}\n{told}"
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{taken.name}: {told}"
            case Qt.ItemDataRole.SizeHintRole:  # narrow: the texts are cut to what room there is
                lines = 2 * QFontMetrics(QGuiApplication.font()).lineSpacing()
                return QSize(_NARROW, lines + _PADDING)
            case _:
                return None


def summary(taken: Taken) -> Message:
    """How many records are new, changed and deleted, and what was noticed."""
    held = taken.counts
    return say(
        "{new} new, {changed} changed, {deleted} deleted",
        new=held.new,
        changed=held.changed,
        deleted=held.deleted,
    )


def conflicts_words(taken: Taken) -> Message:
    """How many values a return and the records have both changed."""
    return say("{count} conflicts", count=taken.counts.conflicts)


def findings_summary(taken: Taken, words: Words) -> str:
    """How many findings there are, by severity in words."""
    held = taken.counts.findings
    if not held:
        return words(say("No findings"))
    told = (say("{severity} {count}", severity=SEVERITIES[severity], count=count) for severity, count in held)
    return words(say("Findings: {told}", told=" · ".join(map(words, told))))

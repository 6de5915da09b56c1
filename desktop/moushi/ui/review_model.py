"""What is reviewed as Qt's views read it: the things taken in, the tree of edits, the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication

from moushi.changes.model import Finding, Severity
from moushi.changes.review import Review
from moushi.desk.places import place_words
from moushi.desk.review_groups import Group, Op
from moushi.desk.under_review import Taken
from moushi.errors import Message, say
from moushi.intake.source import FileKind
from moushi.ui.words import Words
from moushi.ui.workplace import rendered

Index = QModelIndex | QPersistentModelIndex
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NARROW, _PADDING, _BESIDE = 60, 8, 16  # logical pixels
_HEADS = (say("Content"), say("Change"), say("Findings"))

OPS = {
    Op.NEW: say("+ new"),
    Op.CHANGED: say("~ changed"),
    Op.MOVED: say("↕ moved"),
    Op.DELETED: say("− deleted"),
    Op.SAME: say("= as before"),
}
SEVERITIES = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.HINT: say("hint"),
}


class Filter(Enum):
    """Which groups are shown."""

    ALL = "all"
    FINDINGS = "findings"
    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"

    def shows(self, group: Group) -> bool:
        """Whether a group is shown for its own sake."""
        match self:
            case Filter.ALL:
                return True
            case Filter.FINDINGS:
                return bool(group.findings)
            case Filter.NEW:
                return group.op is Op.NEW
            case Filter.CHANGED:
                return group.op in (Op.CHANGED, Op.MOVED)
            case Filter.DELETED:
                return group.op is Op.DELETED


@dataclass(slots=True)
class _Line:
    """A group's place: its parent's line (-1: none), its row there, its children, the edits it stands for."""

    group: Group
    parent: int
    row: int
    children: list[int]
    whole: tuple[int, ...]


class ReviewModel(QAbstractItemModel):
    """Groups as a tree: what, how, findings; `toggled` asks for edits (positions) to be taken or not."""

    toggled = Signal(object, bool)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[_Line] = []
        self._top: list[int] = []
        self._review: Review | None = None
        self._findings: Sequence[Finding] = ()
        self._open = False
        self.brief = False  # whether a sign alone says what happens

    def show(self, taken: Taken | None, filtered: Filter = Filter.ALL) -> None:
        """Show what is taken in, or nothing, as far as the filter lets it through."""
        self.beginResetModel()
        self._lines, self._top = [], []
        self._review = taken.review if taken else None
        self._findings = taken.findings if taken else ()
        self._open = bool(taken and taken.is_open)
        for group in taken.groups if taken else ():
            self._add(group, -1, self._top, filtered)
        self.endResetModel()

    def choose(self, review: Review, index: Index) -> None:
        """Show another choice of the same edits; told of a line and those above, views repaint the others."""
        self._review = review
        line = self.index(index.row(), 0, index.parent())
        while line.isValid():
            self.dataChanged.emit(line, line, [Qt.ItemDataRole.CheckStateRole])
            line = line.parent()

    def group(self, index: Index) -> Group | None:
        """The group at an index."""
        return self._lines[index.internalId()].group if index.isValid() else None

    def whole(self, index: Index) -> tuple[int, ...]:
        """The positions of all edits that an index stands for, shown or not."""
        return self._lines[index.internalId()].whole if index.isValid() else ()

    def find(self, record_id: UUID | None, field: str | None = None) -> QModelIndex:
        """The index of a record, or of one field of it; an invalid one when it is not shown."""
        for number, line in enumerate(self._lines):
            if line.group.id == record_id and line.group.field == field:
                return self._at(number)
        return QModelIndex()

    def indexes(self) -> Iterator[QModelIndex]:
        """All indexes, each parent before its children."""
        return (self._at(number) for number in range(len(self._lines)))

    def widths(self, metrics: QFontMetrics) -> tuple[int, int]:
        """How wide the columns of changes and of findings are, in logical pixels."""
        heads = [self._words(text) for text in _HEADS]
        ops = [self._op(op) for op in Op]
        severities = [f"{self._words(text)} 99" for text in SEVERITIES.values()]
        both = ((heads[1], *ops), (heads[2], *severities))
        changes, findings = (max(map(metrics.horizontalAdvance, texts)) for texts in both)
        return changes + _BESIDE, findings + _BESIDE

    def check_state(self, index: Index) -> Qt.CheckState:
        """Whether all, some or none of the edits are taken."""
        whole = self.whole(index)
        rejected = self._review.rejected if self._review else frozenset()
        off = sum(1 for position in whole if position in rejected)
        if off == 0:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if off == len(whole) else Qt.CheckState.PartiallyChecked

    @property
    def has_findings(self) -> bool:
        """Whether any line has findings."""
        return any(line.group.findings for line in self._lines)

    def is_barred(self, index: Index) -> bool:
        """Whether none of the edits can be taken, so that there is no box."""
        barred = self._review.out_of_reach if self._review else frozenset()
        return bool(barred) and barred.issuperset(self.whole(index))

    def toggle(self, index: Index) -> None:
        """Ask for the opposite: what is taken in part is taken whole."""
        if self._open and index.isValid():
            take = self.check_state(index) is not Qt.CheckState.Checked
            self.toggled.emit(self.whole(index), take)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """The index of a child."""
        children = self._lines[parent.internalId()].children if parent.isValid() else self._top
        if 0 <= column < 3 and 0 <= row < len(children):
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, child: Index = QModelIndex()) -> Any:
        """The index of a line's parent; an invalid one at the top."""
        above = self._lines[child.internalId()].parent if child.isValid() else -1
        return self._at(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The number of children."""
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._lines[parent.internalId()].children if parent.isValid() else self._top)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """What, how, findings."""
        return 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation == Qt.Orientation.Horizontal and role in _SHOWN:
            return self._words(_HEADS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column has the box."""
        flags = super().flags(index)
        if index.column() == 0 and self._open and not self.is_barred(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, the box, quiet colour for what is not taken."""
        group = self.group(index)
        if group is None:
            return None
        found: Any = None
        match role, index.column():
            case Qt.ItemDataRole.AccessibleTextRole, 1 if group.op:
                found = self._words(OPS[group.op])
            case ((Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole), column):
                found = self._text(group, column)
            case Qt.ItemDataRole.CheckStateRole, 0 if self._review and not self.is_barred(index):
                found = self.check_state(index)
            case Qt.ItemDataRole.ToolTipRole, 0:
                found = rendered(self._words, group.title)
            case Qt.ItemDataRole.ForegroundRole, _ if self._is_quiet(index, group):
                found = QGuiApplication.palette().placeholderText()
        return found

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click on the box."""
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle(index)
            return True
        return False

    def _text(self, group: Group, column: int) -> str:
        if column == 0:
            return " ".join(rendered(self._words, group.title).split())
        if column == 1:
            return self._op(group.op) if group.op else ""
        held = [self._findings[n].severity for n in group.findings if n < len(self._findings)]
        worst = next((s for s in Severity if s in held), None)
        return f"{self._words(SEVERITIES[worst])} {len(held)}" if worst else ""

    def _is_quiet(self, index: Index, group: Group) -> bool:
        return group.op is None or self.check_state(index) is Qt.CheckState.Unchecked

    def _op(self, op: Op) -> str:
        text = self._words(OPS[op])
        return text.split()[0] if self.brief else text

    def _at(self, number: int) -> QModelIndex:
        return self.createIndex(self._lines[number].row, 0, number)

    def _add(self, group: Group, parent: int, siblings: list[int], filtered: Filter) -> bool:
        """Append a group and what is shown of it; False when none of it is shown."""
        number = len(self._lines)
        line = _Line(group, parent, len(siblings), [], group.positions)
        self._lines.append(line)
        siblings.append(number)
        shown = filtered.shows(group)
        for child in group.children:
            shown |= self._add(child, number, line.children, filtered)
        if not shown:  # none of its children is shown either, so that it is the last line
            self._lines.pop()
            siblings.pop()
        else:
            line.whole = group.whole
        return shown


class FindingsModel(QAbstractListModel):
    """The findings of one thing, one line each."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._findings: Sequence[Finding] = ()
        self._kind: FileKind | None = None
        self._mends: frozenset[int] = frozenset()

    def show(self, taken: Taken | None) -> None:
        """Show the findings; where only the mends taken differ, views keep what is chosen."""
        findings = taken.findings if taken else ()
        mends = taken.mends if taken else frozenset()
        if findings is self._findings:
            self._mends = mends
            if findings:
                self.dataChanged.emit(self.index(0), self.index(len(findings) - 1))
            return
        self.beginResetModel()
        self._findings, self._mends = findings, mends
        self._kind = taken.kind if taken else None
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many findings there are."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Severity, place and message on one line; as tool tip with what to do."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role in _SHOWN:
            text = self._words(self._line(finding))
            done = index.row() in self._mends
            return f"✓ {self._words(say('suggestion taken'))}  {text}" if done else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._words(finding.message)}\n{self._words(finding.action)}"
        return None

    def _line(self, finding: Finding) -> Message:
        severity = SEVERITIES[finding.severity]
        place = place_words(finding.where, self._kind)
        if place is None:
            return say("{severity}  {message}", severity=severity, message=finding.message)
        return say("{severity}  {place}: {message}", severity=severity, place=place, message=finding.message)

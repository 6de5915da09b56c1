"""Cells in which members and people are found by a few letters of their names."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from moushi.desk.finding import find_records
from moushi.domain.record import Record
from moushi.domain.records import Member, Person
from moushi.domain.words import kind_word
from moushi.ui.cells import column_name
from moushi.ui.record_model import Index, RecordModel
from moushi.ui.record_table import CellDelegate
from moushi.ui.suggestions import Suggestions
from moushi.ui.workplace import Workplace

TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
"""The roles by which such a cell says whom it holds."""


class Seeking:
    """A list that has cells in which records are found by a few letters of their names."""

    def sought(self, _column: int) -> tuple[type[Member | Person], ...]:
        """The kinds among which a column's cells find; none where it finds nothing."""
        return ()


class HolderDelegate(CellDelegate):
    """The cells of lists such as a chamber's posts: some find members and people while typing."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        model = index.model()
        kinds = model.sought(index.column()) if isinstance(model, Seeking) else ()
        if not kinds or not isinstance(model, RecordModel):
            return super().createEditor(parent, option, index)
        editor = HolderEdit(model.workplace, parent, kinds)
        editor.setAccessibleName(column_name(index))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep who was chosen, or the name typed."""
        if isinstance(editor, HolderEdit):
            model.setData(index, editor.holder or editor.text())
        else:
            super().setModelData(editor, model, index)


class HolderEdit(QLineEdit):
    """A line in which a member's or a person's name is typed, with a list of who it may be."""

    def __init__(
        self, workplace: Workplace, parent: QWidget, kinds: tuple[type[Member | Person], ...]
    ) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.holder: Record | None = None
        self._workplace = workplace
        self._kinds = kinds
        self._found: list[Member | Person] = []
        self._list = Suggestions(self)
        self._list.activated.connect(self._take)
        self.textEdited.connect(self._seek)

    def _seek(self, text: str) -> None:
        self.holder = None
        self._found = find_records(self._workplace.desk, text, self._kinds)
        words = self._workplace.words
        self._list.offer((each.name, words(kind_word(type(each)))) for each in self._found)

    def _take(self, _name: str) -> None:
        if 0 <= self._list.place < len(self._found):
            self.holder = self._found[self._list.place]

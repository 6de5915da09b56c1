"""Members that may be one, in the place of the form: which values stay is chosen, then both are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from moushi.desk import duplicates, merging
from moushi.desk.duplicates import Alike
from moushi.desk.merging import Comparison
from moushi.domain.records import Member
from moushi.errors import Message, say
from moushi.ui.generated.member_merging import Ui_MemberMerging
from moushi.ui.workplace import Workplace, rendered

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet

Index = QModelIndex | QPersistentModelIndex

_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_TAKEN, _LEFT = "● ", "○ "
_ROW = 1.8  # height of a row in heights of its text
_MOST_ROWS = 5  # pairs in view


class PairsModel(QAbstractTableModel):
    """The pairs that may be one: both names, and what they share."""

    headings = (say("Member"), say("Perhaps the same"), say("Shared"))

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.pairs: list[Alike] = []
        self._words = workplace.words

    def show(self, pairs: Sequence[Alike]) -> None:
        """Show these."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def drop(self, gone: UUID | None, pair: Alike | None = None) -> None:
        """Take out the pairs of a member that is gone, or one pair."""
        for row in reversed(range(len(self.pairs))):
            if self.pairs[row] == pair or gone in self.pairs[row].ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.pairs[row]
                self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each pair."""
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Two names and what they share."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings; rows have none."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(self.headings[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if not index.isValid() or role not in _TEXTS:
            return None
        pair = self.pairs[index.row()]
        return (*pair.names, self._words(pair.reason))[index.column()]


class ValuesModel(QAbstractTableModel):
    """The fields in which two members differ, the value that stays marked in each."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: Comparison | None = None
        self.seconds: set[str] = set()
        self._words = workplace.words

    def show(self, comparison: Comparison | None) -> None:
        """Show two members beside each other, the likelier values taken."""
        self.beginResetModel()
        self.shown = comparison
        choices = comparison.choices if comparison else ()
        self.seconds = {choice.field for choice in choices if choice.takes_second}
        self.endResetModel()

    def take(self, row: int, *, second: bool) -> None:
        """Let the first's or the second's value of a field stay."""
        if self.shown is None or not 0 <= row < len(self.shown.choices):
            return
        name = self.shown.choices[row].field
        if second:
            self.seconds.add(name)
        else:
            self.seconds.discard(name)
        self.dataChanged.emit(self.index(row, 1), self.index(row, 2))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each field that differs."""
        return 0 if parent.isValid() or self.shown is None else len(self.shown.choices)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The field, and the two values."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The members' names; rows have none."""
        if orientation != Qt.Orientation.Horizontal or self.shown is None or role not in _TEXTS:
            return None
        names = (self._words(say("Field")), self.shown.first.name, self.shown.second.name)
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The field's name, or a value: which of the two stays is marked, bold and said."""
        if not index.isValid() or self.shown is None:
            return None
        choice = self.shown.choices[index.row()]
        if index.column() == 0:
            word = self._words(choice.word)
            return word[:1].upper() + word[1:] if role in _TEXTS else None
        value = rendered(self._words, choice.values[index.column() - 1])
        taken = (index.column() == 2) == (choice.field in self.seconds)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return (_TAKEN if taken else _LEFT) + (value or self._words(say("(empty)")))
            case Qt.ItemDataRole.FontRole if taken:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.AccessibleTextRole:
                told = say("{field}: {value}, stays") if taken else say("{field}: {value}, goes")
                return self._words(Message(told.source, {"field": choice.word, "value": value}))
            case _:
                return None


class MergingPanel(QWidget):
    """A list of pairs, the two of one beside each other, and the buttons; `closed` gives the form back."""

    closed = Signal()
    merged = Signal(object)  # the id of the member that stays

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self.ui = ui = Ui_MemberMerging()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.pairs = PairsModel(workplace, self)
        self.values = ValuesModel(workplace, self)
        _lay_out(ui.pairs, self.pairs)
        _lay_out(ui.values, self.values)
        ui.pairs.selectionModel().currentRowChanged.connect(self._compare)
        ui.pairs.installEventFilter(self)
        ui.values.installEventFilter(self)
        ui.values.clicked.connect(self._take)
        ui.merge.clicked.connect(self.merge)
        ui.apart.clicked.connect(self.keep_apart)
        ui.close.clicked.connect(self.close_panel)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.close_panel)

    # -- opening -------------------------------------------------------------------------------------------

    def look_for(self) -> None:
        """Look through the register for likely duplicates, and show what is found."""
        desk, federation = self._workplace.desk, self._workplace.scope.federation
        self._present((), say("Looking through the register …"))
        self._workplace.run(
            say("Looking for duplicates"),
            partial(duplicates.alike, desk, federation),
            self._found,
        )

    def compare_two(self, one: UUID, other: UUID) -> None:
        """Show two members that a person chose."""
        with self._workplace.desk.snapshot() as snapshot:
            members = [snapshot.get(Member, each) for each in (one, other)]
        names = [member.name for member in members if member]
        if len(names) == 2:
            pair = Alike((one, other), (names[0], names[1]), say("chosen"))
            self._present((pair,), say("The two members chosen."))

    def follow(self, change: ChangeSet) -> None:
        """Compare anew what somebody changed meanwhile."""
        shown = self.values.shown
        if shown and any(edit.id in (shown.first.id, shown.second.id) for edit in change.edits):
            self._compare()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._tell()

    # -- doing ---------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Make the two one, with the values chosen, in one step that undo takes back."""
        shown = self.values.shown
        if shown is None or not self._workplace.may_write:
            return
        values = merging.values_chosen(shown, self.values.seconds)

        def act() -> ChangeSet:
            with self._workplace.desk.snapshot() as snapshot:
                proposal = merging.merging(snapshot, shown.first, shown.second, values)
            return self._workplace.desk.apply(proposal)

        row = self.ui.pairs.currentIndex().row()
        change = self._workplace.guarded(act)
        if change is None:
            return
        self.pairs.drop(shown.second.id)
        self._go_to(row)
        self._workplace.tell(change.title, (say("Undo"), self._workplace.undo))
        self.merged.emit(shown.first.id)

    def keep_apart(self) -> None:
        """Remember that the two are two; they are not offered again."""
        row = self.ui.pairs.currentIndex().row()
        if not 0 <= row < len(self.pairs.pairs) or not self._workplace.may_write:
            return
        pair = self.pairs.pairs[row]
        desk = self._workplace.desk
        if self._workplace.guarded(lambda: duplicates.keep_apart(desk, pair)):
            self.pairs.drop(None, pair)
            self._go_to(row)

    def close_panel(self) -> None:
        """Give the form its place back."""
        self.pairs.show(())
        self.values.show(None)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes from the pairs to the values; Space and Enter take the value gone to."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.modifiers():
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.ui.pairs and is_enter:
            self.ui.values.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if watched is self.ui.values and (is_enter or event.key() == Qt.Key.Key_Space):
            self._take(self.ui.values.currentIndex())
            return True
        return False

    # -- showing -------------------------------------------------------------------------------------------

    def _found(self, pairs: Sequence[Alike]) -> None:
        if self.isVisible():
            self._present(pairs, None)

    def _present(self, pairs: Sequence[Alike], told: Message | None) -> None:
        self.pairs.show(pairs)
        self._go_to(0)
        self._tell(told)
        self.ui.pairs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, told: Message | None = None) -> None:
        count = len(self.pairs.pairs)
        if told is None:
            told = say("Pairs: {count}", count=count) if count else say("No likely duplicates are left.")
        self.ui.told.setText(self._words(told))

    def _go_to(self, row: int) -> None:
        """Make a pair current, the last one where there are not so many."""
        view = self.ui.pairs
        rows = min(max(len(self.pairs.pairs), 1), _MOST_ROWS) * view.verticalHeader().defaultSectionSize()
        view.setFixedHeight(view.horizontalHeader().sizeHint().height() + rows + 2 * view.frameWidth())
        index = self.pairs.index(min(row, len(self.pairs.pairs) - 1), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.ui.pairs.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._compare()
        self._tell()

    def _compare(self, *_: object) -> None:
        row = self.ui.pairs.currentIndex().row()
        comparison = None
        if 0 <= row < len(self.pairs.pairs) and self._workplace.is_open:
            with self._workplace.desk.snapshot() as snapshot:
                comparison = merging.compare(snapshot, *self.pairs.pairs[row].ids)
        self.values.show(comparison)
        ui = self.ui
        moving = comparison.moving if comparison else say("Choose two members in the list above.")
        ui.moving.setText(self._words(moving) if comparison or self.pairs.pairs else "")
        for button in (ui.merge, ui.apart):
            button.setEnabled(comparison is not None and self._workplace.may_write)
        if comparison and comparison.choices:
            column = 2 if comparison.choices[0].takes_second else 1
            ui.values.setCurrentIndex(self.values.index(0, column))

    def _take(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.values.take(index.row(), second=index.column() == 2)


def _lay_out(view: QTableView, model: QAbstractTableModel) -> None:
    view.setModel(model)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * _ROW))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    narrow = 2 if isinstance(model, PairsModel) else 0
    unit = view.fontMetrics().horizontalAdvance("汉")
    for section in range(3):
        header.setSectionResizeMode(
            section,
            QHeaderView.ResizeMode.Interactive if section == narrow else QHeaderView.ResizeMode.Stretch,
        )
    view.setColumnWidth(narrow, unit * 7)

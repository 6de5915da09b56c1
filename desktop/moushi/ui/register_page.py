"""What the register's pages share: a list with its menu, deleting that can be taken back, Enter as Tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QScrollArea, QSplitter, QWidget

from moushi.desk.removing import removal
from moushi.domain.uscc import normal_uscc
from moushi.errors import Message, say
from moushi.ui.cells import copy_cells
from moushi.ui.page import Page, command
from moushi.ui.paged_list import PagedList
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.domain.record import Record

_SHARES = (500, 300)  # of the width: list, form
_BESIDE = 22  # characters that a form must be wide to have labels beside its fields


class RegisterPage(Page):
    """A list of records of one kind, and beside it the form of the current one."""

    kind: type[Record]
    list: PagedList

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._texts: list[tuple[QAction, Message]] = []
        self._writing: list[QAction] = []

    def delete(self) -> None:
        """Delete the records selected with what hangs on them, in one step; the notice takes it back."""
        row = self.list.view.currentIndex().row()
        if self.remove(self.list.selected_ids):
            self.list.go_to(row)

    def remove(self, ids: Sequence[UUID]) -> bool:
        """Delete these records with what hangs on them; False when that is refused."""
        with self.workplace.desk.snapshot() as snapshot:
            found = [record for held in ids if (record := snapshot.get(self.kind, held))]
            proposal = removal(snapshot, found)
        change = self.workplace.apply(proposal) if proposal and self.workplace.may_write else None
        if change is None:
            return False
        self.workplace.tell(change.title, (say("Undo"), lambda: self._take_back(change)))
        return True

    def seek(self) -> None:
        """Go to the search field."""
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text in self._texts:
            action.setText(self.words(text))

    def entry(
        self, text: Message, keys: Any, act: Callable[[], object], at: QWidget | None = None
    ) -> QAction:
        """An entry of the page's menu: what it says, its keys, what it does, where the keys are in force."""
        action = command(at or self, keys)
        action.triggered.connect(lambda _checked=False: act())
        self._texts.append((action, text))
        return action

    def writing(
        self, text: Message, keys: Any, act: Callable[[], object], at: QWidget | None = None
    ) -> QAction:
        """An entry that can be used only where the store takes changes."""
        action = self.entry(text, keys, act, at)
        self._writing.append(action)
        return action

    def list_entries(self) -> tuple[QAction, ...]:
        """Copy, find, sort: what every list can do."""
        view = self.list.view

        def sort() -> None:
            self.list.sort_by(max(view.currentIndex().column(), 0))

        return (
            self.entry(say("&Copy"), QKeySequence.StandardKey.Copy, lambda: copy_cells(view), view),
            self.entry(say("&Find"), QKeySequence.StandardKey.Find, self.seek),
            self.entry(say("&Sort by This Column"), "Ctrl+Shift+S", sort, view),
        )

    def allow(self, add: QWidget, otherwise: Message) -> None:
        """Let records be added where the store takes changes and it is clear to which federation."""
        may_write = self.workplace.may_write
        may_add = may_write and self.workplace.scope.one is not None
        add.setEnabled(may_add)
        add.setToolTip(self.words(otherwise) if may_write and not may_add else "")
        for action in self._writing:
            action.setEnabled(may_write)

    def _take_back(self, change: ChangeSet) -> None:
        self.workplace.take_back(self.workplace.guarded(lambda: self.workplace.desk.undo(str(change.id))))


class EnterWalk(QObject):
    """Enter goes on to the next field of a form, as Tab does; in the last one the form has `ended`."""

    ended = Signal()

    def __init__(self, form: QWidget, last: QWidget | None = None) -> None:
        super().__init__(form)
        self._last = last
        for kind in (QLineEdit, QComboBox, QCheckBox):
            for editor in form.findChildren(kind):
                editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter without other keys."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or held:
            return False
        if watched is self._last:
            self.ended.emit()
        elif isinstance(watched, QWidget):
            watched.focusNextChild()  # by way of the scroll area, which then shows the field
        return True


class Labels(QObject):
    """Labels of forms below each other: at the left, in one width; above where there is little room."""

    def __init__(self, panel: QScrollArea, *forms: QFormLayout) -> None:
        super().__init__(panel)
        self._panel = panel
        self._forms = forms
        panel.installEventFilter(self)

    def align(self) -> None:
        """Give the labels one width, so that the fields have one too."""
        role = QFormLayout.ItemRole.LabelRole
        items = [form.itemAt(row, role) for form in self._forms for row in range(form.rowCount())]
        labels = [label for item in items if item and (label := item.widget())]
        for label in labels:
            label.setMinimumWidth(0)
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(widest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the panel's width."""
        if watched is self._panel and isinstance(event, QResizeEvent):
            wrap = QFormLayout.RowWrapPolicy
            room = event.size().width() / self._panel.fontMetrics().horizontalAdvance("汉")
            for form in self._forms:
                form.setRowWrapPolicy(wrap.WrapAllRows if room < _BESIDE else wrap.WrapLongRows)
        return False


def keep_tidy(code: QLineEdit) -> None:
    """Let a credit code be typed in any width and case: it stands there as it is kept."""

    def tidy(text: str) -> None:
        kept = normal_uscc(text)
        if kept != text:
            before = len(normal_uscc(text[: code.cursorPosition()]))
            code.selectAll()
            code.insert(kept)  # which the editor's own undo takes back, as it would not `setText`
            code.setCursorPosition(before)

    code.textEdited.connect(tidy)


def divide(splitter: QSplitter) -> None:
    """Give list and form their shares of the width."""
    for position, share in enumerate(_SHARES):
        splitter.setStretchFactor(position, share)
    splitter.setSizes(_SHARES)

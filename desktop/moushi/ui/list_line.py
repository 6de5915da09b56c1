"""A line of names that stands for small records of their own: an item's units, its programmes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCompleter, QLineEdit

from moushi.errors import MoushiError
from moushi.ui.draft import Draft
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Proposal


class NameCompleter(QCompleter):
    """Completes the last of the names on a line."""

    def pathFromIndex(self, index: object) -> str:
        """The line with its last name completed."""
        line = self.widget()
        assert isinstance(line, QLineEdit)
        head = line.text()[: len(line.text()) - len(_last_name(line.text()))]
        return head + str(super().pathFromIndex(index))  # type: ignore[arg-type]  # an index, as Qt gives it

    def splitPath(self, path: str) -> list[str]:
        """What is completed: the last name."""
        return [_last_name(path)]


class ListLine(QObject):
    """Keeps a line when it is left; `make` says what it means for the records (None: nothing differs).

    Rest alone does not keep it: half a name would make a record of its own.
    """

    def __init__(
        self, workplace: Workplace, editor: QLineEdit, make: Callable[[str], Proposal | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._make = make
        self.draft = Draft(editor, self._keep, self)
        self._active = False

    def show(self, text: str | None, *, free: bool) -> None:
        """Show a line, None for nothing; `free` says whether it can be typed in."""
        self._active = text is not None
        self.draft.show(text or "")
        self.draft.editor.setEnabled(text is not None)
        self.draft.editor.setReadOnly(not free)

    def settle(self) -> bool:
        """Keep what was typed; False when it cannot be kept."""
        return self.draft.keep(leaving=True)

    def _keep(self, text: str, leaving: bool) -> bool:
        if not self._active or not self.draft.is_dirty or not leaving:
            return not self.draft.is_dirty
        try:
            proposal = self._make(text)
        except MoushiError as fault:
            self._workplace.tell(fault.message)
            return False
        if proposal is None:
            return True
        before, self.draft.kept = self.draft.kept, text  # who follows may spell it anew
        if self._workplace.apply(proposal) is None:
            self.draft.kept = before
            return False
        return True


def _last_name(line: str) -> str:
    cut = max(line.rfind(mark) for mark in "、，,；; ")
    return line[cut + 1 :]

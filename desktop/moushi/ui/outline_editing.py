"""What a person does to the outline itself: parts added, taken out, moved, cut, copied and pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from moushi.desk import planning, rearranging
from moushi.desk.outline import Node
from moushi.domain.records import Plan
from moushi.errors import say
from moushi.ui.outline_model import OutlineModel
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Proposal
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot


class OutlineEditing(QObject):
    """Works on the selected lines of a tree; `begun` says that a new part stands there to be typed."""

    begun = Signal()

    def __init__(self, workplace: Workplace, view: QTreeView, model: OutlineModel) -> None:
        super().__init__(view)
        self._workplace = workplace
        self._view = view
        self._model = model
        self._cut: tuple[UUID, ...] = ()
        self._cut_text = ""
        model.dropped.connect(self._drop)

    @property
    def current(self) -> Node | None:
        """The current line."""
        return self._model.node(self._view.currentIndex())

    def choose(self, *ids: UUID) -> bool:
        """Select lines, the first of them current; False when that one is not in the outline."""
        index = self._model.find(ids[0]) if ids else QModelIndex()
        if not index.isValid():
            return False
        selection = self._view.selectionModel()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for record_id in ids[1:]:
            selection.select(self._model.find(record_id), QItemSelectionModel.SelectionFlag.Select)
        self._view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def add(self, make: Callable[[Snapshot, Record], Proposal]) -> None:
        """Add a part after the current line, and begin to type there."""
        node = self.current
        if node is None or not self._workplace.may_write:
            return
        with self._workplace.desk.snapshot() as snapshot:
            record = snapshot.get(node.kind, node.id)
            proposal = self._workplace.guarded(lambda: make(snapshot, record)) if record else None
        if proposal and self._workplace.apply(proposal):
            *_, new = planning.new_ids(proposal)
            self.choose(new)
            self.begun.emit()

    def delete(self) -> None:
        """Take the selected lines out, with all that hangs on them; it can be undone at a click."""
        with self._workplace.desk.snapshot() as snapshot:
            chosen = self._selected(snapshot)
            proposal = planning.take_out(snapshot, chosen) if chosen else None
        beside = self._beside()
        if proposal and (change := self._workplace.apply(proposal)):
            if beside:
                self.choose(beside)
            undo = (say("Undo"), self._workplace.undo)
            self._workplace.tell(say("Done: {title}", title=change.title), undo)

    def move_by(self, by: int) -> None:
        """Move the selected lines one place up (-1) or down (1)."""
        with self._workplace.desk.snapshot() as snapshot:
            chosen = self._selected(snapshot)
            proposal = rearranging.move_by(snapshot, chosen, by)
        if proposal and self._workplace.apply(proposal):
            self.choose(*(record.id for record in chosen))

    def copy(self) -> None:
        """Put the words of the selected lines on the clipboard."""
        with self._workplace.desk.snapshot() as snapshot:
            text = planning.texts_of(snapshot, self._selected(snapshot))
        QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Mark the selected lines to be moved by pasting; they stay until then."""
        with self._workplace.desk.snapshot() as snapshot:
            chosen = [record for record in self._selected(snapshot) if not isinstance(record, Plan)]
            self._cut_text = planning.texts_of(snapshot, chosen)
        if chosen:
            self._cut = tuple(record.id for record in chosen)
            self._model.show_cut(self._cut)
            QGuiApplication.clipboard().setText(self._cut_text)

    def paste(self) -> None:
        """Move what was cut to after the current line; other text becomes items, one for each line."""
        node = self.current
        text = QGuiApplication.clipboard().text()
        if node is None or not text.strip():
            return
        moves = bool(self._cut) and text == self._cut_text
        with self._workplace.desk.snapshot() as snapshot:
            at = snapshot.get(node.kind, node.id)
            if at is None:
                return
            if moves:
                proposal = rearranging.move_after(snapshot, self._held(snapshot, self._cut), at)
            else:
                lines = [line.strip() for line in text.splitlines() if line.strip()]
                proposal = planning.add_item(snapshot, at, lines)
        if proposal and proposal.edits and self._workplace.apply(proposal):
            self.choose(*(self._cut if moves else planning.new_ids(proposal)))
        self._cut = ()
        self._model.show_cut(())

    def _drop(self, ids: Sequence[UUID], node: Node, row: int) -> None:
        """Move dragged lines to where they were dropped."""
        with self._workplace.desk.snapshot() as snapshot:
            target = snapshot.get(node.kind, node.id)
            proposal = rearranging.move_into(snapshot, self._held(snapshot, ids), target, row)
        if proposal and proposal.edits and self._workplace.apply(proposal):
            self.choose(*ids)

    @staticmethod
    def _held(snapshot: Snapshot, ids: Sequence[UUID]) -> list[Record]:
        return [record for each in ids if (record := planning.part(snapshot, each)) is not None]

    def _selected(self, snapshot: Snapshot) -> list[Record]:
        """The selected records in the outline's order; what lies within another selected one is left out."""
        indexes = sorted(self._view.selectionModel().selectedIndexes(), key=QModelIndex.internalId)
        chosen = {index.internalId() for index in indexes}
        found: list[Record] = []
        for index in indexes:
            above = index.parent()
            while above.isValid() and above.internalId() not in chosen:
                above = above.parent()
            node = self._model.node(index)
            record = snapshot.get(node.kind, node.id) if node and not above.isValid() else None
            if record is not None:
                found.append(record)
        return found

    def _beside(self) -> UUID | None:
        """The line that is current once the selected ones are gone."""
        rows = self._view.selectionModel().selectedIndexes()
        if not rows:
            return None
        last, first = max(rows, key=QModelIndex.internalId), min(rows, key=QModelIndex.internalId)
        after, before = last.siblingAtRow(last.row() + 1), first.siblingAtRow(first.row() - 1)
        index = after if after.isValid() else before if before.isValid() else first.parent()
        node = self._model.node(index)
        return node.id if node else None

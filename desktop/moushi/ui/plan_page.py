"""The plan page: the outline at the left, the form of the selected line, beside it the newspaper column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QWidget

from moushi.desk import outline, planning
from moushi.desk.beginning import continue_plan, earlier_plan, new_plan
from moushi.desk.layouts import NEWSPAPER, load_layout
from moushi.desk.outline import Node
from moushi.desk.previewing import PlanPreview
from moushi.domain.records import Passage, Plan, PlanItem, Theme
from moushi.errors import say
from moushi.ui.generated.plan_page import Ui_PlanPage
from moushi.ui.outline_model import OutlineModel
from moushi.ui.page import Page, command, separator
from moushi.ui.plan_forms import PlanForms
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet, Proposal
    from moushi.compile.documents import Ref
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot

_SHARES = (3, 4, 3)  # of the width: outline, form, column
_NARROW = 900  # below so many logical pixels the column gives its room to the form
_INDENT = 14


class PlanPage(Page):
    """A year's plans to work on."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_PlanPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.setFocusProxy(self.ui.outline)
        self.model = OutlineModel(self.words, self)
        self.ui.outline.setModel(self.model)
        self.ui.outline.setIndentation(_INDENT)
        self.ui.outline.installEventFilter(self)
        self.ui.outline.selectionModel().currentChanged.connect(self._on_current)
        self.model.dropped.connect(self._drop)
        self.forms = PlanForms(workplace, self.ui, self)
        self.forms.typed.connect(self._on_typed)
        self.forms.shown.connect(self._on_kept)
        self.ui.strip.clicked.connect(self._go_to)
        self.ui.beginBlank.clicked.connect(lambda: self._begin(new_plan))
        self.ui.beginCopy.clicked.connect(lambda: self._begin(continue_plan))
        self.ui.beginFile.clicked.connect(self._begin_from_file)
        for position, share in enumerate(_SHARES):
            self.ui.splitter.setStretchFactor(position, share)
        self._layout = load_layout(NEWSPAPER)
        self._preview: PlanPreview | None = None
        self._cut: tuple[UUID, ...] = ()
        self._cut_text = ""
        self._wants_column = True
        self._make_commands()
        self.retranslate()

    def refresh(self) -> None:
        """Show the plans of the year; what was open and chosen stays so, as far as it is still there."""
        scope = self.workplace.scope
        view = self.ui.outline
        known = {node.id: view.isExpanded(index) for index, node in self._nodes()}
        chosen = self._current()
        with self.workplace.desk.snapshot() as snapshot:
            nodes = outline.outline(snapshot, scope.year, scope.federation)
            self.model.may_move = self.workplace.may_write
            if self.model.show_nodes(nodes):
                for index, node in self._nodes():
                    view.setExpanded(index, known.get(node.id, node.kind is Plan))
                found = self.model.find(chosen.id if chosen else None)
                view.setCurrentIndex(found if found.isValid() else self.model.index(0, 0))
            self._preview = None
            self._show_current(snapshot)
        self._allow()

    def follow(self, change: ChangeSet) -> None:
        """Show what a change brought."""
        if outline.concerns(change):
            self.refresh()
            return
        with self.workplace.desk.snapshot() as snapshot:
            self.forms.follow(snapshot)

    def settle(self) -> None:
        """Keep what was typed."""
        self.forms.settle()

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a part of a plan, whatever the year and federation in view."""
        with self.workplace.desk.snapshot() as snapshot:
            record = _home(snapshot, kind, record_id)
            plan = planning.plan_of(snapshot, record)
        if record is None or plan is None:
            return False
        scope = self.workplace.scope
        if plan.year != scope.year or scope.federation not in (None, plan.federation_id):
            self.workplace.look(plan.year, plan.federation_id if scope.federation else None)
            self.refresh()
        self._choose(record.id)
        return True

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text in self._texts:
            action.setText(self.words(text))
        self.forms.fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the column gives way to the form."""
        super().resizeEvent(event)
        self._show_column()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the outline adds an item after the current one."""
        if watched is self.ui.outline and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._add(planning.add_item)
                return True
            if plain and event.key() == Qt.Key.Key_F2:
                self._focus_text()
                return True
        return super().eventFilter(watched, event)

    def _make_commands(self) -> None:
        """The page's commands, their texts and what they do."""
        self._writing: list[QAction] = []
        self._texts: list[tuple[QAction, Any]] = []
        view = self.ui.outline

        def add(
            text: Any, keys: str | QKeySequence.StandardKey, act: Callable[[], object], at: QWidget = self
        ) -> QAction:
            action = command(at, keys)
            action.triggered.connect(act)
            self._texts.append((action, text))
            return action

        def writing(*args: Any) -> QAction:
            action = add(*args)
            self._writing.append(action)
            return action

        standard = QKeySequence.StandardKey
        self.column = add(say("Show the Newspaper Colum&n"), "F8", self._toggle_column)
        self.column.setCheckable(True)
        self.column.setChecked(True)
        self._commands = [
            writing(say("Add &Item"), "Ctrl+Return", lambda: self._add(planning.add_item)),
            writing(say("Add &Theme"), "Ctrl+Shift+Return", lambda: self._add(planning.add_theme)),
            writing(say("Add P&assage"), "", lambda: self._add(planning.add_passage)),
            separator(self),
            writing(say("Cut Lines (&X)"), standard.Cut, self._cut_lines, view),
            add(say("&Copy"), standard.Copy, self._copy_lines, view),
            writing(say("&Paste"), standard.Paste, self._paste_lines, view),
            writing(say("&Delete"), standard.Delete, self._delete, view),
            separator(self),
            writing(say("Move &Up"), "Alt+Up", lambda: self._move_by(-1), view),
            writing(say("Move Do&wn"), "Alt+Down", lambda: self._move_by(1), view),
            separator(self),
            add(say("&Expand the Outline"), "Ctrl+Shift+E", view.expandAll),
            add(say("Co&llapse the Outline"), "Ctrl+Shift+C", view.collapseAll),
            self.column,
        ]

    def _nodes(self) -> Iterator[tuple[QModelIndex, Node]]:
        for index in self.model.indexes():
            if node := self.model.node(index):
                yield index, node

    def _current(self) -> Node | None:
        return self.model.node(self.ui.outline.currentIndex())

    def _selected(self, snapshot: Snapshot) -> list[Record]:
        """The selected records in the outline's order; what lies within another selected one is left out."""
        indexes = sorted(self.ui.outline.selectionModel().selectedIndexes(), key=QModelIndex.internalId)
        chosen = {index.internalId() for index in indexes}
        found: list[Record] = []
        for index in indexes:
            above = index.parent()
            while above.isValid() and above.internalId() not in chosen:
                above = above.parent()
            node = self.model.node(index)
            record = snapshot.get(node.kind, node.id) if node and not above.isValid() else None
            if record is not None:
                found.append(record)
        return found

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.forms.settle()
        if self.workplace.is_open:
            with self.workplace.desk.snapshot() as snapshot:
                self._show_current(snapshot)

    def _show_current(self, snapshot: Snapshot) -> None:
        """Show the current line's form and its place in the column."""
        node = self._current()
        record = snapshot.get(node.kind, node.id) if node else None
        held = next((f.record for f in self.forms.forms.values() if f.record is not None), None)
        if record is None or held is None or held.id != record.id:
            self.forms.show(snapshot, record)
        else:
            self.forms.follow(snapshot)
        self.ui.forms.setCurrentWidget(self._form_of(record))
        plan = planning.plan_of(snapshot, record)
        if plan is None:
            self._preview = None
            self.ui.strip.show_galley(None)
            self._invite(snapshot)
        else:
            if self._preview is None or self._preview.plan_id != plan.id:
                self._preview = PlanPreview(snapshot, plan)
            self._draw(record)

    def _form_of(self, record: Record | None) -> QWidget:
        ui = self.ui
        match record:
            case Plan():
                return ui.planForm
            case Passage():
                return ui.passageForm
            case Theme():
                return ui.themeForm
            case PlanItem():
                return ui.itemForm
            case _:
                return ui.emptyForm

    def _invite(self, snapshot: Snapshot) -> None:
        """No plan yet: say how one begins."""
        scope = self.workplace.scope
        one = scope.one
        if one is None:
            text = say(
                "There is no plan for {year}. Choose a federation above to begin one.", year=scope.year
            )
        else:
            text = say("{name} has no plan for {year} yet.", name=one.name, year=scope.year)
        self.ui.emptyText.setText(self.words(text))
        may = one is not None and self.workplace.may_write
        earlier = earlier_plan(snapshot, one.id, scope.year) if one else None
        self.ui.beginBlank.setVisible(may)
        self.ui.beginFile.setVisible(self.workplace.may_write)
        self.ui.beginCopy.setVisible(may and earlier is not None)
        if earlier:
            copying = say("&Copy the plan of {year}", year=earlier.year)
            self.ui.beginCopy.setText(self.words(copying))

    def _begin(self, make: Callable[[Snapshot, UUID, int], Proposal]) -> None:
        scope = self.workplace.scope
        one = scope.one
        if one:
            with self.workplace.desk.snapshot() as snapshot:
                proposal = self.workplace.guarded(lambda: make(snapshot, one.id, scope.year))
            if proposal and self.workplace.apply(proposal):
                self.ui.outline.setFocus()

    def _begin_from_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.words(say("Take In Files")))
        if chosen:
            self.workplace.take_in([Path(each) for each in chosen])

    def _draw(self, record: Record | None, *, draft: bool = False) -> None:
        """Set the column anew, and mark what is worked on."""
        if self._preview is None or not self.ui.stripPane.isVisibleTo(self):
            return
        galley = self._preview.galley(self._layout, record if draft else None)
        strip = self.ui.strip
        strip.show_galley(galley)
        if record is not None and not isinstance(record, Plan):
            strip.mark(record.id)
        self._count(record)

    def _count(self, record: Record | None) -> None:
        """Say how long the item and the section are."""
        galley = self.ui.strip.galley
        if galley is None:
            self.ui.stripFigures.setText("")
            return
        figures = say(
            "{characters} characters, {lines} lines", characters=galley.characters, lines=len(galley.lines)
        )
        self.ui.stripFigures.setText(self.words(figures))
        if isinstance(record, PlanItem):
            lines = galley.lines_of(record.id)
            characters = len("".join(record.text.split()))
            told = say("{characters} characters, on {lines} lines", characters=characters, lines=len(lines))
            self.ui.itemFigures.setText(self.words(told))

    def _on_typed(self, record: Record) -> None:
        """Let the column follow what is being typed."""
        self._draw(record, draft=True)

    def _on_kept(self, record: Record | None) -> None:
        """A form shows its record, perhaps with another value: the column follows with the next refresh."""

    def _go_to(self, ref: Ref) -> None:
        """Go from a line of the column to what it comes from."""
        if self._choose(ref.id):
            self._focus_text()

    def _choose(self, record_id: UUID) -> bool:
        index = self.model.find(record_id)
        if not index.isValid():
            return False
        view = self.ui.outline
        view.setCurrentIndex(index)
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def _focus_text(self) -> None:
        """Put the keyboard into the first field of the form."""
        ui = self.ui
        for form, first in (
            (ui.planForm, ui.planHeading),
            (ui.passageForm, ui.passageText),
            (ui.themeForm, ui.themeLead),
            (ui.itemForm, ui.itemText),
        ):
            if ui.forms.currentWidget() is form:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, make: Callable[[Snapshot, Record], Proposal]) -> None:
        """Add a part after the current line, and go there to type."""
        self.forms.settle()
        node = self._current()
        if node is None or not self.workplace.may_write:
            return
        with self.workplace.desk.snapshot() as snapshot:
            record = snapshot.get(node.kind, node.id)
            proposal = self.workplace.guarded(lambda: make(snapshot, record)) if record else None
        if proposal and self.workplace.apply(proposal):
            *_, new = planning.new_ids(proposal)
            self._choose(new)
            self._focus_text()

    def _delete(self) -> None:
        with self.workplace.desk.snapshot() as snapshot:
            chosen = self._selected(snapshot)
            proposal = planning.take_out(snapshot, chosen) if chosen else None
        if proposal is None:
            return
        beside = self._beside()
        if change := self.workplace.apply(proposal):
            if beside:
                self._choose(beside)
            undo = (say("Undo"), self.workplace.undo)
            self.workplace.tell(say("Done: {title}", title=change.title), undo)

    def _beside(self) -> UUID | None:
        """The line that is current once the selected ones are gone."""
        rows = self.ui.outline.selectionModel().selectedIndexes()
        if not rows:
            return None
        last, first = max(rows, key=QModelIndex.internalId), min(rows, key=QModelIndex.internalId)
        after, before = last.siblingAtRow(last.row() + 1), first.siblingAtRow(first.row() - 1)
        index = after if after.isValid() else before if before.isValid() else first.parent()
        node = self.model.node(index)
        return node.id if node else None

    def _move_by(self, by: int) -> None:
        with self.workplace.desk.snapshot() as snapshot:
            chosen = self._selected(snapshot)
            proposal = planning.move_by(snapshot, chosen, by)
        if proposal and self.workplace.apply(proposal):
            self._select([record.id for record in chosen])

    def _select(self, ids: Sequence[UUID]) -> None:
        model = self.ui.outline.selectionModel()
        if ids and self._choose(ids[0]):
            for record_id in ids[1:]:
                model.select(self.model.find(record_id), QItemSelectionModel.SelectionFlag.Select)

    def _drop(self, ids: Sequence[UUID], node: Node, row: int) -> None:
        """Move dragged lines to where they were dropped."""
        with self.workplace.desk.snapshot() as snapshot:
            records = [r for i in ids if (r := planning.part(snapshot, i)) is not None]
            proposal = planning.move_into(snapshot, records, snapshot.get(node.kind, node.id), row)
        if proposal is None or not proposal.edits:
            return
        if self.workplace.apply(proposal):
            self._select(ids)

    def _copy_lines(self) -> None:
        with self.workplace.desk.snapshot() as snapshot:
            text = planning.texts_of(snapshot, self._selected(snapshot))
        QGuiApplication.clipboard().setText(text)

    def _cut_lines(self) -> None:
        with self.workplace.desk.snapshot() as snapshot:
            chosen = [r for r in self._selected(snapshot) if not isinstance(r, Plan)]
            self._cut_text = planning.texts_of(snapshot, chosen)
        if chosen:
            self._cut = tuple(record.id for record in chosen)
            self.model.show_cut(self._cut)
            QGuiApplication.clipboard().setText(self._cut_text)

    def _paste_lines(self) -> None:
        """Move what was cut to after the current line; other text becomes items, one for each line."""
        node = self._current()
        text = QGuiApplication.clipboard().text()
        if node is None or not text.strip():
            return
        with self.workplace.desk.snapshot() as snapshot:
            at = snapshot.get(node.kind, node.id)
            if at is None:
                return
            if self._cut and text == self._cut_text:
                records = [r for i in self._cut if (r := planning.part(snapshot, i)) is not None]
                proposal = planning.move_after(snapshot, records, at)
            else:
                lines = [line.strip() for line in text.splitlines() if line.strip()]
                proposal = planning.add_item(snapshot, at, lines)
        if proposal and proposal.edits and self.workplace.apply(proposal):
            moved = self._cut if self._cut and text == self._cut_text else tuple(planning.new_ids(proposal))
            self._select(moved)
        self._cut = ()
        self.model.show_cut(())

    def _toggle_column(self) -> None:
        self._wants_column = self.column.isChecked()
        self._show_column()

    def _show_column(self) -> None:
        shown = self._wants_column and self.width() >= _NARROW
        if self.ui.stripPane.isHidden() == shown:
            self.ui.stripPane.setVisible(shown)
            if shown and self.workplace.is_open:
                with self.workplace.desk.snapshot() as snapshot:
                    self._show_current(snapshot)

    def _allow(self) -> None:
        for action in self._writing:
            action.setEnabled(self.workplace.may_write)


def _home(snapshot: Snapshot, kind: type[Record], record_id: UUID) -> Record | None:
    """The line of the outline under which a record is worked on."""
    record = snapshot.get(kind, record_id)
    while record is not None and not isinstance(record, Plan | Passage | Theme | PlanItem):
        item = getattr(record, "item_id", None)
        record = snapshot.get(PlanItem, item) if item else None
    return record

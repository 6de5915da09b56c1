"""The plan page: the outline at the left, the form of the selected line, beside it the newspaper column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from moushi.desk import outline, planning
from moushi.desk.outline import Node
from moushi.domain.records import Measure, Passage, Plan, PlanItem, Theme
from moushi.errors import Message, say
from moushi.ui.generated.plan_page import Ui_PlanPage
from moushi.ui.outline_editing import OutlineEditing
from moushi.ui.outline_model import OutlineModel
from moushi.ui.page import Page, command, separator
from moushi.ui.plan_forms import PlanForms
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet, Proposal
    from moushi.compile.documents import Ref
    from moushi.domain.record import Record
    from moushi.domain.snapshot import Snapshot
    from moushi.ui.plan_column import PlanColumn

_SHARES = (3, 4, 3)  # of the width: outline, form, column
_NARROW = 900  # below so many logical pixels the column gives its room to the form
_INDENT = 14
_BETWEEN_STEPS = 8  # milliseconds: keys are taken then, and Qt paints what they bring within 5
_DETAILS_AFTER = 300  # milliseconds that the page has stood: what the first item needs is loaded by then


class PlanPage(Page):
    """A year's plans to work on."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_PlanPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = self.ui.outline
        self.model = OutlineModel(self.words, self)
        self.ui.outline.setModel(self.model)
        self.ui.outline.setIndentation(_INDENT)
        self.ui.outline.installEventFilter(self)
        self.ui.outline.selectionModel().currentChanged.connect(self._on_current)
        self.editing = OutlineEditing(workplace, self.ui.outline, self.model)
        self.editing.begun.connect(self._focus_text)
        self.forms = PlanForms(workplace, self.ui, self)
        self.forms.typed.connect(self._draw_draft)
        self.ui.strip.clicked.connect(self._go_to)
        self.ui.beginBlank.clicked.connect(self._begin_blank)
        self.ui.beginCopy.clicked.connect(self._begin_copy)
        self.ui.beginFile.clicked.connect(self._begin_from_file)
        for position, share in enumerate(_SHARES):
            self.ui.splitter.setStretchFactor(position, share)
        self._form: QWidget = self.ui.emptyForm
        self._column: PlanColumn | None = None  # until the page stands on the screen with room for it
        self._steps: Iterator[None] = iter(())
        self._idle = QTimer(self, interval=_BETWEEN_STEPS)
        self._idle.timeout.connect(self._take_step)
        self._is_painted = False
        self._is_reading = False
        self._writing: list[QAction] = []
        self._texts: list[tuple[QAction, Message]] = []
        self._commands = self._make_commands()
        self.retranslate()

    def refresh(self) -> None:
        """Show the plans of the year; what was open and chosen stays so, as far as it is still there."""
        self._read(anew=True)

    def follow(self, change: ChangeSet) -> None:
        """Show what a change brought."""
        from moushi.desk.measuring import may_touch  # loads all that counts

        if outline.concerns(change):
            self._read(anew=False, counts=may_touch(change))
            return
        with self.workplace.desk.snapshot() as snapshot:
            self.forms.follow(snapshot, anew=may_touch(change))

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept."""
        return self.forms.settle()

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to a part of a plan, whatever the year and federation in view."""
        with self.workplace.desk.snapshot() as snapshot:
            record = planning.home(snapshot, kind, record_id)
            plan = planning.plan_of(snapshot, record)
        if record is None or plan is None:
            return False
        scope = self.workplace.scope
        if plan.year != scope.year or scope.federation not in (None, plan.federation_id):
            self.workplace.look(plan.year, plan.federation_id if scope.federation else None)
            self.refresh()
        if not self.editing.choose(record.id):
            return False
        if kind is Measure:
            self.forms.go_to_measure(record_id)
        return True

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text in self._texts:
            action.setText(self.words(text))
        self.forms.fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The column comes once outline and form stand on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._begin_column)
            QTimer.singleShot(_DETAILS_AFTER, self, lambda: self.forms.details)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the column gives way to the form."""
        super().resizeEvent(event)
        self._show_column()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the outline adds what comes next after the current line, F2 goes to its text."""
        if (
            watched is self.ui.outline
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.NoModifier:
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.editing.add(planning.add_next)
                    return True
                if event.key() == Qt.Key.Key_F2:
                    self._focus_text()
                    return True
        return super().eventFilter(watched, event)

    def _read(self, *, anew: bool, counts: bool = True) -> None:
        scope = self.workplace.scope
        view = self.ui.outline
        known = {node.id: view.isExpanded(index) for index, node in self._nodes()}
        chosen = self.editing.current
        with self.workplace.desk.snapshot() as snapshot:
            nodes = outline.outline(snapshot, scope.year, scope.federation)
            self.model.may_move = self.workplace.may_write
            self._is_reading = True  # the line that becomes the current one is shown below
            try:
                if self.model.show_nodes(nodes):
                    for index, node in self._nodes():
                        view.setExpanded(index, known.get(node.id, node.kind is Plan))
                    if chosen is None or not self.editing.choose(chosen.id):
                        self.editing.choose(*(node.id for node in nodes[:1]))
            finally:
                self._is_reading = False
            if self._column:
                self._column.forget()
            self._show_current(snapshot, anew=anew, counts=counts)
        for action in self._writing:
            action.setEnabled(self.workplace.may_write)

    def _make_commands(self) -> list[QAction]:
        """The page's menu: what each entry says, its keys, what it does, and where the keys are in force."""
        view, editing, standard = self.ui.outline, self.editing, QKeySequence.StandardKey

        def entry(text: Message, keys: Any, act: Callable[[], object], at: QWidget = self) -> QAction:
            action = command(at, keys)
            action.triggered.connect(act)
            self._texts.append((action, text))
            return action

        def writing(text: Message, keys: Any, act: Callable[[], object], at: QWidget = self) -> QAction:
            action = entry(text, keys, act, at)
            self._writing.append(action)
            return action

        self.column = entry(say("Show the Newspaper Colum&n"), "F8", self._show_column)
        self.column.setCheckable(True)
        self.column.setChecked(True)
        return [
            writing(say("Add &Item"), "Ctrl+Return", lambda: editing.add(planning.add_item)),
            writing(say("Add T&heme"), "Ctrl+Shift+Return", lambda: editing.add(planning.add_theme)),
            writing(say("Add P&assage"), "", lambda: editing.add(planning.add_passage)),
            separator(self),
            writing(say("Take the Suggested &Measure"), "Ctrl+M", self.forms.take_offer),
            writing(say("Carr&y Over to Next Year…"), "F7", self.forms.roll_over),
            separator(self),
            writing(say("Cu&t"), standard.Cut, editing.cut, view),
            entry(say("&Copy"), standard.Copy, editing.copy, view),
            writing(say("&Paste"), standard.Paste, editing.paste, view),
            writing(say("&Delete"), standard.Delete, editing.delete, view),
            separator(self),
            writing(say("Move &Up"), "Alt+Up", lambda: editing.move_by(-1), view),
            writing(say("Move Do&wn"), "Alt+Down", lambda: editing.move_by(1), view),
            separator(self),
            entry(say("&Expand the Outline"), "Ctrl+Shift+E", view.expandAll),
            entry(say("Co&llapse the Outline"), "Ctrl+Shift+C", view.collapseAll),
            self.column,
        ]

    def _nodes(self) -> Iterator[tuple[QModelIndex, Node]]:
        for index in self.model.indexes():
            if node := self.model.node(index):
                yield index, node

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.forms.settle()
        if self.workplace.is_open and not self._is_reading:
            with self.workplace.desk.snapshot() as snapshot:
                self._show_current(snapshot)

    def _show_current(self, snapshot: Snapshot, *, anew: bool = False, counts: bool = True) -> None:
        """Show the current line's form and its place in the column; a form that shows it already follows.

        Not `counts`: nothing changed that measures may count.
        """
        node = self.editing.current
        record = snapshot.get(node.kind, node.id) if node else None
        if record is None or anew or self.forms.record_id != record.id:
            self.forms.show(snapshot, record)
        else:
            self.forms.follow(snapshot, anew=counts)
        self._turn_to(self._form_of(record))
        plan = planning.plan_of(snapshot, record)
        if plan is None:
            self._invite(snapshot)
        if self._column:
            self._column.show(snapshot, plan, record)

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

    def _turn_to(self, form: QWidget) -> None:
        """Show one of the forms."""
        ui = self.ui
        self._form = form
        for each in (ui.emptyForm, ui.planForm, ui.passageForm, ui.themeForm, ui.itemForm):
            each.setVisible(each is form)

    def _invite(self, snapshot: Snapshot) -> None:
        """No plan yet: say how one begins."""
        from moushi.desk.beginning import earlier_plan  # seldom wanted, as below

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

    def _begin_blank(self) -> None:
        from moushi.desk.beginning import new_plan

        self._begin(new_plan)

    def _begin_copy(self) -> None:
        from moushi.desk.beginning import continue_plan

        self._begin(continue_plan)

    def _begin(self, make: Callable[[Snapshot, UUID, int], Proposal]) -> None:
        scope = self.workplace.scope
        one = scope.one
        if one:
            with self.workplace.desk.snapshot() as snapshot:
                proposal = self.workplace.guarded(lambda: make(snapshot, one.id, scope.year))
            if proposal and self.workplace.apply(proposal):
                self.ui.outline.setFocus()

    def _begin_from_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(self, self.words(say("Take In Files")))
        if chosen:
            self.workplace.take_in([Path(each) for each in chosen])

    def _begin_column(self) -> None:
        """Make the column where there is room for it, and show in it what the form shows."""
        if self.ui.stripPane.isHidden():
            return
        if self._column is None:
            if not self._idle.isActive():
                self._steps = self._make_column()
                self._idle.start()
        elif self.workplace.is_open and not self.is_stale:
            with self.workplace.desk.snapshot() as snapshot:
                self._show_current(snapshot)

    def _take_step(self) -> None:
        if next(self._steps, self) is self:
            self._idle.stop()

    def _make_column(self) -> Iterator[None]:
        """The steps in which the column comes; a key pressed meanwhile is answered between them."""
        import moushi.compile.article

        yield
        import moushi.desk.galley  # noqa: F401 - loaded with the column they would hold up a key for two frames

        yield
        from moushi.ui.plan_column import PlanColumn

        yield
        column = PlanColumn(self.ui, self.words)
        yield
        self._column = column
        self._begin_column()

    def _draw_draft(self, record: Record) -> None:
        """Set the column anew with a record as it is being typed."""
        if self._column:
            self._column.draw(record, is_draft=True)

    def _go_to(self, ref: Ref) -> None:
        """Go from a line of the column to what it comes from."""
        if self.editing.choose(ref.id):
            self._focus_text()

    def _focus_text(self) -> None:
        """Put the keyboard into the first field of the form."""
        ui = self.ui
        for form, first in (
            (ui.planForm, ui.planHeading),
            (ui.passageForm, ui.passageText),
            (ui.themeForm, ui.themeLead),
            (ui.itemForm, ui.itemText),
        ):
            if self._form is form:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_column(self) -> None:
        shown = self.column.isChecked() and self.width() >= _NARROW
        if self.ui.stripPane.isHidden() == shown:
            self.ui.stripPane.setVisible(shown)
            if shown and self._is_painted:
                self._begin_column()

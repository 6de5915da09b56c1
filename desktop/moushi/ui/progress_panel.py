"""The details of a row of the progress sheet: the item's words, its milestones, and room for long texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QPlainTextEdit, QTableWidgetItem

from moushi.changes.model import Proposal
from moushi.desk.report_entry import day_done, day_text, read_day, tick
from moushi.desk.report_row import ReportRow
from moushi.domain.numbers import circled
from moushi.domain.records import Milestone, Progress
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import field_word
from moushi.errors import Message, MoushiError, say
from moushi.ui.draft import Draft
from moushi.ui.generated.progress_page import Ui_ProgressPage
from moushi.ui.progress_records import CountedRecords
from moushi.ui.workplace import Workplace, rendered

Propose = Callable[[Snapshot], Proposal | None]
Keep = Callable[[ReportRow, str, str, Draft], bool]
"""Keeps what was typed in a field of a row's report; False when it cannot be kept."""

_TEXT, _DUE, _DONE = range(3)
_MOST_STEPS = 6  # milestones seen without scrolling
_ROOM = 6  # logical pixels of the style's own about an editor's text
_FEWEST_LINES, _MOST_LINES = 2, 9  # of an editor for words


class ReportPanel(QObject):
    """Binds the form's editors to the row that is shown."""

    def __init__(
        self,
        ui: Ui_ProgressPage,
        workplace: Workplace,
        keep: Keep,
        act: Callable[[Propose], None],
        blame: Callable[[Message | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._workplace = workplace
        self._words = workplace.words
        self._keep_text = keep
        self._act = act
        self._blame = blame
        self._row: ReportRow | None = None
        self._may_write = True
        editors: dict[str, QPlainTextEdit | QLineEdit] = {
            "narrative": ui.narrative,
            "problems": ui.problems,
            "next_steps": ui.nextSteps,
            "evidence": ui.evidence,
            "reported_by": ui.reportedBy,
        }
        for words in (ui.narrative, ui.problems, ui.nextSteps, ui.evidence):
            words.textChanged.connect(partial(_grow, words))
            _grow(words)
        self._drafts = {
            name: Draft(editor, partial(self._keep, name), self) for name, editor in editors.items()
        }
        self._records = CountedRecords(
            ui.records, ui.countedRule, workplace, lambda: not ui.details.isHidden(), self
        )
        steps = ui.milestones
        steps.verticalHeader().hide()
        steps.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        steps.verticalHeader().setDefaultSectionSize(steps.fontMetrics().height() + 10)
        steps.horizontalHeader().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for column in (_DUE, _DONE):
            steps.setColumnWidth(column, steps.fontMetrics().horizontalAdvance("2026-12-31"))
        steps.itemChanged.connect(self._on_step)
        self.retranslate()

    @property
    def row(self) -> ReportRow | None:
        """The row that is shown."""
        return self._row

    def retranslate(self) -> None:
        """Say it in the language of now."""
        heads = (say("Milestone"), say("Due by"), say("Done on"))
        self._ui.milestones.setHorizontalHeaderLabels([self._words(head) for head in heads])
        self._tell()

    def settle(self) -> bool:
        """Keep everything typed so far."""
        kept = [draft.keep(leaving=True) for draft in self._drafts.values()]
        return all(kept)

    def show(self, row: ReportRow | None, *, may_write: bool) -> None:
        """Show a row in place of the one before; what was typed there is kept, or offered to be copied."""
        is_same = row is not None and self._row is not None and self._is_same(row, self._row)
        if not is_same and not self.settle():
            for name, draft in self._drafts.items():
                if draft.is_dirty:
                    self._workplace.offer_copy(field_word(Progress, name), draft.text)
        self._row, self._may_write = row, may_write
        for name, draft in self._drafts.items():
            text = row.typed[name] if row else ""
            if not is_same:
                draft.visit = None
                draft.show(text)
            elif not draft.is_dirty and not (draft.editor.hasFocus() and draft.text.rstrip() == text):
                draft.show(text)
            if isinstance(draft.editor, QPlainTextEdit):
                _grow(draft.editor)
            free = may_write and row is not None and name in row.editable
            draft.editor.setReadOnly(not free)
            draft.editor.setEnabled(row is not None)
        self._show_helping_words(row)
        self._tell()
        self._show_steps()
        self._records.show(row)

    def _show_helping_words(self, row: ReportRow | None) -> None:
        """Behind empty editors: what chambers said, else what was said last."""
        told = row.told if row else {}
        helping = {"narrative": row.last_words} if row else {}
        for name, draft in self._drafts.items():
            if isinstance(draft.editor, QPlainTextEdit):
                draft.editor.setPlaceholderText(told.get(name) or helping.get(name, ""))
                _grow(draft.editor)

    @staticmethod
    def _is_same(one: ReportRow, other: ReportRow) -> bool:
        return (one.key, one.period) == (other.key, other.period)

    def _keep(self, name: str, text: str, leaving: bool) -> bool:  # noqa: ARG002 - as drafts call it
        row = self._row
        if row is None or name not in row.editable or not self._may_write or text == row.typed[name]:
            return True
        return self._keep_text(row, name, text, self._drafts[name])

    def _tell(self) -> None:
        """Which row it is, how it stands, and what there is to be said of it."""
        row, ui = self._row, self._ui
        ui.about.setText(row.item.text if row else self._words(say("Choose a row to see it whole.")))
        ui.standing.setText("　".join(filter(None, self._facts(row))) if row else "")
        ui.hint.setText("\n".join(self._hints(row)) if row else "")
        ui.standing.setVisible(bool(ui.standing.text()))
        ui.hint.setVisible(bool(ui.hint.text()))

    def _facts(self, row: ReportRow) -> list[str]:
        target, name = rendered(self._words, row.target), rendered(self._words, row.name)
        reached = row.reached + (f"（{row.rate}）" if row.cumulative and row.rate else "")
        state = rendered(self._words, row.word)
        return [
            state[:1].upper() + state[1:],
            row.lead_unit,
            f"{name} {target}".strip(),
            self._words(say("reached {number}", number=reached)) if reached else "",
            rendered(self._words, row.source_word),
        ]

    def _hints(self, row: ReportRow) -> list[str]:
        hints = list(row.differs)
        if row.is_below_zero:
            hints.append(
                say(
                    "The total is below zero ({number}). A correction may be; see whether its sign is right.",
                    number=row.cumulative,
                )
            )
        if row.reason:
            hints.append(say("Reason: {reason}", reason=row.reason))
        return [*map(self._words, hints)]

    def _show_steps(self) -> None:
        steps = self._row.steps if self._row else ()
        table = self._ui.milestones
        table.setVisible(bool(steps))
        self._ui.milestonesLabel.setVisible(bool(steps))
        with QSignalBlocker(table):
            table.setRowCount(len(steps))
            for row, step in enumerate(steps):
                self._show_step(row, step)
        shown = min(len(steps), _MOST_STEPS)
        height = table.verticalHeader().defaultSectionSize() * shown + 2 * table.frameWidth()
        table.setFixedHeight(height + table.horizontalHeader().sizeHint().height())

    def _show_step(self, row: int, step: Milestone) -> None:
        is_done = step.done_on is not None
        year = self._row.period.year if self._row else 0
        texts = (
            f"{circled(row + 1)}{step.text}",
            day_text(step.due_on, year),
            day_text(step.done_on, year),
        )
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        free = self._may_write and bool(self._row and self._row.editable)
        extra = {_TEXT: Qt.ItemFlag.ItemIsUserCheckable, _DONE: Qt.ItemFlag.ItemIsEditable}
        for column, text in enumerate(texts):
            cell = self._ui.milestones.item(row, column)
            if cell is None:
                cell = QTableWidgetItem()
                self._ui.milestones.setItem(row, column, cell)
            cell.setText(text)
            cell.setToolTip(text)
            cell.setFlags(base | extra[column] if free and column in extra else base)
        cell = self._ui.milestones.item(row, _TEXT)
        if cell:
            cell.setCheckState(Qt.CheckState.Checked if is_done else Qt.CheckState.Unchecked)

    def _on_step(self, cell: QTableWidgetItem) -> None:
        """Take down that a milestone was done, or on which day."""
        if self._row is None or not 0 <= cell.row() < len(self._row.steps):
            return
        step, period = self._row.steps[cell.row()], self._row.period
        self._blame(None)
        try:
            if cell.column() == _DONE:
                day = read_day(cell.text(), period.year)
            elif (cell.checkState() == Qt.CheckState.Checked) == (step.done_on is not None):
                return
            else:
                is_done = cell.checkState() == Qt.CheckState.Checked
                day = day_done(period, self._workplace.today()) if is_done else None
            self._act(lambda snapshot: tick(snapshot, step.id, day))
        except MoushiError as fault:
            self._blame(fault.message)
        self._show_steps()


def _grow(editor: QPlainTextEdit) -> None:
    """Give an editor room for what stands in it, or behind it while it is empty, within bounds."""
    needed = round(editor.document().size().height())
    if editor.document().isEmpty() and (helping := editor.placeholderText()):
        width = editor.viewport().width() - 2 * round(editor.document().documentMargin())
        room = editor.fontMetrics().boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, helping)
        needed = -(-room.height() // editor.fontMetrics().lineSpacing())
    lines = min(max(needed, _FEWEST_LINES), _MOST_LINES)
    margins = 2 * (editor.frameWidth() + round(editor.document().documentMargin()))
    editor.setFixedHeight(editor.fontMetrics().lineSpacing() * lines + margins + _ROOM)

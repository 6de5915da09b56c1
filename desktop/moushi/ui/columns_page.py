"""The columns page: what each column of a list holds, between taking a file in and its review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from moushi.changes.model import ChangeSet
from moushi.desk import list_columns
from moushi.desk.list_columns import (
    CONFIDENCE_WORDS,
    LIST_WORDS,
    MEANING_WORDS,
    MEANINGS,
    Confidence,
    ListKind,
    Meaning,
    Question,
)
from moushi.desk.taking_in import Wish
from moushi.errors import Message, MoushiError, say
from moushi.intake.source import SourceFile
from moushi.ui.columns_lines import ColumnLine, FirstRows
from moushi.ui.generated.columns_page import Ui_ColumnsPage
from moushi.ui.page import Page, command, separator
from moushi.ui.workplace import Workplace

_SURE = (Confidence.NAMED, Confidence.CHOSEN, Confidence.NEEDLESS)
_LOW = 420  # pixels; of a lower page the first rows take no part
_NARROW = 800
_COLUMN_WIDTH = 8  # Chinese characters
_SHARES = (3, 2)  # of the height: boxes, first rows


@dataclass(frozen=True, slots=True)
class Batch:
    """Files taken in together and the tables in them that are asked about."""

    sources: Sequence[Path | SourceFile]
    wish: Wish
    questions: Sequence[Question]


class ColumnsPage(Page):
    """`answered` brings each batch whose tables are all answered, `cancelled` one file that is put away."""

    answered = Signal(object)  # Batch
    cancelled = Signal(object)  # Batch
    finished = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._batches: list[Batch] = []
        self._asked: list[Question] = []  # of all batches, as answered so far
        self._current = 0
        self._is_sized = False
        self._lines: list[ColumnLine] = []
        self.ui = Ui_ColumnsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.preview = FirstRows(self.words, self)
        self.ui.preview.setModel(self.preview)
        self._texts: dict[QAction, Message] = {}
        self._commands = self._make_commands()
        self._wire()
        self.retranslate()

    @property
    def has_open(self) -> bool:
        """Whether anything waits for an answer."""
        return bool(self._asked)

    def ask(self, batch: Batch) -> None:
        """Ask about the tables of files, after those that wait."""
        if not self._asked:
            self._current = 0
        self._batches.append(batch)
        self._asked += batch.questions
        self._show()

    def let_go(self) -> list[Batch]:
        """Put away all that waits; the answer is what it was."""
        left, self._batches, self._asked = self._batches, [], []
        self._show()
        return left

    def refresh(self) -> None:
        """Nothing here is of the store but what was said of headers before."""
        self._show()

    def follow(self, _change: ChangeSet) -> None:
        """What is asked stays."""

    def commands(self) -> Sequence[QAction]:
        """Go on, the table before, cancel."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text in self._texts.items():
            action.setText(self.words(text))
        with QSignalBlocker(self.ui.kind):
            self.ui.kind.clear()
            for kind, word in LIST_WORDS.items():
                self.ui.kind.addItem(self.words(word), kind.value)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the boxes have it all."""
        super().resizeEvent(event)
        self.ui.preview.setVisible(self.height() >= _LOW)
        if not self._is_sized and self.height() >= _LOW:
            self._is_sized = True
            whole = self.ui.splitter.height()
            self.ui.splitter.setSizes([whole * share // sum(_SHARES) for share in _SHARES])
        for line in self._lines:
            line.confidence.setVisible(self.width() >= _NARROW)

    # -- answering ---------------------------------------------------------------------------------------

    @property
    def _question(self) -> Question | None:
        return self._asked[self._current] if self._current < len(self._asked) else None

    def _answer(self) -> None:
        """Keep what the boxes say."""
        if self._question:
            meanings = [Meaning(line.box.currentData()) for line in self._lines]
            self._asked[self._current] = list_columns.answered(self._question, self._question.kind, meanings)
            self._show_answer()

    def _choose_kind(self) -> None:
        if self._question:
            kind = ListKind(self.ui.kind.currentData())
            self._asked[self._current] = list_columns.of_kind(self._question, kind)
            self._show()
            self.ui.kind.setFocus()

    def _go_on(self) -> None:
        """Turn to the next table; after the last one keep the answers and go on to the review."""
        question = self._question
        if question is None or not self.ui.goOn.isEnabled():
            return
        if self._current + 1 < len(self._asked):
            self._turn(self._current + 1)
            return
        asked = tuple(self._asked)
        try:
            list_columns.remember(self.workplace.desk, asked)
        except MoushiError as fault:
            self.workplace.tell(fault.message)
            return
        done = self.let_go()
        self.finished.emit()
        for batch in done:
            self.answered.emit(batch)

    def _go_back(self) -> None:
        if self._current > 0:
            self._turn(self._current - 1)

    def _turn(self, number: int) -> None:
        self._current = number
        self._show()
        self._focus_first()

    def _cancel(self) -> None:
        """Put away the file of this table; those that came with it go on."""
        question = self._question
        if question is None:
            self.finished.emit()
            return
        out = question.source
        at, batch = next(
            (place, batch)
            for place, batch in enumerate(self._batches)
            if any(each.source == out for each in batch.questions)
        )
        put_away = [each for each in batch.questions if each.source == out]
        kept = [each for each in batch.questions if each.source != out]
        rest = list_columns.without(batch.sources, out)
        self._batches[at : at + 1] = [Batch(rest, batch.wish, kept)] if rest else []
        self._asked = [each for each in self._asked if each.source != out]
        self._current = min(self._current, max(0, len(self._asked) - 1))
        if self._asked:
            done = []
            self._turn(self._current)
        else:
            done = self.let_go()
            self.finished.emit()
        self.cancelled.emit(Batch((out,), batch.wish, put_away))
        for each in done:
            self.answered.emit(each)

    # -- showing -----------------------------------------------------------------------------------------

    def _show(self) -> None:
        ui, question = self.ui, self._question
        self._clear()
        for widget in (ui.kind, ui.kindLabel, ui.splitter):
            widget.setEnabled(question is not None)
        self.preview.show(question)
        ui.before.setVisible(len(self._asked) > 1)
        if question is None:
            ui.heading.put(self.words(say("There is nothing to choose.")))
            ui.goOn.setEnabled(False)
            ui.note.setText("")
            return
        name = self.words(say("{file}, sheet “{sheet}”", file=question.file, sheet=question.sheet))
        if len(self._asked) > 1:
            name = self.words(
                say(
                    "{name}: table {number} of {count}",
                    name=name,
                    number=self._current + 1,
                    count=len(self._asked),
                )
            )
        ui.heading.put(name)
        with QSignalBlocker(ui.kind):
            ui.kind.setCurrentIndex(ui.kind.findData(question.kind.value))
        self._fill(question)
        ui.before.setEnabled(self._current > 0)
        is_last = self._current + 1 == len(self._asked)
        ui.goOn.setText(self.words(say("&Go On") if is_last else say("&Next Table")))
        ui.goOn.setAccessibleName(ui.goOn.text().replace("&", ""))
        for column in range(self.preview.columnCount()):
            ui.preview.setColumnWidth(column, self.fontMetrics().horizontalAdvance("汉") * _COLUMN_WIDTH)
        self._show_answer()

    def _clear(self) -> None:
        for line in self._lines:
            line.box.blockSignals(True)
            for widget in line.widgets:
                self.ui.grid.removeWidget(widget)
                widget.deleteLater()
        self._lines = []

    def _fill(self, question: Question) -> None:
        """A line for each column: its name, the box, how sure it is, some values."""
        ui = self.ui
        meanings = [(self.words(MEANING_WORDS[meaning]), meaning) for meaning in MEANINGS[question.kind]]
        previous: QWidget = ui.kind
        for row, (column, samples) in enumerate(zip(question.header.columns, question.samples, strict=True)):
            line = ColumnLine(ui.columns, list_columns.letters(column), column.name, "；".join(samples))
            for text, meaning in meanings:
                line.box.addItem(text, meaning.value)
            line.box.setCurrentIndex(max(0, line.box.findData(column.meaning.value)))
            line.box.setAccessibleName(
                self.words(
                    say("Column {name} is", name=f"{list_columns.letters(column)} {column.name}".strip())
                )
            )
            sure = self.words(CONFIDENCE_WORDS[column.confidence])
            line.confidence.setText(sure)
            line.box.setToolTip(sure)
            line.box.setAccessibleDescription(sure)
            line.confidence.setEnabled(column.confidence not in _SURE)
            line.box.currentIndexChanged.connect(lambda _index: self._answer())
            line.box.focused.connect(lambda place=row: self._look_at(place))
            for place, widget in enumerate(line.widgets):
                ui.grid.addWidget(widget, row, place)
                widget.setVisible(widget is not line.confidence or self.width() >= _NARROW)
            QWidget.setTabOrder(previous, line.box)
            previous = line.box
            self._lines.append(line)
        for widget in (ui.preview, ui.cancel, ui.before, ui.goOn):
            QWidget.setTabOrder(previous, widget)
            previous = widget
        ui.grid.setRowStretch(ui.grid.rowCount(), 1)
        self.first = self._lines[0].box if self._lines else ui.goOn

    def _show_answer(self) -> None:
        """What keeps the table from being read so, else what stays unread."""
        question = self._question
        if question is None:
            return
        fault = list_columns.fault_of(question)
        left = list_columns.unread(question)
        note = fault or (
            say(
                "Not read: {columns}. What is chosen here is kept for files with the same header.",
                columns="、".join(left),
            )
            if left
            else say("All columns are read. What is chosen here is kept for files with the same header.")
        )
        self.ui.note.setText(self.words(note))
        self.ui.note.setToolTip(self.words(note))
        self.ui.goOn.setEnabled(fault is None and self.workplace.may_write)

    def _look_at(self, row: int) -> None:
        """Show the column of a box among the first rows."""
        if row >= len(self._lines):
            return  # the boxes are being made
        self.ui.scroll.ensureWidgetVisible(self._lines[row].box)
        self.ui.preview.selectColumn(row)
        self.ui.preview.scrollTo(self.preview.index(0, row))

    def _focus_first(self) -> None:
        if self._lines:
            self._lines[0].box.setFocus(Qt.FocusReason.TabFocusReason)

    # -- laying out --------------------------------------------------------------------------------------

    def _wire(self) -> None:
        ui = self.ui
        ui.kind.activated.connect(lambda _index: self._choose_kind())
        ui.goOn.clicked.connect(lambda _checked: self._go_on())
        ui.before.clicked.connect(lambda _checked: self._go_back())
        ui.cancel.clicked.connect(lambda _checked: self._cancel())
        for position, share in enumerate(_SHARES):
            ui.splitter.setStretchFactor(position, share)
        ui.preview.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        enter = QShortcut(QKeySequence("Ctrl+Enter"), self)  # the one of the number pad
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        enter.activated.connect(self._go_on)

    def _make_commands(self) -> list[QAction]:
        made: list[QAction] = []
        for text, key, act in (
            (say("&Go On"), "Ctrl+Return", self._go_on),
            (say("Table &Before"), "Ctrl+PgUp", self._go_back),
            (None, "", None),
            (say("Do Not Ta&ke In"), "Esc", self._cancel),
        ):
            if text is None or act is None:
                made.append(separator(self))
                continue
            action = command(self, key)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self._texts[action] = text
            made.append(action)
        return made

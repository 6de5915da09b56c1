"""One thing under review on the form: its edits with their boxes, old and new, findings, source text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHeaderView

from moushi.changes.model import Finding, Severity
from moushi.desk import reviewing, under_review
from moushi.desk.places import line_of, place_words
from moushi.desk.review_groups import Group, Op
from moushi.desk.side_words import side_words
from moushi.desk.under_review import State, Taken
from moushi.errors import Message, say
from moushi.intake.source import FileKind
from moushi.ui.generated.review_page import Ui_ReviewPage
from moushi.ui.review_cells import ReviewCells
from moushi.ui.review_looks import comparison, comparison_style, conflict, mark_line
from moushi.ui.review_model import Filter, FindingsModel, ReviewModel
from moushi.ui.workplace import Workplace

_NARROW, _LOW = 800, 400  # logical pixels of the page
_FRAME = 6  # logical pixels round a line of a list
_INDENT, _INDENT_NARROW = 20, 12
_OPENED = 400  # lines; a longer tree shows its themes, not their items, until it is opened
_FILTERS = {
    Filter.ALL: say("All edits"),
    Filter.FINDINGS: say("With findings"),
    Filter.NEW: say("New"),
    Filter.CHANGED: say("Changed"),
    Filter.DELETED: say("Deleted"),
}


class ReviewSheet(QObject):
    """Shows a `Taken` and lets a person choose in it; `changed` says that `taken` is another by that.

    While `locked` nothing can be chosen, since what is shown is being applied.
    """

    changed = Signal()

    def __init__(self, ui: Ui_ReviewPage, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.taken: Taken | None = None
        self.locked = False
        self.ui = ui
        self._workplace = workplace
        self._words = workplace.words
        self._filter = Filter.ALL
        self._cells = ReviewCells(ui.sheetView, workplace)
        self.edits = ReviewModel(self._words, self)
        self.findings = FindingsModel(self._words, self)
        self._lay_out()
        self._wire()

    def show(self, taken: Taken | None) -> None:
        """Show a thing, or none."""
        self.taken = taken
        ui = self.ui
        self.findings.show(taken)
        ui.findingsBox.setVisible(bool(taken and taken.findings))
        text = "\n".join(taken.text.lines) if taken and taken.text else ""
        if ui.sourceText.toPlainText() != text:
            ui.sourceText.setPlainText(text)
            ui.sourceText.setExtraSelections([])
        ui.tabs.setTabVisible(ui.tabs.indexOf(ui.sourceText), bool(text))
        self._cells.forget()
        ui.tabs.setTabVisible(ui.tabs.indexOf(ui.sheetView), bool(taken and taken.kind is FileKind.WORKBOOK))
        ui.tabs.setCurrentWidget(ui.comparison)
        said = "\n".join(map(self._words, under_review.notes(taken) if taken else ()))
        ui.note.setText(said)
        ui.note.setAccessibleName(said or self._words(say("Note")))
        ui.note.setVisible(bool(said))
        self._show_edits()
        if taken and self._finding is None and (urgent := _first_to_do(taken)) is not None:
            ui.findings.setCurrentIndex(self.findings.index(urgent))
        self._show_advice()
        self._compare()

    def retranslate(self) -> None:
        """Say the filters and how wide the columns are in the language of now."""
        with QSignalBlocker(self.ui.filter):
            self.ui.filter.clear()
            for each, text in _FILTERS.items():
                self.ui.filter.addItem(self._words(text), each)
            self.ui.filter.setCurrentIndex(list(_FILTERS).index(self._filter))
        self._fit_columns()

    def fit(self, size: QSize) -> None:
        """Be brief where the page is narrow or low."""
        if self.edits.brief != (size.width() < _NARROW):
            self.edits.brief = size.width() < _NARROW
            self._fit_columns()
            self._show_advice()
        ui, is_low = self.ui, size.height() < _LOW
        ui.advice.lines = 1 if is_low else type(ui.advice).lines
        ui.advice.updateGeometry()
        line = ui.findings.fontMetrics().lineSpacing()
        ui.findings.setMinimumHeight((1 if is_low else 2) * line + _FRAME)
        for text in (ui.comparison, ui.sourceText):
            text.setMinimumHeight(line + _FRAME)

    def _fit_columns(self) -> None:
        tree = self.ui.tree
        for section, width in enumerate(self.edits.widths(tree.fontMetrics()), 1):
            tree.header().resizeSection(section, width)
        has_room = not self.edits.brief or not self.ui.thingsBox.isVisibleTo(self.ui.splitter)
        tree.header().setSectionHidden(2, not has_room or (self.edits.brief and not self.edits.has_findings))
        tree.setIndentation(_INDENT_NARROW if self.edits.brief else _INDENT)

    def recolour(self) -> None:
        """Show all that is marked in the colours of now."""
        self._compare()
        if self.ui.sourceText.extraSelections():
            mark_line(self.ui.sourceText, self.ui.sourceText.textCursor().blockNumber() + 1)

    def _compare(self) -> None:
        """Old and new of the chosen record."""
        browser, palette, group = self.ui.comparison, self.ui.comparison.palette(), self._group
        browser.document().setDefaultStyleSheet(comparison_style(palette))
        told = comparison(self.taken, group, self._words, palette) if self.taken and group else ""
        taken, number = self.taken, self._finding
        sides = side_words(taken.findings[number], taken.context) if taken and number is not None else None
        if sides:
            told = conflict(sides, self._words, palette) + (told if self._is_about(group, number) else "")
        browser.setHtml(told)

    @staticmethod
    def _is_about(group: Group | None, finding: int | None) -> bool:
        """Whether the chosen record is the one that the chosen finding touches."""
        return bool(group and finding in group.findings)

    # -- choosing ----------------------------------------------------------------------------------------

    def choose_all(self, *, take: bool) -> None:
        """Take or reject every edit, shown or not."""
        if self.taken and self.taken.review:
            self._choose(range(len(self.taken.review.proposal.edits)), take)

    def toggle_selected(self) -> None:
        """Turn the box of the current line and, when it is among the selected ones, theirs the same way."""
        current = self.ui.tree.currentIndex().siblingAtColumn(0)
        if not current.isValid():
            return
        take = self.edits.check_state(current) is not Qt.CheckState.Checked
        selected = self.ui.tree.selectionModel().selectedRows(0)
        rows = selected if current in selected else [current]
        self._choose(sorted({position for index in rows for position in self.edits.whole(index)}), take)

    def toggle_mend(self) -> None:
        """Take the suggestion of the chosen finding, or take it back."""
        number = self._finding
        if self.taken is None or number is None or not self.taken.findings[number].mend:
            return
        wanted = self.taken.mends ^ {number}
        mended = self._mend(wanted)
        if number in wanted and mended and number not in mended.mends:
            self._workplace.tell(
                say("This suggestion does not fit beside the one already taken. Take that one back first.")
            )

    def take_all_mends(self) -> None:
        """Take every suggestion that fits."""
        if self.taken:
            self._mend(n for n, finding in enumerate(self.taken.findings) if finding.mend)

    def _choose(self, positions: Sequence[int], take: bool) -> None:  # a signal's
        if self.taken is None or self.locked:
            return
        self.taken = reviewing.chosen(self.taken, positions, take=take)
        if self.taken.review:
            self.edits.choose(self.taken.review, self.ui.tree.currentIndex())
        self.ui.tree.viewport().update()
        self.changed.emit()

    def _mend(self, findings: Iterable[int]) -> Taken | None:
        if self.taken is None or self.locked:
            return None
        self.taken = reviewing.with_mends(self.taken, findings)
        self.findings.show(self.taken)
        self._show_edits()
        self._show_advice()
        self._compare()
        self.changed.emit()
        return self.taken

    # -- places ------------------------------------------------------------------------------------------

    def go_to_place(self) -> None:
        """Show the place of the chosen finding, where the keyboard is there, else of the chosen record."""
        if self.ui.findings.hasFocus():
            self._go_to_finding()
        else:
            self._go_to_group()

    def show_record(self) -> None:
        """Go to the chosen record on the page where it is worked on."""
        group = self._group
        if group and group.op is not Op.NEW:
            self._workplace.reveal(group.kind, group.id)

    def open_file(self) -> None:
        """Open the file in the program that it belongs to."""
        if self.taken and self.taken.path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.taken.path)))

    def step_finding(self, step: int) -> None:
        """Turn to the next or the previous finding, round and round."""
        count = self.findings.rowCount()
        if count:
            row = self.ui.findings.currentIndex().row()
            following = (row + step) % count if row >= 0 else (0 if step > 0 else count - 1)
            self._to_group_of(self.findings.index(following))

    def _go_to_finding(self) -> None:
        number = self._finding
        if self.taken and number is not None:
            self._go_to_where(self.taken, self.taken.findings[number].where)

    def _go_to_group(self) -> None:
        taken, group = self.taken, self._group
        if taken is None or group is None:
            return
        if group.line is not None:
            self._show_line(group.line)
        elif group.where:
            self._go_to_where(taken, group.where)
        elif group.findings:
            self._go_to_where(taken, taken.findings[group.findings[0]].where)
        else:
            self.show_record()

    def _go_to_where(self, taken: Taken, where: str) -> None:
        if taken.text is not None:
            self._show_line(line_of(where) or 1)
            return
        if self._cells.show_cell(taken, where):
            self.ui.tabs.setCurrentWidget(self.ui.sheetView)
            return
        place = place_words(where, taken.kind)
        if place:
            self._workplace.tell(say("{file}: {place}", file=taken.name, place=place))
        self.open_file()

    def _turn_to_tab(self) -> None:
        """The sheet shows the cell of the chosen finding, else of the chosen record."""
        if self.taken and self.ui.tabs.currentWidget() is self.ui.sheetView:
            number, group = self._finding, self._group
            found = self.taken.findings[number].where if number is not None else ""
            self._cells.look(self.taken, (found, group.where if group else ""))

    def _show_line(self, line: int) -> None:
        self.ui.tabs.setCurrentWidget(self.ui.sourceText)
        mark_line(self.ui.sourceText, line)

    def _to_group_of(self, finding: QModelIndex) -> None:
        """Turn to a finding and to the record that it touches."""
        self.ui.findings.setCurrentIndex(finding)
        for line in self.edits.indexes():
            group = self.edits.group(line)
            if group and finding.row() in group.findings:
                self._turn_to(line)
                return

    def _turn_to(self, line: QModelIndex) -> None:
        """Choose just this line, whatever keys are held down that would choose others too."""
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.ui.tree.selectionModel().setCurrentIndex(line, command)
        self.ui.tree.scrollTo(line)

    def _on_finding(self) -> None:
        self._show_advice()
        self._compare()
        self._turn_to_tab()

    def _on_group(self, index: QModelIndex) -> None:
        group = self.edits.group(index)
        if group and group.findings and self._finding not in group.findings:
            self.ui.findings.setCurrentIndex(self.findings.index(group.findings[0]))
        self._compare()

    # -- showing -----------------------------------------------------------------------------------------

    @property
    def _group(self) -> Group | None:
        return self.edits.group(self.ui.tree.currentIndex())

    @property
    def _finding(self) -> int | None:
        row = self.ui.findings.currentIndex().row()
        return row if self.taken and 0 <= row < len(self.taken.findings) else None

    def _choose_filter(self) -> None:
        self._filter = self.ui.filter.currentData()
        self._show_edits()
        self._compare()

    def _show_edits(self) -> None:
        """The tree of the thing; the line that was chosen still is."""
        tree, group = self.ui.tree, self._group
        self.edits.show(self.taken, self._filter)
        lines = list(self.edits.indexes())
        if len(lines) <= _OPENED:
            tree.expandAll()
        else:
            tree.expandToDepth(0)
        self._fit_columns()
        again = self.edits.find(group.id, group.field) if group else QModelIndex()
        if not again.isValid():
            again = next((line for line in lines if (g := self.edits.group(line)) and g.op), QModelIndex())
        self._turn_to(again)

    def _show_advice(self) -> None:
        ui, taken, number = self.ui, self.taken, self._finding
        finding: Finding | None = taken.findings[number] if taken and number is not None else None
        advice = f"{self._words(finding.message)} {self._words(finding.action)}" if finding else ""
        ui.advice.setText(advice)
        ui.advice.setAccessibleName(advice)
        ui.advice.setToolTip(advice)
        ui.advice.setVisible(finding is not None)
        has_mend = bool(taken and taken.is_open and finding and finding.mend)
        is_taken = bool(taken and number in taken.mends)
        ui.mend.setVisible(has_mend)
        ui.mend.setChecked(is_taken)
        text: Message = say("Take the Su&ggestion Back") if is_taken else say("Take the Su&ggestion")
        ui.mend.setText(self._words(text))
        ui.mend.setAccessibleName(ui.mend.text().replace("&", ""))
        others = has_mend + bool(taken and taken.can_leave_faulty) + bool(taken and taken.can_mark)
        has_room = not self.edits.brief or others < 2  # else by Enter or F4: the tree needs the width
        ui.goTo.setVisible(bool(has_room and finding and place_words(finding.where)))
        # what is shown of it takes room from the list
        QTimer.singleShot(0, ui.findings, lambda: ui.findings.scrollTo(ui.findings.currentIndex()))

    def _lay_out(self) -> None:
        ui = self.ui
        ui.tree.setModel(self.edits)
        ui.findings.setModel(self.findings)
        ui.detail.setStretchFactor(0, 3)
        ui.detail.setStretchFactor(1, 2)
        header = ui.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):  # not by contents: of thousands of lines each would be measured
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        ui.note.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        ui.note.setForegroundRole(QPalette.ColorRole.ToolTipText)
        ui.comparison.document().setDocumentMargin(10)

    def _wire(self) -> None:
        ui = self.ui
        ui.tree.selectionModel().currentChanged.connect(self._on_group)
        ui.tree.activated.connect(lambda _index: self._go_to_group())
        ui.findings.selectionModel().currentChanged.connect(lambda _index: self._on_finding())
        ui.findings.activated.connect(lambda _index: self._go_to_finding())
        ui.findings.clicked.connect(self._to_group_of)
        ui.filter.currentIndexChanged.connect(lambda _index: self._choose_filter())
        ui.tabs.currentChanged.connect(lambda _tab: self._turn_to_tab())
        ui.mend.clicked.connect(lambda _checked: self.toggle_mend())
        ui.goTo.clicked.connect(lambda _checked: self._go_to_finding())
        self.edits.toggled.connect(self._choose)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), ui.tree)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.toggle_selected)


def _first_to_do(taken: Taken) -> int | None:
    """The first error, else the first finding that has a suggestion."""
    errors = (n for n, finding in enumerate(taken.findings) if finding.severity is Severity.ERROR)
    mends = (n for n, finding in enumerate(taken.findings) if finding.mend)
    return next(errors if taken.state is State.ERRORS else mends, None)

"""Of what the number of a row is made: the records that it counts, or the chambers that reported it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from moushi.desk.measuring import Counted, counted, returned
from moushi.desk.report_parts import PartRow
from moushi.desk.report_row import ReportRow
from moushi.domain.records import Measure, SubMeasure
from moushi.ui.counted_view import CountedView
from moushi.ui.workplace import Workplace

REST = 120
"""Milliseconds on a row after which its records are read: going through rows does not wait for them."""


class CountedRecords(QObject):
    """Fills a list and a label with what makes the number of the row shown; of other rows both are hidden."""

    def __init__(
        self,
        view: CountedView,
        rule: QLabel,
        workplace: Workplace,
        is_wanted: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._rule = rule
        self._workplace = workplace
        self._is_wanted = is_wanted
        self._row: ReportRow | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._read)
        view.take(workplace.words)
        view.asked.connect(workplace.reveal)
        self._show_none()

    def show(self, row: ReportRow | None) -> None:
        """Show what a row's number is made of, when the keyboard rests on it."""
        is_other = (
            row is None or self._row is None or (row.key, row.period) != (self._row.key, self._row.period)
        )
        self._row = row if row is not None and (row.counted or row.answers.lines) else None
        if self._row is None:
            self._timer.stop()
            self._show_none()
        else:
            if is_other:
                self._rule.clear()  # what was said of another row
                self._view.show_lines(())
            self._timer.start()

    def _show_none(self) -> None:
        self._view.hide()
        self._rule.hide()

    def _read(self) -> None:
        row = self._row
        if row is None or row.measure is None or not self._workplace.is_open or not self._is_wanted():
            return
        found = self._counted(row) if row.counted else returned(row.answers, row.measure)
        if found is not None:
            self._rule.setText(self._workplace.words(found.rule))
            self._rule.show()
            self._view.show_lines(found.lines)
            self._view.setVisible(bool(found.lines))

    def _counted(self, row: ReportRow) -> Counted | None:
        with self._workplace.desk.snapshot() as snapshot:
            measure = snapshot.get(Measure, row.measure.id) if row.measure else None
            part = snapshot.get(SubMeasure, row.part.id) if isinstance(row, PartRow) else None
            return counted(snapshot, measure, row.period.ends, part) if measure else None

"""The progress page turned to the year by month, and back to one period."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from moushi.desk.report_book import Book
from moushi.domain.period import Period
from moushi.ui.generated.progress_page import Ui_ProgressPage
from moushi.ui.workplace import Workplace

Key = tuple[UUID, UUID | None]


class YearView(QObject):
    """Binds the form's switch and table of the year; `go_to` shows a month's sheet at one of its rows."""

    def __init__(
        self,
        ui: Ui_ProgressPage,
        workplace: Workplace,
        switch: QAction,
        go_to: Callable[[Period, Key], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._workplace = workplace
        self._switch = switch
        ui.yearTable.take(workplace.words)
        ui.yearTable.asked.connect(go_to)
        ui.byMonth.setDefaultAction(switch)

    @property
    def is_shown(self) -> bool:
        """Whether the year is in view."""
        return self._switch.isChecked()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._ui.yearTable.fit_columns()

    def turn_to(self, book: Book, key: Key | None, month: int) -> None:
        """Show the year, with the keyboard on a month of a line."""
        self._switch.setChecked(True)
        self._show()
        self.refresh(book)
        self._ui.yearTable.go(key, month)
        self._ui.yearTable.setFocus()

    def turn_back(self) -> None:
        """Show one period again."""
        if self.is_shown or not self._ui.yearTable.isHidden():
            self._switch.setChecked(False)
            self._show()
            self._ui.table.setFocus()

    def refresh(self, book: Book) -> None:
        """Show what changed, if the year is in view."""
        if self.is_shown:
            self._ui.yearTable.show_year(book, self._workplace.today())

    def _show(self) -> None:
        ui, by_month = self._ui, self.is_shown
        ui.yearTable.setVisible(by_month)
        for widget in (ui.splitter, ui.chips, ui.filter, ui.filterLabel, ui.details_):
            widget.setVisible(not by_month)

"""The workbook under review, read when a person first looks at one of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from moushi.desk.places import cell_of
from moushi.desk.under_review import Taken
from moushi.desk.workbook_pages import WorkbookPage, workbook_pages
from moushi.intake.source import FileKind
from moushi.ui.sheet_view import SheetView
from moushi.ui.workplace import Workplace


class ReviewCells:
    """Shows places of the thing under review in their sheets."""

    def __init__(self, view: SheetView, workplace: Workplace) -> None:
        self._view = view
        self._workplace = workplace
        self._pages: Mapping[str, WorkbookPage] | None = None

    def forget(self) -> None:
        """Another thing is under review."""
        self._pages = None
        self._view.clear()

    def show_cell(self, taken: Taken, where: str) -> bool:
        """Show a cell in its sheet; False where the place is none of a workbook that is still there."""
        cell = cell_of(where)
        if cell is None or taken.kind is not FileKind.WORKBOOK:
            return False
        sheet, row, column = cell
        page = self._read(taken).get(sheet)
        if page is None:
            return False
        self._view.show_cell(page, row, column, self._workplace.words)
        return True

    def look(self, taken: Taken, places: Iterable[str]) -> None:
        """Show the first of these places that there is, else the beginning of the first sheet."""
        if any(self.show_cell(taken, place) for place in places if place):
            return
        for page in self._read(taken).values():
            self._view.show_cell(page, 0, 0, self._workplace.words)
            return

    def _read(self, taken: Taken) -> Mapping[str, WorkbookPage]:
        if self._pages is None:
            self._pages = self._workplace.guarded(lambda: workbook_pages(taken)) or {}
        return self._pages

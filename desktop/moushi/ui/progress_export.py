"""The progress sheet of the period in view as an Excel file, where a person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from moushi.desk import reporting
from moushi.desk.exporting import Written, export_progress
from moushi.desk.report_book import Book
from moushi.domain.period import Period
from moushi.errors import say
from moushi.ui.workplace import Workplace, nothing


def export_sheet(parent: QWidget, workplace: Workplace, book: Book, period: Period) -> None:
    """Ask where to, then write the sheet of the book's plans."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suggested = str(Path(folder) / reporting.file_name(book, period))
    title, kind = workplace.words(say("Export Progress Sheet")), workplace.words(say("Excel workbook"))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, f"{kind} (*.xlsx)")
    if chosen:
        path = Path(chosen)
        _write(workplace, path if path.suffix else path.with_suffix(".xlsx"), book, period)


def _write(workplace: Workplace, path: Path, book: Book, period: Period) -> None:
    desk, now = workplace.desk, workplace.now()
    names = [owner.name for plan in book.plans if (owner := book.owners.get(plan.id))]

    def work(_report: Callable[[int, int], None]) -> Written:
        return export_progress(desk, path, book.year, period=str(period), federations=names, now=now)

    def done(written: Written) -> None:
        place = QUrl.fromLocalFile(str(written.path))
        workplace.tell(
            say("The progress sheet is in {file}.", file=written.path.name),
            (say("Open"), lambda: nothing(QDesktopServices.openUrl(place))),
        )

    workplace.run(say("Writing {file}…", file=path.name), work, done)

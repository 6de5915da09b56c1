"""The progress sheet of the period in view as an Excel file, where a person says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from moushi.desk import reporting
from moushi.desk.exporting import export_progress
from moushi.desk.report_book import Book
from moushi.domain.period import Period
from moushi.errors import say
from moushi.ui.opening import tell_written
from moushi.ui.saving import ask_where
from moushi.ui.workplace import Workplace


def export_sheet(parent: QWidget, workplace: Workplace, book: Book, period: Period) -> None:
    """Ask where to, then write the sheet of the book's plans."""
    title, kinds = say("Export Progress Sheet"), {".xlsx": say("Excel workbook")}
    name = reporting.file_name(book, period)
    path = ask_where(parent, workplace, title, kinds, name=name)
    if path is None:
        return
    desk, now = workplace.desk, workplace.now()
    names = [owner.name for plan in book.plans if (owner := book.owners.get(plan.id))]
    workplace.run(
        say("Writing {file}…", file=path.name),
        lambda _: export_progress(desk, path, book.year, period=str(period), federations=names, now=now),
        lambda made: tell_written(workplace, say("Written: {file}", file=made.path.name), made.path),
    )

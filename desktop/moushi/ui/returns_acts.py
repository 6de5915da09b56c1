"""What is done from the returns page: sending out, taking in, reminding, marked copies, undo of a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from moushi.changes.model import ChangeSet
from moushi.desk import returns
from moushi.desk.return_reminders import to_remind
from moushi.desk.returns import Return
from moushi.errors import say
from moushi.ui.returns_text import ReturnsText

if TYPE_CHECKING:
    from moushi.ui.returns_page import ReturnsPage

_WORKBOOKS = "*.xlsx *.xls *.et *.ods"


class ReturnsActs:
    """The commands of the page on what is chosen there."""

    def __init__(self, page: ReturnsPage) -> None:
        self._page = page
        self._workplace = page.workplace

    def send(self) -> None:
        """Open the panel that sends forms out."""

    def take_files(self) -> None:
        """Let the person choose workbooks that came, and show what they would change."""
        words = self._workplace.words
        kinds = f"{words(say('Workbooks'))} ({_WORKBOOKS});;{words(say('All files'))} (*)"
        title = words(say("Take In Returns"))
        chosen, _ = QFileDialog.getOpenFileNames(self._page, title, str(Path.home()), kinds)
        if chosen:
            self._workplace.take_in([Path(each) for each in chosen])

    def take_folder(self) -> None:
        """Let the person choose a folder with workbooks that came."""
        title = self._workplace.words(say("Take In a Folder of Returns"))
        chosen = QFileDialog.getExistingDirectory(self._page, title, str(Path.home()))
        if chosen:
            self._workplace.take_in([Path(chosen)])

    def remind(self) -> None:
        """Show what to write to those whose returns are missing: of those chosen, if they are several."""
        board, period, chosen = self._page.board, self._page.period, self._page.chosen
        if board is None or period is None:
            return
        asked = to_remind(board, period)
        some = [each for each in asked if each in chosen] if len(chosen) > 1 else []
        if asked:
            ReturnsText(self._workplace, some or asked, period, self._page)

    def mark(self) -> None:
        """Make the marked copy of the file that is to be mended."""

    def recall(self) -> None:
        """Take down that what was sent out is not to count."""

    def change_of(self, each: Return) -> ChangeSet | None:
        """The change in force that the file of a return brought."""
        return self._workplace.desk.store.file_change(each.sha256) if each.sha256 else None

    def undo_file(self) -> None:
        """Take back all that the file of the chosen return brought; its state follows."""
        chosen = self._page.chosen
        if len(chosen) != 1 or not chosen[0].sha256:
            return
        desk, sha256 = self._workplace.desk, chosen[0].sha256
        self._workplace.run(
            say("Preparing the undo"),
            lambda _report: returns.undo_file(desk, sha256),
            self._workplace.take_back,
        )

    def open_folder(self) -> None:
        """Open the folder to which the period's forms were written last."""
        board, period = self._page.board, self._page.period
        folder = returns.folder_of(board.of(period)) if board and period else None
        if folder is None:
            return
        if not folder.is_dir():
            self._workplace.tell(say("The folder {folder} is no longer there.", folder=folder))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._workplace.tell(say("The folder cannot be opened here. It is {folder}", folder=folder))

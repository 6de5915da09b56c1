"""What is done from the returns page: sending out, taking in, reminding, marked copies, undo of a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from moushi.changes.model import ChangeSet
from moushi.desk import preferences, returns
from moushi.desk.covering import covering_note
from moushi.desk.exporting import Written
from moushi.desk.office import office
from moushi.desk.return_reminders import reminder, reminder_to, to_remind
from moushi.desk.returns import Return
from moushi.desk.sending import Sent, recall
from moushi.domain.returns import ReturnLine
from moushi.errors import say
from moushi.ui.asking_files import ask_files, ask_folder
from moushi.ui.marked_copies import write_marked
from moushi.ui.opening import open_folder
from moushi.ui.returns_model import base_name
from moushi.ui.returns_sending import ReturnsSending
from moushi.ui.returns_text import ReturnsText, Texts

if TYPE_CHECKING:
    from moushi.ui.returns_page import ReturnsPage

_FAILURES = 5  # told one by one
_WORKBOOKS = "*.xlsx *.xls *.et *.ods"


class ReturnsActs:
    """The commands of the page on what is chosen there."""

    def __init__(self, page: ReturnsPage) -> None:
        self._page = page
        self._workplace = page.workplace

    def send(self) -> None:
        """Open the panel that sends forms out for the period in view."""
        page, board, period = self._page, self._page.board, self._page.period
        if board is None or period is None or not self._workplace.may_write:
            return
        ReturnsSending(
            self._workplace,
            period,
            board.of(period),
            page.chosen,
            page,
            sent=self._tell_sent,
            noted=page.journal_written.emit,
        )

    def _tell_sent(self, sent: Sent, folder: Path) -> None:
        """Show what was written, with the note to go with it; one notice says it where none was."""
        workplace, today = self._workplace, self._workplace.today()
        if not sent.files:
            for failure in sent.failures[:_FAILURES]:
                workplace.notices.show(failure)
            return
        one = workplace.scope.one
        sender = one.name if one else ""

        def note(chamber: str = "") -> str:
            return covering_note(
                workplace.desk,
                sent.period,
                sent.due_on,
                sent.forms,
                chamber=chamber,
                sender=sender,
                today=today,
            )

        lead = [
            say(
                "{count} workbooks are in {folder}. Send each to its chamber.",
                count=len(sent.files),
                folder=folder,
            )
        ]
        if sent.failures:
            lead.append(say("Not written: {count}.", count=len(sent.failures)))
            lead += sent.failures[:_FAILURES]
        names = [each.chamber.name for each in sent.files]
        texts = Texts(say("Forms Sent Out"), note(), {name: note(name) for name in names}, lead, folder)
        ReturnsText(workplace, texts, self._page)

    def take_files(self) -> None:
        """Let the person choose workbooks that came, and show what they would change."""
        title, kinds = say("Take In Returns"), say("Workbooks")
        if chosen := ask_files(self._page, self._workplace, title, kinds, _WORKBOOKS):
            self._workplace.take_in(chosen)

    def take_folder(self) -> None:
        """Let the person choose a folder with workbooks that came."""
        if chosen := ask_folder(self._page, self._workplace, say("Take In a Folder of Returns")):
            self._workplace.take_in([chosen])

    def remind(self) -> None:
        """Show what to write to those whose returns are missing: of those chosen, if they are several."""
        board, period, chosen = self._page.board, self._page.period, self._page.chosen
        if board is None or period is None:
            return
        asked = to_remind(board, period)
        some = [each for each in asked if each in chosen] if len(chosen) > 1 else []
        told = office(self._workplace.desk)
        for_each = {each.chamber.name: reminder_to(each, told) for each in some or asked}
        if for_each:
            texts = Texts(say("Remind Chambers"), reminder(some or asked, period, told), for_each)
            ReturnsText(self._workplace, texts, self._page)

    def mark(self) -> None:
        """Make the marked copy of the file that is to be mended, asking for it where it is not at hand."""
        chosen, workplace = self._page.chosen, self._workplace
        came = chosen[0].course.came if len(chosen) == 1 else None
        if came is None:
            return
        file = self._page.find_source(came.sha256 or "") or self._ask_for(came.file)
        if file is None:
            return
        desk, each = self._workplace.desk, chosen[0]

        def write(out: Path, now: datetime) -> Written:
            return returns.mark_file(desk, each, file, out, now)

        write_marked(self._page, workplace, base_name(came.file), write, self._page.look_again)

    def _ask_for(self, name: str) -> Path | None:
        """The file that came: where it lay, if it is there still, else as the person says."""
        held = Path(name)
        if held.is_absolute() and held.is_file():
            return held
        words = self._workplace.words
        title = words(say("The file that came: {file}", file=base_name(name)))
        kinds = f"{words(say('Workbooks'))} ({_WORKBOOKS});;{words(say('All files'))} (*)"
        folder = str(preferences.import_folder())
        chosen, _ = QFileDialog.getOpenFileName(self._page, title, folder, kinds)
        return Path(chosen) if chosen else None

    def recall(self) -> None:
        """Take down that what was sent out to the chosen chambers is not to count."""
        desk, now = self._workplace.desk, self._workplace.now()
        ids = [sent.id for each in self._page.chosen if (sent := recallable(each))]
        recalled = self._workplace.guarded(lambda: recall(desk, ids, now=now)) if ids else None
        if recalled:
            self._page.look_again()
            told = say(
                "Recalled: {count}. The files stay where they are; tell the chambers.", count=len(recalled)
            )
            self._workplace.tell(told)

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
        if folder:
            open_folder(self._workplace, folder)


def recallable(each: Return) -> ReturnLine | None:
    """The sending of a return that can be recalled: nothing has come upon it."""
    return each.course.sent if each.course.came is None else None

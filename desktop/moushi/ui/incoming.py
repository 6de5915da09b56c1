"""What comes in from outside: files, pasted text, a first start's file, all by way of the review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from moushi.errors import say

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from moushi.changes.undo import UndoReview
    from moushi.ui.pages import Pages
    from moushi.ui.review_page import ReviewPage
    from moushi.ui.workplace import Workplace


class Incoming(QObject):
    """Leads what comes in to the review, and the person back to where they were."""

    waits = Signal(bool)  # whether something is to be reviewed

    def __init__(self, workplace: Workplace, pages: Pages, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._pages = pages
        self._window = window
        self._back = "plan"
        self._has_review = False
        self._copies: tuple[UUID, int] | None = None  # a plan that waits for last year's to be taken in
        workplace.take_in_asked.connect(self.take_in)
        workplace.text_asked.connect(lambda text: self._review().take_in_text(text))
        workplace.undo_asked.connect(self._review_undo)
        pages.made.connect(self._listen)

    def forget(self) -> None:
        """Another store is open: nothing waits, and what did can be read again for this one."""
        self._copies = None
        self.waits.emit(False)
        left = self._review().let_go() if self._has_review else ()
        sources = [taken.source for taken in left if taken.source]
        if sources:
            self._workplace.notices.show(
                say(
                    "Read for the store before and not taken in: {files}.",
                    files="、".join(taken.name for taken in left),
                ),
                (say("Read Again"), lambda: self._review().take_in(sources)),
            )

    def take_in(self, files: Sequence[Path]) -> None:
        """Read files and show what they would change."""
        if self._workplace.may_write:
            self._pages.settle()
            self._review().take_in(files)

    def choose_files(self) -> None:
        """Let the person choose files to take in."""
        from PySide6.QtWidgets import QFileDialog

        words = self._workplace.words
        kinds = words(say("Articles, plans, tables"))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            words(say("Take In Files")),
            str(Path.home()),
            f"{kinds} (*.txt *.docx *.xlsx *.xls *.et *.ods);;{words(say('All files'))} (*)",
        )
        if chosen:
            self.take_in([Path(each) for each in chosen])

    def take_in_clipboard(self) -> None:
        """Read the text that was copied elsewhere."""
        from PySide6.QtGui import QGuiApplication

        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._pages.settle()
            self._review().take_in_text(text)
        else:
            self._workplace.notices.show(
                say("There is no text to paste. Copy the text of the page or paper first, then try again.")
            )

    def begin_from(self, start: str, file: Path | None) -> None:
        """Turn to a first start's new plan, or to the review of the file that it begins with."""
        scope = self._workplace.scope
        self._pages.turn("plan")
        if file is None or scope.one is None:
            return
        from moushi.desk.taking_in import Wish  # loads the intake

        copied = start == "last_year"
        self._copies = (scope.one.id, scope.year) if copied else None
        self._review().take_in([file], Wish(scope.year - copied, None, scope.one.name))

    def _copy_last_year(self) -> None:
        """At a first start from last year's plan: once that is taken in, copy it as the year's draft."""
        if self._copies is None:
            return
        from moushi.desk.beginning import continue_plan  # loads the records

        workplace = self._workplace
        (federation, year), self._copies = self._copies, None
        with workplace.desk.snapshot() as snapshot:
            proposal = workplace.guarded(lambda: continue_plan(snapshot, federation, year))
        if proposal and workplace.apply(proposal):
            workplace.look(year, federation)

    def _listen(self, name: str, page: Any) -> None:
        if name == "review":
            self._has_review = True
            page.wanted.connect(self._turn_to_review)
            page.finished.connect(self._turn_back)

    def _review(self) -> ReviewPage:
        from moushi.ui.review_page import ReviewPage

        page = self._pages.page("review")
        assert isinstance(page, ReviewPage)
        return page

    def _review_undo(self, undo: UndoReview) -> None:
        self._review().review_undo(undo)

    def _turn_to_review(self) -> None:
        name = self._pages.current_name or "plan"
        if name not in ("review", "first"):
            self._back = name
        self.waits.emit(True)
        self._pages.turn("review")

    def _turn_back(self) -> None:
        review = self._review()
        if not review.has_open:
            self._copy_last_year()
        self.waits.emit(review.has_open)
        if self._pages.current is review:
            self._pages.turn(self._back if self._workplace.scope.federations else "plan")

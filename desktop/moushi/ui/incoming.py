"""What comes in from outside: files, pasted text, a first start's file, all by way of the review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from moushi.errors import say

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from moushi.changes.undo import UndoReview
    from moushi.desk.desk import Desk
    from moushi.desk.list_columns import Question
    from moushi.desk.taking_in import Wish
    from moushi.desk.under_review import Taken
    from moushi.intake.source import SourceFile
    from moushi.ui.columns_page import Batch, ColumnsPage
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
        self._columns: ColumnsPage | None = None
        self._copies: tuple[UUID, int] | None = None  # a plan that waits for last year's to be taken in
        workplace.take_in_asked.connect(self.take_in)
        workplace.text_asked.connect(self._take_in_text)
        workplace.undo_asked.connect(self._review_undo)
        pages.made.connect(self._listen)
        pages.turned.connect(self._lead_on)

    def forget(self) -> None:
        """Another store is open: nothing waits, and what did can be read again for this one."""
        self._copies = None
        self.waits.emit(False)
        left = self._review().let_go() if self._has_review else ()
        sources = [taken.source for taken in left if taken.source]
        sources += [
            source for batch in (self._columns.let_go() if self._columns else ()) for source in batch.sources
        ]
        if sources:
            self._workplace.notices.show(
                say(
                    "Read for the store before and not taken in: {files}.",
                    files="、".join(source.name for source in sources),
                ),
                (say("Read Again"), lambda: self._read(sources)),
            )

    def take_in(self, files: Sequence[Path]) -> None:
        """Read files and show what they would change."""
        if self._workplace.may_write:
            self._pages.settle()
            self._read(files)

    def choose_files(self) -> None:
        """Let the person choose files to take in."""
        from moushi.ui.asking_files import ask_files  # with Qt's file dialog

        title, kinds = say("Take In Files"), say("Articles, plans, tables")
        endings = "*.txt *.docx *.xlsx *.xls *.et *.ods *.csv"
        if chosen := ask_files(self._window, self._workplace, title, kinds, endings):
            self.take_in(chosen)

    def show_file(self, sha256: str, name: str) -> None:
        """Turn to a file's review, where it is still under review; else say how to have it back."""
        if self._review().show_file(sha256):
            self._turn_to_review()
            return
        self._workplace.tell(
            say(
                "{file} is not under review any more. Take it in again to see what is left in it.", file=name
            ),
            (say("Take In Files…"), self.choose_files),
        )

    def source_of(self, sha256: str) -> Path | SourceFile | None:
        """A file that is still under review."""
        return self._review().source_of(sha256) if self._has_review else None

    def take_in_clipboard(self) -> None:
        """Read the text that was copied elsewhere."""
        from PySide6.QtGui import QGuiApplication

        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._pages.settle()
            self._take_in_text(text)
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
        self._read([file], Wish(scope.year - copied, None, scope.one.name))

    def _take_in_text(self, text: str) -> None:
        """Read a text, or a table, that was copied elsewhere."""
        from moushi.intake.source import SourceFile  # loads the readers

        name = self._workplace.words(say("pasted text"))
        self._read([SourceFile(name, text.encode("utf-8", "replace"))])

    def _read(self, sources: Sequence[Path | SourceFile], wish: Wish | None = None) -> None:
        """Ask first what the columns of lists hold where nobody has said so; then show the review."""
        from moushi.desk.list_columns import questions  # loads the readers
        from moushi.desk.taking_in import Wish
        from moushi.ui.columns_page import Batch

        desk, sources = self._workplace.desk, tuple(sources)
        one = self._workplace.scope.one
        wished = wish or Wish(in_view=one.name if one else None)

        def done(found: Sequence[Question]) -> None:
            if not self._is_at(desk):
                return
            if found:
                self._ask(Batch(sources, wished, found))
            else:
                self._review().take_in(sources, wished)

        self._workplace.run(
            say("Reading files: {count}", count=len(sources)),
            lambda report: questions(desk, sources, report),
            done,
        )

    def _choose_columns(self, taken: Taken) -> None:
        """Ask once more what the columns of a list under review hold."""
        from moushi.desk.list_columns import questions_again
        from moushi.ui.columns_page import Batch

        desk, source = self._workplace.desk, taken.source
        if source is None:
            return

        def done(found: Sequence[Question]) -> None:
            if found and self._is_at(desk):
                self._ask(Batch((source,), taken.wish, found))
            else:
                self._workplace.tell(
                    say("{file} holds no list whose columns could be chosen.", file=taken.name)
                )

        self._workplace.run(
            say("Reading {file}", file=taken.name), lambda _report: questions_again(desk, source), done
        )

    def _ask(self, batch: Batch) -> None:
        from moushi.ui.columns_page import ColumnsPage

        page = self._pages.page("columns")
        assert isinstance(page, ColumnsPage)
        page.ask(batch)
        self._turn_to_review()

    def _put_away(self, batch: Batch) -> None:
        """Say which file is not taken in, with a way to have it back."""
        self._copies = None
        desk = self._workplace.desk

        def again() -> None:
            if self._is_at(desk):
                self._ask(batch)

        name = "、".join(source.name for source in batch.sources)
        self._workplace.tell(say("Not taken in: {file}", file=name), (say("Show Again"), again))

    def _is_at(self, desk: Desk) -> bool:
        return self._workplace.is_open and self._workplace.desk is desk

    def _lead_on(self, name: str, _page: Any) -> None:
        """Where the review is turned to by the rail and columns are to be chosen first, turn on to these."""
        if name == "review" and self._columns and self._columns.has_open:
            QTimer.singleShot(0, self, self._turn_on)  # once all have heard of the review

    def _turn_on(self) -> None:
        if self._pages.current_name == "review" and self._columns and self._columns.has_open:
            self._pages.turn("columns")

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
            page.columns_wanted.connect(self._choose_columns)
        if name == "columns":
            self._columns = page
            page.finished.connect(self._leave)
            page.answered.connect(lambda batch: self._review().take_in(batch.sources, batch.wish))
            page.cancelled.connect(self._put_away)

    def _review(self) -> ReviewPage:
        from moushi.ui.review_page import ReviewPage

        page = self._pages.page("review")
        assert isinstance(page, ReviewPage)
        return page

    def _review_undo(self, undo: UndoReview) -> None:
        self._review().review_undo(undo)

    def _turn_to_review(self) -> None:
        """Turn to what waits, columns first, and remember where the person was."""
        name = self._pages.current_name or "plan"
        if name not in ("review", "columns", "first"):
            self._back = name
        self.waits.emit(True)
        self._pages.turn("review")
        self._turn_on()

    def _turn_back(self) -> None:
        if not self._review().has_open:
            self._copy_last_year()
        self._leave()

    def _leave(self) -> None:
        """Turn back to where the person was before files came in."""
        review = self._review()
        self.waits.emit(review.has_open or bool(self._columns and self._columns.has_open))
        if self._pages.current in (review, self._columns):
            self._pages.turn(self._back if self._workplace.scope.federations else "plan")

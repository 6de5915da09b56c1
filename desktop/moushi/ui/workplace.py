"""The workplace, which pages share: the open desk, the scope, the language, notices, jobs, ways to pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from moushi.errors import Message, MoushiError, say
from moushi.ui.jobs import Jobs, Report
from moushi.ui.notices import Notices
from moushi.ui.words import Words

if TYPE_CHECKING:  # the records take a while to load; the window is painted before
    from moushi.changes.model import ChangeSet, Proposal
    from moushi.changes.undo import UndoReview
    from moushi.desk.desk import Desk
    from moushi.desk.scope import Scope
    from moushi.domain.record import Record

T = TypeVar("T")

_BEGINNING = 12  # characters of a text by which it is known again

Opener = Callable[[Path], "Desk"]
"""Opens a store, or makes it; `MoushiError` when that cannot be."""


class Workplace(QObject):
    """One for each window; pages read `desk` and `scope`, write by `apply` only, and hear of every change.

    `changed` brings every applied `ChangeSet` on the window's thread, `scoped` says that year, federation or
    store are others. The window serves the signals that end in `_asked`.
    """

    changed = Signal(object)  # ChangeSet
    scoped = Signal()
    spoken = Signal()  # the language is another; forms retranslate themselves by LanguageChange
    reveal_asked = Signal(object, object)  # kind, id: go to a record on its page
    take_in_asked = Signal(object)  # Sequence[Path]
    text_asked = Signal(str)  # pasted text to take in
    undo_asked = Signal(object)  # UndoReview whose edits are not all free: to be reviewed
    report_asked = Signal(object)  # an exception, known or not
    _told = Signal(object)  # ChangeSet, from whatever thread

    def __init__(self, words: Words, notices: Notices, jobs: Jobs) -> None:
        super().__init__()
        self.words = words
        self.notices = notices
        self.jobs = jobs
        self._desk: Desk | None = None
        self._scope: Scope | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._told.connect(self._tell_changed)

    @property
    def desk(self) -> Desk:
        """The desk on the open store; `RuntimeError` when none is open."""
        if self._desk is None:
            raise RuntimeError("no store is open")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether a store is open."""
        return self._desk is not None

    @property
    def may_write(self) -> bool:
        """Whether a store is open that takes changes."""
        return self._desk is not None and not self._desk.read_only

    @property
    def scope(self) -> Scope:
        """The year and federation in view; `RuntimeError` when no store is open."""
        if self._scope is None:
            raise RuntimeError("no store is open")
        return self._scope

    def try_out(self, desk: Desk) -> None:
        """Read from a desk what a first look shows; `MoushiError` when its store cannot be read."""
        from moushi.desk.scope import kept_federation, scope  # loads the records

        with desk.snapshot() as snapshot:
            scope(snapshot, self.today(), None, kept_federation(desk))

    def open(self, desk: Desk) -> None:
        """Work at another desk; the one before is closed."""
        self.close()
        self._desk = desk
        self._unsubscribe = desk.subscribe(self._told.emit)
        from moushi.desk.scope import kept_federation  # loads the records

        self.look(None, kept_federation(desk))

    def _tell_changed(self, change: ChangeSet) -> None:
        """Tell of a change; one that was made while the store was being let go comes too late."""
        if self._desk is not None:
            self.changed.emit(change)

    def look(self, year: int | None, federation: UUID | None) -> None:
        """Look at a year and a federation (None: all of them), as far as they are there."""
        from moushi.desk.scope import scope  # loads the records

        with self.desk.snapshot() as snapshot:
            self._scope = scope(snapshot, self.today(), year, federation)
        self.scoped.emit()

    def close(self) -> None:
        """Let the desk go; `MoushiError` when its last backup cannot be made (it is closed all the same)."""
        if self._unsubscribe:
            self._unsubscribe()
            self._unsubscribe = None
        desk, self._desk, self._scope = self._desk, None, None
        if desk:
            desk.close()

    def now(self) -> datetime:
        """The time on this machine's clock, with its zone."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """The day on this machine's clock."""
        return self.now().date()

    def apply(self, proposal: Proposal, continues: UUID | None = None) -> ChangeSet | None:
        """Apply a proposal; None when it was refused, which is then shown as a notice."""
        return self.guarded(lambda: self.desk.apply(proposal, continues))

    def guarded(self, act: Callable[[], T]) -> T | None:
        """Do something; a known error becomes a notice, and the answer is None."""
        try:
            return act()
        except MoushiError as fault:
            self.notices.show(fault.message)
            return None

    def undo(self) -> None:
        """Take back the newest change, at once where nothing later stands on it, else by review."""
        self.take_back(self.guarded(self.desk.undo))

    def redo(self) -> None:
        """Take back the newest undo."""
        self.take_back(self.guarded(self.desk.redo))

    def take_back(self, undo: UndoReview | None) -> None:
        """Carry an undo out if nothing stands in its way, else ask for its review."""
        if undo is None:
            return
        if not undo.applies_at_once:
            self.undo_asked.emit(undo)
            return
        change = self.apply(undo.review.accepted)
        if change:
            self.tell(say("Done: {title}", title=change.title))

    def tell(self, message: Message, action: tuple[Message, Callable[[], None]] | None = None) -> None:
        """Say above the page what was done, with a button for what to do about it; it goes by itself."""
        self.notices.show(message, action, passing=True)

    def offer_copy(self, field: Message, text: str) -> None:
        """The store did not take a text and its editor shows another: do not let go of what was typed."""
        from PySide6.QtGui import QGuiApplication

        self.notices.show(
            say(
                "{field}: “{beginning}”, {count} characters, was not kept. Copy the text, to paste it when "
                "it can be kept again.",
                field=field,
                beginning=text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…",
                count=len(text),
            ),
            (say("Copy the Text"), lambda: QGuiApplication.clipboard().setText(text)),
        )

    def report(self, fault: BaseException) -> None:
        """Show a known error as it is; log any other fault and offer the log."""
        self.report_asked.emit(fault)

    def reveal(self, kind: type[Record], record_id: UUID) -> None:
        """Go to a record on the page where it is worked on."""
        self.reveal_asked.emit(kind, record_id)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files in: read, compared, shown for review."""
        self.take_in_asked.emit(tuple(paths))

    def run(
        self,
        what: Message,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do long work off the window's thread, with progress and a way to cancel beyond half a second.

        `work` gets a function to call with (steps done, steps in all), which ends the work when the person
        cancels. `done` and `failed` (without it: `report`) run on the window's thread.
        """
        self.jobs.start(what, work, done, failed or self.report)


def rendered(words: Words, message: Message | str | None) -> str:
    """A message in the person's language, a text as it is, "" for None."""
    return words(message) if isinstance(message, Message) else message or ""


def nothing(*_: Any) -> None:
    """Do nothing."""

"""The store as the desk sees it: snapshots, applying, history, search, journal and settings.

What a first look at a store can do without is loaded when it is first asked for.

Over 400 lines: all that a store can be asked, once.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from moushi.changes.model import ChangeSet, Edit, Finding, Proposal
from moushi.changes.undo import UndoReview, undo
from moushi.domain.record import R, Record
from moushi.errors import Message, MoushiError
from moushi.store import history, journal
from moushi.store.attachments import copy_files
from moushi.store.backup import Backup, back_up, backups_of, copy_store, copy_to, newest_holds
from moushi.store.engine import Database, connect, told
from moushi.store.history import Kind
from moushi.store.journal import Export
from moushi.store.lock import StoreLock
from moushi.store.place import place_findings
from moushi.store.snapshot import StoreSnapshot

if TYPE_CHECKING:
    from moushi.domain.returns import ReturnLine
    from moushi.store.derived import Measured
    from moushi.store.listing import Glimpse, Ids, Listing, Through
    from moushi.store.lists import Lists
    from moushi.store.retention import Erased
    from moushi.store.searching import Hit

Observer = Callable[[ChangeSet], None]

_State = tuple[int, int, str | None]
_NEVER_CHANGED: _State = (0, 0, None)

_log = logging.getLogger(__name__)


class Store:
    """One open store file, for writing when it holds the lock; made by `open_store`."""

    def __init__(
        self, database: Database, lock: StoreLock | None, person: str, clock: Callable[[], datetime]
    ) -> None:
        """Take an open database of the newest schema, and the lock on it (None: for reading only)."""
        self.person = person
        self.database = database
        self._lock = lock
        self._clock = clock
        self._observers: list[Observer] = []
        self._writing = RLock()
        self._closed = False

    @property
    def path(self) -> Path:
        """The store's file."""
        return self.database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written through it."""
        return self._lock is None

    @cached_property
    def _lists(self) -> Lists:
        from moushi.store.lists import Lists

        return Lists()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What speaks against the place where it lies: warnings for the person."""
        return place_findings(self.path)

    def close(self) -> None:
        """Let go of the file and the lock, after a backup when something changed since the newest one.

        `MoushiError` when that backup cannot be made; the store is closed all the same.
        """
        if self._closed:
            return
        self._closed = True
        try:
            if not self.read_only and self._changed():
                back_up(self.path, "close", self._clock())
        finally:
            self.database.close()
            if self._lock is not None:
                self._lock.release()

    def backup(self, reason: str) -> Backup:
        """Make a checked backup beside the store; `reason` is a word of a-z. `MoushiError`: stop and tell."""
        return back_up(self.path, reason, self._clock())

    def backup_to(self, path: Path) -> list[str]:
        """Make a checked copy of the store, attachments within it, in a file that the person names.

        Answers the names of attachments whose files are not there any more.
        """
        return copy_to(self.path, path.resolve())

    def copy_beside(self, path: Path) -> None:
        """Make a checked copy of the store in another folder, its files beside it as here."""
        copy_files(self.path, path)
        copy_store(self.path, path)

    def backups(self) -> list[Backup]:
        """The backups beside the store, newest first."""
        return backups_of(self.path)

    def _changed(self) -> bool:
        with told(self.path), closing(connect(self.path, read_only=True)) as connection:
            state = _state(connection)
        return state != _NEVER_CHANGED and not newest_holds(self.path, _state, state)

    @contextmanager
    def snapshot(self) -> Iterator[StoreSnapshot]:
        """All records as they stand now, for as long as the context lasts."""
        with self.database.read() as connection:
            history.last_number(connection)  # the first read fixes the instant
            yield StoreSnapshot(connection)

    def apply(self, proposal: Proposal, continues: UUID | None = None) -> ChangeSet:
        """Apply a proposal whole and tell the observers; `ConflictError` or `RefusedError`: nothing written.

        `continues` is the change of the same visit to a field, which this typed change is joined to. An
        observer that fails is logged as a bug; the change is applied all the same.
        """
        from moushi.store.applying import apply_proposal

        with self._writing:
            with self.database.write() as connection:
                change = apply_proposal(connection, proposal, self._clock(), self.person, continues)
            self._lists.follow(change)
            for observer in tuple(self._observers):
                try:
                    observer(change)
                except Exception:
                    _log.exception("an observer of change %s failed", change.number)
        return change

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Have every applied change told to `observer`; the answer ends that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def history(
        self, limit: int | None = None, before: int | None = None, kind: Kind = Kind.ALL
    ) -> list[ChangeSet]:
        """The changes of a kind without their edits, newest first; `before`: only of smaller numbers."""
        with self.database.read() as connection:
            return history.headers(connection, limit, before, kind)

    def only_edits(self, changes: Sequence[ChangeSet]) -> dict[UUID, Edit]:
        """The edits of those of these changes that have only one, by the changes' ids."""
        with self.database.read() as connection:
            return history.only_edits(connection, changes)

    def history_with(
        self,
        text: str,
        is_told: Callable[[Message], bool],
        limit: int | None = None,
        before: int | None = None,
        kind: Kind = Kind.ALL,
    ) -> list[ChangeSet]:
        """Like `history`, of the changes with a text in source, person or what they changed.

        `is_told` says whether a title has it in the person's language.
        """
        with self.database.read() as connection:
            return history.with_text(connection, text, is_told, limit, before, kind)

    def last_deleted(self, record_id: UUID) -> Record | None:
        """A record as it was when it was last taken out; None when it never was."""
        with self.database.read() as connection:
            return history.last_deleted(connection, record_id)

    def header(self, change_id: UUID) -> ChangeSet:
        """A change without its edits; `MoushiError` when there is none of that id."""
        with self.database.read() as connection:
            return history.header(connection, change_id)

    def change(self, change_id: UUID) -> ChangeSet:
        """A change with its edits; `MoushiError` when there is none of that id."""
        with self.database.read() as connection:
            return replace(
                history.header(connection, change_id), edits=history.edits_of(connection, change_id)
            )

    def find_change(self, text: str) -> ChangeSet:
        """The change whose id begins with `text` (4 digits or more); `MoushiError` unless it is just one."""
        with self.database.read() as connection:
            found = history.named(connection, text)
        return self.change(found)

    def changes_after(self, number: int) -> list[ChangeSet]:
        """The changes made after the one of that number, with their edits, oldest first."""
        with self.database.read() as connection:
            return history.after(connection, number)

    def undo_candidate(self) -> UUID | None:
        """The change that undo would take back, if there is one."""
        with self.database.read() as connection:
            return history.undo_candidate(connection)

    def redo_candidate(self) -> UUID | None:
        """The undo that redo would take back, if no other change was made since."""
        with self.database.read() as connection:
            return history.redo_candidate(connection)

    def undo(self, change_id: UUID | None = None) -> UndoReview:
        """The undo of a change (the newest when none is given) for review; nothing is applied yet."""
        wanted = change_id or self.undo_candidate()
        if wanted is None:
            raise MoushiError("There is nothing to undo.")
        change = self.change(wanted)
        if change.undone_by is not None:
            raise MoushiError(
                "“{title}” is undone already. Undo its undo to have it back (change {undo}).",
                title=change.title,
                undo=change.undone_by,
            )
        return undo(change, self.changes_after(change.number), self.person)

    def search(self, text: str, kinds: Collection[type[Record]] = (), limit: int = 50) -> tuple[Hit, ...]:
        """The records whose text or sound holds every word of `text`, of the given kinds or of all."""
        with self.database.read() as connection:
            return self._lists.search(connection, text, kinds, limit)

    def listing(self, wanted: Listing) -> Ids:
        """The ids of the records that are wanted, in order; their rows are not read."""
        with self.database.read() as connection:
            return self._lists.listing(connection, wanted)

    def glimpse(self, wanted: Listing, first: int) -> Glimpse | None:
        """How a list begins that takes long to sort, and its length; None where `listing` is as quick."""
        with self.database.read() as connection:
            return self._lists.glimpse(connection, wanted, first)

    def records(self, kind: type[R], ids: Sequence[UUID]) -> dict[UUID, R]:
        """The records of these ids, as far as they are there."""
        from moushi.store import listing

        with self.database.read() as connection:
            return listing.records(connection, kind, ids)

    def values(self, kind: type[Record], names: Sequence[str]) -> list[tuple[Any, ...]]:
        """Some fields of every record of a kind as the table holds them: texts, ids as 32 digits."""
        from moushi.store import listing

        with self.database.read() as connection:
            return listing.values(connection, kind, names)

    def pointing(self, through: Through[R], ids: Collection[UUID]) -> tuple[R, ...]:
        """The records that point to any of these ids, by id."""
        from moushi.store import listing

        with self.database.read() as connection:
            return listing.pointing(connection, through, ids)

    def tally(self, through: Through[R], ids: Collection[UUID]) -> dict[UUID, int]:
        """How many records point to each of these ids; ids without any are left out."""
        from moushi.store import listing

        with self.database.read() as connection:
            return listing.tally(connection, through, ids)

    def measured(self) -> dict[UUID, Measured]:
        """What was reached of each measure for which somebody reported."""
        from moushi.store import derived

        with self.database.read() as connection:
            return derived.measured(connection)

    def record_export(
        self,
        export_id: UUID,
        what: str,
        path: str,
        sha256: str,
        article_id: UUID | None = None,
        document: Any | None = None,
    ) -> Export:
        """Append to the journal of exports; `document` is the compiled document as JSON, `sha256` in hex.

        The id is the caller's, since the exported file itself may carry it.
        """
        export = Export(export_id, self._clock(), self.person, what, path, sha256, article_id, document)
        with self.database.write() as connection:
            journal.append_export(connection, export)
        return export

    def exports(self, limit: int | None = None) -> list[Export]:
        """The journal of exports without the documents, newest first."""
        with self.database.read() as connection:
            return journal.exports(connection, limit)

    def export(self, export_id: UUID) -> Export | None:
        """One export with its document, None when the journal has none of that id."""
        with self.database.read() as connection:
            return journal.export(connection, export_id)

    def record_returns(self, lines: Sequence[tuple[ReturnLine, Any | None]]) -> None:
        """Append lines to the journal of returns, each with its document as JSON (or None), all or none."""
        from moushi.store import journal_of_returns as journal

        with self.database.write() as connection:
            journal.append_returns(connection, lines)

    def returns(self, year: int | None = None) -> list[ReturnLine]:
        """The journal of returns, of a year's periods or of all, oldest first, without documents."""
        from moushi.store import journal_of_returns as journal

        with self.database.read() as connection:
            return journal.returns(connection, year)

    def sent_return(self, return_id: UUID) -> tuple[ReturnLine, Any | None] | None:
        """A workbook that was sent, with what was prefilled; None when the journal has none of that id."""
        from moushi.store import journal_of_returns as journal

        with self.database.read() as connection:
            return journal.sent_return(connection, return_id)

    def files_in_force(self, checksums: Collection[str]) -> frozenset[str]:
        """Which of the files of these SHA-256 brought a change that was not taken back."""
        with self.database.read() as connection:
            return history.files_in_force(connection, checksums)

    def file_change(self, sha256: str) -> ChangeSet | None:
        """The newest change in force that a file brought, without its edits; None when there is none."""
        with self.database.read() as connection:
            return history.file_change(connection, sha256)

    def edits_of_files(self, checksums: Collection[str]) -> tuple[Edit, ...]:
        """What files of these SHA-256 have changed that was not taken back, oldest first."""
        with self.database.read() as connection:
            return history.edits_of_files(connection, checksums)

    def setting(self, key: str) -> Any | None:
        """The JSON value kept under a key, None when there is none."""
        with self.database.read() as connection:
            return journal.setting(connection, key)

    def put_setting(self, key: str, value: Any | None) -> None:
        """Keep a JSON value under a key; None drops it."""
        with self.database.write() as connection:
            journal.put_setting(connection, key, value)

    def erase(
        self, members: Collection[UUID], report: Callable[[int, int], None] = lambda _done, _of: None
    ) -> Erased:
        """Erase members for good from store, history, journals and backups: there is no undo of it.

        Nobody is told of a change; whoever shows records reads them anew.
        """
        from moushi.store import retention  # rarely needed

        with self._writing:
            erased = retention.erase(self.database, members, report)
            self._lists.forget()
            self.record_export(uuid4(), "retention", "", "", None, {"members": erased.members})
        return erased

    def finish_erasing(self) -> bool:
        """Write the file anew where an erasure was cut off; False when none was."""
        from moushi.store import retention  # rarely needed

        with self.database.read() as connection:
            unfinished = retention.is_unfinished(connection)
        if unfinished:
            with self._writing:
                retention.finish(self.database)
        return unfinished

    def rebuild_derived(self) -> None:
        """Make measured values and search anew from the records."""
        from moushi.store import derived

        with self.database.write() as connection:
            derived.rebuild_derived(connection)


def _state(connection: sqlite3.Connection) -> _State:
    """How many changes and exports a store holds, and when it was last changed: a visit is written on."""
    changes, last = connection.execute("SELECT count(*), max(at) FROM history_change").fetchone()
    (exports,) = connection.execute(
        "SELECT (SELECT count(*) FROM journal_export) + (SELECT count(*) FROM journal_return)"
    ).fetchone()
    return changes, exports, last

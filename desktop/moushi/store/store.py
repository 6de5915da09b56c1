"""The store as the desk sees it: snapshots, applying, history, search, journal and settings."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from uuid import UUID

from moushi.changes.model import ChangeSet, Proposal
from moushi.changes.undo import UndoReview, undo
from moushi.domain.record import Record
from moushi.errors import MoushiError
from moushi.store import derived, history
from moushi.store.applying import apply_proposal
from moushi.store.derived import Hit
from moushi.store.engine import Database
from moushi.store.lock import StoreLock
from moushi.store.snapshot import StoreSnapshot

Observer = Callable[[ChangeSet], None]

_log = logging.getLogger(__name__)


class Store:
    """One open store file, for writing when it holds the lock; made by `open_store`."""

    def __init__(
        self, database: Database, lock: StoreLock | None, person: str, clock: Callable[[], datetime]
    ) -> None:
        """Take an open database of the newest schema, and the lock on it (None: for reading only)."""
        self.person = person
        self._database = database
        self._lock = lock
        self._clock = clock
        self._observers: list[Observer] = []
        self._writing = RLock()

    @property
    def path(self) -> Path:
        """The store's file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written through it."""
        return self._lock is None

    def close(self) -> None:
        """Let go of the file and the lock."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def snapshot(self) -> Iterator[StoreSnapshot]:
        """All records as they stand now, for as long as the context lasts."""
        with self._database.read() as connection:
            history.last_number(connection)  # the first read fixes the instant
            yield StoreSnapshot(connection)

    def apply(self, proposal: Proposal) -> ChangeSet:
        """Apply a proposal whole and tell the observers; `ConflictError` or `RefusedError`: nothing written.

        An observer that fails is logged as a bug; the change is applied all the same.
        """
        with self._writing:
            with self._database.write() as connection:
                change = apply_proposal(connection, proposal, self._clock(), self.person)
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

    def history(self, limit: int | None = None) -> list[ChangeSet]:
        """The changes without their edits, newest first."""
        with self._database.read() as connection:
            return history.headers(connection, limit)

    def change(self, change_id: UUID) -> ChangeSet:
        """A change with its edits; `MoushiError` when there is none of that id."""
        with self._database.read() as connection:
            return replace(
                history.header(connection, change_id), edits=history.edits_of(connection, change_id)
            )

    def find_change(self, text: str) -> ChangeSet:
        """The change whose id begins with `text` (4 digits or more); `MoushiError` unless it is just one."""
        with self._database.read() as connection:
            found = history.named(connection, text)
        return self.change(found)

    def changes_after(self, number: int) -> list[ChangeSet]:
        """The changes made after the one of that number, with their edits, oldest first."""
        with self._database.read() as connection:
            found = history.after(connection, number)
            return [replace(change, edits=history.edits_of(connection, change.id)) for change in found]

    def undo_candidate(self) -> UUID | None:
        """The change that undo would take back, if there is one."""
        with self._database.read() as connection:
            return history.undo_candidate(connection)

    def redo_candidate(self) -> UUID | None:
        """The undo that redo would take back, if no other change was made since."""
        with self._database.read() as connection:
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
        """The records whose text holds every word of `text`, of the given kinds or of all."""
        with self._database.read() as connection:
            return derived.search(connection, text, kinds, limit)

    def rebuild_derived(self) -> None:
        """Make measured values and search anew from the records."""
        with self._database.write() as connection:
            derived.rebuild_derived(connection)

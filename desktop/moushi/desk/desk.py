"""The desk: one open store and what a person can do with it, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self
from uuid import UUID

from moushi import paths
from moushi.changes.model import ChangeSet, Proposal
from moushi.changes.undo import UndoReview
from moushi.desk.form_shelf import exchange_forms
from moushi.desk.layout_shelf import exchange
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError, say
from moushi.store import NotLockableError, Store, StoreHeldError, open_store


class Desk:
    """An open store; `notices` say what a person should know about it."""

    def __init__(self, store: Store, notices: Sequence[Message] = ()) -> None:
        """Take an open store; closing the desk closes it."""
        self.store = store
        self.notices = tuple(notices)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The store's file."""
        return self.store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed, because another program holds the store."""
        return self.store.read_only

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """All records as they stand now."""
        return self.store.snapshot()

    def subscribe(self, observer: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Have every applied change told to the observer; the answer ends that."""
        return self.store.subscribe(observer)

    def apply(self, proposal: Proposal, continues: UUID | None = None) -> ChangeSet:
        """Apply a proposal whole; `MoushiError` when it is refused, and nothing is written.

        `continues` names the change of the same visit to a field, which a typed change is joined to.
        """
        return self.store.apply(proposal, continues)

    def undo(self, change: str | None = None) -> UndoReview:
        """The undo of the newest change, or of the one whose id begins with `change`, for review."""
        return self.store.undo(None if change is None else self._change_id(change))

    def redo(self) -> UndoReview:
        """The undo of the newest undo, for review; `MoushiError` when another change was made since."""
        candidate = self.store.redo_candidate()
        if candidate is None:
            raise MoushiError("There is nothing to redo.")
        return self.store.undo(candidate)

    def _change_id(self, text: str) -> UUID:
        return self.store.find_change(text).id

    def close(self) -> None:
        """Back up what has changed, and let the store go."""
        self.store.close()


def open_for_work(path: Path | None, person: str = "") -> Desk:
    """The desk on a store that is to be changed; `StoreHeldError` names who holds it."""
    desk = Desk(open_store(path or paths.default_store(), person=person))
    try:
        desk.notices = (*_warnings(desk.store), *exchange(desk), *exchange_forms(desk))
    except BaseException:
        desk.close()
        raise
    return desk


def open_to_look(path: Path | None, person: str = "") -> Desk:
    """The desk for work, else for reading only, with a notice of who is at it or why it takes no writing."""
    try:
        return open_for_work(path, person)
    except (StoreHeldError, NotLockableError) as held:
        store = open_store(path or paths.default_store(), read_only=True, person=person)
        notice = say("{reason} It is open for reading only.", reason=held.message)
        return Desk(store, (notice, *_warnings(store)))


def _warnings(store: Store) -> tuple[Message, ...]:
    return tuple(
        say("{message} {action}", message=finding.message, action=finding.action)
        for finding in store.findings
    )

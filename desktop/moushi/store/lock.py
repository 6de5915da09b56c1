"""One writer per store: a lock that dies with its program, and a note of who holds it."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from moushi.errors import MoushiError, say


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a store: process, computer, person (may be empty) and since when."""

    pid: int
    host: str
    person: str
    since: datetime


class StoreHeldError(MoushiError):
    """Another program has the store open; it may be opened for reading meanwhile."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        """Name who holds it, when that is known."""
        who = say("another program")
        if holder is not None:
            who = say(
                "{person} on {host} (process {pid}, since {since})",
                person=holder.person or "Moushi",
                host=holder.host,
                pid=holder.pid,
                since=f"{holder.since.astimezone():%Y-%m-%d %H:%M}",
            )
        super().__init__(
            "{path} is held by {holder}. Close it there, or open the store for reading only.",
            path=path,
            holder=who,
        )
        self.holder = holder


class NotLockableError(MoushiError):
    """The store's folder takes no lock: its medium is read-only or full. Reading may still be possible."""


class StoreLock:
    """The lock `<store>.lock` with its note `<store>.holder`, held until released or the program dies."""

    def __init__(self, store: Path, person: str, since: datetime) -> None:
        """Take the lock; `StoreHeldError` when somebody else has it."""
        self._note = store.with_name(store.name + ".holder")
        self._lock = FileLock(store.with_name(store.name + ".lock"))
        holder = Holder(os.getpid(), socket.gethostname(), person, since.astimezone())
        try:
            self._lock.acquire(blocking=False)
            self._note.write_text(json.dumps(asdict(holder), default=str), encoding="utf-8")
        except Timeout as fault:
            raise StoreHeldError(store, _read(self._note)) from fault
        except (OSError, NotImplementedError) as fault:
            self._lock.release()
            self._note_gone()
            raise NotLockableError(
                "{path} cannot be written: its folder is read-only or the disk is full. "
                "Free some space, or move it to a folder of your own.",
                path=store,
            ) from fault

    def release(self) -> None:
        """Let the store go."""
        self._note_gone()
        self._lock.release()

    def _note_gone(self) -> None:
        with suppress(OSError):  # a note left behind does not hold the store
            self._note.unlink(missing_ok=True)


def _read(note: Path) -> Holder | None:
    """The holder, or None when the note is missing or only half written."""
    try:
        held = json.loads(note.read_text(encoding="utf-8"))
        return Holder(**held | {"since": datetime.fromisoformat(held["since"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None

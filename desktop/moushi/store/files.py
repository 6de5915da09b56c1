"""Putting files in place so that after a crash the old one or the new one is there, whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from moushi.errors import MoushiError, reason_of


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Turn the system's refusals to write there into a `MoushiError`."""
    try:
        yield
    except OSError as fault:
        raise MoushiError(
            "{path} cannot be written ({reason}). See whether there is room, the folder may be written to "
            "and no other program has the file open.",
            path=path,
            reason=reason_of(fault),
        ) from fault


@contextmanager
def reading_from(path: Path) -> Iterator[None]:
    """Turn the system's refusals to read there into a `MoushiError`."""
    try:
        yield
    except OSError as fault:
        raise MoushiError(
            "{path} cannot be read ({reason}). See whether it is a file and you may read it.",
            path=path,
            reason=reason_of(fault),
        ) from fault


def logs_of(store: Path) -> list[Path]:
    """SQLite's files beside a store, which must never be taken for those of another one put in its place."""
    return [store.with_name(store.name + end) for end in ("-wal", "-shm", "-journal")]


def put_in_place(finished: Path, target: Path) -> None:
    """Make a finished file the target's content: synced, then renamed over it, the folder synced."""
    sync(finished)
    finished.replace(target)
    if os.name == "posix":  # Windows cannot open a folder and writes its entries through
        sync(target.parent)


def sync(path: Path) -> None:
    """Have a file's content, or a folder's entries, on the disk."""
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

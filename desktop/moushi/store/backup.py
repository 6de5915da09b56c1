"""Backups: checked copies of a store, thinned as they age, and bringing one back.

A copy counts only when `quick_check` has passed and it is on the disk. Copies carry a running number, so that
which is newer does not hang on the clock.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from moushi.errors import MoushiError
from moushi.store.attachments import pack
from moushi.store.engine import DamagedError, connect, require_store, told
from moushi.store.files import logs_of, put_in_place, writing_to

_NAME = re.compile(r".*-(?P<number>\d{6,})-(?P<at>\d{8}-\d{6})-(?P<reason>[a-z]+)")
_TIME = "%Y%m%d-%H%M%S"  # UTC

_NEWEST_KEPT = 5
_KEPT: tuple[tuple[str, int], ...] = (("%Y%m%d%H", 24), ("%Y%m%d", 30), ("%G%V", 104))
"""How many hours, days and weeks keep their newest backup; counted in backups, not by today's date."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of a store: a greater number is newer; `reason` is what it was made for."""

    path: Path
    number: int
    at: datetime
    reason: str


def folder_of(store: Path) -> Path:
    """Where a store's backups lie."""
    return store.with_name(f"{store.stem}-backups")


def backups_of(store: Path) -> list[Backup]:
    """The backups of a store, newest first."""
    found = [_named(path, store.suffix) for path in folder_of(store).glob(f"*{store.suffix}")]
    return sorted(filter(None, found), key=lambda backup: backup.number, reverse=True)


def _named(path: Path, suffix: str) -> Backup | None:
    name = _NAME.fullmatch(path.name.removesuffix(suffix))
    if name is None:
        return None
    try:
        at = datetime.strptime(name["at"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(name["number"]), at, name["reason"])


def back_up(store: Path, reason: str, at: datetime) -> Backup:
    """Make a checked backup beside the store, then thin the older ones; `reason` is a word of a-z.

    `MoushiError` when it cannot be made: what it was for must not be done then.
    """
    older = backups_of(store)
    number = older[0].number + 1 if older else 1
    stamp = at.astimezone(UTC).strftime(_TIME)
    target = folder_of(store) / f"{store.stem}-{number:06d}-{stamp}-{reason}{store.suffix}"
    try:
        with writing_to(target.parent):
            target.parent.mkdir(exist_ok=True)
        copy_store(store, target)
    except MoushiError as fault:
        raise MoushiError(
            "No backup could be made, and what it was for was not begun. {reason}", reason=fault.message
        ) from fault
    made = Backup(target, number, at, reason)
    for superfluous in thinned([made, *older]):
        with suppress(OSError):  # held by another program; it goes next time
            superfluous.path.unlink(missing_ok=True)
    return made


def thinned(backups: Iterable[Backup]) -> list[Backup]:
    """Which backups may go, of backups newest first: all but the newest few and one an hour, day and week."""
    going: list[Backup] = []
    kept: list[set[str]] = [set() for _ in _KEPT]
    for place, backup in enumerate(backups):
        stays = place < _NEWEST_KEPT
        for seen, (form, most) in zip(kept, _KEPT, strict=True):
            bucket = backup.at.strftime(form)
            if bucket not in seen and len(seen) < most:
                seen.add(bucket)
                stays = True
        if not stays:
            going.append(backup)
    return going


def copy_store(
    store: Path, target: Path, finish: Callable[[sqlite3.Connection], object] = lambda _: None
) -> None:
    """Copy a store, also while it is written, to one file; it takes its name when it is checked.

    `finish` may put more into the copy before that.
    """
    unfinished = target.with_name(
        f"{store.stem}.part"
    )  # the same each time: what a kill leaves is overwritten
    with writing_to(target):
        try:
            unfinished.unlink(missing_ok=True)
            unfinished.touch()
            with (
                told(store),
                closing(connect(store, read_only=True)) as source,
                closing(connect(unfinished)) as copy,
            ):
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
                finish(copy)
                _require_sound(copy, store)
            put_in_place(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)


def copy_to(store: Path, target: Path) -> list[str]:
    """Copy a store, its files within, to a file that a person named; answers names of files that are missing.

    A file that is there already must be a store that nobody has open.
    """
    if target.exists():
        require_store(target)
    if target == store or target.with_name(target.name + "-wal").exists():
        raise MoushiError("{path} is open as a store. Give the copy another name.", path=target)
    with writing_to(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    missing: list[str] = []
    copy_store(store, target, lambda copy: missing.extend(pack(copy, store)))
    return missing


def newest_holds(store: Path, state: Callable[[sqlite3.Connection], object], wanted: object) -> bool:
    """Whether the newest backup is in a wanted state, read from it by `state`."""
    backups = backups_of(store)
    if not backups:
        return False
    try:
        with closing(connect(backups[0].path, read_only=True)) as connection:
            return state(connection) == wanted
    except sqlite3.Error:  # spoilt since: another one is needed
        return False


def replace_store(prepared: Path, store: Path, at: datetime) -> Path | None:
    """Put a prepared file in the place of a store nobody has open; answers where the old one is kept.

    The old store is backed up first; one too damaged for that is copied as it lies, log included.
    """
    kept: Path | None = None
    if store.exists() and not _is_sound(store):
        kept = _set_aside(store)
    elif store.exists():
        kept = back_up(store, "restore", at).path
        with (
            told(store),
            closing(connect(store)) as connection,
        ):  # its log must not be taken for the new one's
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
    with writing_to(store):
        for log in logs_of(store):
            log.unlink(missing_ok=True)
        put_in_place(prepared, store)
    return kept


def _is_sound(store: Path) -> bool:
    try:
        with told(store), closing(connect(store)) as connection:
            _require_sound(connection, store)
    except DamagedError:
        return False
    return True


def _set_aside(store: Path) -> Path:
    number = 1
    while (kept := store.with_name(f"{store.stem}-damaged-{number}{store.suffix}")).exists():
        number += 1
    with writing_to(kept):
        for file, copy in zip((store, *logs_of(store)), (kept, *logs_of(kept)), strict=True):
            if file.exists():
                shutil.copy2(file, copy)
    return kept


def _require_sound(connection: sqlite3.Connection, store: Path) -> None:
    found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise DamagedError(store)

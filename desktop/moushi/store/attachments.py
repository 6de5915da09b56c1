"""The ledger's photos and papers: files in a folder beside the store, each under its SHA-256.

A file stays when its record is deleted, since an undo or an older backup needs it again. A copy of the store
that goes elsewhere carries the files within it, and lays them out again where it becomes a store.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from moushi.errors import MoushiError
from moushi.store.engine import connect, told
from moushi.store.files import put_in_place, reading_from, sync, writing_to

_CHECKSUM = re.compile("[0-9a-f]{64}")
_PACKED = "CREATE TABLE IF NOT EXISTS packed_file (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL)"
_IS_PACKED = "SELECT 1 FROM sqlite_master WHERE name = 'packed_file'"
_MEGA = 1024 * 1024


class Standing(StrEnum):
    """Whether a kept file is there as it was put there."""

    WHOLE = "whole"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept beside the store, its size in bytes; `is_new`: it was not there before."""

    sha256: str
    size: int
    is_new: bool = False


def folder_of(store: Path) -> Path:
    """Where the files of a store lie."""
    return store.with_name(f"{store.stem}-files")


def place_of(store: Path, checksum: str) -> Path:
    """The file of that SHA-256; `MoushiError` for what is no checksum, which could name any other file."""
    if not _CHECKSUM.fullmatch(checksum):
        raise MoushiError("This attachment has no valid checksum. Delete it and attach the file again.")
    return folder_of(store) / checksum


def keep_file(store: Path, source: Path, most: int) -> Kept:
    """Copy an ordinary file of at most so many bytes to the store's folder; `MoushiError` when it is none."""
    with reading_from(source):
        mode = source.stat().st_mode
        if stat.S_ISDIR(mode):
            raise MoushiError("{name} is a folder. Attach the files in it.", name=source.name)
        if not stat.S_ISREG(mode):
            raise MoushiError("{name} is no ordinary file. Attach a photo or paper.", name=source.name)
        with source.open("rb") as file:
            data = file.read(most + 1)
    return keep_bytes(store, data, most, source.name)


def keep_bytes(store: Path, data: bytes, most: int, name: str) -> Kept:
    """As `keep_file`, of content that is no file yet; `name` is what it is called when it is refused."""
    if len(data) > most:
        raise MoushiError(
            "{name} is larger than {most} MB. Make the photo smaller, or attach a part of the paper.",
            name=name,
            most=most // _MEGA,
        )
    if not data:
        raise MoushiError("{name} is empty. See whether it was copied whole.", name=name)
    checksum = sha256(data).hexdigest()
    if standing(store, checksum, len(data), thorough=True) is Standing.WHOLE:
        return Kept(checksum, len(data))
    _put(folder_of(store), checksum, data)
    return Kept(checksum, len(data), is_new=True)


def give_back(store: Path, kept: Iterable[Kept]) -> None:
    """Let go of files that were just kept, as far as neither records nor history name them."""
    new = {each.sha256 for each in kept if each.is_new}
    if not new:
        return
    with told(store), closing(connect(store, read_only=True)) as connection:
        current, former = named_in(connection)
    for checksum in new - current.keys() - former:
        with suppress(OSError):  # it does no harm there
            place_of(store, checksum).unlink(missing_ok=True)


def _put(folder: Path, checksum: str, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = folder / f"{checksum}.part"
    with writing_to(folder / checksum):
        if not folder.is_dir():
            folder.mkdir()
            if os.name == "posix":
                sync(folder.parent)
        try:
            unfinished.write_bytes(data)
            put_in_place(unfinished, folder / checksum)
        finally:
            with suppress(OSError):  # the failure that led here is the one to report
                unfinished.unlink(missing_ok=True)


def standing(store: Path, checksum: str, size: int, *, thorough: bool = False) -> Standing:
    """Whether a kept file is there as it was: by its size, `thorough` by its content."""
    try:
        path = place_of(store, checksum)
        if path.stat().st_size != size:
            return Standing.ALTERED
        if thorough and sha256(path.read_bytes()).hexdigest() != checksum:
            return Standing.ALTERED
    except (OSError, MoushiError):
        return Standing.MISSING
    return Standing.WHOLE


# -- files that go along with the store ----------------------------------------------------------------------


def copy_files(
    store: Path, target: Path, report: Callable[[int, int], None] = lambda _done, _of: None
) -> None:
    """Copy a store's files, as far as they are not there yet, to beside where the store will lie."""
    here, there = folder_of(store), folder_of(target)
    found = [path for path in here.glob("*") if _CHECKSUM.fullmatch(path.name)] if here.is_dir() else []
    for count, path in enumerate(found):
        report(count, len(found))
        copy = there / path.name
        with writing_to(copy):
            there.mkdir(parents=True, exist_ok=True)
            if copy.exists() and copy.stat().st_size == path.stat().st_size:
                continue
            unfinished = there / f"{path.name}.part"
            shutil.copyfile(path, unfinished)
            put_in_place(unfinished, copy)


def pack(copy: sqlite3.Connection, store: Path) -> list[str]:
    """Put the files that a store's records or history name into a copy of it; names of those not there."""
    current, former = named_in(copy)
    missing = []
    copy.execute("BEGIN")
    copy.execute(_PACKED)
    within = {
        row[0] for row in copy.execute("SELECT sha256 FROM packed_file")
    }  # of one that was opened as it is
    for checksum in dict.fromkeys((*current, *former)):
        if checksum in within:
            continue
        try:
            data = place_of(store, checksum).read_bytes()
        except (OSError, MoushiError):
            data = b""
        if sha256(data).hexdigest() == checksum:
            copy.execute("INSERT INTO packed_file VALUES (?, ?)", (checksum, data))
            within.add(checksum)
        elif checksum in current:
            missing.append(current[checksum])
    if not within:
        copy.execute("DROP TABLE packed_file")
    copy.execute("COMMIT")
    return missing


def unpack(copy: Path, store: Path) -> None:
    """Lay the files within a copy out beside the store that it becomes, and make the copy small again."""
    with told(copy), closing(connect(copy)) as connection:
        if not connection.execute(_IS_PACKED).fetchone():
            return
        checksums = [row[0] for row in connection.execute("SELECT sha256 FROM packed_file")]
        for checksum in checksums:
            (data,) = connection.execute(
                "SELECT data FROM packed_file WHERE sha256 = ?", (checksum,)
            ).fetchone()
            is_sound = isinstance(data, bytes) and sha256(data).hexdigest() == checksum
            if is_sound and standing(store, checksum, len(data), thorough=True) is not Standing.WHOLE:
                _put(folder_of(store), checksum, data)
        connection.execute("DROP TABLE packed_file")
        with suppress(sqlite3.OperationalError):  # somebody reads it: it becomes small another time
            connection.execute("VACUUM")


def bring_along(backup: Path, store: Path) -> None:
    """Copy files that lie beside a backup, or beside the folder of backups that it is in, to a store."""
    beside = [backup]
    if backup.parent.name.endswith("-backups"):
        beside.append(
            backup.parent.with_name(f"{backup.parent.name.removesuffix('-backups')}{backup.suffix}")
        )
    for of in beside:
        if folder_of(of) != folder_of(store):
            copy_files(of, store)


def named_in(connection: sqlite3.Connection) -> tuple[dict[str, str], set[str]]:
    """The checksums that a store's records name, with the files' names, and those of its history alone."""
    current: dict[str, str] = dict(connection.execute("SELECT sha256, name FROM attachment").fetchall())
    edits = "SELECT coalesce(new, old) FROM history_edit WHERE record = 'Attachment' AND op <> 'change'"
    former = {json.loads(held)["sha256"] for (held,) in connection.execute(edits)}
    return current, former - current.keys()

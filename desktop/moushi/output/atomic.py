"""The one writer of files: a person finds either the old file or the whole new one, never a part."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from moushi.errors import MoushiError, reason_of

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_DIRECTORY_SYNC = {errno.EINVAL, errno.ENOTSUP}


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, which may or may not exist; a link is followed.

    Written under a temporary name beside the target, synced, then renamed onto it.

    Raises:
        MoushiError: it could not be written; the old file is as it was and nothing else is left behind.
    """
    target = Path(os.path.realpath(path))
    temporary = _beside(target)
    try:
        try:
            _write(temporary, data)
        except OSError as fault:
            raise _unwritable(target, fault) from fault
        try:
            _keep_mode(target, temporary)
            temporary.replace(target)
        except OSError as fault:
            raise _irreplaceable(target, fault) from fault
    finally:
        with suppress(OSError):  # the failure that led here is the one to report
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def write_together(files: Iterable[tuple[Path, bytes]]) -> None:
    """Put several files in place, all of them or none; only one is held in memory at a time.

    Raises:
        MoushiError: one could not be written; whatever stood under the names is as it was.
    """
    temporaries: list[tuple[Path, Path]] = []
    replaced: list[tuple[Path, Path | None]] = []  # with a copy of what stood there, if anything did
    ours: list[Path] = []
    try:
        for path, data in files:
            target = Path(os.path.realpath(path))
            ours.append(_beside(target))
            temporaries.append((target, ours[-1]))
            try:
                _write(ours[-1], data)
            except OSError as fault:
                raise _unwritable(target, fault) from fault
        for target, temporary in temporaries:
            try:
                _keep_mode(target, temporary)
                old = _beside(target) if target.is_file() else None
                if old is not None:
                    ours.append(old)
                    shutil.copy2(target, old)
                replaced.append((target, old))
                temporary.replace(target)
            except OSError as fault:
                raise _irreplaceable(target, fault) from fault
    except BaseException:
        for target, old in reversed(replaced):
            if old is not None:
                old.replace(target)
            elif target.is_file():
                target.unlink()
        raise
    finally:
        for path in ours:
            with suppress(OSError):  # the failure that led here is the one to report
                path.unlink(missing_ok=True)
    for folder in {target.parent for target, _ in temporaries}:
        _sync_folder(folder)


def _beside(target: Path) -> Path:
    return target.with_name(f".moushi-{uuid4().hex}.part")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(old: Path, new: Path) -> None:
    if old.exists():
        new.chmod(old.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in _NO_DIRECTORY_SYNC:
            raise
    finally:
        os.close(descriptor)


def _unwritable(path: Path, fault: OSError) -> MoushiError:
    """Why not even a temporary file could be written beside the target."""
    match fault:
        case FileNotFoundError() | NotADirectoryError():
            return MoushiError(
                "The folder {folder} does not exist. Create it or choose another place.", folder=path.parent
            )
        case PermissionError():
            return _closed_folder(path)
    if fault.errno == errno.EROFS:
        return _closed_folder(path)
    return _failed(path, fault)


def _irreplaceable(path: Path, fault: OSError) -> MoushiError:
    """Why the finished temporary file could not take the target's place."""
    if isinstance(fault, IsADirectoryError | PermissionError) and path.is_dir():
        return MoushiError("{path} is a folder. Give the name of a file.", path=path)
    if isinstance(fault, PermissionError):
        return MoushiError(
            "{name} cannot be replaced: it is open in another program such as Word or WPS, or "
            "write-protected. Close it there, or choose another name, and try again. It is as it was.",
            name=path.name,
        )
    return _failed(path, fault)


def _closed_folder(path: Path) -> MoushiError:
    return MoushiError(
        "Nothing can be written in the folder {folder}: it is read-only or belongs to somebody else. Choose "
        "another place.",
        folder=path.parent,
    )


def _failed(path: Path, fault: OSError) -> MoushiError:
    if fault.errno in _FULL:
        return MoushiError(
            "The disk is full: {path} was not written. Free some space and try again.", path=path
        )
    return MoushiError(
        "{path} could not be written: {reason}. Choose another place or name and try again.",
        path=path,
        reason=reason_of(fault),
    )

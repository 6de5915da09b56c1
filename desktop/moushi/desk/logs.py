"""The log: a rotating file in the person's log folder, for faults that are bugs."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from moushi import __version__, paths
from moushi.errors import Message, MoushiError, reason_of, say

_LOG = logging.getLogger("moushi")
_BYTES = 1_000_000
_OLDER = 3  # files kept beside the current one


@contextmanager
def logging_to_file() -> Iterator[Path]:
    """Write what is logged as a warning or graver to the log file, which is yielded, until left.

    `MoushiError` when the folder cannot be written.
    """
    from logging.handlers import RotatingFileHandler  # loads sockets and queues: after the first paint

    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8")
    except OSError as fault:
        raise MoushiError(
            "The log cannot be written in {folder}: {reason}. Until this is mended, faults leave no trace.",
            folder=path.parent,
            reason=reason_of(fault),
        ) from fault
    handler.rotator = _rotate
    handler.setFormatter(logging.Formatter(f"%(asctime)s {__version__} %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        handler.close()


def log_file() -> Path:
    """The current log file; older ones lie beside it, numbered."""
    return paths.log_dir() / "moushi.log"


def report_bug(fault: BaseException) -> Message:
    """Log a fault that is nobody's known error, with its trace; returns what to tell the person."""
    _LOG.error("unexpected fault", exc_info=fault)
    return say(
        "Something went wrong inside Moushi ({fault}). It stands in the log: save the log and send it to "
        "whoever looks after the program.",
        fault=type(fault).__name__,
    )


def save_log(target: Path) -> None:
    """Write the whole log, oldest first, to one file; `MoushiError` when that cannot be written."""
    current = log_file()
    older = (current.with_name(f"{current.name}.{n}") for n in range(_OLDER, 0, -1))
    try:
        target.write_bytes(b"".join(path.read_bytes() for path in (*older, current) if path.exists()))
    except OSError as fault:
        raise MoushiError(
            "The log could not be saved as {path}: {reason}. Choose another folder.",
            path=target,
            reason=reason_of(fault),
        ) from fault


def _rotate(current: str, older: str) -> None:
    """Put the full file aside; on Windows a second window may hold it open, then it grows on."""
    try:
        os.replace(current, older)  # noqa: PTH105 - logging hands over texts
    except PermissionError:
        return

"""Keeping the store safe: backups and putting one back, another place or computer for it, examining it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from moushi import paths
from moushi.changes.model import Finding
from moushi.desk import attachments, preferences
from moushi.desk.desk import Desk
from moushi.desk.scope import federations
from moushi.errors import Message, MoushiError, reason_of, say
from moushi.store import Backup, DamagedError, checked_copy, doctor, restore
from moushi.store.attachments import bring_along, copy_files

_REASONS = {
    "asked": say("by hand"),
    "close": say("on closing"),
    "import": say("before taking in files"),
    "migration": say("before an update of the program"),
    "restore": say("before another one was restored"),
}
_KILO = 1024
_NAMED = 3  # attachments named in a message

Report = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup as a person chooses it: its file, when and for what it was made, its size in bytes."""

    path: Path
    at: datetime
    reason: Message
    size: int


def restore_backup(backup: Path, store: Path | None = None) -> Path:
    """Put a backup in the place of a store (the person's own when none is named); returns that place.

    The present store is backed up first. `MoushiError` when the backup is none, or the store is in use.
    """
    place = store or paths.default_store()
    restore(backup, place)
    return place


def is_damage(fault: MoushiError) -> bool:
    """Whether a fault is that a store's file is damaged, so that a backup must take its place."""
    return isinstance(fault, DamagedError)


def backups_beside(store: Path) -> Path:
    """The folder of a store's backups, which may not be there."""
    return store.with_name(f"{store.stem}-backups")


def restore_open(backup: Path, store: Path, let_go: Callable[[], None]) -> None:
    """Put a backup in the place of the store that is open; `let_go` closes it.

    The backup is checked, and copied, while the store is still open: a bad one closes nothing, and the backup
    made on closing cannot thin away the one that is wanted. `MoushiError` whenever that or `let_go` fails;
    the store then lies there as it was. Open it again in either case.
    """
    if not backup.is_file():
        raise MoushiError("{path} is not there any more. Choose another backup.", path=backup)
    if store.exists() and backup.resolve() == store.resolve():
        raise MoushiError("{path} cannot be restored from itself. Choose a backup of it.", path=store)
    with TemporaryDirectory(prefix="moushi-") as folder:
        copy = Path(folder) / backup.name
        checked_copy(backup, copy)
        bring_along(backup, store)
        let_go()
        restore(copy, store)


def back_up(desk: Desk) -> KeptBackup:
    """Make a checked backup because a person asks for it."""
    return _kept(desk.store.backup("asked"))


def backups(desk: Desk) -> tuple[KeptBackup, ...]:
    """The backups of the store, newest first."""
    return tuple(_kept(backup) for backup in desk.store.backups() if backup.path.exists())


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole store, with its attachments, as one file; names of attachments whose files were missing."""

    path: Path
    missing: tuple[str, ...] = ()

    @property
    def shortfall(self) -> Message | None:
        """What is not in it, for the person; None when all is."""
        if not self.missing:
            return None
        return say(
            "{count} attachments are not in it, because their files are missing here: {names}.",
            count=len(self.missing),
            names="、".join(self.missing[:_NAMED]) + ("…" if len(self.missing) > _NAMED else ""),
        )


def save_whole(desk: Desk, target: Path) -> Whole:
    """Keep the whole store as one checked file, for another computer."""
    if target.suffix == "":
        target = target.with_name(f"{target.name}.sqlite")
    return Whole(target, tuple(desk.store.backup_to(target)))


def whole_name(desk: Desk, today: date) -> str:
    """What that file may be called: federation and day."""
    with desk.snapshot() as snapshot:
        holders = federations(snapshot)
    of = "-".join(
        re.sub(r'[\\/:*?"<>|\s]+', "", (holder.short_name or holder.name)) for holder in holders[-1:]
    )
    return "-".join(filter(None, ("moushi", of, f"{today:%Y%m%d}"))) + ".sqlite"


def moved_place(desk: Desk, folder: Path) -> Path:
    """Where the store would lie in another folder; `MoushiError` when it cannot go there."""
    target = folder / desk.path.name
    if not folder.is_dir():
        raise MoushiError("The folder {folder} is not there. Choose another one.", folder=folder)
    if target.exists():
        raise MoushiError(
            "There is a {name} in {folder} already. Choose another folder, or open that store.",
            name=target.name,
            folder=folder,
        )
    return target


def copy_backups(desk: Desk, folder: Path, report: Report = lambda _done, _of: None) -> None:
    """Copy the store's files and backups to where it will lie in another folder: the first step of a move.

    `report` hears how many are copied. `MoushiError` when they cannot be; the store stays where it is then.
    """
    target = moved_place(desk, folder)
    copy_files(desk.path, target, report)
    held = desk.store.backups()
    beside = backups_beside(target)
    try:
        if held:
            beside.mkdir(exist_ok=True)
        for count, backup in enumerate(held):
            report(count, len(held))
            unfinished = beside / f"{backup.path.name}.part"
            shutil.copy2(backup.path, unfinished)
            unfinished.replace(beside / backup.path.name)
    except OSError as fault:
        raise MoushiError(
            "The backups could not be copied to {folder}: {reason}. The store stays where it is; free some "
            "space or choose another folder.",
            folder=folder,
            reason=reason_of(fault),
        ) from fault


def move_store(desk: Desk, folder: Path) -> Path:
    """Copy the store, checked, to another folder and begin there from now on: the last step of a move.

    Returns the new place, to be opened at once in the old one's stead, so that nothing is typed in between.
    The old files stay as they are.
    """
    target = moved_place(desk, folder)
    desk.store.copy_beside(target)
    try:
        remember(target)
    except MoushiError:
        target.unlink(missing_ok=True)
        raise
    return target


def remember(store: Path) -> None:
    """Begin with this store from now on; the usual one needs no note, and the sample is only visited."""
    from moushi.desk.sample import STORE  # loads the intake

    if store.name == STORE:
        return
    kept = "" if store == paths.default_store() else str(store)
    if preferences.load().store != kept:
        preferences.change(store=kept)


def name_person(desk: Desk | None, name: str) -> None:
    """Keep who works at this machine; what is changed from now on carries the name."""
    bare = " ".join(name.split())
    if desk:
        desk.store.person = bare
    if preferences.load().person != bare:
        preferences.change(person=bare)


def size_words(size: int) -> str:
    """A size in bytes as a person reads it."""
    number, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if number < _KILO:
            break
        number, unit = number / _KILO, larger
    return f"{number:.0f} {unit}" if unit in ("B", "KB") else f"{number:.1f} {unit}"


def examine(desk: Desk) -> list[Finding]:
    """What is wrong with the store and its attachments; nothing when all is sound."""
    return [*doctor(desk.store), *attachments.examine(desk)]


def _kept(backup: Backup) -> KeptBackup:
    reason = _REASONS.get(backup.reason, Message("{reason}", {"reason": backup.reason}))
    return KeptBackup(backup.path, backup.at, reason, backup.path.stat().st_size)

"""Keeping the store safe: restoring a backup, and examining it."""

from __future__ import annotations

from pathlib import Path

from moushi import paths
from moushi.changes.model import Finding
from moushi.desk.desk import Desk
from moushi.store import doctor, restore


def restore_backup(backup: Path, store: Path | None = None) -> Path:
    """Put a backup in the place of a store (the person's own when none is named); returns that place.

    The present store is backed up first. `MoushiError` when the backup is none, or the store is in use.
    """
    place = store or paths.default_store()
    restore(backup, place)
    return place


def examine(desk: Desk) -> list[Finding]:
    """What is wrong with the store; nothing when it is sound."""
    return doctor(desk.store)

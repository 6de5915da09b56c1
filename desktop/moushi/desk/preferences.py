"""What a person prefers on this machine: language and appearance, kept in a small file of their own.

They are needed before any store is open, hence no `setting_*` table.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import platformdirs

from moushi import paths
from moushi.errors import Message, MoushiError, reason_of, say


class Language(StrEnum):
    """Language of the window and of messages."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


class Appearance(StrEnum):
    """Colours of the window: as the system has them, light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's preferences; the defaults are those of a first start.

    `person` is the name that stands in the history; `store`, `exports` and `imports` (where the files lay
    that were taken in last) are paths, "" for the usual places.
    """

    language: Language = Language.CHINESE
    appearance: Appearance = Appearance.SYSTEM
    person: str = ""
    store: str = ""
    exports: str = ""
    imports: str = ""


def load() -> Preferences:
    """The stored preferences; what is missing or unreadable stands at its default, and is logged."""
    path = paths.settings_dir() / "preferences.json"
    if not path.exists():
        return Preferences()
    try:
        held = json.loads(path.read_text("utf-8"))
        texts = {name: str(held.get(name, "")) for name in ("person", "store", "exports", "imports")}
        return Preferences(Language(held["language"]), Appearance(held["appearance"]), **texts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        logging.getLogger(__name__).warning("%s is unreadable, defaults are used", path, exc_info=True)
        return Preferences()


def save(preferences: Preferences) -> None:
    """Keep the preferences for the next start; `MoushiError` when their folder cannot be written."""
    folder = paths.settings_dir()
    fresh = folder / f"preferences.{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(preferences), ensure_ascii=False), "utf-8")
        fresh.replace(folder / "preferences.json")
    except OSError as fault:
        raise MoushiError(
            "The preferences could not be saved in {folder}: {reason}. They hold until Moushi is closed.",
            folder=folder,
            reason=reason_of(fault),
        ) from fault


def change(**fields: Any) -> Preferences:
    """Keep some preferences and leave the others as they are stored; `MoushiError` as for `save`."""
    preferred = replace(load(), **fields)
    save(preferred)
    return preferred


def store_to_open() -> tuple[Path, Message | None]:
    """The store to begin with: the one kept as such, else the usual one; with a word on one that is gone."""
    kept = load().store
    usual = paths.default_store()
    if not kept or Path(kept) == usual:
        return usual, None
    try:
        if Path(kept).is_file():
            return Path(kept), None
    except OSError:  # a share that does not answer counts as gone
        pass
    return usual, say(
        "{path}, the store you had open last, is not there. If it is on a USB drive or another disk, connect "
        "that and open it with File ▸ Open Store…; until then you see the usual store {usual}.",
        path=kept,
        usual=usual,
    )


def import_folder() -> Path:
    """Where files to be taken in are looked for first: where the last ones lay, else the person's home."""
    last = load().imports
    return Path(last) if last and Path(last).is_dir() else Path.home()


def export_folder() -> Path:
    """Where files that are made are offered to be kept: the folder chosen, else the person's documents."""
    chosen = load().exports
    return Path(chosen) if chosen and Path(chosen).is_dir() else platformdirs.user_documents_path()

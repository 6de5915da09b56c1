"""What a person prefers on this machine: language and appearance, kept in a small file of their own.

They are needed before any store is open, hence no `setting_*` table.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass
from enum import StrEnum

from moushi import paths
from moushi.errors import MoushiError


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
    """A person's preferences; the defaults are those of a first start."""

    language: Language = Language.CHINESE
    appearance: Appearance = Appearance.SYSTEM


def load() -> Preferences:
    """The stored preferences; what is missing or unreadable stands at its default, and is logged."""
    path = paths.settings_dir() / "preferences.json"
    if not path.exists():
        return Preferences()
    try:
        held = json.loads(path.read_text("utf-8"))
        return Preferences(Language(held["language"]), Appearance(held["appearance"]))
    except (OSError, ValueError, KeyError, TypeError):
        logging.getLogger(__name__).warning("%s is unreadable, defaults are used", path, exc_info=True)
        return Preferences()


def save(preferences: Preferences) -> None:
    """Keep the preferences for the next start; `MoushiError` when their folder cannot be written."""
    folder = paths.settings_dir()
    fresh = folder / f"preferences.{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(preferences)), "utf-8")
        fresh.replace(folder / "preferences.json")
    except OSError as fault:
        raise MoushiError(
            "The preferences could not be saved in {folder}: {reason}. They hold until Moushi is closed.",
            folder=folder,
            reason=fault.strerror,
        ) from fault

"""Dialogs for files of whole stores: choosing one to bring in, naming one to carry away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from moushi.errors import say
from moushi.ui.words import Words

_PATTERNS = "*.sqlite *.moushi"


def choose_store_file(parent: QWidget, words: Words, title: str, folder: Path) -> Path | None:
    """The store, or the file of one, that a person chooses."""
    kind = words(say("Moushi store"))
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{kind} ({_PATTERNS})")
    return Path(chosen) if chosen else None


def name_store_file(parent: QWidget, words: Words, title: str, suggested: Path) -> Path | None:
    """The file that a person names for a whole store."""
    kind = words(say("Moushi store"))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), f"{kind} (*.sqlite)")
    return Path(chosen) if chosen else None

"""Which files or folder come in: asked for where the last ones lay, which is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from moushi.desk import preferences
from moushi.errors import Message, say
from moushi.ui.workplace import Workplace


def ask_files(
    parent: QWidget, workplace: Workplace, title: Message, kinds: Message, endings: str
) -> list[Path]:
    """Let the person choose files, of these endings (`*.xlsx *.xls`) or any; none when they leave it."""
    words = workplace.words
    filters = f"{words(kinds)} ({endings});;{words(say('All files'))} (*)"
    folder = str(preferences.import_folder())
    chosen, _ = QFileDialog.getOpenFileNames(parent, words(title), folder, filters)
    files = [Path(each) for each in chosen]
    if files:
        _remember(workplace, files[0].parent)
    return files


def ask_folder(parent: QWidget, workplace: Workplace, title: Message) -> Path | None:
    """Let the person choose a folder whose files come in; None when they leave it."""
    folder = str(preferences.import_folder())
    chosen = QFileDialog.getExistingDirectory(parent, workplace.words(title), folder)
    if not chosen:
        return None
    _remember(workplace, Path(chosen))
    return Path(chosen)


def _remember(workplace: Workplace, folder: Path) -> None:
    workplace.guarded(lambda: preferences.change(imports=str(folder)))

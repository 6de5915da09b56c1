"""Where a file that is made goes: asked for in the folder of the last one, and told with ways to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from moushi.desk import preferences
from moushi.errors import Message
from moushi.ui.workplace import Workplace


def ask_where(
    parent: QWidget, workplace: Workplace, title: Message, kind: Message, *, name: str, ending: str
) -> Path | None:
    """Let the person name the file; None when they think better of it. The folder is remembered."""
    words = workplace.words
    suggested = str(preferences.export_folder() / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, words(title), suggested, f"{words(kind)} (*{ending})")
    if not chosen:
        return None
    path = Path(chosen)
    workplace.guarded(lambda: preferences.change(exports=str(path.parent)))
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

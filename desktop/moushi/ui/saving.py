"""Where a file that is made goes: asked for in the folder of the last one, and told with ways to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from moushi.desk import preferences
from moushi.errors import Message
from moushi.ui.workplace import Workplace


def ask_where(
    parent: QWidget, workplace: Workplace, title: Message, kinds: Mapping[str, Message], *, name: str
) -> Path | None:
    """Let the person name a file of one of these kinds, by their endings; None when they think better of it.

    `name` is suggested, with the first ending. The folder is remembered.
    """
    words = workplace.words
    filters = {f"{words(kind)} (*{ending})": ending for ending, kind in kinds.items()}
    suggested = str(preferences.export_folder() / f"{name}{next(iter(kinds))}")
    chosen, taken = QFileDialog.getSaveFileName(parent, words(title), suggested, ";;".join(filters))
    if not chosen:
        return None
    path = Path(chosen)
    workplace.guarded(lambda: preferences.change(exports=str(path.parent)))
    ending = filters.get(taken, next(iter(kinds)))
    return path if path.suffix.lower() in kinds else path.with_name(path.name + ending)

"""Files that were written, opened in the person's own programs and shown in their folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from moushi.errors import Message, say
from moushi.ui.notices import Action
from moushi.ui.workplace import Workplace


def open_file(workplace: Workplace, path: Path) -> None:
    """Open a file in the program that this machine has for it."""
    if not path.exists():
        workplace.tell(say("{path} is no longer there: it was moved, renamed or deleted.", path=path))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        workplace.tell(say("This machine has no program for {file}.", file=path.name))


def show_in_folder(workplace: Workplace, path: Path) -> None:
    """Open the folder of a file."""
    open_folder(workplace, path.parent)


def open_folder(workplace: Workplace, folder: Path) -> None:
    """Open a folder in the program that this machine has for them."""
    if not folder.is_dir():
        workplace.tell(say("The folder {folder} is no longer there.", folder=folder))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        workplace.tell(say("The folder cannot be opened here. It is {folder}", folder=folder))


def tell_written(workplace: Workplace, message: Message, path: Path) -> None:
    """Say that a file was written, with buttons to open it and to show its folder."""
    opening: Action = (say("Open File"), lambda: open_file(workplace, path))
    showing: Action = (say("Show in Folder"), lambda: show_in_folder(workplace, path))
    workplace.notices.show(message, opening, showing, passing=True)

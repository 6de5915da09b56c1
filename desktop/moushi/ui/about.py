"""About Moushi: version, where the data and the log lie, licences."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtWidgets import QDialog, QWidget

from moushi import __version__, paths
from moushi.desk import logs
from moushi.errors import say
from moushi.ui.generated.about import Ui_About
from moushi.ui.words import Words


class About(QDialog):
    """A window beside the main one; it can stay open, and is freed when closed."""

    def __init__(self, store: Path | None, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._words = words
        self.ui = Ui_About()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.ui.text.document().setDocumentMargin(12)
        self.resize(self.size().boundedTo(parent.screen().availableSize() * 0.85))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        purpose = say(
            "Moushi keeps a federation's plan, its chambers and its members, and makes the newspaper article "
            "and the progress sheet of them. It needs no network."
        )
        licence = say("Moushi is free software under the MIT licence. It uses Qt for Python under the LGPL.")
        places = (
            (say("Version"), f"{__version__} (Qt {qVersion()})"),
            (say("Open store"), str(self._store or "—")),
            (say("Data folder"), str(paths.data_dir())),
            (say("Log file"), str(logs.log_file())),
        )
        rows = "".join(
            f"<p>{escape(self._words(label))}<br><b>{escape(text)}</b></p>" for label, text in places
        )
        self.ui.text.setHtml(
            f"<p>{escape(self._words(purpose))}</p>{rows}<p>{escape(self._words(licence))}</p>"
        )

"""About Moushi: version, where the data and the log lie, licences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from moushi import __version__, paths
from moushi.desk import logs
from moushi.ui.generated.about import Ui_About


class About(QDialog):
    """A window beside the main one; it can stay open, and is freed when closed."""

    def __init__(self, store: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_About()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        shown = {
            self.ui.version: __version__,
            self.ui.store: str(store or ""),
            self.ui.data: str(paths.data_dir()),
            self.ui.log: str(logs.log_file()),
        }
        for box, text in shown.items():
            box.setText(text)
            box.setCursorPosition(0)

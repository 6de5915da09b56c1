"""The menu Help: guide, sample, log, about; each is loaded when it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from moushi.errors import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from moushi.ui.generated.main_window import Ui_MainWindow
    from moushi.ui.workplace import Workplace


class HelpMenu(QObject):
    """What the menu's entries do."""

    def __init__(
        self, workplace: Workplace, ui: Ui_MainWindow, show_sample: Callable[[Path], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._show_sample_store = show_sample
        self._window = window
        ui.showGuide.triggered.connect(lambda: workplace.guarded(self._show_guide))
        ui.showSample.triggered.connect(self._show_sample)
        ui.saveLog.triggered.connect(self.save_log)
        ui.about.triggered.connect(self._show_about)

    def save_log(self) -> None:
        """Write the log to a file that the person names."""
        from PySide6.QtWidgets import QFileDialog

        from moushi.desk import logs

        title = self._workplace.words(say("Save the Log"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / logs.log_file().name))
        if chosen:
            self._workplace.guarded(lambda: logs.save_log(Path(chosen)))

    def _show_sample(self) -> None:
        from moushi.desk.beginning import make_sample  # loads the records

        now = self._workplace.now()
        told = say("Preparing the sample")
        self._workplace.run(told, lambda _: make_sample(now), self._show_sample_store)

    def _show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        from moushi.ui.guide import Guide

        guide = self._window.findChild(Guide)
        if guide is None:
            Guide(self._workplace.words, self._window).show()
        else:
            guide.raise_()
            guide.activateWindow()

    def _show_about(self) -> None:
        from moushi.ui.about import About

        path = self._workplace.desk.path if self._workplace.is_open else None
        About(path, self._workplace.words, self._window).show()

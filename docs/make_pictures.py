"""Makes docs/images/window.png: the window on the sample store, as a person sees it.

python docs/make_pictures.py
"""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

IMAGES = Path(__file__).resolve().parent / "images"
WIDTH, HEIGHT = 1280, 760


def main() -> int:
    """Fill a store with the sample, open the window on it, walk to an item and take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "MOUSHI_HOME": folder, "MOUSHI_LANG": "zh"}
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QTreeView

        from moushi.app import open_desk, run_window
        from moushi.desk.desk import open_for_work
        from moushi.desk.sample import fill_sample
        from moushi.ui.source import Source
        from moushi.ui.window import MainWindow

        store = Path(folder, "moushi.sqlite")
        with open_for_work(store) as desk:
            fill_sample(desk, datetime.now(UTC))

        def take() -> None:
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.resize(WIDTH, HEIGHT)
            outline = window.findChild(QTreeView, "outline")
            assert outline is not None
            outline.setFocus()
            for key in "DDDDRDD":  # down to the second theme, open it, on to its second item
                QTest.keyClick(outline, Qt.Key.Key_Down if key == "D" else Qt.Key.Key_Right)
            QApplication.processEvents()
            window.grab().save(str(IMAGES / "window.png"))
            window.close()

        def open_and_take(path: Path) -> Source:
            QTimer.singleShot(0, take)
            return open_desk(path)

        return run_window(store, open_and_take)


if __name__ == "__main__":
    raise SystemExit(main())

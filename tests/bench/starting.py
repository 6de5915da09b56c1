"""Run in a process of its own: `starting.py bare BEGAN` or `starting.py window BEGAN STORE`.

Prints seconds since BEGAN, the monotonic clock just before the process was made. `bare` is a bare QMainWindow
at its first paint. `window` is the program at three moments: its first paint; the plan page can be used (it
is painted with the outline, a key pressed at that instant is taken there, what it brings is painted); the
newspaper column is painted beside it (nan: the screen is too narrow for it).
"""

from __future__ import annotations

import os
import sys
import time
from math import nan

_began = float(sys.argv[2])


def since_start() -> float:
    """Seconds since this process was made."""
    return time.monotonic() - _began


def bare() -> None:
    """A bare QMainWindow: what nothing can be quicker than."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    painted: list[float] = []

    class Window(QMainWindow):
        def paintEvent(self, event) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            painted.append(since_start())
            QTimer.singleShot(0, self.close)

    app = QApplication(["bare"])
    window = Window()
    window.showMaximized()  # as the program on a laptop's screen
    app.exec()
    print(f"{painted[0]:.4f}")


def window(store: str) -> None:
    """The program on a store."""
    from moushi import __main__
    from moushi.ui.window import MainWindow

    at: dict[str, float] = {}
    paint, begin = MainWindow.paintEvent, MainWindow._begin

    def first_paint(self, event) -> None:
        paint(self, event)
        at.setdefault("painted", since_start())

    def begun(self) -> None:
        begin(self)
        watch(self, self.pages.current)

    def watch(self, page) -> None:
        from PySide6.QtCore import QEvent, Qt, QTimer
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        paint_page, paint_column = page.paintEvent, page.ui.strip.paintEvent
        outline = page.ui.outline
        first = outline.currentIndex()
        assert first.isValid()

        def page_painted(event) -> None:
            paint_page(event)
            if "outline" not in at:
                at["outline"] = since_start()
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    down = QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
                    QApplication.postEvent(outline, down)
            elif "usable" not in at and outline.currentIndex() != first:
                at["usable"] = since_start()
                QTimer.singleShot(0, self, lambda: report_moments(self, page))

        def column_painted(event) -> None:
            paint_column(event)
            if "column" not in at and page.ui.strip.galley:
                at["column"] = since_start()
                QTimer.singleShot(0, self, lambda: report_moments(self, page))

        page.paintEvent, page.ui.strip.paintEvent = page_painted, column_painted

    def report_moments(self, page) -> None:
        if page.ui.stripPane.isHidden():
            at.setdefault("column", nan)
        if {"usable", "column"} <= at.keys():
            print(*(f"{at[moment]:.4f}" for moment in ("painted", "usable", "column")))
            self.close()

    def fail(_self, fault: BaseException) -> None:
        print(fault, file=sys.stderr)
        os._exit(1)

    MainWindow.paintEvent = first_paint
    MainWindow.report = fail
    MainWindow._begin = begun
    sys.argv = ["moushi", "--store", store]
    __main__.main()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else window(sys.argv[3])

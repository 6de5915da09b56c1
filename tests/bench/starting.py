"""Run in a process of its own: `starting.py bare BEGAN` or `starting.py window BEGAN STORE`.

Prints seconds since BEGAN, the monotonic clock just before the process was made. `bare` is a bare QMainWindow
at its first paint; `window` is the program at its first paint, and when the plan page can be used: painted
with the outline, and a key taken there.
"""

from __future__ import annotations

import os
import sys
import time

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
    window.resize(1180, 720)
    window.show()
    app.exec()
    print(f"{painted[0]:.4f}")


def window(store: str) -> None:
    """The program on a store."""
    from moushi import __main__
    from moushi.ui.window import MainWindow

    painted: list[float] = []
    paint, begin = MainWindow.paintEvent, MainWindow._begin

    def first_paint(self, event) -> None:
        paint(self, event)
        if not painted:
            painted.append(since_start())

    def usable(self) -> None:
        begin(self)
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()
        outline = self.pages.current.ui.outline
        before = outline.currentIndex()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(outline, QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
        QApplication.processEvents()
        assert outline.currentIndex() != before
        print(f"{painted[0]:.4f} {since_start():.4f}")
        self.close()

    def report(_self, fault: BaseException) -> None:
        print(fault, file=sys.stderr)
        os._exit(1)

    MainWindow.paintEvent = first_paint
    MainWindow.report = report
    MainWindow._begin = usable
    sys.argv = ["moushi", "--store", store]
    __main__.main()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else window(sys.argv[3])

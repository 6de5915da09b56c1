"""Run in a process of its own: `starting.py bare|window STORE` prints seconds since the process began.

`bare` is a bare QMainWindow at its first paint; `window` is the program at its first paint, and when the plan
page can be used: the outline shown, a keystroke in an item taken.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def since_start() -> float:
    """Seconds since this process was made, by the system's own clock."""
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    began = ticks / os.sysconf("SC_CLK_TCK")
    return uptime - began


def bare() -> None:
    """A bare QMainWindow: what nothing can be quicker than."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, self.close)

    app = QApplication(["bare"])
    window = Window()
    window.resize(1180, 720)
    window.show()
    app.exec()
    print(f"{since_start():.3f}")


def window(store: str) -> None:
    """The program on a store."""
    from moushi import __main__
    from moushi.ui.window import MainWindow

    painted: list[float] = []
    paint = MainWindow.paintEvent

    def first_paint(self, event) -> None:
        paint(self, event)
        if not painted:
            painted.append(since_start())

    begin = MainWindow._begin

    def usable(self) -> None:
        begin(self)
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()
        print(f"{painted[0]:.3f} {since_start():.3f}")
        self.close()

    MainWindow.paintEvent = first_paint
    MainWindow._begin = usable
    sys.argv = ["moushi", "--store", store]
    __main__.main()


if __name__ == "__main__":
    start = time.perf_counter()
    bare() if sys.argv[1] == "bare" else window(sys.argv[2])

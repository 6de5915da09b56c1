"""A dressed application, Chinese and light, and windows that are closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.ui import appearance, translators
from moushi.ui.source import Opener
from moushi.ui.window import MainWindow
from ui.plans import MemorySource, county

ShowWindow = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform, not ours, has this to say of every window with a least size."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    before = qapp.font(), qapp.palette(), qapp.style().objectName()
    translators.speak(qapp, Language.CHINESE)
    appearance.dress(qapp, Appearance.LIGHT)
    yield qapp
    translators.speak(qapp, Language.ENGLISH)
    font, palette, style = before
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def show(app: QApplication, qtbot: QtBot) -> Iterator[ShowWindow]:
    """Shows a window on a source (or an opener of sources) and opens its store."""
    windows: list[MainWindow] = []

    def shown(
        source: MemorySource | Opener | None = None, language: Language = Language.CHINESE
    ) -> MainWindow:
        opened = source or MemorySource(county())
        opener = (lambda _: opened) if isinstance(opened, MemorySource) else opened
        translators.speak(app, language)
        window = MainWindow(app, opener, Preferences(language, Appearance.LIGHT))
        windows.append(window)
        window.resize(1000, 600)
        window.show()
        window.open_store(opened.path if isinstance(opened, MemorySource) else Path("county.sqlite"))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield shown
    for window in windows:
        if isValid(window):
            window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

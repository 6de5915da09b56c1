"""The program as a process of its own: start, faults, and what is loaded when."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from moushi.app import input_method

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from moushi import app
from moushi.ui.notices import Notice
from moushi.ui.window import MainWindow

def the_window():
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))

{script}
code = app.run_window(Path(sys.argv[1]), opener)
print("left with", code)
"""


@pytest.fixture
def start(tmp_path):
    """Runs the window in a process with a script that defines `opener`; returns what it printed."""

    def started(script: str, **environ: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", START.format(script=script), str(tmp_path / "county.sqlite")],
            env=os.environ
            | {"MOUSHI_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
            | environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return started


def test_the_window_stands_before_the_store_is_opened_or_the_records_are_loaded(start):
    script = """
def opener(path):
    window = the_window()
    print("painted", window.isVisible(), window.ui.openingText.text())
    print("loaded", [name for name in sys.modules if name in
        ("sqlalchemy", "alembic", "docx", "openpyxl", "lxml",
         "moushi.domain.records", "moushi.changes.model")])
    QTimer.singleShot(0, window.close)
    return app.open_desk(path)
"""
    printed = start(script)
    assert "painted True 正在打开…" in printed
    assert "loaded []" in printed
    assert "left with 0" in printed


def test_a_store_is_made_where_none_was_and_the_window_shows_it(start, tmp_path):
    script = """
def opener(path):
    window = the_window()
    def look():
        print(window.windowTitle(), window.ui.pages.currentWidget().objectName())
        window.close()
    QTimer.singleShot(0, look)
    return app.open_desk(path)
"""
    assert "county.sqlite – Moushi firstPage" in start(script, MOUSHI_LANG="en")
    assert (tmp_path / "county.sqlite").exists()


def test_a_fault_nobody_expected_is_shown_and_logged_with_its_trace(start, tmp_path):
    script = """
def opener(path):
    window = the_window()
    def look():
        shown = [button.text() for button in window.findChildren(QPushButton) if button.isVisible()]
        print(shown, window.ui.closedText.isVisible())
        window.close()
    QTimer.singleShot(200, look)
    raise ValueError("a bent oar")
"""
    assert "['另存日志…'] True" in start(script)
    log = (tmp_path / "home" / "logs" / "moushi.log").read_text("utf-8")
    assert "ValueError: a bent oar" in log
    assert "in opener" in log


def test_a_fault_on_another_thread_and_a_warning_of_qt_are_logged_too(start, tmp_path):
    script = """
import threading
from PySide6.QtCore import qWarning
def opener(path):
    def fail():
        raise ValueError("a lost net")
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qWarning("a loose sail")
    QTimer.singleShot(0, the_window().close)
    return app.open_desk(path)
"""
    start(script)
    log = (tmp_path / "home" / "logs" / "moushi.log").read_text("utf-8")
    assert "ValueError: a lost net" in log
    assert "a loose sail" in log


def test_a_home_that_cannot_be_written_is_told_and_the_window_stays(start, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    script = """
def opener(path):
    window = the_window()
    def look():
        print([notice.findChild(QLabel).text() for notice in window.findChildren(Notice)])
        window.close()
    QTimer.singleShot(0, look)
    return app.open_desk(path)
"""
    assert "日志无法写入" in start(script)


FCITX_HERE = ["libfcitx5platforminputcontextplugin.so"]
IBUS = {"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "ibus"}


@pytest.mark.parametrize(
    ("environ", "plugins", "changed"),
    [
        ({"QT_IM_MODULE": "fcitx"}, [], IBUS),
        ({"QT_IM_MODULE": "fcitx5"}, [], IBUS),
        ({"QT_IM_MODULE": "fcitx"}, FCITX_HERE, {}),
        ({"QT_IM_MODULES": "fcitx;fcitx5", "QT_IM_MODULE": "fcitx"}, [], IBUS),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "fcitx"}, [], {}),
        ({"QT_IM_MODULE": "ibus"}, [], {}),
        ({"QT_IM_MODULE": "compose"}, [], {}),
        ({"XMODIFIERS": "@im=fcitx"}, [], {"QT_IM_MODULE": "ibus"}),
        ({"XMODIFIERS": "@im=none"}, [], {}),
        ({}, [], {}),
    ],
)
def test_chinese_can_be_typed_through_ibus_where_no_plugin_for_fcitx_is_here(environ, plugins, changed):
    assert input_method(environ, plugins) == changed

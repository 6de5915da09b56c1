"""The window's start: input method, language, look, and what happens to faults nobody expected."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from moushi import __version__
from moushi.desk import language, preferences
from moushi.desk.preferences import Appearance
from moushi.errors import MoushiError, say
from moushi.ui.window import MainWindow

STYLE = ("-style", "Fusion")
"""Qt's arguments for the style: if it were set later, there would be another one first."""

if TYPE_CHECKING:  # what the first paint can do without is loaded after it
    from moushi.desk.desk import Desk
    from moushi.ui.workplace import Opener


def open_desk(path: Path) -> Desk:
    """The desk on a store, for work or, if somebody else is at it, for reading."""
    from moushi.desk.desk import open_to_look  # loads SQLAlchemy: after the first paint

    return open_to_look(path, preferences.load().person)


def run_window(store: Path | None = None, open_source: Opener = open_desk) -> int:
    """Show the window on a store (None: the default one) until it is closed; returns the exit code.

    `open_source` is called once the window stands on the screen.
    """
    if sys.platform == "linux":
        os.environ |= input_method(os.environ, _plugins())
    _read_no_sources()
    gc.disable()  # starting makes much and frees little: looking for garbage is an eighth of its time
    app = QApplication(["moushi", *STYLE])
    app.setApplicationName("Moushi")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("moushi")
    preferred = replace(preferences.load(), language=language.chosen())
    if preferred.appearance is Appearance.DARK:
        from PySide6.QtCore import Qt  # takes as long as painting an empty window

        app.styleHints().setColorScheme(Qt.ColorScheme.Dark)  # no white flash
    window = MainWindow(app, open_source, preferred)
    with contextlib.ExitStack() as stack:
        window.painted.connect(lambda: _begin(app, window, stack, store))
        window.show_fitting()
        return app.exec()


def input_method(environ: Mapping[str, str], plugins: Iterable[str]) -> dict[str, str]:
    """The variables that let Chinese be typed: ibus where fcitx is asked for and no plugin for it is here.

    PySide6's wheels bring a plugin for ibus and none for fcitx; fcitx5 also serves those who speak ibus.
    """
    asked = environ.get("QT_IM_MODULES") or environ.get("QT_IM_MODULE") or ""
    if not asked:
        served = environ.get("XMODIFIERS", "").removeprefix("@im=")
        return {"QT_IM_MODULE": "ibus"} if served in {"fcitx", "fcitx5", "ibus"} else {}
    only_fcitx = all(module.startswith("fcitx") for module in asked.split(";"))
    if only_fcitx and not any("fcitx" in plugin for plugin in plugins):
        return {"QT_IM_MODULES": "ibus", "QT_IM_MODULE": "ibus"}
    return {}


def _begin(app: QApplication, window: MainWindow, stack: contextlib.ExitStack, store: Path | None) -> None:
    """What waits until the window stands: language and look, menus and pages, the log, then the store."""
    from PySide6.QtCore import QEvent

    from moushi.desk import logs
    from moushi.ui import appearance, translators

    stack.enter_context(_faults_shown(window))
    faults: list[MoushiError] = []
    try:
        translators.speak(app, window.preferred.language)
    except MoushiError as fault:  # everything else can be said in English
        faults.append(fault)
    app.sendPostedEvents(None, QEvent.Type.LanguageChange)  # else all that comes now is translated twice
    appearance.dress(app, window.preferred.appearance)
    window.furnish()
    try:
        stack.enter_context(logs.logging_to_file())
    except MoushiError as fault:
        faults.append(fault)
    path, missing = (store, None) if store else preferences.store_to_open()
    try:
        window.open_store(path)
    finally:
        gc.freeze()
        gc.enable()
    for found in faults:
        window.report(found)
    if missing:
        window.notices.show(missing)
    if appearance.chinese_face() is None:
        window.notices.show(
            say(
                "No Chinese typeface was found, so that signs may be missing or look foreign. Install one, "
                "for example the package fonts-noto-cjk, and start Moushi again."
            )
        )


@contextlib.contextmanager
def _faults_shown(window: MainWindow) -> Iterator[None]:
    """Until left, log and show faults that nothing caught, on any thread; log Qt's warnings."""
    import logging
    import threading

    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
    from shiboken6 import isValid

    from moushi.desk import logs

    levels = {
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }

    def tell(fault: BaseException | None) -> None:
        if fault is None or not isinstance(fault, Exception):
            return
        if isValid(window):
            window.faulted.emit(fault)
        else:
            logs.report_bug(fault)

    def from_qt(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
        if kind in levels:
            logging.getLogger("qt").log(levels[kind], "%s", text)

    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = lambda _kind, fault, _trace: tell(fault)
    threading.excepthook = lambda arguments: tell(arguments.exc_value)
    handler = qInstallMessageHandler(from_qt)
    try:
        yield
    finally:
        qInstallMessageHandler(handler)
        sys.excepthook, threading.excepthook = hooks


def _read_no_sources() -> None:
    """Keep PySide from reading the source of every module that is imported from now on.

    It looks there for its own name, for the sake of `from __feature__ import`, which nothing here uses; that
    takes an eleventh of the start. What is answered here is what it takes modules without a source to be.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):  # not PySide's public interface: elsewhere starting is slower
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]  # noqa: SLF001 - asked for above


def _plugins() -> list[str]:
    """The names of Qt's input method plugins, of PySide6's own and of those the system names."""
    import PySide6

    own = Path(PySide6.__file__).parent / "Qt" / "plugins"
    named = os.environ.get("QT_PLUGIN_PATH", "").split(os.pathsep)
    folders = [own, *(Path(folder) for folder in named if folder)]
    return [plugin.name for folder in folders for plugin in folder.glob("platforminputcontexts/*")]

"""Memory does not grow with use: pages turned to and read anew, dialogs opened and closed."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

import factories as make
from moushi.ui.window import MainWindow
from ui.conftest import ShowWindow
from ui.plans import county

SWITCHES = 1_000
DIALOGS = 200
_MOST = 16 * 2**20
"""Bytes by which the process may grow: what is kept for good reason, not what is lost a thousand times."""

_GROWS = Path("/proc/self/statm")


def full_county() -> list[make.Record]:
    """Something to show on every page."""
    records = list(county())
    of, plan = records[0], records[1]
    item = next(each for each in records if isinstance(each, make.r.PlanItem))
    measure = make.measure(item)
    members = [make.member(of, f"远帆渔具{n}") for n in range(20)]
    chamber = make.chamber(of)
    article = make.article(plan.year)
    records += [measure, make.progress(measure), chamber, *members, article, make.section(article, plan)]
    return [*records, *(make.membership(member, chamber) for member in members)]


def freed() -> None:
    """Let go of everything that waits to be freed."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def objects(window: MainWindow) -> dict[str, int]:
    """How many there are of what a leak adds to: Qt's objects by class, by where they hang."""
    found = Counter(f"{type(each).__name__} in the window" for each in window.findChildren(QObject))
    found["widgets anywhere"] = len(QApplication.allWidgets())
    found["children of the application"] = len(QApplication.instance().findChildren(QObject))
    return found


def values() -> Counter[str]:
    """Python's objects of the program's classes and of Qt's; Python's part of what Qt has freed is none."""
    there = (type(each) for each in gc.get_objects() if isValid(each))
    names = (f"{kind.__module__}.{kind.__qualname__}" for kind in there)
    return Counter(name for name in names if name.startswith(("moushi.", "PySide6.")))


def resident() -> int:
    """Bytes of memory that the process holds; 0 where the system does not tell."""
    return int(_GROWS.read_text().split()[1]) * 4096 if _GROWS.exists() else 0


def assert_nothing_stays(window: MainWindow, act: Callable[[int], None], warm: int, times: int) -> None:
    """Do something often: afterwards there is no more than after the first few times."""
    for number in range(warm):
        act(number)
    freed()
    had, held, weighed = objects(window), values(), resident()
    for number in range(warm, warm + times):
        act(number)
    freed()
    assert objects(window) - had == {}
    few = max(times // 20, 2)  # a value that is kept once is no leak
    assert {name: more for name, more in (values() - held).items() if more > few} == {}
    assert resident() - weighed < _MOST


def test_turning_pages_leaves_nothing_behind(show: ShowWindow) -> None:
    window = show(full_county())
    actions = [action for action, _ in window._rail.values() if action.isVisible()]
    assert len(actions) == len(window._rail) - 1  # nothing is to be reviewed

    def turn(number: int) -> None:
        lap, place = divmod(number, len(actions))
        if place == 0 and lap % 4 == 0:
            window.ui.reload.trigger()  # all pages read the store again
        actions[place].trigger()
        QApplication.processEvents()

    laps = -(-SWITCHES // len(actions))  # whole ones: a page in view has more, such as its menu's lines
    assert_nothing_stays(window, turn, 6 * len(actions), laps * len(actions))


def close_dialog() -> None:
    """Close the dialog in front as Escape does."""
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_dialogs_leave_nothing_behind(show: ShowWindow) -> None:
    window = show(full_county())
    page = window.show_page("article")
    files = [window.ui.takeIn, window.ui.openStore, window.ui.backUp, window.ui.saveLog]

    def about() -> None:
        window.ui.about.trigger()
        QApplication.processEvents()
        window.findChild(QDialog).close()

    def preview() -> None:
        page.print_out.trigger()
        QApplication.processEvents()
        close_dialog()

    def file(number: int) -> None:
        QTimer.singleShot(0, close_dialog)
        files[number % len(files)].trigger()

    def open_one(number: int) -> None:
        match number % 3:
            case 0:
                about()
            case 1:
                preview()
            case _:
                file(number // 3)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert_nothing_stays(window, open_one, 24, DIALOGS)

"""The budgets of the design: everything is measured beside what it is held against, in one run.

`make bench` prints them as one table. They are figures of this machine in this hour, not limits of tests: a
budget that is missed fails nothing, unless `--strict-budgets` asks for it.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.large_county import copied, large_store
from moushi.desk.desk import open_to_look
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.ui import appearance, translators
from moushi.ui.window import MainWindow

FRAME = 0.016
"""Seconds for which one picture stands on most displays."""

_ORDER = ("test_typesetting", "test_starting", "test_register", "test_files", "test_returns")
_PATIENCE = 10.0  # seconds after which nothing will be painted any more


@dataclass(frozen=True)
class Row:
    """What was measured, against what, both in seconds or megabytes, and the most it may be, if any."""

    what: str
    measured: float
    against: str
    base: float
    at_most: float | None
    unit: str

    @property
    def ratio(self) -> float:
        return self.measured / self.base

    @property
    def is_met(self) -> bool:
        return self.at_most is None or self.ratio <= self.at_most


class Budgets:
    """What the benchmarks of a run found."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def against(self, what: str, measured: float, against: str, base: float, at_most: float) -> None:
        """Hold seconds against seconds of something else, measured in the same run."""
        self.rows.append(Row(what, measured, against, base, at_most, "s"))

    def beside(self, what: str, measured: float, against: str, base: float) -> None:
        """Tell what has no budget, beside what has one."""
        self.rows.append(Row(what, measured, against, base, None, "s"))

    def within(self, what: str, measured: float, limit: float, against: str = "", unit: str = "s") -> None:
        """Hold seconds or megabytes against a fixed amount."""
        self.rows.append(Row(what, measured, against, limit, 1.0, unit))


_BUDGETS = pytest.StashKey[Budgets]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--strict-budgets", action="store_true", help="exit with 1 when a budget is missed")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_BUDGETS] = Budgets()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Go by the order of the design; what uses much memory comes last."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            # Qt's offscreen platform, not ours, has this to say of every window with a least size
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))
    if all(item.path.stem in _ORDER for item in items):
        items.sort(key=lambda item: _ORDER.index(item.path.stem))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    strict = session.config.getoption("--strict-budgets", default=False)
    missed = any(not row.is_met for row in session.config.stash[_BUDGETS].rows)
    if strict and missed and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The table."""
    rows = config.stash[_BUDGETS].rows
    if not rows:
        return
    lines = [("what", "measured", "against", "", "ratio", "budget", "met")]
    lines += [
        (
            row.what,
            _amount(row.measured, row.unit),
            row.against,
            _amount(row.base, row.unit),
            f"{row.ratio:.2f}×",
            "–" if row.at_most is None else f"{row.at_most:g}×",
            "–" if row.at_most is None else "yes" if row.is_met else "NO",
        )
        for row in rows
    ]
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    terminalreporter.section("budgets of the design (this machine, this run)")
    for line in lines:
        cells = [
            cell.ljust(width) if n in (0, 2, 6) else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        terminalreporter.write_line("  ".join(cells).rstrip())
    held = [row for row in rows if row.at_most is not None]
    met = sum(row.is_met for row in held)
    terminalreporter.write_line(f"{met} of {len(held)} budgets met; a missed one fails only --strict-budgets")


def _amount(value: float, unit: str) -> str:
    if unit != "s":
        return f"{value:.0f} {unit}"
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


@pytest.fixture
def budgets(request: pytest.FixtureRequest) -> Budgets:
    return request.config.stash[_BUDGETS]


Beside = Callable[..., tuple[float, float]]


@pytest.fixture
def beside(benchmark: Any) -> Beside:
    """Measures something in turn with what it is held against; the medians of both in seconds."""

    def measured(act: Callable[[], object], base: Callable[[], object], rounds: int) -> tuple[float, float]:
        base_times: list[float] = []

        def before() -> None:
            began = time.perf_counter()
            base()
            base_times.append(time.perf_counter() - began)

        before(), act()  # what is loaded and kept on the first call is not what is measured
        base_times.clear()
        benchmark.pedantic(act, setup=before, rounds=rounds)
        return benchmark.stats.stats.median, statistics.median(base_times)

    return measured


def nearly_worst(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


class Painted(QObject):
    """Counts how often a widget is painted, and waits for it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False

    def after(self, act: Callable[[], object]) -> None:
        """Do something, and return when its outcome stands on the screen."""
        before, late = self.count, time.monotonic() + _PATIENCE
        act()
        QApplication.processEvents()
        while self.count == before:
            assert time.monotonic() < late, "nothing was painted"
            QApplication.processEvents()


@pytest.fixture(scope="session")
def store() -> Path:
    """The store of 100,000 members; not to be changed."""
    return large_store()


@pytest.fixture(scope="module")
def window(qapp: QApplication, store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The real window in Chinese on a copy of the store, as large as a laptop's screen."""
    folder = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOUSHI_HOME", str(folder / "home"))
        translators.speak(qapp, Language.CHINESE)
        appearance.dress(qapp, Appearance.LIGHT)
        shown = MainWindow(qapp, open_to_look, Preferences(Language.CHINESE, Appearance.LIGHT))
        shown.furnish()
        shown.resize(1366, 768)
        shown.show()
        shown.open_store(copied(folder))
        shown.activateWindow()
        assert QTest.qWaitForWindowActive(shown)
        gc.collect()
        gc.freeze()  # as the program does once it has started
        yield shown
        gc.unfreeze()
        shown.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        translators.speak(qapp, Language.ENGLISH)

"""Starting on a store of 100,000 members: the median of some starts, each in a process of its own.

The screen is a clerk's, 1366×768, where the newspaper column stands beside outline and form.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from bench.conftest import Budgets
from bench.large_county import copied

pytestmark = pytest.mark.bench

STARTS = 7
_PATIENCE = 60  # seconds after which a start has failed
_SCREEN = {
    "name": "laptop",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
_SCRIPT = Path(__file__).parent / "starting.py"


class Starts:
    """The times of starts in turn: a bare window, the program's."""

    def __init__(self, store: Path, home: Path) -> None:
        self._store = store
        screen = home.with_name("screen.json")
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        platform = f"offscreen:configfile={screen}"
        self._environ = os.environ | {"MOUSHI_HOME": str(home), "QT_QPA_PLATFORM": platform}
        self._environ.pop("PYTHONDONTWRITEBYTECODE", None)
        self.bare: list[float] = []
        self.painted: list[float] = []
        self.usable: list[float] = []
        self.column: list[float] = []

    def start_bare(self) -> None:
        self.bare += self._run("bare")

    def start_window(self) -> None:
        painted, usable, column = self._run("window", str(self._store))
        self.painted.append(painted)
        self.usable.append(usable)
        self.column.append(column)

    def forget(self) -> None:
        self.bare, self.painted, self.usable, self.column = [], [], [], []

    def _run(self, what: str, *more: str) -> Iterator[float]:
        arguments = [sys.executable, str(_SCRIPT), what, repr(time.monotonic()), *more]
        ran = subprocess.run(
            arguments, env=self._environ, stdout=subprocess.PIPE, text=True, check=True, timeout=_PATIENCE
        )
        return map(float, ran.stdout.split())


def test_window_stands_and_plan_page_can_be_used(benchmark: Any, budgets: Budgets, tmp_path: Path) -> None:
    starts = Starts(copied(tmp_path), tmp_path / "home")
    starts.start_bare(), starts.start_window()  # bytecode is written, files are in memory
    starts.forget()
    benchmark.pedantic(starts.start_window, setup=starts.start_bare, rounds=STARTS)
    bare = median(starts.bare)
    budgets.against("first paint of the window", median(starts.painted), "a bare QMainWindow", bare, 1.3)
    budgets.against("plan page usable", median(starts.usable), "a bare QMainWindow", bare, 5)
    budgets.beside("… and the column beside it", median(starts.column), "a bare QMainWindow", bare)

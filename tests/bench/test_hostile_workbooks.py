"""What hostile workbooks cost until they are refused, each in a process of its own with limits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.conftest import Budgets
from intake.hostile import HOSTILE

pytestmark = pytest.mark.bench

_SCRIPT = Path(__file__).parent / "refusing.py"


def test_refusing_hostile_workbooks(benchmark: Any, budgets: Budgets, tmp_path: Path) -> None:
    found: dict[str, tuple[float, float]] = {}
    names = iter(HOSTILE)

    def write() -> tuple[tuple[Path], dict[str, Any]]:
        file = tmp_path / next(names)
        file.write_bytes(HOSTILE[file.name][0]())
        return (file,), {}

    def refuse(file: Path) -> None:
        arguments = [sys.executable, str(_SCRIPT), str(tmp_path), str(file)]
        ran = subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True)
        took, most = map(float, ran.stdout.split())
        found[file.name] = took, most

    benchmark.pedantic(refuse, setup=write, rounds=len(HOSTILE))
    slowest = max(found, key=lambda name: found[name][0])
    largest = max(found, key=lambda name: found[name][1])
    what = f"refuse {len(found)} hostile workbooks"
    budgets.within(f"{what}, the slowest ({slowest})", found[slowest][0], 4)
    budgets.within(f"{what}, the largest ({largest})", found[largest][1], 200, "the whole process", unit="MB")

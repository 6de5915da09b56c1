"""The program killed at random instants: whatever was said to be done is whole, nothing is half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from county_page import page_text
from moushi.desk.desk import open_for_work
from moushi.desk.keeping import examine

pytestmark = pytest.mark.acceptance

ROUNDS, KILLS_A_ROUND = 10, 20
EDIT = """
import sys
from pathlib import Path
from moushi.changes.model import typed
from moushi.desk.desk import open_for_work
from moushi.domain.records import PlanItem
with open_for_work(Path(sys.argv[1])) as desk:
    for turn in range(int(sys.argv[2])):
        with desk.snapshot() as snapshot:
            items = snapshot.where(PlanItem)
        if not items:  # all was undone before
            break
        item = items[turn % len(items)]
        desk.apply(typed(PlanItem, item.id, "short_title", item.short_title, f"{turn}号任务"))
"""


def command(random: Random, store: Path, folder: Path) -> list[str]:
    moushi = [sys.executable, "-m", "moushi", "--store", str(store)]
    year = ["--year", "2024"]
    return random.choice(
        [
            [*moushi, "import", str(random.choice(sorted(folder.glob("page*.txt")))), *year, "--yes"],
            [*moushi, "export", "article", str(folder / "out.txt"), *year],
            [*moushi, "export", "article", str(folder / "out.docx"), *year],
            [*moushi, "export", "progress", str(folder / "out.xlsx"), *year],
            [*moushi, "undo"],
            [sys.executable, "-c", EDIT, str(store), "30"],
        ]
    )


def killed_after(words: list[str], seconds: float, environment: dict[str, str]) -> None:
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    _, said = process.communicate()
    assert b"Traceback" not in said, said.decode()


def whole(path: Path) -> bool:
    if not path.exists():
        return True
    if path.suffix == ".txt":
        return path.read_text("utf-8").endswith("\n")
    with ZipFile(path) as package:
        return package.testzip() is None


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_killed_at_any_instant(round_, tmp_path):
    random = Random(1000 + round_)
    environment = {**os.environ, "MOUSHI_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    store = tmp_path / "plans.sqlite"
    for number in range(3):
        text = page_text(measure=21.75 + 2 * number)
        text = text.replace("守住", "护好" if number else "守住").replace(
            "问题", "难题" if number > 1 else "问题"
        )
        (tmp_path / f"page{number}.txt").write_text(text, encoding="utf-8")
    began = time.monotonic()
    first = [sys.executable, "-m", "moushi", "--store", str(store)]
    subprocess.run(
        [*first, "import", str(tmp_path / "page0.txt"), "--year", "2024", "--yes"],
        check=True,
        env=environment,
        capture_output=True,
    )
    usual = time.monotonic() - began
    with open_for_work(store) as desk:
        last = desk.store.history(1)[0].number
    for _ in range(KILLS_A_ROUND):
        killed_after(command(random, store, tmp_path), random.uniform(0.3, 1.3) * usual, environment)
        with open_for_work(store) as desk:
            assert examine(desk) == []
            newest = desk.store.history(1)[0].number
        assert newest >= last, "a change that was applied is gone"
        last = newest
        for out in tmp_path.glob("out.*"):
            assert whole(out), out.name

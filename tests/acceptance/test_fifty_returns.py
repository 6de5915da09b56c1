"""Fifty returns of 200 members taken in together, two with conflicts, three with errors."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

import fifty
from moushi.desk import accepting, reviewing
from moushi.desk.desk import Desk, open_for_work
from moushi.desk.taking_in import Batch, Wish
from moushi.desk.under_review import State, overall
from moushi.domain.kinds import ReturnEvent
from moushi.domain.records import Member, Progress
from stores import fresh_store

pytestmark = pytest.mark.acceptance

SENT, TODAY = datetime(2031, 3, 20, 9, tzinfo=UTC), date(2031, 3, 26)
CLEAN = 50 - len(fifty.CONFLICTS) - len(fifty.ERRORS) - 1


@dataclass(frozen=True)
class Held:
    store: Path
    forms: Path
    typed: dict[str, dict[tuple[UUID, str], object]]
    reports: dict[str, int]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Held:
    folder = tmp_path_factory.mktemp("fifty")
    with fresh_store(folder) as store:
        held = fifty.fifty_returns(Desk(store), folder / "forms", SENT)
        path = store.path
    return Held(path, folder / "forms", held.typed, held.reports)


@pytest.fixture
def store(made: Held, tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / made.store.name
    shutil.copyfile(made.store, copy)
    return copy


def phones(store: Path) -> dict[UUID, str | None]:
    with open_for_work(store) as desk, desk.snapshot() as snapshot:
        return {member.id: member.phone for member in snapshot.where(Member)}


def test_by_the_command_line(made, store):
    files = sorted(made.forms.iterdir())
    words = [sys.executable, "-m", "moushi", "--store", str(store), "import", "--yes", "--json"]
    ran = subprocess.run([*words, *map(str, files)], capture_output=True, text=True, check=False)
    assert ran.returncode == 1  # three files have errors
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(lines) == len(files)
    faulty = [line for line in lines if any(f["severity"] == "error" for f in line["findings"])]
    assert len(faulty) == len(fifty.ERRORS)
    assert not any(line["applied"] for line in faulty)
    for line in lines:
        changed = {(UUID(e["id"]), e["field"]): e["new"] for e in line["edits"] if e["op"] == "change"}
        assert changed == made.typed.get(line["source"], {})
        new = [e["new"]["value"] for e in line["edits"] if e["op"] == "insert"]
        assert new == [str(count) for name, count in made.reports.items() if name == line["source"]]
    now = phones(store)
    taken = [line["source"] for line in lines if line["applied"]]
    assert len(taken) == CLEAN + len(fifty.CONFLICTS)
    for name in taken:
        assert all(now[member] == phone for (member, _), phone in made.typed[name].items())
    again = subprocess.run([*words, *map(str, files)], capture_output=True, text=True, check=False)
    for line in map(json.loads, again.stdout.splitlines()):
        assert line["edits"] == [] or line["source"] not in taken


def test_all_clean_ones_in_one_step_each_undone_by_itself(made, store):
    with open_for_work(store) as desk:
        found = reviewing.take(desk, [made.forms], Wish(), TODAY, lambda _done, _of: None)
        held = overall(found)
        assert (held.clean, held.conflicts, held.errors, held.done) == (
            CLEAN,
            len(fifty.CONFLICTS),
            len(fifty.ERRORS),
            1,
        )
        batch = Batch(desk)
        clean = [taken for taken in found if taken.is_clean]
        done = [accepting.apply(desk, batch, taken, TODAY) for taken in clean]
        assert {taken.state for taken in done} == {State.TAKEN}
        assert len(desk.store.backups()) == 1
        with desk.snapshot() as snapshot:
            reports = snapshot.where(Progress)
        assert sum(int(report.value or 0) for report in reports) == sum(
            made.reports[taken.name] for taken in clean
        )
        received = [line for line in desk.store.returns() if line.event is ReturnEvent.RECEIVED]
        assert len(received) == CLEAN
        change = done[7].change
        assert change is not None
        desk.apply(desk.undo(str(change.id)).review.accepted)
        with desk.snapshot() as snapshot:
            assert len(snapshot.where(Progress)) == CLEAN - 1
        assert done[7].base is not None
        assert desk.store.files_in_force([done[7].base.source.sha256 or ""]) == frozenset()

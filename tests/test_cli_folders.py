"""A folder named on the command line: its files are taken in, by name."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from county_page import page_text
from moushi.cli import main
from moushi.domain.records import Plan
from moushi.store import open_store


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MOUSHI_LANG", "en")


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "来稿"
    (made / "更早").mkdir(parents=True)
    return made


def take_in(tmp_path: Path, *words: object) -> int:
    store = tmp_path / "county.sqlite"
    return main(lambda _: 0, ["--store", str(store), "import", *map(str, words)])


def test_the_files_of_a_folder_are_taken_in_by_name(tmp_path, folder, capsys):
    for name in ("乙.txt", "甲.txt"):
        (folder / name).write_text(page_text(name), "utf-8")
    for name in ("~$甲.docx", ".甲.txt", "甲.jpg", "更早/丙.txt"):
        (folder / name).write_text("x", "utf-8")
    assert take_in(tmp_path, folder, "--year", 2031, "--yes", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source"] for line in lines] == ["乙.txt", "甲.txt"]
    assert lines[0]["applied"]
    with closing(open_store(tmp_path / "county.sqlite", read_only=True)) as store, store.snapshot() as held:
        assert held.where(Plan, year=2031)


def test_a_folder_without_any_is_a_known_error_and_other_files_go_on(tmp_path, folder, capsys):
    (folder / "甲.jpg").write_bytes(b"x")
    page = tmp_path / "甲.txt"
    page.write_text(page_text("甲"), "utf-8")
    assert take_in(tmp_path, folder, page, "--year", 2031, "--yes") == 1
    said = capsys.readouterr()
    assert said.err.startswith("来稿: no file that can be taken in lies in this folder. Take in .txt")
    assert "Taken in" in said.out


def test_a_script_is_told_of_an_empty_folder_too(tmp_path, folder, capsys):
    assert take_in(tmp_path, folder, "--json") == 1
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["source"], told["applied"], told["edits"]) == ("来稿", False, [])
    assert told["findings"][0]["severity"] == "error"

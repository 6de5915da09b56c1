"""The command line as a script meets it: what it prints, where, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from county_page import ITEMS, page_text
from moushi import paths
from moushi.cli import main

FIRST, SECOND = "海岛商会这样谋划新一年（上）", "海岛商会这样谋划新一年（下）"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MOUSHI_LANG", "en")


@pytest.fixture
def page(tmp_path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(page_text(FIRST), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path) -> Path:
    return tmp_path / "county" / "plans.sqlite"


opened: list[Path | None] = []


def moushi(*words: object) -> int:
    return main(opened.append, [str(word) for word in words])


def answer(capsys) -> dict:
    (line,) = capsys.readouterr().out.splitlines()
    return json.loads(line)


def test_a_page_taken_in_comes_out_line_by_line(store, page, tmp_path):
    out = tmp_path / "out.txt"
    assert moushi("--store", store, "import", page, "--year", 2024, "--yes") == 0
    assert moushi("--store", store, "export", "article", out, "--year", 2024, "--layout", "zhoushan") == 0
    printed = [line for line in out.read_text("utf-8").splitlines() if line]
    assert sorted(printed) == sorted(line for line in page_text(FIRST).splitlines() if line)
    assert printed[1] == FIRST


def test_the_same_page_again_proposes_nothing(store, page, capsys):
    assert moushi("--store", store, "import", page, "--year", 2024, "--yes", "--json") == 0
    first = answer(capsys)
    assert first["applied"]
    assert first["change"]
    assert moushi("--store", store, "import", page, "--year", 2024, "--yes", "--json") == 0
    second = answer(capsys)
    assert second["edits"] == []
    assert second["applied"] is False
    assert second["change"] is None


def test_json_without_yes_only_shows(store, page, capsys):
    assert moushi("--store", store, "import", page, "--year", 2024, "--json") == 0
    shown = answer(capsys)
    assert shown["source"] == "page.txt"
    assert shown["applied"] is False
    insert = next(edit for edit in shown["edits"] if edit["record"] == "PlanItem")
    assert insert["op"] == "insert"
    assert insert["field"] is None
    assert insert["old"] is None
    assert insert["new"]["text"] in ITEMS
    assert moushi("--store", store, "history") == 0
    assert capsys.readouterr().out == ""


def test_without_a_terminal_it_wants_yes_or_dry_run(store, page, capsys):
    assert moushi("--store", store, "import", page) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "--yes" in said.err


def test_undo_takes_a_whole_file_back_and_undo_of_the_undo_brings_it_again(store, page, tmp_path, capsys):
    moushi("--store", store, "import", page, "--year", 2024, "--yes")
    capsys.readouterr()
    assert moushi("--store", store, "undo") == 0
    assert moushi("--store", store, "export", "article", tmp_path / "a.txt", "--year", 2024) == 1
    assert "no plan for 2024" in capsys.readouterr().err
    assert moushi("--store", store, "history") == 0
    undone = capsys.readouterr().out.splitlines()[0].split()[0]
    assert moushi("--store", store, "undo", undone) == 0
    assert moushi("--store", store, "export", "article", tmp_path / "a.txt", "--year", 2024) == 0


def test_two_articles_of_a_year_must_be_named(store, page, tmp_path, capsys):
    second = tmp_path / "second.txt"
    second.write_text(page_text(SECOND), encoding="utf-8")
    moushi("--store", store, "import", page, second, "--year", 2024, "--yes")
    capsys.readouterr()
    assert moushi("--store", store, "export", "article", tmp_path / "a.txt", "--year", 2024) == 1
    said = capsys.readouterr().err
    assert FIRST in said
    assert SECOND in said
    assert (
        moushi("--store", store, "export", "article", tmp_path / "a.txt", "--year", 2024, "--part", "下") == 0
    )
    assert (tmp_path / "a.txt").read_text("utf-8").splitlines()[1] == SECOND


def test_one_bad_file_does_not_stop_the_others(store, page, tmp_path, capsys):
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    assert moushi("--store", store, "import", picture, page, "--year", 2024, "--yes") == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "picture.txt" in said.err
    assert moushi("--store", store, "export", "article", tmp_path / "a.txt", "--year", 2024) == 0


def test_json_has_an_object_for_each_file_also_for_one_that_cannot_be_read(store, page, tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert moushi("--store", store, "import", empty, page, "--year", 2024, "--json") == 1
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [shown["source"] for shown in objects] == ["empty.txt", "page.txt"]
    assert objects[0]["findings"][0]["severity"] == "error"
    assert set(objects[0]) == set(objects[1])


def test_a_period_of_another_year_is_refused(store, page, capsys):
    assert moushi("--store", store, "import", page, "--year", 2024, "--period", "2023-06", "--yes") == 1
    assert "2023-06" in capsys.readouterr().err


def test_backup_and_restore(store, page, tmp_path, capsys):
    moushi("--store", store, "import", page, "--year", 2024, "--yes")
    kept = tmp_path / "kept.sqlite"
    assert moushi("--store", store, "backup", kept) == 0
    moushi("--store", store, "undo")
    assert moushi("--store", store, "restore", kept) == 0
    assert moushi("--store", store, "export", "article", tmp_path / "a.txt", "--year", 2024) == 0
    assert moushi("--store", store, "doctor") == 0


def test_a_damaged_store_names_the_command_after_the_words(store, page, capsys):
    moushi("--store", store, "import", page, "--year", 2024, "--yes")
    content = bytearray(store.read_bytes())
    content[200:] = b"\xa5" * (len(content) - 200)
    store.write_bytes(content)
    capsys.readouterr()
    assert moushi("--store", store, "history") == 1
    told, hint = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{store} is damaged. Put a backup in its place")
    assert "moushi restore FILE" in hint
    assert str(store.parent / "plans-backups") in hint


def test_wrong_usage_is_2(store, tmp_path):
    for words in (
        ["export", "article", tmp_path / "a.odt", "--year", 2024],
        ["export", "article", tmp_path / "a.txt"],
        ["export", "progress", tmp_path / "a.pdf", "--year", 2024],
        ["import"],
        ["dance"],
    ):
        with pytest.raises(SystemExit) as exit_:
            moushi("--store", store, *words)
        assert exit_.value.code == 2


def test_compose_prints_each_paragraph_as_lines(tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text("渔" * 20 + "\n\n" + "港" * 23 + "\n", encoding="gb18030")
    assert moushi("compose", text) == 0
    assert capsys.readouterr().out.splitlines() == ["渔" * 19, "渔", "港" * 19, "港" * 4]


def test_an_unknown_layout_names_the_known_ones(store, page, tmp_path, capsys):
    moushi("--store", store, "import", page, "--year", 2024, "--yes")
    capsys.readouterr()
    words = ["export", "article", tmp_path / "a.txt", "--year", 2024, "--layout", "broadsheet"]
    assert moushi("--store", store, *words) == 1
    assert "zhoushan-a4" in capsys.readouterr().err
    assert not (tmp_path / "a.txt").exists()


def test_without_a_command_the_window_opens_on_the_store(store):
    opened.clear()
    moushi("--store", store)
    moushi("gui")
    assert opened == [store, None]


def test_a_persons_own_layout_is_used_by_its_name(store, page, tmp_path, capsys):
    moushi("--store", store, "import", page, "--year", 2024, "--yes")
    own = store.with_name(f"{store.stem}-layouts")
    own.mkdir()
    narrow = (paths.resources() / "layouts" / "zhoushan.toml").read_text("utf-8")
    (own / "窄栏.toml").write_text(narrow.replace("measure_em = 21.75", "measure_em = 12", 1), "utf-8")
    words = ["export", "article", tmp_path / "a.txt", "--year", 2024, "--layout", "窄栏"]
    assert moushi("--store", store, *words) == 0
    capsys.readouterr()
    assert moushi("--store", store, "compose", page, "--layout", "窄栏") == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 16

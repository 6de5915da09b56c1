"""Forms sent out from the command line, as a script meets it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from factories import proposal
from moushi.cli import main
from moushi.compile.return_document import read_hidden
from moushi.domain.return_book import HIDDEN_SHEET
from moushi.store import open_store
from return_documents import RECORDS
from rosters import LUTING

LUTING_FILE, TRADE_FILE = "鹭汀镇商会 2031年3月 填报表.xlsx", "渔具行业商会 2031年3月 填报表.xlsx"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MOUSHI_LANG", "en")


@pytest.fixture
def store(tmp_path) -> Path:
    path = tmp_path / "county.sqlite"
    held = open_store(path)
    held.apply(proposal(*RECORDS))
    held.close()
    return path


def moushi(*words: object) -> int:
    return main(lambda _: 0, [str(word) for word in words])


def forms(store: Path, folder: Path, *words: object, period: str = "2031-03") -> int:
    return moushi("--store", store, "export", "forms", folder, "--year", 2031, "--period", period, *words)


def test_a_file_for_each_chamber_is_written_and_named(store, tmp_path, capsys):
    out = tmp_path / "表"
    assert forms(store, out) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"Written: {out / LUTING_FILE}", f"Written: {out / TRADE_FILE}"]
    assert said.err == ""
    book = load_workbook(out / LUTING_FILE)
    assert book.sheetnames[0] == "填报说明"
    hidden = read_hidden(book[HIDDEN_SHEET].iter_rows(values_only=True))
    assert hidden
    assert hidden.chamber_id == LUTING.id
    assert set(hidden.forms) == {"progress", "chamber", "members", "activities"}


def test_only_the_chambers_that_are_named(store, tmp_path):
    assert forms(store, tmp_path / "表", "--chamber", "鹭汀镇商会") == 0
    assert [path.name for path in (tmp_path / "表").iterdir()] == [LUTING_FILE]


def test_what_was_sent_is_in_the_journal(store, tmp_path):
    forms(store, tmp_path / "表", "--chamber", "鹭汀镇商会")
    held = open_store(store, read_only=True)
    (line,) = held.returns(2031)
    held.close()
    assert (line.chamber_id, line.period) == (LUTING.id, "2031-03")
    assert line.due_on == date(2031, 3, 25)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--chamber", "鹭汀商会"), "Near to it are: 鹭汀镇商会"),
        (("--chamber", "旧码头商会"), "旧码头商会 is not there at the end of that period, or is no more"),
    ],
)
def test_a_chamber_that_is_not_there_is_a_known_error(store, tmp_path, capsys, words, said):
    assert forms(store, tmp_path / "表", *words) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "表").exists()


@pytest.mark.parametrize(
    ("period", "said"),
    [("2030-03", "is not in 2031"), ("March", "is no period"), ("2031-13", "is no period")],
)
def test_a_period_of_another_year_or_none_is_a_known_error(store, tmp_path, capsys, period, said):
    assert forms(store, tmp_path / "表", period=period) == 1
    assert said in capsys.readouterr().err


def test_a_year_without_a_plan_is_a_known_error(store, tmp_path, capsys):
    words = ("export", "forms", tmp_path, "--year", 2030, "--period", "2030-03")
    assert moushi("--store", store, *words) == 1
    assert "no plan for 2030" in capsys.readouterr().err


def test_without_a_period_the_usage_is_wrong(store, tmp_path, capsys):
    with pytest.raises(SystemExit) as left:
        moushi("--store", store, "export", "forms", tmp_path, "--year", 2031)
    assert left.value.code == 2
    assert "--period" in capsys.readouterr().err


def test_one_file_that_fails_does_not_stop_the_others(store, tmp_path, capsys, monkeypatch):
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == LUTING_FILE:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert forms(store, tmp_path / "表") == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"Written: {tmp_path / '表' / TRADE_FILE}"]
    assert LUTING_FILE in said.err


def test_a_faulty_form_of_the_persons_own_is_said_where_forms_are_sent_out(store, tmp_path, capsys):
    folder = store.with_name("county-forms")
    folder.mkdir()
    (folder / "会员.toml").write_text('title = "会员"\nversion = "一"\n', encoding="utf-8")
    assert forms(store, tmp_path / "表") == 0
    assert "会员.toml cannot be used: line 2, key version" in capsys.readouterr().err

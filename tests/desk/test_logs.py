from __future__ import annotations

import logging

import pytest

from moushi.desk import logs
from moushi.errors import MoushiError


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))


def fault() -> ValueError:
    try:
        raise ValueError("a bent oar")
    except ValueError as raised:
        return raised


def test_a_bug_is_logged_with_its_trace_and_told_with_what_to_do():
    with logs.logging_to_file() as file:
        message = logs.report_bug(fault())
    written = file.read_text("utf-8")
    assert "ValueError: a bent oar" in written
    assert "in fault" in written
    assert "ValueError" in str(message)
    assert "save the log" in str(message)


def test_the_log_rotates_and_is_saved_whole_with_the_oldest_first(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "_BYTES", 400)
    with logs.logging_to_file() as file:
        for number in range(12):
            logging.getLogger("test").warning("line %s %s", number, "·" * 40)
    assert file.with_name("moushi.log.1").exists()
    assert not file.with_name("moushi.log.4").exists()
    logs.save_log(tmp_path / "all.log")
    numbers = [
        int(line.split("line ")[1].split()[0])
        for line in (tmp_path / "all.log").read_text("utf-8").splitlines()
    ]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 11


def test_a_log_that_another_window_holds_open_loses_no_line(monkeypatch):
    def held(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(logs, "_BYTES", 200)
    monkeypatch.setattr(logs.os, "replace", held)
    with logs.logging_to_file() as file:
        for number in range(5):
            logging.getLogger("test").warning("line %s %s", number, "·" * 40)
    assert [f"line {number}" in file.read_text("utf-8") for number in range(5)] == [True] * 5


def test_nothing_is_logged_to_the_file_afterwards():
    with logs.logging_to_file() as file:
        pass
    logging.getLogger("test").error("too late")
    assert file.read_text("utf-8") == ""


def test_a_log_folder_that_cannot_be_made_is_a_known_error(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(MoushiError, match="cannot be written"), logs.logging_to_file():
        pass


def test_saving_to_a_folder_that_is_not_there_is_a_known_error(tmp_path):
    with pytest.raises(MoushiError, match="Choose another folder"):
        logs.save_log(tmp_path / "nowhere" / "all.log")

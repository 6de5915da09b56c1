from __future__ import annotations

from pathlib import Path

import pytest

from moushi import paths
from moushi.errors import MoushiError


def test_in_a_checkout_forms_and_resources_stand_beside_desktop():
    root = Path(__file__).resolve().parents[1]
    assert paths.forms() == root / "forms"
    assert paths.resources() == root / "resources"
    assert paths.guide() == root / "docs" / "guide.md"


def test_in_an_installation_they_are_inside_the_package(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site-packages" / "moushi")
    (tmp_path / "site-packages" / "moushi" / "resources").mkdir(parents=True)
    assert paths.resources() == tmp_path / "site-packages" / "moushi" / "resources"


def test_an_installation_without_its_files_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site-packages" / "moushi")
    with pytest.raises(MoushiError, match="Install Moushi again"):
        paths.forms()


def test_one_variable_moves_data_settings_and_log(tmp_path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path))
    assert paths.data_dir() == tmp_path
    assert paths.default_store() == tmp_path / "moushi.sqlite"
    assert {paths.settings_dir().parent, paths.log_dir().parent} == {tmp_path}


def test_without_it_they_lie_where_the_system_keeps_such_things(monkeypatch):
    monkeypatch.delenv("MOUSHI_HOME", raising=False)
    folders = (paths.data_dir(), paths.settings_dir(), paths.log_dir())
    assert all("Moushi" in folder.parts and folder.is_absolute() for folder in folders)
    assert len({*folders}) >= 2

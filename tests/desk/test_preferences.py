from __future__ import annotations

import pytest

from moushi import paths
from moushi.desk import language, preferences
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.errors import MoushiError

ENGLISH = Preferences(Language.ENGLISH, Appearance.DARK)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("MOUSHI_LANG", raising=False)


def test_a_first_start_speaks_chinese_and_follows_the_system():
    assert preferences.load() == Preferences(Language.CHINESE, Appearance.SYSTEM)
    assert language.chosen() is Language.CHINESE


def test_what_was_preferred_is_there_on_the_next_start():
    preferences.save(ENGLISH)
    assert preferences.load() == ENGLISH
    assert language.chosen() is Language.ENGLISH


def test_the_environment_decides_the_language_before_the_preferences(monkeypatch):
    preferences.save(ENGLISH)
    monkeypatch.setenv("MOUSHI_LANG", "zh_CN.UTF-8")
    assert language.chosen() is Language.CHINESE
    monkeypatch.setenv("MOUSHI_LANG", "en")
    assert language.chosen() is Language.ENGLISH


@pytest.mark.parametrize(
    "held", ["", "[]", "{", '{"language": "xx", "appearance": "dark"}', '{"language": "en"}']
)
def test_an_unreadable_file_counts_as_none_and_is_logged(held, caplog):
    preferences.save(ENGLISH)
    (paths.settings_dir() / "preferences.json").write_text(held)
    assert preferences.load() == Preferences()
    assert "unreadable" in caplog.text


def test_a_settings_folder_that_cannot_be_written_is_a_known_error(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(MoushiError, match="could not be saved"):
        preferences.save(ENGLISH)

from __future__ import annotations

from dataclasses import replace

import pytest

from moushi import paths
from moushi.desk import language, preferences
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.errors import MoushiError

ENGLISH = Preferences(Language.ENGLISH, Appearance.DARK, "禾小满", "/disk/county.sqlite", "/disk/out")


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


def test_preferences_of_an_older_program_are_taken_with_the_rest_at_their_defaults():
    preferences.save(ENGLISH)
    (paths.settings_dir() / "preferences.json").write_text('{"language": "en", "appearance": "dark"}')
    assert preferences.load() == Preferences(Language.ENGLISH, Appearance.DARK)


def test_one_preference_is_changed_and_the_others_stay():
    preferences.save(ENGLISH)
    preferences.change(person="舷如一")
    assert preferences.load() == replace(ENGLISH, person="舷如一")


def test_the_usual_store_is_opened_until_another_one_is_kept(tmp_path):
    assert preferences.store_to_open() == (paths.default_store(), None)
    other = tmp_path / "other.sqlite"
    preferences.change(store=str(other))
    place, word = preferences.store_to_open()
    assert place == paths.default_store()
    assert str(other) in str(word)
    other.touch()
    assert preferences.store_to_open() == (other, None)


def test_files_are_offered_to_the_folder_chosen_while_it_is_there(tmp_path):
    usual = preferences.export_folder()
    preferences.change(exports=str(tmp_path))
    assert preferences.export_folder() == tmp_path
    preferences.change(exports=str(tmp_path / "gone"))
    assert preferences.export_folder() == usual


def test_files_are_looked_for_where_the_last_ones_lay_while_that_is_there(tmp_path):
    usual = preferences.import_folder()
    preferences.change(imports=str(tmp_path))
    assert preferences.import_folder() == tmp_path
    preferences.change(imports=str(tmp_path / "gone"))
    assert preferences.import_folder() == usual

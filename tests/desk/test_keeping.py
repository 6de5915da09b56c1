"""Backups, putting one back while the store is open, another place for it, the person and the office."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

import factories as f
from moushi import paths
from moushi.desk import keeping, preferences
from moushi.desk.desk import Desk, open_for_work
from moushi.desk.office import Office, keep_office, office
from moushi.domain.records import Federation
from moushi.errors import MoushiError
from moushi.store import open_store
from stores import fresh_store, tamper


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "here"
    folder.mkdir()
    with fresh_store(folder) as store:
        store.apply(f.proposal(f.federation()))
        yield Desk(store)


def names(path: Path) -> list[str]:
    with open_for_work(path) as desk, desk.snapshot() as snapshot:
        return [federation.name for federation in snapshot.where(Federation)]


def rename(desk: Desk, name: str) -> None:
    with desk.snapshot() as snapshot:
        (held,) = snapshot.where(Federation)
    desk.apply(f.proposal(f.Change(Federation, held.id, "name", held.name, name)))


def test_a_backup_by_hand_is_listed_with_its_reason_and_size(desk):
    made = keeping.back_up(desk)
    assert [backup.path for backup in keeping.backups(desk)] == [made.path]
    assert str(made.reason) == "by hand"
    assert made.size == made.path.stat().st_size > 0


def test_a_backup_is_put_back_in_the_place_of_the_open_store(desk):
    made = keeping.back_up(desk)
    rename(desk, "鹤沙县工商联")
    keeping.restore_open(made.path, desk.path, desk.close)
    assert names(desk.path) == ["云屿县工商联"]


def test_what_was_there_before_is_kept_as_a_backup(desk):
    made = keeping.back_up(desk)
    rename(desk, "鹤沙县工商联")
    keeping.restore_open(made.path, desk.path, desk.close)
    with open_for_work(desk.path) as again:
        newest = keeping.backups(again)[0]
    assert str(newest.reason) == "before another one was restored"
    keeping.restore_open(newest.path, desk.path, lambda: None)
    assert names(desk.path) == ["鹤沙县工商联"]


def test_a_spoilt_backup_closes_nothing(desk, tmp_path):
    made = keeping.back_up(desk)
    for path in (tmp_path / "letter.sqlite", made.path):
        path.write_text("no store at all " * 100)
        with pytest.raises(MoushiError):
            keeping.restore_open(path, desk.path, desk.close)
    for path in (tmp_path / "gone.sqlite", desk.path):
        with pytest.raises(MoushiError):
            keeping.restore_open(path, desk.path, desk.close)
    with desk.snapshot() as snapshot:  # still open
        assert snapshot.where(Federation)


def test_a_backup_of_a_newer_program_closes_nothing_and_is_named(desk, tmp_path):
    newer = tmp_path / "newer.sqlite"
    keeping.save_whole(desk, newer)
    tamper(newer, "UPDATE alembic_version SET version_num='9999'")
    with pytest.raises(MoushiError, match="newer Moushi") as caught:
        keeping.restore_open(newer, desk.path, desk.close)
    assert str(newer) in str(caught.value)
    with desk.snapshot() as snapshot:
        assert snapshot.where(Federation)


def test_a_backup_that_closing_would_thin_away_is_still_put_back(tmp_path):
    """The backup on closing thins the older ones: many of one hour go."""
    hours = (datetime(2031, 3, 1, 8, tzinfo=UTC) + timedelta(seconds=n) for n in count())
    with fresh_store(tmp_path) as made:
        path = made.path
    store = open_store(path, clock=lambda: next(hours))
    store.apply(f.proposal(f.federation()))
    desk = Desk(store)
    wanted = keeping.back_up(desk)
    rename(desk, "鹤沙县工商联")
    for _ in range(4):
        keeping.back_up(desk)
    rename(desk, "白礁县工商联")
    assert wanted.path.exists()
    keeping.restore_open(wanted.path, path, desk.close)
    assert not wanted.path.exists()
    assert names(path) == ["云屿县工商联"]


def test_the_whole_store_goes_to_another_computer_as_one_file(desk, tmp_path):
    keeping.back_up(desk)
    rename(desk, "鹤沙县工商联")
    target = keeping.save_whole(desk, tmp_path / "stick" / keeping.whole_name(desk, date(2031, 3, 1))).path
    assert target.name == "moushi-鹤沙县工商联-20310301.sqlite"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    with open_for_work(tmp_path / "other" / "moushi.sqlite") as other:
        keeping.restore_open(target, other.path, other.close)
    assert names(tmp_path / "other" / "moushi.sqlite") == ["鹤沙县工商联"]


def test_a_file_name_without_an_ending_gets_one(desk, tmp_path):
    assert keeping.save_whole(desk, tmp_path / "备份").path.name == "备份.sqlite"


def test_a_name_with_signs_no_file_can_bear_is_cleaned(desk):
    rename(desk, "云/屿: 县*工商联")
    assert keeping.whole_name(desk, date(2031, 3, 1)) == "moushi-云屿县工商联-20310301.sqlite"


def test_a_store_is_moved_with_its_backups_and_opened_there_from_then_on(desk, tmp_path):
    made = keeping.back_up(desk)
    there = tmp_path / "there"
    there.mkdir()
    steps: list[tuple[int, int]] = []
    keeping.copy_backups(desk, there, lambda *step: steps.append(step))
    place = keeping.move_store(desk, there)
    assert steps == [(0, 1)]
    assert place == there / desk.path.name
    assert preferences.store_to_open() == (place, None)
    with open_for_work(place) as moved:
        assert [backup.path.name for backup in keeping.backups(moved)] == [made.path.name]
    assert names(place) == ["云屿县工商联"]


def test_a_store_is_not_moved_over_another_nor_into_nothing(desk, tmp_path):
    with pytest.raises(MoushiError, match="already"):
        keeping.move_store(desk, desk.path.parent)
    with pytest.raises(MoushiError, match="not there"):
        keeping.move_store(desk, tmp_path / "nowhere")
    assert preferences.load().store == ""


def test_a_move_whose_backups_fail_leaves_all_as_it_was(desk, tmp_path, monkeypatch):
    keeping.back_up(desk)
    there = tmp_path / "there"
    there.mkdir()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(MoushiError, match="disk is full"):
        keeping.copy_backups(desk, there)
    assert not (there / desk.path.name).exists()
    assert preferences.load().store == ""


def test_the_store_opened_last_is_remembered_the_usual_one_and_the_sample_are_not(tmp_path):
    keeping.remember(tmp_path / "county.sqlite")
    assert preferences.load().store == str(tmp_path / "county.sqlite")
    keeping.remember(paths.data_dir() / "moushi-sample.sqlite")
    assert preferences.load().store == str(tmp_path / "county.sqlite")
    keeping.remember(paths.default_store())
    assert preferences.load().store == ""


def test_changes_carry_the_persons_name_at_once_and_on_the_next_start(desk):
    keeping.name_person(desk, "  禾 小满 ")
    assert desk.apply(f.proposal(f.person())).source.person == "禾 小满"
    assert preferences.load().person == "禾 小满"


def test_the_office_is_kept_with_the_store(desk):
    assert office(desk) == Office()
    keep_office(desk, Office(" 云屿县工商业联合会 ", "禾小满", "0580-0000101"))
    assert office(desk) == Office("云屿县工商业联合会", "禾小满", "0580-0000101")
    keep_office(desk, Office())
    assert desk.store.setting("office") is None
    desk.store.put_setting("office", [1])
    assert office(desk) == Office()


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (1023, "1023 B"), (2048, "2 KB"), (1_572_864, "1.5 MB"), (2**31, "2.0 GB")],
)
def test_a_size_is_said_in_a_fitting_unit(size, words):
    assert keeping.size_words(size) == words

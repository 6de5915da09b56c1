"""Backups: checked, thinned, made while the store is written; and bringing one back."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import typed
from moushi.domain.records import Federation
from moushi.errors import MoushiError
from moushi.store import Backup, DamagedError, Store, StoreHeldError, doctor, open_store, restore
from moushi.store.backup import backups_of, thinned
from stores import rows, tamper


def damage(path: Path) -> None:
    """Spoil a page of one table, which copying and opening do not notice."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='member'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(content)


def test_a_backup_is_a_store_of_its_own_with_the_same_rows(store: Store) -> None:
    store.apply(f.proposal(*f.planned_county()))
    made = store.backup("import")
    assert made.path.name == "county-000001-20310301-120000-import.moushi"
    assert made.path.parent.name == "county-backups"
    assert rows(made.path) == rows(store.path)
    with closing(open_store(made.path, read_only=True)) as copy:
        assert doctor(copy) == []
    assert store.backups() == [made]
    assert [entry.name for entry in made.path.parent.iterdir()] == [made.path.name]


def test_closing_backs_up_only_what_changed_since(store: Store) -> None:
    path = store.path
    store.close()
    assert backups_of(path) == []  # empty stores need none
    for change, count in ((f.proposal(f.federation()), 1), (None, 1), (f.proposal(f.person()), 2), (None, 2)):
        store = open_store(path)
        if change:
            store.apply(change)
        store.close()
        assert [backup.reason for backup in backups_of(path)] == ["close"] * count


def test_a_killed_session_is_backed_up_by_the_next(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    store.database.close()
    assert store._lock is not None
    store._lock.release()  # as if it had been killed: no backup was made
    open_store(store.path).close()
    assert len(backups_of(store.path)) == 1


def test_a_spoilt_newest_backup_is_no_reason_to_make_none(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    spoilt = store.backup("import")
    spoilt.path.write_bytes(spoilt.path.read_bytes()[:4096])
    store.close()
    assert [backup.reason for backup in backups_of(store.path)] == ["close", "import"]


def test_a_damaged_store_is_not_backed_up_over_good_backups(store: Store) -> None:
    store.apply(f.proposal(*f.planned_county()))
    good = store.backup("import")
    store.database.close()
    tamper(store.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    damage(store.path)
    with pytest.raises(MoushiError, match=r"No backup could be made, .*not begun\. .* is damaged"):
        store.backup("import")
    assert store.backups() == [good]
    assert list(good.path.parent.iterdir()) == [good.path]


def test_a_backup_that_cannot_be_written_stops_what_it_was_for(store: Store) -> None:
    store.path.with_name("county-backups").write_text("a file in the way", encoding="utf-8")
    store.apply(f.proposal(f.federation()))
    with pytest.raises(MoushiError, match="No backup could be made"):
        store.backup("import")
    with pytest.raises(MoushiError, match="No backup could be made"):
        store.close()
    store.path.with_name("county-backups").unlink()
    open_store(store.path).close()  # closed all the same, and free


def test_backups_of_a_store_that_is_being_written_are_whole(store: Store) -> None:
    of = f.federation(short_name="0")
    store.apply(f.proposal(of))
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            pair = f.proposal(f.member(of, f"甲{number}"), f.member(of, f"乙{number}"))
            store.apply(pair)
            store.apply(typed(Federation, of.id, "short_name", str(number), str(number + 1)))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [store.backup("import") for _ in range(5)]
    finally:
        stop.set()
        writer.join()
    for backup in made:
        with closing(open_store(backup.path, read_only=True)) as copy:
            assert doctor(copy) == []
    assert doctor(store) == []


def test_a_copy_goes_where_the_person_says(store: Store, tmp_path: Path) -> None:
    store.apply(f.proposal(f.federation()))
    target = tmp_path / "usb" / "copy.moushi"
    store.backup_to(target)
    store.apply(f.proposal(f.person()))
    store.backup_to(target)  # a copy may replace an older copy
    assert rows(target) == rows(store.path)


def test_a_copy_never_overwrites_what_is_no_store_nor_an_open_store(store: Store, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK")
    with pytest.raises(MoushiError, match="is not a Moushi store"):
        store.backup_to(letter)
    with pytest.raises(MoushiError, match="open as a store"):
        store.backup_to(store.path)
    with (
        closing(open_store(tmp_path / "other.moushi")) as other,
        pytest.raises(MoushiError, match="open as a store"),
    ):
        store.backup_to(other.path)
    assert letter.read_bytes() == b"PK"


# -- thinning ----------------------------------------------------------------------------------------------


def backup(number: int, at: datetime) -> Backup:
    return Backup(Path(f"{number}.moushi"), number, at, "close")


def survivors(every: timedelta, count: int) -> list[Backup]:
    """What is left when each backup is followed by a thinning, as it is in life."""
    kept: list[Backup] = []
    start = datetime(2031, 1, 1, tzinfo=UTC)
    for number in range(count):
        kept.insert(0, backup(number, start + number * every))
        going = thinned(kept)
        kept = [one for one in kept if one not in going]
    return kept


def test_a_day_of_work_keeps_its_hours() -> None:
    kept = survivors(timedelta(minutes=10), 10 * 6)
    assert [one.number for one in kept] == [59, 58, 57, 56, 55, 53, 47, 41, 35, 29, 23, 17, 11, 5]


def test_a_year_of_work_keeps_days_and_weeks() -> None:
    kept = survivors(timedelta(hours=8), 365 * 3)
    days = {(kept[0].at - one.at).days for one in kept}
    assert len(kept) < 24 + 30 + 53
    assert days >= set(range(30))
    assert max(days) >= 357


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=80))
def test_whatever_the_clock_says_the_newest_few_stay(times: list[datetime]) -> None:
    backups = [backup(number, at) for number, at in enumerate(times)][::-1]
    going = thinned(backups)
    assert not set(going) & set(backups[:5])
    assert len(backups) - len(going) <= 5 + 24 + 30 + 104


def test_a_clock_that_was_wrong_once_costs_no_good_backup() -> None:
    start = datetime(2031, 1, 1, 9, tzinfo=UTC)
    backups = [backup(n, start + timedelta(days=n)) for n in range(20)]
    backups.insert(10, backup(99, datetime(2090, 1, 1, tzinfo=UTC)))
    assert thinned(backups[::-1]) == []


def test_a_backup_made_under_a_wrong_clock_still_gets_the_next_number(store: Store) -> None:
    numbers = [store.backup("import").number for _ in range(7)]
    assert numbers == list(range(1, 8))
    assert [one.number for one in store.backups()] == [7, 6, 5, 4, 3]  # one minute: only the newest few stay
    strange = store.path.with_name("county-backups") / "county-000099-99999999-999999-close.moushi"
    strange.write_bytes(b"")
    assert store.backup("import").number == 8


# -- restoring ---------------------------------------------------------------------------------------------


def test_restoring_brings_the_old_rows_and_keeps_the_present_ones_aside(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    old = rows(store.path)
    backup = store.backup("import")
    store.apply(f.proposal(f.person()))
    present = rows(store.path)
    store.close()
    kept = restore(backup.path, store.path)
    assert rows(store.path) == old
    assert kept is not None
    assert rows(kept) == present
    with closing(open_store(store.path)) as again:
        assert doctor(again) == []


def test_a_store_that_was_killed_leaves_no_log_for_the_restored_one(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    backup = store.backup("import")
    store.apply(f.proposal(*f.planned_county(themes=1)[1:]))
    path = store.path
    old = rows(backup.path)
    log = path.with_name(path.name + "-wal").read_bytes()
    store.close()
    path.with_name(path.name + "-wal").write_bytes(log)  # as a killed program leaves it
    restore(backup.path, path)
    assert rows(path) == old
    assert not path.with_name(path.name + "-wal").exists()


def test_a_damaged_store_is_copied_aside_as_it_lies(store: Store) -> None:
    store.apply(f.proposal(*f.planned_county()))
    good = rows(store.path)
    backup = store.backup("import")
    store.close()
    damage(store.path)
    spoilt = store.path.read_bytes()
    kept = restore(backup.path, store.path)
    assert kept == store.path.with_name("county-damaged-1.moushi")
    assert kept.read_bytes() == spoilt
    assert rows(store.path) == good


def test_a_lost_store_is_restored_where_it_was(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    good = rows(store.path)
    backup = store.backup("import")
    store.apply(f.proposal(f.person()))
    log = store.path.with_name("county.moushi-wal").read_bytes()
    store.close()
    store.path.unlink()
    store.path.with_name("county.moushi-wal").write_bytes(log)  # what is left of a killed program's store
    assert restore(backup.path, store.path) is None
    assert rows(store.path) == good


def test_nothing_is_restored_over_a_store_somebody_holds(store: Store) -> None:
    store.apply(f.proposal(f.federation()))
    backup = store.backup("import")
    with pytest.raises(StoreHeldError):
        restore(backup.path, store.path)


@pytest.mark.parametrize("fault", ["damaged", "newer", "no store", "missing", "itself"])
def test_a_backup_that_is_no_good_is_refused_and_the_store_stays(store: Store, fault: str) -> None:
    store.apply(f.proposal(*f.planned_county()))
    path = store.backup("import").path
    store.close()
    present = rows(store.path)
    match fault:
        case "damaged":
            damage(path)
        case "newer":
            tamper(path, "UPDATE alembic_version SET version_num='9999'")
        case "no store":
            path.write_bytes(b"PK")
        case "missing":
            path.unlink()
        case _:
            path = store.path
    expected = DamagedError if fault == "damaged" else MoushiError
    with pytest.raises(expected):
        restore(path, store.path)
    assert rows(store.path) == present
    assert not store.path.with_name("county.moushi.new").exists()
    open_store(store.path).close()

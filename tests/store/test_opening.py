"""Opening stores: made, held, refused, read beside a writer; and what faults of the disk are told as."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import factories as f
from moushi.domain.records import Federation
from moushi.errors import MoushiError
from moushi.store import DamagedError, Store, StoreHeldError, doctor, open_store, opening
from moushi.store import engine as engine_module
from stores import tamper

NOBODY = 65534


def python(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run code as a program of its own, which may die as it likes."""
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_store_that_is_not_there_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "县" / "2031 计划#%?" / "county.moushi"
    with closing(open_store(path)) as store:
        store.apply(f.proposal(f.federation()))
        assert doctor(store) == []
    assert sorted(entry.name for entry in path.parent.iterdir()) == [
        "county-backups",
        "county.moushi",
        "county.moushi.lock",
    ]


def test_reading_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(MoushiError, match="There is no store"):
        open_store(tmp_path / "county.moushi", read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a picture", b"SQLite format 3\x00" + bytes(200)])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(
    tmp_path: Path, content: bytes, read_only: bool
) -> None:
    path = tmp_path / "county.moushi"
    path.write_bytes(content)
    with pytest.raises(MoushiError, match="is not a Moushi store and was left as it is"):
        open_store(path, read_only=read_only)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    tamper(path, "CREATE TABLE history_change (id)")
    with pytest.raises(MoushiError, match="is not a Moushi store"):
        open_store(path)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(MoushiError, match="cannot be read"):
        open_store(tmp_path)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_store_is_refused_and_left_as_it_is(store: Store, read_only: bool) -> None:
    store.close()
    tamper(store.path, "PRAGMA journal_mode=DELETE")
    tamper(store.path, "UPDATE alembic_version SET version_num='9999'")
    content = store.path.read_bytes()
    with pytest.raises(MoushiError, match=r"written by a newer Moushi \(schema 9999\)"):
        open_store(store.path, read_only=read_only)
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    assert len(content) == store.path.stat().st_size


def test_a_damaged_store_is_told_with_the_way_out(store: Store) -> None:
    store.apply(f.proposal(*f.planned_county()))
    store.close()
    content = bytearray(store.path.read_bytes())
    content[200:] = b"\xa5" * (len(content) - 200)
    store.path.write_bytes(content)
    with pytest.raises(DamagedError, match="Put a backup in its place") as damaged:
        open_store(store.path)
    assert "moushi restore" not in str(damaged.value)  # the window has a button


def test_a_second_program_is_told_who_holds_the_store(store: Store) -> None:
    with pytest.raises(StoreHeldError, match=r"held by 禾小满 on .* since 2031-03-01") as held:
        open_store(store.path)
    assert held.value.holder is not None
    assert held.value.holder.pid == os.getpid()
    other = python(
        "import sys, moushi.store as s, pathlib; s.open_store(pathlib.Path(sys.argv[1]))", str(store.path)
    )
    assert "StoreHeldError" in other.stderr


def test_a_holder_without_a_note_is_another_program(store: Store) -> None:
    store.path.with_name(store.path.name + ".holder").write_text("{", encoding="utf-8")
    with pytest.raises(StoreHeldError, match="held by another program"):
        open_store(store.path)


def test_the_store_is_free_again_when_it_is_closed(store: Store) -> None:
    store.close()
    store.close()
    open_store(store.path).close()


def test_a_reader_beside_the_writer_sees_what_is_applied_and_writes_nothing(store: Store) -> None:
    with closing(open_store(store.path, read_only=True)) as reader:
        assert reader.read_only
        store.apply(f.proposal(of := f.federation()))
        with reader.snapshot() as snapshot:
            assert snapshot.get(Federation, of.id) == of
        with pytest.raises(MoushiError, match="open for reading only"):
            reader.apply(f.proposal(f.person()))
        with pytest.raises(MoushiError, match="open for reading only"):
            reader.put_setting("a", 1)
    assert store.backups() == []


def test_a_killed_holder_does_not_keep_the_store(store: Store) -> None:
    store.close()
    python(
        "import sys, os, moushi.store as s, pathlib; s.open_store(pathlib.Path(sys.argv[1])); os._exit(9)",
        str(store.path),
    )
    assert store.path.with_name(store.path.name + ".holder").exists()
    open_store(store.path).close()


def test_the_same_store_by_another_name_is_the_same_store(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "link.moushi"
    try:
        link.symlink_to(store.path)
    except OSError:  # Windows without the right to make links
        link = tmp_path / "." / "x" / ".." / store.path.name
    with pytest.raises(StoreHeldError):
        open_store(link)


def test_half_made_stores_of_a_killed_start_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "county.moushi"
    path.with_name("county.moushi.new").write_bytes(b"half")
    open_store(path).close()
    assert not path.with_name("county.moushi.new").exists()


def test_a_new_store_takes_nothing_of_one_that_was_there(store: Store) -> None:
    store.apply(f.proposal(*f.planned_county()))
    log = store.path.with_name("county.moushi-wal").read_bytes()
    store.close()
    store.path.unlink()
    store.path.with_name("county.moushi-wal").write_bytes(log)  # as after a kill
    with closing(open_store(store.path)) as new:
        assert new.history() == []
        assert doctor(new) == []


def test_a_closed_store_takes_nothing_more(store: Store) -> None:
    store.close()
    with pytest.raises(RuntimeError, match="is closed"):
        store.apply(f.proposal(f.federation()))
    with pytest.raises(RuntimeError, match="is closed"):
        store.history()


def test_alembic_is_imported_only_when_the_schema_is_not_at_head(store: Store) -> None:
    store.close()
    code = (
        "import sys, pathlib, moushi.store as s\n"
        "s.open_store(pathlib.Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules)"
    )
    assert python(code, str(store.path)).stdout == "False\n"
    assert python(code, str(store.path.with_name("new.moushi"))).stdout == "True\n"


def test_on_a_network_share_the_journal_is_a_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "is_network", lambda _: True)
    with closing(open_store(tmp_path / "county.moushi")) as store:
        store.apply(f.proposal(f.federation()))
        assert not store.path.with_name("county.moushi-wal").exists()
        assert doctor(store) == []


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of a user who may be kept out by permissions, as root may not."""
    if os.name == "nt":
        pytest.skip("permissions of folders work otherwise on Windows")
    with TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o700)


def test_a_store_in_a_folder_that_may_only_be_read_can_be_read(unprivileged: Path) -> None:
    path = unprivileged / "county.moushi"
    with closing(open_store(path)) as store:
        store.apply(f.proposal(of := f.federation()))
    path.chmod(0o400)
    unprivileged.chmod(0o500)
    with closing(open_store(path, read_only=True)) as reader, reader.snapshot() as snapshot:
        assert snapshot.get(Federation, of.id) == of
    with pytest.raises(MoushiError, match=r"reading only|cannot be written"):
        open_store(path)


def test_where_nothing_may_be_written_no_store_is_made(unprivileged: Path) -> None:
    unprivileged.chmod(0o500)
    with pytest.raises(MoushiError, match="cannot be written"):
        open_store(unprivileged / "new" / "county.moushi")
    with pytest.raises(MoushiError, match=r"cannot be (locked|written)"):
        open_store(unprivileged / "county.moushi")


def test_a_store_locked_by_a_strange_program_is_told_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_BUSY_SECONDS", 0.01)
    store.close()
    impatient = open_store(store.path)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(MoushiError, match="in use by another program"):
            impatient.apply(f.proposal(f.federation()))
        stranger.execute("ROLLBACK")
    impatient.apply(f.proposal(f.federation()))
    impatient.close()


def test_a_full_disk_is_told_and_changes_nothing(store: Store) -> None:
    store.apply(f.proposal(of := f.federation()))
    with store.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.rollback()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")  # as a disk without room
    many = [f.member(of, "甲" * 500) for _ in range(200)]
    with pytest.raises(MoushiError, match="no room left"):
        store.apply(f.proposal(*many))
    assert [change.number for change in store.history()] == [1]
    assert doctor(store) == []

"""Photos and papers of the ledger: copied in, opened, missed, and carried along wherever the store goes."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.desk import attachments, keeping
from moushi.desk.attachments import Taken
from moushi.desk.desk import Desk, open_for_work
from moushi.domain.records import Activity, Attachment
from moushi.errors import MoushiError
from moushi.store import doctor, open_store
from moushi.store.attachments import Standing, folder_of
from stores import fresh_store, tamper

OF = f.federation()
VISIT = f.activity(OF, title="走访远帆渔具")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "here"
    folder.mkdir()
    with fresh_store(folder) as store:
        store.apply(f.proposal(OF, VISIT))
        yield Desk(store)


def a_file(folder: Path, name: str = "走访.jpg", data: bytes = b"\xff\xd8 a photo") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def attach(desk: Desk, *paths: Path) -> Taken:
    taken = attachments.copy_in(desk, paths)
    with desk.snapshot() as snapshot:
        proposal = attachments.attaching(snapshot, VISIT, taken)
    if proposal:
        desk.apply(proposal)
    return taken


def standings(desk: Desk) -> dict[str, Standing]:
    with desk.snapshot() as snapshot:
        return {each.record.name: each.standing for each in attachments.attached(desk, snapshot, VISIT)}


def files(desk: Desk) -> list[str]:
    folder = folder_of(desk.path)
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def record(desk: Desk) -> Attachment:
    with desk.snapshot() as snapshot:
        (held,) = snapshot.where(Attachment)
    return held


def test_a_photo_is_copied_beside_the_store_under_its_checksum(desk, tmp_path):
    photo = a_file(tmp_path)
    attach(desk, photo)
    assert folder_of(desk.path).name == "county-files"
    assert files(desk) == [hashlib.sha256(photo.read_bytes()).hexdigest()]
    photo.unlink()
    assert standings(desk) == {"走访.jpg": Standing.WHOLE}
    assert record(desk).size == len(b"\xff\xd8 a photo")


def test_the_same_photo_is_attached_once_and_kept_once(desk, tmp_path):
    attach(desk, a_file(tmp_path), a_file(tmp_path, "又一张.jpg"))
    attach(desk, a_file(tmp_path, "第三张.jpg"))
    assert list(standings(desk)) == ["走访.jpg"]
    assert len(files(desk)) == 1


def test_an_entry_begun_goes_into_the_store_with_its_first_photo(desk, tmp_path):
    new = f.activity(OF, title="")
    taken = attachments.copy_in(desk, [a_file(tmp_path)])
    with desk.snapshot() as snapshot:
        desk.apply(attachments.attaching(snapshot, new, taken))
    with desk.snapshot() as snapshot:
        assert snapshot.get(Activity, new.id) == new
    review = desk.undo()
    desk.apply(review.review.accepted)
    with desk.snapshot() as snapshot:
        assert snapshot.get(Activity, new.id) is None


def test_what_is_taken_away_comes_back_with_undo(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    with desk.snapshot() as snapshot:
        desk.apply(attachments.detaching(snapshot, [record(desk).id]))
    assert standings(desk) == {}
    assert len(files(desk)) == 1
    desk.apply(desk.undo().review.accepted)
    assert standings(desk) == {"走访.jpg": Standing.WHOLE}


def test_what_cannot_be_attached_is_told_and_the_others_are(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "MOST", 1024 * 1024)
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "相册").mkdir()
    taken = attach(
        desk,
        a_file(tmp_path, "大.jpg", b"x" * (1024 * 1024 + 1)),
        a_file(tmp_path, "空.jpg", b""),
        a_file(tmp_path, "装机.exe"),
        a_file(tmp_path, "无名"),
        tmp_path / "相册",
        tmp_path / "pipe.jpg",
        tmp_path / "没有.jpg",
        a_file(tmp_path),
    )
    told = [str(message) for message in taken.refused]
    assert len(told) == 7
    for message, part in zip(
        told, ("1 MB", "empty", "neither", "neither", "folder", "no ordinary", "cannot be read"), strict=True
    ):
        assert part in message
    assert list(standings(desk)) == ["走访.jpg"]
    assert len(files(desk)) == 1


def test_a_file_of_just_the_greatest_size_is_taken(desk, tmp_path):
    assert attachments.MOST == 20 * 1024 * 1024
    whole = a_file(tmp_path, "满.pdf", b"x" * attachments.MOST)
    assert attach(desk, whole).refused == ()


def test_a_full_disk_leaves_nothing_half_written(desk, tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("moushi.store.attachments.put_in_place", full)
    taken = attach(desk, a_file(tmp_path))
    assert "the disk is full" in str(taken.refused[0])
    assert files(desk) == []
    assert standings(desk) == {}


def test_files_copied_for_nothing_go_again_and_those_that_are_needed_stay(desk, tmp_path):
    photo, paper = a_file(tmp_path), a_file(tmp_path, "总结.pdf", b"%PDF a paper")
    attach(desk, photo)
    attachments.give_back(desk, attachments.copy_in(desk, [photo, paper]))
    assert standings(desk) == {"走访.jpg": Standing.WHOLE}
    assert len(files(desk)) == 1
    (folder_of(desk.path) / files(desk)[0]).unlink()
    attachments.give_back(desk, attachments.copy_in(desk, [photo]))  # new there, but a record names it
    assert standings(desk) == {"走访.jpg": Standing.WHOLE}


def test_copying_that_is_cancelled_leaves_nothing(desk, tmp_path):
    def cancel(done: int, _of: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attachments.copy_in(desk, [a_file(tmp_path), a_file(tmp_path, "b.jpg", b"b")], cancel)
    assert files(desk) == []


def test_a_store_for_reading_only_takes_no_attachment(desk, tmp_path):
    looking = Desk(open_store(desk.path, read_only=True))
    taken = attachments.copy_in(looking, [a_file(tmp_path)])
    assert "reading only" in str(taken.refused[0])
    assert attachments.copy_in_bytes(looking, b"png", "粘贴.png").kept == ()
    assert files(desk) == []
    looking.close()


def test_a_missing_or_altered_file_is_said_and_attaching_it_again_mends_it(desk, tmp_path):
    photo = a_file(tmp_path)
    attach(desk, photo)
    held = folder_of(desk.path) / record(desk).sha256
    held.write_bytes(b"\xff\xd8 b photo")  # as long as before
    assert [str(each.message) for each in attachments.examine(desk)] == [
        "The attachment 走访.jpg of 走访远帆渔具 was altered."
    ]
    with pytest.raises(MoushiError, match="not as it was attached"):
        attachments.copy_out(desk, record(desk), tmp_path / "out")
    held.unlink()
    assert standings(desk) == {"走访.jpg": Standing.MISSING}
    with pytest.raises(MoushiError, match="county-files"):
        attachments.copy_out(desk, record(desk), tmp_path / "out")
    assert [str(each.message) for each in keeping.examine(desk)] == [
        "The attachment 走访.jpg of 走访远帆渔具 is missing."
    ]
    attach(desk, photo)
    assert keeping.examine(desk) == []


def test_a_copy_is_opened_that_cannot_be_written(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    copy = attachments.copy_out(desk, record(desk), tmp_path / "out")
    assert copy.name == "走访.jpg"
    assert copy.read_bytes() == b"\xff\xd8 a photo"
    assert copy.stat().st_mode & 0o222 == 0
    assert attachments.copy_out(desk, record(desk), tmp_path / "out") == copy


@pytest.mark.parametrize("checksum", ["../../secret", "A" * 64, "", "ab" * 31 + "/x", "ab" * 32 + "\n"])
def test_a_hostile_checksum_names_no_other_file(desk, tmp_path, checksum):
    (tmp_path / "secret").write_text("s")
    held = f.attachment(VISIT, sha256=checksum, size=1)
    desk.apply(f.proposal(held))
    assert standings(desk) == {"走访.jpg": Standing.MISSING}
    with pytest.raises(MoushiError):
        attachments.copy_out(desk, held, tmp_path / "out")


def test_a_program_that_came_in_under_an_attachments_name_is_not_opened(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    held = f.attachment(
        VISIT, name="走访.jpg\u202egpj.bat", sha256=record(desk).sha256, size=record(desk).size
    )
    with pytest.raises(MoushiError, match="not opened"):
        attachments.copy_out(desk, held, tmp_path / "out")


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_a_cleaned_name_is_one_file_s_everywhere(name):
    clean = attachments.clean_name(name)
    assert clean
    assert not set(clean) & set('\\/:*?"<>|\0\n\r\u202e')
    assert len(clean) <= 112
    assert clean not in (".", "..")
    assert clean == clean.strip()
    assert not clean.endswith(".")
    assert attachments.clean_name(clean) == clean


@pytest.mark.parametrize("name", ["CON.jpg", "nul", "com1.pdf"])
def test_names_that_windows_keeps_for_itself_get_a_sign_before_them(name):
    assert attachments.clean_name(name) == f"_{name}"


# -- wherever the store goes ---------------------------------------------------------------------------------


def packed(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'packed_file'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM packed_file").fetchone()[0])


def test_the_one_file_backup_carries_the_attachments_to_another_computer(desk, tmp_path):
    attach(desk, a_file(tmp_path), a_file(tmp_path, "总结.pdf", b"%PDF a paper"))
    with desk.snapshot() as snapshot:
        paper = next(each for each in snapshot.where(Attachment) if each.name == "总结.pdf")
        desk.apply(attachments.detaching(snapshot, [paper.id]))
    whole = keeping.save_whole(desk, tmp_path / "stick" / "whole.sqlite")
    assert whole.shortfall is None
    assert [path.name for path in whole.path.parent.iterdir()] == ["whole.sqlite"]
    there = tmp_path / "other" / "moushi.sqlite"
    with open_for_work(there) as other:
        keeping.restore_open(whole.path, other.path, other.close)
    with open_for_work(there) as other:
        assert standings(other) == {"走访.jpg": Standing.WHOLE}
        assert keeping.examine(other) == []
        assert packed(there) == 0
        other.apply(other.undo().review.accepted)  # what the history needs came along too
        assert standings(other) == {"走访.jpg": Standing.WHOLE, "总结.pdf": Standing.WHOLE}
        assert doctor(other.store) == []


def test_a_whole_file_that_is_opened_as_a_store_lays_its_attachments_out(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    whole = keeping.save_whole(desk, tmp_path / "whole.sqlite").path
    with open_for_work(whole) as other:
        assert standings(other) == {"走访.jpg": Standing.WHOLE}
    assert packed(whole) == 0


def test_a_whole_file_that_is_only_looked_at_can_be_saved_on_with_its_attachments(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    whole = keeping.save_whole(desk, tmp_path / "whole.sqlite").path
    looking = Desk(open_store(whole, read_only=True))
    again = keeping.save_whole(looking, tmp_path / "again.sqlite")
    looking.close()
    assert again.shortfall is None
    assert packed(again.path) == 1


def test_a_backup_without_attachments_is_as_ever(desk, tmp_path):
    whole = keeping.save_whole(desk, tmp_path / "whole.sqlite").path
    assert packed(whole) == 0
    with closing(sqlite3.connect(whole)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'packed_file'").fetchone()


def test_what_is_missing_in_a_whole_file_is_said(desk, tmp_path):
    attach(desk, a_file(tmp_path), a_file(tmp_path, "总结.pdf", b"%PDF a paper"))
    with desk.snapshot() as snapshot:
        held = next(each for each in snapshot.where(Attachment) if each.name == "总结.pdf")
    (folder_of(desk.path) / held.sha256).unlink()
    whole = keeping.save_whole(desk, tmp_path / "whole.sqlite")
    assert "总结.pdf" in str(whole.shortfall)
    assert packed(whole.path) == 1


def test_a_backup_beside_the_store_finds_the_files_where_they_are(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    made = keeping.back_up(desk)
    assert packed(made.path) == 0  # every backup would hold every photo again
    with desk.snapshot() as snapshot:
        desk.apply(attachments.detaching(snapshot, [record(desk).id]))
    keeping.restore_open(made.path, desk.path, desk.close)
    with open_for_work(desk.path) as again:
        assert standings(again) == {"走访.jpg": Standing.WHOLE}


@pytest.mark.parametrize("of", ["store", "backup"])
def test_files_beside_a_store_or_backup_that_was_copied_by_hand_come_along(desk, tmp_path, of):
    attach(desk, a_file(tmp_path))
    made = keeping.back_up(desk)
    path = desk.path if of == "store" else made.path
    desk.close()
    there = tmp_path / "other" / "moushi.sqlite"
    with open_for_work(there) as other:
        keeping.restore_open(path, other.path, other.close)
    with open_for_work(there) as other:
        assert standings(other) == {"走访.jpg": Standing.WHOLE}


def test_a_move_to_another_folder_takes_the_files_along(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    there = tmp_path / "there"
    there.mkdir()
    steps: list[tuple[int, int]] = []
    keeping.copy_backups(desk, there, lambda done, of: steps.append((done, of)))
    attach(desk, a_file(tmp_path, "后来.jpg", b"\xff\xd8 later"))  # while the backups were copied
    place = keeping.move_store(desk, there)
    assert steps[0] == (0, 1)
    assert packed(place) == 0
    with open_for_work(place) as moved:
        assert standings(moved) == {"走访.jpg": Standing.WHOLE, "后来.jpg": Standing.WHOLE}


def test_a_file_within_a_backup_that_is_not_what_it_says_is_left_out(desk, tmp_path):
    attach(desk, a_file(tmp_path))
    whole = keeping.save_whole(desk, tmp_path / "whole.sqlite").path
    tamper(whole, "UPDATE packed_file SET data = ?", b"something else")
    tamper(whole, "INSERT INTO packed_file VALUES ('../escaped', ?)", b"x")
    there = tmp_path / "other" / "moushi.sqlite"
    keeping.restore_backup(whole, there)
    with open_for_work(there) as other:
        assert standings(other) == {"走访.jpg": Standing.MISSING}
    assert not (tmp_path / "other" / "escaped").exists()

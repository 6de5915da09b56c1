"""A person finds the old file or the whole new one, is told why, and finds nothing else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from moushi.errors import MoushiError
from moushi.output.atomic import write_atomically


def raising(fault: OSError):
    def fail(*_args, **_kwargs):
        raise fault

    return fail


def refused(path: Path) -> str:
    with pytest.raises(MoushiError) as caught:
        write_atomically(path, b"new")
    return str(caught.value)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "年度计划.docx"
    write_atomically(target, b"\0" * 3_000_000)
    assert target.read_bytes() == b"\0" * 3_000_000
    assert names(tmp_path) == ["年度计划.docx"]


def test_an_old_file_is_replaced_and_others_are_left_alone(tmp_path: Path) -> None:
    target, other = tmp_path / "out.txt", tmp_path / ".moushi-0123.part"
    target.write_bytes(b"old and longer")
    other.write_bytes(b"somebody else's")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert other.read_bytes() == b"somebody else's"
    assert names(tmp_path) == [".moushi-0123.part", "out.txt"]


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("计" * 83 + ".txt")  # 253 bytes
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="modes and links are POSIX's")
def test_the_old_files_mode_stays_and_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    message = refused(tmp_path / "none" / "out.txt")
    assert str(tmp_path / "none") in message
    assert "does not exist" in message


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert "is a folder" in refused(tmp_path / "out")
    assert names(tmp_path) == ["out"]


def test_a_name_too_long_says_so(tmp_path: Path) -> None:
    assert "could not be written" in refused(tmp_path / ("x" * 300))
    assert names(tmp_path) == []


# What the system says, at which step, and what the person is told.
FAULTS = [
    ("replace", PermissionError(errno.EACCES, "used by another process"), "open in another program"),
    ("open", PermissionError(errno.EACCES, "denied"), "Nothing can be written in the folder"),
    ("open", OSError(errno.EROFS, "read-only file system"), "Nothing can be written in the folder"),
    ("fsync", OSError(errno.ENOSPC, "no space"), "The disk is full"),
    ("replace", OSError(errno.ENOSPC, "no space"), "The disk is full"),
    ("fsync", OSError(errno.EIO, "input/output error"), "the disk or share gave an error"),
]


@pytest.mark.parametrize(("step", "fault", "said"), FAULTS)
def test_whatever_fails_the_old_file_stays_and_nothing_else(
    step: str, fault: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, raising(fault))
    message = refused(target)
    monkeypatch.undo()
    assert said in message
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out.txt"]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "out.txt", b"new")
    assert names(tmp_path) == []


def test_a_system_that_cannot_sync_folders_still_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fsync, []

    def only_files(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(errno.EINVAL, "invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_atomically(tmp_path / "out.txt", b"new")
    assert (tmp_path / "out.txt").read_bytes() == b"new"

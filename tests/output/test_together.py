"""Several files written together: all of them are there, or none and everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from moushi.errors import MoushiError
from moushi.output.atomic import write_together


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_all_are_written_and_old_ones_replaced(tmp_path):
    (tmp_path / "b.png").write_bytes(b"old")
    write_together((tmp_path / name, name.encode()) for name in ("a.png", "b.png", "c.png"))
    assert names(tmp_path) == ["a.png", "b.png", "c.png"]
    assert all((tmp_path / name).read_bytes() == name.encode() for name in names(tmp_path))


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_when_one_cannot_take_its_place_all_stay_as_they_were(fails_at, tmp_path, monkeypatch):
    (tmp_path / "a.png").write_bytes(b"old")
    count = 0
    replace = Path.replace

    def failing(path, target):
        nonlocal count
        count += 1
        if count == fails_at:
            raise PermissionError
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(MoushiError):
        write_together((tmp_path / name, b"new") for name in ("a.png", "b.png", "c.png"))
    assert names(tmp_path) == ["a.png"]
    assert (tmp_path / "a.png").read_bytes() == b"old"


def test_when_making_one_fails_all_stay_as_they_were(tmp_path):
    (tmp_path / "a.png").write_bytes(b"old")

    def made():
        yield tmp_path / "a.png", b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_together(made())
    assert names(tmp_path) == ["a.png"]
    assert (tmp_path / "a.png").read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(MoushiError, match="does not exist"):
        write_together([(tmp_path / "none" / "a.png", b"new")])


def test_each_is_asked_for_only_when_the_one_before_is_on_the_disk(tmp_path):
    def made():
        for number in range(3):
            assert len([*tmp_path.glob(".moushi-*.part")]) == number
            yield tmp_path / f"{number}.png", b"new"

    write_together(made())
    assert len(names(tmp_path)) == 3

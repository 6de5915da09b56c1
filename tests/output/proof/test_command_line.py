"""Proofs from the command line: no screen is needed, nothing is left by halves, what went wrong is said."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from county_page import page_text
from intake.pages import make_page
from moushi.desk.desk import open_for_work
from moushi.desk.exporting import export_article
from moushi.desk.taking_in import Wish, propose_source
from moushi.errors import MoushiError
from moushi.intake.source import SourceFile
from output.proof.reading import printed_lines

NOW = datetime(2024, 7, 1, 9, 0, tzinfo=UTC)
HEADLINE = "海岛商会这样谋划新一年（上）"
NO_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@pytest.fixture
def store(tmp_path) -> Path:
    path = tmp_path / "plans.sqlite"
    with open_for_work(path) as desk:
        source = SourceFile("page.txt", page_text(HEADLINE).encode())
        desk.apply(propose_source(desk, source, Wish(year=2024), date(2024, 1, 2)))
    return path


@pytest.fixture
def long_store(tmp_path) -> Path:
    """A page of four counties: several sheets of an official paper."""
    page = make_page(
        2, measure=21.75, sections=4, lead_measure=77.14, order="before", blanks="none", kicker="迎潮而上"
    )
    path = tmp_path / "plans.sqlite"
    with open_for_work(path) as desk:
        source = SourceFile("page.txt", page.text().encode())
        desk.apply(propose_source(desk, source, Wish(year=2024), date(2024, 1, 2)))
    return path


@pytest.fixture
def desk(long_store):
    with open_for_work(long_store) as desk:
        yield desk


def moushi(store: Path, *words: object, **environ: str) -> subprocess.CompletedProcess[str]:
    home = {"MOUSHI_HOME": str(store.parent / "home"), "MOUSHI_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-m", "moushi", "--store", str(store), *map(str, words)],
        check=False,
        env={name: value for name, value in os.environ.items() if name not in NO_SCREEN} | home | environ,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.mark.parametrize(
    "environ", [{}, {"DISPLAY": ":7777"}, {"QT_QPA_PLATFORM": "xcb"}], ids=["none", "dead", "asked for"]
)
def test_no_screen_is_needed(environ, store, tmp_path):
    out = tmp_path / "proof.pdf"
    done = moushi(store, "export", "article", out, "--year", 2024, **environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Written: {out}\n"
    assert HEADLINE in [line.text for line in printed_lines(out.read_bytes())]


def test_each_sheet_is_a_picture_and_all_are_named(long_store, tmp_path):
    done = moushi(
        long_store, "export", "article", tmp_path / "proof.png", "--year", 2024, "--layout", "gongwen"
    )
    names = sorted(path.name for path in tmp_path.glob("*.png"))
    assert len(names) > 3
    assert names == [f"proof-{number}.png" for number in range(1, len(names) + 1)]
    assert done.stdout.splitlines() == [f"Written: {tmp_path / name}" for name in names]


def test_one_sheet_has_the_name_that_was_given(store, tmp_path):
    done = moushi(store, "export", "article", tmp_path / "proof.png", "--year", 2024)
    assert done.stdout == f"Written: {tmp_path / 'proof.png'}\n"
    assert (tmp_path / "proof.png").read_bytes().startswith(b"\x89PNG")


def test_without_a_chinese_face_nothing_is_written_and_a_person_is_told(store, tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path / 'none'}</dir></fontconfig>", "utf-8")
    for name in ("proof.pdf", "proof.png"):
        (tmp_path / name).write_bytes(b"old")
        done = moushi(
            store, "export", "article", tmp_path / name, "--year", 2024, FONTCONFIG_FILE=str(config)
        )
        assert done.returncode == 1
        assert "fonts-noto-cjk" in done.stderr
        assert "Traceback" not in done.stderr
        assert (tmp_path / name).read_bytes() == b"old"
    assert not [*tmp_path.glob(".moushi-*")]


def test_characters_that_no_face_has_are_said_on_standard_error(tmp_path):
    path = tmp_path / "plans.sqlite"
    with open_for_work(path) as desk:
        text = page_text(HEADLINE).replace(HEADLINE, "海岛商会\U0010ff12ഛ（上）")
        source = SourceFile("page.txt", text.encode())
        desk.apply(propose_source(desk, source, Wish(year=2024), date(2024, 1, 2)))
    done = moushi(path, "export", "article", tmp_path / "proof.pdf", "--year", 2024)
    assert done.returncode == 0
    (line,) = done.stderr.splitlines()
    assert "U+10FF12" in line
    assert "ഛ" in line


def test_the_journal_keeps_proofs_too(desk, tmp_path):
    pdf = export_article(desk, tmp_path / "proof.pdf", 2024, now=NOW)
    png = export_article(desk, tmp_path / "proof.png", 2024, layout="gongwen", now=NOW)
    files = (png.path, *png.more)
    assert [file.name for file in files] == [f"proof-{n}.png" for n in range(1, len(files) + 1)]
    later, first = desk.store.exports()
    assert first.path == str(pdf.path.resolve())
    assert first.sha256 == hashlib.sha256(pdf.path.read_bytes()).hexdigest()
    assert later.path == str(files[0].resolve())
    assert later.sha256 == hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def test_a_proof_is_set_as_a_newspaper_unless_another_layout_is_named(desk, tmp_path):
    sizes = []
    for layout in (None, "gongwen"):
        out = export_article(desk, tmp_path / "proof.pdf", 2024, layout=layout, now=NOW).path
        box = PdfReader(BytesIO(out.read_bytes())).pages[0].mediabox
        sizes.append((round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)))
    assert sizes == [(420, 297), (210, 297)]


def test_when_a_sheet_fails_all_old_pictures_stay(desk, tmp_path):
    for number in (1, 2):
        (tmp_path / f"proof-{number}.png").write_bytes(b"old")
    (tmp_path / "proof-3.png").mkdir()
    with pytest.raises(MoushiError, match=r"proof-3\.png is a folder"):
        export_article(desk, tmp_path / "proof.png", 2024, layout="gongwen", now=NOW)
    for number in (1, 2):
        assert (tmp_path / f"proof-{number}.png").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.glob("*proof*")) == [f"proof-{n}.png" for n in (1, 2, 3)]
    assert not [*tmp_path.glob(".moushi-*")]
    assert desk.store.exports() == []


def test_cancelled_between_sheets_nothing_is_left(desk, tmp_path):
    class Cancelled(BaseException):
        pass

    def report(done: int, of: int) -> None:
        if done:
            raise Cancelled

    for name in ("proof.png", "proof.pdf"):
        (tmp_path / name).write_bytes(b"old")
        with pytest.raises(Cancelled):
            export_article(desk, tmp_path / name, 2024, layout="gongwen", now=NOW, report=report)
        assert (tmp_path / name).read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.glob("*proof*")) == ["proof.pdf", "proof.png"]
    assert not [*tmp_path.glob(".moushi-*")]

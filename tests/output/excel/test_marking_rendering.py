"""Marked copies in LibreOffice: it shows fills and comments, and a copy that it has saved is marked anew."""

from __future__ import annotations

import subprocess
from io import BytesIO
from shutil import which

import pytest
from openpyxl import load_workbook

from moushi.changes.model import Severity
from moushi.domain.return_book import MARKS_SHEET, without_marks
from moushi.output.excel.marking import RED, YELLOW, Mark, marked_copy
from output.excel.raw_books import commented_book, raw_book

pytestmark = pytest.mark.acceptance

SHEET = "会员变动"
MARKS = [
    Mark(SHEET, 2, 0, Severity.ERROR, "“员工数”看不出是多少"),
    Mark(SHEET, 8, 2, Severity.WARNING, "“电话”多了一位"),
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A file as LibreOffice saves it."""
    assert which("soffice"), "make acceptance installs LibreOffice"
    folder = tmp_path_factory.mktemp("saved")

    def save(data, kind="xlsx"):
        given = folder / "回执.xlsx"
        given.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder / "out", given],
            env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
            check=True,
            capture_output=True,
            timeout=300,
        )  # fmt: skip
        return (folder / "out" / f"回执.{kind}").read_bytes()

    return save


@pytest.mark.parametrize("book", [raw_book, commented_book, lambda: raw_book(strict=True, prefix="x")])
def test_libreoffice_shows_fills_and_comments(saved, book):
    page = load_workbook(BytesIO(saved(marked_copy(book(), MARKS))))[SHEET]
    assert page["A3"].fill.fgColor.rgb == f"FF{RED}"
    assert page["A3"].comment.text.endswith("【请修改】“员工数”看不出是多少")
    assert page["C9"].fill.fgColor.rgb == f"FF{YELLOW}"
    assert page["C9"].comment.text == "【请核对】“电话”多了一位"
    assert page["A3"].value == 7


def test_a_copy_that_libreoffice_has_saved_is_marked_anew_without_what_was_mended(saved):
    again = marked_copy(saved(marked_copy(commented_book(), MARKS)), MARKS[:1])
    book = load_workbook(BytesIO(again))
    page = book[SHEET]
    assert page["A3"].comment.text.count("【") == 1
    assert without_marks(page["A3"].comment.text) == "去年的数"
    assert page["C9"].comment is None
    assert page["C9"].fill.fgColor.rgb[2:] != YELLOW
    assert [name for name in book.sheetnames if name.startswith(MARKS_SHEET)] == [MARKS_SHEET]
    assert len(list(book[MARKS_SHEET].iter_rows())) == 2
    assert load_workbook(BytesIO(saved(again)))[SHEET]["A3"].comment

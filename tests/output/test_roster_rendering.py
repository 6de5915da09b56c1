"""Rosters in LibreOffice: no character is missing, no row too low for its text, the head on each page."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from openpyxl import load_workbook

import factories as make
from moushi.compile.roster_document import Grouping, RosterDocument, RosterKind
from moushi.desk.layouts import MANUSCRIPT, load_layout
from moushi.output.excel.roster import roster_xlsx
from moushi.output.tabular import said
from moushi.output.word.roster import roster_docx
from output.excel.libreoffice import converted
from rosters import COUNTY, LU, LUTING, OF, roster_of

pytestmark = pytest.mark.acceptance

_FACES = ("宋体", "黑体", "楷体", "方正小标宋简体")
_FREE = "Noto Sans CJK SC"
_LONG = "云屿县远洋渔业与海洋装备产业联合发展促进会" * 10  # 210 characters
_MANY = tuple(
    make.member(
        OF,
        f"{_LONG if n % 40 == 0 else '远帆渔具'}第{n}厂",
        legal_representative="欧阳𠅤听潮",
        uscc=f"91330921MA28K{n:05d}",
        township_id=LU.id,
    )
    for n in range(300)
)
RECORDS = (*COUNTY, *_MANY, *(make.membership(each, LUTING) for each in _MANY[:5]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with a free face in place of those that an office has."""
    assert which("soffice"), "make acceptance installs LibreOffice"
    place = tmp_path_factory.mktemp("rendered")
    aliases = "".join(
        f'<alias binding="same"><family>{face}</family><prefer><family>{_FREE}</family></prefer></alias>'
        for face in _FACES
    )
    fonts = f"<fontconfig><include>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>"
    (place / "fonts.conf").write_text(f'<?xml version="1.0"?>{fonts}', "utf-8")
    return place


def document(kind: RosterKind) -> RosterDocument:
    return roster_of(kind, RECORDS, phones=True, birth_years=True)


def printed(folder: Path, data: bytes, source: str) -> list[str]:
    """The text of each page, without white space."""
    (folder / "all.pdf").write_bytes(converted(folder, data, "pdf", source=source))
    run = subprocess.run(["pdftotext", folder / "all.pdf", "-"], check=True, capture_output=True)
    pages = run.stdout.decode().rstrip("\f").split("\f")
    return [re.sub(r"\s", "", page) for page in pages]


def assert_all_printed(made: RosterDocument, pages: list[str]) -> None:
    for page in pages[:-1]:
        assert "序号" in page
        assert made.notice in page
    whole = "".join(pages)
    held = sorted(whole)
    for group in made.groups:
        for row in group.rows:
            for value in row:
                if isinstance(value, str) and len(value) < 30:
                    text = re.sub(r"\s", "", said(value))
                    assert all(character in whole for character in text), text
    cells = "".join(said(v) for g in made.groups for row in g.rows for v in row if isinstance(v, str))
    for character in set(re.sub(r"\s", "", cells)):
        assert held.count(character) >= cells.count(character), f"{character} is cut off somewhere"


@pytest.mark.parametrize("kind", list(RosterKind))
def test_word_prints_every_character_with_the_head_on_each_page(folder, kind):
    made = document(kind)
    assert_all_printed(made, printed(folder, roster_docx(made, load_layout(MANUSCRIPT)), "docx"))


@pytest.mark.parametrize("kind", list(RosterKind))
def test_excel_prints_every_character_with_the_head_on_each_page(folder, kind):
    made = document(kind)
    assert_all_printed(made, printed(folder, roster_xlsx(made), "xlsx"))


def test_no_row_is_lower_than_its_text(folder):
    """Told to fit each row to its text, LibreOffice makes none taller than ours."""
    made = roster_of(RosterKind.MEMBERS, RECORDS, grouping=Grouping.NONE)
    data = roster_xlsx(made)
    flat = converted(folder, data, "fods")
    style = rb"<style:table-row-properties[^>]*/>"
    fitted = re.sub(style, b'<style:table-row-properties style:use-optimal-row-height="true"/>', flat)
    ours = load_workbook(BytesIO(data)).worksheets[0]
    theirs = load_workbook(BytesIO(converted(folder, fitted, "xlsx", source="fods"))).worksheets[0]
    for number in range(1, ours.max_row + 1):
        assert theirs.row_dimensions[number].height <= ours.row_dimensions[number].height, number

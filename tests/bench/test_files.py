"""Files: Word and Excel written beside what their formats cost at least, zip bombs refused."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from lxml import etree
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from bench.conftest import Beside, Budgets
from moushi.compile.documents import ArticleDocument, ProgressDocument
from moushi.output.excel import progress_xlsx
from output.excel.samples import sample_document
from output.word.samples import docx_of, page

pytestmark = pytest.mark.bench

ROWS = 10_000
PARAGRAPHS = 3_000
STYLES = 9
UNPACKED = 2**30
_SCRIPT = Path(__file__).parent / "refusing.py"
_WORKBOOK = {
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_writing_a_progress_sheet(beside: Beside, budgets: Budgets) -> None:
    document = long_document()
    held = CalamineWorkbook.from_filelike(io.BytesIO(progress_xlsx(document)))
    sheets = [held.get_sheet_by_name(name).to_python() for name in held.sheet_names]
    assert ROWS <= len(sheets[0]) < 1.1 * ROWS

    def bare() -> None:
        workbook = Workbook()
        for number, rows in enumerate(sheets):
            sheet = workbook.create_sheet() if number else workbook.worksheets[0]
            for row in rows:
                sheet.append([None if value == "" else value for value in row])
        workbook.save(io.BytesIO())

    ours, cells = beside(lambda: progress_xlsx(document), bare, rounds=3)
    budgets.against(f"write a progress sheet of {ROWS:,} rows", ours, "openpyxl, bare cells", cells, 2.5)


def long_document() -> ProgressDocument:
    """The sample's themes over and over, as many as fill the rows of the first sheet."""
    document = sample_document()
    rows = len(
        CalamineWorkbook.from_filelike(io.BytesIO(progress_xlsx(document))).get_sheet_by_index(0).to_python()
    )
    times = ROWS // (rows - 10) + 1
    return replace(
        document,
        sections=tuple(replace(section, themes=section.themes * times) for section in document.sections),
    )


@pytest.mark.parametrize("preset", ["gongwen", "zhoushan-a4"])
def test_writing_an_article(beside: Beside, budgets: Budgets, preset: str) -> None:
    """The raw file has the same parts, words and styles, but no bookmarks: with them it is twice as long."""
    document = long_article()
    made = docx_of(document, preset)
    paragraphs = paragraphs_of(made)
    styles = {style for style, _ in paragraphs} | {style for _, runs in paragraphs for style, _ in runs}
    assert len(paragraphs) >= PARAGRAPHS
    assert len(styles - {"", "Separator"}) == STYLES  # a rule is no text
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    head, _, rest = parts.pop("word/document.xml").decode().partition("<w:body>")
    foot = rest[rest.rindex("<w:sectPr") :]

    def bare() -> None:
        body = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' + "".join(map(bare_run, runs)) + "</w:p>"
            for style, runs in paragraphs
        )
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
            package.writestr("word/document.xml", f"{head}<w:body>{body}{foot}".encode())

    ours, raw = beside(lambda: docx_of(document, preset), bare, rounds=9)
    what = f"write {PARAGRAPHS:,} paragraphs in {STYLES} styles, {preset}"
    budgets.against(what, ours, "raw XML and zipfile", raw, 4)


def bare_run(run: tuple[str, str]) -> str:
    style, text = run
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def long_article() -> ArticleDocument:
    """The sample's article with its themes over and over, of as many paragraphs without their headings."""
    sections = [page(copies).sections for copies in (1, 2)]
    once, twice = (sum(len(section.paragraphs) for section in each) for each in sections)
    return page(1 + -(-(PARAGRAPHS - once) // (twice - once)))


def paragraphs_of(made: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """The style of each paragraph, and the style and text of each of its runs."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [
        (
            style_of(paragraph, "p"),
            [(style_of(run, "r"), text_of(run)) for run in paragraph.iter(f"{_W}r")],
        )
        for paragraph in root.iter(f"{_W}p")
    ]


def text_of(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(f"{_W}t"))


def style_of(element: etree._Element, letter: str) -> str:
    style = element.find(f"{_W}{letter}Pr/{_W}{letter}Style")
    return "" if style is None else style.get(f"{_W}val", "")


def test_refusing_a_zip_bomb(benchmark: Any, budgets: Budgets, tmp_path: Path) -> None:
    bombs = [made for name in ("a.docx", "a.xlsx") for made in bombs_of(tmp_path / name)]
    found: list[tuple[float, float]] = []

    def refuse(bomb: Path) -> None:
        arguments = [sys.executable, str(_SCRIPT), str(tmp_path), str(bomb)]
        ran = subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True)
        took, most = map(float, ran.stdout.split())
        found.append((took, most))

    coming = cycle(bombs)
    benchmark.pedantic(refuse, setup=lambda: ((next(coming),), {}), rounds=len(bombs))
    what = "refuse a zip bomb of 1 GB, the worst of 4"
    budgets.within(what, max(took for took, _ in found), 2)
    budgets.within(f"{what}: memory", max(most for _, most in found), 200, "the whole process", unit="MB")


def bombs_of(path: Path) -> tuple[Path, Path]:
    """A bomb that says how large it is, and the same one that says it is small, its checksum too."""
    part, others = {
        ".docx": ("word/document.xml", {}),
        ".xlsx": ("xl/worksheets/sheet1.xml", _WORKBOOK),
    }[path.suffix]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for other, text in others.items():
            package.writestr(other, text)
        bomb = zipfile.ZipInfo(part)
        bomb.compress_type = zipfile.ZIP_DEFLATED
        with package.open(bomb, "w") as out:
            chunk = b" " * 2**24
            for _ in range(UNPACKED // len(chunk)):
                out.write(chunk)
    lying, few = path.with_name("lying-" + path.name), b" " * 5_000
    with zipfile.ZipFile(path) as package:
        true = package.getinfo(part)
    says = struct.pack("<LLL", true.CRC, true.compress_size, true.file_size)
    small = struct.pack("<LLL", zlib.crc32(few), true.compress_size, len(few))
    lying.write_bytes(path.read_bytes().replace(says, small))
    return path, lying

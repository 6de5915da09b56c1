"""Proofs as another reader of PDF files sees them: the text it copies, where it stands, what it paints."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtGui import QImage

from moushi.output.proof.png import Sheets
from output.proof.proofs import printed, proof_of, set_in
from output.proof.reading import without_space
from output.proof.test_painter import ink_of
from output.word.samples import PRESETS, layout_of, page

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory, qapp) -> dict[str, Path]:
    assert which("pdftotext"), "make acceptance installs poppler"
    folder = tmp_path_factory.mktemp("proofs")
    for preset in PRESETS:
        (folder / f"{preset}.pdf").write_bytes(proof_of(page(), preset)[0])
    return {preset: folder / f"{preset}.pdf" for preset in PRESETS}


def told(*command: object) -> str:
    done = subprocess.run([*map(str, command)], check=True, capture_output=True, timeout=60, encoding="utf-8")
    assert done.stderr == "", "nothing in the file is out of order"
    return done.stdout


@pytest.mark.parametrize("preset", PRESETS)
def test_it_copies_the_article(preset, pdfs):
    text = without_space(told("pdftotext", "-raw", pdfs[preset], "-"))
    assert text == without_space("".join(printed(page())))


def test_it_copies_a_newspapers_columns_one_after_the_other(pdfs):
    """Columns are told apart by the room between them, which squeezed marks must not seem to fill."""
    pages = set_in(page(), layout_of("zhoushan"))
    lines = [without_space(line.text) for sheet in pages.pages for line in sheet.lines]
    found = [without_space(line) for line in told("pdftotext", pdfs["zhoushan"], "-").splitlines()]
    assert set(lines) <= set(found)
    body = [without_space(line.text) for line in pages.pages[0].lines if line.role == "body"]
    assert [line for line in found if line in body] == body


@pytest.mark.parametrize("preset", PRESETS)
def test_its_words_stand_in_the_columns(preset, pdfs):
    layout = layout_of(preset)
    boxes = re.findall(
        r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>',
        told("pdftotext", "-bbox", pdfs[preset], "-"),
    )
    left, right = layout.page.left_mm / 25.4 * 72, (layout.page.width_mm - layout.page.right_mm) / 25.4 * 72
    assert len(boxes) > 30
    for x_min, _, x_max, _, word in boxes:  # the empty halves of marks may reach out
        assert float(x_min) > left - 10, unescape(word)
        assert float(x_max) < right + 10, unescape(word)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_face_is_embedded_and_knows_its_characters(preset, pdfs):
    rows = told("pdffonts", pdfs[preset]).splitlines()[2:]
    assert rows
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


@pytest.mark.parametrize("preset", PRESETS)
def test_it_paints_what_the_picture_shows(preset, pdfs, tmp_path):
    pages = set_in(page(), layout_of(preset))
    told("pdftoppm", "-r", "300", "-png", "-gray", pdfs[preset], tmp_path / "page")
    sheets = sorted(tmp_path.glob("page*.png"))
    assert len(sheets) == len(pages.pages)
    for path, own in zip(sheets, Sheets(pages), strict=True):
        theirs, ours = QImage(str(path)), QImage()
        assert ours.loadFromData(own)
        assert abs(theirs.width() - ours.width()) <= 1
        assert abs(theirs.height() - ours.height()) <= 1
        for edge in ("left", "top", "right", "bottom"):
            assert abs(getattr(ink_of(theirs), edge)() - getattr(ink_of(ours), edge)()) <= 3
        dark = [sum(value < 128 for value in bytes(each.constBits())) for each in (grey(theirs), grey(ours))]
        assert dark[0] == pytest.approx(dark[1], rel=0.5)  # poppler sets type darker


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_the_bookmarks_are_there(pdfs):
    assert "记者 田一苇" in told("pdfinfo", pdfs["zhoushan"])
    assert "Error" not in told("pdfinfo", "-dests", pdfs["zhoushan"])

"""The one painter: every line leaves its ink where it belongs, at every size, in the colours asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from moushi.output.proof import faces
from moushi.output.proof.painter import PagePainter
from moushi.output.proof.png import Sheets
from moushi.typeset.layout import Layout
from output.proof.proofs import article_of, set_in
from output.word.samples import PRESETS, layout_of, page

_DARK = bytes(ord("#") if value < 160 else ord(" ") for value in range(256))


def paper(width: float, height: float) -> QImage:
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def ink_of(image: QImage, box: QRect | None = None) -> QRect:
    """The least rectangle that holds everything dark; the box's left upper corner counts as 0."""
    part = image.copy(box) if box else image
    grey = part.convertToFormat(QImage.Format.Format_Grayscale8)
    data, step = bytes(grey.constBits()).translate(_DARK), grey.bytesPerLine()
    rows = [data[y * step : y * step + grey.width()] for y in range(grey.height())]
    ys = [y for y, row in enumerate(rows) if b"#" in row]
    if not ys:
        return QRect()
    left = min(rows[y].index(b"#") for y in ys)
    right = max(rows[y].rindex(b"#") for y in ys)
    return QRect(left, ys[0], right - left + 1, ys[-1] - ys[0] + 1)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("scale", [0.9, 1.37, 2.0, 4.21])
def test_each_line_has_its_ink_in_its_box(preset, scale):
    layout = layout_of(preset)
    pages = set_in(page(), layout)
    sheet, inks = pages.pages[0], PagePainter(layout, scale)
    image = paper(pages.width * scale, pages.height * scale)
    painter = QPainter(image)
    for line in sheet.lines:
        inks.paint_line(painter, line)
    painter.end()
    for line in sheet.lines:
        box = QRect(
            round((line.x - line.size / 2) * scale),
            round(line.y * scale),
            round((line.width + line.size) * scale),
            round(line.height * scale),
        )
        ink = ink_of(image, box)
        assert ink.height() > 0.6 * line.size * scale, line.text
        middle = (ink.top() + ink.bottom()) / 2 / scale
        assert abs(middle - line.height / 2) < 0.25 * line.size, line.text


def painted(document, layout: Layout, scale: float, ink: QColor | None = None, ratio: float = 1.0) -> QImage:
    pages = set_in(document, layout)
    image = paper(pages.width * scale * ratio, pages.height * scale * ratio)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    PagePainter(layout, scale).paint(painter, pages.pages[0], ink)
    painter.end()
    return image


@pytest.mark.parametrize(("scale", "ratio"), [(1.0, 1.0), (1.83, 1.0), (1.0, 2.0), (1.83, 2.0), (7.3, 1.0)])
def test_a_character_is_painted_at_every_zoom_and_on_fine_screens(scale, ratio):
    image = painted(article_of([["国"]]), layout_of("gongwen"), scale, ratio=ratio)
    ink = ink_of(image)
    size = 15.79 * scale * ratio
    assert 0.75 * size < ink.width() < 1.05 * size
    assert 0.75 * size < ink.height() < 1.05 * size


def test_ink_takes_the_place_of_black_and_of_nothing_else():
    layout = layout_of("gongwen")
    red = replace(layout.roles["body"], colour="#C00000")
    coloured = replace(layout, roles={**layout.roles, "body": red})
    texts = article_of([["国"], ["国", "岛"]])
    white_on_white = painted(texts, coloured, 2.0, QColor("white"))
    assert ink_of(white_on_white).height() > 0, "the red words stay"
    assert ink_of(painted(article_of([["国"]]), coloured, 2.0, QColor("white"))).isEmpty()


def test_a_picture_of_a_page_shows_it():
    """Print previews are pictures, which keep no glyphs."""
    layout = layout_of("gongwen")
    pages = set_in(article_of([["国"]]), layout)
    picture = QPicture()
    painter = QPainter(picture)
    PagePainter(layout, 1.0).paint(painter, pages.pages[0])
    painter.end()
    image = paper(pages.width, pages.height)
    painter = QPainter(image)
    painter.drawPicture(0, 0, picture)
    painter.end()
    assert ink_of(image).height() > 10


def test_letters_are_as_wide_as_they_are_painted():
    layout = layout_of("gongwen")
    width = faces.measuring(layout)("body")
    body = layout.roles["body"]
    raw, _ = faces.raw_font(faces.western_of(body) or faces.face_of(body), 1000, bold=False)
    indexes = raw.glyphIndexesForString("2024Wi")
    advances = sum(advance.x() for advance in raw.advancesForGlyphIndexes(indexes)) / 1000
    assert width("2024Wi") == pytest.approx(advances, abs=0.001)
    assert width("e\u0301") == width("e"), "a combining mark has no width"
    assert width("\u0e01") > 0, "what the face lacks has a width too"
    assert faces.measuring(layout)("body") is width, "a page set again finds what was set before"


def test_a_combining_mark_stands_over_its_letter():
    layout = layout_of("gongwen")
    plain = ink_of(painted(article_of([["e"]]), layout, 4.0))
    marked = ink_of(painted(article_of([["e\u0301"]]), layout, 4.0))
    assert marked.height() > plain.height() + 5
    assert abs(marked.width() - plain.width()) < 10


def png_of(data: bytes) -> QImage:
    image = QImage()
    assert image.loadFromData(data)
    return image


def test_pictures_have_the_sheets_size_at_300_dots_and_its_words():
    for preset in PRESETS:
        layout = layout_of(preset)
        pages = set_in(page(), layout)
        sheets = Sheets(pages)
        assert len(sheets) == len(pages.pages)
        for data, sheet in zip(sheets, pages.pages, strict=True):
            image = png_of(data)
            assert image.width() == round(layout.page.width_mm / 25.4 * 300)
            assert image.height() == round(layout.page.height_mm / 25.4 * 300)
            assert round(image.dotsPerMeterX() * 25.4 / 1000) == 300
            assert image.isGrayscale()
            ink = ink_of(image)
            top = min(line.y for line in sheet.lines) / 72 * 300
            foot = max(line.y + line.height for line in sheet.lines) / 72 * 300
            assert top <= ink.top() + 1
            assert ink.top() < top + 100
            assert foot - 100 < ink.bottom() <= foot + 1
        assert sheets.notices == []


def test_pictures_and_pdf_say_the_same_of_faces():
    sheets = Sheets(set_in(article_of([["渔港\U0010ff12"]]), layout_of("zhoushan")))
    assert [*sheets]
    assert "U+10FF12" in str(sheets.notices[0])


def test_the_same_sheet_gives_the_same_bytes():
    pages = set_in(page(), layout_of("zhoushan"))
    assert [*Sheets(pages)] == [*Sheets(pages)]

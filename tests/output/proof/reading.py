"""Reads a PDF as a reader does: every glyph shown, what its map says, and where its commands put it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream

from moushi.typeset.characters import Kind, kind_of


@dataclass(frozen=True)
class Shown:
    """A glyph: its text, sheet, left end of its baseline from the sheet's upper left corner, width, size."""

    text: str
    sheet: int
    x: float
    y: float
    width: float
    size: float
    face: str

    @property
    def left(self) -> float:
        """Where its room begins: the empty sides of marks may lie over what stands before them."""
        match kind_of(self.text[0]):
            case Kind.OPENING:
                return self.x + self.size / 2
            case Kind.INTERPUNCT:
                return self.x + self.width / 2 - self.size / 4
        return self.x


@dataclass(frozen=True)
class PrintedLine:
    text: str
    sheet: int
    glyphs: tuple[Shown, ...]

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def end(self) -> float:
        return max(glyph.x + glyph.width for glyph in self.glyphs)


def shown(pdf: bytes) -> Iterator[Shown]:
    """The glyphs in the order of the file's commands."""
    reader = PdfReader(BytesIO(pdf))
    for sheet, page in enumerate(reader.pages):
        height = float(page.mediabox.height)
        fonts = {name: _Face(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        matrix, kept, text, face, size = _ONE, [], _ONE, None, 0.0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            match operator:
                case b"q":
                    kept.append(matrix)
                case b"Q":
                    matrix = kept.pop()
                case b"cm":
                    matrix = _times(tuple(map(float, operands)), matrix)
                case b"Tf":
                    face, size = fonts[operands[0]], float(operands[1])
                case b"BT":
                    text = _ONE
                case b"Tm":
                    text = tuple(map(float, operands))
                case b"Td":
                    text = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), text)
                case b"Tj":
                    codes = operands[0].original_bytes
                    assert len(codes) == 2, "each glyph has its own place"
                    code = int.from_bytes(codes, "big")
                    a, _, _, d, x, y = _times(text, matrix)
                    assert a > 0, "no glyph is mirrored"
                    assert d > 0, "no glyph stands on its head"
                    width = face.widths.get(code, face.default) / 1000 * size * a
                    yield Shown(face.texts[code], sheet, x, height - y, width, size * a, face.name)


def printed_lines(pdf: bytes) -> list[PrintedLine]:
    """The lines as they stand: glyphs at one height, from left to right."""
    lines: list[list[Shown]] = []
    for glyph in shown(pdf):
        last = lines[-1][-1] if lines else glyph
        beside = last.sheet == glyph.sheet and abs(last.y - glyph.y) < 0.05
        if lines and beside and glyph.left > last.left - 0.05:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [PrintedLine("".join(g.text for g in line), line[0].sheet, tuple(line)) for line in lines]


def without_space(text: str) -> str:
    return "".join(text.split())


_Matrix = tuple[float, ...]
_ONE: _Matrix = (1, 0, 0, 1, 0, 0)


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


class _Face:
    def __init__(self, font) -> None:
        face = font["/DescendantFonts"][0].get_object()
        self.name = face["/BaseFont"]
        assert "/FontFile2" in face["/FontDescriptor"].get_object(), "the face is embedded"
        self.default = float(face.get("/DW", 1000))
        self.widths: dict[int, float] = {}
        entries = iter(face.get("/W", ()))
        for first in entries:
            second = next(entries)
            if isinstance(second, list):
                self.widths |= {first + n: float(width) for n, width in enumerate(second)}
            else:
                self.widths |= dict.fromkeys(range(first, second + 1), float(next(entries)))
        self.texts = dict(_map(font["/ToUnicode"].get_object().get_data().decode("ascii")))


def _map(cmap: str) -> Iterator[tuple[int, str]]:
    inside = False
    for line in cmap.splitlines():
        if line.endswith("beginbfchar"):
            inside = True
        elif line == "endbfchar":
            inside = False
        elif inside:
            code, text = line.replace("<", "").replace(">", "").split()
            yield int(code, 16), bytes.fromhex(text).decode("utf-16-be")

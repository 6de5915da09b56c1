"""Paints set pages: the same glyphs in the same places on the screen, in a PDF and in a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGlyphRun,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from moushi.typeset.justify import Glyph
from moushi.typeset.layout import Layout
from moushi.typeset.pages import Rule, SetPage
from moushi.typeset.setting import SetLine

from .units import Case, Found, Type, is_western, without_silent

_BASELINE = 0.88  # of the size, below the top of the em box: where Chinese faces have it
_BLACK = "#000000"
_LARGE = 56.0  # pixels to the em; from 64 Qt paints outlines too, and takes ten times as long
_KEPT = 8192  # lines that stay set


@dataclass(frozen=True, slots=True)
class Ink:
    """What is put on paper at once, from a line's left edge at its baseline: a run of glyphs, or a shape.

    `texts` are the words that each glyph of the run stands for, `rooms` what it takes up in thousandths of an
    em, 0 for its own width; a shape has its words from the blank glyph of the run before it. A face without a
    bold cut is made bolder by `weight` pixels.
    """

    colour: str
    run: QGlyphRun | None = None
    texts: tuple[str, ...] = ()
    rooms: tuple[int, ...] = ()
    weight: float = 0.0
    shape: QPainterPath | None = None
    picture: QImage | None = None
    box: QRectF = field(default_factory=QRectF)
    drawn: list[QPainterPath] = field(default_factory=list)

    def outlines(self) -> list[QPainterPath]:
        """The outlines of the run's glyphs, which are made once."""
        if not self.drawn and self.run is not None:
            raw = self.run.rawFont()
            glyphs = zip(self.run.glyphIndexes(), self.run.positions(), strict=True)
            self.drawn.extend(raw.pathForGlyph(index).translated(place) for index, place in glyphs)
        return self.drawn


class PagePainter:
    """Paints at a scale, in pixels of the device to the point; faces and set lines are kept.

    Belongs to the thread that it was made in. `grey` keeps coloured edges off the letters of pictures.
    """

    def __init__(self, layout: Layout, scale: float, *, grey: bool = False) -> None:
        self.layout = layout
        self.scale = scale
        self._grey = grey
        self._cases: dict[tuple[str, float], Case] = {}
        self._lines: dict[object, tuple[SetLine, tuple[Ink, ...]]] = {}

    def paint(self, painter: QPainter, page: SetPage, ink: QColor | None = None) -> None:
        """Paint a sheet from the painter's origin; `ink` takes the place of black."""
        for rule in page.rules:
            self.paint_rule(painter, rule, ink)
        for line in page.lines:
            self.paint_line(painter, line, ink)

    def paint_line(self, painter: QPainter, line: SetLine, ink: QColor | None = None) -> None:
        """Paint a line in its place; `ink` takes the place of black."""
        origin = QPointF(line.x * self.scale, self.baseline(line))
        as_outlines = self._as_outlines(painter, line)
        for each in self.inks(line):
            colour = ink if ink is not None and each.colour == _BLACK else QColor(each.colour)
            if each.run is not None and not as_outlines:
                painter.setPen(colour)
                painter.drawGlyphRun(origin, each.run)
            if not (as_outlines or each.weight or each.shape is not None or each.picture is not None):
                continue
            painter.translate(origin)
            if as_outlines:
                for outline in each.outlines():
                    painter.fillPath(outline, QBrush(colour))
            if each.weight:
                for outline in each.outlines():
                    painter.strokePath(outline, QPen(colour, each.weight))
            if each.shape is not None:
                painter.fillPath(each.shape, QBrush(colour))
            if each.picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(each.box, each.picture)
            painter.translate(-origin)

    def paint_rule(self, painter: QPainter, rule: Rule, ink: QColor | None = None) -> None:
        """Paint a rule, on a screen no thinner than can be seen."""
        pen = QPen(ink if ink is not None else QColor(_BLACK), max(rule.weight * self.scale, 0.6))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        begins, ends = QPointF(rule.x1, rule.y1), QPointF(rule.x2, rule.y2)
        painter.drawLine(begins * self.scale, ends * self.scale)

    def baseline(self, line: SetLine) -> float:
        """The height of a line's baseline in pixels from the sheet's top."""
        return (line.y + (line.height - line.size) / 2 + line.size * _BASELINE) * self.scale

    def inks(self, line: SetLine) -> tuple[Ink, ...]:
        """What a line puts on paper, in reading order."""
        roles = tuple((part.start, part.role) for part in line.parts)
        key = (id(line.glyphs), line.role, line.size, roles)
        held = self._lines.get(key)
        if held is None or held[0].glyphs is not line.glyphs:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            held = (line, tuple(_LineSetter(line.size * self.scale).set(self._cased(line))))
            self._lines[key] = held
        return held[1]

    def lacking(self) -> dict[str, str]:
        """The characters that the roles' own faces lack, each with the face instead, or nothing."""
        found: dict[str, str] = {}
        for case in self._cases.values():
            found |= case.lacking
        return found

    def _as_outlines(self, painter: QPainter, line: SetLine) -> bool:
        """Whether type is painted as outlines: Qt shows no glyph runs of odd sizes in large, nor in pictures.

        In a PDF they must be glyphs.
        """
        kind = painter.paintEngine().type()
        size = line.size * self.scale * abs(painter.deviceTransform().m22())
        return kind == QPaintEngine.Type.Picture or (kind != QPaintEngine.Type.Pdf and size > _LARGE)

    def _cased(self, line: SetLine) -> Iterator[tuple[Glyph, Case]]:
        """The units of a line, each with the type case of its role."""
        parts = iter(line.parts)
        part = next(parts, None)
        case = own = self._case(line.role, line.size)
        at, until = 0, 0
        for glyph in line.glyphs:
            if at >= until:
                while part is not None and part.end <= at:
                    part = next(parts, None)
                until = part.end if part is not None else len(line.text)
                role = part.role if part is not None else ""
                case = self._case(role, line.size) if role in self.layout.roles else own
            yield glyph, case
            at += len(glyph.text)

    def _case(self, role: str, size: float) -> Case:
        key = (role, size)
        if key not in self._cases:
            self._cases[key] = Case(self.layout.roles[role], size * self.scale, grey=self._grey)
        return self._cases[key]


class _LineSetter:
    """Gathers a line's glyphs into runs of one face and colour."""

    def __init__(self, size: float) -> None:
        self._size = size  # pixels to the em
        self._inks: list[Ink] = []
        self._type: Type | None = None
        self._colour = _BLACK
        self._indexes: list[int] = []
        self._places: list[QPointF] = []
        self._texts: list[str] = []
        self._rooms: list[int] = []
        self._before = ""  # silent characters that wait for a glyph to stand by

    def set(self, units: Iterator[tuple[Glyph, Case]]) -> list[Ink]:
        case = None
        x = 0.0
        for glyph, case in units:
            x = glyph.x * self._size
            text = glyph.text
            found = case.find(text) if len(text) == 1 else None
            if found is None or text.isspace() or not glyph.advance:
                self._set_seldom(glyph, case, x)
            elif found.offset is None:
                free = max(glyph.advance * self._size - found.width, 0.0)
                self._put(case, found, x + free / 2, text)
            else:
                self._put_mark(case, found, glyph, x)
        if self._before and case is not None:
            self._put(case, case.blank, x, "")
        self._close()
        return self._inks

    def _set_seldom(self, glyph: Glyph, case: Case, x: float) -> None:
        """Units of many characters, spaces, characters without a width or without a glyph."""
        text = without_silent(glyph.text)
        if not text or text.isspace():
            self._put_silent(glyph, case, x)
            return
        room = glyph.advance * self._size
        found = case.find_all(text)
        if found is None:
            self._put_shape(glyph, case, x, room)
            return
        one = case.pair(text)
        if one is not None:
            self._put(case, one, x + (room - one.width) / 2, glyph.text)
            return
        if len(found) == 1 and found[0].offset is not None:
            self._put_mark(case, found[0], glyph, x)
            return
        widths = [each.width for each in found]
        whole = sum(widths)
        if is_western(text):  # spread over the room, which is another face's where a lead's words stand in it
            factor = room / whole if whole else 1.0
            edges = [edge * factor for edge in accumulate(widths[:-1], initial=0.0)]
            shifts = [width * max(factor - 1, 0.0) / 2 for width in widths]
        else:
            edges = list(accumulate(widths[:-1], initial=(room - whole) / 2))
            shifts = [0.0] * len(widths)
        words = _shared(glyph.text, text)
        for each, edge, shift, word in zip(found, edges, shifts, words, strict=True):
            self._put(case, each, x + edge + shift, word)

    def _put_silent(self, glyph: Glyph, case: Case, x: float) -> None:
        """A space that takes room is a blank glyph; what takes none stands by its neighbour."""
        if glyph.text.isspace() or not glyph.text.strip():
            if glyph.advance:
                self._put(case, case.blank, x, " ")
            return
        if self._texts:
            self._texts[-1] += glyph.text
        elif self._inks and self._inks[-1].texts:
            last = self._inks[-1]
            texts = (*last.texts[:-1], last.texts[-1] + glyph.text)
            self._inks[-1] = Ink(last.colour, last.run, texts, last.rooms, last.weight)
        else:
            self._before += glyph.text

    def _put_shape(self, glyph: Glyph, case: Case, x: float, room: float) -> None:
        shape = case.shape(glyph.text)
        self._put(case, case.blank, x, glyph.text)
        self._close()
        narrower = min(1.0, room / shape.width) if room and shape.width else 1.0
        shift = max(room - shape.width * narrower, 0.0) / 2
        put = QTransform.fromTranslate(x + shift, 0.0).scale(narrower, 1.0)
        self._inks.append(
            Ink(case.colour, shape=put.map(shape.path), picture=shape.picture, box=put.mapRect(shape.box))
        )

    def _put_mark(self, case: Case, found: Found, glyph: Glyph, x: float) -> None:
        """A mark with an empty side; where its right side is squeezed it takes up less than its width."""
        room = 0
        if found.is_squeezed_right and glyph.advance * self._size < found.width - 0.01 * self._size:
            room = 20 * round(50 * glyph.advance)  # in steps, or each line would have its own
        self._put(case, found, x + (found.offset or 0.0), glyph.text, room)

    def _put(self, case: Case, found: Found, x: float, text: str, room: int = 0) -> None:
        if found.type is not self._type or case.colour != self._colour:
            self._close()
            self._type, self._colour = found.type, case.colour
        self._indexes.append(found.index)
        self._places.append(QPointF(x, 0.0))
        self._texts.append(self._before + text)
        self._rooms.append(room)
        self._before = ""

    def _close(self) -> None:
        """Make a run of what was put since the last one."""
        if self._type is None or not self._indexes:
            return
        run = QGlyphRun()
        run.setRawFont(self._type.raw)
        run.setGlyphIndexes(self._indexes)
        run.setPositions(self._places)
        self._inks.append(Ink(self._colour, run, tuple(self._texts), tuple(self._rooms), self._type.stroke))
        self._type, self._indexes, self._places, self._texts, self._rooms = None, [], [], [], []


def _shared(text: str, shown: str) -> list[str]:
    """A unit's text shared out to its glyphs: silent characters go to the glyph before, else the first."""
    words = [""] * len(shown)
    at = -1
    for ch in text:
        if at + 1 < len(shown) and ch == shown[at + 1]:
            at += 1
        words[max(at, 0)] += ch
    return words

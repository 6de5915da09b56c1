"""Units of a line as glyphs of installed faces: one glyph for each character, else a drawn shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import bidirectional, category

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QRawFont,
    QTextLayout,
    QTransform,
)

from moushi.typeset.characters import Blank, Kind, kind_of
from moushi.typeset.layout import Role

from . import faces
from .faces import glyph_of

_WESTERN = {
    *(Kind.LETTER, Kind.LINKING, Kind.LINKING_POINT, Kind.PERCENT),
    *(Kind.NARROW, Kind.NARROW_OPENING, Kind.NARROW_CLOSING),
}
_DASH, _LONG_DASH = "——", "⸺"  # two characters, and the one glyph that most faces have for them
_JOINING = "\u200c\u200d"
_SHAPED = 512.0  # pixels to the em of what is drawn as a shape


@dataclass(frozen=True, slots=True)
class Type:
    """One face at one size; `stroke` is how much bolder it is drawn, in pixels."""

    family: str
    raw: QRawFont
    stroke: float
    blank: int


@dataclass(frozen=True, slots=True)
class Found:
    """A character's glyph: its face, number and width; `offset` from where it stands, None: in the middle.

    The blank of a closing mark, at its right, is what is squeezed.
    """

    type: Type
    index: int
    width: float
    offset: float | None
    is_squeezed_right: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What no single glyph shows, in pixels from its baseline: an outline, or a coloured face's picture."""

    path: QPainterPath
    width: float
    picture: QImage | None = None
    box: QRectF = field(default_factory=QRectF)


class Case:
    """A role's type case at one size: which glyph shows a character, and what its faces lack.

    `lacking` names the face that each character was found in instead, nothing where no face has it.
    """

    def __init__(self, role: Role, size: float, *, grey: bool) -> None:
        self.size = size
        self.colour = role.colour
        self.lacking: dict[str, str] = {}
        self._role, self._bold, self._grey = role, faces.is_bold(role), grey
        self._own = self._type(faces.face_of(role))
        western = faces.western_of(role)
        self._western = self._type(western) if western else self._own
        self._others: dict[str, Type] = {}
        self._found: dict[str, Found | None] = {}
        self._shapes: dict[str, Shape] = {}

    @property
    def blank(self) -> Found:
        """A glyph that shows nothing and may carry the text of a shape."""
        return Found(self._own, self._own.blank, 0.0, 0.0)

    def find(self, ch: str) -> Found | None:
        """The glyph of a character, None where it must be shaped."""
        if ch not in self._found:
            self._found[ch] = self._find(ch)
        return self._found[ch]

    def find_all(self, text: str) -> list[Found] | None:
        """The glyphs of a unit, None where it must be shaped as a whole."""
        if len(text) > 1 and kind_of(text[0]) not in _WESTERN and text != 2 * text[0]:
            return None
        found = [each for ch in text if (each := self.find(ch)) is not None]
        return found if len(found) == len(text) else None

    def pair(self, text: str) -> Found | None:
        """The one glyph of a dash of two ems, where the face has it."""
        index = glyph_of(self._own.raw, _LONG_DASH) if text == _DASH else 0
        return self._as_found(self._own, index, _LONG_DASH) if index else None

    def shape(self, text: str) -> Shape:
        """A unit as its faces and Qt's own search for others draw it."""
        if text not in self._shapes:
            self._shapes[text] = self._shape(text)
        return self._shapes[text]

    def _type(self, family: str) -> Type:
        raw, as_bold = faces.raw_font(family, self.size, bold=self._bold, grey=self._grey)
        blank = next((index for ch in " \u00a0\u3000" if (index := glyph_of(raw, ch))), 0)
        return Type(family, raw, 0.0 if as_bold else self.size * 0.03, blank)

    def _find(self, ch: str) -> Found | None:
        if category(ch)[0] == "M" or ch in _JOINING or bidirectional(ch) in {"R", "AL"}:
            return None
        if ch.isspace():
            return self._as_found(self._own, self._own.blank, " ")
        for held in (self._western, self._own) if kind_of(ch) in _WESTERN else (self._own,):
            if index := glyph_of(held.raw, ch):
                return self._as_found(held, index, ch)
        return self._find_elsewhere(ch)

    def _find_elsewhere(self, ch: str) -> Found | None:
        for family in (*faces.fallbacks(self._role), self._qt_finds(ch)):
            if not faces.may_be_used(family):
                continue
            if family not in self._others:
                self._others[family] = self._type(family)
            held = self._others[family]
            if index := glyph_of(held.raw, ch):
                self.lacking[ch] = family
                return self._as_found(held, index, ch)
        return None

    def _qt_finds(self, ch: str) -> str:
        runs = [*filter(_is_real, self._laid_out(ch)[0])]
        found = {run.rawFont().familyName() for run in runs if any(run.glyphIndexes())}
        coloured = any(_is_coloured(run.rawFont()) for run in runs)
        return found.pop() if len(found) == 1 and not coloured else ""

    def _as_found(self, held: Type, index: int, ch: str) -> Found:
        width = held.raw.advancesForGlyphIndexes([index])[0].x() if index else 0.0
        match kind_of(ch).blank:
            case Blank.LEFT:
                return Found(held, index, width, max(self.size - width, 0.0))
            case Blank.RIGHT:
                return Found(held, index, width, 0.0, is_squeezed_right=True)
            case Blank.BOTH:  # in the middle of its em, of which some faces have it only as wide as the dot
                return Found(held, index, width, (self.size - width) / 2)
        return Found(held, index, width, None)

    def _laid_out(self, text: str) -> tuple[list[QGlyphRun], float, float]:
        """The glyph runs that Qt makes of a text, its width and its baseline's depth."""
        font = QFont()
        font.setFamilies([self._western.family, self._own.family, *faces.fallbacks(self._role)])
        font.setPixelSize(int(_SHAPED))
        font.setBold(self._bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return layout.glyphRuns(), line.naturalTextWidth(), line.ascent()

    def _shape(self, text: str) -> Shape:
        runs, width, ascent = self._laid_out(text)
        absent = [ch for ch in text if self._is_absent(ch)]
        self.lacking.update(dict.fromkeys(absent, ""))
        scale = self.size / _SHAPED
        if any(_is_coloured(run.rawFont()) for run in runs if _is_real(run)):
            place = QRectF(0.0, -ascent * scale, width * scale, 1.25 * self.size)
            return Shape(QPainterPath(), width * scale, _picture(runs, width), place)
        path = QPainterPath()
        to_shaped = QTransform.fromScale(1 / scale, 1 / scale)
        for run in runs:
            real = _is_real(run)
            for index, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                if index and real:
                    path.addPath(run.rawFont().pathForGlyph(index).translated(at.x(), at.y() - ascent))
                elif absent:
                    box = to_shaped.map(self._own.raw.pathForGlyph(0))
                    path.addPath(box.translated(at.x(), at.y() - ascent))
        return Shape(QTransform.fromScale(scale, scale).map(path), width * scale)

    def _is_absent(self, ch: str) -> bool:
        if category(ch) in {"Cf", "Cc", "Mn", "Me"} or ch.isspace():
            return False
        return not any(any(run.glyphIndexes()) for run in self._laid_out(ch)[0] if _is_real(run))


def is_western(text: str) -> bool:
    """Whether a unit is of letters, digits or half-width marks."""
    return kind_of(text[0]) in _WESTERN


def without_silent(text: str) -> str:
    """A unit without the characters that only govern line breaks."""
    return "".join(ch for ch in text if category(ch) not in {"Cf", "Cc"} or ch in _JOINING or ch.isspace())


def _is_real(run: QGlyphRun) -> bool:
    """Whether a run has a face: where none has a script, Qt gives boxes whose face has no name to ask for."""
    return run.rawFont().isValid() and run.rawFont().pixelSize() > 0


def _is_coloured(raw: QRawFont) -> bool:
    return any(raw.fontTable(table).size() for table in ("CBDT", "sbix", "COLR", "SVG "))


def _picture(runs: Iterable[QGlyphRun], width: float) -> QImage:
    """What a coloured face draws; once asked for outlines, which it lacks, Qt draws nothing more of it."""
    image = QImage(max(int(width), 1), int(1.25 * _SHAPED), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    for run in runs:
        painter.drawGlyphRun(QPointF(), run)
    painter.end()
    return image

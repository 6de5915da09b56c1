"""The faces of a layout on this machine: for each role the first one named that is installed.

Faces whose makers forbid embedding are passed over, since the proof and the screen show one page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from moushi.errors import Message, MoushiError, say
from moushi.typeset.justify import Measurer
from moushi.typeset.layout import Layout, Role
from moushi.typeset.lines import least_width_of
from moushi.typeset.setting import Measuring

CHINESE = (
    *("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "SimSun", "宋体", "Songti SC"),
    *("AR PL UMing CN", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei"),
    *("PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback"),
)
"""Chinese faces of many systems, for what the named ones lack."""

_OTHER_LANGUAGES = (" JP", " KR", " TC", " HK", " TW")
_HEAVY = ("Black", "Heavy", "小标宋简体", "小标宋_GBK")
_DRAWING = 1000.0  # pixels to the em where only proportions count
_BOLD_FROM = 600  # the weight class from which a face's cut is bold
_NOT_EMBEDDABLE, _ONLY_BITMAPS = 0x0002, 0x0200  # fsType in the table OS/2


def start_qt() -> QCoreApplication:
    """The application that faces need: the window's, else one that wants no screen and never aborts."""
    running = QCoreApplication.instance()
    return running if running is not None else _without_screen()


def face_of(role: Role) -> str:
    """The role's first installed face, else another Chinese one that is there, else nothing."""
    return _first((*role.east_asian, *CHINESE)) or _any_chinese()


def western_of(role: Role) -> str:
    """The face of the role's letters and digits, or nothing where it is not installed."""
    return _first((role.western,))


def is_bold(role: Role) -> bool:
    """Whether the role's face is to be set bolder than it is."""
    return role.bold and not face_of(role).endswith(_HEAVY)


def font_of(role: Role, pixels: float) -> QFont:
    """The role's face at a size in pixels of the device that is painted on."""
    font = _font(face_of(role), bold=is_bold(role))
    font.setPixelSize(max(round(pixels), 1))
    return font


def raw_font(family: str, pixels: float, *, bold: bool, grey: bool = False) -> tuple[QRawFont, bool]:
    """A face at a size in pixels, and whether it is as bold as asked; `grey` keeps colours off its edges."""
    font = _font(family, bold=bold and has_bold(family))
    if grey:
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    raw = QRawFont.fromFont(font)
    raw.setPixelSize(pixels)
    return raw, not bold or has_bold(family)


def glyph_of(raw: QRawFont, ch: str) -> int:
    """The number of a character's glyph in a face, 0 where it has none."""
    indexes = raw.glyphIndexesForString(ch)
    return indexes[0] if indexes else 0


def fallbacks(role: Role) -> Iterator[str]:
    """Where else to look for a character, the likest faces first."""
    own = face_of(role)
    return (family for family in (*role.east_asian, *CHINESE) if family != own and may_be_used(family))


@lru_cache
def may_be_used(family: str) -> bool:
    """Whether a face is installed and may be embedded."""
    if not family or not QFontDatabase.hasFamily(family):
        return False
    table = QRawFont.fromFont(QFont(family)).fontTable("OS/2").data()
    rights = int.from_bytes(table[8:10], "big") if len(table) >= 10 else 0
    return rights & 0x000F != _NOT_EMBEDDABLE and not rights & _ONLY_BITMAPS


@lru_cache
def has_bold(family: str) -> bool:
    """Whether a face has a bold cut of its own; else Qt would print each word of it twice."""
    table = QRawFont.fromFont(_font(family, bold=True)).fontTable("OS/2").data()
    return int.from_bytes(table[4:6], "big") >= _BOLD_FROM if len(table) >= 6 else False


def measuring(layout: Layout) -> Measuring:
    """The widths of letters, digits and half-width marks in each role's face, in em."""

    def of(role: str) -> Measurer:
        setting = layout.roles[role]
        return _measurer((western_of(setting), face_of(setting)), bold=is_bold(setting))

    return of


def check_faces(layout: Layout) -> list[Message]:
    """What a person is to know of the faces: which parts are set in none of those that the layout names.

    Raises:
        MoushiError: no Chinese face is installed.
    """
    start_qt()
    told: dict[str, list[str]] = {}
    for role in layout.roles.values():
        face = face_of(role)
        if not face:
            raise MoushiError(
                "No Chinese typeface is installed, so that no page can be painted. Install one, for example "
                "the package fonts-noto-cjk, or 宋体 (SimSun), and try again."
            )
        if face not in role.east_asian:
            told.setdefault(face, []).append(role.style_name)
    return [
        say(
            "None of the faces that the layout names for {roles} is installed: set in {face}.",
            roles="、".join(roles),
            face=face,
        )
        for face, roles in told.items()
    ]


class _FaceMeasurer:
    """Adds up the advances of a run's characters; those that the faces lack are taken as half an em."""

    def __init__(self, families: tuple[str, ...], *, bold: bool) -> None:
        self._families = families
        self._bold = bold
        self._widths: dict[str, float] = {}

    def __call__(self, text: str) -> float:
        try:
            return sum(map(self._widths.__getitem__, text))
        except KeyError:
            self._learn(text)
            return sum(map(self._widths.__getitem__, text))

    def _learn(self, text: str) -> None:
        # a raw font belongs to the thread that made it, widths to all
        fonts = [raw_font(family, _DRAWING, bold=self._bold)[0] for family in self._families if family]
        for ch in set(text) - self._widths.keys():
            widths = (font.advancesForGlyphIndexes([i])[0].x() for font in fonts if (i := glyph_of(font, ch)))
            width = next(widths, None)
            if category(ch)[0] in "MC":
                self._widths[ch] = 0.0
            else:
                self._widths[ch] = least_width_of(ch) if width is None else width / _DRAWING


@lru_cache
def _measurer(families: tuple[str, ...], *, bold: bool) -> Measurer:
    return _FaceMeasurer(families, bold=bold)


def _font(family: str, *, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(int(_DRAWING))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache
def _first(families: tuple[str, ...]) -> str:
    return next(filter(may_be_used, families), "")


@lru_cache
def _any_chinese() -> str:
    found = [
        family
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        if may_be_used(family)
    ]
    return min(found, key=lambda family: family.endswith(_OTHER_LANGUAGES), default="")


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    """Pass on what Qt says, but for a line about each face that lacks a script."""
    if text and "OpenType support missing" not in text:
        sys.stderr.write(f"{text}\n")


@lru_cache
def _without_screen() -> QGuiApplication:
    qInstallMessageHandler(_tell)
    # on Linux any other platform ends the program where it finds no screen
    return QGuiApplication(["moushi", *(("-platform", "offscreen") if sys.platform == "linux" else ())])

"""The faces of a layout on this machine: for each part the first one named that is installed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from moushi.typeset.layout import Role
from moushi.ui.appearance import chinese_face

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "AR PL UMing CN")


def face_of(role: Role) -> str:
    """The role's first installed face, else a Chinese one that is there."""
    return _installed((*role.east_asian, *_SERIF)) or chinese_face() or ""


def font_of(role: Role, pixels: float) -> QFont:
    """The role's face at a size in pixels of the device that is painted on."""
    font = QFont(face_of(role))
    font.setPixelSize(max(round(pixels), 1))
    font.setBold(role.bold and not _is_heavy(font.family()))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache
def _installed(faces: tuple[str, ...]) -> str:
    return next((face for face in faces if QFontDatabase.hasFamily(face)), "")


def _is_heavy(family: str) -> bool:
    return family.endswith(("Black", "Heavy", "小标宋简体", "小标宋_GBK"))

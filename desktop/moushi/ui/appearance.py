"""How the window looks: a Chinese face by name, quiet colours in light and dark."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from moushi import paths
from moushi.desk.preferences import Appearance

POINTS = 10.5
"""Size of the window's text in points (五号)."""

_FACES = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun"),
    "darwin": ("PingFang SC", "Hiragino Sans GB", "STHeiti"),
}
_LINUX_FACES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
_CHOSEN = "moushi.appearance"
_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


def chinese_face(
    platform: str = sys.platform, installed: Callable[[str], bool] = QFontDatabase.hasFamily
) -> str | None:
    """The first simplified-Chinese face that is installed; left to itself Qt may choose a Japanese one."""
    return next((face for face in _FACES.get(platform, _LINUX_FACES) if installed(face)), None)


def dress(app: QApplication, appearance: Appearance) -> None:
    """Give the application its face, icon and colours."""
    font = QFont(face) if (face := chinese_face()) else app.font()
    font.setPointSizeF(POINTS)
    app.setFont(font)
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "moushi.svg")))
    colour(app, appearance)
    app.setStyleSheet(_sheet())
    app.styleHints().colorSchemeChanged.connect(lambda: _apply_palette(app))  # the system went dark or light


def colour(app: QApplication, appearance: Appearance) -> None:
    """Turn the colours light or dark, or let them follow the system."""
    app.setProperty(_CHOSEN, appearance.value)
    app.styleHints().setColorScheme(_SCHEMES[appearance])  # title bars and native dialogs
    _apply_palette(app)


def read_palette(name: str) -> QPalette:
    """The colours of `resources/themes/<name>.toml`: palette roles in snake case, the disabled ones apart."""
    held = tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    disabled = held.pop("disabled", {})
    palette = QPalette()
    for role, text in held.items():
        palette.setColor(_role(role), QColor(text))
    for role, text in disabled.items():
        palette.setColor(QPalette.ColorGroup.Disabled, _role(role), QColor(text))
    return palette


def _sheet() -> str:
    """The style sheet, with the place of its pictures filled in."""
    themes = paths.resources() / "themes"
    return (themes / "moushi.qss").read_text("utf-8").replace("@themes@", themes.as_posix())


def _apply_palette(app: QApplication) -> None:
    chosen = Appearance(app.property(_CHOSEN))
    if chosen is Appearance.SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        chosen = Appearance.DARK if dark else Appearance.LIGHT
    app.setPalette(read_palette(chosen.value))
    if sheet := app.styleSheet():  # it reads the palette only when it is laid on
        app.setStyleSheet("")
        app.setStyleSheet(sheet)


def _role(name: str) -> QPalette.ColorRole:
    return QPalette.ColorRole[name.title().replace("_", "")]

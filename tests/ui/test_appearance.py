from __future__ import annotations

import tomllib

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from moushi import paths
from moushi.ui import appearance

Role = QPalette.ColorRole
READ = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.PlaceholderText, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.BrightText, Role.Window),
    (Role.Link, Role.Base),
]


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), READ)
def test_text_stands_out_from_its_ground(theme, text, ground):
    palette = appearance.read_palette(theme)
    bright, dim = sorted((luminance(palette.color(text)), luminance(palette.color(ground))), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


def test_light_and_dark_colour_the_same_roles():
    light, dark = (
        tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text("utf-8"))
        for name in ("light", "dark")
    )
    assert list(light) == list(dark)
    assert light["disabled"].keys() == dark["disabled"].keys()


@pytest.mark.parametrize(
    ("platform", "installed", "face"),
    [
        ("win32", {"SimSun", "Microsoft YaHei UI", "Segoe UI"}, "Microsoft YaHei UI"),
        ("win32", {"SimSun"}, "SimSun"),
        ("linux", {"Noto Sans CJK JP", "Noto Sans CJK SC"}, "Noto Sans CJK SC"),
        ("linux", {"Noto Sans CJK JP", "WenQuanYi Zen Hei"}, "WenQuanYi Zen Hei"),
        ("linux", {"Noto Sans CJK JP"}, None),
        ("darwin", {"PingFang SC"}, "PingFang SC"),
    ],
)
def test_the_face_is_a_simplified_chinese_one_and_never_japanese(platform, installed, face):
    assert appearance.chinese_face(platform, installed.__contains__) == face


def test_the_window_is_set_in_that_face(app: QApplication):
    assert app.font().family() == appearance.chinese_face()
    assert QFontDatabase.hasFamily(app.font().family())


def test_the_icon_is_drawn(app: QApplication):
    image = app.windowIcon().pixmap(64, 64).toImage()
    assert image.pixelColor(42, 52).red() > 150  # the seal
    assert image.pixelColor(0, 0).alpha() == 0

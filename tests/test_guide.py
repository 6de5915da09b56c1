"""The guide and README: every picture they show is there, every word they quote stands on the screen."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "guide.md"
IMAGES = ROOT / "docs" / "images"
CATALOGUE = ROOT / "resources" / "i18n" / "moushi_zh_CN.ts"


def pictures(document: Path) -> list[Path]:
    found = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", document.read_text("utf-8"))
    return [(document.parent / each).resolve() for each in found]


def bare(text: str) -> str:
    """A text of the screen without its letter for the keyboard and without …"""
    return re.sub(r"\(&.\)|&|…", "", text).strip()


def on_screen() -> re.Pattern[str]:
    """Whatever the catalogue can put on the screen; {…} stands for anything."""
    texts = (each.text or "" for each in ElementTree.parse(CATALOGUE).iter("translation"))
    told = {bare(text) for text in texts if text.strip()}
    patterns = (re.sub(r"\\\{.*?\\\}", ".+", re.escape(text)) for text in told if bare(text) != "{}")
    return re.compile("|".join(pattern for pattern in patterns if pattern.replace(".+", "")))


@pytest.mark.parametrize("document", [GUIDE, ROOT / "README.md"], ids=["guide", "README"])
def test_every_picture_that_is_shown_is_there(document):
    shown = pictures(document)
    assert shown
    assert [picture for picture in shown if not picture.is_file()] == []


def test_no_picture_lies_about_unused():
    used = {*pictures(GUIDE), *pictures(ROOT / "README.md")}
    assert {picture for picture in IMAGES.iterdir() if picture not in used} == set()


def test_the_pictures_stay_small():
    assert sum(picture.stat().st_size for picture in IMAGES.iterdir()) < 1_600_000


def test_every_word_in_bold_stands_on_the_screen():
    known = on_screen()
    quoted = re.findall(r"\*\*(.+?)\*\*", GUIDE.read_text("utf-8"))
    words = [bare(part) for each in quoted for part in each.split("▸")]
    assert len(words) > 100
    assert [word for word in words if not known.fullmatch(word)] == []

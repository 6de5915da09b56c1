"""The guide's table of keys: each is one that the window, or the page that is named, really has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide.md"
PAGES = {
    "概览": "overview",
    "计划": "plan",
    "商会": "chambers",
    "会员": "members",
    "台账": "ledger",
    "回执": "returns",
    "稿件": "article",
    "进度": "progress",
    "核对": "review",
    "历史": "history",
    "设置": "settings",
}
EVERYWHERE = "到处"


def table() -> dict[str, set[str]]:
    """The keys of the guide by the page on which they are in force."""
    found: dict[str, set[str]] = {}
    for keys, place in re.findall(r"^\| (`.+?`) \| (\S+) \| .+ \|$", GUIDE.read_text("utf-8"), re.MULTILINE):
        if place in PAGES or place == EVERYWHERE:
            found.setdefault(place, set()).update(re.findall(r"`([^`]+)`", keys))
    return found


def keys_of(widget: QWidget) -> Iterator[str]:
    """The keys of all actions and shortcuts that belong to a widget or to what it holds."""
    for action in widget.findChildren(QAction):
        yield from (sequence.toString() for sequence in action.shortcuts())
    for shortcut in widget.findChildren(QShortcut):
        yield shortcut.key().toString()


def test_the_table_names_every_page():
    assert set(table()) == {*PAGES, EVERYWHERE}


@pytest.mark.parametrize("name", PAGES)
def test_a_pages_keys_in_the_guide_are_keys_of_that_page(show, name):
    page = show().show_page(PAGES[name])
    assert {QKeySequence(key).toString() for key in table()[name]} - {*keys_of(page)} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_key_in_a_pages_menu_is_in_the_guide(show, name):
    page = show().show_page(PAGES[name])
    offered = {keys.toString() for action in page.commands() for keys in action.shortcuts()}
    assert offered - table()[name] == set()


def test_the_windows_own_keys_are_those_in_the_guide(show):
    window = show()
    menus = [entry.menu() for entry in window.menuBar().actions()]
    own = [menu for menu in menus if menu is not None and menu is not window.ui.pageMenu]
    offered = {keys.toString() for menu in own for action in menu.actions() for keys in action.shortcuts()}
    assert table()[EVERYWHERE] == offered

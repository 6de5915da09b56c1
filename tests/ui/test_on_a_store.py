"""The window on a real store through the desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTreeView

import factories as make
from moushi.changes.model import Insert, typed
from moushi.desk.desk import open_to_look
from moushi.domain.records import Federation
from moushi.ui.notices import Notice
from moushi.ui.window import MainWindow
from stores import fresh_store
from ui.plans import county


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(*map(Insert, county())))
        return store.path


def first_line(window: MainWindow) -> str:
    return window.findChild(QTreeView, "outline").model().index(0, 0).data()


def test_the_window_follows_what_the_desk_applies(show, path):
    desk = open_to_look(path)
    window = show(lambda _: desk)
    with desk.snapshot() as snapshot:
        federation = snapshot.where(Federation)[0]
    desk.apply(typed(Federation, federation.id, "name", federation.name, "鹤沙县总商会"))
    assert first_line(window) == "鹤沙县总商会"


def test_a_second_window_gets_the_store_to_read_and_is_told_who_holds_it(show, path):
    first = show(lambda _: open_to_look(path))
    second = show(lambda _: open_to_look(path))
    assert not first.ui.readOnly.isVisible()
    assert second.ui.readOnly.isVisible()
    assert first_line(second) == "鹤沙县工商联"
    assert str(path) in second.findChild(Notice).accessibleName()


def test_a_closed_window_leaves_the_store_to_the_next_one(show, path):
    show(lambda _: open_to_look(path)).close()
    assert not show(lambda _: open_to_look(path)).ui.readOnly.isVisible()

"""A page of the rail: fresh when it comes into view, told of changes while it is, spared while it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

import factories as f
from moushi.changes.model import ChangeSet, typed
from moushi.desk.preferences import Language
from moushi.domain.records import Federation, Plan
from moushi.ui import translators
from moushi.ui.page import Page, command, separator
from moushi.ui.workplace import Workplace
from ui.conftest import MakeDesk, WorkAt
from ui.windows import CONTROL, settle

OF = f.federation()


class Notebook(Page):
    """Writes down what is asked of it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.told: list[str] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def refresh(self) -> None:
        self.told.append("refresh")

    def follow(self, change: ChangeSet) -> None:
        self.told.append(f"follow {change.number}")

    def retranslate(self) -> None:
        self.told.append("retranslate")


@pytest.fixture
def rail(make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot) -> Iterator[QStackedWidget]:
    """Two pages of one window, the first in view."""
    place = workplace(make_desk([OF]), 2031)
    stack = QStackedWidget()
    for _ in range(2):
        stack.addWidget(Notebook(place))
    stack.show()
    stack.activateWindow()
    qtbot.waitUntil(stack.isActiveWindow)
    yield stack
    stack.close()
    stack.deleteLater()
    settle()


def pages(rail: QStackedWidget) -> tuple[Notebook, Notebook]:
    first, second = rail.widget(0), rail.widget(1)
    assert isinstance(first, Notebook)
    assert isinstance(second, Notebook)
    return first, second


def rename(page: Page, to: str) -> None:
    with page.workplace.desk.snapshot() as snapshot:
        held = snapshot.get(Federation, OF.id)
    assert held is not None
    assert page.workplace.apply(typed(Federation, OF.id, "short_name", held.short_name, to))


def test_a_page_is_read_when_it_comes_into_view_and_not_again_while_nothing_changes(
    rail: QStackedWidget,
) -> None:
    first, _ = pages(rail)
    assert first.is_stale
    first.enter()
    first.enter()
    assert first.told == ["refresh"]
    assert not first.is_stale


def test_a_page_in_view_follows_each_change_one_out_of_view_is_read_when_it_comes(
    rail: QStackedWidget,
) -> None:
    first, second = pages(rail)
    first.enter()
    rename(first, "云")
    rename(first, "屿")
    assert first.told == ["refresh", "follow 2", "follow 3"]
    assert second.told == []
    rail.setCurrentWidget(second)
    second.enter()
    assert second.told == ["refresh"]
    rename(first, "云屿")
    assert first.told[-1] == "follow 3"
    assert first.is_stale
    rail.setCurrentWidget(first)
    first.enter()
    assert first.told[-1] == "refresh"


def test_another_year_is_read_at_once_in_view_and_later_out_of_it(rail: QStackedWidget) -> None:
    first, second = pages(rail)
    first.enter()
    first.workplace.look(2030, None)
    assert first.told == ["refresh", "refresh"]
    assert second.told == []
    assert second.is_stale


def test_another_language_is_spoken_at_once_by_all_pages(rail: QStackedWidget, app) -> None:
    first, second = pages(rail)
    first.enter()
    translators.speak(app, Language.ENGLISH)
    settle()
    assert "retranslate" in first.told
    assert first.told[-1] == "refresh"
    assert set(second.told) == {"retranslate"}


def test_a_page_without_a_store_reads_nothing(rail: QStackedWidget) -> None:
    first, _ = pages(rail)
    first.workplace.close()
    first.enter()
    assert first.told == []
    assert first.is_stale


def test_a_page_as_such_has_nothing_to_show_or_to_go_to(make_desk: MakeDesk, workplace: WorkAt) -> None:
    page = Page(workplace(make_desk([OF])))
    page.enter()
    page.settle()
    rename(page, "云")
    assert page.is_current
    assert not page.reveal(Plan, uuid4())
    assert page.commands() == ()
    page.deleteLater()


def test_a_command_s_keys_are_in_force_within_its_page_only(rail: QStackedWidget, qtbot: QtBot) -> None:
    first, second = pages(rail)
    done: list[str] = []
    acts: list[Callable[[], None]] = [lambda: done.append("first"), lambda: done.append("second")]
    for page, act in zip((first, second), acts, strict=True):
        action = command(page, "Ctrl+J")
        action.triggered.connect(act)
    first.field.setFocus()
    qtbot.keyClick(first.field, Qt.Key.Key_J, CONTROL)
    assert done == ["first"]
    rail.setCurrentWidget(second)
    second.field.setFocus()
    qtbot.keyClick(second.field, Qt.Key.Key_J, CONTROL)
    assert done == ["first", "second"]
    assert separator(first).isSeparator()

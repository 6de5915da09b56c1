"""A line of names is kept when it is left, not before: half a name would make a record of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import factories as f
from moushi.changes.model import Proposal, typed
from moushi.desk import planning
from moushi.domain.kinds import PlanState
from moushi.domain.records import ItemUnit, Plan, PlanItem
from moushi.errors import MoushiError
from moushi.ui.list_line import ListLine, NameCompleter
from moushi.ui.workplace import Workplace
from ui.conftest import MakeDesk, WorkAt
from ui.windows import compose, held, notices, settle

REST = 40
OF = f.federation()
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME)


@dataclass
class Sheet:
    window: QWidget
    workplace: Workplace
    line: ListLine
    editor: QLineEdit
    elsewhere: QLineEdit

    @property
    def units(self) -> list[str]:
        return [unit.name for unit in held(self.workplace, ItemUnit)]


Make = Callable[..., Sheet]


@pytest.fixture
def make(
    make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Make]:
    monkeypatch.setattr("moushi.ui.draft.REST", REST)
    windows: list[QWidget] = []

    def made(refuses: bool = False, free: bool = True) -> Sheet:
        place = workplace(make_desk([OF, PLAN, THEME, ITEM, f.unit(ITEM, "会员部")]), 2031)
        window = QWidget()
        layout = QVBoxLayout(window)
        editor, elsewhere = QLineEdit(), QLineEdit()
        layout.addWidget(editor)
        layout.addWidget(elsewhere)

        def proposed(line: str) -> Proposal | None:
            if refuses:
                raise MoushiError("There are no units today.")
            with place.desk.snapshot() as snapshot:
                item = snapshot.get(PlanItem, ITEM.id)
                assert item is not None
                return planning.set_units(snapshot, item, line)

        line = ListLine(place, editor, proposed, window)
        line.show("会员部", free=free)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor.setFocus()
        editor.setCursorPosition(len(editor.text()))
        windows.append(window)
        return Sheet(window, place, line, editor, elsewhere)

    yield made
    for window in windows:
        window.close()
        window.deleteLater()
    settle()


def test_the_names_are_kept_when_the_line_is_left_and_not_at_rest(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    compose(sheet.editor, commit="、办公室")
    qtbot.wait(3 * REST)
    assert sheet.units == ["会员部"]
    sheet.elsewhere.setFocus()
    assert sheet.units == ["会员部", "办公室"]
    sheet.workplace.undo()
    assert sheet.units == ["会员部"]


def test_a_line_that_says_the_same_in_another_way_changes_nothing(make: Make) -> None:
    sheet = make()
    before = len(sheet.workplace.desk.store.history())
    compose(sheet.editor, commit="，会员部 ")
    sheet.elsewhere.setFocus()
    assert len(sheet.workplace.desk.store.history()) == before
    assert not sheet.line.draft.is_dirty


def test_settling_keeps_the_line(make: Make) -> None:
    sheet = make()
    compose(sheet.editor, commit="、办公室")
    sheet.line.settle()
    assert sheet.units == ["会员部", "办公室"]


def test_what_is_refused_is_said_stays_and_is_tried_again(make: Make) -> None:
    sheet = make(refuses=True)
    compose(sheet.editor, commit="、办公室")
    sheet.elsewhere.setFocus()
    assert notices(sheet.workplace.host) == ["There are no units today."]  # type: ignore[attr-defined]
    assert sheet.editor.text() == "会员部、办公室"
    assert sheet.line.draft.is_dirty


def test_what_a_closed_plan_refuses_stays_as_well(make: Make) -> None:
    sheet = make()
    sheet.workplace.apply(typed(Plan, PLAN.id, "state", PlanState.DRAFT, PlanState.CLOSED))
    compose(sheet.editor, commit="、办公室")
    sheet.elsewhere.setFocus()
    assert len(notices(sheet.workplace.host)) == 1  # type: ignore[attr-defined]
    assert sheet.line.draft.is_dirty
    assert sheet.units == ["会员部"]


def test_a_line_that_stands_for_nothing_takes_nothing(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    sheet.line.show(None, free=True)
    assert not sheet.editor.isEnabled()
    assert sheet.editor.text() == ""
    sheet.line.settle()
    assert sheet.units == ["会员部"]
    sheet.line.show("会员部", free=False)
    sheet.editor.setFocus()
    qtbot.keyClicks(sheet.editor, "x")
    assert sheet.editor.text() == "会员部"


@pytest.mark.qt_log_ignore("does not support (propagate|raise|grabbing)")
def test_the_last_name_on_the_line_is_completed_and_those_before_stay(
    app: QApplication, qtbot: QtBot
) -> None:
    line = QLineEdit()
    known = QStringListModel(["Office", "Members", "星火帮带"])
    completer = NameCompleter(known, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.setText("Members、")
    line.setFocus()
    line.setCursorPosition(8)
    qtbot.keyClicks(line, "ffi")
    qtbot.waitUntil(completer.popup().isVisible)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert line.text() == "Members、Office"
    line.close()
    line.deleteLater()
    settle()

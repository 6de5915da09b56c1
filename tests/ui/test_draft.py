"""A draft is kept when its editor is left, after a rest and when the window is; never while composing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from moushi.ui.draft import Draft, TextEditor, text_of
from ui.windows import compose, settle

REST = 60
VISIT = UUID(int=7)


@dataclass
class Desk:
    """A window with one watched editor and another field; it takes every text but “wrong”."""

    window: QWidget
    editor: TextEditor
    elsewhere: QLineEdit
    kept: list[tuple[str, bool]] = field(default_factory=list)

    def keep(self, text: str, leaving: bool) -> bool:
        self.kept.append((text, leaving))
        return text != "wrong"

    @property
    def texts(self) -> list[str]:
        return [text for text, _ in self.kept]


Make = Callable[[type[TextEditor]], tuple[Desk, Draft]]


@pytest.fixture
def make(app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setattr("moushi.ui.draft.REST", REST)
    windows: list[QWidget] = []

    def made(kind: type[TextEditor]) -> tuple[Desk, Draft]:
        window = QWidget()
        layout = QVBoxLayout(window)
        editor, elsewhere = kind(), QLineEdit()
        layout.addWidget(editor)
        layout.addWidget(elsewhere)
        desk = Desk(window, editor, elsewhere)
        draft = Draft(editor, desk.keep, window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor.setFocus()
        windows.append(window)
        return desk, draft

    yield made
    for window in windows:
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def desk(make: Make, request: pytest.FixtureRequest) -> tuple[Desk, Draft]:
    return make(request.param)


def test_what_was_typed_is_kept_when_the_editor_is_left(desk, qtbot: QtBot) -> None:
    at, draft = desk
    qtbot.keyClicks(at.editor, "abc")
    assert at.kept == []
    assert draft.is_dirty
    at.elsewhere.setFocus()
    assert at.kept == [("abc", True)]
    assert not draft.is_dirty


def test_what_was_typed_is_kept_after_a_rest_and_once_only(desk, qtbot: QtBot) -> None:
    at, _ = desk
    qtbot.keyClicks(at.editor, "abc")
    qtbot.waitUntil(lambda: at.kept == [("abc", False)])
    qtbot.wait(2 * REST)
    assert at.kept == [("abc", False)]
    qtbot.keyClicks(at.editor, "d")
    qtbot.waitUntil(lambda: at.texts == ["abc", "abcd"])


def test_nothing_is_kept_while_a_person_types_on(desk, qtbot: QtBot) -> None:
    at, _ = desk
    for _ in range(6):
        qtbot.keyClicks(at.editor, "a")
        qtbot.wait(REST // 3)
    assert at.kept == []


def test_leaving_an_editor_untouched_keeps_no_other_text(desk) -> None:
    at, draft = desk
    draft.show("held")
    at.elsewhere.setFocus()
    assert set(at.texts) <= {"held"}


def test_what_was_typed_is_kept_when_the_window_is_left_and_the_visit_goes_on_afterwards(
    desk, qtbot: QtBot
) -> None:
    at, draft = desk
    draft.visit = VISIT
    qtbot.keyClicks(at.editor, "abc")
    other = QLineEdit()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: at.kept == [("abc", True)])
    assert draft.visit == VISIT
    at.window.activateWindow()
    qtbot.waitUntil(at.editor.hasFocus)
    assert draft.visit == VISIT
    other.close()
    other.deleteLater()


def test_the_visit_ends_when_the_editor_is_left_for_another_and_a_new_one_begins(desk) -> None:
    at, draft = desk
    draft.visit = VISIT
    at.elsewhere.setFocus()
    assert draft.visit is None
    draft.visit = VISIT  # what an input method committed late
    at.editor.setFocus()
    assert draft.visit is None


@pytest.mark.parametrize("reason", [Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason])
def test_a_menu_does_not_end_a_visit(desk, qtbot: QtBot, reason: Qt.FocusReason) -> None:
    at, draft = desk
    draft.visit = VISIT
    qtbot.keyClicks(at.editor, "abc")
    QApplication.sendEvent(at.editor, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert at.kept == []
    QApplication.sendEvent(at.editor, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert draft.visit == VISIT


def test_nothing_is_kept_while_an_input_method_composes_and_its_words_are_when_it_is_done(
    desk, qtbot: QtBot
) -> None:
    at, draft = desk
    qtbot.keyClicks(at.editor, "a")
    compose(at.editor, preedit="shang")
    assert draft.is_composing
    qtbot.wait(2 * REST)
    assert at.kept == []
    assert draft.keep(leaving=False)
    assert at.kept == []
    compose(at.editor, commit="商会")
    assert not draft.is_composing
    qtbot.waitUntil(lambda: at.texts == ["a商会"])


def test_what_is_committed_is_kept_when_the_page_is_left_though_the_input_method_does_not_answer(
    desk, qtbot: QtBot
) -> None:
    at, draft = desk
    qtbot.keyClicks(at.editor, "a")
    compose(at.editor, preedit="shang")
    assert draft.keep(leaving=True)
    assert at.kept == [("a", True)]
    assert draft.is_composing
    compose(at.editor, commit="商会")
    qtbot.waitUntil(lambda: at.texts == ["a", "a商会"])


def test_nothing_is_kept_of_a_composition_that_ends_after_the_keyboard_has_gone(desk, qtbot: QtBot) -> None:
    at, draft = desk
    qtbot.keyClicks(at.editor, "a")
    draft._composing = True
    at.elsewhere.setFocus()
    assert at.kept == []
    compose(at.editor, commit="商会")
    qtbot.waitUntil(lambda: at.kept == [("a商会", True)])


def test_words_are_typed_and_the_preedit_is_not(desk) -> None:
    at, draft = desk
    typed: list[str] = []
    draft.typed.connect(typed.append)
    compose(at.editor, preedit="shang")
    compose(at.editor, preedit="shang'hui")
    compose(at.editor, commit="商会")
    assert typed[-1] == "商会"
    assert set(typed) <= {"", "商会"}


def test_what_stood_there_is_kept_when_a_composition_is_given_up(desk, qtbot: QtBot) -> None:
    at, _ = desk
    qtbot.keyClicks(at.editor, "a")
    compose(at.editor, preedit="shang")
    compose(at.editor)
    qtbot.waitUntil(lambda: at.texts == ["a"])


def test_what_is_committed_after_the_editor_was_left_is_kept_as_well(desk, qtbot: QtBot) -> None:
    at, draft = desk
    compose(at.editor, preedit="shang")
    at.editor.removeEventFilter(draft)  # Qt commits by itself when the focus goes: here it comes later
    at.elsewhere.setFocus()
    at.editor.installEventFilter(draft)
    at.kept.clear()
    draft._composing = True
    compose(at.editor, commit="商会")
    qtbot.waitUntil(lambda: bool(at.kept) and at.texts[-1].endswith("商会"))
    assert at.kept[-1][1]


def test_an_editor_that_is_entered_is_not_held_by_a_composition_of_before(desk, qtbot: QtBot) -> None:
    at, draft = desk
    draft._composing = True
    at.elsewhere.setFocus()
    at.editor.setFocus()
    qtbot.keyClicks(at.editor, "abc")
    at.elsewhere.setFocus()
    assert at.texts[-1] == "abc"


def test_a_text_that_cannot_be_kept_stays_and_is_tried_again(desk, qtbot: QtBot) -> None:
    at, draft = desk
    qtbot.keyClicks(at.editor, "wrong")
    at.elsewhere.setFocus()
    assert text_of(at.editor) == "wrong"
    assert draft.is_dirty
    assert not draft.keep(leaving=True)
    at.editor.setFocus()
    qtbot.keyClicks(at.editor, "!")
    at.elsewhere.setFocus()
    assert not draft.is_dirty
    assert at.texts[-1].replace("!", "") == "wrong"


def test_showing_a_text_is_no_typing(desk, qtbot: QtBot) -> None:
    at, draft = desk
    typed: list[str] = []
    draft.typed.connect(typed.append)
    qtbot.keyClicks(at.editor, "abc")
    draft.show("held")
    assert text_of(at.editor) == "held"
    assert typed[-1] == "abc"
    qtbot.wait(2 * REST)
    assert at.kept == []


def test_a_line_is_shown_from_its_beginning_unless_it_is_typed_in(make: Make) -> None:
    at, draft = make(QLineEdit)
    draft.show("typed in")
    assert at.editor.cursorPosition() == len("typed in")
    at.elsewhere.setFocus()
    draft.show("not typed in")
    assert at.editor.cursorPosition() == 0


def test_tab_leaves_an_editor_of_several_lines(make: Make, qtbot: QtBot) -> None:
    at, _ = make(QPlainTextEdit)
    qtbot.keyClicks(at.editor, "abc")
    qtbot.keyClick(at.editor, Qt.Key.Key_Tab)
    assert at.elsewhere.hasFocus()
    assert at.kept == [("abc", True)]


def test_a_mouse_click_elsewhere_leaves_it(desk, qtbot: QtBot) -> None:
    at, _ = desk
    qtbot.keyClicks(at.editor, "abc")
    qtbot.mouseClick(at.elsewhere, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert at.kept == [("abc", True)]


def test_files_are_not_dropped_into_an_editor(desk) -> None:
    at, _ = desk
    assert not at.editor.acceptDrops()

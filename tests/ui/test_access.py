"""Every control has a name, is reached by keyboard, and stands whole on a small screen at 200 %."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QWidget,
)

from moushi.desk.preferences import Language
from moushi.errors import say
from moushi.ui.about import About
from moushi.ui.window import MainWindow
from ui.plans import LONG, MemorySource, county

CONTROLS = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QStackedWidget, QMenu)
SMALL = QSize(683, 350)  # 1366×768 at 200 %, without the task bar and the title bar

languages = pytest.mark.parametrize("language", Language)


@pytest.fixture
def busy(show):
    """A window with everything in it: a plan, two notices, About; one with nothing; one without a store."""

    def shown(language: Language) -> MainWindow:
        window = show(MemorySource(county(LONG * 3, words=LONG), read_only=True), language)
        window.notices.show(say("{path} is held by {holder}.", path="/data/" + "long/" * 20, holder="禾小满"))
        window.report(ValueError("a bent oar"))
        window.ui.about.trigger()
        QCoreApplication.processEvents()
        return window

    return shown


def controls(window: QWidget) -> list[QWidget]:
    """All that a person can act on, but for what Qt itself adds to menu bars for want of room."""
    made_by_qt = ("qt_menubar_ext_button", "qt_toolbar_ext_button")
    return [
        widget
        for widget in window.findChildren(QWidget)
        if (isinstance(widget, CONTROLS) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
        and widget.objectName() not in made_by_qt
        and not (isinstance(widget, QMenu) and widget.objectName() == "")
    ]


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@languages
def test_every_control_has_a_name_for_screen_readers(busy, language):
    window = busy(language)
    named = {
        (type(w).__name__, w.objectName()): name(w) for w in controls(window) if not is_part_of_another(w)
    }
    assert len(named) > 15
    assert [key for key, text in named.items() if not text.strip()] == []


def is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made it inside a control: a combo box's list, a scroll area's bars and viewport."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, MainWindow | About):
        if isinstance(above, QComboBox | QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


@languages
def test_every_menu_entry_has_a_letter_of_its_own(busy, language):
    window = busy(language)
    for menu in (window.ui.menuBar, *window.findChildren(QMenu)):
        letters = [letter(action) for action in menu.actions() if not action.isSeparator()]
        assert all(letters), menu.accessibleName()
        assert len(letters) == len(set(letters)), letters


def letter(action: QAction) -> str:
    return action.text().partition("&")[2][:1].upper()


def test_no_two_actions_share_a_shortcut(busy):
    keys = [
        a.shortcut().toString()
        for a in busy(Language.CHINESE).findChildren(QAction)
        if not a.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys)) >= 6


def test_the_tab_key_goes_round_everything(show, qtbot):
    window = show()
    ui, page = window.ui, window._plan_page.ui
    visited = []
    for _ in range(8):
        visited.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {*visited} == {ui.year, ui.federation, ui.planButton, page.outline, page.reading}


def test_the_letters_of_the_labels_go_to_year_and_federation(show, qtbot):
    window = show()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.ui.year
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.ui.federation


@pytest.mark.parametrize("control", ["outline", "reading", "planButton"])
def test_focus_is_seen(show, control):
    window = show()
    widget = window.findChild(QWidget, control)
    window.ui.year.setFocus()
    QCoreApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus()
    QCoreApplication.processEvents()
    assert widget.grab().toImage() != before


@languages
def test_the_window_fits_a_small_screen_at_twice_the_size(busy, language):
    window = busy(language)
    window.findChild(About).close()
    window.resize(SMALL)
    QCoreApplication.processEvents()
    assert window.size() == SMALL
    assert [text for text in map(cut_off, window.findChildren(QWidget)) if text] == []


@languages
def test_about_fits_a_small_screen_at_twice_the_size(busy, language):
    about = busy(language).findChild(About)
    about.resize(about.sizeHint().boundedTo(SMALL))
    QCoreApplication.processEvents()
    assert about.width() <= SMALL.width()
    assert about.height() <= SMALL.height()
    assert [text for text in map(cut_off, about.findChildren(QWidget)) if text] == []


def cut_off(widget: QWidget) -> str:
    """What of a label or button is not wholly seen; "" when all is."""
    if not widget.isVisible() or is_part_of_another(widget):
        return ""
    needed = widget.sizeHint() if isinstance(widget, QAbstractButton) else widget.minimumSizeHint()
    if isinstance(widget, QLabel):
        wrapped = widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
        needed = (
            QSize(min(needed.width(), widget.width()), wrapped) if widget.wordWrap() else widget.sizeHint()
        )
    elif not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        return ""
    top = widget.window()
    inside = top.rect().contains(widget.rect().translated(widget.mapTo(top, widget.rect().topLeft())))
    whole = widget.width() >= needed.width() and widget.height() >= needed.height()
    return "" if inside and whole else f"{widget.objectName()} {name(widget)}"

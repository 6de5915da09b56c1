"""Every control of every page has a name, is reached by keyboard, is whole on a small screen at 200 %."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from moushi.desk.preferences import Language
from moushi.desk.sample import fill_sample
from moushi.errors import say
from moushi.ui.about import About
from moushi.ui.window import MainWindow
from ui.plans import LONG, county
from ui.windows import settle

CONTROLS = (QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QMenu)
SMALL = QSize(683, 350)  # 1366×768 at 200 %, without the task bar and the title bar
LAPTOP = QSize(1366, 700)
PAGES = (
    *("overview", "plan", "chambers", "members", "ledger", "returns", "article", "progress"),
    *("history", "settings"),
)

languages = pytest.mark.parametrize("language", Language)
pages = pytest.mark.parametrize("page", PAGES)


@pytest.fixture
def sample(show, make_desk):
    """A window on the sample store, at one of its pages, with a notice."""

    def shown(page: str, language: Language = Language.CHINESE, size: QSize = LAPTOP) -> MainWindow:
        desk = make_desk()
        fill_sample(desk, datetime(2024, 7, 3, tzinfo=UTC))
        window = show(desk, language)
        window.resize(size)
        window.show_page(page)
        settle()
        return window

    return shown


def controls(window: QWidget) -> list[QWidget]:
    """All that a person can act on, but for what Qt itself makes within controls."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if (isinstance(widget, CONTROLS) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QMenu) and widget.objectName() == "")
        and not isinstance(widget, QHeaderView | QTabWidget)  # of which its tab bar has the keyboard
        and not is_part_of_another(widget)
    ]


def is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made it inside a control: a combo box's list, a table's corner, a spin box's line."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QAbstractSpinBox | QHeaderView):
            return True
        if isinstance(above, QAbstractScrollArea) and not isinstance(above, QScrollArea):
            return True
        if isinstance(above, QScrollArea) and widget.parentWidget() is above:
            return True
        if above.objectName().startswith("qt_"):
            return True
        above = above.parentWidget()
    return False


def name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return found or widget.accessibleName()


@languages
@pages
def test_every_control_has_a_name_for_screen_readers(sample, page, language):
    window = sample(page, language)
    window.report(ValueError("a bent oar"))
    settle()
    named = {(type(w).__name__, w.objectName()): name(w) for w in controls(window)}
    assert len(named) > 15
    assert [key for key, text in named.items() if not text.strip()] == []


@languages
def test_the_first_start_and_review_name_their_controls_too(show, qtbot, language):
    window = show((), language)
    assert [w.objectName() for w in controls(window) if not name(w).strip()] == []
    window = show(county(), language)
    window.workplace.text_asked.emit("白礁县工商联：\n同心向前\n着力办实事。走访三十家企业；办一场灯会。")
    qtbot.waitUntil(lambda: window.ui.pages.currentWidget().objectName() == "reviewPage")
    assert [w.objectName() for w in controls(window) if not name(w).strip()] == []


@languages
def test_every_menu_entry_has_a_letter_of_its_own_on_every_page(sample, language):
    window = sample("plan", language)
    for page in PAGES:
        window.show_page(page)
        for menu in (window.ui.menuBar, *window.ui.menuBar.findChildren(QMenu)):
            entries = [a for a in menu.actions() if not a.isSeparator() and a.isVisible()]
            letters = [letter(action) for action in entries]
            assert all(letters), (page, [action.text() for action in entries])
            assert len(letters) == len(set(letters)), (page, [action.text() for action in entries])


def letter(action: QAction) -> str:
    return action.text().replace("&&", "").partition("&")[2][:1].upper()


@pages
def test_no_two_actions_in_reach_share_a_shortcut(sample, page):
    window = sample(page)
    shown = window.ui.pages.currentWidget()
    actions = [a for a in window.findChildren(QAction) if is_in_reach(a, window, shown)]
    keys = [
        (a.shortcut().toString(), owner(a))
        for a in actions
        if not a.shortcut().isEmpty() and a.shortcutContext() != Qt.ShortcutContext.WidgetShortcut
    ]
    texts = [key for key, _ in keys]
    assert len(texts) == len(set(texts)), sorted(texts)


def owner(action: QAction) -> str:
    return action.parent().objectName() if action.parent() else ""


def is_in_reach(action: QAction, window: MainWindow, page: QWidget) -> bool:
    parent = action.parent()
    if not isinstance(parent, QWidget) or parent is window:
        return True
    return parent is page or page.isAncestorOf(parent)


@pages
def test_the_tab_key_goes_round_every_control_in_view(sample, qtbot, page):
    window = sample(page)
    wanted = {
        widget
        for widget in controls(window)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QMenu)
    }
    visited: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 40):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.add(focused)
        before = focused
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is before:
            qtbot.keyClick(focused, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    missed = {w for w in wanted - visited if not isinstance(w, QRadioButton)}
    assert sorted(w.objectName() for w in missed) == []


def test_the_letters_of_the_labels_go_to_year_and_federation(show, qtbot):
    window = show()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.ui.year
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.ui.federation


@pages
def test_focus_is_seen_on_every_control_in_view(sample, page):
    window = sample(page)
    unseen = []
    for widget in controls(window):
        if not widget.isVisible() or not widget.isEnabled() or isinstance(widget, QMenu | QScrollArea):
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        window.ui.year.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if widget is not window.ui.year and widget.grab().toImage() == before:
            unseen.append(widget.objectName() or type(widget).__name__)
    assert unseen == []


@languages
@pages
@pytest.mark.parametrize("size", [SMALL, LAPTOP], ids=["200 %", "100 %"])
def test_nothing_is_cut_off(sample, page, language, size):
    window = sample(page, language, size)
    assert (window.width(), window.height()) == (size.width(), size.height())
    assert [text for text in map(cut_off, window.findChildren(QWidget)) if text] == []


@languages
def test_long_names_and_notices_do_not_widen_the_window(show, language):
    window = show(county(LONG * 3, words=LONG), language)
    window.notices.show(say("{path} is held by {holder}.", path="/data/" + "long/" * 20, holder="禾小满"))
    window.resize(SMALL)
    for page in PAGES:
        window.show_page(page)
        QCoreApplication.processEvents()
        assert (page, window.width()) == (page, SMALL.width())


@languages
def test_about_fits_a_small_screen_at_twice_the_size(show, language):
    window = show(county(), language)
    window.ui.about.trigger()
    about = window.findChild(About)
    about.resize(about.sizeHint().boundedTo(SMALL))
    QCoreApplication.processEvents()
    assert about.width() <= SMALL.width()
    assert about.height() <= SMALL.height()
    assert [text for text in map(cut_off, about.findChildren(QWidget)) if text] == []


def cut_off(widget: QWidget) -> str:
    """What of a label or button is not wholly seen; "" when all is. Whatever can be scrolled to is seen."""
    if not widget.isVisible() or is_part_of_another(widget):
        return ""
    if isinstance(widget, QLabel):
        if not widget.text() or widget.sizePolicy().horizontalPolicy() == widget.sizePolicy().Policy.Ignored:
            return ""  # elided or shortened on purpose, with its whole text as a tool tip
        needed = widget.sizeHint()
        if widget.wordWrap():
            needed = QSize(min(widget.minimumSizeHint().width(), widget.width()), 0)
            needed.setHeight(widget.heightForWidth(widget.width()))
    elif isinstance(widget, QAbstractButton):
        needed = (
            widget.minimumSizeHint() if isinstance(widget, QCheckBox | QRadioButton) else widget.sizeHint()
        )
    elif isinstance(widget, QComboBox | QLineEdit):
        needed = widget.minimumSizeHint()
    else:
        return ""
    holder = scrolled_in(widget) or widget.window()
    inside = holder.rect().contains(widget.rect().translated(widget.mapTo(holder, widget.rect().topLeft())))
    whole = widget.width() >= needed.width() and widget.height() >= needed.height()
    return "" if inside and whole else f"{widget.objectName()} “{name(widget)}” {widget.size()} {needed}"


def scrolled_in(widget: QWidget) -> QWidget | None:
    """The contents of the scroll area that the widget is in."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return above.widget()
        above = above.parentWidget()
    return None

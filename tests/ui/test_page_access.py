"""History, settings, first start: names for screen readers, letters of their own, room on small screens."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

import factories as f
from moushi.desk.preferences import Language
from moushi.ui.first_start_page import FirstStartPage
from moushi.ui.history_page import HistoryPage
from moushi.ui.settings_page import SettingsPage

OF_THE_WINDOW = "YRFEPVH"
"""Letters of year, federation and the menus, which are always in view."""

pages = pytest.mark.parametrize("kind", [HistoryPage, SettingsPage, FirstStartPage])
languages = pytest.mark.parametrize("speak", list(Language))


def letter(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].upper()


@pages
@languages
def test_each_letter_leads_to_one_control_and_to_none_of_the_window(page_of, kind, speak):
    page = page_of(kind, [f.federation()], speak=speak)
    texts = [w.text() for w in page.findChildren(QLabel) if w.buddy()]
    texts += [w.text() for w in page.findChildren(QAbstractButton) if isinstance(w.parentWidget(), QWidget)]
    letters = Counter(filter(None, map(letter, texts)))
    assert [key for key, count in letters.items() if count > 1 or key in OF_THE_WINDOW] == []
    assert len(letters) > 3


@pages
@languages
def test_every_control_has_a_name(page_of, kind, speak):
    page = page_of(kind, [f.federation()], speak=speak)
    controls = QPushButton | QComboBox | QLineEdit | QPlainTextEdit | QSpinBox | QAbstractScrollArea
    named = {
        w.objectName(): w.accessibleName() for w in page.findChildren(QWidget) if isinstance(w, controls)
    }
    ours = {name: text for name, text in named.items() if name and not name.startswith("qt_")}
    assert len(ours) > 5
    assert [name for name, text in ours.items() if not text.strip()] == []


@pages
@languages
def test_it_fits_a_small_screen_at_twice_the_size(page_of, kind, speak):
    page = page_of(kind, [f.federation("一" * 40)], speak=speak)
    page.resize(590, 260)
    QApplication.processEvents()
    assert (page.width(), page.height()) == (590, 260)
    for button in page.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()

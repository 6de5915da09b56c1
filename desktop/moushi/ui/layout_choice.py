"""The choice of a layout: the program's and the person's own, and the one that is named and no more there."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from moushi.desk.layouts import layouts
from moushi.errors import say
from moushi.ui.record_form import fill_choices, index_of
from moushi.ui.workplace import Workplace


def fill_layouts(box: QComboBox, workplace: Workplace, named: str) -> None:
    """Offer all layouts that can be set, and choose the one that is named; "" is the usual one."""
    presets = layouts(workplace.desk if workplace.is_open else None)
    titles = {preset.name: preset.title for preset in presets if preset.is_usable}
    if named and named not in titles:
        titles[named] = workplace.words(say("{name} (no longer there)", name=named))
    usual = workplace.words(say("As usual (manuscript in Word, newspaper in the preview)"))
    fill_choices(box, [(usual, ""), *((title, name) for name, title in titles.items())], workplace)
    with QSignalBlocker(box):
        box.setCurrentIndex(index_of(box, named))
    box.setToolTip(box.currentText())

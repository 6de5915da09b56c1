"""Cells that pages share: copied for Excel, states with their chips, numbers at the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QTableView

from moushi.domain.kinds import Colour
from moushi.ui.appearance import read_palette
from moushi.ui.cells import COLOUR_ROLE, NUMBER, NumberDelegate, StateDelegate, chip, copy_cells


@pytest.fixture
def table(app, qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    model = QStandardItemModel(3, 3, view)
    model.setHorizontalHeaderLabels(["序号", "本期", "状态"])
    for row in range(3):
        for column in range(3):
            model.setItem(row, column, QStandardItem(f"{row}{column}"))
    view.setModel(model)
    return view


def select(view: QTableView, *spans: tuple[int, int, int, int]) -> None:
    model = view.model()
    for top, left, bottom, right in spans:
        chosen = QItemSelection(model.index(top, left), model.index(bottom, right))
        view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)


def copied(view: QTableView) -> str:
    copy_cells(view)
    return QGuiApplication.clipboard().text()


def test_a_block_is_copied_for_excel(table):
    select(table, (0, 1, 1, 2))
    assert copied(table) == "01\t02\n11\t12\n"


def test_what_is_between_selected_cells_is_left_empty(table):
    select(table, (0, 0, 0, 0), (2, 2, 2, 2))
    assert copied(table) == "00\t\n\t22\n"


def test_hidden_columns_stay_at_home_and_moved_ones_come_as_seen(table):
    table.hideColumn(1)
    table.horizontalHeader().moveSection(2, 0)
    select(table, (0, 0, 0, 2))
    assert copied(table) == "02\t00\n"


def test_without_a_selection_the_current_cell_is_copied(table):
    table.selectionModel().setCurrentIndex(
        table.model().index(1, 1), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    assert copied(table) == "11\n"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chips_are_told_apart_by_colour_and_by_shape(app, theme):
    palette = read_palette(theme)
    images = [chip(colour, palette).pixmap(12, 12).toImage() for colour in Colour]
    shapes = {bytes(image.createAlphaMask().constBits()) for image in images}
    assert len(shapes) == len(Colour)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chips_are_seen_on_their_ground(app, theme):
    palette = read_palette(theme)
    ground = palette.color(QPalette.ColorRole.Base)
    for colour in (Colour.GREEN, Colour.BLUE, Colour.YELLOW, Colour.RED):
        image = chip(colour, palette).pixmap(12, 12).toImage()
        inks = [image.pixelColor(x, y) for x in range(12) for y in range(12)]
        strongest = max((ink for ink in inks if ink.alpha() == 255), key=lambda i: contrast(i, ground))
        assert contrast(strongest, ground) >= 3  # WCAG 2.1, 1.4.11


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_state_has_its_chip_before_its_word(table):
    model = table.model()
    model.setData(model.index(0, 2), Colour.RED, COLOUR_ROLE)
    option, bare = QStyleOptionViewItem(), QStyleOptionViewItem()
    delegate = StateDelegate(table)
    delegate.initStyleOption(option, model.index(0, 2))
    delegate.initStyleOption(bare, model.index(1, 2))
    assert (option.text, option.icon.isNull(), bare.icon.isNull()) == ("02", False, True)


def test_numbers_stand_and_are_typed_at_the_right(table):
    option = QStyleOptionViewItem()
    delegate = NumberDelegate(table)
    delegate.initStyleOption(option, table.model().index(0, 1))
    editor = delegate.createEditor(table, option, table.model().index(0, 1))
    assert option.displayAlignment == NUMBER
    assert isinstance(editor, QLineEdit)
    assert (editor.alignment(), editor.accessibleName()) == (NUMBER, "本期")
    editor.deleteLater()


def test_nothing_is_copied_of_nothing(table):
    table.setCurrentIndex(QModelIndex())
    table.clearSelection()
    assert copied(table) == ""
    assert Qt.ItemDataRole.UserRole < COLOUR_ROLE

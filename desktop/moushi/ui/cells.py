"""Cells that pages share: copying for Excel, states as a word with a chip, numbers at the right."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from moushi.desk.tsv import to_tsv
from moushi.domain.kinds import Colour
from moushi.ui.draft import text_of

Index = QModelIndex | QPersistentModelIndex

COLOUR_ROLE = Qt.ItemDataRole.UserRole + 100
"""Of a cell that shows a state: its `Colour`; the state's word is the cell's text."""

COPY_ROLE = Qt.ItemDataRole.UserRole + 101
"""What of a cell is copied, where that is not the text it shows."""

NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_ROOM = 10  # logical pixels above and below a row's text, together
CHIP = QSize(12, 12)
"""The size of a state's chip in logical pixels."""

_LIGHT = {
    Colour.GREEN: "#2e7d4f",
    Colour.BLUE: "#1f5f96",
    Colour.YELLOW: "#b07800",
    Colour.RED: "#b3261e",
    Colour.NONE: "#8a867e",
}
_DARK = {
    Colour.GREEN: "#6cc08b",
    Colour.BLUE: "#86b8e4",
    Colour.YELLOW: "#e5b84b",
    Colour.RED: "#f0917f",
    Colour.NONE: "#8f8a81",
}


def settle_cell() -> bool:
    """Keep what is being typed in a cell; False when it cannot be kept: the cell stays open with it then."""
    editor, view = QApplication.focusWidget(), _view_of(QApplication.focusWidget())
    if view is None or not isinstance(editor, QLineEdit | QPlainTextEdit):
        return True
    model, index = view.model(), QPersistentModelIndex(view.currentIndex())
    typed, before, rows = text_of(editor), index.data(Qt.ItemDataRole.EditRole), model.rowCount()
    view.setFocus()  # the delegate keeps what was typed
    is_kept = (
        not index.isValid()
        or typed.strip() == str(before or "").strip()
        or index.data(Qt.ItemDataRole.EditRole) != before
        or model.rowCount() != rows  # typed in the line for a new one
        or (bool(before) and model.setData(index, typed))  # it means what stands there, in other words
    )
    if not is_kept:
        view.edit(index)
        match QApplication.focusWidget():
            case QLineEdit() as again:
                again.setText(typed)
            case QPlainTextEdit() as again:
                again.setPlainText(typed)
    return is_kept


def _view_of(editor: QWidget | None) -> QAbstractItemView | None:
    """The view in whose cell an editor stands."""
    viewport = editor.parentWidget() if editor else None
    view = viewport.parentWidget() if viewport else None
    return view if isinstance(view, QAbstractItemView) and view.viewport() is viewport else None


def only_to_read(view: QTableView) -> None:
    """Lay out a table that is gone through and copied, not typed in: rows of one height, states as chips."""
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(view.fontMetrics().height() + _ROOM)
    view.horizontalHeader().setHighlightSections(False)
    view.setItemDelegate(StateDelegate(view))


def copy_cells(view: QAbstractItemView) -> None:
    """Put the selected cells on the clipboard, as Excel takes them: what is seen, in the columns' order."""
    QGuiApplication.clipboard().setText(to_tsv(selected_cells(view)))


def selected_cells(view: QAbstractItemView) -> list[list[str]]:
    """The texts of the selected cells, row by row; cells between them that are not selected are empty.

    Nothing selected: the current cell. What is hidden, and rows that cannot be selected, are left out.
    """
    selection, model = view.selectionModel().selection(), view.model()
    spans = [
        (part.top(), part.bottom(), part.left(), part.right())
        for part in (selection.at(n) for n in range(selection.size()))
    ]
    current = view.currentIndex()
    if not spans and current.isValid():
        spans = [(current.row(), current.row(), current.column(), current.column())]
    rows = sorted({row for top, bottom, _, _ in spans for row in range(top, bottom + 1)})
    columns = sorted({column for _, _, left, right in spans for column in range(left, right + 1)})
    if isinstance(view, QTableView):
        rows = [row for row in rows if not view.isRowHidden(row)]
        head = view.horizontalHeader()
        columns = sorted((c for c in columns if not view.isColumnHidden(c)), key=head.visualIndex)
    root = view.rootIndex()
    found = []
    for row in rows:
        taken = [(left, right) for top, bottom, left, right in spans if top <= row <= bottom]
        if not model.flags(model.index(row, taken[0][0], root)) & Qt.ItemFlag.ItemIsSelectable:
            continue
        found.append(
            [
                _copied(model.index(row, column, root))
                if any(left <= column <= right for left, right in taken)
                else ""
                for column in columns
            ]
        )
    return found


def _copied(index: QModelIndex) -> str:
    text = index.data(COPY_ROLE)
    return str((index.data() if text is None else text) or "")


def chip(colour: Colour, palette: QPalette) -> QIcon:
    """A state's chip for light or dark ground: colour and shape, so that neither is needed alone.

    Green is a disc, blue a ring, yellow a triangle, red a square; no colour is a thin circle.
    """
    return _chip(colour, _is_dark(palette))


def ink(colour: Colour, palette: QPalette) -> QColor:
    """A state's colour for light or dark ground."""
    return QColor((_DARK if _is_dark(palette) else _LIGHT)[colour])


def brush(role: QPalette.ColorRole) -> QBrush:
    """What a cell is filled or written with, of the program's palette."""
    return QGuiApplication.palette().brush(role)


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


class StateDelegate(QStyledItemDelegate):
    """Shows a state: the chip of the cell's `COLOUR_ROLE` (none: no chip), then its word."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the chip where an icon stands."""
        super().initStyleOption(option, index)
        colour = index.data(COLOUR_ROLE)
        if colour is not None:
            option.icon = chip(Colour(colour), option.palette)
            option.decorationSize = CHIP
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class NumberDelegate(QStyledItemDelegate):
    """Shows and edits numbers at the right of their cells; the editor is a stock line edit."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the text at the right."""
        super().initStyleOption(option, index)
        option.displayAlignment = NUMBER

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line edit named as its column is."""
        editor = QLineEdit(parent)
        editor.setAlignment(NUMBER)
        editor.setFrame(False)
        editor.setAccessibleName(column_name(index))
        return editor


def column_name(index: Index) -> str:
    """What the head of a cell's column says."""
    head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
    return str(head or "")


@cache
def _chip(colour: Colour, is_dark: bool) -> QIcon:
    icon = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(CHIP * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, colour, QColor((_DARK if is_dark else _LIGHT)[colour]))
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
            icon.addPixmap(pixmap, mode)
    return icon


def _draw(painter: QPainter, colour: Colour, ink: QColor) -> None:
    """The shape of a colour in a square of 12 by 12."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    match colour:
        case Colour.GREEN:
            painter.drawEllipse(QRectF(1.5, 1.5, 9, 9))
        case Colour.YELLOW:
            painter.drawPolygon(QPolygonF([QPointF(6, 1), QPointF(11.5, 10.5), QPointF(0.5, 10.5)]))
        case Colour.RED:
            painter.drawRect(QRectF(1.5, 1.5, 9, 9))
        case _:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 3.0 if colour is Colour.BLUE else 1.2))
            painter.drawEllipse(QRectF(2.5, 2.5, 7, 7))

"""A card of the overview with a short list: each line leads to its record, by Enter or by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moushi.desk.overview_register import Line
from moushi.domain.kinds import Colour
from moushi.errors import Message, say
from moushi.ui.cells import CHIP, COLOUR_ROLE, Index, chip
from moushi.ui.words import Words
from moushi.ui.workplace import rendered
from moushi.ui.wrapped_label import WrappedLabel

SHORT = 4
"""So many lines a list shows by itself."""
LONG = 12
"""So many it shows when it is opened; beyond them it scrolls."""

_ABOUT_ROLE = Qt.ItemDataRole.UserRole + 110
_SIDE, _ABOVE = 6, 4
_SMALL = "QToolButton { padding: 0 6px; } QToolButton::menu-indicator { image: none; }"


class Card(QFrame):
    """A sheet of the page: lighter than its ground, with a thin line round it."""

    def lay_out(self, *buttons: QWidget, heading: QLabel) -> QVBoxLayout:
        """A heading with buttons at its right; what follows goes into the answer."""
        body, head = QVBoxLayout(self), QHBoxLayout()
        body.setContentsMargins(10, 6, 10, 8)
        body.setSpacing(2)
        head.addWidget(heading, 1)
        for button in buttons:
            button.setStyleSheet(_SMALL)
            head.addWidget(button)
        heading.setMinimumHeight(heading.fontMetrics().height() + 8)
        body.addLayout(head)
        return body

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()


def heading_label(parent: QWidget) -> QLabel:
    """The heading of a card."""
    label = QLabel(parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class LinesModel(QAbstractListModel):
    """The lines of a card, in words."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, what stands under it, the chip's colour; all of it for tool tips and screen readers."""
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return rendered(self._words, line.title)
            case _ if role == _ABOUT_ROLE:
                return self._about(line)
            case _ if role == COLOUR_ROLE:
                return line.colour if line.word or line.colour is not Colour.NONE else None
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return "\n".join(filter(None, (rendered(self._words, line.title), self._about(line))))
        return None

    @property
    def has_more_to_say(self) -> bool:
        """Whether any line has something under its title."""
        return any(line.word or line.about for line in self.lines)

    def _about(self, line: Line) -> str:
        parts = (line.word, *line.about)
        told = " · ".join(filter(None, (rendered(self._words, part) for part in parts)))
        return told[:1].upper() + told[1:]


class _LineDelegate(QStyledItemDelegate):
    """A line: chip and title, and what is said of it below, quieter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text where any line of the list has something to say, else one."""
        model = index.model()
        lines = 2 if isinstance(model, LinesModel) and model.has_more_to_say else 1
        return QSize(80, lines * option.fontMetrics.height() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then chip and texts."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, metrics = option.palette, option.fontMetrics
        room: QRect = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        colour = index.data(COLOUR_ROLE)
        if colour is not None:
            square = QRect(room.left(), room.top() + (metrics.height() - CHIP.height()) // 2, 12, 12)
            chip(Colour(colour), palette).paint(painter, square)
            room.setLeft(room.left() + CHIP.width() + 6)
        painter.save()
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, _cut(index.data(), room.width(), option))
        if about := index.data(_ABOUT_ROLE):
            quiet = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.PlaceholderText
            painter.setPen(palette.color(quiet))
            room.setTop(room.top() + metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignTop, _cut(about, room.width(), option))
        painter.restore()


def _cut(text: str, width: int, option: QStyleOptionViewItem) -> str:
    return str(option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, width))


class LinesView(QListView):
    """A list as tall as the lines that it is to show."""

    entered_at = Signal(object)  # index on which Enter was pressed
    at = Signal(object, object)  # the widget and the place in it (QRect) to which the keyboard has come

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = SHORT
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)

    def fit(self, shown: int) -> None:
        """Make room for so many lines; where there are more, and only then, it scrolls."""
        self._shown = shown
        rows = self.model().rowCount()
        bars = Qt.ScrollBarPolicy
        scrolls = rows > shown > SHORT
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if scrolls else bars.ScrollBarAlwaysOff)
        tall = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(max(tall, 0) * min(rows, shown) + 4)
        if rows > shown:
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the line leads; beyond the first and last line the page scrolls."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_at.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.at.emit(self.viewport(), self.visualRect(self.currentIndex()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A list that is not opened leaves the wheel to the page."""
        if self._shown > SHORT:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show at which line the keyboard is."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.currentIndex(), chosen)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keyboard no line is chosen."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.clearSelection()

    def changeEvent(self, event: QEvent) -> None:
        """Another face takes other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model():
            self.fit(self._shown)


class LinesCard(Card):
    """A heading with the number of lines, the first lines, and a button for all; or why there are none."""

    chosen = Signal(object)  # Line

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title: Message = say("Overview")
        self._is_open = False
        self.heading = heading_label(self)
        self.view = LinesView(self)
        self.model = LinesModel(words, self)
        self.view.setModel(self.model)
        self.empty = WrappedLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.more = QToolButton(self)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setCheckable(True)
        body = self.lay_out(self.more, heading=self.heading)
        body.addWidget(self.view)
        body.addWidget(self.empty)
        body.addStretch(1)
        self.view.entered_at.connect(self._activate)
        self.view.clicked.connect(self._activate)
        self.more.toggled.connect(self._open)

    def put(self, title: Message, lines: Sequence[Line], empty: Message) -> None:
        """Show a list under its title, or what is to be said where it is empty; the line chosen stays so."""
        held = self.line()
        self._title = title
        self.model.show(lines)
        self.empty.setText(self._words(empty))
        self.empty.setVisible(not lines)
        self.view.setVisible(bool(lines))
        self.more.setVisible(len(lines) > SHORT)
        if len(lines) <= SHORT:
            self.more.setChecked(False)
        self._say()
        if lines:
            same = [n for n, line in enumerate(lines) if held and line.id == held.id]
            self.view.setCurrentIndex(self.model.index(same[0] if same else 0))
            if not self.view.hasFocus():
                self.view.clearSelection()
        self.view.fit(LONG if self._is_open else SHORT)

    def line(self) -> Line | None:
        """The line that the keyboard is at."""
        index = self.view.currentIndex()
        return self.model.lines[index.row()] if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text of an empty list wraps anew."""
        super().resizeEvent(event)
        self.empty.updateGeometry()

    def _activate(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.lines[index.row()])

    def _open(self, is_open: bool) -> None:
        self._is_open = is_open
        self._say()
        self.view.fit(LONG if is_open else SHORT)

    def _say(self) -> None:
        title, count = self._words(self._title), len(self.model.lines)
        self.heading.setText(f"{title}  {count}" if count else title)
        self.view.setAccessibleName(self.heading.text())
        text = self._words(say("Fewer") if self._is_open else say("All {count}", count=count))
        self.more.setText(text)
        self.more.setAccessibleName(f"{title} {text}")

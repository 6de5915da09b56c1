"""A card with a plot, which can be read as a table too, copied as a picture and written as a file."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPalette
from PySide6.QtWidgets import QMenu, QStackedWidget, QTableView, QToolButton, QWidget

from moushi.desk.overview_pictures import ENDING, picture_name, write_picture
from moushi.desk.tsv import to_tsv
from moushi.errors import say
from moushi.ui.cells import NUMBER, TEXT, Index, copy_cells
from moushi.ui.opening import tell_written
from moushi.ui.overview_list import Card, heading_label
from moushi.ui.plots import Figures, Plot, png_of
from moushi.ui.saving import ask_where
from moushi.ui.workplace import Workplace
from moushi.ui.wrapped_label import WrappedLabel

_ROWS = 13  # that a table shows without scrolling


class FiguresModel(QAbstractTableModel):
    """The numbers of a plot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures = Figures()

    def show(self, figures: Figures) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are rows."""
        return 0 if parent.isValid() else len(self.figures.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are headers."""
        return 0 if parent.isValid() else len(self.figures.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; numbers stand at the right."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.figures.rows[index.row()][index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                return NUMBER if index.column() else TEXT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headers of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER if section else TEXT
        return self.figures.headers[section] if role == Qt.ItemDataRole.DisplayRole else None


class PlotCard(Card):
    """A heading, a button for what can be done, and the plot or its table; a line of explanation below."""

    toggled = Signal(bool)  # whether the table is shown

    def __init__(self, workplace: Workplace, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._whose = ""
        self.is_only_note = False
        self.plot = plot
        self.heading = heading_label(self)
        self.model = FiguresModel(self)
        self.table = self._made_table()
        self.stack = QStackedWidget(self)
        self.note = WrappedLabel(self)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.as_table = QAction(self)
        self.as_table.setCheckable(True)
        self.copy_picture = QAction(self)
        self.copy_table = QAction(self)
        self.save_picture = QAction(self)
        self.button = self._made_button()
        self._lay_out()
        plot.fitted.connect(self._fit_stack)
        self.as_table.toggled.connect(self._turn)
        self.copy_picture.triggered.connect(self._copy_picture)
        self.copy_table.triggered.connect(self._copy_table)
        self.save_picture.triggered.connect(self.save)

    def put(self, title: str, whose: str, note: str) -> None:
        """Show what the plot holds now; `whose` names federation and year, for pictures."""
        self._whose = whose
        self.heading.setText(title)
        self.plot.put_title(title)
        self.model.show(self.plot.figures())
        self.table.setAccessibleName(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.button.setAccessibleName(self._words(say("{plot}: table, copy, picture", plot=title)))
        self.button.setToolTip(self.button.accessibleName())
        self._fit_table()

    def show_only_note(self, is_only: bool) -> None:
        """Show nothing but the line of explanation: there is nothing to plot yet."""
        self.is_only_note = is_only
        self.stack.setVisible(not is_only)
        self.button.setVisible(not is_only)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        texts = {
            self.as_table: say("Show as &Table"),
            self.copy_picture: say("&Copy Picture"),
            self.copy_table: say("Copy Ta&ble"),
            self.save_picture: say("&Save Picture…"),
        }
        for action, text in texts.items():
            action.setText(self._words(text))

    def copy(self) -> None:
        """Copy what the keyboard is at: cells of the table, or the plot as a picture."""
        if self.as_table.isChecked():
            if self.table.selectionModel().hasSelection():
                copy_cells(self.table)
            else:
                self._copy_table()
        else:
            self._copy_picture()

    @property
    def subject(self) -> str:
        """What a picture is headed with."""
        return f"{self._whose} {self.plot.title}".strip()

    def focus(self) -> QWidget:
        """What takes the keyboard: the plot or the table."""
        return self.table if self.as_table.isChecked() else self.plot

    def _turn(self, is_table: bool) -> None:
        had_focus = self.plot.hasFocus() or self.table.hasFocus()
        self.stack.setCurrentWidget(self.table if is_table else self.plot)
        self._fit_stack()
        if had_focus:
            self.focus().setFocus()
        self.toggled.emit(is_table)

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self.plot.picture(self.subject))
        told = say("Copied as a picture: {plot}. It can be pasted into Word and WPS.", plot=self.plot.title)
        self._workplace.tell(told)

    def _copy_table(self) -> None:
        figures = self.model.figures
        QGuiApplication.clipboard().setText(to_tsv((figures.headers, *figures.rows)))
        told = say("Copied as a table: {plot}. It can be pasted into Excel.", plot=self.plot.title)
        self._workplace.tell(told)

    def save(self) -> None:
        """Write the plot as a picture, where the person says."""
        workplace = self._workplace
        title, kinds = say("Save Picture"), {ENDING: say("Picture")}
        path = ask_where(self, workplace, title, kinds, name=picture_name(self._whose, self.plot.title))
        if path is None:
            return
        data = png_of(self.plot.picture(self.subject))
        if workplace.guarded(lambda: write_picture(path, data)):
            tell_written(workplace, say("Written: {file}", file=path.name), path)

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
        return table

    def _made_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions([self.as_table, self.copy_picture, self.copy_table, self.save_picture])
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        body = self.lay_out(self.button, heading=self.heading)
        body.addWidget(self.stack)
        body.addWidget(self.note)
        body.addStretch(1)
        self.stack.addWidget(self.plot)
        self.stack.addWidget(self.table)
        QWidget.setTabOrder(self.button, self.plot)
        QWidget.setTabOrder(self.plot, self.table)

    def _fit_table(self) -> None:
        head = self.table.horizontalHeader()
        metrics, figures = self.table.fontMetrics(), self.model.figures
        for n, header in enumerate(figures.headers):
            texts = [header, *(row[n] for row in figures.rows)]
            head.resizeSection(n, min(max(map(metrics.horizontalAdvance, texts)), 220) + 22)
        self._fit_stack()

    def _fit_stack(self) -> None:
        rows = min(len(self.model.figures.rows), _ROWS)
        line = self.table.verticalHeader().defaultSectionSize()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        tall = self.table.horizontalHeader().sizeHint().height() + rows * line + bar + 6
        is_table = self.as_table.isChecked()
        self.table.setFixedHeight(tall if is_table else 0)
        self.stack.setFixedHeight(tall if is_table else self.plot.minimumHeight())

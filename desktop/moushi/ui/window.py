"""The main window: year and federation above, a rail of pages at the left, notices over the page.

It is painted before a store is opened and before the records are loaded, hence the late imports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMainWindow, QWidget

from moushi import paths
from moushi.desk import language, logs, preferences
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.errors import Message, MoushiError, say
from moushi.ui import appearance, translators
from moushi.ui.first_steps import first_steps
from moushi.ui.generated.main_window import Ui_MainWindow
from moushi.ui.notices import Notices
from moushi.ui.source import Opener, Source

if TYPE_CHECKING:
    from moushi.changes.model import ChangeSet
    from moushi.desk.outline import View
    from moushi.ui.plan_page import PlanPage

T = TypeVar("T")

_SIZE = QSize(1180, 720)
_SMALL_SCREEN = 1400  # logical pixels; on narrower ones the window fills the screen


class MainWindow(QMainWindow):
    """One window on one store; `painted` comes once, when it stands on the screen for the first time."""

    painted = Signal()
    faulted = Signal(object)
    _changed = Signal(object)

    def __init__(self, app: QApplication, open_source: Opener, preferred: Preferences) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._app = app
        self._open_source = open_source
        self._preferences = preferred
        self._source: Source | None = None
        self._unsubscribe: Callable[[], None] = _nothing
        self._view: View | None = None
        self._plan_page: PlanPage | None = None
        self._is_painted = False
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.ui.readOnly.hide()
        self.ui.emptyText.document().setDocumentMargin(24)
        self.notices = Notices(self.ui.notices, self.words)
        self._wire()

    def words(self, message: Message) -> str:
        """A message in the window's language."""
        return message.render(language.translations(self._preferences.language))

    def show_fitting(self) -> None:
        """Show the window at a good size, or over the whole of a small screen."""
        room = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(room))
        if room.width() < _SMALL_SCREEN:
            self.showMaximized()
        else:
            self.show()

    def open_store(self, path: Path) -> None:
        """Open a store in place of the one that is open; when it cannot be opened, that one stays."""
        if self._source and self._source.path == path:
            self._refresh()
            return
        try:
            source = self._open_source(path)
        except MoushiError as fault:
            self.report(fault)
            return
        self._let_go()
        self.notices.clear()
        self._source = source
        self._unsubscribe = source.subscribe(self._changed.emit)
        for message in source.notices:
            self.notices.show(message)
        self._refresh()

    def report(self, fault: BaseException) -> None:
        """Show a known error as it is; log any other fault and offer the log."""
        if isinstance(fault, MoushiError):
            self.notices.show(fault.message)
        else:
            self.notices.show(logs.report_bug(fault), (say("Save the Log…"), self._save_log))
        if self._source is None:
            self._turn_to(self.ui.closedPage, self.ui.planButton)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            self._refresh()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the store go."""
        self._let_go()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell once that the window stands; what takes longer begins then."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _wire(self) -> None:
        ui = self.ui
        ui.openStore.triggered.connect(self._choose_store)
        ui.reload.triggered.connect(self._refresh)
        ui.quit.triggered.connect(self.close)
        ui.saveLog.triggered.connect(self._save_log)
        ui.about.triggered.connect(self._show_about)
        ui.planButton.setDefaultAction(ui.showPlan)
        ui.year.currentIndexChanged.connect(self._choose_plans)
        ui.federation.currentIndexChanged.connect(self._choose_plans)
        self.faulted.connect(self.report)
        self._changed.connect(self._follow)
        self._group({ui.showPlan: None}, None, _nothing)
        colours = {
            ui.systemColours: Appearance.SYSTEM,
            ui.lightColours: Appearance.LIGHT,
            ui.darkColours: Appearance.DARK,
        }
        self._group(colours, self._preferences.appearance, self._colour)
        languages = {ui.chinese: Language.CHINESE, ui.english: Language.ENGLISH}
        self._group(languages, self._preferences.language, self._speak)

    def _group(self, choices: dict[QAction, T], chosen: T, choose: Callable[[T], None]) -> None:
        """Actions of which one is checked."""
        group = QActionGroup(self)
        for action, value in choices.items():
            group.addAction(action)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _checked, value=value: choose(value))

    def _colour(self, chosen: Appearance) -> None:
        appearance.colour(self._app, chosen)
        self._prefer(replace(self._preferences, appearance=chosen))

    def _speak(self, chosen: Language) -> None:
        self._prefer(replace(self._preferences, language=chosen))
        translators.speak(self._app, chosen)

    def _prefer(self, preferred: Preferences) -> None:
        self._preferences = preferred
        try:
            preferences.save(preferred)
        except MoushiError as fault:
            self.report(fault)

    def _follow(self, change: ChangeSet) -> None:
        """Show what a change brought."""
        from moushi.desk import outline  # loads the records

        if outline.concerns(change):
            self._refresh()

    def _choose_plans(self) -> None:
        """Show the year and the federation that the person chose."""
        if self._view:
            self._view = replace(
                self._view,
                year=self._view.years[self.ui.year.currentIndex()],
                federation=self._view.choices[self.ui.federation.currentIndex()],
            )
            self._refresh()

    def _refresh(self) -> None:
        """Read the store anew and show it; what was chosen stays, as far as it still has a plan."""
        if self._source is None:
            return
        from moushi.desk import outline  # loads the records

        year, federation = (self._view.year, self._view.federation) if self._view else (None, None)
        with self._source.snapshot() as snapshot:
            self._view = view = outline.view(snapshot, year, federation)
        self.setWindowTitle(self.words(say("{store} – Moushi", store=self._source.path.name)))
        self.ui.readOnly.setVisible(self._source.read_only)
        if not view.years:
            _fill(self.ui.year, [], -1)
            _fill(self.ui.federation, [], -1)
            self.ui.emptyText.setHtml(first_steps(self._source.path, self.words))
            self._turn_to(self.ui.emptyPage, self.ui.emptyText)
        else:
            names = [self.words(say("All federations")), *(holder.name for holder in view.federations)]
            _fill(self.ui.year, [str(year) for year in view.years], view.years.index(view.year))
            _fill(self.ui.federation, names, view.choices.index(view.federation))
            page = self._plan_page = self._plan_page or self._add_plan_page()
            page.show_plans(self._source, view.nodes)
            self._turn_to(page, page.ui.outline)

    def _add_plan_page(self) -> PlanPage:
        from moushi.ui.plan_page import PlanPage  # loads the records

        page = PlanPage(self.words)
        self.ui.pages.addWidget(page)
        self.ui.expandAll.triggered.connect(page.ui.outline.expandAll)
        self.ui.collapseAll.triggered.connect(page.ui.outline.collapseAll)
        return page

    def _turn_to(self, page: QWidget, focus: QWidget) -> None:
        """Show a page; the keyboard goes there when the page is another than before."""
        if self.ui.pages.currentWidget() is not page:
            self.ui.pages.setCurrentWidget(page)
            focus.setFocus()
        for action in (self.ui.expandAll, self.ui.collapseAll):
            action.setEnabled(page is self._plan_page)

    def _choose_store(self) -> None:
        title, kind = self.words(say("Open Store")), self.words(say("Moushi store"))
        folder = str(self._source.path.parent if self._source else paths.data_dir())
        chosen, _ = QFileDialog.getOpenFileName(self, title, folder, f"{kind} (*.sqlite)")
        if chosen:
            self.open_store(Path(chosen))

    def _save_log(self) -> None:
        title = self.words(say("Save the Log"))
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / logs.log_file().name))
        if chosen:
            try:
                logs.save_log(Path(chosen))
            except MoushiError as fault:
                self.report(fault)

    def _show_about(self) -> None:
        from moushi.ui.about import About  # seldom wanted

        About(self._source.path if self._source else None, self.words, self).show()

    def _let_go(self) -> None:
        self._unsubscribe()
        self._unsubscribe = _nothing
        if self._source:
            self._source.close()
        self._source = None


def _fill(box: QComboBox, texts: list[str], chosen: int) -> None:
    """Offer these choices without telling anybody; the list opens as wide as its longest choice."""
    with QSignalBlocker(box):
        box.clear()
        box.addItems(texts)
        box.setCurrentIndex(chosen)
    box.setEnabled(bool(texts))
    box.setToolTip(box.currentText())
    box.view().setMinimumWidth(
        box.view().sizeHintForColumn(0) + box.view().verticalScrollBar().sizeHint().width()
    )


def _nothing(*_: object) -> None:
    """Do nothing."""

"""The main window: year and federation above, a rail of pages at the left, notices over the page.

It is painted before it is furnished, and furnished before a store is opened: whatever the first paint can do
without is imported later. Over 400 lines: what pages and menus ask of the whole window comes together here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore  # its `Qt`, when first named, takes as long as painting an empty window
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from moushi.desk import preferences
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.errors import Message, MoushiError, say
from moushi.ui.dropping import accept_copy

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication, QToolButton

    from moushi.domain.record import Record
    from moushi.ui.generated.main_window import Ui_MainWindow
    from moushi.ui.page import Page
    from moushi.ui.workplace import Opener, Workplace

T = TypeVar("T")

_WIDTH, _HEIGHT = 1180, 720
_OF_FEDERATIONS = ("overview", "chambers", "members", "ledger", "returns", "article", "progress")
"""Pages on which there is nothing before the first start."""
_SMALL_SCREEN = 1400  # logical pixels; on narrower ones the window fills the screen


class MainWindow(QMainWindow):
    """One window on one store; `painted` comes once, when it stands on the screen for the first time."""

    painted = Signal()
    faulted = Signal(object)

    ui: Ui_MainWindow
    workplace: Workplace

    def __init__(self, app: QApplication, open_source: Opener, preferred: Preferences) -> None:
        super().__init__()
        self._app = app
        self._open_source = open_source
        self._preferences = preferred
        self._before_layouts = "article"
        self._gives_up = False  # what cannot be kept, when the window is closed again
        self._is_painted = False
        self._is_furnished = False

    @property
    def preferred(self) -> Preferences:
        """Language and appearance of now."""
        return self._preferences

    def furnish(self) -> None:
        """Bring in menus, rail and pages; until then the window can only be shown."""
        from moushi.ui.generated.main_window import Ui_MainWindow
        from moushi.ui.help_menu import HelpMenu
        from moushi.ui.incoming import Incoming
        from moushi.ui.jobs import Jobs
        from moushi.ui.notices import Notices
        from moushi.ui.pages import Pages
        from moushi.ui.scope_boxes import ScopeBoxes
        from moushi.ui.storeroom import Storeroom
        from moushi.ui.workplace import Workplace

        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.ui.readOnly.hide()
        self.notices = Notices(self.ui.notices, self.words)
        self.workplace = Workplace(self.words, self.notices, Jobs(self.words, self))
        self.ui.foot.addWidget(self.workplace.jobs)
        self.pages = Pages(self.workplace, self.ui.pages)
        self.storeroom = Storeroom(self.workplace, self._open_source, self)
        self._scope = ScopeBoxes(self.workplace, self.pages, self.ui.year, self.ui.federation)
        self._incoming = Incoming(self.workplace, self.pages, self)
        self._help = HelpMenu(self.workplace, self.ui, self.storeroom.show_sample, self)
        self._rail: Mapping[str, tuple[QAction, QToolButton]] = {
            "overview": (self.ui.showOverview, self.ui.overviewButton),
            "plan": (self.ui.showPlan, self.ui.planButton),
            "chambers": (self.ui.showChambers, self.ui.chambersButton),
            "members": (self.ui.showMembers, self.ui.membersButton),
            "ledger": (self.ui.showLedger, self.ui.ledgerButton),
            "returns": (self.ui.showReturns, self.ui.returnsButton),
            "article": (self.ui.showArticle, self.ui.articleButton),
            "progress": (self.ui.showProgress, self.ui.progressButton),
            "review": (self.ui.showReview, self.ui.reviewButton),
            "history": (self.ui.showHistory, self.ui.historyButton),
            "settings": (self.ui.showSettings, self.ui.settingsButton),
        }
        self._wire()
        self._allow()
        self._fit_rail()
        self._is_furnished = True

    def words(self, message: Message) -> str:
        """A message in the window's language."""
        from moushi.desk.language import translations  # reads the catalogue

        return message.render(translations(self._preferences.language))

    def show_fitting(self) -> None:
        """Show the window at a good size, or over the whole of a small screen."""
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        if room.width() < _SMALL_SCREEN:
            self.showMaximized()
        else:
            self.show()

    def open_store(self, path: Path) -> None:
        """Open a store in place of the one that is open; when it cannot be opened, that one stays."""
        self.pages.settle()
        self.storeroom.open(path)

    def show_page(self, name: str) -> Page:
        """Turn to a page of the rail; what was typed on the one before is kept first."""
        return self.pages.turn(name)

    def report(self, fault: BaseException) -> None:
        """Show a known error as it is; log any other fault and offer the log."""
        if isinstance(fault, MoushiError):
            self.notices.show(fault.message)
        else:
            from moushi.desk import logs

            self.notices.show(logs.report_bug(fault), (say("Save the Log…"), self._help.save_log))
        if not self.workplace.is_open:
            self.ui.pages.setCurrentWidget(self.ui.closedPage)
            self._allow()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language; pages follow by themselves."""
        if event.type() == QEvent.Type.LanguageChange and self._is_furnished:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            self._fit_rail()
            self.workplace.spoken.emit()
            if self.workplace.is_open:
                self.setWindowTitle(self.words(say("{store} – Moushi", store=self.workplace.desk.path.name)))
                self._scope.offer()
            if page := self.pages.current:
                QTimer.singleShot(0, self, lambda: self._fill_page_menu(page))
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed and let the store go; when either fails, the person is told first."""
        if self._is_furnished and self.workplace.is_open:
            if not self.pages.settle() and not self._gives_up:
                self._gives_up = True
                self.notices.show(
                    say(
                        "What you typed last could not be kept, so the window stays open. Put it right, or "
                        "copy the text; closing once more gives it up."
                    )
                )
                event.ignore()
                return
            self._leave()
            fault = self.storeroom.let_go()
            self._allow()
            if fault:
                self.report(fault)
                event.ignore()
                return
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the rail in view where the rail scrolls."""
        super().resizeEvent(event)
        if self._is_furnished:
            for action, button in self._rail.values():
                if action.isChecked():
                    self.ui.railScroll.ensureWidgetVisible(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window stands; what takes longer begins then."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere."""
        if self.workplace.may_write and _files(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files in."""
        if files := _files(event.mimeData()):
            accept_copy(event)
            take_in = self._incoming.take_in
            QTimer.singleShot(0, self, lambda: take_in(files))  # let the other program go first

    def _wire(self) -> None:
        from PySide6.QtGui import QActionGroup

        ui, workplace = self.ui, self.workplace
        ui.takeIn.triggered.connect(self._incoming.choose_files)
        ui.takeInText.triggered.connect(self._incoming.take_in_clipboard)
        ui.openStore.triggered.connect(self.storeroom.choose)
        ui.backUp.triggered.connect(self._back_up)
        ui.reload.triggered.connect(self._reload)
        ui.quit.triggered.connect(self.close)
        ui.undo.triggered.connect(self._undo)
        ui.redo.triggered.connect(self._redo)
        ui.editMenu.aboutToShow.connect(self._name_undo)
        self.storeroom.opened.connect(self._begin)
        self.storeroom.leaving.connect(self._leave)
        self.pages.made.connect(self._listen)
        self.pages.turned.connect(self._show_turned)
        self.pages.settled.connect(self._reconsider)
        self._scope.offered.connect(self._allow)
        self._incoming.waits.connect(ui.showReview.setVisible)
        self._incoming.waits.connect(ui.reviewButton.setVisible)
        workplace.reveal_asked.connect(self._reveal)
        workplace.report_asked.connect(self.report)
        self.faulted.connect(self.report)
        group = QActionGroup(self)
        for name, (action, button) in self._rail.items():
            button.setDefaultAction(action)
            group.addAction(action)
            action.triggered.connect(lambda _checked, name=name: self.show_page(name))
        self._incoming.forget()
        colours = {
            ui.systemColours: Appearance.SYSTEM,
            ui.lightColours: Appearance.LIGHT,
            ui.darkColours: Appearance.DARK,
        }
        self._group(colours, self._preferences.appearance, self.colour)
        languages = {ui.chinese: Language.CHINESE, ui.english: Language.ENGLISH}
        self._group(languages, self._preferences.language, self.speak)

    def _fit_rail(self) -> None:
        """The rail as wide as its longest word; where the window is low it scrolls."""
        bar = self.ui.railScroll.verticalScrollBar()
        self.ui.railLayout.activate()
        self.ui.railScroll.setFixedWidth(self.ui.rail.sizeHint().width() + bar.sizeHint().width() // 2)

    def _group(self, choices: dict[QAction, T], chosen: T, choose: Callable[[T], None]) -> None:
        """Actions of which one is checked."""
        from PySide6.QtGui import QActionGroup

        group = QActionGroup(self)
        for action, value in choices.items():
            group.addAction(action)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _checked, value=value: choose(value))

    def colour(self, chosen: Appearance) -> None:
        """Turn the window light or dark, and remember it."""
        from moushi.ui import appearance

        appearance.colour(self._app, chosen)
        for action, value in (
            (self.ui.systemColours, Appearance.SYSTEM),
            (self.ui.lightColours, Appearance.LIGHT),
            (self.ui.darkColours, Appearance.DARK),
        ):
            action.setChecked(value == chosen)
        self._prefer(replace(preferences.load(), language=self._preferences.language, appearance=chosen))

    def speak(self, chosen: Language) -> None:
        """Speak another language, and remember it."""
        self.pages.settle()
        self.ui.chinese.setChecked(chosen is Language.CHINESE)
        self.ui.english.setChecked(chosen is Language.ENGLISH)
        self._prefer(replace(preferences.load(), appearance=self._preferences.appearance, language=chosen))
        from moushi.ui import translators

        translators.speak(self._app, chosen)

    def _prefer(self, preferred: Preferences) -> None:
        self._preferences = preferred
        self.workplace.guarded(lambda: preferences.save(preferred))

    def _listen(self, name: str, page: Any) -> None:
        """Hear what only the window can do for some pages."""
        match name:
            case "overview":
                page.page_wanted.connect(self._go_to)
            case "returns":
                page.change_wanted.connect(self._to_change)
                page.file_wanted.connect(self._incoming.show_file)
                page.find_source = self._incoming.source_of
            case "article":
                page.layouts_wanted.connect(self._to_layouts)
            case "layouts":
                page.finished.connect(lambda: self.show_page(self._before_layouts))
            case "settings":
                page.layouts_wanted.connect(self._to_layouts)
                page.language_chosen.connect(self.speak)
                page.appearance_chosen.connect(self.colour)
                page.store_wanted.connect(self.storeroom.change_to)
                page.restore_asked.connect(self.storeroom.restore)
            case "first":
                page.begun.connect(self._after_first_start)
                page.store_wanted.connect(self.storeroom.show_sample)
                page.restore_asked.connect(self.storeroom.restore)

    def _after_first_start(self, start: str, file: Path | None) -> None:
        """The next start looks at the federation that was begun with."""
        self._scope.keep(self.workplace.scope.federation)
        self._incoming.begin_from(start, file)

    def _to_change(self, change: UUID) -> None:
        """Turn to the history, and to a change there."""
        page: Any = self.show_page("history")
        page.show_change(change)

    def _to_layouts(self, name: str, article: UUID | None) -> None:
        """Turn to the layouts, and remember where the person was."""
        self._before_layouts = self.pages.current_name
        page: Any = self.pages.turn("layouts")
        page.edit(name, article)

    def _leave(self) -> None:
        """Before a store is let go: nothing that reads it stays in view."""
        self.pages.settle()
        self.ui.pages.setCurrentWidget(self.ui.openingPage)

    def _reconsider(self, is_kept: bool) -> None:
        """What was given up and then put right is asked about anew."""
        self._gives_up = self._gives_up and not is_kept

    def _show_turned(self, name: str, page: Page) -> None:
        self._fill_page_menu(page)
        name = "plan" if name == "first" else name
        if name in self._rail:
            self._rail[name][0].setChecked(True)

    def _begin(self) -> None:
        """Show a store that has just been opened."""
        desk = self.workplace.desk
        self.setWindowTitle(self.words(say("{store} – Moushi", store=desk.path.name)))
        self.ui.readOnly.setVisible(desk.read_only)
        self._allow()
        self._incoming.forget()
        self.show_page("plan")

    def _reload(self) -> None:
        """Read the store anew; what was chosen stays, as far as it is still there."""
        if self.workplace.is_open:
            self.pages.settle()
            self.workplace.look(self.workplace.scope.year, self.workplace.scope.federation)

    def _allow(self) -> None:
        """Offer what can be done with the store that is open."""
        is_open, writes = self.workplace.is_open, self.workplace.may_write
        is_begun = is_open and bool(self.workplace.scope.federations)
        for name, (action, _) in self._rail.items():
            action.setEnabled(is_begun if name in _OF_FEDERATIONS else is_open)
        self._scope.enable(enabled=is_begun)
        for action in (self.ui.backUp, self.ui.reload):
            action.setEnabled(is_open)
        for action in (self.ui.takeIn, self.ui.takeInText, self.ui.undo, self.ui.redo):
            action.setEnabled(writes)

    def _fill_page_menu(self, page: Page) -> None:
        """The commands of the page in view."""
        commands = page.commands()
        self.ui.pageMenu.clear()
        self.ui.pageMenu.addActions(list(commands))
        self.ui.pageMenu.menuAction().setVisible(bool(commands))

    def _name_undo(self) -> None:
        """Say in the menu what undo and redo would do."""
        self.ui.undo.setText(self.words(say("&Undo")))
        self.ui.redo.setText(self.words(say("&Redo")))
        if self.workplace.may_write:
            store = self.workplace.desk.store
            undo, redo = store.undo_candidate(), store.redo_candidate()
            if undo:
                title = store.header(undo).title
                self.ui.undo.setText(self.words(say("&Undo: {title}", title=_short(self.words(title)))))
            if redo:
                title = store.header(redo).title
                self.ui.redo.setText(self.words(say("&Redo: {title}", title=_short(self.words(title)))))

    def _undo(self) -> None:
        self.pages.settle()
        self.workplace.undo()

    def _redo(self) -> None:
        self.pages.settle()
        self.workplace.redo()

    def _go_to(self, name: str, kind: type[Record] | None, record_id: UUID | None) -> None:
        """Turn to a page, and to a record on it where one is meant."""
        page = self.pages.page(name)
        page.enter()
        if kind and record_id:
            page.reveal(kind, record_id)
        self.show_page(name)

    def _reveal(self, kind: type[Record], record_id: UUID) -> None:
        """Turn to the page on which a record is worked on, and to the record there."""
        from moushi.ui.rail import HOMES

        for name in HOMES.get(kind.__name__, ()):
            page = self.pages.page(name)
            page.enter()
            if page.reveal(kind, record_id):
                self.show_page(name)
                return
        self.notices.show(say("This record is not on any page: it may have been deleted since."))

    def _back_up(self) -> None:
        self.pages.settle()
        self.storeroom.back_up()


def _files(dragged: QMimeData) -> list[Path]:
    """The local files and folders among what is dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]


def _short(text: str, most: int = 24) -> str:
    """A title that fits a menu; & is no key."""
    shown = text if len(text) <= most else text[: most - 1] + "…"
    return shown.replace("&", "&&")

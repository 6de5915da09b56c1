"""The main window: year and federation above, a rail of pages at the left, notices over the page.

It is painted before it is furnished, and furnished before a store is opened: whatever the first paint can do
without is imported later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore  # its `Qt`, when first named, takes as long as painting an empty window
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from moushi.desk import preferences
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.errors import Message, MoushiError, say

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication, QComboBox, QToolButton

    from moushi.changes.model import ChangeSet
    from moushi.changes.undo import UndoReview
    from moushi.domain.record import Record
    from moushi.ui.generated.main_window import Ui_MainWindow
    from moushi.ui.page import Page
    from moushi.ui.review_page import ReviewPage
    from moushi.ui.workplace import Opener, Workplace

T = TypeVar("T")

_WIDTH, _HEIGHT = 1180, 720
_OF_FEDERATIONS = ("chambers", "members", "article", "progress")
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
        self._pages: dict[str, Page] = {}
        self._before_review = "plan"
        self._before_layouts = "article"
        self._copies: tuple[UUID, int] | None = None  # a plan that waits for last year's to be taken in
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
        from moushi.ui.jobs import Jobs
        from moushi.ui.notices import Notices
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
        self.storeroom = Storeroom(self.workplace, self._open_source, self)
        self._rail: Mapping[str, tuple[QAction, QToolButton]] = {
            "plan": (self.ui.showPlan, self.ui.planButton),
            "chambers": (self.ui.showChambers, self.ui.chambersButton),
            "members": (self.ui.showMembers, self.ui.membersButton),
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
        self._settle()
        self.storeroom.open(path)

    def show_page(self, name: str) -> Page:
        """Turn to a page of the rail; what was typed on the one before is kept first.

        Without a federation there is no plan: then it is the first start that stands in its place.
        """
        page = self._page("first" if name == "plan" and not self.workplace.scope.federations else name)
        current = self._current()
        if current is not page:
            self._settle()
            self.ui.pages.setCurrentWidget(page)
            page.enter()
            self._fill_page_menu(page)
            (page.first or page).setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        else:
            page.enter()
        if name in self._rail:
            self._rail[name][0].setChecked(True)
        return page

    def report(self, fault: BaseException) -> None:
        """Show a known error as it is; log any other fault and offer the log."""
        if isinstance(fault, MoushiError):
            self.notices.show(fault.message)
        else:
            from moushi.desk import logs

            self.notices.show(logs.report_bug(fault), (say("Save the Log…"), self._save_log))
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
                self._show_scope()
            if page := self._current():
                QTimer.singleShot(0, self, lambda: self._fill_page_menu(page))
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed and let the store go; when either fails, the person is told first."""
        if self._is_furnished and self.workplace.is_open:
            if not self._settle() and not self._gives_up:
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
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files in."""
        if files := _files(event.mimeData()):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self._take_in(files))  # let the other program go first

    def _wire(self) -> None:
        from PySide6.QtGui import QActionGroup

        ui, workplace = self.ui, self.workplace
        ui.takeIn.triggered.connect(self._choose_files)
        ui.takeInText.triggered.connect(self._take_in_clipboard)
        ui.openStore.triggered.connect(self.storeroom.choose)
        ui.backUp.triggered.connect(self._back_up)
        self.storeroom.opened.connect(self._begin)
        self.storeroom.leaving.connect(self._leave)
        ui.reload.triggered.connect(self._reload)
        ui.quit.triggered.connect(self.close)
        ui.undo.triggered.connect(self._undo)
        ui.redo.triggered.connect(self._redo)
        ui.editMenu.aboutToShow.connect(self._name_undo)
        ui.saveLog.triggered.connect(self._save_log)
        ui.about.triggered.connect(self._show_about)
        ui.showGuide.triggered.connect(self._show_guide)
        ui.showSample.triggered.connect(self._show_sample)
        ui.year.activated.connect(self._choose_scope)
        ui.federation.activated.connect(self._choose_scope)
        workplace.scoped.connect(self._show_scope)
        workplace.changed.connect(self._follow)
        workplace.reveal_asked.connect(self._reveal)
        workplace.take_in_asked.connect(self._take_in)
        workplace.text_asked.connect(lambda text: self._review().take_in_text(text))
        workplace.undo_asked.connect(self._review_undo)
        workplace.report_asked.connect(self.report)
        self.faulted.connect(self.report)
        group = QActionGroup(self)
        for name, (action, button) in self._rail.items():
            button.setDefaultAction(action)
            group.addAction(action)
            action.triggered.connect(lambda _checked, name=name: self.show_page(name))
        self._show_review_button(shown=False)
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
        self._settle()
        self.ui.chinese.setChecked(chosen is Language.CHINESE)
        self.ui.english.setChecked(chosen is Language.ENGLISH)
        self._prefer(replace(preferences.load(), appearance=self._preferences.appearance, language=chosen))
        from moushi.ui import translators

        translators.speak(self._app, chosen)

    def _prefer(self, preferred: Preferences) -> None:
        self._preferences = preferred
        self.workplace.guarded(lambda: preferences.save(preferred))

    def _page(self, name: str) -> Page:
        """The page of that name, made when it is wanted for the first time."""
        if name not in self._pages:
            from moushi.ui.rail import MAKERS

            page = MAKERS[name](self.workplace)
            page.setObjectName(f"{name}Page")
            self.ui.pages.addWidget(page)
            self._pages[name] = page
            self._listen(name, page)
        return self._pages[name]

    def _listen(self, name: str, page: Any) -> None:
        """Hear what only the window can do for some pages."""
        match name:
            case "review":
                page.wanted.connect(self._to_review)
                page.finished.connect(self._from_review)
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

    def _to_layouts(self, name: str, article: UUID | None) -> None:
        """Turn to the layouts, and remember where the person was."""
        current = self._current()
        self._before_layouts = next(
            (each for each, page in self._pages.items() if page is current), "article"
        )
        page: Any = self.show_page("layouts")
        page.edit(name, article)

    def _leave(self) -> None:
        """Before a store is let go: nothing that reads it stays in view."""
        self._settle()
        self.ui.pages.setCurrentWidget(self.ui.openingPage)

    def _after_first_start(self, start: str, file: Path | None) -> None:
        """Turn to the new plan, or to the review of the file that it begins with."""
        scope = self.workplace.scope
        self._keep_federation(scope.federation)
        self.show_page("plan")
        if file is None or scope.one is None:
            return
        from moushi.desk.taking_in import Wish  # loads the intake

        copied = start == "last_year"
        self._copies = (scope.one.id, scope.year) if copied else None
        self._review().take_in([file], Wish(scope.year - copied, None, scope.one.name))

    def _copy_last_year(self) -> None:
        """At a first start from last year's plan: once that is taken in, copy it as the year's draft."""
        if self._copies is None:
            return
        from moushi.desk.beginning import continue_plan  # loads the records

        (federation, year), self._copies = self._copies, None
        with self.workplace.desk.snapshot() as snapshot:
            proposal = self.workplace.guarded(lambda: continue_plan(snapshot, federation, year))
        if proposal and self.workplace.apply(proposal):
            self.workplace.look(year, federation)

    def _current(self) -> Page | None:
        shown = self.ui.pages.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def _settle(self) -> bool:
        """Keep what was typed on the page in view; False when some of it cannot be kept."""
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.inputMethod().commit()  # a draft keeps nothing while it is being composed
        page = self._current()
        is_kept = page is None or page.settle() is not False
        self._gives_up = self._gives_up and not is_kept
        return is_kept

    def _begin(self) -> None:
        """Show a store that has just been opened."""
        desk = self.workplace.desk
        self.setWindowTitle(self.words(say("{store} – Moushi", store=desk.path.name)))
        self.ui.readOnly.setVisible(desk.read_only)
        self._allow()
        self._copies = None
        self._show_review_button(shown=False)
        self.show_page("plan" if self.workplace.scope.federations else "first")

    def _follow(self, change: ChangeSet) -> None:
        """Years and federations may be others after a change; what was taken in comes into view."""
        held = self.workplace.scope
        from moushi.desk.scope import scope  # loads the records

        year, federation = held.year, held.federation
        name = next((name for name, page in self._pages.items() if page is self._current()), "")
        with self.workplace.desk.snapshot() as snapshot:
            if name == "review" and change.source.sha256 and not change.undoes:
                from moushi.desk.taking_in import plan_taken_in  # loads the intake

                if plan := plan_taken_in(snapshot, change):
                    year, federation = plan.year, federation and plan.federation_id
            now = scope(snapshot, self.workplace.today(), year, federation)
        if now != held:
            is_first = bool(now.federations) and not held.federations
            self.workplace.look(None if is_first else year, federation)  # the year that has come
            if bool(now.federations) != bool(held.federations) and name in ("plan", "first"):
                self.show_page("plan")  # undone to the beginning, or done again from there

    def _show_scope(self) -> None:
        """Offer the years and federations that are there."""
        scope = self.workplace.scope
        names = [self.words(say("All federations")), *(holder.name for holder in scope.federations)]
        _fill(self.ui.year, [str(year) for year in scope.years], scope.years.index(scope.year))
        _fill(self.ui.federation, names, scope.choices.index(scope.federation))
        self._allow()

    def _choose_scope(self) -> None:
        """Show the year and the federation that the person chose."""
        scope = self.workplace.scope
        self._settle()
        federation = scope.choices[self.ui.federation.currentIndex()]
        self.workplace.look(scope.years[self.ui.year.currentIndex()], federation)
        self._keep_federation(federation)

    def _keep_federation(self, chosen: UUID | None) -> None:
        """The next start looks at the same federation."""
        if self.workplace.may_write:
            from moushi.desk.scope import keep_federation  # loads the records

            self.workplace.guarded(lambda: keep_federation(self.workplace.desk, chosen))

    def _reload(self) -> None:
        """Read the store anew; what was chosen stays, as far as it is still there."""
        if self.workplace.is_open:
            self._settle()
            self.workplace.look(self.workplace.scope.year, self.workplace.scope.federation)

    def _allow(self) -> None:
        """Offer what can be done with the store that is open."""
        is_open, writes = self.workplace.is_open, self.workplace.may_write
        is_begun = is_open and bool(self.workplace.scope.federations)
        for name, (action, _) in self._rail.items():
            action.setEnabled(is_begun if name in _OF_FEDERATIONS else is_open)
        for box in (self.ui.year, self.ui.federation):
            box.setEnabled(is_begun)
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
        self._settle()
        self.workplace.undo()

    def _redo(self) -> None:
        self._settle()
        self.workplace.redo()

    def _reveal(self, kind: type[Record], record_id: UUID) -> None:
        """Turn to the page on which a record is worked on, and to the record there."""
        from moushi.ui.rail import HOMES

        for name in HOMES.get(kind.__name__, ()):
            page = self._page(name)
            page.enter()
            if page.reveal(kind, record_id):
                self.show_page(name)
                return
        self.notices.show(say("This record is not on any page: it may have been deleted since."))

    def _review(self) -> ReviewPage:
        from moushi.ui.review_page import ReviewPage

        page = self._page("review")
        assert isinstance(page, ReviewPage)
        return page

    def _take_in(self, files: Sequence[Path]) -> None:
        if self.workplace.may_write:
            self._settle()
            self._review().take_in(files)

    def _review_undo(self, undo: UndoReview) -> None:
        self._review().review_undo(undo)

    def _show_review_button(self, *, shown: bool) -> None:
        self.ui.showReview.setVisible(shown)
        self.ui.reviewButton.setVisible(shown)

    def _to_review(self) -> None:
        """Something is to be reviewed: show it, and remember where the person was."""
        current = self._current()
        name = next((name for name, page in self._pages.items() if page is current), "plan")
        if name not in ("review", "first"):
            self._before_review = name
        self._show_review_button(shown=True)
        self.show_page("review")

    def _from_review(self) -> None:
        if not self._review().has_open:
            self._copy_last_year()
        self._show_review_button(shown=self._review().has_open)
        if self._current() is self._review():
            if self.workplace.scope.federations:
                self.show_page(self._before_review)
            else:
                self.show_page("first")

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = self.words(say("Articles, plans, tables"))
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.words(say("Take In Files")),
            str(Path.home()),
            f"{kinds} (*.txt *.docx *.xlsx *.xls *.et *.ods);;{self.words(say('All files'))} (*)",
        )
        if chosen:
            self._take_in([Path(each) for each in chosen])

    def _take_in_clipboard(self) -> None:
        text = self._app.clipboard().text()
        if text.strip():
            self._settle()
            self._review().take_in_text(text)
        else:
            self.notices.show(
                say("There is no text to paste. Copy the text of the page or paper first, then try again.")
            )

    def _back_up(self) -> None:
        self._settle()
        self.storeroom.back_up()

    def _save_log(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from moushi.desk import logs

        title = self.words(say("Save the Log"))
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / logs.log_file().name))
        if chosen:
            self.workplace.guarded(lambda: logs.save_log(Path(chosen)))

    def _show_sample(self) -> None:
        from moushi.desk.beginning import make_sample  # loads the records

        now = self.workplace.now()
        self.workplace.run(
            say("Preparing the sample"), lambda _: make_sample(now), self.storeroom.show_sample
        )

    def _show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        from moushi.ui.guide import Guide  # seldom wanted

        def show() -> None:
            guide = self.findChild(Guide)
            if guide is None:
                Guide(self.words, self).show()
            else:
                guide.raise_()
                guide.activateWindow()

        self.workplace.guarded(show)

    def _show_about(self) -> None:
        from moushi.ui.about import About  # seldom wanted

        About(self.workplace.desk.path if self.workplace.is_open else None, self.words, self).show()


def _fill(box: QComboBox, texts: list[str], chosen: int) -> None:
    """Offer these choices without telling anybody; the list opens as wide as its longest choice."""
    from PySide6.QtCore import QSignalBlocker

    with QSignalBlocker(box):
        box.clear()
        box.addItems(texts)
        box.setCurrentIndex(chosen)
    box.setToolTip(box.currentText())
    box.view().setMinimumWidth(
        box.view().sizeHintForColumn(0) + box.view().verticalScrollBar().sizeHint().width()
    )


def _files(dragged: QMimeData) -> list[Path]:
    """The local files and folders among what is dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]


def _short(text: str, most: int = 24) -> str:
    """A title that fits a menu; & is no key."""
    shown = text if len(text) <= most else text[: most - 1] + "…"
    return shown.replace("&", "&&")

"""The article page: title block, sections and items, versions sent; beside them the article as printed.

Over 400 lines: it joins title block, outline, versions and preview, each in a file of its own, into one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit

from moushi.changes.model import ChangeSet
from moushi.compile.documents import Ref
from moushi.desk import arranging, articles
from moushi.desk.articles import Listed
from moushi.desk.layouts import NEWSPAPER
from moushi.domain.kinds import ArticleKind
from moushi.domain.period import Period
from moushi.domain.record import Record
from moushi.domain.records import (
    KINDS,
    Article,
    ArticleItem,
    ArticleSection,
    Measure,
    Passage,
    Plan,
    PlanItem,
    Progress,
    Theme,
)
from moushi.errors import say
from moushi.ui.article_bar import fill_lines, walk
from moushi.ui.article_copyfit import CopyfitPanel
from moushi.ui.article_items import ItemsPanel, propose
from moushi.ui.article_preview import PreviewPanel, Shown
from moushi.ui.article_sending import PROOF, TEXT, WORD, Sending
from moushi.ui.article_versions import VersionsPanel
from moushi.ui.generated.article_page import Ui_ArticlePage
from moushi.ui.layout_choice import fill_layouts
from moushi.ui.page import Page, command, separator
from moushi.ui.record_form import RecordForm, fill_choices
from moushi.ui.workplace import Workplace

_SHARES = (2, 3)  # of the width: the work, the preview
_LOW = 420  # logical pixels of height
_TEXTS = ("kicker", "headline", "byline", "lead", "audience")
_ELSEWHERE = (Plan, Passage, Theme, PlanItem, Measure, Progress)  # worked on on other pages


class ArticlePage(Page):
    """A year's articles, one of them in view."""

    layouts_wanted = Signal(str, object)  # a preset's name to be edited, the id of the article to see it with

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_ArticlePage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = self.ui.articles
        self._wanted: UUID | None = None
        self._listed: tuple[Listed, ...] = ()
        self._shown: Shown | None = None
        self._plans: tuple[Plan, ...] = ()
        self._year = 0  # of the periods that are offered
        self._make_commands()
        self.items = ItemsPanel(workplace, self.ui, self)
        self.versions = VersionsPanel(workplace, self.ui, self)
        self.preview = PreviewPanel(workplace, self.ui, self)
        self.copyfit = CopyfitPanel(workplace, self.ui, self.items)
        self.sending = Sending(workplace, self._settled, self)
        items = self.items
        self._commands = (
            *(self.new_plan, self.new_progress, separator(self)),
            *(self.export_word, self.export_proof, self.export_text, separator(self)),
            *(self.copy_text, self.print_out, separator(self)),
            *(items.up, items.down, items.add, items.remove, self.to_plan, separator(self)),
            *(self.edit_layout, self.delete),
        )
        ui = self.ui
        self._title: dict[str, QLineEdit | QPlainTextEdit | QComboBox] = {
            "kicker": ui.kicker,
            "headline": ui.headline,
            "byline": ui.byline,
            "lead": ui.lead,
            "part": ui.part,
            "period": ui.period,
            "audience": ui.audience,
            "layout": ui.preset,
        }
        self.form = RecordForm(workplace, Article, self._title, ui.fault, parent=self)
        self._composing = QTimer(self, singleShot=True, interval=0)
        self._composing.timeout.connect(self._compose)
        self.retranslate()
        self._wire()

    def _make_commands(self) -> None:
        self.new_plan, self.new_progress = command(self), command(self)
        self.export_word, self.export_proof = command(self, "Ctrl+Shift+E"), command(self, "Ctrl+Shift+P")
        self.export_text = command(self)
        self.copy_text, self.print_out = command(self, "Ctrl+Shift+T"), command(self, "Ctrl+P")
        self.to_plan, self.delete = command(self, "Ctrl+G"), command(self)
        self.edit_layout = command(self)

    def _wire(self) -> None:
        ui = self.ui
        for position, share in enumerate(_SHARES):
            ui.splitter.setStretchFactor(position, share)
        ui.articles.activated.connect(lambda row: self._choose(self._listed[row].id))
        ui.tabs.currentChanged.connect(lambda _: self._show_versions())
        menu = QMenu(self)
        menu.addActions([self.new_plan, self.new_progress])
        self._new_menu = menu
        ui.newButton.setMenu(menu)
        ui.editLayout.setDefaultAction(self.edit_layout)
        buttons = fill_lines(ui.outBar, self.export_word, self.export_proof, self.copy_text, self.print_out)
        walk(ui.changes, *buttons, ui.galley)
        self.new_plan.triggered.connect(lambda: self._begin(ArticleKind.PLAN))
        self.new_progress.triggered.connect(lambda: self._begin(ArticleKind.PROGRESS))
        ui.beginPlan.clicked.connect(self.new_plan.trigger)
        ui.beginProgress.clicked.connect(self.new_progress.trigger)
        export = self.sending.export
        self.export_word.triggered.connect(lambda: export(say("Export Word"), WORD))
        self.export_proof.triggered.connect(lambda: export(say("Export Proof"), PROOF))
        self.export_text.triggered.connect(lambda: export(say("Export Text"), TEXT))
        self.copy_text.triggered.connect(self.sending.copy)
        self.print_out.triggered.connect(lambda: self.sending.print_out(ui.articles.currentText()))
        self.sending.written.connect(self._show_versions)
        self.to_plan.triggered.connect(self._go_to_plan)
        self.delete.triggered.connect(self._delete)
        self.edit_layout.triggered.connect(self._edit_layout)
        self.form.typed.connect(lambda *_: self._composing.start())
        self.form.shown.connect(lambda _: self._composing.start())
        self.items.worded.connect(self._composing.start)
        self.items.selected.connect(lambda _: self._mark())
        self.versions.went.connect(self._go)
        self.versions.marked.connect(ui.galley.show_changed)
        self.preview.went.connect(self._go)
        self.preview.opened.connect(self._open)
        self.preview.composed.connect(self.copyfit.measure)
        self.copyfit.went.connect(self._go)
        ui.outline.doubleClicked.connect(lambda _: self._go_to_plan())
        for editor in self._title.values():
            editor.installEventFilter(self)

    # -- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Come into view; layouts may have been changed since."""
        is_fresh = self.is_stale
        super().enter()
        if self.workplace.is_open and not is_fresh:
            self._fill_presets()
            self._composing.start()

    def refresh(self) -> None:
        """Read the store and show the article in view, or how to begin one."""
        scope = self.workplace.scope
        with self.workplace.desk.snapshot() as snapshot:
            self._listed = articles.articles(snapshot, scope.year)
            self._plans = tuple(
                plan
                for plan in articles.year_plans(snapshot, scope.year)
                if scope.federation in (None, plan.federation_id)
            )
            ids = [listed.id for listed in self._listed]
            chosen = self._wanted if self._wanted in ids else (ids[0] if ids else None)
            view = articles.view(snapshot, chosen) if chosen else None
            self._shown = Shown(view, articles.excerpt(snapshot, view.article.id)) if view else None
        self._wanted = chosen
        if scope.year != self._year:
            self._year = scope.year
            self._fill_boxes()
        self._list()
        self._show_article()
        self._fill_presets()

    def follow(self, change: ChangeSet) -> None:
        """Show what a change brought."""
        if articles.concerns(change):
            self.refresh()

    def settle(self) -> bool:
        """Keep what was typed so far; False when some of it cannot be kept."""
        return self._keep_all()

    def reveal(self, kind: type[Record], record_id: UUID) -> bool:
        """Go to an article, a section or an item of one."""
        with self.workplace.desk.snapshot() as snapshot:
            record = snapshot.get(kind, record_id)
            of = record.article_id if isinstance(record, ArticleSection | ArticleItem) else record_id
            article = snapshot.get(Article, of)
        if article is None:
            return False
        self._wanted = article.id
        if article.year != self.workplace.scope.year:
            self.workplace.look(article.year, None)
        self.refresh()
        if record is not article:
            self.ui.tabs.setCurrentWidget(self.ui.itemsTab)
            self.items.select(record.item_id if isinstance(record, ArticleItem) else record_id)
        return self._shown is not None and self._shown.view.article.id == article.id

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = self.words
        for action, text, short in (
            (self.new_plan, say("&New Plan Article"), say("New Plan Article")),
            (self.new_progress, say("New Pro&gress Article"), say("New Progress Article")),
            (self.export_word, say("&Export Word…"), say("Export Word")),
            (self.export_proof, say("E&xport Proof…"), say("Export Proof")),
            (self.export_text, say("Export Composed &Text…"), say("Export Text")),
            (self.copy_text, say("&Copy Whole Text"), say("Copy Text")),
            (self.print_out, say("&Print…"), say("Print")),
            (self.to_plan, say("&Show in the Plan"), say("Show in the Plan")),
            (self.edit_layout, say("Edit La&yout…"), say("Edit…")),
            (self.delete, say("De&lete Article"), say("Delete Article")),
        ):
            action.setText(words(text))
            action.setIconText(words(short))
        self._fill_boxes()
        self.items.retranslate()
        self.copyfit.retranslate()
        self.versions.retranslate()
        self._say_empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field of the title block that is entered is marked in the preview."""
        if event.type() == QEvent.Type.FocusIn and watched in self._title.values():
            self._mark()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the menu and the preview stand in for what would take the tree's room."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        for widget in (self.ui.itemsBar, self.ui.planLabel, self.ui.planWords):
            widget.setVisible(not is_low)
        self.ui.itemsSplitter.updateGeometry()  # of a tab that is not in view Qt keeps the old least size

    def changeEvent(self, event: QEvent) -> None:
        """In other colours the changes are written anew."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "versions"):
            self.versions.write()
        super().changeEvent(event)

    # -- showing -------------------------------------------------------------------------------------------

    def _choose(self, article_id: UUID) -> None:
        self._keep_all()
        self._wanted = article_id
        self.refresh()

    def _list(self) -> None:
        box = self.ui.articles
        with QSignalBlocker(box):
            box.clear()
            for listed in self._listed:
                box.addItem(self.words(listed.label))
            box.setCurrentIndex(next((n for n, a in enumerate(self._listed) if a.id == self._wanted), -1))
        box.setToolTip(box.currentText())

    def _show_article(self) -> None:
        shown, ui = self._shown, self.ui
        article = shown.view.article if shown else None
        ui.stack.setCurrentWidget(ui.work if shown else ui.empty)
        if article != self.form.record and (
            article is None or self.form.record is None or article.id != self.form.record.id
        ):
            self.form.show(article)
        is_progress = article is not None and article.kind is ArticleKind.PROGRESS
        ui.period.setVisible(is_progress)
        ui.periodLabel.setVisible(is_progress)
        self.items.show_article(shown.view if shown else None)
        self._show_versions()
        self._say_empty()
        writes = self.workplace.may_write
        for action in (self.new_plan, self.new_progress):
            action.setEnabled(writes and bool(self._plans))
        for button in (ui.beginPlan, ui.beginProgress):
            button.setVisible(bool(self._plans))
            button.setEnabled(writes)
        ui.newButton.setEnabled(writes and bool(self._plans))
        exports = self.export_word, self.export_proof, self.export_text
        for action in (*exports, self.copy_text, self.print_out, self.to_plan):
            action.setEnabled(shown is not None)
        self.delete.setEnabled(writes and shown is not None)
        self._compose()

    def _show_versions(self) -> None:
        if self.ui.tabs.currentWidget() is self.ui.versionsTab:
            self.versions.show_article(self._shown.view.article.id if self._shown else None)

    def _say_empty(self) -> None:
        if not self.workplace.is_open:
            return
        year = self.workplace.scope.year
        if self._plans:
            text = say(
                "There is no article for {year} yet.\n\nAn article is what goes to the paper: a title block, "
                "then the plans section by section. It takes the plans' words as they stand; you choose and "
                "order the items and may word them anew for the paper, and no plan changes by it.\n\n"
                "A new article begins with all of the plans in view.",
                year=year,
            )
        else:
            text = say(
                "There is no plan for {year} yet, and an article is made of plans.\n\n"
                "Enter a plan on the plan page (Ctrl+2) or take one in (Ctrl+I) first, then come back here.",
                year=year,
            )
        self.ui.emptyText.setText(self.words(text))

    def _fill_boxes(self) -> None:
        ui = self.ui
        fill_choices(ui.part, [("—", ""), *((part, part) for part in articles.PARTS)], self.workplace)
        year = self.workplace.scope.year if self.workplace.is_open else self.workplace.today().year
        months = [Period(year, month, month) for month in range(1, 13)]
        spans = [*months, *(Period(year, first, first + 2) for first in (1, 4, 7, 10)), Period(year, 1, 12)]
        periods = [(articles.period_words(span), str(span)) for span in spans]
        fill_choices(ui.period, periods, self.workplace, empty="—")
        self._fill_presets()

    def _fill_presets(self) -> None:
        named = self._shown.view.article.layout if self._shown else ""
        fill_layouts(self.ui.preset, self.workplace, named)

    # -- going to and fro ----------------------------------------------------------------------------------

    def _compose(self) -> None:
        """Set the article with what stands in the editors."""
        self._composing.stop()
        texts = {name: self.form.text(name) for name in _TEXTS} if self.form.record else {}
        self.preview.compose(self._shown, texts, self.items.draft)
        self._mark(follow=False)

    def _mark(self, *, follow: bool = True) -> None:
        """Mark in the preview what is being worked on."""
        shown, ui = self._shown, self.ui
        if shown is None:
            return
        if ui.tabs.currentWidget() is ui.titleTab:
            field = next((name for name in _TEXTS if self._title[name].hasFocus()), None)
            self.preview.mark(shown.view.article.id if field else None, field, follow=follow)
        else:
            line = self.items.current
            self.preview.mark(line.node.id if line else None, follow=follow)

    def _go(self, ref: Ref) -> None:
        """Go to what printed words come from: a field of the title block, or an item."""
        if ref.record == "Article":
            self.ui.tabs.setCurrentWidget(self.ui.titleTab)
            if ref.field in self._title:
                self._title[ref.field].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown:
            self.ui.tabs.setCurrentWidget(self.ui.itemsTab)
            self.items.select(self._shown.owner(ref))

    def _go_to_plan(self) -> None:
        """Go to the selected item, theme or plan on the plan page."""
        line = self.items.current
        if line and self._shown:
            is_section = line.node is line.section
            self._open_record(line.section.plan_id if is_section else line.node.id)

    def _open(self, ref: Ref) -> None:
        """Go to where words of a plan or a report are worked on."""
        if self._shown and KINDS.get(ref.record) in _ELSEWHERE:
            self._open_record(ref.id)
        elif self._shown and ref.record == "ArticleItem":
            self._open_record(self._shown.owner(ref))

    def _open_record(self, record_id: UUID) -> None:
        record = self._shown.records.find(record_id) if self._shown else None
        if record is not None:
            self._keep_all()
            self.workplace.reveal(type(record), record.id)

    # -- what a person does --------------------------------------------------------------------------------

    def _keep_all(self) -> bool:
        kept = self.form.settle()
        kept = self.copyfit.settle() and kept
        return self.items.settle() and kept

    def _begin(self, kind: ArticleKind) -> None:
        self._keep_all()
        article_id, year, plans = uuid4(), self.workplace.scope.year, self._plans
        before, self._wanted = self._wanted, article_id
        change = propose(
            self.workplace,
            lambda snapshot: arranging.new_article(snapshot, year, kind, plans, article_id),
        )
        if change is None:
            self._wanted = before
            return
        self.ui.tabs.setCurrentWidget(self.ui.titleTab)
        self.ui.headline.setFocus()
        self.ui.headline.selectAll()

    def _delete(self) -> None:
        shown = self._shown
        if shown:
            self._keep_all()
            change = propose(
                self.workplace, lambda snapshot: arranging.delete_article(snapshot, shown.view.article.id)
            )
            if change:
                self.workplace.tell(change.title, (say("Undo"), self.workplace.undo))

    def _edit_layout(self) -> None:
        """Go to the layout that the article is set in."""
        self._keep_all()
        article = self._shown.view.article if self._shown else None
        name = (article.layout if article else "") or NEWSPAPER
        self.layouts_wanted.emit(name, article.id if article else None)

    def _settled(self) -> UUID | None:
        """The article in view, everything typed being kept; None when there is none or that cannot be."""
        return self._shown.view.article.id if self._shown and self._keep_all() else None

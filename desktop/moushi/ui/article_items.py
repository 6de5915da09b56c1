"""The article page's middle tab: what is printed in which order, and an item's wording for the paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from moushi.changes.model import ChangeSet, Proposal
from moushi.desk import arranging
from moushi.desk.articles import ArticleView, ItemView, SectionView
from moushi.desk.entering import one_paragraph
from moushi.domain.records import ArticleItem
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.ui.article_bar import fill_bar, walk
from moushi.ui.article_outline import ArticleOutline, Line
from moushi.ui.draft import Draft
from moushi.ui.generated.article_page import Ui_ArticlePage
from moushi.ui.page import command
from moushi.ui.workplace import Workplace

_HEIGHTS = [500, 260]  # the tree's share and the words'


def propose(workplace: Workplace, make: Callable[[Snapshot], Proposal]) -> ChangeSet | None:
    """Apply what is made of the records as they stand; None when it is refused or changes nothing."""

    def act() -> ChangeSet | None:
        with workplace.desk.snapshot() as snapshot:
            proposal = make(snapshot)
        return workplace.desk.apply(proposal) if proposal.edits else None

    return workplace.guarded(act)


class ItemsPanel(QObject):
    """The tree of sections and items, and below it the selected item's words."""

    selected = Signal(object)  # the id of the section, theme or item, or None
    worded = Signal()  # a wording is being typed

    def __init__(self, workplace: Workplace, ui: Ui_ArticlePage, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._ui = ui
        self._view: ArticleView | None = None
        self._item: UUID | None = None
        self._entry: ArticleItem | None = None  # what the wording is compiled as while it is typed
        self._shown_items: Mapping[UUID, tuple[SectionView, ItemView]] = {}
        self.model = ArticleOutline(workplace.words, page)
        ui.outline.setModel(self.model)
        ui.outline.selectionModel().currentChanged.connect(self._on_current)
        ui.itemsSplitter.setSizes(_HEIGHTS)
        for position, height in enumerate(_HEIGHTS):
            ui.itemsSplitter.setStretchFactor(position, height)
        self._draft = Draft(ui.wording, lambda text, leaving: self._keep(text, leaving=leaving), self)
        self._draft.typed.connect(lambda _: self.worded.emit())
        self.model.chosen.connect(self._choose)
        self.model.moved.connect(self._move)
        self.up, self.down = command(page, "Alt+Up"), command(page, "Alt+Down")
        self.add, self.remove = QAction(page), command(page)
        self.up.triggered.connect(lambda: self._step(-1))
        self.down.triggered.connect(lambda: self._step(1))
        self.remove.triggered.connect(self._remove_section)
        self._plans = QMenu(page)
        self.add.setMenu(self._plans)
        walk(ui.preset, *fill_bar(ui.itemsBar, self.up, self.down, self.add, self.remove), ui.outline)
        ui.tabs.currentChanged.connect(lambda _: self._allow())

    @property
    def current(self) -> Line | None:
        """The selected line."""
        return self.model.line(self._ui.outline.currentIndex())

    @property
    def draft(self) -> ArticleItem | None:
        """The entry of the item whose wording is being typed, as it stands in the editor."""
        if self._entry is None or not self._draft.is_dirty:
            return None
        typed = one_paragraph(self._draft.text)
        return ArticleItem(
            id=self._entry.id,
            article_id=self._entry.article_id,
            item_id=self._entry.item_id,
            rank=self._entry.rank,
            wording=typed or None,
        )

    def show_article(self, view: ArticleView | None) -> None:
        """Show what an article prints; what is open and selected stays, as far as it is still there."""
        other = view is None or self._view is None or view.article.id != self._view.article.id
        if other:
            self.settle()
            self._item = None
        self._view = view
        self._shown_items = {
            item.id: (section, item) for section in (view.sections if view else ()) for item in section.items
        }
        tree = self._ui.outline
        closed = {
            line.node.id
            for index in self.model.indexes()
            if (line := self.model.line(index)) and line.children and not tree.isExpanded(index)
        }
        chosen = self.current.node.id if self.current else None
        self.model.may_change = self._workplace.may_write
        if self.model.show_article(view):
            for index in self.model.indexes():
                line = self.model.line(index)
                tree.setExpanded(index, line is not None and (other or line.node.id not in closed))
            found = self.model.find(chosen)
            tree.setCurrentIndex(found if found.isValid() else self.model.index(0, 0))
        self._show_item()
        self._allow()

    def select(self, record_id: UUID | None) -> bool:
        """Select a section, theme or item; False when it is not in the article."""
        index = self.model.find(record_id)
        if not index.isValid():
            return False
        self._ui.outline.setCurrentIndex(index)
        self._ui.outline.scrollTo(index)
        return True

    def settle(self) -> bool:
        """Keep the wording that was typed; False when it cannot be kept."""
        return self._draft.keep(leaving=True)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = self._workplace.words
        for action, text, short in (
            (self.up, say("Move &Up"), say("Up")),
            (self.down, say("Move &Down"), say("Down")),
            (self.add, say("&Add Section"), say("Add a Section")),
            (self.remove, say("&Remove Section"), say("Remove Section")),
        ):
            action.setText(words(text))
            action.setIconText(words(short))
        self._plans.setAccessibleName(words(say("Plans without a section")))
        self._ui.planWords.document().setDocumentMargin(2)
        self._show_item()

    # -- the tree ------------------------------------------------------------------------------------------

    def _on_current(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        item = line.node.id if line and isinstance(line.node, ItemView) else None
        if item != self._item:
            self._draft.keep(leaving=True)
            self._draft.visit = None
            self._item = item
            self._show_item(anew=True)
        self._allow()
        self.selected.emit(line.node.id if line else None)

    def _choose(self, section: UUID, items: frozenset[UUID], printed: bool) -> None:
        self.settle()
        lost = [i for i in items if not printed and self._shown_items[i][1].wording is not None]
        change = propose(
            self._workplace,
            lambda snapshot: arranging.choose_items(snapshot, section, items, printed=printed),
        )
        if change and lost:
            self._workplace.tell(
                say("Left out together with its wording for the paper. Undo brings both back."),
                (say("Undo"), self._workplace.undo),
            )

    def _move(self, section: UUID, item: UUID | None, to: int) -> None:
        self.settle()
        if item is None:
            propose(self._workplace, lambda snapshot: arranging.move_section(snapshot, section, to))
        else:
            propose(self._workplace, lambda snapshot: arranging.move_item(snapshot, section, item, to))

    def _step(self, by: int) -> None:
        """Move the selected section or item up or down by one place."""
        line = self.current
        place = self._place(line)
        if line is not None and place is not None:
            at, count = place
            if 0 <= at + by < count:
                item = line.node.id if isinstance(line.node, ItemView) else None
                self._move(line.section.id, item, at + by)

    def _place(self, line: Line | None) -> tuple[int, int] | None:
        """Where a section or a printed item stands, of how many; None where nothing is moved."""
        if line is None or self._view is None:
            return None
        match line.node:
            case SectionView():
                return line.row, len(self._view.sections)
            case ItemView(is_printed=True) as item:
                theme = next(theme for theme in line.section.themes if theme.id == item.theme_id)
                return theme.printed.index(item), len(theme.printed)
            case _:
                return None

    def _remove_section(self) -> None:
        line = self.current
        if line:
            self.settle()
            section = line.section.id
            propose(self._workplace, lambda snapshot: arranging.remove_section(snapshot, section))

    def _add_section(self, plan: UUID) -> None:
        view = self._view
        if view:
            self.settle()
            propose(self._workplace, lambda snapshot: arranging.add_section(snapshot, view.article.id, plan))
            self._ui.tabs.setCurrentWidget(self._ui.itemsTab)
            self.select(plan)

    def _allow(self) -> None:
        """Offer what can be done with the selected line."""
        line = self.current
        is_here = self._ui.tabs.currentWidget() is self._ui.itemsTab  # elsewhere Alt+Up is another's
        writes = self._workplace.may_write and is_here
        place = self._place(line)
        self.up.setEnabled(bool(writes and place and place[0] > 0))
        self.down.setEnabled(bool(writes and place and place[0] < place[1] - 1))
        self.remove.setEnabled(writes and line is not None)
        free = self._view.free if self._view else ()
        self.add.setEnabled(self._workplace.may_write and bool(free))
        self._plans.clear()
        for number, (plan, name) in enumerate(free, 1):
            action = self._plans.addAction(f"&{number} {name.replace('&', '&&')}")
            action.triggered.connect(lambda _=False, plan=plan: self._add_section(plan))

    # -- the wording ---------------------------------------------------------------------------------------

    def _show_item(self, *, anew: bool = False) -> None:
        """Show the words of the selected item; what is being typed stays."""
        ui, words = self._ui, self._workplace.words
        shown = self._shown_items.get(self._item) if self._item else None
        self._entry = None
        if shown is None:
            self._draft.show("")
            line = self.current
            ui.planWords.setPlainText(getattr(line.node, "title", "") if line else "")
            ui.wording.setPlaceholderText(words(say("Choose an item above to word it for the paper")))
            ui.wording.setEnabled(False)
            return
        section, item = shown
        ui.planWords.setPlainText(item.text)
        if anew or not (self._draft.is_dirty or self._draft.is_composing):
            self._draft.show(item.wording or "")
        if item.is_printed:
            with self._workplace.desk.snapshot() as snapshot:
                self._entry = arranging.entry_for(snapshot, section.id, item.id)
        ui.wording.setEnabled(item.is_printed)
        ui.wording.setReadOnly(not self._workplace.may_write)
        ui.wording.setPlaceholderText(
            words(say("As in the plan") if item.is_printed else say("Not printed: tick it above to word it"))
        )

    def _keep(self, text: str, *, leaving: bool) -> bool:
        """Keep a wording; False when it is refused."""
        shown = self._shown_items.get(self._item) if self._item else None
        if shown is None:
            return True
        section, item = shown
        if self._draft.is_dirty:
            wording = one_paragraph(text) or None

            def act() -> bool:
                with self._workplace.desk.snapshot() as snapshot:
                    proposal = arranging.reword(snapshot, section.id, item.id, wording)
                if proposal.edits:
                    change = self._workplace.desk.apply(proposal, self._draft.visit)
                    typing = change.undoes is None and self._ui.wording.hasFocus()
                    self._draft.visit = change.id if typing else None
                return True

            if not self._workplace.guarded(act):
                return False
        if leaving and self._item in self._shown_items:
            self._draft.show(self._shown_items[item.id][1].wording or "")
        return True

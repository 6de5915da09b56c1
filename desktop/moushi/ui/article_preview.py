"""The preview: the article as it is printed with what stands in the editors, and its counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from moushi.compile.documents import ArticleDocument, Ref
from moushi.desk import articles
from moushi.desk.articles import ArticleView, Excerpt
from moushi.desk.galley import Galley, compose_galley
from moushi.desk.layouts import NEWSPAPER, layout_or
from moushi.domain.records import ArticleItem, Measure, Passage, Progress
from moushi.errors import Message, MoushiError, say
from moushi.output.proof.faces import measuring
from moushi.ui.generated.article_page import Ui_ArticlePage
from moushi.ui.workplace import Workplace

_NARROW = 440  # logical pixels in which a whole page would be too small to read


@dataclass(frozen=True, slots=True)
class Shown:
    """The article in view, and the records it is compiled from."""

    view: ArticleView
    records: Excerpt

    def owner(self, ref: Ref) -> UUID:
        """The section, theme or item in the tree that printed words belong to."""
        return self.owner_of(ref.id)

    def owner_of(self, record_id: UUID) -> UUID:
        """The section (by its plan), theme or item that a record's words belong to."""
        match self.records.find(record_id):
            case ArticleItem() | Progress() | Measure() as held:
                return held.item_id
            case Passage() as passage:
                return passage.plan_id
            case _:
                return record_id


class PreviewPanel(QObject):
    """Sets the article anew whenever something is typed, and marks what is being worked on."""

    went = Signal(object)  # the `Ref` of words that were clicked
    opened = Signal(object)  # the `Ref` of words that were double-clicked
    composed = Signal(object, object, object)  # what is in view, its document and its galley, or None

    def __init__(self, workplace: Workplace, ui: Ui_ArticlePage, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._ui = ui
        self._shown: Shown | None = None
        self._document: ArticleDocument | None = None
        self._clicked: Ref | None = None
        self._narrow = False
        ui.galley.clicked.connect(self._click)
        ui.galley.viewport().installEventFilter(self)

    def compose(self, shown: Shown | None, texts: Mapping[str, str], draft: ArticleItem | None) -> None:
        """Set the article with the texts of its own fields and the wording that are being typed."""
        ui = self._ui
        self._shown = shown
        self._document = None
        galley: Galley | None = None
        fault: Message | None = None
        if shown:
            article = shown.view.article
            try:
                self._document = articles.drafted(shown.records, article, texts, draft)
                layout, fault = layout_or(article.layout, NEWSPAPER, self._workplace.desk)
                galley = compose_galley(self._document, layout, measuring(layout))
            except MoushiError as known:
                fault = known.message
        ui.previewFault.setText(self._workplace.words(fault) if fault else "")
        ui.previewFault.setVisible(fault is not None)
        ui.galley.setVisible(galley is not None or fault is None)
        ui.galley.show_galley(galley)
        self._count(galley)
        self.composed.emit(shown, self._document, galley)

    def mark(self, record_id: UUID | None, field: str | None = None, *, follow: bool = True) -> None:
        """Mark where a field of the article, a section, a theme or an item is printed."""
        found = record_id if field or record_id is None else self._printed_as(record_id)
        self._ui.galley.mark(found, field, follow=follow)

    def fit(self) -> None:
        """The whole page across where there is room to read it so; else larger, with a bar to go across."""
        width = self._ui.galley.viewport().width()
        if (width < _NARROW) is not self._narrow:
            self._narrow = width < _NARROW
            self._ui.galley.set_zoom(1.0 if self._narrow else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click opens what the first click went to; another width may want another zoom."""
        if event.type() == QEvent.Type.Resize and watched is self._ui.galley.viewport():
            self.fit()
        is_double = event.type() == QEvent.Type.MouseButtonDblClick
        if is_double and self._clicked and watched is self._ui.galley.viewport():
            self.opened.emit(self._clicked)
            return True
        return False

    def _click(self, ref: Ref) -> None:
        self._clicked = ref
        self.went.emit(ref)

    def _printed_as(self, record_id: UUID) -> UUID | None:
        """The record by which the preview knows a section, a theme or an item."""
        shown, document = self._shown, self._document
        if shown is None or document is None:
            return None
        section = next((s for s in shown.view.sections if s.id == record_id), None)
        if section:
            return section.plan_id
        runs = (run for s in document.sections for paragraph in s.paragraphs for run in paragraph.runs)
        refs = (run.ref for run in runs if run.ref)
        return next((ref.id for ref in refs if record_id in (ref.id, shown.owner(ref))), None)

    def _count(self, galley: Galley | None) -> None:
        text, words = "", self._workplace.words
        if galley and self._document:
            counted = zip(self._document.sections, galley.section_lines, strict=True)
            told = [
                say(
                    "{characters} characters, {lines} lines",
                    characters=galley.characters,
                    lines=len(galley.lines),
                ),
                *(
                    say("{federation} {lines} lines", federation=section.federation, lines=lines)
                    for section, lines in counted
                ),
            ]
            text = " · ".join(map(words, told))
        self._ui.counts.put(text)

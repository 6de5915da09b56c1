"""The plan page: the outline at the left, the text of the selected line at the right."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QWidget

from moushi.desk import outline
from moushi.desk.outline import Fact, Node, Reading
from moushi.domain.records import Plan
from moushi.errors import Message
from moushi.ui.appearance import POINTS
from moushi.ui.generated.plan_page import Ui_PlanPage
from moushi.ui.outline_model import OutlineModel
from moushi.ui.source import Source, Words

_SHARES = (2, 3)  # of the width: outline, text
_MARGIN = 16


class PlanPage(QWidget):
    """A year's plans to walk through and to read."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._source: Source | None = None
        self._reading: Reading | None = None
        self.ui = Ui_PlanPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.model = OutlineModel(words, self)
        self.ui.outline.setModel(self.model)
        self.ui.outline.selectionModel().currentChanged.connect(self._read)
        self.ui.reading.document().setDocumentMargin(_MARGIN)
        font = QFont(self.font())
        font.setPointSizeF(POINTS + 1.5)
        self.ui.reading.setFont(font)
        for position, share in enumerate(_SHARES):
            self.ui.splitter.setStretchFactor(position, share)

    def show_plans(self, source: Source, nodes: tuple[Node, ...]) -> None:
        """Show these plans; what was open and chosen stays so, as far as it is still there."""
        self._source = source
        view = self.ui.outline
        known = {node.id: view.isExpanded(index) for index, node in self._lines()}
        chosen = self._chosen()
        if self.model.show_nodes(nodes):
            for index, node in self._lines():
                view.setExpanded(index, known.get(node.id, node.kind is Plan))
            view.setCurrentIndex(self.model.find(chosen.id if chosen else None))
            if not view.currentIndex().isValid():
                view.setCurrentIndex(self.model.index(0, 0))
        self._read(view.currentIndex())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in the other language, or in other colours."""
        match event.type():
            case QEvent.Type.LanguageChange:
                self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
                self._write()
            case QEvent.Type.PaletteChange:
                self._write()
        super().changeEvent(event)

    def _lines(self) -> Iterator[tuple[QModelIndex, Node]]:
        for index in self.model.indexes():
            if node := self.model.node(index):
                yield index, node

    def _chosen(self) -> Node | None:
        return self.model.node(self.ui.outline.currentIndex())

    def _read(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node is None or self._source is None:
            self._reading = None
        else:
            with self._source.snapshot() as snapshot:
                self._reading = outline.reading(snapshot, node)
        self._write()

    def _write(self) -> None:
        document = self.ui.reading.document()
        document.setDefaultStyleSheet(self._style())
        self.ui.reading.setHtml(self._page(self._reading) if self._reading else "")

    def _style(self) -> str:
        quiet = self.palette().placeholderText().color().name()
        indent = 2 * QFontInfo(self.ui.reading.font()).pixelSize()
        return f"""
            p {{ line-height: 120%; margin: 0 0 6px 0; }}
            .text {{ text-indent: {indent}px; }}
            .quiet {{ color: {quiet}; }}
            .label {{ white-space: nowrap; }}
            h2 {{ font-size: large; margin: 0 0 8px 0; }}
            td {{ padding: 4px 12px 4px 0; }}
        """

    def _page(self, reading: Reading) -> str:
        trail = " ▸ ".join(map(escape, reading.trail))
        heading = "".join(f"<h2>{escape(line)}</h2>" for line in reading.headings)
        text = "".join(f'<p class="text">{escape(paragraph)}</p>' for paragraph in reading.paragraphs)
        facts = "".join(map(self._row, reading.facts))
        return f'<p class="quiet">{trail}</p>{heading}{text}<table>{facts}</table>'

    def _row(self, fact: Fact) -> str:
        label = self._words(fact.label)
        values = "<br>".join(escape(self._said(value)) for value in fact.values)
        return (
            f'<tr><td class="quiet label">{escape(label[:1].upper() + label[1:])}</td><td>{values}</td></tr>'
        )

    def _said(self, value: str | Message) -> str:
        return self._words(value) if isinstance(value, Message) else value

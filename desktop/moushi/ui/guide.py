"""The user guide, read beside the work: its text and pictures as they travel with the program."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImageReader,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from moushi import paths
from moushi.errors import say
from moushi.ui.generated.guide import Ui_Guide
from moushi.ui.words import Words

_MARGIN = 20  # logical pixels
_LEADING = 135.0  # per cent of a line's height
_GAP = 7  # logical pixels between paragraphs
_BESIDE = r"(?:guide|forms)\.md"  # texts that travel with the program


class Guide(QDialog):
    """A window beside the main one; it can stay open, and is freed when closed."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self.ui = Ui_Guide()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.resize(self.size().boundedTo(parent.screen().availableSize() * 0.85))
        for button in self.ui.buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter finds the next place
        self._pictures: dict[str, QSize] = {}
        self._came_from = 0  # where in the guide another text was opened
        self._open(paths.guide().name)
        self.ui.text.anchorClicked.connect(self._follow)
        self.ui.back.clicked.connect(self._go_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._go_back)
        self.ui.find.textChanged.connect(lambda text: self._find(text, begins=True))
        self.ui.find.returnPressed.connect(lambda: self._find(self.ui.find.text(), begins=False))
        for key in (QKeySequence.StandardKey.Find, QKeySequence.StandardKey.FindNext):
            QShortcut(QKeySequence(key), self, self._to_find)
        self.ui.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """The buttons in the other language; the guide itself is in Chinese only."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No picture is wider than the text."""
        super().resizeEvent(event)
        self._fit_pictures()

    # -- writing -----------------------------------------------------------------------------------------

    def _open(self, name: str) -> None:
        """Show the guide, or a text that travels beside it."""
        self._name = name
        self.ui.back.setVisible(name != paths.guide().name)
        self._say("")
        self._write(paths.guide().with_name(name))

    def _write(self, guide: Path) -> None:
        document = self.ui.text.document()
        self.ui.text.setSearchPaths([str(guide.parent)])
        document.setDocumentMargin(_MARGIN)
        self.ui.text.setMarkdown(readable(guide.read_text("utf-8")))
        edit = QTextCursor(document)
        edit.beginEditBlock()
        for block in blocks(document):
            self._space(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        edit.endEditBlock()
        self._pictures.clear()
        for picture in pictures(document):
            self._pictures[picture.name()] = QImageReader(str(guide.parent / picture.name())).size()
        self._fit_pictures()

    def _space(self, block: QTextBlock) -> None:
        """Lines apart, headings apart from what stands before them, commands close together."""
        cursor, form = QTextCursor(block), QTextBlockFormat(block.blockFormat())
        if cursor.currentTable():
            return
        is_code = _is_code(block)
        if not is_code and not _pictures_of(block):
            form.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if form.headingLevel():
            form.setTopMargin(3 * _GAP)
        elif _is_code(block.previous()) and not is_code:
            form.setTopMargin(_GAP)
        form.setLeftMargin(_MARGIN if is_code else form.leftMargin())
        form.setBottomMargin(2 if block.textList() or is_code else _GAP)
        cursor.setBlockFormat(form)

    def _rule(self, table: QTextTable) -> None:
        """A table with thin lines and room in its cells."""
        form = QTextTableFormat(table.format())
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self.palette().brush(QPalette.ColorRole.Mid))
        form.setCellPadding(5)
        form.setCellSpacing(0)
        form.setTopMargin(_GAP)
        form.setBottomMargin(2 * _GAP)
        table.setFormat(form)
        head = QTextCharFormat()
        head.setFontWeight(QFont.Weight.Bold)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            cursor = cell.firstCursorPosition()
            if not cursor.block().text() and cursor.block() != cell.lastCursorPosition().block():
                cursor.deleteChar()  # an empty line, which Qt puts there after lines of code
            cursor.setBlockFormat(QTextBlockFormat())
            cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(head)

    def _fit_pictures(self) -> None:
        room = self.ui.text.viewport().width() - 2 * _MARGIN
        document = self.ui.text.document()
        edit = QTextCursor(document)
        edit.beginEditBlock()
        for block in blocks(document):
            for start, length, picture in _pictures_of(block):
                size = self._pictures.get(picture.name(), QSize())
                if not size.isValid():
                    continue
                width = min(size.width(), room)
                if picture.width() != width:
                    picture.setWidth(width)
                    picture.setHeight(size.height() * width / size.width())
                    cursor = QTextCursor(document)
                    cursor.setPosition(start)
                    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(picture)
        edit.endEditBlock()

    # -- going about -------------------------------------------------------------------------------------

    def _follow(self, link: QUrl) -> None:
        """Go to the text that a link names, and to the heading."""
        if link.path() and link.path() != self._name:
            if self._name == paths.guide().name:
                self._came_from = self.ui.text.verticalScrollBar().value()
            self._open(link.path())
            self.ui.text.setFocus()
        if link.hasFragment():
            self._go_to(link)

    def _go_back(self) -> None:
        """Show the guide again, where another text was opened."""
        if self._name == paths.guide().name:
            return
        self._open(paths.guide().name)
        self.ui.text.document().documentLayout().documentSize()  # lays all of it out
        self.ui.text.verticalScrollBar().setValue(self._came_from)
        self.ui.text.setFocus()

    def _go_to(self, link: QUrl) -> None:
        wanted = anchor(link.fragment(QUrl.ComponentFormattingOption.FullyDecoded))
        layout = self.ui.text.document().documentLayout()
        layout.documentSize()  # lays all of it out
        for block in blocks(self.ui.text.document()):
            if block.blockFormat().headingLevel() and anchor(block.text()) == wanted:
                self.ui.text.setTextCursor(QTextCursor(block))
                self.ui.text.verticalScrollBar().setValue(round(layout.blockBoundingRect(block).top()) - _GAP)
                return

    def _to_find(self) -> None:
        if self.ui.find.hasFocus():
            self._find(self.ui.find.text(), begins=False)
        self.ui.find.setFocus()
        self.ui.find.selectAll()

    def _find(self, text: str, *, begins: bool) -> None:
        """Mark the next place of a text, from the top again at the end."""
        browser = self.ui.text
        cursor = browser.textCursor()
        if begins:
            cursor.setPosition(cursor.selectionStart())
        found = browser.document().find(text, cursor)
        if found.isNull():
            found = browser.document().find(text)
        if text and found.isNull():
            self._say(self._words(say("Not found")))
            return
        self._say("")
        if text:
            browser.setTextCursor(found)

    def _say(self, text: str) -> None:
        self.ui.found.setText(text)
        self.ui.found.setVisible(bool(text))


def readable(markdown: str) -> str:
    """A text without links to what does not travel with it; Chinese lines join without a blank."""
    text = re.sub(rf"(?<!!)\[([^\]]*)\]\((?!#|{_BESIDE}[#)])[^)]*\)", r"\1", markdown)
    return re.sub(r"(?<=[^\x00-\x7f])\n *(?=[^\x00-\x7f])", "", text)


def anchor(heading: str) -> str:
    """The name by which links know a heading: its letters and figures only."""
    return re.sub(r"\W", "", heading).lower()


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """All paragraphs of a document, those in tables too."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def pictures(document: QTextDocument) -> list[QTextImageFormat]:
    """All pictures of a document, in order."""
    return [picture for block in blocks(document) for _, _, picture in _pictures_of(block)]


def _pictures_of(block: QTextBlock) -> list[tuple[int, int, QTextImageFormat]]:
    """The pictures of a paragraph: where each stands, and how."""
    found = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        form = fragment.charFormat()
        if form.isImageFormat():
            found.append((fragment.position(), fragment.length(), form.toImageFormat()))
        place += 1
    return found

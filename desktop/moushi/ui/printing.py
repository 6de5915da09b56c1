"""Printing an article: its own sheets, glyph for glyph as in preview and proof, with page numbers.

Offices print on A4, so it is the newspaper's columns on A4 sheets.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget

from moushi.compile.documents import ArticleDocument
from moushi.compile.setting import set_article
from moushi.desk.layouts import load_layout
from moushi.errors import MoushiError, say
from moushi.output.proof.faces import font_of, measuring
from moushi.output.proof.painter import PagePainter
from moushi.typeset.layout import POINTS_PER_MM, Layout
from moushi.typeset.pages import Pages
from moushi.ui.words import Words

LAYOUT = "zhoushan-a4"
"""The preset that is printed."""

_UNITS = 20  # to the point: outlines are taken so large that no device coarsens them
_NOT_OURS = (
    *("Portrait", "Landscape", "Page setup"),
    *("Show single page", "Show facing pages", "Show overview of all pages"),
)
"""What Qt's preview offers beside: the sheet is the layout's own, and on small screens Print must be seen."""


def sheets(document: ArticleDocument, layout: Layout | None = None) -> Pages:
    """The sheets as they are printed."""
    preset = layout or load_layout(LAYOUT)
    return set_article(document, preset, measuring(preset))


def paint(document: ArticleDocument, printer: QPrinter, layout: Layout | None = None) -> int:
    """Draw an article on a printer, or on the file it prints to; returns the number of sheets."""
    set_pages = sheets(document, layout)
    count = len(set_pages.pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise MoushiError("The printer takes nothing. See that it is on, or choose another, and try again.")
    inks = PagePainter(set_pages.layout, _UNITS)
    try:
        scale = printer.resolution() / 72 / _UNITS
        painter.scale(scale, scale)
        for number, page in enumerate(set_pages.pages, start=1):
            if number > 1:
                printer.newPage()
            inks.paint(painter, page)
            _number(painter, set_pages.layout, f"{number} / {count}")
    finally:
        painter.end()
    return count


def _number(painter: QPainter, layout: Layout, text: str) -> None:
    """The page's number at its foot; the painter's unit is a twentieth of a point."""
    page, mm = layout.page, POINTS_PER_MM * _UNITS
    foot = QRectF(0, (page.height_mm - page.bottom_mm) * mm, page.width_mm * mm, page.bottom_mm * mm)
    body = layout.roles["body"]
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(font_of(body, body.size_pt * _UNITS))
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, text)


def printer_for(layout: Layout | None = None) -> QPrinter:
    """A printer set to the sheet of a layout, whose own margins are the only ones."""
    page = (layout or load_layout(LAYOUT)).page
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QSizeF(page.width_mm, page.height_mm), QPageSize.Unit.Millimeter)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    return printer


class Preview(QPrintPreviewDialog):
    """The print preview of an article, from which it is printed."""

    def __init__(self, document: ArticleDocument, title: str, words: Words, parent: QWidget | None) -> None:
        self._printer = printer_for()  # the dialog itself does not keep it
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._leave_out(*_NOT_OURS)
        if parent:
            self.resize(parent.window().size() * 0.95)
        self._printer.setDocName(title)
        self.setWindowTitle(words(say("Print {headline}", headline=title)))
        self.paintRequested.connect(lambda device: paint(document, device))

    def _leave_out(self, *names: str) -> None:
        """Take tools away by Qt's names for them, in whatever language it speaks."""
        unwanted = {QCoreApplication.translate("QPrintPreviewDialog", name) for name in names}
        for bar in self.findChildren(QToolBar):
            bar.setStyleSheet("QToolButton { padding: 1px; }")
            for action in bar.actions():
                if action.text() in unwanted:
                    action.setVisible(False)

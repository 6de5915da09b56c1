"""Printing an article: the newspaper's two columns on A4 sheets, with page numbers.

The title block and the lead run across both columns; each section follows the one before, its lines set out
over the columns of as many sheets as it needs. Lines break as in the newspaper, on every printer alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget

from moushi.compile.documents import ArticleDocument, Section
from moushi.desk.galley import GalleyLine, compose_galley, compose_strip
from moushi.desk.layouts import load_layout
from moushi.errors import MoushiError, say
from moushi.typeset.layout import POINTS_PER_MM, Layout
from moushi.ui.faces import font_of
from moushi.ui.galley_view import GalleyPainter
from moushi.ui.words import Words

LAYOUT = "zhoushan-a4"
"""The preset that is printed."""

_UNITS = 20  # to the point: outlines are taken so large that no device coarsens them
_NOT_OURS = (
    *("Portrait", "Landscape", "Page setup"),
    *("Show single page", "Show facing pages", "Show overview of all pages"),
)
"""What Qt's preview offers beside: the sheet is the layout's own, and on small screens Print must be seen."""
_LEAST_ROWS = 2  # rows of a section that stand under its heading on the same sheet


@dataclass(slots=True)
class _Sheets:
    """Sheets that are being filled from the top; `y` is where the next line goes, in points."""

    layout: Layout
    filled: list[list[GalleyLine]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    @property
    def room(self) -> float:
        """Height that is left on the sheet."""
        return self.layout.page.text_height_pt - self.y

    def turn(self) -> None:
        """Begin another sheet."""
        self.filled.append([])
        self.y = 0.0

    def put(self, line: GalleyLine, x: float, y: float) -> None:
        """Put a line in its place between the margins."""
        page = self.layout.page
        free = (page.text_width_pt - self.layout.width_pt(self.layout.columns)) / 2
        left, top = page.left_mm * POINTS_PER_MM + free, page.top_mm * POINTS_PER_MM
        self.filled[-1].append(replace(line, x=left + x, y=top + y))

    def put_across(self, lines: Sequence[GalleyLine], height: float) -> None:
        """Put lines as they stand one under the other, over as many sheets as they need."""
        above = 0.0  # how much of the height stands on sheets before
        for line in lines:
            if line.y - above + line.height > self.room and self.y + line.y - above > 0:
                self.turn()
                above = line.y
            self.put(line, line.x, self.y + line.y - above)
        self.y += height - above

    def put_in_columns(self, lines: Sequence[GalleyLine]) -> None:
        """Put a section's body: level columns, sheet by sheet."""
        layout, leading = self.layout, self.layout.roles["body"].leading_pt
        step = layout.width_pt(1) + layout.gutter_em * layout.character_pitch_pt
        waiting = list(lines)
        while waiting:
            rows = int(self.room / leading + 1e-6)
            if rows < min(_LEAST_ROWS, len(waiting)):
                self.turn()
                continue
            rows = min(rows, -(-len(waiting) // layout.columns))
            taken, waiting = waiting[: rows * layout.columns], waiting[rows * layout.columns :]
            for number, line in enumerate(taken):
                column, row = divmod(number, rows)
                self.put(line, column * step, self.y + row * leading)
            self.y += rows * leading
        self.y += leading


def sheets(document: ArticleDocument, layout: Layout | None = None) -> tuple[tuple[GalleyLine, ...], ...]:
    """The lines of each sheet as they are printed, in points from the sheet's corner."""
    preset = layout or load_layout(LAYOUT)
    filling = _Sheets(preset)
    title = compose_galley(replace(document, sections=()), preset)
    filling.put_across(title.lines, title.height)
    for section in document.sections:
        heads, height = _heads(document, section, preset)
        if filling.room < height + _LEAST_ROWS * preset.roles["body"].leading_pt and filling.y:
            filling.turn()
        filling.put_across(heads, height)
        filling.put_in_columns([*_body(document, section, preset)])
    return tuple(map(tuple, filling.filled))


def _alone(document: ArticleDocument, section: Section) -> ArticleDocument:
    return replace(document, kicker=None, headline=None, byline=None, lead=(), sections=(section,))


def _heads(
    document: ArticleDocument, section: Section, layout: Layout
) -> tuple[tuple[GalleyLine, ...], float]:
    """A section's heading and slogan over all columns, and how high they are."""
    galley = compose_galley(_alone(document, replace(section, paragraphs=())), layout)
    return galley.lines, galley.height


def _body(document: ArticleDocument, section: Section, layout: Layout) -> Iterator[GalleyLine]:
    bare = replace(section, heading=None, slogan=None)
    return iter(compose_strip(_alone(document, bare), layout).lines)


def paint(document: ArticleDocument, printer: QPrinter, layout: Layout | None = None) -> int:
    """Draw an article on a printer, or on the file it prints to; returns the number of sheets."""
    preset = layout or load_layout(LAYOUT)
    pages = sheets(document, preset)
    painter = QPainter()
    if not painter.begin(printer):
        raise MoushiError("The printer takes nothing. See that it is on, or choose another, and try again.")
    try:
        scale = printer.resolution() / 72 / _UNITS
        painter.scale(scale, scale)
        for number, lines in enumerate(pages, start=1):
            if number > 1:
                printer.newPage()
            draw(painter, lines, preset, f"{number} / {len(pages)}")
    finally:
        painter.end()
    return len(pages)


def draw(painter: QPainter, lines: Sequence[GalleyLine], layout: Layout, foot: str) -> None:
    """Draw one sheet; the painter's unit is a twentieth of a point."""
    painter.setPen(Qt.GlobalColor.black)
    galley = GalleyPainter(_UNITS)
    for line in lines:
        galley.paint(painter, layout, line)
    page, mm = layout.page, POINTS_PER_MM * _UNITS
    room = QRectF(0, (page.height_mm - page.bottom_mm) * mm, page.width_mm * mm, page.bottom_mm * mm)
    body = layout.roles["body"]
    painter.setFont(font_of(body, body.size_pt * _UNITS))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, foot)


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

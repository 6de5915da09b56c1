"""A set article as PDF: type with its faces embedded, every glyph where the composed page has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from moushi.compile.documents import ArticleDocument, Run, RunRole
from moushi.errors import Message
from moushi.typeset.layout import Layout
from moushi.typeset.pages import Pages

from .faces import check_faces
from .mending import Bookmark, Properties, Said, mended
from .painter import PagePainter
from .said import said_of

Report = Callable[[int, int], None]
"""Told how many steps are done and how many there are."""

_DOTS = 1200  # to the inch: a position is exact to a sixty-fourth of one
_BYLINE_SIGNS = "□■▲●\u3000 "


def article_pdf(
    document: ArticleDocument,
    pages: Pages,
    *,
    now: datetime,
    report: Report = lambda _done, _of: None,
) -> tuple[bytes, list[Message]]:
    """The sheets as one PDF with bookmarks, and what a person is to know of its faces.

    The same input gives the same bytes on one machine. `now` has a time zone. Each sheet is two steps.

    Raises:
        MoushiError: no Chinese face is installed, or one cannot be embedded.
    """
    notices = check_faces(pages.layout)
    painter = PagePainter(pages.layout, _DOTS / 72)
    said: list[list[Said]] = []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, pages, now)
    paper = QPainter(writer)
    try:
        for number, page in enumerate(pages.pages):
            report(number, 2 * len(pages.pages))
            if number:
                writer.newPage()
            painter.paint(paper, page)
            inks = (ink for line in page.lines for ink in painter.inks(line))
            said.append([glyph for ink in inks for glyph in zip(ink.texts, ink.rooms, strict=True)])
    finally:
        paper.end()  # before the writer goes, or the program does
    headline = document.headline.text if document.headline else ""
    properties = Properties(
        title=headline or next((section.federation for section in document.sections), ""),
        author=document.byline.text.lstrip(_BYLINE_SIGNS) if document.byline else "",
        subject=document.kicker.text if document.kicker else "",
        made_at=now,
        width=pages.width,
        height=pages.height,
    )
    count = len(pages.pages)
    data = mended(
        bytes(buffer.data().data()),
        said,
        [*bookmarks(document, pages)],
        properties,
        lambda done, _of: report(count + done, 2 * count),
    )
    return data, [*notices, *said_of(painter.lacking())]


def bookmarks(document: ArticleDocument, pages: Pages) -> Iterator[Bookmark]:
    """The headline, each section's heading and slogan, and the lead of each theme, where they stand."""
    places: dict[object, tuple[int, float]] = {}
    for sheet, page in enumerate(pages.pages):
        for line in page.lines:
            for part in line.parts:
                if part.mark is not None:
                    places.setdefault(part.mark, (sheet, line.y))

    def mark(runs: list[Run], depth: int) -> Iterator[Bookmark]:
        at = next((places[run.ref] for run in runs if run.ref in places), None)
        if at is not None:
            yield Bookmark(" ".join(" ".join(run.text for run in runs).split()), *at, depth)

    depth = 0
    if document.headline:
        yield from mark([document.headline], 0)
        depth = 1
    for section in document.sections:
        heads = [run for run in (section.heading, section.slogan) if run]
        yield from mark(heads, depth)
        for paragraph in section.paragraphs:
            for run in paragraph.runs:
                if run.role is RunRole.THEME_LEAD:
                    yield from mark([run], depth + bool(heads))


def _writer(buffer: QBuffer, pages: Pages, now: datetime) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(_sheet(pages.layout))
    lines = "\n".join(line.text for page in pages.pages for line in page.lines)
    writer.setDocumentId(QUuid(str(uuid5(NAMESPACE_URL, f"{now.isoformat()}\n{pages.layout}\n{lines}"))))
    return writer


def _sheet(layout: Layout) -> QPageLayout:
    size = QPageSize(
        QSizeF(layout.page.width_mm, layout.page.height_mm),
        QPageSize.Unit.Millimeter,
        layout.name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())

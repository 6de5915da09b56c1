"""Set sheets as pictures, one after the other, so that only one is held."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from moushi.errors import Message
from moushi.typeset.pages import Pages, SetPage

from .faces import check_faces
from .painter import PagePainter
from .said import said_of

DOTS = 300
"""Dots to the inch."""

_MM = 25.4  # to the inch


class Sheets:
    """The sheets of an article as .png files; `notices` are complete when the last one is painted.

    Raises:
        MoushiError: no Chinese face is installed.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._faces = check_faces(pages.layout)
        self._painter = PagePainter(pages.layout, DOTS / 72, grey=True)

    def __len__(self) -> int:
        return len(self._pages.pages)

    def __iter__(self) -> Iterator[bytes]:
        """Each sheet's file."""
        return map(self._png, self._pages.pages)

    @property
    def notices(self) -> list[Message]:
        """What a person is to know of the faces."""
        return [*self._faces, *said_of(self._painter.lacking())]

    def _png(self, page: SetPage) -> bytes:
        size = self._pages.layout.page
        image = QImage(
            round(size.width_mm / _MM * DOTS), round(size.height_mm / _MM * DOTS), QImage.Format.Format_RGB32
        )
        image.setDotsPerMeterX(round(1000 / _MM * DOTS))
        image.setDotsPerMeterY(round(1000 / _MM * DOTS))
        image.fill(QColor("white"))
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._painter.paint(painter, page)
        finally:
            painter.end()  # before the image goes, or the program does
        if image.isGrayscale():
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
        return bytes(buffer.data().data())

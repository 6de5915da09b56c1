"""A workbook's file: openpyxl makes its parts, the rows of its sheets go in piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_STYLE

from moushi.output.excel.looks import SONG

if TYPE_CHECKING:
    from _typeshed import SizedBuffer, StrPath

_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_FIRST_FONT = re.compile(rb"<font>.*?</font>", re.DOTALL)
# widths are counted in digits of the default font, and openpyxl has no public way to choose it
_DEFAULT_FONT = f'<font><sz val="10"/><name val="{SONG}"/><charset val="134"/></font>'.encode()
_MERGES_GO_BEFORE = (b"<conditionalFormatting", b"<dataValidations", b"<printOptions", b"<pageMargins")
_UNIX = 3


class SheetRows(Protocol):
    """The rows of a sheet, asked for in this order: the range in use, their XML, the cells they merge."""

    @property
    def used(self) -> str:
        """The range that the rows take up, so that no program has to guess it."""
        ...

    def pieces(self) -> Iterable[str]:
        """The `row` elements, some at a time."""
        ...

    def merges_to_xml(self) -> str:
        """The `mergeCells` element; empty without merged cells."""
        ...


def packed(workbook: Workbook, rows: Mapping[int, SheetRows]) -> bytes:
    """The bytes of a workbook with the rows of its sheets, by their numbers from 1."""
    target = BytesIO()
    parts = {f"xl/worksheets/sheet{number}.xml": held for number, held in rows.items()}
    ExcelWriter(workbook, _Archive(target, parts)).save()
    return target.getvalue()


class _Archive(ZipFile):
    """A zip file with fixed dates, in which worksheets get their rows."""

    def __init__(self, target: BytesIO, rows: Mapping[str, SheetRows]) -> None:
        super().__init__(target, "w", ZIP_DEFLATED)
        self._rows = rows

    def write(
        self,
        filename: StrPath,
        arcname: StrPath | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a part from a file: openpyxl's way with worksheets."""
        self.writestr(str(arcname or filename), Path(filename).read_bytes(), compress_type, compresslevel)

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: SizedBuffer | str,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a part."""
        name = str(zinfo_or_arcname)
        content = data.encode() if isinstance(data, str) else bytes(data)
        info = ZipInfo(name)  # dated 1980
        info.compress_type, info.create_system = ZIP_DEFLATED, _UNIX
        if name in self._rows:
            with self.open(info, "w") as part:
                for piece in _with_rows(content, self._rows[name]):
                    part.write(piece)
            return
        if name == ARC_STYLE:
            content = _FIRST_FONT.sub(_DEFAULT_FONT, content, count=1)
        super().writestr(info, content, compress_type, compresslevel)


def _with_rows(sheet: bytes, rows: SheetRows) -> Iterator[bytes]:
    """The XML of an empty worksheet with the range in use, rows and merged cells."""
    dimension = f'<dimension ref="{rows.used}"/>'.encode()
    sheet = _DIMENSION.sub(lambda _: dimension, sheet, count=1)
    place = _SHEET_DATA.search(sheet)
    assert place is not None
    before, after = sheet[: place.start()], sheet[place.end() :]
    pieces = (piece.encode() for piece in rows.pieces())
    yield from chain((before, b"<sheetData>"), pieces, (b"</sheetData>",))
    merges_at = min(found for mark in _MERGES_GO_BEFORE if (found := after.find(mark)) >= 0)
    yield after[:merges_at] + rows.merges_to_xml().encode() + after[merges_at:]

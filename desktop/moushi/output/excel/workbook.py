"""A progress document as the bytes of an .xlsx file; the same document gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_STYLE

from moushi.compile.documents import ProgressDocument
from moushi.output.excel import labels
from moushi.output.excel.flat import fill_flat
from moushi.output.excel.looks import SONG, Looks
from moushi.output.excel.rows import Rows
from moushi.output.excel.summary import fill_summary
from moushi.output.excel.table import fill_table

if TYPE_CHECKING:
    from _typeshed import SizedBuffer, StrPath

_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_FIRST_FONT = re.compile(rb"<font>.*?</font>", re.DOTALL)
# widths are counted in digits of the default font, and openpyxl has no public way to choose it
_DEFAULT_FONT = f'<font><sz val="10"/><name val="{SONG}"/><charset val="134"/></font>'.encode()
_MERGES_GO_BEFORE = (b"<printOptions", b"<pageMargins")
_UNIX = 3


def progress_xlsx(document: ProgressDocument) -> bytes:
    """The sheets 进展表, 汇总 and 明细 of a compiled document.

    openpyxl makes the workbook, its styles, its chart and its print settings; the rows go in as XML, since
    cell objects cost many times as much.

    Raises:
        MoushiError: a text holds a character that no Excel file can hold, or is too long for a cell; with
            its sheet and cell.
    """
    workbook = Workbook()
    looks = Looks(workbook)
    rows: dict[str, Rows] = {}
    for number, (name, fill) in enumerate(
        ((labels.TABLE, fill_table), (labels.SUMMARY, fill_summary), (labels.FLAT, fill_flat))
    ):
        sheet = workbook.worksheets[0] if number == 0 else workbook.create_sheet()
        sheet.title = name
        held = rows[f"xl/worksheets/sheet{number + 1}.xml"] = Rows(name, looks)
        fill(sheet, held, document)
    made = datetime.combine(document.made_on, time())
    properties = workbook.properties
    properties.title = document.headline or labels.headline(document.year)
    properties.creator, properties.language = labels.CREATOR, "zh-CN"
    properties.created = properties.modified = made
    workbook.calculation.fullCalcOnLoad = False
    target = BytesIO()
    ExcelWriter(workbook, _Archive(target, rows)).save()
    return target.getvalue()


class _Archive(ZipFile):
    """A zip file with fixed dates, in which worksheets get their rows."""

    def __init__(self, target: BytesIO, rows: Mapping[str, Rows]) -> None:
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
        if name in self._rows:
            content = _with_rows(content, self._rows[name])
        elif name == ARC_STYLE:
            content = _FIRST_FONT.sub(_DEFAULT_FONT, content, count=1)
        info = ZipInfo(name)  # dated 1980
        info.compress_type, info.create_system = ZIP_DEFLATED, _UNIX
        super().writestr(info, content, compress_type, compresslevel)


def _with_rows(sheet: bytes, rows: Rows) -> bytes:
    """The XML of an empty worksheet with rows, merged cells and the range in use."""
    dimension = f'<dimension ref="{rows.used}"/>'.encode()
    sheet = _DIMENSION.sub(lambda _: dimension, sheet, count=1)
    data = rows.to_xml().encode()
    sheet = _SHEET_DATA.sub(lambda _: data, sheet, count=1)
    place = min(found for mark in _MERGES_GO_BEFORE if (found := sheet.find(mark)) >= 0)
    return sheet[:place] + rows.merges_to_xml().encode() + sheet[place:]

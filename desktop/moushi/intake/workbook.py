"""Sheets of a workbook (.xlsx, .xls, .ods, delimited text) as rows of values, by content and within bounds.

calamine makes room for every cell from the first to the last with a value, so one stray value in the last row
costs gigabytes or kills the program: the extent is found in the file's XML before it is opened.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from moushi.intake.delimited import delimited_rows
from moushi.intake.source import SourceFile, UnreadableError

MOST_CELLS = 2_000_000
"""More than any table of an office holds; about 100 MB while it is read."""

_CHUNK = 1 << 20
_XLSX_CELL = re.compile(
    rb"<(?:\w+:)?row\b(?P<how>(?:[^>]*?\sr=\"(?P<row>\d+)\")?[^>]*)>"
    rb"|<(?:\w+:)?c\b(?:[^>]*?\sr=\"(?P<column>[A-Z]+)(?P<number>\d+)\")?[^>]*?(?P<empty>/?)>"
    rb"|<(?:\w+:)?(?P<formula>f)\b"
    rb"|(?P<value>[^>]</(?:\w+:)?v>)"
)
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_PLAIN_ROW = re.compile(rb'<row r="(\d+)"')
_NOT_PLAIN = (b":c ", b":c>", b":row", b"<c>", b"<row>", b"<f", b":f", b"hidden=")
_ODS_CELL = re.compile(
    rb"<table:table (?P<table>)[^>]*>"
    rb"|<table:table-row\b(?P<row>[^>]*)>"
    rb"|<table:(?:covered-)?table-cell\b(?P<cell>[^>]*)>"
)
_HIDDEN = re.compile(rb"\shidden=\"(?:1|true)\"")
_REPEATED = re.compile(rb"table:number-(?:rows|columns)-repeated=\"(\d+)\"")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name, its rows from A1, and its merged ranges as (top, left, bottom, right).

    Rows and columns count from 0; the ranges are empty where the format does not tell (.ods). `unreckoned`
    are the cells whose formula was saved without its result (.xlsx), so that they seem empty. A person does
    not see a sheet that `is_hidden`, nor the `hidden_rows` (.xlsx tells them).
    """

    name: str
    rows: Sequence[Sequence[object]]
    merged: tuple[tuple[int, int, int, int], ...]
    unreckoned: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False

    def where(self, row: int, column: int) -> str:
        """A cell's place as a person writes it: `Sheet!B7`."""
        return f"{self.name}!{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


@dataclass(frozen=True, slots=True)
class _Extent:
    """What a sheet's XML tells beside its values: rows, columns, cells without a result, hidden rows."""

    rows: int = 0
    columns: int = 0
    unreckoned: frozenset[tuple[int, int]] = frozenset()
    hidden: frozenset[int] = frozenset()


def visible_sheets(source: SourceFile) -> Iterator[Sheet]:
    """The sheets that a person sees; `UnreadableError` if the file is damaged, locked or claims too much."""
    return (sheet for sheet in all_sheets(source) if not sheet.is_hidden)


def all_sheets(source: SourceFile) -> Iterator[Sheet]:
    """All sheets, hidden ones too; `UnreadableError` as above."""
    if (table := delimited_rows(source)) is not None:
        _check_size(source, len(table), max(map(len, table), default=0))
        yield Sheet(PurePath(source.name).stem, table, ())
        return
    extents = _examined(source)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        for metadata in workbook.sheets_metadata:
            if metadata.typ == SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(metadata.name)
                _check_size(source, sheet.total_height, sheet.total_width)
                extent = extents.get(metadata.name, _Extent())
                yield Sheet(
                    metadata.name,
                    sheet.to_python(skip_empty_area=False),
                    tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ()),
                    extent.unreckoned,
                    extent.hidden,
                    is_hidden=metadata.visible != SheetVisibleEnum.Visible,
                )
    except CalamineError as fault:
        raise _damaged(source) from fault
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # calamine gave up; it is no subclass of Exception
            raise _damaged(source) from fault
        raise


def _damaged(source: SourceFile) -> UnreadableError:
    return UnreadableError(
        "{file}: the workbook is damaged or locked with a password. Save it again without one as .xlsx.",
        file=source.name,
    )


def _check_size(source: SourceFile, rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise UnreadableError(
            "{file}: a sheet goes on to row {rows} and column {column}, far below or beside the table. "
            "Delete what stands there, save the file and take it in again.",
            file=source.name,
            rows=rows,
            column=column_letters(columns - 1),
        )


def _examined(source: SourceFile) -> dict[str, _Extent]:
    """What the XML tells of each sheet; `UnreadableError` when the file claims too much."""
    found: dict[str, _Extent] = {}
    if not source.data.startswith(b"PK"):
        return found  # .xls: at most 65,536 rows of 256 columns
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            names = package.namelist()
            if "xl/workbook.bin" in names:
                raise UnreadableError(
                    "{file}: a binary workbook (.xlsb). Save it as .xlsx and take that in.", file=source.name
                )
            sheets = _sheets_by_part(package) if "xl/workbook.xml" in names else {}
            for name in names:
                if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name, re.IGNORECASE):
                    extent = _xlsx_extent(_chunks(package, name))
                    _check_size(source, extent.rows, extent.columns)
                    if name in sheets:
                        found[sheets[name]] = extent
            if "content.xml" in names:
                _check_size(source, *_ods_extent(_chunks(package, "content.xml")))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, etree.XMLSyntaxError) as fault:
        raise _damaged(source) from fault
    return found


def _sheets_by_part(package: zipfile.ZipFile) -> dict[str, str]:
    """The sheets' names by the package's parts that hold them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in package.namelist():
        return {}
    targets = {
        str(relation.get("Id")): posixpath.join("/xl", str(relation.get("Target"))).removeprefix("/")
        for relation in etree.fromstring(package.read(relations), parser)
    }
    return {
        targets.get(str(value), ""): str(sheet.get("name"))
        for sheet in etree.fromstring(package.read("xl/workbook.xml"), parser).iter("{*}sheet")
        for key, value in sheet.attrib.items()
        if str(key).endswith("}id")
    }


def _chunks(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """A part in pieces that end with a whole tag."""
    kept = b""
    with package.open(name) as part:
        while piece := part.read(_CHUNK):
            whole, _, kept = (kept + piece).rpartition(b">")
            yield whole + b">"


def _xlsx_extent(chunks: Iterator[bytes]) -> _Extent:
    """The extent up to the last cell with a value, a styled empty one left out.

    The result of a formula may be an empty text; such a cell is of type `str`.
    """
    rows = columns = row = column = 0
    hidden: set[int] = set()
    unreckoned: set[tuple[int, int]] = set()
    is_text = False
    for chunk in chunks:
        if not unreckoned and _is_plain(chunk):
            cells = _PLAIN_CELL.findall(chunk)
            rows = max([rows, *map(int, {number for _, number in cells})])
            columns = max([columns, *map(_column, {letters for letters, _ in cells})])
            row, column = max([row, rows, *map(int, _PLAIN_ROW.findall(chunk))]), columns
            continue
        for found in _XLSX_CELL.finditer(chunk):
            if found["formula"]:
                if not is_text:
                    unreckoned.add((row - 1, column - 1))
                continue
            if found["value"]:
                unreckoned.discard((row - 1, column - 1))
                continue
            if found["how"] is not None:
                row, column = int(found["row"] or row + 1), 0
                if b"hidden" in found["how"] and _HIDDEN.search(found["how"]):
                    hidden.add(row - 1)
                continue
            if found["number"]:
                row, column = int(found["number"]), _column(found["column"])
            else:
                column += 1
            is_text = b't="str"' in found[0]
            if not found["empty"]:
                rows, columns = max(rows, row), max(columns, column)
    return _Extent(rows, columns, frozenset(unreckoned), frozenset(hidden))


def _is_plain(chunk: bytes) -> bool:
    """Whether each cell tells its place in the usual way and nothing else is to be found; most are so."""
    in_place = all(chunk.count(b"<%b " % name) == chunk.count(b'<%b r="' % name) for name in (b"c", b"row"))
    return in_place and not any(mark in chunk for mark in _NOT_PLAIN)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _ods_extent(chunks: Iterator[bytes]) -> tuple[int, int]:
    """Rows and columns of the largest table up to its last cell with a value, repeated ones counted."""
    largest = (0, 0)
    rows = columns = row = repeat = column = 0
    for chunk in chunks:
        for found in _ODS_CELL.finditer(chunk):
            if found["table"] is not None:
                rows = columns = row = repeat = 0
            elif found["row"] is not None:
                row, repeat, column = row + repeat, _repeat(found["row"]), 0
            else:
                column += _repeat(found["cell"])
                if b"office:value-type" in found["cell"]:
                    rows, columns = max(rows, row + repeat), max(columns, column)
                    largest = max(largest, (rows, columns), key=lambda size: size[0] * size[1])
    return largest


def _repeat(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1

"""The records of an .xls or .et workbook (BIFF): how far sheets go, and what cells have beside their values.

[MS-XLS] 2.4; records of Excel 5 and 95, which have other texts, are told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from struct import error as StructError  # noqa: N812 - an exception
from struct import pack, unpack_from

from moushi.intake.compound_file import stream_in
from moushi.intake.number_formats import telling_code
from moushi.intake.sheet_parts import LONGEST_NOTE
from moushi.intake.sheet_xml import MOST_CHARACTERS, MOST_ODD_CELLS, Extent, TooMuchError

_BOF, _EOF, _CONTINUE, _FILEPASS = 0x809, 0x0A, 0x3C, 0x2F
_BOUNDSHEET, _FORMAT, _XF, _SST, _CODEPAGE = 0x85, 0x41E, 0xE0, 0xFC, 0x42
_ROW, _COLINFO, _NOTE, _OBJ, _TXO = 0x208, 0x7D, 0x1C, 0x5D, 0x1B6
_MERGED, _DIMENSIONS = 0xE5, 0x200
_LABELSST, _MULRK, _BOOLERR, _FORMULA = 0xFD, 0xBD, 0x205, 0x06
_CELLS = frozenset({0x203, 0x27E, _LABELSST, 0x204, _BOOLERR, _FORMULA, 0xD6})
_FAULTS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_HIDDEN_ROW = 0x20
_BIFF8 = 0x600


@dataclass(slots=True)
class BiffSheet:
    """A sheet's extent and comments; for each column a byte for each row, which number of `BiffBook.codes`.

    `texts` counts the shared texts by their numbers.
    """

    extent: Extent = field(default_factory=Extent)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    formats: dict[int, bytearray] = field(default_factory=dict)
    texts: Counter[int] = field(default_factory=Counter)

    def style(self, row: int, column: int, code: int) -> None:
        """Say which code a cell's format has."""
        cells = self.formats.setdefault(column, bytearray())
        if len(cells) <= row:
            cells.extend(bytes(row + 1 - len(cells)))
        cells[row] = code


@dataclass(slots=True)
class BiffBook:
    """A workbook's sheets in order, and the codes of number formats on which what is seen depends.

    `data` is the file with sheets that are as large as they are: calamine makes room for what they claim.
    """

    sheets: list[BiffSheet] = field(default_factory=list)
    codes: list[str] = field(default_factory=lambda: [""])
    is_locked: bool = False
    data: bytes = b""


def read_biff(data: bytes) -> BiffBook | None:
    """What the workbook tells beside values; None where it has none of its stream.

    `TooMuchError` when a sheet claims more than is read, `ValueError` when the file goes round in circles.
    Other damage is left to the reader of values.
    """
    stream = stream_in(data, "Workbook", "Book")
    if stream is None:
        return None
    read = _Book(stream.data)
    read.book.data = stream.patched(data, read.patches) if read.patches else data
    return read.book


class _Book:
    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self.book = BiffBook()
        self._is_biff8 = True
        self._codepage = "gb18030"
        self._formats: dict[int, str] = {}
        self._xfs: list[int] = []  # numbers of codes in the book, 0 for none that tells
        self._lengths: list[int] = []
        self.patches: list[tuple[int, bytes]] = []
        try:
            for begin in self._globals():
                sheet = BiffSheet()
                self.book.sheets.append(sheet)
                self._sheet(sheet, begin)
        except (StructError, IndexError) as fault:
            raise ValueError from fault
        if not self.book.sheets and not self.book.is_locked:
            raise ValueError  # calamine may find some all the same, and believe what they claim
        self._count_characters()

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Kind, place and length of each record from a place to the end of its part.

        Of a part within it, such as a chart, the kind is negative.
        """
        stream, end = self._stream, len(self._stream)
        depth = 0
        while at + 4 <= end:
            kind, length = unpack_from("<HH", stream, at)
            at += 4
            depth += (kind == _BOF) - (kind == _EOF)
            if kind == _EOF and depth <= 0:
                return
            yield kind if depth <= 1 else -kind, at, length
            at += length

    def _globals(self) -> list[int]:
        begins: list[int] = []
        numbers: list[int] = []
        stream = self._stream
        shared: list[bytes] = []
        last = 0
        for kind, at, length in self._records(0):
            match kind:
                case 0x809:
                    self._is_biff8 = unpack_from("<H", stream, at)[0] >= _BIFF8
                case 0x2F:
                    self.book.is_locked = True
                    return []
                case 0x85:
                    begins.append(unpack_from("<I", stream, at)[0])
                case 0x41E:
                    number = unpack_from("<H", stream, at)[0]
                    self._formats[number] = self._text(at + 2, wide_count=self._is_biff8)
                case 0xE0:
                    numbers.append(unpack_from("<H", stream, at + 2)[0])
                case 0xFC:
                    if unpack_from("<I", stream, at + 4)[0] > len(stream):
                        raise ValueError  # more texts than bytes
                    shared = [stream[at : at + length]]
                case 0x3C if last in (_SST, _CONTINUE) and shared:
                    shared.append(stream[at : at + length])
            last = kind
        known: dict[str, int] = {}
        for number in numbers:
            code = telling_code(number, self._formats.get(number))
            if code and code not in known and len(known) < 255:
                known[code] = len(self.book.codes)
                self.book.codes.append(code)
            self._xfs.append(known.get(code, 0) if code else 0)
        self._lengths = _shared_lengths(shared)
        return begins

    def _text(self, at: int, *, wide_count: bool) -> str:
        """A text with its count before it: two bytes and a flag in BIFF8, else one byte."""
        if not wide_count:
            count = self._stream[at]
            return self._stream[at + 1 : at + 1 + count].decode(self._codepage, "replace")
        count, flag = unpack_from("<HB", self._stream, at)
        at += 3
        if flag & 1:
            return self._stream[at : at + 2 * count].decode("utf-16-le", "replace")
        return self._stream[at : at + count].decode("latin-1")

    def _sheet(self, sheet: BiffSheet, begin: int) -> None:
        merged = 0
        claims: list[int] = []
        notes = _Notes(self._stream, is_biff8=self._is_biff8, codepage=self._codepage)
        for kind, at, length in self._records(begin):
            if kind in _CELLS:
                self._cell(sheet, kind, at)
            elif -kind in _CELLS or kind == -_MULRK:  # calamine takes them for the sheet's
                row, column = unpack_from("<HH", self._stream, at)
                sheet.extent.reach(row + 1, column + (length - 6) // 6 if kind == -_MULRK else column + 1)
            elif kind == _MULRK:
                self._cells(sheet, at, length)
            elif abs(kind) == _DIMENSIONS and length >= 10:
                claims.append(at)
            elif kind == _MERGED:
                merged += unpack_from("<H", self._stream, at)[0]
                if merged > MOST_ODD_CELLS:
                    raise TooMuchError
            elif kind == _ROW:
                row, flags = unpack_from("<H10xH", self._stream, at)
                if flags & _HIDDEN_ROW:
                    sheet.extent.hide(row)
            elif kind == _COLINFO:
                first, last, width, _, flags = unpack_from("<5H", self._stream, at)
                if flags & 1 or not width:
                    sheet.extent.hidden_columns.update(range(first, min(last, 255) + 1))
            else:
                notes.take(kind, at, length)
        sheet.notes = notes.found()
        self.patches += [self._as_large_as(sheet.extent, at) for at in claims]

    def _as_large_as(self, extent: Extent, at: int) -> tuple[int, bytes]:
        """The dimensions of a sheet as they are."""
        if self._is_biff8:
            return at, pack("<IIHH", 0, extent.rows, 0, extent.columns)
        return at, pack("<HHHH", 0, extent.rows, 0, extent.columns)

    def _cell(self, sheet: BiffSheet, kind: int, at: int) -> None:
        stream, extent, xfs = self._stream, sheet.extent, self._xfs
        row, column, xf = unpack_from("<HHH", stream, at)
        if row >= extent.rows or column >= extent.columns:
            extent.reach(row + 1, column + 1)
        if kind == _LABELSST:
            sheet.texts[unpack_from("<I", stream, at + 6)[0]] += 1
        elif kind == _BOOLERR and stream[at + 7]:
            self._fault(extent, row, column, stream[at + 6])
        elif kind == _FORMULA and stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff":
            self._fault(extent, row, column, stream[at + 8])
        if xf < len(xfs) and xfs[xf]:
            sheet.style(row, column, xfs[xf])

    def _cells(self, sheet: BiffSheet, at: int, length: int) -> None:
        """Numbers side by side."""
        row, column = unpack_from("<HH", self._stream, at)
        count = max(0, (length - 6) // 6)
        sheet.extent.reach(row + 1, column + count)
        for each in range(count):
            xf = unpack_from("<H", self._stream, at + 4 + 6 * each)[0]
            if xf < len(self._xfs) and self._xfs[xf]:
                sheet.style(row, column + each, self._xfs[xf])

    @staticmethod
    def _fault(extent: Extent, row: int, column: int, number: int) -> None:
        extent.faults[row, column] = _FAULTS.get(number, "#N/A")
        if len(extent.faults) > MOST_ODD_CELLS:
            raise TooMuchError

    def _count_characters(self) -> None:
        lengths = self._lengths
        total = sum(
            count * lengths[index]
            for sheet in self.book.sheets
            for index, count in sheet.texts.items()
            if index < len(lengths)
        )
        if total > MOST_CHARACTERS:
            raise TooMuchError


class _Notes:
    """The comments of a sheet: in BIFF8 a place names an object, whose text follows it."""

    def __init__(self, stream: bytes, *, is_biff8: bool, codepage: str) -> None:
        self._stream = stream
        self._is_biff8, self._codepage = is_biff8, codepage
        self._places: dict[int, tuple[int, int]] = {}
        self._texts: dict[int, str] = {}
        self._found: dict[tuple[int, int], str] = {}
        self._object = self._left = 0

    def take(self, kind: int, at: int, length: int) -> None:
        stream = self._stream
        if kind == _NOTE:
            row, column, _, number = unpack_from("<4H", stream, at)
            if self._is_biff8:
                self._places[number] = row, column
            elif row != 0xFFFF:
                self._found[row, column] = stream[at + 6 : at + length].decode(self._codepage, "replace")
            if len(self._places) + len(self._found) > MOST_ODD_CELLS:
                raise TooMuchError
        elif kind == _OBJ and length >= 8:
            self._object = unpack_from("<6xH", stream, at)[0]
        elif kind == _TXO and length >= 12:
            self._left = min(unpack_from("<10xH", stream, at)[0], LONGEST_NOTE)
            self._texts[self._object] = ""
        elif kind == _CONTINUE and self._left and length:
            wide = stream[at] & 1
            piece = stream[at + 1 : at + min(length, 1 + self._left * (1 + wide))]
            text = piece.decode("utf-16-le" if wide else "latin-1", "replace")
            self._texts[self._object] += text
            self._left -= len(text)

    def found(self) -> dict[tuple[int, int], str]:
        found = {place: self._texts.get(number, "") for number, place in self._places.items()}
        return {place: text.strip() for place, text in (self._found | found).items() if text.strip()}


def _shared_lengths(pieces: Sequence[bytes]) -> list[int]:
    """How long each shared text is, by the record of them and those that continue it ([MS-XLS] 2.5.293)."""
    lengths: list[int] = []
    if not pieces:
        return lengths
    number, at = 0, 8
    piece = pieces[0]
    try:
        while True:
            while at >= len(piece):
                number, at = number + 1, 0
                piece = pieces[number]
            count, flags = unpack_from("<HB", piece, at)
            at += 3
            runs = extra = 0
            if flags & 8:
                runs = unpack_from("<H", piece, at)[0]
                at += 2
            if flags & 4:
                extra = unpack_from("<I", piece, at)[0]
                at += 4
            lengths.append(count)
            left, width = count, 1 + (flags & 1)
            while left > (len(piece) - at) // width:
                left -= (len(piece) - at) // width
                number, at = number + 1, 1
                piece = pieces[number]
                width = 1 + (piece[0] & 1)
            at += left * width + 4 * runs + extra
            while at > len(piece):
                at -= len(piece)
                number += 1
                piece = pieces[number]
    except (IndexError, StructError):
        return lengths

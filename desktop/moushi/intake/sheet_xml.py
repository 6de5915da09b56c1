"""The XML of an .xlsx sheet: how far it goes, and what its cells have beside their values, in bounded memory.

Sheets that are written in the usual way are looked through with patterns; all others are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from moushi.domain.cell_names import column_number

MOST_CELLS = 2_000_000
"""More than any table of an office holds; about 100 MB while it is read."""

MOST_ODD_CELLS = 100_000
"""Of a sheet: formulas without results, faults, comments, merged ranges."""

MOST_CHARACTERS = 256 * 2**20
"""Of all cells of a workbook together: cells may share a text, but each gets its own when it is read."""

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_NOT_PLAIN = (b"<f", b"hidden", b't="e"')
_NOT_PLAIN_WITH = {
    b":": (b":c", b":row", b":f"),
    b"'": (b"='", b"= '"),
    b"!": (b"<!",),
    b"\n": (b"<c\n", b"<row\n"),
    b"\r": (b"<c\r", b"<row\r"),
    b"\t": (b"<c\t", b"<row\t"),
}
"""What is looked for only where a sign stands: one sign is found many times faster than several."""

_YES = ("1", "true")

Chunks = Callable[[], Iterable[bytes]]
"""Gives a part from its beginning, in pieces that end with a whole tag."""


class TooMuchError(Exception):
    """A sheet claims more than is read; `rows` and `columns` are how far it goes, 0 where that is not it."""

    def __init__(self, rows: int = 0, columns: int = 0) -> None:
        """Take how far the sheet goes."""
        super().__init__()
        self.rows, self.columns = rows, columns


@dataclass(slots=True)
class Extent:
    """What a sheet tells beside its values: rows and columns up to the last value, odd cells, hidden ones.

    `unreckoned` are cells whose formula was saved without its result, `faults` those that hold one (#REF!),
    `texts` how many name a shared text, `characters` how long these are in all where that was counted.
    `is_plain` when all stands where it usually does.
    """

    rows: int = 0
    columns: int = 0
    unreckoned: set[tuple[int, int]] = field(default_factory=set)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    texts: int = 0
    characters: int = 0
    is_plain: bool = False
    cells: int = 0
    merged: int = 0
    _hidden: list[tuple[int, int]] = field(default_factory=list)  # first row and the one after the last

    def hide(self, row: int, count: int = 1) -> None:
        """Say that rows (from 0) are hidden; which of them have cells is known when all is read."""
        if self._hidden and self._hidden[-1][1] == row:
            self._hidden[-1] = self._hidden[-1][0], row + count
        else:
            self._hidden.append((row, row + count))
        if len(self._hidden) > MOST_ODD_CELLS:
            raise TooMuchError

    @property
    def hidden_rows(self) -> frozenset[int]:
        """The hidden rows (from 0) as far as there are cells."""
        return frozenset(row for first, end in self._hidden for row in range(first, min(end, self.rows)))

    def count(self, cells: int = 0, merged: int = 0) -> None:
        """Count cells with values and merged ranges; `TooMuchError` when they are too many."""
        self.cells += cells
        self.merged += merged
        if self.cells > MOST_CELLS:
            raise TooMuchError(self.rows, self.columns)
        if self.merged > MOST_ODD_CELLS:
            raise TooMuchError

    def reach(self, row: int, column: int) -> None:
        """Go on to a cell (from 1) with a value; `TooMuchError` when that is too far."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > MOST_CELLS:
            raise TooMuchError(self.rows, self.columns)


_TAIL = 64  # bytes at the end of a sheet
_END = re.compile(rb"</(?:[\w.-]+:)?worksheet\s*>\s*$")


def extent_of(chunks: Chunks) -> Extent:
    """How far a sheet goes and what is odd in it; `TooMuchError`, or `ExpatError` when it is no XML.

    A styled cell without a value does not count. The result of a formula may be an empty text.
    """
    extent = Extent()
    is_below = False  # of the cells
    tail = b""
    for number, chunk in enumerate(chunks()):
        tail = (tail + chunk[-_TAIL:])[-_TAIL:]
        if is_below:
            extent.count(merged=chunk.count(b"mergeCell"))
            continue
        if not _is_plain(chunk, is_first=number == 0):
            walk = _Walk()
            parse(chunks(), walk.begin, walk.end, walk.text)
            return walk.extent
        cells = _PLAIN_CELL.findall(chunk)
        rows = [*map(int, {number for _, number in cells}), 1]
        columns = [*map(column_number, {letters for letters, _ in cells}), 1]
        if cells:
            extent.reach(max(rows), max(columns))
            extent.count(len(cells))
        extent.texts += chunk.count(b't="s"')
        _, is_end, below = chunk.partition(b"</sheetData>")
        is_below = bool(is_end)
        extent.count(merged=below.count(b"mergeCell"))
    if not _END.search(tail):  # cut off below its cells, perhaps
        walk = _Walk()
        parse(chunks(), walk.begin, walk.end, walk.text)
        return walk.extent
    extent.is_plain = True
    return extent


def characters_of(chunks: Chunks, lengths: Sequence[int]) -> int:
    """How long the texts in a sheet's cells are in all, `lengths` being those of the shared texts."""
    walk = _Walk(lengths=lengths)
    parse(chunks(), walk.begin, walk.end, walk.text)
    return walk.extent.characters


def styled_cells(chunks: Chunks, styles: Mapping[str, int], extent: Extent) -> Mapping[int, bytearray]:
    """For each column a byte for each row: what `styles` says of the style of a cell with a value, else 0."""
    found: dict[int, bytearray] = {}

    def note(row: int, column: int, kind: int) -> None:
        if row < extent.rows and column < extent.columns:
            found.setdefault(column, bytearray(extent.rows))[row] = kind

    if not styles:
        return found
    if not extent.is_plain:
        walk = _Walk(styles, note)
        parse(chunks(), walk.begin, walk.end, walk.text)
        return found
    wanted = b"|".join(map(str.encode, styles)) if len(styles) <= 50 else rb"\d+"
    pattern = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*? s="(' + wanted + rb')"[^>]*(?<!/)>')
    kinds = {name.encode(): kind for name, kind in styles.items()}
    numbers: dict[bytes, int] = {}
    for chunk in chunks():
        for letters, row, style in pattern.findall(chunk):
            if kind := kinds.get(style):
                if letters not in numbers:
                    numbers[letters] = column_number(letters) - 1
                note(int(row) - 1, numbers[letters], kind)
    return found


def _is_plain(chunk: bytes, *, is_first: bool) -> bool:
    """Whether each cell tells its place in the usual way and nothing odd is to be found; most are so."""
    if is_first:
        head, _, chunk = chunk.partition(b"<sheetData>")
        if not chunk or any(mark in head for mark in (b"\0", b"hidden", b'width="0', b"<!")):
            return False
    chunk = chunk.partition(b"</sheetData>")[0]
    return (
        chunk.count(b"<c") == chunk.count(b'<c r="')
        and chunk.count(b"<r") == chunk.count(b'<row r="')
        and not any(mark in chunk for mark in _NOT_PLAIN)
        and not any(mark in chunk for sign, odd in _NOT_PLAIN_WITH.items() if sign in chunk for mark in odd)
    )


class _Walk:
    """A sheet's tags one by one, wherever they stand and whatever their prefix."""

    def __init__(
        self,
        styles: Mapping[str, int] | None = None,
        note: Callable[[int, int, int], None] | None = None,
        lengths: Sequence[int] = (),
    ) -> None:
        self.extent = Extent()
        self._styles = styles or {}
        self._note = note or (lambda *_: None)
        self._lengths = lengths
        self._row = self._column = 0
        self._type = ""
        self._has_formula = self._is_value = self._has_value = False
        self._kept = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "c":
                self._begin_cell(attributes)
            case "v" | "is":
                self._is_value = True
            case "f":
                self._has_formula = True
            case "row":
                self._row = int(attributes.get("r") or self._row + 1)
                self._column = 0
                if self._row > _MOST_ROWS:
                    raise TooMuchError(self._row, 1)
                if attributes.get("hidden") in _YES:
                    self.extent.hide(self._row - 1)
            case "col":
                self._begin_column(attributes)
            case "mergeCell":
                self.extent.count(merged=1)

    def _begin_column(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in _YES or attributes.get("width") in ("0", "0.0"):
            first, last = int(attributes.get("min", 1)), int(attributes.get("max", 0))
            self.extent.hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        if place := attributes.get("r"):
            letters = place.rstrip("0123456789")
            self._row, self._column = int(place[len(letters) :]), column_number(letters.upper())
        else:
            self._column += 1
        if self._row > _MOST_ROWS or not 0 < self._column <= _MOST_COLUMNS:
            raise TooMuchError(self._row, self._column)
        self._type = attributes.get("t", "n")
        self._has_formula = self._is_value = self._has_value = False
        self._kept = ""
        if kind := self._styles.get(attributes.get("s", "")):
            self._note(self._row - 1, self._column - 1, kind)

    def text(self, text: str) -> None:
        if self._is_value:
            self._has_value = True
            if self._type in ("e", "s"):
                self._kept = (self._kept + text)[:20]

    def end(self, name: str) -> None:
        if name in ("v", "is"):
            self._is_value = False
        if name != "c":
            return
        extent, place = self.extent, (self._row - 1, self._column - 1)
        if self._has_value or self._has_formula:
            extent.reach(self._row, self._column)
            extent.count(cells=1)
        if self._type == "s":
            extent.texts += 1
            index = int(self._kept) if self._kept.strip().isdigit() else len(self._lengths)
            extent.characters += self._lengths[index] if index < len(self._lengths) else 0
        if self._type == "e" and self._kept:
            extent.faults[place] = self._kept
        elif self._has_formula and not self._has_value and self._type != "str":
            extent.unreckoned.add(place)
        if len(extent.unreckoned) + len(extent.faults) > MOST_ODD_CELLS:
            raise TooMuchError


def parse(
    chunks: Iterable[bytes],
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Walk through XML by the names of its elements without their prefixes; entities are none that it has."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: begin(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except LookupError as fault:
        if type(fault) is LookupError:
            raise ExpatError("unknown encoding") from fault
        raise


def _refuse(*_: object) -> None:
    """No office program writes a document type; whoever does declares entities in it."""
    raise ExpatError("document type")

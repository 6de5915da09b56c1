"""The XML of an .xlsx sheet: how far it goes, and what its cells have beside their values, in bounded memory.

Sheets that are written in the usual way are looked through with patterns; all others are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

MOST_CELLS = 2_000_000
"""More than any table of an office holds; about 100 MB while it is read."""

MOST_ODD_CELLS = 100_000
"""Cells of a sheet that want a line of their own: formulas without results, faults, comments."""

LONGEST_NOTE = 2_000
"""Characters of a comment that are kept; it is shown beside a cell."""

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_PLAIN_ROW = re.compile(rb'<row r="(\d+)"')
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
_TEXTS = ("text", "author", "rPh")

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
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    texts: int = 0
    characters: int = 0
    is_plain: bool = False

    def reach(self, row: int, column: int) -> None:
        """Go on to a cell (from 1) with a value; `TooMuchError` when that is too far."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > MOST_CELLS:
            raise TooMuchError(self.rows, self.columns)


def extent_of(chunks: Chunks) -> Extent:
    """How far a sheet goes and what is odd in it; `TooMuchError`, or `ExpatError` when it is no XML.

    A styled cell without a value does not count. The result of a formula may be an empty text.
    """
    extent = Extent()
    for number, chunk in enumerate(chunks()):
        if not _is_plain(chunk, is_first=number == 0):
            walk = _Walk()
            parse(chunks(), walk.begin, walk.end, walk.text)
            return walk.extent
        cells = _PLAIN_CELL.findall(chunk)
        rows = [*map(int, {number for _, number in cells}), 1]
        columns = [*map(column_number, {letters for letters, _ in cells}), 1]
        if cells:
            extent.reach(max(rows), max(columns))
        extent.texts += chunk.count(b't="s"')
        if b"</sheetData>" in chunk:
            break
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


def column_number(letters: bytes | str) -> int:
    """The number of a column by its letters, from 1."""
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + letter - ord("A") + 1
    return number


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
                    self.extent.hidden_rows.add(self._row - 1)
            case "col":
                self._begin_column(attributes)

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
    for chunk in chunks:
        parser.Parse(chunk)
    parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    """No office program writes a document type; whoever does declares entities in it."""
    raise ExpatError("document type")


# -- other parts ---------------------------------------------------------------------------------------------


def styles_in(chunks: Iterable[bytes]) -> Iterator[tuple[int, str | None]]:
    """The cell formats of a styles part in order: number format and its code, None for a built-in one."""
    codes: dict[int, str] = {}
    formats: list[int] = []
    within: list[str] = []

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        within.append(name)
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in within:
            formats.append(int(attributes.get("numFmtId", 0)))

    def end(_: str) -> None:
        within.pop()

    parse(chunks, begin, end, lambda _: None)
    return ((number, codes.get(number)) for number in formats)


def comments_in(chunks: Iterable[bytes]) -> Mapping[tuple[int, int], str]:
    """The comments of a comments part, threaded or not, by row and column; an author's name is left out.

    Answers stand below what they answer. `TooMuchError` when there are more than a person writes.
    """
    comments = _Comments()
    parse(chunks, comments.begin, comments.end, comments.text)
    return comments.found


class _Comments:
    def __init__(self) -> None:
        self.found: dict[tuple[int, int], str] = {}
        self._authors: list[str] = []
        self._author = ""
        self._place = 0, 0
        self._pieces: list[str] = []
        self._is_text = False  # phonetic runs and the places of boxes are none

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _TEXTS:
            self._is_text = name != "rPh"
        if name in ("comment", "threadedComment"):
            reference = attributes.get("ref", "")
            letters = reference.rstrip("0123456789")
            self._place = int(reference[len(letters) :] or 0) - 1, column_number(letters) - 1
            by = attributes.get("authorId", "")
            self._author = self._authors[int(by)] if by.isdigit() and int(by) < len(self._authors) else ""
        if name in ("author", "comment", "threadedComment"):
            self._pieces.clear()

    def text(self, text: str) -> None:
        if self._is_text and len(self._pieces) < LONGEST_NOTE:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        if name in _TEXTS:
            self._is_text = name == "rPh"
        if name == "author":
            self._authors.append("".join(self._pieces).strip())
        elif name in ("comment", "threadedComment"):
            text = "".join(self._pieces).strip()
            for colon in (":", "："):
                text = text.removeprefix(f"{self._author}{colon}").strip() if self._author else text
            if text:
                before = self.found.get(self._place)
                self.found[self._place] = (f"{before}\n{text}" if before else text)[:LONGEST_NOTE]
            if len(self.found) > MOST_ODD_CELLS:
                raise TooMuchError


def longest_text(chunks: Iterable[bytes]) -> int:
    """The most bytes between the ends of two shared texts: no text is longer."""
    longest = since = 0
    for chunk in chunks:
        first, *rest = re.split(rb"</[^<>]*si\s*>", chunk)
        since += len(first)
        for piece in rest:
            longest, since = max(longest, since), len(piece)
    return max(longest, since)


def lengths_of_texts(chunks: Iterable[bytes]) -> list[int]:
    """How long each shared text is."""
    lengths: list[int] = []

    def begin(name: str, _: Mapping[str, str]) -> None:
        if name == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parse(chunks, begin, lambda _: None, text)
    return lengths

"""What a workbook's file tells of its sheets beside their values, and whether it claims too much."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from xml.parsers.expat import ExpatError

from lxml import etree

from moushi.domain.cell_names import column_letters
from moushi.intake.compound_file import SIGNATURE
from moushi.intake.sheet_parts import comments_in, lengths_of_texts, longest_text, styles_in
from moushi.intake.sheet_xml import (
    MOST_CHARACTERS,
    MOST_ODD_CELLS,
    Chunks,
    Extent,
    TooMuchError,
    characters_of,
    extent_of,
    styled_cells,
)
from moushi.intake.source import SourceFile, UnreadableError

MOST_CELLS_IN_ALL = 5_000_000
"""Of all sheets of a workbook, empty ones within their tables counted."""

_CHUNK = 1 << 20
_MOST_OF_LISTS = 8 * 2**20  # bytes of a part that lists other parts
_MOST_FORMATS = 1_000  # number formats that are looked at: Excel knows 250
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STYLES, _TEXTS = "xl/styles.xml", "xl/sharedstrings.xml"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a sheet beside its values; `formats` and `codes` are as in `Sheet`.

    `data` is the workbook from which to read the values, where that is not the file itself.
    """

    extent: Extent = field(default_factory=Extent)
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formats: Mapping[int, bytearray] = field(default_factory=dict)
    codes: Sequence[str] = ("",)
    data: bytes | None = None


def examined(source: SourceFile, *, is_seen: bool) -> Mapping[str | int, Told]:
    """What is told of each sheet, by its name or its place; `UnreadableError` when the file claims too much.

    Comments and number formats of .xlsx are looked for where `is_seen`.
    """
    try:
        found = _told(source, is_seen=is_seen)
        _check_all(found)
    except TooMuchError as fault:
        raise too_much(source, fault.rows, fault.columns) from fault
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError),
        *(etree.XMLSyntaxError, ExpatError),
    ) as fault:
        raise damaged(source) from fault
    return found


def _check_all(found: Mapping[str | int, Told]) -> None:
    """Refuse sheets that are each as large as a sheet may be, but too many."""
    extents = [told.extent for told in found.values()]
    if sum(extent.rows * extent.columns for extent in extents) > MOST_CELLS_IN_ALL:
        largest = max(extents, key=lambda extent: extent.rows * extent.columns)
        raise TooMuchError(largest.rows, largest.columns)


def _told(source: SourceFile, *, is_seen: bool) -> Mapping[str | int, Told]:
    if source.data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            return _Package(source, package).told(is_seen=is_seen)
    if not source.data.startswith(SIGNATURE):
        return {}
    from moushi.intake.sheet_biff import read_biff  # rare

    book = read_biff(source.data)
    if book is None:
        return {}
    if book.is_locked:
        raise damaged(source)
    return {
        place: Told(sheet.extent, sheet.notes, sheet.formats, book.codes, book.data)
        for place, sheet in enumerate(book.sheets)
    }


def damaged(source: SourceFile) -> UnreadableError:
    """What is said of a workbook that cannot be read."""
    return UnreadableError(
        "{file}: the workbook is damaged or locked with a password. Save it again without one as .xlsx.",
        file=source.name,
    )


def too_much(source: SourceFile, rows: int, columns: int) -> UnreadableError:
    """What is said of a workbook of which a sheet claims too much, and goes that far (0: not known)."""
    if not rows:
        return UnreadableError(
            "{file}: a sheet holds far more text, comments, merged cells or formulas without results than "
            "any table of an office. Copy the table into a new workbook, save that and take it in.",
            file=source.name,
        )
    return UnreadableError(
        "{file}: a sheet goes on to row {rows} and column {column}, far below or beside the table. "
        "Delete what stands there, save the file and take it in again.",
        file=source.name,
        rows=rows,
        column=column_letters(columns - 1),
    )


class _Package:
    """The parts of an .xlsx or .ods file."""

    def __init__(self, source: SourceFile, package: zipfile.ZipFile) -> None:
        self._source = source
        self._package = package
        self._names = package.namelist()
        self._by_lower = {name.lower(): name for name in self._names}

    def told(self, *, is_seen: bool) -> dict[str | int, Told]:
        if "xl/workbook.bin" in self._names:
            raise UnreadableError(
                "{file}: a binary workbook (.xlsb). Save it as .xlsx and take that in.",
                file=self._source.name,
            )
        found: dict[str | int, Told] = {}
        if "xl/workbook.xml" in self._names:
            found.update(self._xlsx(is_seen=is_seen))
        if "content.xml" in self._names:
            from moushi.intake.sheet_ods import tables_in  # rare

            parts = [self._chunks(name)() for name in ("styles.xml", "content.xml") if name in self._names]
            tables = tables_in(parts)
            for name, table in tables.tables.items():
                found[name] = Told(table.extent, table.notes, table.formats(), tables.codes)
        return found

    def _xlsx(self, *, is_seen: bool) -> Iterator[tuple[str, Told]]:
        names = self._names_of_sheets()
        parts = [name for name in self._names if name in names or _SHEETS.fullmatch(name)]
        extents = {part: extent_of(self._chunks(part)) for part in parts}
        self._check_texts(extents)
        codes, styles = self._styles() if is_seen else (("",), {})
        for part, extent in extents.items():
            if part not in names:
                continue
            formats = styled_cells(self._chunks(part), styles, extent)
            yield names[part], Told(extent, self._notes(part) if is_seen else {}, formats, codes)

    def _names_of_sheets(self) -> dict[str, str]:
        """The sheets' names by the parts that hold them."""
        targets = {key: part for key, _, part in self._relations("xl/workbook.xml")}
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return {
            targets.get(str(value), ""): str(sheet.get("name"))
            for sheet in etree.fromstring(self._listing("xl/workbook.xml"), parser).iter("{*}sheet")
            for key, value in sheet.attrib.items()
            if str(key).endswith("}id")
        }

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """The id, the kind and the part of each relation of a part to another."""
        folder, _, name = part.rpartition("/")
        relations = self._by_lower.get(f"{folder}/_rels/{name}.rels".lower())
        if relations is None:
            return
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        for each in etree.fromstring(self._listing(relations), parser).iter("{*}Relationship"):
            target = posixpath.normpath(posixpath.join(f"/{folder}", each.get("Target", ""))).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            yield each.get("Id", ""), kind, self._by_lower.get(target.lower(), target)

    def _listing(self, part: str) -> bytes:
        if self._package.getinfo(part).file_size > _MOST_OF_LISTS:
            raise TooMuchError
        return self._package.read(part)

    def _check_texts(self, extents: Mapping[str, Extent]) -> None:
        """Refuse cells that share so long texts that they are far more when each has its own."""
        part = self._by_lower.get(_TEXTS)
        cells = sum(extent.texts for extent in extents.values())
        if part is None or cells * longest_text(self._chunks(part)()) <= MOST_CHARACTERS:
            return  # nearly always
        lengths = lengths_of_texts(self._chunks(part)())
        total = 0
        for sheet, extent in extents.items():
            if extent.texts:
                total += characters_of(self._chunks(sheet), lengths)
            if total > MOST_CHARACTERS:
                raise TooMuchError

    def _styles(self) -> tuple[Sequence[str], Mapping[str, int]]:
        """The codes of number formats that tell something, and for a cell's style which of them it has."""
        from moushi.intake.number_formats import telling_code

        part = self._by_lower.get(_STYLES)
        codes, styles = [""], {}
        known: dict[tuple[int, str | None], int] = {}
        for place, kind in enumerate(styles_in(self._chunks(part)()) if part else ()):
            if kind not in known and len(known) < _MOST_FORMATS:
                telling = telling_code(*kind)
                known[kind] = len(codes) if telling and len(codes) < 255 else 0
                codes += [telling] if telling and known[kind] else []
            if known.get(kind):
                styles[str(place)] = known[kind]
        return codes, styles

    def _notes(self, part: str) -> Mapping[tuple[int, int], str]:
        """The comments on a sheet's cells; of a thread all that was said."""
        found: dict[tuple[int, int], str] = {}
        relations = sorted(self._relations(part), key=lambda each: each[1] == "threadedComment")
        for _, kind, target in relations:
            if kind in ("comments", "threadedComment") and target in self._names:
                found.update(comments_in(self._chunks(target)()))
        if len(found) > MOST_ODD_CELLS:
            raise TooMuchError
        return found

    def _chunks(self, name: str) -> Chunks:
        return partial(_pieces, self._package, name)


def _pieces(package: zipfile.ZipFile, name: str) -> Iterable[bytes]:
    """A part in pieces that end with a whole tag."""
    kept = b""
    with package.open(name) as part:
        while piece := part.read(_CHUNK):
            whole, mark, kept = (kept + piece).rpartition(b">")
            yield whole + mark
    yield kept

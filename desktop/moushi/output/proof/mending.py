"""Mends the PDF that Qt wrote: what its glyphs say when they are copied, bookmarks, properties, page size.

Qt guesses a glyph's text from its face, and faces share glyphs: 一 comes out as the radical ⼀. Here every
glyph that was painted is known with its text. Where one glyph stands for several texts, or is a mark that is
squeezed, each gets a code of its own that leads to the same outline (PDF 32000-1, 9.7.4.2 CIDToGIDMap, 9.10.3
ToUnicode); readers that put words together by widths then see no mark lie over the word after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape  # writes only

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

from moushi.errors import MoushiError

Said = tuple[str, int]
"""What a glyph says, and the room it takes up in thousandths of an em, 0 for its own width."""

_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]{4})> Tj")
_UPSIDE = re.compile(rb"([\d.]+) 0 0 -[\d.]+ 0 ([\d.]+) cm")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BLOCK = 100  # entries that one block of a map may have


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to go to: a sheet, how far down it in points, and what stands there; `depth` from 0."""

    title: str
    sheet: int
    y: float
    depth: int


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; `made_at` has a time zone, sizes are points."""

    title: str
    author: str
    subject: str
    made_at: datetime
    width: float
    height: float


def mended(
    pdf: bytes,
    said: Sequence[Sequence[Said]],
    bookmarks: Sequence[Bookmark],
    properties: Properties,
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> bytes:
    """The PDF with what was painted, sheet by sheet and glyph by glyph; the same input gives the same bytes.

    Raises:
        MoushiError: a face went into the file as drawings, so that its words could not be copied.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    fonts: dict[int, _Font] = {}
    page: Any
    for number, (page, glyphs) in enumerate(zip(writer.pages, said, strict=True)):
        report(number, len(said))
        held: dict[str, _Font] = {}
        for name, font in page["/Resources"]["/Font"].items():
            if font.idnum not in fonts:
                fonts[font.idnum] = _Font(font.get_object(), len(fonts))
            held[name.removeprefix("/")] = fonts[font.idnum]
        contents = page["/Contents"].get_object()
        contents.set_data(_with_codes(contents.get_data(), held, iter(glyphs), properties.height))
        box = RectangleObject((0, 0, round(properties.width, 3), round(properties.height, 3)))
        page.mediabox = box
        page.trimbox = box
        del page["/Annots"]
    for font in fonts.values():
        font.mend(writer)
    _add_bookmarks(writer, bookmarks, properties.height)
    _add_properties(writer, properties)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class _Font:
    """An embedded face: its dictionary, and the code of each glyph with what it says."""

    def __init__(self, font: Any, number: int) -> None:
        self._font = font
        self._face = font["/DescendantFonts"][0].get_object()
        self._descriptor = self._face["/FontDescriptor"].get_object()
        self._name = f"/MS{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}AA+{font['/BaseFont'][1:]}"
        self._glyphs = _glyph_count(self._descriptor["/FontFile2"].get_object().get_data())
        self._codes: dict[tuple[int, Said], int] = {}
        self._ways = list(range(self._glyphs))  # code → glyph
        self._taken: set[int] = set()

    def code_of(self, glyph: int, said: Said) -> int:
        """The glyph's own code for the first of its texts, another one for each further text or width."""
        code = self._codes.get((glyph, said))
        if code is None:
            code = glyph
            if glyph in self._taken or not glyph or said[1]:  # 0 is no character's: readers may drop it
                code = len(self._ways)
                self._ways.append(glyph)
            self._taken.add(code)
            self._codes[glyph, said] = code
        return code

    def mend(self, writer: PdfWriter) -> None:
        """Write the map of texts, and where there are codes beyond the glyphs' own, the way to the glyphs."""
        self._font["/ToUnicode"].get_object().set_data(_unicode_map(self._codes))
        for each in (self._font, self._face):  # Qt's tags are others at each time
            each[NameObject("/BaseFont")] = NameObject(self._name)
        self._descriptor[NameObject("/FontName")] = NameObject(self._name)
        if len(self._ways) == self._glyphs:
            return
        held = _widths(self._face)
        widths = [NumberObject(held.get(glyph, self._face.get("/DW", 1000))) for glyph in self._ways]
        for (_, (_, room)), code in self._codes.items():
            if room:
                widths[code] = NumberObject(room)
        self._face[NameObject("/W")] = ArrayObject([NumberObject(0), ArrayObject(widths)])
        way = StreamObject()
        way.set_data(b"".join(glyph.to_bytes(2, "big") for glyph in self._ways))
        self._face[NameObject("/CIDToGIDMap")] = writer._add_object(way.flate_encode())  # noqa: SLF001 - none other
        self._descriptor.pop("/CIDSet", None)  # lists the glyphs' own codes only


def _glyph_count(face: bytes) -> int:
    """The number of glyphs in a TrueType file: `numGlyphs` of its table maxp."""
    for number in range(int.from_bytes(face[4:6], "big")):
        entry = face[12 + 16 * number : 28 + 16 * number]
        if entry[:4] == b"maxp":
            begins = int.from_bytes(entry[8:12], "big")
            return int.from_bytes(face[begins + 4 : begins + 6], "big")
    return 0xFFFF


def _widths(face: Any) -> dict[int, float]:
    """Widths by code from an array of both `first [w …]` and `first last w` (PDF 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    entries = iter(face.get("/W", ()))
    for first in entries:
        second = next(entries)
        if isinstance(second, ArrayObject):
            widths |= dict(enumerate(second, first))
        else:
            widths |= dict.fromkeys(range(first, second + 1), next(entries))
    return widths


def _with_codes(content: bytes, fonts: dict[str, _Font], glyphs: Iterator[Said], height: float) -> bytes:
    """A sheet's drawing commands with the codes of the texts, on a sheet of exactly that height."""
    font: _Font | None = None

    def coded(found: re.Match[bytes]) -> bytes:
        nonlocal font
        if found[1]:
            font = fonts[found[1].decode()]
            return found[0]
        said = next(glyphs, None)
        if said is None or font is None:
            raise _drawn()
        return b"<%04X> Tj" % font.code_of(int(found[2], 16), said)

    mended = _SHOWN.sub(coded, content)
    if next(glyphs, None) is not None:
        raise _drawn()
    return _UPSIDE.sub(rb"\g<1> 0 0 -\g<1> 0 %.3f cm" % height, mended, count=1)


def _drawn() -> MoushiError:
    return MoushiError(
        "A typeface of this layout cannot be put into a PDF as type, so that its words could not be copied. "
        "Name another face in the layout and try again."
    )


def _unicode_map(codes: dict[tuple[int, Said], int]) -> bytes:
    entries = sorted((code, text) for (_, (text, _)), code in codes.items())
    blocks = []
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines = (f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block)
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{''.join(blocks)}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def _add_bookmarks(writer: PdfWriter, bookmarks: Sequence[Bookmark], height: float) -> None:
    over: list[Any] = []
    for bookmark in bookmarks:
        del over[bookmark.depth :]
        over.append(
            writer.add_outline_item(
                title=bookmark.title,
                page_number=bookmark.sheet,
                parent=over[-1] if over else None,
                fit=Fit.xyz(left=0, top=round(height - bookmark.y, 2)),
            )
        )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Moushi</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _xmp(properties: Properties) -> bytes:
    """The properties once more, as XMP (ISO 16684-1), without what XML cannot hold."""
    said = {"title": properties.title, "author": properties.author, "subject": properties.subject}
    made = properties.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = {name: escape(_NOT_IN_XML.sub("", text)) for name, text in said.items()}
    return _XMP.format(made=made, **texts).encode()


def _add_properties(writer: PdfWriter, properties: Properties) -> None:
    made = properties.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    said = {
        "/Title": properties.title,
        "/Author": properties.author,
        "/Subject": properties.subject,
        "/Creator": "Moushi",
        "/CreationDate": made,
        "/ModDate": made,
    }
    writer.metadata = {name: text for name, text in said.items() if text}
    root: Any = writer.root_object
    root.pop("/Names", None)  # of no files
    root["/Metadata"].get_object().set_data(_xmp(properties))
    root[NameObject("/Lang")] = TextStringObject("zh-CN")
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )
    if writer.outline:
        root[NameObject("/PageMode")] = NameObject("/UseOutlines")

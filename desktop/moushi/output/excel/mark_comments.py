"""The comments of marks: put on cells beside those that are there, and taken off again.

A comment is text in the comments part and a shape in a legacy VML drawing. That drawing is often no
well-formed XML, so shapes go into it, and out of it, as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from lxml import etree

from moushi.domain.cell_names import Place, cell_name, cell_named
from moushi.domain.return_book import TO_CHECK, TO_MEND, marks_begin
from moushi.output.excel.parts import Package, child, children, local, made, put, put_in_order, relation_id

AUTHOR = "谋实"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER = frozenset(
    (
        *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent"),
        *("webPublishItems", "tableParts", "extLst"),
    )
)
_EMPTY_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{number}"/></o:shapelayout>{kind}</xml>'
)
_KIND = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:60pt;margin-top:2pt;width:216pt;height:{height}pt;z-index:{layer};'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_ONE_SHAPE = re.compile(rb"<((?:\w+:)?)shape\b[^>]*>.*?</\1shape>", re.DOTALL)
_AT = re.compile(rb"<(?:\w+:)?(Row|Column)>\s*(\d+)\s*</")
_NUMBER = re.compile(rb"_x0000_s(\d+)")
_END = re.compile(rb"</\s*(?:\w+:)?xml\s*>\s*$")
_PER_LINE = 17  # characters in a line of the box
_LINE = 14  # pt
_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a cell: a line for each thing to mend."""

    place: Place
    lines: Sequence[str]


class SheetComments:
    """The comments of one sheet."""

    def __init__(self, package: Package, sheet: str, number: int) -> None:
        """Take a sheet by its part; `number` counts the sheets from 1."""
        self._package, self._sheet, self._number = package, sheet, number
        self._part = package.related(sheet, "comments")
        if self._part is not None and not package.has(self._part):
            self._part = None

    def take_off(self) -> bool:
        """Take off what marks have said before; whether there was any."""
        if self._part is None:
            return False
        root = self._package.root(self._part)
        authors = [each.text or "" for each in children(child(root, "authors"), "author")]
        gone: set[Place] = set()
        changed = False
        for comment in list(children(child(root, "commentList"), "comment")):
            number = comment.get("authorId") or ""
            is_ours = number.isdecimal() and authors[int(number) : int(number) + 1] == [AUTHOR]
            kept = "" if is_ours else _cut(child(comment, "text"))
            if kept is None:
                continue
            changed = True
            if not kept.strip():
                comment.getparent().remove(comment)  # type: ignore[union-attr]  # it stands in a list
                if (place := cell_named(comment.get("ref") or "")) is not None:
                    gone.add(place)
        if changed:
            self._package.keep(self._part)
            self._take_shapes(gone)
        return changed

    def _take_shapes(self, gone: set[Place]) -> None:
        drawing = self._drawing()
        if drawing is None or not gone:
            return

        def left(shape: re.Match[bytes]) -> bytes:
            at = {name: int(value) for name, value in _AT.findall(shape[0])}
            return b"" if (at.get(b"Row"), at.get(b"Column")) in gone else shape[0]

        self._package.write(drawing, _ONE_SHAPE.sub(left, self._package.read(drawing)))

    def put_on(self, notes: Iterable[Note]) -> None:
        """Say something of cells, after what is said there already."""
        package = self._package
        root = self._root()
        listed = child(root, "commentList")
        if listed is None:
            listed = put(root, "commentList")
        held = {comment.get("ref"): comment for comment in children(listed, "comment")}
        authors = [each.text or "" for each in children(child(root, "authors"), "author")]
        fresh = []
        for note in notes:
            comment = held.get(cell_name(note.place))
            if comment is None:
                comment = put(listed, "comment", ref=cell_name(note.place), authorId=str(self._author(root)))
                _say(put(comment, "text"), note.lines, follows=False)
                fresh.append(note)
                continue
            number = comment.get("authorId") or ""
            by = "".join(authors[int(number) : int(number) + 1]) if number.isdecimal() else ""
            if not by.startswith("tc="):  # the shadow of a thread: programs read the thread instead
                text = child(comment, "text")
                _say(text if text is not None else put(comment, "text"), note.lines, follows=True)
        assert self._part is not None
        package.keep(self._part)
        self._draw(fresh)

    def _root(self) -> etree._Element:
        package = self._package
        if self._part is None:
            self._part = package.free("xl/comments{}.xml")
            space = etree.QName(package.root(self._sheet)).namespace
            empty = f'<comments xmlns="{space}"><authors/><commentList/></comments>'
            package.write(self._part, empty.encode())
            package.relate(self._sheet, self._part, "comments")
            package.typed(self._part, _CONTENT)
        return package.root(self._part)

    @staticmethod
    def _author(root: etree._Element) -> int:
        authors = child(root, "authors")
        if authors is None:
            authors = made(root, "authors")
            root.insert(0, authors)
        names = [each.text or "" for each in children(authors, "author")]
        if AUTHOR not in names:
            put(authors, "author").text = AUTHOR
            names.append(AUTHOR)
        return names.index(AUTHOR)

    def _drawing(self) -> str | None:
        legacy = child(self._package.root(self._sheet), "legacyDrawing")
        if legacy is None:
            return None
        part = self._package.target(self._sheet, relation_id(legacy))
        return part if part is not None and self._package.has(part) else None

    def _draw(self, notes: Sequence[Note]) -> None:
        """Draw the boxes of new comments."""
        if not notes:
            return
        package = self._package
        drawing = self._drawing()
        if drawing is None:
            drawing = package.free("xl/drawings/vmlDrawing{}.vml")
            package.write(drawing, _EMPTY_DRAWING.format(number=self._number, kind=_KIND).encode())
            package.typed_by_ending("vml", _VML)
            relation = package.relate(self._sheet, drawing, "vmlDrawing")
            root = package.root(self._sheet)
            for old in list(children(root, "legacyDrawing")):
                root.remove(old)
            legacy = made(root, "legacyDrawing")
            legacy.set(etree.QName(package.dialect, "id"), relation)
            put_in_order(root, legacy, _AFTER)
        data = package.read(drawing)
        numbers = [int(each) for each in _NUMBER.findall(data)]
        ids = count(max(numbers, default=1024 * self._number) + 1)
        shapes = "".join(_shape(note, next(ids), layer) for layer, note in enumerate(notes, len(numbers) + 1))
        if b"_x0000_t202" not in data:
            shapes = _KIND + shapes
        end = _END.search(data)
        at = end.start() if end else len(data)
        package.write(drawing, data[:at] + shapes.encode() + data[at:])


def _shape(note: Note, number: int, layer: int) -> str:
    row, column = note.place
    lines = min(sum(-(-len(line) // _PER_LINE) for line in note.lines) + 1, _MOST_LINES)
    return _SHAPE.format(
        id=number,
        layer=layer,
        height=lines * _LINE + 8,
        left=column + 1,
        right=column + 4,
        top=max(row - 1, 0),
        bottom=max(row - 1, 0) + lines,
        row=row,
        column=column,
    )


def _say(text: etree._Element, lines: Sequence[str], *, follows: bool) -> None:
    """Add lines to a comment's text; plain text is made a run first, since only runs can follow it."""
    plain = child(text, "t")
    if plain is not None and follows:
        run = made(text, "r")
        text.replace(plain, run)
        run.append(plain)
    for number, line in enumerate(lines):
        mark = next((mark for mark in (TO_MEND, TO_CHECK) if line.startswith(mark)), "")
        before = "\n" if number or follows else ""
        if mark:
            _run(text, before + mark, bold=True)
            before = ""
        _run(text, before + line.removeprefix(mark), bold=False)


def _run(text: etree._Element, words: str, *, bold: bool) -> None:
    run = put(text, "r")
    look = put(run, "rPr")
    if bold:
        put(look, "b")
    put(look, "sz", val="10")
    put(look, "rFont", val="宋体")
    put(look, "charset", val="134")
    put(run, "t", words)


def _cut(text: etree._Element | None) -> str | None:
    """Cut off what marks have added to a comment; what is left of it, None when nothing was cut."""
    if text is None:
        return None
    parts = [each for each in text.iter() if local(each) == "t"]
    whole = "".join(each.text or "" for each in parts)
    at = marks_begin(whole)
    if at is None:
        return None
    kept = whole[:at].rstrip()
    room = len(kept)
    for each in parts:
        each.text, room = (each.text or "")[:room], max(room - len(each.text or ""), 0)
        run = each.getparent()
        if not each.text and run is not None and local(run) == "r":
            text.remove(run)
    return kept

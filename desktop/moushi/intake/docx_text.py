"""A .docx as the paragraphs that a person reads in Word: changes accepted, numbers resolved, marks kept.

Read from the XML itself: what stands in tracked insertions, content controls, text boxes, hyperlinks and
fields is text; what is deleted, hidden, a field's code, a note or a comment is not. Clauses are those of
ECMA-376 part 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from moushi.changes.model import Finding, Severity
from moushi.compile.documents import COPY_NOTE
from moushi.errors import Message, say
from moushi.intake.docx_package import Package, attribute, child, children, is_on, name_of
from moushi.intake.docx_styles import Styles
from moushi.intake.source import SourceFile

_GONE = frozenset({"w:del", "w:moveFrom"})
_NO_TEXT = frozenset(
    {"w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delInstrText", "w:delText", "w:rt", "w:sectPr"}
)
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}
_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xFC: "✓"}
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the signs of symbol fonts


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark's part of a paragraph: characters from `start` up to `end`; `id` tells it from a copy."""

    name: str
    start: int
    end: int
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class DocxParagraph:
    """A paragraph as shown; `index` counts from 1, `level` is the outline level from 1 (None: body text).

    `number` is its automatic number, `gap` the blank after it; `bold` counts the bold characters it begins
    with. A mark that goes on over several paragraphs has a part in each.
    """

    index: int
    text: str
    style: str = ""
    level: int | None = None
    number: str = ""
    gap: str = ""
    bold: int = 0
    marks: tuple[Mark, ...] = ()

    @property
    def printed(self) -> str:
        """Number and text as a reader sees them."""
        return self.number + self.gap + self.text

    @property
    def where(self) -> str:
        """`line:column`, the paragraph counting as the line."""
        return f"{self.index}:1"


@dataclass(frozen=True, slots=True)
class DocxDocument:
    """A document's paragraphs, what was left out of them, and its custom properties."""

    paragraphs: tuple[DocxParagraph, ...]
    findings: tuple[Finding, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


def read_docx(source: SourceFile) -> DocxDocument:
    """The document's text; `UnreadableError` when the file is damaged, cut short or locked."""
    package = Package(source)
    body = child(package.needed_part("word/document.xml"), "w:body")
    story = _Story(Styles(package), body)
    if body is not None:
        story.blocks(body)
    paragraphs = (_paragraph(n, draft, story.styles) for n, draft in enumerate(story.finished, start=1))
    told = tuple(paragraph for paragraph in paragraphs if not paragraph.text.startswith(COPY_NOTE))
    return DocxDocument(told, tuple(_left_out(package, story.hidden)), package.properties())


def article_lines(paragraphs: Iterable[DocxParagraph]) -> list[tuple[str, str]]:
    """The printed lines with their places, for the reader of newspaper pages: a break begins a new line."""
    lines: list[tuple[str, str]] = []
    for paragraph in paragraphs:
        column = 1
        for line in paragraph.printed.split("\n"):
            if line.strip():
                lines.append((line.replace("\t", " "), f"{paragraph.index}:{column}"))
            column += len(line) + 1
    return lines


@dataclass(slots=True)
class _Draft:
    """A paragraph while it is read."""

    properties: etree._Element | None
    parts: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    marks: list[Mark] = field(default_factory=list)
    begun: dict[str, int] = field(default_factory=dict)
    mark_gone: bool = False

    def add(self, text: str, *, bold: bool) -> None:
        if bold and self.bold == self.length:
            self.bold += len(text)
        self.parts.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _OpenMark:
    name: str
    id: str
    has_text: bool = False


class _Story:
    """A run of blocks with fields and bookmarks of its own: the body, or a text box."""

    def __init__(self, styles: Styles, container: etree._Element | None) -> None:
        self.styles = styles
        self.finished: list[_Draft] = []
        self.hidden = 0
        self._draft: _Draft | None = None
        self._marks: dict[str, _OpenMark] = {}
        self._codes: list[bool] = []  # for each field that is open: whether its code is being read
        self._has_fields = container is not None and _fields_close(container)

    def blocks(self, container: etree._Element) -> None:
        """Read paragraphs, tables and what holds them; a paragraph never goes on past the container."""
        for element in container:
            name = name_of(element)
            if name == "w:p":
                self._read_paragraph(element)
            elif name == "w:tbl":
                self._finish()
                for row in children(element, "w:tr"):
                    self._read_row(row)
            elif name in _GONE or name == "w:sdtPr" or name.endswith("Pr"):
                continue
            elif name == "mc:AlternateContent":
                self.blocks(_chosen(element))
            elif name in {"w:bookmarkStart", "w:bookmarkEnd"}:
                self._read_bookmark(element)
            else:
                self.blocks(element)
        if name_of(container) in {"w:body", "w:tc", "w:txbxContent"}:
            self._finish()

    def _read_row(self, row: etree._Element) -> None:
        if child(row, "w:trPr", "w:del") is not None:
            return
        for cell in row:
            if name_of(cell) == "w:tc":
                if child(cell, "w:tcPr", "w:cellDel") is None:
                    self.blocks(cell)
            elif name_of(cell) in {"w:sdt", "w:customXml", "w:bookmarkStart", "w:bookmarkEnd"}:
                wrapped = child(cell, "w:sdtContent")
                self._read_bookmark(cell) if wrapped is None else self._read_row(wrapped)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "w:pPr")
        draft = self._draft
        if draft is None:
            draft = _Draft(properties)
            draft.begun = dict.fromkeys(self._marks, 0)
        elif draft.length == 0:
            draft.properties = properties
        self._draft = draft
        style_bold = self.styles.is_bold(properties)
        for element in paragraph:
            self._inline(element, gone=False, bold=style_bold)
        mark = child(properties, "w:rPr")
        draft.mark_gone = any(child(mark, name) is not None for name in _GONE)
        if not draft.mark_gone:  # else the next paragraph's text goes on here
            self._finish()

    def _finish(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        for mark_id, start in draft.begun.items():
            self._mark(draft, self._marks[mark_id], start, closing=False)
        if draft.length or not draft.mark_gone:
            self.finished.append(draft)

    def _inline(self, element: etree._Element, *, gone: bool, bold: bool) -> None:
        name = name_of(element)
        if name in {"w:t", "m:t"}:
            self._add(str(element.text or ""), gone=gone, bold=bold)
        elif name in _SIGNS:
            self._add(_SIGNS[name], gone=gone, bold=bold)
        elif name == "w:br":
            if attribute(element, "type") not in {"page", "column"}:  # those only place what follows
                self._add("\n", gone=gone, bold=bold)
        elif name == "w:sym":
            self._add(_symbol(element), gone=gone, bold=bold)
        elif name == "w:fldChar":
            self._read_field(attribute(element, "fldCharType"))
        elif name in {"w:bookmarkStart", "w:bookmarkEnd"}:
            self._read_bookmark(element)
        elif name == "w:txbxContent":
            if not gone:
                self._read_box(element)
        elif name not in _NO_TEXT:
            self._inside(element, name, gone=gone, bold=bold)

    def _inside(self, element: etree._Element, name: str, *, gone: bool, bold: bool) -> None:
        """Read what an element holds: a run, a change, a link, a content control, a drawing."""
        if name == "w:r":
            properties = child(element, "w:rPr")
            weight = child(properties, "w:b")
            bold = bold if weight is None else is_on(weight)
            if is_on(child(properties, "w:vanish")) and not gone:
                gone = True
                self.hidden += sum(len(inner.text or "") for inner in children(element, "w:t"))
        elif name == "mc:AlternateContent":
            element = _chosen(element)
        elif name == "w:sdt" and is_on(child(element, "w:sdtPr", "w:showingPlcHdr")):
            return  # "click here to enter text"
        for inner in element:
            self._inline(inner, gone=gone or name in _GONE, bold=bold)

    def _add(self, text: str, *, gone: bool, bold: bool) -> None:
        if self._draft is not None and not gone and not any(self._codes):
            self._draft.add(text, bold=bold)

    def _read_field(self, kind: str | None) -> None:
        if not self._has_fields:
            return
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _read_box(self, content: etree._Element) -> None:
        """A text box stands before the paragraph that it is anchored in."""
        box = _Story(self.styles, content)
        box.blocks(content)
        self.finished += box.finished
        self.hidden += box.hidden

    def _read_bookmark(self, element: etree._Element) -> None:
        mark_id = attribute(element, "id") or ""
        if name_of(element) == "w:bookmarkStart":
            self._marks[mark_id] = _OpenMark(attribute(element, "name") or "", mark_id)
            if self._draft is not None:
                self._draft.begun[mark_id] = self._draft.length
        elif mark_id in self._marks:
            mark = self._marks.pop(mark_id)
            if self._draft is not None and mark_id in self._draft.begun:
                self._mark(self._draft, mark, self._draft.begun.pop(mark_id), closing=True)

    @staticmethod
    def _mark(draft: _Draft, mark: _OpenMark, start: int, *, closing: bool) -> None:
        """Note a mark's part; an empty one only where the whole mark is empty."""
        if draft.length > start or (closing and not mark.has_text):
            draft.marks.append(Mark(mark.name, start, draft.length, mark.id))
            mark.has_text = True


def _paragraph(index: int, draft: _Draft, styles: Styles) -> DocxParagraph:
    counted = styles.count(draft.properties)
    return DocxParagraph(
        index=index,
        text="".join(draft.parts),
        style=styles.name(styles.style_of(draft.properties)),
        level=styles.outline_level(draft.properties),
        number=counted.text if counted else "",
        gap=counted.gap if counted else "",
        bold=draft.bold,
        marks=tuple(sorted(draft.marks, key=lambda mark: (mark.start, mark.end))),
    )


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The one of several writings of the same content that is read (part 3, clause 7.7)."""
    for name in ("mc:Choice", "mc:Fallback"):
        found = child(alternatives, name)
        if found is not None:
            return found
    return alternatives


def _fields_close(container: etree._Element) -> bool:
    """Whether every field that begins also ends; otherwise all text is kept rather than lost as code."""
    depth = 0
    for element in container.iter():
        if name_of(element) == "w:fldChar":
            depth += {"begin": 1, "end": -1}.get(attribute(element, "fldCharType") or "", 0)
            if depth < 0:
                return False
    return depth == 0


def _symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
        sign = chr(code)
    except (ValueError, OverflowError):
        return ""
    wingdings = code in _PRIVATE and "Wingdings" in (attribute(element, "font") or "")
    return _WINGDINGS.get(code & 0xFF, sign) if wingdings else sign


def _left_out(package: Package, hidden: int) -> Iterable[Finding]:
    """What a person may look for in the text and not find there."""
    comments = len(list(children(package.part("word/comments.xml"), "w:comment")))
    notes = sum(
        attribute(note, "type") in {None, "normal"}
        for part, name in (("footnotes", "w:footnote"), ("endnotes", "w:endnote"))
        for note in children(package.part(f"word/{part}.xml"), name)
    )
    if comments:
        yield _hint(
            say("{count} comments stand beside the text and were left out.", count=comments),
            say("Read them in Word or WPS, and change the text where they ask for it."),
        )
    if notes:
        yield _hint(
            say("{count} footnotes or endnotes were left out.", count=notes),
            say("If they belong to the text, put them into it and take the file in again."),
        )
    if hidden:
        yield _hint(
            say("{count} characters of hidden text were left out.", count=hidden),
            say("If they belong to the text, show them in Word and take the file in again."),
        )


def _hint(message: Message, action: Message) -> Finding:
    return Finding(Severity.HINT, "1:1", message, action)

"""An edited export as its words in a row, each with the field that its mark names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from moushi.changes.model import Finding
from moushi.compile.documents import Ref
from moushi.compile.marks import ref_of
from moushi.intake.docx_text import DocxDocument, DocxParagraph

_NAME_LENGTH = 35  # of a mark's name without an index; programs that double a mark lengthen it


@dataclass(frozen=True, slots=True)
class Segment:
    """Words in a row that belong to one field, or to none; `paragraph` and `last` count the document's.

    `mark` is the id of the bookmark that says so.
    """

    text: str
    ref: Ref | None
    paragraph: int
    column: int
    last: int
    mark: str = ""

    @property
    def where(self) -> str:
        """`line:column`."""
        return f"{self.paragraph}:{self.column}"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An edited export: which export and article it was, its words in order, and what was left out of it."""

    export_id: UUID | None
    article_id: UUID | None
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...] = ()


def is_manuscript(document: DocxDocument) -> bool:
    """Whether the document is one of our exports: it names its export, or marks of ours stand in it."""
    return "moushi-export" in document.properties or any(
        _ref(mark.name) for paragraph in document.paragraphs for mark in paragraph.marks
    )


def read_manuscript(document: DocxDocument) -> Manuscript:
    """The words of an edited export, each with the field that its mark names."""
    segments = tuple(part for paragraph in document.paragraphs for part in _segments(paragraph))
    return Manuscript(
        export_id=_id(document.properties.get("moushi-export", "")),
        article_id=_id(document.properties.get("moushi-article", "")),
        segments=segments,
        findings=document.findings,
    )


def _ref(name: str) -> Ref | None:
    return ref_of(name) or ref_of(name[:_NAME_LENGTH])


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _segments(paragraph: DocxParagraph) -> Iterator[Segment]:
    """The paragraph cut at the ends of its marks; where marks overlap, the one that begins later holds."""
    marks = [(mark, ref) for mark in paragraph.marks if (ref := _ref(mark.name))]
    cuts = {0, len(paragraph.text), *(end for mark, _ in marks for end in (mark.start, mark.end))}
    for start, end in pairwise(sorted(cuts)):
        holding = [
            (mark.start, mark.id, ref) for mark, ref in marks if mark.start <= start and end <= mark.end
        ]
        _, mark_id, ref = max(holding, key=lambda held: held[0]) if holding else (0, "", None)
        yield Segment(paragraph.text[start:end], ref, paragraph.index, start + 1, paragraph.index, mark_id)

"""Places: where in a text, a document or a workbook something was found, and where a text stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from moushi.changes.model import Change, Edit, Insert, Proposal
from moushi.domain.cell_names import cell_named
from moushi.domain.record import Record
from moushi.domain.records import Article, Passage, Plan, PlanItem, Theme
from moushi.errors import Message, say
from moushi.intake.source import FileKind

_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")  # as intake counts lines
_KNOWN_BY = 24  # characters by which a text is found
_LEAST = 4


def place_words(where: str, kind: FileKind | None = FileKind.TEXT) -> Message | None:
    """A finding's place as a person says it; None when it names none."""
    sheet, mark, cell = where.rpartition("!")
    if mark:
        return say("sheet “{sheet}”, cell {cell}", sheet=sheet, cell=cell)
    line, _, column = where.partition(":")
    if not line.isdigit():
        return say("{place}", place=where) if where else None
    if kind is FileKind.WORD:
        return say("paragraph {number}", number=line)
    if column in ("", "1"):
        return say("line {line}", line=line)
    return say("line {line}, character {column}", line=line, column=column)


def line_of(where: str) -> int | None:
    """The line, from 1, that a place names."""
    line, _, _ = where.partition(":")
    return int(line) if line.isdigit() else None


def cell_of(where: str) -> tuple[str, int, int] | None:
    """The sheet, row and column, from 0, that a place in a workbook names; None when it names none.

    Of several cells (`Sheet!A2:C2`) it is the first.
    """
    sheet, _, cells = where.rpartition("!")
    found = cell_named(cells.partition(":")[0])
    return (sheet, *found) if sheet and found else None


@dataclass(frozen=True)
class SourceText:
    """The lines of a text as the person brought it."""

    lines: tuple[str, ...] = field(repr=False)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All characters but blanks as one text, and where each line begins in it."""
        bare = ["".join(line.split()) for line in self.lines]
        starts: list[int] = []
        count = 0
        for line in bare:
            starts.append(count)
            count += len(line)
        return "".join(bare), starts

    def find(self, text: str, after: int = 0) -> int | None:
        """The offset, in characters but blanks, at which a text begins; looked for after `after` first."""
        joined, _ = self._joined
        wanted = "".join(text.split())[:_KNOWN_BY]
        if len(wanted) < _LEAST:
            return None
        found = joined.find(wanted, after)
        if found < 0:
            found = joined.find(wanted)
        return found if found >= 0 else None

    def line_at(self, offset: int) -> int:
        """The line, from 1, that holds the character at an offset."""
        return bisect_right(self._joined[1], offset)

    def offset_of(self, where: str) -> int | None:
        """The offset of `line:column`; None when the text has no such line."""
        line = line_of(where)
        if line is None or not 0 < line <= len(self.lines):
            return None
        column = where.partition(":")[2]
        before = self.lines[line - 1][: int(column) - 1] if column.isdigit() else ""
        return self._joined[1][line - 1] + len("".join(before.split()))


def source_text(text: str) -> SourceText:
    """A text's lines, counted as intake counts them."""
    return SourceText(tuple(_LINE_END.split(text)))


@dataclass(frozen=True, slots=True)
class Places:
    """On which line of the person's text a record begins, and which findings (positions) touch it."""

    lines: Mapping[UUID, int] = field(default_factory=dict)
    findings: Mapping[UUID, tuple[int, ...]] = field(default_factory=dict)


def places_of(proposal: Proposal, text: SourceText | None) -> Places:
    """Where the records of a proposal stand in the text that it was read from."""
    lines: dict[UUID, int] = {}
    spans: list[tuple[int, int, UUID]] = []
    last = 0
    for edit in proposal.edits if text else ():
        words = _words_of(edit)
        found = text.find(words, last) if text and words else None
        if text and found is not None:
            lines.setdefault(edit.id, text.line_at(found))
            spans.append((found, found + len("".join(words.split())), edit.id))
            last = found
    spans.sort()
    touching: dict[UUID, list[int]] = defaultdict(list)
    for number, finding in enumerate(proposal.findings):
        met = {edit.id for edit in finding.mend}
        offset = text.offset_of(finding.where) if text and not met else None
        if offset is not None:
            place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
            if place >= 0 and offset < spans[place][1]:
                met = {spans[place][2]}
        for record_id in met:
            touching[record_id].append(number)
    return Places(lines, {record_id: tuple(numbers) for record_id, numbers in touching.items()})


_TEXTS: dict[type[Record], str] = {
    Passage: "text",
    PlanItem: "text",
    Theme: "lead",
    Plan: "heading",
    Article: "headline",
}


def _words_of(edit: Edit) -> str:
    """The text by which the record of an edit is found in what was read."""
    name = _TEXTS.get(edit.kind)
    match edit:
        case Insert(record) if name:
            return str(getattr(record, name))
        case Change(_, _, changed, _, new) if changed == name:
            return str(new)
        case _:
            return ""

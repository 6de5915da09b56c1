"""A marked copy: the chamber's own file given back, with colours and comments where something is to mend."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from moushi.changes.model import Finding, Severity
from moushi.desk.exporting import Written
from moushi.desk.language import translations
from moushi.desk.places import cell_of
from moushi.desk.preferences import Language
from moushi.domain.kinds import ReturnEvent
from moushi.domain.return_book import HIDDEN_SHEET, MARKS_SHEET
from moushi.domain.returns import ReturnLine
from moushi.errors import MoushiError, say
from moushi.output.atomic import write_atomically

if TYPE_CHECKING:
    from moushi.desk.desk import Desk
    from moushi.intake.source import SourceFile
    from moushi.output.excel.marking import Mark
    from moushi.output.excel.plain_copy import PlainSheet

_ENDING = "（请修改）"


def marked_name(name: str) -> str:
    """What the marked copy of a file is called: 浮图镇商会回执（请修改）.xlsx."""
    return f"{PurePath(name).stem.removesuffix(_ENDING)}{_ENDING}.xlsx"


def to_be_mended(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What of the findings is for the chamber: no hint, no conflict that the office settles."""
    return tuple(
        finding for finding in findings if finding.severity is not Severity.HINT and finding.sides is None
    )


def write_marked_copy(
    desk: Desk, source: SourceFile, findings: Sequence[Finding], out: Path, *, now: datetime
) -> Written:
    """Write a copy of a return with all that is to be mended in it; the journal notes that it went back.

    Of .xlsx only the cells that are marked are touched. Other formats come back as a new .xlsx with the
    values of their sheets, which the warning says. All that is said in the copy is Chinese: the chamber
    reads it.

    Raises:
        MoushiError: there is nothing to mend, the file cannot be marked, or the copy cannot be written.
    """
    if out.suffix.lower() != ".xlsx":
        raise MoushiError(
            "{file}: marked copies are written as .xlsx. Give the file that ending.", file=out.name
        )
    told = to_be_mended(findings)
    if not told:
        raise MoushiError("{file}: there is nothing that the chamber has to mend.", file=source.name)
    data, is_converted = marked(source, told)
    write_atomically(out, data)
    warning = None
    if is_converted:
        warning = say(
            "{file} is no .xlsx: the marked copy is a new workbook with its values; looks and pictures "
            "stayed behind.",
            file=source.name,
        )
    return replace(_note(desk, source, told, out, data, now), warning=warning)


def marked(source: SourceFile, findings: Sequence[Finding]) -> tuple[bytes, bool]:
    """The marked copy's bytes, and whether it had to be made anew from the values of another format."""
    from moushi.output.excel.marking import is_xlsx, marked_copy
    from moushi.output.excel.plain_copy import plain_xlsx

    is_converted = not is_xlsx(source.data)
    data = plain_xlsx(tuple(_plain(source))) if is_converted else source.data
    return marked_copy(data, tuple(map(_mark, findings))), is_converted


def _mark(finding: Finding) -> Mark:
    from moushi.output.excel.marking import Mark

    words = translations(Language.CHINESE)
    text = "".join(said.render(words) for said in (finding.message, finding.advice) if said)
    found = cell_of(finding.where)
    if found is None:
        sheet = "" if ":" in finding.where or finding.where.startswith("line") else finding.where
        return Mark(sheet.rpartition("!")[0] or sheet, None, None, finding.severity, text)
    return Mark(*found, finding.severity, text)


def _plain(source: SourceFile) -> Iterator[PlainSheet]:
    """The sheets of a file of another format: those that are seen, and the one by which a return is known."""
    from moushi.intake.workbook import sheets_as_seen
    from moushi.output.excel.plain_copy import PlainSheet

    for sheet in sheets_as_seen(source):
        if sheet.name.startswith(MARKS_SHEET) or (sheet.is_hidden and sheet.name != HIDDEN_SHEET):
            continue
        formats = {
            (row, column): code
            for column in sheet.formats
            for row in range(len(sheet.rows))
            if (code := sheet.format_of(row, column))
        }
        yield PlainSheet(sheet.name, sheet.rows, sheet.merged, formats, is_hidden=sheet.is_hidden)


def _note(
    desk: Desk, source: SourceFile, told: Sequence[Finding], out: Path, data: bytes, now: datetime
) -> Written:
    """Note that a copy went back, where the journal knows that the file came, and can be written."""
    lines = [line for line in desk.store.returns() if line.sha256 == source.sha256]
    came = next((line for line in reversed(lines) if line.event is ReturnEvent.RECEIVED), None)
    if desk.read_only or came is None:
        return Written(out, in_journal=False)
    grave = sum(finding.severity is Severity.ERROR for finding in told)
    line = ReturnLine(
        id=came.id,
        at=now,
        person=desk.store.person,
        event=ReturnEvent.MARKED,
        chamber_id=came.chamber_id,
        period=came.period,
        file=str(out),
        sha256=hashlib.sha256(data).hexdigest(),
        errors=grave,
        warnings=len(told) - grave,
    )
    desk.store.record_returns([(line, None)])
    return Written(out, in_journal=True)

"""Workbooks and text tables for tests of lists, and proposals of them as a person reads them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl import Workbook

import factories as make
from moushi.changes.model import Change, Insert, Proposal, Severity, Source, applied
from moushi.domain.record import R, Record
from moushi.domain.records import Member, Post
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.grid import Grid
from moushi.intake.list_columns import headers_in
from moushi.intake.list_proposing import propose_lists
from moushi.intake.list_reading import ReadLists
from moushi.intake.list_table import read_lists
from moushi.intake.source import SourceFile
from moushi.intake.tables import read_tables
from moushi.intake.workbook import Sheet

OF = make.federation()
CODE = "91350100M000100Y43"
OTHER_CODE = "91330921MA2A2QAB4N"

Rows = Sequence[Sequence[object]]


def book(
    rows: Rows | Mapping[str, Rows],
    merged: Iterable[str] = (),
    hidden: Iterable[int] = (),
    hidden_sheets: Iterable[str] = (),
) -> bytes:
    """A workbook of one or several sheets; merged ranges (`A1:C1`) and hidden rows of the first one."""
    workbook = Workbook()
    for number, (name, cells) in enumerate((rows if isinstance(rows, Mapping) else {"名册": rows}).items()):
        sheet = workbook.create_sheet() if number else workbook.worksheets[0]
        sheet.title = name
        for row in cells:
            sheet.append([None if value == "" else value for value in row])
        sheet.sheet_state = "hidden" if name in hidden_sheets else "visible"
        if number == 0:
            for cells_merged in merged:
                sheet.merge_cells(cells_merged)
            for row in hidden:
                sheet.row_dimensions[row].hidden = True
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def patched(data: bytes, pattern: str, by: str) -> bytes:
    """The workbook with something else in the XML of its first sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = re.sub(pattern, by, part.decode()).encode()
            new.writestr(name, part)
    return file.getvalue()


def ods(rows: Rows) -> bytes:
    """A small OpenDocument sheet of texts and numbers."""

    def cell(value: object) -> str:
        if value in ("", None):
            return "<table:table-cell/>"
        is_number = isinstance(value, int | float)
        told = (
            f'office:value-type="float" office:value="{value}"' if is_number else 'office:value-type="string"'
        )
        return f"<table:table-cell {told}><text:p>{escape(str(value))}</text:p></table:table-cell>"

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body>'
        f'<office:spreadsheet><table:table table:name="名册">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return file.getvalue()


def taken(
    data: bytes | Rows,
    *held: Record,
    name: str = "名册.xlsx",
    federation: str | None = None,
    in_view: str | None = None,
) -> Proposal:
    """What taking in a list would change in a county that holds some records."""
    made = data if isinstance(data, bytes) else book(data)
    lists = read_tables(SourceFile(name, made), {})
    assert isinstance(lists, ReadLists)
    return propose_lists(lists, MemorySnapshot((OF, *held)), Source(name), federation, in_view=in_view)


def quick(rows: Rows, *held: Record) -> Proposal:
    """The same of one sheet, without making a workbook of it."""
    sheet = Sheet("名册", [list(row) for row in rows], ())
    lists = read_lists([(sheet, headers_in(Grid(sheet)))])
    return propose_lists(lists, MemorySnapshot((OF, *held)), Source("名册.xlsx"))


def after(proposal: Proposal, *held: Record) -> tuple[Record, ...]:
    """The records once a proposal is applied."""
    return tuple(applied({record.id: record for record in (OF, *held)}, proposal.edits).values())


def inserted(proposal: Proposal, kind: type[R]) -> list[R]:
    """The new records of a kind, in order."""
    return [e.record for e in proposal.edits if isinstance(e, Insert) and isinstance(e.record, kind)]


def names(proposal: Proposal) -> list[str]:
    """The names of the new members."""
    return [member.name for member in inserted(proposal, Member)]


def member(proposal: Proposal, name: str) -> Member:
    """The new member of that name."""
    return next(each for each in inserted(proposal, Member) if each.name == name)


def changed(proposal: Proposal) -> dict[str, object]:
    """What changes in records held, by field."""
    return {edit.field: edit.new for edit in proposal.edits if isinstance(edit, Change)}


def posts(proposal: Proposal, *held: Record) -> list[tuple[str, str, str, int | None]]:
    """New posts: who, as what, in which body, of which term."""
    known = {record.id: record for record in after(proposal, *held)}
    return [
        (
            known[post.member_id or post.person_id].name,  # type: ignore[index, attr-defined]
            post.role.value,
            known[post.chamber_id or post.federation_id].name,  # type: ignore[index, attr-defined]
            post.term_number,
        )
        for post in inserted(proposal, Post)
    ]


def told(proposal: Proposal, *severities: Severity) -> list[str]:
    """What was noticed: cell and message, of some severities or of warnings and errors."""
    wanted = severities or (Severity.ERROR, Severity.WARNING)
    return [
        f"{finding.where.rpartition('!')[2]} {finding.message}"
        for finding in proposal.findings
        if finding.severity in wanted
    ]


def hints(proposal: Proposal) -> list[str]:
    """The hints."""
    return told(proposal, Severity.HINT)

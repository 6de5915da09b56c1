"""Taking in files: recognised by content, read, compared with the records, proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from moushi.changes.model import ChangeSet, Finding, Proposal, Severity, Source
from moushi.compile.documents import ArticleDocument
from moushi.compile.documents_json import document_from_json
from moushi.desk.desk import Desk
from moushi.desk.planning import plan_of
from moushi.desk.readings import Readings
from moushi.desk.stepping import Step, SteppingSnapshot, on_and_on, unswept
from moushi.domain.period import Period, parse_period
from moushi.domain.records import Plan
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError, say
from moushi.intake.page import read_given_page, read_text_page
from moushi.intake.proposing import propose
from moushi.intake.reading import ReadPage
from moushi.intake.source import FileKind, SourceFile, UnreadableError, decode_text, file_kind, read_source

if TYPE_CHECKING:
    from moushi.desk.receiving import Receipts
    from moushi.intake.returns.reading import ReadReturn

__all__ = ["Batch", "UnreadableError", "Wish", "propose_file", "propose_source", "wish_of"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says beside the file: year, period, whose plan it is; None leaves it to the file.

    `in_view` is the federation that the person looks at: a list that names none is taken as that one's.
    `without_faulty`: a return is taken in without the cells that are faulty.
    """

    year: int | None = None
    period: Period | None = None
    federation: str | None = None
    in_view: str | None = None
    without_faulty: bool = False


def wish_of(year: int | None, period: str | None, federation: str | None) -> Wish:
    """The wish in a person's words; `MoushiError` when the period is none or not of that year."""
    named = parse_period(period) if period else None
    if named is not None and year not in (None, named.year):
        raise MoushiError(
            "The period {period} is not in {year}. Name a period of that year, or another --year.",
            period=period,
            year=year,
        )
    return Wish(year, named, federation)


@unswept()
def propose_file(desk: Desk, path: Path, wish: Wish, today: date) -> Proposal:
    """What taking in the file would change; `UnreadableError` when it cannot be read."""
    return propose_source(desk, read_source(path), wish, today)


def propose_source(desk: Desk, file: SourceFile, wish: Wish, today: date, step: Step = on_and_on) -> Proposal:
    """What taking in a file's bytes, or a pasted text's, would change; `UnreadableError` as above."""
    kind = file_kind(file)
    with desk.snapshot() as held:
        return propose_kind(desk, file, kind, SteppingSnapshot(held, step), wish, today, step, Readings())


def propose_kind(
    desk: Desk,
    file: SourceFile,
    kind: FileKind,
    snapshot: Snapshot,
    wish: Wish,
    today: date,
    step: Step,
    readings: Readings,
) -> Proposal:
    """What taking in a file of a known kind would change in what a snapshot shows.

    `readings` has the return in it, if that was read before, and keeps it.
    """
    source = Source(file.name, file.sha256, desk.store.person)
    if kind is FileKind.WORD:
        return _propose_word(desk, file, snapshot, source, wish, today)
    if kind is FileKind.TEXT:
        page = _read_text(decode_text(file), file.name)
    else:
        from moushi.desk.form_shelf import forms_of
        from moushi.intake.returns.finding import read_return
        from moushi.intake.workbook import read_workbook  # loads calamine

        forms = forms_of(desk)
        if (held := readings.find(file, forms)) is not None:
            return _propose_return(desk, held, snapshot, source, wish, step)
        workbook = read_workbook(file)
        if (read := read_return(file, forms, step, workbook.seen)) is not None:
            readings.keep(file, forms, read)
            return _propose_return(desk, read, snapshot, source, wish, step)
        from moushi.desk.list_columns import kept_layouts  # loads the lists
        from moushi.intake.list_proposing import propose_lists
        from moushi.intake.list_reading import ReadLists
        from moushi.intake.tables import read_tables

        tables = read_tables(file, kept_layouts(desk), step, workbook.kept)
        if isinstance(tables, ReadLists):
            return propose_lists(tables, snapshot, source, wish.federation, step, wish.in_view)
        page = tables
    return _propose_page(page, snapshot, source, wish, today)


def _propose_return(
    desk: Desk, read: ReadReturn, snapshot: Snapshot, source: Source, wish: Wish, step: Step
) -> Proposal:
    """What a chamber's return would change."""
    from moushi.desk.receiving import propose_received
    from moushi.intake.returns.owner import ReturnWish

    asked = ReturnWish(wish.year, wish.period, wish.federation, wish.in_view)
    return propose_received(
        desk, read, snapshot, source, asked, without_faulty=wish.without_faulty, step=step
    )


def _read_text(text: str, name: str) -> ReadPage:
    """A typed or pasted text: an official paper, else a newspaper page."""
    from moushi.intake.official import read_official, typed_plan

    paper = typed_plan(text)
    return read_official(paper, name) if paper else read_text_page(text)


def _propose_word(
    desk: Desk, file: SourceFile, snapshot: Snapshot, source: Source, wish: Wish, today: date
) -> Proposal:
    from moushi.intake.docx_text import article_lines, read_docx
    from moushi.intake.manuscript import is_manuscript, propose_manuscript, read_manuscript
    from moushi.intake.official import is_official_plan, read_official

    document = read_docx(file)
    if is_manuscript(document):
        manuscript = read_manuscript(document)
        return propose_manuscript(manuscript, _exported(desk, manuscript.export_id), snapshot, source)
    if is_official_plan(document.paragraphs):
        page = read_official(document.paragraphs, file.name)
    else:
        page = read_given_page(article_lines(document.paragraphs))
    page = replace(page, findings=(*document.findings, *page.findings))
    return _propose_page(page, snapshot, source, wish, today)


def _exported(desk: Desk, export_id: UUID | None) -> ArticleDocument | None:
    """The document as it was exported, if this store exported it."""
    if export_id is None:
        return None
    held = desk.store.export(export_id)
    return document_from_json(held.document) if held and held.document else None


def _propose_page(page: ReadPage, snapshot: Snapshot, source: Source, wish: Wish, today: date) -> Proposal:
    year, doubts = _year(page, snapshot, wish, today)
    page = replace(page, findings=(*page.findings, *doubts))
    return propose(page, snapshot, source, year=year, federation=wish.federation)


def _year(page: ReadPage, snapshot: Snapshot, wish: Wish, today: date) -> tuple[int, tuple[Finding, ...]]:
    """The plan's year: as the person says, else the text, else that of the only plans, else today's."""
    if wish.year is not None:
        return wish.year, ()
    if wish.period is not None:
        return wish.period.year, ()
    if page.year is not None:
        return page.year, ()
    years = {plan.year for plan in snapshot.where(Plan)}
    year = years.pop() if len(years) == 1 else today.year
    doubt = Finding(
        Severity.WARNING,
        "1:1",
        say("The text does not say for which year it is; {year} is assumed.", year=year),
        say("If that is wrong, undo and take it in again with --year."),
    )
    return year, (doubt,)


def plan_taken_in(snapshot: Snapshot, change: ChangeSet) -> Plan | None:
    """The first plan that a change brought or touched."""
    found = (plan_of(snapshot, snapshot.get(edit.kind, edit.id)) for edit in change.edits)
    return next(filter(None, found), None)


class Batch:
    """Files taken in together: one backup, made before the first of them changes anything."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work at."""
        self._desk = desk
        self._backed_up = False
        self._receipts: Receipts | None = None
        self.has_applied = False

    def apply(self, proposal: Proposal) -> ChangeSet:
        """Apply a proposal as it was shown; `MoushiError` when it is refused or no backup can be made."""
        if not self._backed_up:
            self._desk.store.backup("import")
            self._backed_up = True
        change = self._desk.apply(proposal)
        self.has_applied = True
        return change

    def receive(self, proposal: Proposal, now: datetime) -> None:
        """Note that a chamber's return came, whether or not it changed anything; of other files nothing."""
        if proposal.returned is not None:
            from moushi.desk.receiving import Receipts

            self._receipts = self._receipts or Receipts(self._desk)
            self._receipts.note([proposal], now)

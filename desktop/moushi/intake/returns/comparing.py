"""What taking in a return would change: three values of each cell compared, everything else said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from moushi.changes.model import Finding, Proposal, Returned, Severity, Source
from moushi.compile.return_document import SentTable
from moushi.domain.record import Scalar
from moushi.domain.records import Federation
from moushi.domain.returns import Rows
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_members import MemberBooks
from moushi.intake.list_posts import Posts
from moushi.intake.returns.activities import ActivityRows
from moushi.intake.returns.chamber import ChamberCard
from moushi.intake.returns.members import MemberRows
from moushi.intake.returns.officers import OfficerRows
from moushi.intake.returns.owner import ReturnWish, owner_of
from moushi.intake.returns.progress import ProgressRows
from moushi.intake.returns.reading import ReadReturn, ReadTable
from moushi.intake.returns.work import ReturnWork, TableWork

_ORDER = (Rows.CHAMBER, Rows.MEMBERS, Rows.OFFICERS, Rows.ACTIVITIES, Rows.PROGRESS)
"""The chamber first, for a renewal ends the posts of its officers; members before what they hold and do."""


def propose_return(
    read: ReadReturn,
    sent: tuple[SentTable, ...] | None,
    snapshot: Snapshot,
    source: Source,
    wish: ReturnWish | None = None,
    *,
    brought: Mapping[tuple[UUID, str], Collection[Scalar]] | None = None,
    is_asked: bool = True,
    without_faulty: bool = False,
    step: Callable[[], None] = lambda: None,
) -> Proposal:
    """What taking in the return would change; an error says why it cannot be taken in.

    `sent` is what the form was sent with, None when the journal does not know; `brought` what earlier files
    of the same return have put into records. `is_asked` tells whether a form of the period was sent to the
    chamber at all. Without the faulty cells, what they lack is a warning.
    """
    title = say("Took in {file}", file=source.name)
    owner = owner_of(read, snapshot, wish or ReturnWish(), is_asked=is_asked)
    findings = [*map(_softened, read.findings)] if without_faulty else [*read.findings]
    findings += owner.findings
    chamber, period = owner.chamber, owner.period
    if chamber is None or period is None or owner.is_refused:
        return Proposal(source, title, (), tuple(findings))
    draft = ListDraft(snapshot, findings)
    work = ReturnWork(draft, snapshot, chamber, period, brought or {}, without_faulty, step=step)
    if sent is None:
        _tell_unknown(read, work)
    _take_tables(read, sent, work)
    returned = Returned(chamber.id, str(period), read.id)
    return Proposal(
        source, title, draft.edits(), draft.all_findings(), returned=returned, where=draft.where()
    )


def _softened(finding: Finding) -> Finding:
    is_error = finding.severity is Severity.ERROR
    return replace(finding, severity=Severity.WARNING) if is_error else finding


def _tell_unknown(read: ReadReturn, work: ReturnWork) -> None:
    message = say(
        "It is not known what this form was sent with, perhaps because another computer sent it; it was "
        "compared with what is held now."
    )
    action = say("Look at what it would change: it may be older than what is held.")
    work.warn(read.where, message, action)


def _take_tables(read: ReadReturn, sent: tuple[SentTable, ...] | None, work: ReturnWork) -> None:
    federation = work.snapshot.get(Federation, work.chamber.federation_id)
    if federation is None:
        return
    books, posts = MemberBooks(work.draft), Posts(work.draft)
    tables = {(each.form, each.key): each for each in sent or ()}
    for table in sorted(read.tables, key=lambda each: _ORDER.index(each.table.rows)):
        known = tables.get((table.form.name, table.table.key))
        compared = TableWork(work, table, known)
        compared.is_known = sent is not None
        _taker(compared, table, books, posts, federation).take_all()
        compared.finish()
    books.ask()
    posts.finish()
    if read.is_by_content:  # else the hidden sheet has told of it
        _tell_lost(read, tables.values(), work)


def _tell_lost(read: ReadReturn, sent: Iterable[SentTable], work: ReturnWork) -> None:
    """Tell of tables that were sent and did not come back."""
    found = {(table.form.name, table.table.key) for table in read.tables}
    titles = {(t.form.name, each.key): each.title for t in read.tables for each in t.form.tables}
    for lost in sent:
        key = lost.form, lost.key
        if key not in found and lost.rows:
            message = say(
                "The table “{table}”, sent with {count} rows, did not come back; nothing of it changes.",
                table=titles.get(key, lost.key),
                count=len(lost.rows),
            )
            work.warn(read.where, message, say("If something was typed there, ask for it."))


def _taker(
    table: TableWork, read: ReadTable, books: MemberBooks, posts: Posts, federation: Federation
) -> ChamberCard | MemberRows | OfficerRows | ActivityRows | ProgressRows:
    match read.table.rows:
        case Rows.CHAMBER:
            return ChamberCard(table)
        case Rows.MEMBERS:
            return MemberRows(table, books, federation)
        case Rows.OFFICERS:
            return OfficerRows(table, posts, books, federation)
        case Rows.ACTIVITIES:
            return ActivityRows(table, books, federation)
        case Rows.PROGRESS:
            return ProgressRows(table)

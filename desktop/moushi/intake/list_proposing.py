"""Lists as read become a proposal: only what differs from the records; what is not sure is a finding."""

from __future__ import annotations

from collections.abc import Callable

from moushi.changes.model import Proposal, Severity, Source
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.intake.chamber_list import ChamberList
from moushi.intake.ledger_list import LedgerList
from moushi.intake.list_bodies import Bodies
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_meanings import ListKind
from moushi.intake.list_members import MemberBooks
from moushi.intake.list_posts import Posts
from moushi.intake.list_reading import ReadLists
from moushi.intake.member_list import MemberList

_ORDER = (ListKind.CHAMBERS, ListKind.MEMBERS, ListKind.LEDGER)
"""Chambers before the members in them, members before what they took part in."""


def propose_lists(
    lists: ReadLists,
    snapshot: Snapshot,
    source: Source,
    federation: str | None = None,
    step: Callable[[], None] = lambda: None,
    in_view: str | None = None,
) -> Proposal:
    """What taking in the lists would change; `federation` names whose they are where they do not say.

    `in_view` is the federation looked at, which is meant where nothing else tells.
    """
    draft = ListDraft(snapshot, lists.findings)
    bodies = Bodies(draft, federation, in_view)
    books, posts = MemberBooks(draft), Posts(draft)
    takers: dict[ListKind, ChamberList | MemberList | LedgerList] = {
        ListKind.CHAMBERS: ChamberList(draft, bodies, posts),
        ListKind.MEMBERS: MemberList(draft, bodies, books, posts),
        ListKind.LEDGER: LedgerList(draft, bodies, books),
    }
    for table in sorted(lists.tables, key=lambda table: _ORDER.index(table.kind)):
        unowned = 0
        for row in table.rows:
            step()
            owner = bodies.federation(row)
            if owner is None:
                unowned += 1
            else:
                takers[table.kind].take(row, owner, table)
        if unowned:
            draft.tell(
                Severity.ERROR,
                table.where,
                say("The list does not say whose it is; rows left out: {count}.", count=unowned),
                say("Name the federation with --federation."),
            )
        elif not table.rows:
            message = say("The table has no rows.")
            draft.tell(Severity.HINT, table.where, message, say("Check that it is the right file."))
    for taker in takers.values():
        taker.finish()
    posts.finish()
    title = say("Took in {file}", file=source.name)
    return Proposal(source, title, draft.edits(), draft.all_findings())

"""Rosters and lists as Word and Excel files; whoever takes personal data out is noted in the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from moushi.compile.roster_document import Grouping, RosterChoice, RosterDocument, RosterKind
from moushi.compile.rosters import compile_roster, title_of
from moushi.desk.desk import Desk
from moushi.desk.exporting import Written
from moushi.desk.file_names import fit_name
from moushi.desk.layouts import MANUSCRIPT, load_layout
from moushi.desk.office import office
from moushi.desk.register import MemberFilter, Standing, member_ids
from moushi.errors import Message, MoushiError, say
from moushi.output.atomic import write_atomically

WORD, EXCEL = ".docx", ".xlsx"
ROSTER = "roster"
"""What the journal calls these exports."""

ROSTER_WORDS: Mapping[RosterKind, Message] = {
    RosterKind.COMMITTEE: say("Committee roster"),
    RosterKind.OFFICERS: say("Chamber officers"),
    RosterKind.CHAMBERS: say("Chambers and their terms"),
    RosterKind.MEMBERS: say("Member roster"),
    RosterKind.LEDGER: say("Ledger of the year"),
}
"""What a person calls each list."""

GROUPING_WORDS: Mapping[Grouping, Message] = {
    Grouping.TOWNSHIP: say("Townships"),
    Grouping.CHAMBER: say("Chambers"),
    Grouping.KIND: say("Kinds"),
    Grouping.MONTH: say("Months"),
    Grouping.NONE: say("Not grouped"),
}
"""What rows can be gathered under."""

_LONGEST_NAME = 60  # characters of a title in a file's name, which has to have room in a path


def roster(desk: Desk, choice: RosterChoice, *, today: date) -> RosterDocument:
    """The list that is asked for, as of one instant; `MoushiError` when there is nothing to list."""
    with desk.snapshot() as snapshot:
        return compile_roster(snapshot, choice, office=office(desk).heading, today=today)


def export_roster(
    desk: Desk,
    choice: RosterChoice,
    path: Path,
    *,
    now: datetime,
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Written:
    """Write the list as .docx or .xlsx, by the file's ending.

    One with personal data is in the journal before the file is there, with what was included; where the
    store takes no entry, there is no such file. `MoushiError` when it cannot be made or written.
    """
    ending = path.suffix.lower()
    if ending not in (WORD, EXCEL):
        raise MoushiError(
            "{file}: lists are written as .docx and .xlsx. Give the file such an ending.", file=path.name
        )
    if choice.is_personal and desk.read_only:
        raise MoushiError(
            "This store is open for reading only, so it cannot be noted who takes personal data out. Take "
            "away the ticks for telephone numbers and years of birth, or open the store for writing."
        )
    document = roster(desk, choice, today=now.date())
    if ending == WORD:
        from moushi.output.word.roster import roster_docx

        data = roster_docx(document, load_layout(MANUSCRIPT))
    else:
        from moushi.output.excel.roster import roster_xlsx

        data = roster_xlsx(document, report)
    if choice.is_personal:
        _note(desk, choice, document, path, data)
        write_atomically(path, data)
        return Written(path, in_journal=True)
    write_atomically(path, data)
    if desk.read_only:
        return Written(path, in_journal=False)
    _note(desk, choice, document, path, data)
    return Written(path, in_journal=True)


def file_name(desk: Desk, choice: RosterChoice) -> str:
    """What the list's file is called by itself, without ending: 云屿县工商联会员名册（2031-03-31）."""
    with desk.snapshot() as snapshot:
        title = title_of(snapshot, choice)
    return fit_name(f"{title[:_LONGEST_NAME]}（{choice.as_of.isoformat()}）")


def listed_members(desk: Desk, wanted: MemberFilter) -> frozenset[UUID] | None:
    """Whom the members page lists by these filters, whenever they left; None where nothing narrows it."""
    if wanted.is_open:
        return None
    everyone = replace(wanted, standing=Standing.ALL)
    return frozenset(member_ids(desk, everyone, 0, descending=False))


def _note(desk: Desk, choice: RosterChoice, document: RosterDocument, path: Path, data: bytes) -> None:
    """Note in the journal what was included; no person's values, which retention would have to erase."""
    desk.store.record_export(
        uuid4(),
        what=ROSTER,
        path=str(path.resolve()),
        sha256=hashlib.sha256(data).hexdigest(),
        document={
            "roster": choice.kind.value,
            "title": document.title,
            "as_of": choice.as_of.isoformat(),
            "rows": document.count,
            "phones": choice.with_phones,
            "birth_years": choice.with_birth_years,
        },
    )

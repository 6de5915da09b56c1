"""Rosters and lists: officers of the federation or its chambers, chambers, members, a year's ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from moushi.compile.roster_chambers import chamber_table
from moushi.compile.roster_document import (
    PERSONAL_NOTICE,
    RosterChoice,
    RosterColumn,
    RosterDocument,
    RosterGroup,
    RosterKind,
)
from moushi.compile.roster_ledger import ledger_table
from moushi.compile.roster_members import member_table
from moushi.compile.roster_officers import committee_table, officer_table
from moushi.compile.roster_table import Table
from moushi.compile.roster_words import line, without_phones
from moushi.domain.numbers import full_day
from moushi.domain.records import Chamber, Federation
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError

_TABLES: Mapping[RosterKind, Callable[[Snapshot, RosterChoice, date], Table]] = {
    RosterKind.COMMITTEE: committee_table,
    RosterKind.OFFICERS: officer_table,
    RosterKind.CHAMBERS: chamber_table,
    RosterKind.MEMBERS: member_table,
    RosterKind.LEDGER: ledger_table,
}


def compile_roster(
    snapshot: Snapshot, choice: RosterChoice, *, office: str = "", today: date
) -> RosterDocument:
    """The list that is asked for; `office` is the heading above it, `today` the day on which it is made.

    What personal data it holds is only what the choice asks for. `MoushiError` when there is nothing to list.
    """
    table = _TABLES[choice.kind](snapshot, choice, today)
    if not any(group.rows for group in table.groups):
        raise MoushiError(
            "There is nothing to list as of {day}. Enter it first, or choose another day or list.",
            day=choice.as_of.isoformat(),
        )
    title = title_of(snapshot, choice)
    columns, groups = _without_empty(table.columns, table.groups)
    notes = [note for note in table.notes if note]
    if not choice.with_phones:
        groups = _without_phones(columns, groups)
        notes = list(map(without_phones, notes))
    return RosterDocument(
        kind=choice.kind,
        office=line(office),
        title=title,
        subtitle=f"截至{full_day(choice.as_of)}",
        as_of=choice.as_of,
        made_on=today,
        columns=columns,
        groups=groups,
        footnotes=tuple(notes),
        notice=PERSONAL_NOTICE if choice.is_personal else "",
    )


def title_of(snapshot: Snapshot, choice: RosterChoice) -> str:
    """What the list is called, with the name of the federation or the chamber if it is of just one."""
    owners = [owner for held in choice.federations if (owner := snapshot.get(Federation, held))]
    name = without_phones(owners[0].name) if len(owners) == 1 else ""
    chambers = [chamber for held in choice.chambers if (chamber := snapshot.get(Chamber, held))]
    match choice.kind:
        case RosterKind.COMMITTEE:
            return f"{name}执委名册"
        case RosterKind.OFFICERS if len(chambers) == 1:
            return f"{without_phones(chambers[0].name)}班子名册"
        case RosterKind.OFFICERS:
            return f"{name}所属商会班子名册" if name else "商会班子名册"
        case RosterKind.CHAMBERS:
            return f"{name}所属商会基本情况表" if name else "商会基本情况表"
        case RosterKind.MEMBERS:
            return f"{name}会员名册"
        case _:
            return f"{name}{choice.as_of.year}年工作台账"


def _without_phones(
    columns: Sequence[RosterColumn], groups: Iterable[RosterGroup]
) -> tuple[RosterGroup, ...]:
    """The groups without the telephone numbers that are typed in other fields; codes stay as they are."""
    free = [not column.code for column in columns]
    return tuple(
        RosterGroup(
            without_phones(group.title),
            tuple(
                tuple(
                    without_phones(value) if is_free and isinstance(value, str) else value
                    for is_free, value in zip(free, row, strict=True)
                )
                for row in group.rows
            ),
        )
        for group in groups
    )


def _without_empty(
    columns: Sequence[RosterColumn], groups: Iterable[RosterGroup]
) -> tuple[tuple[RosterColumn, ...], tuple[RosterGroup, ...]]:
    """The table without the optional columns in which nothing stands, and without empty groups."""
    filled = [group for group in groups if group.rows]
    kept = [
        place
        for place, column in enumerate(columns)
        if not column.optional or any(row[place] not in (None, "") for group in filled for row in group.rows)
    ]
    if len(kept) == len(columns):
        return tuple(columns), tuple(filled)
    return (
        tuple(columns[place] for place in kept),
        tuple(
            RosterGroup(group.title, tuple(tuple(row[place] for place in kept) for row in group.rows))
            for group in filled
        ),
    )

"""How far the chambers' returns (回执) of a year are: chambers by periods, what is missing, what to write.

Everything follows from the journal of returns and from the history; nothing of it is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from moushi.changes.undo import UndoReview
from moushi.desk.desk import Desk
from moushi.desk.overview_states import called
from moushi.domain.kinds import Colour, ReturnEvent
from moushi.domain.lasting import is_asked
from moushi.domain.period import Period, parse_period
from moushi.domain.reading import by_name
from moushi.domain.records import Chamber
from moushi.domain.returns import Course, ReturnLine, ReturnState, course_of, state_in
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError, say

if TYPE_CHECKING:
    from moushi.desk.exporting import Written
    from moushi.intake.source import SourceFile

STATE_WORDS: Mapping[ReturnState, Message] = {
    ReturnState.NOT_SENT: say("not sent out"),
    ReturnState.SENT: say("awaited"),
    ReturnState.RECEIVED: say("received"),
    ReturnState.TO_MEND: say("to be mended"),
    ReturnState.TAKEN_IN: say("in the store"),
    ReturnState.OVERDUE: say("overdue"),
}

COLOURS: Mapping[ReturnState, Colour | None] = {
    ReturnState.NOT_SENT: None,
    ReturnState.SENT: Colour.NONE,
    ReturnState.RECEIVED: Colour.BLUE,
    ReturnState.TO_MEND: Colour.YELLOW,
    ReturnState.TAKEN_IN: Colour.GREEN,
    ReturnState.OVERDUE: Colour.RED,
}

_CAME = (ReturnState.RECEIVED, ReturnState.TO_MEND, ReturnState.TAKEN_IN)
MISSING = (ReturnState.OVERDUE, ReturnState.SENT)
"""States of returns of which nothing has come, the most pressing first."""


class Wanted(Enum):
    """Which returns are shown, beside those of one state."""

    ALL = "all"
    MISSING = "missing"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Return:
    """A chamber's return for a period, as it is on a day; `lines` are all of the journal on it, in order."""

    chamber: Chamber
    period: Period
    state: ReturnState
    day: date
    course: Course = field(default_factory=Course)
    lines: tuple[ReturnLine, ...] = ()

    @property
    def due_on(self) -> date | None:
        """By when it is asked for."""
        return self.course.sent.due_on if self.course.sent else None

    @property
    def days_over(self) -> int:
        """How many days ago it was due; below zero: how many are left; 0 also where no day was named."""
        return (self.day - self.due_on).days if self.due_on else 0

    @property
    def sha256(self) -> str | None:
        """The file that counts, by its SHA-256."""
        return self.course.came.sha256 if self.course.came else None

    @property
    def errors(self) -> int:
        """How many faults that file has."""
        return self.course.came.errors if self.course.came else 0

    @property
    def warnings(self) -> int:
        """How much there is to look at in that file."""
        return self.course.came.warnings if self.course.came else 0

    def passes(self, wanted: Wanted | ReturnState) -> bool:
        """Whether it is shown by a filter."""
        match wanted:
            case ReturnState():
                return self.state is wanted
            case Wanted.MISSING:
                return self.state in MISSING
            case Wanted.OPEN:
                return self.state in (*MISSING, ReturnState.RECEIVED, ReturnState.TO_MEND)
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Totals:
    """How many returns of a period were sent out, came, are to be mended, are missing, are overdue."""

    sent: int = 0
    came: int = 0
    to_mend: int = 0
    missing: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """A year's returns on a day: `chambers` by name, `periods` those sent and the one called for."""

    year: int
    day: date
    called: Period
    chambers: tuple[Chamber, ...] = ()
    periods: tuple[Period, ...] = ()
    held: Mapping[tuple[UUID, Period], Return] = field(default_factory=dict)

    def one(self, chamber: Chamber, period: Period) -> Return:
        """The return of a chamber for a period."""
        found = self.held.get((chamber.id, period))
        return found or Return(chamber, period, ReturnState.NOT_SENT, self.day)

    def of(self, period: Period) -> tuple[Return, ...]:
        """The returns of a period: of all chambers that are there then, or have anything in the journal."""
        return tuple(
            self.one(chamber, period)
            for chamber in self.chambers
            if (chamber.id, period) in self.held or is_asked(chamber, period)
        )

    def totals(self, period: Period) -> Totals:
        """How many of a period's returns are how far."""
        states = Counter(each.state for each in self.of(period))
        missing = sum(states[state] for state in MISSING)
        came = sum(states[state] for state in _CAME)
        return Totals(
            sent=missing + sum(bool(each.course.sent) for each in self.of(period) if each.state in _CAME),
            came=came,
            to_mend=states[ReturnState.TO_MEND],
            missing=missing,
            overdue=states[ReturnState.OVERDUE],
        )


def read(desk: Desk, federations: Iterable[UUID], year: int, today: date) -> Board:
    """The board of these federations' chambers for a year."""
    lines = desk.store.returns(year)
    files = {line.sha256 for line in lines if line.event is ReturnEvent.RECEIVED and line.sha256}
    taken_in = desk.store.files_in_force(files)
    with desk.snapshot() as snapshot:
        chambers = chambers_of(snapshot, federations)
    return board_of(chambers, lines, taken_in, year, today)


def chambers_of(snapshot: Snapshot, federations: Iterable[UUID]) -> tuple[Chamber, ...]:
    """The chambers of federations, by name."""
    found = [each for f in federations for each in snapshot.where(Chamber, federation_id=f)]
    return tuple(by_name(found))


def board_of(
    chambers: Sequence[Chamber],
    lines: Iterable[ReturnLine],
    taken_in: Collection[str],
    year: int,
    today: date,
) -> Board:
    """The board that a year's lines of the journal, oldest first, come to."""
    known = {chamber.id: chamber for chamber in chambers}
    sorted_out: dict[tuple[UUID, Period], list[ReturnLine]] = defaultdict(list)
    for line in lines:
        period = _period(line.period)
        if line.chamber_id in known and period is not None and period.year == year:
            sorted_out[line.chamber_id, period].append(line)
    held = {}
    for (chamber_id, period), some in sorted_out.items():
        course = course_of(some)
        state = state_in(course, taken_in, today)
        held[chamber_id, period] = Return(known[chamber_id], period, state, today, course, tuple(some))
    month = called(year, today).period
    periods = {period for _, period in held} | {month}
    ordered = tuple(sorted(periods, key=lambda each: (each.last, each.last - each.first)))
    with_lines = {chamber_id for chamber_id, _ in held}
    shown = tuple(c for c in chambers if c.id in with_lines or any(is_asked(c, p) for p in ordered))
    return Board(year, today, month, shown, ordered, held)


def default_period(board: Board) -> Period:
    """The period to begin with: the month called for, or, where that was not sent, the newest that was."""
    sent = [period for period in board.periods if board.totals(period).sent or board.totals(period).came]
    if board.called in sent or not sent:
        return board.called
    until = [period for period in sent if period.last <= board.called.last]
    return until[-1] if until else board.called


def todo_words(each: Return) -> tuple[Message, ...]:
    """What is still to be done about a return, and what was found in its file."""
    found: list[Message] = []
    days = each.days_over
    match each.state:
        case ReturnState.OVERDUE:
            found.append(say("1 day over") if days == 1 else say("{count} days over", count=days))
        case ReturnState.SENT if each.due_on and days:
            found.append(say("1 day left") if days == -1 else say("{count} days left", count=-days))
        case ReturnState.SENT if each.due_on:
            found.append(say("due today"))
        case ReturnState.RECEIVED:
            edits = each.course.edits
            many = say("{count} changes not taken in", count=edits)
            found.append(say("1 change not taken in") if edits == 1 else many)
        case ReturnState.TO_MEND:
            many = say("{count} faults to mend", count=each.errors)
            found.append(say("1 fault to mend") if each.errors == 1 else many)
        case _:
            pass
    if each.warnings and each.state in _CAME:
        many = say("{count} things to look at", count=each.warnings)
        found.append(say("1 thing to look at") if each.warnings == 1 else many)
    if each.course.marked and each.state in _CAME:
        found.append(say("marked copy sent back"))
    return tuple(found)


def folder_of(returns: Iterable[Return]) -> Path | None:
    """The folder in which the newest file sent out lies, if that is known."""
    sent = [each.course.sent for each in returns if each.course.sent and each.course.sent.file]
    folders = [(line.at, Path(line.file).parent) for line in sent if Path(line.file).is_absolute()]
    return max(folders)[1] if folders else None


def undo_file(desk: Desk, sha256: str) -> UndoReview:
    """The undo of all that a file brought, for review; `MoushiError` when none of it is in force."""
    change = desk.store.file_change(sha256)
    if change is None:
        raise MoushiError("Nothing of this file is in force: there is nothing to undo.")
    return desk.store.undo(change.id)


def mark_file(desk: Desk, each: Return, file: Path | SourceFile, out: Path, now: datetime) -> Written:
    """Write the marked copy of a return's file: what is to be mended is found by reading it anew.

    `MoushiError` when it is not this chamber's return, or there is nothing to mend in it.
    """
    from moushi.desk.marking import write_marked_copy  # with the readers, which are slow to load
    from moushi.desk.taking_in import Wish, propose_source
    from moushi.intake.source import read_source

    source = read_source(file) if isinstance(file, Path) else file
    proposal = propose_source(desk, source, Wish(), now.date())
    if proposal.returned is None or proposal.returned.chamber_id != each.chamber.id:
        raise MoushiError(
            "{file} is not the return of {chamber}. Choose the file that came from there.",
            file=source.name,
            chamber=each.chamber.name,
        )
    return write_marked_copy(desk, source, proposal.findings, out, now=now)


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except MoushiError:  # written by a newer program
        return None

"""The chambers: when their terms end, what their list shows, which townships have none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from moushi.desk.desk import Desk
from moushi.desk.register import Heading, Marked, Row, years_later
from moushi.domain.kinds import ChamberKind, Colour
from moushi.domain.reading import reading_order
from moushi.domain.records import Chamber, Federation, Membership, Township
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.store.listing import Order, Through

MEMBERS = Through(Membership, "chamber_id", "left_on")
"""The members of a chamber."""

IN_TERM = Marked(say("in term"), Colour.GREEN)
DUE = Marked(say("due within a year"), Colour.BLUE)
OVERDUE = Marked(say("overdue"), Colour.RED)
UNKNOWN = Marked(say("term not entered"), Colour.NONE)
DISSOLVED = Marked(say("dissolved"), Colour.NONE)
STATES = (OVERDUE, DUE, IN_TERM, UNKNOWN, DISSOLVED)

CHAMBER_COLUMNS = (
    Heading(say("Name"), 11, Order("name")),
    Heading(say("Kind"), 7, Order("kind")),
    Heading(say("Township"), 6, Order("township")),
    Heading(say("Term"), 3, Order("term")),
    Heading(say("Began"), 6, Order("began")),
    Heading(say("Ends"), 6, Order("ends")),
    Heading(say("Term state"), 7, Order("state")),
    Heading(say("Four Goods"), 6, Order("rating")),
    Heading(say("Secretary"), 5, Order("secretary")),
    Heading(say("Members"), 5, Order("members"), is_number=True),
)


def term_ends(chamber: Chamber) -> date | None:
    """The day on which a chamber's term ends, None when its beginning or length is not known."""
    if chamber.term_began_on is None or not chamber.term_years:
        return None
    try:
        return years_later(chamber.term_began_on, chamber.term_years)
    except (ValueError, OverflowError):  # no calendar goes that far
        return None


def term_state(chamber: Chamber, today: date) -> Marked:
    """How a chamber stands with its term: a year ahead it is due, from the day after its end overdue."""
    if chamber.dissolved_on is not None and chamber.dissolved_on <= today:
        return DISSOLVED
    ends = term_ends(chamber)
    if ends is None:
        return UNKNOWN
    if ends < today:
        return OVERDUE
    return DUE if ends <= years_later(today, 1) else IN_TERM


@dataclass(frozen=True, slots=True)
class ChamberFilter:
    """Which chambers are listed; None and "" leave all in."""

    federations: tuple[UUID, ...] = ()
    kind: ChamberKind | None = None
    state: str | None = None  # the source of its word
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing but the federation narrows the list."""
        return not (self.kind or self.state or self.text.strip())


def chamber_lines(desk: Desk, wanted: ChamberFilter, today: date) -> list[tuple[Chamber, Row]]:
    """The chambers that are wanted with their lines, by name; there are dozens, so all are read."""
    with desk.snapshot() as snapshot:
        chambers = [c for f in wanted.federations for c in snapshot.where(Chamber, federation_id=f)]
        townships = {
            t.id: t.name for f in wanted.federations for t in snapshot.where(Township, federation_id=f)
        }
    counted = desk.store.tally(MEMBERS, [chamber.id for chamber in chambers])
    lines = []
    for chamber in sorted(chambers, key=lambda each: (reading_order(each.name), str(each.id))):
        state = term_state(chamber, today)
        if wanted.kind not in (None, chamber.kind) or wanted.state not in (None, state.word.source):
            continue
        township = townships.get(chamber.township_id, "") if chamber.township_id else ""
        searched = f"{chamber.name}\n{township}\n{chamber.secretary}\n{chamber.uscc or ''}".casefold()
        if all(word in searched for word in wanted.text.casefold().split()):
            lines.append((chamber, _row(chamber, township, state, counted.get(chamber.id, 0))))
    return lines


def sorted_lines(
    lines: Sequence[tuple[Chamber, Row]], column: int, *, descending: bool
) -> list[tuple[Chamber, Row]]:
    """The lines by a column; equal ones stay as they are, empty ones stand last."""
    key = _KEYS[column]
    filled = [line for line in lines if key(*line) is not None]
    empty = [line for line in lines if key(*line) is None]
    return sorted(filled, key=lambda line: key(*line), reverse=descending) + empty


def _row(chamber: Chamber, township: str, state: Marked, members: int) -> Row:
    ends = term_ends(chamber)
    rating = f"{chamber.rating_year or ''} {chamber.rating_level}".strip()
    return Row(
        chamber.id,
        (
            chamber.name,
            choice_word(chamber.kind),
            township,
            "" if chamber.term_number is None else str(chamber.term_number),
            chamber.term_began_on.isoformat() if chamber.term_began_on else "",
            ends.isoformat() if ends else "",
            state,
            rating,
            chamber.secretary,
            str(members),
        ),
        is_past=state is DISSOLVED,
    )


def _text_key(column: int) -> Callable[[Chamber, Row], Any]:
    return lambda _, row: reading_order(str(row.cells[column])) or None


_KINDS = list(ChamberKind)
_KEYS: dict[int, Callable[[Chamber, Row], Any]] = {
    0: _text_key(0),
    1: lambda chamber, _: _KINDS.index(chamber.kind),
    2: _text_key(2),
    3: lambda chamber, _: chamber.term_number,
    4: lambda chamber, _: chamber.term_began_on,
    5: lambda chamber, _: term_ends(chamber),
    6: lambda _, row: STATES.index(row.cells[6]),
    7: _text_key(7),
    8: _text_key(8),
    9: lambda _, row: int(str(row.cells[9])),
}


def new_chamber(federation: Federation, kind: ChamberKind = ChamberKind.TOWNSHIP) -> Chamber:
    """A chamber to be filled in; charters say at most five years a term."""
    return Chamber(id=uuid4(), federation_id=federation.id, name="", kind=kind, term_years=5)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The townships of a federation, and the live chambers of each."""

    townships: tuple[Township, ...]
    chambers: dict[UUID, tuple[str, ...]]

    @property
    def without(self) -> int:
        """How many townships have no chamber."""
        return sum(not self.chambers.get(township.id) for township in self.townships)


def coverage(snapshot: Snapshot, federation: Federation, today: date) -> Coverage:
    """Which townships have a chamber: one not dissolved, its term overdue or not."""
    townships = sorted(
        snapshot.where(Township, federation_id=federation.id), key=lambda each: reading_order(each.name)
    )
    live: dict[UUID, list[str]] = defaultdict(list)
    for chamber in snapshot.where(Chamber, federation_id=federation.id):
        if chamber.township_id and term_state(chamber, today) is not DISSOLVED:
            live[chamber.township_id].append(chamber.name)
    return Coverage(tuple(townships), {held: tuple(sorted(names)) for held, names in live.items()})

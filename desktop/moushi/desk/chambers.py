"""The chambers: what their list shows, what falls due of them, which townships have none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from moushi.desk.desk import Desk
from moushi.desk.register import Heading, Marked, Row
from moushi.desk.terms import DISSOLVED, DUE, OVERDUE, STATES, by_end, term_state
from moushi.domain.kinds import ChamberKind
from moushi.domain.lasting import covering
from moushi.domain.reading import by_name, reading_order
from moushi.domain.record import Record
from moushi.domain.records import (
    Chamber,
    ChamberTerm,
    Federation,
    Member,
    Membership,
    Person,
    Post,
    Rating,
    Township,
)
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import term_ends
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.store.listing import Order, Through

DUE_OR_OVERDUE = say("due or overdue")
"""The word of the filter for all chambers that are to be renewed soon, or should have been."""

UNRATED = ""
"""The filter for chambers that have no Four Goods recognition."""

MEMBERS = Through(Membership, "chamber_id", "left_on", each=("member_id", Member, "left_on"))
"""The members of a chamber, each once; who left the federation is none, as in the rosters."""

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


@dataclass(frozen=True, slots=True)
class ChamberFilter:
    """Which chambers are listed; None and "" leave all in."""

    federations: tuple[UUID, ...] = ()
    kind: ChamberKind | None = None
    state: str | None = None  # the source of its word, or of `DUE_OR_OVERDUE`
    rating: str | None = None  # a Four Goods level or year as text, or `UNRATED`
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing but the federation narrows the list."""
        return not (self.kind or self.state or self.text.strip()) and self.rating is None

    def takes(self, chamber: Chamber, state: Marked) -> bool:
        """Whether a chamber is wanted, whatever words are looked for."""
        if self.kind not in (None, chamber.kind):
            return False
        if self.state == DUE_OR_OVERDUE.source and state not in (OVERDUE, DUE):
            return False
        if self.state not in (None, DUE_OR_OVERDUE.source, state.word.source):
            return False
        return self.rating in (None, *_rating(chamber))


def chamber_lines(desk: Desk, wanted: ChamberFilter, today: date) -> list[tuple[Chamber, Row]]:
    """The chambers that are wanted with their lines, by name; there are dozens, so all are read."""
    with desk.snapshot() as snapshot:
        chambers = [c for f in wanted.federations for c in snapshot.where(Chamber, federation_id=f)]
        townships = {
            t.id: t.name for f in wanted.federations for t in snapshot.where(Township, federation_id=f)
        }
    counted = desk.store.tally(MEMBERS, [chamber.id for chamber in chambers])
    lines = []
    for chamber in by_name(chambers):
        state = term_state(chamber, today)
        if not wanted.takes(chamber, state):
            continue
        township = townships.get(chamber.township_id, "") if chamber.township_id else ""
        said = (chamber.name, township, chamber.secretary, chamber.uscc or "", *_rating(chamber))
        searched = "\n".join(said).casefold()
        if all(word in searched for word in wanted.text.casefold().split()):
            lines.append((chamber, _row(chamber, township, state, counted.get(chamber.id, 0))))
    return lines


def ratings(snapshot: Snapshot, federations: Iterable[UUID]) -> tuple[str, ...]:
    """The levels of Four Goods recognitions that stand in chambers, then their years, newest first."""
    held = [chamber for f in federations for chamber in snapshot.where(Chamber, federation_id=f)]
    levels = sorted({chamber.rating_level for chamber in held if chamber.rating_level}, key=reading_order)
    years = sorted({chamber.rating_year for chamber in held if chamber.rating_year}, reverse=True)
    return (*levels, *map(str, years))


def _rating(chamber: Chamber) -> tuple[str, ...]:
    """The level and year of a chamber's recognition as texts; `UNRATED` for none."""
    held = (chamber.rating_level, str(chamber.rating_year or ""))
    return tuple(filter(None, held)) or (UNRATED,)


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
    """Which townships have a chamber: one that is founded and not dissolved, its term overdue or not."""
    townships = by_name(snapshot.where(Township, federation_id=federation.id))
    live = covering(snapshot.where(Chamber, federation_id=federation.id), today)
    return Coverage(tuple(townships), {held: tuple(each.name for each in live[held]) for held in live})


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the office has to see to: terms overdue, terms due within a year, townships without a chamber."""

    overdue: tuple[Chamber, ...]
    due: tuple[Chamber, ...]
    uncovered: tuple[Township, ...]


def outlook(snapshot: Snapshot, federations: Iterable[Federation], today: date) -> Outlook:
    """The chambers that are due or overdue, and the townships without one, of some federations."""
    shown = list(federations)
    held = [chamber for f in shown for chamber in snapshot.where(Chamber, federation_id=f.id)]
    found = [coverage(snapshot, federation, today) for federation in shown]
    return Outlook(
        tuple(by_end(held, today, OVERDUE)),
        tuple(by_end(held, today, DUE)),
        tuple(t for each in found for t in each.townships if not each.chambers.get(t.id)),
    )


def chamber_of(snapshot: Snapshot, record: Record | None) -> Chamber | None:
    """The chamber itself, or the one of a term, a recognition, a membership, a post or a person's posts."""
    match record:
        case Chamber():
            return record
        case Membership(chamber_id=held) | ChamberTerm(chamber_id=held):
            return snapshot.get(Chamber, held)
        case Post(chamber_id=UUID() as held) | Rating(chamber_id=UUID() as held):
            return snapshot.get(Chamber, held)
        case Person():
            posts = snapshot.where(Post, person_id=record.id)
            return next((found for post in posts if (found := chamber_of(snapshot, post))), None)
        case _:
            return None

"""The ledger's entries as a long list: ids in order and filtered, also by days and by whom they name.

As `store.listing`, but that entries are looked for by the names of their members and chamber too. Thirty
thousand are far more than an office writes down in its life.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Numeric,
    Select,
    Text,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)

from moushi.domain.kinds import ActivityKind
from moushi.domain.reading import reading_order
from moushi.domain.records import Activity, Chamber, Member, Participation
from moushi.store.listing import Ids
from moushi.store.schema import DERIVED_SEARCH, TABLES
from moushi.store.searching import Word, holds, words_of
from moushi.store.store import Store

MEMBERS = "members"
"""To sort by how many members take part."""

_HELD, _JOINED, _CHAMBER = TABLES[Activity], TABLES[Participation], TABLES[Chamber]
_BY_READING = frozenset({"title", "chamber_id"})
_MAY_BE_EMPTY = frozenset({"amount", MEMBERS})


@dataclass(frozen=True, slots=True)
class Entries:
    """Which entries, sorted by a field of theirs or by `MEMBERS`; the empty stand last, always.

    `since` and `to` bound the day on which they were held; `lasting` takes those in as well that had begun
    before and were not over. Every word of `text` stands in the entry, its chamber or one of its members.
    """

    order: str = "held_on"
    descending: bool = True
    federation: UUID | None = None
    kind: ActivityKind | None = None
    chamber: UUID | None = None
    member: UUID | None = None
    since: date | None = None
    to: date | None = None
    lasting: bool = False
    text: str = ""


def entries(store: Store, wanted: Entries) -> Ids:
    """The ids of the entries that are wanted, in order; of equal ones the newest stands where it would."""
    key = _key(wanted)
    statement = select(type_coerce(_HELD.c.id, Text), key.label("key")).where(*_conditions(wanted))
    if wanted.order == "chamber_id":
        statement = statement.outerjoin_from(_HELD, _CHAMBER, _CHAMBER.c.id == _HELD.c.chamber_id)
    entered = literal_column(f"{_HELD.name}.rowid", Integer)
    if wanted.order in _BY_READING:
        statement = statement.order_by(entered.desc() if wanted.descending else entered)
        return _by_reading(_rows(store, statement), descending=wanted.descending)
    first, then = (key.desc(), entered.desc()) if wanted.descending else (key.asc(), entered.asc())
    statement = statement.order_by(first.nulls_last() if wanted.order in _MAY_BE_EMPTY else first, then)
    return Ids([text for text, _ in _rows(store, statement)])


def _rows(store: Store, statement: Select[Any]) -> list[tuple[str, Any]]:
    with store.database.read() as connection:
        cursor = connection.execute(statement).cursor
        assert cursor is not None  # a query has one; its bare rows come twice as fast as SQLAlchemy's
        return list(cursor.fetchall())


def _by_reading(rows: list[tuple[str, Any]], *, descending: bool) -> Ids:
    full = [(text, reading_order(key)) for text, key in rows if key]
    full.sort(key=itemgetter(1), reverse=descending)
    return Ids([text for text, _ in full] + [text for text, key in rows if not key])


def _key(wanted: Entries) -> ColumnElement[Any]:
    match wanted.order:
        case "kind":
            ranks = {str(kind): rank for rank, kind in enumerate(ActivityKind)}
            return case(ranks, value=type_coerce(_HELD.c.kind, Text))
        case "chamber_id":
            return _CHAMBER.c.name
        case "amount":
            return cast(type_coerce(_HELD.c.amount, Text), Numeric)
        case name if name == MEMBERS:
            counted = select(func.count()).where(_JOINED.c.activity_id == _HELD.c.id)
            return func.nullif(counted.scalar_subquery(), 0)
        case "title":
            return _HELD.c.title
        case _:
            return type_coerce(_HELD.c.held_on, Text)


def _conditions(wanted: Entries) -> Iterator[ColumnElement[bool]]:
    held = _HELD.c
    if wanted.federation is not None:
        yield held.federation_id == wanted.federation
    if wanted.kind is not None:
        yield held.kind == wanted.kind
    if wanted.chamber is not None:
        yield held.chamber_id == wanted.chamber
    if wanted.member is not None:
        yield held.id.in_(select(_JOINED.c.activity_id).where(_JOINED.c.member_id == wanted.member))
    if wanted.since is not None:
        yield (func.coalesce(held.until, held.held_on) if wanted.lasting else held.held_on) >= wanted.since
    if wanted.to is not None:
        yield held.held_on <= wanted.to
    for word in words_of(wanted.text):
        joined = select(_JOINED.c.activity_id).where(_JOINED.c.member_id.in_(_found(Member, word)))
        yield or_(
            held.id.in_(_found(Activity, word)),
            held.chamber_id.in_(_found(Chamber, word)),
            held.id.in_(joined),
        )


def _found(kind: type, word: Word) -> Select[Any]:
    """The ids of the records of a kind whose searched text or sound holds a word."""
    searched = DERIVED_SEARCH.c
    return select(searched.record_id).where(searched.kind == kind.__name__, holds(word))

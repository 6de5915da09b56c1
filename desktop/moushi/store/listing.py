"""Long lists: the ids of one kind's records in order and filtered, and the records of a portion of them.

A register of 100,000 members is shown without reading its rows: sorting, filtering and searching give ids
only, and whoever shows them asks for the records that come into view. Every function is one statement.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import itemgetter
from typing import Any, Generic, overload
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Numeric,
    Select,
    Subquery,
    Table,
    Text,
    case,
    cast,
    func,
    literal,
    literal_column,
    select,
    type_coerce,
)

from moushi.domain.reading import reading_order
from moushi.domain.record import FieldSpec, R, Record, Scalar, field_of
from moushi.domain.records import KINDS, normal_name
from moushi.store.schema import DERIVED_SEARCH, TABLES
from moushi.store.searching import holds, words_of
from moushi.store.snapshot import chunks

_LAST_TEXT = "\U0010ffff"
_LAST_NUMBER = 2**63 - 1  # the greatest that SQLite holds as an integer

READ_UP_TO = 20_000
"""So many records, more than a county has, are sorted by reading; beyond, the database goes by code point."""


@dataclass(frozen=True, slots=True)
class Through(Generic[R]):
    """Records that point to the listed ones by their field `by`, such as the memberships of a member.

    Only those whose field `ended` is empty count, where it is given: memberships not left, posts still held.
    `each` names another field by which they point, to a record that counts once, and the field of that which
    must be empty too: the members of a chamber that have not left the federation.
    """

    kind: type[R]
    by: str
    ended: str | None = None
    each: tuple[str, type[Record], str] | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by: a field, of the records themselves or of those that point to them.

    Texts sort by reading, a field that points to a named record by that name, a choice in the order in which
    its kind lists them, a number by its value. Of several that point to one record the first in order counts.
    """

    field: str
    descending: bool = False
    through: Through[Any] | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What to list: fields equal to values, fields filled (True) or empty, records pointed to, and words.

    `linked` asks that some record of a `Through` have the given values, `text` that the record's searched
    text or sound hold every word of it, `spelled` that its text hold all its characters in their order,
    `among` that it be one of those ids. What compares equal in `order` stands as it was entered; the empty
    stand last, always.
    """

    kind: type[Record]
    order: Order = field(default_factory=lambda: Order("name"))
    equal: Mapping[str, Scalar] = field(default_factory=dict)
    filled: Mapping[str, bool] = field(default_factory=dict)
    linked: tuple[tuple[Through[Any], Mapping[str, Scalar]], ...] = ()
    text: str = ""
    spelled: str = ""
    among: tuple[UUID, ...] | None = None
    limit: int | None = None


class Ids(Sequence[UUID]):
    """Ids as the store spells them, made into UUIDs only when asked for: a hundred thousand take a while."""

    def __init__(self, texts: Sequence[str] = ()) -> None:
        """Take ids of 32 hexadecimal digits."""
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> UUID: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[UUID]: ...

    def __getitem__(self, at: int | slice) -> UUID | Sequence[UUID]:
        if isinstance(at, slice):
            return [UUID(text) for text in self._texts[at]]
        return UUID(self._texts[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ids) and self._texts == other._texts

    def __hash__(self) -> int:
        return hash(tuple(self._texts))

    @property
    def texts(self) -> Sequence[str]:
        """The ids as the store spells them."""
        return self._texts

    def place(self, record_id: UUID) -> int:
        """Where an id stands, -1 when it is not among them."""
        try:
            return self._texts.index(record_id.hex)
        except ValueError:
            return -1


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How a long list begins, and how many it lists: what is shown before the ids of all are there."""

    head: Ids
    count: int


def glimpse(connection: Connection, wanted: Listing, first: int) -> Glimpse | None:
    """The first of a list that takes long to sort; None where the whole list takes hardly longer."""
    if wanted.order.through is not None or wanted.filled.get(wanted.order.field) is False:
        return None
    table = TABLES[wanted.kind]
    counted = select(func.count()).select_from(table).where(*_conditions(table, wanted))
    count = connection.execute(counted).scalar_one()
    if count <= READ_UP_TO:  # by reading, for which all must be read
        return None
    return Glimpse(listing(connection, replace(wanted, limit=first)), count)


def listing(connection: Connection, wanted: Listing) -> Ids:
    """The ids of the records that are wanted, in order."""
    if wanted.filled.get(wanted.order.field) is False and wanted.order.through is None:
        return Ids(_in_one(connection, _wanted(wanted).order_by(_entered(wanted)).limit(wanted.limit)))
    if wanted.order.through is not None and wanted.limit is None:
        return _pointed_to_first(connection, wanted)
    key, joined = _key(TABLES[wanted.kind], wanted)
    if key.is_text and wanted.limit is None:
        found = _wanted(wanted).add_columns(key.column).select_from(joined).order_by(_entered(wanted))
        rows = _few_rows(connection, found, wanted)
        if rows is not None:
            return _by_reading(rows, descending=wanted.order.descending)
    statement = _wanted(wanted).select_from(joined)
    statement = statement.order_by(key.ordered(descending=wanted.order.descending), _entered(wanted))
    return Ids(_in_one(connection, statement.limit(wanted.limit)))


def _wanted(wanted: Listing) -> Select[Any]:
    """The ids of the records that are wanted, as texts."""
    table = TABLES[wanted.kind]
    return select(type_coerce(table.c.id, Text).label("id")).where(*_conditions(table, wanted))


def _entered(wanted: Listing) -> ColumnElement[int]:
    """The number that SQLite gives each row; VACUUM may give others, so it only orders."""
    return literal_column(f"{TABLES[wanted.kind].name}.rowid", Integer)


def _in_one(connection: Connection, statement: Select[Any]) -> list[str]:
    """The ids that a statement gives, in its order.

    A hundred thousand come as one text in half the time; an aggregate that minds the order keeps it.
    """
    joined = connection.execute(select(func.group_concat(statement.subquery().c.id))).scalar()
    return joined.split(",") if joined else []


def _pointed_to_first(connection: Connection, wanted: Listing) -> Ids:
    """Those to which something points, sorted by it, then the others, which need no sorting: most mostly."""
    table, order = TABLES[wanted.kind], wanted.order
    assert order.through is not None
    first = _firsts(order.through, order.field)
    key = first.c.key.desc() if order.descending else first.c.key
    held = _wanted(wanted).select_from(table.join(first, first.c.of == table.c.id))
    full = _in_one(connection, held.where(first.c.key.is_not(None)).order_by(key, _entered(wanted)))
    known = set(full)
    everyone = _in_one(connection, _wanted(wanted).order_by(_entered(wanted)))
    return Ids(full + [text for text in everyone if text not in known])


def _rows(connection: Connection, statement: Select[Any]) -> list[Any]:
    cursor = connection.execute(statement).cursor
    assert cursor is not None  # a query has one; its bare rows come twice as fast as SQLAlchemy's
    return list(cursor.fetchall())


def _few_rows(connection: Connection, statement: Select[Any], wanted: Listing) -> list[Any] | None:
    """The rows when they are few enough to be sorted here; None when they are not.

    To count them costs little, but for a search, which would be made twice.
    """
    if not wanted.text.strip():
        beyond = select(literal(1)).select_from(TABLES[wanted.kind])
        beyond = beyond.where(*_conditions(TABLES[wanted.kind], wanted))
        if connection.execute(beyond.offset(READ_UP_TO).limit(1)).first():
            return None
    rows = _rows(connection, statement.limit(READ_UP_TO + 1))
    return rows if len(rows) <= READ_UP_TO else None


def _by_reading(rows: Sequence[tuple[str, str | None]], *, descending: bool) -> Ids:
    full = [(text, reading_order(key)) for text, key in rows if key]
    full.sort(key=itemgetter(1), reverse=descending)
    return Ids([text for text, _ in full] + [text for text, key in rows if not key])


def records(connection: Connection, kind: type[R], ids: Sequence[UUID]) -> dict[UUID, R]:
    """The records of these ids, as far as they are there."""
    table = TABLES[kind]
    found = (read for some in chunks(ids) for read in _read(connection, kind, table.c.id.in_(some)))
    return {record.id: record for record in found}


def values(connection: Connection, kind: type[Record], names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Some fields of all records of a kind, as the table holds them: whole records take far longer."""
    columns: list[Any] = [type_coerce(TABLES[kind].c[name], Text) for name in names]
    statement: Select[Any] = select(*columns)
    return _rows(connection, statement)


def pointing(connection: Connection, through: Through[R], ids: Collection[UUID]) -> tuple[R, ...]:
    """The records of a `Through` that point to any of these ids, by id."""
    by = TABLES[through.kind].c[through.by]
    held = _lasting(through)
    return tuple(
        record
        for some in chunks(list(ids))
        for record in _read(connection, through.kind, by.in_(some), *held)
    )


def tally(connection: Connection, through: Through[Any], ids: Collection[UUID]) -> dict[UUID, int]:
    """How many records of a `Through` point to each of these ids; ids without any are left out."""
    table = TABLES[through.kind]
    by = table.c[through.by]
    number = func.count(table.c[through.each[0]].distinct()) if through.each else func.count()
    counted: dict[UUID, int] = {}
    for some in chunks(list(ids)):
        statement = select(by, number).where(by.in_(some), *_lasting(through)).group_by(by)
        counted.update((row[0], row[1]) for row in connection.execute(statement))
    return counted


def _read(connection: Connection, kind: type[R], *conditions: ColumnElement[bool]) -> list[R]:
    table = TABLES[kind]
    names = table.c.keys()
    rows = connection.execute(select(table).where(*conditions).order_by(table.c.id))
    return [kind(**dict(zip(names, row, strict=True))) for row in rows]


def _conditions(table: Table, wanted: Listing) -> Iterable[ColumnElement[bool]]:
    for name, value in wanted.equal.items():
        yield table.c[name] == value
    for name, is_filled in wanted.filled.items():
        yield table.c[name].is_not(None) if is_filled else table.c[name].is_(None)
    for through, values in wanted.linked:
        other = TABLES[through.kind]
        held = select(other.c[through.by]).where(*_lasting(through))
        yield table.c.id.in_(held.where(*(other.c[name] == value for name, value in values.items())))
    if wanted.among is not None:
        yield table.c.id.in_(wanted.among)
    if (found := _found(wanted)) is not None:
        yield table.c.id.in_(found)


def _found(wanted: Listing) -> Select[Any] | None:
    """The ids of the records whose searched text or sound holds what is looked for; None for nothing."""
    searched = DERIVED_SEARCH.c
    sought = [holds(word) for word in words_of(wanted.text)]
    if wanted.spelled:
        like = "%" + "".join(_escaped(char) + "%" for char in normal_name(wanted.spelled))
        sought.append(searched.text.like(like, escape="/"))
    if not sought:
        return None
    return select(searched.record_id).where(searched.kind == wanted.kind.__name__, *sought)


def _escaped(text: str) -> str:
    return re.sub(r"[/%_]", r"/\g<0>", text)


@dataclass(frozen=True, slots=True)
class _Key:
    """What to sort by, null where it is empty; a text is sorted by its reading.

    `last` is not less than any value: SQLite sorts twice as fast by what is never null.
    """

    column: ColumnElement[Any]
    is_text: bool = False
    last: str | int | None = None

    def ordered(self, *, descending: bool) -> ColumnElement[Any]:
        """What to order by."""
        if descending:
            return self.column.desc().nulls_last()
        if self.last is None:
            return self.column.asc().nulls_last()
        return func.coalesce(self.column, literal(self.last))


def _key(table: Table, wanted: Listing) -> tuple[_Key, FromClause]:
    """What to sort by, and the tables that it takes."""
    order = wanted.order
    if order.through is None:
        return _sorted_by(table, field_of(wanted.kind, order.field), table)
    first = _firsts(order.through, order.field)
    return _Key(first.c.key), table.outerjoin(first, first.c.of == table.c.id)


def _firsts(through: Through[Any], name: str) -> Subquery:
    """For each record pointed to, the first in order of a field of those that point to it."""
    table = TABLES[through.kind]
    key, joined = _sorted_by(table, field_of(through.kind, name), table)
    by = table.c[through.by]
    statement: Select[Any] = select(by.label("of"), func.min(key.column).label("key")).select_from(joined)
    return statement.where(*_lasting(through)).group_by(by).subquery()


def _sorted_by(table: Table, spec: FieldSpec, joined: FromClause) -> tuple[_Key, FromClause]:
    column = table.c[spec.name]
    if spec.refers_to and "name" in TABLES[KINDS[spec.refers_to]].c:
        other = TABLES[KINDS[spec.refers_to]].alias()
        named = func.nullif(other.c.name, "")
        return _Key(named, is_text=True, last=_LAST_TEXT), joined.outerjoin(other, other.c.id == column)
    if issubclass(spec.type, StrEnum):
        ranks = {str(choice): rank for rank, choice in enumerate(spec.type)}
        return _Key(case(ranks, value=type_coerce(column, Text)), last=_LAST_NUMBER), joined
    if spec.type is Decimal:
        return _Key(cast(type_coerce(column, Text), Numeric)), joined
    if spec.type is int:
        return _Key(column, last=_LAST_NUMBER), joined
    if spec.type is str:  # nullif also keeps SQLite from walking an index, row by random row
        return _Key(func.nullif(column, ""), is_text=True, last=_LAST_TEXT), joined
    return _Key(type_coerce(column, Text), last=_LAST_TEXT if spec.type is date else None), joined


def _lasting(through: Through[Any]) -> list[ColumnElement[bool]]:
    table = TABLES[through.kind]
    held: list[ColumnElement[bool]] = [table.c[through.ended].is_(None)] if through.ended else []
    if through.each:
        to, kind, ended = through.each
        gone = select(TABLES[kind].c.id).where(TABLES[kind].c[ended].is_not(None))
        held.append(table.c[to].not_in(gone))
    return held

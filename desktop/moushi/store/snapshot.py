"""The store's snapshot: all records as one read transaction sees them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Connection, Select, Table, bindparam, func, literal, select

from moushi.domain.record import R, Record, Scalar, fields_of, record_of
from moushi.domain.records import KINDS
from moushi.domain.snapshot import Count
from moushi.store.schema import DERIVED_COUNT, TABLES

_AT_ONCE = 500  # ids asked for in one statement; every database takes that many

_T = TypeVar("_T")
_Numbers = Mapping[tuple[Scalar, ...], int]


class StoreSnapshot:
    """A `domain.Snapshot` over one connection; it remembers what it has read, and holds while that lasts."""

    def __init__(self, connection: Connection) -> None:
        """Read through a connection whose transaction has begun."""
        self._connection = connection
        self._records: dict[type[Record], dict[UUID, Record | None]] = defaultdict(dict)
        self._found: dict[tuple[type[Record], frozenset[tuple[str, Scalar]]], tuple[Record, ...]] = {}
        self._numbers: dict[tuple[Any, ...], _Numbers] = {}

    def get(self, kind: type[R], record_id: UUID) -> R | None:
        """The record of that id, or None."""
        known = self._records[kind]
        if record_id not in known:
            self.load(kind, (record_id,))
        found = known[record_id]
        return found if isinstance(found, kind) else None

    def where(self, kind: type[R], /, **equal: Scalar) -> tuple[R, ...]:
        """The records whose fields equal the given values, by position key (if they have one), then id."""
        asked = (kind, frozenset(equal.items()))
        if asked not in self._found:
            given = {name: value for name, value in equal.items() if value is not None}
            statement = _where(TABLES[kind], frozenset(given), frozenset(equal) - frozenset(given))
            self._found[asked] = tuple(self._read(kind, statement, given))
        return cast(tuple[R, ...], self._found[asked])

    def among(self, kind: type[R], name: str, values: Collection[Scalar], /) -> tuple[R, ...]:
        """The records of which a field holds one of the values, none of them None, in few statements."""
        wanted = dict.fromkeys(values)
        if name == "id":
            ids = [value for value in wanted if isinstance(value, UUID)]
            self.load(kind, ids)
            held = self._records[kind]
            return tuple(record for each in ids if isinstance(record := held[each], kind))
        found: list[Record] = []
        for some in chunks(list(wanted)):
            found += self._read(kind, _among(TABLES[kind], name), {"held": some})
        return cast(tuple[R, ...], tuple(found))

    def numbers(self, kind: type[Record], by: tuple[str, ...], /, **among: Collection[Scalar]) -> _Numbers:
        """How many records have each combination of values of some fields; no record is read whole."""
        held = {name: frozenset(values) for name, values in among.items()}
        asked = (kind, by, frozenset(held.items()))
        if asked not in self._numbers:
            self._numbers[asked] = self._count(TABLES[kind], by, held)
        return self._numbers[asked]

    def counts(self, subject: UUID, /) -> tuple[Count, ...]:
        """What a measure or a part that counts itself comes to at each month's end of its plan's year."""
        rows = self._connection.execute(_COUNTS, {"subject": subject})
        return tuple(Count(*row) for row in rows)

    def load(self, kind: type[Record], ids: Iterable[UUID]) -> None:
        """Read records of one kind in few statements, so that `get` finds them at hand."""
        known = self._records[kind]
        wanted = [record_id for record_id in dict.fromkeys(ids) if record_id not in known]
        for some in chunks(wanted):
            known.update(dict.fromkeys(some))
            self._read(kind, _by_id(TABLES[kind]), {"ids": some})

    def load_ancestors(self, records: Iterable[Record]) -> None:
        """Read what records point to, and what that points to, level by level."""
        level = list(records)
        while level:
            wanted: dict[type[Record], set[UUID]] = defaultdict(set)
            for record in level:
                for kind, _, target in targets(record):
                    if target not in self._records[kind]:
                        wanted[kind].add(target)
            for kind, ids in wanted.items():
                self.load(kind, ids)
            level = [r for kind, ids in wanted.items() for i in ids if (r := self._records[kind][i])]

    def _count(self, table: Table, by: tuple[str, ...], among: Mapping[str, frozenset[Scalar]]) -> _Numbers:
        longest = max(among, key=lambda name: len(among[name]), default=None)
        portions = list(chunks(list(among[longest]))) if longest else [()]
        statement = _numbers(table, by, frozenset(among), frozenset(n for n in among if None in among[n]))
        found: Counter[tuple[Scalar, ...]] = Counter()
        for some in portions:
            given = {name: list(values) for name, values in among.items()}
            if longest:
                given[longest] = list(some)
            for *values, number in self._connection.execute(statement, given):
                found[tuple(values)] += number
        return +found  # of nothing there are no numbers

    def _read(self, kind: type[Record], statement: Select[Any], given: Mapping[str, Any]) -> list[Record]:
        rows = self._connection.execute(statement, given)
        records = [record_of(kind, row) for row in rows]  # a table's columns are the kind's fields
        self._records[kind].update((record.id, record) for record in records)
        return records


def targets(record: Record) -> Iterator[tuple[type[Record], str, UUID]]:
    """What a record points to: the kind, by which field, and the id."""
    for spec in fields_of(type(record)):
        target = getattr(record, spec.name) if spec.refers_to else None
        if spec.refers_to and target is not None:
            yield KINDS[spec.refers_to], spec.name, target


def chunks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """The items in portions that fit one statement."""
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]


@cache
def _by_id(table: Table) -> Select[Any]:
    return select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))


@cache
def _among(table: Table, name: str) -> Select[Any]:
    return select(table).where(table.c[name].in_(bindparam("held", expanding=True)))


@cache
def _where(table: Table, given: frozenset[str], empty: frozenset[str]) -> Select[Any]:
    statement = select(table)
    for name in sorted(given):
        statement = statement.where(table.c[name] == bindparam(name))
    for name in sorted(empty):
        statement = statement.where(table.c[name].is_(None))
    return statement.order_by(*([table.c.rank] if "rank" in table.c else []), table.c.id)


@cache
def _numbers(
    table: Table, by: tuple[str, ...], among: frozenset[str], or_none: frozenset[str]
) -> Select[Any]:
    columns = [table.c[name] for name in by]
    is_one_each = "id" in by  # grouping them would only sort them
    statement = select(*columns, literal(1) if is_one_each else func.count()).select_from(table)
    for name in sorted(among):
        held = table.c[name].in_(bindparam(name, expanding=True))
        statement = statement.where(held | table.c[name].is_(None) if name in or_none else held)
    return statement if is_one_each else statement.group_by(*columns)


_COUNTED = DERIVED_COUNT.c
_COUNTS = (
    select(_COUNTED.subject_id, _COUNTED.as_of, _COUNTED.value, _COUNTED.base)
    .where(_COUNTED.subject_id == bindparam("subject"))
    .order_by(_COUNTED.as_of)
)

"""A consistent view of all records, as intake and compile receive it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Protocol
from uuid import UUID

from moushi.domain.record import R, Record, Scalar, fields_of
from moushi.domain.records import KINDS


@dataclass(frozen=True, slots=True)
class Count:
    """What a measure or a part of it (`subject`) comes to on a day, and against what it is counted."""

    subject: UUID
    as_of: date
    value: Decimal
    base: Decimal | None = None


class Snapshot(Protocol):
    """All records as they stood at one instant."""

    def get(self, kind: type[R], record_id: UUID, /) -> R | None:
        """The record of that id, or None."""
        ...

    def where(self, kind: type[R], /, **equal: Scalar) -> tuple[R, ...]:
        """The records whose fields equal the given values, by position key (if they have one), then id."""
        ...


class MemorySnapshot:
    """A snapshot of records held in memory; what the store's own snapshot is tested against."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        """Take the records; a later one of the same id replaces an earlier one."""
        self._by_kind: dict[type[Record], dict[UUID, Record]] = defaultdict(dict)
        self._by_value: dict[tuple[type[Record], str], dict[Scalar, tuple[Record, ...]]] = {}
        for record in records:
            self._by_kind[type(record)][record.id] = record

    def get(self, kind: type[R], record_id: UUID, /) -> R | None:
        """The record of that id, or None."""
        found = self._by_kind[kind].get(record_id)
        return found if isinstance(found, kind) else None

    def where(self, kind: type[R], /, **equal: Scalar) -> tuple[R, ...]:
        """The records whose fields equal the given values, in order."""
        if len(equal) == 1:
            ((name, value),) = equal.items()
            return self._grouped(kind, name).get(value, ())  # type: ignore[return-value]  # all are of the kind
        found = (
            record
            for record in self._by_kind[kind].values()
            if isinstance(record, kind)
            and all(getattr(record, name) == value for name, value in equal.items())
        )
        return in_order(found)

    def _grouped(self, kind: type[Record], name: str) -> dict[Scalar, tuple[Record, ...]]:
        """The records of a kind by the value of a field, grouped when they are first asked for so."""
        if (kind, name) not in self._by_value:
            groups: dict[Scalar, list[Record]] = defaultdict(list)
            for record in in_order(self._by_kind[kind].values()):
                groups[getattr(record, name)].append(record)
            self._by_value[kind, name] = {value: tuple(group) for value, group in groups.items()}
        return self._by_value[kind, name]


class Overlay:
    """A snapshot with some records in another state, as if a draft were kept; the rest shows through."""

    def __init__(self, below: Snapshot, records: Iterable[Record]) -> None:
        """Lay the records over those of the same ids."""
        self._below = below
        self._over = {record.id: record for record in records}
        self._shown = MemorySnapshot(self._over.values())

    def get(self, kind: type[R], record_id: UUID, /) -> R | None:
        """The record of that id, or None."""
        over = self._over.get(record_id)
        return over if isinstance(over, kind) else self._below.get(kind, record_id)

    def where(self, kind: type[R], /, **equal: Scalar) -> tuple[R, ...]:
        """The records whose fields equal the given values, in order."""
        over = self._shown.where(kind, **equal)
        found = self._below.where(kind, **equal)
        if not over and all(record.id not in self._over for record in found):
            return found
        return in_order((*over, *(record for record in found if record.id not in self._over)))


def in_order(records: Iterable[R]) -> tuple[R, ...]:
    """Records by position key (if their kind has one), then id."""
    return tuple(sorted(records, key=lambda record: (getattr(record, "rank", ""), str(record.id))))


@cache
def references_to(kind: str) -> tuple[tuple[type[Record], str], ...]:
    """The fields of all kinds that point to records of that kind."""
    return tuple(
        (child, spec.name) for child in KINDS.values() for spec in fields_of(child) if spec.refers_to == kind
    )


def dependents(snapshot: Snapshot, record: Record) -> tuple[Record, ...]:
    """All records that hang on one, directly or through others: each before the record it points to."""
    found: dict[UUID, Record] = {}
    met = {record.id}  # records may point to each other in a ring

    def visit(parent: Record) -> None:
        for child_kind, field in references_to(type(parent).__name__):
            for child in snapshot.where(child_kind, **{field: parent.id}):
                if child.id not in met:
                    met.add(child.id)
                    visit(child)
                    found[child.id] = child

    visit(record)
    return tuple(found.values())

"""A consistent view of all records, as intake and compile receive it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
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

    def among(self, kind: type[R], name: str, values: Collection[Scalar], /) -> tuple[R, ...]:
        """The records of which a field holds one of the values, none of them None, in no special order."""
        ...

    def numbers(
        self, kind: type[Record], by: tuple[str, ...], /, **among: Collection[Scalar]
    ) -> Mapping[tuple[Scalar, ...], int]:
        """How many records have each combination of values of the fields `by`; no record is read whole.

        Only those records are taken whose fields hold one of the values given.
        """
        ...

    def counts(self, subject: UUID, /) -> tuple[Count, ...]:
        """What a measure or a part that counts itself comes to at each month's end of its plan's year."""
        ...


class MemorySnapshot:
    """A snapshot of records held in memory; what the store's own snapshot is tested against."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        """Take the records; a later one of the same id replaces an earlier one."""
        self._by_kind: dict[type[Record], dict[UUID, Record]] = defaultdict(dict)
        self._by_value: dict[tuple[type[Record], str], dict[Scalar, tuple[Record, ...]]] = {}
        self._counts: dict[UUID, tuple[Count, ...]] = {}
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

    def among(self, kind: type[R], name: str, values: Collection[Scalar], /) -> tuple[R, ...]:
        """The records of which a field holds one of the values."""
        if name == "id":
            held = self._by_kind[kind]
            each = (held.get(value) for value in dict.fromkeys(values) if isinstance(value, UUID))
            return tuple(record for record in each if isinstance(record, kind))
        groups = self._grouped(kind, name)
        found = (record for value in dict.fromkeys(values) for record in groups.get(value, ()))
        return tuple(record for record in found if isinstance(record, kind))

    def numbers(
        self, kind: type[Record], by: tuple[str, ...], /, **among: Collection[Scalar]
    ) -> Mapping[tuple[Scalar, ...], int]:
        """How many records have each combination of values of some fields."""
        found = (record for record in self._by_kind[kind].values() if _is_among(record, among))
        return Counter(_values(record, by) for record in found)

    def counts(self, subject: UUID, /) -> tuple[Count, ...]:
        """What a measure or a part comes to, counted now."""
        if subject not in self._counts:
            from moushi.domain.counting import counts_of  # it counts over snapshots

            self._counts[subject] = counts_of(self, subject)
        return self._counts[subject]

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

    def among(self, kind: type[R], name: str, values: Collection[Scalar], /) -> tuple[R, ...]:
        """The records of which a field holds one of the values, drafts among them."""
        found = self._below.among(kind, name, values)
        left = (record for record in found if record.id not in self._over)
        return (*self._shown.among(kind, name, values), *left)

    def numbers(
        self, kind: type[Record], by: tuple[str, ...], /, **among: Collection[Scalar]
    ) -> Mapping[tuple[Scalar, ...], int]:
        """How many records have each combination of values of some fields, drafts among them."""
        found = Counter(self._below.numbers(kind, by, **among))
        hidden = (self._below.get(kind, record_id) for record_id in self._over)
        found.subtract(_values(record, by) for record in hidden if record and _is_among(record, among))
        found.update(self._shown.numbers(kind, by, **among))
        return +found

    def counts(self, subject: UUID, /) -> tuple[Count, ...]:
        """What a measure or a part came to before the drafts: they count when they are kept."""
        return self._below.counts(subject)


def _is_among(record: Record, among: Mapping[str, Collection[Scalar]]) -> bool:
    return all(getattr(record, name) in held for name, held in among.items())


def _values(record: Record, names: tuple[str, ...]) -> tuple[Scalar, ...]:
    return tuple(getattr(record, name) for name in names)


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

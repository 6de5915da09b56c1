"""What a record is: frozen fields, their kinds of value, and how they are written as JSON.

A record's table, history, merging and undo follow from its fields, so a new field is one line here and a
migration in the store.
"""

from __future__ import annotations

import dataclasses
import operator
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID, uuid5

Scalar = str | int | bool | Decimal | date | UUID | None
"""What a field may hold; a choice from a list is a `StrEnum`, hence a `str`."""

_NATURAL = UUID("6b1c2a52-3f0e-5d43-9d0c-6f75736869a1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The base of every record kind; `id` never changes."""

    id: UUID


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record kind, as schema, history, review and forms see it."""

    name: str
    type: type
    optional: bool
    refers_to: str | None
    label: str


def attr(label: str, *, refers_to: str | None = None, default: Any = dataclasses.MISSING) -> Any:
    """Declare a field: its English label (translated by the catalogue) and the record kind it points to."""
    return dataclasses.field(default=default, metadata={"label": label, "refers_to": refers_to})


_SPECS: dict[type[Record], tuple[FieldSpec, ...]] = {}


def fields_of(kind: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields of a record kind in their order, `id` first."""
    if kind not in _SPECS:
        _SPECS[kind] = _read_fields(kind)
    return _SPECS[kind]


def _read_fields(kind: type[Record]) -> tuple[FieldSpec, ...]:
    hints = typing.get_type_hints(kind)
    specs = []
    for declared in dataclasses.fields(kind):
        held = hints[declared.name]
        choices = [arg for arg in typing.get_args(held) if arg is not types.NoneType]
        optional = isinstance(held, types.UnionType)
        specs.append(
            FieldSpec(
                name=declared.name,
                type=choices[0] if optional else held,
                optional=optional,
                refers_to=declared.metadata.get("refers_to"),
                label=declared.metadata.get("label", declared.name),
            )
        )
    return tuple(specs)


def field_of(kind: type[Record], name: str) -> FieldSpec:
    """The field of that name; `KeyError` when the kind has none."""
    for spec in fields_of(kind):
        if spec.name == name:
            return spec
    raise KeyError(f"{kind.__name__}.{name}")


def natural_id(kind: str, *key: object) -> UUID:
    """The same id for the same natural key on every machine, so that two counties' data join."""
    return uuid5(_NATURAL, "\x1f".join([kind, *map(str, key)]))


def to_json(value: Scalar) -> str | int | bool | None:
    """A field's value as JSON holds it: dates ISO, decimals and ids as text."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_json(spec: FieldSpec, value: object) -> Scalar:
    """The inverse of `to_json` for one field; `ValueError` when the value does not fit it."""
    if value is None:
        if not spec.optional:
            raise ValueError(f"{spec.name} must not be empty")
        return None
    if spec.type in (str, int, bool):
        if type(value) is not spec.type:
            raise ValueError(f"{spec.name}: {value!r} is not {spec.type.__name__}")
        return typing.cast(Scalar, value)
    text = str(value)
    if spec.type is date:
        return date.fromisoformat(text)
    if spec.type is Decimal:
        try:
            return Decimal(text)
        except ArithmeticError as fault:
            raise ValueError(f"{spec.name}: {text!r} is not a number") from fault
    return typing.cast(Scalar, spec.type(text))


def record_to_json(record: Record) -> dict[str, str | int | bool | None]:
    """All fields of a record as a JSON object."""
    return {spec.name: to_json(getattr(record, spec.name)) for spec in fields_of(type(record))}


def record_from_json(kind: type[R], values: dict[str, Any]) -> R:
    """The record of that kind from `record_to_json`'s object; `ValueError` when a value does not fit.

    A field that the object does not name has its default: it was written before the field was there.
    """
    held: dict[str, Any] = {
        spec.name: from_json(spec, values[spec.name]) for spec in fields_of(kind) if spec.name in values
    }
    try:
        return kind(**held)
    except TypeError as fault:
        raise ValueError(f"{kind.__name__}: {fault}") from fault


def with_field(record: R, name: str, value: Scalar) -> R:
    """The record with one field changed."""
    values = list(values_of(record))
    values[_slots_of(type(record)).places[name]] = value
    return record_of(type(record), values)


def values_of(record: Record) -> tuple[Scalar, ...]:
    """The values of all fields, in their order."""
    return _slots_of(type(record)).values(record)


def record_of(kind: type[R], values: Iterable[Scalar]) -> R:
    """The record that has these values, one for each field in their order; they are not checked.

    Ten thousand are made at once, so the fields are filled directly: that is half the time of `kind(…)`.
    """
    record = object.__new__(kind)
    for fill, value in zip(_slots_of(kind).fillers, values, strict=True):
        fill(record, value)
    return record


@dataclass(frozen=True, slots=True)
class _Slots:
    """How the fields of a record kind are filled and read, and which has which place."""

    fillers: tuple[Callable[[Record, Scalar], None], ...]
    values: Callable[[Record], tuple[Scalar, ...]]
    places: dict[str, int]


_SLOTS: dict[type[Record], _Slots] = {}


def _slots_of(kind: type[Record]) -> _Slots:
    if kind not in _SLOTS:
        names = [spec.name for spec in fields_of(kind)]
        fillers = tuple(getattr(kind, name).__set__ for name in names)  # each field has a slot
        places = {name: place for place, name in enumerate(names)}
        _SLOTS[kind] = _Slots(fillers, operator.attrgetter(*names), places)
    return _SLOTS[kind]


def pointers(record: Record) -> set[UUID]:
    """The ids of the records that a record points to."""
    held = (getattr(record, spec.name) for spec in fields_of(type(record)) if spec.refers_to)
    return {target for target in held if target is not None}

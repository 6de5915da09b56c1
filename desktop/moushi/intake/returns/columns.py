"""The columns of a return's table: where their values land, how they were sent, how the records hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from moushi.domain.record import FieldSpec, Record, Scalar, field_of
from moushi.domain.records import KINDS
from moushi.domain.returns import FieldType, FormField
from moushi.domain.words import choice_word
from moushi.errors import Message, say

DECODERS: Mapping[FieldType, Callable[[Any], Scalar]] = {
    FieldType.DATE: date.fromisoformat,
    FieldType.DECIMAL: Decimal,
    FieldType.AMOUNT: Decimal,
    FieldType.SHARE: Decimal,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a table, and the record's field in which its values land; `spec` is None where in none."""

    field: FormField
    kind: type[Record] | None
    spec: FieldSpec | None

    @property
    def key(self) -> str:
        """The key of the form's field."""
        return self.field.key

    @property
    def lands(self) -> str:
        """Where its values land: `Member.phone`."""
        return self.field.lands

    @property
    def name(self) -> str:
        """The name of the record's field."""
        return self.field.name

    @property
    def is_asked(self) -> bool:
        """Whether values typed there are taken."""
        return not self.field.is_locked and bool(self.field.lands)

    def sent(self, values: Mapping[str, Any] | None) -> Scalar:
        """What a row was sent with there; None where nothing was."""
        raw = values.get(self.key) if values else None
        decode = DECODERS.get(self.field.type)
        return raw if raw in (None, "") or decode is None else decode(str(raw))

    def fitted(self, value: Scalar) -> Scalar:
        """A value as the record's field holds it."""
        if value is None or self.spec is None or isinstance(value, self.spec.type):
            return value
        if issubclass(self.spec.type, StrEnum):
            return self.spec.type(str(value))
        if self.spec.type is Decimal and isinstance(value, int):
            return Decimal(value)
        if self.spec.type is int and isinstance(value, Decimal) and value == int(value):
            return int(value)
        return str(value) if self.spec.type is str else value

    @property
    def nothing(self) -> Scalar:
        """What the record's field holds when it is emptied."""
        if self.spec is None or self.spec.optional:
            return None
        return False if self.spec.type is bool else ""


def column_of(asked: FormField) -> Column:
    """The column of a form's field."""
    kind = KINDS.get(asked.record)
    return Column(asked, kind, field_of(kind, asked.name) if kind else None)


def words(value: Scalar) -> str | Message:
    """A value in a sentence; "" for none."""
    match value:
        case None:
            return ""
        case StrEnum():
            return choice_word(value)
        case bool():
            return say("yes") if value else say("no")
        case _:
            return printed(value)


def printed(value: Scalar) -> str:
    """A value as a cell of a form may have it."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def scalar(value: object) -> Scalar:
    """A likely value that a field can hold; None for any other."""
    return value if isinstance(value, str | int | Decimal | date) else None

"""The tables: one per record kind, made from its fields, and those of history, journal, settings and derived.

The migrations make the same tables step by step; a test holds the two together. Only types that SQLite and
PostgreSQL both have are used: decimals as text in one spelling, ids as `Uuid`, choices as their text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from threading import Lock
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from moushi.domain.ids import id_of
from moushi.domain.kinds import ReturnEvent
from moushi.domain.record import FieldSpec, Record, fields_of
from moushi.domain.records import KINDS

SCHEMA_HEAD = "0004"
"""The revision of these tables: the newest in migrations/versions."""

_LOOKED_UP = frozenset({"name", "uscc", "year", "period", "held_on"})

METADATA = MetaData(  # knows of the tables of records those that were asked for
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class IdText(Uuid[UUID]):
    """An id as its digits; those that are read again and again are one object."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], UUID | None] | None:
        """What makes ids of texts; None where the driver has ids of its own."""
        if dialect.supports_native_uuid:
            return None
        return lambda text: None if text is None else id_of(text)


class ChoiceText(TypeDecorator[StrEnum]):
    """A choice as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, choice: type[StrEnum]) -> None:
        """Take the enumeration that the texts belong to."""
        super().__init__()
        self.choice = choice

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect) -> str | None:
        """The text of the choice."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> StrEnum | None:
        """The choice of that text; `ValueError` when there is none."""
        return None if value is None else self.choice(value)


class DecimalText(TypeDecorator[Decimal]):
    """An exact number as text, without exponent or trailing zeros, so that equal numbers are equal texts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> str | None:
        """The one spelling of the number."""
        return None if value is None else plain_number(Decimal(value))

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> Decimal | None:
        """The number; `ArithmeticError` when the text is none."""
        return None if value is None else Decimal(value)


class JsonText(TypeDecorator[Any]):
    """A JSON value as text; None is SQL's null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, _dialect: Dialect) -> str | None:
        """The value written as JSON."""
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> Any | None:
        """The value that the JSON text holds."""
        return None if value is None else json.loads(value)


class Instant(TypeDecorator[datetime]):
    """An instant, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The instant in UTC, without a zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        """The instant with its zone, UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def plain_number(value: Decimal) -> str:
    """A number written out, without exponent or trailing zeros."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def table_name(kind: str) -> str:
    """The table of a record kind: `PlanItem` is kept in plan_item."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind).lower()


def _type(spec: FieldSpec) -> TypeEngine[Any]:
    if spec.name == "rank":  # compared by code point everywhere
        return Text().with_variant(Text(collation="C"), "postgresql")
    plain: dict[type, TypeEngine[Any]] = {
        str: Text(),
        int: Integer(),
        bool: Boolean(),
        Decimal: DecimalText(),
        date: Date(),
        UUID: IdText(),
    }
    return plain.get(spec.type) or ChoiceText(spec.type)


def _points_to(table: str) -> ForeignKey:
    """A reference checked at commit; a delete lists what hangs on it, so nothing cascades."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def _column(spec: FieldSpec) -> Column[Any]:
    if spec.name == "id":
        return Column("id", IdText(), primary_key=True)
    reference = (_points_to(table_name(spec.refers_to)),) if spec.refers_to else ()
    indexed = bool(spec.refers_to) or spec.name in _LOOKED_UP
    return Column(spec.name, _type(spec), *reference, nullable=spec.optional, index=indexed or None)


class _Tables(Mapping[type[Record], Table]):
    """Made one by one when they are first asked for: a start needs a third of them."""

    def __init__(self) -> None:
        self._made: dict[type[Record], Table] = {}
        self._making = Lock()

    def __getitem__(self, kind: type[Record]) -> Table:
        if kind not in self._made:
            with self._making:  # long work asks from other threads
                if kind not in self._made:
                    columns = map(_column, fields_of(kind))
                    self._made[kind] = Table(table_name(_NAMES[kind]), METADATA, *columns)
        return self._made[kind]

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(_NAMES)

    def __reversed__(self) -> Iterator[type[Record]]:
        return reversed(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


_NAMES = {kind: name for name, kind in KINDS.items()}

TABLES = _Tables()
"""The table of each record kind; a kind that refers to another stands after it."""

HISTORY_CHANGE = Table(
    "history_change",
    METADATA,
    Column("id", IdText(), primary_key=True),
    Column("number", Integer(), nullable=False, unique=True),
    Column("at", Instant(), nullable=False),
    Column("source", Text(), nullable=False),
    Column("sha256", Text()),
    Column("person", Text(), nullable=False),
    Column("title", JsonText(), nullable=False),
    Column("edit_count", Integer(), nullable=False),
    Column("undoes", IdText(), _points_to("history_change"), index=True),
)

HISTORY_EDIT = Table(
    "history_edit",
    METADATA,
    Column("change_id", IdText(), _points_to("history_change"), primary_key=True),
    Column("position", Integer(), primary_key=True),
    Column("record", Text(), nullable=False),
    Column("record_id", IdText(), nullable=False, index=True),
    Column("op", Text(), nullable=False),
    Column("field", Text()),
    Column("old", JsonText()),
    Column("new", JsonText()),
)

JOURNAL_EXPORT = Table(
    "journal_export",
    METADATA,
    Column("id", IdText(), primary_key=True),
    Column("at", Instant(), nullable=False, index=True),
    Column("person", Text(), nullable=False),
    Column("what", Text(), nullable=False),
    Column("path", Text(), nullable=False),
    Column("sha256", Text(), nullable=False),
    Column("article_id", IdText(), index=True),  # no reference: the journal outlives the article
    Column("document", JsonText()),
)

JOURNAL_RETURN = Table(
    "journal_return",
    METADATA,
    Column("line", IdText(), primary_key=True),
    Column("id", IdText(), nullable=False, index=True),  # of the workbook that was sent
    Column("at", Instant(), nullable=False, index=True),
    Column("person", Text(), nullable=False),
    Column("event", ChoiceText(ReturnEvent), nullable=False),
    Column("chamber_id", IdText(), nullable=False, index=True),  # no reference: it outlives the chamber
    Column("period", Text(), nullable=False, index=True),
    Column("due_on", Date()),
    Column("file", Text(), nullable=False),
    Column("sha256", Text()),
    Column("errors", Integer(), nullable=False),
    Column("warnings", Integer(), nullable=False),
    Column("edits", Integer(), nullable=False),
    Column("document", JsonText()),
)

SETTING = Table(
    "setting",
    METADATA,
    Column("key", Text(), primary_key=True),
    Column("value", JsonText()),
)

DERIVED_MEASURE = Table(
    "derived_measure",
    METADATA,
    Column("measure_id", IdText(), primary_key=True),
    Column("cumulative", DecimalText()),
    Column("reports", Integer(), nullable=False),
    Column("last_period", Text(), nullable=False),
)

DERIVED_SEARCH = Table(
    "derived_search",
    METADATA,
    Column("kind", Text(), primary_key=True),
    Column("record_id", IdText(), primary_key=True),
    Column("text", Text(), nullable=False),
    Column("sound", Text(), nullable=False),
)

DERIVED_COUNT = Table(
    "derived_count",
    METADATA,
    Column("subject_id", IdText(), primary_key=True),
    Column("as_of", Date(), primary_key=True),
    Column("value", DecimalText(), nullable=False),
    Column("base", DecimalText()),
)

DERIVED = (DERIVED_MEASURE, DERIVED_COUNT, DERIVED_SEARCH)
"""Tables that hold nothing of their own: a rebuild from the records gives the same rows."""

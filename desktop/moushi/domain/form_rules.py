"""What a return form may ask for: where values may land, of which type, and what every table must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from moushi.domain.record import FieldSpec, Record, field_of, fields_of
from moushi.domain.records import (
    KINDS,
    Activity,
    Chamber,
    Measure,
    Member,
    Membership,
    Participation,
    Person,
    PlanItem,
    Post,
    Progress,
    SubMeasure,
    Township,
)
from moushi.domain.returns import IN_THE_ROWS_UNIT, NUMBERS, FieldType, FormField, FormTable, Rows
from moushi.errors import Message, say

AMOUNT_UNITS = ("元", "千元", "万元", "百万元", "亿元")
"""The units that an amount may be asked in (`numbers.unit_power` says how many yuan each is)."""


def _all_but(kind: type[Record], *names: str) -> frozenset[str]:
    kept = (spec.name for spec in fields_of(kind) if spec.type is not UUID and spec.name not in names)
    return frozenset(f"{kind.__name__}.{name}" for name in kept)


def _those(kind: type[Record], names: str) -> frozenset[str]:
    return frozenset(f"{kind.__name__}.{field_of(kind, name).name}" for name in names.split())


_ASKED: Mapping[Rows, frozenset[str]] = {
    Rows.PROGRESS: _those(Progress, "value cumulative narrative problems next_steps evidence reported_by"),
    Rows.CHAMBER: _all_but(Chamber, "name", "kind", "dissolved_on"),
    Rows.OFFICERS: _those(Post, "role from_on to_on term_number")
    | _those(Person, "name phone")
    | _those(Member, "name"),
    Rows.MEMBERS: _all_but(Member, "retain_until") | _those(Membership, "joined_on left_on"),
    Rows.ACTIVITIES: _all_but(Activity) | _those(Participation, "member_id"),
}
_SHOWN: Mapping[Rows, frozenset[str]] = {
    Rows.PROGRESS: _those(PlanItem, "text short_title due_on responsible")
    | _those(Measure, "name unit target")
    | _those(SubMeasure, "name target"),
    Rows.CHAMBER: _those(Chamber, "name kind") | _those(Township, "name"),
}
_IDENTIFYING: Mapping[Rows, tuple[tuple[str, ...], ...]] = {  # of each group one at least
    Rows.PROGRESS: (("PlanItem.text", "PlanItem.short_title"),),
    Rows.CHAMBER: (),
    Rows.OFFICERS: (("Post.role",), ("Person.name", "Member.name")),
    Rows.MEMBERS: (("Member.name",),),
    Rows.ACTIVITIES: (("Activity.kind",), ("Activity.held_on",)),
}
_NEEDED: Mapping[Rows, frozenset[str]] = {
    Rows.OFFICERS: _those(Post, "role"),
    Rows.MEMBERS: _those(Member, "name"),
    Rows.ACTIVITIES: _those(Activity, "kind held_on"),
}
_YUAN = frozenset({"Member.registered_capital", "Activity.amount", "Activity.fee"})
_OF_TEXTS = (FieldType.TEXT, FieldType.PHONE, FieldType.USCC, FieldType.PERIOD, FieldType.CHOICE)


def landings(rows: Rows) -> tuple[str, ...]:
    """Where the values of rows of a kind may land, those that are only shown among them."""
    return tuple(sorted(_ASKED[rows] | _SHOWN.get(rows, frozenset())))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field or a table: which key of it, and why."""

    key: str
    reason: Message


def types_of(lands: str) -> tuple[FieldType, ...]:
    """The types of a form's field whose values a record's field can hold."""
    spec = _spec(lands)
    if lands in _YUAN:
        return (FieldType.AMOUNT,)
    if lands in IN_THE_ROWS_UNIT:
        return (FieldType.DECIMAL,)
    if spec.name in ("uscc", "phone"):
        return (FieldType(spec.name),)
    if issubclass(spec.type, StrEnum):
        return (FieldType.CHOICE,)
    fitting: Mapping[type, tuple[FieldType, ...]] = {
        bool: (FieldType.ANSWER,),
        int: (FieldType.WHOLE,),
        Decimal: NUMBERS,
        date: (FieldType.DATE,),
        UUID: (FieldType.TEXT,),  # members that take part, by their names
    }
    return fitting.get(spec.type, _OF_TEXTS)


def _spec(lands: str) -> FieldSpec:
    kind, _, name = lands.partition(".")
    return field_of(KINDS[kind], name)


def faults_of_field(field: FormField, rows: Rows) -> Iterator[Fault]:
    """What is wrong with one field of a table of such rows."""
    yield from _faults_of_type(field)
    if not field.lands:
        if field.is_locked or field.is_prefilled:
            key = "locked" if field.is_locked else "prefilled"
            yield Fault(key, say("what lands nowhere has nothing to be shown"))
        return
    if field.lands in _SHOWN.get(rows, frozenset()) and not field.is_locked:
        yield Fault("locked", say("{lands} is only shown: write locked = true", lands=field.lands))
    if field.is_locked and field.is_required:
        yield Fault("required", say("what is locked is not asked and cannot be required"))
    if field.is_locked and not field.is_prefilled:
        yield Fault("prefilled", say("what is locked is there to be shown and must be prefilled"))
    if field.lands in _NEEDED.get(rows, ()) and not (field.is_required or field.is_locked):
        yield Fault(
            "required",
            say("no record can do without {lands}: write required = true", lands=field.lands),
        )
    fitting = types_of(field.lands)
    if field.type not in fitting:
        yield Fault(
            "type",
            say("{lands} holds values of type {types}", lands=field.lands, types="、".join(fitting)),
        )
    elif issubclass(kind := _spec(field.lands).type, StrEnum):
        known = [each.value for each in kind]
        for word, value in field.choices.items():
            if value not in known:
                yield Fault(
                    "choices",
                    say(
                        "the choice “{word}” stands for {value}; known are {known}",
                        word=word,
                        value=value,
                        known="、".join(known),
                    ),
                )


def _faults_of_type(field: FormField) -> Iterator[Fault]:
    """Limits, choices and units that do not fit the type."""
    for key, limit in (("least", field.least), ("most", field.most)):
        if limit is not None and field.type not in NUMBERS:
            yield Fault(key, say("only numbers have such a limit"))
        elif limit is not None and field.type is FieldType.WHOLE and limit != int(limit):
            yield Fault(key, say("it must be a whole number"))
    if field.least is not None and field.most is not None and field.least > field.most:
        yield Fault("most", say("it is less than the least"))
    if field.longest is not None and field.type is not FieldType.TEXT:
        yield Fault("longest", say("only texts have a longest length"))
    if bool(field.choices) != (field.type is FieldType.CHOICE):
        reason = say("only a choice has choices") if field.choices else say("it is missing")
        yield Fault("choices", reason)
    if field.type is FieldType.AMOUNT and field.unit not in AMOUNT_UNITS:
        yield Fault("unit", say("it must be one of {choices}", choices="、".join(AMOUNT_UNITS)))
    if field.type is FieldType.SHARE and field.unit not in ("", "%"):
        yield Fault("unit", say("it must be one of {choices}", choices="%"))
    if field.unit and field.type not in NUMBERS:
        yield Fault("unit", say("only numbers have a unit"))


def faults_of_table(table: FormTable) -> Iterator[Fault]:
    """What a table as a whole lacks, or has too much of."""
    held = {field.lands: field for field in table.fields if field.lands}
    groups = _IDENTIFYING[table.rows]
    for group in groups:
        if not any(lands in held for lands in group):
            yield Fault(
                "field",
                say(
                    "a field is missing by which a row is known: one that lands in {lands}",
                    lands="、".join(group),
                ),
            )
    if all(field.is_locked for field in table.fields):
        yield Fault("field", say("all its fields are locked: nothing is asked"))
    if table.blank and table.rows in (Rows.PROGRESS, Rows.CHAMBER):
        yield Fault(
            "blank", say("rows of {rows} are given: no blank lines can be left", rows=table.rows.value)
        )
    elif table.blank and any(
        all(held[lands].is_locked for lands in group if lands in held) for group in groups
    ):
        yield Fault("blank", say("no new row can be written while the field by which it is known is locked"))

"""Proposals: the only thing that writes to the store.

A proposal has a named source, edits and findings. A typed change is a proposal of one edit; a file's proposal
is shown whole, and what was shown is exactly what is applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from moushi.domain.record import (
    Record,
    Scalar,
    field_of,
    fields_of,
    from_json,
    record_from_json,
    record_to_json,
    to_json,
    values_of,
    with_field,
)
from moushi.domain.records import KINDS
from moushi.domain.words import field_word, kind_word
from moushi.errors import Message, MoushiError, say


@dataclass(frozen=True, slots=True)
class Insert:
    """A new record."""

    record: Record

    @property
    def kind(self) -> type[Record]:
        """The record's kind."""
        return type(self.record)

    @property
    def id(self) -> UUID:
        """The record's id."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record from an old value to a new one."""

    kind: type[Record]
    id: UUID
    field: str
    old: Scalar
    new: Scalar


@dataclass(frozen=True, slots=True)
class Delete:
    """A record taken out, with all it held; records that hang on it are deletes of their own."""

    record: Record

    @property
    def kind(self) -> type[Record]:
        """The record's kind."""
        return type(self.record)

    @property
    def id(self) -> UUID:
        """The record's id."""
        return self.record.id


Edit = Insert | Change | Delete


class Severity(StrEnum):
    """How grave a finding is: an error keeps a file from being applied."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Sides:
    """The three values of a conflict: as it was sent out, as it came back, as the records hold it by now."""

    sent: Scalar
    returned: Scalar
    held: Scalar


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed: where (`line:column` or `Sheet!B7`), what, how grave, and what the person can do.

    `mend` holds the edits that would put it right; they are offered, never applied unasked. `sides` are told
    where a return and the records have both changed a value since the form was sent. `advice` is for whoever
    filled the file in: what to write there.
    """

    severity: Severity
    where: str
    message: Message
    action: Message
    mend: tuple[Edit, ...] = ()
    sides: Sides | None = None
    advice: Message | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a proposal comes from: its name for people, a file's SHA-256 in hex, and who brought it."""

    name: str
    sha256: str | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """Which return a file is: of which chamber and period, on the workbook that was sent under that id."""

    chamber_id: UUID
    period: str
    id: UUID | None = None


Where = Mapping[tuple[UUID, str | None], str]
"""Where edits were said, `Sheet!B7`: by a record's id and the field, None of the record as a whole."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Edits and findings from one source; `undoes` names the change that this one takes back.

    `returned` tells which chamber's return the source is, if it is one, and `where` in it edits were said.
    """

    source: Source
    title: Message
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    undoes: UUID | None = None
    returned: Returned | None = None
    where: Where = field(default_factory=dict, compare=False, hash=False, repr=False)

    @property
    def has_errors(self) -> bool:
        """Whether a finding forbids applying it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A proposal in the history: `number` counts up from 1; `undone_by` names its undo in force."""

    id: UUID
    number: int
    at: datetime
    source: Source
    title: Message
    edits: tuple[Edit, ...] = ()
    edit_count: int = 0
    undoes: UUID | None = None
    undone_by: UUID | None = None


def typed(
    kind: type[Record], record_id: UUID, name: str, old: Scalar, new: Scalar, person: str = ""
) -> Proposal:
    """The proposal of one typed change."""
    title = say("Changed {field} of {record}", field=field_word(kind, name), record=kind_word(kind))
    return Proposal(Source("", None, person), title, (Change(kind, record_id, name, old, new),))


def changes_between(old: Record, new: Record) -> tuple[Change, ...]:
    """The edits that turn one record into another of the same kind and id."""
    kind = type(old)
    held = zip(fields_of(kind), values_of(old), values_of(new), strict=True)
    return tuple(
        Change(kind, old.id, spec.name, before, after)
        for spec, before, after in held
        if before is not after and before != after
    )


def inverse(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that take edits back, in opposite order."""
    taken_back: list[Edit] = []
    for edit in edits:
        match edit:
            case Insert(record):
                taken_back.append(Delete(record))
            case Delete(record):
                taken_back.append(Insert(record))
            case Change(kind, record_id, name, old, new):
                taken_back.append(Change(kind, record_id, name, new, old))
    return tuple(reversed(taken_back))


def applied(records: Mapping[UUID, Record], edits: Iterable[Edit]) -> dict[UUID, Record]:
    """The records after the edits, by id; `ConflictError` when one no longer fits what is there."""
    after = dict(records)
    conflicts: list[Conflict] = []
    for edit in edits:
        held = after.get(edit.id)
        match edit:
            case Insert(record) if held is None:
                after[record.id] = record
            case Change(kind, record_id, name, old, new) if type(held) is kind and getattr(held, name) == old:
                after[record_id] = with_field(held, name, new)
            case Delete(record) if held == record:
                del after[record.id]
            case _:
                conflicts.append(Conflict(edit, held))
    if conflicts:
        raise ConflictError(tuple(conflicts))
    return after


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit that no longer fits, and the record as it stands now (None: it is gone or never was)."""

    edit: Edit
    held: Record | None

    @property
    def message(self) -> Message:
        """Which record and field, what was expected and what is there."""
        name = kind_word(self.edit.kind)
        match self.edit:
            case Insert():
                return say("{record} {id} is there already", record=name, id=self.edit.id)
            case Change(kind, _, field_name, old, _) if type(self.held) is kind:
                return say(
                    "{record} {field}: expected “{old}”, found “{now}”",
                    record=name,
                    field=field_word(kind, field_name),
                    old=old,
                    now=getattr(self.held, field_name),
                )
            case _ if self.held is None:
                return say("{record} {id} is no longer there", record=name, id=self.edit.id)
            case _:
                return say("{record} {id} has changed since", record=name, id=self.edit.id)


class ConflictError(MoushiError):
    """A proposal was refused whole, because the records have changed since it was made."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        """Name the first conflict in the message; all are in `conflicts`."""
        super().__init__(
            "Nothing was changed: the records are no longer as they were when this was prepared "
            "({count} conflicts, first: {first}). Take the file in again and review it anew.",
            count=len(conflicts),
            first=conflicts[0].message,
        )
        self.conflicts = conflicts


class RefusedError(MoushiError):
    """A proposal was refused because it breaks a rule of the records; `message` names the rule."""


def edit_to_json(edit: Edit) -> dict[str, Any]:
    """An edit as the command line and the history write it."""
    line: dict[str, Any] = {"record": edit.kind.__name__, "id": str(edit.id)}
    match edit:
        case Insert(record):
            return line | {"op": "insert", "field": None, "old": None, "new": record_to_json(record)}
        case Delete(record):
            return line | {"op": "delete", "field": None, "old": record_to_json(record), "new": None}
        case Change(_, _, name, old, new):
            return line | {"op": "change", "field": name, "old": to_json(old), "new": to_json(new)}


def edit_from_json(line: Mapping[str, Any]) -> Edit:
    """The inverse of `edit_to_json`; `KeyError` or `ValueError` when the line does not fit the records."""
    kind = KINDS[line["record"]]
    match line["op"]:
        case "insert":
            return Insert(record_from_json(kind, line["new"]))
        case "delete":
            return Delete(record_from_json(kind, line["old"]))
        case "change":
            spec = field_of(kind, line["field"])
            return Change(
                kind, UUID(line["id"]), spec.name, from_json(spec, line["old"]), from_json(spec, line["new"])
            )
        case other:
            raise ValueError(f"unknown edit {other!r}")


def finding_to_json(finding: Finding, translations: Mapping[str, str] | None = None) -> dict[str, str]:
    """A finding as the command line writes it."""
    return {
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message.render(translations),
        "action": finding.action.render(translations),
    }

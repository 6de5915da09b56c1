"""A conflict in words: the field, and its value as it was sent, as it came back, as the records hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from moushi.changes.model import Change, Finding
from moushi.desk.entering import shown
from moushi.desk.showing import record_words
from moushi.domain.record import FieldSpec, Record, Scalar, field_of
from moushi.domain.words import choice_word, field_word
from moushi.errors import Message, say


@dataclass(frozen=True, slots=True)
class SideWords:
    """What a conflict is about: a record ("" where it is not known) and its field, with three values."""

    record: str
    field: Message
    sent: str | Message
    returned: str | Message
    held: str | Message


def side_words(finding: Finding, context: Mapping[UUID, Record]) -> SideWords | None:
    """What a finding tells of a conflict, its record named from the context; None when it is none."""
    change = next((edit for edit in finding.mend if isinstance(edit, Change)), None)
    if finding.sides is None or change is None:
        return None
    spec = field_of(change.kind, change.field)
    sides, held = finding.sides, context.get(change.id)
    return SideWords(
        record_words(held, lambda _kind, record_id: context.get(record_id)) if held else "",
        field_word(change.kind, change.field),
        _said(spec, sides.sent),
        _said(spec, sides.returned),
        _said(spec, sides.held),
    )


def _said(spec: FieldSpec, value: Scalar) -> str | Message:
    if value in (None, ""):
        return say("(empty)")
    if isinstance(value, StrEnum):
        return choice_word(value)
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return shown(spec, value)

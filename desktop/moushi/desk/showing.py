"""Proposals in words and as JSON, for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from uuid import UUID

from moushi.changes.model import (
    Change,
    ChangeSet,
    Delete,
    Edit,
    Insert,
    Proposal,
    Severity,
    edit_to_json,
    finding_to_json,
)
from moushi.domain.record import Record, fields_of, to_json
from moushi.domain.records import KINDS
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import field_word, kind_word
from moushi.errors import Message, MoushiError, say

Known = Callable[[type[Record], UUID], Record | None]
"""Finds a record that another points to."""

_SIGNS = {"Insert": "+", "Change": "~", "Delete": "-"}
_SEVERITIES = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.HINT: say("hint"),
}
_TELLING = ("headline", "title", "text", "lead", "name", "heading", "narrative", "wording")


def proposal_lines(proposal: Proposal, snapshot: Snapshot) -> Iterator[Message]:
    """What a person reads of a proposal: its title, each edit, each finding with what to do.

    Records that an edit points to are named from the proposal itself, else from the snapshot.
    """
    yield proposal.title
    own = {edit.id: edit.record for edit in proposal.edits if not isinstance(edit, Change)}

    def known(kind: type[Record], record_id: UUID) -> Record | None:
        return own.get(record_id) or snapshot.get(kind, record_id)

    for edit in proposal.edits:
        yield say("  {sign} {edit}", sign=_SIGNS[type(edit).__name__], edit=edit_words(edit, known))
    if not proposal.edits:
        yield say("  Nothing differs from the records.")
    for finding in proposal.findings:
        yield say(
            "  [{severity}] {where}  {message} {action}",
            severity=_SEVERITIES[finding.severity],
            where=finding.where,
            message=finding.message,
            action=finding.action,
        )


def edit_words(edit: Edit, known: Known) -> Message:
    """One edit in words: the record's kind and its telling text, or the field from old to new."""
    kind = kind_word(edit.kind)
    match edit:
        case Change(record_kind, _, name, old, new):
            return say(
                "{kind}, {field}: “{old}” → “{new}”",
                kind=kind,
                field=field_word(record_kind, name),
                old="" if old is None else to_json(old),
                new="" if new is None else to_json(new),
            )
        case Insert(record) | Delete(record):
            return say("{kind}: {text}", kind=kind, text=record_words(record, known))


def record_words(record: Record, known: Known) -> str:
    """The text by which a person knows a record; of one without, that of the records it points to."""
    for name in _telling(type(record).__name__):
        if text := getattr(record, name):
            return str(text)
    specs = fields_of(type(record))
    pointed = (
        known(KINDS[spec.refers_to], target)
        for spec in specs
        if spec.refers_to and (target := getattr(record, spec.name))
    )
    return " ▸ ".join(record_words(other, known) for other in pointed if other is not None)


@cache
def _telling(kind: str) -> tuple[str, ...]:
    """The fields of a kind by which a person may know a record, the most telling first."""
    names = {spec.name for spec in fields_of(KINDS[kind])}
    return tuple(name for name in _TELLING if name in names)


def proposal_json(
    proposal: Proposal, change: ChangeSet | None, translations: Mapping[str, str]
) -> dict[str, object]:
    """A proposal as the command line's JSON object; `change` is what applying it made, if it was applied."""
    return {
        "source": proposal.source.name,
        "edits": [edit_to_json(edit) for edit in proposal.edits],
        "findings": [finding_to_json(finding, translations) for finding in proposal.findings],
        "applied": change is not None,
        "change": None if change is None else str(change.id),
    }


def unreadable_json(path: Path, error: MoushiError, translations: Mapping[str, str]) -> dict[str, object]:
    """The JSON object of a file that could not be read: no edits, and the error as its finding."""
    finding = {
        "severity": Severity.ERROR.value,
        "where": "",
        "message": error.message.render(translations),
        "action": "",
    }
    return {"source": path.name, "edits": [], "findings": [finding], "applied": False, "change": None}

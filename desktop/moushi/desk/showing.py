"""Proposals in words and as JSON, for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from moushi.changes.model import Change, ChangeSet, Edit, Insert, Proposal, edit_to_json, finding_to_json
from moushi.domain.record import Record, field_of, fields_of, to_json
from moushi.errors import Message, say

_SIGNS = {"Insert": "+", "Change": "~", "Delete": "-"}
_TELLING = ("headline", "text", "lead", "name", "heading", "narrative", "wording")


def proposal_lines(proposal: Proposal) -> Iterator[Message]:
    """What a person reads of a proposal: its title, each edit, each finding with what to do."""
    yield proposal.title
    for edit in proposal.edits:
        yield say("  {sign} {edit}", sign=_SIGNS[type(edit).__name__], edit=edit_words(edit))
    if not proposal.edits:
        yield say("  Nothing differs from the records.")
    for finding in proposal.findings:
        yield say(
            "  [{severity}] {where}  {message} {action}",
            severity=say(str(finding.severity)),
            where=finding.where,
            message=finding.message,
            action=finding.action,
        )


def edit_words(edit: Edit) -> Message:
    """One edit in words: the record's kind and its telling text, or the field from old to new."""
    kind = say(edit.kind.__name__)
    match edit:
        case Change(record_kind, _, name, old, new):
            return say(
                "{kind}, {field}: “{old}” → “{new}”",
                kind=kind,
                field=say(field_of(record_kind, name).label),
                old="" if old is None else to_json(old),
                new="" if new is None else to_json(new),
            )
        case Insert(record):
            return say("{kind}: {text}", kind=kind, text=record_words(record))
        case _:
            return say("{kind}: {text}", kind=kind, text=record_words(edit.record))


def record_words(record: Record) -> str:
    """The text by which a person knows a record; its fields when it has none."""
    names = {spec.name for spec in fields_of(type(record))}
    for name in _TELLING:
        if name in names and (text := getattr(record, name)):
            return str(text)
    shown = (getattr(record, spec.name) for spec in fields_of(type(record)) if not spec.name.endswith("id"))
    return " ".join(str(value) for value in shown if value not in (None, "", False))


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

"""Accepting what was reviewed: applied as it was shown, or compared anew when the records have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from moushi.changes.model import Change, ConflictError, Delete, Edit, Insert, Proposal
from moushi.desk.desk import Desk
from moushi.desk.reviewing import chosen, review_undo, take_again, with_mends
from moushi.desk.taking_in import Batch
from moushi.desk.under_review import State, Taken
from moushi.domain.record import Record, fields_of, with_field
from moushi.domain.records import Federation, Programme, Township
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say


def apply(desk: Desk, batch: Batch, taken: Taken, today: date) -> Taken:
    """Apply what is chosen; when the records have changed meanwhile, read it anew and say so.

    That a return came is noted in the journal.

    Edits that already stand in the records, since another file of the batch brought the same, are left out.
    After another file of the batch, a file is compared with what that one brought: when it still says the
    same, this is applied (places in an order may be others), else it is to be looked through once more.
    `MoushiError` when it is refused or no backup can be made.
    """
    applied = _apply(desk, batch, taken, today)
    if taken.base is not None and applied.state in (State.TAKEN, State.SAME):
        batch.receive(taken.base, datetime.now().astimezone())
    return applied


def _apply(desk: Desk, batch: Batch, taken: Taken, today: date) -> Taken:
    if taken.is_open and taken.source is not None and batch.has_applied:
        again = take_again(desk, taken, taken.wish, today)
        if not _says_the_same(taken, again):
            return replace(again, note=None if again.state is State.SAME else _note(taken))
        taken = _chosen_alike(taken, again)
    proposal = taken.accepted
    if proposal is None or not taken.is_open:
        return taken
    work = desk.apply if proposal.undoes else batch.apply
    try:
        return replace(taken, state=State.TAKEN, change=work(proposal), note=None)
    except ConflictError:
        with desk.snapshot() as snapshot:
            left = _not_yet(proposal.edits, snapshot)
        if not left:
            return replace(taken, state=State.SAME, note=None)
        try:
            return replace(taken, state=State.TAKEN, change=work(replace(proposal, edits=left)), note=None)
        except ConflictError:
            return _anew(desk, taken, today)


def _note(taken: Taken) -> Message:
    return say(
        "The records have changed since “{file}” was read, so it was compared with them anew. "
        "Look through it once more, then take it in.",
        file=taken.name,
    )


def _anew(desk: Desk, taken: Taken, today: date) -> Taken:
    note = _note(taken)
    if taken.base and taken.base.undoes:
        return replace(review_undo(desk, desk.undo(str(taken.base.undoes))), note=note)
    return replace(take_again(desk, taken, taken.wish, today), note=note)


def _says_the_same(taken: Taken, again: Taken) -> bool:
    """Whether a thing read anew would bring what was shown of it, and nothing new was noticed."""
    if not again.is_open or taken.base is None or again.base is None:
        return False
    if taken.mends and taken.findings != again.findings:
        return False
    return _words(taken.base) == _words(again.base)


def _words(proposal: Proposal) -> list[tuple[object, ...]]:
    """What edits say: without ids that each reading draws anew, places in an order and what files share."""
    return [_said(proposal.edits[position]) for position in _own(proposal)]


def _said(edit: Edit) -> tuple[object, ...]:
    match edit:
        case Insert(record):
            values = {spec.name: getattr(record, spec.name) for spec in fields_of(edit.kind)}
            said = [
                (name, value)
                for name, value in values.items()
                if name != "rank" and not isinstance(value, UUID)
            ]
            return edit.kind, *said
        case Change(kind, record_id, name, old, new):
            return kind, record_id, name, *(() if name == "rank" else (old, new))
        case Delete():
            return edit.kind, edit.id


def _own(proposal: Proposal) -> list[int]:
    """The positions of the edits that no other file brings alike."""
    return [
        position
        for position, edit in enumerate(proposal.edits)
        if not (isinstance(edit, Insert) and edit.kind in _SHARED)
    ]


def _chosen_alike(taken: Taken, again: Taken) -> Taken:
    """A thing read anew, chosen among as before."""
    if taken.review is None or taken.base is None or again.base is None:
        return again
    before, now = _own(taken.base), _own(again.base)
    again = with_mends(again, taken.mends) if taken.mends else again
    off = [then for was, then in zip(before, now, strict=True) if was in taken.review.rejected]
    return chosen(again, off, take=False) if off else again


def _not_yet(edits: Sequence[Edit], snapshot: Snapshot) -> tuple[Edit, ...]:
    """The edits without those that already stand in the records."""
    left: list[Edit] = []
    now: dict[object, Record | None] = {}
    for edit in edits:
        held = now[edit.id] if edit.id in now else snapshot.get(edit.kind, edit.id)
        match edit:
            case Insert(record):
                stands, held = held == record and edit.kind in _SHARED, record
            case Delete():
                stands, held = held is None, None
            case Change(kind, _, name, _, new):
                stands = isinstance(held, kind) and getattr(held, name) == new
                held = with_field(held, name, new) if held is not None else None
        now[edit.id] = held
        if not stands:
            left.append(edit)
    return tuple(left)


_SHARED = frozenset({Federation, Township, Programme})
"""What files bring alike; a plan that is there by now holds more, which the file must be compared with."""

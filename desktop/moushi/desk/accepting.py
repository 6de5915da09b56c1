"""Accepting what was reviewed: applied as it was shown, or compared anew when the records have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from moushi.changes.model import Change, ConflictError, Delete, Edit, Insert
from moushi.desk.desk import Desk
from moushi.desk.reviewing import State, Taken, review_undo, take_again
from moushi.desk.taking_in import Batch
from moushi.domain.record import Record, with_field
from moushi.domain.records import Federation, Programme, Township
from moushi.domain.snapshot import Snapshot
from moushi.errors import say


def apply(desk: Desk, batch: Batch, taken: Taken, today: date) -> Taken:
    """Apply what is chosen; when the records have changed meanwhile, read it anew and say so.

    Edits that already stand in the records, since another file of the batch brought the same, are left out.
    `MoushiError` when it is refused or no backup can be made.
    """
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


def _anew(desk: Desk, taken: Taken, today: date) -> Taken:
    note = say(
        "The records have changed since “{file}” was read, so it was compared with them anew. "
        "Look through it once more, then take it in.",
        file=taken.name,
    )
    if taken.base and taken.base.undoes:
        return replace(review_undo(desk, desk.undo(str(taken.base.undoes))), note=note)
    return replace(take_again(desk, taken, taken.wish, today), note=note)


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

"""Mends: the edits that findings suggest, laid over those of a proposal when a person takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal
from moushi.domain.record import Record, fields_of, with_field
from moushi.domain.records import Membership, Participation, Post
from moushi.domain.snapshot import Snapshot

_Key = TypeVar("_Key", UUID, tuple[UUID, str])

_TIES = (Membership, Participation, Post)
"""Records that tie others together: of the same ones no second one is wanted while the first lasts."""


def mended(
    proposal: Proposal, findings: Iterable[int], held: Iterable[Record] = ()
) -> tuple[Proposal, frozenset[int]]:
    """The proposal with the mends of those findings (positions), and the findings whose mends fit.

    The proposal's own edits keep their positions: a mend of what an edit inserts or changes alters that edit,
    any other follows at the end. A mend that deletes what an edit inserts leaves a change of nothing there. A
    mend that no longer fits, since another one altered the same text, is left out whole. Where mends together
    make a new tie the same as one of the records `held`, or as another new one, nothing is left of it.
    """
    cover = _Cover(proposal.edits)
    taken = frozenset(
        n for n in sorted(findings) if proposal.findings[n].mend and cover.lay(proposal.findings[n].mend)
    )
    edits = _without_doubles(cover.edits, proposal.edits, held)
    return replace(proposal, edits=tuple(edits)), taken


def ties_beside(proposal: Proposal, snapshot: Snapshot) -> Iterator[Record]:
    """What already ties those members to whom mends would tie something new."""
    mends = (edit for finding in proposal.findings for edit in finding.mend)
    changes = (edit for edit in mends if isinstance(edit, Change) and edit.field == "member_id")
    for kind, member in {(edit.kind, edit.new) for edit in changes if edit.kind in _TIES}:
        yield from snapshot.where(kind, member_id=member)


def _without_doubles(edits: Iterable[Edit], before: Iterable[Edit], held: Iterable[Record]) -> Iterator[Edit]:
    """The edits without the new ties that mends have made into doubles; `before` is what they laid over."""
    untouched = {id(edit) for edit in before}
    known: dict[object, list[Record]] = defaultdict(list)
    new = [edit.record for edit in edits if isinstance(edit, Insert) and id(edit) in untouched]
    for record in (*held, *new):
        if isinstance(record, _TIES):
            known[_tied(record)].append(record)
    for edit in edits:
        if isinstance(edit, Insert) and isinstance(edit.record, _TIES) and id(edit) not in untouched:
            others = known[_tied(edit.record)]
            if any(_lasts_with(edit.record, other) for other in others):
                yield _nothing(edit.record)
                continue
            others.append(edit.record)
        yield edit


def _tied(record: Record) -> object:
    """What a record ties together."""
    kind = type(record)
    return (
        kind,
        getattr(record, "role", None),
        *(getattr(record, s.name) for s in fields_of(kind) if s.refers_to),
    )


def _lasts_with(record: Record, other: Record) -> bool:
    """Whether a tie is there while another one lasts: none of them has ended or is of another term."""
    has_ended = any(getattr(tie, name, None) for tie in (record, other) for name in ("left_on", "to_on"))
    terms = {getattr(tie, "term_number", None) for tie in (record, other)} - {None}
    return not has_ended and len(terms) < 2


class _Cover:
    """Edits while mends are laid over them."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits: list[Edit] = []
        self._setters: dict[tuple[UUID, str], int] = {}  # the last change of each field
        self._inserts: dict[UUID, int] = {}
        self._deleted: set[UUID] = set()
        self._touched: set[UUID] = set()
        self._back: list[Callable[[], object]] = []  # the steps by which the last mend is taken off again
        for edit in edits:
            self._append(edit)

    def lay(self, mend: Iterable[Edit]) -> bool:
        """Lay all edits of a mend over, or none of them when one does not fit."""
        self._back = []
        if all(self._lay_one(edit) for edit in mend):
            return True
        for step in reversed(self._back):
            step()
        return False

    def _lay_one(self, edit: Edit) -> bool:
        if isinstance(edit, Delete) and edit.id in self._inserts:
            self._put(self._inserts[edit.id], _nothing(edit.record))
            self._set(self._inserts, edit.id, None)
            self._enter(self._deleted, edit.id)
            return True
        if not isinstance(edit, Change):
            fits = edit.id not in self._touched
            if fits:
                self._append(edit)
            return fits
        if edit.id in self._deleted:
            return False
        place = self._setters.get((edit.id, edit.field), self._inserts.get(edit.id))
        if place is None:
            self._append(edit)
            return True
        match self.edits[place]:
            case Change() as held if held.new == edit.old:
                self._put(place, replace(held, new=edit.new))
            case Insert(record) if type(record) is edit.kind and getattr(record, edit.field) == edit.old:
                self._put(place, Insert(with_field(record, edit.field, edit.new)))
            case _:
                return False
        return True

    def _put(self, place: int, edit: Edit) -> None:
        self._back.append(partial(self.edits.__setitem__, place, self.edits[place]))
        self.edits[place] = edit

    def _enter(self, among: set[UUID], record_id: UUID) -> None:
        if record_id not in among:
            among.add(record_id)
            self._back.append(partial(among.discard, record_id))

    def _append(self, edit: Edit) -> None:
        place = len(self.edits)
        self.edits.append(edit)
        self._back.append(self.edits.pop)
        self._enter(self._touched, edit.id)
        match edit:
            case Insert(record):
                self._set(self._inserts, record.id, place)
                if record.id in self._deleted:
                    self._deleted.discard(record.id)
                    self._back.append(partial(self._deleted.add, record.id))
            case Delete(record):
                self._enter(self._deleted, record.id)
                self._set(self._inserts, record.id, None)
                for key in [key for key in self._setters if key[0] == record.id]:
                    self._set(self._setters, key, None)
            case Change(_, record_id, name, _, _):
                self._set(self._setters, (record_id, name), place)

    def _set(self, places: dict[_Key, int], key: _Key, place: int | None) -> None:
        """Know a place by its key, or forget it."""
        held = places.pop(key, None)
        self._back.append(
            partial(places.pop, key, None) if held is None else partial(places.__setitem__, key, held)
        )
        if place is not None:
            places[key] = place


def _nothing(record: Record) -> Change:
    """A change that leaves a record as it is, in its name if it has one."""
    names = [spec.name for spec in fields_of(type(record))]
    name = "name" if "name" in names else names[-1]
    held = getattr(record, name)
    return Change(type(record), record.id, name, held, held)

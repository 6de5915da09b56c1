"""The history for reading: changes newest first with their state, and the edits of one in words."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert
from moushi.desk.desk import Desk
from moushi.desk.entering import shown
from moushi.desk.register import masked
from moushi.desk.showing import Known, record_words
from moushi.domain.record import FieldSpec, Record, Scalar, field_of, fields_of
from moushi.domain.records import KINDS
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import CHOICE_WORDS, choice_word, field_word, kind_word
from moushi.errors import Message, say
from moushi.store import Kind

__all__ = ["Detail", "Entry", "Happening", "Kind", "Line", "Part", "Standing", "Wanted"]

PAGE = 200
"""How many changes are read at once."""

Words = Callable[[Message], str]


KIND_WORDS = {
    Kind.ALL: say("All changes"),
    Kind.FILES: say("Files taken in"),
    Kind.TYPED: say("Typed"),
    Kind.UNDOS: say("Undone and redone"),
}


class Standing(StrEnum):
    """Whether a change is in force."""

    IN_FORCE = "in_force"
    UNDONE = "undone"
    UNDO = "undo"


STANDING_WORDS = {
    Standing.IN_FORCE: say("in force"),
    Standing.UNDONE: say("undone"),
    Standing.UNDO: say("undo"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history; `about` names the record of a change of one edit, "" for others."""

    id: UUID
    number: int
    at: datetime
    person: str
    source: str
    title: Message
    edits: int
    standing: Standing
    about: str = ""


class Happening(StrEnum):
    """What happened to a record."""

    INSERTED = "inserted"
    CHANGED = "changed"
    DELETED = "deleted"


HAPPENING_WORDS = {
    Happening.INSERTED: say("New"),
    Happening.CHANGED: say("Changed"),
    Happening.DELETED: say("Deleted"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a record before and after; texts that a person reads, "" for none."""

    field: Message
    old: str | Message
    new: str | Message


@dataclass(frozen=True, slots=True)
class Part:
    """What a change did to one record; `is_there` says whether the record can still be gone to."""

    happening: Happening
    kind: type[Record]
    id: UUID
    name: str
    is_there: bool
    lines: tuple[Line, ...] = ()

    @property
    def word(self) -> Message:
        """What a person calls the kind of record."""
        return kind_word(self.kind)


@dataclass(frozen=True, slots=True)
class Detail:
    """A change with what it did, record by record; `left` are the edits that are not among the parts."""

    entry: Entry
    parts: tuple[Part, ...] = field(default_factory=tuple)
    left: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes are looked for: of a kind, with a text in title, person, source or what they changed."""

    kind: Kind = Kind.ALL
    text: str = ""


def entries(
    desk: Desk, words: Words, of: Wanted = Wanted(), before: int | None = None
) -> tuple[list[Entry], int | None]:
    """Some of the changes looked for, newest first, and the number to go on before (None: that was all)."""
    text = of.text.strip()
    if text:
        folded = text.casefold()
        found = desk.store.history_with(
            text, lambda title: folded in words(title).casefold(), PAGE, before, of.kind
        )
    else:
        found = desk.store.history(PAGE, before, of.kind)
    return _entries(desk, found), found[-1].number if len(found) == PAGE else None


def detail(desk: Desk, change_id: UUID, most: int = 100) -> Detail:
    """A change in words, with the first `most` records; `MoushiError` when there is none of that id."""
    change = desk.store.change(change_id)
    with desk.snapshot() as snapshot:
        known = _known(desk, snapshot, change.edits)
        parts: list[Part] = []
        taken = 0
        for (kind, record_id), edits in groupby(change.edits, key=lambda edit: (edit.kind, edit.id)):
            if len(parts) == most:
                break
            together = list(edits)
            parts.append(_part(kind, record_id, together, snapshot, known))
            taken += len(together)
        (entry,) = _with_records([change], {change.id: change.edits[0]}, known)
    return Detail(entry, tuple(parts), len(change.edits) - taken)


def when_words(at: datetime, now: datetime) -> Message:
    """When something was, as a person says it today: the time, yesterday's, else the day."""
    here = at.astimezone(now.tzinfo)
    clock = f"{here:%H:%M}"
    if here.date() == now.date():
        return say("Today {time}", time=clock)
    if here.date() == now.date() - timedelta(days=1):
        return say("Yesterday {time}", time=clock)
    day = f"{here:%m-%d}" if here.year == now.year else f"{here:%Y-%m-%d}"
    return say("{day} {time}", day=day, time=clock)


def _entries(desk: Desk, changes: Sequence[ChangeSet]) -> list[Entry]:
    """The lines of changes, those of one edit with the record's name."""
    single = desk.store.only_edits(changes)
    wanted: dict[type[Record], list[UUID]] = defaultdict(list)
    for edit in single.values():
        wanted[edit.kind].append(edit.id)
    with desk.store.snapshot() as snapshot:
        for kind, ids in wanted.items():
            snapshot.load(kind, ids)
        return list(_with_records(changes, single, _known(desk, snapshot, list(single.values()))))


def _with_records(changes: Sequence[ChangeSet], single: Mapping[UUID, Edit], known: Known) -> Iterator[Entry]:
    for change in changes:
        edit = single.get(change.id) if change.edit_count == 1 else None
        yield Entry(
            change.id,
            change.number,
            change.at,
            change.source.person,
            change.source.name,
            change.title,
            change.edit_count,
            _standing(change),
            "" if edit is None else _name(edit.kind, edit.id, known),
        )


def _standing(change: ChangeSet) -> Standing:
    if change.undone_by is not None:
        return Standing.UNDONE
    return Standing.IN_FORCE if change.undoes is None else Standing.UNDO


def _known(desk: Desk, snapshot: Snapshot, edits: Sequence[Edit]) -> Known:
    """Finds records that are there, that these edits put in or took out, or that were taken out some time."""
    own = {edit.id: edit.record for edit in edits if isinstance(edit, Insert | Delete)}
    gone: dict[UUID, Record | None] = {}

    def known(kind: type[Record], record_id: UUID) -> Record | None:
        found = snapshot.get(kind, record_id) or own.get(record_id)
        if found is not None:
            return found
        if record_id not in gone:
            gone[record_id] = desk.store.last_deleted(record_id)
        return gone[record_id]

    return known


def _name(kind: type[Record], record_id: UUID, known: Known) -> str:
    record = known(kind, record_id)
    return record_words(record, known) if record else ""


def _part(
    kind: type[Record], record_id: UUID, edits: Sequence[Edit], snapshot: Snapshot, known: Known
) -> Part:
    is_there = snapshot.get(kind, record_id) is not None
    changed = tuple(_changed(edit, known) for edit in edits if isinstance(edit, Change))
    whole = next((edit for edit in reversed(edits) if not isinstance(edit, Change)), None)
    if whole is None:
        return Part(Happening.CHANGED, kind, record_id, _name(kind, record_id, known), is_there, changed)
    name = record_words(whole.record, known)
    fields = tuple(_fields(whole.record, known))
    if isinstance(whole, Insert):
        lines = tuple(Line(word, "", value) for word, value in fields)
        return Part(Happening.INSERTED, kind, record_id, name, is_there, (*lines, *changed))
    lines = tuple(Line(word, value, "") for word, value in fields)
    return Part(Happening.DELETED, kind, record_id, name, is_there, (*changed, *lines))


def _changed(edit: Change, known: Known) -> Line:
    spec = field_of(edit.kind, edit.field)
    word = field_word(edit.kind, edit.field)
    if spec.name == "rank":
        return Line(word, "", say("moved to another place"))
    return Line(word, _value(spec, edit.old, known), _value(spec, edit.new, known))


def _fields(record: Record, known: Known) -> Iterator[tuple[Message, str | Message]]:
    """What a record holds beside its name, its place and what it holds anyway."""
    told = record_words(record, known)
    defaults = {each.name: each.default for each in dataclasses.fields(record)}
    for spec in fields_of(type(record)):
        value = getattr(record, spec.name)
        if spec.name in ("id", "rank") or value == defaults[spec.name]:
            continue
        words = _value(spec, value, known)
        if words not in ("", told):
            yield field_word(type(record), spec.name), words


def _value(spec: FieldSpec, value: Scalar, known: Known) -> str | Message:
    """A field's value as a person reads it."""
    if isinstance(value, StrEnum) and type(value) in CHOICE_WORDS:
        return choice_word(value)
    if isinstance(value, UUID) and spec.refers_to:
        return _name(KINDS[spec.refers_to], value, known) or say("a record that is gone")
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    text = shown(spec, value)
    return masked(text) if spec.name == "phone" else text  # as in the register; there it can be asked for

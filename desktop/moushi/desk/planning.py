"""Working on a plan: items, themes and passages added, moved, taken out; units and programmes of an item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID, uuid4

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal, Source, changes_between
from moushi.domain.kinds import PassageKind
from moushi.domain.rank import fitted
from moushi.domain.record import Record
from moushi.domain.records import (
    Alias,
    ItemProgramme,
    ItemUnit,
    Measure,
    Passage,
    Plan,
    PlanItem,
    Programme,
    Theme,
    normal_name,
    programme_id,
)
from moushi.domain.snapshot import Snapshot, dependents
from moushi.domain.words import kind_word
from moushi.errors import Message, MoushiError, say

Part = Passage | Theme
"""What a plan consists of, in one order."""

R = TypeVar("R", PlanItem, Part)

_BETWEEN_NAMES = re.compile(r"[、,，;；\s]+")


def plan_of(snapshot: Snapshot, record: Record | None) -> Plan | None:
    """The plan that a record is part of."""
    match record:
        case Plan():
            return record
        case Passage() | Theme():
            return snapshot.get(Plan, record.plan_id)
        case PlanItem():
            return plan_of(snapshot, snapshot.get(Theme, record.theme_id))
        case _:
            return None


def parts_of(snapshot: Snapshot, plan: Plan) -> tuple[Part, ...]:
    """A plan's passages and themes in the order of print: of equal keys the passages first."""
    parts: tuple[Part, ...] = (
        *snapshot.where(Passage, plan_id=plan.id),
        *snapshot.where(Theme, plan_id=plan.id),
    )
    return tuple(sorted(parts, key=lambda part: part.rank))


def add_item(snapshot: Snapshot, at: Record, texts: Sequence[str] = ("",)) -> Proposal:
    """New items: after an item, at the end of a theme, or of a plan's last theme (made if need be)."""
    edits: list[Edit] = []
    theme: Theme | None
    after: PlanItem | None = None
    match at:
        case PlanItem():
            theme, after = snapshot.get(Theme, at.theme_id), at
        case Theme():
            theme = at
        case _:
            theme = _last_theme(snapshot, at)
            if theme is None:
                edits, theme = _first_theme(snapshot, at)
    if theme is None:
        raise MoushiError("The theme is gone. Choose another place and try again.")
    fresh = [PlanItem(id=uuid4(), theme_id=theme.id, rank="", text=text) for text in texts]
    siblings = list(snapshot.where(PlanItem, theme_id=theme.id))
    place = place_after(siblings, after)
    ranked, moves = ranked_among([*siblings[:place], *fresh, *siblings[place:]], fresh)
    return proposed(say("New {record}", record=kind_word(PlanItem)), (*edits, *moves, *map(Insert, ranked)))


def add_next(snapshot: Snapshot, at: Record) -> Proposal:
    """What comes next as one writes a plan: after an item or a theme an item, else a theme."""
    return add_item(snapshot, at) if isinstance(at, PlanItem | Theme) else add_theme(snapshot, at)


def add_theme(snapshot: Snapshot, at: Record) -> Proposal:
    """A new theme after the part of the plan that is, or holds, a record; after all others for a plan."""
    return _add_part(snapshot, at, lambda plan: Theme(id=uuid4(), plan_id=plan.id, rank=""))


def add_passage(snapshot: Snapshot, at: Record, kind: PassageKind = PassageKind.OTHER) -> Proposal:
    """A new passage after the part of the plan that is, or holds, a record; before all others for a plan."""
    return _add_part(
        snapshot, at, lambda plan: Passage(id=uuid4(), plan_id=plan.id, rank="", kind=kind, text="")
    )


def take_out(snapshot: Snapshot, records: Sequence[Record]) -> Proposal:
    """Records and all that hangs on them, taken out in one step."""
    edits: dict[UUID, Edit] = {}
    for record in records:
        for hanging in dependents(snapshot, record):
            edits.setdefault(hanging.id, Delete(hanging))
        edits.setdefault(record.id, Delete(record))
    title = (
        say("Deleted {record}: {text}", record=kind_word(type(records[0])), text=telling(records[0]))
        if len(records) == 1
        else say("Deleted {count} parts of the plan", count=len(records))
    )
    return proposed(title, edits.values())


def units_line(snapshot: Snapshot, item: PlanItem) -> str:
    """An item's units on one line, the leading one first."""
    return "、".join(unit.name for unit in snapshot.where(ItemUnit, item_id=item.id))


def set_units(snapshot: Snapshot, item: PlanItem, line: str) -> Proposal | None:
    """The units of an item as they stand on a line, the leading one first; None when nothing differs."""
    held = list(snapshot.where(ItemUnit, item_id=item.id))
    by_name = {normal_name(unit.name): unit for unit in held}
    wanted = [
        replace(known, name=name)
        if (known := by_name.get(normal_name(name)))
        else ItemUnit(id=uuid4(), item_id=item.id, rank="", name=name)
        for name in _names(line)
    ]
    kept = {unit.id for unit in wanted}
    before = {unit.id: unit for unit in held}
    edits: list[Edit] = [Delete(unit) for unit in held if unit.id not in kept]
    for unit, rank in zip(wanted, fitted([unit.rank or None for unit in wanted]), strict=True):
        ranked = replace(unit, rank=rank)
        old = before.get(unit.id)
        edits += changes_between(old, ranked) if old else [Insert(ranked)]
    return proposed(say("Units of “{text}”: {line}", text=telling(item), line=line), edits) if edits else None


def programmes_line(snapshot: Snapshot, item: PlanItem) -> str:
    """The programmes that an item serves, on one line."""
    linked = (snapshot.get(Programme, link.programme_id) for link in _links(snapshot, item))
    return "、".join(programme.name for programme in linked if programme)


def programme_names(snapshot: Snapshot) -> list[str]:
    """The names of all programmes, for type-ahead."""
    return sorted(programme.name for programme in snapshot.where(Programme))


def set_programmes(snapshot: Snapshot, item: PlanItem, line: str) -> Proposal | None:
    """The programmes of an item as they stand on a line, known ones by name or alias, others new."""
    edits: list[Edit] = []
    wanted: list[UUID] = []
    known = {normal_name(alias.name): alias.programme_id for alias in snapshot.where(Alias)}
    known |= {normal_name(programme.name): programme.id for programme in snapshot.where(Programme)}
    for name in _names(line, also_blank=False):
        of = known.get(normal_name(name)) or programme_id(name)
        if of not in wanted:
            wanted.append(of)
            if snapshot.get(Programme, of) is None:
                edits.append(Insert(Programme(id=of, name=name)))
    links = {link.programme_id: link for link in _links(snapshot, item)}
    edits += [Delete(link) for of, link in links.items() if of not in wanted]
    edits += [
        Insert(ItemProgramme(id=uuid4(), item_id=item.id, programme_id=of))
        for of in wanted
        if of not in links
    ]
    title = say("Programmes of “{text}”: {line}", text=telling(item), line=line)
    return proposed(title, edits) if edits else None


def texts_of(snapshot: Snapshot, records: Iterable[Record]) -> str:
    """The printed words of parts of plans, one part a line; a theme with its items."""
    lines: list[str] = []
    for record in records:
        match record:
            case Theme():
                items = snapshot.where(PlanItem, theme_id=record.id)
                lines.append(record.lead + "".join(item.text for item in items))
            case PlanItem() | Passage():
                lines.append(record.text)
            case Plan():
                lines += [texts_of(snapshot, [part]) for part in parts_of(snapshot, record)]
    return "\n".join(lines)


def telling(record: Record, most: int = 16) -> str:
    """The first words by which a part of a plan is known."""
    names = ("short_title", "label", "lead", "heading", "text")
    text = next((str(found) for name in names if (found := getattr(record, name, ""))), "")
    return text if len(text) <= most else text[: most - 1] + "…"


def _add_part(snapshot: Snapshot, at: Record, make: Callable[[Plan], Part]) -> Proposal:
    plan = plan_of(snapshot, at)
    if plan is None:
        raise MoushiError("The plan is gone. Choose another place and try again.")
    part = make(plan)
    held = list(parts_of(snapshot, plan))
    home = snapshot.get(Theme, at.theme_id) if isinstance(at, PlanItem) else at
    first = 0 if isinstance(part, Passage) else len(held)
    place = place_after(held, home) if isinstance(home, Passage | Theme) else first
    ranked, moves = ranked_among([*held[:place], part, *held[place:]], [part])
    return proposed(say("New {record}", record=kind_word(type(part))), (*moves, *map(Insert, ranked)))


def ranked_among(order: Sequence[R], mine: Sequence[R]) -> tuple[list[R], list[Edit]]:
    """The given records with the keys that their places need, and changes of others that must give way."""
    own = {record.id for record in mine}
    keys = fitted([None if record.id in own else record.rank for record in order])
    ranked: list[R] = []
    moves: list[Edit] = []
    for record, key in zip(order, keys, strict=True):
        if record.id in own:
            ranked.append(replace(record, rank=key))
        elif record.rank != key:
            moves.append(Change(type(record), record.id, "rank", record.rank, key))
    return ranked, moves


def place_after(siblings: Sequence[Record], record: Record | None) -> int:
    """The place after one of the siblings; after all of them when it is not among them."""
    ids = [sibling.id for sibling in siblings]
    return ids.index(record.id) + 1 if record is not None and record.id in ids else len(ids)


def _last_theme(snapshot: Snapshot, at: Record) -> Theme | None:
    plan = plan_of(snapshot, at)
    themes = snapshot.where(Theme, plan_id=plan.id) if plan else ()
    return themes[-1] if themes else None


def _first_theme(snapshot: Snapshot, at: Record) -> tuple[list[Edit], Theme]:
    made = add_theme(snapshot, at)
    theme = next(e.record for e in made.edits if isinstance(e, Insert) and isinstance(e.record, Theme))
    return list(made.edits), theme


def _links(snapshot: Snapshot, item: PlanItem) -> tuple[ItemProgramme, ...]:
    return snapshot.where(ItemProgramme, item_id=item.id)


def _names(line: str, *, also_blank: bool = True) -> list[str]:
    """The names on a line, each once however it is spelled; programmes may have blanks within their names."""
    pattern = _BETWEEN_NAMES if also_blank else re.compile(r"[、,，;；\n]+")
    names: dict[str, str] = {}
    for name in pattern.split(line):
        if name.strip():
            names.setdefault(normal_name(name), name.strip())
    return list(names.values())


def proposed(title: Message, edits: Iterable[Edit]) -> Proposal:
    """The proposal of what a person did by hand."""
    return Proposal(Source(""), title, tuple(edits))


def new_ids(proposal: Proposal) -> Iterator[UUID]:
    """The ids of the parts of a plan that a proposal adds, in order."""
    for edit in proposal.edits:
        if isinstance(edit, Insert) and isinstance(edit.record, PlanItem | Passage | Theme):
            yield edit.id


def part(snapshot: Snapshot, record_id: UUID) -> Record | None:
    """The item, theme or passage of that id."""
    for kind in (PlanItem, Theme, Passage):
        found = snapshot.get(kind, record_id)
        if found is not None:
            return found
    return None


def home(snapshot: Snapshot, kind: type[Record], record_id: UUID) -> Record | None:
    """The part of a plan under which a record is worked on."""
    record = snapshot.get(kind, record_id)
    while record is not None and not isinstance(record, Plan | Passage | Theme | PlanItem):
        item = getattr(record, "item_id", None)
        measure = None if item else getattr(record, "measure_id", None)
        above = snapshot.get(Measure, measure) if measure else None
        record = snapshot.get(PlanItem, item) if item else above
    return record

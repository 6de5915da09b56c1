"""A proposal's edits as a person reads them: by record, in the order of plan, theme and item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import partial
from uuid import UUID

from moushi.changes.model import Change, Delete, Edit, Insert, Proposal
from moushi.desk.entering import shown
from moushi.desk.places import Places
from moushi.desk.review_context import Context
from moushi.desk.showing import Known, record_words
from moushi.desk.stepping import Step, on_and_on
from moushi.domain.kinds import MeasureKind
from moushi.domain.record import FieldSpec, Record, Scalar, field_of, fields_of, with_field
from moushi.domain.records import (
    KINDS,
    Alias,
    Article,
    ArticleItem,
    ArticleSection,
    Chamber,
    Federation,
    ItemProgramme,
    ItemUnit,
    Measure,
    Member,
    Membership,
    Milestone,
    Passage,
    Plan,
    PlanItem,
    Post,
    Progress,
    SubMeasure,
    Theme,
    Township,
)
from moushi.domain.words import choice_word, field_word, kind_word
from moushi.errors import Message, say


class Op(StrEnum):
    """What happens to a record or a field of it."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    DELETED = "deleted"
    SAME = "same"  # a suggestion makes it what it is in the records


@dataclass(frozen=True, slots=True)
class Row:
    """One field, old and new, as a person reads it; those of a text are compared by characters."""

    label: Message
    old: str | Message
    new: str | Message
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A record's edits, with those of its parts as children; without `op` it only holds these.

    `positions` are its own edits, `whole` those of all below too. `field` is set where the group is one field
    of a record that has others too. `findings` are positions in the proposal's findings, `where` is the cell
    (`Sheet!B7`) in which it was said, `line` the line of a text.
    """

    kind: type[Record]
    id: UUID
    title: str | Message
    op: Op | None = None
    positions: tuple[int, ...] = ()
    tell: Callable[[], Iterable[Row]] = field(default=tuple, repr=False, compare=False)
    findings: tuple[int, ...] = ()
    children: tuple[Group, ...] = ()
    field: str | None = None
    line: int | None = None
    where: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its fields; put into words only when a person looks at them."""
        return tuple(self.tell())

    @property
    def whole(self) -> tuple[int, ...]:
        """The positions of its own edits and of all below."""
        return (*self.positions, *(n for child in self.children for n in child.whole))


_OWNER: dict[type[Record], tuple[str, ...]] = {
    Passage: ("plan_id",),
    Theme: ("plan_id",),
    PlanItem: ("theme_id",),
    ItemUnit: ("item_id",),
    Milestone: ("item_id",),
    ItemProgramme: ("item_id",),
    Measure: ("item_id",),
    SubMeasure: ("measure_id",),
    Progress: ("measure_id", "item_id"),
    ArticleSection: ("article_id",),
    ArticleItem: ("article_id",),
    Alias: ("programme_id",),
    Township: ("federation_id",),
    Chamber: ("federation_id",),
    Member: ("federation_id",),
    Membership: ("member_id",),
    Post: ("chamber_id", "federation_id"),
}
"""By which fields, the first that is filled, a record stands under another."""

_PLACING = frozenset({"rank", "theme_id", "plan_id"})
"""Fields of which a change says that the record was moved."""

_PARTS = frozenset({ItemUnit, Milestone, ItemProgramme, Measure, SubMeasure, ArticleSection, Alias})
"""Records that are told with the one that they stand under."""

_TOP = [Federation, Plan, Article]  # other kinds follow, as KINDS has them
_KIND_ORDER = {kind: n for n, kind in enumerate(KINDS.values())}


def groups(proposal: Proposal, context: Context, places: Places, step: Step = on_and_on) -> tuple[Group, ...]:
    """The edits by record, and beneath each record those of its parts, in the order a person reads them."""
    return _Grouping(proposal, context, places, step).tree()


class _Grouping:
    def __init__(self, proposal: Proposal, context: Context, places: Places, step: Step) -> None:
        self._step = step
        self._edits = proposal.edits
        self._where = proposal.where
        self._places = places
        self._before: dict[UUID, Record] = dict(context)
        self._after: dict[UUID, Record] = dict(context)
        self._own: dict[UUID, list[int]] = defaultdict(list)
        self._below: dict[UUID | None, list[UUID]] = defaultdict(list)
        for position, edit in enumerate(proposal.edits):
            self._own[edit.id].append(position)
            match edit:
                case Insert(record):
                    self._after[record.id] = record
                    self._before.setdefault(record.id, record)
                case Delete(record):
                    self._before[record.id] = record
                    self._after[record.id] = record  # shown where it stood
                case Change(kind, record_id, name, _, new):
                    held = self._after.get(record_id)
                    if isinstance(held, kind):
                        self._after[record_id] = with_field(held, name, new)

    def tree(self) -> tuple[Group, ...]:
        placed: set[UUID] = set()
        for record_id in self._own:
            below: UUID | None = record_id
            while below is not None and below not in placed:
                placed.add(below)
                record = self._after.get(below)
                owner = self._owner(record) if record else None
                self._below[owner].append(below)
                below = owner
        tops = sorted(self._below[None], key=self._top_key)
        return tuple(self._group(number) for number in tops)

    def _owner(self, record: Record) -> UUID | None:
        for name in _OWNER.get(type(record), ()):
            owner = getattr(record, name)
            if owner is not None:
                return owner if owner in self._after else None
        return None

    def _known(self, kind: type[Record], record_id: UUID) -> Record | None:
        found = self._after.get(record_id)
        return found if isinstance(found, kind) else None

    def _was(self, kind: type[Record], record_id: UUID) -> Record | None:
        found = self._before.get(record_id)
        return found if isinstance(found, kind) else None

    def _top_key(self, record_id: UUID) -> tuple[int, int]:
        kind = self._kind(record_id)
        order = _TOP.index(kind) if kind in _TOP else len(_TOP) + _KIND_ORDER[kind]
        return order, self._own.get(record_id, (0,))[0]

    def _kind(self, record_id: UUID) -> type[Record]:
        record = self._after.get(record_id)
        return type(record) if record else self._edits[self._own[record_id][0]].kind

    def _child_key(self, record_id: UUID) -> tuple[int, str, int]:
        kind = self._kind(record_id)
        order = 0 if kind in (Passage, Theme) else _KIND_ORDER[kind]
        return order, getattr(self._after.get(record_id), "rank", ""), self._own.get(record_id, (0,))[0]

    def _group(self, record_id: UUID) -> Group:
        self._step()
        kind = self._kind(record_id)
        record = self._after.get(record_id)
        positions = tuple(self._own.get(record_id, ()))
        title = self._title(record) if record else kind_word(kind)
        children = tuple(self._group(n) for n in sorted(self._below.get(record_id, ()), key=self._child_key))
        own = [self._edits[n] for n in positions]
        group = Group(
            kind=kind,
            id=record_id,
            title=title,
            op=_op(own),
            positions=positions,
            tell=partial(self._all_rows, own, record, children),
            findings=self._places.findings.get(record_id, ()),
            children=children,
            line=self._places.lines.get(record_id),
            where=self._cell(record_id, own),
        )
        fields = len({edit.field for edit in own if isinstance(edit, Change)} - {"rank"})
        told_apart = all(isinstance(edit, Change) for edit in own) and (fields > 1 or children)
        if not own or not told_apart:
            return group
        leaves = tuple(
            self._leaf(group, name) for name in dict.fromkeys(e.field for e in own if isinstance(e, Change))
        )
        return replace(group, positions=(), children=(*leaves, *children))

    def _leaf(self, group: Group, name: str) -> Group:
        """One field of a changed record, to be taken or rejected by itself."""
        positions = tuple(n for n in group.positions if getattr(self._edits[n], "field", None) == name)
        edits = [self._edits[n] for n in positions]
        rows = self._rows(edits, self._after.get(group.id))
        new = rows[0].new if rows else ""
        title = say("{field}: {value}", field=field_word(group.kind, name), value=new)
        return replace(
            group,
            title=title,
            op=_op(edits),
            positions=positions,
            tell=lambda: rows,
            findings=(),
            children=(),
            field=name,
            where=self._where.get((group.id, name), group.where),
        )

    def _cell(self, record_id: UUID, own: Sequence[Edit]) -> str:
        """The cell in which a record was told, else the first of those in which its fields were."""
        names: list[str | None] = [None, *(edit.field for edit in own if isinstance(edit, Change))]
        return next((place for name in names if (place := self._where.get((record_id, name)))), "")

    def _all_rows(
        self, own: Sequence[Edit], record: Record | None, children: Sequence[Group]
    ) -> Iterator[Row]:
        yield from self._rows(own, record)
        yield from self._part_rows(children)

    def _rows(self, edits: Sequence[Edit], record: Record | None) -> tuple[Row, ...]:
        rows: list[Row] = []
        changes: dict[str, tuple[Scalar, Scalar]] = {}
        for edit in edits:
            match edit:
                case Insert(made):
                    rows += self._whole(made, is_new=True)
                case Delete(gone):
                    rows += self._whole(gone, is_new=False)
                case Change(_, _, name, old, new):
                    changes[name] = (changes[name][0] if name in changes else old, new)
        for name, (old, new) in changes.items():
            kind = type(record) if record else edits[0].kind
            spec = field_of(kind, name)
            if name == "rank":
                rows.append(Row(say(spec.label), "", say("moved to another place")))
                continue
            rows.append(
                Row(
                    say(spec.label),
                    self._said(spec, old, record, self._was),
                    self._said(spec, new, record, self._known),
                    is_text=spec.type is str,
                )
            )
        return tuple(rows)

    def _whole(self, record: Record, *, is_new: bool) -> Iterator[Row]:
        kind = type(record)
        hidden = {"id", "rank", *_OWNER.get(kind, ())[:1]}
        for spec in fields_of(kind):
            value = getattr(record, spec.name)
            if spec.name in hidden or value is None or value is False or value == "":  # 0 is said
                continue
            said = self._said(spec, value, record, self._known)
            old, new = ("", said) if is_new else (said, "")
            yield Row(say(spec.label), old, new, is_text=spec.type is str)

    def _said(self, spec: FieldSpec, value: Scalar, record: Record | None, known: Known) -> str | Message:
        match value:
            case StrEnum():
                return choice_word(value)
            case bool():
                return say("yes") if value else say("no")
            case UUID() if spec.refers_to:
                other = known(KINDS[spec.refers_to], value)
                return self._title(other) if other else say("(no longer there)")
            case Decimal():
                return shown(spec, value, amount=self._is_amount(record) if record else None)
            case _:
                return shown(spec, value)

    def _is_amount(self, record: Record) -> bool | None:
        measure: Record | None = record
        if isinstance(record, SubMeasure | Progress):
            measure = self._after.get(record.measure_id) if record.measure_id else None
        return measure.kind is MeasureKind.AMOUNT if isinstance(measure, Measure) else None

    def _part_rows(self, children: Sequence[Group]) -> Iterator[Row]:
        for child in children:
            if child.kind in _PARTS and child.op:
                label = kind_word(child.kind)
                said = child.title
                match child.op:
                    case Op.NEW:
                        yield Row(label, "", said, is_text=True)
                    case Op.DELETED:
                        yield Row(label, said, "", is_text=True)
                    case _:
                        yield from child.rows

    def _title(self, record: Record) -> str | Message:
        match record:
            case Plan():
                owner = self._after.get(record.federation_id)
                name = record.heading or (owner.name if isinstance(owner, Federation) else "")
                return f"{record.year} {name}"
            case Progress():
                measure = self._after.get(record.measure_id) if record.measure_id else None
                told = (record.period, *self._reported(record, measure), record.narrative)
                chamber = self._after.get(record.chamber_id) if record.chamber_id else None
                whose = f"{chamber.name}：" if isinstance(chamber, Chamber) else ""
                return whose + " ".join(filter(None, told))
        said = record_words(record, partial(self._beside, record))
        return " ".join(said.split()) or kind_word(type(record))

    def _reported(self, record: Progress, measure: Record | None) -> Iterator[str]:
        """The number of a report with its unit, and the name of the measure."""
        if not isinstance(measure, Measure):
            return
        if record.value is not None:
            yield (
                shown(field_of(Progress, "value"), record.value, amount=self._is_amount(record))
                + measure.unit
            )
        yield measure.name

    def _beside(self, record: Record, kind: type[Record], record_id: UUID) -> Record | None:
        """A record that another points to, unless it stands under it."""
        is_owner = any(getattr(record, name) == record_id for name in _OWNER.get(type(record), ()))
        return None if is_owner else self._known(kind, record_id)


def _op(edits: Sequence[Edit]) -> Op | None:
    if not edits:
        return None
    if any(isinstance(edit, Insert) for edit in edits):
        return Op.NEW
    if any(isinstance(edit, Delete) for edit in edits):
        return Op.DELETED
    if all(isinstance(edit, Change) and edit.old == edit.new for edit in edits):
        return Op.SAME
    if all(isinstance(edit, Change) and edit.field in _PLACING for edit in edits):
        return Op.MOVED
    return Op.CHANGED

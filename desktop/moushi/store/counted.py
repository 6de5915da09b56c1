"""The counts of measures that count themselves: which of them a change can affect, and counting those again.

What a rule does not read costs nothing here; what it reads costs one look at the measures of that rule, and
counting again those of the federation and year concerned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select

from moushi.domain.counting import counts, plan_of
from moushi.domain.counting_rules import rules_reading
from moushi.domain.kinds import CountRule, MeasureSource
from moushi.domain.record import Record, fields_of
from moushi.domain.records import (
    Activity,
    ActivityItem,
    Chamber,
    ChamberTerm,
    Measure,
    MeasureChamber,
    Member,
    Pairing,
    Participation,
    Plan,
    PlanItem,
    Post,
    Rating,
    SubMeasure,
    Theme,
    Township,
)
from moushi.store.schema import DERIVED_COUNT, TABLES
from moushi.store.snapshot import StoreSnapshot, chunks

_Rows = Mapping[UUID, Record]
_Touch = tuple[CountRule, UUID | None, int | None]  # a rule, whose plans (None: anybody's), of which year

_COUNTING = (MeasureSource.LEDGER, MeasureSource.REGISTER)
_RULED = frozenset({"rule", "activity_kind", "level"})
_OWN: dict[type[Record], frozenset[str]] = {
    Measure: _RULED | {"source", "serving_only", "item_id"},
    SubMeasure: _RULED | {"measure_id"},
    MeasureChamber: frozenset({"measure_id", "chamber_id"}),
    PlanItem: frozenset({"theme_id"}),
    Theme: frozenset({"plan_id"}),
    Plan: frozenset({"federation_id", "year"}),
}
"""What of a measure and what it hangs on decides what it counts."""

_ANYBODY = {(CountRule.CHAMBERS_RENEWED, Chamber), (CountRule.CHAMBERS_RENEWED, ChamberTerm)}
_ANYBODY |= {(CountRule.COMMITTEE_VISITED, Member)}
"""What a rule reads also of other federations: chambers that it names, members who sit on its committee."""

_THROUGH = (Participation, ActivityItem, Pairing, ChamberTerm, Rating)
"""What is of a federation only by what it points to."""


def count_again(connection: Connection, before: _Rows, after: _Rows) -> None:
    """Bring the counts up to date for the records that a change touched; the records are written."""
    changes = list(_changes(before, after))
    snapshot = StoreSnapshot(connection)
    measures = _own_measures(connection, changes)
    rules = {rule for records, names in changes for rule in _rules(type(records[0]), names)}
    if rules:
        touched = _Touched(snapshot, before, after)
        measures |= touched.measures(_counting(connection, rules), changes)
    gone = {i for i, held in before.items() if isinstance(held, Measure | SubMeasure) and i not in after}
    if measures or gone:
        snapshot.load(Measure, measures)
        held = [measure for each in measures if (measure := snapshot.get(Measure, each))]
        snapshot.load_ancestors(held)
        _write(connection, snapshot, held, gone)


def count_rows(snapshot: StoreSnapshot) -> list[dict[str, Any]]:
    """What the table of counts should hold."""
    found = [measure for measure in snapshot.where(Measure) if measure.source in _COUNTING]
    snapshot.load_ancestors(found)
    return [row for measure in found for row in _rows_of(snapshot, measure)]


def _changes(before: _Rows, after: _Rows) -> Iterator[tuple[list[Record], frozenset[str] | None]]:
    """What is changed: a record as it was and as it is, and the fields; of inserts and deletes no fields."""
    for record_id in dict.fromkeys((*before, *after)):
        held, now = before.get(record_id), after.get(record_id)
        if held is None or now is None or type(held) is not type(now):
            yield from (([record], None) for record in (held, now) if record)
        elif names := frozenset(_differing(held, now)):
            yield [held, now], names


def _differing(held: Record, now: Record) -> Iterator[str]:
    names = (spec.name for spec in fields_of(type(held)))
    return (name for name in names if getattr(held, name) != getattr(now, name))


def _rules(kind: type[Record], names: frozenset[str] | None) -> frozenset[CountRule]:
    """The rules that can come to something else."""
    if names is None:
        return rules_reading(kind)
    return frozenset().union(*(rules_reading(kind, name) for name in names))


# -- which measures ----------------------------------------------------------------------------------------


def _own_measures(
    connection: Connection, changes: Iterable[tuple[list[Record], frozenset[str] | None]]
) -> set[UUID]:
    """The measures that are themselves changed, or moved to another plan."""
    found: set[UUID] = set()
    moved: dict[type[Record], set[UUID]] = {PlanItem: set(), Theme: set(), Plan: set()}
    for records, names in changes:
        kind = type(records[0])
        if kind not in _OWN or not (names is None or names & _OWN[kind]):
            continue
        for record in records:
            match record:
                case Measure():
                    found.add(record.id)
                case SubMeasure() | MeasureChamber():
                    found.add(record.measure_id)
                case _ if names:  # what is new or gone has no measures but new or gone ones
                    moved[kind].add(record.id)
    for kind, ids in moved.items():
        for some in chunks(list(ids)):
            found.update(
                connection.scalars(_joined(select(_MEASURE.c.id)).where(TABLES[kind].c.id.in_(some)))
            )
    return found


_MEASURE, _PART = TABLES[Measure], TABLES[SubMeasure]
_ITEM, _THEME, _PLAN = TABLES[PlanItem], TABLES[Theme], TABLES[Plan]


def _joined(statement: Any, *, parts: Table | None = None) -> Any:
    """A statement over measures with the plans that they belong to."""
    held = _MEASURE.join(_ITEM, _ITEM.c.id == _MEASURE.c.item_id)
    held = held.join(_THEME, _THEME.c.id == _ITEM.c.theme_id).join(_PLAN, _PLAN.c.id == _THEME.c.plan_id)
    if parts is not None:
        held = held.join(parts, parts.c.measure_id == _MEASURE.c.id)
    return statement.select_from(held)


def _counting(connection: Connection, rules: Iterable[CountRule]) -> list[tuple[UUID, _Touch]]:
    """The measures that count by some rules, or have parts that do, with rule, federation and year."""
    found: list[tuple[UUID, _Touch]] = []
    for ruled, parts in ((_MEASURE, None), (_PART, _PART)):
        columns = (_MEASURE.c.id, ruled.c.rule, _PLAN.c.federation_id, _PLAN.c.year)
        statement = _joined(select(*columns), parts=parts)
        statement = statement.where(_MEASURE.c.source.in_(_COUNTING), ruled.c.rule.in_(list(rules)))
        found += [(row[0], (row[1], row[2], row[3])) for row in connection.execute(statement)]
    return found


class _Touched:
    """Which plans the changed records have to do with: of which federations, of which years."""

    def __init__(self, snapshot: StoreSnapshot, before: _Rows, after: _Rows) -> None:
        self._snapshot = snapshot
        self._before, self._after = before, after

    def measures(
        self,
        counting: list[tuple[UUID, _Touch]],
        changes: Iterable[tuple[list[Record], frozenset[str] | None]],
    ) -> set[UUID]:
        """Those of the measures that the changes can affect."""
        held = {rule for _, (rule, _, _) in counting}
        if not held:
            return set()
        self._snapshot.load_ancestors(
            record for records, _ in changes for record in records if isinstance(record, _THROUGH)
        )
        touched = {
            (rule, *scope)
            for records, names in changes
            for rule in _rules(type(records[0]), names) & held
            for record in records
            for scope in self._scopes(rule, record)
        }
        return {
            measure
            for measure, (rule, owner, year) in counting
            if touched & {(rule, o, y) for o in (owner, None) for y in (year, None)}
        }

    def _scopes(self, rule: CountRule, record: Record) -> Iterator[tuple[UUID | None, int | None]]:
        if (rule, type(record)) in _ANYBODY:
            yield None, None
            return
        match record:
            case Activity():
                yield record.federation_id, record.held_on.year
            case Chamber() | Township() | Member():
                yield record.federation_id, None
            case Post():  # of chambers' posts nothing is counted
                yield from [(record.federation_id, None)] if record.federation_id else []
            case Participation() | ActivityItem():
                yield from self._through(rule, Activity, record.activity_id)
            case Pairing():
                yield from self._through(rule, Member, record.mentor_id)
            case ChamberTerm():
                yield from self._through(rule, Chamber, record.chamber_id)
            case Rating():
                kind = Chamber if record.chamber_id else Member
                held = record.chamber_id or record.member_id
                for owner, _ in self._through(rule, kind, held) if held else ():
                    yield owner, record.year
            case _:
                yield None, None

    def _through(
        self, rule: CountRule, kind: type[Record], target: UUID
    ) -> Iterator[tuple[UUID | None, int | None]]:
        """The scopes of what a record points to, as that was and as it is."""
        found = [self._before.get(target), self._after.get(target), self._snapshot.get(kind, target)]
        for record in found:
            if isinstance(record, kind):
                yield from self._scopes(rule, record)


# -- counting ----------------------------------------------------------------------------------------------


def _write(
    connection: Connection, snapshot: StoreSnapshot, measures: list[Measure], gone: Iterable[UUID]
) -> None:
    """Count measures again; what was counted of them and of what is gone makes room."""
    parts = (part.id for measure in measures for part in snapshot.where(SubMeasure, measure_id=measure.id))
    stale = sorted({*gone, *(measure.id for measure in measures), *parts})
    for some in chunks(stale):
        connection.execute(delete(DERIVED_COUNT).where(DERIVED_COUNT.c.subject_id.in_(some)))
    rows = [row for measure in measures for row in _rows_of(snapshot, measure)]
    if rows:
        connection.execute(insert(DERIVED_COUNT), rows)


def _rows_of(snapshot: StoreSnapshot, measure: Measure) -> Iterator[dict[str, Any]]:
    plan = plan_of(snapshot, measure)
    for count in counts(snapshot, measure, plan.year) if plan else ():
        yield {
            "subject_id": count.subject,
            "as_of": count.as_of,
            "value": count.value,
            "base": count.base,
        }

"""What is computed from the records and kept beside them: measured and counted values, text to search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select

from moushi.domain.chamber_reports import with_chambers
from moushi.domain.period import parse_period
from moushi.domain.progress import cumulative_of
from moushi.domain.record import Record
from moushi.domain.records import Measure, Progress
from moushi.store.counted import count_again, count_rows
from moushi.store.schema import DERIVED, DERIVED_COUNT, DERIVED_MEASURE, DERIVED_SEARCH, TABLES
from moushi.store.searching import search_row
from moushi.store.snapshot import StoreSnapshot, chunks


@dataclass(frozen=True, slots=True)
class Measured:
    """What was reached of a measure: the sum of its reports (None: no number), how many, the last period."""

    cumulative: Decimal | None
    reports: int
    last_period: str


def update_derived(
    connection: Connection, before: Mapping[UUID, Record], after: Mapping[UUID, Record]
) -> None:
    """Bring derived rows up to date for the records that a change touched; the records are written."""
    search_rows = {_search_key(record) for record in before.values()}
    _delete_searched(connection, search_rows)
    _insert(connection, DERIVED_SEARCH, [row for r in after.values() if (row := search_row(r))])
    measures: set[UUID] = set()
    for record in (*before.values(), *after.values()):
        match record:
            case Progress() if record.measure_id is not None:
                measures.add(record.measure_id)
            case Measure():  # its kind and source decide whether chambers' reports are added up
                measures.add(record.id)
            case _:
                pass
    _measure_again(connection, sorted(measures))
    count_again(connection, before, after)


def rebuild_derived(connection: Connection) -> None:
    """Make all derived tables anew from the records."""
    for table in DERIVED:
        connection.execute(delete(table))
    for table, rows in derived_rows(StoreSnapshot(connection)):
        _insert(connection, table, rows)


def derived_rows(snapshot: StoreSnapshot) -> list[tuple[Table, list[dict[str, Any]]]]:
    """What the derived tables should hold."""
    searched = [row for kind in TABLES for r in snapshot.where(kind) if (row := search_row(r))]
    reports: dict[UUID, list[Progress]] = defaultdict(list)
    for progress in snapshot.where(Progress):
        if progress.measure_id is not None and progress.part_id is None:
            reports[progress.measure_id].append(progress)
    measures = {measure.id: measure for measure in snapshot.where(Measure)}
    measured = [_measure_row(measures[each], reports[each]) for each in sorted(reports)]
    counted = count_rows(snapshot)
    return [(DERIVED_SEARCH, searched), (DERIVED_MEASURE, measured), (DERIVED_COUNT, counted)]


def measured(connection: Connection) -> dict[UUID, Measured]:
    """What was reached of each measure that has reports."""
    rows = connection.execute(select(DERIVED_MEASURE))
    return {row.measure_id: Measured(row.cumulative, row.reports, row.last_period) for row in rows}


def _search_key(record: Record) -> tuple[str, UUID]:
    return type(record).__name__, record.id


def _delete_searched(connection: Connection, keys: Iterable[tuple[str, UUID]]) -> None:
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for kind, record_id in keys:
        by_kind[kind].append(record_id)
    held = DERIVED_SEARCH.c
    for kind, ids in by_kind.items():
        for some in chunks(ids):
            connection.execute(delete(DERIVED_SEARCH).where(held.kind == kind, held.record_id.in_(some)))


def _measure_again(connection: Connection, measures: list[UUID]) -> None:
    table = TABLES[Progress]
    own = select(table).where(table.c.part_id.is_(None))  # a part's reports are not the measure's own
    reports: dict[UUID, list[Progress]] = defaultdict(list)
    for some in chunks(measures):
        connection.execute(delete(DERIVED_MEASURE).where(DERIVED_MEASURE.c.measure_id.in_(some)))
        for row in connection.execute(own.where(table.c.measure_id.in_(some))).mappings():
            reports[row["measure_id"]].append(Progress(**row))
    snapshot = StoreSnapshot(connection)
    snapshot.load(Measure, reports)
    held = {each: snapshot.get(Measure, each) for each in reports}
    rows = [_measure_row(measure, reports[each]) for each, measure in held.items() if measure]
    _insert(connection, DERIVED_MEASURE, rows)


def _measure_row(measure: Measure, reports: list[Progress]) -> dict[str, Any]:
    periods = [parse_period(report.period) for report in reports]
    last = max(periods, key=lambda period: (period.ends, period.begins))
    return {
        "measure_id": measure.id,
        "cumulative": cumulative_of(with_chambers((measure,), reports, {})),
        "reports": len(reports),
        "last_period": str(last),
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)

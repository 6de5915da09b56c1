"""The progress sheet as it is filled in: a row per measure, or per item that has none, for one period.

Nothing here takes a missing report for a zero: what nobody reported is blank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from uuid import UUID

from moushi.desk.file_names import fit_name
from moushi.desk.report_book import Book, read_book, renewed
from moushi.desk.report_row import Filter, ReportRow, rows_of
from moushi.domain.kinds import PlanState, State
from moushi.domain.numbers import shown_share
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import scheduled
from moushi.domain.record import Record
from moushi.domain.records import Plan, Theme
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say


@dataclass(frozen=True, slots=True)
class Group:
    """A line over the rows of a plan (its federation) or of a theme."""

    kind: type[Record]
    id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class Place:
    """An item with its number of the year, and whether its plan takes reports."""

    number: int
    item_id: UUID
    is_open: bool


Line = Group | ReportRow


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """The lines of a year's plans in a period, in order; `schedule` is 序时进度 as a share of 1."""

    year: int
    period: Period
    schedule: Decimal
    lines: tuple[Line, ...] = ()
    closed: tuple[Plan, ...] = ()
    has_plan: bool = False
    states: Mapping[State, int] = field(default_factory=dict)
    counts: Mapping[Filter, int] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[ReportRow, ...]:
        """Its rows without the lines over them."""
        return tuple(line for line in self.lines if isinstance(line, ReportRow))

    def shown(self, wanted: Filter | State) -> tuple[Line, ...]:
        """The lines that a filter leaves: rows that pass, and what stands over them."""
        kept: list[Line] = []
        over: dict[type[Record], Group] = {}
        for line in self.lines:
            if isinstance(line, Group):
                over = {line.kind: line} if line.kind is Plan else {**over, line.kind: line}
            elif line.passes(wanted):
                kept += [over[kind] for kind in (Plan, Theme) if kind in over]
                over.clear()
                kept.append(line)
        return tuple(kept)


def sheet(snapshot: Snapshot, federations: Sequence[UUID], year: int, period: Period) -> ReportSheet:
    """The sheet of the federations' plans of a year, in that order; `MoushiError`: a report has no period."""
    return sheet_of(read_book(snapshot, year, federations), period)


def in_print(book: Book) -> Iterator[Group | Place]:
    """The titles and items of a year's plans, one after the other; a plan alone has no title."""
    number = 0
    for plan in book.plans:
        owner = book.owners.get(plan.id)
        if len(book.plans) > 1:
            yield Group(Plan, plan.id, owner.name if owner else plan.heading)
        for theme in book.themes[plan.id]:
            yield Group(Theme, theme.id, theme.lead or theme.label)
            for item_id in book.order[theme.id]:
                number += 1
                yield Place(number, item_id, is_open=plan.state is not PlanState.CLOSED)


def sheet_of(book: Book, period: Period) -> ReportSheet:
    """The sheet of a book's plans for a period."""
    lines: list[Line] = []
    for each in in_print(book):
        if isinstance(each, Group):
            lines.append(each)
        else:
            held = book.items[each.item_id]
            lines += rows_of(held, each.number, book.year, period, is_open=each.is_open)
    made = ReportSheet(
        year=book.year,
        period=period,
        schedule=shown_share(scheduled(book.year, period)),
        lines=tuple(lines),
        closed=tuple(plan for plan in book.plans if plan.state is PlanState.CLOSED),
        has_plan=bool(book.plans),
    )
    return _counted(made)


def renewed_sheet(
    held: ReportSheet, book: Book, snapshot: Snapshot, ids: Iterable[UUID]
) -> tuple[ReportSheet, Book]:
    """The sheet and the book with only these items read and judged anew."""
    wanted = frozenset(ids)
    book = renewed(book, snapshot, wanted)
    lines: list[Line] = []
    for item_id, some in groupby(
        held.lines, lambda line: line.item.id if isinstance(line, ReportRow) else None
    ):
        rows = list(some)
        first = rows[0]
        if item_id in wanted and isinstance(first, ReportRow):
            is_open = bool(first.editable)
            lines += rows_of(book.items[first.item.id], first.number, book.year, held.period, is_open=is_open)
        else:
            lines += rows
    return _counted(replace(held, lines=tuple(lines))), book


def default_period(book: Book, today: date) -> Period:
    """The latest month of which anything was reported, else the last full month, within the book's year."""
    periods = {r.period for held in book.items.values() for r in (*held.progress, *held.returned)}
    reported = [period for text in periods if (period := parse_period(text)).year == book.year]
    if reported:
        last = max(period.last for period in reported)
    elif today.year == book.year:
        last = max(today.month - 1, 1)
    else:
        last = 12 if today.year > book.year else 1
    return Period(book.year, last, last)


def periods_of(year: int) -> tuple[Period, ...]:
    """The year's months, its quarters, the year."""
    months = tuple(Period(year, month, month) for month in range(1, 13))
    quarters = tuple(Period(year, first, first + 2) for first in (1, 4, 7, 10))
    return (*months, *quarters, Period(year, 1, 12))


def _counted(held: ReportSheet) -> ReportSheet:
    rows = held.rows
    states = Counter(row.state for row in rows if row.state is not None)
    counts = {wanted: sum(row.passes(wanted) for row in rows) for wanted in Filter}
    return replace(held, states={state: states[state] for state in State if state in states}, counts=counts)


def why_locked(held: ReportSheet, book: Book, *, may_write: bool) -> Message | None:
    """What keeps the sheet, or a part of it, from being typed in."""
    if not may_write:
        return say("The store is open for reading only: nothing can be typed.")
    if not held.closed:
        return None
    owners = [owner.name for plan in held.closed if (owner := book.owners.get(plan.id))]
    return say(
        "The plan of {names} is closed: nothing can be typed. Open it again on the plan page.",
        names="、".join(owners),
    )


def how_to_begin(held: ReportSheet) -> Message | None:
    """What to do where there is nothing to fill in."""
    if held.rows:
        return None
    if held.has_plan:
        return say(
            "The plan of {year} has no items yet. Enter them on the plan page; they then stand here as rows.",
            year=held.year,
        )
    return say(
        "There is no plan for {year} yet. Enter one on the plan page, or drop the paper or the task "
        "table on the window to take it in. Its items then stand here as rows.",
        year=held.year,
    )


def file_name(book: Book, period: Period) -> str:
    """What a progress sheet is called, without ending: whose, when, what; always Chinese, like the sheet."""
    from moushi.output.excel.labels import period_name  # brings what writes workbooks

    owners = [owner for plan in book.plans if (owner := book.owners.get(plan.id))]
    whose = (owners[0].short_name or owners[0].name) if len(owners) == 1 else ""
    return fit_name(f"{whose}{period_name(str(period))}工作任务进展情况表")

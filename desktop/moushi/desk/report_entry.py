"""Filling in the progress sheet: what a person types, pastes or ticks, as proposals.

A report comes into being with its first content and goes with its last.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Delete, Edit, Insert, Proposal, Source, changes_between, typed
from moushi.desk.entering import entered, entered_date, entered_number
from moushi.desk.report_parts import PartRow, reports_of_part
from moushi.desk.report_row import FIELDS, NUMBERS, ReportRow, is_share, period_word, report_of
from moushi.domain.kinds import MeasureKind
from moushi.domain.numbers import shifted
from moushi.domain.period import Period
from moushi.domain.record import Scalar, field_of, with_field
from moushi.domain.records import Measure, Milestone, Progress
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import field_word
from moushi.errors import Message, MoushiError, say

_SCALES = {"亿": 8, "万": 4, "千": 3}
_SHORT = 16  # characters of a row's title in the history

_Subject = tuple[UUID, UUID | None, UUID | None, Period]  # whose report: item, measure, part of it, period
_Wanted = dict[_Subject, dict[str, Scalar]]


@dataclass(frozen=True, slots=True)
class Target:
    """A cell that is typed or pasted into: a row and a field, or a field that only shows something (None)."""

    row: ReportRow
    field: str | None
    shown: str = ""
    place: int = 0  # of its column


@dataclass(frozen=True, slots=True)
class Fault:
    """A pasted cell that could not be read: its line and column within the block (from 1), and why."""

    line: int
    column: int
    message: Message


@dataclass(frozen=True, slots=True)
class Block:
    """A pasted block: the proposal of what could be read (None: it changes nothing), and what could not."""

    proposal: Proposal | None
    faults: tuple[Fault, ...] = ()
    cells: int = 0


def enter(snapshot: Snapshot, row: ReportRow, field: str, text: str) -> Proposal | None:
    """The proposal of what was typed in a cell; None when nothing changes. `MoushiError`: how to write it.

    The report is made when there is none, and goes with its last content.
    """
    value = read_value(row, field, text)
    edits = _edits(snapshot, {_subject(row, field): {field: value}})
    if not edits:
        return None
    title = say(
        "{period}, {item}: {field}",
        period=period_word(row.period),
        item=_short(row.title),
        field=field_word(Progress, field),
    )
    return Proposal(Source(""), title, edits)


def enter_block(
    snapshot: Snapshot, targets: Sequence[Sequence[Target]], block: Sequence[Sequence[str]]
) -> Block:
    """The proposal of a block of cells that is pasted over others, line by line.

    What stands already in a cell that takes no typing may be pasted over it; anything else there is a fault.
    """
    wanted: _Wanted = {}
    faults: list[Fault] = []
    cells = 0
    for line, (over, texts) in enumerate(zip(targets, block, strict=True), 1):
        for column, (target, text) in enumerate(zip(over, texts, strict=False), 1):
            try:
                if target.field is None:
                    _check_shown(target, text)
                    continue
                value = read_value(target.row, target.field, text)
            except MoushiError as fault:
                faults.append(Fault(line, column, fault.message))
                continue
            cells += 1
            wanted.setdefault(_subject(target.row, target.field), {})[target.field] = value
        for column, text in enumerate(texts[len(over) :], len(over) + 1):
            if text.strip():
                faults.append(
                    Fault(line, column, say("“{text}” lies beyond the last column.", text=_short(text)))
                )
    edits = _edits(snapshot, wanted)
    if not edits:
        return Block(None, tuple(faults), cells)
    title = say("Progress pasted: {count} cells", count=cells)
    return Block(Proposal(Source(""), title, edits), tuple(faults), cells)


def clear_block(snapshot: Snapshot, targets: Iterable[Target]) -> Proposal | None:
    """The proposal that empties cells; None when they are empty."""
    wanted: _Wanted = {}
    for target in targets:
        if target.field is not None and target.field in target.row.editable:
            empty: Scalar = None if target.field in NUMBERS else ""
            wanted.setdefault(_subject(target.row, target.field), {})[target.field] = empty
    edits = _edits(snapshot, wanted)
    cleared = sum(map(len, wanted.values()))
    title = say("Progress cleared: {count} cells", count=cleared)
    return Proposal(Source(""), title, edits) if edits else None


def read_value(row: ReportRow, field: str, text: str) -> Scalar:
    """The value that a text names for a field of a row's report; `MoushiError` says how to write it."""
    if field not in row.editable:
        raise MoushiError("Nothing can be typed here.")
    if field not in NUMBERS:
        return entered(field_of(Progress, field), text.rstrip()) if text.strip() else ""
    return read_number(row.measure, text) if text.strip() else None


def read_number(measure: Measure | None, text: str) -> Decimal:
    """A number of a measure: bare amounts are in the measure's unit (万元), shares are written with %.

    `MoushiError` when it is none, or could mean two things.
    """
    number = entered_number(text)
    bare = unicodedata.normalize("NFKC", text).strip()
    if measure is None:
        return number
    if "%" in bare:
        if measure.kind in (MeasureKind.COUNT, MeasureKind.AMOUNT) or (
            measure.kind is MeasureKind.RATIO and not is_share(measure)
        ):
            raise MoushiError(
                "“{text}” is a share, but this measure counts. Write how many, such as 12.", text=text.strip()
            )
        return number
    if is_share(measure) and number > 1:
        raise MoushiError("“{text}” is more than everything. Write a share as 76%.", text=text.strip())
    if measure.kind is MeasureKind.AMOUNT and not any(mark in bare for mark in "亿万千元"):
        power = next((power for word, power in _SCALES.items() if measure.unit.startswith(word)), 0)
        return shifted(number, power)
    return number


def tick(snapshot: Snapshot, milestone_id: UUID, done_on: date | None) -> Proposal | None:
    """The proposal that a milestone was done on a day, or is not done (None)."""
    step = snapshot.get(Milestone, milestone_id)
    if step is None or step.done_on == done_on:
        return None
    return typed(Milestone, step.id, "done_on", step.done_on, done_on)


def read_day(text: str, year: int) -> date | None:
    """The day that a text names, None for an empty one; `MoushiError` says how to write it."""
    return entered_date(text, year) if text.strip() else None


def day_text(day: date | None, year: int) -> str:
    """A day as it is read and typed: 6.30 within the year, else in full."""
    if day is None:
        return ""
    return f"{day.month}.{day.day}" if day.year == year else day.isoformat()


def day_done(period: Period, today: date) -> date:
    """The day on which a milestone that is ticked in a period was done, as far as one can tell."""
    return min(today, period.ends)


def _subject(row: ReportRow, field: str) -> _Subject:
    part = row.part.id if isinstance(row, PartRow) else None
    return row.item.id, row.subjects[field], part, row.period


def _edits(snapshot: Snapshot, wanted: _Wanted) -> tuple[Edit, ...]:
    """What turns the reports into ones with these values."""
    return tuple(edit for subject, values in wanted.items() for edit in _edits_of(snapshot, subject, values))


def _edits_of(snapshot: Snapshot, subject: _Subject, values: Mapping[str, Scalar]) -> tuple[Edit, ...]:
    item_id, measure_id, part_id, period = subject
    reports = snapshot.where(Progress, item_id=item_id, period=str(period), chamber_id=None)
    found = reports_of_part(reports, part_id, period) if part_id else report_of(reports, measure_id, period)
    if not found:
        given: dict[str, Any] = {name: value for name, value in values.items() if value not in (None, "")}
        of: dict[str, Any] = {"item_id": item_id, "measure_id": measure_id, "part_id": part_id}
        made = Progress(id=uuid4(), period=str(period), **of, **given)
        return (Insert(made),) if given else ()
    report = changed = found[-1]
    for name, value in values.items():
        changed = with_field(changed, name, value)
    if changed == report:
        return ()
    if all(getattr(changed, name) in (None, "") for name in FIELDS):
        return (Delete(report),)
    return changes_between(report, changed)


def _check_shown(target: Target, text: str) -> None:
    if text.strip() and text.strip() != target.shown.strip():
        if not target.row.editable:
            raise MoushiError("Nothing can be typed here.")
        raise MoushiError(
            "This column is not typed, so “{text}” has no place there.", text=_short(text.strip())
        )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"

"""Rows of progress in a return: they become the chamber's own reports of the period.

An empty row is no report, and never a zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Edit, Insert
from moushi.compile.return_rows import HeldRow, field_in_row, held_rows
from moushi.domain.chamber_reports import is_added, values_given
from moushi.domain.kinds import MeasureKind, PlanState
from moushi.domain.numbers import plain, shifted
from moushi.domain.period import parse_period
from moushi.domain.progress import cumulative_of
from moushi.domain.record import Record, Scalar
from moushi.domain.records import Measure, Plan, PlanItem, Progress, Theme, normal_name
from moushi.domain.returns import IN_THE_ROWS_UNIT, FormField, Rows
from moushi.errors import say
from moushi.intake.list_values import Doubt
from moushi.intake.matching import likeness
from moushi.intake.returns.columns import Column, scalar
from moushi.intake.returns.labels import in_unit
from moushi.intake.returns.matching import Key, Match, match_rows
from moushi.intake.returns.reading import ReadCell, ReadRow
from moushi.intake.returns.rules import is_empty, same
from moushi.intake.returns.taken import advice, read_as
from moushi.intake.returns.told import Kind
from moushi.intake.returns.values import read_cell
from moushi.intake.returns.work import TableWork

_TEXTS = ("PlanItem.text", "PlanItem.short_title")
_PRINTED = (*_TEXTS, "Measure.name", "SubMeasure.name")
_CONTENT = frozenset({"value", "cumulative", "narrative", "problems", "next_steps", "evidence"})
_HUNDREDTHS = ("%", "％")


class ProgressRows:
    """Takes the rows of a table of progress."""

    def __init__(self, table: TableWork) -> None:
        """Know what the chamber is asked about."""
        self._table = table
        self._work = table.work
        work = table.work
        self._held = {
            row.id: row for row in held_rows(work.snapshot, Rows.PROGRESS, work.chamber, work.period)
        }
        self._new: dict[UUID, Progress] = {}
        self._ids: dict[UUID, UUID] = defaultdict(uuid4)  # of the one report that each subject gets
        self._is_closed = self._of_closed_plan()

    def take_all(self) -> None:
        """Bring the rows into the records."""
        table = self._table
        rows = table.rows()
        met: set[UUID] = set()
        for match in match_rows(rows, table.sent, self._known, self._keys_of, self._is_plainly):
            if match.record is not None:
                met.add(match.record)
            self._take(match)
        gone = [number for number in table.sent if number not in met and number in self._held]
        table.told.missing += [self._name(number) for number in gone]

    # -- which row is which ------------------------------------------------------------------------------

    def _is_plainly(self, row: ReadRow) -> bool:
        held = self._held.get(row.record) if row.record else None
        return held is not None and all(
            same("text", self._table.value(row, lands), held.value(lands))
            for lands in _PRINTED
            if lands in self._table.of and self._table.cell(row, lands)
        )

    def _keys_of(self, row: ReadRow) -> Sequence[Key]:
        return self._keys(partial(self._table.value, row))

    def _known(self) -> Mapping[UUID, Sequence[Key]]:
        return self._table.known(self._held, self._keys)

    def _keys(self, value: Callable[[str], Scalar]) -> Sequence[Key]:
        """By what a row is known: all that is printed of it, else the item's words."""
        printed = [value(lands) if lands in self._table.of else None for lands in _PRINTED]
        whole = tuple(normal_name(str(word or "")) for word in printed)
        if not any(whole):
            return ()
        return [("whole", whole), *(("text", text) for text in whole[:2] if text)]

    def _name(self, number: UUID) -> str:
        held = self._held.get(number)
        words = [held.value(lands) for lands in _PRINTED] if held else []
        return " ".join(str(word)[:20] for word in words if word)

    # -- rows --------------------------------------------------------------------------------------------

    def _take(self, match: Match) -> None:
        table = self._table
        if table.is_as_sent(match.row, match.record):
            return
        row = table.read_out(match.row)
        if match.record is None or match.several:
            self._leave_out(row)
            return
        held = self._held.get(match.record)
        if held is None:
            if table.says_something(row) and not table.says_as_sent(row, match.record):
                message = say(
                    "The chamber is no longer asked about this; the row was left out: {text}",
                    text=self._table.all_words(row),
                )
                self._work.warn(row.where, message, say("If it matters, enter it by hand."))
            return
        if match.by_number and not self._is_much_alike(row, held):
            self._leave_out(row)
            return
        if match.twin is not None:
            message = say("The row is about the same as {place}.", place=match.twin.where)
            self._work.warn(row.where, message, say("Compare the two; of differing values the first stands."))
        if self._is_closed:
            if table.says_something(row) and not table.says_as_sent(row, match.record):
                message = say(
                    "The plan of {year} is closed; the row was left out.", year=self._work.period.year
                )
                self._work.fault(row.where, message, say("Open the plan again, then take the file in."))
            return
        self._compare(self._in_own_unit(row, held), held)

    def _compare(self, row: ReadRow, held: HeldRow) -> None:
        reports_content = self._reports(row, held)

        def into(column: Column) -> Record | None:
            if column.kind is not Progress:
                return None
            if report := held.records.get("Progress") or self._new.get(held.id):
                return report
            if not reports_content:
                return None
            return self._report(held, row.where)

        mend = self._inserted(held, self._likely(row)) if not reports_content else ()
        is_touched = self._table.compare(row, held, into, absent=lambda _column, _value: mend)
        if is_touched:
            self._check_sum(row, held)

    def _reports(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether the row reports something, not only who reports; where there is a report, it may."""
        if "Progress" in held.records:
            return True
        says = [column for column, _ in self._said(row)]
        if says and not any(column.name in _CONTENT for column in says):
            self._table.told.gathered[Kind.NOBODY].append(self._table.place(row, says[0].lands))
            return False
        return bool(says)

    def _said(self, row: ReadRow) -> list[tuple[Column, Scalar]]:
        """What is typed in the row where a report is asked, and is in no doubt."""
        found = []
        for column in self._table.columns:
            cell = row.cells.get(column.key)
            if column.kind is Progress and cell is not None and cell.doubt is None:
                value = column.fitted(cell.value)
                if not is_empty(value):
                    found.append((column, value))
        return found

    def _likely(self, row: ReadRow) -> Mapping[str, Any]:
        """The likely values of a row of which nothing is sure."""
        found: dict[str, Any] = {}
        for column in self._table.columns:
            cell = row.cells.get(column.key)
            if column.kind is Progress and cell is not None and cell.doubt is not None:
                value = column.fitted(scalar(cell.doubt.likely))
                if not is_empty(value):
                    found[column.name] = value
        return found

    def _inserted(self, held: HeldRow, values: Mapping[str, Any]) -> tuple[Edit, ...]:
        """The mend that makes a report of what is likely; the same one for each of its values."""
        report = self._new_report(held)
        for name, value in values.items():
            report = replace(report, **{name: value})
        return (Insert(report),)

    def _report(self, held: HeldRow, where: str) -> Progress:
        report = self._work.draft.put(self._new_report(held), where)
        self._new[held.id] = report
        return report

    def _new_report(self, held: HeldRow) -> Progress:
        item, measure, part = (held.records.get(kind) for kind in ("PlanItem", "Measure", "SubMeasure"))
        return Progress(
            id=self._ids[held.id],
            item_id=item.id if item else held.id,
            measure_id=measure.id if measure else None,
            part_id=part.id if part else None,
            chamber_id=self._work.chamber.id,
            period=str(self._work.period),
        )

    # -- numbers -----------------------------------------------------------------------------------------

    def _in_own_unit(self, row: ReadRow, held: HeldRow) -> ReadRow:
        """The row with its numbers read in the unit of its measure: the records hold yuan, and 95 for 95%.

        Where another unit was typed over the measure's, that is the one in which the numbers stand.
        """
        cells = dict(row.cells)
        told = self._unit_typed(row, held)
        for lands in IN_THE_ROWS_UNIT:
            column = self._table.of.get(lands)
            cell = row.cells.get(column.key) if column else None
            if column is None or cell is None or cell.is_empty or _is_odd(column.field, cell):
                continue
            own = field_in_row(column.field, held)
            asked = in_unit(own, told) if told and not column.field.is_locked else own
            if own != column.field:
                read = _read_in(asked, own, cell, self._work.period.year)
                cells[column.key] = replace(read, shown=cell.shown, note=cell.note)
        return replace(row, cells=cells)

    def _unit_typed(self, row: ReadRow, held: HeldRow) -> str:
        """The unit that was typed over the measure's; "" where none was."""
        text, unit = self._table.text(row, "Measure.unit").strip(), held.value("Measure.unit")
        return text if isinstance(unit, str) and unit and not same("unit", text or unit, unit) else ""

    def _check_sum(self, row: ReadRow, held: HeldRow) -> None:
        """Tell of a 累计 that is not what the chamber's own reports until now add up to."""
        measure = held.records.get("Measure")
        now = held.records.get("Progress") or self._new.get(held.id)
        if not isinstance(now, Progress) or (isinstance(measure, Measure) and _is_level(measure)):
            return
        report = self._work.draft.now(now)
        if report.cumulative is None:
            return
        own = self._work.snapshot.where(Progress, chamber_id=self._work.chamber.id)
        until = self._work.period.ends
        before = [
            other
            for other in own
            if other.id != report.id
            and (other.item_id, other.measure_id, other.part_id)
            == (report.item_id, report.measure_id, report.part_id)
            and other.period[:4] == str(self._work.period.year)
            and parse_period(other.period).ends <= until
        ]
        if report.value is None:
            if isinstance(measure, Measure) and is_added(measure):
                self._check_own(row, [*before, report])
            return
        others = [replace(other, chamber_id=None, cumulative=None) for other in before]
        total = cumulative_of([*others, replace(report, chamber_id=None, cumulative=None)])
        if total is not None and total != report.cumulative:
            message = say(
                "{cumulative} in all, but this chamber's reports add up to {sum}.",
                cumulative=plain(report.cumulative),
                sum=plain(total),
            )
            action = say("Ask which is right; both are kept as they are.")
            self._work.warn(self._table.place(row, "Progress.cumulative"), message, action)

    def _check_own(self, row: ReadRow, reports: Sequence[Progress]) -> None:
        """Tell of a 累计 that stands alone and does not say how much of it belongs to the period."""
        if self._work.period in values_given(reports):
            return
        message = say(
            "Only {cumulative} in all is filled in. Earlier periods are missing, so it is not known how much "
            "belongs to this one, and nothing is added up.",
            cumulative=plain(reports[-1].cumulative or Decimal(0)),
        )
        self._work.warn(self._table.place(row, "Progress.value"), message, say("Have this period filled in."))

    # -- what is left out --------------------------------------------------------------------------------

    def _leave_out(self, row: ReadRow) -> None:
        if self._table.says_something(row):
            message = say(
                "The row is about nothing that was asked, so it was left out: {text}",
                text=self._table.all_words(row),
            )
            action = say("If it belongs to an item of the plan, enter it there by hand.")
            self._work.warn(row.where, message, action)

    def _is_much_alike(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether a row of other words may still be that row: nearly the same, part of them, or none."""
        for lands in _TEXTS:
            text, printed = self._table.text(row, lands), held.value(lands)
            if text and isinstance(printed, str) and likeness(printed, text):
                return True
        return all(
            normal_name(self._table.text(row, lands)) in normal_name(str(held.value(lands) or ""))
            for lands in _PRINTED
        )

    def _of_closed_plan(self) -> bool:
        for held in self._held.values():
            item = held.records.get("PlanItem")
            theme = self._work.snapshot.get(Theme, item.theme_id) if isinstance(item, PlanItem) else None
            plan = self._work.snapshot.get(Plan, theme.plan_id) if theme else None
            if plan is not None:
                return plan.state is PlanState.CLOSED
        return False


def _is_odd(asked: FormField, cell: ReadCell) -> bool:
    """Whether a cell is in doubt for where it stands, not for what: merged, or a formula without result."""
    return cell.doubt is not None and read_cell(asked, cell.raw).doubt is None


def _read_in(asked: FormField | None, own: FormField, cell: ReadCell, year: int) -> ReadCell:
    """A cell read in the unit in which it stands; None where that is none of the measure's kind."""
    if asked is None:
        message = say(
            "The unit of this row was changed, so it is not sure what “{text}” is.", text=cell.shown
        )
        return replace(cell, value=None, made=None, doubt=Doubt(message, advice(own)))
    read = read_cell(asked, cell.raw, where=cell.where, year=year)
    if asked.unit in _HUNDREDTHS:
        doubt = read.doubt and replace(read.doubt, likely=_hundredths(read.doubt.likely))
        return replace(read, value=_hundredths(scalar(read.value)), doubt=doubt)
    if asked.unit != own.unit and read.value is not None and read.made is None:
        return replace(read, made=read_as(cell.shown, f"{cell.shown}{asked.unit}"))
    return read


def _hundredths(share: object) -> Scalar:
    """A share as the records hold those of measures, in hundredths."""
    return Decimal(plain(shifted(share, 2))) if isinstance(share, Decimal) else None


def _is_level(measure: Measure) -> bool:
    """Whether its values stand side by side and are not added up."""
    return measure.kind is MeasureKind.AVERAGE or (measure.kind is MeasureKind.RATIO and measure.base is None)

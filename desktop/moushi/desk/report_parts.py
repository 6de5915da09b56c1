"""Parts of measures (其中) as rows under their measure: what is reported of each is typed there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from uuid import UUID

from moushi.desk.report_book import Book, Held
from moushi.desk.report_row import (
    FIELDS,
    NUMBERS,
    PartLine,
    ReportRow,
    apart,
    neighbour,
    number_text,
    typed_text,
)
from moushi.desk.reporting import Line
from moushi.domain.counting import as_measure
from moushi.domain.kinds import Colour
from moushi.domain.numbers import percent
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import completion_rate, cumulative_of, part_reached
from moushi.domain.records import Measure, Progress, SubMeasure
from moushi.errors import say

_COPIED = {each.name for each in fields(ReportRow)}


@dataclass(frozen=True, slots=True)
class PartRow(ReportRow):
    """A part of a measure in one period; `measure` is the part as a measure by itself.

    It has numbers only, and no state of its own.
    """

    part: SubMeasure = field(kw_only=True)

    @property
    def key(self) -> tuple[UUID, UUID | None]:
        """The item's id and the part's."""
        return self.item.id, self.part.id


def with_parts(lines: Iterable[Line], book: Book) -> tuple[Line, ...]:
    """The lines of a sheet, each row of a measure followed by those of its parts."""
    return tuple(each for line in lines for each in _followed(line, book))


def reports_of_part(progress: Iterable[Progress], part_id: UUID, period: Period) -> list[Progress]:
    """The reports of a part for just this period; the last one counts."""
    found = [p for p in progress if p.part_id == part_id and p.period == str(period)]
    return sorted(found, key=lambda report: str(report.id))


def _followed(line: Line, book: Book) -> Iterator[Line]:
    yield line
    if isinstance(line, ReportRow) and line.measure is not None and line.parts:
        held = book.held(line.item.id)
        whole = next((m for m in held.measures if m.id == line.measure.id), None) if held else None
        if held is not None and whole is not None:
            is_open = bool(line.editable)
            yield from (_row(held, whole, line, each, is_open=is_open) for each in line.parts)


def _row(held: Held, whole: Measure, over: ReportRow, line: PartLine, *, is_open: bool) -> PartRow:
    part, period = line.part, over.period
    like = as_measure(part, whole)
    own = _last(held, part.id, period)
    before = neighbour(period, -1)
    last = _last(held, part.id, before) if before else None
    answered = held.answers(whole, period, part)
    last_text = typed_text(like, last, "value")
    if before and not last_text and held.answers(whole, before, part).counts:
        last_text = _added_up(held, like, part, before)
    typed = dict.fromkeys(FIELDS, "")
    if not line.is_counted:
        typed |= {name: typed_text(like, own, name) for name in NUMBERS}
    reached = part_reached(part, whole, held.counted(whole, period.ends)[1], period)
    copied = {name: getattr(over, name) for name in _COPIED}
    made = {
        "measure": like,
        "name": say("incl. {part}", part=part.name),
        "target": line.target + line.unit if line.target else "",
        "last": "" if line.is_counted else last_text,
        "last_words": "",
        "typed": typed,
        "value": _added_up(held, like, part, period) if not typed["value"] and not line.is_counted else "",
        "cumulative": number_text(like, reached),
        "rate": _rate(part, reached),
        "gap": "",
        "state": None,
        "colour": Colour.NONE,
        "word": None,
        "reason": "",
        "differs": apart(like, own, answered),
        "differs_now": "",
        "is_below_zero": False,
        "subjects": dict.fromkeys(FIELDS, whole.id),
        "report_ids": (own.id,) if own else (),
        "editable": frozenset(NUMBERS) if is_open and not line.is_counted else frozenset(),
        "is_unreported": False,
        "counted": whole.source if line.is_counted else None,
        "parts": (),
        "answers": answered,
        "told": {},
    }
    return PartRow(**(copied | made), part=part)


def _last(held: Held, part_id: UUID, period: Period) -> Progress | None:
    found = reports_of_part(held.progress, part_id, period)
    return found[-1] if found else None


def _added_up(held: Held, like: Measure, part: SubMeasure, period: Period) -> str:
    """What shorter periods and chambers' reports come to, where a period has no value of its own."""
    inside = [
        report
        for report in held.reports
        if report.part_id == part.id and report.value is not None and _lies_in(report, period)
    ]
    return number_text(like, cumulative_of(inside))


def _lies_in(report: Progress, period: Period) -> bool:
    inner = parse_period(report.period)
    return inner.year == period.year and period.first <= inner.first and inner.last <= period.last


def _rate(part: SubMeasure, reached: Decimal | None) -> str:
    if part.target is None or reached is None or part.target <= 0:
        return ""
    return percent(completion_rate(reached, part.target))

"""The year seen by month: each item or measure of the year's plans on a line, its twelve months beside it.

Nothing here takes a missing report for a zero: what nobody reported is unreported, what is to come is blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.desk.report_book import Book, Held
from moushi.desk.report_row import (
    ReportRow,
    answered_word,
    number_text,
    rows_of,
    says_something,
    state_word,
)
from moushi.desk.reporting import Group, in_print
from moushi.domain.chamber_reports import Answers
from moushi.domain.counting import is_counted
from moushi.domain.kinds import Colour, State
from moushi.domain.period import Period, parse_period
from moushi.domain.progress import Standing, standing
from moushi.domain.records import Measure
from moushi.errors import Message, say

MONTHS = range(1, 13)

_MARKS: dict[State, str | Message] = {
    State.NOT_STARTED: "—",
    State.UNREPORTED: say("unreported"),
    State.ON_SCHEDULE: "√",
    State.AHEAD: "√",
    State.BEHIND: say("behind"),
    State.DONE: say("done"),
    State.OVERDUE: say("overdue"),
    State.SUSPENDED: say("suspended"),
    State.CANCELLED: say("cancelled"),
}
"""What stands in a month without a number."""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month of a line: what was reached in it, else a short mark of how it stands.

    `word` says the state in full. What is to come is blank.
    """

    period: Period
    text: str | Message
    colour: Colour | None
    word: Message | None


@dataclass(frozen=True, slots=True)
class YearLine:
    """A measure of an item, or an item without measures, in its place among the year's."""

    number: int
    item_id: UUID
    measure_id: UUID | None
    is_open: bool
    begins: bool

    @property
    def key(self) -> tuple[UUID, UUID | None]:
        """The item's id and the measure's."""
        return self.item_id, self.measure_id


@dataclass(frozen=True, slots=True)
class YearRow:
    """What a line says: its name, its goal, its months, and how it stands as of the last month shown."""

    line: YearLine
    title: str
    text: str
    name: str | Message
    target: str | Message
    months: tuple[MonthCell, ...]
    reached: str
    rate: str


def year_lines(book: Book) -> tuple[Group | YearLine, ...]:
    """The lines of a year's plans in order, those of a plan and a theme under its title."""
    lines: list[Group | YearLine] = []
    for each in in_print(book):
        if isinstance(each, Group):
            lines.append(each)
        else:
            subjects: list[UUID | None] = [measure.id for measure in book.items[each.item_id].measures]
            lines += [
                YearLine(each.number, each.item_id, subject, each.is_open, place == 0)
                for place, subject in enumerate(subjects or [None])
            ]
    return tuple(lines)


def year_row(book: Book, line: YearLine, today: date) -> YearRow:
    """A line's twelve months as of their ends; months after `today` only where something is reported."""
    held = book.items[line.item_id]
    last = 12 if today.year > book.year else 0 if today.year < book.year else today.month
    told = _told(held, book.year, line.measure_id)
    shown = [month for month in MONTHS if month <= last or month in told]
    measure = next((each for each in held.measures if each.id == line.measure_id), None)
    steps = held.milestones if len(held.measures) < 2 else ()
    cells = [MonthCell(Period(book.year, month, month), "", None, None) for month in MONTHS]
    for month in shown:
        period = Period(book.year, month, month)
        known, reports = held.counted(measure, period.ends) if measure else (None, held.reports)
        found = standing(held.item, known, reports, steps, year=book.year, period=period)
        answered = held.answers(measure, period) if measure else Answers()
        cells[month - 1] = _cell(known, found, period, answered, spoken=month in told)
    now = _row(held, line, Period(book.year, max(shown, default=1), max(shown, default=1)))
    return YearRow(
        line=line,
        title=now.title,
        text=now.item.text,
        name=now.name,
        target=now.target,
        months=tuple(cells),
        reached=now.reached,
        rate=now.rate,
    )


def _told(held: Held, year: int, measure_id: UUID | None) -> set[int]:
    """The months for which something is reported of a measure, or of its item as a whole."""
    periods = (
        parse_period(report.period)
        for report in held.reports
        if report.measure_id in (measure_id, None) and report.part_id is None and says_something(report)
    )
    return {period.last for period in periods if period.year == year and period.first == period.last}


def _row(held: Held, line: YearLine, period: Period) -> ReportRow:
    """The row of a line in a month: that which has a state, not the one of words alone."""
    rows = rows_of(held, line.number, period.year, period, is_open=False)
    return next(row for row in rows if row.state is not None and row.key == line.key)


def _cell(
    measure: Measure | None, found: Standing, period: Period, answered: Answers, *, spoken: bool
) -> MonthCell:
    """What a month says: its own number, of what has none but is counted what stands then, else a mark.

    A sum of chambers' reports that is not the whole yet has a * behind it.
    """
    stands = found.cumulative if measure is not None and is_counted(measure) else None
    number = number_text(measure, stands if found.value is None else found.value)
    mark: str | Message = _MARKS[found.state]
    if found.state is State.NOT_STARTED and spoken:
        mark = "√"
    word = state_word(found.state, found.colour)
    if answered.counts:
        word = say("{state}; {answered}", state=word, answered=answered_word(answered))
        number += "*" if number and answered.is_short else ""
    return MonthCell(period, number or mark, found.colour, word)

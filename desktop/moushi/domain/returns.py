"""Returns (回执): what a form asks of a chamber, and how far a chamber's return for a period is.

A form is data (`forms/returns/*.toml`): one definition drives the workbook that goes out, how it is read when
it comes back, what is noticed in it, and its help.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from moushi.domain.kinds import ReturnEvent
from moushi.domain.period import Period


class FieldType(StrEnum):
    """What the cells of a field hold."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    AMOUNT = "amount"  # in yuan, whatever unit the form asks for
    SHARE = "percentage"  # as a fraction of 1
    DATE = "date"
    PERIOD = "period"
    PHONE = "phone"
    USCC = "uscc"
    CHOICE = "choice"
    ANSWER = "yes_no"


NUMBERS = (FieldType.WHOLE, FieldType.DECIMAL, FieldType.AMOUNT, FieldType.SHARE)
"""The types that have limits and units."""

IN_THE_ROWS_UNIT = ("Progress.value", "Progress.cumulative", "Measure.target", "SubMeasure.target")
"""Where numbers land that each row asks in the unit of its own measure."""


class Rows(StrEnum):
    """What the rows of a form's table are."""

    PROGRESS = "progress"  # the measures and items that the chamber is asked about
    CHAMBER = "chamber"  # the chamber itself: one row, set as labels beside values
    OFFICERS = "officers"  # its posts in office
    MEMBERS = "members"  # its members
    ACTIVITIES = "activities"  # its entries in the ledger of the period


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form: its column, or its line where the rows are the chamber itself.

    `lands` is where its value goes: a record kind and field (`Member.phone`); "" is read and told, but kept
    nowhere. `least` and `most` are limits of numbers, in the field's unit, `longest` of texts in characters.
    `choices` are the words that may be chosen, each with the value that is kept for it. A field that
    `is_locked` is shown but not asked; one that is `is_prefilled` goes out with what is held.
    """

    key: str
    label: str
    type: FieldType
    lands: str = ""
    aliases: tuple[str, ...] = ()
    unit: str = ""
    is_required: bool = False
    least: Decimal | None = None
    most: Decimal | None = None
    longest: int | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    help: str = ""
    is_prefilled: bool = True
    is_locked: bool = False
    width: int | None = None

    @property
    def record(self) -> str:
        """The kind of the record in which its value lands; "" when in none."""
        return self.lands.partition(".")[0]

    @property
    def name(self) -> str:
        """The field of that record."""
        return self.lands.partition(".")[2]


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form, on a sheet of its own; `blank` lines are left below for what is new."""

    key: str
    title: str
    rows: Rows
    fields: tuple[FormField, ...]
    aliases: tuple[str, ...] = ()
    blank: int = 0
    help: str = ""

    def field(self, key: str) -> FormField | None:
        """The field of that key."""
        return next((each for each in self.fields if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An older version of a form: labels that had other fields, and those that are no longer asked.

    `renamed` has the key of a field by the key of its table and the label of then: `members:手机`.
    """

    version: int
    renamed: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """A form: its name, which never changes, its version, and its tables."""

    name: str
    version: int
    title: str
    tables: tuple[FormTable, ...]
    about: str = ""
    earlier: tuple[Earlier, ...] = ()


# -- tracking ------------------------------------------------------------------------------------------------


class ReturnState(StrEnum):
    """How far a chamber's return for a period is: 未下发, 已下发, 已收, 待修正, 已入库, 逾期."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    RECEIVED = "received"
    TO_MEND = "to_mend"
    TAKEN_IN = "taken_in"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A line of the journal of returns, without its document.

    `id` is that of the workbook that was sent, by which a return names it; `sha256` of a file that came or
    went, with what it held: errors, warnings and edits.
    """

    id: UUID
    at: datetime
    person: str
    event: ReturnEvent
    chamber_id: UUID
    period: str
    due_on: date | None = None
    file: str = ""
    sha256: str | None = None
    errors: int = 0
    warnings: int = 0
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """How the return of one chamber for one period went: the sending in force, the newest file upon it.

    `marked` is the copy of that file that went back to be mended. `edits` is what the file would have changed
    when it was first read: once it is taken in, reading it again finds nothing.
    """

    sent: ReturnLine | None = None
    came: ReturnLine | None = None
    marked: ReturnLine | None = None
    edits: int = 0


def course_of(lines: Iterable[ReturnLine]) -> Course:
    """How a return went, by its lines in the journal, oldest first.

    Sending anew reopens the period; recalling a sending sets it back to how it was before that. A clock that
    was wrong does not count: nothing comes back before it was sent.
    """
    courses = [Course()]
    read: dict[str, int] = {}
    for line in in_order(lines):
        match line.event:
            case ReturnEvent.SENT:
                courses.append(Course(line))
            case ReturnEvent.RECALLED:
                ids = [course.sent.id if course.sent else None for course in courses]
                if line.id in ids:
                    courses.pop(ids.index(line.id))
            case ReturnEvent.RECEIVED:
                key = line.sha256 or str(line.id)
                read[key] = max(read.get(key, 0), line.edits)
                last = courses[-1]
                is_same = last.came is not None and last.came.sha256 == line.sha256
                courses[-1] = Course(last.sent, line, last.marked if is_same else None, read[key])
            case ReturnEvent.MARKED:
                courses[-1] = replace(courses[-1], marked=line)
    return courses[-1]


def in_order(lines: Iterable[ReturnLine]) -> tuple[ReturnLine, ...]:
    """Lines of the journal in the order of what happened: what came upon a sending stands after it.

    So does a marked copy after the first file that came upon its sending.
    """
    held = tuple(lines)
    sent = _first(held, ReturnEvent.SENT)
    places = {
        n: (max(n, sent.get(line.id, n)), line.event is not ReturnEvent.SENT, n)
        for n, line in enumerate(held)
    }
    came = {id_: places[n] for id_, n in _first(held, ReturnEvent.RECEIVED).items()}
    for n, line in enumerate(held):
        if line.event is ReturnEvent.MARKED and line.id in came:
            places[n] = max(places[n], (*came[line.id][:2], len(held) + n))
    return tuple(held[n] for n in sorted(places, key=lambda n: places[n]))


def _first(lines: tuple[ReturnLine, ...], event: ReturnEvent) -> dict[UUID, int]:
    """Where the first line of an event stands, by the sendings' ids."""
    found: dict[UUID, int] = {}
    for n, line in enumerate(lines):
        if line.event is event:
            found.setdefault(line.id, n)
    return found


def state_of(lines: Iterable[ReturnLine], taken_in: Collection[str], today: date) -> ReturnState:
    """How far the return of one chamber for one period is, by its lines in the journal, oldest first.

    `taken_in` are the SHA-256 of the files whose change is in force: undoing one sets its return back. The
    newest file counts; sending anew reopens the period.
    """
    return state_in(course_of(lines), taken_in, today)


def state_in(course: Course, taken_in: Collection[str], today: date) -> ReturnState:
    """How far a return is that went so; `taken_in` as for `state_of`."""
    sent, came = course.sent, course.came
    if came is not None:
        if came.errors:
            return ReturnState.TO_MEND
        is_in = came.sha256 in taken_in or not course.edits
        return ReturnState.TAKEN_IN if is_in else ReturnState.RECEIVED
    if sent is None:
        return ReturnState.NOT_SENT
    return ReturnState.OVERDUE if sent.due_on and sent.due_on < today else ReturnState.SENT


def usual_due(period: Period) -> date:
    """The day by which a period's return is commonly asked: the 25th of its last month."""
    return date(period.year, period.last, 25)

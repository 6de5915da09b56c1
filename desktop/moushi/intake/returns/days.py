"""Days and periods in a return's cells; of a month alone no day is made, but it is offered."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from moushi.domain.numbers import full_day
from moushi.domain.period import parse_period
from moushi.domain.returns import FormField
from moushi.errors import Message, MoushiError, say
from moushi.intake.list_values import NOTHING, read_span
from moushi.intake.returns.taken import Taken, doubtful, nothing, read_as
from moushi.intake.values import read_date, written_day

_YEARS = range(1900, 2101)
_TYPED_YEARS = range(1949, 2101)
_EPOCH = datetime.combine(date(1899, 12, 30), time())
_HAPPENED = ("joined_on", "left_on", "founded_on", "term_began_on", "from_on", "held_on")
_ENDS = ("left_on", "to_on", "dissolved_on", "term_extended_to", "due_on", "until")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SHORT_YEAR = re.compile(r"'?(?P<year>\d{2})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>(?:19|20)\d{2})")
_ZERO_LOST = re.compile(r"(?:19|20)\d{2}\.1|\d{1,2}\.[1-3]")
_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:[./-](?P<m1>\d{1,2})|年(?P<m2>\d{1,2})月?份?|(?P<m3>0[1-9]|1[0-2]))"
    r"|(?P<m4>\d{1,2})月份?"
)
_QUARTER = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})[年-]?)?(?:第?(?P<q1>[一二三四1-4])季度?|[Qq](?P<q2>[1-4]))"
)
_QUARTERS = str.maketrans("一二三四", "1234")
_WHOLE_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年度?|全年)?|(?:全年|年度)")


def read_day_cell(field: FormField, value: object, text: str, year: int | None) -> Taken:
    """A day from a cell's value; `year` is that of days without one, `text` what is seen."""
    if isinstance(value, date):
        return _kept_day(field, value, text, year)
    if isinstance(value, bool | time | timedelta):
        return doubtful(field, say("“{text}” could not be read as a date.", text=text))
    return nothing(text) if text in NOTHING else _told_day(field, value, text, year)


def _told_day(field: FormField, value: object, text: str, year: int | None) -> Taken:
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if isinstance(value, int | float) and _ZERO_LOST.fullmatch(bare):
        message = say("“{text}” is a number there and may have been {text}0.", text=bare)
        likely = _unsure_day(text, bare, year, is_end=field.name in _ENDS)[1]
        return _likely_day(field, message, likely)
    if written := written_day(text, year):
        on, has_year = written
        taken = _within(field, on, text, year)
        is_told = has_year or taken.doubt is not None
        return taken if is_told else taken._replace(made=read_as(text, full_day(on)))
    serial = read_date(bare, None, "")[0] if _SERIAL.fullmatch(bare) else None
    if serial is not None:
        return Taken(serial, None, read_as(text, full_day(serial)))
    message, likely = _unsure_day(text, bare, year, is_end=field.name in _ENDS)
    return _likely_day(field, message, likely)


def _kept_day(field: FormField, value: date, text: str, year: int | None) -> Taken:
    on = value.date() if isinstance(value, datetime) else value
    if typed := _year_typed(value):  # 2024.6 typed into a cell that shows days
        message = say("“{text}” is no day of these times.", text=text)
        return _likely_day(field, message, _unsure_day(typed, typed, None, is_end=field.name in _ENDS)[1])
    taken = _within(field, on, text, year)
    if taken.doubt is None and isinstance(value, datetime) and value.time() != time():
        return taken._replace(made=read_as(text, full_day(on)))
    return taken


def _year_typed(value: date) -> str:
    """The year, perhaps with a month, that Excel has made a day of 1905 of; "" of other days."""
    at = value if isinstance(value, datetime) else datetime.combine(value, time())
    number = (at - _EPOCH) / timedelta(days=1)
    return f"{number:.2f}".rstrip("0").rstrip(".") if int(number) in _TYPED_YEARS else ""


def _within(field: FormField, on: date, text: str, year: int | None) -> Taken:
    """A day of these times; a number in a cell that is formatted as a day is one of 1900.

    What has happened did not happen years after `year`.
    """
    if year is not None and field.name in _HAPPENED and on.year > year + 1:
        return doubtful(field, say("“{text}” is years after the period of the return.", text=text))
    if on.year not in _YEARS or on.year == _YEARS[0]:
        return doubtful(field, say("“{text}” is no day of these times.", text=text))
    return Taken(on)


def _unsure_day(text: str, bare: str, year: int | None, *, is_end: bool) -> tuple[Message, date | None]:
    """What is to be said of what is no day written out: a month, a span, 23.3.15; and the likely day."""
    likely = None
    if short := _SHORT_YEAR.fullmatch(bare):
        likely = _day(2000 + int(short["year"]), short["month"], short["day"])
    elif last := _YEAR_LAST.fullmatch(bare):
        of, first, second = int(last["year"]), last["first"], last["second"]
        days = {_day(of, first, second), _day(of, second, first)} - {None}
        likely = days.pop() if len(days) == 1 else None
    elif _WHOLE_YEAR.fullmatch(bare):
        return say("“{text}” names no day.", text=text), None
    elif month := _month(bare, year):
        likely = read_date(text, year, "")[0] if is_end else date(*month, 1)
        return say("“{text}” names no day.", text=text), likely
    else:
        begins, ends = read_span(text, year)
        if begins.value and ends.value and not begins.rough:
            message = say("“{text}” names more than one day.", text=text)
            return message, ends.value if is_end else begins.value
        likely = None if re.search("[A-Za-z]", bare) else read_date(text, year, "")[0]
    return say("“{text}” could not be read as a date.", text=text), likely


def _likely_day(field: FormField, message: Message, on: date | None) -> Taken:
    if on is None or on.year not in _YEARS:
        return doubtful(field, message)
    return doubtful(field, message, on, f"{on.year}-{on.month}-{on.day}")


def _day(year: int, month: str | int, day: str | int) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _month(bare: str, year: int | None) -> tuple[int, int] | None:
    """The year and month that a text names, and nothing more."""
    found = _MONTH.fullmatch(bare)
    if found is None:
        return None
    of = int(found["year"]) if found["year"] else year
    month = int(found["m1"] or found["m2"] or found["m3"] or found["m4"])
    return (of, month) if of and 1 <= month <= 12 else None


def read_period_cell(field: FormField, value: object, text: str, year: int | None) -> Taken:
    """A period as it is kept (2023-06, 2023-Q2, 2023)."""
    if isinstance(value, date):  # what Excel makes of 2023-6
        found = f"{value.year}-{value.month:02d}"
        return Taken(found, None, read_as(text, found)) if value.year in _YEARS else _no_period(field, text)
    if isinstance(value, bool | time | timedelta):
        return _no_period(field, text)
    if text in NOTHING:
        return nothing(text)
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if isinstance(value, float) and _ZERO_LOST.fullmatch(bare):
        message = say("“{text}” is a number there and may have been {text}0.", text=bare)
        month = _month(bare, year)
        return doubtful(field, message, f"{month[0]}-{month[1]:02d}" if month else None)
    period = _period(bare, year)
    if period is None:
        return _no_period(field, text)
    return Taken(period) if period == bare else Taken(period, None, read_as(text, period))


def _no_period(field: FormField, text: str) -> Taken:
    return doubtful(field, say("“{text}” names no period.", text=text))


def _period(bare: str, year: int | None) -> str | None:
    try:
        return str(parse_period(bare))
    except MoushiError:
        pass
    if month := _month(bare, year):
        return f"{month[0]}-{month[1]:02d}"
    if found := _QUARTER.fullmatch(bare):
        of = int(found["year"]) if found["year"] else year
        quarter = (found["q1"] or found["q2"]).translate(_QUARTERS)
        return f"{of}-Q{quarter}" if of else None
    if found := _WHOLE_YEAR.fullmatch(bare):
        return found["year"] or (str(year) if year else None)
    return None

"""The cells of a list's rows, each read as what its column holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from moushi.changes.model import Finding, Severity
from moushi.errors import say
from moushi.intake.grid import Grid
from moushi.intake.list_columns import Confidence, Header
from moushi.intake.list_meanings import MEANING_WORDS, Meaning
from moushi.intake.list_values import (
    Doubt,
    Read,
    person,
    read_amount,
    read_answer,
    read_birth,
    read_code,
    read_count,
    read_day,
    read_offices,
    read_ordinal,
    read_phone,
    read_rating,
    read_span,
    read_years,
    said,
    split_firms,
    workplace,
)
from moushi.intake.values import plain

_Cell = Callable[[object, int | None], tuple[Read[Any], Read[Any] | None]]
"""Reads a value; the second is the last day where it names several."""

_Doubts = dict[Meaning, tuple[str, Doubt]]

_ENDS = (Meaning.LEFT, Meaning.TO, Meaning.DISSOLVED, Meaning.TERM_EXTENDED, Meaning.UNTIL)
_DAYS = (Meaning.JOINED, Meaning.FROM, Meaning.FOUNDED, Meaning.TERM_BEGAN)
_COUNTS = (
    Meaning.STAFF,
    Meaning.FULL_TIME,
    Meaning.PEOPLE,
    Meaning.COLLECTED,
    Meaning.CLOSED,
    Meaning.CASES,
    Meaning.SETTLED,
    Meaning.JOBS,
    Meaning.VILLAGES,
)
_PEOPLE = (
    Meaning.NAME,
    Meaning.PERSON,
    Meaning.LEGAL,
    Meaning.CONTACT,
    Meaning.SECRETARY,
    Meaning.PRESIDENT,
    Meaning.CHIEF_SUPERVISOR,
    Meaning.BRANCH_SECRETARY,
)
_READERS: Mapping[Meaning, Callable[[object], Read[Any]]] = {
    **dict.fromkeys(_COUNTS, read_count),
    **dict.fromkeys(_PEOPLE, lambda value: Read(person(value) or None)),
    Meaning.USCC: read_code,
    Meaning.PHONE: read_phone,
    Meaning.NEW_GENERATION: read_answer,
    Meaning.PARTY_BRANCH: read_answer,
    Meaning.BIRTH: read_birth,
    Meaning.TERM: read_ordinal,
    Meaning.TERM_YEARS: read_years,
    Meaning.RATING: read_rating,
    Meaning.ROLE: read_offices,
    Meaning.UNIT_AND_JOB: workplace,
    Meaning.TAKING_PART: lambda value: Read(split_firms(value) or None),
    Meaning.NARRATIVE: lambda value: Read(plain(value) or None),
}
_POWERS = {
    Meaning.CAPITAL: 0,
    Meaning.CAPITAL_WAN: 4,
    Meaning.AMOUNT: 0,
    Meaning.AMOUNT_WAN: 4,
    Meaning.FEE: 0,
}
_ONE = {
    Meaning.CAPITAL_WAN: Meaning.CAPITAL,
    Meaning.AMOUNT_WAN: Meaning.AMOUNT,
    Meaning.UNIT_AND_JOB: Meaning.NAME,
}
"""Meanings that are read into another one's value."""


class CellReader:
    """Reads the rows under one header; days of which only month or year is written are counted for a hint."""

    def __init__(self, grid: Grid, header: Header) -> None:
        """Take the sheet's cells and the header of the table."""
        self._grid = grid
        self._header = header
        self._columns = [
            (
                column.place,
                column.meaning,
                _memo(self._reader(column.meaning, column.name, column.confidence)),
            )
            for column in header.columns
            if column.meaning not in (Meaning.UNREAD, Meaning.NUMBER)
        ]
        self._first = min((place for place, *_ in self._columns), default=0)
        self._rough: dict[Meaning, list[str]] = defaultdict(list)

    def where(self, row: int) -> str:
        """The place by which a row is named: its first cell that is read."""
        place = next((place for place, *_ in self._columns if self._grid.text(row, place)), self._first)
        return self._grid.where(row, place)

    def read(self, row: int, year: int | None) -> tuple[Mapping[Meaning, Any], _Doubts] | None:
        """The values of a row and what is in doubt; None when no column that is read holds anything."""
        values: dict[Meaning, Any] = {}
        doubts: _Doubts = {}
        for place, meaning, reader in self._columns:
            value = self._grid.value(row, place)
            if value in ("", None):
                continue
            of = _ONE.get(meaning, meaning)
            read, last = reader(value, year)
            if last is not None and last.value and Meaning.UNTIL not in values:
                values[Meaning.UNTIL] = last.value
            if read.rough:
                self._rough[meaning].append(self._grid.where(row, place))
            if read.doubt:
                doubts[of] = self._grid.where(row, place), read.doubt
            if read.value not in (None, "", ()) and of not in values:
                values[of] = read.value
        return (values, doubts) if values or doubts else None

    def told(self) -> Iterator[Finding]:
        """What is to be said of whole columns when all rows are read."""
        for meaning, places in self._rough.items():
            message = say(
                "{meaning}: {count} cells do not name the very day; "
                "of a month or year its {day} day was taken, of a quarter or a span its last.",
                meaning=MEANING_WORDS[meaning],
                count=len(places),
                day=say("last") if meaning in _ENDS else say("first"),
            )
            yield Finding(Severity.HINT, places[0], message, say("Enter the very day where it matters."))

    @staticmethod
    def _reader(meaning: Meaning, name: str, confidence: Confidence) -> _Cell:
        """How the cells of a column are read, given the year of its title."""
        if meaning is Meaning.DATE:
            return read_span
        if meaning in _ENDS or meaning in _DAYS:
            is_end, is_of_year = meaning in _ENDS, meaning is Meaning.UNTIL
            return lambda value, year: (read_day(value, year if is_of_year else None, is_end=is_end), None)
        if meaning in _POWERS:
            is_told = meaning in (Meaning.CAPITAL_WAN, Meaning.AMOUNT_WAN) or "元" in name
            is_told = is_told or confidence is Confidence.CHOSEN
            power, is_capital = _POWERS[meaning], meaning is Meaning.CAPITAL
            return lambda value, _: (read_amount(value, power, is_told=is_told, is_capital=is_capital), None)
        plainly = _READERS.get(meaning, _text)
        return lambda value, _: (plainly(value), None)


def _text(value: object) -> Read[Any]:
    return Read(said(value) or None)


def _memo(read: _Cell) -> _Cell:
    """The same reader, which remembers what it read: many cells of a column say the same."""
    met: dict[tuple[type, object, int | None], tuple[Read[Any], Read[Any] | None]] = {}

    def remembering(value: object, year: int | None) -> tuple[Read[Any], Read[Any] | None]:
        key = type(value), value, year
        if key not in met:
            met[key] = read(value, year)
        return met[key]

    return remembering

"""A stretch of a sheet that holds a form's table: its header, its rows, what its columns hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from moushi.changes.model import Finding, Severity
from moushi.domain.cell_names import column_letters
from moushi.domain.period import Period
from moushi.domain.returns import FieldType, FormField
from moushi.errors import Message, say
from moushi.intake.grid import Grid
from moushi.intake.list_words import is_set_aside
from moushi.intake.returns.cells import TableCells
from moushi.intake.returns.headers import Column, Header, Heading, Match
from moushi.intake.returns.labels import Words, in_unit
from moushi.intake.values import plain
from moushi.intake.workbook import Sheet

_SHOWN = 3  # values of a column that is not read
_TRIED = 30  # cells of a column of a changed name that are tried
_SAMPLED = 50
_MOST_TOLD = 20  # columns that are not read
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月")


@dataclass(slots=True)
class Page:
    """A sheet while it is read, with what was noticed on it."""

    sheet: Sheet
    grid: Grid
    index: int
    findings: list[Finding] = field(default_factory=list)

    def tell(self, severity: Severity, row: int, column: int, message: Message, action: Message) -> None:
        """Add a finding at a cell."""
        self.findings.append(Finding(severity, self.grid.where(row, column), message, action))

    def hint(self, row: int, column: int, message: Message, action: Message) -> None:
        """Add a hint at a cell."""
        self.tell(Severity.HINT, row, column, message, action)


@dataclass(slots=True)
class Part:
    """A header on a page, what stands above it from `begin` on, and the rows below it, in pieces.

    There are several pieces where the header is printed on each page; `match` is the table that it fits.
    """

    page: Page
    header: Header
    begin: int
    ranges: list[tuple[int, int]]
    titles: tuple[str, ...] = ()
    match: Match | None = None
    named: float = 0.0  # how surely its title or its sheet names the table
    money: str = ""
    fields: Mapping[int, FormField] = field(default_factory=dict)  # by the places of their columns
    heads: list[tuple[int, int]] = field(default_factory=list)  # first and last row of each header

    @property
    def rows(self) -> Iterator[int]:
        """The rows below its headers."""
        for begin, end in self.ranges:
            yield from range(begin, end)

    @property
    def found(self) -> Match:
        """The table that it was found to be."""
        assert self.match is not None
        return self.match

    @property
    def words(self) -> Words:
        """The words of that table."""
        return self.found.words

    @property
    def key(self) -> tuple[str, str]:
        """The form and the table."""
        return self.words.form.name, self.words.table.key

    @property
    def top(self) -> int:
        """The first row of its header."""
        return self.header.first

    @property
    def covered(self) -> set[int]:
        """The rows of its headers and those below them."""
        return {row for first, last in self.heads for row in range(first, last + 1)} | set(self.rows)

    @property
    def last(self) -> int:
        """The last row that is its own."""
        return self.ranges[-1][1] - 1

    def filled(self, column: int) -> Iterator[tuple[int, str]]:
        """The rows in which a column has something, with that."""
        rows = self.page.sheet.rows
        for row in self.rows:
            values = rows[row] if row < len(rows) else ()
            if column < len(values) and values[column] not in ("", None) and (text := plain(values[column])):
                yield row, text


def settle(part: Part, period: Period | None) -> int | None:
    """Give the part its fields; the place of the running numbers. Says which columns are not read."""
    fields: dict[int, FormField] = {}
    match = part.found
    columns = [*match.columns, *(c for key, twice in match.twice.items() for c in _one_of(part, key, twice))]
    for column in columns:
        asked = match.words.table.field(column.key)
        if asked is not None and (read := _as_headed(part, column, asked, period)):
            fields[column.place] = read
    number = part.header.number if part.header.number is not None else _unnamed_number(part, fields)
    _tell_columns(part, fields, number)
    part.fields = dict(sorted(fields.items()))
    return number


def _row_of(part: Part) -> int:
    return part.header.last


def _one_of(part: Part, key: str, columns: Sequence[Column]) -> Sequence[Column]:
    """The one of several columns of a field that counts; none where they say different things."""
    filled = [(column, values) for column in columns if (values := tuple(part.filled(column.place)))]
    if len(filled) <= 1 or len({values for _, values in filled}) == 1:
        return [filled[0][0] if filled else columns[0]]
    label = _label(part, key)
    for column, _ in filled:
        message = say(
            "Several columns are named “{name}” and say different things, so none of them was read.",
            name=label,
        )
        action = say("Leave one of them, with what is right, and take the file in again.")
        part.page.tell(Severity.WARNING, _row_of(part), column.place, message, action)
    return ()


def _label(part: Part, key: str) -> str:
    asked = part.found.words.table.field(key)
    return asked.label if asked else key


def _as_headed(part: Part, column: Column, asked: FormField, period: Period | None) -> FormField | None:
    """The field in the unit that its column tells; None when the column cannot be the field's."""
    unit = column.unit or (part.money if asked.type is FieldType.AMOUNT else "")
    field_read = in_unit(asked, unit)
    row, name = _row_of(part), column.heading.label
    if field_read is None:
        message = say(
            "The column “{name}” asks in {unit}, the form in {other}, so it was not read.",
            name=name,
            unit=unit,
            other=asked.unit or "—",
        )
        action = say("Type the numbers in the form's unit, name the column so and take the file in again.")
        part.page.tell(Severity.WARNING, row, column.place, message, action)
        return None
    if unit and not asked.unit and asked.type in (FieldType.WHOLE, FieldType.DECIMAL):
        message = say(
            "The column “{name}” names a unit that the form does not; its numbers were read as they stand.",
            name=name,
        )
        part.page.tell(
            Severity.WARNING, row, column.place, message, say("Check that the numbers are in the right unit.")
        )
    if column.is_like:
        if period and _of_another_month(name, period):
            message = say(
                "The column “{name}” is of another month than {period}, so it was not read.",
                name=name,
                period=str(period),
            )
            part.page.tell(Severity.WARNING, row, column.place, message, _rename(asked.label))
            return None
        if not _looks_like(part, column, field_read, period.year if period else None):
            message = say(
                "The column “{name}” is named like “{meaning}” but holds something else, so it was not read.",
                name=name,
                meaning=asked.label,
            )
            part.page.tell(Severity.WARNING, row, column.place, message, _rename(asked.label))
            return None
        message = say(
            "The column “{name}” was taken as {meaning}, by a word of its name.",
            name=name,
            meaning=asked.label,
        )
        part.page.tell(
            Severity.WARNING, row, column.place, message, say("If that is wrong, rename the column.")
        )
    return field_read


def _of_another_month(name: str, period: Period) -> bool:
    """Whether a name like 5月完成 or 1—5月累计 names a month, the last of them, that is not in the period."""
    months = [int(found) for found in _MONTH.findall(unicodedata.normalize("NFKC", name))]
    return bool(months) and not period.begins.month <= months[-1] <= period.ends.month


def _rename(label: str) -> Message:
    return say(
        "If it is what the form asks, name the column “{label}” and take the file in again.", label=label
    )


def _looks_like(part: Part, column: Column, asked: FormField, year: int | None) -> bool:
    """Whether most of the first cells of a column can be read as a field."""
    cells = TableCells(part.page.sheet, part.page.grid, [(column.place, asked)], year)
    rows = [row for row, _ in zip((row for row, _ in part.filled(column.place)), range(_TRIED), strict=False)]
    doubtful = sum(cells.cell(row, asked.key).doubt is not None for row in rows)
    return 2 * doubtful <= len(rows)


def _unnamed_number(part: Part, fields: Mapping[int, FormField]) -> int | None:
    """A column without a name before all others that holds whole numbers."""
    first = min(fields, default=0)
    named = {heading.place for heading in part.header.headings if heading.name}
    for place in range(first):
        texts = [text for (_, text), _ in zip(part.filled(place), range(_SAMPLED), strict=False)]
        if place not in named and len(texts) > 1 and all(text.isdigit() for text in texts):
            return place
    return None


def _tell_columns(part: Part, fields: Mapping[int, FormField], number: int | None) -> None:
    """Say which fields have no column, and which columns with values are no field's."""
    match = part.found
    held = {each.key for each in fields.values()}
    absent = [each for each in match.words.table.fields if each.key not in held | match.keys]
    is_old = match.words.version < match.words.form.version
    if absent and not is_old:
        message = say(
            "Columns of the form are not there: {names}. What they hold stays as it is.",
            names="、".join(each.label for each in absent),
        )
        action = say("If one was renamed, give it its name back and take the file in again.")
        grave = any(each.is_required for each in absent)
        part.page.tell(
            Severity.WARNING if grave else Severity.HINT,
            _row_of(part),
            min(fields, default=0),
            message,
            action,
        )
    doubtful = {heading.place for heading in match.doubtful}
    dropped = {heading.place for heading in match.dropped}
    spoken = {column.place for column in match.columns} | {c.place for t in match.twice.values() for c in t}
    unread = [
        (heading, values)
        for heading in part.header.headings
        if heading.place not in fields and heading.place != number and heading.place not in spoken
        if (values := list(part.filled(heading.place)))
    ]
    for heading, values in unread[:_MOST_TOLD]:
        _tell_unread(part, heading, values, (heading.place in doubtful, heading.place in dropped))
    if rest := unread[_MOST_TOLD:]:
        first, last = (column_letters(rest[place][0].place) for place in (0, -1))
        message = say(
            "{count} more columns were not read: {first} to {last}.", count=len(rest), first=first, last=last
        )
        action = say("Type above them what they hold, as the form names it, and take the file in again.")
        part.page.tell(Severity.WARNING, rest[0][1][0][0], rest[0][0].place, message, action)


def _tell_unread(
    part: Part, heading: Heading, values: Sequence[tuple[int, str]], known: tuple[bool, bool]
) -> None:
    is_doubtful, is_dropped = known
    if is_set_aside(heading.name) and not is_dropped:
        message = say("The column “{name}” is not needed and was not read.", name=heading.label)
        part.page.hint(
            _row_of(part), heading.place, message, say("Leave such columns out of what is handed on.")
        )
        return
    texts = list(dict.fromkeys(text for _, text in values))
    some = "；".join(texts[:_SHOWN]) + ("…" if len(texts) > _SHOWN else "")
    severity, row = Severity.HINT, _row_of(part)
    action = say("If it matters, enter it by hand.")
    if is_dropped:
        message = say(
            "The column “{name}” is no longer asked and was not read; filled cells: {count}, "
            "such as {values}",
            name=heading.label,
            count=len(values),
            values=some,
        )
    elif is_doubtful:
        severity = Severity.WARNING
        message = say(
            "The column “{name}” may be several of the form's and was not read; filled cells: {count}, "
            "such as {values}",
            name=heading.label,
            count=len(values),
            values=some,
        )
        action = say("Give the columns the names that they have in the form and take the file in again.")
    elif not heading.name:
        severity, row = Severity.WARNING, values[0][0]
        message = say(
            "The column {name} has no heading and was not read; filled cells: {count}, such as {values}",
            name=heading.label,
            count=len(values),
            values=some,
        )
        action = say("Type above it what it holds, as the form names it, and take the file in again.")
    else:
        message = say(
            "The column “{name}” is none of the form's and was not read; filled cells: {count}, "
            "such as {values}",
            name=heading.label,
            count=len(values),
            values=some,
        )
    part.page.tell(severity, row, heading.place, message, action)

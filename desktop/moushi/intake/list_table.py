"""Lists of members, officers, chambers and ledger entries, read from all sheets of a workbook.

Titles, two-row headers, groups, totals, notes and stacked tables are told apart. Every row becomes a
`ListRow` or a finding; what is hidden is read, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from moushi.changes.model import Finding, Severity
from moushi.errors import Message, say
from moushi.intake.asides import COUNTED, NOTE, NUMERAL, TITLE, TOTAL
from moushi.intake.grid import Grid
from moushi.intake.list_cells import CellReader
from moushi.intake.list_columns import Column, Confidence, Header, Layouts, headers_in
from moushi.intake.list_meanings import MEANING_WORDS, ListKind, Meaning
from moushi.intake.list_reading import ListRow, ListTable, ReadLists, Subject
from moushi.intake.list_subjects import group_of, subject_of
from moushi.intake.list_words import KEYS, is_set_aside
from moushi.intake.values import plain
from moushi.intake.workbook import Sheet

_TITLE_ROWS = 6
_SHOWN = 3  # values of a column that is not read


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is read."""

    grid: Grid
    findings: list[Finding] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)  # places of rows that hold nothing but a number

    def tell(self, severity: Severity, row: int, column: int, message: Message, action: Message) -> None:
        self.findings.append(Finding(severity, self.grid.where(row, column), message, action))


def read_lists(
    sheets: Iterable[tuple[Sheet, Sequence[Header]]], step: Callable[[], None] = lambda: None
) -> ReadLists:
    """The tables of sheets with the headers of their lists.

    `step` is called at each row and ends the reading when it raises.
    """
    tables: list[ListTable] = []
    findings: list[Finding] = []
    for sheet, found in sheets:
        headers = [header for header in found if header.is_whole]
        if not headers:
            findings += _left_out(sheet)
            continue
        reading = _Sheet(Grid(sheet))
        tables += _read_sheet(reading, headers, step)
        findings += [*_hidden(sheet), *reading.findings]
    return ReadLists(tuple(tables), tuple(findings))


def sheets_with_headers(sheets: Iterable[Sheet], kept: Layouts) -> Iterator[tuple[Sheet, Sequence[Header]]]:
    """Each sheet with the headers of its lists; `kept` is what a person has said of headers before."""
    for sheet in sheets:
        grid = Grid(sheet)
        title = " ".join(
            [sheet.name, *(text for row in range(min(3, grid.height)) for text in grid.own(row).values())]
        )
        yield sheet, headers_in(grid, title, kept)


def _left_out(sheet: Sheet) -> Iterator[Finding]:
    first = next((row for row, cells in enumerate(sheet.rows) if any(map(plain, cells))), None)
    if first is not None:
        yield Finding(
            Severity.WARNING,
            sheet.where(first, 0),
            say("The sheet “{name}” has no columns of a list and was left out.", name=sheet.name),
            say("If it holds a list, give its columns names as in the other sheets and take it in again."),
        )


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    if sheet.is_hidden:
        message = say("The sheet “{name}” is hidden; it was read too.", name=sheet.name)
        yield Finding(
            Severity.HINT, sheet.where(0, 0), message, say("If it is an old one, reject its edits.")
        )
    rows = sorted(
        row for row in sheet.hidden_rows if row < len(sheet.rows) and any(map(plain, sheet.rows[row]))
    )
    if rows:
        told = "、".join(str(row + 1) for row in rows[:10]) + ("…" if len(rows) > 10 else "")
        message = say("Hidden rows were read too, {count} of them: {rows}.", count=len(rows), rows=told)
        yield Finding(
            Severity.HINT,
            sheet.where(rows[0], 0),
            message,
            say("If they are not wanted, reject their edits."),
        )


def _read_sheet(sheet: _Sheet, headers: Sequence[Header], step: Callable[[], None]) -> Iterator[ListTable]:
    subject = subject_of(sheet.grid.name)
    begin = 0
    met: str | None = None
    for number, header in enumerate(headers):
        title = _read_title(sheet, begin, max(header.first, header.last + 1 if header.first < 0 else 0))
        if title.text or header.fingerprint != met:  # the same header again is that of the next printed page
            subject = title.within(subject_of(sheet.grid.name))
        met = header.fingerprint
        following = headers[number + 1] if number + 1 < len(headers) else None
        end = _end(sheet.grid, header, following)
        rows = tuple(_read_rows(sheet, header, end, subject, step))
        _tell_columns(sheet, header, end)
        yield ListTable(sheet.grid.name, sheet.grid.where(max(header.first, 0), 0), header, rows)
        begin = end


def _end(grid: Grid, header: Header, following: Header | None) -> int:
    """Where the rows below a header end: before the title of the next table."""
    if following is None:
        return grid.height
    end = following.first
    while end - 1 > header.last and following.first - end < _TITLE_ROWS:
        own = grid.own(end - 1)
        if len(own) > 1 or (own and not TITLE.search(next(iter(own.values())))):
            break
        end -= 1
    return end


def _read_title(sheet: _Sheet, begin: int, end: int) -> Subject:
    """What the rows above a header tell; what tells nothing is said."""
    subject = Subject()
    for row in range(begin, end):
        for column, text in sheet.grid.own(row).items():
            told = subject_of(text)
            subject = subject.within(told)
            if told == Subject(text=text) and not TITLE.search(text) and not NOTE.fullmatch(text):
                message = say("“{text}” stands above the table and was left out.", text=text)
                sheet.tell(Severity.HINT, row, column, message, say("If it matters, enter it by hand."))
    return subject


def _read_rows(
    sheet: _Sheet, header: Header, end: int, subject: Subject, step: Callable[[], None]
) -> Iterator[ListRow]:
    grid, reader = sheet.grid, CellReader(sheet.grid, header)
    bare: list[int] = []
    group = Subject()
    number = header.places.get(Meaning.NUMBER)
    keys = {place for meaning, place in header.places.items() if meaning in KEYS[header.kind]}
    for row in range(header.last + 1, end):
        step()
        own = grid.own(row)
        if not own and not grid.unreckoned(row):
            continue
        _tell_unreckoned(sheet, header, row)
        if header.kind is ListKind.MEMBERS and header.places.get(Meaning.NAME) in grid.unreckoned(row):
            continue
        if set(own) <= {number} and all(map(COUNTED.fullmatch, own.values())):
            bare += [row] if own else []
            continue
        kind = _aside(grid, header.kind, (number, keys), row, own)
        if kind is None:
            inherited = group.within(subject)
            if values := reader.read(row, inherited.year):
                yield ListRow(reader.where(row), values[0], values[1], inherited)
            else:
                _tell_lost(sheet, row, own)
        elif found := _tell_aside(sheet, kind, row, own):
            group = (
                found.within(Subject(chamber=group.chamber, township=group.township)) if found.role else found
            )
    if bare:
        message = say("Rows that hold nothing but a number were left out: {count}.", count=len(bare))
        sheet.tell(Severity.HINT, bare[0], number or 0, message, say("Nothing is to be done."))
    for finding in reader.told():
        sheet.findings.append(finding)


def _aside(
    grid: Grid, kind: ListKind, known: tuple[int | None, Set[int]], row: int, own: Mapping[int, str]
) -> str | None:
    """Whether a row is a total, a note or a group's heading; None for a row of the list.

    `known` are the columns of running numbers and of the names by which rows are known.
    """
    (column, first), *others = own.items()
    number, keys = known
    is_numbered = bool(others) and column == number
    if TOTAL.fullmatch(first) or (is_numbered and TOTAL.fullmatch(others[0][1])):
        return "total"
    if len(others) <= 2 and NOTE.fullmatch(first):
        return "note"
    if not others:
        stands_apart = grid.span(row, column) > 2 or column not in keys
        named = group_of(first) is not None and kind is not ListKind.CHAMBERS
        return "group" if stands_apart or named else None
    is_heading = is_numbered and len(others) == 1 and NUMERAL.fullmatch(first)  # 一 | 鹭汀镇商会
    return "group" if is_heading and group_of(others[0][1]) else None


def _tell_aside(sheet: _Sheet, kind: str, row: int, own: Mapping[int, str]) -> Subject | None:
    """Say what a row that is none of the list's holds; of a known group, what it tells of the rows below."""
    column, text = next(iter(own.items()))
    whole = " ".join(own.values())
    if kind == "group":
        found = group_of(text) or (group_of(whole.split(" ", 1)[1]) if len(own) > 1 else None)
        if found:
            message = say("“{text}” was taken as a heading for the rows below.", text=whole)
            sheet.tell(Severity.HINT, row, column, message, say("If it is none, reject what it brings."))
            return found
        message = say("“{text}” stands alone in its row and was left out.", text=whole)
        action = say("If it is a heading for the rows below, put it into a column of its own.")
        sheet.tell(Severity.WARNING, row, column, message, action)
    elif kind == "total":
        message = say("“{text}” is a total and was left out.", text=whole)
        sheet.tell(Severity.HINT, row, column, message, say("Totals are counted by the program."))
    else:
        message = say("“{text}” stands under the table and was left out.", text=whole)
        sheet.tell(Severity.HINT, row, column, message, say("If it matters, enter it by hand."))
    return None


def _tell_lost(sheet: _Sheet, row: int, own: Mapping[int, str]) -> None:
    """A row of which no column that is read holds anything."""
    column, _ = next(iter(own.items()))
    message = say("The row holds nothing in the columns that are read: {text}", text="；".join(own.values()))
    sheet.tell(Severity.WARNING, row, column, message, say("Say what its columns hold, or enter it by hand."))


def _tell_unreckoned(sheet: _Sheet, header: Header, row: int) -> None:
    for column in sheet.grid.unreckoned(row):
        if column in header.places.values() and column != header.places.get(Meaning.NUMBER):
            message = say("The cell holds a formula without its result, so it was read as empty.")
            if header.kind is ListKind.MEMBERS and column == header.places.get(Meaning.NAME):
                message = say("The name is a formula without its result, so the row was left out.")
            action = say(
                "Open the file in Excel or WPS, save it and take it in again, or type the text into the cell."
            )
            sheet.tell(Severity.WARNING, row, column, message, action)


_UNSURE = {
    Confidence.HINTED: say("The column “{name}” was taken as {meaning}, by a word of its name."),
    Confidence.GUESSED: say("The column “{name}” was taken as {meaning}, since its values look like it."),
    Confidence.DOUBTED: say(
        "The column “{name}” was taken as {meaning}, but its values do not look like it."
    ),
}
"""What is said of a column of which it is not sure what it is."""


def _tell_columns(sheet: _Sheet, header: Header, end: int) -> None:
    """Say how a column was recognised where that is not sure, and what stays unread."""
    for column in header.columns:
        if told := _UNSURE.get(column.confidence):
            message = Message(told.source, {"name": column.label, "meaning": MEANING_WORDS[column.meaning]})
            sheet.tell(Severity.WARNING, max(header.last, 0), column.place, message, _right())
        elif column.meaning is Meaning.UNREAD:
            _tell_unread(sheet, header, column, end)


def _right() -> Message:
    return say("If that is wrong, say what its columns hold, or rename the column.")


def _tell_unread(sheet: _Sheet, header: Header, column: Column, end: int) -> None:
    rows = range(header.last + 1, end)
    filled = [text for row in rows if (text := sheet.grid.text(row, column.place))]
    if not filled:
        return
    needless = is_set_aside(column.name) or column.confidence is Confidence.CHOSEN
    severity = Severity.HINT if needless else Severity.WARNING
    if is_set_aside(column.name):  # nothing of it is shown either
        message = say("The column “{name}” is not needed and was not read.", name=column.label)
        action = say("Leave such columns out of lists that are handed on.")
    else:
        some = "；".join(dict.fromkeys(filled[:_SHOWN])) + ("…" if len(filled) > _SHOWN else "")
        message = say(
            "The column “{name}” was not read; filled cells: {count}, such as {values}",
            name=column.label,
            count=len(filled),
            values=some,
        )
        action = say("If it matters, say what it holds, or rename the column and take the file in again.")
    sheet.tell(severity, max(header.last, 0), column.place, message, action)

"""A return in whatever comes back: its form, its tables, whose it is and of which period.

By the hidden sheet where it is there, else by the words of the forms; sheets, rows and columns may have been
renamed, moved, copied and mixed with others. What is not read is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from moushi.changes.model import Finding, Severity
from moushi.compile.documents import PROGRESS_SHEETS
from moushi.compile.return_document import Hidden, read_hidden
from moushi.domain.period import Period
from moushi.domain.records import normal_name
from moushi.domain.return_book import HIDDEN_MARK, HIDDEN_SHEET, MARKS_SHEET
from moushi.domain.returns import ReturnForm, Rows
from moushi.errors import Message, say
from moushi.intake.grid import Grid
from moushi.intake.returns.cards import Card, read_card
from moushi.intake.returns.headers import Finder
from moushi.intake.returns.labels import words_of
from moushi.intake.returns.outside import tell_outside
from moushi.intake.returns.parts import Page, Part, settle
from moushi.intake.returns.placing import Found, cards_of, chosen, is_return, parts_of, place
from moushi.intake.returns.reading import ReadReturn, ReadRow, ReadTable
from moushi.intake.returns.rows import read_rows
from moushi.intake.returns.subject import (
    Line,
    chambers_told,
    file_words,
    is_cover,
    lines_of,
    names_table,
    periods_told,
)
from moushi.intake.source import SourceFile
from moushi.intake.values import plain
from moushi.intake.workbook import Sheet, sheets_as_seen

_COVER_ROWS = 12
_SURELY = 0.8


@dataclass(slots=True)
class _Book:
    """A workbook while it is read: its sheets without covers and hidden sheets of ours."""

    source: SourceFile
    pages: list[Page] = field(default_factory=list)
    covers: list[Sheet] = field(default_factory=list)
    ours: list[Sheet] = field(default_factory=list)  # hidden sheets of ours, if perhaps altered
    hidden: Hidden | None = None
    several: tuple[str, ...] = ()  # returns, where there are hidden sheets of more than one
    parts: list[Part] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def tell(self, severity: Severity, where: str, message: Message, action: Message) -> None:
        self.findings.append(Finding(severity, where, message, action))

    @property
    def first(self) -> str:
        """The place of what concerns the whole workbook."""
        sheets = [page.sheet for page in self.pages] or self.covers or self.ours
        return sheets[0].where(0, 0) if sheets else ""


def read_return(
    source: SourceFile,
    forms: Sequence[ReturnForm],
    step: Callable[[], None] = lambda: None,
    sheets: Iterable[Sheet] | None = None,
) -> ReadReturn | None:
    """The return that a workbook is; None when it is none.

    `step` is called at each row and ends the reading when it raises. `sheets` are the file's as they are
    seen, where they are read already, else `UnreadableError` when the file cannot be read.
    """
    book = _book_of(source, sheets_as_seen(source) if sheets is None else sheets)
    if not book.ours and {page.sheet.name for page in book.pages} >= set(PROGRESS_SHEETS):
        return None
    hidden = book.hidden
    sent = set(hidden.forms) if hidden else set()
    words = words_of(sorted(forms, key=lambda form: form.name not in sent), _versions(book, forms))
    finder = Finder(words)
    for page in book.pages:
        cards = cards_of(page, words)
        book.cards += cards
        top = [line.text for line in lines_of(page.sheet, range(3))]
        is_named = bool(book.ours or book.covers) or any(
            names_table(text, each.form, each.table) >= _SURELY
            for each in words
            for text in (page.sheet.name, *top)
        )
        book.parts += parts_of(page, finder, cards, is_named=is_named)
    place(book.parts, book.cards, hidden)
    if not book.ours and not is_return(book.parts, book.cards, has_cover=bool(book.covers)):
        return None
    chamber = _chamber(book)
    period = _period(book)
    counting = list(chosen(book.parts, book.cards, hidden))
    tables = [_read(book, found, period, step) for found in counting]
    order = {(each.form.name, each.table.key): place for place, each in enumerate(words)}
    tables.sort(key=lambda table: order[table.form.name, table.table.key])
    read = [each for found in counting for each in found]
    every: list[Found] = [*book.parts, *book.cards]
    unread = [each for each in every if not any(each is one for one in read)]
    _tell_book(book, tables)
    book.findings += tell_outside(book.pages, book.covers, read, unread, chamber)
    findings = [*book.findings, *(finding for page in book.pages for finding in page.findings)]
    return ReadReturn(
        id=hidden.id if hidden else None,
        chamber_id=hidden.chamber_id if hidden else None,
        chamber=chamber,
        period=period,
        tables=tuple(tables),
        findings=tuple(findings),
        is_by_content=hidden is None,
        several=book.several,
    )


def is_marked(sheet: Sheet) -> bool:
    """Whether a sheet is the hidden one by which a return is known, if perhaps altered."""
    return sheet.name == HIDDEN_SHEET or any(
        HIDDEN_MARK in (plain(value) for value in values[:3]) for values in sheet.rows[:5]
    )


def _book_of(source: SourceFile, sheets: Iterable[Sheet]) -> _Book:
    """The workbook's sheets by what they are."""
    book = _Book(source)
    read: list[Hidden] = []
    for sheet in sheets:
        if _lists_marks(sheet):
            continue  # what was to be mended in a marked copy
        if is_marked(sheet):
            book.ours.append(sheet)
            if hidden := read_hidden(sheet.rows):
                read.append(hidden)
        elif is_cover(sheet):
            book.covers.append(sheet)
        else:
            book.pages.append(Page(sheet, Grid(sheet), len(book.pages)))
    book.hidden = read[0] if read else None
    if len({each.id for each in read}) > 1:
        book.several = tuple(dict.fromkeys(f"{each.chamber} {each.period}" for each in read))
    return book


def _lists_marks(sheet: Sheet) -> bool:
    """Whether a sheet is the list that a marked copy has added."""
    is_named = sheet.name.startswith(MARKS_SHEET)
    return is_named and bool(sheet.rows) and bool(sheet.rows[0]) and plain(sheet.rows[0][0]) == MARKS_SHEET


def _versions(book: _Book, forms: Sequence[ReturnForm]) -> dict[str, int]:
    """The versions that the hidden sheet tells of known forms; says which are not known here."""
    versions = dict(book.hidden.forms) if book.hidden else {}
    known = {form.name: form for form in forms}
    found: dict[str, int] = {}
    for name, version in versions.items():
        form = known.get(name)
        if form is None:
            message = say("The form “{name}” is not known here, so it was not read.", name=name)
            action = say("Bring the form's definition to this computer and take the file in again.")
            book.tell(Severity.ERROR, book.first, message, action)
            continue
        if version > form.version:
            message = say(
                "The file is of version {version} of the form “{name}”, newer than the one here; "
                "it was read as version {here}.",
                name=form.title,
                version=version,
                here=form.version,
            )
            action = say("Bring the form's definition to this computer and take the file in again.")
            book.tell(Severity.WARNING, book.first, message, action)
        elif version < form.version:
            message = say(
                "The file is of version {version} of the form “{name}”; its columns were taken as those of "
                "version {here}.",
                name=form.title,
                version=version,
                here=form.version,
            )
            book.tell(Severity.HINT, book.first, message, say("Nothing is to be done."))
        found[name] = min(version, form.version)
    return found


def _titles(book: _Book) -> list[Line]:
    """What the titles of tables, and lines that say whose they are, tell; the name in a card first."""
    lines: list[Line] = []
    for card in book.cards:
        for label in card.labels:
            asked = card.words.table.field(label.key)
            if asked and asked.lands == "Chamber.name":
                lines += _beside(card, label.row, label.column)
        above = lines_of(card.page.sheet, range(max(0, card.first - 6), card.first))
        lines += [line for line in above if names_table(line.text, card.words.form, card.words.table)]
    for part in book.parts:
        words = part.words
        above = lines_of(part.page.sheet, range(part.begin, part.header.first))
        lines += [
            line
            for line in above
            if names_table(line.text, words.form, words.table)
            or "单位" in line.text
            or "商会" in line.text[:12]
        ]
    return lines


def _beside(card: Card, row: int, column: int) -> Iterator[Line]:
    grid = card.page.grid
    for place_ in range(column + 1, min(grid.width, column + 6)):
        if text := grid.own(row).get(place_):
            yield Line(card.page.sheet.name, row, place_, f"商会名称：{text}")
            return


def _chamber(book: _Book) -> str:
    """Whose return it is by its content; by the hidden sheet where the content says nothing else."""
    expected = book.hidden.chamber if book.hidden else ""
    covers = [line for cover in book.covers for line in lines_of(cover, range(_COVER_ROWS))]
    by_file = chambers_told([file_words(book.source.name)])
    found = expected
    for told in (chambers_told(_titles(book)), chambers_told(covers)):
        others = [name for name in told if not expected or not _is_same(name, expected)]
        if told:
            found = others[0] if others else expected
            break
    else:
        found = expected or next(iter(by_file), "")
    if found and by_file and not any(_is_same(name, found) for name in by_file):
        message = say(
            "The file is named for {other}, but it holds what {chamber} reports.",
            other=by_file[0],
            chamber=found,
        )
        book.tell(Severity.HINT, book.first, message, say("Check that it is the right file."))
    return found


def _is_same(name: str, expected: str) -> bool:
    one, other = normal_name(name), normal_name(expected)
    return one == other or one.endswith(other) or other.endswith(one)


def _period(book: _Book) -> Period | None:
    """The period of the hidden sheet, else the one that titles, covers, sheets or the file name."""
    covers = [line for cover in book.covers for line in lines_of(cover, range(3))]
    told = periods_told([*_titles(book), *covers])
    if book.hidden is None:
        names = [Line(page.sheet.name, 0, 0, page.sheet.name) for page in book.pages]
        return next(iter([*told, *periods_told([*names, file_words(book.source.name)])]), None)
    period = book.hidden.period
    if told and period not in told:
        message = say(
            "Its titles name {told}, the form was sent for {period}.", told=str(told[0]), period=str(period)
        )
        action = say("Check of which period the values are.")
        book.tell(Severity.WARNING, book.first, message, action)
    return period


def _read(
    book: _Book, several: Sequence[Found], period: Period | None, step: Callable[[], None]
) -> ReadTable:
    """A table with the rows of its parts."""
    year = period.year if period else None
    words = several[0].words
    known = book.hidden.rows.get(words.table.key, {}) if book.hidden else {}
    rows: list[ReadRow] = []
    missing: set[str] = {each.key for each in words.table.fields}
    for found in several:
        if isinstance(found, Card):
            row, absent = read_card(found, known, year)
            rows.append(row)
            missing &= set(absent)
        else:
            number = settle(found, period)
            rows += read_rows(found, number, known, year, step)
            missing -= {each.key for each in found.fields.values()}
    if words.table.rows is Rows.CHAMBER and rows and known:  # the one row, whatever number stands there
        number, record = next(iter(known.items()))
        rows[0] = replace(rows[0], number=number, record=record)
    keys = tuple(each.key for each in words.table.fields if each.key in missing)
    return ReadTable(words.form, words.table, several[0].page.sheet.name, tuple(rows), keys)


def _tell_book(book: _Book, tables: Sequence[ReadTable]) -> None:
    """Say when the hidden sheet is gone or altered, and which tables that were sent are not there."""
    if book.hidden is None:
        message = (
            say("The hidden sheet by which a form is known was altered; the return was known by its content.")
            if book.ours
            else say(
                "The hidden sheet by which a form is known is gone; the return was known by its content."
            )
        )
        action = say("Check whose it is and of which period before you take it in.")
        book.tell(Severity.WARNING, book.first, message, action)
    if not tables:
        message = say("None of the form's tables was found in the workbook.")
        action = say("Ask the chamber for the form as it was sent, filled in.")
        book.tell(Severity.ERROR, book.first, message, action)
        return
    found = {table.table.key for table in tables}
    for key, title in (book.hidden.titles if book.hidden else {}).items():
        if key not in found:
            message = say("The table “{table}” that was sent is not there.", table=title)
            action = say("If it was to be reported too, ask the chamber for it.")
            book.tell(Severity.WARNING, book.first, message, action)

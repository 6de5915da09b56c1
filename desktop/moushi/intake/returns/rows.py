"""The rows below a table's header: data, or totals, notes, headings and numbered lines without anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from uuid import UUID

from moushi.changes.model import Severity
from moushi.domain.cell_names import column_letters
from moushi.domain.returns import FormField
from moushi.errors import say
from moushi.intake.asides import NOTE, NUMERAL, TOTAL
from moushi.intake.returns.cells import RowCells, TableCells
from moushi.intake.returns.parts import Part
from moushi.intake.returns.reading import ReadRow

_NUMBER = re.compile(r"(?:第|NO\.?)?[(]?0*(\d{1,6})(?:\.0+)?[)]?[、.,]?(?:号|项|行)?", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:[*※]|注\d*[:：]|(?:填[表报写]|制表|审[核批]|复核|报送|联系|经办|分管|主要|单位)?"
    r"(?:人员?|单位|负责人|领导|电话|时间|日期)(?:[(（]?(?:签[字名章]|盖章|公章|签字盖章)[)）]?)?\s*[:：])"
)
_HEADING = re.compile(r"(?:第?[一二三四五六七八九十]+[、.．部章节]|[(（][一二三四五六七八九十\d]+[)）])")
_SENTENCE = re.compile("[。；;！!？?]|.{31}")
_SHOWN = 5
_TOTALS = frozenset("合总小共计以")
"""What a total begins with."""


def number_of(value: object) -> int | None:
    """The running number that a cell holds; None when it is none."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return int(value) if value == int(value) and 0 < value < 10**6 else None
    if not isinstance(value, str):
        return None
    found = _NUMBER.fullmatch("".join(unicodedata.normalize("NFKC", value).split()))
    return int(found[1]) if found else None


def read_rows(
    part: Part,
    number: int | None,
    known: Mapping[int, UUID],
    year: int | None,
    step: Callable[[], None] = lambda: None,
) -> Iterator[ReadRow]:
    """The rows of data; the others are said.

    `known` are the records for which the numbers stood. A row of which nothing but a known number is left is
    one; lines that were left blank for what is new are none.
    """
    page, sheet, fields = part.page, part.page.sheet, part.fields
    cells = TableCells(sheet, page.grid, fields.items(), year)
    places = tuple(fields)
    head = f"{sheet.name}!{column_letters(min(places, default=0) if number is None else number)}"
    unreckoned = {row for row, column in sheet.unreckoned if column in fields}
    headings: list[tuple[int, str]] = []
    for row in part.rows:
        step()
        values = sheet.rows[row] if row < len(sheet.rows) else ()
        stands = values[number] if number is not None and number < len(values) else ""
        is_filled = _is_filled(values, places) or row in unreckoned
        counted = number_of(stands)
        if counted not in known and (
            (counted is not None and not is_filled)  # what else stands in it is said with its column
            or (
                (counted is None or _may_be_total(values))
                and not _is_data(part, row, number, headings, is_filled=is_filled)
            )
        ):
            continue
        if row in page.grid.merged_rows:
            _tell_wide(part, row, fields)
        yield ReadRow(
            f"{head}{row + 1}",
            counted,
            known.get(counted) if counted is not None else None,
            RowCells(cells, row),
            row in sheet.hidden_rows,
        )
    if headings:
        some = "；".join(text for _, text in headings[:_SHOWN]) + ("…" if len(headings) > _SHOWN else "")
        message = say(
            "Headings among the rows were left out, {count} of them: {texts}", count=len(headings), texts=some
        )
        page.hint(headings[0][0], 0, message, say("If one holds something to take in, enter it by hand."))


def _is_filled(values: Sequence[object], places: Sequence[int]) -> bool:
    width = len(values)
    for place in places:
        if place < width:
            value = values[place]
            if value not in ("", None) and not (type(value) is str and value.isspace()):
                return True
    return False


def _may_be_total(values: Sequence[object]) -> bool:
    return any(type(value) is str and value.lstrip()[:1] in _TOTALS for value in values)


def _is_data(
    part: Part,
    row: int,
    number: int | None,
    headings: list[tuple[int, str]],
    *,
    is_filled: bool,
) -> bool:
    """Whether a row of no known number is one of data; what else it is, is said."""
    grid, page = part.page.grid, part.page
    own = grid.own(row)
    if not own:
        return is_filled
    (column, first), *others = own.items()
    whole = " ".join(own.values())
    second = others[0][1] if others else ""
    if TOTAL.fullmatch(first) or TOTAL.fullmatch(second):
        message = say("“{text}” is a total and was left out.", text=whole)
        page.hint(row, column, message, say("Totals are counted by the program."))
        return False
    if _SIGNED.match(first) or NOTE.fullmatch(first):
        message = say("“{text}” stands under the table and was left out.", text=whole)
        page.hint(row, column, message, say("If it matters, enter it by hand."))
        return False
    if _stands_alone(part, row, own, number):
        if _SENTENCE.search(whole):
            message = say("“{text}” stands alone in its row and was left out.", text=whole)
            page.hint(row, column, message, say("If it matters, enter it by hand."))
        else:
            headings.append((row, whole))
        return False
    if not is_filled and column == number:  # columns that are none of the form's are said as a whole
        message = say("“{text}” stands alone in its row and was left out.", text=first)
        page.hint(row, column, message, say("If it matters, enter it by hand."))
    return is_filled


def _stands_alone(part: Part, row: int, own: Mapping[int, str], number: int | None) -> bool:
    """Whether a row is a heading of the rows below, or a line of text over the table's width."""
    (column, first), *others = own.items()
    if not others:
        return (
            part.page.grid.span(row, column) > 2
            or column == number
            or (bool(_HEADING.match(first)) and number is not None)
        )
    return len(others) == 1 and column == number and bool(NUMERAL.fullmatch(first))


def _tell_wide(part: Part, row: int, fields: Mapping[int, FormField]) -> None:
    """Say which cell of a row reaches over the columns of several fields."""
    grid = part.page.grid
    for place, asked in fields.items():
        over = [other for other in fields if other != place and grid.origin(row, other) == (row, place)]
        if over and grid.text(row, place):
            message = say(
                "The cell reaches over several columns; it was taken for “{field}” alone.", field=asked.label
            )
            action = say("Split the merged cell if it was meant for the others too.")
            part.page.tell(Severity.WARNING, row, place, message, action)

"""What stands in the cells of a chamber's form: values in its units, their formats, how wide they are."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

from moushi.domain.numbers import plain, shifted, unit_power
from moushi.domain.record import Scalar
from moushi.domain.returns import NUMBERS, FieldType, FormField
from moushi.errors import MoushiError
from moushi.output.excel import fitting
from moushi.output.excel import return_words as words
from moushi.output.excel.labels import period_name
from moushi.output.excel.rows import Cell, Value
from moushi.output.tabular import said

TEXT = "@"
OLDEST = date(1900, 3, 1)  # Excel counts days rightly only from here

_ISO, _PERCENT, _GENERAL = "yyyy-mm-dd", "0.0%", "General"
_SHOWN_DIGITS = 11  # that the format General shows before it takes an exponent
_CENTRED = frozenset({FieldType.CHOICE, FieldType.ANSWER, FieldType.DATE, FieldType.PERIOD})
_WIDTHS = {
    FieldType.WHOLE: (9.0, 14.0),
    FieldType.DECIMAL: (10.0, 18.0),
    FieldType.AMOUNT: (11.0, 20.0),
    FieldType.SHARE: (9.0, 12.0),
    FieldType.DATE: (13.0, 13.0),
    FieldType.PERIOD: (12.0, 14.0),
    FieldType.PHONE: (16.0, 26.0),
    FieldType.USCC: (23.0, 23.0),
    FieldType.CHOICE: (9.0, 20.0),
    FieldType.ANSWER: (8.0, 8.0),
    FieldType.TEXT: (12.0, 30.0),
}
"""The least and the greatest width of a column by what it holds, in Excel's units at 11 points."""

_LONG = 120  # characters of a text that is told in sentences
_FOR_SENTENCES = 30.0
_SHORT = 5  # characters of a head that is not broken
_ROOM = 2.5  # beside the longest word


def shown(field: FormField, value: Scalar) -> Value:
    """A value as the form shows it, every digit of it kept; one that no number of Excel holds is a text."""
    if value is None or value == "":
        return None
    if field.type in NUMBERS and isinstance(value, int | Decimal):
        power = unit_power(field.unit) if field.type is FieldType.AMOUNT else 0
        return _number(shifted(Decimal(value), -power), field)
    if field.type is FieldType.DATE and isinstance(value, date) and value >= OLDEST:
        return value
    return _word(field, value)


def _word(field: FormField, value: Scalar) -> str:
    match field.type:
        case FieldType.CHOICE:
            return next((word for word, kept in field.choices.items() if kept == str(value)), str(value))
        case FieldType.ANSWER:
            return words.YES if value else words.NO
        case FieldType.PERIOD:
            with suppress(MoushiError):
                return period_name(str(value))
    return said_of(value)


def _number(number: Decimal, field: FormField) -> Decimal | str:
    if Decimal(repr(float(number))) == number:
        return number
    return f"{plain(shifted(number, 2))}%" if field.type is FieldType.SHARE else plain(number)


def said_of(value: Scalar) -> str:
    """A value of any kind in words."""
    if isinstance(value, date):
        return value.isoformat()
    return said(value) if isinstance(value, int | Decimal) else str(value)


def format_of(field: FormField, value: Value = None) -> str:
    """The number format of a cell: what is typed over it must not be shown rounded."""
    match field.type:
        case FieldType.DATE:
            return _ISO
        case FieldType.SHARE:
            decimals = _decimals(value) - 2 if isinstance(value, Decimal) else 0
            return f"0.{'0' * decimals}%" if decimals > 1 else _PERCENT
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.AMOUNT:
            if isinstance(value, Decimal) and len(plain(value)) > _SHOWN_DIGITS:
                decimals = _decimals(value)
                return f"0.{'0' * decimals}" if decimals else "0"
            return _GENERAL
    return _GENERAL if field.is_locked else TEXT


def _decimals(value: Decimal) -> int:
    return len(plain(value).partition(".")[2])


def look_of(field: FormField) -> str:
    """The name of a field's look: asked or shown, and where it stands in its cell."""
    place = "figure" if field.type in NUMBERS else "word" if field.type in _CENTRED else "text"
    return f"{'shown' if field.is_locked else 'asked'} {place}"


def cell_of(field: FormField, value: Scalar, look: str | None = None) -> Cell:
    """The cell of a value."""
    held = shown(field, value)
    return Cell(held, look or look_of(field), format_of(field, held))


def printed(cell: Cell) -> str:
    """What is seen of a cell, at its widest."""
    value = cell.value
    if isinstance(value, Decimal) and cell.number_format.endswith("%"):
        decimals = len(cell.number_format.partition(".")[2]) - 1
        return f"{value:.{decimals}%}"
    return said_of(value) if value is not None else ""


def width_of(field: FormField, cells: set[Cell]) -> float:
    """A column's width: numbers never wrap, texts wrap at the field's own width or what suits its kind."""
    least, most = _WIDTHS[field.type]
    if field.type is FieldType.TEXT and field.longest and field.longest >= _LONG:
        least = _FOR_SENTENCES
    if field.width:
        least = most = float(field.width)
    texts, numbers = [0], [0]
    for cell in cells:
        measured = texts if isinstance(cell.value, str) else numbers
        measured.append(fitting.longest_line(printed(cell)))
    if field.type is FieldType.CHOICE:
        texts += map(fitting.units, field.choices)
    heads = (
        line if len(line) < _SHORT else line[: (len(line) + 1) // 2] for line in words.head(field).split("\n")
    )
    head = max(map(fitting.units, heads)) * 1.1 + _ROOM  # a longer one stands on two lines
    wanted = max(texts) * 1.1 + _ROOM  # 11 points
    return round(max(head, least, min(wanted, max(most, least)), max(numbers) * 1.1 + _ROOM), 1)

"""Entering values: what a person types in a field as the field's value, and the value as it stands there."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

from moushi.domain.numbers import plain, yuan
from moushi.domain.record import FieldSpec, Record, Scalar
from moushi.domain.records import Chamber, Federation, Member, Person, Township
from moushi.errors import MoushiError
from moushi.intake.quantities import number_in

AMOUNTS = frozenset({"registered_capital", "amount", "fee"})
"""Decimal fields that always hold yuan; a measure's numbers do when its kind is amount."""

_NAMED = (Federation, Township, Chamber, Member, Person)
_PARAGRAPHS = frozenset({"lead", "narrative", "problems", "next_steps", "evidence"})  # may hold several lines
_DAY_FIRST = r"(?<!\d)\d{1,2}-\d{4}$"  # 6-30-2024 is not the end of a span
_HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff“”‘’—…·]"
_WRAP = rf"(?<={_HAN})[ \t]*\n\s*(?={_HAN})"  # prepared with the first text, not when the program starts


def shown(spec: FieldSpec, value: Scalar, *, amount: bool | None = None) -> str:
    """A field's value as a person reads and types it; "" for none.

    `amount` says whether a decimal is yuan (2000万), where the field's name does not tell.
    """
    match value:
        case None:
            return ""
        case bool():
            return "√" if value else ""
        case Decimal():
            is_amount = spec.name in AMOUNTS if amount is None else amount
            return yuan(value) if is_amount else plain(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def entered(spec: FieldSpec, text: str, *, year: int | None = None) -> Scalar:
    """The value that a text names for a field of text, number or date; `MoushiError` says how to write it.

    `year` completes dates that name none. An empty text is None where the field may be empty.
    """
    if spec.type is str:
        kept = text if spec.name in _PARAGRAPHS else one_paragraph(text)
        return None if spec.optional and not kept.strip() else kept
    if not text.strip():
        if spec.optional:
            return None
        raise MoushiError("This must not be empty. Type a value.")
    if spec.type is int:
        return entered_whole(text)
    if spec.type is Decimal:
        return entered_number(text)
    if spec.type is date:
        return entered_date(text, year)
    raise TypeError(f"{spec.name} is not typed as text")


def check_name(kind: type[Record], field: str, value: Scalar) -> None:
    """Refuse to take the name from what is known by it; `MoushiError` says so."""
    if field == "name" and kind in _NAMED and not value:
        raise MoushiError("This must not be empty. Type a value.")


def one_paragraph(text: str) -> str:
    """A text on one line: line ends within Chinese vanish, others become a space; the ends are bare."""
    joined = re.sub(_WRAP, "", text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"\s*\n\s*", " ", joined)


def entered_number(text: str) -> Decimal:
    """A number as offices write it: 1,200、2000万、1.2亿元、76%、十二; a share in % is a fraction of 1.

    What could be another quantity (3成, 5k, 一二百) is refused.
    """
    number = number_in(text)
    if number is not None:
        return number
    raise MoushiError("“{text}” is no number. Write it as 12, 2000万, 1.2亿 or 76%.", text=text.strip())


def entered_whole(text: str) -> int:
    """A whole number, in digits or Chinese numerals."""
    with suppress(MoushiError):
        number = entered_number(text)
        if number == number.to_integral_value() and not text.rstrip().endswith(("%", "％")):
            return int(number)
    raise MoushiError("“{text}” is no whole number. Write it in digits, such as 12.", text=text.strip())


def entered_date(text: str, year: int | None = None) -> date:
    """A day in any form that offices use: 2024-6-30、6.30、6月底、上半年; the last day of a longer span."""
    from moushi.intake.values import read_date

    on, finding = read_date(text, year, "")
    if on is None or finding is not None or re.search(_DAY_FIRST, text.strip()):
        raise MoushiError(
            "“{text}” is no date. Write it as 2024-6-30, 6.30, 6月底 or 年底.", text=text.strip()
        )
    return on

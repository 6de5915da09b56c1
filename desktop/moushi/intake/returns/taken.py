"""What is made of a return's cell, and what is said to the chamber where nothing could be made of it.

The action of a doubt says what to type, by an example: it goes into the marked copy.
"""

from __future__ import annotations

from typing import NamedTuple

from moushi.domain.numbers import plain
from moushi.domain.record import Scalar
from moushi.domain.returns import FieldType, FormField
from moushi.errors import Message, say
from moushi.intake.list_values import Doubt


class Taken(NamedTuple):
    """A value; or why there is none; what is to be said of how it was made."""

    value: Scalar = None
    doubt: Doubt | None = None
    made: Message | None = None


NONE = Taken()


def doubtful(field: FormField, message: Message, likely: Scalar = None, typed: str = "") -> Taken:
    """A doubt about a cell; `typed` is how the likely value is to be typed there."""
    action = say("If {likely} is meant, type {likely}.", likely=typed) if typed else advice(field)
    return Taken(doubt=Doubt(message, action, likely))


def advice(field: FormField) -> Message:
    """What to type into a field, with an example."""
    match field.type:
        case FieldType.CHOICE:
            return say("Choose one of these: {choices}.", choices="、".join(field.choices))
        case FieldType.TEXT if field.longest:
            return say("Write no more than {most} characters.", most=field.longest)
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.AMOUNT if field.unit not in ("", "%"):
            example = _EXAMPLES.get(field.unit, "12")
            return say(
                "Type the number alone, in {unit}, for example {example}.", unit=field.unit, example=example
            )
    return _ADVICE[FieldType.SHARE if field.unit == "%" else field.type]


_EXAMPLES = {"元": "5000", "万元": "500", "亿元": "1.2", "年": "2030"}
_ADVICE = {
    FieldType.TEXT: say("Type it anew."),
    FieldType.WHOLE: say("Type the whole number alone, for example 12."),
    FieldType.DECIMAL: say("Type the number alone, for example 12.5."),
    FieldType.AMOUNT: say("Type the number alone, for example 500."),
    FieldType.SHARE: say("Type it with a percent sign, for example 85%."),
    FieldType.DATE: say("Type year, month and day, for example 2031-3-15."),
    FieldType.PERIOD: say("Type year and month, for example 2031年3月."),
    FieldType.PHONE: say("Format the cell as text and type one number with all its digits."),
    FieldType.USCC: say("Format the cell as text and type the 18 characters of the licence."),
    FieldType.ANSWER: say("Type 是 or 否."),
}


def read_as(text: str, value: object) -> Message:
    """That a value is not plainly what stands there."""
    return say("“{text}” was read as {value}.", text=text, value=value)


def nothing(text: str) -> Taken:
    """That a sign was taken for nothing."""
    return Taken(made=say("“{text}” was taken as empty.", text=text))


def beyond(field: FormField, text: str, number: object) -> Taken | None:
    """A doubt if a number, in the field's unit, is over its limits."""
    from decimal import Decimal

    assert isinstance(number, Decimal | int)
    unit = "%" if field.type is FieldType.SHARE else field.unit
    if field.most is not None and number > field.most:
        message = say("“{text}” is more than {most}{unit}.", text=text, most=plain(field.most), unit=unit)
    elif field.least is not None and number < field.least:
        message = say("“{text}” is less than {least}{unit}.", text=text, least=plain(field.least), unit=unit)
    else:
        return None
    return Taken(doubt=Doubt(message, say("Look whether a digit too many or another unit was typed.")))

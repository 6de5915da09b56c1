"""The cells of a return, each read as its field's type: a value, or a doubt that says what to type instead.

Nothing turns into another quantity and nothing is dropped: what is not plainly what stands there is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from moushi.domain.numbers import plain as plain_number
from moushi.domain.returns import NUMBERS, FieldType, FormField
from moushi.domain.uscc import is_uscc
from moushi.errors import say
from moushi.intake.list_values import NOTHING, Doubt, Read, person, read_answer, read_code, read_phone
from moushi.intake.list_words import ANSWERS
from moushi.intake.number_formats import exact
from moushi.intake.number_formats import number_format as format_named
from moushi.intake.returns.days import read_day_cell, read_period_cell
from moushi.intake.returns.numbers import read_number
from moushi.intake.returns.reading import ReadCell
from moushi.intake.returns.taken import Taken, doubtful, nothing, read_as
from moushi.intake.values import plain

_SHORT_ANSWER = 4  # characters of an answer in other words
_IDENTITY = 18  # characters
_FAULTS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "Err:502")
)
_PEOPLE = frozenset(
    {
        *("Person.name", "Member.contact", "Member.legal_representative"),
        *("Chamber.secretary", "Progress.reported_by"),
    }
)
_IDENTITY_WITHIN = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])",
    re.ASCII,
)
_NAMES = frozenset(("Member.name", "Person.name"))
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HAN = re.compile("[\u4e00-\u9fff]")
_BLANKS = re.compile("[ \t\u00a0\u3000]+(?=\n|$)|(?<![^\n])[ \t\u00a0\u3000]+")
_STROKES = frozenset(["-", "—", "——", "--", "/", "\\", "／", "－", "─", "一", "_", ".", "、", "暂无", "空"])
_MOBILE = re.compile(r"(?:\+?0{0,2}86)?(1[3-9]\d{9})", re.ASCII)
_NUMBERS_WITHIN = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}|[2-9]\d{6,7})(?!\d)")
_AREA = re.compile(r"\((0\d{2,3})\)-?(\d{7,8})|(0\d{2,3})[ -]+(\d{7,8})")


def read_cell(
    field: FormField,
    value: object,
    *,
    number_format: str = "",
    year: int | None = None,
    where: str = "",
    note: str = "",
) -> ReadCell:
    """What a cell says as a value of a field.

    `number_format` is the code of the cell's number format if what is seen depends on it
    (`Sheet.format_of`), `year` that of days which name none.
    """
    is_percent = False
    if type(value) is str:
        text = value.strip()
    elif value is None:
        text = ""
    elif (
        number_format and isinstance(value, float | int) and (kind := format_named(number_format)) is not None
    ):
        text = kind.shown(value)
        is_percent = kind.is_percent
        if not (is_percent and field.type is FieldType.SHARE):
            value = date.fromisoformat(text) if kind.is_day and text[4:5] == "-" else text
    else:
        text = _seen(value)
    if not text:
        return ReadCell(where, value, "", None, None, None, note)
    if text[0] == "#" and text in _FAULTS:
        taken = doubtful(field, say("“{text}” is a fault of a formula.", text=text))
    elif field.type in NUMBERS:
        taken = read_number(field, value, text, is_percent=is_percent)
    else:
        taken = _READERS[field.type](field, value, text, year)
    return ReadCell(where, value, text, taken.value, taken.doubt, taken.made, note)


def _seen(value: object) -> str:
    """A value that is no text as a person sees it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e21:
            return str(int(value))
        return plain_number(exact(value)) if abs(value) < 1e21 else f"{value:G}"
    return plain(value)


def _read_text(field: FormField, value: object, text: str, _year: int | None) -> Taken:
    if text in NOTHING:
        return nothing(text)
    if len(text) >= _IDENTITY and _IDENTITY_WITHIN.search(unicodedata.normalize("NFKC", text)):
        message = say("The cell seems to hold an identity-card number, which is not kept; it was not read.")
        return Taken(doubt=Doubt(message, say("Delete the number and take the file in again.")))
    kept, made = text, None
    if isinstance(value, str) and not text.isprintable():
        kept = _BLANKS.sub("", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    if field.lands in _NAMES and "\n" in kept:
        kept = "".join(part.strip() for part in kept.split("\n"))
        made = read_as(text, kept)
    if field.lands in _NAMES and not re.search(r"[^\W\d_]", kept):
        return Taken(doubt=Doubt(say("“{text}” is no name.", text=text), say("Type the full name.")))
    if field.lands in _PEOPLE and len(kept.split()) > 1 and (name := person(kept)) != kept:
        kept, made = name, read_as(text, name)
    if field.longest is not None and len(kept) > field.longest:
        message = say("{count} characters are more than {most}.", count=len(kept), most=field.longest)
        return doubtful(field, message)
    return Taken(kept or None, None, made)


def _read_phone(field: FormField, value: object, text: str, _year: int | None) -> Taken:
    if text in NOTHING:
        return nothing(text)
    if not isinstance(value, str):
        return _taken(field, read_phone(value), text)
    if len(text) == 11 and _MOBILE.fullmatch(text):
        return Taken(text)
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    if mobile := _MOBILE.fullmatch(re.sub(r"[ \-]", "", folded)):
        return Taken(mobile[1], None, None if mobile[1] == text else read_as(text, mobile[1]))
    area = _AREA.fullmatch(folded)
    kept = "-".join(filter(None, area.groups())) if area else folded
    found = _NUMBERS_WITHIN.findall(kept)
    if len(found) > 1 or (found and _HAN.search(re.sub("转|分机", "", kept))):
        message = say("“{text}” holds more than one telephone number.", text=text)
        return doubtful(field, message, found[0], found[0])
    return _taken(field, read_phone(kept), text)


def _taken(field: FormField, read: Read[str], text: str) -> Taken:
    if read.doubt is not None:
        likely = read.doubt.likely if isinstance(read.doubt.likely, str) else None
        return doubtful(field, read.doubt.message, likely, likely if likely and likely != text else "")
    is_seen = read.value == text or read.value is None
    return Taken(read.value, None, None if is_seen else read_as(text, read.value))


def _read_code(field: FormField, value: object, text: str, _year: int | None) -> Taken:
    if text in NOTHING:
        return nothing(text)
    if is_uscc(text):
        return Taken(text)
    read = read_code(float(value) if isinstance(value, int) else value)
    if read.doubt is not None:  # a code that may be wrong is looked up, not typed anew as it is
        likely = read.doubt.likely if isinstance(read.doubt.likely, str) else None
        return doubtful(field, read.doubt.message, likely)
    return _taken(field, read, text)


def _read_choice(field: FormField, _value: object, text: str, _year: int | None) -> Taken:
    exactly = field.choices.get(text)
    if exactly is not None:
        return Taken(exactly)
    words = {_folded(word): word for word in field.choices}
    bare = _folded(text)
    word = words.get(bare) or (words.get(bare.removesuffix("会员")) if field.lands == "Member.kind" else None)
    if word is not None or bare in field.choices.values():
        return Taken(field.choices[word] if word is not None else bare, None, read_as(text, word or bare))
    if text in NOTHING:
        return nothing(text)
    near = {words[each] for each in words if each and bare and (each in bare or bare in each)}
    near = near or {words[each] for each in get_close_matches(bare, words, n=2, cutoff=0.6)}
    message = say("“{text}” is none of the choices.", text=text)
    if len({field.choices[each] for each in near}) == 1:
        likely = min(near)
        return doubtful(field, message, field.choices[likely], likely)
    return doubtful(field, message)


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


def _read_answer(field: FormField, value: object, text: str, _year: int | None) -> Taken:
    if isinstance(value, bool):
        return Taken(value)
    if text in _STROKES:
        return nothing(text)
    read = read_answer(text)
    if read.doubt is None:
        made = None if text in ("是", "否") else read_as(text, say("yes") if read.value else say("no"))
        return Taken(read.value, None, made)
    bare = _folded(text)
    near = {answer for word, answer in ANSWERS.items() if word.isalpha() and bare.startswith(word)}
    message = say("“{text}” is neither yes nor no.", text=text)
    if len(near) == 1 and len(bare) <= _SHORT_ANSWER and not re.search("[未不没否非]", bare[1:]):
        likely = near.pop()
        return doubtful(field, message, likely, "是" if likely else "否")
    return doubtful(field, message)


_READERS: Mapping[FieldType, Callable[[FormField, Any, str, int | None], Taken]] = {
    FieldType.TEXT: _read_text,
    FieldType.DATE: read_day_cell,
    FieldType.PERIOD: read_period_cell,
    FieldType.PHONE: _read_phone,
    FieldType.USCC: _read_code,
    FieldType.CHOICE: _read_choice,
    FieldType.ANSWER: _read_answer,
}

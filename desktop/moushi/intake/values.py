"""Single values as county offices write them: days in a dozen forms, Chinese numerals, steps with their days.

Nothing that cannot be read is guessed or dropped: it comes back as a finding that holds its text.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta

from moushi.changes.model import Finding, Severity
from moushi.errors import Message, say

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}

_EPOCH = date(1899, 12, 30)  # day 0 of a workbook's serial numbers
_SERIALS = range(30_000, 80_000)  # 1982 to 2119
_LAST_CENTURY = 70  # years written in two digits from here on
_YEAR = r"(?:(?P<year>(?:19|20)\d{2}|\d{2}(?=年))年度?|今年|本年度?)"
_DAY = re.compile(
    rf"{_YEAR}?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?"
    r"|(?:(?P<year2>(?:19|20)\d{2})(?P<sign>[./-]))?(?P<month2>\d{1,2})(?(sign)(?P=sign)|[./])(?P<day2>\d{1,2})"
    r"(?:T?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?"
    r"|(?P<year3>(?:19|20)\d{2})(?P<month3>\d{2})(?P<day3>\d{2})"
)
_MONTH = re.compile(
    rf"{_YEAR}?(?P<month>\d{{1,2}})月份?(?P<part>底|末|内|初|中|上旬|中旬|下旬)?"
    r"|(?P<year2>(?:19|20)\d{2})[./-](?P<month2>\d{1,2})月?"
    r"|(?P<year3>(?:19|20)\d{2})(?P<month3>0[1-9]|1[0-2])"
)
_QUARTER = re.compile(rf"{_YEAR}?(?:第?(?P<quarter>[1-4])季度?(?:底|末)?|[Qq](?P<quarter2>[1-4]))")
_PART_OF_YEAR = re.compile(
    rf"(?:{_YEAR}|(?P<year2>(?:19|20)\d{{2}}))?"
    r"(?:(?P<first>上半年|年中)|下半年|(?:全?年)?[底末内]|年终)(?:底|末)?"
    r"|(?P<year3>(?:19|20)\d{2})(?:年度?)?"
)
_ZERO_LOST = re.compile(r"(?:19|20)\d{2}\.1|\d{1,2}\.[1-3]")  # 2023.10 and 3.20 as numbers
_PARTS = {"初": 10, "上旬": 10, "中": 15, "中旬": 20}
_BEFORE = re.compile(r"^(?:力争|争取|确保|计划|预计|截至|截止|于|在|到|至)+")
_AFTER = re.compile(r"(?:之前|以前|\(?前\)?|为止|止|左右|完成|上午|下午|晚上?|全天)+$")
_JOINTS = ("至", "到", "~", "—", "–", "、", ",", ";", "-")
_OF_DAY = re.compile(
    r"(?:\(?(?:星期|周)[一二三四五六日天]\)?|上午|下午|晚上?|全天|(?<=[日号午])\d{1,2}[:点时](?:\d\d分?|半)?)+$"
)
_ONGOING = re.compile(
    r"(?:全年|常年|长年|长期|持续|贯穿|每年|每月|每季度?|每半年|不?定期|适时|随时|即时|实时|按需|常态化?|待定|[/—-]+|无)"
    r"(?:全年|持续|推进|进行|开展|实施|坚持|抓好|落实|性|工作)*"
)
_DATED = re.compile(
    r"(?:(?:19|20)\d{2}年)?(?:\d{1,2}月(?:份|\d{1,2}[日号]|底|末|初|[上中下]旬)?|第?[一二三四1-4]季度末?|[上下]半年|年底)"
)
_CIRCLED = re.compile("(?=[①-⑳])")
_STEP_NUMBER = re.compile(r"(?:[①-⑳]|[（(]?\d{1,2}[)）]|\d{1,2}[.、．](?!\d))?\s*")


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral, in words (一百零三) or by digits (二〇二四); None for other texts."""
    if not text or any(char not in _DIGITS and char not in _UNITS and char != "万" for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    myriads = total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "万":
            myriads, total, digit = (total + digit) * 10_000, 0, 0
        else:
            total, digit = total + (digit or 1) * _UNITS[char], 0
    return myriads + total + digit


def plain(value: object) -> str:
    """A cell's value as a person sees it: whole numbers without a fraction, days in ISO form."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return str(value).strip()


def read_date(value: object, year: int | None, where: str) -> tuple[date | None, Finding | None]:
    """The day that a value names, the last one of a month, quarter or span; and what is to be said about it.

    `year` is taken where the text names none. A number is a workbook's serial number, or 2023.3 and the like.
    """
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value), None
    text = plain(value)
    bare = _in_digits(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip("。;、,"))
    on: date | None = None
    finding: Finding | None = None
    if _ONGOING.fullmatch(bare):
        message = say("“{text}” names no day, so there is no due date.", text=text)
        finding = Finding(Severity.HINT, where, message, say("Enter a due date in the plan if there is one."))
    elif bare:
        try:
            on = _day_of(bare, year)
        except _NoYearError:
            finding = _doubt(
                where, say("“{text}” names no year, and the title names none either.", text=text)
            )
        except ValueError:
            finding = _doubt(where, say("“{text}” could not be read as a date.", text=text))
    if on and isinstance(value, float) and _ZERO_LOST.fullmatch(bare):
        message = say(
            "“{text}” is a number there and may have been {text}0; it was read as {date}.", text=text, date=on
        )
        finding = _doubt(where, message)
    return on, finding


def written_day(text: str, year: int | None) -> tuple[date, bool] | None:
    """The day that a text writes out with month and day, and whether with its year; None of other texts.

    A weekday, an hour or a half of the day may stand behind it.
    """
    bare = _in_digits(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip("。;、,"))
    found = _DAY.fullmatch(_OF_DAY.sub("", bare))
    if found is None:
        return None
    try:
        return _read_day(found, year), _part(found, "year") is not None
    except ValueError:
        return None


def read_milestones(text: str, year: int | None) -> tuple[tuple[str, date | None], ...]:
    """The steps in a text, parted by ①②③, lines or ；, each with the day that it begins with (or None)."""
    pieces = [piece for line in text.split("\n") for piece in _CIRCLED.split(line) if piece.strip()]
    if len(pieces) == 1:
        pieces = re.split("(?<=[；;])", text)
    steps: list[tuple[str, date | None]] = []
    for piece in pieces:
        step = piece.strip()
        numbered = _STEP_NUMBER.match(step)
        dated = _DATED.match(step, numbered.end() if numbered else 0)
        if step:
            steps.append((step, read_date(dated[0], year, "")[0] if dated else None))
    return tuple(steps)


class _NoYearError(ValueError):
    """A day without a year, where none is known from elsewhere."""


def _doubt(where: str, message: Message) -> Finding:
    return Finding(
        Severity.WARNING, where, message, say("Check the due date in the plan, and enter it there.")
    )


def _in_digits(text: str) -> str:
    """Chinese numerals before 年, 月, 日 and 季 as digits."""

    def digits(found: re.Match[str]) -> str:
        return str(chinese_number(found[0]))

    return re.sub(r"[零〇○一二三四五六七八九十]+(?=[年月日号季])", digits, text)


def _day_of(text: str, year: int | None) -> date:
    """The day of a text without blanks, the last of a span or list; `ValueError` when it names none."""
    serial = re.fullmatch(r"(\d{5})(?:\.\d+)?", text)
    if serial and int(serial[1]) in _SERIALS:
        return _EPOCH + timedelta(int(serial[1]))
    bare = _AFTER.sub("", _BEFORE.sub("", text))
    for form, read in _FORMS:
        if found := form.fullmatch(bare):
            return read(found, year)
    for joint in _JOINTS:
        first, _, last = bare.rpartition(joint)
        if first and last:
            return _end_of_span(first, last, year)
    raise ValueError(text)


def _end_of_span(first: str, last: str, year: int | None) -> date:
    """The last day of a span, whose end may leave out the year and the month of its beginning."""
    begun = re.search(r"(?:19|20)\d{2}", first)
    month = re.search(r"(\d{1,2})月", first)
    if month and re.fullmatch(r"\d{1,2}[日号]", last):
        last = f"{month[1]}月{last}"
    return _day_of(last, int(begun[0]) if begun else year)


def _part(found: re.Match[str], name: str) -> str | None:
    """What a form's alternatives caught under a name, with or without a number."""
    held = found.groupdict()
    return next((held[key] for key in (name, f"{name}2", f"{name}3") if held.get(key)), None)


def _year_of(found: re.Match[str], year: int | None) -> int:
    written = _part(found, "year")
    if written is None:
        if year is None:
            raise _NoYearError(found[0])
        return year
    of_century = 2000 if int(written) < _LAST_CENTURY else 1900  # 98年 is not to come
    return int(written) if len(written) == 4 else of_century + int(written)


def _read_day(found: re.Match[str], year: int | None) -> date:
    return date(_year_of(found, year), int(_part(found, "month") or 0), int(_part(found, "day") or 0))


def _read_month(found: re.Match[str], year: int | None) -> date:
    of, month = _year_of(found, year), int(_part(found, "month") or 0)
    if not 1 <= month <= 12:
        raise ValueError(found[0])
    return date(of, month, _PARTS.get(found["part"] or "") or monthrange(of, month)[1])


def _read_quarter(found: re.Match[str], year: int | None) -> date:
    month = 3 * int(_part(found, "quarter") or 0)
    of = _year_of(found, year)
    return date(of, month, monthrange(of, month)[1])


def _read_part_of_year(found: re.Match[str], year: int | None) -> date:
    of = _year_of(found, year)
    return date(of, 6, 30) if found["first"] else date(of, 12, 31)


_FORMS = (
    (_DAY, _read_day),
    (_MONTH, _read_month),
    (_QUARTER, _read_quarter),
    (_PART_OF_YEAR, _read_part_of_year),
)

"""Values of lists as they stand in cells: days, numbers, amounts, codes, telephone numbers, posts.

What could be another value than it says is not taken: it is a `Doubt`, which may name the likely value.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, TypeVar

from moushi.domain.kinds import Role
from moushi.domain.numbers import plain as plain_number
from moushi.domain.numbers import shifted
from moushi.domain.uscc import LENGTH, is_uscc, normal_uscc, uscc_advice
from moushi.errors import Message, say
from moushi.intake.list_content import ENTERPRISE, IDENTITY
from moushi.intake.list_words import ANSWERS, NO_ROLES, ROLES
from moushi.intake.quantities import number_in
from moushi.intake.values import chinese_number, plain, read_date

T = TypeVar("T")

_SIGNS = "- — —— -- / \\ ／ － 无 暂无 空 ─ 一 _ . 、"
NOTHING = frozenset(_SIGNS.split())
"""What stands in a cell for nothing."""

_MOST = 2**31 - 1
_UNBORN = 2050  # whoever is born later is in no list yet
_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:[./-](?P<month>\d{1,2})|年(?P<m2>\d{1,2})月份?|(?P<m3>0[1-9]|1[0-2]))"
)
_MONTH_ALONE = re.compile(r"\d{1,2}月份?")
_EXACT = re.compile(r"[日号]|\d[./-]\d{1,2}[./-]\d|\d月\d|^\d{1,2}[./]\d{1,2}$|^\d{5}(?:\.\d+)?$|^\d{8}$")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年?度?")
_ZERO_LOST = re.compile(r"(?:19|20)\d{2}\.1")
_DAY_FIRST = re.compile(r"(?<!\d)\d{1,2}[-/.]\d{4}$")
_PLAIN_JOINT = re.compile(r"至|到|~|—+|–|-{2,}")
_JOINT = re.compile(r"至|到|~|—+|–|-+")  # where the days themselves have other signs
_DAY_ALONE = re.compile(r"(\d{1,2})[日号]?")
_EXPONENT = re.compile(r"\d(?:\.\d+)?E\+?\d{1,2}", re.IGNORECASE)
OTHER_MONEY = re.compile(r"美元|美金|港币|港元|欧元|日元|英镑|USD|HKD|EUR|JPY|[$€£]", re.IGNORECASE)
"""Money that is not yuan."""

ROUGHLY = "[%余多约近超几至到~]|左右|以[上下]"
"""What makes a number a rough one."""

_HAS_UNIT = re.compile(r"[元万亿]|人民币")
_ONE_NUMBER = re.compile(r"\D*(\d[\d,]*)\D*")
_FEWEST_DIGITS = 3  # of a short number within an office
_MOBILE = re.compile(r"1[3-9]\d{9}")
_UNIT_UNKNOWN_BELOW = 10_000  # yuan or 10,000 yuan, where nothing says which
_JOBS = re.compile(
    r"董事|经理|厂长|老板|负责人|法人|法定代表人|总裁|主任|店长|社长|场长|所长|行长|职员|会计|股东|创始人|校长"
)
_LEVEL = re.compile(r"全国|国家级|省级?|市级?|县级?|区级?")
_LEVELS = {"国家级": "全国", "省": "省级", "市": "市级", "县": "县级", "区": "区级"}
_COUNTED = re.compile(r"等?\s*(?:共|计)?\s*\d+\s*(?:家|户|个)(?:企业|会员|单位)?$|等(?:企业|单位)?$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell's value was not taken as it stands, what to do, and the value that it likely is."""

    message: Message
    action: Message
    likely: object = None


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a cell says (None: nothing, or it is in doubt); `rough` where the day was completed."""

    value: T | None = None
    doubt: Doubt | None = None
    rough: bool = False


def said(value: object) -> str:
    """A cell's text on one line and half-width where it is digits; empty for signs that mean nothing."""
    text = " ".join(plain(value).split())
    return "" if text in NOTHING else text


def person(value: object) -> str:
    """The name of a person, or several: blanks by which a short name is spread are taken out."""
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))", "", said(value))


def _check(message: Message) -> Doubt:
    return Doubt(message, say("Look the value up and enter it there."))


def read_day(value: object, year: int | None, *, is_end: bool = False) -> Read[date]:
    """A day; of a month or year alone its first day, or the last where something ends."""
    if isinstance(value, date):
        return Read(value.date() if isinstance(value, datetime) else value)
    text = said(value)
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).rstrip(".。")
    if not bare:
        return Read()
    if span := _span_in(bare, year):
        on = span[is_end]
        if not (isinstance(value, float) and _ZERO_LOST.fullmatch(bare)):
            return Read(on, rough=True)
        message = say("“{text}” is a number there and may have been {text}0.", text=bare)
        return Read(doubt=Doubt(message, say("If it is {date}, take the suggestion.", date=on), on))
    read, finding = (None, None) if _DAY_FIRST.search(bare) else read_date(value, year, "")
    if finding or read is None:
        message = finding.message if finding else _no_date(text)
        return Read(doubt=_check(message))
    return Read(read, rough=not _EXACT.search(bare))


def _span_in(bare: str, of: int | None) -> tuple[date, date] | None:
    """The first and last day of the month or year that a text names, a month alone being of the year `of`."""
    if of and _MONTH_ALONE.fullmatch(bare):
        bare = f"{of}年{bare}"
    if found := _YEAR.fullmatch(bare):
        return date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)
    found = _MONTH.fullmatch(bare)
    year, month = (int(found["year"]), int(found["month"] or found["m2"] or found["m3"])) if found else (0, 0)
    return (date(year, month, 1), date(year, month, monthrange(year, month)[1])) if 1 <= month <= 12 else None


def _no_date(text: str) -> Message:
    return say("“{text}” could not be read as a date.", text=text)


def read_span(value: object, year: int | None) -> tuple[Read[date], Read[date]]:
    """The first day that a cell names and, of several, the last; a year alone is no day of anything."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", said(value)))
    joint = _JOINT if re.search(r"[./年月日号]", text) else _PLAIN_JOINT
    parts = [] if isinstance(value, date | float | int) else joint.split(text, maxsplit=1)
    if len(parts) != 2:
        return (
            read_day(value, year) if not _YEAR.fullmatch(text) else Read(doubt=_check(_no_date(text)))
        ), Read()
    first = read_day(parts[0], year)
    last: Read[date] = Read()
    if first.value and (day := _DAY_ALONE.fullmatch(parts[1])):
        with suppress(ValueError):
            last = Read(first.value.replace(day=int(day[1])))
    elif first.value:
        bare = re.sub(r"^(\d{1,2})-(\d{1,2})$", r"\1.\2", parts[1])
        last = read_day(bare, first.value.year, is_end=True)
    if first.value is None or last.value is None or last.value < first.value:
        return Read(doubt=_check(_no_date(said(value)))), Read()
    return first, last


def read_count(value: object) -> Read[int]:
    """A whole number such as 3家, ２５ or 十二; about 30 and 30余 are in doubt."""
    text = said(value)
    if not text:
        return Read()
    number = None if isinstance(value, bool | date) else number_in(text)
    is_exact = not re.search(ROUGHLY, unicodedata.normalize("NFKC", text))
    if number is not None and is_exact and number == number.to_integral_value() and 0 <= number <= _MOST:
        return Read(int(number))
    alone = _ONE_NUMBER.fullmatch(unicodedata.normalize("NFKC", text))
    likely = int(alone[1].replace(",", "")) if alone and not re.search("[十百千万亿%]", text) else None
    message = say("“{text}” is no whole number.", text=text)
    if likely is None or likely > _MOST:
        return Read(doubt=_check(message))
    return Read(
        doubt=Doubt(message, say("If {number} is meant, take the suggestion.", number=likely), likely)
    )


def read_amount(value: object, power: int, *, is_told: bool, is_capital: bool) -> Read[Decimal]:
    """An amount in yuan; `power` is the column's unit as a power of ten, `is_told` whether it names one."""
    text = said(value)
    if not text:
        return Read()
    folded = unicodedata.normalize("NFKC", text)
    number = None if isinstance(value, bool | date) else number_in(folded.replace("人民币", ""))
    if number is None or number < 0 or re.search(ROUGHLY, folded) or OTHER_MONEY.search(folded):
        return Read(doubt=_check(say("“{text}” is no amount in yuan.", text=text)))
    if _HAS_UNIT.search(folded):
        return Read(_written_out(number))
    if not is_told and 0 < number < _UNIT_UNKNOWN_BELOW:
        likely = _written_out(shifted(number, 4) if is_capital else number)
        message = say("“{text}” names no unit, and the column names none either.", text=text)
        action = say("If {number} yuan are meant, take the suggestion.", number=f"{likely:,f}")
        return Read(doubt=Doubt(message, action, likely))
    return Read(_written_out(shifted(number, power)))


def _written_out(number: Decimal) -> Decimal:
    """The same number without an exponent."""
    return Decimal(plain_number(number))


def read_code(value: object) -> Read[str]:
    """A unified social credit code whose check character fits; one that lost digits is never taken."""
    text = said(value)
    if not text:
        return Read()
    if isinstance(value, float):
        text = f"{value:.10G}"
    if isinstance(value, float) or _EXPONENT.fullmatch(unicodedata.normalize("NFKC", text)):
        message = say(
            "“{text}” was kept as a number, by which a code loses digits; it was not read.", text=text
        )
        action = say("Ask for the code, and type it into a cell that is formatted as text.")
        return Read(doubt=Doubt(message, action))
    code = text.upper() if text.isascii() and text.isalnum() else normal_uscc(text)
    if len(code) == LENGTH and is_uscc(code):
        return Read(code)
    if IDENTITY.fullmatch(code):
        return Read(doubt=_identity())
    advice = uscc_advice(text) or say("{count} of 18 characters so far.", count=len(code))
    message = say("“{text}” is no valid code: {advice}", text=text, advice=advice)
    if len(code) != LENGTH:
        return Read(doubt=_check(message))
    return Read(
        doubt=Doubt(
            message, say("Compare it with the licence; to keep it as it is, take the suggestion."), code
        )
    )


def _identity() -> Doubt:
    message = say("The cell seems to hold an identity-card number, which is not kept; it was not read.")
    return Doubt(message, say("Delete such numbers from lists that are handed on."))


def read_phone(value: object) -> Read[str]:
    """A telephone number; one that a number format has cut or shortened is in doubt."""
    text = said(value)
    folded = unicodedata.normalize("NFKC", text)
    if not text:
        return Read()
    if IDENTITY.fullmatch(folded):
        return Read(doubt=_identity())
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    doubt = _cut_phone(text, folded) if is_number else _odd_phone(text, folded)
    return Read(doubt=doubt) if doubt else Read(folded)


def _cut_phone(text: str, digits: str) -> Doubt | None:
    """What is amiss with a number that was kept as such."""
    if (len(digits) == 11 and digits.endswith("00000")) or ("." in digits and "E" not in digits.upper()):
        return _cut(text, digits if digits.isdigit() else None)
    if len(digits) in (10, 11) and not digits.startswith("1"):
        message = say("“{text}” is a number there and has lost the 0 at its beginning.", text=text)
        return Doubt(message, say("If it is 0{text}, take the suggestion.", text=text), f"0{digits}")
    return _odd_phone(text, digits)


def _odd_phone(text: str, folded: str) -> Doubt | None:
    digits = re.sub(r"\D", "", folded)
    if _EXPONENT.fullmatch(folded):
        return _cut(text)
    if len(digits) < _FEWEST_DIGITS:
        return _check(say("“{text}” is no telephone number.", text=text))
    is_mobile = digits == folded and digits.startswith("1") and not digits.startswith("10")
    if is_mobile and not _MOBILE.fullmatch(digits) and len(digits) > 8:
        message = say("“{text}” has {count} digits, a mobile number has 11.", text=text, count=len(digits))
        return Doubt(message, say("Ask for it; to keep it as it is, take the suggestion."), folded)
    return None


def _cut(text: str, likely: str | None = None) -> Doubt:
    message = say("“{text}” was kept as a number and seems to have lost digits; it was not read.", text=text)
    return Doubt(
        message, say("Ask for the number, and type it into a cell that is formatted as text."), likely
    )


def read_answer(value: object) -> Read[bool]:
    """Yes or no; the name of a Party branch is a yes."""
    if isinstance(value, bool):
        return Read(value)
    text = " ".join(plain(value).split())
    if not text:
        return Read()
    answer = ANSWERS.get(unicodedata.normalize("NFKC", text).lower())
    if answer is None and re.search("党(?:支部|总支|委)", text) and not re.search("[未无筹拟]", text):
        answer = True
    if answer is None:
        return Read(doubt=_check(say("“{text}” is neither yes nor no.", text=text)))
    return Read(answer)


def read_birth(value: object) -> Read[int]:
    """The year of a date of birth; of an identity-card number nothing is read."""
    text = said(value)
    if IDENTITY.fullmatch(text):
        return Read(doubt=_identity())
    day = read_day(value, None)
    year = day.value.year if day.value else None
    if year is None and isinstance(day.doubt and day.doubt.likely, date):  # 1985.1 or 1985.10: the same year
        year = int(text[:4])
    if year is not None and year >= _UNBORN and re.match(r"\d{2}年", text):
        year -= 100  # 62年3月
    if year is not None and 1900 <= year < _UNBORN:
        return Read(year)
    return Read(doubt=_check(say("“{text}” names no year of birth.", text=text))) if text else Read()


def read_ordinal(value: object) -> Read[int]:
    """The number of a term: 第三届, 三届, 3."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", said(value)))
    bare = re.sub(r"^第|届.*$", "", text)
    number = int(bare) if bare.isdigit() else chinese_number(bare)
    if number is not None and 0 < number < 100:
        return Read(number)
    return Read(doubt=_check(say("“{text}” is no term number.", text=text))) if text else Read()


def read_years(value: object) -> Read[int]:
    """The length of a term: 5, 5年, 五年."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", said(value)))
    read: Read[int] = read_count(re.sub("年$|年制$", "", text)) if text else Read()
    if read.value is not None and not 0 < read.value <= 10:
        return Read(doubt=_check(say("“{text}” is no length of a term in years.", text=text)))
    return read


def read_rating(value: object) -> Read[tuple[str, int | None]]:
    """Level and year of a recognition: 2022年省级四好商会."""
    from moushi.intake.labels import year_in  # loads its patterns

    text = said(value)
    if not text or ANSWERS.get(text) is False:
        return Read()
    level = _LEVEL.search(text)
    if level is None:
        return Read(doubt=_check(say("“{text}” names no level of recognition.", text=text)))
    return Read((_LEVELS.get(level[0], level[0]), year_in(text)))


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a cell names; `of_federation` where it says that the federation is the body."""

    role: Role
    of_federation: bool = False


def read_offices(value: object) -> Read[tuple[Office, ...]]:
    """The posts that a cell names; words that name none are in doubt, jobs in an enterprise are nothing."""
    text = said(value)
    found: list[Office] = []
    strange: list[str] = []
    for piece in re.split(r"[、，,；;/\n]|(?<=[长事委员记])兼|和(?=[副会理监秘执常])|\s+", text):
        word = unicodedata.normalize("NFKC", piece).strip("()（）:： ")
        if not word or word in NO_ROLES:
            continue
        name = next((name for name in _BY_LENGTH if word.endswith(name)), None)
        before = word.removesuffix(name) if name else ""
        if name and (not before or re.search("(?:会|联|届|镇|乡|县|市|区|街道)$", before)):
            found.append(Office(ROLES[name], bool(re.search("工商联|工商业联合会|总商会", before))))
        elif not _JOBS.search(word):
            strange.append(word)
    offices = tuple(dict.fromkeys(found))
    if not strange:
        return Read(offices)
    message = say("“{text}” is no post that is kept.", text="、".join(strange))
    return Read(offices, Doubt(message, say("If it is one under another name, enter the post by hand.")))


_BY_LENGTH: Sequence[str] = sorted(ROLES, key=len, reverse=True)


def split_firms(value: object) -> tuple[str, ...]:
    """The names in a cell, parted by 、，； or lines; how many there are in all is no name."""
    pieces = re.split(r"[、，,；;\n]+", plain(value))
    names = (_COUNTED.sub("", " ".join(piece.split())).strip("。. ") for piece in pieces)
    return tuple(dict.fromkeys(name for name in names if name and name not in NOTHING))


_JOB = (
    "党[支总]?[部支]?书记|副?(?:董事长|总经理|经理|厂长|总裁|主任|店长|社长|场长|所长|行长|校长)|"
    "负责人|法定代表人|法人代表|执行董事|总监|股东|创始人"
)
_WORKPLACE = re.compile(
    rf"(?P<unit>.+?(?:{ENTERPRISE}|协会)(?:[（(][^（()）]*[）)])?)[\s,，、（(]*(?:(?:{_JOB})[、,，兼\s]*)*[)）]?$"
)


def workplace(value: object) -> Read[str]:
    """The enterprise in a cell that names it together with a job: 远帆渔具有限公司总经理."""
    text = said(value)
    if not text:
        return Read()
    found = _WORKPLACE.fullmatch(text)
    if found:
        return Read(found["unit"])
    message = say("“{text}” does not tell where the enterprise's name ends.", text=text)
    return Read(doubt=Doubt(message, say("Put name and job into columns of their own, or enter it by hand.")))

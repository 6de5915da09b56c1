"""What the values of a column look like: codes, telephone numbers, days, amounts, names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from moushi.domain.uscc import normal_uscc
from moushi.intake.list_meanings import ListKind, Meaning
from moushi.intake.list_words import ACTIVITY_KINDS, NO_ROLES, ROLES
from moushi.intake.values import plain

_MOST_WRONG = 0.4  # of the values, when they are taken for something by their look alone
_LEAST_SEEN = 2

ENTERPRISE = (
    "公司|集团|厂|作社|中心|商行|商店|商场|超市|酒店|宾馆|饭店|民宿|农场|渔场|养殖场|加工场|工作室|事务所|诊所|医院|学校|"
    "幼儿园|银行|支行|分行|信用社|合作社|联社|基地|码头|船厂|经营部|营业部|门市部|服务部|服务社|企业|研究院|研究所|店|行|社|场|馆|"
    "院|站|园|吧|坊|铺"
)
"""A regular expression for the end of an enterprise's name, without what stands in brackets behind it."""
ORGANISATION = re.compile(rf"(?:{ENTERPRISE})(?:[（(][^（()）]*[）)])?$")
"""The end of an enterprise's name."""
GROUP = re.compile(r"(?:商会|协会|联合会|联谊会|学会|促进会|工商联|总商会|同乡会)(?:[（(][^（()）]*[）)])?$")
"""The end of a group's name: a chamber, an association."""
CHAMBER = re.compile(r"(?:商会|联谊会|商(?:（协）|\(协\))会)(?:[（(][^（()）]*[）)])?$")
TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|开发区|管委会)(?:办事处)?$")
PERSON = re.compile(r"[\u4e00-\u9fff](?:[\u4e00-\u9fff·]|\s(?=[\u4e00-\u9fff]$)){1,5}$")
IDENTITY = re.compile(r"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]$")
_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}$")
_CODE_LOST = re.compile(r"\d(?:\.\d+)?E\+?1[67]$", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+?86-?)?(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,6})?)(?:\D.*)?$")
_PHONE_LOST = re.compile(r"1(?:\.\d+)?E\+?10$", re.IGNORECASE)
_DATE = re.compile(
    r"(?:19|20)\d{2}(?:[./年-]\d{1,2}(?:[./月-]\d{1,2}[日号]?|月)?|\d{4})$|(?:19|20)\d{2}年?$|\d{1,2}月"
)
_AMOUNT = re.compile(r"(?:约?[\d,.]+)(?:万|亿)元?(?:人民币)?$|(?:[\d,.]+)元$")


def _is_code(value: object, text: str) -> bool:
    if isinstance(value, float):
        return value >= 1e16
    return bool(_CODE.match(normal_uscc(text)) or _CODE_LOST.match(text)) and not IDENTITY.match(text)


def _is_phone(value: object, text: str) -> bool:
    if isinstance(value, float):
        return 13e9 <= value < 2e10
    return bool(_PHONE.match(re.sub(r"[\s()]", "", text)) or _PHONE_LOST.match(text))


def _is_date(value: object, text: str) -> bool:
    return isinstance(value, date) or bool(_DATE.match(text))


def _of(form: re.Pattern[str]) -> Callable[[object, str], bool]:
    return lambda _value, text: bool(form.search(text))


def _is_person(_value: object, text: str) -> bool:
    return bool(PERSON.match(text)) and not (ORGANISATION.search(text) or GROUP.search(text))


def _is_role(_value: object, text: str) -> bool:
    return text in ROLES or text in NO_ROLES


def _is_activity(_value: object, text: str) -> bool:
    return len(text) <= 10 and any(re.search(words, text) for words, _ in ACTIVITY_KINDS)


_LOOKS: Mapping[Meaning, Callable[[object, str], bool]] = {
    Meaning.USCC: _is_code,
    Meaning.PHONE: _is_phone,
    Meaning.ROLE: _is_role,
    Meaning.CHAMBER: _of(CHAMBER),
    Meaning.NAME: _of(ORGANISATION),
    Meaning.TAKING_PART: _of(ORGANISATION),
    Meaning.TOWNSHIP: lambda _value, text: bool(TOWNSHIP.fullmatch(text)),
    Meaning.ACTIVITY_KIND: _is_activity,
    Meaning.CAPITAL: _of(_AMOUNT),
    Meaning.AMOUNT: _of(_AMOUNT),
    Meaning.DATE: _is_date,
}
_GUESSED: Mapping[ListKind, Sequence[Meaning]] = {
    ListKind.MEMBERS: (
        Meaning.USCC,
        Meaning.PHONE,
        Meaning.ROLE,
        Meaning.CHAMBER,
        Meaning.NAME,
        Meaning.TOWNSHIP,
        Meaning.CAPITAL,
    ),
    ListKind.CHAMBERS: (Meaning.USCC, Meaning.CHAMBER, Meaning.TOWNSHIP),
    ListKind.LEDGER: (
        Meaning.DATE,
        Meaning.CHAMBER,
        Meaning.TAKING_PART,
        Meaning.AMOUNT,
        Meaning.ACTIVITY_KIND,
    ),
}
"""What a column can be known for by its values alone, the surest first."""

_CHECKED = {
    Meaning.USCC: _is_code,
    Meaning.PHONE: _is_phone,
    Meaning.DATE: _is_date,
    **dict.fromkeys((Meaning.PERSON, Meaning.LEGAL, Meaning.CONTACT), lambda v, t: not _is_date(v, t)),
}


def looks_like(kind: ListKind, values: Sequence[object]) -> Meaning | None:
    """What the values of a column without a telling name are, if most of them look alike."""
    seen = _seen(values)
    if len(seen) < _LEAST_SEEN or any(IDENTITY.match(text) for _, text in seen):
        return None
    return next(
        (meaning for meaning in _GUESSED[kind] if _share(_LOOKS[meaning], seen) >= 1 - _MOST_WRONG), None
    )


def contradicts(meaning: Meaning, values: Sequence[object]) -> bool:
    """Whether hardly any value of a column is what its name says."""
    seen = _seen(values)
    return bool(seen) and meaning in _CHECKED and _share(_CHECKED[meaning], seen) < _MOST_WRONG


def _share(looks: Callable[[object, str], bool], seen: Sequence[tuple[object, str]]) -> float:
    return sum(looks(value, text) for value, text in seen) / len(seen)


def _seen(values: Sequence[object]) -> list[tuple[object, str]]:
    told = ((value, unicodedata.normalize("NFKC", plain(value)).strip()) for value in values)
    return [(value, text) for value, text in told if text]


def is_person(text: str) -> bool:
    """Whether a text may be the name of a person: a few Chinese characters that end like no organisation."""
    return _is_person(None, text)

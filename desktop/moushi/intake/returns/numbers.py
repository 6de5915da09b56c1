"""Numbers in a return's cells: counts with their units, amounts, shares. None turns into another quantity."""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal

from moushi.domain.numbers import plain, shifted, unit_power
from moushi.domain.record import Scalar
from moushi.domain.returns import FieldType, FormField
from moushi.errors import say
from moushi.intake.list_values import NOTHING, OTHER_MONEY, ROUGHLY, Doubt
from moushi.intake.number_formats import exact
from moushi.intake.quantities import counted_in, number_in
from moushi.intake.returns.reading import ReadCell
from moushi.intake.returns.taken import Taken, beyond, doubtful, nothing, read_as

_MOST_WHOLE = 2**31 - 1
_MOST_DIGITS = 15  # of a number that Excel keeps
_LOST_FROM = 10**_MOST_DIGITS
_ALIKE = ("人 名 位", "家 户 个", "次 场 场次 期", "件 起 宗 例 个", "项 个 条", "个 处 间", "元 块 块钱")
_LIKE = {
    unit: frozenset(other for group in _ALIKE if unit in group.split() for other in group.split())
    for group in _ALIKE
    for unit in group.split()
}
_NEUTRAL = "个"
_SCALED = re.compile(r"\d[十百千万亿]|[万亿]")
_SIGNED = re.compile(r"^(?:人民币|RMB|CNY|[￥¥])|人民币$", re.IGNORECASE)
_SEVERAL = re.compile("(?<![零〇])[一二两三四五六七八九]{2}")  # 三四家 are three or four
_ROUGH_NUMBER = re.compile(r"(?:大?约|近|将近)?(\d{1,9}(?:\.\d{1,6})?)(?:左右|多|余|上下)?")
_ONE_NUMBER = re.compile(r"[^\d.]*(\d{1,9}(?:\.\d{1,6})?)[^\d.%]*")
_BEFORE = re.compile(r"^(?:共计?|计|合计|总计|累计|第)(?=[\d一二三四五六七八九十百两])")
_HUNDREDTHS = re.compile(
    r"百分之(?P<number>[\d.]+|[零〇一二两三四五六七八九十百]+)(?:点(?P<rest>[零〇一二三四五六七八九]+))?"
)
_TEN_THOUSAND = 4  # as a power of 10
_MOST_YUAN = {"Activity": 50_000_000}
_MOST_YUAN_OF_OTHERS = 1_000_000_000
_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_ROUGH_SHARE = re.compile("[成折倍]|百分点|[余多约近超几至到~]|左右|以[上下]")
_HIGHEST_SHARE = 1_000  # %; beyond it the sign was typed over a number that had one


def read_number(field: FormField, value: object, text: str, *, is_percent: bool) -> Taken:
    """A number of the field's type from a cell's value; `text` is as it is seen."""
    if type(value) is float and (plainly := _plain(field, value, is_percent=is_percent)) is not None:
        return plainly
    if field.type is FieldType.SHARE or (field.type is FieldType.DECIMAL and field.unit in ("%", "％")):
        return _read_share(field, value, text, is_percent=is_percent)
    if isinstance(value, str):
        if text in NOTHING:
            return _sign(field, text)
        read = _read_amount if field.type is FieldType.AMOUNT else _read_counted
        return read(field, text, unicodedata.normalize("NFKC", text))
    if is_percent or isinstance(value, bool) or not isinstance(value, int | float):
        return doubtful(field, say("“{text}” is no number.", text=text))
    return _in_unit(field, _number(value), text)


def _plain(field: FormField, value: float, *, is_percent: bool) -> Taken | None:
    """A number in whose place nothing else could be meant, read in no time; None of all others."""
    if is_percent:
        if field.type is not FieldType.SHARE or not 0.0001 <= value <= 1:
            return None
        number = exact(value)
        seen: Decimal | int = number * 100
    elif field.type is not FieldType.SHARE and field.unit != "%" and value.is_integer():
        if not 0 <= value <= _MOST_WHOLE:
            return None
        seen = int(value)
        power = unit_power(field.unit) if field.type is FieldType.AMOUNT else 0
        number = Decimal(seen * 10**power)
    else:
        return None
    if (field.most is not None and seen > field.most) or (field.least is not None and seen < field.least):
        return None
    return Taken(int(seen) if field.type is FieldType.WHOLE else number)


def _number(value: float) -> Decimal | None:
    """A cell's number; None where digits are lost, or it is none."""
    if isinstance(value, int) or (math.isfinite(value) and value.is_integer() and abs(value) < _LOST_FROM):
        return Decimal(int(value))
    return exact(value) if math.isfinite(value) and abs(value) < _LOST_FROM else None


def _sign(field: FormField, text: str) -> Taken:
    if text == "一":
        message = say("“{text}” may be the number 1, or a stroke for nothing.", text=text)
        return doubtful(field, message, _in_unit(field, Decimal(1), text).value, "1")
    return nothing(text)


def _in_unit(field: FormField, number: Decimal | None, text: str) -> Taken:
    """A number that stands in the field's unit."""
    if number is None or abs(number) >= _LOST_FROM or len(number.as_tuple().digits) > _MOST_DIGITS:
        return doubtful(field, say("“{text}” is no number that can be kept.", text=text))
    if field.type is FieldType.WHOLE and number != number.to_integral_value():
        return doubtful(field, say("“{text}” is no whole number.", text=text))
    is_kept = field.type is not FieldType.WHOLE or abs(number) <= _MOST_WHOLE
    if not is_kept or (field.type is FieldType.AMOUNT and number < 0 and field.least is None):
        return doubtful(field, say("“{text}” is no number that can be kept.", text=text))
    value = _written(shifted(number, unit_power(field.unit)) if field.type is FieldType.AMOUNT else number)
    return beyond(field, text, number) or Taken(int(value) if field.type is FieldType.WHOLE else value)


def _written(number: Decimal) -> Decimal:
    """The same number without an exponent and zeros at its end."""
    return Decimal(plain(number))


def _no_number(field: FormField, text: str, bare: str) -> Taken:
    """A doubt, with the one number that a text has as the likely value."""
    match field.type:
        case FieldType.WHOLE:
            message = say("“{text}” is no whole number.", text=text)
        case FieldType.AMOUNT:
            message = say("“{text}” is no amount in yuan.", text=text)
        case _:
            message = say("“{text}” is no number.", text=text)
    alone = (_ROUGH_NUMBER if field.type is FieldType.AMOUNT else _ONE_NUMBER).fullmatch(bare)
    if alone and not re.search("[十百千万亿成折倍/]", bare):
        likely = _in_unit(field, Decimal(alone[1]), text).value
        return doubtful(field, message, likely, alone[1] if likely is not None else "")
    return doubtful(field, message)


def _read_counted(field: FormField, text: str, bare: str) -> Taken:
    """A count or another number with or without its unit."""
    own = field.unit
    power = unit_power(own)
    core = _BEFORE.sub("", bare)
    is_own = bool(own) and core.endswith(own) and not counted_in(core.removesuffix(own))
    core = core.removesuffix(own) if is_own else core
    number = number_in(core)
    if number is None or re.search(ROUGHLY, bare) or _SEVERAL.search(bare):
        return _no_number(field, text, bare)
    unit = counted_in(core)
    base = own.lstrip("十百千万亿")
    if unit and own and unit not in (base, _NEUTRAL) and unit not in _LIKE.get(base, ()):
        message = say("“{text}” is in {unit}, asked is {asked}.", text=text, unit=unit, asked=own)
        likely = _in_unit(field, number, text).value if not power else None
        return doubtful(field, message, likely, plain(number) if likely is not None else "")
    is_scaled = bool(_SCALED.search(core))
    if is_own and power and is_scaled:  # 3万万吨
        return doubtful(field, say("“{text}” is no number.", text=text))
    if power and (is_scaled or unit):
        number = shifted(number, -power)
    return _told(_in_unit(field, number, text), bare, number, text, plain(number) + own)


def _told(taken: Taken, bare: str, number: Decimal, text: str, seen: str) -> Taken:
    """What was taken, and how it was made where not just the number stands there."""
    if taken.doubt is not None or bare.replace(",", "") in (plain(number), seen):
        return taken
    return taken._replace(made=read_as(text, seen))


def _read_amount(field: FormField, text: str, bare: str) -> Taken:
    """An amount of yuan; one that names no unit is in the field's."""
    folded = _SIGNED.sub("", _BEFORE.sub("", bare.strip()).strip()).strip()
    number = number_in(folded)
    unit = counted_in(folded)
    is_odd = re.search(ROUGHLY, bare) or OTHER_MONEY.search(bare) or _SEVERAL.search(bare)
    if number is None or is_odd or unit not in _MONEY:
        return _no_number(field, text, bare)
    is_named = bool(unit) or bool(re.search("[万亿]", folded))
    power = unit_power(field.unit)
    is_unsure = bool(_SCALED.search(folded) or _SIGNED.search(bare))
    if not is_named and power and is_unsure:  # 3千, ￥300
        return doubtful(field, say("“{text}” may be in yuan or in {unit}.", text=text, unit=field.unit))
    taken = _in_unit(field, shifted(number, -power) if is_named else number, text)
    yuan = number if is_named else shifted(number, power)
    return _told(taken, bare, number if not is_named else Decimal(-1), text, f"{plain(yuan)}元")


def perhaps_in_yuan(field: FormField, cell: ReadCell, known: Scalar) -> Doubt | None:
    """Why an amount that names no unit may have been typed in yuan, where its column is in 万元.

    It is what was `known` times 10,000, or is more than such records ever have.
    """
    power = unit_power(field.unit) if field.type is FieldType.AMOUNT else 0
    yuan = cell.value
    if power < _TEN_THOUSAND or cell.made is not None or not isinstance(yuan, Decimal) or yuan == known:
        return None
    before = known if isinstance(known, Decimal) else Decimal(0)
    most = _MOST_YUAN.get(field.record, _MOST_YUAN_OF_OTHERS)
    if yuan != shifted(before, power) and (yuan < most or yuan < before * 1_000):
        return None
    if not yuan:
        return None
    message = say(
        "“{text}” would be {amount}, as the column is in {unit}; it may have been typed in yuan.",
        text=cell.shown,
        amount=f"{plain(shifted(yuan, -8))}亿元" if yuan >= 10**8 else f"{plain(shifted(yuan, -4))}万元",
        unit=field.unit,
    )
    action = say("If it was, take the suggestion; if not, type the unit too, as in 5亿元.")
    return Doubt(message, action, _written(shifted(yuan, -power)))


_MONEY = ("", *_LIKE["元"], "元整", "元人民币")


def _read_share(field: FormField, value: object, text: str, *, is_percent: bool) -> Taken:
    """A share as a fraction of 1."""
    if not isinstance(value, str):
        number = None
        if isinstance(value, int | float) and not isinstance(value, bool):
            number = _number(value)
        if is_percent and number is not None:
            return _percent(field, shifted(number, 2), text)
        return _bare(field, number, text)
    if text in NOTHING:
        return nothing(text)
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if (hundredths := _spelled_hundredths(bare)) is not None:
        taken = _percent(field, hundredths, text)
        return taken if taken.doubt else taken._replace(made=read_as(text, f"{plain(hundredths)}%"))
    number = None if _ROUGH_SHARE.search(bare) or _SEVERAL.search(bare) else number_in(bare)
    if number is None or counted_in(bare) not in ("", "%") or re.search("[十百千万亿]", bare):
        return doubtful(field, say("“{text}” is no share in per cent.", text=text))
    return _percent(field, shifted(number, 2), text) if "%" in bare else _bare(field, number, text)


def _spelled_hundredths(bare: str) -> Decimal | None:
    """What 百分之八十五点五 says, 85.5; None of other texts."""
    found = _HUNDREDTHS.fullmatch(bare)
    if found is None or _SEVERAL.search(found["number"]):
        return None
    hundredths = Decimal(100) if found["number"] == "百" else number_in(found["number"])
    if hundredths is None or not found["rest"]:
        return hundredths
    is_whole = hundredths == hundredths.to_integral_value()
    return Decimal(f"{plain(hundredths)}.{found['rest'].translate(_DIGITS)}") if is_whole else None


def _percent(field: FormField, hundredths: Decimal, text: str) -> Taken:
    """A share of so many per cent."""
    over = beyond(field, text, hundredths)
    if over is None and abs(hundredths) > _HIGHEST_SHARE:
        return doubtful(field, say("“{text}” is far more than a share can be.", text=text))
    return over or Taken(_written(shifted(hundredths, -2)))


def _bare(field: FormField, number: Decimal | None, text: str) -> Taken:
    """A share without a percent sign: above 1 it is in per cent, else it may be either."""
    if number is None:
        return doubtful(field, say("“{text}” is no share in per cent.", text=text))
    if number == 0:
        return _percent(field, number, text)
    if abs(number) <= 1 or (abs(number) < 2 and number != number.to_integral_value()):
        hundredths = shifted(number, 2) if abs(number) <= 1 else number
        likely = _percent(field, hundredths, text).value
        message = say(
            "“{text}” has no percent sign: it may be {text}% or {whole}%.",
            text=text,
            whole=plain(shifted(number, 2)),
        )
        return doubtful(field, message, likely, f"{plain(hundredths)}%" if likely is not None else "")
    taken = _percent(field, number, text)
    return taken if taken.doubt else taken._replace(made=read_as(text, f"{plain(number)}%"))

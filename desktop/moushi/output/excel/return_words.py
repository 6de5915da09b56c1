"""The Chinese words of the chambers' forms: what to type, what is wrong, how to fill the form in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from moushi.domain.numbers import full_day, plain
from moushi.domain.returns import FieldType, FormField
from moushi.output.excel.labels import period_name

ITEM, ANSWER_HEAD, HINT = "项目", "填写内容", "填写说明"
YES, NO = "是", "否"
WRONG = "填得不对"
REQUIRED_MARK = "*"
PERSONAL = "表里有个人信息，只发给联系人，不要转发到群里。"
STEPS = (
    "只填白底的格子，带*的必须填，灰底的不用填。",
    "上次的内容已经填好：有变化的直接改，没有变化的不用动，没有的留空。",
    "新增的接着往下填，行不够可以插入；不要删行，不要改表头。",
    "数字、金额只填数字，单位看表头；日期填成 2031-3-15 这样；格子右边有箭头的从里面选。",
    "填完保存，把这个文件原样发回，文件名不用改。",
)
_WEEKDAYS = "一二三四五六日"
_EXAMPLES = {
    FieldType.DATE: "按年-月-日填，例如 2031-3-15。",
    FieldType.PERIOD: "填月份，例如 2031年3月。",
    FieldType.SHARE: "填百分数，例如 85%。",
    FieldType.PHONE: "填手机号，或带区号的座机号。",
    FieldType.USCC: "18位，照营业执照或登记证书填。",
}
_KINDS = {FieldType.WHOLE: "整数", FieldType.SHARE: "百分数"}


def title(period: str) -> str:
    """What the workbook is: 2031年3月填报表."""
    return f"{period_name(period)}填报表"


def due(day: date) -> str:
    """The day by which it is due: 2031年3月25日（星期二）前."""
    return f"{full_day(day)}（星期{_WEEKDAYS[day.weekday()]}）前"


def legend(fields: Iterable[FormField], told: str) -> str:
    """What the marks in a table mean, as far as it is not told already."""
    held = tuple(fields)
    marked = any(field.is_required for field in held) and "必填" not in told
    grey = any(field.is_locked for field in held) and "灰" not in told
    parts = (f"带{REQUIRED_MARK}的必须填" if marked else "", "灰底的不用填" if grey else "")
    said = "，".join(filter(None, parts))
    return f"{said}。" if said else ""


def head(field: FormField, break_: str = "\n") -> str:
    """A field's label with its mark, and its unit where the label does not say it: 注册资本（万元）."""
    is_said = field.unit in field.label and field.type is not FieldType.AMOUNT
    unit = "" if is_said else f"{break_}（{field.unit}）"
    return f"{REQUIRED_MARK if field.is_required else ''}{field.label}{unit}"


def help_of(field: FormField) -> str:
    """What to type into a field: its own help, else what its type wants; empty where that is plain."""
    if field.help:
        return field.help
    if field.type in (FieldType.WHOLE, FieldType.DECIMAL, FieldType.AMOUNT):
        unit = f"，单位：{field.unit}" if field.unit else ""
        return f"只填{_KINDS.get(field.type, '数字')}{unit}。"
    return _EXAMPLES.get(field.type, "")


def fault_of(field: FormField, least: Decimal | None, most: Decimal | None) -> str:
    """What is said where something else was typed."""
    name = field.label
    match field.type:
        case FieldType.CHOICE | FieldType.ANSWER:
            return f"“{name}”只能从右边箭头里选，或者留空。"
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.AMOUNT | FieldType.SHARE:
            what = _KINDS.get(field.type, "数字")
            unit = f"，单位：{field.unit}" if field.unit and field.type is not FieldType.SHARE else ""
            return f"“{name}”{_between(field, least, most)}{what}{unit}。不要写文字。"
        case FieldType.TEXT:
            return f"“{name}”最多{field.longest}个字，请写短一点。"
        case _:
            return f"“{name}”{_EXAMPLES[field.type]}"


def _between(field: FormField, least: Decimal | None, most: Decimal | None) -> str:
    ends = [None if end is None else _end(field, end) for end in (least, most)]
    match ends:
        case [str(low), str(high)]:
            return f"要填{low}到{high}之间的"
        case [str(low), None]:
            return f"要填不小于{low}的"
        case [None, str(high)]:
            return f"要填不大于{high}的"
        case _:
            return "要填"


def _end(field: FormField, end: Decimal) -> str:
    return f"{plain(end * 100)}%" if field.type is FieldType.SHARE else plain(end)

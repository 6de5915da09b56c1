"""What the columns of a form's tables are called: labels, names of old, other names, units in brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from moushi.domain.numbers import shifted, unit_power
from moushi.domain.returns import FieldType, FormField, FormTable, ReturnForm
from moushi.intake.labels import Told, told_by
from moushi.intake.matching import likeness

LEAST_ALIKE = 0.6
"""How alike a changed name must be to what it was."""

CONTAINED = 0.75
"""As how alike a name counts that holds the other one."""

CLEARLY = 0.08
"""By how much the likest must be ahead of the next."""

_SIGNS = re.compile(r"[\s*＊※★☆▲△●◆]+")
_BEFORE = re.compile(r"^(?:[(]?\d{1,2}[)]?[.、．)]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．])")
_BRACKETS = re.compile(r"[(\[【〔〈<《]([^()\[\]【】〔〕〈〉<>《》]*)[)\]】〕〉>》]")
_AFTER = ":;,.、，。/\\-_\"'“”"
_MONEY = ("元", "人民币元", "千元", "万元", "万", "百万元", "千万元", "亿元", "亿")
_SHARES = frozenset(("%", "‰", "百分比", "百分数", "百分点"))
_COUNTS = (
    "人 名 位 家 户 个 次 场 件 条 项 届 年 岁 份 期 组 篇 处 所 支 批 天 人次 场次 家次 平方米 公里 吨 亩"
)
_UNIT = re.compile(
    rf"(?:计量)?(?:单位)?[:为]?((?:{'|'.join(map(re.escape, sorted(_MONEY, key=len, reverse=True)))})"
    rf"|[万千百亿]?(?:{'|'.join(sorted(_COUNTS.split(), key=len, reverse=True))})|[%‰]|百分比|百分数)"
)
_UNIT_LINE = re.compile(rf"(?:金额|计量|货币)?单位[:]({'|'.join(map(re.escape, _MONEY))})")
_MONEY_END = re.compile(r"[/:]?(亿元|千万元|百万元|万元|千元|元|%)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A column's name: `whole` with what stands in brackets, `bare` without, and the unit told there."""

    whole: str
    bare: str
    unit: str = ""


@lru_cache(maxsize=16_384)
def name_of(text: str) -> Name:
    """A name as it is compared: half-width, no blanks, stars or number before it."""
    whole = _SIGNS.sub("", unicodedata.normalize("NFKC", text)).strip(_AFTER)
    whole = _BEFORE.sub("", whole) or whole
    units = [found[1] for inner in _BRACKETS.findall(whole) if (found := _UNIT.fullmatch(inner))]
    bare = _BRACKETS.sub("", whole).strip(_AFTER) if "(" in whole or _BRACKETS.search(whole) else whole
    return Name(whole, bare or whole, units[0] if units else "")


def without_unit(bare: str) -> str:
    """A name without the unit that is joined to its end: 注册资本万元."""
    is_money = bare[-1:] in ("元", "%")
    return bare[: found.start()] if is_money and (found := _MONEY_END.search(bare)) else bare


def money_above(text: str) -> str:
    """The unit of amounts that a line above a table tells: `单位：万元`; "" when it is none."""
    found = _UNIT_LINE.fullmatch(_BRACKETS.sub(r"\1", name_of(text).whole))
    return found[1] if found else ""


@lru_cache(maxsize=1024)
def is_number(name: str) -> bool:
    """Whether a column of that name holds the running numbers."""
    return told_by(name) is Told.NUMBER or name_of(name).bare.lower() in ("no", "行号", "序次")


@dataclass(frozen=True, slots=True)
class Words:
    """What the fields of a table were called in one version of its form.

    `labels` are the names proper, `others` what else they are called, `dropped` what is no longer asked; all
    as `name_of` folds them, to the fields' keys.
    """

    form: ReturnForm
    table: FormTable
    version: int
    labels: Mapping[str, str]
    others: Mapping[str, str]
    dropped: frozenset[str]
    spelled: str = ""  # the names with their keys, by which what is like them is found again

    def key(self, name: Name) -> str | None:
        """The field of just that name, with what is in its brackets or without."""
        for each in (name.whole, name.bare):
            if found := self.labels.get(each) or self.others.get(each):
                return found
        return self._with_unit(name)

    def _with_unit(self, name: Name) -> str | None:
        """The field of a name to which its unit is joined: 注册资本万元."""
        bare = without_unit(name.bare)
        return self.labels.get(bare) or self.others.get(bare)

    def is_label(self, name: Name) -> bool:
        """Whether it is the name proper of a field."""
        return name.whole in self.labels or name.bare in self.labels

    def is_whole(self, name: Name, key: str) -> bool:
        """Whether it is just a field's name, or that with its unit, as the form prints it."""
        if name.whole in self.labels or name.whole in self.others:
            return True
        field = self.table.field(key)
        return bool(name.unit) and name.bare in self.labels and field is not None and field.unit == name.unit

    @property
    def names(self) -> Iterator[tuple[str, str]]:
        """Each name with its field's key."""
        yield from self.labels.items()
        yield from self.others.items()

    def alike(self, name: Name) -> tuple[str | None, bool]:
        """The field of the likest name, and whether it is doubtful for another one being as like."""
        return _likest(name.bare, self.spelled)


@lru_cache(maxsize=4096)
def _likest(bare: str, spelled: str) -> tuple[str | None, bool]:
    best: dict[str, float] = {}
    for line in spelled.splitlines():
        known, _, key = line.partition("\t")
        score = _alike(bare, known)
        if score > best.get(key, 0):
            best[key] = score
    ranked = sorted(best.items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < LEAST_ALIKE:
        return None, False
    is_doubtful = len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEARLY
    return ranked[0][0], is_doubtful


@lru_cache(maxsize=65_536)
def _alike(name: str, known: str) -> float:
    shorter, longer = sorted((len(name), len(known)))
    if shorter < 2:
        return 0.0
    if known not in name and name not in known:
        in_common = len(set(name) & set(known))
        if in_common < 2 or 2 * shorter < LEAST_ALIKE * (shorter + longer):
            return 0.0
    score = likeness(known, name)
    if known in name or name in known:
        score = max(score, CONTAINED * (0.9 + 0.1 * min(len(name), len(known)) / max(len(name), len(known))))
    return score


def unit_in(name: Name, words: Words) -> str:
    """The unit that a column's name tells, in brackets or at its end."""
    if name.unit or name.bare in words.labels or name.bare in words.others:
        return name.unit
    found = _MONEY_END.search(name.bare)
    return found[1] if found else ""


def words_of(forms: Sequence[ReturnForm], versions: Mapping[str, int]) -> tuple[Words, ...]:
    """The words of all tables; of a form whose version is told, those of that version alone."""
    found = []
    for form in forms:
        told = versions.get(form.name)
        earlier = sorted({each.version for each in form.earlier}, reverse=True)
        for version in [told] if told is not None else [form.version, *earlier]:
            found += [_words(form, table, version) for table in form.tables]
    return tuple(found)


def _words(form: ReturnForm, table: FormTable, version: int) -> Words:
    labels: dict[str, str] = {}
    dropped: set[str] = set()
    for each in sorted(form.earlier, key=lambda each: each.version):
        if each.version >= version or version == form.version:
            dropped |= {label for of in each.dropped if (label := _label_of(of, table))}
        if version <= each.version < form.version:
            for of, key in each.renamed.items():
                if table.field(key) and (label := _label_of(of, table)):
                    labels.setdefault(label, key)
    others: dict[str, str] = {}
    for field in table.fields:
        labels.setdefault(name_of(field.label).whole, field.key)
    bare: dict[str, set[str]] = {}
    for field in table.fields:
        for alias in field.aliases:
            others.setdefault(name_of(alias).whole, field.key)
    for name, key in [*labels.items(), *others.items()]:
        bare.setdefault(name_of(name).bare, set()).add(key)
    for name, keys in bare.items():
        if len(keys) == 1 and name not in labels:
            others.setdefault(name, next(iter(keys)))
    spelled = "\n".join(f"{name}\t{key}" for some in (labels, others) for name, key in some.items())
    dropped -= labels.keys() | others.keys()
    return Words(form, table, version, labels, others, frozenset(dropped), spelled)


def _label_of(of: str, table: FormTable) -> str:
    """The label of an older form, `table:label` or the label alone; "" when it is another table's."""
    key, mark, label = of.partition(":")
    if not mark:
        return name_of(of).whole
    return name_of(label).whole if key == table.key else ""


def in_unit(field: FormField, unit: str) -> FormField | None:
    """The field as asked in another unit, its limits too; None when the unit is none of its kind."""
    if not unit or unit == field.unit:
        return field
    match field.type:
        case FieldType.AMOUNT if unit in _MONEY:
            power = unit_power(field.unit) - unit_power(unit)
            least, most = (None if end is None else shifted(end, power) for end in (field.least, field.most))
            return replace(field, unit=unit, least=least, most=most)
        case FieldType.SHARE:
            return replace(field, unit=unit) if unit in _SHARES else None
        case FieldType.WHOLE | FieldType.DECIMAL:
            return field if _size(unit) == _size(field.unit or unit) else None
        case FieldType.AMOUNT:
            return None
        case _:
            return field  # a text has no unit that could change it


def _size(unit: str) -> tuple[int, str]:
    """By which power of ten a unit multiplies, and whether it is money, a share or a count."""
    if unit in _SHARES:
        return 0, unit
    return unit_power(unit), "money" if unit in _MONEY else "count"

"""Automatic numbers of a .docx as the literal text that Word shows (ECMA-376 part 1, clause 17.9).

A level's number formats stand in `numbering.xml`: abstract definitions, and instances of them with overrides.
Instances of one abstract definition count on together, unless an instance overrides a level's start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from moushi.intake.docx_package import attribute, child, children, is_on, name_of, number

_LEVELS = 9
_LARGEST = 32_767  # Word counts no further
_PLACE = re.compile(r"%([1-9])")
_HAN = "〇一二三四五六七八九"
_CIRCLED_ZERO = "○"  # what Word puts for 0 in chineseCounting
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number looks, and after which level it begins anew."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    suffix: str = "tab"
    style: str | None = None


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The number before a paragraph as Word shows it, and the blank that parts it from the text."""

    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class _Instance:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(self, root: etree._Element | None, style_lists: Callable[[str], str | None]) -> None:
        """Take the root of `numbering.xml` (None: no lists) and how a list style names its instance."""
        abstracts = {attribute(found, "abstractNumId"): found for found in children(root, "w:abstractNum")}
        references = {attribute(found, "numId"): found for found in children(root, "w:num")}
        self._instances: dict[str, _Instance] = {}
        for num_id, found in references.items():
            if num_id is None:
                continue
            abstract_id = attribute(held) if (held := child(found, "w:abstractNumId")) is not None else None
            abstract = abstracts.get(abstract_id)
            link = child(abstract, "w:numStyleLink")
            if link is not None:
                linked = references.get(style_lists(attribute(link) or ""))
                held = child(linked, "w:abstractNumId")
                abstract_id = attribute(held) if held is not None else abstract_id
                abstract = abstracts.get(abstract_id)
            if abstract is not None and abstract_id is not None:
                self._instances[num_id] = _instance(abstract_id, abstract, found)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level of the list that belongs to a paragraph style, or None."""
        instance = self._instances.get(num_id)
        levels = instance.levels.items() if instance else ()
        return next((position for position, level in levels if level.style == style), None)

    def next(self, num_id: str, position: int) -> ListNumber | None:
        """Count one paragraph at level `position` (from 0); None when the list is not defined."""
        instance = self._instances.get(num_id)
        if instance is None or position not in instance.levels:
            return None
        counts = self._counts.setdefault(instance.abstract, [None] * _LEVELS)
        level, held = instance.levels[position], counts[position]
        if position in instance.starts and (num_id, position) not in self._begun:
            counts[position] = instance.starts[position]
        else:
            counts[position] = level.start if held is None else held + 1
        self._begun.add((num_id, position))
        for deeper in range(position + 1, _LEVELS):
            if _begins_anew(instance.levels.get(deeper, Level()), position):
                counts[deeper] = None
        text = _shown(instance, level, counts)
        last = text[-1:]
        needs_gap = level.suffix == "space" or (
            level.suffix == "tab" and (last.isalpha() or last.isdecimal())
        )
        return ListNumber(text, " " if text and needs_gap else "")


def _begins_anew(level: Level, after: int) -> bool:
    """Whether a level starts again once level `after` (from 0) has been counted."""
    return level.restart is None or after < level.restart


def _shown(instance: _Instance, level: Level, counts: list[int | None]) -> str:
    if level.form == "bullet":
        return ""  # an ornament, no number

    def put(found: re.Match[str]) -> str:
        named = instance.levels.get(int(found[1]) - 1, Level())
        count = counts[int(found[1]) - 1]
        form = "decimal" if level.legal and named.form != "none" else named.form
        return number_text(named.start if count is None else count, form)

    return _PLACE.sub(put, level.text)


def _instance(abstract_id: str, abstract: etree._Element, found: etree._Element) -> _Instance:
    levels: dict[int, Level] = {}
    for held in children(abstract, "w:lvl"):
        levels[_position(held)] = _level(held)
    starts: dict[int, int] = {}
    for override in children(found, "w:lvlOverride"):
        position = _position(override)
        begin = number(child(override, "w:startOverride"))
        if (held_level := child(override, "w:lvl")) is not None:
            levels[position] = _level(held_level)
            starts[position] = levels[position].start
        if begin is not None:
            starts[position] = begin
            levels[position] = replace(levels.get(position, Level()), start=begin)
    return _Instance(abstract_id, levels, starts)


def _position(found: etree._Element) -> int:
    return min(max(number(found, "ilvl") or 0, 0), _LEVELS - 1)


def _level(found: etree._Element) -> Level:
    values = {name_of(held): attribute(held) or "" for held in found}
    form = values.get("w:numFmt", "decimal")
    if (modern := child(found, "mc:AlternateContent", "mc:Choice", "w:numFmt")) is not None:
        form = attribute(modern) or form
    return Level(
        start=number(child(found, "w:start")) or 0,
        form=form,
        text=values.get("w:lvlText", ""),
        legal=is_on(child(found, "w:isLgl")),
        restart=number(child(found, "w:lvlRestart")),
        suffix=values.get("w:suff", "tab"),
        style=values.get("w:pStyle"),
    )


def number_text(value: int, form: str) -> str:
    """A number in one of Word's number formats (17.18.59); a format not known here counts as decimal."""
    write = _FORMS.get(form)
    return write(value) if write and 0 <= value <= _LARGEST else str(value)


def _chinese(
    value: int, zero: str = "零", digits: str = _HAN, units: str = "十百千", myriad: str = "万"
) -> str:
    """Chinese numerals by thousands: 10 is 十, 110 is 一百一十, 1001 is 一千零一."""
    if value >= 10_000:
        rest = value % 10_000
        low = _group(rest, zero, digits, units) if rest else ""
        gap = zero if 0 < rest < 1000 else ""
        return _chinese(value // 10_000, zero, digits, units, myriad) + myriad + gap + low
    text = _group(value, zero, digits, units)
    return text[1:] if 10 <= value < 20 and units[0] == "十" else text


def _group(value: int, zero: str, digits: str, units: str) -> str:
    """Four digits with their units; one zero for each gap inside."""
    if value == 0:
        return zero
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (zero if gap else "") + digits[digit] + (units[power - 1] if power else "")
        gap = False
    return text


def _by_digits(value: int, digits: str = _HAN) -> str:
    return "".join(digits[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    """chineseCounting: in words below 100, then digit by digit."""
    return _chinese(value, _CIRCLED_ZERO) if value < 100 else _by_digits(value, _CIRCLED_ZERO + _HAN[1:])


def _japanese(value: int) -> str:
    """japaneseCounting: no 一 before 十, 百 and 千, no zero inside."""
    return re.sub("一(?=[十百千])", "", _chinese(value, "")) or "〇"


def _letters(value: int) -> str:
    """A … Z, AA, BB …: Word repeats the letter."""
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        text += sign * times
    return text


def _signs(signs: str) -> Callable[[int], str]:
    """A sign of its own for each number from 1; decimal beyond the last."""
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else str(value)


_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"

_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "decimalFullWidth": lambda value: _by_digits(value, "０１２３４５６７８９"),
    "decimalFullWidth2": lambda value: _by_digits(value, "０１２３４５６７８９"),
    "decimalEnclosedCircle": _signs("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _signs("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedParen": _signs("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _signs("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "ideographEnclosedCircle": _signs("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),  # Word prints brackets, whatever the name says
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseLegalSimplified": lambda value: _chinese(value, "零", _LEGAL_SIMPLIFIED, "拾佰仟"),
    "ideographLegalTraditional": lambda value: _chinese(value, "零", _LEGAL_TRADITIONAL, "拾佰仟", "萬"),
    "ideographDigital": _by_digits,
    "japaneseDigitalTenThousand": _by_digits,
    "taiwaneseDigital": lambda value: _by_digits(value, _CIRCLED_ZERO + _HAN[1:]),
    "japaneseCounting": _japanese,
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
}

"""Quantities in the sentences of a plan: 一家, 两场, 不少于12次, 1.2亿元, 95%; what only looks so is none.

Years, dates, 届次, ordinals, slogans (两个健康) and rough numbers (三四家, 数十场, 30余名) are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from moushi.domain.numbers import plain, shifted

_FOLDED = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF05, 0xFF0E, 0xFF0B)
}  # ０ to ９ ％ ． ＋
_DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_UNITS = (
    "人次|家次|户次|场次|期次|班次|件次|家|户|个|场|次|期|班|人|名|位|对|件|项|起|例|宗|条|篇|份|笔|支|所|座"
    "|处|间|套|艘|堂"
)
_SET_PHRASES = re.compile(
    r"[“‘「『《][^”’」』》]*[”’」』》]"  # slogans, programmes and titles
    r"|两个(?:健康|毫不动摇|确立|维护|先行|统筹|大局)|四个(?:意识|自信|全面)|三个(?:务必|一批)|五个一|一家人|一家亲"
    r"|千家万户|百家争鸣|最多跑一次|一次性|一条龙|[一二三四五六七八九十]位一体|一对一|一人一[岗策]|一[企家户]一[策册档]"
)
_QUANTITY = re.compile(
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"
    rf"(?P<scale>[十百千]?(?:万亿|万|亿)|[百千](?=家|人|场|户|名))?(?P<rough>[多余几来])?"
    rf"(?P<unit>%|元|{_UNITS})(?P<after>(?:及)?以[上内下]|之内|左右|上下)?",
    re.ASCII,  # of digits: no others are numbers here
)
_HUNDREDTHS = re.compile(r"百分之(?P<number>[零〇一二三四五六七八九十百]+)")
_LEAST = "不少于|不低于|不小于|至少|最少|达到|达|力争|争取|确保|保证|突破|超过|超|实现|完成"
_MOST = "不超过|不多于|不高于|不突破|不得超过|至多|最多|控制在|控制到|压减到|降至|降到"
_BOUND = re.compile(rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|共|总计|累计)+$")
_NOT_COUNTED = re.compile(
    r"(?:[第届每同另某这那哪逐几近]|(?<![总人户员业会])数|(?<![签合预节])约|任何|不让|不漏|不落|十五|各.{0,2}|[\d零一二两三四五六七八九十百千.+/:：·-]"
    r"|[\d零一二两三四五六七八九十百千](?:家|场|个|次|期|名|人|件|项)?[至到~～–—、])$"
)
_NO_UNIT = {
    "家": "[庭长乡园国里具电装亲属政风]|喻户晓",
    "个": "工作日|月|小时|百分点|季度|年|人|方面|层面|环节|维度|体户|性",
    "次": "要|日|年|方|生|序|第",
    "人": "大|社|才|力|民|居|员|物|文|均|工|心|本|格",
    "期": "间|限|货|望|待|盼|工程",
    "对": "标|接|外|口|应|于|准|象|话|策|照|比|待|台",
    "件": "件",
    "项": "项",
    "位": "于|居|置",
    "条": "件|例",
    "处": "理|置|级|长",
    "份": "子",
    "班": "子",
    "户": "外|籍|口",
    "支": "持|撑|部|书|援",
    "座": "谈",
    "起": "来|步|到|草|点|航",
    "例": "会|行|外",
    "场": "地|所|景",
    "名": "誉|单|录|优|称|牌|企",
    "间": "接",
    "所": "有|在",
}
_NEXT = {unit: re.compile(f"{unit}|{words}") for unit, words in _NO_UNIT.items()}
_EVERY = re.compile(r"每(?:个)?(?P<span>月|季度|季|半年|年)?(?P<between>[^每]*)$")
_TIMES = {"月": 12, "季度": 4, "季": 4, "半年": 2, "年": 1}
_EVENTS = frozenset({"场", "次", "期", "场次", "期次", "班", "堂", "家次", "件次"})
_EACH = re.compile("一[企家户人岗]一|\0")
_PAST = re.compile(r"去年|上年|往年|现有|目前|原有|已经|已[建有完成发培]|截至")
_BREAKS = re.compile(r"[，：、（）()。；！？;!?\n]|,(?!\d)")
_STOPS = re.compile(r"[。；！？;!?\n]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; `begin` to `end` are its words, bounds included; amounts (元) are in yuan.

    `lead` and `rest` are the words before and after it within its clause, which begins at `clause`.
    """

    begin: int
    end: int
    number: Decimal
    unit: str
    is_most: bool
    clause: int
    lead: str
    rest: str

    @property
    def is_amount(self) -> bool:
        """Whether it is money."""
        return self.unit.endswith("元")

    @property
    def is_share(self) -> bool:
        """Whether it is a share of 1."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text between two marks; `sentence` is where the one that it is part of begins."""

    begin: int
    end: int
    text: str
    sentence: int


def folded(text: str) -> str:
    """The text with full-width digits as plain ones, place by place."""
    return text.translate(_FOLDED)


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text in order; blank ones are left out."""
    begin = sentence = 0
    for mark in (*_BREAKS.finditer(text), None):
        end = mark.start() if mark else len(text)
        if text[begin:end].strip():
            yield Clause(begin, end, text[begin:end], sentence)
        if mark:
            begin = mark.end()
            sentence = begin if _STOPS.match(mark[0]) else sentence


def quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text (`folded`), in order."""
    bare = _SET_PHRASES.sub(lambda found: "\0" * len(found[0]), text)
    before: Quantity | None = None
    for clause in clauses(text):
        words = bare[clause.begin : clause.end]
        if _PAST.search(words):
            continue
        ended = 0
        for found in (*_QUANTITY.finditer(words), *_HUNDREDTHS.finditer(words)):
            made = _quantity(found, words, clause, text)
            if made is not None and found.start() >= ended:
                ended = found.end()
                if not made.lead.strip() and not made.rest.strip():  # 放贷30笔、1500万元
                    if before is None or text[before.end : clause.begin] != "、":
                        continue
                    made = replace(made, clause=before.clause, lead=before.lead)
                before = made
                yield made


def number_of(text: str) -> Decimal | None:
    """The value of digits or of a Chinese numeral; None of a rough one (三四) or a bare 百."""
    if text[:1].isascii():
        return Decimal(text.replace(",", ""))
    if re.search("[一二两三四五六七八九]{2}", text) or text[:1] in "百千":
        return None
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total, digit = total + (digit or 1) * _TENS[char], 0
    return Decimal(total + digit)


def _quantity(found: re.Match[str], words: str, clause: Clause, text: str) -> Quantity | None:
    held = found.groupdict()
    before, after = words[: found.start()], words[found.end() :]
    unit = held.get("unit") or "%"
    scale = held.get("scale") or ""
    number = Decimal(100) if unit == "%" and held["number"] == "百" else number_of(held["number"])
    is_none = (
        number is None
        or _is_repeated(found, words)
        or bool(held.get("rough"))
        or held.get("after") in ("左右", "上下")
        or _NOT_COUNTED.search(before)
        or (not held.get("after") and (no := _NEXT.get(unit)) and no.match(after))
    )
    if is_none or number is None:
        return None
    number = Decimal(plain(shifted(number, _SCALES[scale] - (2 if unit == "%" else 0))))
    bound = _BOUND.search(before)
    begin = bound.start() if bound else found.start()
    is_most = bool(bound and bound["most"]) or held.get("after") in ("以内", "以下", "之内")
    every = _EVERY.search(words[:begin])
    if every:
        times = _TIMES.get(every["span"] or "")
        if times is None or unit not in _EVENTS:
            return None
        number *= times
    own = text[clause.begin : clause.end]
    if not own[: found.start()].strip() and _EACH.search(after):
        return None  # how each is treated
    if number == 0 and not is_most:
        return None
    lead = own[:begin]
    if every:
        lead = own[: every.start()] + own[every.start("between") : begin]
        begin = every.start()
    return Quantity(
        begin=clause.begin + begin,
        end=clause.begin + found.end(),
        number=number,
        unit=scale[-1:] + unit if unit == "元" and scale else unit,
        is_most=is_most,
        clause=clause.begin,
        lead=lead,
        rest=own[found.end() :],
    )


def _is_repeated(found: re.Match[str], words: str) -> bool:
    """Whether it stands twice running: 一家一家."""
    return words.startswith(found[0], found.end()) or words.endswith(found[0], 0, found.start())

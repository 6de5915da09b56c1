"""Measures that the words of a plan item suggest: 再推出一家共富工坊 → 1 家, 走访全覆盖 → n/N of the ledger.

Nothing is guessed from rough numbers, years, 届次 or slogans (`domain.quantities`). A suggestion is only
offered: it becomes a measure when a person takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from moushi.domain.kinds import ActivityKind, CountRule, Direction, MeasureKind, MeasureSource
from moushi.domain.quantities import Clause, Quantity, clauses, folded, quantities
from moushi.domain.records import Chamber
from moushi.domain.topics import LEVEL, TOPICS, WHOLE, Counted, Topic, named

_OWN_RENEWAL = re.compile(r"(?:工商联|工商业联合会|总商会)[^，。；]{0,6}换届")
_NO_RENEWAL = re.compile(r"换届(?:以来|后|制度|办法)")
_MEETING = re.compile(
    r"(?P<name>[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次"
    r"(?:[^，。；：、“”（）]|（扩大）){0,10}?(?:会议|大会|全会|全委会|执委会|常委会|理事会)议?)"
)
_ONE_TIME = re.compile(
    r"(?P<verb>完成|建成|出台|印发|编印|发布|启用|上线|投用|成立|挂牌|召开)(?P<what>[^，。；：、“”‘’（）\d]{2,16})"
)
_NO_ONE_TIME = re.compile(r"任务|目标|指标|情况|以来|后|的|一批|系列|工作$")
_CONTINUING = re.compile(r"持续|常态化|常态|长期|坚持|不断|一以贯之|常年|长效")
_STRIPPED = re.compile(
    r"^(?:要|将|继续|进一步|持续|常态化|常态|长期|坚持|不断|常年|深化|推进|推动|做好|开展|抓好|加强|地)+"
)
_NONE = Decimal(0)
_NAME = 16  # characters of a name made from a clause
_BY_CHAMBERS = re.compile(
    r"(?:^|组织|发动|动员|引导|指导|推动|带动|督促|号召|鼓励|支持|依托|由|全[县市区])"
    r"(?:各(?:地|类|级|乡镇|镇街|镇|乡|街道|基层|行业|所属|直属)*|基层|乡镇|镇街)商会"
)
_EACH = re.compile(r"每|均|都|各自|分别|各(?![^，。；]{0,5}商会)")
_CHAMBERS_UNITS = ("家", "个", "户")  # by which chambers themselves are counted
_CHAMBER = re.compile(r"(?:商会|协会|联谊会|同业公会|商务联合会)$")


@dataclass(frozen=True, slots=True)
class SuggestedPart:
    """其中: a part of a suggested measure."""

    name: str
    rule: CountRule | None
    target: Decimal | None = None
    activity_kind: ActivityKind | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A measure that a text suggests; `span` is where in the text, amounts are in yuan, shares of 1."""

    name: str
    kind: MeasureKind
    span: tuple[int, int]
    unit: str = ""
    target: Decimal | None = None
    direction: Direction = Direction.AT_LEAST
    source: MeasureSource = MeasureSource.HAND
    rule: CountRule | None = None
    activity_kind: ActivityKind | None = None
    level: str = ""
    parts: tuple[SuggestedPart, ...] = ()
    chambers: tuple[UUID, ...] = ()

    @property
    def key(self) -> str:
        """By what it is known again however its number changes."""
        return "\x1f".join(
            (self.name, self.kind, self.unit, self.rule or "", self.activity_kind or "", self.level)
        )


def suggest(text: str, chambers: Sequence[Chamber] = ()) -> tuple[Suggestion, ...]:
    """The measures that a plan item's text suggests, in the text's order; `chambers` are those it may name.

    What several words suggest is suggested once.
    """
    plain = folded(text)
    parts = list(clauses(plain))
    found: list[Suggestion] = []
    for quantity in quantities(plain):
        made = _counted(plain, quantity, parts, len(chambers))
        if made and not _joined(found, *made):
            found.append(made[0])
    found += [Suggestion(m["name"], MeasureKind.MILESTONE, m.span()) for m in _MEETING.finditer(plain)]
    for clause in parts:
        for each in (*_by_words(clause, plain, chambers), *_topical(clause, found)):
            if not _is_there(found, each):
                found.append(each)
    taken = [each.span for each in found]
    for clause in parts:
        found += [
            each
            for each in _one_time(clause)
            if not any(begin < each.span[1] and each.span[0] < end for begin, end in taken)
            and not any(clause.begin <= other.span[0] < clause.end for other in found)
        ]
    if not found:
        found += list(_continuing(parts))[:1]
    called = (replace(each, name=" ".join(each.name.split())) for each in reversed(found))
    once = {each.key: each for each in called if each.name}
    return tuple(sorted(once.values(), key=lambda each: each.span))


def _counted(
    text: str, quantity: Quantity, parts: Sequence[Clause], chambers: int
) -> tuple[Suggestion, Topic | None, Counted | None] | None:
    """What a quantity suggests, with the topic and the count that it was taken for."""
    clause = next(each for each in parts if each.begin == quantity.clause)
    topic, counted = _topic_of(text, clause, quantity)
    made = _bare(quantity)
    if counted is not None and topic is not None:
        level = LEVEL.search(quantity.lead[-8:]) or LEVEL.match(quantity.rest) if topic.has_level else None
        made = replace(
            made,
            name=_called(made.name, topic, counted),
            source=topic.source,
            rule=counted.rule,
            activity_kind=topic.activity,
            level=level[0] if level else "",
            parts=tuple(
                SuggestedPart(part.name or "", part.rule, None, topic.activity) for part in counted.parts
            ),
        )
    elif quantity.is_share and (whole := next((w for w in WHOLE if w.rate.search(made.name)), None)):
        made = replace(made, name=whole.name, unit=whole.unit, source=whole.source, rule=whole.rule,
                       activity_kind=whole.activity)  # fmt: skip
    elif _is_by_chambers(quantity, clause, chambers):
        made = replace(made, source=MeasureSource.RETURNS)
    return (made, topic, counted) if made.name else None


def _is_by_chambers(quantity: Quantity, clause: Clause, chambers: int) -> bool:
    """Whether a quantity is what all chambers together come to: 发动各乡镇商会报送信息60条.

    Less than one for each chamber is likely what each is to do, which added up would be another goal.
    """
    return (
        bool(_BY_CHAMBERS.search(quantity.lead))
        and not _EACH.search(clause.text)
        and not (quantity.is_share or quantity.is_most or quantity.unit in _CHAMBERS_UNITS)
        and 0 < chambers <= quantity.number
    )


def _called(name: str, topic: Topic, counted: Counted) -> str:
    """What a count is called: as its topic says, else as the text does, unless that says but 开讲."""
    if counted.name is None and len(name) < 3 and topic.main and topic.main.rule is counted.rule:
        return topic.main.name or name
    return name if counted.name is None else counted.name


def _bare(quantity: Quantity) -> Suggestion:
    """What a quantity suggests by itself, to be entered by hand."""
    name, begin, end = named(quantity)
    kind = MeasureKind.COUNT
    if quantity.is_share:
        kind = MeasureKind.RATIO
    elif quantity.is_amount:
        kind = MeasureKind.AMOUNT
    return Suggestion(
        name=name,
        kind=kind,
        span=(begin, end),
        unit="" if quantity.is_share else quantity.unit,
        target=quantity.number,
        direction=Direction.AT_MOST if quantity.is_most else Direction.AT_LEAST,
    )


def _topic_of(text: str, clause: Clause, quantity: Quantity) -> tuple[Topic | None, Counted | None]:
    """The topic of a quantity and what of it is counted: by its own clause, else by what stands before."""
    for topic in TOPICS:
        if topic.own.search(clause.text) and (counted := topic.counted(quantity, clause.text)):
            return topic, counted
    before = text[clause.sentence : clause.begin]
    for topic in TOPICS:
        is_near = topic.near is not None and topic.near.search(clause.text) and topic.own.search(before)
        if is_near and (counted := topic.counted(quantity, clause.text)):
            return topic, counted
    return None, None


def _joined(found: list[Suggestion], made: Suggestion, topic: Topic | None, counted: Counted | None) -> bool:
    """Whether a count became a part (其中) of a measure that is suggested already, or is there itself."""
    if counted is None or topic is None:
        return _is_there(found, made)
    for place, other in enumerate(found):
        if other.source is not topic.source or other.activity_kind is not topic.activity:
            continue
        if topic.has_level and other.rule is counted.rule and (made.level or other.level):
            found[place] = _with_level(other, made)
            return True
        for n, part in enumerate(other.parts):
            if part.rule is counted.rule and part.target is None and other.rule is not counted.rule:
                named_part = replace(part, target=made.target)
                found[place] = replace(
                    other,
                    parts=(*other.parts[:n], named_part, *other.parts[n + 1 :]),
                    span=(min(other.span[0], made.span[0]), max(other.span[1], made.span[1])),
                )
                return True
    return _is_there(found, made)


def _with_level(whole: Suggestion, made: Suggestion) -> Suggestion:
    """Recognitions of several levels as one measure: each level a part; the target their sum, if not told."""
    part = SuggestedPart(made.level, made.rule, made.target, made.activity_kind, made.level)
    span = (min(whole.span[0], made.span[0]), max(whole.span[1], made.span[1]))
    if not whole.level:
        if whole.parts and whole.target == sum((p.target or _NONE for p in whole.parts), _NONE):
            return replace(
                whole,
                parts=(*whole.parts, part),
                span=span,
                target=(whole.target or _NONE) + (made.target or _NONE),
            )
        return replace(whole, parts=(*whole.parts, part), span=span)
    first = SuggestedPart(whole.level, whole.rule, whole.target, whole.activity_kind, whole.level)
    total = (whole.target or _NONE) + (made.target or _NONE)
    return replace(whole, level="", target=total, parts=(first, part), span=span)


def _is_there(found: Sequence[Suggestion], made: Suggestion) -> bool:
    """Whether the same is suggested already."""
    for other in found:
        if made.rule is not None and other.rule is made.rule and other.activity_kind is made.activity_kind:
            return True
        if (other.name, other.kind, other.unit) == (made.name, made.kind, made.unit):
            return True
        if any(made.rule is not None and part.rule is made.rule for part in other.parts):
            return True
    return False


def _by_words(clause: Clause, text: str, chambers: Sequence[Chamber]) -> Iterator[Suggestion]:
    """What 全覆盖 and 换届 suggest."""
    full = clause.text.find("全覆盖")
    if full >= 0:
        yield _whole(clause, full)
    if "换届" in clause.text and not _NO_RENEWAL.search(clause.text):
        renewal = _renewal(clause, text, chambers)
        if renewal:
            yield renewal


def _whole(clause: Clause, full: int) -> Suggestion:
    """A 全覆盖: of a rule where its words are known, else to be entered by hand."""
    words = clause.text[: full + 3]
    span = (clause.begin, clause.begin + full + 3)
    for whole in WHOLE:
        if whole.words.search(words):
            return Suggestion(whole.name, MeasureKind.RATIO, span, whole.unit, source=whole.source,
                              rule=whole.rule, activity_kind=whole.activity)  # fmt: skip
    name = re.sub(r"(?:实现|推进|推动|落实|基本|达到|做到|的)+$", "", _bare_words(clause.text[:full]))
    return Suggestion((name or "全覆盖")[-_NAME:], MeasureKind.RATIO, span, target=Decimal(1))


def _renewal(clause: Clause, text: str, chambers: Sequence[Chamber]) -> Suggestion | None:
    """换届 of chambers: those that the sentence names up to there, else all that fall due."""
    own = _OWN_RENEWAL.search(clause.text)
    if own:
        span = (clause.begin + own.start(), clause.begin + own.end())
        return Suggestion("工商联换届", MeasureKind.MILESTONE, span)
    stop = clause.begin + clause.text.find("换届") + 2
    start = max(text.rfind(mark, 0, stop) for mark in "。；！？;，") + 1
    words = text[start:stop]
    spans = {}
    for chamber in chambers:
        stem = _CHAMBER.sub("", chamber.name)
        place = words.find(chamber.name)
        if place < 0 and len(stem) > 1 and ("商会" in words or "协会" in words):
            place = words.find(stem)
        if place >= 0:
            spans[chamber.id] = place
    names = tuple(sorted(spans, key=lambda each: spans[each]))
    if not names and not re.search("商会|协会|联谊会", words):
        return None
    kind = MeasureKind.MILESTONE if len(names) == 1 else MeasureKind.RATIO
    return Suggestion("商会换届", kind, (start, stop), "家", source=MeasureSource.REGISTER,
                      rule=CountRule.CHAMBERS_RENEWED, chambers=names)  # fmt: skip


def _topical(clause: Clause, told: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """A topic that counts by itself, spoken of without a number."""
    for topic in TOPICS:
        found = topic.own.search(clause.text)
        if found and topic.main is not None and topic.is_told(clause.text):
            if any((each.activity_kind, each.rule) in topic.counts for each in told):
                return
            span = (clause.begin + found.start(), clause.begin + found.end())
            parts = tuple(
                SuggestedPart(part.name or "", part.rule, None, topic.activity) for part in topic.main.parts
            )
            level = LEVEL.search(clause.text) if topic.has_level else None
            yield Suggestion(topic.main.name or found[0], MeasureKind.COUNT, span, topic.unit,
                             source=topic.source, rule=topic.main.rule, activity_kind=topic.activity,
                             level=level[0] if level else "", parts=parts)  # fmt: skip
            return


def _one_time(clause: Clause) -> Iterator[Suggestion]:
    """What is done once: 出台办法, 成立商会, 建成展厅."""
    for found in _ONE_TIME.finditer(clause.text):
        if not _NO_ONE_TIME.search(found["what"]) and "换届" not in found[0] and "全覆盖" not in found[0]:
            span = (clause.begin + found.start(), clause.begin + found.end())
            yield Suggestion(found[0].strip()[:_NAME], MeasureKind.MILESTONE, span)
            return


def _continuing(parts: Sequence[Clause]) -> Iterator[Suggestion]:
    """What goes on all year and is reported in words."""
    for clause in parts:
        found = _CONTINUING.search(clause.text)
        if found:
            name = _bare_words(clause.text[found.end() :]) or _bare_words(clause.text)
            if len(name) > 1:
                span = (clause.begin + found.start(), clause.end)
                yield Suggestion(name[:_NAME], MeasureKind.CONTINUING, span)


def _bare_words(text: str) -> str:
    """A clause without the words that only lead on to what it is about."""
    return _STRIPPED.sub("", text.strip(' “”‘’"')).strip(' “”‘’"')

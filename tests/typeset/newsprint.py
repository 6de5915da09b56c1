"""Random newspaper text, and the page's rules written a second time, slowly, to judge the composer by."""

from __future__ import annotations

import re

from hypothesis import strategies as st

NO_START = "，。、；：？！）》〉」』】〕”’·％…—" + ",.;:?!)]}%"
NO_END = "（《〈「『【〔“‘" + "([{"
FAMILY = "👨\u200d👩\u200d👧"
FLAG = "🇨🇳"
ACCENTED = "e\u0301"
VARIANT = "葛\U000e0100"
JOINER, BREAKER = "\u2060", "\u200b"

HAN = "渔港海岛船厂晒盐灯塔潮汐鲜𠮷〇々"
MARKS = "，。、；：？！（）《》〈〉「」『』【】〔〕“”‘’·％"
WHOLE = [
    "——",
    "……",
    "—",
    "…",
    "2023",
    "1+6+N",
    "3.5",
    "10%",
    "a.b-c/d",
    "x" * 60,
    "7" * 9,
    FAMILY,
    FLAG,
    "👍🏽",
]
CLUSTERS = [VARIANT, ACCENTED, "□", "①", "▲", "🎉"]

scraps = st.one_of(
    st.sampled_from(HAN),
    st.sampled_from(HAN),
    st.sampled_from(MARKS),
    st.sampled_from(WHOLE + CLUSTERS),
    st.sampled_from([*" ,.;:?!)]}([{%+-'\"abZ09", "\u3000", JOINER, BREAKER]),
)
texts = st.lists(scraps, max_size=120).map("".join)
measures = st.one_of(
    st.sampled_from([21.75, 21.5, 77.14]), st.integers(8, 120).map(lambda quarters: quarters / 4)
)
indents = st.sampled_from([0.0, 2.0])

_UNIT = re.compile(
    "👨\u200d👩\u200d👧|🇨🇳|👍🏽|——|……"
    "|[A-Za-z0-9]\u0301?(?:[-+.,:/%&'@_#=]*[A-Za-z0-9]\u0301?)*%?\u0301?"
    "|.[\u0301\U000e0100]?",
    re.DOTALL,
)
_HANGING = " \u3000" + BREAKER
_INVISIBLE = _HANGING + "\u0301\U000e0100"


def slow_units(text: str) -> list[str]:
    return _UNIT.findall(text)


def slow_width(text: str) -> float:
    """Least width in em of a line's text, the spaces at its end hanging."""
    shown = re.sub("👨\u200d👩\u200d👧|🇨🇳|👍🏽", "口", text.rstrip(_HANGING))
    zero = "\u0301\U000e0100" + JOINER + BREAKER
    return sum(
        0 if ch in zero else 0.25 if ch == " " else 0.5 if ch in MARKS.replace("％", "") or ch < "\x7f" else 1
        for ch in shown
    )


def unit_ends(text: str) -> set[int]:
    ends, at = set(), 0
    for unit in slow_units(text):
        at += len(unit)
        ends.add(at)
    return ends


def legal_breaks(text: str) -> set[int]:
    """Every offset at which the rules allow a line of `text` to end."""
    legal = {len(text)}
    for at in unit_ends(text) - {len(text)}:
        ahead, behind = text[at], text[:at].rstrip(_INVISIBLE)[-1:]
        if ahead in _HANGING or ahead in NO_START or (behind and behind in NO_END):
            continue
        if JOINER not in {ahead, text[at - 1]}:
            legal.add(at)
    return legal

"""The Chinese words of rosters, as the screen has them in Chinese; documents are always in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from moushi.domain.kinds import ActivityKind, ChamberKind, MemberKind, Role

CHAMBER_KINDS: Mapping[ChamberKind, str] = {
    ChamberKind.TOWNSHIP: "乡镇街道商会",
    ChamberKind.TRADE: "行业商会",
    ChamberKind.ELSEWHERE: "异地商会",
    ChamberKind.NEW_GENERATION: "新生代企业家联谊会",
    ChamberKind.OTHER: "其他商会",
}
MEMBER_KINDS: Mapping[MemberKind, str] = {
    MemberKind.ENTERPRISE: "企业",
    MemberKind.GROUP: "团体",
    MemberKind.INDIVIDUAL: "个人",
}
ACTIVITY_KINDS: Mapping[ActivityKind, str] = {
    ActivityKind.VISIT: "走访",
    ActivityKind.DIALOGUE: "亲清直通车·政企恳谈会",
    ActivityKind.TRAINING: "培训",
    ActivityKind.TALK: "宣讲",
    ActivityKind.MEDIATION: "商会调解",
    ActivityKind.PAIRING: "结对帮扶",
    ActivityKind.WORKSHOP: "共富工坊",
    ActivityKind.DONATION: "慈善捐赠",
    ActivityKind.LOAN: "互助资金借款",
    ActivityKind.ROTATION: "副会长轮值",
    ActivityKind.MEETING: "会议",
    ActivityKind.OTHER: "其他活动",
}
_OF_CHAMBERS: Mapping[Role, str] = {
    Role.CHAIR: "会长",
    Role.PRESIDENT: "会长",
    Role.PARTY_SECRETARY: "党组书记",
    Role.EXECUTIVE_VICE: "常务副会长",
    Role.ACTING_PRESIDENT: "执行会长",
    Role.VICE: "副会长",
    Role.CHIEF_SUPERVISOR: "监事长",
    Role.SUPERVISOR: "监事",
    Role.SECRETARY_GENERAL: "秘书长",
    Role.STANDING_COMMITTEE: "常务理事",
    Role.EXECUTIVE_COMMITTEE: "执委",
    Role.COUNCIL: "理事",
    Role.HONORARY_PRESIDENT: "名誉会长",
    Role.BRANCH_SECRETARY: "支部书记",
}
_OF_FEDERATIONS: Mapping[Role, str] = {
    **_OF_CHAMBERS,
    Role.CHAIR: "主席",
    Role.PRESIDENT: "主席",
    Role.EXECUTIVE_VICE: "常务副主席",
    Role.ACTING_PRESIDENT: "执行主席",
    Role.VICE: "副主席",
    Role.STANDING_COMMITTEE: "常委",
    Role.HONORARY_PRESIDENT: "名誉主席",
}
_DIGITS = "零一二三四五六七八九"
_D = "[0-9０-９]"
_PHONE = re.compile(  # digits of a code or an amount are part of a longer word
    rf"(?<![A-Za-z0-9０-９.])"
    rf"(?:(?:[+＋]?[8８][6６][-－ ]?)?[1１][3-9３-９]{_D}[-－ ]?{_D}{{4}}[-－ ]?{_D}{{4}}"
    rf"|[(（]?[0０]{_D}{{2,3}}[)）]?[-－ ]?{_D}{{7,8}})(?![A-Za-z0-9０-９])"
)
_LONG_NUMBER = re.compile(f"{_D}{{4}}")
_NOTHING_LEFT = re.compile(r"[(（]\s*[)）]")


def role_word(role: Role, *, in_federation: bool) -> str:
    """What a role is called: federations have 主席 where chambers have 会长."""
    return (_OF_FEDERATIONS if in_federation else _OF_CHAMBERS)[role]


def term_word(number: int | None) -> str:
    """第三届; "" where the number is not known."""
    return f"第{_numeral(number)}届" if number else ""


def line(text: str | None) -> str:
    """A text on one line."""
    return " ".join((text or "").split())


def without_phones(text: str | None) -> str:
    """A free text on one line, without telephone numbers: some are typed beside a name."""
    bare = line(text)
    if not _LONG_NUMBER.search(bare) or not _PHONE.search(bare):  # the first look costs a tenth
        return bare
    return line(_NOTHING_LEFT.sub("", _PHONE.sub("", bare)))


def tallied(words: Iterable[tuple[str, int]]) -> str:
    """企业100、团体12; what is not there is left out."""
    return "、".join(f"{word}{count}" for word, count in words if count)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number >= 100 or number < 0:
        return str(number)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")

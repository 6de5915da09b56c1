"""What a column's name tells of it, and the words of choices in lists: posts, kinds, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from moushi.domain.kinds import ActivityKind, ChamberKind, MemberKind, Role
from moushi.intake.labels import folded, told_by
from moushi.intake.list_meanings import ListKind, Meaning
from moushi.intake.list_names import KEYWORDS, NAMES, NEVER

_TABLES = {
    kind: {name: meaning for meaning, names in of.items() for name in map(folded, names.split())}
    for kind, of in NAMES.items()
}
_WAN = {Meaning.CAPITAL: Meaning.CAPITAL_WAN, Meaning.AMOUNT: Meaning.AMOUNT_WAN}
_BEFORE = re.compile(r"^(?:[*＊※]|\d{1,2}[.、])+")
_LONGEST = 40  # characters of a column's name
_FIRM = re.compile(r".{4}有限(?:责任)?公司$")
_IN_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")

MEANINGS: Mapping[ListKind, Sequence[Meaning]] = {
    kind: (
        Meaning.UNREAD,
        *(each for meaning in of for each in (meaning, _WAN.get(meaning)) if each),
    )
    for kind, of in NAMES.items()
}
"""What a column of a list of each kind can hold."""

KEYS: Mapping[ListKind, Sequence[Meaning]] = {
    ListKind.MEMBERS: (Meaning.NAME, Meaning.PERSON, Meaning.UNIT_AND_JOB),
    ListKind.CHAMBERS: (Meaning.CHAMBER,),
    ListKind.LEDGER: (Meaning.DATE,),
}
"""The columns of which a list of each kind has at least one."""


@lru_cache(maxsize=4096)
def named(kind: ListKind, name: str) -> Meaning | None:
    """What a column of just that name holds; signs before it and remarks in brackets do not matter."""
    bare = _BEFORE.sub("", folded(name))
    found = _TABLES[kind].get(bare) or _TABLES[kind].get(_IN_BRACKETS.sub("", bare))
    return _in_wan(found, bare)


@lru_cache(maxsize=4096)
def hinted(kind: ListKind, name: str) -> Meaning | None:
    """What a column holds whose name has a word of which that is known."""
    bare = folded(name)
    if is_set_aside(bare):
        return None
    found = next((meaning for word, meaning in KEYWORDS[kind] if re.search(word, bare)), None)
    return _in_wan(found, bare)


@lru_cache(maxsize=4096)
def is_set_aside(name: str) -> bool:
    """Whether a column by its name holds what the work does not need, such as identity-card numbers."""
    return bool(re.search(NEVER, folded(name)))


def _in_wan(meaning: Meaning | None, name: str) -> Meaning | None:
    return _WAN.get(meaning, meaning) if meaning and "万" in name else meaning


def could_head(cells: Sequence[str]) -> bool:
    """Whether a row may be the header of a list or of a task table: its cells are names of columns."""
    filled = _names_among(cells)
    for kind in ListKind:
        posts = {
            Meaning.ROLE for text in filled if text in ROLES
        }  # 会长 beside 秘书长 may be the posts of one
        known = len(posts | {named(kind, text) for text in filled if text not in ROLES} - {None})
        if known >= 3 or (known >= 2 and 2 * _told(kind, filled) >= len(filled)):
            return True
    return sum(told_by(text) is not None for text in filled) >= max(2, len(filled) / 2)


def could_head_loosely(cells: Sequence[str]) -> bool:
    """Whether a row may be a header of unusual names: words that tell of columns are in most cells."""
    filled = _names_among(cells)
    return len(filled) >= 2 and any(_told(kind, filled) >= max(2, 0.6 * len(filled)) for kind in ListKind)


def _told(kind: ListKind, filled: Sequence[str]) -> int:
    return sum((named(kind, text) or hinted(kind, text)) is not None for text in filled)


def _names_among(cells: Sequence[str]) -> list[str]:
    """The cells that are not empty; none when one is too long to name a column, or names an enterprise."""
    filled = [text for text in cells if text.strip()]
    return [] if any(len(text) > _LONGEST or _FIRM.search(text) for text in filled) else filled


_ROLES = {
    Role.EXECUTIVE_VICE: "常务副会长 常务副主席 常务副理事长",
    Role.ACTING_PRESIDENT: "执行会长 执行主席 轮值会长",
    Role.VICE: "副会长 副主席 副理事长",
    Role.HONORARY_PRESIDENT: "名誉会长 荣誉会长 名誉主席",
    Role.PRESIDENT: "会长 理事长",
    Role.CHAIR: "主席",
    Role.PARTY_SECRETARY: "党组书记",
    Role.CHIEF_SUPERVISOR: "监事长 监事会主席",
    Role.SUPERVISOR: "监事 监事会成员",
    Role.SECRETARY_GENERAL: "秘书长",
    Role.STANDING_COMMITTEE: "常委 常务理事 常务委员",
    Role.EXECUTIVE_COMMITTEE: "执委 执行委员 执委会委员 执行委员会委员",
    Role.COUNCIL: "理事",
    Role.BRANCH_SECRETARY: "支部书记 党支部书记",
}
ROLES: Mapping[str, Role] = {name: role for role, names in _ROLES.items() for name in names.split()}
"""The words for posts in a federation or a chamber."""

_NONE = "会员 会员单位 会员企业 一般会员 普通会员 个人会员 团体会员 无 - — / 企业会员"
NO_ROLES = frozenset(_NONE.split())
"""Words in a column of posts that say that somebody holds none."""

MEMBER_KINDS: Mapping[str, MemberKind] = {
    name: kind
    for kind, names in {
        MemberKind.ENTERPRISE: "企业 企业会员 单位 单位会员 公司 个体 个体工商户 合作社 "
        "农民专业合作社 民营企业 私营企业",
        MemberKind.GROUP: "团体 团体会员 社团 社会组织 商会 协会",
        MemberKind.INDIVIDUAL: "个人 个人会员 自然人",
    }.items()
    for name in names.split()
}
CHAMBER_KINDS: Sequence[tuple[str, ChamberKind]] = (
    ("乡镇|街道|镇街|基层", ChamberKind.TOWNSHIP),
    ("行业|产业", ChamberKind.TRADE),
    ("异地", ChamberKind.ELSEWHERE),
    ("新生代|青年企业家|青企", ChamberKind.NEW_GENERATION),
    ("其他|其它|综合", ChamberKind.OTHER),
)
ACTIVITY_KINDS: Sequence[tuple[str, ActivityKind]] = (
    ("走访|调研|慰问", ActivityKind.VISIT),
    ("亲清直通车|恳谈|座谈|面对面", ActivityKind.DIALOGUE),
    ("宣讲|讲给", ActivityKind.TALK),
    ("培训|讲座|课堂|研修", ActivityKind.TRAINING),
    ("调解|维权|法律服务", ActivityKind.MEDIATION),
    ("结对|百企结百村|帮村|万企兴万村", ActivityKind.PAIRING),
    ("共富工坊|工坊", ActivityKind.WORKSHOP),
    ("捐赠|捐款|慈善|公益", ActivityKind.DONATION),
    ("互助资金|互助金|转贷|贷款|借款", ActivityKind.LOAN),
    ("轮值", ActivityKind.ROTATION),
    ("会议|执委会|理事会|会员大会|代表大会|会员代表", ActivityKind.MEETING),
    ("其他|其它", ActivityKind.OTHER),
)
_YES = "是 有 √ 已建 已建立 已成立 对 y yes 1 true ✓ ✔ ☑ 建立 成立 单独组建 联合组建"
_NO = "否 无 没有 未建 未建立 未成立 × x n no 0 false ☐ - — / 不是 未"
ANSWERS: Mapping[str, bool] = {
    **dict.fromkeys(_YES.split(), True),
    **dict.fromkeys(_NO.split(), False),
}
"""Yes and no, as they stand in columns that ask for them."""

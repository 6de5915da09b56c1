"""Names that county offices give to columns and remarks, lists of units, and what a title tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from moushi.intake.federations import region
from moushi.intake.values import chinese_number


class Told(StrEnum):
    """What a label or a column's name announces."""

    NUMBER = "number"
    CATEGORY = "category"
    TASK = "task"
    STEPS = "steps"
    LEAD_UNIT = "lead_unit"
    UNIT = "unit"
    SUPPORT = "support"
    PERSON = "person"
    LEADER = "leader"
    DUE = "due"
    MILESTONES = "milestones"


_NAMES = {
    Told.NUMBER: "序号 编号 序",
    Told.CATEGORY: "类别 类型 板块 分类 大类 重点领域 领域 重点方向 "
    "工作板块 工作类别 任务类别 项目类别 工作领域",
    Told.TASK: "工作任务 工作内容 主要任务 任务 任务名称 重点任务 重点工作 工作项目 "
    "工作事项 事项 任务内容 工作要点 主要工作 年度任务 项目",
    Told.STEPS: "具体举措 工作举措 举措 主要举措 具体措施 工作措施 主要措施 措施 "
    "具体任务 具体内容 任务分解 具体工作",
    Told.LEAD_UNIT: "牵头单位 牵头部门 牵头科室 牵头处室 牵头 主办单位 主责单位 牵头责任单位",
    Told.UNIT: "责任单位 责任部门 责任科室 责任处室 承办单位 承办科室 落实单位 实施单位",
    Told.SUPPORT: "配合单位 配合部门 配合科室 配合 协同单位 协办单位 参与单位 协同部门 协助单位",
    Told.PERSON: "责任人 负责人 经办人 具体责任人 责任人员 具体负责人",
    Told.LEADER: "牵头领导 分管领导 责任领导 挂钩领导 联系领导 包抓领导",
    Told.DUE: "完成时限 完成时间 时间节点 时限 完成期限 时间要求 时限要求 完成日期 "
    "计划完成时间 办结时限 时间安排",
    Told.MILESTONES: "节点安排 节点 进度安排 阶段安排 工作节点 阶段目标",
}
_FEDERATIONS = (
    "工商联 工商联名称 所属工商联 各工商联 县区 县(区) 县(市)区 县(市、区) 县市区 市县区 区县 地区 "
    "单位 单位名称 填报单位 报送单位"
)
_TOLD = {name: told for told, names in _NAMES.items() for name in names.split()}
_REMARKS = (Told.LEAD_UNIT, Told.UNIT, Told.SUPPORT, Told.PERSON, Told.LEADER, Told.DUE)
_LABELS = sorted((name for name, told in _TOLD.items() if told in _REMARKS), key=len, reverse=True)
_LABEL = re.compile(f"({'|'.join(_LABELS)})[:：]")
_IN_BRACKETS = re.compile(r"[（(【\[]((?:[^（()）【】\[\]]|[（(][^（()）]*[）)])*)[）)】\]]\s*[。；;]?\s*$")
_AT_THE_END = re.compile(rf"(?:^|(?<=[。；;!！]))\s*(?={_LABEL.pattern})")
_SEPARATORS = "、，,；;／/\n"
_OPENING, _CLOSING = "（(【[", "）)】]"
_TRIMMED = " \t\n　,，;；。、"
_HAN_YEAR = "[二一][〇○零九][零〇○一二三四五六七八九]{2}"
_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d{{2}})(?!\d)|({_HAN_YEAR})年")
_FEDERATION = re.compile(r"(?:关于|印发|下发|公布)*([\u4e00-\u9fff]{2,18}?(?:工商业联合会|工商联))")


def folded(text: str) -> str:
    """A text as names are compared: half-width, without white space and closing colon."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).rstrip(":")


@lru_cache(maxsize=4096)
def told_by(name: str) -> Told | None:
    """What a column of that name holds; a remark in brackets after the name does not matter."""
    bare = folded(name)
    return _TOLD.get(bare) or _TOLD.get(re.sub(r"\(.*\)$", "", bare))


def labelled(text: str) -> dict[Told, str]:
    """What the labels in a remark such as `牵头单位：办公室；完成时限：6月底前` announce."""
    found: dict[Told, str] = {}
    marks = list(_LABEL.finditer(text))
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        found.setdefault(_TOLD[mark[1]], text[mark.end() : end].strip(_TRIMMED))
    return found


def remarks_in(text: str) -> dict[Told, str]:
    """What a paragraph says at its end, in brackets or after its last sentence, of units, people and time."""
    found: dict[Told, str] = {}
    while remark := _IN_BRACKETS.search(text):
        told = labelled(remark[1])
        if not told:
            break
        found = told | found
        text = text[: remark.start()]
    trailing = _AT_THE_END.search(text)
    return (labelled(text[trailing.end() :]) if trailing else {}) | found


def names_federations(name: str) -> bool:
    """Whether a column of that name may hold federations; its values tell."""
    bare = folded(name)
    return not {bare, re.sub(r"\(.*\)$", "", bare)}.isdisjoint(_FEDERATIONS.split())


def federation_of(value: str) -> str:
    """The federation that a cell holds, or of the county or district that it holds; empty when neither."""
    bare = re.sub(r"\(.*\)$", "", folded(value))
    if _FEDERATION.fullmatch(bare):
        return bare
    return f"{bare}工商联" if bare and region(bare) == bare else ""


@lru_cache(maxsize=4096)
def split_names(text: str) -> tuple[str, ...]:
    """Names parted by 、，；/ or blanks, what stands in brackets kept whole, each once."""
    pieces, depth, begin = [], 0, 0
    for place, char in enumerate(text):
        depth += (char in _OPENING) - (char in _CLOSING)
        if char in _SEPARATORS and depth <= 0:
            pieces.append(text[begin:place])
            begin = place + 1
    pieces.append(text[begin:])
    names: list[str] = []
    for piece in pieces:
        words = piece.split()
        spread = len(words) > 1 and all(len(word) == 1 for word in words)  # 办 公 室 is one name set wide
        names += ["".join(words)] if spread else words
    bare = (name.strip("。.:：—-") for name in names)
    return tuple(dict.fromkeys(name for name in bare if name))


def units_of(told: Mapping[Told, str]) -> tuple[str, ...]:
    """The units that columns or labels name, the leading one first; labels inside a value count too."""
    names: list[str] = []
    for column in (Told.LEAD_UNIT, Told.UNIT, Told.SUPPORT):
        value = told.get(column, "")
        inner = labelled(value)
        names += units_of(inner) if inner else split_names(value)
    return tuple(dict.fromkeys(names))


def year_in(text: str) -> int | None:
    """The first year that a text names, in digits or Chinese numerals."""
    found = _YEAR.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return None
    return int(found[1]) if found[1] else chinese_number(found[2])


def federation_in(title: str) -> str:
    """The federation that a title names, as written there; empty when it names none."""
    bare = re.sub(rf"(?:(?:19|20)\d{{2}}|{_HAN_YEAR})年?度?", "|", folded(title))
    found = _FEDERATION.search(bare)
    return found[1] if found else ""

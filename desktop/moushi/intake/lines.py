"""A text layer's lines: trimmed, with their places, page furniture set aside as findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moushi.changes.model import Finding, Severity
from moushi.compile.documents import COPY_NOTE
from moushi.errors import say
from moushi.typeset.lines import least_width_of

_INDENT = re.compile(r"^(?:\u3000{2}|[ \u3000\t]{2,})(?=\S)")
_PAGE_NUMBER = r"第?\s*[A-Z]{0,2}\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
_ARROWS = r"[^\w\s“”《》（）()【】，。、；：！？…—]*"
_JUMP = rf"{_ARROWS}\s*(?:紧?上?接|下?转)\s*{_PAGE_NUMBER}\s*{_ARROWS}"
_JUMP_LINE = re.compile(rf"[（(【\[]?\s*{_JUMP}(?:[：:]\s*\S.{{0,30}}|《[^》]{{1,30}}》)?\s*[）)】\]]?")
_JUMP_AT_START = re.compile(rf"[（(【\[]\s*{_JUMP}[）)】\]]\s*")
_JUMP_AT_END = re.compile(rf"\s*[（(【\[]\s*{_JUMP}[）)】\]]$|(?<=[。！？；”])\s*{_JUMP}$")
_IMPRINT = (  # what stands after 责任编辑： and the like
    r"(?:(?:本版|本期|值班)?(?:(?:责任|执行|首席)?(?:编辑|编审|主编|校对|版式|美编|组版|排版)|责编)\s*[：:/／|｜\s]|"
    r"(?:设计|制图|总监|编委|[一二三]审|(?:新闻|爆料|投诉|广告|订报|发行)?(?:热线|电话)|(?:投稿|电子)?(?:邮箱|信箱)|E-?mail|"
    r"网址|邮编|地址|国内统一刊号|邮发代号)\s*[：:/／|｜])\s*\S{1,40}"
)
_PIECE = (
    rf"(?:{_IMPRINT}|(?:\d{{4}}\s*年)?\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|"
    r"(?:星期|周)[一二三四五六日天]|农历\S{2,8}|[甲乙丙丁戊己庚辛壬癸]\S年\S{2,6}|"
    rf"{_PAGE_NUMBER}|[A-Z]{{0,2}}\d{{1,3}}(?![\d年月日])|(?:https?://|www\.)\S+|[\w.-]+@\S+|"
    r"[\u4e00-\u9fff]{2,4}(?:日报|晚报|商报|晨报|早报|周报|都市报|时报|新闻网)|"
    r"(?:今日|综合|本地|时政|县域|地方|社会|区域|专题)?(?:要闻|新闻|综合|专版|时政|专题|广告|特刊|特别报道))"
)
_FURNITURE = re.compile(rf"{_ARROWS}\s*(?:(?>{_PIECE})[\s·•|｜/／,，:：—-]*+)+", re.IGNORECASE)
_LONGEST_FURNITURE = 100


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: text without outer blanks, its number and first column from 1, its width in em."""

    text: str
    number: int
    column: int
    width: float
    indented: bool
    after_blank: bool

    @property
    def where(self) -> str:
        """`line:column`."""
        return f"{self.number}:{self.column}"


def read_lines(text: str) -> tuple[list[TextLine], list[Finding]]:
    """The lines that carry text, and a finding for each jump line or piece of page furniture set aside."""
    kept: list[TextLine] = []
    findings: list[Finding] = []
    blank = False
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text), start=1):
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        column = len(raw) - len(raw.lstrip()) + 1
        stripped, set_aside = _without_furniture(stripped)
        if set_aside:
            findings.append(_furniture_finding(set_aside, f"{number}:{column}"))
        if stripped:
            indented = bool(_INDENT.match(raw))
            kept.append(TextLine(stripped, number, column, least_width_of(stripped), indented, blank))
        blank = False
    return kept, findings


def given_lines(paragraphs: Iterable[tuple[str, str]]) -> list[TextLine]:
    """Lines from paragraphs of a document: text and number of the paragraph as `line:column`."""
    lines: list[TextLine] = []
    for text, where in paragraphs:
        stripped = " ".join(text.split("\n")).strip()
        if stripped:
            number, _, column = where.partition(":")
            lines.append(
                TextLine(stripped, int(number), int(column or 1), least_width_of(stripped), True, False)
            )
    return lines


def joined(lines: Sequence[str]) -> tuple[str, list[int]]:
    """Printed lines as one text, and where each begins; between two Latin words stands a space again."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for line in lines:
        if pieces and meets_latin(pieces[-1], line):
            pieces.append(" ")
            length += 1
        starts.append(length)
        pieces.append(line)
        length += len(line)
    return "".join(pieces), starts


def meets_latin(before: str, after: str) -> bool:
    """Whether a break between the two texts stood in place of a space; digits only ever break apart."""
    if not before or not after or (before[-1].isdecimal() and after[0].isdecimal()):
        return False
    return _is_latin(before[-1]) and _is_latin(after[0])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _without_furniture(text: str) -> tuple[str, str]:
    """The text and what was set aside of it."""
    if text.startswith(COPY_NOTE):
        return "", text
    if len(text) <= _LONGEST_FURNITURE and (_JUMP_LINE.fullmatch(text) or _FURNITURE.fullmatch(text)):
        return "", text
    if found := _JUMP_AT_START.match(text):
        return text[found.end() :], found.group().strip()
    if found := _JUMP_AT_END.search(text, max(0, len(text) - _LONGEST_FURNITURE)):
        return text[: found.start()].rstrip(), found.group().strip()
    return text, ""


def _furniture_finding(text: str, where: str) -> Finding:
    return Finding(
        Severity.HINT,
        where,
        say("“{text}” is page furniture and was left out of the article.", text=text),
        say("If it belongs to the text, add it in the plan."),
    )

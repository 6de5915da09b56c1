"""A text layer's lines: trimmed, with their places, page furniture set aside as findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moushi.changes.model import Finding, Severity
from moushi.errors import say
from moushi.typeset.lines import least_width_of

_INDENT = re.compile(r"^(?:\u3000{2}|[ \u3000\t]{2,})(?=\S)")
_JUMP = r"[▶►▷▲→◆●■]*\s*(?:紧?上接|下转|转)\s*第?\s*[A-Z]?\d{1,3}\s*版(?:[\s：:《“].{0,30})?"
_JUMP_LINE = re.compile(rf"[（(【\[]?\s*{_JUMP}\s*[）)】\]]?")
_JUMP_AT_END = re.compile(rf"\s*[（(【\[]\s*{_JUMP}\s*[）)】\]]$|(?<=[。！？；”])\s*{_JUMP}$")
_WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
_FURNITURE = (
    re.compile(
        rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日\s*(?:{_WEEKDAY}|农历\S+|\s)*(?:第?\s*[A-Z]?\d+\s*版)?"
    ),
    re.compile(rf"\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}\s*(?:{_WEEKDAY})?"),
    re.compile(
        r"(?:(?:本版)?(?:责任)?编辑|责编|主编|版式|美编|校对|组版|排版|设计|电话|"
        r"值班总监|新闻热线|投稿邮箱|邮箱|E-?mail)"
        r"\s*[：:/／|\s].{1,60}"
    ),
    re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版(?:\s*\S{0,6})?"),
    re.compile(r"[A-Z]?\d{1,3}"),
    re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(r"[\u4e00-\u9fff]{2,4}(?:日报|晚报|商报|晨报|周报)(?:\s*[A-Z]?\d{1,3})?"),
    re.compile(r"[A-Z]?\d{1,3}\s*(?:要闻|综合|新闻|专版|时政|本地|经济|民生|专题|广告)"),
    re.compile(r"(?:要闻|综合新闻|本地新闻|时政新闻|专版|专题)(?:\s*[A-Z]?\d{1,3})?"),
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: text without outer blanks, its number and first column (from 1), and its width in em."""

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


def joined(lines: Sequence[str]) -> str:
    """Printed lines as one text: a line that ended between two Latin words ended at a space."""
    text = ""
    for line in lines:
        text += (" " if meets_latin(text, line) else "") + line
    return text


def meets_latin(before: str, after: str) -> bool:
    """Whether a break between the two texts stood in place of a space."""
    return bool(before and after) and _is_latin(before[-1]) and _is_latin(after[0])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _without_furniture(text: str) -> tuple[str, str]:
    """The text and what was set aside of it."""
    if _JUMP_LINE.fullmatch(text) or any(form.fullmatch(text) for form in _FURNITURE):
        return "", text
    if found := _JUMP_AT_END.search(text):
        return text[: found.start()].rstrip(), found.group().strip()
    return text, ""


def _furniture_finding(text: str, where: str) -> Finding:
    return Finding(
        Severity.HINT,
        where,
        say("“{text}” is page furniture and was left out of the article.", text=text),
        say("If it belongs to the text, add it in the plan."),
    )

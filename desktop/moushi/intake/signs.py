"""Lines that tell by their words alone what they are: bylines, credits, the headings of sections."""

from __future__ import annotations

import re

from moushi.intake.federations import ORGAN

_NAME = r"[\u4e00-\u9fff·]{2,4}"
_NAMES = rf"{_NAME}(?:[\s、，,]+{_NAME})*"
_SIGN = r"[□■◎●○◆▲△◇☆★◀▶]"
_WRITERS = (
    r"(?:文[/／]|图[/／])?(?:本报|本刊|本台)?(?:全媒体|融媒体|见习|特约|首席|实习)*(?:记者|通讯员|实习生|作者)"
    rf"[\s：:/／]*{_NAMES}(?:[\s/／]*(?:[/／]?文[/／]?[图摄]?|摄影?|报道|综合))?"
)
_BYLINE = re.compile(
    rf"{_SIGN}?\s*(?:{_WRITERS}[\s、，,；;/／]*)+|{_SIGN}\s*{_NAMES}(?:\s*文[/／]?[图摄]?)?"
    rf"|[（(]\s*(?:{_WRITERS}[\s、，,；;]*)+[）)]"
)
_DATELINE = re.compile(
    rf"本[报刊台][\u4e00-\u9fff]{{0,4}}(?:讯|电)\s*(?:[（(][^（）()]*(?:记者|通讯员)[^（）()]*[）)]|(?:{_WRITERS}\s*)+)"
)
_CREDIT = re.compile(
    r"[（(]?\s*(?:供稿|来源|作者|撰稿|文字|整理)\s*[：:]\s*[^。！？；]{2,40}[）)]?|[（(][^（）()。]{2,30}供稿[）)]"
)
_PART = re.compile(r"[（(]([上中下]|[一二三四五六七八九十]{1,2})[）)]$")
_UNIT = rf"[\u4e00-\u9fff（）()·]{{1,20}}{ORGAN}"
_BARE_HEADING = re.compile(_UNIT)
_HEADING = re.compile(rf"{_UNIT}[：:]")
_HEADING_WITH_SLOGAN = re.compile(rf"({_UNIT}[：:])\s*(\S.{{3,48}})")
_LABEL = re.compile(r"[\u4e00-\u9fff（）()·“”]{2,16}[：:]")


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the article."""
    return bool(_BYLINE.fullmatch(text) or _DATELINE.fullmatch(text))


def begins_with_dateline(text: str) -> bool:
    """Whether a lead begins with who wrote it: 本报讯（记者 …）."""
    return bool(_DATELINE.match(text))


def is_credit(text: str) -> bool:
    """Whether a line names who supplied the article: （供稿：…）."""
    return bool(_CREDIT.fullmatch(text))


def part_in(headline: str) -> str:
    """The part of a series that a headline ends with: 上, 中, 下 or a number; empty if none."""
    found = _PART.search(headline)
    return found[1] if found else ""


def is_heading(text: str) -> bool:
    """Whether a line is a federation's name with a colon."""
    return bool(_HEADING.fullmatch(text))


def is_bare_heading(text: str) -> bool:
    """Whether a line is a federation's name."""
    return bool(_BARE_HEADING.fullmatch(text))


def is_label(text: str) -> bool:
    """Whether a line is a few words with a colon."""
    return bool(_LABEL.fullmatch(text))


def heading_and_slogan(text: str) -> tuple[str, str] | None:
    """A federation's name with its colon and what follows on the line, or None."""
    found = _HEADING_WITH_SLOGAN.fullmatch(text)
    return (found[1], found[2]) if found else None

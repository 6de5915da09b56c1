"""Lines that tell by their words alone what they are: bylines, credits, the headings of sections."""

from __future__ import annotations

import re

from moushi.intake.federations import ORGAN
from moushi.intake.numbering import is_numbered

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
_PART = re.compile(r"[（(]([上中下]|[一二三四五六七八九十]{1,2})篇?[）)]$")
_UNIT = rf"[\u4e00-\u9fff（）()·]{{1,20}}{ORGAN}"
_COUNTY_UNIT = rf"[\u4e00-\u9fff]{{2,8}}(?:新区|街道|[市县区镇乡])[\u4e00-\u9fff]{{0,8}}?{ORGAN}"
_BARE_HEADING = re.compile(_UNIT)
_COUNTY_HEADING = re.compile(_COUNTY_UNIT)
_HEADING = re.compile(rf"{_UNIT}\s*[：:]|{_SIGN}\s*{_UNIT}\s*[：:]?|【\s*{_UNIT}\s*】")
_HEADING_AND_SLOGAN = re.compile(
    rf"({_SIGN}?\s*{_UNIT}\s*[：:｜|]|【\s*{_UNIT}\s*】|{_SIGN}?\s*{_COUNTY_UNIT}(?=\s|——))\s*(\S.{{3,48}})"
)
_AROUND_NAME = re.compile(rf"^(?:{_SIGN}|【|\s)+|[】：:｜|\s]+$")
_LABEL = re.compile(r"[\u4e00-\u9fff（）()·“”]{2,16}[：:]")
_FULL_WIDTH = str.maketrans("()", "（）")
_LONGEST = 100  # characters of a line that may be any of these


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the article."""
    return len(text) <= _LONGEST and bool(_BYLINE.fullmatch(text) or _DATELINE.fullmatch(text))


def begins_with_dateline(text: str) -> bool:
    """Whether a lead begins with who wrote it: 本报讯（记者 …）."""
    return bool(_DATELINE.match(text[:_LONGEST]))


def is_credit(text: str) -> bool:
    """Whether a line names who supplied the article: （供稿：…）."""
    return bool(_CREDIT.fullmatch(text))


def part_in(headline: str) -> str:
    """The part of a series that a headline ends with: 上, 中, 下 or a number; empty if none."""
    found = _PART.search(headline, max(0, len(headline) - 6))
    return found[1] if found else ""


def is_heading(text: str) -> bool:
    """Whether a line is a federation's name, with a colon or otherwise set off."""
    return bool(_HEADING.fullmatch(text))


def is_bare_heading(text: str) -> bool:
    """Whether a line could be a federation's or a chamber's name."""
    return bool(_BARE_HEADING.fullmatch(text)) and not is_numbered(text)


def names_county(text: str) -> bool:
    """Whether a line could be a federation's or a chamber's name with that of its county, city or town."""
    return bool(_COUNTY_HEADING.fullmatch(text)) and not is_numbered(text)


def is_label(text: str) -> bool:
    """Whether a line is a few words with a colon."""
    return bool(_LABEL.fullmatch(text))


def heading_and_slogan(text: str) -> tuple[str, str] | None:
    """A federation's name, set off somehow, and what follows on the line, or None."""
    found = _HEADING_AND_SLOGAN.fullmatch(text)
    return (found[1], found[2]) if found else None


def name_in_heading(text: str) -> str:
    """A federation's name without the colon and the signs around it, its brackets in full width."""
    return _AROUND_NAME.sub("", text).translate(_FULL_WIDTH)

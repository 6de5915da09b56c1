"""A plan as an official paper (工作要点.docx): title, preamble, headings 一、（一）1. ①, items, tail.

A numbered line that is only a heading is a theme; every other paragraph under it is an item that begins
a paragraph, its number included. Where heading styles without numbers tell the levels, only the upper ones
are themes; a lower one is the first line of the item below it, and its short title. Remarks such as
（责任单位：…） are read, and stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from moushi.changes.model import Finding
from moushi.domain.kinds import PassageKind
from moushi.intake.docx_text import DocxParagraph
from moushi.intake.labels import Told, federation_in, remarks_in, units_of, year_in
from moushi.intake.reading import ReadItem, ReadPage, ReadPassage, ReadSection, ReadTheme
from moushi.intake.sections import sentences
from moushi.intake.values import read_date

_HAN = "一二三四五六七八九十百零〇"
_NUMBERS = (
    re.compile(rf"(?:[{_HAN}]+\s*[、．.]|第[{_HAN}]+(?:部分|章|节|篇)[、：:]?)\s*"),
    re.compile(rf"(?:[（(]\s*[{_HAN}]+\s*[）)]|[㈠-㈩])[、．.]?\s*"),
    re.compile(r"(?:\d{1,3}\s*[、．.](?!\d)|[⒈-⒛])\s*"),
    re.compile(r"(?:[（(]\s*\d{1,3}\s*[）)]|\d{1,3}[）)]|[⑴-⒇])[、．.]?\s*"),
    re.compile(r"[①-⑳]\s*"),
)
_BOLD_RANK = len(_NUMBERS)  # a heading by its bold face alone, below all numbers
_TITLE = re.compile(
    r"工作(?:要点|计划|安排|思路|方案|打算|任务)|(?:要点|计划|思路|打算)(?:[（(].{1,12}[）)])?$"
)
_NO_TITLE = re.compile(r"〔|\[\d{4}\]|号$|文件$|附件|[：:]$")
_ENDS = ("。", "；", "！", "？", ";", "!", "?")
_CLOSERS = "”’）)】》」』 "
_BYLINE = re.compile(r"[□■◎●○◆▲△◇☆★]?\s*(?:本[报刊台])?\s*(?:见习|特约)?(?:记者|通讯员)[\s：:]")
_HAN_DAY = "[一二三四五六七八九十]"
_DAY = re.compile(
    rf"[（(]?(?:\d{{4}}|[{_HAN}○]{{4}})\s*年\s*(?:\d{{1,2}}|{_HAN_DAY}{{1,2}})\s*月"
    rf"(?:\s*(?:\d{{1,2}}|{_HAN_DAY}{{1,3}})\s*日)?[）)]?"
)
_SIGNATURE = re.compile(
    r"[\u4e00-\u9fff（）()\s]{2,30}(?:工商联|联合会|总商会|商会|办公室|委员会|党组)(?:[（(].{1,8}[）)])?"
)
_APPENDED = re.compile(
    r"附\s*件|附[：:]|抄\s*送|主\s*送|报\s*送|[（(](?:此件|联系人)|联系(?:人|电话)[：:]|.{0,40}印发$"
)
_ASIDE = re.compile(r"[（(].*[）)]|.{1,40}[：:]")  # （征求意见稿）, 各基层商会：
_LONGEST_HEADING = 45
_LONGEST_TITLE = 50
_LONGEST_SHORT_TITLE = 30
_MOST_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph; `rank` is 0 for 一、, 1 for （一） and so on, None for plain body text.

    `number` is the length of its number, `head` the bold words that it begins with; `is_styled` tells that a
    heading style, not a number, gave the rank.
    """

    text: str
    where: str
    rank: int | None
    number: int
    head: str
    is_styled: bool = False

    @property
    def ended(self) -> bool:
        """Whether it ends like a sentence."""
        return self.text.rstrip(_CLOSERS).endswith(_ENDS)

    @property
    def is_short(self) -> bool:
        """Whether it could be a heading by itself."""
        return not self.ended and len(self.text) <= _LONGEST_HEADING and not remarks_in(self.text)


@dataclass(slots=True)
class _Blocks:
    """Themes and items as they are found."""

    year: int | None
    themes: list[ReadTheme] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def begin(self, lead: str, label: str, where: str) -> None:
        self.themes.append(ReadTheme(lead, where, label=label))

    def add(self, item: ReadItem) -> None:
        if not self.themes:
            self.begin("", "", item.where)
        self.themes[-1] = replace(self.themes[-1], items=(*self.themes[-1].items, item))

    def add_under(self, lines: Sequence[_Line]) -> None:
        """Add one item of several lines: headings below a theme's, and the body that follows them."""
        heading = lines[-2].text if len(lines) > 1 else ""
        short_title = heading if len(heading) <= _LONGEST_SHORT_TITLE else ""
        text = "\n".join(line.text for line in lines)
        item = ReadItem(text, lines[0].where, begins_paragraph=True, short_title=short_title)
        self.add(self.told(item, lines[-1].where))

    def remark(self, line: _Line) -> bool:
        """Join a paragraph that is nothing but a remark to the item before it; False when there is none."""
        if not self.themes or not self.themes[-1].items:
            return False
        *before, last = self.themes[-1].items
        told = self.told(replace(last, text=last.text + line.text), line.where)
        self.themes[-1] = replace(self.themes[-1], items=(*before, told))
        return True

    def told(self, item: ReadItem, where: str) -> ReadItem:
        """The item with what its remarks say."""
        remarks = remarks_in(item.text)
        due_on, finding = read_date(remarks.get(Told.DUE), self.year, where)
        self.findings += [finding] if finding else []
        return replace(
            item,
            units=units_of(remarks),
            responsible=remarks.get(Told.PERSON, ""),
            leader=remarks.get(Told.LEADER, ""),
            due_on=due_on,
        )


def is_official_plan(paragraphs: Sequence[DocxParagraph]) -> bool:
    """Whether a document is built like an official paper: numbered headings, and no reporter's byline."""
    lines = _lines(paragraphs)
    if any(_BYLINE.match(line.text) for line in lines[:12]):
        return False
    top = sum(line.rank == 0 and line.number > 0 for line in lines)
    return top >= 2 or (_title(lines) is not None and any(line.rank is not None for line in lines))


def typed_plan(text: str) -> tuple[DocxParagraph, ...]:
    """A plain text's paragraphs if it is an official paper, each line a paragraph of it; else none.

    A newspaper page breaks its lines in mid-sentence: here each line below the first number is numbered, or
    ends as a sentence does, or belongs to the tail. And a title names the plan.
    """
    found = [DocxParagraph(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    lines = _lines(found)
    first = next((n for n, line in enumerate(lines) if line.number), None)
    if first is None or lines[first].rank != 0 or _title(lines) is None or not is_official_plan(found):
        return ()
    body = lines[first : _tail(lines, first)]
    return tuple(found) if all(line.number or line.ended for line in body) else ()


def read_official(paragraphs: Sequence[DocxParagraph], name: str) -> ReadPage:
    """The paper as a page of one section; federation and year from its title, else the file's name."""
    lines = _lines(paragraphs)
    if not lines:
        return ReadPage(())
    begin, end = _title(lines) or (0, 0)
    body = next((n for n in range(end, len(lines)) if lines[n].rank is not None), end)
    tail = _tail(lines, body)
    title = "".join(line.text for line in lines[begin:end])
    signatures = "".join(line.text for line in lines[tail:] if _SIGNATURE.fullmatch(line.text))
    year = year_in(title) or year_in(name)
    blocks = _read_body(lines[body:tail], year)
    section = ReadSection(
        federation_in(title) or federation_in(signatures) or federation_in(name),
        lines[begin].where,
        blocks=(
            *(ReadPassage(PassageKind.OTHER, line.text, line.where) for line in lines[:begin]),
            *map(_preamble, lines[end:body]),
            *blocks.themes,
            *(ReadPassage(PassageKind.OTHER, line.text, line.where) for line in lines[tail:]),
        ),
    )
    headline = "\n".join(line.text for line in lines[begin:end])
    return ReadPage((section,), headline=headline, year=year, findings=tuple(blocks.findings))


def _lines(paragraphs: Sequence[DocxParagraph]) -> list[_Line]:
    """The lines that carry text; a break inside a paragraph begins a new one."""
    lines: list[_Line] = []
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        column = 1
        for raw in paragraph.printed.split("\n"):
            text = raw.replace("\t", " ").strip()
            if text:
                lines.append(_line(text, f"{paragraph.index}:{column}", paragraph, first=column == 1))
            column += len(raw) + 1
    return lines


def _line(text: str, where: str, paragraph: DocxParagraph, *, first: bool) -> _Line:
    number, rank = _number(text)
    head = paragraph.text[: paragraph.bold].strip() if first else ""
    head = head[_number(head)[0] :]
    if rank is None and first and paragraph.level is not None:
        return _Line(text, where, paragraph.level - 1, number, head, is_styled=True)
    line = _Line(text, where, rank, number, head)
    if rank is None and head == text and line.is_short:
        return replace(line, rank=_BOLD_RANK)
    return line


def _number(text: str) -> tuple[int, int | None]:
    """The length of the number that a text begins with, and its rank."""
    for rank, form in enumerate(_NUMBERS):
        if found := form.match(text):
            return found.end(), rank
    return 0, None


def _title(lines: Sequence[_Line]) -> tuple[int, int] | None:
    """The lines of the title: the last before the first number that names a plan, with those above it."""
    numbered = next((n for n, line in enumerate(lines) if line.number), None)
    region = range(min(len(lines), 12) if numbered is None else numbered)
    named = [n for n in region if _may_be_title(lines[n]) and _TITLE.search(lines[n].text)]
    if not named:
        return None
    last = begin = named[0 if numbered is None else -1]
    while begin > 0 and last - begin + 1 < _MOST_TITLE_LINES:
        if federation_in("".join(line.text for line in lines[begin : last + 1])):
            break
        if not _may_be_title(lines[begin - 1]):
            break
        begin -= 1
    return begin, last + 1


def _may_be_title(line: _Line) -> bool:
    return not line.ended and len(line.text) <= _LONGEST_TITLE and not _NO_TITLE.search(line.text)


def _tail(lines: Sequence[_Line], body: int) -> int:
    """Where signature, date, attachments and the like begin."""
    after = range(body + 1, len(lines))
    tail = next((n for n in after if not lines[n].number and _APPENDED.match(lines[n].text)), len(lines))
    while tail - 1 > body:
        line = lines[tail - 1]
        if line.number or not (_DAY.fullmatch(line.text) or _SIGNATURE.fullmatch(line.text)):
            break
        tail -= 1
    return tail


def _preamble(line: _Line) -> ReadPassage:
    kind = PassageKind.OTHER if _ASIDE.fullmatch(line.text) else PassageKind.OPENING
    return ReadPassage(kind, line.text, line.where)


def _read_body(lines: Sequence[_Line], year: int | None) -> _Blocks:
    blocks = _Blocks(year)
    top: int | None = None  # the rank of the styled heading that the present theme has
    heads: list[_Line] = []  # styled headings below it, for the item that follows
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        opens = following is not None and (following.rank is None or following.rank > (line.rank or 0))
        if heads and line.rank is not None and line.rank <= (heads[-1].rank or 0):
            blocks.add_under(heads)
            heads = []
        if line.is_styled and line.is_short and top is not None and (line.rank or 0) > top:
            heads.append(line)
        elif heads:
            blocks.add_under([*heads, line])
            heads = []
        elif line.rank is not None and line.is_short and (opens or line.rank == 0):
            top = line.rank if line.is_styled else None
            blocks.begin(line.text, line.text[line.number :], line.where)
        elif line.rank == 0 and line.number:
            _read_full_heading(line, blocks, opens=opens)
        elif not (_is_remark(line) and blocks.remark(line)):
            item = ReadItem(line.text, line.where, begins_paragraph=True, short_title=_short_title(line))
            blocks.add(blocks.told(item, line.where))
    if heads:
        blocks.add_under(heads)
    return blocks


def _read_full_heading(line: _Line, blocks: _Blocks, *, opens: bool) -> None:
    """A 一、 paragraph that says more than a heading: its first sentence leads, the rest is an item."""
    (_, lead), *rest = sentences(line.text)
    if rest or opens:
        label = lead[line.number :].rstrip("".join(_ENDS))
        blocks.begin(lead, label if len(label) <= _LONGEST_HEADING else "", line.where)
    if rest:
        number, _, _ = line.where.partition(":")
        item = ReadItem(line.text[rest[0][0] :], f"{number}:{rest[0][0] + 1}")
        blocks.add(blocks.told(item, line.where))
    elif not opens:
        blocks.begin("", "", line.where)
        item = ReadItem(line.text, line.where, begins_paragraph=True)
        blocks.add(blocks.told(item, line.where))


def _is_remark(line: _Line) -> bool:
    """Whether a paragraph has no words but remarks."""
    return bool(re.match(r"[（(【\[]?[\u4e00-\u9fff]{2,6}[：:]", line.text) and remarks_in(line.text))


def _short_title(line: _Line) -> str:
    """The bold words that an item begins with, or after a number its first sentence, if that is short."""
    pieces = sentences(line.text[line.number :])
    head = line.head or (pieces[0][1] if line.number and len(pieces) > 1 else "")
    title = head.strip().rstrip("。；！？;!?：:，, ")
    return title if len(title) <= _LONGEST_SHORT_TITLE and len(title) < len(line.text) - 2 else ""

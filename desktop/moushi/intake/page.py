"""A newspaper page's text as a `ReadPage`: title block, lead, headings and bodies in whatever order.

Lines are first told apart by what they are (byline, titles, headings); the rest is joined into paragraphs by
the measure inferred from the page; headings and bodies find each other in `assign`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from moushi.changes.model import Finding
from moushi.domain.kinds import PassageKind
from moushi.intake.assign import Heading, Run, assign
from moushi.intake.lines import TextLine, given_lines, read_lines
from moushi.intake.reading import ReadPage, ReadPassage, ReadSection
from moushi.intake.sections import is_speech, read_blocks
from moushi.intake.wrapping import (
    FIRST_INDENT,
    UNWRAPPED,
    Paragraph,
    Seam,
    end_cost,
    infer_measure,
    measures,
    paragraphs,
    prefix_costs,
    seams_of,
    suffix_costs,
)

_NAME = r"[\u4e00-\u9fff·]{2,4}"
_WRITER = (
    rf"(?:全媒体|融媒体|见习|特约|首席|实习)?(?:记者|通讯员|实习生)[\s：:/／]*{_NAME}(?:[\s、，]+{_NAME})*"
)
_BYLINE = re.compile(
    rf"[□■◎●○◆▲△◇☆★]?\s*(?:本报|本刊|本台)?\s*(?:{_WRITER}[\s、，/／]*)+(?:文[/／]?[图摄]?|摄影?|报道)?"
)
_BYLINE_SIGN = re.compile(r"^[□■◎●○◆▲△◇☆★]|^本[报刊台]|通讯员|记者[\s：:/／]|见习|特约")
_DATELINE = re.compile(r"本[报刊]讯\s*[（(][^（）()]*(?:记者|通讯员)[^（）()]*[）)]")
_CREDIT = re.compile(r"[（(]?\s*(?:供稿|来源|作者|撰稿|文字)\s*[：:]\s*[^。！？；]{2,40}[）)]?")
_PART = re.compile(r"[（(]([上中下]|[一二三四五六七八九十]{1,2})[）)]\s*$")
_UNIT = r"[\u4e00-\u9fff（）()·]{1,20}(?:工商联|工商业联合会|总商会|商会|联合会)(?:[（(]总?商会[）)])?"
_HEADING = re.compile(rf"{_UNIT}[：:]?")
_FEDERATION_END = re.compile(r"(?:工商联|工商业联合会|总商会[）)]?)$")
_HEADING_AND_SLOGAN = re.compile(rf"({_UNIT}[：:])\s*(\S.{{3,48}})")
_LABEL = re.compile(r"[\u4e00-\u9fff（）()·“”]{2,16}[：:]")
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")
_MAX_TITLE_LINES = 4
_MAX_LEAD_LINES = 60


@dataclass(slots=True)
class _Lines:
    """The lines of a page with their seams, and which of them are already spoken for."""

    lines: Sequence[TextLine]
    seams: Sequence[Seam]
    measure: float
    taken: list[bool]

    def open_ended(self, number: int) -> bool:
        """Whether the line ends without a mark that could close a paragraph or clause."""
        return end_cost(self.lines[number].text) > 1.5 and self.lines[number].text[-1] not in "，、,—"

    def runs_on(self, number: int) -> bool:
        """Whether the line breaks where a column of the page's measure would break it."""
        seam = self.seams[number]
        return seam.explained(self.measure) or seam.explained(self.measure - FIRST_INDENT)

    def follows_an_end(self, number: int) -> bool:
        """Whether a new part may begin at this line: nothing runs on into it."""
        if number == 0 or self.taken[number - 1]:
            return True
        return end_cost(self.lines[number - 1].text) == 0 or not self.runs_on(number - 1)


@dataclass(frozen=True, slots=True)
class _Title:
    """The title block: which lines it has, and the line after it (where a lead would begin)."""

    kicker: str = ""
    headline: str = ""
    byline: str = ""
    after: int = 0


def read_text_page(text: str) -> ReadPage:
    """A page from the text of a file or the clipboard."""
    lines, findings = read_lines(text)
    return _read(lines, tuple(findings))


def read_given_page(given: Sequence[tuple[str, str]]) -> ReadPage:
    """A page from the paragraphs of a document, each with its place."""
    return _read(given_lines(given), ())


def _read(lines: list[TextLine], findings: tuple[Finding, ...]) -> ReadPage:
    if not lines:
        return ReadPage((), findings=findings)
    seams = seams_of(lines)
    page = _Lines(lines, seams, infer_measure(lines, seams), [False] * len(lines))
    headings = _find_headings(page)
    title = _find_title(page)
    credit = _find_credit(page, title)
    lead = _find_lead(page, title, headings)
    matched = assign(headings, _body_runs(page))
    if title is None:
        title = _Title()
    if credit and not title.byline:
        title, credit = replace(title, byline=credit.text), None
    sections = [_section(heading, body) for heading, body in matched]
    if credit:
        sections = _with_passage(sections, credit)
    found = _PART.search(title.headline)
    return ReadPage(
        tuple(sections),
        kicker=title.kicker,
        headline=title.headline,
        byline=title.byline,
        lead="\n".join(paragraph.text for paragraph in lead),
        part=found[1] if found else "",
        year=_year([title.headline, title.kicker, *(p.text for p in lead)], [line.text for line in lines]),
        findings=findings,
    )


def _find_headings(page: _Lines) -> list[Heading]:
    found: list[Heading] = []
    for number, line in enumerate(page.lines):
        if page.taken[number] or not page.follows_an_end(number):
            continue
        if both := _HEADING_AND_SLOGAN.fullmatch(line.text):
            if page.open_ended(number) and not page.runs_on(number) and not is_speech(line.text):
                found.append(Heading(both[1], both[2], number, number, line.where))
                page.taken[number] = True
            continue
        slogan = number + 1 if _is_slogan(page, number + 1) else None
        named = _HEADING.fullmatch(line.text) and not _plain_line(page, number)
        labelled = _LABEL.fullmatch(line.text) and slogan is not None and line.width <= page.measure - 3
        if named or labelled:
            last = number if slogan is None else slogan
            slogan_text = "" if slogan is None else page.lines[slogan].text
            found.append(Heading(line.text, slogan_text, number, last, line.where))
            page.taken[number] = page.taken[last] = True
    return found


def _plain_line(page: _Lines, number: int) -> bool:
    """Whether a line that reads like a heading is a headline, or a full line of a paragraph."""
    text = page.lines[number].text
    if text[-1] in "：:":
        return False
    soon = 2 if _FEDERATION_END.search(text) is None else 1
    if any(_is_byline(line.text) for line in page.lines[number + 1 : number + 1 + soon]):
        return True
    return (
        number + 1 < len(page.lines)
        and page.runs_on(number)
        and page.seams[number + 1].explained(page.measure)
    )


def _is_slogan(page: _Lines, number: int) -> bool:
    if number >= len(page.lines):
        return False
    text = page.lines[number].text
    if not (page.open_ended(number) or text[-1] in "！!”") or _is_byline(text) or is_speech(text):
        return False
    if _HEADING.fullmatch(text) or _PART.search(text):
        return False
    if number + 1 >= len(page.lines) or not page.runs_on(number):
        return True
    # It is as wide as a paragraph's first line: then the line after it tells, being set in or not.
    after = page.seams[number + 1]
    return after.explained(page.measure - FIRST_INDENT) or not after.explained(page.measure)


def _find_title(page: _Lines) -> _Title | None:
    for number, line in enumerate(page.lines):
        if page.taken[number]:
            continue
        if _is_byline(line.text):
            title = _title_above(page, number)
            page.taken[number] = True
            return replace(title, byline=line.text, after=number + 1)
        if _DATELINE.match(line.text):
            return _title_above(page, number)
    for number in range(len(page.lines)):
        if not page.taken[number] and _PART.search(page.lines[number].text) and page.follows_an_end(number):
            return _title_above(page, number + 1)
    return _title_at_the_top(page)


def _is_byline(text: str) -> bool:
    if _DATELINE.fullmatch(text):
        return True
    return bool(_BYLINE.fullmatch(text) and _BYLINE_SIGN.search(text))


def _title_above(page: _Lines, end: int) -> _Title:
    """The title lines that stand directly above line `end`."""
    begin = end
    while begin > 0 and end - begin < _MAX_TITLE_LINES:
        above = begin - 1
        if (
            page.taken[above]
            or not page.open_ended(above)
            or (begin < end and _PART.search(page.lines[above].text))
        ):
            break
        # a full column line that runs on is body, unless it has a title's inner blanks
        if begin < end and page.runs_on(above) and " " not in page.lines[above].text:
            break
        begin = above
    return _as_title(page, begin, end)


def _title_at_the_top(page: _Lines) -> _Title | None:
    end = 0
    while end < min(len(page.lines) - 1, _MAX_TITLE_LINES):
        long_prose = page.measure == UNWRAPPED and page.lines[end].width > 40
        if page.taken[end] or not page.open_ended(end) or long_prose:
            break
        if page.runs_on(end) and "　" not in page.lines[end].text and " " not in page.lines[end].text:
            break
        end += 1
    return _as_title(page, 0, end) if end else None


def _as_title(page: _Lines, begin: int, end: int) -> _Title:
    texts = [page.lines[number].text for number in range(begin, end)]
    for number in range(begin, end):
        page.taken[number] = True
    main = next((n for n, text in enumerate(texts) if _PART.search(text)), None)
    if main is None:
        main = min(1, len(texts) - 1)
        if len(texts) > 1 and texts[1].startswith(("—", "－", "-")):
            main = 0  # the second line is a subtitle
    if not texts:
        return _Title(after=end)
    return _Title("\n".join(texts[:main]), "\n".join(texts[main:]), "", end)


def _find_credit(page: _Lines, title: _Title | None) -> TextLine | None:
    """A closing credit such as （供稿：…） on a line of its own."""
    first = title.after if title else 0
    for number in range(len(page.lines) - 1, first - 1, -1):
        line = page.lines[number]
        if not page.taken[number] and _CREDIT.fullmatch(line.text) and page.follows_an_end(number):
            page.taken[number] = True
            return line
    return None


def _find_lead(page: _Lines, title: _Title | None, headings: Sequence[Heading]) -> list[Paragraph]:
    """The paragraphs after the title block that are set to a measure of their own, or stand by themselves."""
    if title is None:
        return []
    begin = end = title.after
    while end < len(page.lines) and not page.taken[end]:
        end += 1
    if begin == end:
        return []
    # when every heading has a body elsewhere, nothing here is body
    only_lead = _free_runs(page, begin, end) >= len(headings) > 0
    region, seams = page.lines[begin:end], page.seams[begin:end]
    limit = len(region) if only_lead else min(len(region), _MAX_LEAD_LINES)
    body = suffix_costs(region, seams, page.measure)
    total: dict[tuple[int, float], float] = {}
    for measure in measures():
        costs = prefix_costs(region[:limit], seams[:limit], measure)
        total |= {(count, measure): costs[count] + body[count] for count in range(1, limit + 1)}
    least = min(total.values())
    likely = [key for key, cost in total.items() if cost < least + 1e-9]
    count = max(likely)[0] if only_lead else min(likely)[0]
    if not only_lead and is_speech(region[0].text):
        return []
    measure = next(measure for lines, measure in likely if lines == count)
    for number in range(begin, begin + count):
        page.taken[number] = True
    return paragraphs(region[:count], seams[:count], measure)


def _free_runs(page: _Lines, begin: int, end: int) -> int:
    """How many stretches of lines are yet nobody's, the one from `begin` to `end` left out."""
    free = [not taken and not begin <= n < end for n, taken in enumerate(page.taken)]
    return sum(1 for n, is_free in enumerate(free) if is_free and (n == 0 or not free[n - 1]))


def _body_runs(page: _Lines) -> list[Run]:
    """Stretches of lines that are nobody else's, each as paragraphs."""
    runs: list[Run] = []
    number = 0
    while number < len(page.lines):
        begin = number
        while number < len(page.lines) and not page.taken[number]:
            number += 1
        if number > begin:
            found = paragraphs(page.lines[begin:number], page.seams[begin:number], page.measure)
            runs.append(Run(tuple(found), begin, number - 1))
        number += 1
    return runs


def _section(heading: Heading | None, body: Sequence[Paragraph]) -> ReadSection:
    blocks, speaker_unit = read_blocks(body)
    where = heading.where if heading else body[0].lines[0].where
    return ReadSection(
        federation=heading.federation if heading else speaker_unit,
        where=where,
        heading=heading.name if heading else "",
        slogan=heading.slogan if heading else "",
        blocks=blocks,
    )


def _with_passage(sections: list[ReadSection], line: TextLine) -> list[ReadSection]:
    passage = ReadPassage(PassageKind.OTHER, line.text, line.where)
    if not sections:
        return [ReadSection("", line.where, blocks=(passage,))]
    last = sections[-1]
    return [*sections[:-1], replace(last, blocks=(*last.blocks, passage))]


def _year(first: Sequence[str], then: Sequence[str]) -> int | None:
    """The year that the title block names, else the one the text names most often."""
    for texts in (first, then):
        years = [int(year) for text in texts for year in _YEAR.findall(text)]
        if years:
            return max(sorted(set(years), reverse=True), key=years.count)
    return None

"""The title block among a page's lines (kicker, headline, byline, closing credit), and the lead below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moushi.intake.federations import stem
from moushi.intake.lines import TextLine
from moushi.intake.sheet import STANDS_ALONE, Sheet
from moushi.intake.signs import begins_with_dateline, is_byline, is_credit, part_in
from moushi.intake.speakers import speaker_of
from moushi.intake.wrapping import (
    Column,
    Paragraph,
    ends_open,
    measures,
    paragraphs,
    prefix_costs,
    suffix_costs,
)

_DASH = ("—", "－", "-", "―")
_MOST_TITLE_LINES = 4
_MOST_LEAD_LINES = 60

_TITLE_RUNS_ON = 2.0  # a title's line is as long as one in mid-paragraph
_NO_LEAD = 1.0
_NO_LEAD_NOR_HEADING = 3.0
_OPENING_BEFORE_SPEECH = 1.0
_OPENING_NAMES_COUNTY = -1.5
_LEAD_WITH_SPEECH = 12.0
_NOT_ONLY_LEAD = 3.0
_NO_BODY = 4.0


@dataclass(frozen=True, slots=True)
class Title:
    """The title block, and the line after it, where a lead would begin."""

    kicker: str = ""
    headline: str = ""
    byline: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True)
class _Lead:
    """A lead of `count` lines, set in `column`, and what it and the rest of its stretch cost."""

    cost: float
    count: int
    column: Column


def find_title(sheet: Sheet, sections: int) -> Title | None:
    """The title block of a page that has that many headings; its lines are then spoken for."""
    for number, line in enumerate(sheet.lines):
        if sheet.taken[number]:
            continue
        if is_byline(line.text):
            sheet.take(number, number + 1)
            begin = _lines_above(sheet, number)
            if begin < number:
                return replace(_title(sheet, begin, number), byline=line.text, after=number + 1)
            title = _title_without_byline(sheet, sections) or Title(after=number + 1)
            after = number + 1 if title.after == number else title.after
            return replace(title, byline=line.text, after=after)
        if begins_with_dateline(line.text):
            return _title(sheet, _lines_above(sheet, number), number)
    return _title_without_byline(sheet, sections)


def _title_without_byline(sheet: Sheet, sections: int) -> Title | None:
    for number, line in enumerate(sheet.lines):
        if not sheet.taken[number] and part_in(line.text) and sheet.begins(number):
            return _title_from(sheet, _lines_above(sheet, number), number + 1, sections)
    if not sheet.taken[0] and 0 not in sheet.speeches(0, min(4, len(sheet.lines))):
        title = _title_from(sheet, 0, 0, sections)
        if title:
            return title
    for begin, end in _standing_alone(sheet):
        return _title_from(sheet, begin, end, sections)
    return None


def _lines_above(sheet: Sheet, end: int) -> int:
    """The first of the title lines that stand directly above line `end`."""
    begin = end
    while begin > max(0, end - _MOST_TITLE_LINES):
        above = begin - 1
        if sheet.taken[above] or not sheet.may_be_title(above):
            break
        if (
            not ends_open(sheet.lines[above].text)
            and above
            and not sheet.taken[above - 1]
            and sheet.runs_on(above - 1)
        ):
            break  # the last line of a paragraph that ends with ！
        begin = above
    return begin


def _title_from(sheet: Sheet, begin: int, least: int, sections: int) -> Title | None:
    """The title that begins at a line and has at least the lines to before `least`; None if it has none."""
    ends = [max(begin, least)]
    while ends[-1] < min(begin + _MOST_TITLE_LINES, sheet.free_from(begin)) and sheet.may_be_title(ends[-1]):
        ends.append(ends[-1] + 1)
    costs = [_lead_from(sheet, end, (), sections).cost for end in ends]
    for count, end in enumerate(ends):
        costs[count] += sum(STANDS_ALONE + _TITLE_RUNS_ON * sheet.runs_on(n) for n in range(begin, end))
    end = ends[costs.index(min(costs))]
    return _title(sheet, begin, end) if end > begin else None


def _standing_alone(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Groups of lines that are best set as no part of any paragraph, subheadings left out."""
    for begin, end in sheet.stretches():
        number, group = begin, 0
        for paragraph in paragraphs(sheet.lines[begin:end], sheet.seams[begin:end], sheet.column):
            if len(paragraph.lines) == 1 and ends_open(paragraph.text) and sheet.may_be_title(number):
                group += 1
            else:
                before_lead = sheet.lines[number].width > sheet.column.measure
                if group > 1 or (group and (before_lead or number - group == begin)):
                    yield number - group, number
                group = 0
            number += len(paragraph.lines)
        if group > 1 or (group and number - group == begin):
            yield number - group, number


def _title(sheet: Sheet, begin: int, end: int) -> Title:
    """The lines from `begin` to before `end` as a title; they are then spoken for."""
    texts = [line.text for line in sheet.lines[begin:end]]
    sheet.take(begin, end)
    main = next((n for n, text in enumerate(texts) if part_in(text)), None)
    if main is None:  # a second line that begins with a dash is a subtitle
        main = 1 if len(texts) > 1 and not texts[1].startswith(_DASH) else 0
    return Title("\n".join(texts[:main]), "\n".join(texts[main:]), "", end)


def find_credit(sheet: Sheet) -> TextLine | None:
    """A credit such as （供稿：…） on a line of its own; it is then spoken for."""
    for number in range(len(sheet.lines) - 1, -1, -1):
        line = sheet.lines[number]
        if not sheet.taken[number] and is_credit(line.text) and sheet.begins(number):
            sheet.take(number, number + 1)
            return line
    return None


def find_lead(sheet: Sheet, title: Title | None, stems: Sequence[str]) -> list[Paragraph]:
    """The paragraphs after the title block that are set otherwise than the body, or come before who speaks.

    `stems` are the places that the page's headings name.
    """
    if title is None:
        return []
    begin = title.after
    lead = _lead_from(sheet, begin, stems, len(stems))
    end = begin + lead.count
    sheet.take(begin, end)
    return paragraphs(sheet.lines[begin:end], sheet.seams[begin:end], lead.column)


def _lead_from(sheet: Sheet, begin: int, stems: Sequence[str], sections: int) -> _Lead:
    """The likeliest lead that begins at a line."""
    end = sheet.free_from(begin)
    lines, seams = sheet.lines[begin:end], sheet.seams[begin:end]
    if not lines:
        return _Lead(0.0, 0, sheet.column)
    extra = _cut_costs(sheet, begin, end, stems, sections)
    body = suffix_costs(lines, seams, sheet.column)
    most = len(extra) - 1
    leads = []
    for column in _columns(sheet, begin, end):
        lead = prefix_costs(lines[:most], seams[:most], column)
        totals = [sum(costs) for costs in zip(lead, body[: most + 1], extra, strict=True)]
        leads.append(_Lead(min(totals), totals.index(min(totals)), column))
    return min(leads, key=lambda lead: lead.cost)


def _columns(sheet: Sheet, begin: int, end: int) -> Iterator[Column]:
    """The columns that may explain the first lines of a lead."""
    yield sheet.column
    for measure in measures(sheet.seams[begin : min(end, begin + 8)]):
        yield replace(sheet.column, measure=measure)


def _cut_costs(sheet: Sheet, begin: int, end: int, stems: Sequence[str], sections: int) -> list[float]:
    """For each number of lines, how unlikely a lead has as many, by what is said after it."""
    texts = [line.text for line in sheet.lines[begin:end]]
    speeches = sheet.speeches(begin, end)
    bodies = sum(1 for first, last in sheet.stretches() if not first <= begin < last)
    voices = len(sheet.speeches(0, len(sheet.lines))) - len(speeches)
    if not speeches and max(bodies if sections else 0, voices) >= max(
        sections, 1
    ):  # all bodies are elsewhere
        return [*[_NOT_ONLY_LEAD] * len(texts), 0.0]
    speech = speeches[0] - begin if speeches else None
    if speech is not None and (speaker := speaker_of("".join(texts[speech : speech + 4]))):
        stems = [*stems, stem(speaker.federation)] if speaker.federation else stems
    no_lead = _NO_LEAD if sections else _NO_LEAD_NOR_HEADING
    costs = []
    for count in range(min(len(texts), _MOST_LEAD_LINES) + 1):
        cost = no_lead if count == 0 and speech != 0 else 0.0
        if count == len(texts):
            cost += _NO_BODY
        if speech is not None and count > speech:
            cost += _LEAD_WITH_SPEECH
        elif speech is not None and count < speech:
            opening = texts[count] + (texts[count + 1] if texts[count][-1] != "。" else "")
            named = any(place in opening for place in stems)
            cost += _OPENING_NAMES_COUNTY if named else _OPENING_BEFORE_SPEECH - 0.01 * count
        costs.append(cost)
    return costs

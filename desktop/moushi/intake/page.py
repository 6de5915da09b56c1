"""A newspaper page's text as a `ReadPage`: title block, lead, headings and bodies in whatever order.

Lines are first told apart by what they are (headings, titles, lead); the rest is joined into paragraphs by
the measure inferred from the page; headings and bodies find each other in `assign`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moushi.changes.model import Finding, Severity
from moushi.domain.kinds import PassageKind
from moushi.errors import say
from moushi.intake.assign import Run, assign
from moushi.intake.federations import stem
from moushi.intake.headings import Heading, find_headings
from moushi.intake.lines import TextLine, given_lines, read_lines
from moushi.intake.reading import ReadPage, ReadPassage, ReadSection
from moushi.intake.sections import read_blocks
from moushi.intake.sheet import Sheet, sheet_of
from moushi.intake.signs import part_in
from moushi.intake.titles import Title, find_credit, find_lead, find_title
from moushi.intake.wrapping import Paragraph, paragraphs

_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")


def read_text_page(text: str) -> ReadPage:
    """A page from the text of a file or the clipboard."""
    lines, findings = read_lines(text)
    return _read(lines, findings)


def read_given_page(given: Sequence[tuple[str, str]]) -> ReadPage:
    """A page from the paragraphs of a document, each with its place."""
    return _read(given_lines(given), [])


def _read(lines: list[TextLine], findings: list[Finding]) -> ReadPage:
    if not lines:
        return ReadPage((), findings=tuple(findings))
    sheet = sheet_of(lines)
    headings = find_headings(sheet)
    title = find_title(sheet, len(headings))
    credit = find_credit(sheet)
    lead = find_lead(sheet, title, [stem(heading.name) for heading in headings])
    title = title or Title()
    if credit and not title.byline:
        title, credit = replace(title, byline=credit.text), None
    sections = [_section(heading, body) for heading, body in assign(headings, list(_runs(sheet)))]
    if credit:
        sections = _with_passage(sections, credit)
    return ReadPage(
        tuple(sections),
        kicker=title.kicker,
        headline=title.headline,
        byline=title.byline,
        lead="\n".join(paragraph.text for paragraph in lead),
        part=part_in(title.headline),
        year=_year([title.headline, title.kicker, *(p.text for p in lead)], [line.text for line in lines]),
        findings=(*findings, *_out_of_place(sections)),
    )


def _runs(sheet: Sheet) -> Iterator[Run]:
    """Stretches of lines that are nobody else's, each as paragraphs."""
    for begin, end in sheet.stretches():
        found = paragraphs(sheet.lines[begin:end], sheet.seams[begin:end], sheet.column)
        yield Run(tuple(found), begin, end - 1)


def _section(heading: Heading | None, body: Sequence[Paragraph]) -> ReadSection:
    blocks, spoken_for = read_blocks(body)
    return ReadSection(
        federation=heading.federation if heading else spoken_for,
        where=heading.where if heading else body[0].lines[0].where,
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


def _out_of_place(sections: Sequence[ReadSection]) -> Iterator[Finding]:
    """A finding for each passage that is neither opening nor speech."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, ReadPassage) and block.kind is PassageKind.OTHER:
                yield Finding(
                    Severity.HINT,
                    block.where,
                    say(
                        "“{text}” is no part of a theme; it was kept as a passage of its own.",
                        text=block.text,
                    ),
                    say("Move it to where it belongs in the plan, or leave it as it is."),
                )


def _year(first: Sequence[str], then: Sequence[str]) -> int | None:
    """The year that the title block names, else the one the text names most often."""
    for texts in (first, then):
        years = [int(year) for text in texts for year in _YEAR.findall(text)]
        if years:
            return max(sorted(set(years), reverse=True), key=years.count)
    return None

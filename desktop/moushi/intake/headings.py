"""Section headings among a page's lines: a federation's name, mostly with a colon, and a slogan."""

from __future__ import annotations

from dataclasses import dataclass

from moushi.intake.sheet import STANDS_ALONE, Sheet
from moushi.intake.signs import (
    begins_with_dateline,
    heading_and_slogan,
    is_bare_heading,
    is_byline,
    is_heading,
    is_label,
    name_in_heading,
    names_county,
)
from moushi.intake.speakers import speaker_of
from moushi.intake.wrapping import suffix_costs

_HEADING_LOST = 1.0  # to leave in the text what reads like a heading
_LONG_SLOGAN = 1.0  # of two lines
_MOST_TITLE_LINES = 2  # above a headline
_LOOK_AHEAD = 200  # lines weighed after a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: name as printed, slogan (possibly empty), first and last line, place."""

    name: str
    slogan: str
    first: int
    last: int
    where: str

    @property
    def federation(self) -> str:
        """The federation's name."""
        return name_in_heading(self.name)


def find_headings(sheet: Sheet) -> list[Heading]:
    """The headings of a page; their lines are then spoken for."""
    found: list[Heading] = []
    for number in range(len(sheet.lines)):
        if not sheet.taken[number] and sheet.begins(number) and (heading := _heading(sheet, number)):
            sheet.take(heading.first, heading.last + 1)
            found.append(heading)
    return found


def _heading(sheet: Sheet, number: int) -> Heading | None:
    line = sheet.lines[number]
    both = heading_and_slogan(line.text)
    if both and sheet.may_be_title(number) and not speaker_of(line.text):
        name, slogan = both
        return Heading(name, slogan, number, number, line.where) if _size(sheet, number, 1) == 1 else None
    named, bare = is_heading(line.text), is_bare_heading(line.text) and not _before_byline(sheet, number)
    label = is_label(line.text) and not speaker_of(line.text[:-1] + "，")
    size = _size(sheet, number, 3) if named or bare or label else 0
    if size == 0 or (size == 1 and not named and not (bare and names_county(line.text))):
        return None
    slogan = " ".join(line.text for line in sheet.lines[number + 1 : number + size])
    return Heading(line.text, slogan, number, number + size - 1, line.where)


def _before_byline(sheet: Sheet, number: int) -> bool:
    following = sheet.lines[number + 1].text if number + 1 < len(sheet.lines) else ""
    return is_byline(following) or begins_with_dateline(following)


def _size(sheet: Sheet, number: int, most: int) -> int:
    """How many lines are best taken out as a heading: none, the line alone, or a slogan of a line or two."""
    end = min(sheet.free_from(number), number + _LOOK_AHEAD)
    end = next((n for n in range(number + 1, end) if sheet.apart[n] or _before_byline(sheet, n)), end)
    sizes = [1]
    while sizes[0] < min(most, end - number) and _may_be_slogan(sheet, number + sizes[0]):
        sizes.insert(0, sizes[0] + 1)
    costs = {size: STANDS_ALONE * size + _cost(sheet, number + size, end) for size in sizes}
    if 3 in costs:
        costs[3] += _LONG_SLOGAN
    if not is_heading(sheet.lines[number].text):
        costs[0] = _HEADING_LOST + _cost(sheet, number, end)
    return min(costs, key=lambda size: costs[size])


def _cost(sheet: Sheet, begin: int, end: int) -> float:
    """What it costs to set lines as paragraphs, the last few perhaps as the first lines of a title."""
    costs = []
    for last in range(end, max(begin, end - _MOST_TITLE_LINES) - 1, -1):
        if last < end and not (end < len(sheet.lines) and sheet.may_be_title(last)):
            break
        rest = suffix_costs(sheet.lines[begin:last], sheet.seams[begin:last], sheet.column)
        costs.append(rest[0] + STANDS_ALONE * (end - last))
    return min(costs)


def _may_be_slogan(sheet: Sheet, number: int) -> bool:
    text = sheet.lines[number].text
    return sheet.may_be_title(number) and not (
        is_bare_heading(text) or begins_with_dateline(text) or text.endswith("。”") or speaker_of(text)
    )

"""Section headings among a page's lines: a federation's name, mostly with a colon, and a slogan."""

from __future__ import annotations

from dataclasses import dataclass

from moushi.intake.federations import region
from moushi.intake.sheet import STANDS_ALONE, Sheet
from moushi.intake.signs import heading_and_slogan, is_bare_heading, is_byline, is_heading, is_label
from moushi.intake.speakers import speaker_of
from moushi.intake.wrapping import suffix_costs

_FULL_WIDTH = str.maketrans("()", "（）")
_HEADING_LOST = 1.0  # to leave in the text what reads like a heading
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
        """The federation's name: the heading without its colon, its brackets in full width."""
        return self.name.rstrip("：:").strip().translate(_FULL_WIDTH)


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
    size = _size(sheet, number, 2) if named or bare or label else 0
    if size == 0 or (size == 1 and not named and not (bare and region(line.text))):
        return None
    slogan = sheet.lines[number + 1].text if size == 2 else ""
    return Heading(line.text, slogan, number, number + size - 1, line.where)


def _before_byline(sheet: Sheet, number: int) -> bool:
    return number + 1 < len(sheet.lines) and is_byline(sheet.lines[number + 1].text)


def _size(sheet: Sheet, number: int, most: int) -> int:
    """How many lines are best taken out as a heading: none, the line alone, or a slogan with it."""
    end = min(sheet.free_from(number), number + _LOOK_AHEAD)
    end = next((n for n in range(number + 1, end) if sheet.apart[n] or _before_byline(sheet, n)), end)
    costs = {}
    if most > 1 and number + 1 < end and _may_be_slogan(sheet, number + 1):
        costs[2] = 2 * STANDS_ALONE + _cost(sheet, number + 2, end)
    costs[1] = STANDS_ALONE + _cost(sheet, number + 1, end)
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
        is_bare_heading(text) or text.endswith("。”") or speaker_of(text)
    )

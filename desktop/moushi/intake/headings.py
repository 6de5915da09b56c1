"""Section headings among a page's lines: a federation's name, mostly with a colon, and a slogan."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

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
    costs = _Costs(sheet)
    for number in range(len(sheet.lines)):
        if not sheet.taken[number] and sheet.begins(number) and (heading := _heading(sheet, number, costs)):
            sheet.take(heading.first, heading.last + 1)
            found.append(heading)
    return found


class _Costs:
    """What it costs to set lines as paragraphs up to the next line that is apart, worked out once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[int, list[float]] = {}  # by the first line of a stretch
        apart = [one or _before_byline(sheet, number) for number, one in enumerate(sheet.apart)]
        bounds = [0, *(number for number, one in enumerate(apart) if one), len(apart)]
        self._stretch = {n: (begin, end) for begin, end in pairwise(bounds) for n in range(begin, end)}

    def end(self, number: int) -> int:
        """The line, or the end of the page, up to which the lines after `number` are weighed."""
        return self._stretch[number][1]

    def __call__(self, number: int, begin: int) -> float:
        """The cost of the lines from `begin` on up to the end for `number`."""
        first, end = self._stretch[number]
        if first not in self._known:
            self._known[first] = self._work_out(first, end)
        return self._known[first][begin - first]

    def _work_out(self, begin: int, end: int) -> list[float]:
        """The costs from each line on; the last few may be the first lines of a title instead."""
        sheet = self._sheet
        best = suffix_costs(sheet.lines[begin:end], sheet.seams[begin:end], sheet.column)
        last = end
        while end < len(sheet.lines) and last > max(begin, end - _MOST_TITLE_LINES):
            last -= 1
            if not sheet.may_be_title(last):
                break
            costs = suffix_costs(sheet.lines[begin:last], sheet.seams[begin:last], sheet.column)
            titles = STANDS_ALONE * (end - last)
            best[: len(costs)] = [min(a, b + titles) for a, b in zip(best, costs, strict=False)]
        return best


def _heading(sheet: Sheet, number: int, costs: _Costs) -> Heading | None:
    line = sheet.lines[number]
    both = heading_and_slogan(line.text)
    if both and sheet.may_be_title(number) and not speaker_of(line.text):
        name, slogan = both
        return (
            Heading(name, slogan, number, number, line.where) if _size(sheet, number, 1, costs) == 1 else None
        )
    named, bare = is_heading(line.text), is_bare_heading(line.text) and not _before_byline(sheet, number)
    label = is_label(line.text) and not speaker_of(line.text[:-1] + "，")
    size = _size(sheet, number, 3, costs) if named or bare or label else 0
    if size == 0 or (size == 1 and not named and not (bare and names_county(line.text))):
        return None
    slogan = " ".join(line.text for line in sheet.lines[number + 1 : number + size])
    return Heading(line.text, slogan, number, number + size - 1, line.where)


def _before_byline(sheet: Sheet, number: int) -> bool:
    following = sheet.lines[number + 1].text if number + 1 < len(sheet.lines) else ""
    return is_byline(following) or begins_with_dateline(following)


def _size(sheet: Sheet, number: int, most: int, cost: _Costs) -> int:
    """How many lines are best taken out as a heading: none, the line alone, or a slogan of a line or two."""
    end = cost.end(number)
    sizes = [1]
    while sizes[0] < min(most, end - number) and _may_be_slogan(sheet, number + sizes[0]):
        sizes.insert(0, sizes[0] + 1)
    costs = {size: STANDS_ALONE * size + cost(number, number + size) for size in sizes}
    if 3 in costs:
        costs[3] += _LONG_SLOGAN
    if not is_heading(sheet.lines[number].text):
        costs[0] = _HEADING_LOST + cost(number, number)
    return min(costs, key=lambda size: costs[size])


def _may_be_slogan(sheet: Sheet, number: int) -> bool:
    text = sheet.lines[number].text
    return sheet.may_be_title(number) and not (
        is_bare_heading(text) or begins_with_dateline(text) or text.endswith("。”") or speaker_of(text)
    )

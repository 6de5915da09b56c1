"""A page's lines while its parts are being told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import or_

from moushi.intake.lines import TextLine
from moushi.intake.signs import heading_and_slogan, is_bare_heading, is_byline, is_credit, is_heading, part_in
from moushi.intake.speakers import begins_speech
from moushi.intake.wrapping import Column, Seam, Stretch, ends_open, infer_column, seams_of

WIDEST_TITLE = 48.0
_NO_TITLE_END = tuple("。；，、：.;,:—")
STANDS_ALONE = 0.25  # what it costs to take a line out of the text as a title or a heading


@dataclass(slots=True)
class Sheet:
    """Lines with their seams and the column they were set in.

    `apart` are the lines that by their words are no part of a paragraph, `taken` those already spoken for.
    """

    lines: list[TextLine]
    seams: list[Seam]
    apart: list[bool]
    column: Column
    taken: list[bool]

    def take(self, begin: int, end: int) -> None:
        """Speak for the lines from `begin` to before `end`."""
        self.taken[begin:end] = [True] * (end - begin)

    def free_from(self, begin: int) -> int:
        """Where the free lines from `begin` on end."""
        end = begin
        while end < len(self.lines) and not self.taken[end]:
            end += 1
        return end

    def stretches(self) -> Iterator[tuple[int, int]]:
        """The stretches of free lines: first line, and the line after the last."""
        return stretches_between(self.taken)

    def runs_on(self, number: int) -> bool:
        """Whether the line may end in mid-paragraph: the column breaks there, and no sentence ends."""
        return self.column.explains(self.seams[number]) and ends_open(self.lines[number].text)

    def begins(self, number: int) -> bool:
        """Whether a part of the page may begin at this line."""
        before = number - 1
        return number == 0 or self.taken[before] or self.apart[before] or not self.runs_on(before)

    def speeches(self, begin: int, end: int) -> list[int]:
        """The lines from `begin` to before `end` at which somebody begins to speak."""
        return [
            number
            for number in range(begin, end)
            if not self.taken[number]
            and (number == begin or not ends_open(self.lines[number - 1].text))
            and begins_speech("".join(line.text for line in self.lines[number : min(number + 4, end)]))
        ]

    def may_be_title(self, number: int) -> bool:
        """Whether the line ends as titles, headings and slogans do, and is no wider."""
        line = self.lines[number]
        return line.width <= WIDEST_TITLE and line.text.rstrip("”’")[-1:] not in _NO_TITLE_END


def stretches_between(taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where the stretches of what is not taken begin and end."""
    begin = 0
    for end, stop in enumerate([*taken, True]):
        if stop:
            if end > begin:
                yield begin, end
            begin = end + 1


def _is_apart(text: str) -> bool:
    return is_heading(text) or is_byline(text) or is_credit(text) or part_in(text) != ""


def sheet_of(lines: list[TextLine]) -> Sheet:
    """A sheet of which nothing is spoken for."""
    seams = seams_of(lines)
    apart = [_is_apart(line.text) for line in lines]
    named = [is_bare_heading(line.text) or heading_and_slogan(line.text) is not None for line in lines]
    stretches = [
        Stretch(
            lines[begin:end], seams[begin:end], after_title=begin > 0 and is_byline(lines[begin - 1].text)
        )
        for begin, end in stretches_between(list(map(or_, apart, named)))
    ]
    return Sheet(lines, seams, apart, infer_column(stretches), [False] * len(lines))

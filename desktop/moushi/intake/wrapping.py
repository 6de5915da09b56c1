"""Paragraphs out of hard-wrapped lines whose indent is lost, by asking the composer what would have fitted.

A line that ended in mid-paragraph is explained by a measure if the composer, given that measure, breaks there
too. The measure that explains most of a page is the page's measure; with it, a paragraph's end shows where
the next line would still have taken words, or where the next line was set in by two em. All evidence is
weighed together: costs are roughly the negative logarithms of how often a page shows such a thing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from moushi.intake.lines import TextLine, joined, meets_latin
from moushi.intake.numbering import lines_of_lists
from moushi.intake.speakers import begins_speech
from moushi.typeset.lines import first_break

FIRST_INDENT = 2.0
UNWRAPPED = math.inf
_STEP = 0.5  # least widths are whole halves but for word spaces
_NARROWEST = 8.0
_WIDE, _WIDE_COLUMN = 32.0, 8.0  # a body column is hardly wider
_WIDEST_UNIT = 40.0
_MOST_LEAD_LINES = 30
_SAMPLE = 1500  # lines looked at to find a page's measure

_ENDS = 0.5
_ENDS_QUOTED = 1.5  # with ！” or ？”, which may stand in mid-sentence
_ENDS_HALF = 4.0  # with ； or ：
_ENDS_OPEN = 8.0
_ENDS_FULL = 2.5
_SENTENCE_FILLS_LINE = 2.0  # a sentence ends in mid-paragraph just where its line ends
_UNEXPLAINED = 2.0  # and 1 for each em amiss
_UNEXPLAINED_MOST = 12.0
_ILLEGAL = 3.0
_OTHER_LEAD, _OTHER_LEAD_LINE = 3.0, 1.5  # a lead in a column of its own before the body
_OF_ANOTHER_COLUMN = 6.0  # a line much too wide, such as a lead's
_MARK_AGAINST = 4.0  # the page marks paragraphs by indents or blank lines, and the mark is against it
_LIKE_A_LEAD = 1.1  # the text after it begins with a short sentence, as a theme does
_LIKE_A_BEGINNING = 2.5  # the text after it begins with a speaker, or with a sentence and a list
_IN_A_LIST = 6.0  # the line after it begins with the next number of a list whose numbers all begin lines

_ENDERS = "。！？!?…"
_QUOTED_ENDERS = ("！", "？", "!", "?")
_HALF_ENDERS = "；：;:"
_CLOSERS = "”’）)】》」』〕"
_LEAD = re.compile(r"[^。；！？]{6,36}。")
_LEAD_OF_LIST = re.compile(r"[^。；！？]{4,60}。(?:一是|（一）|第一，)")


@dataclass(frozen=True, slots=True)
class Seam:
    """The break after a line: explained by a room of `least` to below `most` em (never if equal).

    `end` is what it costs to end a paragraph with the line, `beginning` how much the text after it looks like
    the beginning of one. `illegal` is a break that no composer makes, as before a comma.
    """

    least: float
    most: float
    end: float
    beginning: float = 0.0
    illegal: bool = False

    def explained(self, room: float) -> bool:
        """Whether the composer breaks here when a line has that much room."""
        return self.least <= room < self.most and not self.illegal

    def unexplained(self, room: float) -> float:
        """What it costs to break here in a line with that much room, apart from the line's being too wide."""
        if room < self.most and not self.illegal:
            return 0.0
        amiss = _ILLEGAL * self.illegal + max(room - self.most, 0.0)
        return min(_UNEXPLAINED + amiss, _UNEXPLAINED_MOST)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph joined from lines; `offsets` tell where in the text each line began."""

    text: str
    lines: tuple[TextLine, ...]
    offsets: tuple[int, ...]

    def where(self, offset: int) -> str:
        """`line:column` of a place in the text."""
        for begin, line in zip(reversed(self.offsets), reversed(self.lines), strict=True):
            if offset >= begin:
                return f"{line.number}:{line.column + offset - begin}"
        return self.lines[0].where


def seams_of(lines: Sequence[TextLine]) -> list[Seam]:
    """The seam after each line; nothing explains the last line's."""
    texts = [line.text for line in lines]
    listed = lines_of_lists(texts)
    seams = []
    for number, line in enumerate(lines):
        following = texts[number + 1 : number + 4]
        seam = _seam(line.width, line.text, following[0] if following else "")
        if number + 1 in listed:
            seam = replace(seam, beginning=_IN_A_LIST)
        elif seam.end < _ENDS_OPEN:
            seam = replace(seam, beginning=_like_a_beginning("".join(following)))
        seams.append(seam)
    return seams


def _seam(width: float, before: str, after: str) -> Seam:
    end = end_cost(before)
    glue = " " if meets_latin(before, after) else ""
    text = before + glue + after
    here = len(before) + len(glue)
    if not after or first_break(text, width, 0) != here:
        return Seam(width, width + _STEP, end, illegal=True)
    room = width
    while first_break(text, room + _STEP, 0) <= here and room < width + _WIDEST_UNIT:
        room += _STEP
    return Seam(width, room + _STEP, end)


def _like_a_beginning(text: str) -> float:
    if _LEAD_OF_LIST.match(text) or begins_speech(text):
        return _LIKE_A_BEGINNING
    return _LIKE_A_LEAD if _LEAD.match(text) else 0.0


def measures(seams: Sequence[Seam]) -> list[float]:
    """The measures that may explain seams, least first; the last is that of unwrapped text.

    Each is the least room that explains some line, so that none in between explains more.
    """
    rooms = {seam.least for seam in seams if not seam.illegal}
    rooms |= {room + FIRST_INDENT for room in rooms}
    return [*sorted(room for room in rooms if room > _NARROWEST), UNWRAPPED]


def end_cost(text: str) -> float:
    """How unlikely a paragraph ends with this line."""
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] in _ENDERS or text[-1] in _ENDERS:
        return _ENDS_QUOTED if bare[-1:] in _QUOTED_ENDERS and text[-1] == "”" else _ENDS
    return _ENDS_HALF if bare[-1] in _HALF_ENDERS else _ENDS_OPEN


def ends_open(text: str) -> bool:
    """Whether a line ends without a mark that could close a paragraph or a clause, as titles do."""
    return end_cost(text) == _ENDS_OPEN and text[-1] not in "，、,—"


@dataclass(frozen=True, slots=True)
class Column:
    """How lines were set: their measure in em, and which signs of a paragraph's beginning the text kept."""

    measure: float
    indents: bool = False
    blanks: bool = False

    def against_beginning(self, line: TextLine) -> float:
        """What it costs to begin a paragraph with the line."""
        return _MARK_AGAINST * ((self.indents and not line.indented) + (self.blanks and not line.after_blank))

    def against_going_on(self, line: TextLine) -> float:
        """What it costs to go on with the line."""
        return _MARK_AGAINST * ((self.indents and line.indented) + (self.blanks and line.after_blank))

    def width_costs(self, line: TextLine) -> tuple[float, float]:
        """What the line's width costs as the first of a paragraph, and as a later one."""
        over = line.width - self.measure
        if over > self.measure / 2:
            return _OF_ANOTHER_COLUMN, _OF_ANOTHER_COLUMN
        return _too_wide(over + FIRST_INDENT), _too_wide(over)

    def unlikely(self) -> float:
        """How unlikely its measure is."""
        return _WIDE_COLUMN if _WIDE < self.measure < UNWRAPPED else 0.0

    def explains(self, seam: Seam) -> bool:
        """Whether a line in mid-paragraph ends here."""
        return seam.explained(self.measure) or seam.explained(self.measure - FIRST_INDENT)


def _too_wide(over: float) -> float:
    return min(_UNEXPLAINED + over, _UNEXPLAINED_MOST) if over > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that stand together; the first of them may be set in another column if they follow a title."""

    lines: Sequence[TextLine]
    seams: Sequence[Seam]
    after_title: bool

    def cost(self, column: Column) -> float:
        """What it costs to set the stretch in that column."""
        costs = suffix_costs(self.lines, self.seams, column)
        if not self.after_title:
            return costs[0]
        lead = (_OTHER_LEAD + _OTHER_LEAD_LINE * count + costs[count] for count in range(1, len(costs)))
        return min(costs[0], *islice(lead, _MOST_LEAD_LINES))


def infer_column(stretches: Sequence[Stretch]) -> Column:
    """The column that explains most of a page."""
    sample: list[Stretch] = []
    for stretch in stretches:
        if sum(len(taken.lines) for taken in sample) < _SAMPLE:
            sample.append(replace(stretch, lines=stretch.lines[:_SAMPLE], seams=stretch.seams[:_SAMPLE]))
    columns = [Column(measure) for measure in measures([s for stretch in sample for s in stretch.seams])]
    column = min(columns, key=lambda column: column.unlikely() + sum(s.cost(column) for s in sample))
    after = [line for stretch in sample for line in stretch.lines[1:]]
    before = [seam for stretch in sample for seam in stretch.seams[:-1]]
    may_begin = [seam.end == _ENDS for seam in before]
    goes_on = [seam.end != _ENDS and column.explains(seam) for seam in before]

    def kept(marked: Sequence[bool]) -> bool:
        right = sum(mark and may for mark, may in zip(marked, may_begin, strict=True))
        wrong = sum(mark and on for mark, on in zip(marked, goes_on, strict=True))
        return right > 3 * wrong and right >= 0.4 * sum(may_begin) and any(goes_on)

    indents = kept([line.indented for line in after])
    return replace(column, indents=indents, blanks=kept([line.after_blank for line in after]))


def _turn(
    column: Column, lines: Sequence[TextLine], seams: Sequence[Seam], number: int
) -> tuple[float, float, float, float]:
    """What it costs to go from a line to the next.

    To end a paragraph with it, being its first line or a later one; to go on, being its first or a later one.
    """
    seam, following, after = seams[number], lines[number + 1], seams[number + 1]
    later = column.measure
    first = later - FIRST_INDENT
    end = seam.end + column.against_beginning(following)
    on = column.against_going_on(following)
    if seam.end == _ENDS:
        on += _SENTENCE_FILLS_LINE
    if seam.beginning:
        ends_there = not after.explained(later) and seam.beginning > _LIKE_A_LEAD
        if ends_there or after.explained(first):
            on += seam.beginning
    return (
        end + _ENDS_FULL * seam.explained(first),
        end + _ENDS_FULL * seam.explained(later),
        on + seam.unexplained(first),
        on + seam.unexplained(later),
    )


def _steps(
    lines: Sequence[TextLine], seams: Sequence[Seam], column: Column
) -> Iterator[tuple[float, float, bool, bool]]:
    """Viterbi over lines: the costs of each as first and as later line of a paragraph.

    And for each of the two, whether the line before it was a first line then.
    """
    as_first, as_later = 0.0, math.inf
    for number, line in enumerate(lines):
        first, later = column.width_costs(line)
        if number == 0:
            as_first, as_later = first, math.inf
            yield as_first, as_later, False, False
            continue
        costs = _turn(column, lines, seams, number - 1)
        ended = as_first + costs[0], as_later + costs[1]
        went_on = as_first + costs[2], as_later + costs[3]
        as_first, as_later = min(ended) + first, min(went_on) + later
        yield as_first, as_later, ended[0] <= ended[1], went_on[0] <= went_on[1]


def prefix_costs(lines: Sequence[TextLine], seams: Sequence[Seam], column: Column) -> list[float]:
    """For each count of lines from the first, the cost of setting just these as whole paragraphs."""
    costs = [0.0]
    for seam, (as_first, as_later, _, _) in zip(seams, _steps(lines, seams, column), strict=True):
        fills = _ENDS_FULL if len(costs) < len(lines) else 0.0  # unless no other line follows
        full_first = fills * seam.explained(column.measure - FIRST_INDENT)
        full_later = fills * seam.explained(column.measure)
        costs.append(min(as_first + full_first, as_later + full_later) + seam.end)
    return costs


def suffix_costs(lines: Sequence[TextLine], seams: Sequence[Seam], column: Column) -> list[float]:
    """For each number of lines left out at the top, the cost of setting the others as whole paragraphs."""
    costs = [0.0] * (len(lines) + 1)
    next_first = next_later = math.inf
    for number in range(len(lines) - 1, -1, -1):
        first, later = column.width_costs(lines[number])
        if number == len(lines) - 1:
            next_first, next_later = first + seams[number].end, later + seams[number].end
        else:
            costs_here = _turn(column, lines, seams, number)
            next_first, next_later = (
                first + min(costs_here[0] + next_first, costs_here[2] + next_later),
                later + min(costs_here[1] + next_first, costs_here[3] + next_later),
            )
        costs[number] = next_first
    return costs


def paragraphs(lines: Sequence[TextLine], seams: Sequence[Seam], column: Column) -> list[Paragraph]:
    """The lines as paragraphs, at the least cost for that column."""
    if not lines:
        return []
    steps = list(_steps(lines, seams, column))
    is_first = steps[-1][0] <= steps[-1][1]
    starts: list[int] = []
    for number in range(len(lines) - 1, -1, -1):
        if is_first:
            starts.append(number)
        _, _, before_first, before_later = steps[number]
        is_first = before_first if is_first else before_later
    starts.reverse()
    bounds = zip(starts, [*starts[1:], len(lines)], strict=True)
    return [as_paragraph(lines[begin:end]) for begin, end in bounds]


def as_paragraph(lines: Sequence[TextLine]) -> Paragraph:
    """One paragraph of these lines."""
    text, starts = joined([line.text for line in lines])
    return Paragraph(text, tuple(lines), tuple(starts))

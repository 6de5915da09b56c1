"""Paragraphs out of hard-wrapped lines whose indent is lost, by asking the composer what would have fitted.

A line that ended in mid-paragraph is explained by a measure if the composer, given that measure, breaks there
too. The measure that explains most of a page is the page's measure; with it, a paragraph's end shows where
the next line would still have taken words, or where the next line was set in by two em.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moushi.intake.lines import TextLine, joined, meets_latin
from moushi.typeset.lines import first_break

FIRST_INDENT = 2.0
UNWRAPPED = math.inf
_STEP = 0.5  # least widths are whole halves but for word spaces
_NARROWEST, _WIDEST = 10.25, 120.25
_USUAL = 21.75
_WIDEST_UNIT = 40.0
_LEAD = re.compile(r"[^。；！？]{6,36}。")
_SAMPLE = 1500  # lines looked at to find a page's measure

# Costs of what a page would hardly show, in units of one unexplained line end.
_TOO_WIDE = 6.0
_UNEXPLAINED = 5.0
_ENDS_OPEN = 4.0
_ENDS_HALF = 1.5
_ENDS_FULL = 1.0
_LEAD_FOLLOWS = 1.1  # outweighs a full last line
_INDENT_LOST = 3.0

_ENDERS = "。！？!?…"
_HALF_ENDERS = "；：;:"
_CLOSERS = "”’）)】》」』〕"


@dataclass(frozen=True, slots=True)
class Seam:
    """The break between two lines: explained by a room of `least` to below `most` em (never if equal).

    `lead_follows` tells whether the text after it begins with a short sentence, as a theme does.
    """

    least: float
    most: float
    lead_follows: bool = False

    def explained(self, room: float) -> bool:
        """Whether the composer breaks here when a line has that much room."""
        return self.least <= room < self.most


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
    """The seam after each line; the last line has one that explains nothing."""
    if not lines:
        return []
    texts = [line.text for line in lines]
    seams = [_seam(lines[n].width, texts[n], texts[n + 1 : n + 4]) for n in range(len(lines) - 1)]
    return [*seams, Seam(0, 0)]


def _seam(width: float, before: str, following: Sequence[str]) -> Seam:
    after = following[0]
    glue = " " if meets_latin(before, after) else ""
    text = before + glue + after
    here = len(before) + len(glue)
    if first_break(text, width, 0) != here:
        return Seam(0, 0)
    room = width
    while first_break(text, room + _STEP, 0) <= here and room < width + _WIDEST_UNIT:
        room += _STEP
    return Seam(width, room + _STEP, bool(_LEAD.match("".join(following))))


def measures() -> Iterator[float]:
    """The measures a page may have, each standing for the half em around it; last, that of unwrapped text."""
    count = int((_WIDEST - _NARROWEST) / _STEP)
    yield from (_NARROWEST + _STEP * n for n in range(count + 1))
    yield UNWRAPPED


def infer_measure(lines: Sequence[TextLine], seams: Sequence[Seam]) -> float:
    """The measure in em that explains the lines best, the usual one if it is among the best."""
    sample = lines[:_SAMPLE]
    costs = {measure: prefix_costs(sample, seams, measure)[-1] for measure in measures()}
    least = min(costs.values())
    best = [measure for measure, cost in costs.items() if cost < least + 1e-9]
    return _USUAL if _USUAL in best else best[(len(best) - 1) // 2]


def end_cost(text: str) -> float:
    """How unlikely a paragraph ends with this line."""
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] in _ENDERS or text[-1] in _ENDERS:
        return 0.0
    return _ENDS_HALF if bare[-1] in _HALF_ENDERS else _ENDS_OPEN


def _line_costs(line: TextLine, measure: float, marked: bool) -> tuple[float, float]:
    """Cost of the line as the first of a paragraph, and as a later one."""
    first = _TOO_WIDE if line.width + FIRST_INDENT > measure else 0.0
    later = _TOO_WIDE if line.width > measure else 0.0
    if marked:
        first, later = (first, later + _INDENT_LOST) if line.indented else (first + _INDENT_LOST, later)
    return first, later


def _indents_survive(lines: Sequence[TextLine]) -> bool:
    indented = sum(line.indented for line in lines)
    return 0 < indented < len(lines)


@dataclass(frozen=True, slots=True)
class _Turn:
    """What it costs to go from a line to the next, from a first and from a later line of a paragraph."""

    to_first: tuple[float, float]
    to_later: tuple[float, float]


def _turn(line: TextLine, seam: Seam, following: Seam, measure: float) -> _Turn:
    end = end_cost(line.text)
    if seam.lead_follows and following.explained(measure - FIRST_INDENT):
        end -= _LEAD_FOLLOWS
    full = seam.explained(measure - FIRST_INDENT), seam.explained(measure)
    return _Turn(
        (end + full[0] * _ENDS_FULL, end + full[1] * _ENDS_FULL),
        (0 if full[0] else _UNEXPLAINED, 0 if full[1] else _UNEXPLAINED),
    )


def _steps(
    lines: Sequence[TextLine], seams: Sequence[Seam], measure: float
) -> Iterator[tuple[float, float, bool, bool]]:
    """Viterbi over lines: per line its cheapest cost as first and as later line, and in each case whether the
    line before it was a first line.
    """
    marked = _indents_survive(lines)
    as_first, as_later = 0.0, math.inf
    for number, line in enumerate(lines):
        first, later = _line_costs(line, measure, marked)
        if number == 0:
            as_first, as_later = first, math.inf
            yield as_first, as_later, False, False
            continue
        turn = _turn(lines[number - 1], seams[number - 1], seams[number], measure)
        ended = as_first + turn.to_first[0], as_later + turn.to_first[1]
        went_on = as_first + turn.to_later[0], as_later + turn.to_later[1]
        as_first, as_later = min(ended) + first, min(went_on) + later
        yield as_first, as_later, ended[0] <= ended[1], went_on[0] <= went_on[1]


def suffix_costs(lines: Sequence[TextLine], seams: Sequence[Seam], measure: float) -> list[float]:
    """For each number of lines left out at the top, the cost of setting the others as whole paragraphs."""
    marked = _indents_survive(lines)
    costs = [0.0] * (len(lines) + 1)
    next_first = next_later = math.inf
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        first, later = _line_costs(line, measure, marked)
        if number == len(lines) - 1:
            next_first, next_later = first + end_cost(line.text), later + end_cost(line.text)
        else:
            turn = _turn(line, seams[number], seams[number + 1], measure)
            next_first, next_later = (
                first + min(turn.to_first[0] + next_first, turn.to_later[0] + next_later),
                later + min(turn.to_first[1] + next_first, turn.to_later[1] + next_later),
            )
        costs[number] = next_first
    return costs


def prefix_costs(lines: Sequence[TextLine], seams: Sequence[Seam], measure: float) -> list[float]:
    """For each count of lines from the first, the cost of setting just these as whole paragraphs."""
    costs = [0.0]
    for line, (as_first, as_later, _, _) in zip(lines, _steps(lines, seams, measure), strict=True):
        costs.append(min(as_first, as_later) + end_cost(line.text))
    return costs


def paragraphs(lines: Sequence[TextLine], seams: Sequence[Seam], measure: float) -> list[Paragraph]:
    """The lines as paragraphs, at the least cost for that measure."""
    if not lines:
        return []
    steps = list(_steps(lines, seams, measure))
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
    offsets: list[int] = []
    text = ""
    for line in lines:
        glued = joined([text, line.text])
        offsets.append(len(glued) - len(line.text))
        text = glued
    return Paragraph(text, tuple(lines), tuple(offsets))

"""Headings and bodies find each other, whichever came first on the page.

A body belongs to the heading whose county it names most; where names do not tell, to its neighbour in the
order that the page keeps (all headings before their bodies, or all after).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from moushi.intake.federations import stem
from moushi.intake.headings import Heading
from moushi.intake.speakers import speaker_of
from moushi.intake.wrapping import Paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs that stand together between other parts of the page."""

    paragraphs: tuple[Paragraph, ...]
    first: int
    last: int


def assign(
    headings: Sequence[Heading], runs: Sequence[Run]
) -> list[tuple[Heading | None, tuple[Paragraph, ...]]]:
    """Sections in order of appearance: each heading with its body, and bodies without a heading."""
    parts = [part for run in runs for part in _split(run, headings)]
    taken: dict[int, int] = {}  # part -> heading
    order = _by_likeness(headings, parts)
    for part, heading in order:
        if part not in taken and heading not in taken.values():
            taken[part] = heading
    spare = [number for number in range(len(parts)) if number not in taken]
    bodies: dict[int, list[Paragraph]] = {part: list(parts[part].paragraphs) for part in taken}
    sections: list[tuple[int, Heading | None, tuple[Paragraph, ...]]] = []
    for part in spare:
        home = _home(parts, part, taken, headings)
        if home is None:
            sections.append((parts[part].first, None, parts[part].paragraphs))
        elif home < part:
            bodies[home].extend(parts[part].paragraphs)
        else:
            bodies[home][:0] = parts[part].paragraphs
    for part, heading in taken.items():
        found = headings[heading]
        sections.append((min(found.first, parts[part].first), found, tuple(bodies[part])))
    for number, found in enumerate(headings):
        if number not in taken.values():
            sections.append((found.first, found, ()))
    return [(heading, body) for _, heading, body in sorted(sections, key=lambda section: section[0])]


def _by_likeness(headings: Sequence[Heading], parts: Sequence[Run]) -> list[tuple[int, int]]:
    """All pairs of part and heading, the likeliest first."""
    if not headings or not parts:
        return []
    body_first = parts[-1].first < headings[-1].first and parts[0].first < headings[0].first
    stems = [stem(heading.name) for heading in headings]
    pairs: list[tuple[float, int, int]] = []
    for p, part in enumerate(parts):
        text = "".join(paragraph.text for paragraph in part.paragraphs)
        speakers = [s.federation for s in map(speaker_of, (x.text for x in part.paragraphs)) if s]
        for h, heading in enumerate(headings):
            named = min(text.count(stems[h]), 20) + 40 * any(stems[h] in unit for unit in speakers)
            gap = heading.first - part.last if body_first else part.first - heading.last
            near = 0.9 / gap if gap > 0 else 0.0
            pairs.append((named + near, p, h))
    pairs.sort(key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]))
    return [(p, h) for _, p, h in pairs]


def _home(parts: Sequence[Run], part: int, taken: dict[int, int], headings: Sequence[Heading]) -> int | None:
    """The part that a spare part continues: a neighbour, unless it speaks for a unit of its own."""
    speakers = [s.federation for s in map(speaker_of, (x.text for x in parts[part].paragraphs)) if s]
    for neighbour in (part - 1, part + 1):
        if neighbour in taken:
            name = stem(headings[taken[neighbour]].name)
            text = "".join(paragraph.text for paragraph in parts[part].paragraphs)
            if all(name in unit for unit in speakers) and (speakers or name in text or len(taken) == 1):
                return neighbour
    return None


def _split(run: Run, headings: Sequence[Heading]) -> list[Run]:
    """A stretch of paragraphs cut where another federation begins to speak."""
    stems = {stem(heading.name) for heading in headings}
    cuts: list[int] = []
    current = ""
    for number, paragraph in enumerate(run.paragraphs):
        speaker = speaker_of(paragraph.text)
        if speaker is None or not speaker.federation:
            continue
        place = stem(speaker.federation)
        if current and place != current and (place in stems or not stems):
            opens = number - 1 > (cuts[-1] if cuts else 0) and place in run.paragraphs[number - 1].text
            cuts.append(number - 1 if opens else number)
        if not current or place in stems or not stems:
            current = place
    bounds = [0, *cuts, len(run.paragraphs)]
    parts = []
    for begin, end in itertools.pairwise(bounds):
        group = run.paragraphs[begin:end]
        before = sum(len(paragraph.lines) for paragraph in run.paragraphs[:begin])
        size = sum(len(paragraph.lines) for paragraph in group)
        parts.append(Run(group, run.first + before, run.first + before + size - 1))
    return parts

"""A section's paragraphs as openings, speeches and themes with their items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from moushi.domain.kinds import PassageKind
from moushi.intake.numbering import begins_list, is_numbered
from moushi.intake.reading import ReadItem, ReadPassage, ReadTheme
from moushi.intake.speakers import Speaker, speaker_of
from moushi.intake.wrapping import Paragraph, ends_open
from moushi.typeset.lines import least_width_of

_GENERAL = re.compile(r"(?:今年|新的一年|新一年|过去一年|去年|近年来|20\d{2}年|当前|多年来|一直以来|作为)")
_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
}
_CLOSERS = "".join(_PAIRS.values())
_END = re.compile(r"[。！？；!?;]+|(?<=[\u3400-\u9fff])(?<![一二三四五六七八九十])\.(?![\w.])")
_GOES_ON = re.compile(r"[的地之等这那和与及或是，、：；。！？,;:!?]")
_BEFORE_QUOTATION = "：:，,。；！？"
_FULL_STOPS = ("。", "！", "？", "!", "?", ".")
_LEAD_ALONE_EM = 45.0
_OPENINGS_AT_MOST = 3

Block = ReadPassage | ReadTheme


@dataclass(frozen=True, slots=True)
class _Prose:
    """A paragraph that is no passage, cut into sentences."""

    paragraph: Paragraph
    sentences: list[tuple[int, str]]

    @property
    def first(self) -> str:
        """Its first sentence."""
        return self.sentences[0][1]

    @property
    def numbered(self) -> bool:
        """Whether it begins with 一是, （一） or the like."""
        return is_numbered(self.first)

    @property
    def has_lead(self) -> bool:
        """Whether its first sentence may sum up what follows: it is closed, and not the first of a list."""
        closed = self.first.rstrip(_CLOSERS)[-1:] in _FULL_STOPS
        listed = self.numbered and len(self.sentences) > 1 and is_numbered(self.sentences[1][1])
        return closed and not listed

    @property
    def stray(self) -> bool:
        """Whether it is a short line that no mark ends, such as a subheading."""
        return len(self.paragraph.lines) == 1 and ends_open(self.first) and not self.numbered

    @property
    def lone(self) -> bool:
        """Whether it is nothing but a short sentence."""
        return self.has_lead and len(self.sentences) == 1 and least_width_of(self.first) <= _LEAD_ALONE_EM

    def items(self, begin: int) -> tuple[ReadItem, ...]:
        """Its sentences from `begin` on as items; the very first one begins a paragraph."""
        where = self.paragraph.where
        return tuple(
            ReadItem(text, where(offset), begins_paragraph=offset == 0)
            for offset, text in self.sentences[begin:]
        )


def read_blocks(body: Sequence[Paragraph]) -> tuple[tuple[Block, ...], str]:
    """The blocks of a section in order, and the federation of its first speaker (empty if nobody speaks)."""
    speakers = [speaker_of(paragraph.text) for paragraph in body]
    openings = _openings(body, speakers)
    blocks: list[Block] = []
    prose: list[_Prose] = []
    for number, (paragraph, speaker) in enumerate(zip(body, speakers, strict=True)):
        if speaker is None and number >= openings:
            part = _Prose(paragraph, sentences(paragraph.text))
            if not part.stray or len(body) == 1:
                prose.append(part)
                continue
        blocks.extend(_themes(prose))
        prose = []
        where = paragraph.where(0)
        if speaker is None:
            kind = PassageKind.OPENING if number < openings else PassageKind.OTHER
            blocks.append(ReadPassage(kind, paragraph.text, where))
        else:
            said_by = speaker.unit, speaker.post, speaker.name
            blocks.append(ReadPassage(PassageKind.SPEECH, paragraph.text, where, *said_by))
    blocks.extend(_themes(prose))
    return tuple(blocks), next((s.federation for s in speakers if s and s.federation), "")


def _openings(body: Sequence[Paragraph], speakers: Sequence[Speaker | None]) -> int:
    """How many paragraphs at the top are openings."""
    first_speech = next((number for number, speaker in enumerate(speakers) if speaker), None)
    if first_speech is not None:
        return first_speech if first_speech <= _OPENINGS_AT_MOST else 0
    return int(len(body) > 1 and bool(_GENERAL.match(body[0].text)) and "；" not in body[0].text)


def _themes(prose: Sequence[_Prose]) -> list[ReadTheme]:
    """Paragraphs as themes; one that has no lead of its own goes on with the theme before it."""
    themes: list[ReadTheme] = []
    taking_turns = _take_turns(prose)
    for number, part in enumerate(prose):
        before = prose[number - 1] if number else None
        after = prose[number + 1] if number + 1 < len(prose) else None
        theme = themes[-1] if themes else None
        heads_list = len(part.sentences) == 1 and not part.numbered and after and begins_list(after.first)
        leads = part.has_lead and (len(part.sentences) > 1 or part.lone or heads_list)
        goes_on = not leads or (taking_turns and number % 2 == 1)
        if theme and before and (goes_on or (part.numbered and _goes_on(theme, before, part))):
            themes[-1] = replace(theme, items=(*theme.items, *part.items(0)))
        elif leads:
            themes.append(ReadTheme(part.first, part.paragraph.where(0), part.items(1)))
        else:
            themes.append(ReadTheme("", part.paragraph.where(0), part.items(0)))
    return themes


def _goes_on(theme: ReadTheme, before: _Prose, part: _Prose) -> bool:
    """Whether a numbered paragraph holds items of the theme that the paragraph before it belongs to."""
    in_list = before.numbered and theme.lead != before.first
    return in_list or (begins_list(part.first) and not theme.items)


def _take_turns(prose: Sequence[_Prose]) -> bool:
    """Whether leads stand on paragraphs of their own, each followed by one that holds its items."""
    leads, others = prose[::2], prose[1::2]
    return (
        len(leads) == len(others)
        and all(part.lone and part.numbered == leads[0].numbered for part in leads)
        and not any(part.numbered for part in others)
        and not all(part.lone for part in others)
    )


def sentences(text: str) -> list[tuple[int, str]]:
    """Sentences ended by 。！？； with their closing marks, and where each begins; joined they are the text.

    A mark inside brackets or quotation marks ends nothing, unless it ends a quotation that is a sentence.
    """
    found: list[tuple[int, str]] = []
    pairs = _outer_pairs(text)
    opened = closed = -1
    begin = 0
    for mark in _END.finditer(text):
        while mark.start() > closed and pairs:
            opened, closed = pairs.pop()
        end = mark.end()
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        if opened < mark.start() < closed and not _ends_quotation(text, begin, opened, closed, end):
            continue
        if end > begin:
            found.append((begin, text[begin:end]))
            begin = end
    if begin < len(text):
        found.append((begin, text[begin:]))
    return found


def _ends_quotation(text: str, begin: int, opened: int, closed: int, end: int) -> bool:
    """Whether a mark inside a pair ends the sentence: the pair closes right after it and nothing goes on."""
    if end <= closed:
        return False
    if end == len(text):
        return True
    whole = opened == begin or text[opened - 1] in _BEFORE_QUOTATION
    return (whole or text[closed - 1] == "。") and not _GOES_ON.match(text, end)


def _outer_pairs(text: str) -> list[tuple[int, int]]:
    """The outermost pairs of brackets and quotation marks that are closed, the last one first."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    wanted: Counter[str] = Counter()
    for place, char in enumerate(text):
        if char in _PAIRS:
            waiting.append(place)
            wanted[_PAIRS[char]] += 1
        elif char in _CLOSERS and wanted[char]:
            opened = waiting.pop()
            wanted[_PAIRS[text[opened]]] -= 1
            while _PAIRS[text[opened]] != char:  # what was opened since is never closed
                opened = waiting.pop()
                wanted[_PAIRS[text[opened]]] -= 1
            while pairs and pairs[-1][0] > opened:
                pairs.pop()
            pairs.append((opened, place))
    return pairs[::-1]

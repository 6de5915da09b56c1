"""A section's paragraphs as openings, speeches and themes with their items."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from moushi.domain.kinds import PassageKind
from moushi.intake.reading import ReadItem, ReadPassage, ReadTheme
from moushi.intake.wrapping import Paragraph
from moushi.typeset.lines import least_width_of

_ORGAN = (
    r"(?:工商联(?:[（(]总?商会[）)])?|工商业联合会|总商会|商会|联合会|统战部|县委|区委|市委|委员会|协会|中心)"
)
_POST = (
    r"(?:党组成员|党组副书记|党组书记|党委书记|党支部书记|支部书记|书记|常务副主席|专职副主席|驻会副主席|副主席|"
    r"名誉会长|常务副会长|执行会长|副会长|会长|主席|副秘书长|秘书长|副部长|部长|常委|主要负责人|负责人|主任|副主任|"
    r"二级调研员|[一二三四]级调研员|[一二三四]级主任科员)"
)
_SPEAKER = re.compile(
    rf"(?P<unit>[^，。；：“”、]{{0,16}}?{_ORGAN})"
    rf"(?P<post>(?:[^，。；：“”、]{{0,12}}?{_POST}[、，兼及和]*)+)"
    r"(?P<name>[\u3400-\u9fff\U00020000-\U000323af·]{2,12}?)"
    r"(?P<verb>(?:[在对向][^，。；]{1,16})?(?:明确|坦率|直|深有感触地|自豪地|感慨地)?"
    r"(?:表示|介绍说|介绍道|介绍|强调|指出|提出|认为|坦言|直言|谈到|透露|告诉记者|说道|说))[，：:,]"
)
_SENTENCE = re.compile(r"[^。！？；!?;]*[。！？；!?;]+[”’）)】》」』]*|[^。！？；!?;]+$")
_ENUMERATED = re.compile(
    r"(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，是]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳]|\d+[.．、])"
)
_GENERAL = re.compile(r"(?:今年|新的一年|新一年|过去一年|去年|近年来|20\d{2}年|当前|多年来|一直以来|作为)")
_LEAD_ALONE_EM = 45.0
_OPENINGS_AT_MOST = 3
_SPEECH_WITHIN = 80  # characters from a paragraph's beginning


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: unit, post and name as printed."""

    unit: str
    post: str
    name: str


def speaker_of(text: str) -> Speaker | None:
    """The speaker that a paragraph names in its first words, or None."""
    found = _SPEAKER.search(text[: _SPEECH_WITHIN + 40])
    if not found or found.start() > _SPEECH_WITHIN:
        return None
    name = found["name"]
    if not 2 <= len(name) <= 4 and "·" not in name:
        return None
    return Speaker(_bare_unit(found["unit"]), found["post"].strip("、，兼"), name)


def _bare_unit(unit: str) -> str:
    return re.sub(r"^(?:.*(?:谈及|说起|对此|为此|据|日前)|，)", "", unit)


def is_speech(text: str) -> bool:
    """Whether a text names a speaker in its first words."""
    return speaker_of(text) is not None


def read_blocks(body: Sequence[Paragraph]) -> tuple[tuple[ReadPassage | ReadTheme, ...], str]:
    """The blocks of a section in order, and the unit of its first speaker (empty if nobody speaks)."""
    speakers = [speaker_of(paragraph.text) for paragraph in body]
    first_speech = next((n for n, speaker in enumerate(speakers) if speaker), None)
    openings = _openings(body, first_speech)
    blocks: list[ReadPassage | ReadTheme] = []
    for number, (paragraph, speaker) in enumerate(zip(body, speakers, strict=True)):
        where = paragraph.where(0)
        if speaker:
            blocks.append(
                ReadPassage(
                    PassageKind.SPEECH, paragraph.text, where, speaker.unit, speaker.post, speaker.name
                )
            )
        elif number < openings:
            blocks.append(ReadPassage(PassageKind.OPENING, paragraph.text, where))
        else:
            _add_theme(blocks, paragraph, body[number + 1 :])
    unit = next((speaker.unit for speaker in speakers if speaker), "")
    return tuple(blocks), unit


def _openings(body: Sequence[Paragraph], first_speech: int | None) -> int:
    """How many paragraphs at the top are openings."""
    if first_speech is not None:
        return first_speech if first_speech <= _OPENINGS_AT_MOST else 0
    if len(body) > 1 and _GENERAL.match(body[0].text) and "；" not in body[0].text:
        return 1
    return 0


def _add_theme(
    blocks: list[ReadPassage | ReadTheme], paragraph: Paragraph, following: Sequence[Paragraph]
) -> None:
    """Add a paragraph as a theme, or as items that begin a paragraph of the theme before it."""
    pieces = sentences(paragraph.text)
    where = paragraph.where
    lead = pieces[0][1]
    alone = len(pieces) == 1
    last = blocks[-1] if blocks else None
    listed = bool(following and _ENUMERATED.match(following[0].text))
    short = least_width_of(lead) <= _LEAD_ALONE_EM
    closes = lead.rstrip("”’）)】》」』")[-1:] in ("。", "！", "？")
    is_lead = closes and not _ENUMERATED.match(lead) and (not alone or short or listed)
    if is_lead or not isinstance(last, ReadTheme):
        items = pieces[1:] if is_lead else pieces
        theme = ReadTheme(lead if is_lead else "", where(0), _items(items, where))
        if not is_lead and theme.items:
            theme = replace(theme, items=(replace(theme.items[0], begins_paragraph=True), *theme.items[1:]))
        blocks.append(theme)
        return
    added = _items(pieces, where)
    added = (replace(added[0], begins_paragraph=True), *added[1:])
    blocks[-1] = replace(last, items=(*last.items, *added))


def _items(pieces: Sequence[tuple[int, str]], where: Callable[[int], str]) -> tuple[ReadItem, ...]:
    return tuple(ReadItem(text, where(offset)) for offset, text in pieces)


def sentences(text: str) -> list[tuple[int, str]]:
    """Sentences ended by 。！？； with their closing marks, and where each begins; joined they are the text.

    A mark inside brackets or quotation marks that close later in the text ends nothing.
    """
    found: list[tuple[int, str]] = []
    begin = 0
    for piece in _SENTENCE.finditer(text):
        candidate = text[begin : piece.end()]
        if piece.end() < len(text) and _is_open(candidate) and not _is_open(text[begin:]):
            continue
        found.append((begin, candidate))
        begin = piece.end()
    if begin < len(text):
        found.append((begin, text[begin:]))
    return found


def _is_open(text: str) -> bool:
    return any(
        text.count(opening) > text.count(closing) for opening, closing in ("“”", "（）", "《》", "()", "「」")
    )

"""Old and new text as rich text, what differs marked by colour and by a line as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from PySide6.QtGui import QPalette

_LONGEST = 4_000  # characters of two texts together that are compared one by one
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|.", re.DOTALL)  # a number is read as one
_ISLAND = 2  # a shorter equal run between differing ones counts as differing: easier to read


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether it differs from the other version."""

    text: str
    differs: bool


def pieces(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The runs of both texts: joined they are the texts, and what does not differ is the same in both."""
    olds: list[Piece] = []
    news: list[Piece] = []
    for equal, before, after in _runs(old, new):
        for found, text in ((olds, before), (news, after)):
            if text:
                found.append(Piece(text, not equal))
    return olds, news


def _runs(old: str, new: str) -> Iterator[tuple[bool, str, str]]:
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    start = _common(olds, news)
    end = _common(olds[start:][::-1], news[start:][::-1])
    common = "".join(olds[:start])
    yield True, common, common
    middle_old, middle_new = olds[start : len(olds) - end], news[start : len(news) - end]
    if len(middle_old) + len(middle_new) > _LONGEST or not (middle_old and middle_new):
        yield False, "".join(middle_old), "".join(middle_new)
    else:
        yield from _compared(middle_old, middle_new)
    common = "".join(olds[len(olds) - end :])
    yield True, common, common


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Runs of what is equal and of what differs in turn; neither text begins or ends like the other."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = after = ""
    for tag, i, j, k, m in codes:
        run_old, run_new = "".join(old[i:j]), "".join(new[k:m])
        if tag == "equal" and len(run_old) >= _ISLAND:
            if before or after:
                yield False, before, after
            before = after = ""
            yield True, run_old, run_new
        else:
            before += run_old
            after += run_new
    if before or after:
        yield False, before, after


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many characters or numbers two texts have in common at their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def marked(old: str, new: str, palette: QPalette) -> tuple[str, str]:
    """Both texts as HTML: what is gone struck through, what is new underlined, both on a tinted ground."""
    olds, news = pieces(old, new)
    gone = f"color:{palette.brightText().color().name()};text-decoration:line-through"
    come = (
        f"background-color:{palette.highlight().color().name()};"
        f"color:{palette.highlightedText().color().name()};text-decoration:underline"
    )
    return _html(olds, gone), _html(news, come)


def plain(text: str) -> str:
    """A text as HTML, its line breaks kept."""
    return escape(text).replace("\n", "<br>")


def _html(runs: list[Piece], style: str) -> str:
    return "".join(
        f'<span style="{style}">{plain(run.text)}</span>' if run.differs else plain(run.text) for run in runs
    )

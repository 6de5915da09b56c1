"""The parts of an .xlsx file beside its sheets: styles, comments, shared texts, in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from moushi.domain.cell_names import column_number
from moushi.intake.sheet_xml import MOST_CELLS, MOST_ODD_CELLS, TooMuchError, parse

LONGEST_NOTE = 2_000
"""Characters of a comment that are kept; it is shown beside a cell."""

_TAGS_OF_A_TEXT = 6
_TEXTS = ("text", "author", "rPh")


def styles_in(chunks: Iterable[bytes]) -> Iterator[tuple[int, str | None]]:
    """The cell formats of a styles part in order: number format and its code, None for a built-in one."""
    codes: dict[int, str] = {}
    formats: list[int] = []
    within: list[str] = []

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        within.append(name)
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in within:
            formats.append(int(attributes.get("numFmtId", 0)))

    def end(_: str) -> None:
        within.pop()

    parse(chunks, begin, end, lambda _: None)
    return ((number, codes.get(number)) for number in formats)


def comments_in(chunks: Iterable[bytes]) -> Mapping[tuple[int, int], str]:
    """The comments of a comments part, threaded or not, by row and column; an author's name is left out.

    Answers stand below what they answer. `TooMuchError` when there are more than a person writes.
    """
    comments = _Comments()
    parse(chunks, comments.begin, comments.end, comments.text)
    return comments.found


class _Comments:
    def __init__(self) -> None:
        self.found: dict[tuple[int, int], str] = {}
        self._authors: list[str] = []
        self._author = ""
        self._place = 0, 0
        self._pieces: list[str] = []
        self._is_text = False  # phonetic runs and the places of boxes are none

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _TEXTS:
            self._is_text = name != "rPh"
        if name in ("comment", "threadedComment"):
            reference = attributes.get("ref", "")
            letters = reference.rstrip("0123456789")
            self._place = int(reference[len(letters) :] or 0) - 1, column_number(letters) - 1
            by = attributes.get("authorId", "")
            self._author = self._authors[int(by)] if by.isdigit() and int(by) < len(self._authors) else ""
        if name in ("author", "comment", "threadedComment"):
            self._pieces.clear()

    def text(self, text: str) -> None:
        if self._is_text and len(self._pieces) < LONGEST_NOTE:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        if name in _TEXTS:
            self._is_text = name == "rPh"
        if name == "author":
            self._authors.append("".join(self._pieces).strip())
        elif name in ("comment", "threadedComment"):
            text = "".join(self._pieces).strip()
            for colon in (":", "："):
                text = text.removeprefix(f"{self._author}{colon}").strip() if self._author else text
            if text:
                before = self.found.get(self._place)
                self.found[self._place] = (f"{before}\n{text}" if before else text)[:LONGEST_NOTE]
            if len(self.found) > MOST_ODD_CELLS:
                raise TooMuchError


def longest_text(chunks: Iterable[bytes]) -> int:
    """The most bytes between the ends of two shared texts: no text is longer.

    `TooMuchError` when the texts are more than a table has cells.
    """
    longest = since = tags = 0
    for chunk in chunks:
        tags += chunk.count(b"<")
        if tags > _TAGS_OF_A_TEXT * MOST_CELLS:
            raise TooMuchError
        first, *rest = re.split(rb"</[^<>]*si\s*>", chunk)
        since += len(first)
        for piece in rest:
            longest, since = max(longest, since), len(piece)
    return max(longest, since)


def lengths_of_texts(chunks: Iterable[bytes]) -> list[int]:
    """How long each shared text is."""
    lengths: list[int] = []

    def begin(name: str, _: Mapping[str, str]) -> None:
        if name == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parse(chunks, begin, lambda _: None, text)
    return lengths

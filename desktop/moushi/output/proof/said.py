"""What a person is told of characters that a layout's own faces lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from moushi.errors import Message, say

_SHOWN = 12  # characters that a message names


def said_of(lacking: Mapping[str, str]) -> Iterator[Message]:
    """A message for each face that helped out, and one for the characters that no face has."""
    by_face: dict[str, list[str]] = {}
    for ch, face in lacking.items():
        by_face.setdefault(face, []).append(ch)
    for face, characters in sorted(by_face.items()):
        named = " ".join(map(_name, sorted(characters)[:_SHOWN])) + (" …" if len(characters) > _SHOWN else "")
        if face:
            yield say(
                "The layout's faces lack {characters}: taken from {face}. Look at how they stand.",
                characters=named,
                face=face,
            )
        else:
            yield say(
                "No typeface on this machine has {characters}: boxes stand in their place. Install a face "
                "that has them, or write other characters.",
                characters=named,
            )


def _name(ch: str) -> str:
    """A character, or its number where it would not be seen."""
    return ch if ch.isprintable() else f"U+{ord(ch):04X}"

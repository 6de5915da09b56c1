"""Where in a TOML text its tables and keys stand, so that a fault can be told with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers from 0 in arrays of tables."""

_HEADER = re.compile(r"\s*(\[\[?)(.*?)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_SIGNS = re.compile(
    r"""#[^\n]*|\"{3}(?:\\.|.)*?"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\[\]{}]|\n""", re.DOTALL
)
_AT = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


def places(text: str) -> Mapping[Path, int]:
    """The lines, counted from 1, on which the tables and keys of a TOML text begin."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    within: Path = ()
    for number, line in _statements(text):
        if header := _HEADER.match(line):
            within = ()
            parts = _parts(header[2])
            for depth, part in enumerate(parts, 1):
                within = (*within, part)
                if depth == len(parts) and header[1] == "[[":
                    counts[within] = counts.get(within, -1) + 1
                if within in counts:
                    within = (*within, counts[within])
                found.setdefault(within, number)
        elif key := _KEY.match(line):
            found.setdefault((*within, *_parts(key[1])), number)
    return found


def line_of(found: Mapping[Path, int], path: Path) -> int:
    """The line of a value, else that of what it stands in; 1 when even that is not known."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


def line_in(reason: str, text: str) -> int:
    """The line that `tomllib` names in its reason; the last one where it names the end."""
    at = _AT.search(reason)
    return int(at[1]) if at and at[1] else text.count("\n") + 1


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines that begin a statement: none within a text of several lines or an open bracket."""
    lines = text.split("\n")
    number, depth, begins = 1, 0, True
    yield 1, lines[0]
    for sign in _SIGNS.finditer(text):
        said = sign[0]
        if said == "\n":
            number += 1
            begins = depth <= 0
            if begins:
                yield number, lines[number - 1]
        elif said in "[{":
            depth += 1
        elif said in "]}":
            depth -= 1
        else:
            number += said.count("\n")

"""Tables kept as text (.csv, .tsv, cells copied from Excel): parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from itertools import islice

from moushi.intake.source import SourceFile, decoded, looks_binary

MOST_BYTES = 16 * 2**20
"""A list of 100,000 members is as long."""

_MARKS = "\t,;"
_SEPARATOR = re.compile(r"sep=(.)\r?\n")  # what Excel writes above such a table for itself
_AS_FORMULA = re.compile(r"=\"(.*)\"", re.DOTALL)  # how a code is kept from becoming a number
_SEARCHED = 30  # rows among which a table's header must stand


def delimited_rows(source: SourceFile) -> list[list[object]] | None:
    """The cells of a table kept as text, in rows; None when the file is no such thing."""
    if not is_delimited(source):
        return None
    text = decoded(source.data) or ""
    mark, text = _parted_by(text)
    return [
        [_cell(value) for value in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    ]


def is_delimited(source: SourceFile) -> bool:
    """Whether a file is text whose first lines have the header of a table, parted by the same mark."""
    from moushi.intake.list_words import could_head  # loads the words of all lists

    if source.data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or len(source.data) > MOST_BYTES:
        return False
    text = decoded(source.data)
    return text is not None and not looks_binary(text) and _is_table(text, could_head)


def _is_table(text: str, could_head: Callable[[Sequence[str]], bool]) -> bool:
    mark, text = _parted_by(text)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        first = [[str(_cell(value)) for value in row] for row in islice(rows, _SEARCHED)]
        for _ in rows:  # a quotation mark that is never closed makes one cell of all that follows
            pass
    except csv.Error:
        return False
    return any(len(row) > 1 and could_head(row) for row in first)


def _parted_by(text: str) -> tuple[str, str]:
    """The mark that parts the cells, and the text without Excel's own line about it."""
    if found := _SEPARATOR.match(text):
        return found[1], text[found.end() :]
    lines = text.splitlines()[:_SEARCHED]
    return max(_MARKS, key=lambda mark: sum(line.count(mark) for line in lines)), text


def _cell(value: str) -> str:
    bare = value.strip()
    as_formula = _AS_FORMULA.fullmatch(bare)
    return as_formula[1] if as_formula else bare

"""The cells of a workbook by their names: B7 is the cell in row 6 and column 1, both counted from 0."""

from __future__ import annotations

import re

_NAME = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")

Place = tuple[int, int]
"""A cell's row and column from 0."""


def column_letters(column: int) -> str:
    """A column's letters, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_number(letters: bytes | str) -> int:
    """The number of a column by its letters, from 1; 0 without letters."""
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def cell_name(place: Place) -> str:
    """A cell as formulas name it: B7."""
    row, column = place
    return f"{column_letters(column)}{row + 1}"


def cell_named(name: str) -> Place | None:
    """The inverse of `cell_name`, whatever $ or small letters it has; None when it names no cell."""
    found = _NAME.fullmatch(name.upper())
    return (int(found[2]) - 1, column_number(found[1]) - 1) if found else None

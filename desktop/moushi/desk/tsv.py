"""Cells as text between programs: tab-separated lines as Excel and WPS put them on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"[+-]?[\d.,]+%?")
_FORMULA = tuple("=+-@")


def to_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as lines; text that a spreadsheet would take for a formula gets a space before it."""
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def from_tsv(text: str) -> list[list[str]]:
    """The cells of such lines, as `to_tsv`, Excel and WPS write them: quoted ones may hold line ends."""
    if not text:
        return []
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at, end = 0, len(unified)
    while at <= end:
        cell, at = _next_cell(unified, at)
        rows[-1].append(cell)
        if at >= end:
            break
        if unified[at] == "\n":
            if at + 1 == end:
                break
            rows.append([])
        at += 1
    return rows


_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_BARE = re.compile(r"[^\t\n]*")


def _next_cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and where it ends."""
    quoted = _QUOTED.match(text, at)
    if quoted:
        return _without_guard(quoted[1].replace('""', '"')), quoted.end()
    bare = _BARE.match(text, at)
    return (_without_guard(bare[0]), bare.end()) if bare else ("", at)


def _cell(text: str) -> str:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    is_formula = unified.lstrip(" ").startswith(_FORMULA) and not _NUMBER.fullmatch(unified)
    guarded = " " + unified if is_formula else unified
    needs_quotes = any(mark in guarded for mark in '\t\n"')
    return '"' + guarded.replace('"', '""') + '"' if needs_quotes else guarded


def _without_guard(text: str) -> str:
    return text[1:] if text.startswith(" ") and text.lstrip(" ").startswith(_FORMULA) else text

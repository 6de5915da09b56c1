"""By what a chamber's workbook is known, whoever saved it: sheets, cover, first column, marks.

The writer puts these words into it, the reader finds it by them, and no form may use the sheets' names.
"""

from __future__ import annotations

COVER_SHEET, HIDDEN_SHEET = "填报说明", "_moushi"
MARKS_SHEET = "修改说明"
"""The sheet of a marked copy that lists what is to be mended; it is no part of a return."""

SHEETS = (COVER_SHEET, HIDDEN_SHEET, MARKS_SHEET)
"""The sheets that the program adds itself."""

HIDDEN_MARK = "moushi-return"
"""What stands first on the hidden sheet."""

WHAT, WHEN, WHOM, HOW = "填什么", "何时交", "交给谁", "怎么填"
COVER_HEADINGS = (WHAT, WHEN, WHOM, HOW)

NUMBER = "序号"
"""The first column of every table, which the program adds itself."""

TO_MEND, TO_CHECK = "【请修改】", "【请核对】"
"""How the program's comments on the cells of a marked copy begin."""


def marks_begin(note: str) -> int | None:
    """Where in a comment begins what a marked copy has added to it; None where it has added nothing."""
    return min((place for mark in (TO_MEND, TO_CHECK) if (place := note.find(mark)) >= 0), default=None)


def without_marks(note: str) -> str:
    """A comment as the chamber left it: without what a marked copy added to it."""
    return note[: marks_begin(note)].rstrip()

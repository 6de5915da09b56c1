"""What was read from a file under review, so that comparing it anew need not read it anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from moushi.domain.returns import ReturnForm
from moushi.intake.source import SourceFile

if TYPE_CHECKING:
    from moushi.intake.returns.reading import ReadReturn  # with it come the values of lists

MOST_ROWS = 500
"""Of a return that is kept: fifty of them take little memory; a larger one is rare and is read anew."""


class Readings:
    """The return in a file, kept by the file's content and the forms by which it was read."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._kept: tuple[str, Sequence[ReturnForm], ReadReturn] | None = None

    def find(self, file: SourceFile, forms: Sequence[ReturnForm]) -> ReadReturn | None:
        """The return, if it was read from the same content by the same forms."""
        if self._kept is None:
            return None
        checksum, known, read = self._kept
        return read if checksum == file.sha256 and known == forms else None

    def keep(self, file: SourceFile, forms: Sequence[ReturnForm], read: ReadReturn) -> None:
        """Keep a return that was read, unless it is large."""
        is_small = sum(len(table.rows) for table in read.tables) <= MOST_ROWS
        self._kept = (file.sha256, forms, read) if is_small else None

"""A sheet's cells as text, merged ranges filled with what stands in their first cell."""

from __future__ import annotations

from moushi.intake.values import plain
from moushi.intake.workbook import MOST_CELLS, Sheet


class Grid:
    """The cells of one sheet; rows and columns count from 0."""

    def __init__(self, sheet: Sheet) -> None:
        """Take a sheet; merged ranges count as far as it has cells."""
        self.name = sheet.name
        self.height = max([len(sheet.rows), *(row + 1 for row, _ in sheet.unreckoned)])
        self.width = max([0, *map(len, sheet.rows), *(column + 1 for _, column in sheet.unreckoned)])
        self._sheet = sheet
        self._origins: dict[tuple[int, int], tuple[int, int]] = {}
        self._spans: dict[tuple[int, int], int] = {}
        for top, left, bottom, right in sheet.merged:
            rows = range(top, min(bottom + 1, self.height))
            columns = range(left, min(right + 1, self.width))
            self._spans[top, left] = right - left + 1
            if len(self._origins) + len(rows) * len(columns) <= MOST_CELLS:
                self._origins.update(((row, column), (top, left)) for row in rows for column in columns)
        self.merged_rows = {row for row, _ in self._origins}  # few, so that most cells need no look

    def where(self, row: int, column: int) -> str:
        """A cell's place as a person writes it: `Sheet!B7`."""
        return self._sheet.where(row, column)

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """The first cell of the merged range that a cell is in; else the cell itself."""
        return self._origins.get((row, column), (row, column))

    def span(self, row: int, column: int) -> int:
        """How many columns the merged range of a cell has."""
        return self._spans.get(self.origin(row, column), 1)

    def value(self, row: int, column: int) -> object:
        """The value of a cell, in a merged range that of its first cell."""
        if row in self.merged_rows:
            row, column = self.origin(row, column)
        values = self._sheet.rows[row] if row < len(self._sheet.rows) else ()
        return values[column] if column < len(values) else ""

    def text(self, row: int, column: int) -> str:
        """A cell as a person sees it."""
        return plain(self.value(row, column))

    def is_unreckoned(self, row: int, column: int) -> bool:
        """Whether a cell holds a formula whose result was not saved."""
        return self.origin(row, column) in self._sheet.unreckoned

    def unreckoned(self, row: int) -> list[int]:
        """The columns of a row's own cells of that kind."""
        return [column for column in range(self.width) if (row, column) in self._sheet.unreckoned]

    def own(self, row: int) -> dict[int, str]:
        """The texts that stand in a row's own cells, by column."""
        values = self._sheet.rows[row] if row < len(self._sheet.rows) else ()
        return {column: text for column, value in enumerate(values) if (text := plain(value))}

"""Sheets of a workbook (.xlsx, .xls, .ods, delimited text) as rows of values, by content and within bounds.

calamine makes room for every cell from the first to the last with a value, so one stray value in the last row
costs gigabytes or kills the program: the extent is found in the file's XML before it is opened.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from moushi.domain.cell_names import cell_name
from moushi.intake.delimited import delimited_rows
from moushi.intake.number_formats import number_format
from moushi.intake.sheet_xml import MOST_CELLS
from moushi.intake.source import SourceFile
from moushi.intake.values import plain
from moushi.intake.workbook_parts import Told, damaged, examined, too_much

_Merged = tuple[int, int, int, int]
_Range = tuple[tuple[int, int], tuple[int, int]]

__all__ = [
    "MOST_CELLS",
    "Sheet",
    "Workbook",
    "all_sheets",
    "read_workbook",
    "sheets_as_seen",
    "visible_sheets",
]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name, its rows from A1, and its merged ranges as (top, left, bottom, right).

    Rows and columns count from 0; the ranges are empty where the format does not tell (.ods). `unreckoned`
    are the cells whose formula was saved without its result (.xlsx), so that they seem empty. A person does
    not see a sheet that `is_hidden`, nor the `hidden_rows` and `hidden_columns`.

    Of `sheets_as_seen` alone: `notes` are comments by their cells; `formats` has for a column a byte for each
    row, which is the number of the cell's format in `codes` where what a person sees depends on it.
    """

    name: str
    rows: Sequence[Sequence[object]]
    merged: tuple[tuple[int, int, int, int], ...]
    unreckoned: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formats: Mapping[int, bytearray] = field(default_factory=dict)
    codes: Sequence[str] = ("",)

    def where(self, row: int, column: int) -> str:
        """A cell's place as a person writes it: `Sheet!B7`."""
        return f"{self.name}!{cell_name((row, column))}"

    def format_of(self, row: int, column: int) -> str:
        """The code of a cell's number format if what a person sees depends on it, else ""."""
        cells = self.formats.get(column)
        return self.codes[cells[row]] if cells and row < len(cells) else ""

    def shown(self, row: int, column: int) -> str:
        """What a person sees in a cell: 85% where 0.85 is kept, with all digits; days in ISO form."""
        cells = self.rows[row] if row < len(self.rows) else ()
        value = cells[column] if column < len(cells) else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            kind = number_format(self.format_of(row, column))
            return kind.shown(value) if kind else plain(value)
        return plain(value)

    def shown_in(self, row: int) -> list[str]:
        """What a person sees in the cells of a row."""
        return [self.shown(row, column) for column in range(len(self.rows[row]))]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that was read once: its sheets as they are kept, as lists are read, and as they are seen."""

    kept: tuple[Sheet, ...]
    seen: tuple[Sheet, ...]


def read_workbook(source: SourceFile) -> Workbook:
    """All sheets, as `all_sheets` and as `sheets_as_seen` give them; `UnreadableError` as below."""
    both = list(_sheets(source, is_seen=True))
    return Workbook(tuple(kept for kept, _ in both), tuple(seen for _, seen in both))


def visible_sheets(source: SourceFile) -> Iterator[Sheet]:
    """The sheets that a person sees; `UnreadableError` if the file is damaged, locked or claims too much."""
    return (sheet for sheet in all_sheets(source) if not sheet.is_hidden)


def all_sheets(source: SourceFile) -> Iterator[Sheet]:
    """All sheets, hidden ones too; `UnreadableError` as above."""
    return (kept for kept, _ in _sheets(source, is_seen=False))


def sheets_as_seen(source: SourceFile) -> Iterator[Sheet]:
    """All sheets with comments and telling number formats, and faults (#REF!) where values should be."""
    return (seen for _, seen in _sheets(source, is_seen=True))


def _sheets(source: SourceFile, *, is_seen: bool) -> Iterator[tuple[Sheet, Sheet]]:
    """Each sheet as it is kept, and as it is seen if that is asked for."""
    if (table := delimited_rows(source)) is not None:
        _check_size(source, len(table), max(map(len, table), default=0))
        sheet = Sheet(PurePath(source.name).stem, table, ())
        yield sheet, sheet
        return
    told_of = examined(source, is_seen=is_seen)
    try:
        data = next((told.data for told in told_of.values() if told.data is not None), source.data)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for place, metadata in enumerate(workbook.sheets_metadata):
            if metadata.typ != SheetTypeEnum.WorkSheet:
                continue
            held = workbook.get_sheet_by_name(metadata.name)
            _check_size(source, held.total_height, held.total_width)
            told = told_of.get(metadata.name) or told_of.get(place) or Told()
            kept = Sheet(
                metadata.name,
                held.to_python(skip_empty_area=False),
                _merged(source, held.merged_cell_ranges or (), told),
                frozenset(told.extent.unreckoned),
                told.extent.hidden_rows,
                is_hidden=metadata.visible != SheetVisibleEnum.Visible,
                hidden_columns=frozenset(told.extent.hidden_columns),
            )
            yield kept, _as_seen(kept, told) if is_seen else kept
    except CalamineError as fault:
        raise damaged(source) from fault
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # calamine gave up; it is no subclass of Exception
            raise damaged(source) from fault
        raise


def _check_size(source: SourceFile, rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise too_much(source, rows, columns)


def _merged(source: SourceFile, ranges: Iterable[_Range], told: Told) -> tuple[_Merged, ...]:
    """The merged ranges; those of no hostile file lie over one another."""
    extent = told.extent
    area = 0
    merged = []
    for (top, left), (bottom, right) in ranges:
        area += max(0, min(bottom + 1, extent.rows) - top) * max(0, min(right + 1, extent.columns) - left)
        if area > MOST_CELLS:
            raise too_much(source, 0, 0)
        merged.append((top, left, bottom, right))
    return tuple(merged)


def _as_seen(kept: Sheet, told: Told) -> Sheet:
    """With comments and formats, and what stands in cells that hold a fault: calamine leaves them empty."""
    seen = replace(kept, notes=told.notes, formats=told.formats, codes=told.codes)
    return replace(seen, rows=_with_faults(kept.rows, told)) if told.extent.faults else seen


def _with_faults(kept: Sequence[Sequence[object]], told: Told) -> list[list[object]]:
    rows = [*map(list, kept)]
    for (row, column), fault in told.extent.faults.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (column + 1 - len(rows[row]))
        if rows[row][column] == "":
            rows[row][column] = fault
    return rows

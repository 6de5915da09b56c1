"""A workbook that was taken in, as a person sees it (85%, not 0.85): its sheets, and remarks on cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from moushi.changes.model import Finding, Severity
from moushi.desk.places import cell_of
from moushi.desk.under_review import Taken
from moushi.errors import Message
from moushi.intake.source import FileKind, SourceFile, read_source
from moushi.intake.workbook import sheets_as_seen

Cell = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was noticed in a cell: the worst of it, and all in words."""

    severity: Severity
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class WorkbookPage:
    """A sheet: its rows of texts from A1, merged ranges as (top, left, bottom, right), remarks by cells."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    remarks: Mapping[Cell, Remark] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns of its longest row."""
        return max(map(len, self.rows), default=0)


def workbook_pages(taken: Taken) -> Mapping[str, WorkbookPage]:
    """The sheets of a workbook by name; none where it is no workbook. `UnreadableError` when it is gone."""
    if taken.kind is not FileKind.WORKBOOK or taken.source is None:
        return {}
    source = taken.source if isinstance(taken.source, SourceFile) else read_source(taken.source)
    remarks = _remarks(taken.findings)
    return {
        sheet.name: WorkbookPage(
            sheet.name,
            [sheet.shown_in(row) for row in range(len(sheet.rows))],
            sheet.merged,
            remarks.get(sheet.name, {}),
        )
        for sheet in sheets_as_seen(source)
    }


def _remarks(findings: Iterable[Finding]) -> Mapping[str, Mapping[Cell, Remark]]:
    """What was noticed, by sheet and cell."""
    by_cell: dict[tuple[str, Cell], list[Finding]] = defaultdict(list)
    for finding in findings:
        if place := cell_of(finding.where):
            sheet, row, column = place
            by_cell[sheet, (row, column)].append(finding)
    found: dict[str, dict[Cell, Remark]] = defaultdict(dict)
    order = list(Severity)
    for (sheet, cell), some in by_cell.items():
        worst = min((finding.severity for finding in some), key=order.index)
        found[sheet][cell] = Remark(worst, tuple(finding.message for finding in some))
    return found

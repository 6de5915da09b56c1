"""Which of a workbook's readers it is for: that of task tables or that of lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moushi.intake.grid import Grid
from moushi.intake.labels import Told
from moushi.intake.list_columns import Confidence, Header, Layouts
from moushi.intake.list_reading import ReadLists
from moushi.intake.list_table import read_lists, sheets_with_headers
from moushi.intake.reading import ReadPage
from moushi.intake.source import SourceFile, UnreadableError
from moushi.intake.task_table import read_task_table, task_columns
from moushi.intake.workbook import Sheet, all_sheets

_TELLING = frozenset(
    (Told.STEPS, Told.LEAD_UNIT, Told.UNIT, Told.SUPPORT, Told.LEADER, Told.DUE, Told.MILESTONES)
)
"""Columns of task tables that lists do not have."""


def read_tables(
    source: SourceFile,
    kept: Layouts,
    step: Callable[[], None] = lambda: None,
    sheets: Sequence[Sheet] | None = None,
) -> ReadPage | ReadLists:
    """A workbook's task tables, else its lists; `UnreadableError` when it has neither or cannot be read.

    `kept` is what a person has said of the headers of lists before; `sheets` are all of the file, hidden ones
    too, where they are read already.
    """
    sheets = list(all_sheets(source)) if sheets is None else sheets
    headed = list(sheets_with_headers(sheets, kept))
    if holds_tasks(headed):
        return read_task_table(source, step, sheets)
    if any(header.is_whole for _, headers in headed for header in headers):
        return read_lists(headed, step)
    raise UnreadableError(
        "{file}: no sheet has the columns of a task table or of a list. Name them 类别, 工作任务, 责任单位 "
        "or 企业名称, 联系人, 联系电话 or the like and take it in again.",
        file=source.name,
    )


def holds_tasks(sheets: Sequence[tuple[Sheet, Sequence[Header]]]) -> bool:
    """Whether a sheet that a person sees is a task table more than it is a list."""
    return any(_is_of_tasks(sheet, headers) for sheet, headers in sheets if not sheet.is_hidden)


def _is_of_tasks(sheet: Sheet, headers: Sequence[Header]) -> bool:
    columns = task_columns(Grid(sheet))
    if not columns or any(header.is_chosen for header in headers):
        return False
    sure = [
        sum(column.confidence is Confidence.NAMED for column in header.columns)
        for header in headers
        if header.is_whole
    ]
    return not sure or (bool(columns & _TELLING) and len(columns) >= max(sure))

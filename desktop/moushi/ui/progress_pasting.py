"""Blocks from Excel over the cells of the progress sheet: all of a block, or what a person then says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from moushi.desk.report_entry import Block, Fault, Target, enter_block
from moushi.desk.tsv import from_tsv
from moushi.errors import Message, say
from moushi.ui.progress_model import COLUMNS
from moushi.ui.progress_table import ReportTable
from moushi.ui.workplace import Workplace, nothing

_TOLD = 3  # faults that are said one by one


def paste(table: ReportTable, workplace: Workplace, blame: Callable[[Message | None], None]) -> None:
    """Paste the clipboard from the first selected cell on; one value into all cells that are selected."""
    block = from_tsv(QGuiApplication.clipboard().text())
    blame(None)
    if not block:
        return
    chosen = table.chosen()
    if len(block) == len(block[0]) == 1 and len(chosen) > 1:
        targets, block = [[cell] for cell in chosen], block * len(chosen)
    else:
        targets = table.targets(len(block), max(map(len, block)))
    if len(targets) < len(block):
        message = say(
            "Nothing was pasted: {lines} lines were copied, but only {rows} rows follow. "
            "Go to the first of their rows and paste again.",
            lines=len(block),
            rows=len(targets),
        )
        blame(message)
        return
    with workplace.desk.snapshot() as snapshot:
        pasted = enter_block(snapshot, targets, block)
    if pasted.faults:
        _tell(pasted, targets, workplace)
    elif pasted.proposal:
        workplace.apply(pasted.proposal)


def _tell(pasted: Block, targets: Sequence[Sequence[Target]], workplace: Workplace) -> None:
    """Say which cells could not be read, and offer to paste the others."""
    words, rest = workplace.words, pasted.proposal
    told = [words(_place(fault, targets[fault.line - 1], workplace)) for fault in pasted.faults[:_TOLD]]
    message = say(
        "Nothing was pasted: {count} cells could not be read. {faults} Mend them and paste again.",
        count=len(pasted.faults),
        faults=" ".join(told),
    )
    act = (say("Paste the Rest"), lambda: nothing(workplace.apply(rest))) if rest else None
    workplace.tell(message, act)


def _place(fault: Fault, cells: Sequence[Target], workplace: Workplace) -> Message:
    """Which cell a fault is of: its row and its column."""
    cell = cells[min(fault.column, len(cells)) - 1]
    return say(
        "“{row}”, {column}: {fault}",
        row=cell.row.title if len(cell.row.title) <= 12 else cell.row.title[:11] + "…",
        column=workplace.words(COLUMNS[cell.place].head),
        fault=fault.message,
    )

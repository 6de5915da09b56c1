"""Marked copies of chambers' returns, written where a person says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from moushi.desk.exporting import Written
from moushi.desk.marking import marked_name
from moushi.errors import say
from moushi.ui.opening import tell_written
from moushi.ui.saving import ask_where
from moushi.ui.workplace import Workplace


def write_marked(
    parent: QWidget,
    workplace: Workplace,
    name: str,
    write: Callable[[Path, datetime], Written],
    done: Callable[[], None] = lambda: None,
) -> None:
    """Ask where the marked copy of the file of that name goes, have it written, tell it with its folder."""
    title, kinds = say("Marked Copy"), {".xlsx": say("Excel workbook")}
    out = ask_where(parent, workplace, title, kinds, name=Path(marked_name(name)).stem)
    if out is None:
        return

    def tell(made: Written) -> None:
        done()
        tell_written(workplace, say("Written: {file}", file=made.path.name), made.path)
        if made.warning:
            workplace.notices.show(made.warning)

    now = workplace.now()
    workplace.run(say("Writing {file}…", file=out.name), lambda _report: write(out, now), tell)

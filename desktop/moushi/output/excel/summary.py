"""The summary: how many items stand in which state, by federation and theme, and a chart of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.documents import ProgressDocument, ProgressTheme
from moushi.domain.kinds import State
from moushi.domain.numbers import full_day
from moushi.output.excel import fitting, labels
from moushi.output.excel.chart import ChartSource, stacked_chart
from moushi.output.excel.looks import LOOKS
from moushi.output.excel.rows import Cell, Rows
from moushi.output.excel.sheets import add_across, lines, prepare

_STATES = tuple(State)


@dataclass(frozen=True, slots=True)
class _Line:
    federation: str
    theme: str
    counts: Counter[State]
    look: str

    @property
    def cells(self) -> tuple[int, ...]:
        return (*(self.counts[state] for state in _STATES), self.counts.total())


def fill_summary(sheet: Worksheet, rows: Rows, document: ProgressDocument) -> None:
    """Fill the sheet: federations, their total, then their themes; the chart below."""
    wholes = [
        _Line(s.federation, labels.WHOLE, sum((_counts(t) for t in s.themes), Counter()), "total")
        for s in document.sections
    ]
    themes = [
        _Line(section.federation, theme.label or theme.lead, _counts(theme), "word")
        for section in document.sections
        for theme in section.themes
    ]
    grand = _Line(labels.GRAND_TOTAL, "", sum((line.counts for line in wholes), Counter()), "total")
    widths = _widths((*wholes, grand, *themes))
    for text, look in (
        (labels.SUMMARY_TITLE, "headline"),
        (f"截至{full_day(document.as_of)}　　{labels.COUNTED}", "byline"),
    ):
        add_across(rows, text, look, LOOKS[look].size, sum(widths), len(widths))
    heads = (labels.FEDERATION, labels.THEME, *(labels.STATES[state] for state in _STATES), labels.TOTAL)
    rows.add([Cell(text, "head") for text in heads], fitting.height(1) + 6)
    head = rows.count
    for line in (*wholes, grand, *themes):
        _add(rows, line, widths)
    prepare(sheet, widths, head)
    sheet.freeze_panes = f"A{head + 1}"
    by_theme = len(wholes) == 1 and bool(themes)
    charted = themes if by_theme else wholes
    first = head + 1 + (len(wholes) + 1 if by_theme else 0)
    names = [line.theme if by_theme else line.federation for line in charted]
    source = ChartSource(
        labels.SUMMARY, head, first, names_column=2 if by_theme else 1, first_state=3, names=tuple(names)
    )
    chart = stacked_chart(source, [line.counts for line in charted], width=sum(widths))
    sheet.add_chart(chart, f"A{rows.count + 2}")


def _counts(theme: ProgressTheme) -> Counter[State]:
    return Counter(row.state for row in theme.rows)


def _add(rows: Rows, line: _Line, widths: Sequence[float]) -> None:
    theme_look = "text" if line.look == "word" else line.look
    cells = [
        Cell(line.federation, line.look),
        Cell(line.theme, theme_look),
        *(Cell(count, line.look, "0") for count in line.cells),
    ]
    rows.add(cells, fitting.height(lines(cells, widths)))


def _widths(all_lines: Sequence[_Line]) -> tuple[float, ...]:
    """Names take what they need, within bounds."""
    federation = max(fitting.units(line.federation) for line in all_lines) + 2.0
    theme = max(fitting.units(line.theme) for line in all_lines) + 2.0
    return (
        min(max(federation, 16.0), 30.0),
        min(max(theme, 20.0), 60.0),
        *(9.0 for _ in range(len(State) + 1)),
    )

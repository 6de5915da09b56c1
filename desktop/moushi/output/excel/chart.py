"""A chart of states: a bar per federation or theme, stacked by state, with its numbers written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname

from moushi.domain.kinds import State
from moushi.output.excel import labels

_CM = 7 / 96 * 2.54  # centimetres to a unit of 7 pixels
_FILLS = {
    State.NOT_STARTED: "D0D3D8",
    State.UNREPORTED: "B4B8BF",
    State.ON_SCHEDULE: "B7DDB0",
    State.AHEAD: "8CC583",
    State.BEHIND: "F2C94C",
    State.DONE: "5BA957",
    State.OVERDUE: "E07B76",
    State.SUSPENDED: "B79CC9",
    State.CANCELLED: "A996B8",
}


@dataclass(frozen=True, slots=True)
class ChartSource:
    """Where the charted numbers stand: rows from `first`, states in the order of `State` in columns."""

    sheet: str
    head: int
    first: int
    names_column: int
    first_state: int
    names: tuple[str, ...]

    def ref(self, column: int, first: int, last: int) -> str:
        """A column's cells as a chart names them."""
        letter = get_column_letter(column)
        return f"{quote_sheetname(self.sheet)}!{absolute_coordinate(f'{letter}{first}:{letter}{last}')}"


def stacked_chart(source: ChartSource, counts: Sequence[Mapping[State, int]], width: float) -> BarChart:
    """The chart of states that occur, `width` in Excel's units.

    Names and numbers are kept in it too, for programs that show it without calculating.
    """
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 60
    chart.title = labels.CHART_TITLE
    if chart.legend is not None:
        chart.legend.position = "b"
    chart.width = round(width * _CM)
    chart.height = 5 + 1.2 * len(counts)
    chart.x_axis.delete = chart.y_axis.delete = False  # newer Excel hides axes that do not say so
    chart.x_axis.scaling.orientation = "maxMin"  # the first name on top
    chart.y_axis.number_format = "0"
    chart.y_axis.majorUnit = max(1, round(max((sum(held.values()) for held in counts), default=0) / 12))
    chart.y_axis.crosses = "max"  # with the names turned round, that is the foot
    if chart.y_axis.majorGridlines is not None:
        chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="E2E2E2"))
    last = source.first + len(counts) - 1
    names = StrRef(f=source.ref(source.names_column, source.first, last), strCache=_texts(source.names))
    for offset, state in enumerate(State):
        numbers = [held.get(state, 0) for held in counts]
        if not any(numbers):
            continue
        column = source.first_state + offset
        title = StrRef(
            f=source.ref(column, source.head, source.head), strCache=_texts((labels.STATES[state],))
        )
        values = NumRef(f=source.ref(column, source.first, last), numCache=_numbers(numbers))
        series = Series(
            idx=offset,
            order=offset,
            tx=SeriesLabel(strRef=title),
            cat=AxDataSource(strRef=names),
            val=NumDataSource(numRef=values),
            spPr=GraphicalProperties(solidFill=_FILLS[state]),
            dLbls=_labels(numbers),
        )
        chart.series.append(series)
    return chart


def _labels(numbers: Sequence[int]) -> DataLabelList:
    """The numbers alone, without those that are zero."""
    hidden = dict.fromkeys(
        ("showSerName", "showCatName", "showLegendKey", "showPercent", "showBubbleSize"), False
    )
    zeros = [
        DataLabel(idx=place, showVal=False, **hidden) for place, number in enumerate(numbers) if number == 0
    ]
    return DataLabelList(dLbl=zeros, showVal=True, **hidden)


def _texts(texts: Sequence[str]) -> StrData:
    return StrData(ptCount=len(texts), pt=[StrVal(idx=place, v=text) for place, text in enumerate(texts)])


def _numbers(numbers: Sequence[int]) -> NumData:
    held = [NumVal(idx=place, v=str(number)) for place, number in enumerate(numbers)]
    return NumData(formatCode="0", ptCount=len(numbers), pt=held)

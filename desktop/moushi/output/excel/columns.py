"""The columns of progress sheets, and what of an item or a measure stands in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moushi.compile.documents import ProgressDocument, ProgressRow
from moushi.domain.kinds import Colour, Direction, MeasureKind, State
from moushi.domain.numbers import plain, shifted, yuan_scale
from moushi.output.excel import labels
from moushi.output.excel.rows import Value

_PERCENT, _POINTS = "0.0%", "+0.0%;-0.0%;0.0%"
_THIS_YEAR, _OTHER_YEAR, _ISO = 'm"月"d"日"', 'yyyy"年"m"月"d"日"', "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the document with its amounts in the unit in which they are shown."""

    row: ProgressRow
    federation: str
    theme: str
    year: int
    unit: str
    power: int
    first: bool  # of the rows of its item

    def number(self, amount: Decimal | None) -> Decimal | None:
        """An amount in the shown unit, exactly."""
        return None if amount is None else shifted(amount, -self.power)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, width in Excel's units (the text's own if that is less), and what it shows.

    Only a `core` column stays when nothing stands in it. What belongs to the item and not to a measure
    (`of_item`) is printed once per item. A `flexible` column takes room that others leave.
    """

    head: str
    width: float
    value: Callable[[Shown], Value]
    look: str | Callable[[Shown], str] = "text"
    number_format: str | Callable[[Shown, Value], str] = "General"
    core: bool = False
    of_item: bool = False
    flexible: bool = False

    def look_of(self, shown: Shown) -> str:
        """The name of the look of a row's cell."""
        return self.look if isinstance(self.look, str) else self.look(shown)

    def format_of(self, shown: Shown, value: Value) -> str:
        """The number format of a row's cell."""
        return self.number_format if isinstance(self.number_format, str) else self.number_format(shown, value)


def shown_rows(document: ProgressDocument) -> list[list[list[Shown]]]:
    """The document's rows by section and theme."""
    sections = []
    for section in document.sections:
        themes = []
        for theme in section.themes:
            rows: list[Shown] = []
            for row in theme.rows:
                power, unit = _scale(row)
                first = not rows or rows[-1].row.item_id != row.item_id
                label = theme.label or theme.lead
                rows.append(Shown(row, section.federation, label, document.year, unit, power, first))
            themes.append(rows)
        sections.append(themes)
    return sections


def _scale(row: ProgressRow) -> tuple[int, str]:
    """Amounts in the unit that the measure names; those in yuan in 万元 or 亿元 where no digit is lost."""
    if row.kind is not MeasureKind.AMOUNT:
        return 0, row.unit
    for power, word in ((8, "亿"), (4, "万")):
        if row.unit.startswith(word):
            return power, row.unit
    if row.unit not in ("", labels.YUAN):
        return 0, row.unit
    power, word = yuan_scale(*(n for n in (row.target, row.value, row.cumulative) if n is not None))
    return power, word + labels.YUAN


def _digits(_shown: Shown, value: Value) -> str:
    """A number format with just the decimals that a number has."""
    decimals = len(plain(value).partition(".")[2]) if isinstance(value, Decimal) else 0
    return f"0.{'0' * decimals}" if decimals else "0"


def _target_digits(shown: Shown, value: Value) -> str:
    ceiling = '"≤"' if shown.row.direction is Direction.AT_MOST else ""
    return ceiling + _digits(shown, value)


def _day(shown: Shown, value: Value) -> str:
    return _THIS_YEAR if isinstance(value, date) and value.year == shown.year else _OTHER_YEAR


def _state_look(shown: Shown) -> str:
    return shown.row.colour.value or "word"


def _state_hint(shown: Shown, _value: Value) -> str:
    """What the colour says beyond the state, in words after it; the cell's value stays the state."""
    row = shown.row
    if row.colour is Colour.BLUE:
        return f'@"·{labels.DUE_SOON}"'
    if row.state is State.DONE and row.colour is Colour.YELLOW:
        return f'@"·{labels.MADE_UP}"'
    return "General"


def _problems(shown: Shown) -> str:
    why = labels.reason(shown.row.state, shown.row.reason)
    return "\n".join(filter(None, (why, shown.row.problems)))


def _evidence(shown: Shown) -> str:
    """What was named as evidence; of what was counted or came by returns, first from what."""
    source = labels.COUNTED_FROM[shown.row.counted] if shown.row.counted else ""
    return "\n".join(filter(None, (source, shown.row.returned, shown.row.evidence)))


def _named(shown: Shown) -> str:
    return "\n".join(filter(None, (shown.row.measure, labels.parts(shown.row.parts))))


def _task(shown: Shown) -> str:
    return shown.row.title or shown.row.text


def _steps_taken(shown: Shown) -> str:
    return shown.row.text if shown.row.title else ""


_NUMBER = Column(labels.NUMBER, 5, lambda s: s.row.number, "word", core=True)
_CATEGORY = Column(labels.CATEGORY, 9, lambda s: s.row.theme, "word")
_TASK = Column(labels.TASK, 26, _task, core=True, of_item=True, flexible=True)
_STEPS_TAKEN = Column(labels.STEPS_TAKEN, 26, _steps_taken, of_item=True, flexible=True)
_MEASURE = Column(labels.MEASURE, 13, _named)
_TARGET = Column(labels.TARGET, 9, lambda s: s.number(s.row.target), "figure", _target_digits, core=True)
_UNIT = Column(labels.UNIT, 7, lambda s: s.unit, "word", core=True)
_LEADER = Column(labels.LEADER, 9, lambda s: s.row.leader, "word", of_item=True)
_LEAD = Column(
    labels.LEAD,
    11,
    lambda s: "\n".join(filter(None, (s.row.lead_unit, s.row.responsible))),
    "word",
    of_item=True,
)
_COOPERATING = Column(labels.COOPERATING, 12, lambda s: s.row.cooperating_units, of_item=True)
_DUE = Column(labels.DUE, 12, lambda s: s.row.due_on, "word", _day)
_MILESTONES = Column(
    labels.MILESTONES, 19, lambda s: "\n".join(s.row.milestones), of_item=True, flexible=True
)
_NARRATIVE = Column(labels.NARRATIVE, 26, lambda s: "\n".join(s.row.narratives), core=True, flexible=True)
_VALUE = Column(labels.VALUE, 9, lambda s: s.number(s.row.value), "figure", _digits, core=True)
_CUMULATIVE = Column(labels.CUMULATIVE, 9, lambda s: s.number(s.row.cumulative), "figure", _digits, core=True)
_RATE = Column(labels.RATE, 8, lambda s: s.row.rate, "figure", _PERCENT, core=True)
_GAP = Column(labels.GAP, 9, lambda s: s.row.gap, "figure", _POINTS, core=True)
_STATE = Column(labels.STATE, 15, lambda s: labels.STATES[s.row.state], _state_look, _state_hint, core=True)
_PROBLEMS = Column(labels.PROBLEMS, 14, _problems, flexible=True)
_NEXT_STEPS = Column(labels.NEXT_STEPS, 14, lambda s: s.row.next_steps, flexible=True)
_EVIDENCE = Column(labels.EVIDENCE, 11, _evidence)

TABLE_COLUMNS = (
    _NUMBER,
    _CATEGORY,
    _TASK,
    _STEPS_TAKEN,
    _MEASURE,
    _TARGET,
    _UNIT,
    _LEADER,
    _LEAD,
    _COOPERATING,
    _DUE,
    _MILESTONES,
    _NARRATIVE,
    _VALUE,
    _CUMULATIVE,
    _RATE,
    _GAP,
    _STATE,
    _PROBLEMS,
    _NEXT_STEPS,
    _EVIDENCE,
)
"""Of the sheet that is read and printed."""

FLAT_COLUMNS = (
    _NUMBER,
    Column(labels.FEDERATION, 16, lambda s: s.federation, "word"),
    Column(labels.THEME, 20, lambda s: s.theme),
    _TASK,
    _STEPS_TAKEN,
    _MEASURE,
    _TARGET,
    _UNIT,
    _LEADER,
    Column(labels.LEAD_UNIT, 11, lambda s: s.row.lead_unit, "word"),
    Column(labels.RESPONSIBLE, 9, lambda s: s.row.responsible, "word"),
    _COOPERATING,
    Column(labels.DUE, 12, lambda s: s.row.due_on, "word", _ISO),
    _MILESTONES,
    _NARRATIVE,
    _VALUE,
    _CUMULATIVE,
    _RATE,
    _GAP,
    _STATE,
    Column(labels.LIGHT, 7, lambda s: labels.COLOURS[s.row.colour], "word"),
    _PROBLEMS,
    _NEXT_STEPS,
    _EVIDENCE,
)
"""Of the sheet for filters and pivots: always all of them, every row complete."""
